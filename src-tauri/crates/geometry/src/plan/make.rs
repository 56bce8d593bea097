//! Floors, shapes, lines and places by chance, often at awkward places: on vertices, on edges, a hair beside them.
//! Relies on the generator it is given.
//! Knows nothing of what must hold.

use super::Floor;
use crate::{Outline, Point, Polyline, Transform, circle, split};
use fastrand::Rng;

/// A number from `from` to `to`, whole, halved or of any kind.
pub(super) fn number(chance: &mut Rng, from: f64, to: f64) -> f64 {
    let value = from + chance.f64() * (to - from);
    match chance.u8(..4) {
        0 | 1 => value.round(),
        2 => (value * 2.0).round() / 2.0,
        _ => value,
    }
}

/// A small number such as a slip of the hand or of a computation, of either sign.
pub(super) fn slip(chance: &mut Rng) -> f64 {
    let sizes = [0.0, 0.0, 1e-9, 0.0004, 0.002, 0.5, 4.0, 9.9, 10.0, 12.0, 300.0];
    sizes[chance.usize(..sizes.len())] * if chance.bool() { 1.0 } else { -1.0 }
}

/// Several tiles of one whole, or some shapes of any kind.
pub(super) fn floor(chance: &mut Rng) -> Floor {
    // Near the origin, on a campus, or at the end of what is accepted.
    let far = [0.0, 0.0, 12_345.678, 3e6, 9.9e7][chance.usize(..5)];
    if chance.u8(..3) == 0 {
        let count = chance.usize(1..4);
        let shapes = (0..count * 3).filter_map(|_| shape(chance, far)).take(count);
        return Floor { outlines: shapes.collect(), whole: None };
    }
    let Some(whole) = rectangle(chance, far) else { return Floor { outlines: Vec::new(), whole: None } };
    let mut outlines = vec![whole.clone()];
    for _ in 0..chance.usize(1..6) {
        let index = chance.usize(..outlines.len());
        if let Some(line) = cut(chance, &outlines[index])
            && let Ok(found) = split(&outlines[index], &line)
        {
            outlines.splice(index..=index, found.parts);
        }
    }
    outlines.truncate(super::MOST_OUTLINES);
    let is_whole = (outlines.iter().map(Outline::area).sum::<f64>() / whole.area() - 1.0).abs() < 1e-9;
    Floor { outlines, whole: is_whole.then_some(whole) }
}

fn rectangle(chance: &mut Rng, far: f64) -> Option<Outline> {
    let from = Point::new(far + number(chance, -500.0, 500.0), far + number(chance, -500.0, 500.0)).ok()?;
    let to = from.moved(number(chance, 300.0, 12_000.0), number(chance, 300.0, 9000.0)).ok()?;
    let upright = Outline::rectangle(from, to).ok()?;
    if chance.u8(..3) > 0 {
        return Some(upright);
    }
    Transform::rotation(from, number(chance, -180.0, 180.0)).ok()?.outline(&upright).ok()
}

/// A rectangle, a circle or a star.
pub(super) fn shape(chance: &mut Rng, far: f64) -> Option<Outline> {
    let centre =
        Point::new(far + number(chance, -4000.0, 4000.0), far + number(chance, -4000.0, 4000.0)).ok()?;
    match chance.u8(..4) {
        0 => rectangle(chance, far),
        1 => circle(centre, number(chance, 20.0, 3000.0), 40.0).ok(),
        _ => star(chance, centre),
    }
}

/// Corners at growing angles around a centre, at any distance: never crossing, often sharp.
fn star(chance: &mut Rng, centre: Point) -> Option<Outline> {
    let count = chance.usize(3..11);
    let ring = (0..count).map(|corner| {
        let angle = (corner as f64 + chance.f64() * 0.9) / count as f64 * std::f64::consts::TAU;
        let radius = number(chance, 100.0, 4000.0);
        let point = centre.moved(radius * angle.cos(), radius * angle.sin())?;
        Ok(if chance.bool() { point.rounded() } else { point })
    });
    let ring: Result<Vec<Point>, crate::ShapeTextError> = ring.collect();
    Outline::new(vec![ring.ok()?]).ok()
}

/// Some outline of the floor.
pub(super) fn pick(chance: &mut Rng, floor: &Floor) -> Option<usize> {
    (!floor.outlines.is_empty()).then(|| chance.usize(..floor.outlines.len()))
}

/// Two different outlines of the floor.
pub(super) fn pick_two(chance: &mut Rng, floor: &Floor) -> Option<(usize, usize)> {
    let one = pick(chance, floor)?;
    let other = pick(chance, floor)?;
    (one != other).then_some((one, other))
}

/// A vertex of the outline, by ring and number.
pub(super) fn vertex(chance: &mut Rng, outline: &Outline) -> (usize, usize) {
    let ring = chance.usize(..outline.rings().len());
    (ring, chance.usize(..outline.rings()[ring].len()))
}

/// A place on a vertex, on an edge, beside one of them, or anywhere about the outline.
pub(super) fn place(chance: &mut Rng, outline: &Outline) -> Option<Point> {
    let bounds = outline.bounds();
    let (ring, index) = vertex(chance, outline);
    let points = &outline.rings()[ring];
    let (a, b) = (points[index], points[(index + 1) % points.len()]);
    let found = match chance.u8(..6) {
        0 => a,
        1 | 2 => {
            let part = chance.f64();
            Point::new(a.x() + (b.x() - a.x()) * part, a.y() + (b.y() - a.y()) * part).ok()?
        }
        _ => {
            let (dx, dy) = (bounds.width() * 0.2, bounds.height() * 0.2);
            let x = number(chance, bounds.x0 - dx, bounds.x1 + dx);
            return Point::new(x, number(chance, bounds.y0 - dy, bounds.y1 + dy)).ok();
        }
    };
    found.moved(slip(chance), slip(chance)).ok()
}

/// A line through some places about the outline.
pub(super) fn line(chance: &mut Rng, outline: &Outline, most: usize) -> Option<Polyline> {
    let count = chance.usize(2..most.max(3));
    Polyline::new((0..count).map(|_| place(chance, outline)).collect::<Option<_>>()?).ok()
}

/// A line that parts the outline more often than not: from beyond one side to beyond the other, with bends.
pub(super) fn cut(chance: &mut Rng, outline: &Outline) -> Option<Polyline> {
    if chance.u8(..3) == 0 {
        return line(chance, outline, 5);
    }
    let bounds = outline.bounds();
    let is_down = chance.bool();
    let count = chance.usize(2..5);
    let mut along = number(chance, 0.0, 1.0).clamp(0.05, 0.95);
    let points = (0..count).map(|index| {
        if chance.bool() {
            along = 0.1 + 0.8 * chance.f64();
        }
        let across = index as f64 / (count - 1) as f64 * 1.2 - 0.1;
        let (right, down) = if is_down { (along, across) } else { (across, along) };
        Point::new(bounds.x0 + bounds.width() * right, bounds.y0 + bounds.height() * down)
    });
    let points: Result<Vec<Point>, _> = points.collect();
    let line = points.ok()?;
    let is_rounded = chance.bool();
    Polyline::new(line.into_iter().map(|point| if is_rounded { point.rounded() } else { point }).collect())
        .ok()
}

//! Steps from lines and tangles to outlines, each with what must hold of it.
//! Relies on the operations as a caller sees them.
//! Never shipped.

use super::make::{line, number, pick, place};
use super::steps::{given, granted};
use super::{Floor, Outcome};
use crate::{Corners, Ends, Outline, Polyline, Ring, along, border_lines, regions, repair};
use fastrand::Rng;

/// Whatever rings come in, outlines come out.
pub(super) fn repair_tangle(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let count = chance.usize(3..9);
    let mut rings: Vec<Ring> = vec![given!((0..count).map(|_| place(chance, outline)).collect())];
    match chance.u8(..3) {
        0 => rings = vec![outline.outer().to_vec(), rings.remove(0)],
        1 => {
            let middle = rings[0].len() / 2;
            rings[0][middle] = outline.outer()[0];
        }
        _ => {}
    }
    let pieces = granted!(repair(&rings));
    Outcome::Done(floor.with(index, pieces.outlines.into_iter().take(3)))
}

/// Borders enclose the outlines they are of, and loose lines spoil nothing.
pub(super) fn enclose(floor: &Floor, chance: &mut Rng) -> Outcome {
    let mut lines = granted!(border_lines(&floor.refs()));
    let gap = if chance.bool() { 0.0 } else { number(chance, 0.0, 600.0) };
    let index = given!(pick(chance, floor));
    for _ in 0..chance.usize(..4) {
        lines.push(given!(line(chance, &floor.outlines[index], 4)));
    }
    let found = granted!(regions(&lines, gap));
    let sum: f64 = found.outlines.iter().map(Outline::area).sum();
    let slivers: f64 = found.slivers.iter().map(|sliver| sliver.area_mm2).sum();
    if let Some(whole) = &floor.whole {
        // Repaired regions may lose a centimetre along their border.
        let border: f64 = found.outlines.iter().map(Outline::perimeter).sum();
        let lost = whole.area() - sum - slivers;
        if lost > border * 10.0 + 1e-6 * whole.area() && found.left_out.is_empty() {
            return Outcome::Wrong(format!("regions of {} lines lost {lost} mm²", lines.len()));
        }
    }
    Outcome::Done(Floor { outlines: found.outlines, whole: None })
}

/// Strips are outlines, and cover the lines they follow.
pub(super) fn strips(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let count = chance.usize(1..4);
    let lines: Option<Vec<Polyline>> = (0..count).map(|_| line(chance, &floor.outlines[index], 5)).collect();
    let lines = given!(lines);
    let width = number(chance, 12.0, 400.0);
    let (ends, corners) = match chance.u8(..3) {
        0 => (Ends::Flat, Corners::Sharp),
        1 => (Ends::Square, Corners::Sharp),
        _ => (Ends::Flat, Corners::Round),
    };
    let found = granted!(along(&lines, width, ends, corners));
    // A line of a few centimetres may make no more than a sliver.
    let is_long =
        |line: &&Polyline| line.points().iter().any(|point| point.distance(line.points()[0]) > 100.0);
    for point in lines.iter().filter(is_long).flat_map(|line| line.points()) {
        let near = |outline: &Outline| outline.contains(*point) || outline.border_distance(*point) <= 10.0;
        if !found.outlines.iter().any(near) {
            return Outcome::Wrong(format!("{point} of a line is not covered by a strip {width} mm wide"));
        }
    }
    Outcome::Done(floor.with(index, found.outlines))
}

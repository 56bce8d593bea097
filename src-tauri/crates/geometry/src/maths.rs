//! The few sums that all of geometry rests on: side of a line, crossing, foot, distance.
//! Relies on the robust predicates of `geo`: which side a point is on is never decided by rounding.
//! Knows nothing of outlines, and gives coordinates back as they came.

use geo::{Coord, Kernel, Orientation};
use std::cmp::Ordering;

/// Nearer than this two places are the same place: 1 µm. Rounding moves a computed crossing by less than a
/// hundredth of it even a hundred kilometres from the origin, and no building is measured as finely.
pub const SAME_PLACE_MM: f64 = 0.001;

/// On which side of the line from `a` to `b` the point `p` is: `Greater` where the shoelace sum of `a`, `b`, `p`
/// is positive (to the right on the screen), `Equal` on the line. Exact.
pub(crate) fn side(a: Coord, b: Coord, p: Coord) -> Ordering {
    match geo::kernels::RobustKernel::orient2d(a, b, p) {
        Orientation::CounterClockwise => Ordering::Greater,
        Orientation::Clockwise => Ordering::Less,
        Orientation::Collinear => Ordering::Equal,
    }
}

pub(crate) fn distance(a: Coord, b: Coord) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The product that is twice the area of the triangle at the origin.
pub(crate) fn cross(a: Coord, b: Coord) -> f64 {
    a.x * b.y - a.y * b.x
}

pub(crate) fn dot(a: Coord, b: Coord) -> f64 {
    a.x * b.x + a.y * b.y
}

pub(crate) fn between(a: Coord, b: Coord, part: f64) -> Coord {
    a + (b - a) * part
}

/// `v` with length one; `None` when it has none.
pub(crate) fn unit(v: Coord) -> Option<Coord> {
    let length = v.x.hypot(v.y);
    (length > 0.0 && length.is_finite()).then(|| v / length)
}

/// `v` turned by a quarter towards the inside of an outer ring (which runs clockwise on the screen).
pub(crate) fn inwards(v: Coord) -> Coord {
    Coord { x: -v.y, y: v.x }
}

/// How far along from `a` to `b` the foot of `p` lies: 0 at `a`, 1 at `b`, beyond them less or more.
pub(crate) fn foot_part(a: Coord, b: Coord, p: Coord) -> f64 {
    let edge = b - a;
    let square = dot(edge, edge);
    if square > 0.0 { dot(p - a, edge) / square } else { 0.0 }
}

/// The point of the segment `a` to `b` nearest to `p`.
pub(crate) fn nearest(a: Coord, b: Coord, p: Coord) -> Coord {
    match foot_part(a, b, p) {
        part if part <= 0.0 => a,
        part if part >= 1.0 => b,
        // Upright and level walls keep the very number of the other coordinate.
        _ if a.x == b.x => Coord { x: a.x, y: p.y },
        _ if a.y == b.y => Coord { x: p.x, y: a.y },
        // Counted from the nearer end, so that the rounding stays small beside it.
        part if part <= 0.5 => a + (b - a) * part,
        part => b + (a - b) * (1.0 - part),
    }
}

/// Distance from `p` to the segment `a` to `b`.
pub(crate) fn segment_distance(a: Coord, b: Coord, p: Coord) -> f64 {
    match foot_part(a, b, p) {
        part if part <= 0.0 => distance(a, p),
        part if part >= 1.0 => distance(b, p),
        _ => line_distance(a, b, p),
    }
}

/// Distance from `p` to the endless line through `a` and `b`; to `a` when they are the same.
pub(crate) fn line_distance(a: Coord, b: Coord, p: Coord) -> f64 {
    let edge = b - a;
    let length = edge.x.hypot(edge.y);
    if length > 0.0 {
        let from = if dot(p - a, p - a) < dot(p - b, p - b) { a } else { b };
        (cross(edge, p - from) / length).abs()
    } else {
        distance(a, p)
    }
}

/// Whether the segments cross in a point inside of both. Exact; touching is not crossing.
pub(crate) fn crosses(a: Coord, b: Coord, c: Coord, d: Coord) -> bool {
    let (c_side, d_side) = (side(a, b, c), side(a, b, d));
    if c_side == d_side || c_side == Ordering::Equal || d_side == Ordering::Equal {
        return false;
    }
    let (a_side, b_side) = (side(c, d, a), side(c, d, b));
    a_side != b_side && a_side != Ordering::Equal && b_side != Ordering::Equal
}

/// Where the endless lines meet; `None` when they are parallel as far as numbers tell.
pub(crate) fn line_meeting(a: Coord, b: Coord, c: Coord, d: Coord) -> Option<Coord> {
    let (r, s) = (b - a, d - c);
    let turn = cross(r, s);
    let part = cross(c - a, s) / turn;
    if turn == 0.0 || !part.is_finite() {
        return None;
    }
    let mut met = if part <= 0.5 { a + r * part } else { b + r * (cross(d - b, s) / turn) };
    // Upright and level lines keep their very numbers.
    for (from, to) in [(a, b), (c, d)] {
        if from.x == to.x {
            met.x = from.x;
        } else if from.y == to.y {
            met.y = from.y;
        }
    }
    Some(met)
}

/// Where two segments that cross do so, inside the box of the first. For lines so nearly parallel that numbers
/// cannot tell, an end of one that lies on the other as far as they can.
pub(crate) fn crossing(a: Coord, b: Coord, c: Coord, d: Coord) -> Coord {
    let met = line_meeting(a, b, c, d).filter(|p| {
        let slack = SAME_PLACE_MM;
        let within = |value: f64, one: f64, other: f64| {
            value >= one.min(other) - slack && value <= one.max(other) + slack
        };
        within(p.x, a.x, b.x) && within(p.y, a.y, b.y) && within(p.x, c.x, d.x) && within(p.y, c.y, d.y)
    });
    met.unwrap_or_else(|| {
        let ends = [
            (segment_distance(c, d, a), a),
            (segment_distance(c, d, b), b),
            (segment_distance(a, b, c), c),
            (segment_distance(a, b, d), d),
        ];
        ends.into_iter().min_by(|one, other| one.0.total_cmp(&other.0)).map_or(a, |(_, end)| end)
    })
}

/// Twice the area that a ring encloses, positive for one that runs clockwise on the screen. Summed from the
/// ring's first point, so that nothing is lost far from the origin.
pub(crate) fn twice_area(ring: &[Coord]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    ring.windows(2).map(|pair| cross(pair[0] - origin, pair[1] - origin)).sum()
}

/// Whether `p` is inside the rings taken together (even and odd), outside, or on the border. Exact.
pub(crate) fn position<'a>(rings: impl Iterator<Item = &'a [Coord]>, p: Coord) -> Ordering {
    let mut is_inside = false;
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (low, high) = if a.y <= b.y { (*a, *b) } else { (*b, *a) };
            if p.y < low.y || p.y > high.y {
                continue;
            }
            let on = side(low, high, p);
            if on == Ordering::Equal && p.x >= low.x.min(high.x) && p.x <= low.x.max(high.x) {
                return Ordering::Equal;
            }
            // Half open, so that a vertex on the ray counts once.
            if p.y < high.y && on == Ordering::Greater {
                is_inside = !is_inside;
            }
        }
    }
    if is_inside { Ordering::Greater } else { Ordering::Less }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> Coord {
        Coord { x, y }
    }

    #[test]
    fn a_crossing_far_from_the_origin_lies_on_both_lines() {
        let (a, b) = (at(99_999_000.0, 99_990_000.0), at(99_999_900.0, 99_990_123.0));
        let (c, d) = (at(99_999_400.3, 99_989_000.0), at(99_999_411.0, 99_999_000.0));
        assert!(crosses(a, b, c, d));
        let p = crossing(a, b, c, d);
        assert!(line_distance(a, b, p) < 1e-7 && line_distance(c, d, p) < 1e-7);
    }

    #[test]
    fn touching_is_not_crossing() {
        let (a, b) = (at(0.0, 0.0), at(10.0, 0.0));
        assert!(!crosses(a, b, at(5.0, 0.0), at(5.0, 9.0)));
        assert!(!crosses(a, b, at(2.0, 0.0), at(12.0, 0.0)));
        assert!(crosses(a, b, at(5.0, -1e-12), at(5.0, 9.0)));
    }

    #[test]
    fn position_tells_inside_border_and_outside() {
        let ring = [at(0.0, 0.0), at(10.0, 0.0), at(10.0, 10.0), at(0.0, 10.0)];
        let hole = [at(4.0, 4.0), at(4.0, 6.0), at(6.0, 6.0), at(6.0, 4.0)];
        let place = |x, y| position([&ring[..], &hole[..]].into_iter(), at(x, y));
        assert_eq!(place(1.0, 1.0), Ordering::Greater);
        assert_eq!(place(5.0, 5.0), Ordering::Less);
        assert_eq!(place(4.0, 5.0), Ordering::Equal);
        assert_eq!(place(10.0, 10.0), Ordering::Equal);
        assert_eq!(place(-1.0, 0.0), Ordering::Less);
        assert_eq!(place(11.0, 10.0), Ordering::Less);
    }

    #[test]
    fn area_keeps_its_digits_far_away() {
        let ring = [at(1e8 - 20.0, 1e8 - 20.0), at(1e8, 1e8 - 20.0), at(1e8, 1e8), at(1e8 - 20.0, 1e8)];
        assert_eq!(twice_area(&ring), 800.0);
    }
}

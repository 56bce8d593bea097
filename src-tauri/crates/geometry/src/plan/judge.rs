//! What must hold of every outline, looked at anew: each edge against each, by the exact side of a line.
//! Relies on the side predicate alone, not on the checks that the operations use.
//! Knows nothing of how an outline came about.

use super::Floor;
use crate::check::coords;
use crate::maths::{crosses, distance, position, side, twice_area};
use crate::{GeometryError, Outline, SAME_PLACE_MM, SMALLEST_EDGE_MM, SMALLEST_WIDTH_MM};
use fastrand::Rng;
use geo::Coord;
use std::cmp::Ordering;

/// All outlines are valid, and tile the whole if they did.
pub(super) fn floor(floor: &Floor) -> Result<(), String> {
    for found in &floor.outlines {
        outline(found).map_err(|what| format!("{what} in {found}"))?;
    }
    if let Some(whole) = &floor.whole {
        let sum: f64 = floor.outlines.iter().map(Outline::area).sum();
        near(sum, whole.area(), 1e-9 * whole.area(), "the tiles' area and the whole's")?;
    }
    Ok(())
}

/// The outline obeys all rules, and is the same after it was written and read.
pub(super) fn outline(outline: &Outline) -> Result<(), String> {
    let rings = coords(outline);
    let mut edges: Vec<(usize, usize, Coord, Coord)> = Vec::new();
    for (number, ring) in rings.iter().enumerate() {
        if ring.len() < 3 {
            return Err(format!("ring {number} has {} points", ring.len()));
        }
        if (twice_area(ring) > 0.0) != (number == 0) {
            return Err(format!("ring {number} runs the wrong way"));
        }
        for (index, (a, b)) in ring.iter().zip(ring.iter().cycle().skip(1)).enumerate() {
            if !distance(*a, *b).is_finite() || distance(*a, *b) < SMALLEST_EDGE_MM - SAME_PLACE_MM {
                return Err(format!("edge {index} of ring {number} is too short"));
            }
            edges.push((number, index, *a, *b));
        }
    }
    for (position, (ring, index, a, b)) in edges.iter().enumerate() {
        for (other_ring, other, c, d) in &edges[position + 1..] {
            let count = rings[*ring].len();
            let is_next = ring == other_ring && (index + 1) % count == *other;
            let is_before = ring == other_ring && (other + 1) % count == *index;
            let meets = if is_next {
                is_on(*a, *b, *d) || is_on(*c, *d, *a)
            } else if is_before {
                is_on(*a, *b, *c) || is_on(*c, *d, *b)
            } else {
                crosses(*a, *b, *c, *d)
                    || is_on(*a, *b, *c)
                    || is_on(*a, *b, *d)
                    || is_on(*c, *d, *a)
                    || is_on(*c, *d, *b)
            };
            if meets {
                return Err(format!("edges {index} of ring {ring} and {other} of ring {other_ring} meet"));
            }
        }
    }
    for (number, hole) in rings.iter().enumerate().skip(1) {
        let is_in = |ring: &[Coord]| position(std::iter::once(ring), hole[0]) == Ordering::Greater;
        let in_others = rings.iter().enumerate().skip(1).any(|(other, ring)| other != number && is_in(ring));
        if !is_in(&rings[0]) || in_others {
            return Err(format!("hole {number} is not inside"));
        }
    }
    let width = outline.area() * 2.0 / outline.outer_perimeter();
    if width < SMALLEST_WIDTH_MM - 2.0 * SAME_PLACE_MM {
        return Err(format!("a sliver {width} mm wide"));
    }
    match outline.to_string().parse::<Outline>() {
        Ok(read) if read == *outline => Ok(()),
        Ok(_) => Err("the text is read as another outline".to_owned()),
        Err(error) => Err(format!("the text is not read: {error}")),
    }
}

/// Whether `p` lies on the edge from `a` to `b`. Exact.
fn is_on(a: Coord, b: Coord, p: Coord) -> bool {
    side(a, b, p) == Ordering::Equal
        && p.x >= a.x.min(b.x)
        && p.x <= a.x.max(b.x)
        && p.y >= a.y.min(b.y)
        && p.y <= a.y.max(b.y)
}

/// Point in outline agrees with counting the edges to one side of it.
pub(super) fn contains(floor: &Floor, chance: &mut Rng) -> Result<(), String> {
    for outline in &floor.outlines {
        let Some(place) = super::make::place(chance, outline) else { continue };
        let rings = coords(outline);
        let expected = position(rings.iter().map(Vec::as_slice), place.coord()).is_ge();
        if outline.contains(place) != expected {
            return Err(format!("{place} in {outline}: {} against {expected}", outline.contains(place)));
        }
    }
    Ok(())
}

/// A refusal says where and what to do.
pub(super) fn refusal(error: &GeometryError) -> Result<(), String> {
    let is_without_place = ["coordinate", "not-usable", "too-few-outlines", "too-few-points"];
    if error.place().is_none() && !is_without_place.contains(&error.code()) {
        return Err(format!("no place is named: {error}"));
    }
    if error.to_string().is_empty() || error.suggestion().to_string().is_empty() {
        return Err("it is not said what is wrong, or what to do".to_owned());
    }
    // What is offered instead must be as good as anything else.
    if let Some(pieces) = error.rings().and_then(|rings| crate::repair(rings).ok()) {
        for piece in &pieces.outlines {
            outline(piece).map_err(|what| format!("the repair: {what} in {piece}"))?;
        }
    }
    Ok(())
}

/// Two numbers are the same but for a slack.
pub(super) fn near(one: f64, other: f64, slack: f64, what: &str) -> Result<(), String> {
    if (one - other).abs() <= slack {
        Ok(())
    } else {
        Err(format!("{what} are {one} and {other}, {} apart, allowed are {slack}", (one - other).abs()))
    }
}

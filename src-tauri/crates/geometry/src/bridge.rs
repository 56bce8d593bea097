//! Where walls of two outlines face each other across a narrow gap, and what would fill it.
//! Relies on the inside of an outline being on one known side of all its edges.
//! Knows nothing of whether the gap is to be filled.

use crate::check::coords;
use crate::edges::IndexedEdge;
use crate::maths::{SAME_PLACE_MM, between, cross, distance, dot, foot_part, inwards, twice_area, unit};
use crate::outline::Outline;
use geo::Coord;
use rstar::RTree;

/// A piece of gap between an edge of one outline and an edge of another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bridge {
    /// The outlines on either side, by number, the smaller first.
    pub(crate) between: (usize, usize),
    /// Its corners, with a positive shoelace sum.
    pub(crate) ring: [Coord; 4],
    /// The greatest width in millimetres.
    pub(crate) width: f64,
}

/// Walls that deviate by more than 30° from running side by side do not face each other.
const FACING: f64 = 0.866;

/// All pieces of gaps up to `widest` millimetres between edges of different outlines that face each other.
pub(crate) fn bridges(outlines: &[&Outline], widest: f64) -> Vec<Bridge> {
    let mut edges = Vec::new();
    let mut owners = Vec::new();
    for (owner, outline) in outlines.iter().enumerate() {
        for ring in coords(outline) {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                edges.push(IndexedEdge { a: *a, b: *b, id: edges.len() });
                owners.push(owner);
            }
        }
    }
    let tree = RTree::bulk_load(edges.clone());
    let mut found = Vec::new();
    for edge in &edges {
        let mut near: Vec<&IndexedEdge> = tree
            .locate_in_envelope_intersecting(&edge.reach(widest))
            .filter(|other| owners[other.id] > owners[edge.id])
            .collect();
        near.sort_unstable_by_key(|other| other.id);
        for other in near {
            if let Some((ring, width)) = bridge(edge, other, widest) {
                found.push(Bridge { between: (owners[edge.id], owners[other.id]), ring, width });
            }
        }
    }
    found
}

/// The piece of gap between two edges that face each other, and its greatest width.
fn bridge(one: &IndexedEdge, other: &IndexedEdge, widest: f64) -> Option<([Coord; 4], f64)> {
    let along = unit(one.b - one.a)?;
    let across = unit(other.b - other.a)?;
    if dot(along, across) > -FACING {
        return None;
    }
    let outwards = inwards(along) * -1.0;
    // The other edge as a height over the first, at both of its ends; it runs the other way.
    let (from, to) = (foot_part(one.a, one.b, other.b), foot_part(one.a, one.b, other.a));
    let (low, high) = (dot(other.b - one.a, outwards), dot(other.a - one.a, outwards));
    let height = |part: f64| low + (high - low) * (part - from) / (to - from);
    let (mut begin, mut end) = (from.max(0.0), to.min(1.0));
    if to - from <= 0.0 || begin >= end {
        return None;
    }
    // Only where the other edge is outside and near enough; the height changes evenly.
    for (limit, is_upper) in [(0.0, false), (widest, true)] {
        let is_out = |part: f64| if is_upper { height(part) > limit } else { height(part) < limit };
        match (is_out(begin), is_out(end)) {
            (true, true) => return None,
            (false, false) => {}
            (begins_out, _) => {
                let turn = from + (limit - low) / (high - low) * (to - from);
                if begins_out {
                    begin = begin.max(turn);
                } else {
                    end = end.min(turn);
                }
            }
        }
    }
    let width = height(begin).max(height(end));
    let length = distance(one.a, one.b) * (end - begin);
    if width <= SAME_PLACE_MM || length <= SAME_PLACE_MM || !length.is_finite() {
        return None;
    }
    // Corners that are ends of an edge are those very points.
    let own = |part: f64| match part {
        part if part <= 0.0 => one.a,
        part if part >= 1.0 => one.b,
        part => between(one.a, one.b, part),
    };
    let facing = |part: f64| {
        if part == from {
            other.b
        } else if part == to {
            other.a
        } else {
            between(other.b, other.a, (part - from) / (to - from))
        }
    };
    let mut ring = [own(begin), own(end), facing(end), facing(begin)];
    let area = twice_area(&ring);
    if area < 0.0 {
        ring.reverse();
    }
    let is_thick = area.abs() > SAME_PLACE_MM * length && cross(along, across).is_finite();
    is_thick.then_some((ring, width))
}

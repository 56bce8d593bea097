//! The outlines at a place that changes, and the vertices they need so that their borders stay together.
//! Relies on places within the tolerance being one place.
//! Knows nothing of what is accepted in the end.

use super::{is_within, place_at};
use crate::check::coords;
use crate::maths::{SAME_PLACE_MM, distance, dot, foot_part, line_distance, segment_distance};
use crate::outline::Outline;
use crate::point::Bounds;
use geo::Coord;

/// A place this near to a line stays on it when it moves: more than rounding does anywhere, and so little that no
/// area worth naming is lost along the longest wall.
const ON_LINE_MM: f64 = 1e-7;

/// A place that changes, and where it goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) from: Coord,
    pub(super) to: Coord,
}

/// A vertex, and where it goes if it does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corner {
    pub(super) at: Coord,
    pub(super) moves: Option<Coord>,
}

/// An outline that is touched.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) number: usize,
    pub(super) rings: Vec<Vec<Corner>>,
    /// Edges without a vertex at the place past which they run.
    passing: Vec<(Coord, Coord, Coord)>,
}

/// Whether the box reaches within `reach` of the box around `a` and `b`.
pub(super) fn meets_box(bounds: Bounds, a: Coord, b: Coord, reach: f64) -> bool {
    let around = Bounds {
        x0: a.x.min(b.x) - reach,
        y0: a.y.min(b.y) - reach,
        x1: a.x.max(b.x) + reach,
        y1: a.y.max(b.y) + reach,
    };
    bounds.meets(around)
}

/// The outlines with a vertex or a border at one of the places.
pub(super) fn touched(outlines: &[&Outline], places: &[Place], tolerance: f64) -> Vec<Work> {
    let mut works = Vec::new();
    for (number, outline) in outlines.iter().enumerate() {
        let bounds = outline.bounds();
        let near: Vec<Place> = places
            .iter()
            .filter(|place| meets_box(bounds, place.from, place.from, tolerance))
            .copied()
            .collect();
        if near.is_empty() {
            continue;
        }
        let corner = |at: Coord| Corner { at, moves: place_at(&near, at, tolerance).map(|place| place.to) };
        let rings: Vec<Vec<Corner>> =
            coords(outline).into_iter().map(|ring| ring.into_iter().map(corner).collect()).collect();
        let mut passing = Vec::new();
        for ring in &rings {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let on = near.iter().filter(|place| is_within(a.at, b.at, place.from, tolerance));
                passing.extend(on.map(|place| (a.at, place.from, b.at)));
            }
        }
        if !passing.is_empty() || rings.iter().flatten().any(|corner| corner.moves.is_some()) {
            works.push(Work { number, rings, passing });
        }
    }
    works
}

/// Adds the places that lie on an edge of the outline, except those that stay on it when they move.
pub(super) fn add_passing(work: &mut Work, places: &[Place], tolerance: f64) {
    for ring in &mut work.rings {
        let old = std::mem::take(ring);
        for (a, b) in old.iter().zip(old.iter().cycle().skip(1)) {
            ring.push(*a);
            let (from, to) = (a.moves.unwrap_or(a.at), b.moves.unwrap_or(b.at));
            let leaves = |place: &&Place| {
                let slack = segment_distance(a.at, b.at, place.from).max(ON_LINE_MM);
                is_within(a.at, b.at, place.from, tolerance) && segment_distance(from, to, place.to) > slack
            };
            let mut on: Vec<&Place> = places.iter().filter(leaves).collect();
            on.sort_by(|one, other| {
                foot_part(a.at, b.at, one.from).total_cmp(&foot_part(a.at, b.at, other.from))
            });
            ring.extend(on.into_iter().map(|place| Corner { at: place.from, moves: Some(place.to) }));
        }
    }
}

/// Adds, on each edge that turns because one of its ends moves, the nearest vertex that any outline has there.
/// `turns` is asked of a corner that goes away altogether, with the corners before and after it.
pub(super) fn add_pivots(
    work: &mut Work,
    outlines: &[&Outline],
    tolerance: f64,
    turns: impl Fn(Coord, Coord, Coord) -> bool,
) {
    for ring in &mut work.rings {
        let old = std::mem::take(ring);
        let count = old.len();
        for index in 0..count {
            let (a, b) = (old[index], old[(index + 1) % count]);
            ring.push(a);
            let (moved, fixed, before, after) = match (a.moves, b.moves) {
                (Some(_), None) => (a, b, old[(index + count - 1) % count], b),
                (None, Some(_)) => (b, a, a, old[(index + 2) % count]),
                (Some(_), Some(_)) | (None, None) => continue,
            };
            if moved.moves.is_some_and(|to| slides(moved.at, to, fixed.at))
                || !turns(moved.at, before.at, after.at)
            {
                continue;
            }
            ring.extend(pivot(outlines, moved.at, fixed.at, tolerance).map(|at| Corner { at, moves: None }));
        }
    }
}

/// Whether the edge from `fixed` keeps its direction when its other end moves; an end that goes away (to where it
/// is) does not.
fn slides(from: Coord, to: Coord, fixed: Coord) -> bool {
    from != to && line_distance(fixed, from, to) <= ON_LINE_MM && dot(from - fixed, to - fixed) > 0.0
}

/// The vertex nearest to `moved`, of any outline, that lies on the edge from `moved` to `fixed`.
fn pivot(outlines: &[&Outline], moved: Coord, fixed: Coord, tolerance: f64) -> Option<Coord> {
    let near = outlines.iter().filter(|outline| meets_box(outline.bounds(), moved, fixed, tolerance));
    let vertices = near.flat_map(|outline| outline.rings()).flatten().map(|vertex| vertex.coord());
    vertices
        .filter(|vertex| is_within(moved, fixed, *vertex, tolerance))
        .min_by(|one, other| distance(moved, *one).total_cmp(&distance(moved, *other)))
}

/// How many directions borders leave in from the one place that changes.
pub(super) fn directions(works: &[Work], tolerance: f64) -> usize {
    let mut ends: Vec<(Coord, Coord)> = Vec::new();
    let mut add = |at: Coord, end: Coord| {
        let is_known = |(from, known): &(Coord, Coord)| {
            // The nearer of the two ends lies on the other's edge.
            let slack = tolerance.max(SAME_PLACE_MM);
            segment_distance(*from, *known, end) <= slack || segment_distance(at, end, *known) <= slack
        };
        if !ends.iter().any(is_known) {
            ends.push((at, end));
        }
    };
    for work in works {
        for ring in &work.rings {
            let count = ring.len();
            for index in (0..count).filter(|index| ring[*index].moves.is_some()) {
                add(ring[index].at, ring[(index + count - 1) % count].at);
                add(ring[index].at, ring[(index + 1) % count].at);
            }
        }
        for (before, at, after) in &work.passing {
            add(*at, *before);
            add(*at, *after);
        }
    }
    ends.len()
}

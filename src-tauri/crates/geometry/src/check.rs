//! The last look at what an operation made: an outline, and nowhere newly thinner than a centimetre.
//! Relies on [`Outline::new`] for all that a stored outline must obey.
//! Knows nothing of the operations; it compares what came out with what went in.

use crate::edges::IndexedEdge;
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, between, distance, nearest, position};
use crate::outline::{Outline, OutlineError, Ring, SMALLEST_WIDTH_MM};
use crate::planar::{Path, TooIntricate};
use crate::point::{Point, ShapeTextError};
use geo::Coord;
use rstar::RTree;
use std::cmp::Ordering;

/// Up to so many edges comparing each with each is quicker than building a tree.
const FEW_EDGES: usize = 40;

/// A place where an outline is thin: a vertex, and the point of another edge across the inside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NarrowPlace {
    /// The vertex.
    pub at: Point,
    /// The nearest point of the other edge.
    pub across: Point,
    /// The distance between the two in millimetres.
    pub width_mm: f64,
}

/// The places where the inside of `outline` is thinner than `width_mm`: necks, and spikes that are thin over
/// their whole length. Gaps outside of it (a slit, a narrow yard) do not count.
pub fn narrow_places(outline: &Outline, width_mm: f64) -> Vec<NarrowPlace> {
    let rings = coords(outline);
    narrow(&rings, width_mm)
        .into_iter()
        .filter_map(|(at, across)| {
            let (at, across) = (Point::from_coord(at).ok()?, Point::from_coord(across).ok()?);
            Some(NarrowPlace { at, across, width_mm: at.distance(across) })
        })
        .collect()
}

/// The rings of an outline as plain coordinates.
pub(crate) fn coords(outline: &Outline) -> Vec<Vec<Coord>> {
    outline.rings().iter().map(|ring| ring.iter().map(|point| point.coord()).collect()).collect()
}

/// The rings of an outline as lines of an operation.
pub(crate) fn paths(outline: &Outline, owner: usize, layer: usize) -> Vec<Path> {
    coords(outline).into_iter().map(|ring| Path::ring(ring, owner, layer)).collect()
}

/// A coordinate that an operation found inside the accepted range.
pub(crate) fn point(coord: Coord) -> Result<Point, ShapeTextError> {
    Point::from_coord(coord)
}

/// An outline of the rings, if it obeys all rules and is nowhere thinner than a centimetre where none of `before`
/// was.
pub(crate) fn accept(rings: Vec<Vec<Coord>>, before: &[&Outline]) -> Result<Outline, GeometryError> {
    let ring = |ring: Vec<Coord>| ring.into_iter().map(point).collect::<Result<Ring, _>>();
    accept_rings(rings.into_iter().map(ring).collect::<Result<_, _>>()?, before)
}

/// Like [`accept`], of points.
pub(crate) fn accept_rings(rings: Vec<Ring>, before: &[&Outline]) -> Result<Outline, GeometryError> {
    let outline = match Outline::new(rings.clone()) {
        Ok(outline) => outline,
        Err(error) => return Err(GeometryError::NotAnOutline { error, rings }),
    };
    let thin = narrow_places(&outline, SMALLEST_WIDTH_MM - SAME_PLACE_MM);
    if thin.is_empty() {
        return Ok(outline);
    }
    let known: Vec<NarrowPlace> =
        before.iter().flat_map(|outline| narrow_places(outline, SMALLEST_WIDTH_MM)).collect();
    let is_known = |place: &NarrowPlace| {
        let near = |one: Point, other: Point| one.distance(other) <= SMALLEST_WIDTH_MM;
        known.iter().any(|old| near(old.at, place.at) || near(old.across, place.at))
    };
    match thin.into_iter().find(|place| !is_known(place)) {
        Some(place) => Err(GeometryError::TooNarrow { at: place.at, width_mm: place.width_mm, rings }),
        None => Ok(outline),
    }
}

/// Vertices nearer than `width` to an edge that is not theirs, with the nearest point of the edge, through the inside.
pub(crate) fn narrow(rings: &[Vec<Coord>], width: f64) -> Vec<(Coord, Coord)> {
    let mut found = Vec::new();
    near_edges(rings, width, |vertex, across| {
        if position(rings.iter().map(Vec::as_slice), between(vertex, across, 0.5)) == Ordering::Greater {
            found.push((vertex, across));
        }
    });
    found
}

/// A vertex that as good as lies on an edge that is not its own: a touch that only rounding keeps apart.
pub(crate) fn touch(rings: &[Vec<Coord>]) -> Option<Coord> {
    let mut found = None;
    near_edges(rings, 2.0 * SAME_PLACE_MM, |vertex, _| found = found.or(Some(vertex)));
    found
}

/// Calls `look` for each vertex nearer than `reach` to an edge that is not its own, with the nearest point of the edge.
fn near_edges(rings: &[Vec<Coord>], reach: f64, mut look: impl FnMut(Coord, Coord)) {
    struct Side {
        line: IndexedEdge,
        ring: usize,
        index: usize,
    }
    let mut sides: Vec<Side> = Vec::new();
    for (ring, points) in rings.iter().enumerate() {
        for (index, (a, b)) in points.iter().zip(points.iter().cycle().skip(1)).enumerate() {
            sides.push(Side { line: IndexedEdge { a: *a, b: *b, id: sides.len() }, ring, index });
        }
    }
    let tree =
        (sides.len() > FEW_EDGES).then(|| RTree::bulk_load(sides.iter().map(|side| side.line).collect()));
    for own in &sides {
        // Each vertex is the beginning of one edge.
        let vertex = own.line.a;
        let count = rings[own.ring].len();
        let mut compare = |other: &Side| {
            let is_own = other.ring == own.ring
                && (other.index == own.index || (other.index + 1) % count == own.index);
            if !is_own && is_in_box(&other.line, vertex, reach) {
                let across = nearest(other.line.a, other.line.b, vertex);
                if distance(vertex, across) < reach {
                    look(vertex, across);
                }
            }
        };
        match &tree {
            Some(tree) => {
                let around = crate::edges::square(vertex, reach);
                let mut near: Vec<usize> =
                    tree.locate_in_envelope_intersecting(&around).map(|edge| edge.id).collect();
                near.sort_unstable();
                near.into_iter().for_each(|id| compare(&sides[id]));
            }
            None => sides.iter().for_each(compare),
        }
    }
}

/// Whether `p` is within `reach` of the box around the edge; quick, to leave out most edges.
fn is_in_box(edge: &IndexedEdge, p: Coord, reach: f64) -> bool {
    p.x >= edge.a.x.min(edge.b.x) - reach
        && p.x <= edge.a.x.max(edge.b.x) + reach
        && p.y >= edge.a.y.min(edge.b.y) - reach
        && p.y <= edge.a.y.max(edge.b.y) + reach
}

impl From<TooIntricate> for GeometryError {
    fn from(error: TooIntricate) -> Self {
        match point(error.at) {
            Ok(at) => Self::TooIntricate { at },
            Err(error) => Self::Coordinate(error),
        }
    }
}

impl GeometryError {
    /// Rings that are no outline, as an error that keeps them.
    pub(crate) fn from_rings(error: OutlineError, rings: &[Ring]) -> Self {
        Self::NotAnOutline { error, rings: rings.to_vec() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(text: &str) -> Result<Outline, GeometryError> {
        let ring = |ring: &str| ring.split_whitespace().map(|point| point.parse().unwrap()).collect::<Ring>();
        accept_rings(text.split(';').map(ring).collect(), &[])
    }

    #[test]
    fn a_spike_and_a_neck_are_thin_and_a_slit_is_not() {
        let spike = accepted("0,0 5000,0 5000,2000 9000,2004 5000,2009 5000,4000 0,4000").unwrap_err();
        assert!(matches!(spike, GeometryError::TooNarrow { width_mm, .. } if width_mm < 10.0), "{spike}");
        let neck = accepted(
            "0,0 1000,0 1000,495 2000,495 2000,0 3000,0 3000,1000 2000,1000 2000,504 1000,504 1000,1000 0,1000",
        );
        assert_eq!(neck.unwrap_err().code(), "too-narrow");
        assert!(accepted("0,0 1000,0 1000,1000 505,1000 505,100 497,90 497,1000 0,1000").is_ok());
        let wall = "0,0 1000,0 1000,1000 0,1000;5,300 5,700 600,700 600,300";
        assert_eq!(accepted(wall).unwrap_err().place(), Some("5,300".parse().unwrap()));
    }

    #[test]
    fn a_sharp_corner_of_a_wide_shape_is_not_thin() {
        assert!(accepted("0,0 10000,0 10000,300").is_ok());
    }

    #[test]
    fn what_was_thin_before_may_stay() {
        let thin = "0,0 1000,0 1000,495 2000,495 2000,0 3000,0 3000,1000 2000,1000 2000,504 1000,504 1000,1000 0,1000";
        let old: Outline = thin.parse().unwrap();
        let mut rings = old.rings().to_vec();
        rings[0][5] = "3500,0".parse().unwrap();
        assert!(accept_rings(rings, &[&old]).is_ok());
    }
}

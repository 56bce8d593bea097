//! All lines of an operation laid over each other: cut where they meet, walked around face by face.
//! Relies on exact predicates, so that which face lies on which side is never a matter of rounding.
//! Knows nothing of zones; it keeps every given point bit for bit and adds only the points where lines meet.
//!
//! Why not the boolean operations of `geo`: they round all points to an integer grid as wide as the shapes (0.06 µm
//! for a room, 0.06 mm for a campus, 0.1 m for the whole accepted range) and drop points on straight walls.
//! Here an untouched wall stays what it was, and two parts of a cut share the very same numbers.

mod graph;
mod noding;
mod regions;

pub(crate) use regions::{Corner, Lines, Planar, Region};

use geo::Coord;

/// A line that takes part: a ring of an outline, or a line that cuts.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) points: Vec<Coord>,
    pub(crate) is_closed: bool,
    /// Whose line it is; where two owners' lines go straight on into each other their joint may be dropped.
    pub(crate) owner: usize,
    /// In which of the two counts its turns are counted; a line that only cuts has none.
    pub(crate) layer: Option<usize>,
}

impl Path {
    pub(crate) fn ring(points: Vec<Coord>, owner: usize, layer: usize) -> Self {
        Self { points, is_closed: true, owner, layer: Some(layer) }
    }

    pub(crate) fn line(points: Vec<Coord>, owner: usize) -> Self {
        Self { points, is_closed: false, owner, layer: None }
    }
}

/// How often the rings of each layer run around a face. An outline's inside has 1, its holes 0.
pub(crate) type Turns = [i32; 2];

/// The lines meet so often that no building can be meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TooIntricate {
    pub(crate) at: Coord,
}

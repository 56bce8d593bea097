//! Edges in a search tree, so that neighbours are found without looking at everything.
//! Relies on `rstar`.
//! Knows nothing of what the edges belong to beyond a number.

use crate::maths::{distance, nearest};
use geo::Coord;
use rstar::{AABB, PointDistance, RTreeObject};

/// A straight edge with the number of what it belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct IndexedEdge {
    pub(crate) a: Coord,
    pub(crate) b: Coord,
    pub(crate) id: usize,
}

/// The box of everything within `reach` of `centre`.
pub(crate) fn square(centre: Coord, reach: f64) -> AABB<[f64; 2]> {
    AABB::from_corners([centre.x - reach, centre.y - reach], [centre.x + reach, centre.y + reach])
}

impl IndexedEdge {
    /// The box around the edge, wider by `reach` on all sides.
    pub(crate) fn reach(&self, reach: f64) -> AABB<[f64; 2]> {
        AABB::from_corners(
            [self.a.x.min(self.b.x) - reach, self.a.y.min(self.b.y) - reach],
            [self.a.x.max(self.b.x) + reach, self.a.y.max(self.b.y) + reach],
        )
    }
}

impl RTreeObject for IndexedEdge {
    type Envelope = AABB<[f64; 2]>;
    fn envelope(&self) -> Self::Envelope {
        self.reach(0.0)
    }
}

impl PointDistance for IndexedEdge {
    fn distance_2(&self, point: &[f64; 2]) -> f64 {
        let p = Coord { x: point[0], y: point[1] };
        distance(nearest(self.a, self.b, p), p).powi(2)
    }
}

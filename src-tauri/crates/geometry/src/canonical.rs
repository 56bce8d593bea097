//! When two outlines are the same: the same rings, wherever each begins and in whatever order the holes are.
//! Relies on the direction of rings being fixed by [`Outline::new`].
//! Knows nothing of tolerances: equal means equal numbers.

use crate::check::coords;
use crate::maths::{SAME_PLACE_MM, segment_distance};
use crate::outline::{Outline, Ring};
use crate::point::Point;

impl Outline {
    /// The same outline with each ring beginning at its leftmost (of those the uppermost) point, and the holes
    /// ordered by their first points. Two outlines are the same shape with the same vertices exactly if their
    /// canonical forms are equal.
    pub fn canonical(&self) -> Self {
        let mut rings: Vec<Ring> = self.rings().iter().map(|ring| begun_at_first(ring)).collect();
        rings[1..]
            .sort_by(|one, other| key(one).partial_cmp(&key(other)).unwrap_or(std::cmp::Ordering::Equal));
        Self::from_valid(rings)
    }

    /// Whether both have the same vertices, independent of where their rings begin.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.canonical() == other.canonical()
    }

    /// The outline without vertices that lie on the straight line between their neighbours (within
    /// [`SAME_PLACE_MM`]). Its shape is the same.
    pub fn without_straight_vertices(&self) -> Self {
        let rings = coords(self).into_iter().zip(self.rings()).map(|(coords, ring)| {
            let mut kept: Vec<usize> = (0..ring.len()).collect();
            let mut index = 0;
            while index < kept.len() && kept.len() > 3 {
                let count = kept.len();
                let (from, to) = (kept[(index + count - 1) % count], kept[(index + 1) % count]);
                if segment_distance(coords[from], coords[to], coords[kept[index]]) <= SAME_PLACE_MM {
                    kept.remove(index);
                } else {
                    index += 1;
                }
            }
            kept.into_iter().map(|index| ring[index]).collect::<Ring>()
        });
        let rings: Vec<Ring> = rings.collect();
        // A bulge of a micrometre may have been all there was of a ring; then it stays as it is.
        Self::new(rings).unwrap_or_else(|_| self.clone())
    }
}

fn key(ring: &[Point]) -> Option<(f64, f64)> {
    ring.first().map(|point| (point.x(), point.y()))
}

fn begun_at_first(ring: &[Point]) -> Ring {
    let place = |index: &usize| (ring[*index].x(), ring[*index].y());
    let first =
        (0..ring.len()).fold(0, |first, index| if place(&index) < place(&first) { index } else { first });
    let mut turned = ring.to_vec();
    turned.rotate_left(first);
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_and_the_order_of_holes_do_not_matter() {
        let one: Outline = "0,0 100,0 100,100 0,100;10,10 20,10 20,20;50,50 60,50 60,60".parse().unwrap();
        let other: Outline = "100,100 0,100 0,0 100,0;60,60 50,50 60,50;20,20 20,10 10,10".parse().unwrap();
        assert_ne!(one, other);
        assert!(one.is_same_as(&other));
        let third: Outline = "0,0 100,0 100,101 0,100".parse().unwrap();
        assert!(!one.is_same_as(&third));
    }

    #[test]
    fn straight_vertices_go_and_corners_stay() {
        let with: Outline = "0,0 50,0 100,0 100,40 100,60 100,100 0,100".parse().unwrap();
        assert_eq!(with.without_straight_vertices().to_string(), "0,0 100,0 100,100 0,100");
    }
}

//! Merging outlines that share a border into one, and bridging the gaps between those that nearly do.
//! Relies on the planar walk, so that merging the parts of a split gives back the very outline that was split.
//! Knows nothing of whose zones they are.

use crate::boolean::has_ring;
use crate::bridge::bridges;
use crate::check::{accept, coords, paths, point};
use crate::edges::IndexedEdge;
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, distance, nearest, twice_area};
use crate::outline::{Outline, Ring, SMALLEST_WIDTH_MM};
use crate::planar::{Lines, Path, Planar, Region};
use crate::point::Point;
use geo::Coord;
use rstar::RTree;

/// What happens to vertices at which two of the merged outlines meet on a straight wall.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum StraightVertices {
    /// They go: nobody sees them, and a split had put them there.
    #[default]
    Drop,
    /// They go if they are among these, such as the `inserted` ones of a [`Split`](crate::Split).
    DropThese(Vec<Point>),
    /// They stay.
    Keep,
}

/// How to merge.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergeOptions {
    /// Gaps up to this width, in millimetres, between walls that face each other are bridged. 0 bridges none.
    pub gap_mm: f64,
    /// What happens to vertices on walls that are straight now.
    pub straight: StraightVertices,
}

/// What merging made.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The one outline.
    pub outline: Outline,
    /// Vertices on straight walls that were left out.
    pub dropped: Vec<Point>,
    /// What was added to bridge gaps.
    pub bridged: Vec<Ring>,
    /// Holes that were closed because they were no wider than the gaps to be bridged, or than a centimetre.
    pub filled: Vec<Ring>,
}

/// Merges outlines that share a border (or overlap) into one that covers what they covered together.
pub fn merge(outlines: &[Outline], options: &MergeOptions) -> Result<Merged, GeometryError> {
    let found = outlines.len();
    if found < 2 {
        return Err(GeometryError::TooFewOutlines { needed: 2, found });
    }
    let gap = options.gap_mm;
    if !gap.is_finite() || gap < 0.0 {
        return Err(GeometryError::NotUsable { what: "the gap", value: gap });
    }
    let mut lines: Vec<Path> =
        outlines.iter().enumerate().flat_map(|(owner, outline)| paths(outline, owner, 0)).collect();
    let bridged = if gap > 0.0 { bridges(&outlines.iter().collect::<Vec<_>>(), gap) } else { Vec::new() };
    let bridge = |(number, bridge): (usize, &crate::bridge::Bridge)| {
        Path::ring(bridge.ring.to_vec(), found + number, 0)
    };
    lines.extend(bridged.iter().enumerate().map(bridge));
    let planar = Planar::new(&lines, SAME_PLACE_MM)?;
    let regions = planar.regions(|turns| turns[0] > 0, Lines::Ignored);
    let [region] = &regions[..] else {
        return Err(not_together(outlines, &planar, &regions)?);
    };
    let may_go = |at: Coord| match &options.straight {
        StraightVertices::Drop => true,
        StraightVertices::DropThese(these) => {
            these.iter().any(|one| distance(one.coord(), at) <= SAME_PLACE_MM)
        }
        StraightVertices::Keep => false,
    };
    let mut rings = planar.outline(region, may_go);
    let dropped = dropped(&planar.outline(region, |_| false), &rings);
    let mut filled = Vec::new();
    let widest = gap.max(SMALLEST_WIDTH_MM);
    let mut index = 0;
    rings.retain(|ring| {
        index += 1;
        let is_gap =
            index > 1 && mean_width(ring) < widest && !outlines.iter().any(|outline| has_ring(outline, ring));
        if is_gap {
            filled.push(ring.clone());
        }
        !is_gap
    });
    let before: Vec<&Outline> = outlines.iter().collect();
    let points = |rings: Vec<Vec<Coord>>| -> Result<Vec<Ring>, GeometryError> {
        let ring = |ring: Vec<Coord>| ring.into_iter().map(point).collect::<Result<Ring, _>>();
        Ok(rings.into_iter().map(ring).collect::<Result<_, _>>()?)
    };
    Ok(Merged {
        outline: accept(rings, &before)?,
        dropped: dropped.into_iter().map(point).collect::<Result<_, _>>()?,
        bridged: points(bridged.into_iter().map(|bridge| bridge.ring.to_vec()).collect())?,
        filled: points(filled)?,
    })
}

/// The area over half the border: the width of a long thin ring.
pub(crate) fn mean_width(ring: &[Coord]) -> f64 {
    let border: f64 = ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| distance(*a, *b)).sum();
    if border > 0.0 { twice_area(ring).abs() / border } else { 0.0 }
}

fn dropped(all: &[Vec<Coord>], kept: &[Vec<Coord>]) -> Vec<Coord> {
    let mut gone = Vec::new();
    for (all, kept) in all.iter().zip(kept) {
        let mut kept = kept.iter().peekable();
        for corner in all {
            if kept.next_if(|next| *next == corner).is_none() {
                gone.push(*corner);
            }
        }
    }
    gone
}

/// Why the outlines do not make one.
fn not_together(
    outlines: &[Outline],
    planar: &Planar,
    regions: &[Region],
) -> Result<GeometryError, GeometryError> {
    let Some((first, others)) = regions.split_first() else {
        return Ok(GeometryError::NothingLeft { at: outlines[0].outer()[0] });
    };
    let first = planar.outline(first, |_| false);
    let mut best: Option<(f64, Coord)> = None;
    for other in others {
        let (gap, at) = closest(&first, &planar.outline(other, |_| false));
        if best.is_none_or(|(nearest, _)| gap < nearest) {
            best = Some((gap, at));
        }
    }
    Ok(match best {
        Some((gap, at)) if gap <= SAME_PLACE_MM => GeometryError::OnlyTouching { at: point(at)? },
        Some((distance_mm, at)) => GeometryError::Apart { at: point(at)?, distance_mm },
        None => GeometryError::NothingLeft { at: outlines[0].outer()[0] },
    })
}

/// The smallest distance between the borders, and where on the one it is. They must not cross.
pub(crate) fn closest(one: &[Vec<Coord>], other: &[Vec<Coord>]) -> (f64, Coord) {
    let mut best = (f64::INFINITY, Coord::default());
    for (from, to) in [(one, other), (other, one)] {
        let edges: Vec<IndexedEdge> = to
            .iter()
            .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
            .map(|(a, b)| IndexedEdge { a: *a, b: *b, id: 0 })
            .collect();
        let tree = RTree::bulk_load(edges);
        for vertex in from.iter().flatten() {
            if let Some(edge) = tree.nearest_neighbor(&[vertex.x, vertex.y]) {
                let foot = nearest(edge.a, edge.b, *vertex);
                let gap = distance(foot, *vertex);
                if gap < best.0 {
                    best = (gap, if std::ptr::eq(from, one) { *vertex } else { foot });
                }
            }
        }
    }
    best
}

/// The distance in millimetres between two outlines; 0 when they touch or overlap.
pub fn gap_between(one: &Outline, other: &Outline) -> f64 {
    let (a, b) = (coords(one), coords(other));
    let is_in = |outline: &Outline, rings: &[Vec<Coord>]| {
        rings[0].iter().any(|vertex| point(*vertex).is_ok_and(|vertex| outline.contains(vertex)))
    };
    if is_in(one, &b) || is_in(other, &a) || one.common_area(other) > 0.0 { 0.0 } else { closest(&a, &b).0 }
}

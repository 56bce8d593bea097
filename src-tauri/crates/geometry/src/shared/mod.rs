//! Borders that several outlines share, changed in all of them at once (topological editing).
//! Relies on places within a tolerance being one place, and on the last look of `check` at every outline.
//! Knows nothing of whose outlines they are; an outline is its number in the list.

mod borders;
mod overlap;

pub(crate) use overlap::common_area;
pub use overlap::{Overlap, overlap};

use crate::check::{accept_rings, point};
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, distance, nearest, segment_distance};
use crate::outline::{Outline, SMALLEST_EDGE_MM};
use crate::point::Point;
use crate::transform::usable;
use crate::vertices::{EdgeOf, VertexOf, nearest_on_border};
use borders::{Corner, Place, Work, meets_box};
use geo::Coord;

/// Borders nearer than this are usually meant to be one: 1 mm, well over what rounding does and well under what
/// anybody draws.
pub const SHARED_MM: f64 = 1.0;

/// What an outline has at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// A vertex.
    Vertex(VertexOf),
    /// An edge that passes.
    Edge(EdgeOf),
}

/// All that lies within `tolerance_mm` of `at`: for each outline (by its number) the vertices there, or else the
/// edge that passes. What a topological change of that place would touch.
pub fn shared_at(outlines: &[&Outline], at: Point, tolerance_mm: f64) -> Vec<(usize, Shared)> {
    let p = at.coord();
    let mut found = Vec::new();
    for (number, outline) in outlines.iter().enumerate() {
        if !meets_box(outline.bounds(), p, p, tolerance_mm) {
            continue;
        }
        let before = found.len();
        for (ring, points) in outline.rings().iter().enumerate() {
            let near = (0..points.len()).filter(|index| distance(points[*index].coord(), p) <= tolerance_mm);
            found.extend(near.map(|index| (number, Shared::Vertex(VertexOf { ring, index }))));
        }
        if found.len() == before {
            let border = nearest_on_border(outline, at);
            if border.distance_mm <= tolerance_mm {
                found.push((number, Shared::Edge(border.edge)));
            }
        }
    }
    found
}

/// Puts the vertex at `at` to `to` in every outline that has it, and gives back the outlines that changed.
///
/// An outline whose edge passes there gets a vertex, unless `to` is on that edge as well. Where an edge that turns
/// with the vertex runs along other outlines, it turns about the next of their vertices, and gets one there: so the
/// borders stay together. Refused if an outline would be spoiled ([`GeometryError::Neighbour`] names it) or would
/// newly overlap another.
pub fn move_shared_vertex(
    outlines: &[&Outline],
    at: Point,
    to: Point,
    tolerance_mm: f64,
) -> Result<Vec<(usize, Outline)>, GeometryError> {
    tolerance(tolerance_mm)?;
    let places = [Place { from: at.coord(), to: to.coord() }];
    moved(outlines, &places, tolerance_mm, at)
}

/// Moves the border between `from` and `to` by `dx`, `dy` millimetres, in every outline that has part of it. All
/// vertices on it move along, as those of walls that meet it from the side; walls that go on straight beyond its
/// ends turn or grow a step as the move demands. Refused as [`move_shared_vertex`] is.
pub fn move_shared_edge(
    outlines: &[&Outline],
    from: Point,
    to: Point,
    (dx, dy): (f64, f64),
    tolerance_mm: f64,
) -> Result<Vec<(usize, Outline)>, GeometryError> {
    tolerance(tolerance_mm)?;
    usable("the distance", dx, |_| true)?;
    usable("the distance", dy, |_| true)?;
    let (a, b) = (from.coord(), to.coord());
    let shift = Coord { x: dx, y: dy };
    let mut places: Vec<Place> = Vec::new();
    let mut add = |p: Coord| {
        if !places.iter().any(|place| distance(place.from, p) <= tolerance_mm) {
            places.push(Place { from: p, to: p + shift });
        }
    };
    add(a);
    add(b);
    for outline in outlines.iter().filter(|outline| meets_box(outline.bounds(), a, b, tolerance_mm)) {
        let vertices = outline.rings().iter().flatten().map(|vertex| vertex.coord());
        vertices.filter(|vertex| segment_distance(a, b, *vertex) <= tolerance_mm).for_each(&mut add);
    }
    moved(outlines, &places, tolerance_mm, from)
}

/// Inserts a vertex at `at` in every outline whose border passes there and has none, all at the very same place:
/// the point of the first one's border nearest to `at`. No shape changes by more than the tolerance.
pub fn insert_shared_vertex(
    outlines: &[&Outline],
    at: Point,
    tolerance_mm: f64,
) -> Result<Vec<(usize, Outline)>, GeometryError> {
    tolerance(tolerance_mm)?;
    let there = shared_at(outlines, at, tolerance_mm);
    if there.is_empty() {
        return Err(GeometryError::NothingThere { at });
    }
    // A vertex that is there already is the place; else it is on the first border.
    let place = |(number, shared): &(usize, Shared)| match shared {
        Shared::Vertex(vertex) => outlines[*number].rings()[vertex.ring][vertex.index],
        Shared::Edge(_) => nearest_on_border(outlines[*number], at).at,
    };
    let is_vertex = |(_, shared): &&(usize, Shared)| matches!(shared, Shared::Vertex(_));
    let at = there.iter().find(is_vertex).or(there.first()).map_or(at, place);
    let mut changed = Vec::new();
    for (number, shared) in there {
        if let Shared::Edge(edge) = shared {
            let mut rings = outlines[number].rings().to_vec();
            rings[edge.ring].insert(edge.index + 1, at);
            changed.push((number, accepted(rings, number, outlines)?));
        }
    }
    Ok(changed)
}

/// Deletes the vertex at `at` in every outline that has it; their common border runs straight between the next
/// vertices of any of them. Refused where more than two borders meet, since deleting would tear them apart.
pub fn delete_shared_vertex(
    outlines: &[&Outline],
    at: Point,
    tolerance_mm: f64,
) -> Result<Vec<(usize, Outline)>, GeometryError> {
    tolerance(tolerance_mm)?;
    let place = Place { from: at.coord(), to: at.coord() };
    let mut works = borders::touched(outlines, &[place], tolerance_mm);
    let is_there = |work: &Work| work.rings.iter().flatten().any(|corner| corner.moves.is_some());
    if !works.iter().any(is_there) {
        return Err(GeometryError::NothingThere { at });
    }
    if borders::directions(&works, tolerance_mm) > 2 {
        return Err(GeometryError::Junction { at });
    }
    works.retain(is_there);
    for corner in works.iter_mut().flat_map(|work| work.rings.iter_mut()).flatten() {
        // It goes nowhere: it goes away.
        corner.moves = corner.moves.map(|_| corner.at);
    }
    for work in &mut works {
        borders::add_pivots(work, outlines, tolerance_mm, |corner, before, after| {
            segment_distance(before, after, corner) > SAME_PLACE_MM
        });
    }
    let mut changed = Vec::new();
    for work in works {
        let mut rings = Vec::with_capacity(work.rings.len());
        for (ring, corners) in work.rings.iter().enumerate() {
            let kept = corners.iter().filter(|corner| corner.moves.is_none());
            let kept = kept.map(|corner| point(corner.at)).collect::<Result<Vec<_>, _>>()?;
            if kept.len() < 3 {
                let left = kept.first().copied().unwrap_or(at);
                let error = match ring {
                    0 => GeometryError::NothingLeft { at: left },
                    _ => GeometryError::NoHole { at: left },
                };
                let error = Box::new(error);
                return Err(GeometryError::Neighbour { index: work.number, error });
            }
            rings.push(kept);
        }
        changed.push((work.number, accepted(rings, work.number, outlines)?));
    }
    overlap::refuse_new(outlines, &changed, tolerance_mm)?;
    Ok(changed)
}

fn tolerance(tolerance_mm: f64) -> Result<f64, GeometryError> {
    // With more, the ends of one edge could count as one place.
    usable("the tolerance", tolerance_mm, |own| (0.0..SMALLEST_EDGE_MM / 2.0).contains(&own))
}

fn accepted(rings: Vec<crate::Ring>, number: usize, outlines: &[&Outline]) -> Result<Outline, GeometryError> {
    accept_rings(rings, &[outlines[number]])
        .map_err(|error| GeometryError::Neighbour { index: number, error: Box::new(error) })
}

/// All outlines with the places moved.
fn moved(
    outlines: &[&Outline],
    places: &[Place],
    tolerance_mm: f64,
    at: Point,
) -> Result<Vec<(usize, Outline)>, GeometryError> {
    let mut works = borders::touched(outlines, places, tolerance_mm);
    if works.is_empty() {
        return Err(GeometryError::NothingThere { at });
    }
    let mut changed = Vec::new();
    for work in &mut works {
        borders::add_passing(work, places, tolerance_mm);
        borders::add_pivots(work, outlines, tolerance_mm, |_, _, _| true);
        let outline = outlines[work.number];
        let there = |corner: &Corner| point(corner.moves.unwrap_or(corner.at));
        let ring = |corners: &Vec<Corner>| corners.iter().map(there).collect::<Result<Vec<_>, _>>();
        let rings = work.rings.iter().map(ring).collect::<Result<Vec<_>, _>>()?;
        if rings != outline.rings() {
            changed.push((work.number, accepted(rings, work.number, outlines)?));
        }
    }
    overlap::refuse_new(outlines, &changed, tolerance_mm)?;
    Ok(changed)
}

/// The nearest of the places, if it is within the tolerance.
fn place_at(places: &[Place], p: Coord, tolerance_mm: f64) -> Option<&Place> {
    let near = places.iter().filter(|place| distance(place.from, p) <= tolerance_mm);
    near.min_by(|one, other| distance(one.from, p).total_cmp(&distance(other.from, p)))
}

/// Whether `p` is on the edge from `a` to `b` but at neither end.
fn is_within(a: Coord, b: Coord, p: Coord, tolerance_mm: f64) -> bool {
    distance(a, p) > tolerance_mm
        && distance(b, p) > tolerance_mm
        && distance(nearest(a, b, p), p) <= tolerance_mm
}

#[cfg(test)]
mod tests;

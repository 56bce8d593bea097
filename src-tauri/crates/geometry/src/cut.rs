//! Splitting an outline by a line drawn across it.
//! Relies on the planar walk, so that the parts share the very same points and no area is lost.
//! Knows nothing of neighbours, and of which part keeps the name.

use crate::check::{accept, coords, paths, point};
use crate::edges::IndexedEdge;
use crate::error::GeometryError;
use crate::maths::{
    SAME_PLACE_MM, crosses, crossing, distance, foot_part, line_distance, nearest, position, segment_distance,
};
use crate::outline::{MAX_RING_POINTS, Outline, SMALLEST_EDGE_MM};
use crate::planar::{Lines, Path, Planar};
use crate::point::Point;
use crate::polyline::Polyline;
use crate::vertices::nearest_on_border;
use geo::Coord;
use rstar::RTree;
use std::cmp::Ordering;

/// What a cut made of an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The parts, at least two, the largest first. Together they cover exactly what the whole did.
    pub parts: Vec<Outline>,
    /// The vertices that the whole did not have, each shared by two parts.
    pub inserted: Vec<Point>,
}

/// Splits `outline` along `line`, which leads from border to border (of any ring) and may cross it several times.
///
/// Where the line passes within [`SMALLEST_EDGE_MM`] of a vertex it is led through that vertex, and where it ends as
/// near to a border it is led to the border: an edge that short could not be stored.
pub fn split(outline: &Outline, line: &Polyline) -> Result<Split, GeometryError> {
    let line = led(outline, line)?;
    let rings = coords(outline);
    let ends = [line.first(), line.last()];
    for end in ends.into_iter().flatten() {
        let is_inside = position(rings.iter().map(Vec::as_slice), *end) == Ordering::Greater;
        if is_inside && nearest_on_border(outline, point(*end)?).distance_mm > SAME_PLACE_MM {
            return Err(GeometryError::CutEndsInside { at: point(*end)? });
        }
    }
    let mut lines = paths(outline, 0, 0);
    lines.push(Path::line(line.clone(), 1));
    let planar = Planar::new(&lines, SAME_PLACE_MM)?;
    let regions = planar.regions(|turns| turns[0] > 0, Lines::Parting);
    if regions.len() < 2 {
        return Err(missed(outline, &line)?);
    }
    let mut parts = regions
        .iter()
        .map(|region| accept(planar.outline(region, |_| false), &[outline]))
        .collect::<Result<Vec<_>, _>>()?;
    parts.sort_by(|one, other| other.area().total_cmp(&one.area()));
    let mut inserted: Vec<Point> = Vec::new();
    for vertex in parts.iter().flat_map(Outline::rings).flatten() {
        if !outline.rings().iter().flatten().any(|old| old == vertex) && !inserted.contains(vertex) {
            inserted.push(*vertex);
        }
    }
    Ok(Split { parts, inserted })
}

/// The line with its first and last edge made longer until they leave the outline, for a line that
/// [`split`] refused because it ends inside. An end that is not inside stays where it is.
pub fn extend_cut(outline: &Outline, line: &Polyline) -> Result<Polyline, GeometryError> {
    let mut points = line.points().to_vec();
    for _ in 0..2 {
        points.reverse();
        if let [.., before, end] = points[..]
            && let Some(found) = extended(outline, before.coord(), end.coord())
            && let Some(last) = points.last_mut()
        {
            *last = point(found)?;
        }
    }
    Ok(Polyline::new(points)?)
}

/// Where the line from `before` through `end` first meets the border beyond `end`, if `end` is inside.
fn extended(outline: &Outline, before: Coord, end: Coord) -> Option<Coord> {
    let rings = coords(outline);
    if position(rings.iter().map(Vec::as_slice), end) != Ordering::Greater || before == end {
        return None;
    }
    let bounds = outline.bounds();
    let reach = bounds.width() + bounds.height() + 2.0 * SMALLEST_EDGE_MM;
    let far = end + (end - before) * (reach / distance(before, end));
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    edges
        .filter_map(|(a, b)| {
            if segment_distance(end, far, *a) <= SAME_PLACE_MM {
                Some(*a)
            } else if crosses(end, far, *a, *b) {
                Some(crossing(*a, *b, end, far))
            } else {
                None
            }
        })
        .min_by(|one, other| distance(end, *one).total_cmp(&distance(end, *other)))
}

/// The cutting line as it is carried out: led through vertices and to borders that it nearly meets, and free of
/// steps too short to store. Refused when it crosses itself.
fn led(outline: &Outline, line: &Polyline) -> Result<Vec<Coord>, GeometryError> {
    let reach = SMALLEST_EDGE_MM;
    let found = line.points().len();
    if found > MAX_RING_POINTS {
        return Err(GeometryError::TooIntricate { at: line.points()[0] });
    }
    let vertices: Vec<IndexedEdge> = outline
        .rings()
        .iter()
        .flatten()
        .enumerate()
        .map(|(id, vertex)| IndexedEdge { a: vertex.coord(), b: vertex.coord(), id })
        .collect();
    let vertices = RTree::bulk_load(vertices);
    let mut led: Vec<Coord> = Vec::with_capacity(found);
    for (index, place) in line.points().iter().enumerate() {
        let p = place.coord();
        // The last point counts more than the one before it: there the line is to end.
        if index > 0 && led.last().is_some_and(|last| distance(*last, p) < reach) {
            if index + 1 < found || led.len() < 2 {
                continue;
            }
            led.pop();
        }
        let vertex = vertices.nearest_neighbor(&[p.x, p.y]).map(|vertex| vertex.a);
        let border = nearest_on_border(outline, *place);
        led.push(match vertex.filter(|vertex| distance(*vertex, p) < reach) {
            Some(vertex) => vertex,
            None if border.distance_mm < reach => border.at.coord(),
            None => p,
        });
    }
    led.dedup();
    let mut through: Vec<Coord> = Vec::with_capacity(led.len());
    for pair in led.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let edge = IndexedEdge { a, b, id: 0 };
        let mut near: Vec<Coord> = vertices
            .locate_in_envelope_intersecting(&edge.reach(reach))
            .map(|vertex| vertex.a)
            .filter(|vertex| *vertex != a && *vertex != b)
            .filter(|vertex| {
                let part = foot_part(a, b, *vertex);
                part > 0.0 && part < 1.0 && line_distance(a, b, *vertex) < reach
            })
            .collect();
        near.sort_by(|one, other| foot_part(a, b, *one).total_cmp(&foot_part(a, b, *other)));
        through.push(a);
        through.extend(near);
    }
    through.extend(led.last());
    through.dedup();
    match crosses_itself(&through) {
        Some(at) => Err(GeometryError::CutCrossesItself { at: point(at)? }),
        None => Ok(through),
    }
}

/// A place where two edges of an open line meet that do not follow each other, or fold back.
fn crosses_itself(line: &[Coord]) -> Option<Coord> {
    let edges: Vec<IndexedEdge> =
        line.windows(2).enumerate().map(|(id, pair)| IndexedEdge { a: pair[0], b: pair[1], id }).collect();
    let tree = RTree::bulk_load(edges.clone());
    for edge in &edges {
        let near = tree.locate_in_envelope_intersecting(&edge.reach(SAME_PLACE_MM));
        for other in near.filter(|other| other.id > edge.id) {
            if other.id == edge.id + 1 {
                for (own, end) in [(edge, other.b), (other, edge.a)] {
                    if segment_distance(own.a, own.b, end) <= SAME_PLACE_MM {
                        return Some(end);
                    }
                }
                continue;
            }
            if crosses(edge.a, edge.b, other.a, other.b) {
                return Some(crossing(edge.a, edge.b, other.a, other.b));
            }
            let ends = [(other, edge.a), (other, edge.b), (edge, other.a), (edge, other.b)];
            let touch =
                ends.into_iter().find(|(own, end)| segment_distance(own.a, own.b, *end) <= SAME_PLACE_MM);
            if let Some((_, at)) = touch {
                return Some(at);
            }
        }
    }
    None
}

/// The error for a line that parts nothing.
fn missed(outline: &Outline, line: &[Coord]) -> Result<GeometryError, GeometryError> {
    let mut best: Option<(f64, Coord)> = None;
    let mut offer = |gap: f64, at: Coord| {
        if best.is_none_or(|(nearest, _)| gap < nearest) {
            best = Some((gap, at));
        }
    };
    for p in line {
        offer(nearest_on_border(outline, point(*p)?).distance_mm, *p);
    }
    for pair in line.windows(2) {
        for vertex in outline.rings().iter().flatten() {
            let found = nearest(pair[0], pair[1], vertex.coord());
            offer(distance(found, vertex.coord()), found);
        }
    }
    let at = best.map_or(outline.outer()[0].coord(), |(_, at)| at);
    Ok(GeometryError::CutMisses { at: point(at)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(outline: &str, line: &str) -> Result<Split, GeometryError> {
        split(&outline.parse().unwrap(), &line.parse().unwrap())
    }

    fn parts(outline: &str, line: &str) -> Vec<String> {
        cut(outline, line).unwrap().parts.iter().map(|part| part.canonical().to_string()).collect()
    }

    const ROOM: &str = "0,0 9000,0 9000,6000 0,6000";
    const RING: &str = "0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000";

    #[test]
    fn a_line_across_makes_two_parts_that_share_its_points() {
        let found = cut(ROOM, "3000,-500 3000,4000 5000,4000 5000,7000").unwrap();
        let texts: Vec<String> = found.parts.iter().map(|part| part.canonical().to_string()).collect();
        assert_eq!(
            texts,
            [
                "3000,0 9000,0 9000,6000 5000,6000 5000,4000 3000,4000",
                "0,0 3000,0 3000,4000 5000,4000 5000,6000 0,6000"
            ]
        );
        let inserted: Vec<String> = found.inserted.iter().map(Point::to_string).collect();
        assert_eq!(inserted.len(), 4, "{inserted:?}");
    }

    #[test]
    fn a_line_may_cross_a_u_twice_and_a_hole() {
        let u = "0,0 9000,0 9000,9000 6000,9000 6000,3000 3000,3000 3000,9000 0,9000";
        assert_eq!(parts(u, "-100,5000 9100,5000").len(), 3);
        assert_eq!(parts(RING, "3000,-1 3000,6001").len(), 2);
        // From the border into the hole and out again on the same side: two parts as well.
        assert_eq!(parts(RING, "-1,2500 3000,2500 3000,3500 -1,3500").len(), 2);
        assert_eq!(cut(RING, "-1,3000 3000,3000").unwrap_err().code(), "cut-misses");
    }

    #[test]
    fn a_line_near_a_vertex_goes_through_it() {
        assert_eq!(parts(ROOM, "-90,-55 9000,5994"), ["0,0 9000,0 9000,6000", "0,0 9000,6000 0,6000"]);
        assert_eq!(parts(ROOM, "3000,4 3000,5993").len(), 2, "ends nearly on the border");
    }

    #[test]
    fn what_does_not_part_is_refused_and_says_why() {
        for (line, code) in [
            ("-100,-100 9100,-100", "cut-misses"),
            ("-100,3000 5000,3000", "cut-ends-inside"),
            ("3000,3000 5000,3000", "cut-ends-inside"),
            ("3000,-100", "cut-misses"),
            ("3000,-100 3000,6100 6000,6100 6000,3000 -100,3000", "cut-crosses-itself"),
            ("0,0 9000,0", "cut-misses"),
            ("-100,3 9100,3", "cut-misses"),
            ("4000,-100 4000,2000 4000,-100", "cut-crosses-itself"),
            ("-100,12 9100,12", "ok"),
            ("4000,-100 4000,1000 4008,1000 4008,-100", "short-edge"),
        ] {
            let found = cut(ROOM, line);
            assert_eq!(found.as_ref().err().map_or("ok", GeometryError::code), code, "{line}: {found:?}");
        }
    }

    #[test]
    fn a_line_that_ends_inside_can_be_extended() {
        let outline: Outline = RING.parse().unwrap();
        let line: Polyline = "5000,3000 7000,3000".parse().unwrap();
        let longer = extend_cut(&outline, &line).unwrap();
        assert_eq!(longer.to_string(), "4000,3000 9000,3000");
        let to_border: Polyline = "1000,1000 5000,1000".parse().unwrap();
        let longer = extend_cut(&outline, &to_border).unwrap();
        assert_eq!(longer.to_string(), "0,1000 9000,1000");
        assert_eq!(split(&outline, &longer).unwrap().parts.len(), 2);
    }
}

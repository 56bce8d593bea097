//! Vertices and edges of one outline: insert, move, delete, and push an edge parallel to itself.
//! Relies on the last look of `check`, so that what comes back is always an outline.
//! Knows nothing of neighbours; see the topological moves for those.

use crate::check::{accept, accept_rings, coords, point};
use crate::error::GeometryError;
use crate::maths::{
    SAME_PLACE_MM, between, cross, distance, dot, foot_part, inwards, line_meeting, nearest,
    segment_distance, unit,
};
use crate::outline::{Outline, OutlineError, Ring};
use crate::point::Point;
use geo::Coord;
use serde::{Deserialize, Serialize};

/// A vertex of an outline: the point `index` of ring `ring` (0 is the outer one).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct VertexOf {
    /// The ring.
    pub ring: usize,
    /// The point of the ring.
    pub index: usize,
}

/// An edge of an outline: from the point `index` of ring `ring` to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
pub struct EdgeOf {
    /// The ring.
    pub ring: usize,
    /// The point at which the edge begins.
    pub index: usize,
}

/// An outline after a change, and where the vertex in question is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Reshaped {
    /// The new outline.
    pub outline: Outline,
    /// The vertex that was inserted or moved. Its number may have changed, since rings keep their direction.
    pub vertex: VertexOf,
}

/// The point of a border nearest to somewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BorderPoint {
    /// The edge it is on.
    pub edge: EdgeOf,
    /// How far along the edge it is, from 0 at its beginning to 1 at its end.
    pub part: f64,
    /// The point itself.
    pub at: Point,
    /// Its distance in millimetres.
    pub distance_mm: f64,
}

/// What happens to the neighbours of an edge that is pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgeMove {
    /// They become longer or shorter and keep their directions. A neighbour that runs on straight stays where it
    /// is, and a step appears between the two.
    Slide,
    /// They keep their other ends, and turn.
    Shift,
}

/// A neighbour that turns by less than this (sine of 10°) runs on straight: no length of it would reach the edge.
const STRAIGHT: f64 = 0.17;

/// The vertex, or an error if there is none of that number.
pub(crate) fn vertex_of(outline: &Outline, vertex: VertexOf) -> Result<Point, GeometryError> {
    let found = outline.rings().get(vertex.ring).and_then(|ring| ring.get(vertex.index));
    found.copied().ok_or(GeometryError::NoSuchPlace { ring: vertex.ring, index: vertex.index })
}

/// The ends of the edge, or an error if there is none of that number.
pub(crate) fn edge_of(outline: &Outline, edge: EdgeOf) -> Result<(Point, Point), GeometryError> {
    let from = vertex_of(outline, VertexOf { ring: edge.ring, index: edge.index })?;
    let ring = &outline.rings()[edge.ring];
    Ok((from, ring[(edge.index + 1) % ring.len()]))
}

/// The point of the border (of any ring) that is nearest to `pointer`.
pub fn nearest_on_border(outline: &Outline, pointer: Point) -> BorderPoint {
    let p = pointer.coord();
    let mut best = BorderPoint {
        edge: EdgeOf { ring: 0, index: 0 },
        part: 0.0,
        at: outline.outer()[0],
        distance_mm: f64::INFINITY,
    };
    for (ring, points) in outline.rings().iter().enumerate() {
        for (index, (a, b)) in points.iter().zip(points.iter().cycle().skip(1)).enumerate() {
            let found = nearest(a.coord(), b.coord(), p);
            let distance_mm = distance(found, p);
            if distance_mm < best.distance_mm
                && let Ok(at) = point(found)
            {
                let part = foot_part(a.coord(), b.coord(), p).clamp(0.0, 1.0);
                best = BorderPoint { edge: EdgeOf { ring, index }, part, at, distance_mm };
            }
        }
    }
    best
}

/// Inserts a vertex on an edge, `part` of the way along it (more than 0, less than 1). The shape stays the same.
pub fn insert_vertex(outline: &Outline, edge: EdgeOf, part: f64) -> Result<Reshaped, GeometryError> {
    let (from, to) = edge_of(outline, edge)?;
    if !(part > 0.0 && part < 1.0) {
        return Err(GeometryError::NotUsable { what: "the place on the edge", value: part });
    }
    insert_vertex_at(outline, edge, point(between(from.coord(), to.coord(), part))?)
}

/// Inserts a vertex where the border is nearest to `pointer`. The shape stays the same.
pub fn insert_vertex_near(outline: &Outline, pointer: Point) -> Result<Reshaped, GeometryError> {
    let found = nearest_on_border(outline, pointer);
    insert_vertex_at(outline, found.edge, found.at)
}

/// Inserts a vertex into an edge and puts it to `to`, as when the middle of an edge is dragged.
pub fn insert_vertex_at(outline: &Outline, edge: EdgeOf, to: Point) -> Result<Reshaped, GeometryError> {
    edge_of(outline, edge)?;
    let mut rings = outline.rings().to_vec();
    rings[edge.ring].insert(edge.index + 1, to);
    reshaped(rings, outline, edge.ring, to)
}

/// Puts a vertex to `to`.
pub fn move_vertex(outline: &Outline, vertex: VertexOf, to: Point) -> Result<Reshaped, GeometryError> {
    vertex_of(outline, vertex)?;
    let mut rings = outline.rings().to_vec();
    rings[vertex.ring][vertex.index] = to;
    reshaped(rings, outline, vertex.ring, to)
}

/// Deletes a vertex. A ring of three cannot lose one.
pub fn delete_vertex(outline: &Outline, vertex: VertexOf) -> Result<Outline, GeometryError> {
    vertex_of(outline, vertex)?;
    let mut rings = outline.rings().to_vec();
    rings[vertex.ring].remove(vertex.index);
    let found = rings[vertex.ring].len();
    if found < 3 {
        let error = OutlineError::TooFewPoints { ring: vertex.ring, found };
        return Err(GeometryError::from_rings(error, &rings));
    }
    accept_rings(rings, &[outline])
}

fn reshaped(rings: Vec<Ring>, before: &Outline, ring: usize, to: Point) -> Result<Reshaped, GeometryError> {
    let outline = accept_rings(rings, &[before])?;
    // No two vertices of an outline are at one place, so the place finds it again.
    let index = outline.rings()[ring].iter().position(|point| *point == to).unwrap_or(0);
    Ok(Reshaped { outline, vertex: VertexOf { ring, index } })
}

/// Pushes an edge parallel to itself by `outwards_mm` (negative: inwards, into the zone).
pub fn move_edge(
    outline: &Outline,
    edge: EdgeOf,
    outwards_mm: f64,
    how: EdgeMove,
) -> Result<Outline, GeometryError> {
    let (from, to) = edge_of(outline, edge)?;
    if !outwards_mm.is_finite() {
        return Err(GeometryError::NotUsable { what: "the distance", value: outwards_mm });
    }
    let direction = unit(to.coord() - from.coord())
        .ok_or_else(|| GeometryError::from_rings(OutlineError::ShortEdge { at: from }, outline.rings()))?;
    let shift = inwards(direction) * -outwards_mm;
    let mut rings = coords(outline);
    let ring = &rings[edge.ring];
    let count = ring.len();
    let place = |step: usize| ring[(edge.index + step) % count];
    let (p, q) = (place(0), place(1));
    // Each end as the points that stand for it afterwards.
    let (start, end) = match how {
        EdgeMove::Shift => (vec![p + shift], vec![q + shift]),
        EdgeMove::Slide => {
            let line = (p + shift, q + shift);
            let start = slid(place(count - 1), p, line, p + shift, direction, true)?;
            let end = slid(place(2), q, line, q + shift, direction, false)?;
            (start, end.into_iter().rev().collect())
        }
    };
    if let (Some(first), Some(last)) = (start.last(), end.first())
        && dot(*last - *first, direction) <= 0.0
    {
        return Err(GeometryError::EdgeBlocked { at: from });
    }
    let mut turned = ring.clone();
    turned.rotate_left(edge.index);
    let before_edge = turned.split_off(2);
    // A triangle's third point is a neighbour on both sides.
    let mut moved: Vec<Coord> = start.into_iter().chain(end).chain(before_edge).collect();
    drop_met_neighbours(&mut moved);
    // Begins about where it began before.
    let steps = edge.index.min(moved.len() - 1);
    moved.rotate_right(steps);
    rings[edge.ring] = moved;
    accept(rings, &[outline])
}

/// Where an end of a pushed edge comes to lie when its neighbour, from `far` to `end`, keeps its direction.
fn slid(
    far: Coord,
    end: Coord,
    line: (Coord, Coord),
    shifted: Coord,
    direction: Coord,
    is_beginning: bool,
) -> Result<Vec<Coord>, GeometryError> {
    let is_straight = unit(end - far).is_none_or(|neighbour| {
        // Forwards at the beginning of the edge, backwards at its end; the other way it is the tip of a spike.
        let is_onwards = (dot(neighbour, direction) > 0.0) == is_beginning;
        is_onwards && cross(neighbour, direction).abs() < STRAIGHT
    });
    if is_straight {
        return Ok(vec![end, shifted]);
    }
    let met = line_meeting(far, end, line.0, line.1).unwrap_or(shifted);
    if distance(met, far) <= SAME_PLACE_MM {
        return Ok(vec![far]);
    }
    if dot(met - far, end - far) < 0.0 {
        return Err(GeometryError::EdgeBlocked { at: point(end)? });
    }
    Ok(vec![met])
}

/// An edge that was pushed flush with the next wall meets that wall's vertex: once is enough, and not at all
/// where the wall now runs straight.
fn drop_met_neighbours(ring: &mut Vec<Coord>) {
    let mut index = 0;
    while index < ring.len() && ring.len() > 3 {
        let count = ring.len();
        if distance(ring[index], ring[(index + 1) % count]) <= SAME_PLACE_MM {
            ring.remove((index + 1) % count);
            let count = ring.len();
            let index = index.min(count - 1);
            let (from, to) = (ring[(index + count - 1) % count], ring[(index + 1) % count]);
            if count > 3 && segment_distance(from, to, ring[index]) <= SAME_PLACE_MM {
                ring.remove(index);
            }
        } else {
            index += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Outline {
        text.parse().unwrap()
    }

    fn at(text: &str) -> Point {
        text.parse().unwrap()
    }

    const ROOM: &str = "0,0 5000,0 5000,3000 0,3000";
    const FIRST: EdgeOf = EdgeOf { ring: 0, index: 0 };

    #[test]
    fn a_vertex_is_inserted_moved_and_deleted() {
        let room = outline(ROOM);
        let inserted = insert_vertex(&room, FIRST, 0.5).unwrap();
        assert_eq!(inserted.outline.to_string(), "0,0 2500,0 5000,0 5000,3000 0,3000");
        assert_eq!(inserted.vertex, VertexOf { ring: 0, index: 1 });
        let moved = move_vertex(&inserted.outline, inserted.vertex, at("2500,-400")).unwrap();
        assert_eq!(moved.outline.to_string(), "0,0 2500,-400 5000,0 5000,3000 0,3000");
        assert_eq!(delete_vertex(&moved.outline, moved.vertex).unwrap(), room);
        let near = insert_vertex_near(&room, at("4900,1200")).unwrap();
        assert_eq!(near.outline.rings()[0][2], at("5000,1200"));
    }

    #[test]
    fn what_would_spoil_the_outline_is_refused_with_its_place() {
        let room = outline(ROOM);
        let corner = VertexOf { ring: 0, index: 0 };
        let crossing = move_vertex(&room, corner, at("6000,2000")).unwrap_err();
        assert_eq!(crossing.code(), "crossing");
        assert!(crossing.place().unwrap().distance(at("5000,2167")) < 1.0, "{crossing}");
        assert_eq!(move_vertex(&room, corner, at("4995,0")).unwrap_err().code(), "short-edge");
        assert_eq!(insert_vertex(&room, FIRST, 1.0).unwrap_err().code(), "not-usable");
        assert_eq!(
            insert_vertex(&room, EdgeOf { ring: 1, index: 0 }, 0.5).unwrap_err().code(),
            "no-such-place"
        );
        let triangle = outline("0,0 5000,0 5000,3000");
        assert_eq!(delete_vertex(&triangle, corner).unwrap_err().code(), "too-few-points");
    }

    #[test]
    fn a_triangle_turned_inside_out_keeps_track_of_its_vertex() {
        let triangle = outline("0,0 5000,0 5000,3000");
        let moved = move_vertex(&triangle, VertexOf { ring: 0, index: 1 }, at("-200,3000")).unwrap();
        assert_eq!(moved.outline.rings()[0][moved.vertex.index], at("-200,3000"));
    }

    #[test]
    fn an_edge_slides_along_its_neighbours() {
        let room = outline(ROOM);
        let wider = move_edge(&room, EdgeOf { ring: 0, index: 1 }, 700.0, EdgeMove::Slide).unwrap();
        assert_eq!(wider.to_string(), "0,0 5700,0 5700,3000 0,3000");
        let last = move_edge(&room, EdgeOf { ring: 0, index: 3 }, -33.0, EdgeMove::Slide).unwrap();
        assert_eq!(last.to_string(), "33,0 5000,0 5000,3000 33,3000");
        let slanted = outline("0,0 5000,0 6000,3000 0,3000");
        let pushed = move_edge(&slanted, FIRST, 300.0, EdgeMove::Slide).unwrap();
        assert_eq!(pushed.to_string(), "0,-300 4900,-300 6000,3000 0,3000");
        let shifted = move_edge(&slanted, FIRST, 300.0, EdgeMove::Shift).unwrap();
        assert_eq!(shifted.to_string(), "0,-300 5000,-300 6000,3000 0,3000");
        assert_eq!(move_edge(&room, FIRST, -3100.0, EdgeMove::Slide).unwrap_err().code(), "edge-blocked");
    }

    #[test]
    fn a_piece_of_a_straight_wall_becomes_a_niche_and_goes_back() {
        let wall = outline("0,0 1000,0 2000,0 5000,0 5000,3000 0,3000");
        let niche = move_edge(&wall, EdgeOf { ring: 0, index: 1 }, 400.0, EdgeMove::Slide).unwrap();
        let expected = outline("0,0 1000,0 1000,-400 2000,-400 2000,0 5000,0 5000,3000 0,3000");
        assert!(niche.is_same_as(&expected), "{niche}");
        let bottom = niche.rings()[0].iter().position(|point| *point == at("1000,-400")).unwrap();
        let back = move_edge(&niche, EdgeOf { ring: 0, index: bottom }, -400.0, EdgeMove::Slide).unwrap();
        assert!(back.is_same_as(&outline(ROOM)), "{back}");
    }

    #[test]
    fn an_edge_of_a_hole_moves_into_the_zone_when_pushed_inwards() {
        let ring = outline("0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000");
        let (from, to) = edge_of(&ring, EdgeOf { ring: 1, index: 0 }).unwrap();
        assert_eq!((from.x(), to.x()), (2000.0, 2000.0));
        let pushed = move_edge(&ring, EdgeOf { ring: 1, index: 0 }, -500.0, EdgeMove::Slide).unwrap();
        assert!(pushed.area() < ring.area());
    }
}

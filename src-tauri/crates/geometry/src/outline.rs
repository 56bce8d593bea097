//! The outline of a zone or a building: one outer ring, holes in it, no crossing anywhere.
//! Relies on `geo` for robust orientation, area and containment.
//! Knows nothing of what the outline surrounds.

use crate::check::touch;
use crate::maths::{SAME_PLACE_MM, twice_area};
use crate::point::{Bounds, Point, ShapeTextError};
use crate::polyline::Polyline;
use crate::shared::common_area;
use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Area, Centroid, Distance, Euclidean, InteriorPoint, Intersects, Line, LineString, Polygon};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An edge shorter than this is a slip of the hand, not a part of a building: 1 cm.
pub const SMALLEST_EDGE_MM: f64 = 10.0;
/// A shape that is nowhere wider than this is a sliver: 1 cm.
pub const SMALLEST_WIDTH_MM: f64 = 10.0;
/// The most points a ring may have. A traced building has dozens.
pub const MAX_RING_POINTS: usize = 10_000;

/// The points of a closed line in order; the last is joined to the first, which is not repeated.
pub type Ring = Vec<Point>;

/// A simple polygon with holes: at least three points a ring, no edge shorter than [`SMALLEST_EDGE_MM`], no two
/// edges of any ring touch except where they follow each other, every hole lies inside. A value of this type
/// is always valid. In JSON a list of rings (outer first), in text rings parted by `;`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "Vec<Ring>", into = "Vec<Ring>")]
#[ts(type = "[number, number][][]")]
pub struct Outline {
    rings: Vec<Ring>,
}

/// Why a shape is not an outline. Each names the place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OutlineError {
    /// The text or its numbers cannot be read.
    #[error(transparent)]
    Text(#[from] ShapeTextError),
    /// There is no ring at all.
    #[error("an outline needs an outer ring")]
    Empty,
    /// A ring has fewer than three points.
    #[error("ring {ring} has {found} points, at least 3 are needed")]
    TooFewPoints {
        /// Which ring, 0 is the outer one.
        ring: usize,
        /// How many points it has.
        found: usize,
    },
    /// A ring has more points than [`MAX_RING_POINTS`].
    #[error("ring {ring} has {found} points, at most {MAX_RING_POINTS} are accepted")]
    TooManyPoints {
        /// Which ring.
        ring: usize,
        /// How many points it has.
        found: usize,
    },
    /// Two neighbouring points are the same or nearly so.
    #[error("two neighbouring points lie within 1 cm at {at}")]
    ShortEdge {
        /// The place of the second point.
        at: Point,
    },
    /// Two edges cross or touch.
    #[error("the outline crosses or touches itself at {at}")]
    Crossing {
        /// Where they meet.
        at: Point,
    },
    /// A hole is not wholly inside the outer ring, or lies in another hole.
    #[error("hole {ring} is not inside the outline at {at}")]
    HoleOutside {
        /// Which ring.
        ring: usize,
        /// A point of it that is outside.
        at: Point,
    },
    /// The shape is thinner than [`SMALLEST_WIDTH_MM`].
    #[error("the outline is thinner than 1 cm at {at}")]
    Sliver {
        /// A point of it.
        at: Point,
    },
}

impl OutlineError {
    /// Where on the floor it is wrong, if the shape could be read that far.
    pub fn place(&self) -> Option<Point> {
        match self {
            Self::ShortEdge { at }
            | Self::Crossing { at }
            | Self::HoleOutside { at, .. }
            | Self::Sliver { at } => Some(*at),
            Self::Text(_) | Self::Empty | Self::TooFewPoints { .. } | Self::TooManyPoints { .. } => None,
        }
    }
}

impl Outline {
    /// An outline of an outer ring and holes, or the first thing that is wrong with it. Rings are stored with
    /// the outer one clockwise on the screen and holes the other way, starting where they started.
    pub fn new(rings: Vec<Ring>) -> Result<Self, OutlineError> {
        let Some(outer) = rings.first() else { return Err(OutlineError::Empty) };
        for (ring, points) in rings.iter().enumerate() {
            check_ring(ring, points)?;
        }
        check_crossings(&rings)?;
        let coords = |ring: &Ring| ring.iter().map(|point| point.coord()).collect();
        if let Some(at) = touch(&rings.iter().map(coords).collect::<Vec<_>>()) {
            return Err(OutlineError::Crossing { at: Point::from_coord(at)? });
        }
        check_holes(&rings)?;
        let polygon = to_polygon(&rings);
        // Area over half the length of the border is the mean width of a long thin shape.
        let border: f64 = outer.iter().zip(outer.iter().cycle().skip(1)).map(|(a, b)| a.distance(*b)).sum();
        if polygon.unsigned_area() < (SMALLEST_WIDTH_MM - SAME_PLACE_MM) * border / 2.0 {
            return Err(OutlineError::Sliver { at: outer[0] });
        }
        let mut rings = rings;
        for (index, ring) in rings.iter_mut().enumerate() {
            if is_clockwise_on_screen(ring) != (index == 0) {
                ring[1..].reverse();
            }
        }
        Ok(Self { rings })
    }

    /// The outline of rings that are known to be one, in their stored directions.
    pub(crate) fn from_valid(rings: Vec<Ring>) -> Self {
        Self { rings }
    }

    /// The upright rectangle between two opposite corners.
    pub fn rectangle(a: Point, b: Point) -> Result<Self, OutlineError> {
        let (x0, x1) = (a.x().min(b.x()), a.x().max(b.x()));
        let (y0, y1) = (a.y().min(b.y()), a.y().max(b.y()));
        Self::new(vec![vec![
            Point::new(x0, y0)?,
            Point::new(x1, y0)?,
            Point::new(x1, y1)?,
            Point::new(x0, y1)?,
        ]])
    }

    /// The rings, outer one first; never empty.
    pub fn rings(&self) -> &[Ring] {
        &self.rings
    }

    /// The outer ring.
    pub fn outer(&self) -> &[Point] {
        &self.rings[0]
    }

    /// The outline moved by `dx`, `dy` millimetres.
    pub fn moved(&self, dx: f64, dy: f64) -> Result<Self, OutlineError> {
        let ring = |ring: &Ring| ring.iter().map(|point| point.moved(dx, dy)).collect::<Result<Ring, _>>();
        Ok(Self { rings: self.rings.iter().map(ring).collect::<Result<_, _>>()? })
    }

    /// The outline with point `index` of ring `ring` put to `to`.
    pub fn with_vertex(&self, ring: usize, index: usize, to: Point) -> Result<Self, OutlineError> {
        let mut rings = self.rings.clone();
        if let Some(vertex) = rings.get_mut(ring).and_then(|points| points.get_mut(index)) {
            *vertex = to;
        }
        Self::new(rings)
    }

    /// Area in square millimetres, holes taken off.
    pub fn area(&self) -> f64 {
        to_polygon(&self.rings).unsigned_area()
    }

    /// Whether `point` is inside or on the border. Inside a hole is outside.
    pub fn contains(&self, point: Point) -> bool {
        to_polygon(&self.rings).intersects(&point.coord())
    }

    /// The area that both cover, in square millimetres; 0 when they only touch.
    pub fn common_area(&self, other: &Self) -> f64 {
        common_area(self, other)
    }

    /// The upright box around it.
    pub fn bounds(&self) -> Bounds {
        let origin = self.rings[0][0];
        let start = Bounds { x0: origin.x(), y0: origin.y(), x1: origin.x(), y1: origin.y() };
        Bounds::around(self.rings[0].iter().copied()).unwrap_or(start)
    }

    /// A point inside, as central as a name wants to stand: the centroid, or where that falls outside (an L, a
    /// ring) the middle of the widest row.
    pub fn label_point(&self) -> Point {
        let polygon = to_polygon(&self.rings);
        polygon
            .centroid()
            .filter(|centre| polygon.intersects(centre))
            .or_else(|| polygon.interior_point())
            .and_then(|point| Point::from_coord(point.0).ok())
            .unwrap_or(self.rings[0][0])
    }

    /// Distance in millimetres from `point` to the nearest border.
    pub fn border_distance(&self, point: Point) -> f64 {
        self.rings
            .iter()
            .flat_map(|ring| edges(ring))
            .map(|edge| Euclidean.distance(&geo::Point(point.coord()), &edge))
            .fold(f64::INFINITY, f64::min)
    }

    /// The outer ring as an open line, its first point repeated at the end.
    pub fn outer_line(&self) -> Result<Polyline, ShapeTextError> {
        Polyline::new(self.rings[0].iter().chain(self.rings[0].first()).copied().collect())
    }
}

fn check_ring(ring: usize, points: &Ring) -> Result<(), OutlineError> {
    if points.len() < 3 {
        return Err(OutlineError::TooFewPoints { ring, found: points.len() });
    }
    if points.len() > MAX_RING_POINTS {
        return Err(OutlineError::TooManyPoints { ring, found: points.len() });
    }
    for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
        // Not a micrometre finer: an edge of 1 cm stays one when the shape is moved or turned.
        if a.distance(*b) < SMALLEST_EDGE_MM - SAME_PLACE_MM {
            return Err(OutlineError::ShortEdge { at: *b });
        }
    }
    Ok(())
}

/// An edge with its place in the rings.
struct Edge {
    line: Line,
    ring: usize,
    index: usize,
    count: usize,
}

impl Edge {
    fn left(&self) -> f64 {
        self.line.start.x.min(self.line.end.x)
    }

    fn right(&self) -> f64 {
        self.line.start.x.max(self.line.end.x)
    }

    /// Whether `other` begins where this edge ends.
    fn leads_to(&self, other: &Self) -> bool {
        self.ring == other.ring && (self.index + 1) % self.count == other.index
    }
}

/// No two edges may touch, except neighbours in their common point.
fn check_crossings(rings: &[Ring]) -> Result<(), OutlineError> {
    let mut all: Vec<Edge> = Vec::new();
    for (ring, points) in rings.iter().enumerate() {
        let count = points.len();
        all.extend(edges(points).enumerate().map(|(index, line)| Edge { line, ring, index, count }));
    }
    // Sorted by left end, an edge can only meet those that begin before it ends.
    all.sort_by(|a, b| a.left().total_cmp(&b.left()));
    for (position, edge) in all.iter().enumerate() {
        for other in all[position + 1..].iter().take_while(|other| other.left() <= edge.right()) {
            let Some(meeting) = line_intersection(edge.line, other.line) else { continue };
            let at = match meeting {
                LineIntersection::Collinear { intersection }
                    if edge.leads_to(other) || other.leads_to(edge) =>
                {
                    if intersection.start == intersection.end {
                        continue;
                    }
                    intersection.start
                }
                LineIntersection::SinglePoint { intersection, .. } => {
                    let joint = if edge.leads_to(other) {
                        Some(edge.line.end)
                    } else if other.leads_to(edge) {
                        Some(other.line.end)
                    } else {
                        None
                    };
                    if joint == Some(intersection) {
                        continue;
                    }
                    intersection
                }
                LineIntersection::Collinear { intersection } => intersection.start,
            };
            return Err(OutlineError::Crossing { at: Point::from_coord(at)? });
        }
    }
    Ok(())
}

/// With crossings ruled out, one point of a hole tells where all of it lies.
fn check_holes(rings: &[Ring]) -> Result<(), OutlineError> {
    let outer = to_polygon(&rings[..1]);
    for (index, hole) in rings.iter().enumerate().skip(1) {
        let at = hole[0];
        let in_another_hole = || {
            rings.iter().enumerate().skip(1).any(|(other, ring)| {
                other != index && to_polygon(std::slice::from_ref(ring)).intersects(&at.coord())
            })
        };
        if !outer.intersects(&at.coord()) || in_another_hole() {
            return Err(OutlineError::HoleOutside { ring: index, at });
        }
    }
    Ok(())
}

fn edges(ring: &[Point]) -> impl Iterator<Item = Line> + '_ {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| Line::new(a.coord(), b.coord()))
}

fn is_clockwise_on_screen(ring: &Ring) -> bool {
    // y points down, so a positive shoelace sum is clockwise to the eye.
    twice_area(&ring.iter().map(|point| point.coord()).collect::<Vec<_>>()) > 0.0
}

fn to_polygon(rings: &[Ring]) -> Polygon {
    let line = |ring: &Ring| LineString::from_iter(ring.iter().map(|point| point.coord()));
    let mut lines = rings.iter().map(line);
    Polygon::new(lines.next().unwrap_or_else(|| LineString::new(Vec::new())), lines.collect())
}

impl TryFrom<Vec<Ring>> for Outline {
    type Error = OutlineError;
    fn try_from(rings: Vec<Ring>) -> Result<Self, OutlineError> {
        Self::new(rings)
    }
}

impl From<Outline> for Vec<Ring> {
    fn from(outline: Outline) -> Self {
        outline.rings
    }
}

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (ring, points) in self.rings.iter().enumerate() {
            if ring > 0 {
                f.write_str(";")?;
            }
            for (index, point) in points.iter().enumerate() {
                if index > 0 {
                    f.write_str(" ")?;
                }
                write!(f, "{point}")?;
            }
        }
        Ok(())
    }
}

impl std::str::FromStr for Outline {
    type Err = OutlineError;
    fn from_str(text: &str) -> Result<Self, OutlineError> {
        let ring =
            |ring: &str| ring.split_whitespace().map(str::parse).collect::<Result<Ring, ShapeTextError>>();
        Self::new(text.split(';').map(ring).collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Result<Outline, OutlineError> {
        text.parse()
    }

    #[test]
    fn accepts_rooms_with_courtyards() {
        let ring = outline("0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000").unwrap();
        assert_eq!(ring.area(), 9000.0 * 6000.0 - 2000.0 * 2000.0);
        assert!(ring.contains(Point::new(1000.0, 1000.0).unwrap()));
        assert!(!ring.contains(Point::new(3000.0, 3000.0).unwrap()));
        assert!(ring.contains(Point::new(0.0, 3000.0).unwrap()), "the border belongs to the zone");
        assert_eq!(ring.to_string().parse::<Outline>().unwrap(), ring);
    }

    #[test]
    fn a_collinear_point_on_a_wall_is_allowed() {
        assert!(outline("0,0 500,0 1000,0 1000,1000 0,1000").is_ok());
    }

    #[test]
    fn direction_is_normalised_so_that_equal_shapes_are_equal_text() {
        let there = outline("0,0 1000,0 1000,1000 0,1000").unwrap();
        let back = outline("0,0 0,1000 1000,1000 1000,0").unwrap();
        assert_eq!(there, back);
    }

    #[test]
    fn refuses_what_is_no_outline_and_says_where() {
        let at = |x, y| Some(Point::new(x, y).unwrap());
        for (text, place) in [
            ("", None),
            ("0,0 1000,0", None),
            ("0,0 1000,1000 1000,0 0,1000", at(500.0, 500.0)),
            ("0,0 1000,0 1000,1000 500,0 0,1000", at(500.0, 0.0)),
            ("0,0 1000,0 1000,3 1000,1000 0,1000", at(1000.0, 3.0)),
            ("0,0 1000,0 500,0", at(500.0, 0.0)),
            ("0,0 1000,0 1000,9 0,9", at(1000.0, 9.0)),
            ("0,0 9000,0 9000,15", at(0.0, 0.0)),
            ("0,0 1000,0 1000,1000 0,1000;2000,2000 3000,2000 3000,3000", at(2000.0, 2000.0)),
            ("0,0 1000,0 1000,1000 0,1000;900,500 1100,500 1100,600 900,600", at(1000.0, 500.0)),
            ("0,0 NaN,0 1000,1000", None),
        ] {
            let error = outline(text).expect_err(text);
            if place.is_some() {
                assert_eq!(error.place(), place, "{text}: {error}");
            }
        }
    }

    #[test]
    fn label_point_is_inside_an_l_shape() {
        let l = outline("0,0 10000,0 10000,1000 1000,1000 1000,10000 0,10000").unwrap();
        assert!(l.contains(l.label_point()));
    }

    #[test]
    fn touching_rooms_share_no_area() {
        let a = outline("0,0 1000,0 1000,1000 0,1000").unwrap();
        let b = outline("1000,0 2000,0 2000,1000 1000,1000").unwrap();
        let c = outline("900,0 2000,0 2000,1000 900,1000").unwrap();
        assert_eq!(a.common_area(&b), 0.0);
        assert!((a.common_area(&c) - 100.0 * 1000.0).abs() < 1e-3);
    }

    #[test]
    fn a_ring_of_ten_thousand_points_is_checked_quickly_enough_to_accept() {
        let ring: Ring = (0..10_000)
            .map(|i| {
                let angle = f64::from(i) / 10_000.0 * std::f64::consts::TAU;
                Point::new(1e6 * angle.cos(), 1e6 * angle.sin()).unwrap()
            })
            .collect();
        assert!(Outline::new(vec![ring]).is_ok());
    }
}

//! Shapes drawn in one gesture: rectangles at an angle, circles, strips along walls.
//! Relies on the planar walk to put the pieces of a strip together.
//! Knows nothing of what is drawn with them.

use crate::boolean::Pieces;
use crate::check::point;
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, cross, distance, dot, inwards, twice_area, unit};
use crate::offset::{Corners, around_corner, gathered};
use crate::outline::{MAX_RING_POINTS, Outline, Ring, SMALLEST_EDGE_MM, SMALLEST_WIDTH_MM};
use crate::planar::{Lines, Path, Planar};
use crate::point::{FARTHEST_MM, Point};
use crate::polyline::Polyline;
use crate::transform::usable;
use geo::Coord;

/// How a strip ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ends {
    /// Where the line ends.
    #[default]
    Flat,
    /// Half its width beyond the end of the line, as walls do that meet at a corner.
    Square,
}

/// The rectangle with one side from `a` to `b`, reaching `depth_mm` to the right of someone who walks from `a` to
/// `b` (to the left if it is negative).
pub fn rectangle_on(a: Point, b: Point, depth_mm: f64) -> Result<Outline, GeometryError> {
    usable("the depth", depth_mm, |depth| depth != 0.0)?;
    let across = unit(b.coord() - a.coord()).map(inwards);
    let across = across.ok_or(GeometryError::NotUsable { what: "the length of the side", value: 0.0 })?;
    let (c, d) = (point(b.coord() + across * depth_mm)?, point(a.coord() + across * depth_mm)?);
    outline(vec![a, b, c, d])
}

/// A circle as a regular polygon with a corner straight above, below and to both sides of the centre. Its corners
/// lie on the circle; its edges lie inside by up to `tolerance_mm`, by more only where they would be shorter than
/// [`SMALLEST_EDGE_MM`]. The radius must be twice [`SMALLEST_WIDTH_MM`] at least.
pub fn circle(centre: Point, radius_mm: f64, tolerance_mm: f64) -> Result<Outline, GeometryError> {
    usable("the radius", radius_mm, |radius| radius >= 2.0 * SMALLEST_WIDTH_MM)?;
    usable("the tolerance", tolerance_mm, |tolerance| tolerance > 0.0)?;
    let quarter = std::f64::consts::FRAC_PI_2;
    let fine = 2.0 * (1.0 - (tolerance_mm / radius_mm).min(0.25)).acos();
    let coarse = 2.0 * (SMALLEST_EDGE_MM * 1.01 / (2.0 * radius_mm)).min(1.0).asin();
    let most = (quarter / coarse).floor().min((MAX_RING_POINTS / 4) as f64);
    let steps = (quarter / fine).ceil().min(most).max(1.0) as usize;
    let first: Vec<(f64, f64)> = (0..steps)
        .map(|step| match step {
            0 => (radius_mm, 0.0),
            step => {
                let (sine, cosine) = (quarter * step as f64 / steps as f64).sin_cos();
                (radius_mm * cosine, radius_mm * sine)
            }
        })
        .collect();
    let mut ring = Ring::with_capacity(4 * steps);
    for turn in 0..4 {
        for &(x, y) in &first {
            // A quarter turn is exact, so that the four quarters are the same.
            let (dx, dy) = [(x, y), (-y, x), (-x, -y), (y, -x)][turn];
            ring.push(centre.moved(dx, dy)?);
        }
    }
    outline(ring)
}

/// The regular polygon around `centre` with one of its `count` corners at `corner`.
pub fn regular_polygon(centre: Point, corner: Point, count: usize) -> Result<Outline, GeometryError> {
    if !(3..=MAX_RING_POINTS).contains(&count) {
        return Err(GeometryError::NotUsable { what: "the number of corners", value: count as f64 });
    }
    let turned = |index: usize| {
        let turn = crate::Transform::rotation(centre, 360.0 * index as f64 / count as f64)?;
        Ok::<_, GeometryError>(turn.point(corner)?)
    };
    outline((0..count).map(turned).collect::<Result<_, _>>()?)
}

fn outline(ring: Ring) -> Result<Outline, GeometryError> {
    crate::check::accept_rings(vec![ring], &[])
}

/// The strips of `width_mm` along lines, half of it on either side, put together where they meet. A line whose
/// last point is its first goes around and has no ends; one of a single point covers nothing.
pub fn along(
    lines: &[Polyline],
    width_mm: f64,
    ends: Ends,
    corners: Corners,
) -> Result<Pieces, GeometryError> {
    usable("the width", width_mm, |width| (SMALLEST_WIDTH_MM..=FARTHEST_MM).contains(&width))?;
    let half = width_mm / 2.0;
    let mut rings = Vec::new();
    for line in lines {
        strip(&spread(line), half, ends, corners, &mut rings);
    }
    let paths: Vec<Path> = rings
        .into_iter()
        .enumerate()
        .map(|(owner, mut ring)| {
            if twice_area(&ring) < 0.0 {
                ring.reverse();
            }
            Path::ring(ring, owner, 0)
        })
        .collect();
    let planar = Planar::new(&paths, SAME_PLACE_MM)?;
    let regions = planar.regions(|turns| turns[0] > 0, Lines::Ignored);
    let found = gathered(regions.iter().map(|region| planar.outline(region, |_| true)), &[])?;
    let at = lines.first().and_then(|line| line.points().first()).copied();
    match (found, at) {
        (Some(pieces), _) => Ok(pieces),
        (None, Some(at)) => Err(GeometryError::NothingLeft { at }),
        (None, None) => Err(GeometryError::NotUsable { what: "the number of lines", value: 0.0 }),
    }
}

/// The line's points without those that follow another within a centimetre.
fn spread(line: &Polyline) -> Vec<Coord> {
    let mut points: Vec<Coord> = Vec::with_capacity(line.points().len());
    let count = line.points().len();
    for (index, p) in line.points().iter().map(|point| point.coord()).enumerate() {
        let is_near = points.last().is_some_and(|last| distance(*last, p) < SMALLEST_EDGE_MM);
        if is_near && index + 1 == count && points.len() > 1 {
            // The line ends where it was drawn to.
            points.pop();
        } else if is_near {
            continue;
        }
        points.push(p);
    }
    points
}

/// A rectangle for each edge, and what fills the outer side of each corner.
fn strip(line: &[Coord], half: f64, ends: Ends, corners: Corners, rings: &mut Vec<Vec<Coord>>) {
    let count = line.len();
    let is_closed = count > 3 && line[0] == line[count - 1];
    for index in 0..count.saturating_sub(1) {
        let (mut a, mut b) = (line[index], line[index + 1]);
        let Some(along) = unit(b - a) else { continue };
        let across = inwards(along) * half;
        if ends == Ends::Square && !is_closed {
            a = if index == 0 { a - along * half } else { a };
            b = if index + 2 == count { b + along * half } else { b };
        }
        rings.push(vec![a - across, b - across, b + across, a + across]);
        let next = if index + 2 < count {
            line[index + 2]
        } else if is_closed {
            line[1]
        } else {
            continue;
        };
        let at = line[index + 1];
        if let Some(leaving) = unit(next - at) {
            rings.extend(joint(at, along, leaving, half, corners));
        }
    }
}

/// What is missing between two rectangles on the outer side of the corner they meet in.
fn joint(at: Coord, arriving: Coord, leaving: Coord, half: f64, corners: Corners) -> Option<Vec<Coord>> {
    let (turn, straightness) = (cross(arriving, leaving), dot(arriving, leaving));
    if turn == 0.0 && straightness > 0.0 {
        return None;
    }
    let side = if turn > 0.0 { -half } else { half };
    let (first, second) = (inwards(arriving) * side, inwards(leaving) * side);
    let mut ring = vec![at, at + first];
    ring.extend(around_corner(at, (arriving, leaving), (first, second), corners));
    ring.push(at + second);
    ring.dedup();
    Some(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Point {
        text.parse().unwrap()
    }

    fn strips(lines: &[&str], width: f64, ends: Ends) -> Vec<String> {
        let lines: Vec<Polyline> = lines.iter().map(|line| line.parse().unwrap()).collect();
        let found = along(&lines, width, ends, Corners::Sharp).unwrap();
        found.outlines.iter().map(|piece| piece.canonical().to_string()).collect()
    }

    #[test]
    fn a_rectangle_stands_on_any_side() {
        let upright = rectangle_on(at("0,0"), at("5000,0"), 3000.0).unwrap();
        assert_eq!(upright.to_string(), "0,0 5000,0 5000,3000 0,3000");
        let slanted = rectangle_on(at("0,0"), at("3000,4000"), -1000.0).unwrap();
        assert!((slanted.area() - 5e6).abs() < 1e-3);
        assert_eq!(rectangle_on(at("0,0"), at("0,0"), 5.0).unwrap_err().code(), "not-usable");
        assert_eq!(rectangle_on(at("0,0"), at("500,0"), 0.0).unwrap_err().code(), "not-usable");
        assert_eq!(rectangle_on(at("0,0"), at("500,0"), 3.0).unwrap_err().code(), "short-edge");
    }

    #[test]
    fn a_circle_is_as_round_as_asked_and_as_wide_as_it_is_high() {
        for (radius, tolerance) in [(20.0, 1.0), (750.0, 5.0), (20_000.0, 1.0), (2e6, 0.01), (5e7, 0.001)] {
            let circle = circle(at("300,-40"), radius, tolerance).unwrap();
            let bounds = circle.bounds();
            assert_eq!((bounds.width(), bounds.height()), (2.0 * radius, 2.0 * radius));
            let exact = std::f64::consts::PI * radius * radius;
            assert!(circle.area() <= exact && circle.area() >= exact * 0.6, "{radius}");
        }
        let fine = circle(at("0,0"), 20_000.0, 1.0).unwrap();
        let edge = fine.outer()[0].coord() + (fine.outer()[1].coord() - fine.outer()[0].coord()) * 0.5;
        assert!(20_000.0 - edge.x.hypot(edge.y) <= 1.0);
        for (radius, tolerance) in [(19.0, 1.0), (f64::NAN, 1.0), (100.0, 0.0), (100.0, f64::NAN), (1e9, 1.0)]
        {
            assert_eq!(circle(at("0,0"), radius, tolerance).unwrap_err().code(), "not-usable");
        }
        assert_eq!(circle(at("99999999,0"), 100.0, 1.0).unwrap_err().code(), "coordinate");
    }

    #[test]
    fn a_regular_polygon_has_its_corner_where_it_was_put() {
        let square = regular_polygon(at("0,0"), at("1000,0"), 4).unwrap();
        assert_eq!(square.canonical().to_string(), "-1000,0 0,-1000 1000,0 0,1000");
        assert_eq!(regular_polygon(at("0,0"), at("1000,0"), 2).unwrap_err().code(), "not-usable");
        assert_eq!(regular_polygon(at("0,0"), at("0,0"), 5).unwrap_err().code(), "short-edge");
    }

    #[test]
    fn a_strip_follows_its_walls_with_exact_corners() {
        assert_eq!(strips(&["0,0 5000,0"], 240.0, Ends::Flat), ["0,-120 5000,-120 5000,120 0,120"]);
        assert_eq!(
            strips(&["0,0 5000,0 5000,3000"], 240.0, Ends::Flat),
            ["0,-120 5120,-120 5120,3000 4880,3000 4880,120 0,120"]
        );
        assert_eq!(strips(&["0,0 5000,0"], 240.0, Ends::Square), ["-120,-120 5120,-120 5120,120 -120,120"]);
        assert_eq!(
            strips(&["0,0 5000,0 5000,3000 0,3000 0,0"], 240.0, Ends::Flat),
            ["-120,-120 5120,-120 5120,3120 -120,3120;120,120 120,2880 4880,2880 4880,120"]
        );
        // A wall that meets another in a T, and one that stands apart.
        assert_eq!(
            strips(&["0,0 5000,0", "2000,0 2000,3000", "9000,9000 9100,9000"], 200.0, Ends::Flat),
            [
                "0,-100 5000,-100 5000,100 2100,100 2100,3000 1900,3000 1900,100 0,100",
                "9000,8900 9100,8900 9100,9100 9000,9100"
            ]
        );
    }

    #[test]
    fn strips_that_turn_sharply_or_hardly_at_all_are_outlines_too() {
        for line in [
            "0,0 5000,0 10,3",
            "0,0 5000,0 5004,0 5008,2",
            "0,0 1000,1 2000,0 3000,1",
            "0,0 5000,0 0,0",
            "0,0 300,0 300,300 0,300 0,-300 600,-300",
        ] {
            let line: Polyline = line.parse().unwrap();
            for corners in [Corners::Sharp, Corners::Round] {
                let found = along(std::slice::from_ref(&line), 240.0, Ends::Flat, corners).unwrap();
                assert!(found.outlines[0].area() > 0.0, "{line}");
            }
        }
        let dot: Polyline = "5,5".parse().unwrap();
        assert_eq!(along(&[dot], 100.0, Ends::Square, Corners::Sharp).unwrap_err().code(), "nothing-left");
        assert_eq!(along(&[], 100.0, Ends::Square, Corners::Sharp).unwrap_err().code(), "not-usable");
    }
}

//! Lengths, directions and angles as a measuring tool shows them.
//! Relies on shapes being in millimetres, y downwards.
//! Knows nothing of scales and of how numbers are written.

use crate::check::coords;
use crate::join::mean_width;
use crate::maths::{cross, dot};
use crate::outline::{Outline, Ring};
use crate::point::Point;
use crate::polyline::Polyline;

impl Outline {
    /// Length of all borders in millimetres, those of holes included.
    pub fn perimeter(&self) -> f64 {
        self.rings().iter().map(|ring| ring_length(ring)).sum()
    }

    /// Length of the outer border in millimetres.
    pub fn outer_perimeter(&self) -> f64 {
        ring_length(self.outer())
    }

    /// Area over half the length of the outer border, in millimetres: the width of a long thin shape, such as the
    /// body of a wall. Holes count as if they were filled.
    pub fn mean_width(&self) -> f64 {
        coords(self).first().map_or(0.0, |outer| mean_width(outer))
    }
}

impl Polyline {
    /// Length in millimetres.
    pub fn length(&self) -> f64 {
        self.points().windows(2).map(|pair| pair[0].distance(pair[1])).sum()
    }
}

fn ring_length(ring: &[Point]) -> f64 {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.distance(*b)).sum()
}

/// The direction from `from` to `to` in degrees, 0 to the right, growing clockwise on the screen, from 0 up to but
/// not including 360; `None` when they are the same place.
pub fn direction(from: Point, to: Point) -> Option<f64> {
    if from == to {
        return None;
    }
    let degrees = (to.y() - from.y()).atan2(to.x() - from.x()).to_degrees();
    // A direction of less than nothing by the smallest number would round up to a whole turn.
    Some(if degrees < 0.0 { (degrees + 360.0) % 360.0 } else { degrees })
}

/// The angle between the directions from `corner` to `one` and to `other` in degrees, from 0 to 180; `None` when
/// one of them is the corner itself.
pub fn angle(one: Point, corner: Point, other: Point) -> Option<f64> {
    if one == corner || other == corner {
        return None;
    }
    let (a, b) = (one.coord() - corner.coord(), other.coord() - corner.coord());
    Some(cross(a, b).abs().atan2(dot(a, b)).to_degrees())
}

/// The place `length_mm` away from `from` in a direction in degrees: the inverse of [`direction`] and
/// [`Point::distance`], for typed lengths and angles. Quarter turns are exact.
pub fn place_at(from: Point, degrees: f64, length_mm: f64) -> Result<Point, crate::ShapeTextError> {
    let (sine, cosine) = sine_and_cosine(degrees);
    from.moved(cosine * length_mm, sine * length_mm)
}

/// Sine and cosine of an angle in degrees, exact for quarter turns.
pub(crate) fn sine_and_cosine(degrees: f64) -> (f64, f64) {
    match degrees.rem_euclid(360.0) {
        0.0 => (0.0, 1.0),
        90.0 => (1.0, 0.0),
        180.0 => (0.0, -1.0),
        270.0 => (-1.0, 0.0),
        other => other.to_radians().sin_cos(),
    }
}

/// The ring's points, for callers that have only a ring: signed area in square millimetres, positive for a ring
/// that runs clockwise on the screen. A ring that crosses itself counts what it goes around twice as twice.
pub fn ring_area(ring: &Ring) -> f64 {
    crate::maths::twice_area(&ring.iter().map(|point| point.coord()).collect::<Vec<_>>()) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Point {
        text.parse().unwrap()
    }

    #[test]
    fn lengths_of_borders() {
        let ring: Outline =
            "0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000".parse().unwrap();
        assert_eq!((ring.perimeter(), ring.outer_perimeter()), (38_000.0, 30_000.0));
        assert_eq!(ring.mean_width(), 3600.0);
        assert_eq!("0,0 3,4 3,10".parse::<Polyline>().unwrap().length(), 11.0);
        assert_eq!(ring_area(&ring.rings()[1]), -4e6);
    }

    #[test]
    fn directions_grow_clockwise_on_the_screen() {
        let from = at("100,100");
        for (to, degrees) in
            [("200,100", 0.0), ("200,200", 45.0), ("100,200", 90.0), ("0,100", 180.0), ("100,0", 270.0)]
        {
            assert_eq!(direction(from, at(to)), Some(degrees), "{to}");
            let there = place_at(from, degrees, from.distance(at(to))).unwrap();
            assert!(there.distance(at(to)) < 1e-9);
        }
        assert_eq!(direction(from, from), None);
        assert!(direction(at("0,0"), at("100000000,-1e-300")).unwrap() < 360.0);
        assert_eq!(place_at(from, -450.0, 7.0).unwrap(), at("100,93"));
        assert!(place_at(from, f64::NAN, 7.0).is_err());
    }

    #[test]
    fn angles_have_no_sign() {
        assert_eq!(angle(at("10,0"), at("0,0"), at("0,10")), Some(90.0));
        assert_eq!(angle(at("0,10"), at("0,0"), at("10,0")), Some(90.0));
        assert_eq!(angle(at("-10,0"), at("0,0"), at("10,0")), Some(180.0));
        assert_eq!(angle(at("0,0"), at("0,0"), at("10,0")), None);
    }
}

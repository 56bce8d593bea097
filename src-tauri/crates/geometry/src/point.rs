//! A place on a floor, and the box around several of them.
//! Relies on coordinates being finite and within a hundred kilometres.
//! Knows nothing of shapes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The farthest coordinate that is accepted, in millimetres: a hundred kilometres. Beyond it a file is
/// mistaken about its units, and sums of squares would begin to lose millimetres.
pub const FARTHEST_MM: f64 = 1e8;

/// A place on a floor: millimetres to the right and down from the floor's origin. Always finite and within
/// [`FARTHEST_MM`]. In JSON it is the pair `[x, y]`, in text `x,y`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize, ts_rs::TS)]
#[ts(type = "[number, number]")]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct Point {
    x: f64,
    y: f64,
}

/// Why a text or a pair of numbers is not a shape.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ShapeTextError {
    /// A coordinate is not a number, not finite, or farther than [`FARTHEST_MM`].
    #[error("coordinate {0:?} is not a number of millimetres within 100 km")]
    Coordinate(String),
    /// A point is not written `x,y`.
    #[error("point {0:?} is not written as x,y")]
    Point(String),
    /// A line has fewer points than it needs.
    #[error("a line needs at least {needed} points, found {found}")]
    TooFewPoints {
        /// How many it needs.
        needed: usize,
        /// How many there are.
        found: usize,
    },
}

impl Point {
    /// A point at `x`, `y` millimetres. Refuses what is not finite or too far away.
    pub fn new(x: f64, y: f64) -> Result<Self, ShapeTextError> {
        for value in [x, y] {
            if !value.is_finite() || value.abs() > FARTHEST_MM {
                return Err(ShapeTextError::Coordinate(value.to_string()));
            }
        }
        // One zero: -0.0 would be written "-0" and break byte-for-byte comparison.
        Ok(Self { x: x + 0.0, y: y + 0.0 })
    }

    /// Millimetres to the right of the floor's origin.
    pub fn x(self) -> f64 {
        self.x
    }

    /// Millimetres below the floor's origin.
    pub fn y(self) -> f64 {
        self.y
    }

    /// The same place on a grid of whole millimetres: what a pointer can mean on a building.
    pub fn rounded(self) -> Self {
        Self { x: self.x.round() + 0.0, y: self.y.round() + 0.0 }
    }

    /// This place moved by `dx`, `dy` millimetres; an error if that leads out of the accepted range.
    pub fn moved(self, dx: f64, dy: f64) -> Result<Self, ShapeTextError> {
        Self::new(self.x + dx, self.y + dy)
    }

    /// Straight distance to `other` in millimetres.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    pub(crate) fn coord(self) -> geo::Coord {
        geo::Coord { x: self.x, y: self.y }
    }

    pub(crate) fn from_coord(coord: geo::Coord) -> Result<Self, ShapeTextError> {
        Self::new(coord.x, coord.y)
    }
}

impl TryFrom<(f64, f64)> for Point {
    type Error = ShapeTextError;
    fn try_from((x, y): (f64, f64)) -> Result<Self, ShapeTextError> {
        Self::new(x, y)
    }
}

impl From<Point> for (f64, f64) {
    fn from(point: Point) -> Self {
        (point.x, point.y)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.x, self.y)
    }
}

impl std::str::FromStr for Point {
    type Err = ShapeTextError;
    fn from_str(text: &str) -> Result<Self, ShapeTextError> {
        let (x, y) = text.split_once(',').ok_or_else(|| ShapeTextError::Point(text.to_owned()))?;
        let number = |part: &str| -> Result<f64, ShapeTextError> {
            part.parse().map_err(|_| ShapeTextError::Coordinate(part.to_owned()))
        };
        Self::new(number(x)?, number(y)?)
    }
}

/// The upright box around some points, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ts_rs::TS)]
pub struct Bounds {
    /// Left edge.
    pub x0: f64,
    /// Upper edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Lower edge.
    pub y1: f64,
}

impl Bounds {
    /// The box around `points`; `None` when there are none.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |found: Option<Self>, point| {
            let own = Self { x0: point.x, y0: point.y, x1: point.x, y1: point.y };
            Some(found.map_or(own, |bounds| bounds.union(own)))
        })
    }

    /// The smallest box that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Whether the boxes have at least a point in common.
    pub fn meets(self, other: Self) -> bool {
        self.x0 <= other.x1 && other.x0 <= self.x1 && self.y0 <= other.y1 && other.y0 <= self.y1
    }

    /// Width in millimetres.
    pub fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// Height in millimetres.
    pub fn height(self) -> f64 {
        self.y1 - self.y0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips_and_refuses_what_is_no_place() {
        for text in ["0,0", "12.5,-3", "0.1,100000000"] {
            assert_eq!(text.parse::<Point>().unwrap().to_string(), text);
        }
        assert_eq!("-0,-0.0".parse::<Point>().unwrap().to_string(), "0,0");
        for text in ["", "1", "1,", "1,b", "NaN,0", "inf,0", "100000001,0", "1,2,3", " 1,2"] {
            assert!(text.parse::<Point>().is_err(), "{text:?} must be refused");
        }
    }

    #[test]
    fn bounds_grow_and_meet() {
        let point = |x, y| Point::new(x, y).unwrap();
        let a = Bounds::around([point(0.0, 5.0), point(10.0, 0.0)]).unwrap();
        assert_eq!((a.width(), a.height()), (10.0, 5.0));
        assert!(a.meets(Bounds::around([point(10.0, 5.0)]).unwrap()));
        assert!(!a.meets(Bounds::around([point(10.1, 5.0)]).unwrap()));
        assert_eq!(Bounds::around([]), None);
    }
}

//! A line through points, open: a wall's axis, a door's three corners, a label's anchor.
//! Relies on [`Point`] for valid coordinates.
//! Knows nothing of what the line stands for.

use crate::point::{Bounds, Point, ShapeTextError};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One point or more, in order. In JSON a list of pairs, in text `x,y x,y`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[ts(type = "[number, number][]")]
#[serde(try_from = "Vec<Point>", into = "Vec<Point>")]
pub struct Polyline(Vec<Point>);

impl Polyline {
    /// A line through `points`; at least one.
    pub fn new(points: Vec<Point>) -> Result<Self, ShapeTextError> {
        if points.is_empty() {
            return Err(ShapeTextError::TooFewPoints { needed: 1, found: 0 });
        }
        Ok(Self(points))
    }

    /// The points in order, never empty.
    pub fn points(&self) -> &[Point] {
        &self.0
    }

    /// The box around the line.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.0.iter().copied())
    }

    /// The line moved by `dx`, `dy` millimetres.
    pub fn moved(&self, dx: f64, dy: f64) -> Result<Self, ShapeTextError> {
        self.0.iter().map(|point| point.moved(dx, dy)).collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<Vec<Point>> for Polyline {
    type Error = ShapeTextError;
    fn try_from(points: Vec<Point>) -> Result<Self, ShapeTextError> {
        Self::new(points)
    }
}

impl From<Polyline> for Vec<Point> {
    fn from(line: Polyline) -> Self {
        line.0
    }
}

impl fmt::Display for Polyline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, point) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{point}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Polyline {
    type Err = ShapeTextError;
    fn from_str(text: &str) -> Result<Self, ShapeTextError> {
        Self::new(text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
    }
}

//! Where the lines of a dimension run, and what it says.
//! Relies on its first two points being measured, its third lying on the dimension line.
//! Knows nothing of how it is drawn.

use crate::place::{PlanElement, PlanElementKind};
use geometry::Point;

/// A dimension, worked out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DimensionLine {
    /// The two places that are measured.
    pub measured: [Point; 2],
    /// The ends of the dimension line, each beside its measured place.
    pub line: [Point; 2],
    /// The true length in millimetres.
    pub length: f64,
}

impl DimensionLine {
    /// The middle of the dimension line.
    pub fn middle(&self) -> Point {
        let [a, b] = self.line;
        Point::new((a.x() + b.x()) / 2.0, (a.y() + b.y()) / 2.0).unwrap_or(a)
    }

    /// What it says, in metres with the usual three places: 12.600.
    pub fn words(&self) -> String {
        format!("{:.3}", self.length / 1000.0)
    }
}

impl PlanElement {
    /// The lines of a dimension; `None` for other kinds and where both places are one.
    pub fn dimension(&self) -> Option<DimensionLine> {
        if self.kind != PlanElementKind::Dimension {
            return None;
        }
        let [a, b, through, ..] = *self.line.points() else { return None };
        let length = a.distance(b);
        if length < 1e-3 {
            return None;
        }
        let (nx, ny) = (-(b.y() - a.y()) / length, (b.x() - a.x()) / length);
        let away = (through.x() - a.x()) * nx + (through.y() - a.y()) * ny;
        let beside = |point: Point| point.moved(nx * away, ny * away).ok();
        Some(DimensionLine { measured: [a, b], line: [beside(a)?, beside(b)?], length })
    }
}

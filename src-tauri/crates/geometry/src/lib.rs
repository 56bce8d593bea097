//! Shapes on a floor, in millimetres, y downwards: outlines with holes, and what may be asked of them.
//! Relies on `geo` for predicates and areas, and is its only user.
//! Knows nothing of ids, of the project file or of pixels.

mod outline;
mod point;
mod polyline;

pub use outline::{Outline, OutlineError, Ring, MAX_RING_POINTS, SMALLEST_EDGE_MM, SMALLEST_WIDTH_MM};
pub use point::{Bounds, Point, ShapeTextError, FARTHEST_MM};
pub use polyline::Polyline;

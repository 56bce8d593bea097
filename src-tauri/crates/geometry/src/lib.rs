//! Shapes on a floor, in millimetres, y downwards: outlines with holes, and what may be asked of them.
//! Relies on `geo` for predicates and areas, and is its only user.
//! Knows nothing of ids, of the project file or of pixels.

mod outline;
mod point;
mod polyline;

pub use outline::{MAX_RING_POINTS, Outline, OutlineError, Ring, SMALLEST_EDGE_MM, SMALLEST_WIDTH_MM};
pub use point::{Bounds, FARTHEST_MM, Point, ShapeTextError};
pub use polyline::Polyline;

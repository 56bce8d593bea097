//! Shapes on a floor, in millimetres, y downwards: outlines with holes, and what may be asked of them.
//! Relies on `geo` for predicates and areas, and is its only user.
//! Knows nothing of ids, of the project file or of pixels.

mod arrange;
mod boolean;
mod bridge;
mod canonical;
mod check;
mod cut;
mod edges;
mod error;
mod join;
mod maths;
mod measure;
mod offset;
mod outline;
#[cfg(any(test, feature = "plan"))]
pub mod plan;
mod planar;
mod point;
mod polyline;
mod regions;
mod repair;
mod resolve;
mod shapes;
mod shared;
mod transform;
mod vertices;

pub use arrange::{Alignment, Axis, Spacing, align, distribute};
pub use boolean::{Pieces, Sliver, cut_hole, fill_all_holes, fill_hole, intersect, subtract};
pub use check::{NarrowPlace, narrow_places};
pub use cut::{Split, extend_cut, split};
pub use error::{GeometryError, Suggestion};
pub use join::{MergeOptions, Merged, StraightVertices, gap_between, merge};
pub use maths::SAME_PLACE_MM;
pub use measure::{angle, direction, place_at, ring_area};
pub use offset::{ARC_TOLERANCE_MM, Corners, offset};
pub use outline::{MAX_RING_POINTS, Outline, OutlineError, Ring, SMALLEST_EDGE_MM, SMALLEST_WIDTH_MM};
pub use point::{Bounds, FARTHEST_MM, Point, ShapeTextError};
pub use polyline::Polyline;
pub use regions::{BridgedGap, RegionAt, Regions, border_lines, region_at, regions};
pub use repair::repair;
pub use resolve::{OverlapChoice, Resolved, resolve_overlap};
pub use shapes::{Ends, along, circle, rectangle_on, regular_polygon};
pub use shared::{
    Overlap, SHARED_MM, Shared, delete_shared_vertex, insert_shared_vertex, move_shared_edge,
    move_shared_vertex, overlap, shared_at,
};
pub use transform::Transform;
pub use vertices::{
    BorderPoint, EdgeMove, EdgeOf, Reshaped, VertexOf, delete_vertex, insert_vertex, insert_vertex_at,
    insert_vertex_near, move_edge, move_vertex, nearest_on_border,
};

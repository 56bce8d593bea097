//! Why a change of a shape is refused: the place, what to do instead, and the rings that could be repaired.
//! Relies on the errors of [`Outline`](crate::Outline) for what a single shape must obey.
//! Knows nothing of who is told, or in which language.

use crate::outline::{OutlineError, Ring};
use crate::point::{Point, ShapeTextError};
use std::fmt;

/// A change that was not made. Nothing is ever half changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum GeometryError {
    /// What came out is no outline. [`repair`](crate::repair()) can be asked what could be made of the rings.
    #[error("{error}")]
    NotAnOutline {
        /// What is wrong with it.
        error: OutlineError,
        /// The rings that were refused.
        rings: Vec<Ring>,
    },
    /// What came out is in one place thinner than [`SMALLEST_WIDTH_MM`](crate::SMALLEST_WIDTH_MM).
    #[error("the outline would be only {width_mm:.1} mm wide at {at}")]
    TooNarrow {
        /// The thin place.
        at: Point,
        /// Its width in millimetres.
        width_mm: f64,
        /// The rings that were refused.
        rings: Vec<Ring>,
    },
    /// A coordinate lies out of the accepted range, or a number is none.
    #[error(transparent)]
    Coordinate(#[from] ShapeTextError),
    /// There is no such ring, vertex or edge.
    #[error("there is no point {index} in ring {ring}")]
    NoSuchPlace {
        /// The ring that was named.
        ring: usize,
        /// The vertex or edge that was named.
        index: usize,
    },
    /// A number (distance, angle, factor, count) is zero, negative, not finite or out of range.
    #[error("{what} cannot be {value}")]
    NotUsable {
        /// Which number.
        what: &'static str,
        /// What it was.
        value: f64,
    },
    /// The edge cannot be moved that far: its neighbours meet before.
    #[error("the edge at {at} cannot be moved that far")]
    EdgeBlocked {
        /// An end of the edge.
        at: Point,
    },
    /// The cutting line crosses or touches itself.
    #[error("the cutting line crosses itself at {at}")]
    CutCrossesItself {
        /// Where it does.
        at: Point,
    },
    /// The cutting line begins or ends inside the outline.
    #[error("the cutting line ends inside the outline at {at}")]
    CutEndsInside {
        /// The end that is inside.
        at: Point,
    },
    /// The cutting line does not part the outline.
    #[error("the cutting line does not part the outline")]
    CutMisses {
        /// The point of the line nearest to the outline, or of the outline where the line touches it.
        at: Point,
    },
    /// The outlines meet in single points only.
    #[error("the outlines only touch at {at}")]
    OnlyTouching {
        /// Where they do.
        at: Point,
    },
    /// The outlines do not meet.
    #[error("the outlines are {distance_mm:.0} mm apart at {at}")]
    Apart {
        /// The point of the one outline that is nearest to the other.
        at: Point,
        /// How far apart they are, in millimetres.
        distance_mm: f64,
    },
    /// Fewer outlines than the change needs.
    #[error("{found} outlines, at least {needed} are needed")]
    TooFewOutlines {
        /// How many it needs.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// The hole reaches the border, or another hole.
    #[error("the hole reaches the border at {at}")]
    HoleReachesBorder {
        /// Where it does.
        at: Point,
    },
    /// The shape for a hole has a hole itself: what is left in the middle would hang in the air.
    #[error("the shape for the hole has a hole itself at {at}")]
    HoleHasHole {
        /// A point of the inner hole.
        at: Point,
    },
    /// There is no hole at that place.
    #[error("there is no hole at {at}")]
    NoHole {
        /// The place that was named.
        at: Point,
    },
    /// Nothing would be left.
    #[error("nothing of the outline at {at} would be left")]
    NothingLeft {
        /// A point of the outline that would vanish.
        at: Point,
    },
    /// The outlines do not overlap.
    #[error("the outlines do not overlap")]
    NoOverlap {
        /// A point of the first outline.
        at: Point,
    },
    /// The overlap has no two borders facing each other between which it could be shared.
    #[error("the overlap at {at} cannot be shared in the middle")]
    CannotShare {
        /// A point of the overlap.
        at: Point,
    },
    /// A neighbour that moves along would be spoiled.
    #[error("outline {index} would be spoiled: {error}")]
    Neighbour {
        /// Which outline of the list.
        index: usize,
        /// What would be wrong with it.
        error: Box<GeometryError>,
    },
    /// There is neither a vertex nor a border at that place.
    #[error("there is no border at {at}")]
    NothingThere {
        /// The place that was named.
        at: Point,
    },
    /// More than two borders meet at the vertex; without it they would be torn apart.
    #[error("more than two borders meet at {at}")]
    Junction {
        /// The vertex.
        at: Point,
    },
    /// Two outlines that did not overlap would do so.
    #[error("outlines {index} and {other} would overlap at {at}")]
    WouldOverlap {
        /// The outline that was moved.
        index: usize,
        /// The outline that it would reach into.
        other: usize,
        /// A point of the overlap.
        at: Point,
    },
    /// No lines enclose the place, not even with the gaps bridged that may be.
    #[error("no lines enclose {at}")]
    NotEnclosed {
        /// The place that was named.
        at: Point,
    },
    /// The lines meet so often that no building can be meant.
    #[error("too many lines meet at {at}")]
    TooIntricate {
        /// One of the places.
        at: Point,
    },
    /// No repair was found.
    #[error("the shape at {at} cannot be repaired")]
    NotRepairable {
        /// Where the trouble is.
        at: Point,
    },
}

/// What the user can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// Put the point at the place somewhere else.
    MovePoint,
    /// Leave at least a centimetre, or bring the borders together exactly.
    LeaveOneCentimetre,
    /// Accept what [`repair`](crate::repair()) offers.
    AcceptRepair,
    /// Lead the line to or beyond the border; [`extend_cut`](crate::extend_cut) does it.
    ExtendLine,
    /// Draw the line without a loop.
    DrawWithoutLoop,
    /// Lead the line through the outline from border to border.
    CrossOutline,
    /// Choose outlines that share a piece of border.
    ChooseNeighbours,
    /// Allow a gap of at least the given width to be bridged.
    AllowGap,
    /// Subtract the shape instead of cutting a hole.
    SubtractInstead,
    /// Point into a hole.
    PointIntoHole,
    /// Use a smaller distance.
    UseLess,
    /// Let one of the two win instead of sharing.
    ChooseWinner,
    /// Delete the outline, if that is what is meant.
    DeleteInstead,
    /// Merge two of the outlines that meet there, or move the vertex.
    MergeInstead,
    /// Check the number and its unit.
    CheckNumber,
    /// Use fewer points.
    Simplify,
    /// Choose again, since the selection is out of date.
    ChooseAgain,
}

impl GeometryError {
    /// Where on the floor it is wrong, if it is at one place.
    pub fn place(&self) -> Option<Point> {
        match self {
            Self::NotAnOutline { error, .. } => error.place(),
            Self::TooNarrow { at, .. }
            | Self::EdgeBlocked { at }
            | Self::CutCrossesItself { at }
            | Self::CutEndsInside { at }
            | Self::CutMisses { at }
            | Self::OnlyTouching { at }
            | Self::Apart { at, .. }
            | Self::HoleReachesBorder { at }
            | Self::HoleHasHole { at }
            | Self::NoHole { at }
            | Self::NothingLeft { at }
            | Self::NoOverlap { at }
            | Self::CannotShare { at }
            | Self::NothingThere { at }
            | Self::Junction { at }
            | Self::NotEnclosed { at }
            | Self::WouldOverlap { at, .. }
            | Self::TooIntricate { at }
            | Self::NotRepairable { at } => Some(*at),
            Self::Neighbour { error, .. } => error.place(),
            Self::Coordinate(_)
            | Self::NoSuchPlace { .. }
            | Self::NotUsable { .. }
            | Self::TooFewOutlines { .. } => None,
        }
    }

    /// What to do about it.
    pub fn suggestion(&self) -> Suggestion {
        match self {
            Self::NotAnOutline { error, .. } => match error {
                OutlineError::Crossing { .. }
                | OutlineError::Sliver { .. }
                | OutlineError::ShortEdge { .. } => Suggestion::AcceptRepair,
                OutlineError::TooManyPoints { .. } => Suggestion::Simplify,
                OutlineError::HoleOutside { .. } => Suggestion::SubtractInstead,
                OutlineError::TooFewPoints { .. } | OutlineError::Empty => Suggestion::DeleteInstead,
                OutlineError::Text(_) => Suggestion::CheckNumber,
            },
            Self::TooNarrow { .. } => Suggestion::LeaveOneCentimetre,
            Self::Coordinate(_) | Self::NotUsable { .. } => Suggestion::CheckNumber,
            Self::NoSuchPlace { .. } | Self::NothingThere { .. } => Suggestion::ChooseAgain,
            Self::Junction { .. } => Suggestion::MergeInstead,
            Self::WouldOverlap { .. } => Suggestion::UseLess,
            Self::EdgeBlocked { .. } => Suggestion::UseLess,
            Self::CutCrossesItself { .. } => Suggestion::DrawWithoutLoop,
            Self::CutEndsInside { .. } => Suggestion::ExtendLine,
            Self::CutMisses { .. } => Suggestion::CrossOutline,
            Self::OnlyTouching { .. } | Self::TooFewOutlines { .. } | Self::NoOverlap { .. } => {
                Suggestion::ChooseNeighbours
            }
            Self::Apart { .. } | Self::NotEnclosed { .. } => Suggestion::AllowGap,
            Self::HoleReachesBorder { .. } | Self::HoleHasHole { .. } => Suggestion::SubtractInstead,
            Self::NoHole { .. } => Suggestion::PointIntoHole,
            Self::NothingLeft { .. } => Suggestion::DeleteInstead,
            Self::CannotShare { .. } => Suggestion::ChooseWinner,
            Self::Neighbour { error, .. } => error.suggestion(),
            Self::TooIntricate { .. } => Suggestion::Simplify,
            Self::NotRepairable { .. } => Suggestion::MovePoint,
        }
    }

    /// A short word for the kind of error, for tables of texts. It never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAnOutline { error, .. } => match error {
                OutlineError::Text(_) => "coordinate",
                OutlineError::Empty => "empty",
                OutlineError::TooFewPoints { .. } => "too-few-points",
                OutlineError::TooManyPoints { .. } => "too-many-points",
                OutlineError::ShortEdge { .. } => "short-edge",
                OutlineError::Crossing { .. } => "crossing",
                OutlineError::HoleOutside { .. } => "hole-outside",
                OutlineError::Sliver { .. } => "sliver",
            },
            Self::TooNarrow { .. } => "too-narrow",
            Self::Coordinate(_) => "coordinate",
            Self::NoSuchPlace { .. } => "no-such-place",
            Self::NotUsable { .. } => "not-usable",
            Self::EdgeBlocked { .. } => "edge-blocked",
            Self::CutCrossesItself { .. } => "cut-crosses-itself",
            Self::CutEndsInside { .. } => "cut-ends-inside",
            Self::CutMisses { .. } => "cut-misses",
            Self::OnlyTouching { .. } => "only-touching",
            Self::Apart { .. } => "apart",
            Self::TooFewOutlines { .. } => "too-few-outlines",
            Self::HoleReachesBorder { .. } => "hole-reaches-border",
            Self::HoleHasHole { .. } => "hole-has-hole",
            Self::NoHole { .. } => "no-hole",
            Self::NothingLeft { .. } => "nothing-left",
            Self::NoOverlap { .. } => "no-overlap",
            Self::CannotShare { .. } => "cannot-share",
            Self::Neighbour { .. } => "neighbour",
            Self::NothingThere { .. } => "nothing-there",
            Self::Junction { .. } => "junction",
            Self::NotEnclosed { .. } => "not-enclosed",
            Self::WouldOverlap { .. } => "would-overlap",
            Self::TooIntricate { .. } => "too-intricate",
            Self::NotRepairable { .. } => "not-repairable",
        }
    }

    /// The rings that were refused, for [`repair`](crate::repair()).
    pub fn rings(&self) -> Option<&[Ring]> {
        match self {
            Self::NotAnOutline { rings, .. } | Self::TooNarrow { rings, .. } => Some(rings),
            Self::Neighbour { error, .. } => error.rings(),
            _ => None,
        }
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MovePoint => "put the point somewhere else",
            Self::LeaveOneCentimetre => "leave at least 1 cm, or bring the borders together exactly",
            Self::AcceptRepair => "accept the repaired shape, or put the point somewhere else",
            Self::ExtendLine => "lead the line to the border or beyond",
            Self::DrawWithoutLoop => "draw the line without a loop",
            Self::CrossOutline => "lead the line through the outline from border to border",
            Self::ChooseNeighbours => "choose outlines that share a piece of border",
            Self::AllowGap => "allow a wider gap to be bridged",
            Self::SubtractInstead => "subtract the shape instead of cutting a hole",
            Self::PointIntoHole => "point into a hole",
            Self::UseLess => "use a smaller distance",
            Self::ChooseWinner => "let one of the two have it",
            Self::DeleteInstead => "delete the outline, if that is what is meant",
            Self::MergeInstead => "merge two of the outlines that meet there, or move the vertex",
            Self::CheckNumber => "check the number and its unit",
            Self::Simplify => "use fewer points",
            Self::ChooseAgain => "choose again",
        })
    }
}

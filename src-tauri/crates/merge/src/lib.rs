//! Three-way merging (合并) of two states of one project, cell by cell, against the state both come from; and the plain
//! difference of two states.
//! Relies on snapshots alone: the same three states and choices always give the same result.
//! Knows nothing of files, history, undo or windows.

mod border;
mod codes;
mod conflict;
mod difference;
mod matching;
mod overlay;
mod references;
mod restore;
mod rows;
mod three_way;

pub use conflict::{Choices, Conflict, ConflictKind, Side};
pub use difference::{CellChange, RowChange, changes, difference};
pub use matching::{Offer, OfferedBy};
pub use restore::restore_rows;
pub use three_way::{Base, Merged, merge};

//! The risk library (安全风险数据库): kinds of places, equipment and work with their hazards, scores and measures.
//! Relies on `assets/library/`, compiled in, and on library files of users, which are judged before they are used.
//! Knows nothing of stores, windows and disks: texts come in, values go out.

mod built_in;
mod check;
mod entry;
mod error;
mod file;
mod overlay;
mod project;
mod search;
mod template;
mod values;

pub use built_in::{built_in_entries, built_in_groups};
pub use entry::{
    DirectHint, LibraryAccident, LibraryCheck, LibraryEntry, LibraryGroup, LibraryHazard, LibraryMeasure,
    Site, SuggestedScores, is_entry_id,
};
pub use error::{Finding, LibraryError, List, Problem};
pub use file::{FORMAT, LARGEST_FILE, LibraryFile, VERSION};
pub use overlay::{Change, EntryChange, Library, Listed, Origin};
pub use project::{Naming, entry_of_point};
pub use search::{Filter, Hit};
pub use template::{SuggestedScore, Template, TemplateAccident, TemplateHazard};
pub use values::{allowed_values, is_allowed};

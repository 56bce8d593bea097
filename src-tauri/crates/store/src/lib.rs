//! The project file: one SQLite file that can be copied at any moment, and the only door to change it.
//! Relies on `domain` for what a row is. Edits are committed to a private working copy and published by an atomic
//! rename; nothing ever stands beside the user's file.
//! Knows no rule of the field: what an edit means is decided before it comes here. The only user of `rusqlite`.

mod copies;
mod disk;
mod error;
mod format;
mod history;
mod journal;
mod lineage;
mod publish;
mod recover;
mod rows;
mod salvage;
mod schema;
mod seen;
mod store;
mod transact;
mod versions;
mod work_folder;
mod working;

pub use copies::short_code;
pub use disk::{Disk, DiskWrite, Extent, RealDisk};
pub use error::StoreError;
pub use format::{APPLICATION_ID, FileHeader};
pub use history::{Change, EntryKind, EntryState, HistoryEntry, HistoryFilter, Operation};
pub use lineage::Ancestor;
pub use recover::{LeftOver, Recovered, Rung, RungReport, RungState};
pub use salvage::TableReport;
pub use schema::SCHEMA_VERSION;
pub use seen::Seen;
pub use store::{Outside, ProjectFile, Store, sqlite_version};
pub use transact::{Committed, Label, Step, Write};
pub use versions::{Version, VersionKind};
pub use working::{Opened, Recovery, Workspace};

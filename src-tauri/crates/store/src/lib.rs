//! The project file: one SQLite file that can be copied at any moment, and the only door to change it.
//! Relies on `domain` for what a row is. Edits are committed to a private working copy and published by an atomic
//! rename; nothing ever stands beside the user's file.
//! Knows no rule of the field: what an edit means is decided before it comes here. The only user of `rusqlite`.

mod error;
mod format;
mod history;
mod journal;
mod publish;
mod rows;
mod schema;
mod store;
mod transact;
mod working;

pub use error::StoreError;
pub use format::{APPLICATION_ID, FileHeader};
pub use history::{Change, EntryKind, EntryState, HistoryEntry, Operation};
pub use schema::SCHEMA_VERSION;
pub use store::{ProjectFile, Store, sqlite_version};
pub use transact::{Committed, Label, Step, Write};
pub use working::{Opened, Recovery, Workspace};

//! The regulator's bundle: one JSON text with everything that a project says, readable without Sise.
//! Relies on version 1 being frozen: what is in `v1` never changes, a new version stands beside it.
//! Knows nothing of files on disk, of windows and of the project database.

mod error;
mod read;
mod text;
pub mod v1;
mod write;

pub use error::{BundleError, Problem};
pub use read::{Imported, LARGEST_BUNDLE, read};
pub use v1::schema;
pub use write::{Attachment, write};

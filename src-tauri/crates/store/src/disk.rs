//! Every write that the store makes to files itself, as one list, so that tests can let each of them fail or fall short.
//! Relies on the operating system; what SQLite writes in the working copy is SQLite's own affair.
//! Knows nothing of what is written.

use std::fmt::Debug;
use std::io;
use std::path::Path;

/// What is about to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DiskWrite {
    /// The private working copy, from the user's file.
    WorkingCopy,
    /// What the working copy knows of its file.
    Origin,
    /// A whole copy of the project, beside the place where it will stand.
    ProjectCopy,
    /// The flush of such a copy to the disk.
    Flush,
    /// The rename over what stood there.
    Replace,
    /// A version for keeping.
    Version,
}

/// How much of a write goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Only the first half, without the system saying so: what lying sticks and pulled plugs leave.
    Half,
}

/// Decides over writes. The real disk lets everything pass.
pub trait Disk: Debug + Send + Sync {
    /// Called before each write; an error is the write's own.
    fn write(&self, what: DiskWrite, path: &Path) -> io::Result<Extent>;
}

/// The disk as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn write(&self, _: DiskWrite, _: &Path) -> io::Result<Extent> {
        Ok(Extent::Whole)
    }
}

/// Cuts a file to half its length.
pub(crate) fn halve(path: &Path) -> io::Result<()> {
    let file = std::fs::File::options().write(true).open(path)?;
    file.set_len(file.metadata()?.len() / 2)
}

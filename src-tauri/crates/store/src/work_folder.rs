//! The folder of one working copy: its lock, what it knows of its file, and what an earlier session left in it.
//! Relies on the operating system's file locks ending with the process that held them.
//! Knows nothing of rows.

use crate::disk::{Disk, DiskWrite, Extent};
use crate::error::StoreError;
use crate::publish::open_read_only;
use crate::transact::revision;
use crate::working::{Origin, Workspace};
use rusqlite::Connection;
use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The revision that a file holds, where it can be read.
pub(crate) fn published_revision(path: &Path) -> Option<i64> {
    open_read_only(path).and_then(|connection| revision(&connection)).ok()
}

/// What an earlier session left in a work folder.
pub(crate) enum LeftOverCopy {
    /// Nothing that the file does not have.
    Same,
    /// Commits that the file lacks.
    Newer { origin: Origin, commits: i64 },
    /// Commits that the file lacks, and the file has changed as well.
    Diverged,
    /// Nobody knows: it cannot be read.
    Unreadable,
}

/// One working copy's folder, held by this process alone.
pub(crate) struct WorkFolder {
    pub(crate) path: PathBuf,
    pub(crate) disk: Arc<dyn Disk>,
    /// Held open for its lock, which ends with it.
    _lock: File,
}

impl WorkFolder {
    pub(crate) fn claim(workspace: &Workspace, file: &Path) -> Result<Self, StoreError> {
        let path = workspace.folder_of(file);
        std::fs::create_dir_all(&path).map_err(StoreError::io(&path))?;
        let lock_path = path.join("lock");
        let lock = File::options()
            .create(true)
            .read(true)
            .write(true)
            .truncate(false)
            .open(&lock_path)
            .map_err(StoreError::io(&lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let holder = std::fs::read_to_string(path.join("holder")).unwrap_or_default();
                return Err(StoreError::InUse { path: file.to_owned(), holder: holder.trim().to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(StoreError::io(&lock_path)(error)),
        }
        // For people only; the lock itself is the operating system's.
        let _ = std::fs::write(path.join("holder"), format!("process {}", std::process::id()));
        Ok(Self { path, disk: Arc::clone(&workspace.disk), _lock: lock })
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.path.join("work.sqlite")
    }

    /// Whether an earlier session left anything.
    pub(crate) fn holds_database(&self) -> bool {
        std::fs::metadata(self.database()).is_ok_and(|metadata| metadata.len() > 0)
    }

    pub(crate) fn origin_path(&self) -> PathBuf {
        self.path.join("origin.json")
    }

    /// Writes what the working copy knows of its file, whole or not at all.
    pub(crate) fn write_origin(&self, origin: &Origin) -> Result<(), StoreError> {
        let text = serde_json::to_vec(origin).map_err(|error| StoreError::Defect(error.to_string()))?;
        let extent = self.disk.write(DiskWrite::Origin, &self.path).map_err(StoreError::io(&self.path))?;
        let text = if extent == Extent::Half { &text[..text.len() / 2] } else { &text };
        let mut file = tempfile::NamedTempFile::new_in(&self.path).map_err(StoreError::io(&self.path))?;
        file.write_all(text).map_err(StoreError::io(&self.path))?;
        file.as_file().sync_all().map_err(StoreError::io(&self.path))?;
        file.persist(self.origin_path()).map_err(|error| StoreError::io(self.origin_path())(error.error))?;
        crate::publish::sync_folder(&self.path);
        Ok(())
    }

    /// What an earlier session left. `found` is the fingerprint of the file, `published` the revision in it.
    pub(crate) fn left_over(
        &self,
        found: &str,
        published: Option<i64>,
    ) -> Result<Option<LeftOverCopy>, StoreError> {
        if !self.holds_database() {
            return Ok(None);
        }
        // Opened for writing, so that commits still in the write-ahead log are seen.
        let opened = Connection::open(self.database()).map_err(StoreError::from);
        let Ok(revision) = opened.and_then(|connection| revision(&connection)) else {
            return Ok(Some(LeftOverCopy::Unreadable));
        };
        let origin = std::fs::read(self.origin_path()).ok();
        let Some(mut origin) = origin.and_then(|text| serde_json::from_slice::<Origin>(&text).ok()) else {
            // Whose copy it is cannot be told; what the file has already need not be kept.
            return Ok(Some(match published {
                Some(published) if revision <= published => LeftOverCopy::Same,
                _ => LeftOverCopy::Diverged,
            }));
        };
        if let Some((fingerprint, revision)) = origin.publishing.take()
            && fingerprint == found
        {
            origin.fingerprint = fingerprint;
            origin.revision = revision;
        }
        let commits = revision - origin.revision;
        Ok(Some(if commits <= 0 {
            LeftOverCopy::Same
        } else if origin.fingerprint == found {
            LeftOverCopy::Newer { origin, commits }
        } else {
            LeftOverCopy::Diverged
        }))
    }

    /// Moves a working copy that cannot be read out of the way, as it is.
    pub(crate) fn put_by(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let kept = self.free_name(path, "damaged")?;
        std::fs::rename(self.database(), &kept).map_err(StoreError::io(&kept))?;
        Ok(kept)
    }

    /// A name in the folder of kept edits that is not taken.
    fn free_name(&self, path: &Path, ending: &str) -> Result<PathBuf, StoreError> {
        let folder = self.path.join("kept");
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
        let stem = crate::publish::shortened(path.file_stem().unwrap_or_default());
        let stem = stem.to_string_lossy();
        let mut number = 1;
        loop {
            let candidate = folder.join(format!("{stem}-{number}.{ending}"));
            if !candidate.exists() {
                return Ok(candidate);
            }
            number += 1;
        }
    }

    /// Moves unpublished commits out of the way, as a whole project file in the data folder.
    pub(crate) fn set_aside(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let connection = Connection::open(self.database())?;
        let kept = self.free_name(path, "sise")?;
        let text = kept.to_str().ok_or_else(|| StoreError::NotAFile(kept.clone()))?;
        connection.execute("VACUUM INTO ?1", [text])?;
        Ok(kept)
    }

    /// Removes an earlier working copy.
    pub(crate) fn clear(&self) -> Result<(), StoreError> {
        for name in
            ["origin.json", "work.sqlite", "work.sqlite-wal", "work.sqlite-shm", "work.sqlite-journal"]
        {
            let path = self.path.join(name);
            match std::fs::remove_file(&path) {
                Ok(()) => {}
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(StoreError::io(path)(error)),
            }
        }
        Ok(())
    }

    /// Removes the working copy and lets go of the folder. The lock file stays: were it deleted, two processes could
    /// each hold a lock on a file of that name.
    pub(crate) fn discard(self) -> Result<(), StoreError> {
        self.clear()?;
        let _ = std::fs::remove_file(self.path.join("holder"));
        Ok(())
    }
}

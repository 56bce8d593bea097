//! An open project: read, change through the one door, publish, close.
//! Relies on the working copy being this process's own.
//! Knows no rule of the field.

use crate::error::StoreError;
use crate::history::{self, Change, HistoryEntry};
use crate::publish;
use crate::schema::SCHEMA_VERSION;
use crate::transact::{Committed, Label, Step, Work, Write, revision, transact};
use crate::working::{Origin, WorkFolder, put_asset, read_in_place};
use domain::Snapshot;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;

/// An open project.
pub struct Store {
    connection: Connection,
    folder: WorkFolder,
    origin: Origin,
}

/// The version of the SQLite that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

impl Store {
    pub(crate) fn new(connection: Connection, folder: WorkFolder, origin: Origin) -> Self {
        Self { connection, folder, origin }
    }

    /// The user's file.
    pub fn path(&self) -> &Path {
        &self.origin.path
    }

    /// Writes rows as one step: all of them or, on any error, none.
    pub fn transact(&mut self, step: &Step, writes: &[Write]) -> Result<Committed, StoreError> {
        transact(&mut self.connection, step, &Work::Write(writes))
    }

    /// Takes the latest standing edit back. Nothing to undo is no error: nothing changes.
    pub fn undo(&mut self, step: &Step) -> Result<Committed, StoreError> {
        transact(&mut self.connection, step, &Work::Undo)
    }

    /// Repeats the edit that was taken back last.
    pub fn redo(&mut self, step: &Step) -> Result<Committed, StoreError> {
        transact(&mut self.connection, step, &Work::Redo)
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Result<Option<Label>, StoreError> {
        Ok(history::undoable(&self.connection, SCHEMA_VERSION)?.map(|entry| entry.label))
    }

    /// What redo would repeat.
    pub fn redo_label(&self) -> Result<Option<Label>, StoreError> {
        Ok(history::redoable(&self.connection, SCHEMA_VERSION)?.map(|entry| entry.label))
    }

    /// How often the project has been committed to.
    pub fn revision(&self) -> Result<i64, StoreError> {
        revision(&self.connection)
    }

    /// Whether there are commits that have not reached the user's file.
    pub fn is_unpublished(&self) -> Result<bool, StoreError> {
        Ok(self.revision()? > self.origin.revision)
    }

    /// The latest `limit` entries of the operation record, newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryEntry>, StoreError> {
        history::latest(&self.connection, limit)
    }

    /// The changes of one entry, in order.
    pub fn changes(&self, sequence: i64) -> Result<Vec<Change>, StoreError> {
        history::changes(&self.connection, sequence)
    }

    /// All rows, read anew.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Snapshot::load(&mut crate::rows::Tables(&self.connection))
    }

    /// Keeps a picture and gives its fingerprint, by which rows name it.
    pub fn put_asset(&mut self, media_type: &str, bytes: &[u8]) -> Result<String, StoreError> {
        put_asset(&self.connection, media_type, bytes)
    }

    /// The media type and bytes of a picture.
    pub fn asset(&self, sha256: &str) -> Result<(String, Vec<u8>), StoreError> {
        read_asset(&self.connection, sha256)
    }

    /// Brings every commit into the user's file. Nothing is written when it already has them all. On an error the
    /// file is as it was and the commits stay safe in the working copy.
    pub fn publish(&mut self) -> Result<(), StoreError> {
        let revision = self.revision()?;
        if revision <= self.origin.revision {
            return Ok(());
        }
        let path = self.origin.path.as_path();
        let (found, prepared) = std::thread::scope(|scope| {
            let found = scope.spawn(|| publish::fingerprint(path));
            let prepared = publish::prepare(&self.connection, path, revision);
            (found.join(), prepared)
        });
        let found = found.map_err(|_| StoreError::Defect("reading the file panicked".to_owned()))??;
        // A file that went away is written again; one that others changed is theirs.
        if found.as_ref().is_some_and(|found| *found != self.origin.fingerprint) {
            return Err(StoreError::ChangedOutside(self.origin.path.clone()));
        }
        let prepared = prepared?;
        self.origin.publishing = Some((prepared.fingerprint.clone(), revision));
        self.folder.write_origin(&self.origin)?;
        let fingerprint = prepared.fingerprint.clone();
        let replaced = prepared.replace();
        self.origin.publishing = None;
        if replaced.is_ok() {
            self.origin.fingerprint = fingerprint;
            self.origin.revision = revision;
        }
        self.folder.write_origin(&self.origin)?;
        replaced
    }

    /// Writes a whole copy to `path`, in the place of what is there. This project stays the open one.
    pub fn copy_to(&mut self, path: &Path) -> Result<(), StoreError> {
        publish::prepare(&self.connection, path, self.revision()?)?.replace()
    }

    /// Publishes and gives the working copy up. On an error both stay, and opening the file again resumes.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.publish()?;
        let Self { connection, folder, .. } = self;
        connection.close().map_err(|(_, error)| error)?;
        folder.discard()
    }

    /// Gives the working copy up without publishing: what was not published is lost. For throw-away copies.
    pub fn abandon(self) -> Result<(), StoreError> {
        let Self { connection, folder, .. } = self;
        connection.close().map_err(|(_, error)| error)?;
        folder.discard()
    }
}

fn read_asset(connection: &Connection, sha256: &str) -> Result<(String, Vec<u8>), StoreError> {
    connection
        .prepare_cached("SELECT media_type, bytes FROM asset WHERE sha256 = ?1")?
        .query_row([sha256], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(|| StoreError::NoSuchAsset(sha256.to_owned()))
}

/// A project read where it lies, for looking only: nothing is written, not even a working copy.
pub struct ProjectFile {
    connection: Connection,
    /// Its rows.
    pub snapshot: Snapshot,
    /// The format version of the file.
    pub schema_version: i64,
    /// How often it has been committed to.
    pub revision: i64,
}

impl ProjectFile {
    /// Reads the project at `path`.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let (header, connection, snapshot) = read_in_place(path)?;
        let revision = revision(&connection)?;
        Ok(Self { connection, snapshot, schema_version: header.schema_version, revision })
    }

    /// The latest `limit` entries of the operation record, newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryEntry>, StoreError> {
        history::latest(&self.connection, limit)
    }

    /// The changes of one entry, in order.
    pub fn changes(&self, sequence: i64) -> Result<Vec<Change>, StoreError> {
        history::changes(&self.connection, sequence)
    }

    /// The media type and bytes of a picture.
    pub fn asset(&self, sha256: &str) -> Result<(String, Vec<u8>), StoreError> {
        read_asset(&self.connection, sha256)
    }
}

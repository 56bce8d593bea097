//! An open project: read, change through the one door, publish, close.
//! Relies on the working copy being this process's own.
//! Knows no rule of the field.

use crate::copies;
use crate::error::StoreError;
use crate::history::{self, Change, HistoryEntry, HistoryFilter};
use crate::lineage::{self, Ancestor, Copy};
use crate::publish;
use crate::schema::SCHEMA_VERSION;
use crate::transact::{Committed, Label, Step, Work, Write, revision, time_text, transact};
use crate::versions::VersionKind;
use crate::work_folder::WorkFolder;
use crate::working::{Origin, put_asset, read_in_place};
use chrono::{DateTime, Utc};
use domain::Snapshot;
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};

/// An open project.
pub struct Store {
    pub(crate) connection: Connection,
    folder: WorkFolder,
    origin: Origin,
}

/// What became of the user's file while the project was open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    /// It is as we left it.
    Same,
    /// It is not there: deleted, renamed, or the stick was pulled.
    Gone,
    /// Someone else wrote it.
    Changed {
        /// Fingerprint of what stands there now.
        fingerprint: String,
    },
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

    /// The entries that a filter lets through, newest first.
    pub fn filtered(&self, filter: &HistoryFilter) -> Result<Vec<HistoryEntry>, StoreError> {
        history::filtered(&self.connection, filter)
    }

    /// Everyone who is named in the record.
    pub fn actors(&self) -> Result<Vec<String>, StoreError> {
        history::actors(&self.connection)
    }

    /// The rows as they were after the entry `sequence`; `rows` are those of now.
    pub fn snapshot_at(&self, rows: &Snapshot, sequence: i64) -> Result<Snapshot, StoreError> {
        lineage::snapshot_at(Copy { connection: &self.connection, rows }, sequence, None)
    }

    /// The rows after the entry `to`, when `rows` are those after the later entry `from`: for walking back step by step.
    pub fn walk_back(&self, rows: &Snapshot, from: i64, to: i64) -> Result<Snapshot, StoreError> {
        lineage::walk_back(Copy { connection: &self.connection, rows }, from, to)
    }

    /// The entry of this identity, if it is one of this copy's own line.
    pub fn entry_of(&self, id: &str) -> Result<Option<i64>, StoreError> {
        lineage::entry_of(&self.connection, id)
    }

    /// Takes the pictures of another copy along.
    pub fn take_assets(&mut self, theirs: &ProjectFile) -> Result<(), StoreError> {
        lineage::import_assets(&self.connection, &theirs.connection)
    }

    /// The last entry that was made no later than `at`.
    pub fn entry_at(&self, at: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
        lineage::entry_at(&self.connection, &time_text(at))
    }

    /// The last entry of this copy's own line: its place and identity.
    pub fn tip(&self) -> Result<Option<(i64, String)>, StoreError> {
        lineage::tip(&self.connection)
    }

    /// What this project and another copy come from; `rows` are those of now.
    pub fn ancestor(&self, rows: &Snapshot, theirs: &ProjectFile) -> Result<Ancestor, StoreError> {
        lineage::common_ancestor(Copy { connection: &self.connection, rows }, theirs.copy())
    }

    /// Writes the rows that bring other copies in, as one step; their histories and pictures come along.
    pub fn merge(
        &mut self,
        step: &Step,
        writes: &[Write],
        theirs: &[ProjectFile],
    ) -> Result<Committed, StoreError> {
        let connections: Vec<&Connection> = theirs.iter().map(|own| &own.connection).collect();
        transact(&mut self.connection, step, &Work::Merge(writes, &connections))
    }

    /// Puts a note into the record that changes no row: what is said when the project is handed over.
    pub fn note(&mut self, step: &Step, note: &str) -> Result<Committed, StoreError> {
        transact(&mut self.connection, step, &Work::Note(note))
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
        let path = &self.origin.path.clone();
        let (found, prepared) = std::thread::scope(|scope| {
            let found = scope.spawn(|| publish::fingerprint(path));
            let prepared = publish::prepare(&self.connection, path, revision, &self.folder.disk);
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
        if found.is_some() {
            // A version that could not be kept is no reason not to save.
            let _ = self.folder.keep_version(path, VersionKind::Automatic);
        }
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
        publish::prepare(&self.connection, path, self.revision()?, &self.folder.disk)?.replace()
    }

    /// Writes a clean copy to `path`, in the place of what is there: no history, nothing that was deleted.
    pub fn clean_copy_to(&mut self, path: &Path, at: DateTime<Utc>, actor: &str) -> Result<(), StoreError> {
        copies::prepare_clean(&self.connection, path, at, actor, &self.folder.disk)?.replace()
    }

    /// Writes a copy that only the password opens to `path`, in the place of what is there.
    pub fn encrypted_copy_to(&mut self, path: &Path, password: &str) -> Result<(), StoreError> {
        copies::encrypt(&self.connection, path, password, &self.folder.path, &self.folder.disk)
    }

    /// What became of the user's file since it was last read or written by us, decided by its content.
    pub fn outside(&self) -> Result<Outside, StoreError> {
        Ok(match publish::fingerprint(&self.origin.path)? {
            None => Outside::Gone,
            Some(found) if found == self.origin.fingerprint => Outside::Same,
            Some(found) => Outside::Changed { fingerprint: found },
        })
    }

    /// Takes the user's file as it is now for the one that ours may replace: after it was merged or overruled. What
    /// stands there is kept as a version first. Refuses when the file is not the one that was looked at.
    pub fn overrule(&mut self, fingerprint: &str) -> Result<(), StoreError> {
        let found = publish::fingerprint(&self.origin.path)?;
        if found.as_deref().is_some_and(|found| found != fingerprint) {
            return Err(StoreError::ChangedOutside(self.origin.path.clone()));
        }
        self.folder.keep_version(&self.origin.path, VersionKind::Replaced)?;
        self.origin.fingerprint = fingerprint.to_owned();
        // The file lacks something of ours in any case.
        self.origin.revision = self.origin.revision.min(self.revision()? - 1);
        self.folder.write_origin(&self.origin)
    }

    /// Keeps the rows as a project of their own in the data folder, published or not, and gives the working copy up.
    pub fn set_aside(self) -> Result<PathBuf, StoreError> {
        let kept = self.folder.set_aside(&self.origin.path)?;
        self.abandon()?;
        Ok(kept)
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

pub(crate) fn read_asset(connection: &Connection, sha256: &str) -> Result<(String, Vec<u8>), StoreError> {
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

    /// Whether SQLite finds nothing wrong with any page and index: slower and stricter than what opening asks.
    pub fn is_sound(&self) -> Result<bool, StoreError> {
        let verdict: String = self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        Ok(verdict == "ok")
    }

    /// The latest `limit` entries of the operation record, newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryEntry>, StoreError> {
        history::latest(&self.connection, limit)
    }

    /// The changes of one entry, in order.
    pub fn changes(&self, sequence: i64) -> Result<Vec<Change>, StoreError> {
        history::changes(&self.connection, sequence)
    }

    /// The rows as they were after the entry `sequence`.
    pub fn snapshot_at(&self, sequence: i64) -> Result<Snapshot, StoreError> {
        lineage::snapshot_at(self.copy(), sequence, None)
    }

    /// The last entry that was made no later than `at`.
    pub fn entry_at(&self, at: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
        lineage::entry_at(&self.connection, &time_text(at))
    }

    /// The last entry of this copy's own line: its place and identity.
    pub fn tip(&self) -> Result<Option<(i64, String)>, StoreError> {
        lineage::tip(&self.connection)
    }

    /// What this copy and another one come from.
    pub fn ancestor(&self, theirs: &Self) -> Result<Ancestor, StoreError> {
        lineage::common_ancestor(self.copy(), theirs.copy())
    }

    fn copy(&self) -> Copy<'_> {
        Copy { connection: &self.connection, rows: &self.snapshot }
    }

    /// The media type and bytes of a picture.
    pub fn asset(&self, sha256: &str) -> Result<(String, Vec<u8>), StoreError> {
        read_asset(&self.connection, sha256)
    }
}

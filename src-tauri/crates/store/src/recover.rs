//! The ladder of recovery: the newest working copy, the published file, kept versions, and what can be salvaged out of a
//! damaged file. Data that can be read is never refused.
//! Relies on nothing being changed but the new file that is written.
//! Knows nothing of how the steps are shown.

use crate::error::StoreError;
use crate::lineage;
use crate::publish::prepare;
use crate::salvage::{Salvaged, TableReport, salvage};
use crate::schema::SCHEMA_VERSION;
use crate::store::ProjectFile;
use crate::transact::{Step, revision};
use crate::work_folder::WorkFolder;
use crate::working::{Origin, Workspace, absolute, check_schema_of, check_whole, load};
use domain::AnyRecord;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rung {
    /// The private working copy of an earlier session.
    WorkingCopy,
    /// The file itself.
    File,
    /// A version that was kept.
    Version,
    /// What could be read out of the damaged file.
    Salvage,
}

impl Rung {
    /// A short stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::WorkingCopy => "working-copy",
            Self::File => "file",
            Self::Version => "version",
            Self::Salvage => "salvage",
        }
    }
}

/// In which state something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RungState {
    /// Whole, at this revision.
    Whole {
        /// How often it had been committed to.
        revision: i64,
    },
    /// Not whole.
    Damaged {
        /// What was found.
        detail: String,
    },
    /// Not there.
    Missing,
}

/// What was found at one step of the ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RungReport {
    /// The step.
    pub rung: Rung,
    /// Where it lies.
    pub path: PathBuf,
    /// In which state.
    pub state: RungState,
}

/// What recovery did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// What the new file was made of.
    pub from: Rung,
    /// Everything that was looked at.
    pub rungs: Vec<RungReport>,
    /// What could be read of each table, where something was salvaged.
    pub tables: Vec<TableReport>,
    /// What was salvaged besides, where an older whole version was taken: it may hold newer rows.
    pub also: Option<PathBuf>,
}

/// Edits of an earlier session that have not reached their file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// The file.
    pub path: PathBuf,
    /// How many commits it lacks.
    pub commits: i64,
    /// Whether the file is still there.
    pub is_there: bool,
}

impl Workspace {
    /// Everything that earlier sessions left unpublished and that no window has open: what a start after a crash tells.
    pub fn left_overs(&self) -> Result<Vec<LeftOver>, StoreError> {
        let Ok(entries) = std::fs::read_dir(&self.root) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for folder in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let Ok(text) = std::fs::read(folder.join("origin.json")) else { continue };
            let Ok(origin) = serde_json::from_slice::<Origin>(&text) else { continue };
            // A window that has it open publishes it itself.
            if WorkFolder::claim(self, &origin.path).is_err() {
                continue;
            }
            let Some((_copy, connection)) = open_copy(&folder)? else { continue };
            let Ok(revision) = revision(&connection) else { continue };
            let commits = revision - origin.revision;
            if commits > 0 {
                let is_there = origin.path.exists();
                found.push(LeftOver { path: origin.path, commits, is_there });
            }
        }
        found.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(found)
    }

    /// Makes a whole project at `out` of what there is of the project at `path`. `spare` gives the rows without which a
    /// project cannot be, where they are lost; `step` is what the record of a salvaged project begins with. Nothing but
    /// `out` is written, and `out` must not be there yet.
    pub fn recover(
        &self,
        path: &Path,
        out: &Path,
        spare: &[AnyRecord],
        step: &Step,
    ) -> Result<Recovered, StoreError> {
        let (path, out) = (absolute(path)?, absolute(out)?);
        if out.exists() {
            return Err(StoreError::Exists(out));
        }
        let folder = self.folder_of(&path);
        let mut rungs = Vec::new();
        let working = open_copy(&folder)?;
        let working_state = working.as_ref().map_or(RungState::Missing, |(_, copy)| state_of(copy, &path));
        rungs.push(RungReport {
            rung: Rung::WorkingCopy,
            path: folder.join("work.sqlite"),
            state: working_state.clone(),
        });
        let file_state = state_of_file(&path);
        rungs.push(RungReport { rung: Rung::File, path: path.clone(), state: file_state.clone() });
        let revision_of = |state: &RungState| match state {
            RungState::Whole { revision } => Some(*revision),
            RungState::Damaged { .. } | RungState::Missing => None,
        };
        let done = |from, rungs, tables, also| Ok(Recovered { from, rungs, tables, also });
        if let (Some((_, copy)), Some(revision)) = (&working, revision_of(&working_state))
            && revision_of(&file_state).is_none_or(|published| revision > published)
        {
            prepare(copy, &out, revision, &self.disk)?.replace()?;
            return done(Rung::WorkingCopy, rungs, Vec::new(), None);
        }
        if revision_of(&file_state).is_some() {
            self.copy(&path, &out)?;
            return done(Rung::File, rungs, Vec::new(), None);
        }
        let mut version = None;
        for own in self.versions(&path)? {
            let state = state_of_file(&own.path);
            let is_whole = revision_of(&state).is_some();
            rungs.push(RungReport { rung: Rung::Version, path: own.path.clone(), state });
            if is_whole {
                version = Some(own.path);
                break;
            }
        }
        let salvaged = if path.is_file() { salvage(&path, spare)? } else { None };
        let state = match &salvaged {
            None => RungState::Missing,
            Some(_) => RungState::Damaged { detail: "read row by row".to_owned() },
        };
        rungs.push(RungReport { rung: Rung::Salvage, path: path.clone(), state });
        match (version, salvaged) {
            (None, None) => Err(StoreError::NothingToSalvage(path)),
            (Some(version), None) => {
                self.copy(&version, &out)?;
                done(Rung::Version, rungs, Vec::new(), None)
            }
            (Some(version), Some(salvaged)) if !salvaged.is_complete() => {
                self.copy(&version, &out)?;
                let mut name = crate::publish::shortened(out.file_stem().unwrap_or_default());
                name.push("-salvaged.sise");
                let beside = out.with_file_name(name);
                let tables = salvaged.tables.clone();
                // The version stands already; what was salvaged is an addition to it.
                let also = self.write_salvaged(&beside, salvaged, step).ok().map(|()| beside);
                done(Rung::Version, rungs, tables, also)
            }
            (_, Some(salvaged)) => {
                let tables = salvaged.tables.clone();
                self.write_salvaged(&out, salvaged, step)?;
                done(Rung::Salvage, rungs, tables, None)
            }
        }
    }

    fn write_salvaged(&self, out: &Path, salvaged: Salvaged, step: &Step) -> Result<(), StoreError> {
        let opened = self.create(out, salvaged.snapshot.records(), &salvaged.assets, step)?;
        let mut store = opened.store;
        // What the old record says is kept where it can be read; it is not needed for the rows.
        store.take_history(&salvaged.connection, step);
        store.close()
    }
}

/// A copy of a working copy, with its write-ahead log, so that looking changes nothing.
fn open_copy(folder: &Path) -> Result<Option<(tempfile::TempDir, Connection)>, StoreError> {
    let database = folder.join("work.sqlite");
    if std::fs::metadata(&database).map_or(0, |metadata| metadata.len()) == 0 {
        return Ok(None);
    }
    let copy = tempfile::tempdir().map_err(StoreError::io(folder))?;
    for name in ["work.sqlite", "work.sqlite-wal"] {
        let from = folder.join(name);
        if from.exists() {
            std::fs::copy(&from, copy.path().join(name)).map_err(StoreError::io(&from))?;
        }
    }
    Ok(Connection::open(copy.path().join("work.sqlite")).ok().map(|connection| (copy, connection)))
}

fn state_of(connection: &Connection, path: &Path) -> RungState {
    let found = check_schema_of(connection, path, SCHEMA_VERSION)
        .and_then(|()| check_whole(connection, path))
        .and_then(|()| load(connection, path).map(drop))
        .and_then(|()| revision(connection));
    match found {
        Ok(revision) => RungState::Whole { revision },
        Err(error) => RungState::Damaged { detail: error.to_string() },
    }
}

fn state_of_file(path: &Path) -> RungState {
    match ProjectFile::read(path) {
        Ok(file) => RungState::Whole { revision: file.revision },
        Err(StoreError::Missing(_)) => RungState::Missing,
        Err(error) => RungState::Damaged { detail: error.to_string() },
    }
}

impl crate::store::Store {
    /// Appends the record of a damaged project, as far as it can be read, as entries of another copy.
    fn take_history(&mut self, from: &Connection, step: &Step) {
        let mark = step.id.hyphenated().to_string();
        let result = self.connection.transaction().map_err(StoreError::from).and_then(|transaction| {
            lineage::import(&transaction, from, &mark, false)?;
            transaction.execute("UPDATE project_state SET revision = revision + 1", [])?;
            Ok(transaction.commit()?)
        });
        // The rows are what was asked for; a record that cannot be read is lost.
        drop(result);
    }
}

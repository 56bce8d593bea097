//! Private working copies: where edits are committed at once, so that a crash loses nothing.
//! Relies on the user's data folder being a local disk, and on the operating system's file locks ending with the
//! process that held them.
//! Knows nothing of what is edited.

use crate::disk::{Disk, DiskWrite, Extent, RealDisk};
use crate::error::StoreError;
use crate::format::FileHeader;
use crate::publish::{fingerprint, hex, open_read_only};
use crate::rows;
use crate::schema::{SCHEMA_VERSION, check_schema, migrate};
use crate::store::Store;
use crate::transact::{Step, begin_history, revision};
use crate::work_folder::{LeftOverCopy, WorkFolder, published_revision};
use domain::{AnyRecord, RecordError, Snapshot};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder in which working copies live, one sub-folder each.
#[derive(Debug, Clone)]
pub struct Workspace {
    pub(crate) root: PathBuf,
    pub(crate) disk: Arc<dyn Disk>,
}

/// An opened project and what happened on the way.
pub struct Opened {
    /// The project.
    pub store: Store,
    /// Its rows.
    pub snapshot: Snapshot,
    /// Whether edits of an earlier session were found that had not reached the file.
    pub recovery: Recovery,
    /// The format the file had, if it was an older one and was migrated in the working copy.
    pub migrated_from: Option<i64>,
}

/// What opening found of an earlier session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// Nothing was left over.
    None,
    /// Edits that had not reached the file; they are there again and will be published.
    Resumed {
        /// How many commits the file was behind.
        commits: i64,
    },
    /// Edits that had not reached the file, while the file was changed by someone else. The file as it is was
    /// opened; the edits are kept as a project of their own.
    SetAside {
        /// Where they are.
        kept: PathBuf,
    },
}

/// What a working copy knows of the file it belongs to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Origin {
    /// The user's file.
    pub(crate) path: PathBuf,
    /// Fingerprint of the file when it was last read or written by us.
    pub(crate) fingerprint: String,
    /// The revision in it.
    pub(crate) revision: i64,
    /// Set just before the file is replaced, so that a crash in between is no riddle.
    pub(crate) publishing: Option<(String, i64)>,
}

impl Workspace {
    /// Working copies in the user's data folder, or in `SISE_DATA_DIR` when that is set.
    pub fn standard() -> Result<Self, StoreError> {
        let root = std::env::var_os("SISE_DATA_DIR")
            .map(PathBuf::from)
            .or_else(|| dirs::data_local_dir().map(|folder| folder.join("sise")))
            .ok_or_else(|| StoreError::Defect("this account has no data folder".to_owned()))?;
        Ok(Self::at(root))
    }

    /// Working copies under `root`.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self::on(root, Arc::new(RealDisk))
    }

    /// Working copies under `root`, with every write passing by `disk`.
    pub fn on(root: impl Into<PathBuf>, disk: Arc<dyn Disk>) -> Self {
        Self { root: root.into().join("work"), disk }
    }

    /// The folder of the working copy of `file`, which is spelled the one way.
    pub(crate) fn folder_of(&self, file: &Path) -> PathBuf {
        let name = hex(&Sha256::digest(file.as_os_str().as_encoded_bytes()));
        self.root.join(&name[..24])
    }

    /// Makes a new project of `records` and the pictures `assets` (media type, bytes), publishes it at `path` and
    /// leaves it open. Refuses to replace a file.
    pub fn create(
        &self,
        path: &Path,
        records: impl IntoIterator<Item = AnyRecord>,
        assets: &[(String, Vec<u8>)],
        step: &Step,
    ) -> Result<Opened, StoreError> {
        let path = absolute(path)?;
        if path.exists() {
            return Err(StoreError::Exists(path));
        }
        let folder = WorkFolder::claim(self, &path)?;
        // Edits of a project that stood here before and went away are not for the new one to overwrite.
        match folder.left_over("", None)? {
            Some(LeftOverCopy::Newer { .. } | LeftOverCopy::Diverged) => drop(folder.set_aside(&path)?),
            Some(LeftOverCopy::Unreadable) => drop(folder.put_by(&path)?),
            Some(LeftOverCopy::Same) | None => {}
        }
        folder.clear()?;
        let mut connection = Connection::open(folder.database())?;
        connection.pragma_update(None, "synchronous", "OFF")?;
        migrate(&mut connection, SCHEMA_VERSION)?;
        let transaction = connection.transaction()?;
        for record in records {
            record.check()?;
            rows::put(&transaction, &record)?;
        }
        for (media_type, bytes) in assets {
            put_asset(&transaction, media_type, bytes)?;
        }
        begin_history(&transaction, step)?;
        if let Some((table, missing)) = transaction
            .prepare("SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 1")?
            .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
            .next()
            .transpose()?
        {
            return Err(StoreError::Damaged {
                path,
                detail: format!("{table} refers to a missing {missing}"),
            });
        }
        transaction.commit()?;
        drop(connection);
        let (connection, snapshot) = open_working(&folder, &path, SCHEMA_VERSION, true)?;
        let origin = Origin { path, fingerprint: String::new(), revision: 0, publishing: None };
        let mut store = Store::new(connection, folder, origin);
        store.publish()?;
        Ok(Opened { store, snapshot, recovery: Recovery::None, migrated_from: None })
    }

    /// Opens the project at `path` for editing. The file itself is only read.
    pub fn open(&self, path: &Path) -> Result<Opened, StoreError> {
        let path = absolute(path)?;
        let header = FileHeader::read(&path)?;
        let folder = WorkFolder::claim(self, &path)?;
        // Where nothing is left over, copying need not wait for the fingerprint.
        let (found, filled) = std::thread::scope(|scope| {
            let found = scope.spawn(|| fingerprint(&path));
            let filled = (!folder.holds_database()).then(|| self.fill(&folder, &path));
            (found.join(), filled)
        });
        let found = found.map_err(|_| StoreError::Defect("reading the file panicked".to_owned()))??;
        let found = found.ok_or_else(|| StoreError::Missing(path.clone()))?;
        let mut recovery = Recovery::None;
        let left = match &filled {
            Some(_) => None,
            None => folder.left_over(&found, published_revision(&path))?,
        };
        if let Some(left) = left {
            match left {
                LeftOverCopy::Newer { origin, commits } => {
                    let (connection, snapshot) = open_working(&folder, &path, SCHEMA_VERSION, false)?;
                    let store = Store::new(connection, folder, origin);
                    let recovery = Recovery::Resumed { commits };
                    return Ok(Opened { store, snapshot, recovery, migrated_from: None });
                }
                LeftOverCopy::Diverged => recovery = Recovery::SetAside { kept: folder.set_aside(&path)? },
                LeftOverCopy::Unreadable => recovery = Recovery::SetAside { kept: folder.put_by(&path)? },
                LeftOverCopy::Same => {}
            }
        }
        filled.unwrap_or_else(|| self.fill(&folder, &path))?;
        let (connection, snapshot) = open_working(&folder, &path, header.schema_version, true)?;
        let migrated_from = (header.schema_version < SCHEMA_VERSION).then_some(header.schema_version);
        let origin = Origin { path, fingerprint: found, revision: revision(&connection)?, publishing: None };
        folder.write_origin(&origin)?;
        Ok(Opened { store: Store::new(connection, folder, origin), snapshot, recovery, migrated_from })
    }

    /// Makes the folder's database a plain copy of the file.
    fn fill(&self, folder: &WorkFolder, path: &Path) -> Result<(), StoreError> {
        folder.clear()?;
        let extent = self.disk.write(DiskWrite::WorkingCopy, path).map_err(StoreError::io(path))?;
        std::fs::copy(path, folder.database()).map_err(StoreError::io(path))?;
        make_writable(&folder.database())?;
        if extent == Extent::Half {
            crate::disk::halve(&folder.database()).map_err(StoreError::io(path))?;
        }
        Ok(())
    }
}

/// Reads all rows of the project at `path` where it lies: nothing is written anywhere.
pub(crate) fn read_in_place(path: &Path) -> Result<(FileHeader, Connection, Snapshot), StoreError> {
    let path = absolute(path)?;
    let header = FileHeader::read(&path)?;
    let mut connection = open_read_only(&path)?;
    harden(&connection)?;
    check_schema_of(&connection, &path, header.schema_version)?;
    check_whole(&connection, &path)?;
    if header.schema_version < SCHEMA_VERSION {
        // An older format is read through a migrated copy in memory.
        let mut memory = Connection::open_in_memory()?;
        rusqlite::backup::Backup::new(&connection, &mut memory)?.run_to_completion(
            1_000,
            std::time::Duration::ZERO,
            None,
        )?;
        migrate(&mut memory, SCHEMA_VERSION)?;
        connection = memory;
    }
    let snapshot = load(&connection, &path)?;
    Ok((header, connection, snapshot))
}

/// How much of the working copy SQLite may keep in memory; it takes only what it needs.
pub(crate) const CACHE_KIB: i64 = 32 * 1024;

/// Opens a database in the private folder, hardened, checked, migrated, journalled, and loads its rows. `fresh` says
/// that the database is a plain copy of a file, so that it can be checked and loaded at the same time.
fn open_working(
    folder: &WorkFolder,
    path: &Path,
    version: i64,
    fresh: bool,
) -> Result<(Connection, Snapshot), StoreError> {
    let mut connection = Connection::open(folder.database())?;
    harden(&connection)?;
    // What an older program left behind is in its own format still.
    let version = if fresh {
        version
    } else {
        let own: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        own.clamp(1, version)
    };
    check_schema_of(&connection, path, version)?;
    let loaded = if fresh && version == SCHEMA_VERSION {
        let database = folder.database();
        Some(std::thread::scope(|scope| {
            let whole = scope.spawn(|| check_whole(&open_read_only(&database)?, path));
            let loaded = load(&connection, path);
            // What the check found explains what loading stumbled over, so it comes first.
            whole.join().map_err(|_| StoreError::Defect("the check of the file panicked".to_owned()))??;
            loaded
        })?)
    } else {
        check_whole(&connection, path)?;
        None
    };
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // A step of thousands of rows stays in memory till it is committed, and so does its journal.
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    if version < SCHEMA_VERSION {
        migrate(&mut connection, SCHEMA_VERSION)?;
    }
    let snapshot = loaded.map_or_else(|| load(&connection, path), Ok)?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.set_prepared_statement_cache_capacity(256);
    crate::journal::install(&connection)?;
    Ok((connection, snapshot))
}

/// All rows. One that cannot be read is damage of the file, said with the row.
pub(crate) fn load(connection: &Connection, path: &Path) -> Result<Snapshot, StoreError> {
    Snapshot::load(&mut rows::Tables(connection)).map_err(|error| match error {
        StoreError::Record(RecordError { table, column, rule }) => {
            StoreError::Damaged { path: path.to_owned(), detail: format!("{table}.{column}: {rule}") }
        }
        StoreError::Sqlite(error) => StoreError::Damaged { path: path.to_owned(), detail: error.to_string() },
        other => other,
    })
}

/// Settings for a database that came from a stranger.
pub(crate) fn harden(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "cell_size_check", "ON")?;
    Ok(())
}

pub(crate) fn check_schema_of(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    check_schema(connection, path, version).map_err(|error| match error {
        StoreError::Sqlite(error) => StoreError::Damaged { path: path.to_owned(), detail: error.to_string() },
        other => other,
    })
}

pub(crate) fn check_whole(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let damaged = |detail: String| StoreError::Damaged { path: path.to_owned(), detail };
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| damaged(error.to_string()))?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    let singles: (i64, i64, i64) = connection
        .query_row(
            "SELECT (SELECT count(*) FROM project), (SELECT count(*) FROM organisation), (SELECT count(*) FROM project_state)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .map_err(|error| damaged(error.to_string()))?;
    if singles == (1, 1, 1) {
        Ok(())
    } else {
        Err(damaged("it does not hold exactly one project".to_owned()))
    }
}

pub(crate) fn put_asset(
    connection: &Connection,
    media_type: &str,
    bytes: &[u8],
) -> Result<String, StoreError> {
    let sha256 = hex(&Sha256::digest(bytes));
    connection
        .prepare_cached(
            "INSERT INTO asset (sha256, media_type, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(rusqlite::params![sha256, media_type, bytes])?;
    Ok(sha256)
}

/// The one spelling of a path: absolute, links resolved, that of the file itself too, so that what is written reaches
/// the file and not the link.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path).map_err(StoreError::io(path))?;
    if let Ok(resolved) = std::fs::canonicalize(&path) {
        return Ok(plain(resolved));
    }
    let folder = crate::publish::folder_of(&path);
    let resolved = plain(std::fs::canonicalize(&folder).unwrap_or(folder));
    Ok(match path.file_name() {
        Some(name) => resolved.join(name),
        None => path,
    })
}

/// Windows spells a resolved path in a form that other programs do not know.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(plain) if !plain.starts_with("UNC") => PathBuf::from(plain),
        _ => path,
    }
}

fn make_writable(path: &Path) -> Result<(), StoreError> {
    let mut permissions = std::fs::metadata(path).map_err(StoreError::io(path))?.permissions();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        permissions.set_mode(0o600);
    }
    #[cfg(not(unix))]
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    std::fs::set_permissions(path, permissions).map_err(StoreError::io(path))
}

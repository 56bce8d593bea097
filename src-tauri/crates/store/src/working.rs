//! Private working copies: where edits are committed at once, so that a crash loses nothing.
//! Relies on the user's data folder being a local disk, and on the operating system's file locks ending with the
//! process that held them.
//! Knows nothing of what is edited.

use crate::error::StoreError;
use crate::format::FileHeader;
use crate::publish::{fingerprint, hex, open_read_only};
use crate::rows;
use crate::schema::{SCHEMA_VERSION, check_schema, migrate};
use crate::store::Store;
use crate::transact::{Step, begin_history, revision};
use domain::{AnyRecord, RecordError, Snapshot};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folder in which working copies live, one sub-folder each.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
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
        Self { root: root.into().join("work") }
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
        let folder = WorkFolder::claim(&self.root, &path)?;
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
        let folder = WorkFolder::claim(&self.root, &path)?;
        let found = fingerprint(&path)?.ok_or_else(|| StoreError::Missing(path.clone()))?;
        let mut recovery = Recovery::None;
        if let Some(left) = folder.left_over(&found)? {
            match left {
                LeftOver::Newer { origin, commits } => {
                    let (connection, snapshot) = open_working(&folder, &path, SCHEMA_VERSION, false)?;
                    let store = Store::new(connection, folder, origin);
                    let recovery = Recovery::Resumed { commits };
                    return Ok(Opened { store, snapshot, recovery, migrated_from: None });
                }
                LeftOver::Diverged => recovery = Recovery::SetAside { kept: folder.set_aside(&path)? },
                LeftOver::Same => {}
            }
        }
        folder.clear()?;
        std::fs::copy(&path, folder.database()).map_err(StoreError::io(&path))?;
        make_writable(&folder.database())?;
        let (connection, snapshot) = open_working(&folder, &path, header.schema_version, true)?;
        let migrated_from = (header.schema_version < SCHEMA_VERSION).then_some(header.schema_version);
        let origin = Origin { path, fingerprint: found, revision: revision(&connection)?, publishing: None };
        folder.write_origin(&origin)?;
        Ok(Opened { store: Store::new(connection, folder, origin), snapshot, recovery, migrated_from })
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
fn load(connection: &Connection, path: &Path) -> Result<Snapshot, StoreError> {
    Snapshot::load(&mut rows::Tables(connection)).map_err(|error| match error {
        StoreError::Record(RecordError { table, column, rule }) => {
            StoreError::Damaged { path: path.to_owned(), detail: format!("{table}.{column}: {rule}") }
        }
        StoreError::Sqlite(error) => StoreError::Damaged { path: path.to_owned(), detail: error.to_string() },
        other => other,
    })
}

/// Settings for a database that came from a stranger.
fn harden(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "cell_size_check", "ON")?;
    Ok(())
}

fn check_schema_of(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    check_schema(connection, path, version).map_err(|error| match error {
        StoreError::Sqlite(error) => StoreError::Damaged { path: path.to_owned(), detail: error.to_string() },
        other => other,
    })
}

fn check_whole(connection: &Connection, path: &Path) -> Result<(), StoreError> {
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

/// The one spelling of a path: absolute, links resolved as far as the file exists.
fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    let path = std::path::absolute(path).map_err(StoreError::io(path))?;
    let folder = crate::publish::folder_of(&path);
    let resolved = std::fs::canonicalize(&folder).unwrap_or(folder);
    // Windows spells a resolved path in a form that other programs do not know.
    let resolved = match resolved.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(plain) if !plain.starts_with("UNC") => PathBuf::from(plain),
        _ => resolved,
    };
    Ok(match path.file_name() {
        Some(name) => resolved.join(name),
        None => path,
    })
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

/// What an earlier session left in a work folder.
enum LeftOver {
    /// Nothing that the file does not have.
    Same,
    /// Commits that the file lacks.
    Newer { origin: Origin, commits: i64 },
    /// Commits that the file lacks, and the file has changed as well.
    Diverged,
}

/// One working copy's folder, held by this process alone.
pub(crate) struct WorkFolder {
    path: PathBuf,
    /// Held open for its lock, which ends with it.
    _lock: File,
}

impl WorkFolder {
    fn claim(root: &Path, file: &Path) -> Result<Self, StoreError> {
        let name = hex(&Sha256::digest(file.as_os_str().as_encoded_bytes()));
        let path = root.join(&name[..24]);
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
        Ok(Self { path, _lock: lock })
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.path.join("work.sqlite")
    }

    fn origin_path(&self) -> PathBuf {
        self.path.join("origin.json")
    }

    /// Writes what the working copy knows of its file, whole or not at all.
    pub(crate) fn write_origin(&self, origin: &Origin) -> Result<(), StoreError> {
        let text = serde_json::to_vec(origin).map_err(|error| StoreError::Defect(error.to_string()))?;
        let mut file = tempfile::NamedTempFile::new_in(&self.path).map_err(StoreError::io(&self.path))?;
        file.write_all(&text).map_err(StoreError::io(&self.path))?;
        file.as_file().sync_all().map_err(StoreError::io(&self.path))?;
        file.persist(self.origin_path()).map_err(|error| StoreError::io(self.origin_path())(error.error))?;
        crate::publish::sync_folder(&self.path);
        Ok(())
    }

    fn left_over(&self, found: &str) -> Result<Option<LeftOver>, StoreError> {
        let Ok(text) = std::fs::read(self.origin_path()) else { return Ok(None) };
        let Ok(mut origin) = serde_json::from_slice::<Origin>(&text) else { return Ok(None) };
        if !self.database().exists() {
            return Ok(None);
        }
        // Opened for writing, so that commits still in the write-ahead log are seen.
        let Ok(connection) = Connection::open(self.database()) else { return Ok(None) };
        let Ok(revision) = revision(&connection) else { return Ok(None) };
        drop(connection);
        if let Some((fingerprint, revision)) = origin.publishing.take()
            && fingerprint == found
        {
            origin.fingerprint = fingerprint;
            origin.revision = revision;
        }
        let commits = revision - origin.revision;
        Ok(Some(if commits <= 0 {
            LeftOver::Same
        } else if origin.fingerprint == found {
            LeftOver::Newer { origin, commits }
        } else {
            LeftOver::Diverged
        }))
    }

    /// Moves unpublished commits out of the way, as a whole project file in the data folder.
    fn set_aside(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let folder = self.path.join("kept");
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let connection = Connection::open(self.database())?;
        let mut number = 1;
        let kept = loop {
            let candidate = folder.join(format!("{stem}-{number}.sise"));
            if !candidate.exists() {
                break candidate;
            }
            number += 1;
        };
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

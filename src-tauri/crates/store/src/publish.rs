//! From the working copy to the user's file: written beside it under another name, checked, renamed over it.
//! Relies on rename being atomic within a folder, and on content (not dates) to notice that someone else wrote.
//! Knows nothing of edits.

use crate::disk::{Disk, DiskWrite, Extent};
use crate::error::StoreError;
use crate::format::FileHeader;
use crate::schema::SCHEMA_VERSION;
use crate::working::CACHE_KIB;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Fingerprint (BLAKE3) of a file's bytes, hexadecimal; `None` when there is no such file.
pub(crate) fn fingerprint(path: &Path) -> Result<Option<String>, StoreError> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::io(path)(error)),
    };
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0_u8; 1 << 18];
    loop {
        match file.read(&mut buffer).map_err(StoreError::io(path))? {
            0 => break,
            length => {
                hasher.update(&buffer[..length]);
            }
        }
    }
    Ok(Some(hasher.finalize().to_hex().to_string()))
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A whole, checked copy of the project beside its target, waiting to be renamed over it. Dropped without
/// [`Prepared::replace`], it is deleted and the target stays as it was.
pub(crate) struct Prepared {
    file: tempfile::TempPath,
    target: PathBuf,
    /// Fingerprint of what will stand at the target.
    pub(crate) fingerprint: String,
    disk: Arc<dyn Disk>,
}

/// Writes the project of `connection` beside `target` and proves that it can be read back.
pub(crate) fn prepare(
    connection: &Connection,
    target: &Path,
    revision: i64,
    disk: &Arc<dyn Disk>,
) -> Result<Prepared, StoreError> {
    let file = reserve(target)?;
    let text = text_of(&file, target)?;
    let extent = disk.write(DiskWrite::ProjectCopy, target).map_err(StoreError::io(target))?;
    vacuum_into(connection, text).map_err(|error| write_error(error, target))?;
    if extent == Extent::Half {
        crate::disk::halve(&file).map_err(StoreError::io(target))?;
    }
    finish(file, target, revision, disk)
}

/// Writes a compact copy to `text`. It is not flushed here: the caller does that while the copy is being checked.
fn vacuum_into(connection: &Connection, text: &str) -> rusqlite::Result<()> {
    // SQLite would flush the copy as carefully as the working copy, on which nothing is written meanwhile. Every page is
    // read and written once, so that a large cache only costs time: measured, a third.
    connection.pragma_update(None, "cache_size", -2_000)?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    let copied = connection.execute("VACUUM INTO ?1", [text]);
    // First of all, whatever became of the copy: edits must go on to be durable.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    copied.map(drop)
}

/// An empty file beside `target` under a name of its own.
pub(crate) fn reserve(target: &Path) -> Result<tempfile::TempPath, StoreError> {
    let folder = folder_of(target);
    let mut name = std::ffi::OsString::from(".");
    name.push(shortened(target.file_name().unwrap_or_default()));
    name.push(".tmp-");
    // SQLite wants the target to be absent or empty, and an empty one reserves the name.
    let file = tempfile::Builder::new()
        .prefix(&name)
        .tempfile_in(&folder)
        .map_err(|error| {
            if error.kind() == std::io::ErrorKind::NotFound {
                StoreError::NotWritable { path: target.to_owned(), reason: error.to_string() }
            } else {
                StoreError::io(target)(error)
            }
        })?
        .into_temp_path();
    Ok(file)
}

/// A name to which something can be added without growing too long for a file system.
pub(crate) fn shortened(name: &std::ffi::OsStr) -> std::ffi::OsString {
    const LONGEST: usize = 200;
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let text = name.to_string_lossy();
    let mut end = LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].into()
}

/// The path as SQLite takes it.
pub(crate) fn text_of<'a>(file: &'a Path, target: &Path) -> Result<&'a str, StoreError> {
    file.to_str().ok_or_else(|| StoreError::NotWritable {
        path: target.to_owned(),
        reason: "the path is not valid Unicode".to_owned(),
    })
}

/// Flushes what was written to `file` and proves that it can be read back.
pub(crate) fn finish(
    file: tempfile::TempPath,
    target: &Path,
    revision: i64,
    disk: &Arc<dyn Disk>,
) -> Result<Prepared, StoreError> {
    disk.write(DiskWrite::Flush, target).map_err(StoreError::io(target))?;
    // Opened for writing so that the flush reaches the disk on every system.
    let written = File::options().read(true).write(true).open(&file).map_err(StoreError::io(target))?;
    let fingerprint = std::thread::scope(|scope| {
        let fingerprint = scope.spawn(|| fingerprint(&file));
        let flushed = scope.spawn(move || written.sync_all());
        let checked = check(&file, target, revision);
        let panicked = |_| StoreError::Defect("reading or flushing the copy panicked".to_owned());
        flushed.join().map_err(panicked)?.map_err(StoreError::io(target))?;
        checked?;
        fingerprint.join().map_err(panicked)?
    })?;
    let fingerprint = fingerprint.ok_or_else(|| StoreError::Missing(target.to_owned()))?;
    Ok(Prepared { file, target: target.to_owned(), fingerprint, disk: Arc::clone(disk) })
}

impl Prepared {
    /// Renames the copy over the target.
    pub(crate) fn replace(self) -> Result<(), StoreError> {
        // A temporary file is private; the project keeps the permissions it had, or gets those of a new file.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode =
                std::fs::metadata(&self.target).map_or(0o644, |metadata| metadata.permissions().mode());
            std::fs::set_permissions(&self.file, std::fs::Permissions::from_mode(mode & 0o777))
                .map_err(StoreError::io(&self.target))?;
        }
        self.disk.write(DiskWrite::Replace, &self.target).map_err(StoreError::io(&self.target))?;
        self.file.persist(&self.target).map_err(|error| StoreError::io(&self.target)(error.error))?;
        sync_folder(&folder_of(&self.target));
        Ok(())
    }
}

fn check(written: &Path, target: &Path, revision: i64) -> Result<(), StoreError> {
    let unreadable = |detail: String| StoreError::Damaged { path: target.to_owned(), detail };
    let header = FileHeader::read(written).map_err(|error| unreadable(format!("written copy: {error}")))?;
    let reader = open_read_only(written)?;
    let verdict: String = reader.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    let found: i64 = reader.query_row("SELECT revision FROM project_state", [], |row| row.get(0))?;
    if verdict == "ok" && header.schema_version == SCHEMA_VERSION && found == revision {
        Ok(())
    } else {
        Err(unreadable(format!("written copy: {verdict}, revision {found} instead of {revision}")))
    }
}

/// Opens a project where it lies, promising SQLite that nobody writes it: no lock, no second file.
pub(crate) fn open_read_only(path: &Path) -> Result<Connection, StoreError> {
    let mut name = String::from("file:");
    let absolute = std::path::absolute(path).map_err(StoreError::io(path))?;
    let text = absolute.to_str().ok_or_else(|| StoreError::NotAFile(path.to_owned()))?;
    // Backslashes of Windows become slashes; a drive letter needs one before it.
    let text = if cfg!(windows) { format!("/{}", text.replace('\\', "/")) } else { text.to_owned() };
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                name.push(char::from(byte))
            }
            other => name.push_str(&format!("%{other:02X}")),
        }
    }
    name.push_str("?mode=ro&immutable=1");
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(name, flags)?)
}

pub(crate) fn write_error(error: rusqlite::Error, target: &Path) -> StoreError {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => StoreError::DiskFull(target.to_owned()),
        Some(ErrorCode::SystemIoFailure) => {
            // SQLite reports a file-size limit and some network shares as plain write errors.
            StoreError::NotWritable { path: target.to_owned(), reason: error.to_string() }
        }
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            StoreError::NotWritable { path: target.to_owned(), reason: error.to_string() }
        }
        _ => StoreError::Sqlite(error),
    }
}

pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a rename last through a power cut, where the system offers it.
pub(crate) fn sync_folder(folder: &Path) {
    // Some file systems refuse to flush a folder; the rename itself is done all the same.
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}

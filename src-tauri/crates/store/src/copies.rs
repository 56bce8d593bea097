//! Whole copies of a project: full, clean (without history and what was deleted), and encrypted with a password.
//! Relies on a copy being checked before it takes its place.
//! Knows nothing of why a copy is wanted.

use crate::disk::{Disk, DiskWrite, Extent};
use crate::error::StoreError;
use crate::lineage::{CLEAN, HAND_OVER};
use crate::publish::{Prepared, fingerprint, finish, reserve, text_of, write_error};
use crate::schema::SCHEMA_VERSION;
use crate::transact::{revision, time_text};
use crate::working::{Workspace, absolute, read_in_place};
use age::secrecy::SecretString;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use std::path::Path;
use std::sync::Arc;

/// Letters of short codes: none that are mixed up when read aloud or written by hand.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A fingerprint of a file's content that fits a telephone call: `7Q4K-2M9D`.
pub fn short_code(path: &Path) -> Result<String, StoreError> {
    let whole = fingerprint(path)?.ok_or_else(|| StoreError::Missing(path.to_owned()))?;
    let digits = whole.get(..10).unwrap_or_default();
    let mut number = u64::from_str_radix(digits, 16).unwrap_or_default();
    let mut code = Vec::with_capacity(9);
    for place in 0..8 {
        if place == 4 {
            code.push(b'-');
        }
        code.push(LETTERS[(number % 32) as usize]);
        number /= 32;
    }
    Ok(code.iter().rev().map(|letter| char::from(*letter)).collect())
}

impl Workspace {
    /// Writes a copy of the project file at `from` to `to`, byte for byte, checked. Refuses to replace a file.
    pub fn copy(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        let (from, to) = (absolute(from)?, absolute(to)?);
        let (header, connection, _) = read_in_place(&from)?;
        if header.schema_version < SCHEMA_VERSION {
            // An older format is copied as it is; what reads it can migrate it.
            drop(connection);
            return copy_bytes(&from, &to);
        }
        refuse_existing(&to)?;
        let revision = revision(&connection)?;
        drop(connection);
        let file = reserve(&to)?;
        let extent = self.disk.write(DiskWrite::ProjectCopy, &to).map_err(StoreError::io(&to))?;
        std::fs::copy(&from, &file).map_err(StoreError::io(&to))?;
        if extent == Extent::Half {
            crate::disk::halve(&file).map_err(StoreError::io(&to))?;
        }
        finish(file, &to, revision, &self.disk)?.replace()
    }

    /// Writes a clean copy of the project file at `from` to `to`. Refuses to replace a file.
    pub fn clean_copy(
        &self,
        from: &Path,
        to: &Path,
        at: DateTime<Utc>,
        actor: &str,
    ) -> Result<(), StoreError> {
        let (from, to) = (absolute(from)?, absolute(to)?);
        let (_, connection, _) = read_in_place(&from)?;
        refuse_existing(&to)?;
        prepare_clean(&connection, &to, at, actor, &self.disk)?.replace()
    }

    /// Takes the project out of an encrypted copy at `from` and writes it to `to`. Refuses to replace a file.
    pub fn decrypt(&self, from: &Path, to: &Path, password: &str) -> Result<(), StoreError> {
        let (from, to) = (absolute(from)?, absolute(to)?);
        refuse_existing(&to)?;
        let sealed = std::fs::read(&from).map_err(StoreError::io(&from))?;
        let identity = age::scrypt::Identity::new(SecretString::from(password.to_owned()));
        let bytes = age::decrypt(&identity, &sealed).map_err(|error| match error {
            age::DecryptError::DecryptionFailed
            | age::DecryptError::InvalidMac
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys => StoreError::WrongPassword(from.clone()),
            _ => StoreError::Foreign {
                path: from.clone(),
                kind: "a file that is not an encrypted copy",
                kind_chinese: "不是加密备份",
            },
        })?;
        let file = reserve(&to)?;
        std::fs::write(&file, bytes).map_err(StoreError::io(&to))?;
        let (_, connection, _) = read_in_place(&file)?;
        let revision = revision(&connection)?;
        drop(connection);
        finish(file, &to, revision, &self.disk)?.replace()
    }
}

/// Writes an encrypted copy of the project of `connection` to `to`, in the place of what is there.
pub(crate) fn encrypt(
    connection: &Connection,
    to: &Path,
    password: &str,
    private: &Path,
    disk: &Arc<dyn Disk>,
) -> Result<(), StoreError> {
    // The plain copy never leaves the private folder.
    let plain = reserve(&private.join("backup"))?;
    let text = text_of(&plain, to)?;
    connection.execute("VACUUM INTO ?1", [text]).map_err(|error| write_error(error, to))?;
    let bytes = std::fs::read(&plain).map_err(StoreError::io(to))?;
    drop(plain);
    let recipient = age::scrypt::Recipient::new(SecretString::from(password.to_owned()));
    let sealed = age::encrypt(&recipient, &bytes)
        .map_err(|error| StoreError::Defect(format!("encryption: {error}")))?;
    let file = reserve(to)?;
    let extent = disk.write(DiskWrite::ProjectCopy, to).map_err(StoreError::io(to))?;
    let length = if extent == Extent::Half { sealed.len() / 2 } else { sealed.len() };
    std::fs::write(&file, &sealed[..length]).map_err(StoreError::io(to))?;
    disk.write(DiskWrite::Flush, to).map_err(StoreError::io(to))?;
    let written = std::fs::File::options().read(true).write(true).open(&file).map_err(StoreError::io(to))?;
    written.sync_all().map_err(StoreError::io(to))?;
    drop(written);
    if std::fs::read(&file).map_err(StoreError::io(to))? != sealed {
        let detail = "the written copy is not what was written".to_owned();
        return Err(StoreError::Damaged { path: to.to_owned(), detail });
    }
    disk.write(DiskWrite::Replace, to).map_err(StoreError::io(to))?;
    file.persist(to).map_err(|error| StoreError::io(to)(error.error))
}

/// A clean copy beside `to`: no history, no picture that nothing shows, nothing deleted between the rows. It begins with
/// the identity of the step that it stands for, so that it can be merged with the project it was made of.
pub(crate) fn prepare_clean(
    connection: &Connection,
    to: &Path,
    at: DateTime<Utc>,
    actor: &str,
    disk: &Arc<dyn Disk>,
) -> Result<Prepared, StoreError> {
    let file = reserve(to)?;
    let text = text_of(&file, to)?;
    let extent = disk.write(DiskWrite::ProjectCopy, to).map_err(StoreError::io(to))?;
    connection.execute("VACUUM INTO ?1", [text]).map_err(|error| write_error(error, to))?;
    let copy = Connection::open(&*file)?;
    copy.pragma_update(None, "journal_mode", "MEMORY")?;
    strip(&copy, at, actor).map_err(|error| match error {
        StoreError::Sqlite(error) => write_error(error, to),
        other => other,
    })?;
    let revision = revision(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    if extent == Extent::Half {
        crate::disk::halve(&file).map_err(StoreError::io(to))?;
    }
    finish(file, to, revision, disk)
}

fn strip(copy: &Connection, at: DateTime<Utc>, actor: &str) -> Result<(), StoreError> {
    let own = "merge_key IS NULL OR merge_key NOT LIKE 'merged/%'";
    let note = format!("(merge_key LIKE '{HAND_OVER}%')");
    // The note that hands it over stays, the step before it is the one that the copy stands for.
    let last: i64 = copy.query_row(
        &format!(
            "SELECT coalesce(max(sequence), 0) FROM history_entry WHERE ({own}) AND NOT coalesce({note}, 0)"
        ),
        [],
        |row| row.get(0),
    )?;
    let count: i64 =
        copy.query_row("SELECT count(*) FROM history_change WHERE entry = ?1", [last], |row| row.get(0))?;
    copy.execute("DELETE FROM history_change", [])?;
    copy.execute(
        &format!(
            "DELETE FROM history_entry WHERE sequence != ?1 AND NOT (sequence > ?1 AND sequence =
             (SELECT max(sequence) FROM history_entry WHERE coalesce({note}, 0)))"
        ),
        [last],
    )?;
    copy.execute(
        "UPDATE history_entry SET kind = 'create', state = 'done', label = '清洁副本', label_english = 'Clean copy',
         target = NULL, at = ?2, actor = ?3, merge_key = ?4 WHERE sequence = ?1",
        params![last, time_text(at), actor, format!("{CLEAN}{count}")],
    )?;
    copy.execute(
        "DELETE FROM asset WHERE sha256 NOT IN (SELECT asset FROM underlay UNION SELECT asset FROM document
         UNION SELECT photo FROM inspection_item UNION SELECT asset FROM danger_photo UNION SELECT photo FROM printed_piece)",
        [],
    )?;
    copy.execute("VACUUM", [])?;
    Ok(())
}

fn refuse_existing(path: &Path) -> Result<(), StoreError> {
    if path.exists() { Err(StoreError::Exists(path.to_owned())) } else { Ok(()) }
}

fn copy_bytes(from: &Path, to: &Path) -> Result<(), StoreError> {
    refuse_existing(to)?;
    let file = reserve(to)?;
    std::fs::copy(from, &file).map_err(StoreError::io(to))?;
    if fingerprint(&file)? != fingerprint(from)? {
        let detail = "the written copy is not what was read".to_owned();
        return Err(StoreError::Damaged { path: to.to_owned(), detail });
    }
    file.persist(to).map_err(|error| StoreError::io(to)(error.error))
}

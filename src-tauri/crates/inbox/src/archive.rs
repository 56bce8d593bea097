//! The parts of a result file: the result itself, and the photographs beside it in a zip.
//! Relies on the crate `zip`; sizes that an archive declares are never believed, names that lead elsewhere refuse it.
//! Knows nothing of what the parts say.

use crate::LARGEST_BYTES;
use crate::refused::Refused;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

/// Largest result without its photographs.
const LARGEST_RESULT: u64 = 4 * 1024 * 1024;
/// Largest photograph.
const LARGEST_PHOTO: u64 = 40 * 1024 * 1024;
/// Largest that all of an archive may be when unpacked.
const LARGEST_UNPACKED: u64 = 400 * 1024 * 1024;
/// Most entries of an archive.
const MOST_ENTRIES: usize = 500;
/// What the result is called inside an archive.
const RESULT: &str = "result.json";

/// A result file taken apart.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The bytes of the result.
    pub(crate) result: Vec<u8>,
    /// Photographs by name.
    pub(crate) photos: BTreeMap<String, Vec<u8>>,
}

pub(crate) fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    let megabytes = |bytes: u64| bytes / 1024 / 1024;
    if bytes.len() as u64 > LARGEST_BYTES {
        return Err(Refused::TooLarge { what: "result file".to_owned(), limit: megabytes(LARGEST_BYTES) });
    }
    if !bytes.starts_with(b"PK") {
        if bytes.len() as u64 > LARGEST_RESULT {
            return Err(Refused::TooLarge { what: RESULT.to_owned(), limit: megabytes(LARGEST_RESULT) });
        }
        return Ok(Opened { result: bytes.to_vec(), photos: BTreeMap::new() });
    }
    let damaged =
        |error: zip::result::ZipError| Refused::Damaged(error.to_string().chars().take(120).collect());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Refused::TooMany { what: "zip".to_owned(), limit: MOST_ENTRIES });
    }
    let mut result = None;
    let mut photos = BTreeMap::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let name = {
            let entry = archive.by_index_raw(index).map_err(damaged)?;
            let name = entry.name().map_err(damaged)?.into_owned();
            let unsafe_name = name.contains("..")
                || name.starts_with('/')
                || name.contains(['\\', ':', '\0'])
                || entry.enclosed_name().is_none()
                || entry.is_symlink();
            if unsafe_name {
                return Err(Refused::UnsafeName(name.chars().take(120).collect()));
            }
            if entry.encrypted() {
                return Err(Refused::Damaged(format!("{name}: encrypted")));
            }
            // Some systems add folders with notes of their own. What nobody names is not read.
            if !entry.is_file() || name.contains('/') {
                continue;
            }
            name
        };
        let most = if name == RESULT { LARGEST_RESULT } else { LARGEST_PHOTO }.min(LARGEST_UNPACKED - total);
        let mut content = Vec::new();
        let entry = archive.by_index(index).map_err(damaged)?;
        let read = entry.take(most + 1).read_to_end(&mut content);
        read.map_err(|error| Refused::Damaged(format!("{name}: {error}").chars().take(160).collect()))?;
        if content.len() as u64 > most {
            return Err(Refused::TooLarge { what: name, limit: megabytes(most) });
        }
        total += content.len() as u64;
        let twice = if name == RESULT {
            result.replace(content).is_some()
        } else {
            photos.insert(name, content).is_some()
        };
        if twice {
            return Err(Refused::Damaged("a name stands twice in the zip".to_owned()));
        }
    }
    let result = result.ok_or(Refused::NoResult)?;
    Ok(Opened { result, photos })
}

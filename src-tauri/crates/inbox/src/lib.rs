//! 结果文件: inspections that somebody did elsewhere and sent as a file: bytes in, one inspection or one refusal out.
//! Relies on the rows of the project for every name in the file; today is given by the caller.
//! Knows nothing of folders and writes nothing: what was read is for a command to take.

mod archive;
mod file;
mod judge;
mod refused;
#[cfg(test)]
mod tests;

pub use file::{FORMAT, ItemWritten, ResultFile, VERSION, schema};
pub use judge::{ItemRead, ResultRead};
pub use refused::Refused;

/// A photograph as it is kept: a small JPEG without the notes of the camera.
pub use drawing::Picture as Photo;

use chrono::NaiveDate;
use domain::Snapshot;

/// Largest result file, in bytes.
pub const LARGEST_BYTES: u64 = 100 * 1024 * 1024;

/// Reads a result file, `.json` or a zip of `result.json` with its photographs, and judges it by the project.
///
/// # Errors
/// When anything of it is not as it must be: a file is taken whole or not at all.
pub fn read(bytes: &[u8], snapshot: &Snapshot, today: NaiveDate) -> Result<ResultRead, Refused> {
    let opened = archive::open(bytes)?;
    let file = file::parse(&opened.result)?;
    judge::judge(&file, &opened.photos, snapshot, today)
}

/// Whether the file is all there: one that is still being copied ends early.
pub fn is_whole(bytes: &[u8]) -> bool {
    archive::open(bytes)
        .is_ok_and(|opened| serde_json::from_slice::<serde::de::IgnoredAny>(&opened.result).is_ok())
}

//! The files in a zip archive, unpacked in memory within limits.
//! Relies on the crate `zip` for the format; sizes that an archive declares are never believed.
//! Must not know: what the files are.

use crate::error::{At, DrawingError, Fault};
use crate::kind::Kind;
use crate::limits::{Limits, Quantity, within};
use crate::watch::{Stage, Watch};
use std::io::{Cursor, Read};

/// Ratios are only suspicious above this size.
const SMALL: u64 = 1 << 20;

/// The plain files whose name `wanted` accepts, with their names. Refuses the whole archive when any entry leads out of
/// it, is a link or is encrypted, when there are too many, and when they unpack to too much.
pub(crate) fn unpack(
    bytes: &[u8],
    limits: &Limits,
    wanted: &dyn Fn(&str) -> bool,
    watch: &mut Watch<'_>,
) -> Result<Vec<(String, Vec<u8>)>, DrawingError> {
    within(Quantity::Bytes, bytes.len() as u64, limits.bytes)?;
    let damaged = |at: At| {
        move |error: String| DrawingError::Damaged { kind: Kind::Imdf, at, reason: Fault::Syntax(error) }
    };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(At::Anywhere)(error.to_string()))?;
    within(Quantity::Files, archive.len() as u64, limits.files)?;
    let mut files = Vec::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        watch.tell(Stage::Reading, total, limits.unpacked_bytes)?;
        let number = At::File(format!("#{}", index + 1));
        let (name, is_wanted) = {
            let entry =
                archive.by_index_raw(index).map_err(|error| damaged(number.clone())(error.to_string()))?;
            let name = entry.name().map_err(|error| damaged(number)(error.to_string()))?.into_owned();
            let refuse =
                |reason| Err(DrawingError::UnsafeEntry { name: name.chars().take(120).collect(), reason });
            if entry.enclosed_name().is_none() || name.contains("..") {
                return refuse(Fault::LeadsOut);
            }
            if entry.is_symlink() {
                return refuse(Fault::IsLink);
            }
            if entry.encrypted() {
                return refuse(Fault::IsEncrypted);
            }
            let is_wanted = entry.is_file() && wanted(&name);
            (name, is_wanted)
        };
        if is_wanted {
            let at = At::File(name.clone());
            let entry = archive.by_index(index).map_err(|error| damaged(at.clone())(error.to_string()))?;
            let packed = entry.compressed_size().max(1);
            // Read no farther than is accepted: the declared size may be a lie.
            let most = (limits.unpacked_bytes - total).min(packed.saturating_mul(limits.ratio).max(SMALL));
            let mut content = Vec::new();
            entry.take(most + 1).read_to_end(&mut content).map_err(|error| damaged(at)(error.to_string()))?;
            if content.len() as u64 > most {
                return Err(DrawingError::UnsafeEntry { name, reason: Fault::Bomb });
            }
            total += content.len() as u64;
            files.push((name, content));
        }
    }
    Ok(files)
}

//! Photographs on their way into a project: from a file, or pasted.
//! Relies on `drawing` for making them small and taking out what the camera wrote into them.
//! Knows nothing of what they show.

use crate::error::ApiError;
use crate::session::Session;
use base64::Engine as _;
use drawing::{Picture, photograph};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use std::path::Path;
use ts_rs::TS;

/// Largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A photograph: a file, or its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhotoArgs {
    /// The file; empty for one that was pasted.
    #[serde(default)]
    pub path: String,
    /// The bytes in base64, for one that was pasted.
    #[serde(default)]
    pub data: String,
}

/// A photograph that is kept. Commands name it by its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptPhoto {
    /// Its fingerprint.
    pub asset: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

pub(super) fn read_photo(args: &PhotoArgs) -> Result<Picture, ApiError> {
    let bytes = if args.path.is_empty() {
        base64::engine::general_purpose::STANDARD.decode(args.data.trim()).map_err(|error| {
            ApiError::new(
                "bad-photo",
                "粘贴的内容不是照片，请重新复制后粘贴。".to_owned(),
                format!("What was pasted is no photograph ({error}). Please copy it again."),
            )
        })?
    } else {
        read_file(Path::new(&args.path))?
    };
    Ok(photograph(&bytes)?)
}

pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    let shown = path.display();
    read.map_err(|error| {
        ApiError::new(
            "file",
            format!("{shown} 无法读取（{error}）。请检查路径和权限。"),
            format!("{shown} cannot be read ({error}). Check path and permissions."),
        )
    })?;
    if bytes.len() as u64 > LARGEST {
        return Err(ApiError::new(
            "bad-photo",
            format!("照片 {shown} 超过 64 MB，请压缩后再添加。"),
            format!("The photograph {shown} is larger than 64 MB. Please make it smaller."),
        ));
    }
    Ok(bytes)
}

/// Keeps a photograph that was read.
pub fn keep_photo(session: &mut Session, picture: &Picture) -> Result<KeptPhoto, ApiError> {
    let asset = session.store_mut().put_asset("image/jpeg", &picture.bytes)?;
    Ok(KeptPhoto { asset, width: picture.width, height: picture.height })
}

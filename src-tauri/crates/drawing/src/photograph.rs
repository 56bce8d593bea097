//! Photographs of what was found: upright, small, and without anything that the camera wrote into them; and plans made
//! smaller. Relies on the readers of pictures; a photograph is always written anew, so that no place and no name stays in it.
//! Must not know: what is on it.

use crate::error::DrawingError;
use crate::imported::Picture;
use crate::kind::{Foreign, recognise};
use crate::limits::{Quantity, within};
use crate::options::Options;
use crate::picture::{as_photograph, guarded, upright};

/// The longest side of a photograph in pixels: enough for half a page of paper.
const LONGEST_SIDE: u32 = 1_600;

/// Reads a photograph as a small JPEG. Refuses what is none, and what is too large to be decoded.
pub fn photograph(bytes: &[u8]) -> Result<Picture, DrawingError> {
    let options = Options { longest_side: LONGEST_SIDE, ..Options::default() };
    within(Quantity::Bytes, bytes.len() as u64, options.limits.bytes)?;
    let none = DrawingError::Foreign(Foreign::NoPhotograph);
    let kind = match recognise(bytes) {
        Ok(kind) if kind.is_picture() => kind,
        Err(
            error
            @ (DrawingError::Empty | DrawingError::Foreign(Foreign::Heic | Foreign::Gif | Foreign::Bmp)),
        ) => return Err(error),
        Ok(_) | Err(_) => return Err(none),
    };
    guarded(kind, || as_photograph(bytes, kind, &options))?
}

/// A PNG or JPEG with no side longer than `longest_side` pixels; the same bytes where it is small already.
pub fn smaller(bytes: &[u8], longest_side: u32) -> Result<Picture, DrawingError> {
    let options = Options { longest_side, ..Options::default() };
    within(Quantity::Bytes, bytes.len() as u64, options.limits.bytes)?;
    let kind = recognise(bytes)?;
    if !kind.is_picture() {
        return Err(DrawingError::Foreign(Foreign::NoPhotograph));
    }
    guarded(kind, || upright(bytes, kind, &options))?
}

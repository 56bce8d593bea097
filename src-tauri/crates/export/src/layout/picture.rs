//! Raster pictures as they came, checked by their header: kind, pixel size, limits.
//! Relies on `png` and `zune-jpeg` for headers.
//! Must not know: where a picture is placed, how a backend embeds it, files.

use std::io::Cursor;
use std::sync::Arc;

/// Longest side accepted, in pixels.
pub const MOST_SIDE_PIXELS: u32 = 30_000;
/// Most pixels accepted in one picture: an A1 sheet scanned at 300 dpi is 70 million.
pub const MOST_PIXELS: u64 = 100_000_000;

/// Encodings that every backend can carry without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG, grey or colour.
    Jpeg,
}

/// Why bytes were not taken as a picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Neither PNG nor JPEG.
    #[error("not a PNG or JPEG picture")]
    UnknownFormat,
    /// The header cannot be read.
    #[error("the picture's header is damaged: {reason}")]
    Damaged {
        /// What the decoder said.
        reason: String,
    },
    /// Four-channel JPEG, which viewers disagree about.
    #[error("a JPEG with {channels} channels; only grey and colour JPEG are accepted")]
    Channels {
        /// Number of channels found.
        channels: usize,
    },
    /// More pixels than can be handled.
    #[error(
        "a picture of {width} x {height} pixels; at most {MOST_SIDE_PIXELS} on a side and {MOST_PIXELS} in all"
    )]
    TooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// A PNG or JPEG whose header has been read. Cheap to clone; a picture placed many times is embedded once.
///
/// Rotation notes in photographs (EXIF) are not applied: whoever imports a photo turns it upright first.
#[derive(Debug, Clone)]
pub struct Picture {
    kind: PictureKind,
    bytes: Arc<[u8]>,
    width: u32,
    height: u32,
    grey: bool,
}

impl Picture {
    /// Reads the header of `bytes`.
    ///
    /// # Errors
    /// See [`PictureError`].
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Result<Picture, PictureError> {
        let bytes = bytes.into();
        let (kind, width, height, grey) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            let (w, h, grey) = png_header(&bytes)?;
            (PictureKind::Png, w, h, grey)
        } else if bytes.starts_with(&[0xff, 0xd8]) {
            let (w, h, grey) = jpeg_header(&bytes)?;
            (PictureKind::Jpeg, w, h, grey)
        } else {
            return Err(PictureError::UnknownFormat);
        };
        let pixels = u64::from(width) * u64::from(height);
        if width == 0 || height == 0 {
            return Err(PictureError::Damaged { reason: "a side without pixels".into() });
        }
        if width.max(height) > MOST_SIDE_PIXELS || pixels > MOST_PIXELS {
            return Err(PictureError::TooLarge { width, height });
        }
        Ok(Picture { kind, bytes, width, height, grey })
    }

    /// Encoding of [`Picture::bytes`].
    pub fn kind(&self) -> PictureKind {
        self.kind
    }

    /// The encoded picture, as given.
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// One channel of brightness instead of three of colour.
    pub fn is_grey(&self) -> bool {
        self.grey
    }

    /// Same picture: the same memory, or the same bytes.
    pub fn same_as(&self, other: &Picture) -> bool {
        Arc::ptr_eq(&self.bytes, &other.bytes) || self.bytes == other.bytes
    }
}

impl PartialEq for Picture {
    fn eq(&self, other: &Picture) -> bool {
        self.same_as(other)
    }
}

fn png_header(bytes: &[u8]) -> Result<(u32, u32, bool), PictureError> {
    let reader = png::Decoder::new(Cursor::new(bytes))
        .read_info()
        .map_err(|e| PictureError::Damaged { reason: e.to_string() })?;
    let info = reader.info();
    let grey = matches!(info.color_type, png::ColorType::Grayscale | png::ColorType::GrayscaleAlpha);
    Ok((info.width, info.height, grey))
}

fn jpeg_header(bytes: &[u8]) -> Result<(u32, u32, bool), PictureError> {
    let damaged = |reason: String| PictureError::Damaged { reason };
    let mut decoder = zune_jpeg::JpegDecoder::new(zune_jpeg::zune_core::bytestream::ZCursor::new(bytes));
    decoder.decode_headers().map_err(|e| damaged(e.to_string()))?;
    let info = decoder.info().ok_or_else(|| damaged("no frame".into()))?;
    let channels = usize::from(info.components);
    if channels != 1 && channels != 3 {
        return Err(PictureError::Channels { channels });
    }
    Ok((u32::from(info.width), u32::from(info.height), channels == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_not_a_picture() {
        assert_eq!(Picture::new(&b"hello"[..]).unwrap_err(), PictureError::UnknownFormat);
        assert!(matches!(Picture::new(&b"\x89PNG\r\n\x1a\nxx"[..]), Err(PictureError::Damaged { .. })));
        assert!(matches!(Picture::new(&[0xff, 0xd8, 0xff][..]), Err(PictureError::Damaged { .. })));
    }

    #[test]
    fn a_header_that_promises_too_much_is_refused() {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 40_000, 1);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.write_header().unwrap().write_image_data(&vec![0; 40_000]).unwrap();
        assert_eq!(Picture::new(bytes).unwrap_err(), PictureError::TooLarge { width: 40_000, height: 1 });
    }
}

//! What kind of drawing some bytes are: told by their content, never by a file's name.
//! Relies on the first bytes that each format prescribes.
//! Must not know: how a kind is read.

use crate::error::DrawingError;
use serde::{Deserialize, Serialize};

/// A kind of drawing that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// AutoCAD's exchange format, as text or binary.
    Dxf,
    /// Features on longitude and latitude, or on local metres.
    GeoJson,
    /// Indoor Mapping Data Format: an archive of GeoJSON files.
    Imdf,
    /// A vector picture.
    Svg,
    /// Pages.
    Pdf,
    /// A picture of pixels.
    Png,
    /// A picture of pixels.
    Jpeg,
    /// A picture of pixels.
    WebP,
    /// A picture of pixels, as scanners write it.
    Tiff,
}

impl Kind {
    /// The name by which people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dxf => "DXF",
            Self::GeoJson => "GeoJSON",
            Self::Imdf => "IMDF",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::WebP => "WebP",
            Self::Tiff => "TIFF",
        }
    }

    /// Whether it is a picture of pixels.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::WebP | Self::Tiff)
    }
}

/// A kind that is known and cannot be read; the words say what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Foreign {
    /// Nothing that is known here.
    Unknown,
    /// HEIC, AVIF: pictures of telephones.
    Heic,
    /// GIF.
    Gif,
    /// BMP.
    Bmp,
    /// Compressed SVG.
    Gzip,
    /// An archive that is neither IMDF nor anything of ours.
    OtherArchive,
    /// Word, Excel, PowerPoint, WPS.
    Office,
    /// RAR or 7z.
    OtherPacker,
    /// JSON that is no GeoJSON.
    OtherJson,
    /// XML or HTML that is no SVG.
    OtherXml,
    /// Anything but a picture, where a photograph is wanted.
    NoPhotograph,
}

/// The kind of drawing that `bytes` begin like. Refuses DWG with what to do, and all else by name where it is
/// known: [`DrawingError::Dwg`], [`DrawingError::Foreign`], [`DrawingError::Empty`].
pub fn recognise(bytes: &[u8]) -> Result<Kind, DrawingError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(DrawingError::Empty);
    }
    if let Some(version) = dwg_version(bytes) {
        return Err(DrawingError::Dwg { version });
    }
    if bytes.starts_with(crate::dxf::BINARY_MARK) {
        return Ok(Kind::Dxf);
    }
    if let Some(kind) = picture(bytes) {
        return Ok(kind);
    }
    if window(bytes, 1024).windows(5).any(|part| part == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes);
    }
    let foreign = |what| Err(DrawingError::Foreign(what));
    match bytes {
        [0x1f, 0x8b, ..] => return foreign(Foreign::Gzip),
        [b'G', b'I', b'F', b'8', ..] => return foreign(Foreign::Gif),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => return foreign(Foreign::Bmp),
        [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xbc, 0xaf, ..] => return foreign(Foreign::OtherPacker),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return foreign(Foreign::Office),
        _ if bytes.get(4..8) == Some(b"ftyp") => return foreign(Foreign::Heic),
        _ => {}
    }
    text(bytes)
}

fn window(bytes: &[u8], length: usize) -> &[u8] {
    &bytes[..bytes.len().min(length)]
}

/// DWG begins with its version: `AC1032` and, in the oldest ones, `AC1.2` or `MC0.0`.
fn dwg_version(bytes: &[u8]) -> Option<String> {
    let mark = bytes.get(..6)?;
    let is_version = (mark.starts_with(b"AC") && mark[2..].iter().all(|b| b.is_ascii_digit() || *b == b'.'))
        || mark == b"MC0.0\0";
    is_version.then(|| String::from_utf8_lossy(mark).trim_end_matches('\0').to_owned())
}

fn picture(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Kind::Png),
        [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
        [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Some(Kind::Tiff),
        _ if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Some(Kind::WebP),
        _ => None,
    }
}

/// Of archives only IMDF is read, which always has a file `venue.geojson` or `unit.geojson` or the like. The names
/// stand in plain letters in the directory at the end.
fn archive(bytes: &[u8]) -> Result<Kind, DrawingError> {
    let end = &bytes[bytes.len().saturating_sub(1 << 20)..];
    let has = |name: &[u8]| end.windows(name.len()).any(|part| part.eq_ignore_ascii_case(name));
    if has(b".geojson") || has(b"manifest.json") {
        Ok(Kind::Imdf)
    } else if has(b"[Content_Types].xml") {
        Err(DrawingError::Foreign(Foreign::Office))
    } else {
        Err(DrawingError::Foreign(Foreign::OtherArchive))
    }
}

fn text(bytes: &[u8]) -> Result<Kind, DrawingError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = window(bytes, 64 << 10).trim_ascii_start();
    match start.first() {
        Some(b'{' | b'[') => return Ok(Kind::GeoJson),
        Some(b'<') => {
            let is_svg = start.windows(4).any(|part| part == b"<svg")
                || start.windows(5).any(|part| part == b":svg " || part == b":svg>");
            return if is_svg { Ok(Kind::Svg) } else { Err(DrawingError::Foreign(Foreign::OtherXml)) };
        }
        _ => {}
    }
    // Text DXF: a group code on a line of its own, 0 or the 999 of a comment, then SECTION or the comment.
    let mut lines = start.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    match (lines.next(), lines.next()) {
        (Some(b"0"), Some(b"SECTION" | b"EOF")) | (Some(b"999"), Some(_)) => Ok(Kind::Dxf),
        _ => Err(DrawingError::Foreign(Foreign::Unknown)),
    }
}

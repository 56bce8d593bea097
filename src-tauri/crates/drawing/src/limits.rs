//! How much of everything is accepted, checked before it is decoded.
//! Relies on nothing.
//! Must not know: which format is being read.

use crate::error::DrawingError;
use serde::Serialize;

/// What is counted against a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Quantity {
    /// Bytes of a file, or of what it unpacks to.
    Bytes,
    /// Files in an archive.
    Files,
    /// Entities, features or elements, blocks taken apart.
    Entities,
    /// Vertices, curves as the lines they become.
    Vertices,
    /// Blocks in blocks, groups in groups.
    Nesting,
    /// Layers.
    Layers,
    /// Pixels of a picture.
    Pixels,
    /// Pages.
    Pages,
    /// Edges of walls, in the search for rooms.
    Edges,
}

impl Quantity {
    /// Its name in English.
    pub fn english(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::Files => "files",
            Self::Entities => "entities",
            Self::Vertices => "vertices",
            Self::Nesting => "levels of nesting",
            Self::Layers => "layers",
            Self::Pixels => "pixels",
            Self::Pages => "pages",
            Self::Edges => "wall edges",
        }
    }

    /// Its name in Chinese, with the measure word that follows a number.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Bytes => "字节",
            Self::Files => "个文件",
            Self::Entities => "个图元",
            Self::Vertices => "个顶点",
            Self::Nesting => "层嵌套",
            Self::Layers => "个图层",
            Self::Pixels => "个像素",
            Self::Pages => "页",
            Self::Edges => "段墙线",
        }
    }
}

/// The most that is accepted. The defaults fit a large building on a laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub bytes: u64,
    /// Bytes that an archive may unpack to.
    pub unpacked_bytes: u64,
    /// Files in an archive.
    pub files: u64,
    /// How many times larger than packed an archive's file may be.
    pub ratio: u64,
    /// Entities, blocks taken apart.
    pub entities: u64,
    /// Vertices, curves as lines.
    pub vertices: u64,
    /// Nesting of blocks or groups.
    pub nesting: u64,
    /// Layers.
    pub layers: u64,
    /// Pixels of a picture, as it is stored and as it is drawn.
    pub pixels: u64,
    /// Pages of a PDF.
    pub pages: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            unpacked_bytes: 512 << 20,
            files: 1_000,
            ratio: 200,
            entities: 500_000,
            vertices: 800_000,
            nesting: 64,
            layers: 20_000,
            pixels: 64_000_000,
            pages: 2_000,
        }
    }
}

/// An error with both numbers when `found` is over `limit`.
pub(crate) fn within(what: Quantity, found: u64, limit: u64) -> Result<(), DrawingError> {
    if found > limit { Err(DrawingError::TooMuch { what, found, limit }) } else { Ok(()) }
}

//! What a file is, by its first hundred bytes: before SQLite is let near it.
//! Relies on the published SQLite header layout.
//! Knows nothing of tables.

use crate::error::StoreError;
use crate::schema::SCHEMA_VERSION;
use std::io::Read;
use std::path::Path;

/// The mark of a Sise project in the SQLite header: the letters SISE.
pub const APPLICATION_ID: i32 = 0x5349_5345;

/// What the header of a project says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileHeader {
    /// The version of the format.
    pub schema_version: i64,
    /// Size of the file in bytes.
    pub size: u64,
}

impl FileHeader {
    /// Reads the header of the file at `path`, and refuses what is not a project of a version this program knows.
    /// Nothing is written and SQLite is not involved.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let metadata = std::fs::metadata(path).map_err(StoreError::io(path))?;
        if !metadata.is_file() {
            return Err(StoreError::NotAFile(path.to_owned()));
        }
        let mut file = std::fs::File::open(path).map_err(StoreError::io(path))?;
        let mut header = [0_u8; 100];
        let mut length = 0;
        while length < header.len() {
            match file.read(&mut header[length..]).map_err(StoreError::io(path))? {
                0 => break,
                read => length += read,
            }
        }
        let foreign =
            |kind, kind_chinese| Err(StoreError::Foreign { path: path.to_owned(), kind, kind_chinese });
        if length == 0 {
            return foreign("an empty file", "空文件");
        }
        if !header.starts_with(b"SQLite format 3\0") {
            let (kind, kind_chinese) = kind_of(&header[..length]);
            return foreign(kind, kind_chinese);
        }
        if length < header.len() {
            return damaged(path, "the file ends in its header");
        }
        let number = |at: usize| {
            i64::from(u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]))
        };
        if number(68) != i64::from(APPLICATION_ID) {
            return foreign("another program's database", "其他程序的数据库");
        }
        let schema_version = number(60);
        if schema_version > SCHEMA_VERSION {
            let (path, found, known) = (path.to_owned(), schema_version, SCHEMA_VERSION);
            return Err(StoreError::Newer { path, found, known });
        }
        if schema_version < 1 {
            return damaged(path, "it has no format version");
        }
        // A project at rest is in rollback mode, so that no second file belongs to it.
        if header[18] != 1 || header[19] != 1 {
            return damaged(path, "it was copied while a program was writing it");
        }
        let page = match u64::from(u16::from_be_bytes([header[16], header[17]])) {
            1 => 65_536,
            size => size,
        };
        let pages = number(28).unsigned_abs();
        if page < 512 || !page.is_power_of_two() || pages.checked_mul(page) != Some(metadata.len()) {
            return damaged(path, "its length does not fit its header");
        }
        Ok(Self { schema_version, size: metadata.len() })
    }
}

fn damaged<T>(path: &Path, detail: &str) -> Result<T, StoreError> {
    Err(StoreError::Damaged { path: path.to_owned(), detail: detail.to_owned() })
}

/// What a file that is no database looks like, in English and Chinese.
fn kind_of(start: &[u8]) -> (&'static str, &'static str) {
    const KINDS: &[(&[u8], &str, &str)] = &[
        (b"PK\x03\x04", "a ZIP archive or Office document", "压缩包或 Office 文档"),
        (b"%PDF", "a PDF document", "PDF 文档"),
        (b"\x89PNG", "a picture", "图片"),
        (b"\xff\xd8\xff", "a picture", "图片"),
        (b"\xd0\xcf\x11\xe0", "an old Office document", "旧版 Office 文档"),
        (b"Rar!", "a RAR archive", "压缩包"),
        (b"7z\xbc\xaf", "a 7z archive", "压缩包"),
        (b"{", "a JSON text", "JSON 文本"),
        (b"AC10", "a DWG drawing", "DWG 图纸"),
    ];
    let found = KINDS.iter().find(|(mark, ..)| start.starts_with(mark));
    found.map_or(("an unknown kind of file", "未知类型的文件"), |(_, kind, kind_chinese)| {
        (kind, kind_chinese)
    })
}

//! A library file (风险库文件): entries that travel, as JSON with a format mark and a version.
//! Relies on the text being hostile: size first, then the mark, then shape, then every value, row by row.
//! Knows no disk: whoever calls reads and writes the bytes.

use crate::check;
use crate::entry::{LibraryEntry, LibraryGroup};
use crate::error::{Finding, LibraryError, Problem};
use serde::{Deserialize, Serialize};

/// The mark of a library file.
pub const FORMAT: &str = "sise-risk-library";
/// The version that this program writes.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 20_000_000;
/// How many findings are listed.
const MOST_FINDINGS: usize = 100;

/// 「风险库文件」 Always valid when it was read by [`LibraryFile::parse`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct LibraryFile {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// What Chinese readers call this library.
    pub name: String,
    /// What English readers call it.
    #[serde(default)]
    pub english: String,
    /// The groups of its entries; an entry may also be in a built-in group.
    #[serde(default)]
    pub groups: Vec<LibraryGroup>,
    /// The entries.
    pub entries: Vec<LibraryEntry>,
}

/// A library file whose entries are not judged yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    format: String,
    version: u32,
    name: String,
    #[serde(default)]
    english: String,
    #[serde(default)]
    groups: Vec<LibraryGroup>,
    entries: Vec<serde_json::Value>,
}

impl LibraryFile {
    /// An empty library.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            name: name.into(),
            english: String::new(),
            groups: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// Reads a library file whole, or says what is wrong and where. One bad row refuses the file.
    pub fn parse(text: &[u8]) -> Result<Self, LibraryError> {
        if text.len() > LARGEST_FILE {
            return Err(LibraryError::one("library", Problem::TooLarge(LARGEST_FILE)));
        }
        // Some editors begin a file with a byte order mark.
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        check_mark(text)?;
        let mut parser = serde_json::Deserializer::from_slice(text);
        let raw: Raw = serde_path_to_error::deserialize(&mut parser).map_err(|error| {
            let place = error.path().to_string();
            LibraryError::one(place, Problem::Shape(error.into_inner().to_string()))
        })?;
        parser.end().map_err(|error| LibraryError::one("library", Problem::Shape(error.to_string())))?;
        let mut findings = Vec::new();
        let mut entries = Vec::new();
        for (index, value) in raw.entries.into_iter().enumerate() {
            match serde_path_to_error::deserialize::<_, LibraryEntry>(value) {
                Ok(entry) => entries.push((index, entry)),
                Err(error) => {
                    let path = error.path().to_string();
                    let dot = if path == "." { String::new() } else { format!(".{path}") };
                    let problem = Problem::Shape(error.into_inner().to_string());
                    findings.push(Finding::new(format!("entries[{index}]{dot}"), problem));
                }
            }
        }
        check::file(&raw.name, &raw.english, &raw.groups, &entries, &mut findings);
        refuse(findings)?;
        let entries = entries.into_iter().map(|(_, entry)| entry).collect();
        let Raw { format, version, name, english, groups, .. } = raw;
        Ok(Self { format, version, name, english, groups, entries })
    }

    /// Whether it could be read back: the same judgement as [`LibraryFile::parse`], before it is written.
    pub fn check(&self) -> Result<(), LibraryError> {
        let entries: Vec<_> = self.entries.iter().cloned().enumerate().collect();
        let mut findings = Vec::new();
        check::file(&self.name, &self.english, &self.groups, &entries, &mut findings);
        refuse(findings)
    }

    /// Its JSON text, readable, the same for the same content.
    pub fn to_json(&self) -> String {
        // A struct of texts, numbers and lists always serialises.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn refuse(mut findings: Vec<Finding>) -> Result<(), LibraryError> {
    if findings.is_empty() {
        return Ok(());
    }
    let more = findings.len().saturating_sub(MOST_FINDINGS);
    findings.truncate(MOST_FINDINGS);
    Err(LibraryError { findings, more })
}

/// Whether it claims to be a library of a version that is read here, before its shape is judged.
fn check_mark(text: &[u8]) -> Result<(), LibraryError> {
    #[derive(Deserialize)]
    struct Mark {
        format: Option<serde_json::Value>,
        version: Option<serde_json::Value>,
    }
    let mark: Mark = serde_json::from_slice(text)
        .map_err(|error| LibraryError::one("library", Problem::Shape(error.to_string())))?;
    if mark.format.as_ref().and_then(|format| format.as_str()) != Some(FORMAT) {
        return Err(LibraryError::one("format", Problem::NotALibrary));
    }
    match mark.version.as_ref().and_then(serde_json::Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => Ok(()),
        Some(version) if version > u64::from(VERSION) => {
            Err(LibraryError::one("version", Problem::Newer(version.to_string())))
        }
        _ => {
            let shown = mark.version.map_or_else(|| "?".to_owned(), |version| version.to_string());
            let shown = shown.chars().take(20).collect();
            Err(LibraryError::one("version", Problem::Version(shown)))
        }
    }
}

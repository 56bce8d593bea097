//! Lists in from and out to spreadsheets.
//! Relies on `lists` for what a foreign list means and on `export` for what our own say.
//! Knows no column.

use crate::error::ApiError;
use crate::views::Words;
use domain::{Snapshot, Table};
use evaluation::RiskPicture;
use export::backend::{reread, unwatched, xlsx};
use export::content::{Edition, ListKind, ListSheet, Phones, Source, list_sheet};
use export::layout::{Timestamp, Workbook};
use lists::{Mapping, Proposal, SheetLook};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use ts_rs::TS;

/// A list to take in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ListArgs {
    /// The xlsx file.
    pub path: String,
    /// How it is to be read; what is not given is found out.
    #[serde(default)]
    pub mapping: Mapping,
}

/// A list to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListOutArgs {
    /// Which list.
    pub kind: ListKind,
    /// Only points of this tier: its name or rank.
    #[serde(default)]
    pub tier: Option<String>,
}

/// A list to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListFileArgs {
    /// Where.
    pub path: String,
    /// What.
    pub list: ListOutArgs,
}

/// A list of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ListTable {
    /// Which list.
    pub kind: ListKind,
    /// Its title.
    pub title: String,
    /// Titles of its columns.
    pub columns: Vec<String>,
    /// Its rows, as many cells as columns.
    pub rows: Vec<Vec<String>>,
}

/// Reads a list and compares it with a project.
pub fn preview(args: &ListArgs, snapshot: &Snapshot, picture: &RiskPicture) -> Result<Proposal, ApiError> {
    Ok(lists::propose(&bytes_of(&args.path)?, &args.mapping, snapshot, picture)?)
}

/// The sheets of a file and what stands in their upper rows.
pub(crate) fn look(path: &str) -> Result<Vec<SheetLook>, ApiError> {
    Ok(lists::look(&bytes_of(path)?)?)
}

fn bytes_of(path: &str) -> Result<Vec<u8>, ApiError> {
    let mut bytes = Vec::new();
    let failed = |error: std::io::Error| {
        ApiError::new(
            "file",
            format!("{path} 无法读取（{error}）。请检查路径和权限，并先在表格程序中关闭它。"),
            format!(
                "{path} cannot be read ({error}). Check path and permissions, and close it in other programs."
            ),
        )
    };
    // One byte more than is allowed tells that it is too much.
    std::fs::File::open(path)
        .and_then(|file| file.take(lists::LARGEST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    Ok(bytes)
}

/// A list of the project, and as a sheet.
pub fn list_of(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    args: &ListOutArgs,
) -> Result<(ListTable, ListSheet), ApiError> {
    let tier = args.tier.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let tier = match tier {
        None => None,
        Some(name) => {
            let named = |own: &&domain::ControlTier| own.name.trim() == name || own.rank.to_string() == name;
            let found = snapshot.tiers.iter().find(named);
            Some(found.map(|own| own.id).ok_or_else(|| no_such_tier(snapshot, name))?)
        }
    };
    let edition = Edition { revision: 0, date: chrono::NaiveDate::default() };
    let source = Source::new(snapshot, picture, edition, Phones::Masked);
    let sheet = list_sheet(&source, args.kind, tier);
    let table = ListTable {
        kind: args.kind,
        title: sheet.title.clone(),
        columns: sheet.columns.iter().map(|own| own.title.to_owned()).collect(),
        rows: sheet.rows.iter().map(|row| row.cells.clone()).collect(),
    };
    Ok((table, sheet))
}

fn no_such_tier(snapshot: &Snapshot, name: &str) -> ApiError {
    let label = Table::ControlTier;
    let known: Vec<&str> = snapshot.tiers.iter().map(|own| own.name.as_str()).collect();
    let known = known.join("、");
    let words = Words {
        chinese: format!("没有{}“{name}”，现有：{known}。", label.label(domain::Language::Chinese)),
        english: format!(
            "There is no {} {name:?}; there are {known}.",
            label.label(domain::Language::English)
        ),
    };
    ApiError::new("no-such-tier", words.chinese, words.english)
}

/// A list of the project as an xlsx file.
pub fn list_bytes(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    args: &ListOutArgs,
) -> Result<Vec<u8>, ApiError> {
    let (_, sheet) = list_of(snapshot, picture, args)?;
    let failed = |reason: String| {
        ApiError::new(
            "not-written",
            format!("表格未能生成（{reason}）。"),
            format!("The sheet could not be made ({reason})."),
        )
    };
    let author = snapshot.organisation().map_or(String::new(), |own| own.name.clone());
    let workbook = Workbook {
        title: sheet.title.clone(),
        author,
        // The same rows give the same bytes, whatever the day.
        created: Timestamp::EPOCH,
        sheets: vec![export::templates::list_worksheet(&sheet)],
    };
    let bytes = xlsx::write(&workbook, &mut unwatched).map_err(|error| failed(error.to_string()))?;
    reread::xlsx(&bytes, &workbook).map_err(|error| failed(error.to_string()))?;
    Ok(bytes)
}

/// The mapping that a file says.
pub fn list_mapping(path: &std::path::Path) -> Result<Mapping, ApiError> {
    let mut text = String::new();
    let read =
        std::fs::File::open(path).and_then(|file| file.take(LARGEST_MAPPING).read_to_string(&mut text));
    let wrong = |reason: String| ApiError::of(&lists::ListError::Mapping(reason));
    read.map_err(|error| wrong(format!("{}: {error}", path.display())))?;
    serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))
}

/// Largest mapping file that is read, in bytes.
const LARGEST_MAPPING: u64 = 1024 * 1024;

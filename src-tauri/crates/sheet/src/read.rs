//! Reads a sheet cell by cell, within limits, without believing anything it says.
//! Relies on calamine for the cells and on `zip` to measure the file before it is read.
//! Knows no project: rows are judged elsewhere.

use crate::error::SheetError;
use crate::layout::{ASSESSOR, BASIS, FORMAT, HEADER_WITHIN, ID, MARK_TAB, PRESET, PROJECT, VERSION};
use calamine::{DataRef, Reader as _, Xlsx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

/// The largest file that is read, in bytes.
pub const LARGEST_SHEET: usize = 50_000_000;
/// The most rows of a tab.
pub const MOST_ROWS: u32 = 200_000;
/// The most bytes that a file may unpack to.
const LARGEST_UNPACKED: u64 = 400_000_000;
/// Columns beyond this are not looked at.
const MOST_COLUMNS: u32 = 60;
/// The most tabs that are looked at.
const MOST_TABS: usize = 40;

/// A sheet as it was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetFile {
    /// What the hidden tab says.
    pub(crate) marks: BTreeMap<String, String>,
    /// The tabs with rows to score.
    pub(crate) tabs: Vec<Tab>,
}

/// A tab with a header row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Tab {
    pub(crate) name: String,
    /// The header row as spreadsheets number it.
    pub(crate) header_row: u32,
    /// Headers by column.
    pub(crate) headers: BTreeMap<u32, String>,
    /// Rows below it: number and cells by column.
    pub(crate) rows: Vec<(u32, BTreeMap<u32, Value>)>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Number(f64),
    Text(String),
    Formula,
    Other,
}

impl SheetFile {
    /// The project that the sheet says it is of.
    pub fn project(&self) -> Option<&str> {
        self.marks.get(PROJECT).map(String::as_str)
    }

    /// The person that the sheet says it is of.
    pub fn assessor(&self) -> Option<&str> {
        self.marks.get(ASSESSOR).map(String::as_str)
    }

    /// The basis that the sheet says it is of.
    pub fn basis(&self) -> Option<&str> {
        self.marks.get(BASIS).map(String::as_str)
    }
}

/// Reads a sheet whole.
pub fn read(bytes: &[u8]) -> Result<SheetFile, SheetError> {
    if bytes.len() > LARGEST_SHEET {
        return Err(SheetError::TooLarge);
    }
    measure(bytes)?;
    let unreadable =
        |error: &dyn std::fmt::Display| SheetError::Unreadable(error.to_string().chars().take(120).collect());
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let names = book.sheet_names();
    let mut file = SheetFile::default();
    for name in names.into_iter().take(MOST_TABS) {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Ok(cells) => cells,
            // A chart is no tab with cells.
            Err(calamine::XlsxError::WorksheetNotFound(_) | calamine::XlsxError::NotAWorksheet(_)) => {
                continue;
            }
            Err(error) => return Err(unreadable(&error)),
        };
        let mut found: BTreeMap<u32, BTreeMap<u32, Value>> = BTreeMap::new();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| unreadable(&error))? {
            let (row, column) = cell.pos;
            if row >= MOST_ROWS {
                return Err(SheetError::TooManyRows(name.chars().take(40).collect()));
            }
            if column >= MOST_COLUMNS {
                continue;
            }
            let value = match (&cell.formula, &cell.value) {
                (Some(_), _) => Value::Formula,
                (_, DataRef::Empty) => continue,
                (_, DataRef::Int(number)) => Value::Number(*number as f64),
                (_, DataRef::Float(number)) => Value::Number(*number),
                (_, DataRef::String(text)) => Value::Text(shortened(text)),
                (_, DataRef::SharedString(text)) => Value::Text(shortened(text)),
                (
                    _,
                    DataRef::Bool(_)
                    | DataRef::DateTime(_)
                    | DataRef::DateTimeIso(_)
                    | DataRef::DurationIso(_)
                    | DataRef::Error(_),
                ) => Value::Other,
            };
            if value != Value::Text(String::new()) {
                found.entry(row).or_default().insert(column, value);
            }
        }
        if name == MARK_TAB {
            file.marks = marks(found);
        } else {
            file.tabs.extend(tab(name, found));
        }
    }
    if file.marks.get(FORMAT.0).map(String::as_str) != Some(FORMAT.1) {
        return Err(SheetError::NotASheet);
    }
    match file.marks.get(VERSION.0).map(String::as_str) {
        Some(version) if version == VERSION.1 => Ok(file),
        other => Err(SheetError::Newer(other.unwrap_or("?").chars().take(20).collect())),
    }
}

/// Refuses a file that unpacks to too much. Sizes that an archive declares are not believed.
fn measure(bytes: &[u8]) -> Result<(), SheetError> {
    let unreadable = |error: String| SheetError::Unreadable(error.chars().take(120).collect());
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(error.to_string()))?;
    if archive.len() > 2_000 {
        return Err(SheetError::TooLarge);
    }
    let mut left = LARGEST_UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| unreadable(error.to_string()))?;
        let read = std::io::copy(&mut entry.take(left.saturating_add(1)), &mut std::io::sink())
            .map_err(|error| unreadable(error.to_string()))?;
        left = left.checked_sub(read).ok_or(SheetError::TooLarge)?;
    }
    Ok(())
}

/// A text as far as it can matter: ids and headers are short.
fn shortened(text: &str) -> String {
    text.trim().chars().take(200).collect()
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::Text(text)) => Some(text),
        Some(Value::Number(_) | Value::Formula | Value::Other) | None => None,
    }
}

fn marks(rows: BTreeMap<u32, BTreeMap<u32, Value>>) -> BTreeMap<String, String> {
    let pair = |cells: &BTreeMap<u32, Value>| {
        let value = match cells.get(&1) {
            Some(Value::Number(number)) => number.to_string(),
            other => text(other)?.to_owned(),
        };
        Some((text(cells.get(&0))?.to_owned(), value))
    };
    rows.values().filter_map(pair).collect()
}

/// A tab that has a header row: one with `标识` or `准则` in it. Other tabs are notes of people and left alone.
fn tab(name: String, rows: BTreeMap<u32, BTreeMap<u32, Value>>) -> Option<Tab> {
    let is_header = |cells: &BTreeMap<u32, Value>| {
        cells.values().any(|value| matches!(value, Value::Text(text) if text == ID || text == PRESET))
    };
    let header = rows.iter().take_while(|(row, _)| **row < HEADER_WITHIN).find(|(_, cells)| is_header(cells));
    let (row, cells) = header?;
    let headers =
        cells.iter().filter_map(|(column, value)| Some((*column, text(Some(value))?.to_owned()))).collect();
    let header_row = *row;
    let rows = rows.into_iter().filter(|(row, _)| *row > header_row).map(|(row, cells)| (row + 1, cells));
    Some(Tab { name, header_row: header_row + 1, headers, rows: rows.collect() })
}

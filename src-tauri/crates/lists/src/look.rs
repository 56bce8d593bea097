//! A first look at a workbook: its sheets and what stands in their upper rows, before anything is understood.
//! Relies on `workbook` for cells and limits.
//! Knows no field and no project.

use crate::error::ListError;
use crate::workbook;
use serde::Serialize;

/// Rows of a sheet that are shown.
const SHOWN_ROWS: usize = 24;
/// Columns of a sheet that are shown.
const SHOWN_COLUMNS: usize = 40;
/// Characters of a cell that are shown.
const SHOWN_CHARACTERS: usize = 60;

/// A sheet as it looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListSheet")]
pub struct SheetFound {
    /// Its number from 1.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Whether people see it in their program.
    pub hidden: bool,
    /// How many rows with something in them it has.
    pub rows: u32,
    /// The first of them.
    pub top: Vec<RowLook>,
}

/// A row as it looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListRowLook")]
pub struct RowLook {
    /// Its number, from 1.
    pub number: u32,
    /// Its cells from column A on, those that are long cut short.
    pub cells: Vec<String>,
}

/// The sheets of a workbook.
///
/// # Errors
/// When the file is no workbook or is beyond a limit.
pub fn sheets(bytes: &[u8]) -> Result<Vec<SheetFound>, ListError> {
    Ok((1..).zip(workbook::read(bytes)?).map(|(number, own)| sheet(number, own)).collect())
}

fn sheet(number: u32, sheet: workbook::Sheet) -> SheetFound {
    SheetFound {
        number,
        rows: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        top: sheet.rows.iter().take(SHOWN_ROWS).map(row).collect(),
        name: sheet.name,
        hidden: sheet.hidden,
    }
}

fn row(row: &workbook::Row) -> RowLook {
    let last = row.cells().map(|(column, _)| column + 1).max().unwrap_or(0);
    let cell = |column: usize| {
        let text = row.cell(column);
        let short: String = text.chars().take(SHOWN_CHARACTERS).collect();
        if short.len() < text.len() { short + "…" } else { short }
    };
    RowLook { number: row.index.saturating_add(1), cells: (0..last.min(SHOWN_COLUMNS)).map(cell).collect() }
}

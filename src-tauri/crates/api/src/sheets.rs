//! Assessors' sheets: written one for each person, read back with a report of what was taken and refused.
//! Relies on the crate `sheet` for the files and for judging each row.
//! Knows nothing of spreadsheets.

use crate::calls::App;
use crate::error::ApiError;
use crate::views::{Changed, Words};
use domain::{PersonId, RiskBasis};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Sheets to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WriteSheetsArgs {
    /// The folder.
    pub folder: String,
    /// For these people; empty for the members of the open round, or else for everybody.
    #[serde(default)]
    pub people: Vec<PersonId>,
    /// With or without measures; existing risk when left out.
    #[serde(default)]
    pub basis: Option<RiskBasis>,
}

/// A sheet that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WrittenSheet {
    /// Whose.
    pub person: String,
    /// Where.
    pub path: String,
    /// How many rows there are to score.
    pub rows: u32,
}

/// Sheets to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadSheetsArgs {
    /// The files.
    pub paths: Vec<String>,
}

/// What sheets bring.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct SheetsReport {
    /// How many scores are taken.
    pub taken: u32,
    /// How many of them the project has already, letter for letter.
    pub unchanged: u32,
    /// How many rows were left empty.
    pub blank: u32,
    /// Rows that are refused, in the order of files and rows.
    pub refused: Vec<SheetRefusal>,
    /// Each file in short.
    pub files: Vec<SheetFileLine>,
}

/// A row that is refused.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetRefusal {
    /// The row as the spreadsheet numbers it; 0 for the file as a whole.
    pub row: u32,
    /// Why, in Chinese.
    pub reason: String,
    /// Why, in English.
    pub english: String,
    /// A short stable word, such as `not-in-preset`.
    pub code: String,
    /// The tab.
    pub tab: String,
    /// The file.
    pub file: String,
}

/// A file in short.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetFileLine {
    /// The file.
    pub path: String,
    /// Whose scores it brings; empty when it could not be told.
    pub assessor: String,
    /// How many scores are taken.
    pub taken: u32,
    /// How many rows are refused.
    pub refused: u32,
    /// What is wrong with the whole file, if anything.
    pub problem: Option<Words>,
}

/// What was taken, and what it changed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SheetsOutcome {
    /// The report.
    pub report: SheetsReport,
    /// What changed; `null` when nothing was taken.
    pub changed: Option<Changed>,
}

impl App {
    /// Writes sheets.
    pub(crate) fn write_sheets(&self, _args: WriteSheetsArgs) -> Result<Vec<WrittenSheet>, ApiError> {
        Err(ApiError::nothing_open())
    }

    /// Reads sheets without taking anything.
    pub(crate) fn preview_sheets(&self, _args: ReadSheetsArgs) -> Result<SheetsReport, ApiError> {
        Err(ApiError::nothing_open())
    }

    /// Takes the good rows of sheets, as one step.
    pub(crate) fn apply_sheets(&self, _args: ReadSheetsArgs) -> Result<SheetsOutcome, ApiError> {
        Err(ApiError::nothing_open())
    }
}

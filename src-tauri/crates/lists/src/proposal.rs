//! What came of reading a list: every row accounted for, every disagreement named, one command to accept.
//! Relies on rows being numbered as spreadsheet programs number them.
//! Knows nothing of how it was found.

use crate::field::Field;
use crate::mapping::ListSubject;
use domain::RiskPointKind;
use edit::{TakeList, TakeStaff};
use serde::Serialize;

/// A list compared with a project.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ListProposal")]
pub struct Proposal {
    /// What the list is about.
    pub subject: ListSubject,
    /// Whether it was read as a list with the same titles was read before.
    pub remembered: bool,
    /// The sheet.
    pub sheet: String,
    /// The header's rows, first and last.
    pub header: (u32, u32),
    /// Its columns.
    pub columns: Vec<ColumnFound>,
    /// The list family, where no column tells it.
    pub kind: RiskPointKind,
    /// Rows of the list: created, updated, unchanged and refused together.
    pub rows: u32,
    /// Rows that make something new.
    pub created: u32,
    /// Rows that change something.
    pub updated: u32,
    /// Rows that the project says already.
    pub unchanged: u32,
    /// Rows that cannot be taken.
    pub refused: Vec<RefusedRow>,
    /// Cells that say something else than what follows from the inputs, or that cannot be understood.
    pub disagreements: Vec<Disagreement>,
    /// Rows that are no rows of the list: sections, repeated headers, sums, signatures.
    pub skipped: Vec<SkippedRow>,
    /// What else should be known before accepting.
    pub notes: Vec<Note>,
    /// What becomes of each row.
    pub outcomes: Vec<RowOutcome>,
    /// What accepting does; absent where there is nothing to do.
    pub command: Option<TakeList>,
    /// What accepting a staff list does; absent where there is nothing to do.
    pub staff: Option<TakeStaff>,
}

impl Proposal {
    /// The titles of its columns, a line each: by them a list of the same make is known again.
    pub fn titles(&self) -> String {
        self.columns.iter().map(|own| own.title.replace('\n', " ")).collect::<Vec<_>>().join("\n")
    }
}

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListColumn")]
pub struct ColumnFound {
    /// A, B, …
    pub column: String,
    /// Its title.
    pub title: String,
    /// What it holds; absent where that is not known and it is not taken.
    pub field: Option<Field>,
    /// Whether it is hidden in the sheet.
    pub hidden: bool,
}

/// A row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListRefusal")]
pub struct RefusedRow {
    /// Its number.
    pub row: u32,
    /// A short stable word.
    pub code: String,
    /// Why, and what to do, in Chinese.
    pub reason: String,
    /// The same in English.
    pub english: String,
}

/// A cell that says something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListDisagreement")]
pub struct Disagreement {
    /// Its row.
    pub row: u32,
    /// Title of its column.
    pub column: String,
    /// What the sheet says.
    pub sheet: String,
    /// What the program says, and will go by.
    pub computed: String,
}

/// A row that is none of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListSkipped")]
pub struct SkippedRow {
    /// Its number.
    pub row: u32,
    /// `section`, `repeated-header`, `footer` or `nothing-known`.
    pub reason: String,
    /// What stands there.
    pub text: String,
}

/// Something to know before accepting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListNote")]
pub struct Note {
    /// A short stable word.
    pub code: String,
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl Note {
    pub(crate) fn new(code: &str, chinese: String, english: String) -> Self {
        Self { code: code.to_owned(), chinese, english }
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "ListOutcome")]
pub enum Outcome {
    /// The project says it already.
    Unchanged,
    /// It changes something.
    Updated,
    /// It makes something new.
    Created,
    /// It cannot be taken.
    Refused,
}

/// A row and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ListRow")]
pub struct RowOutcome {
    /// Its number.
    pub row: u32,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The point, as the list calls it.
    pub point: String,
    /// The hazard, as the list calls it.
    pub hazard: String,
}

//! Assessors' sheets (评分表): a spreadsheet for one person to score in, and what comes back in it.
//! Relies on ids in hidden columns; names and places are for people and never read back.
//! Knows no store and no file system: bytes go out, bytes come in, nothing is written into a project here.
//!
//! A workbook has one tab for each set of criteria, whose header row holds these words; columns may stand in any order:
//!
//! | header | holds |
//! |---|---|
//! | `标识` | id of the possible accident, hidden |
//! | `准则` | id of the criteria, hidden |
//! | `L` `E` `C` / `L` `S` / `M` `E` `S` | the values, the only cells that may be edited |
//!
//! The hidden tab `sise` names project, assessor and basis in lines of key and value.

mod error;
mod judge;
mod layout;
mod read;
mod write;

pub use error::{Refusal, SheetError};
pub use judge::{Judged, RefusedRow, SheetScore, judge};
pub use read::{LARGEST_SHEET, MOST_ROWS, SheetFile, read};
pub use write::{Wanted, WrittenSheet, write};

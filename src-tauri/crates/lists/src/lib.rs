//! 导入: lists that other people made in Excel, read and compared with a project: bytes in, a proposal out.
//! Relies on calamine for cells and on the engine of `evaluation` for every level and score.
//! Knows nothing of files and writes nothing: the proposal holds one command that the user may accept.

mod compare;
mod error;
mod field;
mod header;
mod known;
mod layout;
mod line;
mod look;
mod mapping;
mod measures;
mod proposal;
mod score;
mod staff;
mod text;
mod values;
mod workbook;

pub use error::ListError;
pub use field::Field;
pub use look::{RowLook, SheetFound, sheets};
pub use mapping::{ListSubject, Mapping};
pub use proposal::{ColumnFound, Disagreement, Note, Outcome, Proposal, RefusedRow, RowOutcome, SkippedRow};
pub use workbook::{LARGEST_BYTES, MOST_COLUMNS, MOST_ROWS};

use domain::Snapshot;
use evaluation::RiskPicture;

/// Reads a list and compares it with a project. Nothing is written.
///
/// # Errors
/// When the file is no workbook, is beyond a limit, or holds nothing that looks like a list.
pub fn propose(
    bytes: &[u8],
    mapping: &Mapping,
    snapshot: &Snapshot,
    picture: &RiskPicture,
) -> Result<Proposal, ListError> {
    let workbook = workbook::read(bytes)?;
    let risk = header::find(&workbook, mapping);
    let people = match mapping.subject {
        Some(ListSubject::Risk) => None,
        Some(ListSubject::Staff) => Some(staff::find(&workbook, mapping)?),
        // Of a list that could be either, the one of which more titles are known is meant.
        None => {
            let risks = risk.as_ref().map_or(0, |(_, header)| header.score());
            staff::find(&workbook, mapping).ok().filter(|(_, header)| header.score() > risks)
        }
    };
    if let Some((sheet, header)) = people {
        return Ok(staff::propose(sheet, &header, snapshot));
    }
    let (sheet, found) = risk?;
    let read = line::read(sheet, &found, mapping);
    Ok(compare::compare(sheet, found, read, snapshot, picture))
}

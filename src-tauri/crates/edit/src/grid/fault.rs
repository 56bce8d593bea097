//! A cell that cannot be taken: where it stands, what it says and why not.
//! Relies on refusals explaining themselves.
//! Knows nothing of the block it stands in.

use crate::refusal::Refusal;
use domain::{Explain, Language};
use serde::Serialize;

/// A refused cell of a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct CellFault {
    /// Its row in the block, 1 the first.
    pub row: u32,
    /// Its column in the block, 1 the first.
    pub column: u32,
    /// What the column is called, in Chinese.
    pub column_name: String,
    /// What it says, shortened.
    pub text: String,
    /// A short stable word, such as `not-in-catalogue`.
    pub code: String,
    /// Why it is refused, in Chinese.
    pub chinese: String,
    /// The same in English.
    pub english: String,
}

impl CellFault {
    pub(crate) fn new(place: (usize, usize), column_name: String, text: &str, why: &Why) -> Self {
        let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
        let (code, chinese, english) = match why {
            Why::Refusal(refusal) => {
                (refusal.code(), refusal.explain(Language::Chinese), refusal.explain(Language::English))
            }
            Why::Own(code, chinese, english) => (*code, (*chinese).to_owned(), (*english).to_owned()),
        };
        Self {
            row: number(place.0),
            column: number(place.1),
            column_name,
            text: text.chars().take(60).collect(),
            code: code.to_owned(),
            chinese,
            english,
        }
    }
}

/// Why a cell is refused.
#[derive(Debug)]
pub(crate) enum Why {
    /// As a single change would be.
    Refusal(Refusal),
    /// For a reason of the grid: code, Chinese, English.
    Own(&'static str, &'static str, &'static str),
}

impl<E: Into<Refusal>> From<E> for Why {
    fn from(error: E) -> Self {
        Self::Refusal(error.into())
    }
}

/// The first few of refused cells in words.
pub(crate) fn cells_in_words(faults: &[CellFault], language: Language) -> String {
    const SHOWN: usize = 3;
    let one = |fault: &CellFault| match language {
        Language::Chinese => format!("第 {} 行“{}”：{}", fault.row, fault.column_name, fault.chinese),
        Language::English => format!("row {}, column {}: {}", fault.row, fault.column, fault.english),
    };
    let shown: Vec<_> = faults.iter().take(SHOWN).map(one).collect();
    match language {
        Language::Chinese => format!("{} 个单元格未被接受，什么都没有写入。{}", faults.len(), shown.join("")),
        Language::English => {
            format!("{} cells were refused and nothing was written. {}", faults.len(), shown.join(" "))
        }
    }
}

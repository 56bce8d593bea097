//! 列对应文件: what a user says of a list, so that it is read the same way next time.
//! Relies on column letters and field names.
//! Knows nothing of files.

use crate::error::ListError;
use crate::field::Field;
use crate::text::column;
use domain::RiskPointKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum ListSubject {
    /// Risk points, hazards, scores and measures.
    Risk,
    /// Departments, posts and people.
    Staff,
}

/// How a list is to be read. What is not given is found out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[ts(rename = "ListMapping")]
pub struct Mapping {
    /// What the list is about; found out where it is not given.
    pub subject: Option<ListSubject>,
    /// The sheet: its number from 1, or its name.
    pub sheet: Option<String>,
    /// The first header row, from 1.
    pub header_row: Option<u32>,
    /// How many rows the header has.
    pub header_rows: Option<u32>,
    /// Fields by column letter; these win over what was found.
    pub columns: BTreeMap<String, Field>,
    /// The list family, where no column tells it.
    pub kind: Option<RiskPointKind>,
    /// Code of the criteria, where no column tells it.
    pub preset: Option<String>,
    /// Name of the assessor, where no column tells it.
    pub assessor: Option<String>,
}

impl Mapping {
    /// Fields by column.
    pub(crate) fn fields(&self) -> Result<BTreeMap<usize, Field>, ListError> {
        let field = |(letters, field): (&String, &Field)| {
            let column =
                column(letters).ok_or_else(|| ListError::Mapping(format!("{letters:?} is no column")))?;
            Ok((column, *field))
        };
        self.columns.iter().map(field).collect()
    }
}

//! Columns of the grid: those of the row itself, and those that stand for rows below it.
//! Relies on the column tables of the domain.
//! Knows no cell.

use crate::commands::may_be_set;
use domain::{Column, Language, MeasureCategory, MeasureStatus, Table};

/// A column of the grid.
#[derive(Debug, Clone, Copy)]
pub enum GridColumn {
    /// A column of the row's own table.
    Own(&'static Column),
    /// 「可能的事故类型」 of a hazard, as names with 、 between them: `accidents`.
    Accidents,
    /// 「管控措施」 of a hazard, of one class and state, a line each: `measures:engineering:existing`.
    Measures(MeasureCategory, MeasureStatus),
}

impl GridColumn {
    /// The column of this name for rows of `table`.
    pub fn of(table: Table, name: &str) -> Option<Self> {
        if table == Table::Hazard {
            if name == "accidents" {
                return Some(Self::Accidents);
            }
            if let Some((category, status)) =
                name.strip_prefix("measures:").and_then(|rest| rest.split_once(':'))
            {
                return Some(Self::Measures(category.parse().ok()?, status.parse().ok()?));
            }
        }
        table.columns().iter().find(|column| column.name == name).map(Self::Own)
    }

    /// Whether the grid may write it.
    pub(crate) fn may_be_written(self, table: Table) -> bool {
        match self {
            Self::Own(column) => may_be_set(table, column.name),
            Self::Accidents | Self::Measures(..) => true,
        }
    }

    /// What people call it.
    pub fn name(self, language: Language) -> String {
        match self {
            Self::Own(column) => language.pick(column.chinese, column.english).to_owned(),
            Self::Accidents => language.pick("可能发生的事故类型", "possible accidents").to_owned(),
            Self::Measures(category, status) => match language {
                Language::Chinese => format!("{}·{}", status.name(language), category.name(language)),
                Language::English => {
                    format!("{} measures, {}", category.name(language), status.name(language))
                }
            },
        }
    }
}

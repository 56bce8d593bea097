//! How one value of a noun becomes one cell of a table, and back.
//! Relies on cells being integers or texts only: both survive JSON and SQLite unchanged.
//! Knows nothing of SQLite.

use crate::language::Language;
use crate::snapshot::Table;
use chrono::{NaiveDate, NaiveTime};
use geometry::{Outline, Point, Polyline};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One cell of a table row. In JSON: null, a whole number or a string.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell<'a> {
    /// Nothing there.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(Cow<'a, str>),
}

impl Cell<'_> {
    /// The same cell, owning its text.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Integer(number) => Cell::Integer(number),
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
        }
    }

    /// A cell that owns `text`.
    pub fn text(text: impl Into<String>) -> Cell<'static> {
        Cell::Text(Cow::Owned(text.into()))
    }
}

impl std::fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Whole numbers.
    Integer,
    /// Texts.
    Text,
}

/// A cell that does not hold what its column promises.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct FieldError {
    /// What is wrong with the value, in English; the column is named by whoever reads the row.
    pub reason: String,
}

impl FieldError {
    /// An error with this reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }

    fn unexpected(cell: &Cell<'_>, expected: &str) -> Self {
        let shown: String = cell.to_string().chars().take(60).collect();
        Self::new(format!("expected {expected}, found {}", if shown.is_empty() { "nothing" } else { &shown }))
    }
}

/// A value that fits one cell of a table.
pub trait Field: Sized {
    /// What its column holds.
    const KIND: ColumnKind;
    /// Whether the cell may be null.
    const NULLABLE: bool = false;
    /// The table whose row it names, for ids.
    const REFERENCES: Option<Table> = None;
    /// The most characters its text may have, where people write it.
    const LONGEST: Option<usize> = None;

    /// The cell.
    fn to_cell(&self) -> Cell<'_>;

    /// The value of a cell, or what is wrong with it.
    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError>;

    /// The word a reader sees for this cell where it is not the cell's own text: 较大风险 for `high`.
    fn word(_cell: &Cell<'_>, _language: Language) -> Option<&'static str> {
        None
    }
}

impl<T: Field> Field for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const NULLABLE: bool = true;
    const REFERENCES: Option<Table> = T::REFERENCES;
    const LONGEST: Option<usize> = T::LONGEST;

    fn to_cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, Field::to_cell)
    }

    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        if cell == Cell::Null { Ok(None) } else { T::from_cell(cell).map(Some) }
    }

    fn word(cell: &Cell<'_>, language: Language) -> Option<&'static str> {
        T::word(cell, language)
    }
}

impl Field for String {
    const KIND: ColumnKind = ColumnKind::Text;
    const LONGEST: Option<usize> = Some(crate::record::LONGEST_TEXT);

    fn to_cell(&self) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(self))
    }

    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Text(text) => Ok(text.into_owned()),
            other @ (Cell::Null | Cell::Integer(_)) => Err(FieldError::unexpected(&other, "a text")),
        }
    }
}

impl Field for i64 {
    const KIND: ColumnKind = ColumnKind::Integer;

    fn to_cell(&self) -> Cell<'_> {
        Cell::Integer(*self)
    }

    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Integer(number) => Ok(number),
            other @ (Cell::Null | Cell::Text(_)) => Err(FieldError::unexpected(&other, "a whole number")),
        }
    }
}

impl Field for bool {
    const KIND: ColumnKind = ColumnKind::Integer;

    fn to_cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(*self))
    }

    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Integer(0) => Ok(false),
            Cell::Integer(1) => Ok(true),
            other @ (Cell::Null | Cell::Text(_) | Cell::Integer(_)) => {
                Err(FieldError::unexpected(&other, "0 or 1"))
            }
        }
    }

    fn word(cell: &Cell<'_>, language: Language) -> Option<&'static str> {
        match cell {
            Cell::Integer(0) => Some(language.pick("否", "no")),
            Cell::Integer(1) => Some(language.pick("是", "yes")),
            Cell::Integer(_) | Cell::Null | Cell::Text(_) => None,
        }
    }
}

/// Fields that are written as one text and parsed from it.
macro_rules! text_field {
    ($($type:ty: $expected:literal),* $(,)?) => {$(
        impl Field for $type {
            const KIND: ColumnKind = ColumnKind::Text;

            fn to_cell(&self) -> Cell<'_> {
                Cell::text(self.to_string())
            }

            fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
                match cell {
                    Cell::Text(text) => text.parse().map_err(|error| {
                        FieldError::new(format!("expected {}: {error}", $expected))
                    }),
                    other @ (Cell::Null | Cell::Integer(_)) => Err(FieldError::unexpected(&other, $expected)),
                }
            }
        }
    )*};
}

text_field! {
    NaiveDate: "a date as YYYY-MM-DD",
    NaiveTime: "a time of day as HH:MM:SS",
    Point: "a place as x,y in millimetres",
    Outline: "an outline",
    Polyline: "a line",
    crate::plan_value::Scale: "a number above zero",
    crate::plan_value::Crop: "a part of a picture",
    crate::plan_value::Anchors: "what is measured",
    crate::plan_value::Georeference: "three places on the earth",
    crate::assessment::Factors: "factor values",
    crate::control::LevelSet: "risk levels",
}

//! What every stored noun is: a row with an id, named columns and rules of its own.
//! Relies on [`Field`] for single cells.
//! Knows nothing of how rows are stored.

use crate::field::{Cell, ColumnKind, FieldError};
use crate::language::{Explain, Language};
use crate::snapshot::Table;
use std::hash::Hash;
use uuid::Uuid;

/// The longest name, code or title, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest text of any field, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in files and programs.
    pub name: &'static str,
    /// What Chinese readers call it.
    pub chinese: &'static str,
    /// What English readers call it.
    pub english: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether it may be empty.
    pub nullable: bool,
    /// The table whose rows it names.
    pub references: Option<Table>,
    /// Whether people write freely in it.
    pub free_text: bool,
    /// The word for a cell where it is not the cell's own text.
    pub word: fn(&Cell<'_>, Language) -> Option<&'static str>,
}

/// Cells by position, as a table scan gives them.
pub trait Row {
    /// The cell at `index`, in the order of [`Record::COLUMNS`].
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError>;
}

/// A stored noun.
pub trait Record: Sized + Clone + PartialEq + Into<crate::AnyRecord> {
    /// Its identity.
    type Id: Copy + Ord + Hash + From<Uuid> + Into<Uuid>;
    /// The table it lives in.
    const TABLE: Table;
    /// Its columns, `id` first.
    const COLUMNS: &'static [Column];

    /// Its identity.
    fn id(&self) -> Self::Id;

    /// The cell at `index`, in the order of [`Self::COLUMNS`]; `Null` beyond the end.
    fn cell(&self, index: usize) -> Cell<'_>;

    /// The record of a row, or which column does not hold what it promises.
    fn read(row: &dyn Row) -> Result<Self, RecordError>;

    /// Puts `cell` into the column named `column`. The id cannot be changed.
    fn set(&mut self, column: &str, cell: Cell<'_>) -> Result<(), RecordError>;

    /// What must always be true of this record alone.
    fn check(&self) -> Result<(), RecordError>;
}

/// A record that breaks a rule of its own, with the column that does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table} {column}: {rule}")]
pub struct RecordError {
    /// The table.
    pub table: Table,
    /// The column.
    pub column: &'static str,
    /// What is broken.
    pub rule: RecordRule,
}

/// The rules that single records can break.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordRule {
    /// A required text is blank.
    #[error("may not be blank")]
    Blank,
    /// A text is longer than allowed.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// A number is out of its range.
    #[error("must lie between {0} and {1}")]
    Range(i64, i64),
    /// The cell does not hold what the column promises.
    #[error("{0}")]
    Field(FieldError),
    /// There is no such column, or it cannot be changed.
    #[error("cannot be changed")]
    Fixed,
    /// A rule of its own, in English and Chinese.
    #[error("{0}")]
    Own(&'static str, &'static str),
}

impl RecordError {
    /// An error of `column` in table `table`.
    pub fn new(table: Table, column: &'static str, rule: RecordRule) -> Self {
        Self { table, column, rule }
    }

    fn column_name(&self, language: Language) -> &'static str {
        let column = self.table.columns().iter().find(|column| column.name == self.column);
        column.map_or(self.column, |column| language.pick(column.chinese, column.english))
    }
}

impl Explain for RecordError {
    fn code(&self) -> &'static str {
        match self.rule {
            RecordRule::Blank => "blank",
            RecordRule::TooLong(_) => "too-long",
            RecordRule::Range(..) => "out-of-range",
            RecordRule::Field(_) => "wrong-value",
            RecordRule::Fixed => "fixed",
            RecordRule::Own(..) => "incomplete",
        }
    }

    fn explain(&self, language: Language) -> String {
        let table = self.table.label(language);
        let column = self.column_name(language);
        match language {
            Language::Chinese => match &self.rule {
                RecordRule::Blank => format!("{table}的“{column}”不能为空，请填写。"),
                RecordRule::TooLong(longest) => format!("{table}的“{column}”超过 {longest} 个字，请缩短。"),
                RecordRule::Range(low, high) => format!("{table}的“{column}”应在 {low} 到 {high} 之间。"),
                RecordRule::Field(error) => format!("{table}的“{column}”填写有误（{error}），请更正。"),
                RecordRule::Fixed => format!("{table}的“{column}”不能修改。"),
                RecordRule::Own(_, rule) => format!("{table}的“{column}”{rule}。"),
            },
            Language::English => match &self.rule {
                RecordRule::Blank => {
                    format!("The {column} of the {table} may not be blank. Please fill it in.")
                }
                RecordRule::TooLong(longest) => {
                    format!(
                        "The {column} of the {table} is longer than {longest} characters. Please shorten it."
                    )
                }
                RecordRule::Range(low, high) => {
                    format!("The {column} of the {table} must lie between {low} and {high}.")
                }
                RecordRule::Field(error) => {
                    format!("The {column} of the {table} is wrong ({error}). Please correct it.")
                }
                RecordRule::Fixed => format!("The {column} of the {table} cannot be changed."),
                RecordRule::Own(rule, _) => format!("The {column} of the {table} {rule}."),
            },
        }
    }
}

/// Checks of one record, collected under its table.
pub(crate) struct Checks(pub(crate) Table);

impl Checks {
    /// A name: not blank, at most [`LONGEST_NAME`] characters.
    pub(crate) fn name(&self, column: &'static str, text: &str) -> Result<(), RecordError> {
        self.given(column, text)?;
        self.short(column, text)
    }

    /// At most [`LONGEST_NAME`] characters.
    pub(crate) fn short(&self, column: &'static str, text: &str) -> Result<(), RecordError> {
        self.at_most(column, text, LONGEST_NAME)
    }

    /// At most `longest` characters.
    pub(crate) fn at_most(
        &self,
        column: &'static str,
        text: &str,
        longest: usize,
    ) -> Result<(), RecordError> {
        // A character takes at least a byte, so short texts need no counting.
        if text.len() > longest && text.chars().count() > longest {
            return Err(RecordError::new(self.0, column, RecordRule::TooLong(longest)));
        }
        Ok(())
    }

    /// A number within bounds, both included.
    pub(crate) fn range(
        &self,
        column: &'static str,
        value: i64,
        low: i64,
        high: i64,
    ) -> Result<(), RecordError> {
        if (low..=high).contains(&value) {
            Ok(())
        } else {
            Err(RecordError::new(self.0, column, RecordRule::Range(low, high)))
        }
    }

    /// A rule with a condition and words of its own.
    pub(crate) fn own(
        &self,
        column: &'static str,
        met: bool,
        english: &'static str,
        chinese: &'static str,
    ) -> Result<(), RecordError> {
        if met { Ok(()) } else { Err(RecordError::new(self.0, column, RecordRule::Own(english, chinese))) }
    }

    /// A text that may not be blank.
    pub(crate) fn given(&self, column: &'static str, text: &str) -> Result<(), RecordError> {
        if text.trim().is_empty() { Err(RecordError::new(self.0, column, RecordRule::Blank)) } else { Ok(()) }
    }
}

/// Defines a stored noun: a struct whose fields are columns, each with its Chinese and English name.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident($id:ident) {
        $($(#[$doc:meta])* $field:ident: $type:ty, $chinese:literal, $english:literal;)*
    } check($this:ident, $checks:ident) $check:block) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub struct $name {
            /// Its identity.
            pub id: $crate::$id,
            $($(#[$doc])* pub $field: $type),*
        }

        impl $crate::Record for $name {
            type Id = $crate::$id;
            const TABLE: $crate::Table = $crate::Table::$name;
            const COLUMNS: &'static [$crate::Column] = &[
                $crate::Column {
                    name: "id",
                    chinese: "标识",
                    english: "id",
                    kind: $crate::ColumnKind::Text,
                    nullable: false,
                    references: None,
                    free_text: false,
                    word: |_, _| None,
                },
                $($crate::Column {
                    name: stringify!($field),
                    chinese: $chinese,
                    english: $english,
                    kind: <$type as $crate::Field>::KIND,
                    nullable: <$type as $crate::Field>::NULLABLE,
                    references: <$type as $crate::Field>::REFERENCES,
                    free_text: <$type as $crate::Field>::LONGEST.is_some(),
                    word: <$type as $crate::Field>::word,
                }),*
            ];

            fn id(&self) -> Self::Id {
                self.id
            }

            fn cell(&self, index: usize) -> $crate::Cell<'_> {
                let cells: [fn(&Self) -> $crate::Cell<'_>; Self::COLUMNS.len()] =
                    [|it| $crate::Field::to_cell(&it.id), $(|it| $crate::Field::to_cell(&it.$field)),*];
                cells.get(index).map_or($crate::Cell::Null, |cell| cell(self))
            }

            fn read(row: &dyn $crate::Row) -> Result<Self, $crate::RecordError> {
                fn field<T: $crate::Field>(
                    row: &dyn $crate::Row,
                    index: &mut usize,
                    column: &'static str,
                ) -> Result<T, $crate::RecordError> {
                    let cell = row.cell(*index);
                    *index += 1;
                    cell.and_then(T::from_cell).map_err(|error| {
                        $crate::RecordError::new(
                            $crate::Table::$name,
                            column,
                            $crate::record::RecordRule::Field(error),
                        )
                    })
                }
                let mut index = 0;
                Ok(Self {
                    id: field(row, &mut index, "id")?,
                    $($field: field(row, &mut index, stringify!($field))?),*
                })
            }

            fn set(&mut self, column: &str, cell: $crate::Cell<'_>) -> Result<(), $crate::RecordError> {
                match column {
                    $(stringify!($field) => {
                        self.$field = $crate::Field::from_cell(cell).map_err(|error| {
                            $crate::RecordError::new(
                                $crate::Table::$name,
                                stringify!($field),
                                $crate::record::RecordRule::Field(error),
                            )
                        })?;
                        Ok(())
                    })*
                    _ => Err($crate::RecordError::new($crate::Table::$name, "id", $crate::record::RecordRule::Fixed)),
                }
            }

            fn check(&self) -> Result<(), $crate::RecordError> {
                let $this = self;
                let $checks = $crate::record::Checks($crate::Table::$name);
                $(if let (Some(longest), $crate::Cell::Text(text)) =
                    (<$type as $crate::Field>::LONGEST, $crate::Field::to_cell(&self.$field))
                {
                    $checks.at_most(stringify!($field), &text, longest)?;
                })*
                $check
                Ok(())
            }
        }
    };
}

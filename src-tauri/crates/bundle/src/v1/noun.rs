//! What every noun of version 1 is made by: the values of its cells, and the macro that writes it, its row and its columns.
//! Relies on nothing of the domain but the cells of its rows.
//! Knows no noun.

use domain::Cell;

/// A value of a cell in JSON.
pub(super) trait Value: Sized {
    fn of(cell: Cell<'_>) -> Self;
    fn cell(&self) -> Cell<'_>;
}

impl Value for String {
    fn of(cell: Cell<'_>) -> Self {
        cell.to_string()
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Text(self.as_str().into())
    }
}

impl Value for Option<String> {
    fn of(cell: Cell<'_>) -> Self {
        (cell != Cell::Null).then(|| cell.to_string())
    }
    fn cell(&self) -> Cell<'_> {
        self.as_deref().map_or(Cell::Null, |text| Cell::Text(text.into()))
    }
}

impl Value for i64 {
    fn of(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Integer(number) => number,
            Cell::Null | Cell::Text(_) => 0,
        }
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Integer(*self)
    }
}

impl Value for Option<i64> {
    fn of(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Integer(number) => Some(number),
            Cell::Null | Cell::Text(_) => None,
        }
    }
    fn cell(&self) -> Cell<'_> {
        self.map_or(Cell::Null, Cell::Integer)
    }
}

impl Value for bool {
    fn of(cell: Cell<'_>) -> Self {
        cell == Cell::Integer(1)
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(*self))
    }
}

/// A list of words or decimals; in the row one text with commas.
impl Value for Vec<String> {
    fn of(cell: Cell<'_>) -> Self {
        cell.to_string().split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
    fn cell(&self) -> Cell<'_> {
        Cell::text(self.join(","))
    }
}

/// A noun of the bundle that is a row of the domain, perhaps with others nested in it.
pub(crate) trait Noun {
    /// Its id.
    fn id(&self) -> &str;
    /// The cell of a column, if version 1 has it.
    fn column(&self, name: &str) -> Option<Cell<'_>>;
}

/// Writes a noun with its way from a row and to the cells of one; what comes behind a semicolon is nested in it.
macro_rules! noun {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$attribute:meta])* $field:ident: $type:ty = $chinese:literal,)*
        $(; $($(#[$nested_attribute:meta])* $nested:ident: $nested_type:ty,)*)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            /// UUID, stable for ever.
            #[schemars(extend("format" = "uuid"))]
            pub id: String,
            $(#[doc = $chinese] $(#[$attribute])* pub $field: $type,)*
            $($($(#[$nested_attribute])* pub $nested: $nested_type,)*)?
        }

        impl $name {
            /// The noun of a row, with nothing nested in it yet.
            pub(crate) fn of(row: &domain::$name) -> Self {
                use domain::{Cell, Record as _};
                let cell = |name: &str| {
                    let columns = domain::$name::COLUMNS;
                    columns.iter().position(|column| column.name == name).map_or(Cell::Null, |index| row.cell(index))
                };
                Self {
                    id: cell("id").to_string(),
                    $($field: $crate::v1::noun::Value::of(cell(stringify!($field))),)*
                    $($($nested: Default::default(),)*)?
                }
            }
        }

        impl $crate::v1::noun::Noun for $name {
            fn id(&self) -> &str {
                &self.id
            }

            fn column(&self, name: &str) -> Option<domain::Cell<'_>> {
                use $crate::v1::noun::Value as _;
                match name {
                    "id" => Some(self.id.cell()),
                    $(stringify!($field) => Some(self.$field.cell()),)*
                    _ => None,
                }
            }
        }
    };
}
pub(super) use noun;

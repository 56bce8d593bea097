//! Rows in and out of SQLite, the same way for every noun.
//! Relies on each noun's column list being that of its table.
//! Knows nothing of transactions.

use crate::error::StoreError;
use domain::{AnyRecord, Cell, FieldError, Loader, Record, RecordError, RecordRule, Row, RowId, Table};
use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A cell as SQLite binds it.
pub(crate) struct Bound<'a>(pub(crate) Cell<'a>);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match &self.0 {
            Cell::Null => ToSqlOutput::Owned(Value::Null),
            Cell::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        })
    }
}

/// A row of a query whose columns are those of a noun.
pub(crate) struct SqlRow<'a, 'b>(pub(crate) &'a rusqlite::Row<'b>);

impl Row for SqlRow<'_, '_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        match self.0.get_ref(index).map_err(|error| FieldError::new(error.to_string()))? {
            ValueRef::Null => Ok(Cell::Null),
            ValueRef::Integer(number) => Ok(Cell::Integer(number)),
            ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                .map(|text| Cell::Text(Cow::Borrowed(text)))
                .map_err(|_| FieldError::new("the text is not UTF-8")),
            ValueRef::Real(_) | ValueRef::Blob(_) => {
                Err(FieldError::new("neither a whole number nor a text"))
            }
        }
    }
}

fn column_list(table: Table) -> String {
    table.columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
}

/// The statement that puts a row of a table, made once: a long list puts tens of thousands.
fn put_statement(table: Table) -> &'static str {
    static STATEMENTS: LazyLock<HashMap<Table, String>> = LazyLock::new(|| {
        let statement = |table: Table| {
            let columns = table.columns();
            let marks = vec!["?"; columns.len()].join(", ");
            let updates: Vec<_> =
                columns.iter().skip(1).map(|column| format!("{0} = excluded.{0}", column.name)).collect();
            format!(
                "INSERT INTO {table} ({}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {}",
                column_list(table),
                updates.join(", ")
            )
        };
        Table::ALL.iter().map(|table| (*table, statement(*table))).collect()
    });
    STATEMENTS.get(&table).map_or("", String::as_str)
}

/// Puts a row in the place of the one with its id.
pub(crate) fn put(connection: &Connection, record: &AnyRecord) -> Result<(), StoreError> {
    let table = record.row_id().table;
    let columns = table.columns();
    let cells = (0..columns.len()).map(|index| Bound(record.cell(index)));
    connection.prepare_cached(put_statement(table))?.execute(params_from_iter(cells))?;
    Ok(())
}

/// Takes a row out; `false` when it was not there.
pub(crate) fn remove(connection: &Connection, row: RowId) -> Result<bool, StoreError> {
    let sql = format!("DELETE FROM {} WHERE id = ?1", row.table);
    Ok(connection.prepare_cached(&sql)?.execute([row.id.hyphenated().to_string()])? > 0)
}

/// The row with this id.
pub(crate) fn get(connection: &Connection, row: RowId) -> Result<Option<AnyRecord>, StoreError> {
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", column_list(row.table), row.table);
    let found = connection
        .prepare_cached(&sql)?
        .query_row([row.id.hyphenated().to_string()], |found| Ok(row.table.read(&SqlRow(found))))
        .optional()?;
    Ok(found.transpose()?)
}

/// Loads whole tables. A row that does not hold what it promises, or breaks a rule of its own, is an error.
pub(crate) struct Tables<'a>(pub(crate) &'a Connection);

impl Loader for Tables<'_> {
    type Error = StoreError;

    fn rows<R: Record>(&mut self) -> Result<Vec<R>, StoreError> {
        let sql = format!("SELECT {} FROM {} ORDER BY id", column_list(R::TABLE), R::TABLE);
        let mut statement = self.0.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            let record = R::read(&SqlRow(row))?;
            record.check()?;
            records.push(record);
        }
        Ok(records)
    }
}

/// A row given as named cells, as history keeps it. Columns that came later have what the schema gives them.
struct NamedCells<'a> {
    table: Table,
    cells: &'a serde_json::Map<String, serde_json::Value>,
    defaults: &'a [Option<Value>],
}

impl Row for NamedCells<'_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        let column = self.table.columns().get(index).ok_or_else(|| FieldError::new("no such column"))?;
        if let Some(value) = self.cells.get(column.name) {
            return json_cell(value).ok_or_else(|| FieldError::new("the history holds no cell"));
        }
        match self.defaults.get(index) {
            Some(Some(Value::Integer(number))) => Ok(Cell::Integer(*number)),
            Some(Some(Value::Text(text))) => Ok(Cell::Text(Cow::Borrowed(text))),
            _ if column.nullable => Ok(Cell::Null),
            _ => Err(FieldError::new("the history lacks it")),
        }
    }
}

/// Reads rows as history keeps them, those of older formats too.
pub(crate) struct History<'a> {
    connection: &'a Connection,
    defaults: RefCell<HashMap<Table, Vec<Option<Value>>>>,
}

impl<'a> History<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection, defaults: RefCell::default() }
    }

    /// The record of these cells.
    pub(crate) fn record(
        &self,
        table: Table,
        cells: &serde_json::Map<String, serde_json::Value>,
    ) -> Result<AnyRecord, StoreError> {
        let whole = table.columns().iter().all(|column| cells.contains_key(column.name));
        if whole {
            return Ok(table.read(&NamedCells { table, cells, defaults: &[] })?);
        }
        let mut known = self.defaults.borrow_mut();
        let defaults = match known.entry(table) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(defaults(self.connection, table)?)
            }
        };
        Ok(table.read(&NamedCells { table, cells, defaults })?)
    }
}

/// What the schema gives a column that nothing was said of, by the order of the noun's columns.
pub(crate) fn defaults(connection: &Connection, table: Table) -> Result<Vec<Option<Value>>, StoreError> {
    let mut statement = connection.prepare("SELECT name, dflt_value FROM pragma_table_info(?1)")?;
    let found: HashMap<String, Option<String>> = statement
        .query_map([table.name()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let value = |text: &String| match text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(inner) => Some(Value::Text(inner.replace("''", "'"))),
        None => text.parse().ok().map(Value::Integer),
    };
    Ok(table
        .columns()
        .iter()
        .map(|column| found.get(column.name).and_then(Option::as_ref).and_then(value))
        .collect())
}

/// A JSON value as a cell.
pub(crate) fn json_cell(value: &serde_json::Value) -> Option<Cell<'_>> {
    match value {
        serde_json::Value::Null => Some(Cell::Null),
        serde_json::Value::Number(number) => number.as_i64().map(Cell::Integer),
        serde_json::Value::String(text) => Some(Cell::Text(Cow::Borrowed(text))),
        serde_json::Value::Bool(_) | serde_json::Value::Array(_) | serde_json::Value::Object(_) => None,
    }
}

/// Puts the cells that history kept into a record.
pub(crate) fn set_from_history(
    record: &mut AnyRecord,
    cells: &serde_json::Map<String, serde_json::Value>,
) -> Result<(), RecordError> {
    for (column, value) in cells {
        let cell = json_cell(value).ok_or_else(|| {
            let error = FieldError::new("the history holds no cell");
            RecordError::new(record.row_id().table, "id", RecordRule::Field(error))
        })?;
        record.set(column, cell)?;
    }
    Ok(())
}

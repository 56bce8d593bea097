//! Rows in and out of SQLite, the same way for every noun.
//! Relies on each noun's column list being that of its table.
//! Knows nothing of transactions.

use crate::error::StoreError;
use domain::{AnyRecord, Cell, FieldError, Loader, Record, RecordError, RecordRule, Row, RowId, Table};
use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::borrow::Cow;

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
struct SqlRow<'a, 'b>(&'a rusqlite::Row<'b>);

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

/// Puts a row in the place of the one with its id.
pub(crate) fn put(connection: &Connection, record: &AnyRecord) -> Result<(), StoreError> {
    let table = record.row_id().table;
    let columns = table.columns();
    let marks = vec!["?"; columns.len()].join(", ");
    let updates: Vec<_> =
        columns.iter().skip(1).map(|column| format!("{0} = excluded.{0}", column.name)).collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {}",
        column_list(table),
        updates.join(", ")
    );
    let cells = (0..columns.len()).map(|index| Bound(record.cell(index)));
    connection.prepare_cached(&sql)?.execute(params_from_iter(cells))?;
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

/// A row given as named cells, as history keeps it.
pub(crate) struct NamedCells<'a>(pub(crate) Table, pub(crate) &'a serde_json::Map<String, serde_json::Value>);

impl Row for NamedCells<'_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        let column = self.0.columns().get(index).ok_or_else(|| FieldError::new("no such column"))?;
        let value = self.1.get(column.name).ok_or_else(|| FieldError::new("the history lacks it"))?;
        json_cell(value).ok_or_else(|| FieldError::new("the history holds no cell"))
    }
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

/// Reads a row as history keeps it.
pub(crate) fn record_from_history(
    table: Table,
    cells: &serde_json::Map<String, serde_json::Value>,
) -> Result<AnyRecord, RecordError> {
    table.read(&NamedCells(table, cells))
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

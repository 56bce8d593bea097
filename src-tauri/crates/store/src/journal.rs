//! The row journal: temporary triggers that note every changed cell of every tracked table.
//! Relies on SQLite's documented trigger technique for undo logs, and on the door to say which tables it writes to.
//! Knows nothing of why rows change.

use crate::error::StoreError;
use crate::history::{Change, Operation};
use domain::{RowId, Table};
use rusqlite::Connection;

/// What a step did to one row, with the cells as texts of JSON, which is how history keeps them.
pub(crate) struct Noted {
    /// The row.
    pub(crate) row: RowId,
    /// What happened.
    pub(crate) operation: Operation,
    /// The cells before, as [`Change`] has them.
    pub(crate) before: Option<String>,
    /// The cells after, likewise.
    pub(crate) after: Option<String>,
}

/// Makes the journal of this connection. It lives in the connection's temporary database, never in the file.
pub(crate) fn install(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "CREATE TEMP TABLE journal (id INTEGER PRIMARY KEY, table_name TEXT, row_id TEXT, operation TEXT, before TEXT, after TEXT)",
    )?;
    Ok(())
}

/// Notes every change of a table from now on. Done when a table is first written to: for all of them at once it would
/// be a tenth of the time that opening takes.
pub(crate) fn watch(connection: &Connection, table: Table) -> Result<(), StoreError> {
    let is_watched = connection
        .prepare_cached("SELECT 1 FROM temp.sqlite_master WHERE name = ?1")?
        .exists([format!("journal_insert_{table}")])?;
    if is_watched {
        return Ok(());
    }
    let object = |side: &str| {
        let cells: Vec<_> =
            table.columns().iter().map(|column| format!("'{0}', {side}.{0}", column.name)).collect();
        format!("json_object({})", cells.join(", "))
    };
    let note = "INSERT INTO journal (table_name, row_id, operation, before, after)";
    let changed: Vec<_> = table
        .columns()
        .iter()
        .map(|column| {
            format!(
                "SELECT '{0}' AS name, OLD.{0} AS before, NEW.{0} AS after WHERE OLD.{0} IS NOT NEW.{0}",
                column.name
            )
        })
        .collect();
    connection.execute_batch(&format!(
        "CREATE TEMP TRIGGER journal_insert_{table} AFTER INSERT ON main.{table} BEGIN\n\
         {note} VALUES ('{table}', NEW.id, 'insert', NULL, {new}); END;\n\
         CREATE TEMP TRIGGER journal_delete_{table} AFTER DELETE ON main.{table} BEGIN\n\
         {note} VALUES ('{table}', OLD.id, 'delete', {old}, NULL); END;\n\
         CREATE TEMP TRIGGER journal_update_{table} AFTER UPDATE ON main.{table} BEGIN\n\
         {note} SELECT '{table}', NEW.id, 'update', json_group_object(name, before), json_group_object(name, after)\n\
         FROM ({changed}) HAVING count(*) > 0; END;",
        new = object("NEW"),
        old = object("OLD"),
        changed = changed.join(" UNION ALL "),
    ))?;
    Ok(())
}

/// Takes what was noted since the last call, in order.
pub(crate) fn take(connection: &Connection) -> Result<Vec<Noted>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_id, operation, before, after FROM temp.journal ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(read_noted(row, 0)?);
    }
    connection.prepare_cached("DELETE FROM temp.journal")?.execute([])?;
    Ok(changes)
}

/// Reads a change from five columns of a row, the first at `at`.
pub(crate) fn read_change(row: &rusqlite::Row<'_>, at: usize) -> Result<Change, StoreError> {
    let Noted { row, operation, before, after } = read_noted(row, at)?;
    Ok(Change { row, operation, before: cells(before.as_deref())?, after: cells(after.as_deref())? })
}

/// The cells of a text of JSON.
pub(crate) fn cells(text: Option<&str>) -> Result<serde_json::Map<String, serde_json::Value>, StoreError> {
    let Some(text) = text else { return Ok(serde_json::Map::new()) };
    serde_json::from_str(text).map_err(|_| defect("cells that are not an object"))
}

fn read_noted(row: &rusqlite::Row<'_>, at: usize) -> Result<Noted, StoreError> {
    let text = |index: usize| row.get_ref(index)?.as_str().map_err(rusqlite::Error::from);
    Ok(Noted {
        row: RowId {
            table: Table::by_name(text(at)?).ok_or_else(|| defect("unknown table"))?,
            id: text(at + 1)?.parse().map_err(|_| defect("id"))?,
        },
        operation: Operation::parse(text(at + 2)?).ok_or_else(|| defect("unknown operation"))?,
        before: row.get(at + 3)?,
        after: row.get(at + 4)?,
    })
}

fn defect(what: &str) -> StoreError {
    StoreError::Defect(format!("history: {what}"))
}

//! The row journal: temporary triggers that note every changed cell of every tracked table.
//! Relies on SQLite's documented trigger technique for undo logs; made from the column tables, so no noun can be
//! forgotten.
//! Knows nothing of why rows change.

use crate::error::StoreError;
use crate::history::{Change, Operation};
use domain::{RowId, Table};
use rusqlite::Connection;
use std::fmt::Write as _;

/// Makes the journal of this connection. It lives in the connection's temporary database, never in the file.
pub(crate) fn install(connection: &Connection) -> Result<(), StoreError> {
    let mut sql = String::from(
        "CREATE TEMP TABLE journal (id INTEGER PRIMARY KEY, table_name TEXT, row_id TEXT, operation TEXT, before TEXT, after TEXT);\n",
    );
    for table in Table::ALL {
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
        let result = write!(
            sql,
            "CREATE TEMP TRIGGER journal_insert_{table} AFTER INSERT ON main.{table} BEGIN\n\
             {note} VALUES ('{table}', NEW.id, 'insert', NULL, {new}); END;\n\
             CREATE TEMP TRIGGER journal_delete_{table} AFTER DELETE ON main.{table} BEGIN\n\
             {note} VALUES ('{table}', OLD.id, 'delete', {old}, NULL); END;\n\
             CREATE TEMP TRIGGER journal_update_{table} AFTER UPDATE ON main.{table} BEGIN\n\
             {note} SELECT '{table}', NEW.id, 'update', json_group_object(name, before), json_group_object(name, after)\n\
             FROM ({changed}) HAVING count(*) > 0; END;\n",
            new = object("NEW"),
            old = object("OLD"),
            changed = changed.join(" UNION ALL "),
        );
        result.map_err(|error| StoreError::Defect(error.to_string()))?;
    }
    connection.execute_batch(&sql)?;
    Ok(())
}

/// Takes what was noted since the last call, in order.
pub(crate) fn take(connection: &Connection) -> Result<Vec<Change>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_id, operation, before, after FROM temp.journal ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(read_change(row, 0)?);
    }
    connection.prepare_cached("DELETE FROM temp.journal")?.execute([])?;
    Ok(changes)
}

/// Reads a change from five columns of a row, the first at `at`.
pub(crate) fn read_change(row: &rusqlite::Row<'_>, at: usize) -> Result<Change, StoreError> {
    let defect = |what: &str| StoreError::Defect(format!("history: {what}"));
    let table: String = row.get(at)?;
    let id: String = row.get(at + 1)?;
    let operation: String = row.get(at + 2)?;
    let cells = |index: usize| -> Result<serde_json::Map<String, serde_json::Value>, StoreError> {
        let text: Option<String> = row.get(index)?;
        text.map_or_else(
            || Ok(serde_json::Map::new()),
            |text| serde_json::from_str(&text).map_err(|_| defect("cells that are not an object")),
        )
    };
    Ok(Change {
        row: RowId {
            table: Table::by_name(&table).ok_or_else(|| defect("unknown table"))?,
            id: id.parse().map_err(|_| defect("id"))?,
        },
        operation: Operation::parse(&operation).ok_or_else(|| defect("unknown operation"))?,
        before: cells(at + 3)?,
        after: cells(at + 4)?,
    })
}

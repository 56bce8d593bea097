//! The operation record (操作记录): who did what, when, and which cells changed from what to what.
//! Relies on entries being appended only; undoing is an entry too.
//! Knows nothing of how entries are shown.

use crate::error::StoreError;
use crate::journal::{Noted, read_change};
use crate::lineage::{HAND_OVER, mark_of};
use crate::transact::Label;
use domain::{RowId, Table};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use uuid::Uuid;

/// What kind of step an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// The project began, by hand or from a bundle.
    Create,
    /// A command.
    Edit,
    /// The taking back of an entry.
    Undo,
    /// The repeating of an entry that was taken back.
    Redo,
}

impl EntryKind {
    /// Its text in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// Whether an edit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// It stands.
    Done,
    /// It was taken back and can be repeated.
    Undone,
    /// It was taken back and something else was done since.
    Dropped,
}

impl EntryState {
    /// Its text in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Dropped => "dropped",
        }
    }
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// It is new.
    Insert,
    /// Cells changed.
    Update,
    /// It is gone.
    Delete,
}

impl Operation {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "insert" => Some(Self::Insert),
            "update" => Some(Self::Update),
            "delete" => Some(Self::Delete),
            _ => None,
        }
    }

    /// Its text in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Insert => "insert",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// What one step did to one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The row.
    pub row: RowId,
    /// What happened.
    pub operation: Operation,
    /// The cells before: all of them for a deleted row, the changed ones for an update, none for a new row.
    pub before: serde_json::Map<String, serde_json::Value>,
    /// The cells after, likewise.
    pub after: serde_json::Map<String, serde_json::Value>,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// Its place in the record, from 1.
    pub sequence: i64,
    /// Its identity, the same in every copy of the project.
    pub id: Uuid,
    /// When, as UTC `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    pub at: String,
    /// Who, as named on that machine.
    pub actor: String,
    /// What kind of step.
    pub kind: EntryKind,
    /// What it is called.
    pub label: Label,
    /// The entry that was undone or redone.
    pub target: Option<i64>,
    /// Whether it stands.
    pub state: EntryState,
    /// The revision after it, in the copy in which it was made.
    pub revision: i64,
    /// The merge with which it came from another copy, if it did.
    pub merged_by: Option<Uuid>,
    /// The note, where it hands the project over.
    pub note: Option<String>,
}

/// Which entries of the record are wanted. Everything that is said must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryFilter {
    /// Made by this person.
    pub actor: Option<String>,
    /// Made at this time or later (UTC, as entries have it).
    pub since: Option<String>,
    /// Made at this time or earlier.
    pub until: Option<String>,
    /// Of this kind.
    pub kind: Option<EntryKind>,
    /// Touching a row of this table.
    pub table: Option<Table>,
    /// Touching this row.
    pub row: Option<RowId>,
    /// With this text in the label.
    pub text: Option<String>,
    /// Before this entry, for leafing through.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: usize,
}

const COLUMNS: &str =
    "sequence, id, at, actor, kind, label, label_english, target, state, revision, merge_key";

fn read_entry(row: &rusqlite::Row<'_>) -> rusqlite::Result<HistoryEntry> {
    let kind: String = row.get(4)?;
    let state: String = row.get(8)?;
    let id: String = row.get(1)?;
    let merge_key: Option<String> = row.get(10)?;
    let mark = mark_of(merge_key.as_deref());
    let state = mark.as_ref().map_or(state.as_str(), |mark| mark.state);
    Ok(HistoryEntry {
        sequence: row.get(0)?,
        id: id.parse().unwrap_or_default(),
        at: row.get(2)?,
        actor: row.get(3)?,
        kind: match kind.as_str() {
            "create" => EntryKind::Create,
            "undo" => EntryKind::Undo,
            "redo" => EntryKind::Redo,
            _ => EntryKind::Edit,
        },
        label: Label { chinese: row.get(5)?, english: row.get(6)? },
        target: row.get(7)?,
        state: match state {
            "undone" => EntryState::Undone,
            "dropped" => EntryState::Dropped,
            _ => EntryState::Done,
        },
        revision: row.get(9)?,
        merged_by: mark.and_then(|mark| mark.merge.parse().ok()),
        note: merge_key.as_deref().and_then(|key| key.strip_prefix(HAND_OVER)).map(str::to_owned),
    })
}

/// The latest `limit` entries, newest first.
pub(crate) fn latest(connection: &Connection, limit: usize) -> Result<Vec<HistoryEntry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM history_entry ORDER BY sequence DESC LIMIT ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([i64::try_from(limit).unwrap_or(i64::MAX)], read_entry)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The entries that a filter lets through, newest first.
pub(crate) fn filtered(
    connection: &Connection,
    filter: &HistoryFilter,
) -> Result<Vec<HistoryEntry>, StoreError> {
    let mut sql = format!("SELECT {COLUMNS} FROM history_entry e WHERE 1");
    let mut values: Vec<Value> = Vec::new();
    let mut and = |condition: &str, value: Value| {
        values.push(value);
        sql.push_str(" AND ");
        sql.push_str(&condition.replace('?', &format!("?{}", values.len())));
    };
    let text = |text: &str| Value::Text(text.to_owned());
    if let Some(actor) = &filter.actor {
        and("actor = ?", text(actor));
    }
    if let Some(since) = &filter.since {
        and("at >= ?", text(since));
    }
    if let Some(until) = &filter.until {
        and("at <= ?", text(until));
    }
    if let Some(kind) = filter.kind {
        and("kind = ?", text(kind.as_str()));
    }
    if let Some(table) = filter.table {
        let found = "EXISTS (SELECT 1 FROM history_change c WHERE c.entry = e.sequence AND c.table_name = ?)";
        and(found, text(table.name()));
    }
    if let Some(row) = filter.row {
        let found = "sequence IN (SELECT entry FROM history_change WHERE row_id = ?)";
        and(found, text(&row.id.hyphenated().to_string()));
    }
    if let Some(part) = filter.text.as_deref().filter(|part| !part.is_empty()) {
        and("instr(label || ' ' || label_english, ?) > 0", text(part));
    }
    if let Some(before) = filter.before {
        and("sequence < ?", Value::Integer(before));
    }
    values.push(Value::Integer(i64::try_from(filter.limit).unwrap_or(i64::MAX)));
    sql.push_str(&format!(" ORDER BY sequence DESC LIMIT ?{}", values.len()));
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), read_entry)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Everyone who is named in the record.
pub(crate) fn actors(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT actor FROM history_entry ORDER BY actor")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The edit that undo would take back.
pub(crate) fn undoable(connection: &Connection, version: i64) -> Result<Option<HistoryEntry>, StoreError> {
    // An entry of an older format is never replayed, and neither is anything before it.
    let sql = format!(
        "SELECT {COLUMNS}, schema_version FROM history_entry WHERE kind = 'edit' AND state = 'done' ORDER BY sequence DESC LIMIT 1"
    );
    one(connection, &sql, version)
}

/// The edit that redo would repeat.
pub(crate) fn redoable(connection: &Connection, version: i64) -> Result<Option<HistoryEntry>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, schema_version FROM history_entry WHERE kind = 'edit' AND state = 'undone' ORDER BY sequence LIMIT 1"
    );
    one(connection, &sql, version)
}

fn one(connection: &Connection, sql: &str, version: i64) -> Result<Option<HistoryEntry>, StoreError> {
    let found = connection
        .prepare_cached(sql)?
        .query_row([], |row| Ok((read_entry(row)?, row.get::<_, i64>(11)?)))
        .optional()?;
    Ok(found.filter(|(_, of)| *of == version).map(|(entry, _)| entry))
}

/// The changes of an entry, in order.
pub(crate) fn changes(connection: &Connection, sequence: i64) -> Result<Vec<Change>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT table_name, row_id, operation, before, after FROM history_change WHERE entry = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([sequence])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(read_change(row, 0)?);
    }
    Ok(changes)
}

/// Appends changes to an entry.
pub(crate) fn append_changes(
    connection: &Connection,
    sequence: i64,
    changes: &[Noted],
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO history_change (entry, table_name, row_id, operation, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for change in changes {
        statement.execute(params![
            sequence,
            change.row.table.name(),
            change.row.id.hyphenated().to_string(),
            change.operation.as_str(),
            change.before,
            change.after,
        ])?;
    }
    Ok(())
}

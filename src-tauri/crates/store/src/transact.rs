//! The one door: every change of a project goes through here, whole or not at all.
//! Relies on the journal to know what changed, and on deferred foreign keys to judge the whole at the end.
//! Knows nothing of what a change means.

use crate::error::StoreError;
use crate::history::{self, Change, EntryKind, Operation};
use crate::journal::Noted;
use crate::schema::SCHEMA_VERSION;
use crate::{journal, lineage, rows};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{AnyRecord, Language, RowId, Table};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// One row to be written.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)] // short-lived lists; a box for each row would cost more
pub enum Write {
    /// Put this row in the place of the one with its id.
    Put(AnyRecord),
    /// Take this row out.
    Remove(RowId),
}

/// What a step is called, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl Label {
    /// A label of these two texts.
    pub fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { chinese: chinese.into(), english: english.into() }
    }

    /// The label in a language.
    pub fn text(&self, language: Language) -> &str {
        language.pick(&self.chinese, &self.english)
    }
}

/// Who takes a step, when and under which name.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// A new identity for the entry.
    pub id: Uuid,
    /// Now.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What it is called.
    pub label: Label,
    /// Steps with the same key that follow each other closely are one step: typing, nudging.
    pub merge_key: Option<String>,
}

/// Steps with one merge key become one entry when no more than this passes between them.
const MERGE_WITHIN_MS: i64 = 3_000;

/// What a step did.
#[derive(Debug, Clone, PartialEq)]
pub struct Committed {
    /// The revision after it; the one before when nothing changed.
    pub revision: i64,
    /// Rows that are new or changed, as they are now.
    pub upserts: Vec<AnyRecord>,
    /// Rows that are gone.
    pub removals: Vec<RowId>,
}

/// What the door does to the rows.
pub(crate) enum Work<'a> {
    Write(&'a [Write]),
    /// Rows that bring other copies in, whose histories and pictures come along.
    Merge(&'a [Write], &'a [&'a Connection]),
    /// A note in the record that changes no row: the text is kept with the entry.
    Note(&'a str),
    Undo,
    Redo,
}

pub(crate) fn transact(
    connection: &mut Connection,
    step: &Step,
    work: &Work<'_>,
) -> Result<Committed, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut watched = Watched { connection: &transaction, tables: BTreeSet::new() };
    // Left over if an earlier step failed half way and was rolled back by SQLite itself.
    journal::take(&transaction)?;
    let (kind, target) = match work {
        Work::Write(writes) | Work::Merge(writes, _) => {
            if let Work::Merge(_, theirs) = work {
                for theirs in *theirs {
                    lineage::import_assets(&transaction, theirs)?;
                    lineage::import(&transaction, theirs, &step.id.hyphenated().to_string(), true)?;
                }
            }
            for write in *writes {
                match write {
                    Write::Put(record) => {
                        record.check()?;
                        watched.watch(record.row_id().table)?;
                        rows::put(&transaction, record)?;
                    }
                    Write::Remove(row) => {
                        watched.watch(row.table)?;
                        if !rows::remove(&transaction, *row)? {
                            return Err(StoreError::NoSuchRow(*row));
                        }
                    }
                }
            }
            (EntryKind::Edit, None)
        }
        Work::Note(_) => (EntryKind::Edit, None),
        Work::Undo => {
            let Some(entry) = history::undoable(&transaction, SCHEMA_VERSION)? else {
                return unchanged(&transaction);
            };
            for change in history::changes(&transaction, entry.sequence)?.into_iter().rev() {
                watched.watch(change.row.table)?;
                apply(&transaction, inverse(change))?;
            }
            set_state(&transaction, entry.sequence, "undone")?;
            (EntryKind::Undo, Some(entry))
        }
        Work::Redo => {
            let Some(entry) = history::redoable(&transaction, SCHEMA_VERSION)? else {
                return unchanged(&transaction);
            };
            for change in history::changes(&transaction, entry.sequence)? {
                watched.watch(change.row.table)?;
                apply(&transaction, change)?;
            }
            set_state(&transaction, entry.sequence, "done")?;
            (EntryKind::Redo, Some(entry))
        }
    };
    let changes = journal::take(&transaction)?;
    let is_recorded = matches!(work, Work::Merge(..) | Work::Note(_)) || target.is_some();
    if changes.is_empty() && !is_recorded {
        return unchanged(&transaction);
    }
    check_references(&transaction, &changes)?;
    let revision = revision(&transaction)? + 1;
    transaction.prepare_cached("UPDATE project_state SET revision = ?1")?.execute([revision])?;
    let label = target.as_ref().map_or(&step.label, |entry| &entry.label);
    let sequence = match joined(&transaction, step, kind)? {
        Some(sequence) => {
            transaction
                .prepare_cached("UPDATE history_entry SET at = ?2, revision = ?3 WHERE sequence = ?1")?
                .execute(params![sequence, time_text(step.at), revision])?;
            sequence
        }
        None => {
            let is_edit = kind == EntryKind::Edit && !matches!(work, Work::Note(_));
            if is_edit {
                transaction
                    .prepare_cached("UPDATE history_entry SET state = 'dropped' WHERE state = 'undone'")?
                    .execute([])?;
            }
            let target = target.as_ref().map(|entry| entry.sequence);
            let sequence = add_entry(&transaction, step, kind, label, target, revision)?;
            if let Work::Note(note) = work {
                // Neither undo nor redo takes it for an edit.
                transaction.execute(
                    "UPDATE history_entry SET state = 'dropped', merge_key = ?2 WHERE sequence = ?1",
                    params![sequence, format!("{}{note}", lineage::HAND_OVER)],
                )?;
            }
            sequence
        }
    };
    history::append_changes(&transaction, sequence, &changes)?;
    let written: &[Write] = match work {
        Work::Write(writes) | Work::Merge(writes, _) => writes,
        Work::Note(_) | Work::Undo | Work::Redo => &[],
    };
    let (upserts, removals) = outcome(&transaction, &changes, written)?;
    transaction.commit()?;
    Ok(Committed { revision, upserts, removals })
}

/// The tables of a step, each watched by the journal before it is written to.
struct Watched<'a> {
    connection: &'a Connection,
    tables: BTreeSet<Table>,
}

impl Watched<'_> {
    fn watch(&mut self, table: Table) -> Result<(), StoreError> {
        if self.tables.insert(table) { journal::watch(self.connection, table) } else { Ok(()) }
    }
}

/// Writes the entry with which a project begins.
pub(crate) fn begin_history(connection: &Connection, step: &Step) -> Result<(), StoreError> {
    connection.execute("INSERT INTO project_state (id, revision) VALUES (1, 1)", [])?;
    add_entry(connection, step, EntryKind::Create, &step.label, None, 1)?;
    Ok(())
}

pub(crate) fn revision(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.prepare_cached("SELECT revision FROM project_state")?.query_row([], |row| row.get(0))?)
}

pub(crate) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn unchanged(connection: &Connection) -> Result<Committed, StoreError> {
    Ok(Committed { revision: revision(connection)?, upserts: Vec::new(), removals: Vec::new() })
}

fn set_state(connection: &Connection, sequence: i64, state: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE history_entry SET state = ?2 WHERE sequence = ?1")?
        .execute(params![sequence, state])?;
    Ok(())
}

fn add_entry(
    connection: &Connection,
    step: &Step,
    kind: EntryKind,
    label: &Label,
    target: Option<i64>,
    revision: i64,
) -> Result<i64, StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO history_entry (id, at, actor, kind, label, label_english, target, merge_key, state, schema_version, revision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'done', ?9, ?10)",
        )?
        .execute(params![
            step.id.hyphenated().to_string(),
            time_text(step.at),
            step.actor,
            kind.as_str(),
            label.chinese,
            label.english,
            target,
            step.merge_key,
            SCHEMA_VERSION,
            revision,
        ])?;
    Ok(connection.last_insert_rowid())
}

/// The entry that this step belongs to, when it goes on with the one just made.
fn joined(connection: &Connection, step: &Step, kind: EntryKind) -> Result<Option<i64>, StoreError> {
    let Some(key) = step.merge_key.as_deref().filter(|_| kind == EntryKind::Edit) else { return Ok(None) };
    let last: Option<(i64, String)> = connection
        .prepare_cached(
            "SELECT sequence, at FROM history_entry
             WHERE sequence = (SELECT max(sequence) FROM history_entry)
             AND kind = 'edit' AND state = 'done' AND merge_key = ?1 AND actor = ?2 AND schema_version = ?3",
        )?
        .query_row(params![key, step.actor, SCHEMA_VERSION], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((sequence, at)) = last else { return Ok(None) };
    let passed =
        DateTime::parse_from_rfc3339(&at).map(|at| step.at.signed_duration_since(at).num_milliseconds());
    Ok(passed.is_ok_and(|passed| (0..=MERGE_WITHIN_MS).contains(&passed)).then_some(sequence))
}

fn inverse(change: Change) -> Change {
    let operation = match change.operation {
        Operation::Insert => Operation::Delete,
        Operation::Update => Operation::Update,
        Operation::Delete => Operation::Insert,
    };
    Change { row: change.row, operation, before: change.after, after: change.before }
}

fn apply(connection: &Connection, change: Change) -> Result<(), StoreError> {
    match change.operation {
        Operation::Insert => {
            rows::put(connection, &rows::History::new(connection).record(change.row.table, &change.after)?)
        }
        Operation::Delete => {
            if rows::remove(connection, change.row)? {
                Ok(())
            } else {
                Err(StoreError::NoSuchRow(change.row))
            }
        }
        Operation::Update => {
            let mut record = rows::get(connection, change.row)?.ok_or(StoreError::NoSuchRow(change.row))?;
            rows::set_from_history(&mut record, &change.after)?;
            rows::put(connection, &record)
        }
    }
}

/// Looks for a reference to nothing before the commit does, so that the message can name it.
fn check_references(connection: &Connection, changes: &[Noted]) -> Result<(), StoreError> {
    // A few rows are looked up one by one; after a large step whole tables are checked.
    if changes.len() < 50 {
        for change in changes {
            check_row(connection, change)?;
        }
        return Ok(());
    }
    let mut tables: BTreeSet<Table> = changes.iter().map(|change| change.row.table).collect();
    // A deleted row is missed by the tables that refer to it.
    for change in changes.iter().filter(|change| change.operation == Operation::Delete) {
        tables.extend(referring(change.row.table).map(|(table, _)| table));
    }
    for table in tables {
        let sql = format!("PRAGMA foreign_key_check({table})");
        let mut statement = connection.prepare(&sql)?;
        let found = statement
            .query_row([], |row| Ok((row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?)))
            .optional()?;
        if let Some((rowid, missing)) = found {
            let id: String = connection.query_row(
                &format!("SELECT id FROM {table} WHERE rowid = ?1"),
                [rowid],
                |row| row.get(0),
            )?;
            return Err(StoreError::Dangling {
                row: RowId { table, id: id.parse().unwrap_or_default() },
                missing,
            });
        }
    }
    Ok(())
}

/// Every column of every table that names rows of `target`.
fn referring(target: Table) -> impl Iterator<Item = (Table, &'static str)> {
    Table::ALL.iter().flat_map(move |table| {
        let refers = table.columns().iter().filter(move |column| column.references == Some(target));
        refers.map(|column| (*table, column.name))
    })
}

fn check_row(connection: &Connection, change: &Noted) -> Result<(), StoreError> {
    if change.operation == Operation::Delete {
        let id = change.row.id.hyphenated().to_string();
        for (table, column) in referring(change.row.table) {
            let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 LIMIT 1");
            let orphan: Option<String> =
                connection.prepare_cached(&sql)?.query_row([&id], |row| row.get(0)).optional()?;
            if let Some(orphan) = orphan {
                let row = RowId { table, id: orphan.parse().unwrap_or_default() };
                return Err(StoreError::Dangling { row, missing: change.row.table.name().to_owned() });
            }
        }
        return Ok(());
    }
    let after = journal::cells(change.after.as_deref())?;
    for column in change.row.table.columns() {
        let Some(table) = column.references else { continue };
        let Some(serde_json::Value::String(id)) = after.get(column.name) else { continue };
        let sql = format!("SELECT 1 FROM {table} WHERE id = ?1");
        if connection.prepare_cached(&sql)?.query_row([id], |_| Ok(())).optional()?.is_none() {
            return Err(StoreError::Dangling { row: change.row, missing: table.name().to_owned() });
        }
    }
    Ok(())
}

/// The rows of a set of changes as they are now: as they were `written` last, or else as they are read.
fn outcome(
    connection: &Connection,
    changes: &[Noted],
    written: &[Write],
) -> Result<(Vec<AnyRecord>, Vec<RowId>), StoreError> {
    let touched: BTreeSet<RowId> = changes.iter().map(|change| change.row).collect();
    let written: HashMap<RowId, Option<&AnyRecord>> = written
        .iter()
        .map(|write| match write {
            Write::Put(record) => (record.row_id(), Some(record)),
            Write::Remove(row) => (*row, None),
        })
        .collect();
    let (mut upserts, mut removals) = (Vec::new(), Vec::new());
    for row in touched {
        let record = match written.get(&row) {
            Some(record) => record.cloned(),
            None => rows::get(connection, row)?,
        };
        match record {
            Some(record) => upserts.push(record),
            None => removals.push(row),
        }
    }
    Ok((upserts, removals))
}

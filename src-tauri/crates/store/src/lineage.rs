//! Where two copies of a project part: the last step that both know, and what the rows were then or at any step.
//! Relies on entries keeping their identity in every copy, and on every change being journalled with what was before.
//! Knows nothing of merging rows.

use crate::error::StoreError;
use crate::history::{Change, Operation, changes};
use crate::journal::read_change;
use crate::rows::{History, json_cell};
use domain::{AnyRecord, RecordError, RecordRule, RowId, Snapshot};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{HashMap, HashSet};

/// What both copies come from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ancestor {
    /// The rows at the last step that both copies know; nothing where they know none in common.
    pub rows: Option<Snapshot>,
    /// The rows at a second such step, when the copies were merged crosswise.
    pub other: Option<Snapshot>,
    /// When that step was taken.
    pub at: Option<String>,
}

/// How entries that came with a merge are marked: the merge, whether its content came along, the state they had.
const MERGED: &str = "merged/";
/// How the one entry of a clean copy is marked: with the number of changes that it stands for.
pub(crate) const CLEAN: &str = "clean/";
/// How an entry that hands a project over is marked: with the note.
pub(crate) const HAND_OVER: &str = "hand-over/";

/// The mark of an entry that came with a merge.
pub(crate) struct Mark<'a> {
    pub(crate) merge: &'a str,
    pub(crate) with_content: bool,
    pub(crate) state: &'a str,
}

/// Reads the mark of an entry; `None` for the entries of a copy's own line.
pub(crate) fn mark_of(merge_key: Option<&str>) -> Option<Mark<'_>> {
    let mut parts = merge_key?.strip_prefix(MERGED)?.splitn(3, '/');
    let (merge, with_content, state) = (parts.next()?, parts.next()? == "in", parts.next()?);
    Some(Mark { merge, with_content, state })
}

/// One entry of a copy's own line.
struct Own {
    sequence: i64,
    id: String,
    at: String,
    clean: Option<usize>,
}

/// What one copy knows.
struct Line {
    own: Vec<Own>,
    /// Entries whose content is in the rows, with the entry of the own line that brought it.
    known: HashMap<String, i64>,
}

fn line(connection: &Connection) -> Result<Line, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT sequence, id, at, merge_key, state FROM history_entry ORDER BY sequence")?;
    let mut rows = statement.query([])?;
    let (mut own, mut foreign) = (Vec::new(), Vec::new());
    let mut standing: HashMap<String, i64> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (sequence, id, at): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (merge_key, state): (Option<String>, String) = (row.get(3)?, row.get(4)?);
        if let Some(mark) = mark_of(merge_key.as_deref()) {
            if mark.with_content {
                foreign.push((id, mark.merge.to_owned()));
            }
            continue;
        }
        if state == "done" {
            standing.insert(id.clone(), sequence);
        }
        let clean = merge_key.as_deref().and_then(|key| key.strip_prefix(CLEAN)?.parse().ok());
        own.push(Own { sequence, id, at, clean });
    }
    let mut known: HashMap<String, i64> = own.iter().map(|own| (own.id.clone(), own.sequence)).collect();
    for (id, merge) in foreign {
        // A merge that was taken back took its content along.
        if let Some(sequence) = standing.get(&merge) {
            known.entry(id).or_insert(*sequence);
        }
    }
    Ok(Line { own, known })
}

/// One copy: its database and its rows as they are.
#[derive(Clone, Copy)]
pub(crate) struct Copy<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) rows: &'a Snapshot,
}

/// Finds what two copies come from.
pub(crate) fn common_ancestor(ours: Copy<'_>, theirs: Copy<'_>) -> Result<Ancestor, StoreError> {
    let (here, there) = (line(ours.connection)?, line(theirs.connection)?);
    let last = |line: &Line, other: &Line| line.own.iter().rposition(|own| other.known.contains_key(&own.id));
    let (own, other) =
        (last(&here, &there).map(|at| &here.own[at]), last(&there, &here).map(|at| &there.own[at]));
    // Whether the step `earlier` is part of what `line` was at the step `later`.
    let includes = |line: &Line, earlier: &Own, later: &Own| {
        line.known.get(&earlier.id).is_some_and(|sequence| *sequence <= later.sequence)
    };
    let at_ours = |own: &Own| state(ours, own, theirs.connection);
    let at_theirs = |own: &Own| state(theirs, own, ours.connection);
    Ok(match (own, other) {
        (None, None) => Ancestor::default(),
        (Some(own), None) => Ancestor { rows: Some(at_ours(own)?), other: None, at: Some(own.at.clone()) },
        (None, Some(other)) => {
            Ancestor { rows: Some(at_theirs(other)?), other: None, at: Some(other.at.clone()) }
        }
        (Some(own), Some(other)) if own.id == other.id && own.clean.is_some() => {
            Ancestor { rows: Some(at_theirs(other)?), other: None, at: Some(other.at.clone()) }
        }
        (Some(own), Some(other)) if own.id == other.id || includes(&here, other, own) => {
            Ancestor { rows: Some(at_ours(own)?), other: None, at: Some(own.at.clone()) }
        }
        (Some(own), Some(other)) if includes(&there, own, other) => {
            Ancestor { rows: Some(at_theirs(other)?), other: None, at: Some(other.at.clone()) }
        }
        (Some(own), Some(other)) => {
            Ancestor { rows: Some(at_ours(own)?), other: Some(at_theirs(other)?), at: Some(own.at.clone()) }
        }
    })
}

/// The rows of `copy` at its step `own`, as far as the other copy knows that step: typing may have gone on in it.
fn state(copy: Copy<'_>, own: &Own, other: &Connection) -> Result<Snapshot, StoreError> {
    let found: Option<(i64, Option<String>)> = other
        .prepare_cached("SELECT sequence, merge_key FROM history_entry WHERE id = ?1")?
        .query_row([&own.id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((sequence, merge_key)) = found else { return snapshot_at(copy, own.sequence, None) };
    let clean: Option<usize> = merge_key.as_deref().and_then(|key| key.strip_prefix(CLEAN)?.parse().ok());
    let common = match (own.clean, clean) {
        // All that a clean copy began with.
        (Some(_), _) => None,
        (None, Some(count)) => Some(count),
        (None, None) => {
            let (mine, yours) = (changes(copy.connection, own.sequence)?, changes(other, sequence)?);
            Some(mine.iter().zip(&yours).take_while(|(one, two)| one == two).count())
        }
    };
    snapshot_at(copy, own.sequence, common)
}

/// The rows as they were after the entry `sequence`, or after its first `count` changes.
pub(crate) fn snapshot_at(
    copy: Copy<'_>,
    sequence: i64,
    count: Option<usize>,
) -> Result<Snapshot, StoreError> {
    let mut rows = walk_back(copy, i64::MAX, sequence)?;
    if let Some(count) = count {
        let history = History::new(copy.connection);
        let mut own = changes(copy.connection, sequence)?;
        for change in own.drain(count.min(own.len())..).rev() {
            take_back(&mut rows, change, &history)?;
        }
    }
    Ok(rows)
}

/// The rows after the entry `to`, when those of `copy` are the rows after the later entry `from`.
pub(crate) fn walk_back(copy: Copy<'_>, from: i64, to: i64) -> Result<Snapshot, StoreError> {
    let mut rows = copy.rows.clone();
    let history = History::new(copy.connection);
    let mut statement = copy.connection.prepare_cached(
        "SELECT c.table_name, c.row_id, c.operation, c.before, c.after
         FROM history_change c JOIN history_entry e ON e.sequence = c.entry
         WHERE c.entry > ?1 AND c.entry <= ?2 AND (e.merge_key IS NULL OR e.merge_key NOT LIKE 'merged/%') ORDER BY c.id DESC",
    )?;
    let mut found = statement.query([to, from])?;
    while let Some(row) = found.next()? {
        take_back(&mut rows, read_change(row, 0)?, &history)?;
    }
    Ok(rows)
}

/// Undoes one change in memory.
fn take_back(rows: &mut Snapshot, change: Change, history: &History<'_>) -> Result<(), StoreError> {
    match change.operation {
        Operation::Insert => rows.remove(change.row),
        Operation::Delete => rows.put(history.record(change.row.table, &change.before)?),
        Operation::Update => {
            let mut record = rows.get(change.row).ok_or(StoreError::NoSuchRow(change.row))?;
            set(&mut record, change.row, &change)?;
            rows.put(record);
        }
    }
    Ok(())
}

fn set(record: &mut AnyRecord, row: RowId, change: &Change) -> Result<(), StoreError> {
    for (column, value) in &change.before {
        // A column that the format no longer has says nothing about the rows of today.
        if !row.table.columns().iter().any(|own| own.name == column) {
            continue;
        }
        let cell = json_cell(value).ok_or_else(|| {
            let error = domain::FieldError::new("the history holds no cell");
            RecordError::new(row.table, "id", RecordRule::Field(error))
        })?;
        record.set(column, cell)?;
    }
    Ok(())
}

/// The last entry of the own line that was made no later than `at` (UTC, as entries have it).
pub(crate) fn entry_at(connection: &Connection, at: &str) -> Result<Option<i64>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT max(sequence) FROM history_entry
             WHERE at <= ?1 AND (merge_key IS NULL OR merge_key NOT LIKE 'merged/%')",
        )?
        .query_row([at], |row| row.get(0))?;
    Ok(found)
}

/// The entry of this identity, if it belongs to the own line.
pub(crate) fn entry_of(connection: &Connection, id: &str) -> Result<Option<i64>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT sequence FROM history_entry
             WHERE id = ?1 AND (merge_key IS NULL OR merge_key NOT LIKE 'merged/%')",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// The last entry of the own line: its place and identity.
pub(crate) fn tip(connection: &Connection) -> Result<Option<(i64, String)>, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT sequence, id FROM history_entry WHERE merge_key IS NULL OR merge_key NOT LIKE 'merged/%'
             ORDER BY sequence DESC LIMIT 1",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Takes the other copy's history along: entries that are not known yet are appended, marked with the merge `merge`, so
/// that neither undo nor a look at the past takes them for steps of this copy.
pub(crate) fn import(
    connection: &Connection,
    theirs: &Connection,
    merge: &str,
    with_content: bool,
) -> Result<(), StoreError> {
    let here = line(connection)?;
    let there = line(theirs)?;
    let mut sequences: HashMap<i64, i64> = HashMap::new();
    let mut fresh: HashSet<i64> = HashSet::new();
    let mut statement = theirs.prepare(
        "SELECT sequence, id, at, actor, kind, label, label_english, target, merge_key, state, schema_version, revision
         FROM history_entry ORDER BY sequence",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (sequence, id): (i64, String) = (row.get(0)?, row.get(1)?);
        let (merge_key, state): (Option<String>, String) = (row.get(8)?, row.get(9)?);
        let inside = with_content && there.known.contains_key(&id);
        let state = mark_of(merge_key.as_deref()).map_or(state.as_str(), |mark| mark.state).to_owned();
        let mark = format!("{MERGED}{merge}/{}/{state}", if inside { "in" } else { "out" });
        let known: Option<i64> = connection
            .prepare_cached("SELECT sequence FROM history_entry WHERE id = ?1")?
            .query_row([&id], |row| row.get(0))
            .optional()?;
        if let Some(known) = known {
            sequences.insert(sequence, known);
            // It came with a merge that was taken back; now its content is here.
            if inside && !here.known.contains_key(&id) {
                connection
                    .prepare_cached("UPDATE history_entry SET merge_key = ?2 WHERE sequence = ?1")?
                    .execute(params![known, mark])?;
            }
            continue;
        }
        let target: Option<i64> = row.get(7)?;
        connection
            .prepare_cached(
                "INSERT INTO history_entry (id, at, actor, kind, label, label_english, target, merge_key, state, schema_version, revision)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'dropped', ?9, ?10)",
            )?
            .execute(params![
                id,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, String>(4)?,
                row.get::<_, String>(5)?,
                row.get::<_, String>(6)?,
                target.and_then(|target| sequences.get(&target).copied()),
                mark,
                row.get::<_, i64>(10)?,
                row.get::<_, i64>(11)?,
            ])?;
        sequences.insert(sequence, connection.last_insert_rowid());
        fresh.insert(sequence);
    }
    let mut statement = theirs.prepare(
        "SELECT entry, table_name, row_id, operation, before, after FROM history_change ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let entry: i64 = row.get(0)?;
        let Some(own) = sequences.get(&entry).filter(|_| fresh.contains(&entry)) else { continue };
        connection
            .prepare_cached(
                "INSERT INTO history_change (entry, table_name, row_id, operation, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                own,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, Option<String>>(4)?,
                row.get::<_, Option<String>>(5)?,
            ])?;
    }
    Ok(())
}

/// Copies the pictures that only the other copy has.
pub(crate) fn import_assets(connection: &Connection, theirs: &Connection) -> Result<(), StoreError> {
    let known: HashSet<String> = connection
        .prepare_cached("SELECT sha256 FROM asset")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let all: Vec<String> = theirs
        .prepare_cached("SELECT sha256 FROM asset")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for sha256 in all.iter().filter(|own| !known.contains(*own)) {
        let (media_type, bytes) = crate::store::read_asset(theirs, sha256)?;
        crate::working::put_asset(connection, &media_type, &bytes)?;
    }
    Ok(())
}

//! What the program `sise` does with files, as plain functions: merge, diff, history until a time, copy, set one field.
//! Relies on the same sessions as the window, so that every edit goes through the one door.
//! Knows nothing of argument lists.

use crate::error::ApiError;
use crate::history::history_of;
use crate::merging::{MergeArgs, Prefer, choices_of};
use crate::merging::{MergeReport, PlainConflict, still_open, undecided, work_out, writes_of};
use crate::session::Session;
use crate::views::HistoryView;
use crate::world::World;
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{Cell, ColumnKind, Language, RowId, Snapshot, Table};
use edit::{Command, SetField};
use merge::{changes as row_changes, difference};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use store::{Ancestor, Label, ProjectFile, StoreError, Workspace};

/// Two files to be merged.
#[derive(Debug, Clone, Copy)]
pub struct MergeFiles<'a> {
    /// The project that the other one is merged into.
    pub ours: &'a Path,
    /// The other one.
    pub theirs: &'a Path,
    /// What both come from, where their records do not tell.
    pub base: Option<&'a Path>,
    /// Where the result goes; `ours` itself is possible.
    pub out: &'a Path,
    /// Whose it is where they disagree.
    pub prefer: Option<Prefer>,
}

/// A row that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowDifference {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub id: String,
    /// `insert`, `update` or `delete`.
    pub operation: &'static str,
    /// The cells before: all of them for a row that is gone, the changed ones for a change.
    pub before: BTreeMap<&'static str, Cell<'static>>,
    /// The cells after, likewise.
    pub after: BTreeMap<&'static str, Cell<'static>>,
    /// What the row is called.
    #[serde(skip)]
    pub noun: crate::views::Words,
}

/// The difference of two files.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DiffReport {
    /// Whether the rows are the same.
    pub same: bool,
    /// When the two parted, as far as their records tell.
    pub parted_at: Option<String>,
    /// What makes the second out of the first.
    pub changes: Vec<RowDifference>,
}

/// Merges two files into a third one, as one step of the first one's record. With conflicts that nobody decided, nothing
/// is written.
pub fn merge_files(
    workspace: &Workspace,
    files: MergeFiles<'_>,
    world: Arc<dyn World>,
    actor: String,
    language: Language,
) -> Result<MergeReport, ApiError> {
    let in_place = std::path::absolute(files.ours).ok() == std::path::absolute(files.out).ok();
    if !in_place && files.out.exists() {
        return Err(StoreError::Exists(files.out.to_owned()).into());
    }
    let ours = ProjectFile::read(files.ours)?;
    let theirs = ProjectFile::read(files.theirs)?;
    let base = files.base.map(ProjectFile::read).transpose()?;
    let args = MergeArgs { paths: Vec::new(), prefer: files.prefer, chosen: Vec::new(), same: Vec::new() };
    let mut worked = work_out(&ours.snapshot, vec![theirs], &choices_of(&args), |file| match &base {
        Some(base) => Ok(Ancestor { rows: Some(base.snapshot.clone()), other: None, at: None }),
        None => Ok(ours.ancestor(file)?),
    })?;
    let conflicts: Vec<PlainConflict> = worked
        .conflicts
        .iter()
        .map(|(_, own)| {
            let sides = [Some(&ours.snapshot), worked.files.first().map(|file| &file.snapshot)];
            let names = sides.into_iter().flatten().find(|side| side.contains(own.row));
            PlainConflict::of(own, names.unwrap_or(&ours.snapshot), language)
        })
        .collect();
    if !undecided(&worked, &args).is_empty() {
        return Ok(MergeReport { merged: worked.merged, conflicts, written: false });
    }
    let revision = ours.revision;
    let changes = row_changes(&ours.snapshot, &worked.rows);
    drop(ours);
    if !in_place {
        workspace.copy(files.ours, files.out)?;
    }
    let result = Session::open(workspace, files.out, world, actor).and_then(|mut session| {
        // Another window may have published in between; what was worked out is about the rows that were read.
        if session.store().revision()? != revision {
            let open = ApiError::of(&StoreError::ChangedOutside(files.ours.to_owned()));
            return Err(open);
        }
        let name =
            files.theirs.file_stem().map_or_else(String::new, |own| own.to_string_lossy().into_owned());
        let step = session.step(Label::new(format!("合并 {name}"), format!("Merge {name}")), None);
        session.store_mut().merge(&step, &writes_of(changes), &std::mem::take(&mut worked.files))?;
        session.close().map_err(|back| back.1)
    });
    if let Err(error) = result {
        if !in_place {
            // A copy without the merge would be taken for its result.
            let _ = std::fs::remove_file(files.out);
        }
        return Err(error);
    }
    Ok(MergeReport { merged: worked.merged, conflicts, written: true })
}

impl MergeReport {
    /// The error that says how many conflicts are open.
    pub fn open_conflicts(&self) -> ApiError {
        still_open(self.conflicts.len())
    }
}

/// What makes the second file out of the first.
pub fn diff_files(a: &Path, b: &Path) -> Result<DiffReport, ApiError> {
    let (a, b) = (ProjectFile::read(a)?, ProjectFile::read(b)?);
    let parted_at = a.ancestor(&b)?.at;
    let changes: Vec<RowDifference> = difference(&a.snapshot, &b.snapshot)
        .into_iter()
        .map(|change| {
            let cells = |record: &Option<domain::AnyRecord>| -> BTreeMap<&'static str, Cell<'static>> {
                let Some(record) = record else { return BTreeMap::new() };
                let columns = change.row.table.columns().iter().enumerate();
                columns.map(|(index, column)| (column.name, record.cell(index).into_owned())).collect()
            };
            let (operation, before, after) = match (&change.before, &change.after) {
                (None, _) => ("insert", BTreeMap::new(), cells(&change.after)),
                (_, None) => ("delete", cells(&change.before), BTreeMap::new()),
                _ => {
                    let cells = change.cells();
                    let before = cells.iter().map(|own| (own.column, own.before.clone())).collect();
                    let after = cells.into_iter().map(|own| (own.column, own.after)).collect();
                    ("update", before, after)
                }
            };
            let names: &Snapshot = if change.after.is_some() { &b.snapshot } else { &a.snapshot };
            let noun = crate::differences::noun_of(names, change.row);
            let (table, id) = (change.row.table.name(), change.row.id.to_string());
            RowDifference { table, id, operation, before, after, noun }
        })
        .collect();
    Ok(DiffReport { same: changes.is_empty(), parted_at, changes })
}

/// The record of a file up to a time, newest first.
pub fn history_until(
    file: &ProjectFile,
    at: DateTime<Utc>,
    limit: usize,
) -> Result<Vec<HistoryView>, ApiError> {
    let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut entries = history_of(file, usize::MAX)?;
    entries.retain(|entry| entry.at <= at);
    entries.truncate(limit);
    Ok(entries)
}

/// Writes a copy of a file, byte for byte or clean. Refuses to replace a file.
pub fn copy_file(
    workspace: &Workspace,
    from: &Path,
    to: &Path,
    clean: bool,
    world: &dyn World,
    actor: &str,
) -> Result<String, ApiError> {
    if clean {
        workspace.clean_copy(from, to, world.now(), actor)?;
    } else {
        workspace.copy(from, to)?;
    }
    Ok(store::short_code(to)?)
}

/// Gives one field of the point with a code another value, and answers when it is durable in the file.
pub fn set_point_field(
    workspace: &Workspace,
    path: &Path,
    code: &str,
    field: &str,
    value: &str,
    world: Arc<dyn World>,
    actor: String,
) -> Result<i64, ApiError> {
    let mut session = Session::open(workspace, path, world, actor)?;
    let found = session.snapshot().points.iter().find(|point| point.code == code).map(|point| point.id);
    let Some(point) = found else {
        let error = ApiError::new(
            "no-such-point",
            format!("没有编号为 {code} 的风险点。请检查编号。"),
            format!("There is no risk point with the code {code}. Check the code."),
        );
        // Closing publishes what an earlier session left; that is as it should be.
        session.close().map_err(|back| back.1)?;
        return Err(error);
    };
    let column = Table::RiskPoint.columns().iter().find(|column| column.name == field);
    let value = match column {
        Some(column) if value.is_empty() && column.nullable => Cell::Null,
        Some(column) if column.kind == ColumnKind::Integer => {
            value.parse().map_or_else(|_| Cell::text(value), Cell::Integer)
        }
        _ => Cell::text(value),
    };
    let row = RowId { table: Table::RiskPoint, id: point.into() };
    let command = Command::SetField(SetField { row, column: field.to_owned(), value });
    let result = session.execute(command);
    let revision = session.store().revision()?;
    session.close().map_err(|back| back.1)?;
    result.map(|_| revision)
}

//! Looking back: the project as it was at any step, how its levels went over time, and bringing things back.
//! Relies on the record, which holds every change with what was before.
//! Knows nothing of how it is shown.

use crate::changes;
use crate::differences::difference_views;
use crate::error::ApiError;
use crate::history::history_views;
use crate::merging::{LISTED, writes_of};
use crate::session::{Session, parse_presets};
use crate::views::{
    Changed, FileView, FloorContent, HistoryChange, HistoryView, ProjectView, RecoveryView, StandingView,
    Viewer, Words, standings,
};
use chrono::{DateTime, Utc};
use domain::{FloorId, RiskBasis, RowId, Snapshot, Table};
use evaluation::{RiskPicture, risk_picture};
use merge::{changes as row_changes, difference, restore_rows};
use serde::{Deserialize, Serialize};
use std::path::Path;
use store::{EntryKind, HistoryFilter, Label, ProjectFile, StoreError};
use ts_rs::TS;

/// Which entries of the operation record are wanted. Everything that is said must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct HistoryQuery {
    /// Made by this person.
    pub actor: Option<String>,
    /// Made at this time or later, UTC `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    pub since: Option<String>,
    /// Made at this time or earlier.
    pub until: Option<String>,
    /// `create`, `edit`, `undo` or `redo`.
    pub kind: Option<String>,
    /// Touching a row of this table.
    pub table: Option<Table>,
    /// Touching this row.
    pub row: Option<RowId>,
    /// With this text in the label.
    pub text: Option<String>,
    /// Before this entry, for leafing through.
    pub before: Option<i64>,
    /// At most so many; 200 where nothing is said.
    pub limit: Option<u32>,
}

/// Entries of the record and who is named in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryPage {
    /// The entries, newest first.
    pub entries: Vec<HistoryView>,
    /// Everyone who is named in the whole record.
    pub actors: Vec<String>,
}

/// A step of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepArgs {
    /// Its place in the record.
    pub sequence: i64,
}

/// A floor at a step of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PastFloorArgs {
    /// The step.
    pub sequence: i64,
    /// The floor.
    pub floor: FloorId,
}

/// How finely the past is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineArgs {
    /// At most so many moments.
    pub steps: u32,
}

/// Rows that were deleted by a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoreArgs {
    /// The step that deleted them.
    pub sequence: i64,
    /// The rows.
    pub rows: Vec<RowId>,
}

/// A version or another project, to be looked at beside the open one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LookFloorArgs {
    /// The file.
    pub path: String,
    /// The floor.
    pub floor: FloorId,
}

/// How the levels stood after a step.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Moment {
    /// The step.
    pub sequence: i64,
    /// When it was taken, UTC.
    pub at: String,
    /// Who took it.
    pub actor: String,
    /// What it was.
    pub label: Words,
    /// Where the whole project stood.
    pub whole: StandingView,
}

/// The difference of two projects.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Differences {
    /// How many rows differ.
    pub rows: u32,
    /// The first of them in words.
    pub changes: Vec<HistoryChange>,
    /// Whether there are more than are listed.
    pub more: bool,
}

/// A project that is only looked at, as a window needs it.
pub(crate) fn view_of(snapshot: &Snapshot, basis: RiskBasis, path: String, revision: i64) -> ProjectView {
    let picture = risk_picture(snapshot, basis);
    let presets = parse_presets(snapshot);
    let viewer = Viewer::new(snapshot, &picture, &presets, None);
    ProjectView {
        file: FileView { path, revision, unpublished: false, demonstration: false, undo: None, redo: None },
        recovery: RecoveryView::None,
        basis,
        rows: snapshot.records().filter(|own| changes::is_shown_as_row(own.row_id().table)).collect(),
        points: viewer.points(),
        standings: standings(&picture),
    }
}

/// What is drawn on a floor of a project that is only looked at.
pub(crate) fn floor_of(snapshot: &Snapshot, floor: FloorId) -> FloorContent {
    let mut elements: Vec<_> =
        snapshot.plan_elements.iter().filter(|element| element.floor_id == floor).cloned().collect();
    elements.sort_by_key(|element| element.ordinal);
    let underlays = snapshot.underlays.iter().filter(|own| own.floor_id == floor).cloned().collect();
    FloorContent { floor, elements, underlays }
}

/// The difference of two states in words, the first rows of it.
pub(crate) fn differences(from: &Snapshot, to: &Snapshot) -> Differences {
    let found = difference(from, to);
    Differences {
        rows: u32::try_from(found.len()).unwrap_or(u32::MAX),
        changes: difference_views(to, &found[..found.len().min(LISTED)]),
        more: found.len() > LISTED,
    }
}

/// A project file as it was at a time, with its picture.
pub fn project_at(file: &ProjectFile, at: DateTime<Utc>) -> Result<(i64, Snapshot, RiskPicture), ApiError> {
    let sequence = file.entry_at(at)?.ok_or_else(|| StoreError::NoSuchStep(at.to_rfc3339()))?;
    let snapshot = file.snapshot_at(sequence)?;
    let picture = risk_picture(&snapshot, RiskBasis::Existing);
    Ok((sequence, snapshot, picture))
}

fn kind_of(word: &str) -> Option<EntryKind> {
    [EntryKind::Create, EntryKind::Edit, EntryKind::Undo, EntryKind::Redo]
        .into_iter()
        .find(|kind| kind.as_str() == word)
}

impl Session {
    /// The entries of the record that a query lets through.
    pub fn filtered_history(&self, query: &HistoryQuery) -> Result<HistoryPage, ApiError> {
        let filter = HistoryFilter {
            actor: query.actor.clone(),
            since: query.since.clone(),
            until: query.until.clone(),
            kind: query.kind.as_deref().and_then(kind_of),
            table: query.table,
            row: query.row,
            text: query.text.clone(),
            before: query.before,
            limit: query.limit.map_or(200, |limit| usize::try_from(limit).unwrap_or(usize::MAX)),
        };
        let store = self.store();
        let entries =
            history_views(
                self.snapshot(),
                store.filtered(&filter)?,
                |sequence| Ok(store.changes(sequence)?),
            )?;
        Ok(HistoryPage { entries, actors: store.actors()? })
    }

    /// The rows after a step.
    pub fn past(&self, sequence: i64) -> Result<Snapshot, ApiError> {
        Ok(self.store().snapshot_at(self.snapshot(), sequence)?)
    }

    /// The project after a step, for looking.
    pub fn past_view(&self, sequence: i64) -> Result<ProjectView, ApiError> {
        let past = self.past(sequence)?;
        let path = self.store().path().display().to_string();
        Ok(view_of(&past, self.picture().basis, path, sequence))
    }

    /// How the levels went: at most `steps` moments, oldest first.
    pub fn timeline(&self, steps: u32) -> Result<Vec<Moment>, ApiError> {
        let entries: Vec<_> = self
            .store()
            .history(usize::MAX)?
            .into_iter()
            .filter(|entry| entry.merged_by.is_none() && entry.note.is_none())
            .collect();
        let steps = usize::try_from(steps.clamp(2, 500)).unwrap_or(2);
        let count = entries.len();
        let mut rows = self.snapshot().as_ref().clone();
        let mut from = i64::MAX;
        let mut moments = Vec::new();
        let mut last = None;
        for step in 0..steps.min(count) {
            // Evenly from the newest to the oldest, both included.
            let index = if steps >= count { step } else { step * (count - 1) / (steps - 1) };
            if last == Some(index) {
                continue;
            }
            last = Some(index);
            let entry = &entries[index];
            rows = self.store().walk_back(&rows, from, entry.sequence)?;
            from = entry.sequence;
            let picture = risk_picture(&rows, self.picture().basis);
            moments.push(Moment {
                sequence: entry.sequence,
                at: entry.at.clone(),
                actor: entry.actor.clone(),
                label: entry.label.clone().into(),
                whole: StandingView::from(&picture.whole),
            });
        }
        moments.reverse();
        Ok(moments)
    }

    /// Brings back rows that a step deleted, with what belonged to them, as one step.
    pub fn restore(&mut self, args: &RestoreArgs) -> Result<Changed, ApiError> {
        let before = self.past(args.sequence - 1)?;
        let changes = restore_rows(self.snapshot(), &before, &args.rows);
        if changes.is_empty() {
            return Err(ApiError::new(
                "nothing-to-restore",
                "这一步没有删除所选的内容，或者它已经在项目里了。",
                "This step did not delete what was chosen, or it is in the project already.",
            ));
        }
        let created = args.rows.iter().filter(|row| before.contains(**row)).copied().collect();
        let step = self.step(Label::new("恢复已删除的内容", "Bring back what was deleted"), None);
        let committed = self.store_mut().transact(&step, &writes_of(changes))?;
        self.take_over(committed, created)
    }

    /// Makes the project what it was after a step, as one step that can be undone.
    pub fn restore_state(&mut self, sequence: i64) -> Result<Changed, ApiError> {
        let past = self.past(sequence)?;
        let changes = row_changes(self.snapshot(), &past);
        let step = self
            .step(Label::new(format!("回到第 {sequence} 步"), format!("Go back to step {sequence}")), None);
        let committed = self.store_mut().transact(&step, &writes_of(changes))?;
        self.take_over(committed, Vec::new())
    }

    /// Makes the project what a kept version is, as one step that can be undone.
    pub fn restore_version(&mut self, path: &Path) -> Result<Changed, ApiError> {
        let version = ProjectFile::read(path)?;
        let changes = row_changes(self.snapshot(), &version.snapshot);
        self.store_mut().take_assets(&version)?;
        let step = self.step(Label::new("恢复到保留的版本", "Go back to a kept version"), None);
        let committed = self.store_mut().transact(&step, &writes_of(changes))?;
        self.take_over(committed, Vec::new())
    }

    /// What another project file has that is not the same here.
    pub fn compare(&self, path: &Path) -> Result<Differences, ApiError> {
        let other = ProjectFile::read(path)?;
        Ok(differences(self.snapshot(), &other.snapshot))
    }
}

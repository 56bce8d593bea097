//! Putting copies together that were edited apart: what a merge would do, shown as a list and on the map, and the merge
//! as one step.
//! Relies on `merge` for the rules and on the record of both copies for what they come from.
//! Knows nothing of how the choice is made.

use crate::changes;
use crate::differences::{difference_views, in_words_of, noun_of};
use crate::error::ApiError;
use crate::session::Session;
use crate::views::{Changed, HistoryChange, Words};
use domain::{AnyRecord, Cell, FloorId, Language, RowId, Snapshot};
use evaluation::risk_picture;
use merge::{Base, Choices, Conflict, Side, changes as row_changes, difference};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{Committed, Label, ProjectFile, Write};
use ts_rs::TS;
use uuid::Uuid;

/// No more rows than this are listed one by one.
pub(crate) const LISTED: usize = 2_000;

/// One of two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Prefer {
    /// The open project.
    Ours,
    /// The other copy.
    Theirs,
}

impl From<Prefer> for Side {
    fn from(prefer: Prefer) -> Self {
        match prefer {
            Prefer::Ours => Self::Ours,
            Prefer::Theirs => Self::Theirs,
        }
    }
}

impl From<Side> for Prefer {
    fn from(side: Side) -> Self {
        match side {
            Side::Ours => Self::Ours,
            Side::Theirs => Self::Theirs,
        }
    }
}

/// A choice for one conflict; it counts for all conflicts of its group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictChoice {
    /// The row.
    pub row: RowId,
    /// The column, or `id` for the row as a whole.
    pub field: String,
    /// Whose it is.
    pub take: Prefer,
}

/// Two rows that are the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SameRow {
    /// The row of the other copy.
    pub theirs: RowId,
    /// The row of the open project.
    pub ours: RowId,
}

/// Copies to merge into the open project, and what was chosen so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MergeArgs {
    /// The other copies. The open project's own path stands for what someone else wrote there.
    pub paths: Vec<String>,
    /// Whose it is where nothing else was chosen. A merge with conflicts needs it, or a choice for each of them.
    #[serde(default)]
    pub prefer: Option<Prefer>,
    /// Choices one by one.
    #[serde(default)]
    pub chosen: Vec<ConflictChoice>,
    /// Accepted offers.
    #[serde(default)]
    pub same: Vec<SameRow>,
}

/// The three values of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThreeValues {
    /// In the common ancestor.
    pub base: Option<String>,
    /// In the open project.
    pub ours: Option<String>,
    /// In the other copy.
    pub theirs: Option<String>,
}

/// Something that the copies disagree about.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ConflictView {
    /// Which of the other copies, counted from 0.
    pub copy: u32,
    /// The row.
    pub row: RowId,
    /// What the row is called.
    pub noun: Words,
    /// The column, or `id` for the row as a whole.
    pub field: String,
    /// What the column is called.
    pub column: Words,
    /// `value`, `deleted`, `parent`, `code`, `border`, `loop`, `rule`, or `follows` where there is nothing to choose.
    pub kind: String,
    /// The values in words.
    pub values: ThreeValues,
    /// The cells as they are stored: what shapes are drawn from.
    pub cells: ThreeValues,
    /// The floor on which it lies, if it has a place.
    pub floor: Option<FloorId>,
    /// Conflicts of one copy with the same number are chosen together.
    pub group: u32,
    /// Which side is taken as things stand.
    pub taken: Prefer,
    /// Whether that was chosen.
    pub chosen: bool,
}

/// Two rows that may be the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OfferView {
    /// Which of the other copies, counted from 0.
    pub copy: u32,
    /// The pair.
    pub rows: SameRow,
    /// What they are called.
    pub noun: Words,
    /// `code` or `name`.
    pub by: String,
}

/// One of the other copies.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CopyView {
    /// Where it lies.
    pub path: String,
    /// When the two parted; nothing where they have no step in common.
    pub parted_at: Option<String>,
    /// Who worked on it since.
    pub actors: Vec<String>,
}

/// What a merge would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MergePreview {
    /// The other copies.
    pub copies: Vec<CopyView>,
    /// How many rows it would bring, change or take out.
    pub merged: u32,
    /// The first of them in words.
    pub arrivals: Vec<HistoryChange>,
    /// Whether there are more than are listed.
    pub more: bool,
    /// What the copies disagree about.
    pub conflicts: Vec<ConflictView>,
    /// Rows that may be the same thing.
    pub offers: Vec<OfferView>,
    /// What the window would draw anew.
    pub looks: Changed,
}

/// A merge worked out and not yet written.
pub(crate) struct Worked {
    pub(crate) files: Vec<ProjectFile>,
    pub(crate) rows: Snapshot,
    pub(crate) merged: usize,
    pub(crate) conflicts: Vec<(usize, Conflict)>,
    offers: Vec<(usize, merge::Offer)>,
    parted: Vec<Option<String>>,
}

pub(crate) fn choices_of(args: &MergeArgs) -> Choices {
    Choices {
        otherwise: args.prefer.map_or(Side::Ours, Into::into),
        chosen: args.chosen.iter().map(|own| ((own.row, own.field.clone()), own.take.into())).collect(),
        same: args.same.iter().map(|own| (own.theirs, own.ours.id)).collect::<BTreeMap<RowId, Uuid>>(),
    }
}

/// Merges files into `rows` one after the other; `ancestor` gives what a file and the project come from.
pub(crate) fn work_out(
    rows: &Snapshot,
    files: Vec<ProjectFile>,
    choices: &Choices,
    ancestor: impl Fn(&ProjectFile) -> Result<store::Ancestor, ApiError>,
) -> Result<Worked, ApiError> {
    let mut worked = Worked {
        files: Vec::new(),
        rows: rows.clone(),
        merged: 0,
        conflicts: Vec::new(),
        offers: Vec::new(),
        parted: Vec::new(),
    };
    for (copy, file) in files.into_iter().enumerate() {
        let found = ancestor(&file)?;
        let base = Base { rows: found.rows.as_ref(), other: found.other.as_ref() };
        let merged = merge::merge(base, &worked.rows, &file.snapshot, choices);
        for (row, record) in &merged.changes {
            match record {
                Some(record) => worked.rows.put(record.clone()),
                None => worked.rows.remove(*row),
            }
        }
        worked.merged += merged.merged();
        worked.conflicts.extend(merged.conflicts.into_iter().map(|own| (copy, own)));
        worked.offers.extend(merged.offers.into_iter().map(|own| (copy, own)));
        worked.parted.push(found.at);
        worked.files.push(file);
    }
    Ok(worked)
}

/// The conflicts for which nothing was chosen, when nothing is preferred in general.
pub(crate) fn undecided<'a>(worked: &'a Worked, args: &MergeArgs) -> Vec<&'a Conflict> {
    if args.prefer.is_some() {
        return Vec::new();
    }
    let decided: std::collections::BTreeSet<(usize, usize)> = worked
        .conflicts
        .iter()
        .filter(|(_, own)| {
            args.chosen.iter().any(|chosen| chosen.row == own.row && chosen.field == own.field)
        })
        .map(|(copy, own)| (*copy, own.group))
        .collect();
    let open = worked.conflicts.iter().filter(|(copy, own)| !decided.contains(&(*copy, own.group)));
    open.map(|(_, own)| own).filter(|own| own.kind != merge::ConflictKind::Follows).collect()
}

pub(crate) fn writes_of(changes: Vec<(RowId, Option<AnyRecord>)>) -> Vec<Write> {
    changes.into_iter().map(|(row, record)| record.map_or(Write::Remove(row), Write::Put)).collect()
}

pub(crate) fn still_open(count: usize) -> ApiError {
    ApiError::new(
        "conflicts",
        format!("还有 {count} 处冲突没有选择，请逐条选择，或选定一方优先。"),
        format!("{count} conflicts are not decided. Choose each of them, or prefer one side."),
    )
}

impl Session {
    fn merge_files(&self, args: &MergeArgs) -> Result<Worked, ApiError> {
        let files: Vec<ProjectFile> = args
            .paths
            .iter()
            .map(|path| Ok(ProjectFile::read(Path::new(path))?))
            .collect::<Result<_, ApiError>>()?;
        work_out(self.snapshot(), files, &choices_of(args), |file| {
            Ok(self.store().ancestor(self.snapshot(), file)?)
        })
    }

    /// What merging copies would do. Nothing is written.
    pub fn merge_preview(&self, args: &MergeArgs) -> Result<MergePreview, ApiError> {
        let worked = self.merge_files(args)?;
        let changed = difference(self.snapshot(), &worked.rows);
        let committed = Committed {
            revision: self.store().revision()?,
            upserts: changed.iter().filter_map(|change| change.after.clone()).collect(),
            removals: changed.iter().filter(|change| change.after.is_none()).map(|own| own.row).collect(),
        };
        let arrivals = difference_views(&worked.rows, &changed[..changed.len().min(LISTED)]);
        let picture = risk_picture(&worked.rows, self.picture().basis);
        let touched = changes::touched_points(self.snapshot(), &committed);
        let presets = crate::session::parse_presets(&worked.rows);
        let seen =
            changes::Seen { snapshot: &worked.rows, old: self.picture(), new: &picture, presets: &presets };
        let looks = changes::changed(&seen, committed, touched, Vec::new(), self.file()?);
        let copies = worked
            .files
            .iter()
            .zip(&args.paths)
            .zip(&worked.parted)
            .map(|((file, path), parted)| {
                let parted_at = parted.clone();
                let since = parted.clone().unwrap_or_default();
                let mut actors: Vec<String> = file
                    .history(usize::MAX)?
                    .into_iter()
                    .take_while(|entry| entry.at > since)
                    .map(|entry| entry.actor)
                    .collect();
                actors.sort();
                actors.dedup();
                Ok(CopyView { path: path.clone(), parted_at, actors })
            })
            .collect::<Result<_, ApiError>>()?;
        Ok(MergePreview {
            copies,
            merged: u32::try_from(changed.len()).unwrap_or(u32::MAX),
            arrivals,
            more: changed.len() > LISTED,
            conflicts: worked
                .conflicts
                .iter()
                .map(|(copy, own)| conflict_view(*copy, own, &worked, self.snapshot(), args))
                .collect(),
            offers: worked
                .offers
                .iter()
                .map(|(copy, own)| OfferView {
                    copy: u32::try_from(*copy).unwrap_or_default(),
                    rows: SameRow { theirs: own.theirs, ours: own.ours },
                    noun: noun_of(self.snapshot(), own.ours),
                    by: own.by.code().to_owned(),
                })
                .collect(),
            looks,
        })
    }

    /// Merges copies as one step. With conflicts that nobody decided, nothing is done. A copy that lies at the project's
    /// own path is what someone else wrote there: from then on the project may replace it.
    pub fn merge(&mut self, args: &MergeArgs) -> Result<Changed, ApiError> {
        let own_path = self.store().path().to_owned();
        let is_own = |path: &String| std::path::absolute(path).is_ok_and(|path| path == own_path);
        let outside = if args.paths.iter().any(is_own) { Some(self.store().outside()?) } else { None };
        let worked = self.merge_files(args)?;
        let open = undecided(&worked, args);
        if !open.is_empty() {
            return Err(still_open(open.len()));
        }
        let writes = writes_of(row_changes(self.snapshot(), &worked.rows));
        let names: Vec<String> = args.paths.iter().map(|path| file_name(path)).collect();
        let names = names.join("、");
        let step = self.step(Label::new(format!("合并 {names}"), format!("Merge {names}")), None);
        let committed = self.store_mut().merge(&step, &writes, &worked.files)?;
        if let Some(store::Outside::Changed { fingerprint }) = outside {
            self.store_mut().overrule(&fingerprint)?;
        }
        self.take_over(committed, Vec::new())
    }
}

fn file_name(path: &str) -> String {
    let path = PathBuf::from(path);
    path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn conflict_view(
    copy: usize,
    conflict: &Conflict,
    worked: &Worked,
    ours: &Snapshot,
    args: &MergeArgs,
) -> ConflictView {
    let row = conflict.row;
    let theirs = worked.files.get(copy).map(|file| &file.snapshot);
    let named = [Some(ours), theirs, Some(&worked.rows)].into_iter().flatten();
    let names = named.clone().find(|side| side.contains(row)).unwrap_or(ours);
    let column = row.table.columns().iter().find(|column| column.name == conflict.field);
    let words = |cell: &Cell<'_>| match (cell, column) {
        (Cell::Null, _) => None,
        (_, _) if conflict.field == "id" => Some(noun_of(names, row).chinese),
        (cell, Some(column)) => Some(
            named
                .clone()
                .map(|side| in_words_of(side, column, cell))
                .find(|text| text != "（已删除）")
                .unwrap_or_else(|| cell.to_string()),
        ),
        (cell, None) => Some(cell.to_string()),
    };
    let plain = |cell: &Cell<'_>| if *cell == Cell::Null { None } else { Some(cell.to_string()) };
    let three = |show: &dyn Fn(&Cell<'_>) -> Option<String>| ThreeValues {
        base: show(&conflict.base),
        ours: show(&conflict.ours),
        theirs: show(&conflict.theirs),
    };
    let whole = ("整条记录", "the whole entry");
    let (chinese, english) = match column {
        Some(column) if conflict.field != "id" => (column.chinese, column.english),
        _ => whole,
    };
    ConflictView {
        copy: u32::try_from(copy).unwrap_or_default(),
        row,
        noun: noun_of(names, row),
        field: conflict.field.to_owned(),
        column: Words { chinese: chinese.to_owned(), english: english.to_owned() },
        kind: conflict.kind.code().to_owned(),
        values: three(&words),
        cells: three(&plain),
        floor: names.get(row).and_then(|record| floor_of(names, &record)),
        group: u32::try_from(conflict.group).unwrap_or_default(),
        taken: conflict.taken.into(),
        chosen: args.prefer.is_some()
            || args.chosen.iter().any(|own| own.row == row && own.field == conflict.field),
    }
}

/// The floor on which a row lies.
fn floor_of(snapshot: &Snapshot, record: &AnyRecord) -> Option<FloorId> {
    match record {
        AnyRecord::RiskZone(zone) => zone.floor_id,
        AnyRecord::RiskPoint(point) => snapshot.floor_of(point).map(|floor| floor.id),
        AnyRecord::PlanElement(element) => Some(element.floor_id),
        AnyRecord::Underlay(underlay) => Some(underlay.floor_id),
        AnyRecord::Floor(floor) => Some(floor.id),
        AnyRecord::Hazard(hazard) => {
            let point = snapshot.points.get(hazard.point_id)?;
            snapshot.floor_of(point).map(|floor| floor.id)
        }
        _ => None,
    }
}

/// A conflict as programs read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlainConflict {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub id: String,
    /// The column, or `id` for the row as a whole.
    pub field: &'static str,
    /// The cell in the common ancestor.
    pub base: Cell<'static>,
    /// The cell in ours.
    pub ours: Cell<'static>,
    /// The cell in theirs.
    pub theirs: Cell<'static>,
    /// What kind of disagreement it is.
    pub kind: &'static str,
    /// What the row is called, in the language of the reader.
    #[serde(skip)]
    pub noun: String,
}

/// What merging two files gave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MergeReport {
    /// How many rows came over, changed or went.
    pub merged: usize,
    /// What the two disagree about.
    pub conflicts: Vec<PlainConflict>,
    /// Whether a file was written.
    #[serde(skip)]
    pub written: bool,
}

impl PlainConflict {
    pub(crate) fn of(conflict: &Conflict, names: &Snapshot, language: Language) -> Self {
        let noun = noun_of(names, conflict.row);
        Self {
            table: conflict.row.table.name(),
            id: conflict.row.id.to_string(),
            field: conflict.field,
            base: conflict.base.clone(),
            ours: conflict.ours.clone(),
            theirs: conflict.theirs.clone(),
            kind: conflict.kind.code(),
            noun: language.pick(&noun.chinese, &noun.english).to_owned(),
        }
    }
}

//! The merge itself: rows one by one, then what must be true of all rows together.
//! Relies on each of the states being whole by itself; gives a whole state and a name for everything that was not taken.
//! Knows nothing of files.

use crate::border::Borders;
use crate::codes::part_codes;
use crate::conflict::{Choices, Conflict, ConflictKind, Side};
use crate::difference::{changes, pairs};
use crate::matching::{KEYED, Offer, offers, renamed, singles, twins};
use crate::overlay::Overlay;
use crate::references::{Sides, bring_back, open_loops, settle};
use crate::rows::{Three, merge_row};
use domain::{AnyRecord, Cell, Kept, RowId, Snapshot, Visitor};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What both states come from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Base<'a> {
    /// The common ancestor, where there is one.
    pub rows: Option<&'a Snapshot>,
    /// A second one, when the two projects were merged crosswise before: where the two ancestors differ, no base is
    /// taken for certain.
    pub other: Option<&'a Snapshot>,
}

impl<'a> From<Option<&'a Snapshot>> for Base<'a> {
    fn from(rows: Option<&'a Snapshot>) -> Self {
        Self { rows, other: None }
    }
}

/// What a merge gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Merged {
    /// What to put in the place of rows of ours; `None` takes a row out.
    pub changes: Vec<(RowId, Option<AnyRecord>)>,
    /// Everything that the sides disagree about, with the side that was taken.
    pub conflicts: Vec<Conflict>,
    /// Pairs of rows that may be the same thing, when there is no common ancestor.
    pub offers: Vec<Offer>,
}

impl Merged {
    /// How many rows the merge brings into ours, takes out of it or changes there.
    pub fn merged(&self) -> usize {
        self.changes.len()
    }

    /// Our rows as they are after the merge.
    pub fn result(&self, ours: &Snapshot) -> Snapshot {
        let mut result = ours.clone();
        for (row, record) in &self.changes {
            match record {
                Some(record) => result.put(record.clone()),
                None => result.remove(*row),
            }
        }
        result
    }
}

/// Merges `theirs` into `ours`. Never fails: what cannot be had from both sides is a conflict, decided by `choices`.
pub fn merge(base: Base<'_>, ours: &Snapshot, theirs: &Snapshot, choices: &Choices) -> Merged {
    let mut theirs = Cow::Borrowed(theirs);
    let mut own = Cow::Borrowed(ours);
    let mut renames = singles(&own, &theirs);
    let accepted = choices.same.iter().filter(|(row, id)| {
        theirs.contains(**row) && own.contains(RowId { table: row.table, id: **id }) && row.id != **id
    });
    renames.extend(accepted.map(|(row, id)| (*row, *id)));
    if !renames.is_empty() {
        theirs = Cow::Owned(renamed(&theirs, &renames));
    }
    for table in KEYED {
        let (here, there) = twins(base.rows, &own, &theirs, table);
        if !here.is_empty() {
            own = Cow::Owned(renamed(&own, &here));
        }
        if !there.is_empty() {
            theirs = Cow::Owned(renamed(&theirs, &there));
        }
    }
    let mut merged = merge_matched(base, &own, &theirs, choices);
    if let Cow::Owned(own) = &own {
        // Rows of ours came under other ids; that is part of the change.
        merged.changes = changes(ours, &merged.result(own));
    }
    if base.rows.is_none() {
        merged.offers = offers(&own, &theirs);
    }
    merged
}

fn merge_matched(base: Base<'_>, ours: &Snapshot, theirs: &Snapshot, choices: &Choices) -> Merged {
    let mut walk = Walk {
        base,
        ours,
        theirs,
        choices,
        borders: None,
        overlay: Overlay::new(ours),
        conflicts: Vec::new(),
        kept: Vec::new(),
        next_group: 0,
    };
    Snapshot::visit(&mut walk);
    let Walk { mut overlay, mut conflicts, kept: kept_rows, mut next_group, .. } = walk;
    let sides = Sides { base: base.rows, ours, theirs };
    let mut kept: BTreeSet<RowId> = kept_rows.iter().map(|(row, _)| *row).collect();
    for (row, keeper) in kept_rows {
        let own = conflicts.iter().find(|own| own.row == row && own.field == "id");
        let group = own.map_or(next_group, |own| own.group);
        bring_back(&mut overlay, &sides, row, keeper, group, &mut conflicts);
    }
    settle(&mut overlay, &sides, choices, &mut kept, &mut next_group, &mut conflicts);
    open_loops(&mut overlay, &sides, choices, &mut next_group, &mut conflicts);
    part_codes(&mut overlay, base.rows, theirs, choices, &mut next_group, &mut conflicts);
    overlay.tidy();
    // Each cell is named once; what can be chosen comes before what only follows.
    conflicts.sort_by_key(|own| (own.row, own.field, own.kind));
    conflicts.dedup_by_key(|own| (own.row, own.field));
    conflicts.sort_by_key(|own| (own.group, own.kind, own.row, own.field));
    Merged { changes: overlay.changes.into_iter().collect(), conflicts, offers: Vec::new() }
}

struct Walk<'a> {
    base: Base<'a>,
    ours: &'a Snapshot,
    theirs: &'a Snapshot,
    choices: &'a Choices,
    borders: Option<Borders>,
    overlay: Overlay<'a>,
    conflicts: Vec<Conflict>,
    /// Rows that were kept although the other side deleted them, and who kept them.
    kept: Vec<(RowId, Side)>,
    next_group: usize,
}

impl Visitor for Walk<'_> {
    fn table<R: Kept>(&mut self) {
        let (ours, theirs) = (R::of(self.ours), R::of(self.theirs));
        for (own, other) in pairs(ours.iter(), theirs.iter(), R::id) {
            if own == other {
                continue;
            }
            let Some(any) = own.or(other) else { continue };
            let base = self.base.rows.and_then(|base| R::of(base).get(any.id()));
            let other_base = self.base.other.map(|base| R::of(base).get(any.id()));
            let row = RowId { table: R::TABLE, id: any.id().into() };
            match (own, other) {
                (Some(own), Some(other)) => {
                    let (own, other) = (own.clone().into(), other.clone().into());
                    self.both(row, base, other_base, &own, &other);
                }
                (Some(record), None) => {
                    if let Some(Side::Theirs) = self.one_sided(row, record, base, other_base, Side::Ours) {
                        self.overlay.remove(row);
                    }
                }
                (None, Some(record)) => {
                    if self.one_sided(row, record, base, other_base, Side::Theirs) == Some(Side::Theirs) {
                        self.overlay.put(record.clone().into());
                    }
                }
                (None, None) => {}
            }
        }
    }
}

impl<'a> Walk<'a> {
    fn both<R: Kept>(
        &mut self,
        row: RowId,
        base: Option<&R>,
        other_base: Option<Option<&R>>,
        ours: &AnyRecord,
        theirs: &AnyRecord,
    ) {
        let any = |record: Option<&R>| record.cloned().map(Into::<AnyRecord>::into);
        // A base that only one of two ancestors has is none.
        let base = if other_base == Some(None) { None } else { any(base) };
        let other_base = other_base.and_then(any);
        let three = Three { base: base.as_ref(), other_base: other_base.as_ref(), ours, theirs };
        let border = self.border(row);
        let merged = merge_row(&three, self.choices, border, &mut self.next_group, &mut self.conflicts);
        if merged != *ours {
            self.overlay.put(merged);
        }
    }

    /// Whose way it goes with a row that only `holder` has: the holder's, then it is there, or the other one's. `None`
    /// where there is nothing to do.
    fn one_sided<R: Kept>(
        &mut self,
        row: RowId,
        record: &R,
        base: Option<&R>,
        other_base: Option<Option<&R>>,
        holder: Side,
    ) -> Option<Side> {
        let known = base.or(other_base.flatten());
        let Some(known) = known else { return Some(holder) };
        let doubtful = other_base.is_some_and(|other| other != base);
        if !doubtful && known == record {
            return Some(holder.other());
        }
        let taken = self.choices.of(row, "id").unwrap_or(self.choices.otherwise);
        self.next_group += 1;
        let shown = |side: Side| {
            if side == holder { Cell::text(row.id.to_string()) } else { Cell::Null }
        };
        self.conflicts.push(Conflict {
            row,
            field: "id",
            kind: ConflictKind::Deleted,
            base: Cell::text(row.id.to_string()),
            ours: shown(Side::Ours),
            theirs: shown(Side::Theirs),
            group: self.next_group,
            taken,
        });
        if taken == holder {
            self.kept.push((row, holder));
        }
        Some(taken)
    }

    fn border(&mut self, row: RowId) -> Option<(usize, Side)> {
        if row.table != domain::Table::RiskZone {
            return None;
        }
        let base = self.base.rows?;
        let (ours, theirs, choices) = (self.ours, self.theirs, self.choices);
        let next_group = &mut self.next_group;
        self.borders.get_or_insert_with(|| Borders::find(base, ours, theirs, choices, next_group)).of(row)
    }
}

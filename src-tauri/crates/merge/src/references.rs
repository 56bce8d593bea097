//! References that a merge would leave hanging: a parent deleted on one side, needed on the other; and offices that
//! together would be part of themselves.
//! Relies on each side being whole by itself.
//! Knows nothing of single cells otherwise.

use crate::conflict::{Choices, Conflict, ConflictKind, Side};
use crate::overlay::{Overlay, references, referring};
use crate::restore::belongings;
use domain::{AnyRecord, Cell, DepartmentId, RowId, Snapshot, Table};
use std::collections::{BTreeSet, HashSet};

/// The states that the rules below look at.
pub(crate) struct Sides<'a> {
    pub(crate) base: Option<&'a Snapshot>,
    pub(crate) ours: &'a Snapshot,
    pub(crate) theirs: &'a Snapshot,
}

impl<'a> Sides<'a> {
    pub(crate) fn of(&self, side: Side) -> &'a Snapshot {
        match side {
            Side::Ours => self.ours,
            Side::Theirs => self.theirs,
        }
    }
}

/// Whether a row that names a deleted one goes with it rather than living on without it.
fn goes_too(table: Table, column: &str, nullable: bool) -> bool {
    !nullable
        || matches!(
            (table, column),
            (Table::RiskZone, "floor_id") | (Table::Floor, "building_id") | (Table::Review, "round_id")
        )
}

/// Brings back a row that `keeper` has and the other side deleted, with what was deleted along with it. Everything but
/// the row itself is named as following from it.
pub(crate) fn bring_back(
    overlay: &mut Overlay<'_>,
    sides: &Sides<'_>,
    top: RowId,
    keeper: Side,
    group: usize,
    conflicts: &mut Vec<Conflict>,
) {
    let (from, gone) = (sides.of(keeper), sides.of(keeper.other()));
    let mut follow = |row: RowId, field: &'static str| {
        let cell = |side: &Snapshot| {
            let index = row.table.columns().iter().position(|column| column.name == field).unwrap_or(0);
            side.get(row).map_or(Cell::Null, |record| record.cell(index).into_owned())
        };
        conflicts.push(Conflict {
            row,
            field,
            kind: ConflictKind::Follows,
            base: sides.base.map_or(Cell::Null, cell),
            ours: cell(sides.ours),
            theirs: cell(sides.theirs),
            group,
            taken: keeper,
        });
    };
    let mut back = HashSet::from([top]);
    for (row, record) in belongings(from, gone, sides.base, top) {
        if !overlay.contains(row) {
            overlay.put(record);
            back.insert(row);
            if row != top {
                follow(row, "id");
            }
        }
    }
    // What the deletion took out of other rows comes back too.
    for referrer in referring(from, &back) {
        let (Some(kept), Some(emptied), Some(mut now)) =
            (from.get(referrer), gone.get(referrer), overlay.get(referrer))
        else {
            continue;
        };
        let (mut changed, mut fields) = (false, Vec::new());
        for (index, column) in referrer.table.columns().iter().enumerate() {
            let named = |record: &AnyRecord| record.cell(index) != Cell::Null;
            let names_one = |cell: Cell<'_>| match (column.references, cell) {
                (Some(table), Cell::Text(id)) => {
                    id.parse().is_ok_and(|id| back.contains(&RowId { table, id }))
                }
                (None, _) | (Some(_), Cell::Null | Cell::Integer(_)) => false,
            };
            if names_one(kept.cell(index)) && !named(&emptied) && !named(&now) {
                changed |= now.set(column.name, kept.cell(index)).is_ok();
                fields.push(column.name);
                if let (AnyRecord::HiddenDanger(danger), AnyRecord::HiddenDanger(old)) = (&mut now, &kept)
                    && column.name == "floor_id"
                {
                    danger.position = old.position;
                    fields.push("position");
                }
                if let (AnyRecord::RiskPoint(point), AnyRecord::RiskPoint(old)) = (&mut now, &kept) {
                    match column.name {
                        "floor_id" => {
                            point.position = old.position;
                            fields.push("position");
                        }
                        "tier_id" => {
                            point.tier_reason.clone_from(&old.tier_reason);
                            fields.push("tier_reason");
                        }
                        _ => {}
                    }
                }
            }
        }
        if changed && now.check().is_ok() {
            overlay.put(now);
            for field in fields {
                follow(referrer, field);
            }
        }
    }
}

/// Settles every reference to a row that will not be there. `kept` are rows that were kept by choice: what they need
/// stays without asking.
pub(crate) fn settle(
    overlay: &mut Overlay<'_>,
    sides: &Sides<'_>,
    choices: &Choices,
    kept: &mut BTreeSet<RowId>,
    next_group: &mut usize,
    conflicts: &mut Vec<Conflict>,
) {
    let mut gone: BTreeSet<RowId> = BTreeSet::new();
    let mut scanned: HashSet<RowId> = HashSet::new();
    let mut suspects: BTreeSet<RowId> = overlay.changes.keys().copied().collect();
    loop {
        let removed: HashSet<RowId> =
            overlay.changes.iter().filter(|(_, record)| record.is_none()).map(|(row, _)| *row).collect();
        let fresh: HashSet<RowId> = removed.difference(&scanned).copied().collect();
        suspects.extend(referring(overlay.rows, &fresh));
        scanned.extend(fresh);
        let mut hanging: Vec<(RowId, &'static str, bool, RowId)> = Vec::new();
        for row in &suspects {
            let Some(record) = overlay.get(*row) else { continue };
            for (column, nullable, target) in references(&record) {
                if !overlay.contains(target) {
                    hanging.push((*row, column, nullable, target));
                }
            }
        }
        if hanging.is_empty() {
            return;
        }
        // What must stay is found first, so that nothing is removed that a kept row needs.
        let forced = hanging.iter().find(|(row, column, nullable, target)| {
            let needed = goes_too(row.table, column, *nullable) && kept.contains(row);
            let single = matches!(row.table, Table::Project | Table::Organisation) && !nullable;
            (needed || single) && !gone.contains(target)
        });
        let (row, column, nullable, target) = *forced.unwrap_or(&hanging[0]);
        let keeper = [Side::Ours, Side::Theirs].into_iter().find(|side| sides.of(*side).contains(target));
        let keeper = keeper.filter(|_| !gone.contains(&target));
        let stays = match keeper {
            None => false,
            Some(_) if forced.is_some() => true,
            Some(keeper) => {
                *next_group += 1;
                let side = choices.of(target, "id").unwrap_or(choices.otherwise);
                let shown = |there: bool| if there { Cell::text(target.id.to_string()) } else { Cell::Null };
                conflicts.push(Conflict {
                    row: target,
                    field: "id",
                    kind: ConflictKind::Parent,
                    base: shown(sides.base.is_some_and(|base| base.contains(target))),
                    ours: shown(keeper == Side::Ours),
                    theirs: shown(keeper == Side::Theirs),
                    group: *next_group,
                    taken: side,
                });
                side == keeper
            }
        };
        if let (true, Some(keeper)) = (stays, keeper) {
            let before: BTreeSet<RowId> = overlay.changes.keys().copied().collect();
            kept.insert(target);
            bring_back(overlay, sides, target, keeper, *next_group, conflicts);
            if forced.is_some() {
                let shown = |there: bool| if there { Cell::text(target.id.to_string()) } else { Cell::Null };
                conflicts.push(Conflict {
                    row: target,
                    field: "id",
                    kind: ConflictKind::Follows,
                    base: shown(sides.base.is_some_and(|base| base.contains(target))),
                    ours: shown(keeper == Side::Ours),
                    theirs: shown(keeper == Side::Theirs),
                    group: *next_group,
                    taken: keeper,
                });
            }
            suspects.extend(overlay.changes.keys().filter(|row| !before.contains(row)));
            suspects.insert(target);
            continue;
        }
        gone.insert(target);
        let Some(mut record) = overlay.get(row) else { continue };
        let whole = goes_too(row.table, column, nullable);
        let cell = |side: &Snapshot, column: &str| {
            let index = row.table.columns().iter().position(|own| own.name == column).unwrap_or(0);
            side.get(row).map_or(Cell::Null, |record| record.cell(index).into_owned())
        };
        let mut follow = |column: &'static str| {
            conflicts.push(Conflict {
                row,
                field: column,
                kind: ConflictKind::Follows,
                base: sides.base.map_or(Cell::Null, |base| cell(base, column)),
                ours: cell(sides.ours, column),
                theirs: cell(sides.theirs, column),
                group: *next_group,
                taken: keeper.map_or(choices.otherwise, Side::other),
            });
        };
        if whole {
            follow("id");
            overlay.remove(row);
            gone.insert(row);
        } else {
            follow(column);
            let _ = record.set(column, Cell::Null);
            if let AnyRecord::RiskPoint(point) = &mut record {
                match column {
                    "floor_id" if point.position.is_some() => {
                        point.position = None;
                        follow("position");
                    }
                    "tier_id" if !point.tier_reason.is_empty() => {
                        point.tier_reason.clear();
                        follow("tier_reason");
                    }
                    _ => {}
                }
            }
            overlay.put(record);
        }
        suspects.insert(row);
    }
}

/// Opens loops of offices: where both sides together made one, the side chosen says what is above what.
pub(crate) fn open_loops(
    overlay: &mut Overlay<'_>,
    sides: &Sides<'_>,
    choices: &Choices,
    next_group: &mut usize,
    conflicts: &mut Vec<Conflict>,
) {
    let changed: Vec<RowId> =
        overlay.changes.keys().filter(|row| row.table == Table::Department).copied().collect();
    let mut settled: BTreeSet<RowId> = BTreeSet::new();
    for start in changed {
        while let Some(members) = loop_at(overlay, start) {
            *next_group += 1;
            let side = choices.of_group(members.iter().map(|row| (*row, "parent_id")));
            let parent = |side: &Snapshot, row: RowId| {
                side.departments.get(row.id.into()).and_then(|department| department.parent_id)
            };
            let shown = |id: Option<DepartmentId>| id.map_or(Cell::Null, |id| Cell::text(id.to_string()));
            let mut opened = false;
            for row in &members {
                let (own, other) = (parent(sides.ours, *row), parent(sides.theirs, *row));
                let Some(AnyRecord::Department(mut department)) = overlay.get(*row) else { continue };
                let fresh = settled.insert(*row);
                let wanted = if fresh { if side == Side::Ours { own } else { other } } else { None };
                let wanted = wanted
                    .filter(|id| overlay.contains(RowId { table: Table::Department, id: (*id).into() }));
                if department.parent_id == wanted {
                    continue;
                }
                conflicts.push(Conflict {
                    row: *row,
                    field: "parent_id",
                    kind: ConflictKind::Loop,
                    base: sides.base.map_or(Cell::Null, |base| shown(parent(base, *row))),
                    ours: shown(own),
                    theirs: shown(other),
                    group: *next_group,
                    taken: side,
                });
                department.parent_id = wanted;
                overlay.put(department.into());
                opened = true;
            }
            if !opened {
                // A last resort that ends any loop: one of them has nothing above it.
                if let Some(AnyRecord::Department(mut department)) = overlay.get(start) {
                    department.parent_id = None;
                    overlay.put(department.into());
                }
            }
        }
    }
}

/// The offices of the loop that `start` leads into, if it does.
fn loop_at(overlay: &Overlay<'_>, start: RowId) -> Option<Vec<RowId>> {
    let mut line: Vec<RowId> = Vec::new();
    let mut next = Some(start);
    while let Some(row) = next {
        if let Some(at) = line.iter().position(|own| *own == row) {
            return Some(line.split_off(at));
        }
        line.push(row);
        next = match overlay.get(row) {
            Some(AnyRecord::Department(department)) => {
                department.parent_id.map(|id| RowId { table: Table::Department, id: id.into() })
            }
            _ => None,
        };
    }
    None
}

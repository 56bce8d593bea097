//! Codes given twice: each thing has its own, and one that was retired is not given again.
//! Relies on codes ending in a running number, as the field writes them.
//! Knows nothing of how codes are made at first.

use crate::conflict::{Choices, Conflict, ConflictKind, Side};
use crate::overlay::Overlay;
use domain::{AnyRecord, Cell, RowId, Snapshot, Table};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The code of a point, a zone, a hidden danger or a plan; blank ones are none.
fn code_of(record: &AnyRecord) -> Option<&str> {
    let code = match record {
        AnyRecord::RiskPoint(point) => &point.code,
        AnyRecord::RiskZone(zone) => &zone.code,
        AnyRecord::HiddenDanger(danger) => &danger.code,
        AnyRecord::InspectionPlan(plan) => &plan.code,
        AnyRecord::RetiredCode(retired) => &retired.code,
        _ => return None,
    };
    (!code.trim().is_empty()).then_some(code)
}

fn all_codes(snapshot: &Snapshot) -> impl Iterator<Item = &String> {
    let points = snapshot.points.iter().map(|point| &point.code);
    let zones = snapshot.zones.iter().map(|zone| &zone.code);
    let dangers = snapshot.dangers.iter().map(|danger| &danger.code);
    let plans = snapshot.inspection_plans.iter().map(|plan| &plan.code);
    points
        .chain(zones)
        .chain(dangers)
        .chain(plans)
        .chain(snapshot.retired_codes.iter().map(|retired| &retired.code))
}

/// Gives every thing a code of its own and names each case.
pub(crate) fn part_codes(
    overlay: &mut Overlay<'_>,
    base: Option<&Snapshot>,
    theirs: &Snapshot,
    choices: &Choices,
    next_group: &mut usize,
    conflicts: &mut Vec<Conflict>,
) {
    let touched = |row: &RowId| {
        matches!(
            row.table,
            Table::RiskPoint
                | Table::RiskZone
                | Table::HiddenDanger
                | Table::InspectionPlan
                | Table::RetiredCode
        )
    };
    if !overlay.changes.keys().any(touched) {
        return;
    }
    let ours = overlay.rows;
    let mut owners: BTreeMap<String, Vec<RowId>> = BTreeMap::new();
    let mut retired: BTreeMap<String, Vec<RowId>> = BTreeMap::new();
    let table = |id, table| RowId { table, id };
    for point in overlay.of(|any| if let AnyRecord::RiskPoint(own) = any { Some(own) } else { None }) {
        owners.entry(point.code).or_default().push(table(point.id.into(), Table::RiskPoint));
    }
    for zone in overlay.of(|any| if let AnyRecord::RiskZone(own) = any { Some(own) } else { None }) {
        if !zone.code.trim().is_empty() {
            owners.entry(zone.code).or_default().push(table(zone.id.into(), Table::RiskZone));
        }
    }
    for plan in overlay.of(|any| if let AnyRecord::InspectionPlan(own) = any { Some(own) } else { None }) {
        owners.entry(plan.code).or_default().push(table(plan.id.into(), Table::InspectionPlan));
    }
    for danger in overlay.of(|any| if let AnyRecord::HiddenDanger(own) = any { Some(own) } else { None }) {
        owners.entry(danger.code).or_default().push(table(danger.id.into(), Table::HiddenDanger));
    }
    for own in overlay.of(|any| if let AnyRecord::RetiredCode(own) = any { Some(own) } else { None }) {
        retired.entry(own.code).or_default().push(table(own.id.into(), Table::RetiredCode));
    }
    let mut known: Option<HashSet<String>> = None;
    let has = |side: &Snapshot, row: RowId, code: &str| {
        side.get(row).as_ref().and_then(code_of).is_some_and(|own| own == code)
    };
    let cell =
        |side: &Snapshot, row: RowId| side.get(row).as_ref().and_then(code_of).map_or(Cell::Null, Cell::text);
    let mut renumbered: Vec<(RowId, String)> = Vec::new();
    for (code, rows) in &owners {
        let mut rows = rows.clone();
        while rows.len() > 1 {
            // The one that theirs calls so loses it to the one that ours calls so, or the other way round.
            let Some(there) = rows.iter().rposition(|row| has(theirs, *row, code) && !has(ours, *row, code))
            else {
                // Twice on one side: not for a merge to put right.
                break;
            };
            let row = rows[there];
            let keeper = rows.iter().position(|own| *own != row && has(ours, *own, code));
            let keeper = keeper.unwrap_or_else(|| rows.iter().position(|own| *own != row).unwrap_or(there));
            let side = choices.of_group([(row, "code"), (rows[keeper], "code")]);
            *next_group += 1;
            for row in [rows[keeper], row] {
                conflicts.push(Conflict {
                    row,
                    field: "code",
                    kind: ConflictKind::Code,
                    base: base.map_or(Cell::Null, |base| cell(base, row)),
                    ours: cell(ours, row),
                    theirs: cell(theirs, row),
                    group: *next_group,
                    taken: side,
                });
            }
            let loser = if side == Side::Ours { there } else { keeper };
            renumbered.push((rows[loser], code.clone()));
            rows.remove(loser);
        }
    }
    let mut dropped: Vec<RowId> = Vec::new();
    for (code, rows) in &retired {
        // Retired on both sides: once is enough.
        dropped.extend(rows.iter().skip(1));
        let (Some(first), Some(owner)) = (rows.first(), owners.get(code).and_then(|rows| rows.first()))
        else {
            continue;
        };
        let retired_by = if ours.contains(*first) { Side::Ours } else { Side::Theirs };
        let old = base.is_some_and(|base| has(base, *owner, code));
        *next_group += 1;
        let side =
            if old { retired_by.other() } else { choices.of_group([(*owner, "code"), (*first, "id")]) };
        let stays = side != retired_by;
        let (row, field, kind) = match old {
            true => (*first, "id", ConflictKind::Follows),
            false => (*owner, "code", ConflictKind::Code),
        };
        let shown = |own: Side, snapshot: &Snapshot| {
            if old {
                if own == retired_by { Cell::text(code.as_str()) } else { Cell::Null }
            } else {
                cell(snapshot, *owner)
            }
        };
        conflicts.push(Conflict {
            row,
            field,
            kind,
            base: Cell::Null,
            ours: shown(Side::Ours, ours),
            theirs: shown(Side::Theirs, theirs),
            group: *next_group,
            taken: side,
        });
        if stays {
            if !old {
                let there =
                    |own: Side| if own == retired_by { Cell::text(code.as_str()) } else { Cell::Null };
                conflicts.push(Conflict {
                    row: *first,
                    field: "id",
                    kind: ConflictKind::Follows,
                    base: Cell::Null,
                    ours: there(Side::Ours),
                    theirs: there(Side::Theirs),
                    group: *next_group,
                    taken: side,
                });
            }
            dropped.push(*first);
        } else {
            renumbered.push((*owner, code.clone()));
        }
    }
    for row in dropped {
        overlay.remove(row);
    }
    for (row, code) in renumbered {
        let known = known.get_or_insert_with(|| {
            let sides = [Some(ours), Some(theirs), base].into_iter().flatten();
            sides.flat_map(all_codes).cloned().collect()
        });
        let fresh = next_code(&code, known);
        known.insert(fresh.clone());
        if let Some(mut record) = overlay.get(row) {
            let _ = record.set("code", Cell::text(fresh));
            overlay.put(record);
        }
    }
}

/// The next code of the same row of codes that nothing has or had.
pub(crate) fn next_code(code: &str, known: &HashSet<String>) -> String {
    let digits = code.chars().rev().take_while(char::is_ascii_digit).take(9).count();
    let (stem, number) = code.split_at(code.len() - digits);
    let (stem, width) = if digits == 0 { (format!("{code}-"), 1) } else { (stem.to_owned(), digits) };
    let numbers: BTreeSet<u64> = known
        .iter()
        .filter_map(|own| own.strip_prefix(stem.as_str()))
        .filter(|rest| !rest.is_empty() && rest.len() <= 9 && rest.bytes().all(|byte| byte.is_ascii_digit()))
        .filter_map(|rest| rest.parse().ok())
        .collect();
    let mut next = numbers.last().copied().unwrap_or_else(|| number.parse().unwrap_or(1)) + 1;
    loop {
        let fresh = format!("{stem}{next:0width$}");
        if !known.contains(&fresh) {
            return fresh;
        }
        next += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_code_is_free_and_of_the_same_form() {
        let known = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<HashSet<_>>();
        assert_eq!(next_code("JD-S-007", &known(&["JD-S-007", "JD-S-011"])), "JD-S-012");
        assert_eq!(next_code("A-1F-09", &known(&["A-1F-09"])), "A-1F-10");
        assert_eq!(next_code("总闸", &known(&["总闸"])), "总闸-2");
        assert_eq!(next_code("总闸", &known(&["总闸", "总闸-2"])), "总闸-3");
        assert_eq!(next_code("9", &known(&["9"])), "10");
        assert_eq!(next_code("99999999999999999999", &known(&[])), "999999999991000000000");
    }
}

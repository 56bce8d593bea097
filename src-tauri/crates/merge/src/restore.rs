//! Bringing deleted things back from an earlier state, with what belonged to them and was deleted along.
//! Relies on the earlier state being whole.
//! Knows nothing of where the earlier state comes from.

use crate::codes::next_code;
use crate::conflict::Side;
use crate::overlay::{Overlay, references, referring};
use crate::references::{Sides, bring_back};
use domain::{AnyRecord, Cell, RowId, Snapshot, Table};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// `row` and what belongs to it in `from`, as far as `gone` lacks it and `base`, where known, had it.
pub(crate) fn belongings(
    from: &Snapshot,
    gone: &Snapshot,
    base: Option<&Snapshot>,
    row: RowId,
) -> Vec<(RowId, AnyRecord)> {
    let mut found: BTreeMap<RowId, AnyRecord> = from.get(row).map(|own| (row, own)).into_iter().collect();
    let mut edge: HashSet<RowId> = HashSet::from([row]);
    while !edge.is_empty() {
        let mut next = HashSet::new();
        for referrer in referring(from, &edge) {
            let deleted = !gone.contains(referrer) && base.is_none_or(|base| base.contains(referrer));
            if !deleted || found.contains_key(&referrer) {
                continue;
            }
            let Some(record) = from.get(referrer) else { continue };
            let belongs = references(&record).any(|(column, nullable, target)| {
                let part = !nullable
                    || matches!(
                        (referrer.table, column),
                        (Table::RiskZone, "floor_id") | (Table::Floor, "building_id")
                    );
                part && edge.contains(&target)
            });
            if belongs {
                found.insert(referrer, record);
                next.insert(referrer);
            }
        }
        edge = next;
    }
    found.into_iter().collect()
}

/// What brings `rows` of `before` back into `now`: each with what belonged to it and what it needs. A code that was
/// given to something else meanwhile is replaced by the next free one. Rows that `before` lacks are passed over.
pub fn restore_rows(now: &Snapshot, before: &Snapshot, rows: &[RowId]) -> Vec<(RowId, Option<AnyRecord>)> {
    let mut overlay = Overlay::new(now);
    let sides = Sides { base: None, ours: now, theirs: before };
    for row in rows.iter().filter(|row| before.contains(**row) && !now.contains(**row)) {
        bring_back(&mut overlay, &sides, *row, Side::Theirs, 0, &mut Vec::new());
    }
    // What a restored row cannot be without comes back by itself; what it can be without stays away.
    let mut edge: Vec<RowId> = overlay.changes.keys().copied().collect();
    while let Some(row) = edge.pop() {
        let Some(mut record) = overlay.get(row) else { continue };
        let mut changed = false;
        let missing: Vec<_> =
            references(&record).filter(|(_, _, target)| !overlay.contains(*target)).collect();
        for (column, nullable, target) in missing {
            let part =
                matches!((row.table, column), (Table::RiskZone, "floor_id") | (Table::Floor, "building_id"));
            match before.get(target) {
                Some(needed) if !nullable || part => {
                    overlay.put(needed);
                    edge.push(target);
                }
                _ => {
                    changed |= record.set(column, Cell::Null).is_ok();
                    if let AnyRecord::RiskPoint(point) = &mut record {
                        match column {
                            "floor_id" => point.position = None,
                            "tier_id" => point.tier_reason.clear(),
                            _ => {}
                        }
                    }
                }
            }
        }
        if changed {
            overlay.put(record);
        }
    }
    codes(&mut overlay, now);
    overlay.tidy();
    overlay.changes.into_iter().collect()
}

/// Restored codes are no longer retired; those in other hands are replaced.
fn codes(overlay: &mut Overlay<'_>, now: &Snapshot) {
    let taken: BTreeSet<&str> = now
        .points
        .iter()
        .map(|point| point.code.as_str())
        .chain(now.zones.iter().map(|zone| zone.code.as_str()))
        .chain(now.dangers.iter().map(|danger| danger.code.as_str()))
        .filter(|code| !code.trim().is_empty())
        .collect();
    let mut known: HashSet<String> = taken.iter().map(|code| (*code).to_owned()).collect();
    known.extend(now.retired_codes.iter().map(|own| own.code.clone()));
    let restored: Vec<AnyRecord> = overlay
        .changes
        .iter()
        .filter(|(row, record)| record.is_some() && !now.contains(**row))
        .filter_map(|(_, record)| record.clone())
        .collect();
    for mut record in restored {
        let code = match &record {
            AnyRecord::RiskPoint(point) => point.code.clone(),
            AnyRecord::RiskZone(zone) if !zone.code.trim().is_empty() => zone.code.clone(),
            AnyRecord::HiddenDanger(danger) => danger.code.clone(),
            _ => continue,
        };
        if taken.contains(code.as_str()) {
            let fresh = next_code(&code, &known);
            known.insert(fresh.clone());
            let _ = record.set("code", Cell::text(fresh));
            overlay.put(record);
        }
        for own in now.retired_codes.iter().filter(|own| own.code == code) {
            overlay.remove(RowId { table: Table::RetiredCode, id: own.id.into() });
        }
    }
}

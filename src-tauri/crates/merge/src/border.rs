//! Zones that share a border: when it was moved on both sides, the zones along it are taken from one side together, or
//! gaps and overlaps would appear that nobody drew.
//! Relies on shared borders having their corners in common.
//! Knows nothing of other columns than the outline.

use crate::conflict::{Choices, Side};
use crate::rows::BorderChoice;
use domain::{RiskZone, RiskZoneId, RowId, Snapshot, Table, Uuid};
use geometry::Outline;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The groups of zones whose outlines are chosen together, where there is a choice at all.
pub(crate) struct Borders(BTreeMap<Uuid, (usize, Side)>);

impl Borders {
    pub(crate) fn of(&self, row: RowId) -> BorderChoice {
        if row.table == Table::RiskZone { self.0.get(&row.id).copied() } else { None }
    }

    /// Finds the groups; `next_group` counts them.
    pub(crate) fn find(
        base: &Snapshot,
        ours: &Snapshot,
        theirs: &Snapshot,
        choices: &Choices,
        next_group: &mut usize,
    ) -> Self {
        let mut changed: BTreeMap<RiskZoneId, bool> = BTreeMap::new();
        for zone in &base.zones {
            let (Some(own), Some(other)) = (ours.zones.get(zone.id), theirs.zones.get(zone.id)) else {
                continue;
            };
            let (here, there) = (own.outline != zone.outline, other.outline != zone.outline);
            if here || there {
                changed.insert(zone.id, here && there && own.outline != other.outline);
            }
        }
        let mut groups = BTreeMap::new();
        let mut grouped: BTreeSet<RiskZoneId> = BTreeSet::new();
        for start in changed.iter().filter(|(_, both)| **both).map(|(id, _)| *id) {
            if grouped.contains(&start) {
                continue;
            }
            let mut members = BTreeSet::from([start]);
            let mut edge = vec![start];
            while let Some(zone) = edge.pop().and_then(|id| base.zones.get(id)) {
                for other in changed.keys().filter_map(|id| base.zones.get(*id)) {
                    if !members.contains(&other.id) && moved_together(zone, other, ours, theirs) {
                        members.insert(other.id);
                        edge.push(other.id);
                    }
                }
            }
            if members.len() < 2 {
                continue;
            }
            *next_group += 1;
            let row = |id: RiskZoneId| RowId { table: Table::RiskZone, id: id.into() };
            let cells = members.iter().flat_map(|id| [(row(*id), "outline"), (row(*id), "floor_id")]);
            let side = choices.of_group(cells);
            groups.extend(members.iter().map(|id| (Uuid::from(*id), (*next_group, side))));
            grouped.extend(members);
        }
        Self(groups)
    }
}

/// Whether two zones share a border of which one of them no longer has every corner on some side.
fn moved_together(zone: &RiskZone, other: &RiskZone, ours: &Snapshot, theirs: &Snapshot) -> bool {
    if zone.floor_id != other.floor_id {
        return false;
    }
    let (Some(one), Some(two)) = (&zone.outline, &other.outline) else { return false };
    let corners = corners(two);
    let shared: Vec<_> = self::corners(one).into_iter().filter(|corner| corners.contains(corner)).collect();
    if shared.len() < 2 {
        return false;
    }
    let lost = |side: &Snapshot, id: RiskZoneId| {
        let outline = side.zones.get(id).and_then(|zone| zone.outline.as_ref());
        outline.is_none_or(|outline| {
            let corners = self::corners(outline);
            shared.iter().any(|corner| !corners.contains(corner))
        })
    };
    [ours, theirs].iter().any(|side| lost(side, zone.id) && lost(side, other.id))
}

fn corners(outline: &Outline) -> HashSet<(u64, u64)> {
    outline.rings().iter().flatten().map(|point| (point.x().to_bits(), point.y().to_bits())).collect()
}

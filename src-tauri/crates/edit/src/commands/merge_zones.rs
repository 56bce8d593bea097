//! Making one zone of several.
//! Relies on `geometry` to refuse zones that do not share a border.
//! Knows nothing of how they were chosen.

use crate::command::{Context, Plan};
use crate::commands::shapes::drawn_zone;
use crate::numbering::retiring;
use crate::refusal::Refusal;
use domain::{RetiredCode, RiskZoneId, RowId, Table};
use geometry::{MergeOptions, Outline, StraightVertices};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Merges zones into the first of them. It takes over the points of the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MergeZones {
    /// The zones; the first one stays.
    pub zones: Vec<RiskZoneId>,
    /// Gaps up to this width are bridged, in millimetres: a wall between two rooms.
    #[serde(default)]
    pub gap: f64,
}

impl MergeZones {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut seen = BTreeSet::new();
        let ids: Vec<RiskZoneId> = self.zones.into_iter().filter(|id| seen.insert(*id)).collect();
        let first = *ids.first().ok_or(Refusal::Nothing)?;
        let (zone, floor, _) = drawn_zone(snapshot, first)?;
        let mut outlines: Vec<Outline> = Vec::new();
        for id in &ids {
            let (own, on, outline) = drawn_zone(snapshot, *id)?;
            if on != floor {
                return Err(Refusal::OtherFloor(RowId { table: Table::RiskZone, id: own.id.into() }));
            }
            outlines.push(outline.clone());
        }
        let options = MergeOptions { gap_mm: self.gap, straight: StraightVertices::Drop };
        let merged = geometry::merge(&outlines, &options)?.outline;
        let name = &zone.name;
        let mut plan = Plan::new(Label::new(format!("合并区域 {name}"), format!("Merge into zone {name}")));
        let going: BTreeSet<RiskZoneId> = ids.iter().copied().skip(1).collect();
        for point in &snapshot.points {
            if point.zone_id.is_some_and(|own| going.contains(&own)) {
                let mut point = point.clone();
                point.zone_id = Some(first);
                plan.put(point);
            }
        }
        let codes = going.iter().filter_map(|id| snapshot.zones.get(*id)).map(|zone| zone.code.as_str());
        for code in retiring(snapshot, codes) {
            let id = context.id();
            plan.put(RetiredCode { id, code });
        }
        let mut whole = zone.clone();
        whole.outline = Some(merged);
        plan.create(whole);
        for id in going {
            plan.remove(RowId { table: Table::RiskZone, id: id.into() });
        }
        Ok(plan)
    }
}

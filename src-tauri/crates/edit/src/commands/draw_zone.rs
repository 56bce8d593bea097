//! Drawing a zone on a plan.
//! Relies on `geometry` to refuse what is no outline, with the place.
//! Knows nothing of pointers: the gesture is over when the command comes.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::shapes::{Codes, Overlap, drawn, numbered, settle};
use crate::numbering::zone_code;
use crate::refusal::Refusal;
use domain::{FloorId, RiskZone, RiskZoneId, RiskZoneKind, RowId, Table};
use geometry::Ring;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Draws a zone. Pins inside it that belong to no zone yet become its points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawZone {
    /// The plan.
    pub floor: FloorId,
    /// Its rings, the outer one first.
    pub outline: Vec<Ring>,
    /// Its name; empty for a numbered one.
    pub name: String,
    /// What it is.
    pub kind: RiskZoneKind,
    /// What becomes of what it and other zones both cover.
    #[serde(default)]
    pub overlap: Overlap,
}

impl DrawZone {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        find(&snapshot.floors, self.floor)?;
        let outline = drawn(&self.outline)?;
        let on_floor = snapshot.zones.iter().filter(|zone| zone.floor_id == Some(self.floor)).count();
        let name = if self.name.trim().is_empty() { format!("区域 {}", on_floor + 1) } else { self.name };
        let id: RiskZoneId = context.id();
        let mut plan = Plan::new(Label::new(format!("绘制区域 {name}"), format!("Draw zone {name}")));
        let mut pieces =
            settle(context, self.floor, outline, &BTreeSet::new(), self.overlap, &mut plan)?.into_iter();
        let Some(outline) = pieces.next() else { return Err(Refusal::Nothing) };
        let mut codes = Codes::after(&plan);
        let code = codes.fresh(|taken| zone_code(snapshot, self.floor, taken));
        for point in &snapshot.points {
            let inside = point.position.is_some_and(|position| outline.contains(position));
            if point.floor_id == Some(self.floor) && point.zone_id.is_none() && inside {
                let mut point = point.clone();
                point.zone_id = Some(id);
                plan.put(point);
            }
        }
        let zone = RiskZone {
            id,
            code,
            name,
            kind: self.kind,
            floor_id: Some(self.floor),
            outline: Some(outline),
            department_id: None,
            person_id: None,
            note: String::new(),
            locked: false,
            hidden: false,
            grouping: String::new(),
        };
        let mut rest = Vec::new();
        for (number, piece) in (2..).zip(pieces) {
            let code = codes.fresh(|taken| zone_code(snapshot, self.floor, taken));
            let name = numbered(&zone.name, number);
            rest.push(RiskZone { id: context.id(), code, name, outline: Some(piece), ..zone.clone() });
        }
        // The zone that was drawn comes before those that were cut off others.
        plan.created.insert(0, RowId { table: Table::RiskZone, id: id.into() });
        plan.put(zone);
        for zone in rest {
            plan.create(zone);
        }
        Ok(plan)
    }
}

//! Drawing a zone on a plan.
//! Relies on `geometry` to refuse what is no outline, with the place.
//! Knows nothing of pointers: the gesture is over when the command comes.

use crate::command::{Context, Plan};
use crate::commands::{find, rounded};
use crate::numbering::zone_code;
use crate::refusal::Refusal;
use domain::{FloorId, RiskZone, RiskZoneKind};
use geometry::{Outline, Ring};
use serde::{Deserialize, Serialize};
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
}

impl DrawZone {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        find(&snapshot.floors, self.floor)?;
        let outline = Outline::new(rounded(&self.outline))?;
        let code = zone_code(snapshot, self.floor);
        let on_floor = snapshot.zones.iter().filter(|zone| zone.floor_id == Some(self.floor)).count();
        let name = if self.name.trim().is_empty() { format!("区域 {}", on_floor + 1) } else { self.name };
        let id = context.id();
        let mut plan = Plan::new(Label::new(format!("绘制区域 {name}"), format!("Draw zone {name}")));
        for point in &snapshot.points {
            let inside = point.position.is_some_and(|position| outline.contains(position));
            if point.floor_id == Some(self.floor) && point.zone_id.is_none() && inside {
                let mut point = point.clone();
                point.zone_id = Some(id);
                plan.put(point);
            }
        }
        plan.create(RiskZone {
            id,
            code,
            name,
            kind: self.kind,
            floor_id: Some(self.floor),
            outline: Some(outline),
            department_id: None,
            person_id: None,
            note: String::new(),
        });
        Ok(plan)
    }
}

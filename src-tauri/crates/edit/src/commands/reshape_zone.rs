//! Giving a zone another outline: a moved vertex, a moved zone, an outline for a zone that had none.
//! Relies on `geometry` to refuse what is no outline, with the place.
//! Knows nothing of neighbouring zones.

use crate::command::{Context, Plan};
use crate::commands::{find, rounded};
use crate::refusal::Refusal;
use domain::{FloorId, RiskZoneId};
use geometry::{Outline, Ring};
use serde::{Deserialize, Serialize};
use store::Label;

/// Puts an outline in the place of a zone's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReshapeZone {
    /// The zone.
    pub zone: RiskZoneId,
    /// The plan, for a zone that stands on none yet.
    #[serde(default)]
    pub floor: Option<FloorId>,
    /// The new rings, the outer one first.
    pub outline: Vec<Ring>,
}

impl ReshapeZone {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut zone = find(&context.snapshot.zones, self.zone)?.clone();
        if let Some(floor) = self.floor {
            zone.floor_id = Some(find(&context.snapshot.floors, floor)?.id);
        }
        zone.outline = Some(Outline::new(rounded(&self.outline))?);
        let name = &zone.name;
        let mut plan = Plan::new(Label::new(format!("调整区域 {name}"), format!("Reshape zone {name}")));
        plan.put(zone);
        Ok(plan)
    }
}

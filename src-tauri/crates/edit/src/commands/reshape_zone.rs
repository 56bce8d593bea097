//! Giving a zone another outline: a moved vertex, a moved zone, an outline for a zone that had none.
//! Relies on `geometry` to refuse what is no outline, with the place.
//! Knows nothing of shared borders, which have commands of their own.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::shapes::{Overlap, divide, drawn, settle};
use crate::refusal::Refusal;
use domain::{FloorId, RiskZoneId};
use geometry::Ring;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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
    /// What becomes of what it and other zones both cover.
    #[serde(default)]
    pub overlap: Overlap,
}

impl ReshapeZone {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut zone = find(&context.snapshot.zones, self.zone)?.clone();
        if let Some(floor) = self.floor {
            zone.floor_id = Some(find(&context.snapshot.floors, floor)?.id);
        }
        let outline = drawn(&self.outline)?;
        let name = &zone.name;
        let mut plan = Plan::new(Label::new(format!("调整区域 {name}"), format!("Reshape zone {name}")));
        let pieces = match zone.floor_id {
            Some(floor) => {
                settle(context, floor, outline, &BTreeSet::from([zone.id]), self.overlap, &mut plan)?
            }
            None => vec![outline],
        };
        divide(context, &zone, pieces, &mut plan)?;
        Ok(plan)
    }
}

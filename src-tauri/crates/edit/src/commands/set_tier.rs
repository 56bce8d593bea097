//! Raising or lowering the control tier of a point, with a reason.
//! Relies on the point's own rule that a tier needs a reason.
//! Knows nothing of levels: which tier a level calls for is data of the tiers.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{ControlTierId, RiskPointId};
use serde::{Deserialize, Serialize};
use store::Label;

/// Sets a tier by hand, or goes back to the one that the level calls for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetTier {
    /// The point.
    pub point: RiskPointId,
    /// The tier; `None` for the one that the level calls for.
    pub tier: Option<ControlTierId>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl SetTier {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut point = find(&context.snapshot.points, self.point)?.clone();
        if let Some(tier) = self.tier {
            find(&context.snapshot.tiers, tier)?;
        }
        point.tier_id = self.tier;
        point.tier_reason = if self.tier.is_some() { self.reason } else { String::new() };
        let code = &point.code;
        let mut plan = Plan::new(Label::new(
            format!("调整管控层级 {code}"),
            format!("Change the control tier of {code}"),
        ));
        plan.put(point);
        Ok(plan)
    }
}

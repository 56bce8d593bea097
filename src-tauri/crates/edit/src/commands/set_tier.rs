//! Raising or lowering the control tier of a point, with a reason.
//! Relies on the point's own rule that a tier needs a reason, and on the risk picture for the tier its level calls for.
//! Knows nothing of how a lowered tier is reviewed.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{ControlTierId, RiskBasis, RiskPointId};
use evaluation::{default_tier, risk_picture};
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
    /// Lower than the level calls for is meant; it shows in the review.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub overriding: bool,
}

impl SetTier {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut point = find(&snapshot.points, self.point)?.clone();
        if let Some(tier) = self.tier {
            let tier = find(&snapshot.tiers, tier)?;
            let level =
                risk_picture(snapshot, RiskBasis::Existing).points.get(&point.id).and_then(|own| own.level);
            let called_for = default_tier(snapshot, level).filter(|own| own.rank < tier.rank);
            if let Some(called_for) = called_for.filter(|_| !self.overriding) {
                return Err(Refusal::LowersTier { called_for: called_for.name.clone() });
            }
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

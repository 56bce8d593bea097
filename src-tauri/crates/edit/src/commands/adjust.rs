//! A leader's decision that a possible accident has another level than its scores give.
//! Relies on the scores staying as they are: the decision stands beside them, with its reason.
//! Knows nothing of how the level is shown.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{LevelAdjustment, PersonId, PossibleAccidentId, RiskBasis, RiskLevel};
use serde::{Deserialize, Serialize};
use store::Label;

/// Records an adjustment. Of several the latest counts; removing its row withdraws it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Adjust {
    /// The possible accident.
    pub accident: PossibleAccidentId,
    /// With or without the measures.
    pub basis: RiskBasis,
    /// The level it is to have.
    pub level: RiskLevel,
    /// Why.
    pub reason: String,
    /// Who decides.
    #[serde(default)]
    pub decided_by: Option<PersonId>,
}

impl Adjust {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let accident = find(&snapshot.accidents, self.accident)?;
        let hazard = find(&snapshot.hazards, accident.hazard_id)?;
        let point = find(&snapshot.points, hazard.point_id)?;
        if let Some(person) = self.decided_by {
            find(&snapshot.people, person)?;
        }
        let scored = |row: &domain::Assessment| row.accident_id == self.accident && row.basis == self.basis;
        if !snapshot.assessments.iter().any(scored) {
            return Err(Refusal::NotScored);
        }
        let code = &point.code;
        let mut plan =
            Plan::new(Label::new(format!("调整等级 {code}"), format!("Adjust the level of {code}")));
        plan.put(LevelAdjustment {
            id: context.id(),
            accident_id: self.accident,
            basis: self.basis,
            level: self.level,
            reason: self.reason,
            decided_by_id: self.decided_by,
            decided_on: Some(context.today),
        });
        Ok(plan)
    }
}

//! Determining a level without scoring, by a condition of the catalogue.
//! Relies on the catalogue for the level that the condition calls for.
//! Knows nothing of scores, which stay as they are.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{DirectDetermination, PersonId, RiskPointId, Table};
use serde::{Deserialize, Serialize};
use store::Label;

/// Ticks a condition of direct determination (直接判定) for a point, with its basis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Determine {
    /// The point.
    pub point: RiskPointId,
    /// The condition's code.
    pub condition: String,
    /// What was found.
    pub reason: String,
    /// Who decides.
    #[serde(default)]
    pub decided_by: Option<PersonId>,
}

impl Determine {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let point = find(&snapshot.points, self.point)?;
        let condition = domain::direct_condition(&self.condition).ok_or_else(|| Refusal::NotInCatalogue {
            table: Table::DirectDetermination,
            code: self.condition.clone(),
        })?;
        if let Some(person) = self.decided_by {
            find(&snapshot.people, person)?;
        }
        let own = snapshot
            .determinations
            .iter()
            .find(|own| own.point_id == self.point && own.condition == self.condition);
        let code = &point.code;
        let mut plan =
            Plan::new(Label::new(format!("直接判定 {code}"), format!("Determine {code} directly")));
        plan.put(DirectDetermination {
            id: own.map_or_else(|| context.id(), |own| own.id),
            point_id: self.point,
            level: condition.level,
            condition: self.condition,
            reason: self.reason,
            decided_by_id: self.decided_by,
            decided_on: Some(context.today),
        });
        Ok(plan)
    }
}

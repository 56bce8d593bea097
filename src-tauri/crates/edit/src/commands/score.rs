//! Scoring a possible accident, or correcting a score.
//! Relies on the criteria of the point's list family.
//! Knows no level: that follows.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{Assessment, CriteriaPresetId, Factors, PersonId, PossibleAccidentId, RiskBasis, RowId, Table};
use evaluation::{Preset, evaluate};
use serde::{Deserialize, Serialize};
use store::Label;

/// Sets what one assessor chose for one possible accident. An assessor has one score for each accident and basis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Score {
    /// The possible accident.
    pub accident: PossibleAccidentId,
    /// Who scores.
    pub assessor: PersonId,
    /// With or without the measures.
    pub basis: RiskBasis,
    /// The chosen values.
    pub factors: Factors,
    /// The criteria, where they are not those of the point's list family.
    #[serde(default)]
    pub preset: Option<CriteriaPresetId>,
}

impl Score {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let accident = find(&snapshot.accidents, self.accident)?;
        let hazard = find(&snapshot.hazards, accident.hazard_id)?;
        let point = find(&snapshot.points, hazard.point_id)?;
        find(&snapshot.people, self.assessor)?;
        let missing = RowId { table: Table::CriteriaPreset, id: uuid::Uuid::nil() };
        let preset_id =
            self.preset.or_else(|| snapshot.preset_for(point.kind)).ok_or(Refusal::NoSuchRow(missing))?;
        let preset = Preset::from_record(find(&snapshot.presets, preset_id)?)?;
        evaluate(&preset, std::slice::from_ref(&self.factors))?;
        let own = snapshot.assessments.iter().find(|assessment| {
            assessment.accident_id == self.accident
                && assessment.assessor_id == self.assessor
                && assessment.basis == self.basis
        });
        let code = &point.code;
        let mut plan = Plan::new(Label::new(format!("评分 {code}"), format!("Score {code}")));
        plan.merge_key = Some(format!("score/{}/{}/{}", self.accident, self.assessor, self.basis));
        plan.put(Assessment {
            id: own.map_or_else(|| context.id(), |own| own.id),
            accident_id: self.accident,
            assessor_id: self.assessor,
            basis: self.basis,
            preset_id,
            factors: self.factors,
            assessed_on: Some(context.today),
        });
        Ok(plan)
    }
}

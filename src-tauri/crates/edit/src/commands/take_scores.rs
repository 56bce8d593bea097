//! Taking many scores at once, as assessors' sheets bring them: one step for all.
//! Relies on every score being judged like a single one.
//! Knows nothing of spreadsheets.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{Assessment, CriteriaPresetId, Factors, PersonId, PossibleAccidentId, RiskBasis};
use evaluation::{Preset, evaluate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::Label;

/// One score to take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenScore {
    /// The possible accident.
    pub accident: PossibleAccidentId,
    /// Who scores.
    pub assessor: PersonId,
    /// With or without the measures.
    pub basis: RiskBasis,
    /// The criteria.
    pub preset: CriteriaPresetId,
    /// The chosen values.
    pub factors: Factors,
}

/// Takes scores, each in the place of the same assessor's earlier one. One wrong score refuses all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakeScores {
    /// The scores.
    pub scores: Vec<TakenScore>,
}

impl TakeScores {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        if self.scores.is_empty() {
            return Err(Refusal::Nothing);
        }
        let mut own: BTreeMap<(PossibleAccidentId, PersonId, RiskBasis), &Assessment> = BTreeMap::new();
        for row in &snapshot.assessments {
            own.entry((row.accident_id, row.assessor_id, row.basis)).or_insert(row);
        }
        let mut presets: BTreeMap<CriteriaPresetId, Preset> = BTreeMap::new();
        let mut wanted: BTreeMap<(PossibleAccidentId, PersonId, RiskBasis), TakenScore> = BTreeMap::new();
        for score in self.scores {
            find(&snapshot.accidents, score.accident)?;
            find(&snapshot.people, score.assessor)?;
            let preset = match presets.entry(score.preset) {
                Entry::Occupied(own) => own.into_mut(),
                Entry::Vacant(free) => {
                    free.insert(Preset::from_record(find(&snapshot.presets, score.preset)?)?)
                }
            };
            evaluate(preset, std::slice::from_ref(&score.factors))?;
            wanted.insert((score.accident, score.assessor, score.basis), score);
        }
        let count = wanted.len();
        let mut plan = Plan::new(Label::new(format!("导入评分 {count} 条"), format!("Take {count} scores")));
        for (key, score) in wanted {
            let old = own.get(&key);
            let same = |old: &&&Assessment| old.factors == score.factors && old.preset_id == score.preset;
            if old.filter(same).is_some() {
                continue;
            }
            plan.put(Assessment {
                id: old.map_or_else(|| context.id(), |old| old.id),
                accident_id: score.accident,
                assessor_id: score.assessor,
                basis: score.basis,
                preset_id: score.preset,
                factors: score.factors,
                assessed_on: Some(context.today),
            });
        }
        Ok(plan)
    }
}

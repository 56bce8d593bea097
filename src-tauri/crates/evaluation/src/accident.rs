//! Risk of single possible accidents: means of assessors under each set of criteria, and leaders' adjustments over them.
//! Relies on presets being data; what a preset does not allow is counted and never used.
//! Knows nothing of hazards, points and places.

use crate::highest::Highest;
use crate::preset::Preset;
use crate::score::{Score, level_of, product};
use domain::{
    AssessmentId, CriteriaPresetId, Decimal, LevelAdjustmentId, PersonId, PossibleAccidentId, Record,
    RiskBasis, RiskLevel, Rows, Snapshot,
};
use rustc_hash::FxHashMap;

/// What one assessor chose and what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AssessorScore {
    /// The assessment.
    pub assessment: AssessmentId,
    /// Who.
    pub assessor: PersonId,
    /// Product of the values.
    pub product: Decimal,
    /// The level it would have alone.
    pub level: RiskLevel,
}

/// Risk of one possible accident of a hazard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccidentRisk {
    /// The level, adjusted where a leader decided so; `None` when nobody has scored it.
    pub level: Option<RiskLevel>,
    /// The level of the mean alone.
    pub computed: Option<RiskLevel>,
    /// The decision that gives the level, where one does.
    pub adjustment: Option<LevelAdjustmentId>,
    /// The mean that gives the level.
    pub score: Option<Score>,
    /// The criteria that give the level.
    pub preset: Option<CriteriaPresetId>,
    /// Who chose what under these criteria, in the order of assessments.
    pub assessors: Vec<AssessorScore>,
    /// Assessments whose values their criteria do not allow: counted, never used.
    pub invalid: u32,
    /// Whether two assessors are two levels or more apart.
    pub spread: bool,
    /// Whether the mean has a lower level than one of the assessors gave.
    pub lowered_by_mean: bool,
}

/// The place of every row in its table.
pub(crate) fn places<R: Record>(rows: &Rows<R>) -> FxHashMap<R::Id, usize> {
    rows.iter().enumerate().map(|(place, row)| (row.id(), place)).collect()
}

/// An assessment that its criteria allow, with the place of its accident.
struct Judged {
    accident: usize,
    preset: CriteriaPresetId,
    score: AssessorScore,
}

/// The risk of every possible accident, in the order of the table.
pub(crate) fn accident_risks(snapshot: &Snapshot, basis: RiskBasis) -> Vec<AccidentRisk> {
    let presets: FxHashMap<CriteriaPresetId, Preset> = snapshot
        .presets
        .iter()
        .filter_map(|record| Some((record.id, Preset::from_record(record).ok()?)))
        .collect();
    let places = places(&snapshot.accidents);
    let mut invalid = vec![0_u32; snapshot.accidents.len()];
    let mut judged = Vec::with_capacity(snapshot.assessments.len());
    for assessment in snapshot.assessments.iter().filter(|assessment| assessment.basis == basis) {
        let Some(accident) = places.get(&assessment.accident_id).copied() else { continue };
        let preset = presets.get(&assessment.preset_id);
        match preset.and_then(|preset| product(preset, &assessment.factors).ok()) {
            Some(found) => judged.push(Judged {
                accident,
                preset: assessment.preset_id,
                score: AssessorScore {
                    assessment: assessment.id,
                    assessor: assessment.assessor_id,
                    product: found.product,
                    level: found.level,
                },
            }),
            None => invalid[accident] += 1,
        }
    }
    // Stable, so that assessors keep their order.
    judged.sort_by_key(|judged| judged.accident);
    let mut rest = judged.as_slice();
    let risk = |(accident, invalid): (usize, u32)| {
        let count = rest.iter().take_while(|judged| judged.accident == accident).count();
        let (own, others) = rest.split_at(count);
        rest = others;
        accident_risk(own, invalid, &presets)
    };
    let mut risks: Vec<AccidentRisk> = invalid.into_iter().enumerate().map(risk).collect();
    adjust(snapshot, basis, &places, &mut risks);
    risks
}

/// Puts leaders' decisions over the levels of scored accidents; of several on one accident the latest counts.
fn adjust(
    snapshot: &Snapshot,
    basis: RiskBasis,
    places: &FxHashMap<PossibleAccidentId, usize>,
    risks: &mut [AccidentRisk],
) {
    for adjustment in snapshot.adjustments.iter().filter(|own| own.basis == basis) {
        let place = places.get(&adjustment.accident_id);
        // Without any score there is nothing to adjust.
        if let Some(risk) =
            place.and_then(|place| risks.get_mut(*place)).filter(|risk| risk.computed.is_some())
        {
            risk.level = Some(adjustment.level);
            risk.adjustment = Some(adjustment.id);
        }
    }
}

/// The risk of one accident: the mean under each set of criteria, and the highest of those.
fn accident_risk(
    judged: &[Judged],
    mut invalid: u32,
    presets: &FxHashMap<CriteriaPresetId, Preset>,
) -> AccidentRisk {
    let mut highest = Highest::default();
    let is_first =
        |index: &usize| judged[..*index].iter().all(|before| before.preset != judged[*index].preset);
    for id in (0..judged.len()).filter(is_first).map(|index| judged[index].preset) {
        let Some(preset) = presets.get(&id) else { continue };
        let own = judged.iter().filter(|judged| judged.preset == id);
        let count = u32::try_from(own.clone().count()).unwrap_or(u32::MAX);
        let mut products = own.map(|judged| judged.score.product);
        let sum = products.try_fold(Decimal::ZERO, |sum, product| sum.checked_add(product));
        match sum.and_then(|sum| Some((sum, level_of(preset, sum, count).ok()?))) {
            Some((sum, level)) => {
                let score = Score { method: preset.method(), sum: sum.normalize(), count };
                highest.consider(level, Some(score), preset.code(), id);
            }
            None => invalid = invalid.saturating_add(count),
        }
    }
    let Some(winner) = highest.winner() else {
        return AccidentRisk {
            level: None,
            computed: None,
            adjustment: None,
            score: None,
            preset: None,
            assessors: Vec::new(),
            invalid,
            spread: false,
            lowered_by_mean: false,
        };
    };
    let assessors: Vec<_> =
        judged.iter().filter(|judged| judged.preset == winner.what).map(|judged| judged.score).collect();
    let levels = assessors.iter().map(|score| score.level as i32);
    let (low, high) =
        levels.fold((i32::MAX, i32::MIN), |(low, high), level| (low.min(level), high.max(level)));
    AccidentRisk {
        level: Some(winner.level),
        computed: Some(winner.level),
        adjustment: None,
        score: winner.score,
        preset: Some(winner.what),
        assessors,
        invalid,
        spread: high - low >= 2,
        lowered_by_mean: high > winner.level as i32,
    }
}

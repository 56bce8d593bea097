//! What would change under other criteria, before anything does.
//! Relies on the same rule that moves scores over when criteria are applied.
//! Knows nothing of windows.

use crate::error::ApiError;
use crate::levels::{LevelsReport, levels};
use crate::scoring::{no_preset, shipped};
use crate::views::Words;
use domain::{
    CriteriaPreset, CriteriaPresetId, FloorId, Language, RiskBasis, RiskLevel, RiskPointId, RiskPointKind,
    Snapshot, Uuid,
};
use edit::{PresetChoice, moved};
use evaluation::{Preset, RiskPicture, risk_picture};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which criteria over which families.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviewPresetArgs {
    /// The criteria, saved or not.
    pub preset: PresetChoice,
    /// The list families.
    pub kinds: Vec<RiskPointKind>,
}

/// What applying criteria would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PresetPreview {
    /// The criteria.
    pub preset: Words,
    /// Every point whose level would change, in the order of codes.
    pub changes: Vec<LevelChange>,
    /// How many scores would move over.
    pub moved: u32,
    /// How many scores of these families stay under their own criteria: another method, or values not allowed.
    pub kept: u32,
    /// Points of each level now: major, high, medium, low, unassessed.
    pub before: [u32; 5],
    /// Points of each level then.
    pub after: [u32; 5],
}

/// A point whose level would change.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LevelChange {
    /// The point.
    pub id: RiskPointId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The plan it stands on.
    pub floor_id: Option<FloorId>,
    /// The level now.
    pub before: Option<RiskLevel>,
    /// The level then.
    pub after: Option<RiskLevel>,
    /// The score now.
    pub score_before: Option<String>,
    /// The score then.
    pub score_after: Option<String>,
}

/// A snapshot under other criteria, with how many scores moved and how many of the families did not.
pub(crate) struct WhatIf {
    pub(crate) snapshot: Snapshot,
    pub(crate) preset: Preset,
    pub(crate) moved: usize,
    pub(crate) kept: usize,
}

/// The rows as they would be.
pub(crate) fn what_if(
    snapshot: &Snapshot,
    choice: &PresetChoice,
    kinds: &[RiskPointKind],
) -> Result<WhatIf, ApiError> {
    let own =
        |code: &str| snapshot.presets.iter().filter(|own| own.code == code).max_by_key(|own| own.version);
    let kept = |id: CriteriaPresetId| snapshot.presets.get(id);
    let (preset, id) = match choice {
        PresetChoice::Text(text) => (Preset::try_from(text.clone())?, None),
        PresetChoice::Id(id) => {
            let record = kept(*id).ok_or_else(|| no_preset(&id.to_string()))?;
            (Preset::from_record(record)?, Some(*id))
        }
        PresetChoice::Code(code) => match (own(code), shipped(code)) {
            (Some(own), Ok(shipped)) if own.version < shipped.version() => (shipped, None),
            (Some(own), _) => (Preset::from_record(own)?, Some(own.id)),
            (None, shipped) => (shipped?, None),
        },
    };
    let mut after = snapshot.clone();
    let id = id.unwrap_or_else(|| {
        // An identity that no row has: only this copy ever sees it.
        let id = CriteriaPresetId(Uuid::max());
        let (code, version, body) = (preset.code().to_owned(), preset.version(), preset.to_json());
        after.presets.put(CriteriaPreset { id, code, version, body });
        id
    });
    let assessments = moved(snapshot, &preset, id, kinds);
    let count = assessments.len();
    for assessment in assessments {
        after.assessments.put(assessment);
    }
    let in_families = |own: &&domain::Assessment| {
        let hazard = after.accidents.get(own.accident_id).and_then(|own| after.hazards.get(own.hazard_id));
        let point = hazard.and_then(|own| after.points.get(own.point_id));
        own.preset_id != id && point.is_some_and(|point| kinds.contains(&point.kind))
    };
    let stayed = after.assessments.iter().filter(in_families).count();
    Ok(WhatIf { snapshot: after, preset, moved: count, kept: stayed })
}

fn counts(picture: &RiskPicture) -> [u32; 5] {
    let [major, high, medium, low] = RiskLevel::DESCENDING.map(|level| picture.whole.count(level));
    [major, high, medium, low, picture.whole.unassessed]
}

/// What applying criteria would do on a basis.
pub(crate) fn preview_criteria(
    snapshot: &Snapshot,
    basis: RiskBasis,
    args: &PreviewPresetArgs,
) -> Result<PresetPreview, ApiError> {
    let then = what_if(snapshot, &args.preset, &args.kinds)?;
    let (before, after) = (risk_picture(snapshot, basis), risk_picture(&then.snapshot, basis));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(PresetPreview {
        preset: Words {
            chinese: then.preset.name(Language::Chinese).to_owned(),
            english: then.preset.name(Language::English).to_owned(),
        },
        changes: changes(snapshot, &before, &after),
        moved: number(then.moved),
        kept: number(then.kept),
        before: counts(&before),
        after: counts(&after),
    })
}

fn changes(snapshot: &Snapshot, before: &RiskPicture, after: &RiskPicture) -> Vec<LevelChange> {
    let mut changes: Vec<LevelChange> = snapshot
        .points
        .iter()
        .filter_map(|point| {
            let (old, new) = (before.points.get(&point.id)?, after.points.get(&point.id)?);
            let score = |risk: &evaluation::PointRisk| risk.score.map(|score| score.rounded(4).to_string());
            (old.level != new.level).then(|| LevelChange {
                id: point.id,
                code: point.code.clone(),
                name: point.name.clone(),
                floor_id: snapshot.floor_of(point).map(|floor| floor.id),
                before: old.level,
                after: new.level,
                score_before: score(old),
                score_after: score(new),
            })
        })
        .collect();
    changes.sort_by(|a, b| a.code.cmp(&b.code));
    changes
}

/// The levels of a project as they would be under criteria of this code, shipped or its own, for every family.
pub fn levels_under(snapshot: &Snapshot, code: &str) -> Result<(LevelsReport, PresetPreview), ApiError> {
    let args =
        PreviewPresetArgs { preset: PresetChoice::Code(code.to_owned()), kinds: RiskPointKind::ALL.to_vec() };
    let then = what_if(snapshot, &args.preset, &args.kinds)?;
    let picture = risk_picture(&then.snapshot, RiskBasis::Existing);
    Ok((levels(&then.snapshot, &picture), preview_criteria(snapshot, RiskBasis::Existing, &args)?))
}

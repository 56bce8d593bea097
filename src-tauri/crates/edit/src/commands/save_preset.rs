//! Keeping criteria of the project's own, and putting criteria over scores that exist.
//! Relies on `evaluation` to refuse gaps, overlaps and falling levels.
//! Knows nothing of what the levels become: the preview shows that before.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{
    Assessment, CriteriaPreset, CriteriaPresetId, Language, PossibleAccidentId, ProjectId, RiskPointKind,
    RowId, Snapshot, Table,
};
use evaluation::{Preset, PresetText, built_in_presets, evaluate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Label;

/// Keeps criteria in the project, as a new version where the code is known. Nothing is scored by them yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SavePreset {
    /// The criteria; their version is given here.
    pub preset: PresetText,
}

/// Which criteria.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum PresetChoice {
    /// The newest of this code, of the project or shipped.
    Code(String),
    /// This version as the project keeps it.
    Id(CriteriaPresetId),
    /// New ones, kept along with it.
    Text(PresetText),
}

/// Makes criteria those of some families, and moves the scores that exist there over to them: every score of the same
/// method whose values they allow. Scores of other methods and values stay under their own criteria.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ApplyPreset {
    /// The criteria.
    pub preset: PresetChoice,
    /// The list families.
    pub kinds: Vec<RiskPointKind>,
}

impl SavePreset {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let preset = Preset::try_from(self.preset)?;
        let mut plan = Plan::new(Label::new(
            format!("保存准则 {}", preset.name(Language::Chinese)),
            format!("Keep criteria {}", preset.name(Language::English)),
        ));
        let (record, is_new) = kept(preset, context)?;
        if is_new {
            plan.create(record);
        }
        Ok(plan)
    }
}

impl ApplyPreset {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        if self.kinds.is_empty() {
            return Err(Refusal::Nothing);
        }
        let project = snapshot.project().map_or(ProjectId(uuid::Uuid::nil()), |project| project.id);
        let mut project = find(&snapshot.projects, project)?.clone();
        let (record, is_new) = chosen(self.preset, context)?;
        let id = record.id;
        let preset = Preset::from_record(&record)?;
        let mut plan = Plan::new(Label::new(
            format!("采用准则 {} 并重新定级", preset.name(Language::Chinese)),
            format!("Use {} for existing scores too", preset.name(Language::English)),
        ));
        if is_new {
            plan.create(record);
        }
        for kind in &self.kinds {
            match kind {
                RiskPointKind::Activity => project.activity_preset_id = id,
                RiskPointKind::Facility => project.facility_preset_id = id,
                RiskPointKind::Workplace => project.workplace_preset_id = id,
            }
        }
        plan.put(project);
        for assessment in moved(snapshot, &preset, id, &self.kinds) {
            plan.put(assessment);
        }
        Ok(plan)
    }
}

/// The row that keeps these criteria: an equal one, or a new one with the next version of its code.
fn kept(preset: Preset, context: &mut Context<'_>) -> Result<(CriteriaPreset, bool), Refusal> {
    let code = preset.code().to_owned();
    let alike = |one: &Preset| one.at_version(1) == preset.at_version(1);
    let newest = context.snapshot.presets.iter().filter(|own| own.code == code).max_by_key(|own| own.version);
    if let Some(own) = newest
        && Preset::from_record(own).is_ok_and(|own| alike(&own))
    {
        return Ok((own.clone(), false));
    }
    if let Some(shipped) = built_in_presets().iter().find(|shipped| shipped.code() == code)
        && !alike(shipped)
    {
        // Two sets of criteria under one name would make papers of two projects look alike that are not.
        return Err(Refusal::CodeTaken { code, by: shipped.name(Language::Chinese).to_owned() });
    }
    let version = newest.map_or(1, |own| own.version.saturating_add(1));
    let body = preset.at_version(version).to_json();
    Ok((CriteriaPreset { id: context.id(), code, version, body }, true))
}

/// The row of chosen criteria, and whether it is new.
pub(crate) fn chosen(
    choice: PresetChoice,
    context: &mut Context<'_>,
) -> Result<(CriteriaPreset, bool), Refusal> {
    match choice {
        PresetChoice::Id(id) => Ok((find(&context.snapshot.presets, id)?.clone(), false)),
        PresetChoice::Text(text) => kept(Preset::try_from(text)?, context),
        PresetChoice::Code(code) => {
            let shipped = built_in_presets().into_iter().find(|preset| preset.code() == code);
            let newest = context.snapshot.presets.iter().filter(|own| own.code == code);
            let newest = newest.max_by_key(|own| own.version);
            match (newest, shipped) {
                (Some(own), Some(shipped)) if own.version >= shipped.version() => Ok((own.clone(), false)),
                (Some(own), None) => Ok((own.clone(), false)),
                (_, Some(shipped)) => {
                    let (code, version) = (shipped.code().to_owned(), shipped.version());
                    Ok((CriteriaPreset { id: context.id(), code, version, body: shipped.to_json() }, true))
                }
                (None, None) => {
                    let row = RowId { table: Table::CriteriaPreset, id: uuid::Uuid::nil() };
                    Err(Refusal::NoSuchRow(row))
                }
            }
        }
    }
}

/// The assessments that criteria take over, as they are then. All assessors of an accident move, or none: a mean of
/// two sets of criteria would be no mean.
pub fn moved(
    snapshot: &Snapshot,
    preset: &Preset,
    id: CriteriaPresetId,
    kinds: &[RiskPointKind],
) -> Vec<Assessment> {
    let mut by_accident: BTreeMap<(PossibleAccidentId, domain::RiskBasis), Vec<&Assessment>> =
        BTreeMap::new();
    let presets: BTreeMap<CriteriaPresetId, Preset> =
        snapshot.presets.iter().filter_map(|own| Some((own.id, Preset::from_record(own).ok()?))).collect();
    for assessment in &snapshot.assessments {
        by_accident.entry((assessment.accident_id, assessment.basis)).or_default().push(assessment);
    }
    let fits = |assessment: &&Assessment| {
        presets.get(&assessment.preset_id).is_some_and(|own| own.method() == preset.method())
            && evaluate(preset, std::slice::from_ref(&assessment.factors)).is_ok()
    };
    let in_families = |accident: PossibleAccidentId| {
        let hazard = snapshot.accidents.get(accident).and_then(|own| snapshot.hazards.get(own.hazard_id));
        let point = hazard.and_then(|own| snapshot.points.get(own.point_id));
        point.is_some_and(|point| kinds.contains(&point.kind))
    };
    by_accident
        .into_iter()
        .filter(|((accident, _), own)| in_families(*accident) && own.iter().all(fits))
        .flat_map(|(_, own)| own)
        .filter(|assessment| assessment.preset_id != id)
        .map(|assessment| Assessment { preset_id: id, ..assessment.clone() })
        .collect()
}

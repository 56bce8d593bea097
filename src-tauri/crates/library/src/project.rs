//! From a risk point of a project back to an entry, so that good work is carried to the next client.
//! Relies on the rows of a snapshot; people, places, dates and codes stay behind.
//! Must not know of stores or files.

use crate::check::known_factor;
use crate::entry::{
    DirectHint, LibraryAccident, LibraryEntry, LibraryHazard, LibraryMeasure, Site, SuggestedScores,
};
use crate::template::product;
use crate::values::is_allowed;
use domain::{
    Assessment, AssessmentMethod, Hazard, PossibleAccident, PossibleAccidentId, RiskBasis, RiskPointId,
    Snapshot, accident_type, direct_condition,
};

/// What a project cannot say about an entry made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// The new entry's id.
    pub id: String,
    /// Its group.
    pub group: String,
    /// Where it is of use.
    pub applies_to: Site,
    /// Its name; that of the point when empty.
    pub name: String,
}

/// A risk point as an entry; `None` when there is no such point. Of several assessors the highest values are kept;
/// values that no standard table has, and codes that no catalogue has, are left out.
pub fn entry_of_point(snapshot: &Snapshot, point: RiskPointId, naming: Naming) -> Option<LibraryEntry> {
    let point = snapshot.points.get(point)?;
    let mut hazards: Vec<&Hazard> =
        snapshot.hazards.iter().filter(|hazard| hazard.point_id == point.id).collect();
    hazards.sort_by_key(|hazard| (hazard.ordinal, hazard.id));
    let direct = snapshot
        .determinations
        .iter()
        .filter(|found| found.point_id == point.id && direct_condition(&found.condition).is_some())
        .map(|found| DirectHint { condition: found.condition.clone(), when: found.reason.clone() })
        .collect();
    Some(LibraryEntry {
        id: naming.id,
        kind: point.kind,
        group: naming.group,
        applies_to: naming.applies_to,
        name: if naming.name.is_empty() { point.name.clone() } else { naming.name },
        english: String::new(),
        words: Vec::new(),
        initials: String::new(),
        hazards: hazards.into_iter().map(|hazard| hazard_of(snapshot, hazard)).collect(),
        checks: Vec::new(),
        emergency: Vec::new(),
        signs: Vec::new(),
        direct,
    })
}

fn hazard_of(snapshot: &Snapshot, hazard: &Hazard) -> LibraryHazard {
    let mut measures: Vec<_> =
        snapshot.measures.iter().filter(|measure| measure.hazard_id == hazard.id).collect();
    measures.sort_by_key(|measure| (measure.category, measure.ordinal, measure.id));
    let mut accidents: Vec<&PossibleAccident> =
        snapshot.accidents.iter().filter(|accident| accident.hazard_id == hazard.id).collect();
    accidents.sort_by_key(|accident| (accident.ordinal, accident.id));
    let mut kept: Vec<LibraryAccident> = Vec::new();
    for accident in accidents {
        let known = accident_type(&accident.accident_type).is_some();
        if known && !kept.iter().any(|own| own.accident_type == accident.accident_type) {
            kept.push(LibraryAccident {
                accident_type: accident.accident_type.clone(),
                type_2025: None,
                inherent: scores(snapshot, accident.id, RiskBasis::Inherent),
                existing: scores(snapshot, accident.id, RiskBasis::Existing),
            });
        }
    }
    LibraryHazard {
        step: hazard.step.clone(),
        standard: hazard.standard.clone(),
        description: hazard.description.clone(),
        factor: known_factor(&hazard.factor).map_or_else(String::new, |_| hazard.factor.clone()),
        consequence: hazard.consequence.clone(),
        accidents: kept,
        measures: measures
            .into_iter()
            .map(|measure| LibraryMeasure { category: measure.category, content: measure.content.clone() })
            .collect(),
    }
}

fn scores(snapshot: &Snapshot, accident: PossibleAccidentId, basis: RiskBasis) -> SuggestedScores {
    let mut scores = SuggestedScores::default();
    for assessment in snapshot.assessments.iter() {
        if assessment.accident_id != accident || assessment.basis != basis {
            continue;
        }
        let Some(method) = method_of(snapshot, assessment) else { continue };
        let higher = scores.get(method).is_none_or(|own| product(own) < product(&assessment.factors));
        if higher && is_allowed(method, &assessment.factors) {
            scores.set(method, assessment.factors.clone());
        }
    }
    scores
}

/// The method of a preset as the project keeps it; only that one word of it is of interest here.
fn method_of(snapshot: &Snapshot, assessment: &Assessment) -> Option<AssessmentMethod> {
    #[derive(serde::Deserialize)]
    struct Method {
        method: AssessmentMethod,
    }
    let preset = snapshot.presets.get(assessment.preset_id)?;
    serde_json::from_str::<Method>(&preset.body).ok().map(|found| found.method)
}

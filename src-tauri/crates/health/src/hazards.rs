//! Rules of hazards, their accidents, scores and measures.
//! Relies on one walk of each table.
//! Knows nothing of places.

use crate::finding::{Finding, Remedy, Visit, of_point};
use crate::rule::Rule;
use domain::{Hazard, HazardId, Language, MeasureCategory, MeasureStatus, RiskLevel, RiskPointId, Snapshot};
use evaluation::{AccidentRisk, RiskPicture};
use std::collections::{BTreeMap, HashMap};

/// Measures of one hazard or point, by class.
#[derive(Clone, Copy, Default)]
struct Classes {
    any: [bool; 5],
    existing: [bool; 5],
}

impl Classes {
    fn add(&mut self, category: MeasureCategory, status: MeasureStatus) {
        let place = category as usize;
        if let (Some(any), Some(existing)) = (self.any.get_mut(place), self.existing.get_mut(place)) {
            *any = true;
            *existing |= status == MeasureStatus::Existing;
        }
    }

    fn join(&mut self, other: &Self) {
        for place in 0..5 {
            self.any[place] |= other.any[place];
            self.existing[place] |= other.existing[place];
        }
    }

    fn missing(&self) -> Vec<&'static str> {
        let has = |category: &&MeasureCategory| !self.any.get(**category as usize).is_some_and(|own| *own);
        MeasureCategory::ALL.iter().filter(has).map(|category| category.name(Language::Chinese)).collect()
    }
}

pub(crate) fn check(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut Vec<Finding>) {
    let mut accidents: HashMap<HazardId, Vec<_>> = HashMap::new();
    for accident in &snapshot.accidents {
        accidents.entry(accident.hazard_id).or_default().push(accident);
    }
    let mut classes: HashMap<HazardId, Classes> = HashMap::new();
    for measure in &snapshot.measures {
        classes.entry(measure.hazard_id).or_default().add(measure.category, measure.status);
    }
    let title = |hazard: &Hazard| hazard.description.chars().take(30).collect::<String>();
    let mut of_points: BTreeMap<RiskPointId, Classes> = BTreeMap::new();
    for hazard in &snapshot.hazards {
        let Some(point) = snapshot.points.get(hazard.point_id) else { continue };
        let mut found = |rule, detail: String, visit| {
            findings.push(of_point(rule, point, detail, Remedy::Visit(visit)));
        };
        let own = accidents.get(&hazard.id).map(Vec::as_slice).unwrap_or_default();
        if own.is_empty() {
            found(Rule::MissingAccident, title(hazard), Visit::Hazards);
        }
        for accident in own {
            let kind = domain::accident_type(&accident.accident_type);
            if kind.is_none() {
                found(Rule::UnknownAccident, accident.accident_type.clone(), Visit::Hazards);
            }
            let Some(risk) = picture.accidents.get(&accident.id) else { continue };
            if risk.level.is_none() {
                let name =
                    kind.map_or(accident.accident_type.as_str(), |found| found.name(Language::Chinese));
                found(Rule::NotAssessed, name.to_owned(), Visit::Scores);
            }
            if risk.invalid > 0 {
                found(Rule::InvalidScore, risk.invalid.to_string(), Visit::Scores);
            }
        }
        match classes.get(&hazard.id) {
            None => found(Rule::MissingMeasure, title(hazard), Visit::Measures),
            Some(classes) => {
                if !classes.existing.contains(&true) {
                    found(Rule::OnlyProposed, title(hazard), Visit::Measures);
                }
                of_points.entry(point.id).or_default().join(classes);
            }
        }
    }
    // Classes are asked for by point: what one hazard lacks another may bring.
    for (id, classes) in &of_points {
        let Some(point) = snapshot.points.get(*id) else { continue };
        let missing = classes.missing();
        if !missing.is_empty() {
            let remedy = Remedy::Visit(Visit::Measures);
            findings.push(of_point(Rule::MissingMeasureClass, point, missing.join("、"), remedy));
        }
    }
    for point in &snapshot.points {
        let major = picture.points.get(&point.id).is_some_and(|risk| risk.level == Some(RiskLevel::Major));
        let emergency = MeasureCategory::Emergency as usize;
        let ready = || {
            of_points.get(&point.id).is_some_and(|own| own.existing.get(emergency).is_some_and(|own| *own))
        };
        if major && !ready() {
            let remedy = Remedy::Visit(Visit::Measures);
            findings.push(of_point(Rule::MajorWithoutEmergency, point, "", remedy));
        }
    }
    mixed_presets(snapshot, picture, findings);
}

/// Families whose levels were made by more than one set of criteria.
fn mixed_presets(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut Vec<Finding>) {
    let Some(project) = snapshot.project() else { return };
    let points: HashMap<_, _> = snapshot.hazards.iter().map(|hazard| (hazard.id, hazard.point_id)).collect();
    let mut used: BTreeMap<_, BTreeMap<_, u32>> = BTreeMap::new();
    let preset_of = |risk: &AccidentRisk| risk.preset;
    for accident in &snapshot.accidents {
        let Some(preset) = picture.accidents.get(&accident.id).and_then(preset_of) else { continue };
        let Some(point) = points.get(&accident.hazard_id).and_then(|id| snapshot.points.get(*id)) else {
            continue;
        };
        *used.entry(point.kind).or_default().entry(preset).or_default() += 1;
    }
    for (kind, presets) in used.iter().filter(|(_, presets)| presets.len() > 1) {
        let name = |(id, count): (&domain::CriteriaPresetId, &u32)| {
            let preset = snapshot.presets.get(*id)?;
            Some(format!("{} v{}（{count}）", preset.code, preset.version))
        };
        findings.push(Finding {
            rule: Rule::MixedPresets,
            row: domain::RowId { table: domain::Table::Project, id: project.id.into() },
            subject: kind.name(Language::Chinese).to_owned(),
            detail: presets.iter().filter_map(name).collect::<Vec<_>>().join("、"),
            at: None,
            remedy: Remedy::Visit(Visit::Criteria),
            ignored: None,
        });
    }
}

//! What a project holds already, by the names and codes that lists use.
//! Relies on one walk of each table.
//! Knows nothing of lists.

use crate::text::plain;
use domain::{
    AssessmentMethod, ControlMeasure, CriteriaPresetId, DirectDetermination, Factors, Hazard, HazardId,
    Language, PersonId, PossibleAccident, PossibleAccidentId, RiskBasis, RiskPoint, RiskPointId,
    RiskPointKind, Snapshot,
};
use evaluation::{Preset, built_in_presets};
use std::collections::{HashMap, HashSet};

/// One assessment of an accident: who, by which criteria, which values.
pub(crate) type Scored<'a> = (PersonId, CriteriaPresetId, &'a Factors);

/// A project by names and codes.
pub(crate) struct Known<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) codes: HashMap<&'a str, &'a RiskPoint>,
    pub(crate) names: HashMap<String, Vec<&'a RiskPoint>>,
    pub(crate) hazards: HashMap<RiskPointId, Vec<&'a Hazard>>,
    pub(crate) accidents: HashMap<HazardId, Vec<&'a PossibleAccident>>,
    pub(crate) assessments: HashMap<PossibleAccidentId, Vec<Scored<'a>>>,
    pub(crate) measures: HashMap<HazardId, Vec<&'a ControlMeasure>>,
    pub(crate) determinations: HashMap<RiskPointId, Vec<&'a DirectDetermination>>,
    /// Codes of zones, and those that may not be given again.
    pub(crate) foreign: HashSet<&'a str>,
    presets: Vec<Preset>,
    families: HashMap<RiskPointKind, String>,
    pub(crate) preset_codes: HashMap<CriteriaPresetId, &'a str>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        let mut own: Vec<&domain::CriteriaPreset> = snapshot.presets.iter().collect();
        own.sort_by_key(|preset| std::cmp::Reverse(preset.version));
        let mut presets: Vec<Preset> = own.iter().filter_map(|own| Preset::from_record(own).ok()).collect();
        presets.extend(built_in_presets());
        let family = |kind: &RiskPointKind| {
            let preset = snapshot.presets.find(snapshot.preset_for(*kind))?;
            Some((*kind, preset.code.clone()))
        };
        let mut known = Self {
            snapshot,
            codes: HashMap::new(),
            names: HashMap::new(),
            hazards: HashMap::new(),
            accidents: HashMap::new(),
            assessments: HashMap::new(),
            measures: HashMap::new(),
            determinations: HashMap::new(),
            foreign: snapshot.zones.iter().map(|own| own.code.as_str()).collect(),
            presets,
            families: RiskPointKind::ALL.iter().filter_map(family).collect(),
            preset_codes: snapshot.presets.iter().map(|own| (own.id, own.code.as_str())).collect(),
        };
        known.foreign.extend(snapshot.retired_codes.iter().map(|own| own.code.as_str()));
        for own in &snapshot.points {
            known.codes.insert(own.code.trim(), own);
            known.names.entry(plain(&own.name)).or_default().push(own);
        }
        for own in &snapshot.hazards {
            known.hazards.entry(own.point_id).or_default().push(own);
        }
        for own in &snapshot.accidents {
            known.accidents.entry(own.hazard_id).or_default().push(own);
        }
        for own in snapshot.assessments.iter().filter(|own| own.basis == RiskBasis::Existing) {
            let scored = (own.assessor_id, own.preset_id, &own.factors);
            known.assessments.entry(own.accident_id).or_default().push(scored);
        }
        for own in &snapshot.measures {
            known.measures.entry(own.hazard_id).or_default().push(own);
        }
        for own in &snapshot.determinations {
            known.determinations.entry(own.point_id).or_default().push(own);
        }
        known
    }

    /// The newest criteria with this code or name, of the project first.
    pub(crate) fn preset_named(&self, name: &str) -> Option<&Preset> {
        let wanted = plain(name);
        let is = |preset: &&Preset| {
            plain(preset.code()) == wanted || plain(preset.name(Language::Chinese)) == wanted
        };
        if wanted.is_empty() { None } else { self.presets.iter().find(is) }
    }

    /// The criteria of a list family.
    pub(crate) fn preset_of(&self, kind: RiskPointKind) -> Option<&Preset> {
        self.preset_named(self.families.get(&kind)?)
    }

    /// The project's newest criteria of a method.
    pub(crate) fn preset_by_method(&self, method: AssessmentMethod) -> Option<&Preset> {
        let own = self.presets.iter().take(self.snapshot.presets.len());
        own.into_iter().find(|preset| preset.method() == method)
    }

    /// The point that a code names, or else the only one of this name whose place does not speak against it.
    pub(crate) fn point(&self, code: &str, name: &str, place: &Place<'_>) -> Option<&'a RiskPoint> {
        if !code.is_empty() {
            // A code decides alone: a known name under a new code is a new point.
            return self.codes.get(code).copied();
        }
        let mut fitting =
            self.names.get(&plain(name))?.iter().filter(|point| place.fits(self.snapshot, point));
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Some(only),
            (_, _) => None,
        }
    }
}

/// Where a list says that a point is.
pub(crate) struct Place<'t> {
    pub(crate) location: &'t str,
    pub(crate) zone: &'t str,
    pub(crate) department: &'t str,
}

impl Place<'_> {
    fn fits(&self, snapshot: &Snapshot, point: &RiskPoint) -> bool {
        let differs = |own: &str, listed: &str| {
            !own.trim().is_empty() && !listed.is_empty() && plain(own) != plain(listed)
        };
        let zone = snapshot.zones.find(point.zone_id).map_or("", |zone| zone.name.as_str());
        let department = snapshot.departments.find(point.department_id).map_or("", |own| own.name.as_str());
        let by_place = !differs(&point.location, self.location) && !differs(zone, self.zone);
        // Where neither says a place, another department is another point.
        let placed = !self.location.is_empty() || !self.zone.is_empty();
        by_place && (placed || !differs(department, self.department))
    }
}

//! Template areas 「通用区域和风险点模型」: kinds of rooms with the points that they usually have.
//! Relies on `assets/areas/` for which points, and on the risk library for what is in them.
//! Knows nothing of drawing.

use crate::calls::{App, Nothing};
use crate::error::ApiError;
use crate::views::{Changed, Words};
use domain::{
    AccidentCatalogue, DepartmentId, FloorId, Language, PersonId, RiskPointKind, RiskZoneKind, Snapshot,
};
use edit::{AccidentToBe, Command, HazardToBe, MeasureToBe, Overlap, PlaceTemplate, PointToBe, ScoreToBe};
use evaluation::Preset;
use geometry::Ring;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Area {
    id: String,
    name: String,
    english: String,
    kind: RiskZoneKind,
    entries: Vec<String>,
}

static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../assets/areas/areas.json")).unwrap_or_default()
});

/// A template area.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AreaView {
    /// Its short name.
    pub id: String,
    /// What it is called.
    pub name: Words,
    /// What kind of zone it makes.
    pub kind: RiskZoneKind,
    /// The points it brings.
    pub points: Vec<AreaPoint>,
}

/// A point of a template area.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AreaPoint {
    /// The entry of the risk library.
    pub entry: String,
    /// What it is called.
    pub name: Words,
    /// Its family.
    pub kind: RiskPointKind,
    /// How many hazards it brings.
    pub hazards: u32,
}

/// A template area to be laid on a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlaceAreaArgs {
    /// The template.
    pub area: String,
    /// The plan.
    pub floor: FloorId,
    /// The rings of the zone, the outer one first.
    pub outline: Vec<Ring>,
    /// The zone's name; the template's without one.
    #[serde(default)]
    pub name: String,
    /// Who is responsible.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// Only these entries; all without any.
    #[serde(default)]
    pub entries: Option<Vec<String>>,
    /// Who the suggested scores are put down to; no scores without one.
    #[serde(default)]
    pub assessor: Option<PersonId>,
    /// What becomes of overlaps.
    #[serde(default)]
    pub overlap: Overlap,
}

impl App {
    /// The template areas.
    pub(crate) fn areas(&self, _: Nothing) -> Result<Vec<AreaView>, ApiError> {
        Ok(AREAS.iter().map(view).collect())
    }

    /// Lays a template area with its points on a plan.
    pub(crate) fn place_area(&self, args: PlaceAreaArgs) -> Result<Changed, ApiError> {
        let language = self.language();
        self.with_mut(|session| {
            let command = command(session.snapshot(), &args, language)?;
            session.execute(Command::PlaceTemplate(command))
        })
    }
}

fn view(area: &Area) -> AreaView {
    let points = area.entries.iter().filter_map(|id| {
        let entry = library::built_in_entries().iter().find(|entry| entry.id == *id)?;
        let name = |language| entry.name(language).to_owned();
        Some(AreaPoint {
            entry: entry.id.clone(),
            name: Words { chinese: name(Language::Chinese), english: name(Language::English) },
            kind: entry.kind,
            hazards: u32::try_from(entry.hazards.len()).unwrap_or(u32::MAX),
        })
    });
    AreaView {
        id: area.id.clone(),
        name: Words { chinese: area.name.clone(), english: area.english.clone() },
        kind: area.kind,
        points: points.collect(),
    }
}

/// The step that lays a template area.
pub(crate) fn command(
    snapshot: &Snapshot,
    args: &PlaceAreaArgs,
    language: Language,
) -> Result<PlaceTemplate, ApiError> {
    let area = AREAS.iter().find(|own| own.id == args.area).ok_or_else(|| {
        ApiError::new(
            "no-such-template",
            "没有这个模板区域，请重新选择。",
            "There is no such template area. Choose another one.",
        )
    })?;
    let wanted = |id: &&String| args.entries.as_ref().is_none_or(|only| only.contains(id));
    let mut points = Vec::new();
    for id in area.entries.iter().filter(wanted) {
        let Some(entry) = library::built_in_entries().iter().find(|entry| entry.id == *id) else { continue };
        let template = entry.template(language, AccidentCatalogue::Gb1986);
        let preset = snapshot.preset_for(template.kind).and_then(|id| snapshot.presets.get(id));
        let preset = preset.and_then(|own| Preset::from_record(own).ok());
        let hazards = template.hazards.into_iter().map(|own| hazard(own, preset.as_ref())).collect();
        points.push(PointToBe { kind: template.kind, name: template.name, position: None, hazards });
    }
    let own = language.pick(&area.name, &area.english);
    let name = if args.name.trim().is_empty() { own.to_owned() } else { args.name.clone() };
    Ok(PlaceTemplate {
        floor: args.floor,
        outline: args.outline.clone(),
        name,
        kind: area.kind,
        department: args.department,
        overlap: args.overlap,
        assessor: args.assessor,
        points,
    })
}

fn hazard(own: library::TemplateHazard, preset: Option<&Preset>) -> HazardToBe {
    let scores = |own: &library::TemplateAccident| {
        let Some(preset) = preset else { return Vec::new() };
        let fits = own.scores.iter().filter(|score| score.method == preset.method());
        // A table that was changed may not have the suggested values.
        let known =
            fits.filter(|score| evaluation::evaluate(preset, std::slice::from_ref(&score.factors)).is_ok());
        known.map(|score| ScoreToBe { basis: score.basis, factors: score.factors.clone() }).collect()
    };
    let accidents = own.accidents.iter().map(|accident| AccidentToBe {
        accident_type: accident.accident_type.clone(),
        scores: scores(accident),
    });
    HazardToBe {
        accidents: accidents.collect(),
        measures: own
            .measures
            .into_iter()
            .map(|measure| MeasureToBe { category: measure.category, content: measure.content })
            .collect(),
        step: own.step,
        standard: own.standard,
        description: own.description,
        factor: own.factor,
        consequence: own.consequence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_area_has_its_points_in_the_library() {
        assert!(AREAS.len() >= 12);
        for area in AREAS.iter() {
            assert!(!area.entries.is_empty(), "{}", area.id);
            assert_eq!(view(area).points.len(), area.entries.len(), "{}", area.id);
        }
    }
}

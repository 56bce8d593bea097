//! A template area dropped on a plan: a zone with the points that such an area usually has, and their hazards.
//! Relies on the risk library having been asked already: everything is given here.
//! Knows nothing of where templates are kept.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::shapes::{Codes, Overlap, drawn, settle};
use crate::numbering::{point_code, zone_code};
use crate::refusal::Refusal;
use domain::{
    Assessment, ControlMeasure, CriteriaPresetId, DepartmentId, Factors, FloorId, Hazard, MeasureCategory,
    MeasureStatus, PersonId, PossibleAccident, RiskBasis, RiskPoint, RiskPointKind, RiskZone, RiskZoneKind,
};
use evaluation::{Preset, evaluate};
use geometry::{Outline, Point, Ring};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Lays an area with its points on a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct PlaceTemplate {
    /// The plan.
    pub floor: FloorId,
    /// The rings of the area, the outer one first.
    pub outline: Vec<Ring>,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: RiskZoneKind,
    /// Who is responsible.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// What becomes of overlaps.
    #[serde(default)]
    pub overlap: Overlap,
    /// Who the suggested scores are put down to; no scores without one.
    #[serde(default)]
    pub assessor: Option<PersonId>,
    /// Its points.
    pub points: Vec<PointToBe>,
}

/// A point to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct PointToBe {
    /// Its family.
    pub kind: RiskPointKind,
    /// Its name.
    pub name: String,
    /// Where; spread over the area without one.
    #[serde(default)]
    pub position: Option<Point>,
    /// Its hazards.
    pub hazards: Vec<HazardToBe>,
}

/// A hazard to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct HazardToBe {
    /// 「作业步骤/检查项目」
    pub step: String,
    /// 「标准」
    pub standard: String,
    /// 「危险源描述」
    pub description: String,
    /// 「危险有害因素」
    pub factor: String,
    /// 「可能后果」
    pub consequence: String,
    /// Possible accidents.
    pub accidents: Vec<AccidentToBe>,
    /// Measures.
    pub measures: Vec<MeasureToBe>,
}

/// A possible accident to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct AccidentToBe {
    /// Code of the catalogue.
    pub accident_type: String,
    /// Suggested values, for the criteria of the point's family.
    pub scores: Vec<ScoreToBe>,
}

/// A score to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ScoreToBe {
    /// With or without measures.
    pub basis: RiskBasis,
    /// The values.
    pub factors: Factors,
}

/// A measure to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MeasureToBe {
    /// Its class.
    pub category: MeasureCategory,
    /// What is done.
    pub content: String,
}

impl PlaceTemplate {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let floor = find(&snapshot.floors, self.floor)?;
        if let Some(department) = self.department {
            find(&snapshot.departments, department)?;
        }
        if let Some(assessor) = self.assessor {
            find(&snapshot.people, assessor)?;
        }
        let name = self.name.trim();
        let label = Label::new(format!("放置模板 {name}"), format!("Place template {name}"));
        let mut plan = Plan::new(label);
        let outline = drawn(&self.outline)?;
        let pieces = settle(context, self.floor, outline, &BTreeSet::new(), self.overlap, &mut plan)?;
        let Some(outline) = pieces.into_iter().next() else { return Err(Refusal::Nothing) };
        let mut codes = Codes::after(&plan);
        let zone = RiskZone {
            id: context.id(),
            code: codes.fresh(|taken| zone_code(snapshot, self.floor, taken)),
            name: self.name.clone(),
            kind: self.kind,
            floor_id: Some(self.floor),
            outline: Some(outline.clone()),
            department_id: self.department,
            person_id: None,
            note: String::new(),
            locked: false,
            hidden: false,
            grouping: String::new(),
        };
        plan.create(zone.clone());
        let building = snapshot.buildings.find(floor.building_id).map_or("", |own| own.name.as_str());
        let words = [building, floor.name.as_str(), zone.name.as_str()];
        let location = words.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let places = spread(&outline, self.points.iter().filter(|own| own.position.is_none()).count());
        let mut places = places.into_iter();
        for own in self.points {
            let position = own.position.or_else(|| places.next()).unwrap_or_else(|| outline.label_point());
            let position = position.rounded();
            let code = codes.fresh(|taken| point_code(snapshot, self.department, own.kind, taken));
            let point = RiskPoint {
                zone_id: outline.contains(position).then_some(zone.id),
                floor_id: Some(self.floor),
                position: Some(position),
                building_id: super::building_at(snapshot, floor, position, None),
                location: location.clone(),
                department_id: self.department,
                ..RiskPoint::blank(context.id(), code, own.name, own.kind)
            };
            let preset = match self.assessor.and_then(|_| snapshot.preset_for(point.kind)) {
                Some(id) => Some((id, Preset::from_record(find(&snapshot.presets, id)?)?)),
                None => None,
            };
            let scoring = self.assessor.zip(preset);
            for (ordinal, hazard) in (1..).zip(own.hazards) {
                hazard_of(context, &point, ordinal, hazard, scoring.as_ref(), &mut plan)?;
            }
            plan.create(point);
        }
        Ok(plan)
    }
}

fn hazard_of(
    context: &mut Context<'_>,
    point: &RiskPoint,
    ordinal: i64,
    own: HazardToBe,
    scoring: Option<&(PersonId, (CriteriaPresetId, Preset))>,
    plan: &mut Plan,
) -> Result<(), Refusal> {
    let hazard = Hazard {
        id: context.id(),
        point_id: point.id,
        step: own.step,
        standard: own.standard,
        description: own.description,
        factor: own.factor,
        consequence: own.consequence,
        number: ordinal,
        note: String::new(),
        ordinal,
    };
    let mut seen = BTreeSet::new();
    for (ordinal, accident) in (1..).zip(own.accidents) {
        let code = &accident.accident_type;
        if domain::accident_type(code).is_none() {
            let (table, code) = (domain::Table::PossibleAccident, code.clone());
            return Err(Refusal::NotInCatalogue { table, code });
        }
        if !seen.insert(code.clone()) {
            continue;
        }
        let row = PossibleAccident {
            id: context.id(),
            hazard_id: hazard.id,
            accident_type: accident.accident_type,
            ordinal,
        };
        if let Some((assessor, (preset_id, preset))) = scoring {
            let mut given = BTreeSet::new();
            for score in accident.scores.into_iter().filter(|score| given.insert(score.basis)) {
                evaluate(preset, std::slice::from_ref(&score.factors))?;
                plan.put(Assessment {
                    id: context.id(),
                    accident_id: row.id,
                    assessor_id: *assessor,
                    basis: score.basis,
                    preset_id: *preset_id,
                    factors: score.factors,
                    assessed_on: Some(context.today),
                });
            }
        }
        plan.put(row);
    }
    for (ordinal, measure) in (1..).zip(own.measures) {
        let (category, status) = (measure.category, MeasureStatus::Existing);
        plan.put(ControlMeasure::new(context.id(), hazard.id, category, measure.content, status, ordinal));
    }
    plan.put(hazard);
    Ok(())
}

/// So many places evenly over an area, inside it.
fn spread(outline: &Outline, count: usize) -> Vec<Point> {
    const FINEST: usize = 60;
    if count <= 1 {
        return vec![outline.label_point(); count];
    }
    let bounds = outline.bounds();
    let mut best: Vec<Point> = Vec::new();
    let first = (count as f64).sqrt().ceil() as usize;
    for parts in first.max(2)..=FINEST {
        let place = |step: usize, from: f64, length: f64| from + length * (step as f64 + 0.5) / parts as f64;
        let mut inside = Vec::new();
        for line in 0..parts {
            for column in 0..parts {
                let (x, y) =
                    (place(column, bounds.x0, bounds.width()), place(line, bounds.y0, bounds.height()));
                if let Ok(point) = Point::new(x, y)
                    && outline.contains(point)
                {
                    inside.push(point);
                }
            }
        }
        if inside.len() >= count {
            let all = inside.len();
            return (0..count).filter_map(|index| inside.get(index * all / count).copied()).collect();
        }
        if inside.len() > best.len() {
            best = inside;
        }
    }
    best
}

//! Taking a list in: points, hazards, scores and measures of somebody's spreadsheet as one step.
//! Relies on the rows having been compared with the project and accepted by the user; what is empty is left alone.
//! Knows nothing of spreadsheets.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::taken::Names;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{
    Assessment, ControlMeasure, DirectDetermination, Factors, Hazard, HazardId, MeasureCategory,
    MeasureStatus, PersonId, PossibleAccident, PossibleAccidentId, RememberedMapping, RiskBasis, RiskLevel,
    RiskPoint, RiskPointId, RiskPointKind,
};
use evaluation::evaluate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Label;

/// Takes the accepted rows of a list in. Departments, people and undrawn zones that are named and not there are made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakeList {
    /// What the list is called, for the operation record.
    pub title: String,
    /// Its points.
    pub points: Vec<TakenPoint>,
    /// How its columns were read, for the next list of this make.
    #[serde(default)]
    pub remember: Option<MappingToKeep>,
}

/// How the columns of a list were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MappingToKeep {
    /// Titles of its columns, a line each.
    pub titles: String,
    /// The mapping as JSON.
    pub body: String,
}

impl MappingToKeep {
    /// Puts it in the place of what was remembered for the same titles.
    fn keep(self, context: &mut Context<'_>, plan: &mut Plan) {
        let Self { titles, body } = self;
        let same = context.snapshot.mappings.iter().find(|own| own.titles == titles);
        if same.is_none_or(|own| own.body != body) {
            let id = same.map_or_else(|| context.id(), |own| own.id);
            plan.put(RememberedMapping { id, titles, body });
        }
    }
}

/// A point of a list. What is `None` stays as it is, or has its usual beginning.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct TakenPoint {
    /// The point that it is; `None` for a new one.
    pub point: Option<RiskPointId>,
    /// Its code.
    pub code: Option<String>,
    /// Its name; needed for a new one.
    pub name: Option<String>,
    /// Its family; needed for a new one.
    pub kind: Option<RiskPointKind>,
    /// Name of its zone.
    pub zone: Option<String>,
    /// Where it is, in words.
    pub location: Option<String>,
    /// Name of the responsible department.
    pub department: Option<String>,
    /// Name of the responsible person.
    pub person: Option<String>,
    /// Name of a tier that is set by hand.
    pub tier: Option<String>,
    /// Why it is.
    pub tier_reason: Option<String>,
    /// What control looks at most.
    pub control_focus: Option<String>,
    /// Remarks.
    pub note: Option<String>,
    /// What was determined directly.
    pub determinations: Vec<TakenDetermination>,
    /// Its hazards, as far as the list has something to say of them.
    pub hazards: Vec<TakenHazard>,
}

/// A direct determination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenDetermination {
    /// Code of the condition.
    pub condition: String,
    /// The level.
    pub level: RiskLevel,
    /// What was found.
    pub reason: String,
}

/// A hazard of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct TakenHazard {
    /// The hazard that it is; `None` for a new one.
    pub hazard: Option<HazardId>,
    /// Step of work or item of a check list.
    pub step: Option<String>,
    /// What the item must be like.
    pub standard: Option<String>,
    /// What can go wrong; needed for a new one.
    pub description: Option<String>,
    /// Code of the factor.
    pub factor: Option<String>,
    /// What may come of it.
    pub consequence: Option<String>,
    /// What it may lead to.
    pub accidents: Vec<TakenAccident>,
    /// When it was scored.
    pub assessed_on: Option<NaiveDate>,
    /// Measures to add; those that are there already are not among them.
    pub measures: Vec<TakenMeasure>,
}

/// A possible accident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenAccident {
    /// Code of its type.
    pub accident_type: String,
    /// What assessors chose.
    pub scores: Vec<ListedScore>,
}

/// What one assessor chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ListedScore {
    /// Name of the assessor.
    pub assessor: String,
    /// Code of the criteria, of the project or shipped.
    pub preset: String,
    /// The values.
    pub factors: Factors,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
pub struct TakenMeasure {
    /// Its class.
    pub category: MeasureCategory,
    /// Whether it exists.
    pub status: MeasureStatus,
    /// What it is.
    pub content: String,
}

impl TakeList {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        if self.points.is_empty() {
            return Err(Refusal::Nothing);
        }
        let title: String = self.title.chars().take(60).collect();
        let mut plan =
            Plan::new(Label::new(format!("导入清单 {title}"), format!("Take the list {title} in")));
        let known = Known::new(context);
        let mut names =
            Names::new(context.snapshot, self.points.iter().filter_map(|own| own.code.as_deref()));
        let mut ordinal = i64::try_from(context.snapshot.hazards.len()).unwrap_or(i64::MAX);
        if let Some(mapping) = self.remember {
            mapping.keep(context, &mut plan);
        }
        for taken in self.points {
            let TakenPoint { determinations, hazards, .. } = &taken;
            let (determinations, hazards) = (determinations.clone(), hazards.clone());
            let point = point(context, &mut plan, &mut names, taken)?;
            for own in determinations {
                plan.put(DirectDetermination {
                    id: context.id(),
                    point_id: point,
                    level: own.level,
                    condition: own.condition,
                    reason: own.reason,
                    decided_by_id: None,
                    decided_on: None,
                });
            }
            for own in hazards {
                ordinal = ordinal.saturating_add(1);
                hazard(context, &mut plan, &mut names, &known, point, own, ordinal)?;
            }
        }
        names.finish(&mut plan);
        Ok(plan)
    }
}

/// What hazards have already, looked up once for all of a long list.
struct Known {
    accidents: HashMap<HazardId, Vec<(PossibleAccidentId, String)>>,
    assessments: HashMap<(PossibleAccidentId, PersonId), domain::AssessmentId>,
    measures: HashMap<HazardId, i64>,
}

impl Known {
    fn new(context: &Context<'_>) -> Self {
        let snapshot = context.snapshot;
        let mut known =
            Self { accidents: HashMap::new(), assessments: HashMap::new(), measures: HashMap::new() };
        for own in &snapshot.accidents {
            known.accidents.entry(own.hazard_id).or_default().push((own.id, own.accident_type.clone()));
        }
        for own in snapshot.assessments.iter().filter(|own| own.basis == RiskBasis::Existing) {
            known.assessments.insert((own.accident_id, own.assessor_id), own.id);
        }
        for own in &snapshot.measures {
            let highest = known.measures.entry(own.hazard_id).or_default();
            *highest = (*highest).max(own.ordinal);
        }
        known
    }
}

fn point(
    context: &mut Context<'_>,
    plan: &mut Plan,
    names: &mut Names<'_>,
    taken: TakenPoint,
) -> Result<RiskPointId, Refusal> {
    let snapshot = context.snapshot;
    let old = taken.point.map(|id| find(&snapshot.points, id)).transpose()?;
    let department = taken.department.map(|name| names.department(context, &name)).transpose()?;
    let person = taken.person.map(|name| {
        let department = department.or(old.and_then(|old| old.department_id));
        names.person(context, &name, department)
    });
    let zone = taken.zone.map(|name| names.zone(context, &name));
    let mut point = match old {
        Some(old) => old.clone(),
        None => {
            let kind = taken.kind.unwrap_or(RiskPointKind::Workplace);
            let code = match taken.code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
                Some(code) => code.to_owned(),
                None => names.code(department, kind),
            };
            RiskPoint::blank(context.id(), code, "", kind)
        }
    };
    if old.is_none() {
        names.claim(&point.code)?;
    }
    fn put<T>(cell: &mut T, value: Option<T>) {
        if let Some(value) = value {
            *cell = value;
        }
    }
    put(&mut point.name, taken.name);
    put(&mut point.kind, taken.kind);
    put(&mut point.location, taken.location);
    put(&mut point.control_focus, taken.control_focus);
    put(&mut point.note, taken.note);
    point.department_id = department.or(point.department_id);
    point.person_id = person.or(point.person_id);
    point.zone_id = zone.or(point.zone_id);
    if let Some(name) = &taken.tier {
        let tier = snapshot.tiers.iter().find(|tier| tier.name.trim() == name.trim());
        point.tier_id = tier.map(|tier| tier.id).or(point.tier_id);
        if tier.is_some() {
            point.tier_reason = taken.tier_reason.unwrap_or_else(|| "按导入的清单".to_owned());
        }
    }
    let id = point.id;
    if old != Some(&point) {
        if old.is_some() { plan.put(point) } else { plan.create(point) }
    }
    Ok(id)
}

fn hazard(
    context: &mut Context<'_>,
    plan: &mut Plan,
    names: &mut Names<'_>,
    known: &Known,
    point: RiskPointId,
    taken: TakenHazard,
    ordinal: i64,
) -> Result<(), Refusal> {
    let old = taken.hazard.map(|id| find(&context.snapshot.hazards, id)).transpose()?;
    let id = old.map_or_else(|| context.id(), |old| old.id);
    let mut hazard = old.cloned().unwrap_or_else(|| Hazard {
        number: names.hazard_number(point),
        ordinal,
        ..Hazard::blank(id, point, "")
    });
    for (cell, value) in [
        (&mut hazard.step, taken.step),
        (&mut hazard.standard, taken.standard),
        (&mut hazard.description, taken.description),
        (&mut hazard.factor, taken.factor),
        (&mut hazard.consequence, taken.consequence),
    ] {
        if let Some(value) = value {
            *cell = value;
        }
    }
    if old != Some(&hazard) {
        plan.put(hazard);
    }
    let listed = known.accidents.get(&id).map(Vec::as_slice).unwrap_or_default();
    let mut accidents: BTreeMap<String, PossibleAccidentId> =
        listed.iter().map(|(id, code)| (code.clone(), *id)).collect();
    for taken_accident in taken.accidents {
        let code = taken_accident.accident_type;
        if domain::accident_type(&code).is_none() {
            let table = domain::Table::PossibleAccident;
            return Err(Refusal::NotInCatalogue { table, code });
        }
        let accident = match accidents.get(&code) {
            Some(accident) => *accident,
            None => {
                let accident = context.id();
                let ordinal = i64::try_from(accidents.len()).unwrap_or(i64::MAX);
                let accident_type = code.clone();
                plan.put(PossibleAccident { id: accident, hazard_id: id, accident_type, ordinal });
                accidents.insert(code, accident);
                accident
            }
        };
        let mut given: HashSet<PersonId> = HashSet::new();
        for score in taken_accident.scores {
            let (preset_id, preset) = names.preset(context, &score.preset)?;
            evaluate(&preset, std::slice::from_ref(&score.factors))?;
            let assessor = names.person(context, &score.assessor, None);
            if given.insert(assessor) {
                let own = known.assessments.get(&(accident, assessor)).copied();
                plan.put(Assessment {
                    id: own.unwrap_or_else(|| context.id()),
                    accident_id: accident,
                    assessor_id: assessor,
                    basis: RiskBasis::Existing,
                    preset_id,
                    factors: score.factors,
                    assessed_on: taken.assessed_on.or(Some(context.today)),
                });
            }
        }
    }
    let mut ordinal = known.measures.get(&id).copied().unwrap_or(0);
    for measure in taken.measures {
        ordinal = ordinal.saturating_add(1);
        let TakenMeasure { category, status, content } = measure;
        plan.put(ControlMeasure::new(context.id(), id, category, content, status, ordinal));
    }
    Ok(())
}

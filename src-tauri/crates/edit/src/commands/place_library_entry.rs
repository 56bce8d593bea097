//! Putting an entry of the risk library into a project: a point with its hazards, accidents and measures, in one step.
//! Relies on the entry being given whole, or being one that Sise ships; the program looks up users' own entries.
//! Knows nothing of users' library files.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::place_point::{NewPoint, new_point};
use crate::refusal::Refusal;
use domain::{
    AccidentCatalogue, Assessment, ControlMeasure, DepartmentId, FloorId, Hazard, HazardId, Language,
    MeasureStatus, PersonId, PossibleAccident, RiskBasis, RiskZoneId,
};
use evaluation::{Preset, evaluate};
use geometry::Point;
use library::{LibraryEntry, LibraryMeasure, TemplateAccident, built_in_entries};
use serde::{Deserialize, Serialize};
use store::Label;

/// An entry of the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(untagged)]
pub enum EntryChoice {
    /// Its id.
    Id(String),
    /// The entry itself.
    Whole(Box<LibraryEntry>),
}

/// Suggested scores to write as somebody's own, to begin with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SuggestedBy {
    /// Whose scores they are.
    pub assessor: PersonId,
    /// With measures, without, or both.
    pub bases: Vec<RiskBasis>,
}

/// Makes a point of a library entry: on a plan, in a zone, or without a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct PlaceLibraryEntry {
    /// The entry.
    pub entry: EntryChoice,
    /// The plan, with `position`.
    #[serde(default)]
    pub floor: Option<FloorId>,
    /// Where on the plan.
    #[serde(default)]
    pub position: Option<Point>,
    /// The zone, where no position is given.
    #[serde(default)]
    pub zone: Option<RiskZoneId>,
    /// Who is responsible, where it is not the department of the zone.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// Its name, where it is not that of the entry.
    #[serde(default)]
    pub name: String,
    /// The edition of accident types, where it is not the project's.
    #[serde(default)]
    pub catalogue: Option<AccidentCatalogue>,
    /// Write the suggested scores; left out, nothing is scored.
    #[serde(default)]
    pub scores: Option<SuggestedBy>,
}

impl PlaceLibraryEntry {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let entry = match self.entry {
            EntryChoice::Whole(entry) => *entry,
            EntryChoice::Id(id) => {
                let shipped = built_in_entries().iter().find(|entry| entry.id == id);
                shipped.cloned().ok_or(Refusal::NoSuchEntry(id))?
            }
        };
        let snapshot = context.snapshot;
        if let Some(by) = &self.scores {
            find(&snapshot.people, by.assessor)?;
        }
        let catalogue = self
            .catalogue
            .or_else(|| snapshot.project().map(|project| project.accident_catalogue))
            .unwrap_or(AccidentCatalogue::Gb1986);
        // Rows of a project are written in Chinese.
        let template = entry.template(Language::Chinese, catalogue);
        let place = NewPoint {
            floor: self.floor,
            position: self.position,
            zone: self.zone,
            kind: template.kind,
            name: if self.name.trim().is_empty() { template.name } else { self.name },
            department: self.department,
        };
        let mut point = new_point(context, place)?;
        point.emergency = template.emergency.join("\n");
        point.library_entry = template.entry_id;
        let code = &point.code;
        let label = Label::new(format!("从风险库添加 {code}"), format!("Add {code} from the library"));
        let mut plan = Plan::new(label);
        let (point_id, kind) = (point.id, point.kind);
        plan.create(point);
        let first = i64::try_from(snapshot.hazards.len()).unwrap_or(i64::MAX);
        for (number, hazard) in (1..).zip(template.hazards) {
            let id: HazardId = context.id();
            plan.put(Hazard {
                step: hazard.step,
                standard: hazard.standard,
                factor: hazard.factor,
                consequence: hazard.consequence,
                ordinal: first.saturating_add(number),
                number,
                ..Hazard::blank(id, point_id, hazard.description)
            });
            for (ordinal, LibraryMeasure { category, content }) in (1..).zip(hazard.measures) {
                let status = MeasureStatus::Existing;
                let measure = ControlMeasure::new(context.id(), id, category, content, status, ordinal);
                plan.put(measure);
            }
            for (ordinal, accident) in (1..).zip(hazard.accidents) {
                let accident_type = accident.accident_type.clone();
                let row = PossibleAccident { id: context.id(), hazard_id: id, accident_type, ordinal };
                if let Some(by) = &self.scores {
                    suggest(context, &mut plan, kind, &row, &accident, by);
                }
                plan.put(row);
            }
        }
        Ok(plan)
    }
}

/// Writes the suggestions that the criteria of the point's family allow.
fn suggest(
    context: &mut Context<'_>,
    plan: &mut Plan,
    kind: domain::RiskPointKind,
    row: &PossibleAccident,
    accident: &TemplateAccident,
    by: &SuggestedBy,
) {
    let snapshot = context.snapshot;
    let Some(record) = snapshot.presets.find(snapshot.preset_for(kind)) else { return };
    let Ok(preset) = Preset::from_record(record) else { return };
    let mut bases = by.bases.clone();
    bases.sort_unstable();
    bases.dedup();
    for basis in bases {
        let Some(factors) = accident.score(preset.method(), basis) else { continue };
        if evaluate(&preset, std::slice::from_ref(factors)).is_ok() {
            plan.put(Assessment {
                id: context.id(),
                accident_id: row.id,
                assessor_id: by.assessor,
                basis,
                preset_id: record.id,
                factors: factors.clone(),
                assessed_on: Some(context.today),
            });
        }
    }
}

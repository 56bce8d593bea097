//! From rows to a bundle's text.
//! Relies on rows walking in the order of ids, so that equal projects are equal bytes.
//! Knows no level: the caller gives what was worked out.

use crate::error::{BundleError, Problem};
use crate::read::natural_numbers;
use crate::text::spread;
use crate::v1;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{Record, Snapshot};
use std::collections::BTreeMap;

/// A picture of the project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Such as `image/png`.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes a project as a bundle. `levels` are the derived ones, `attachments` the pictures that floors and dangers refer to.
pub fn write(
    snapshot: &Snapshot,
    levels: v1::Levels,
    attachments: &[Attachment],
) -> Result<String, BundleError> {
    let missing = |what: &str| BundleError::new(what, Problem::Shape("the project has none".to_owned()));
    let project = snapshot.project().ok_or_else(|| missing("project"))?;
    let organisation = snapshot.organisation().ok_or_else(|| missing("organisation"))?;
    let mut presets = Vec::new();
    for (index, preset) in snapshot.presets.iter().enumerate() {
        let criteria = serde_json::from_str(&preset.body).map_err(|error| {
            BundleError::new(format!("presets[{index}]"), Problem::Shape(error.to_string()))
        })?;
        presets.push(v1::CriteriaPreset { id: preset.id.to_string(), criteria });
    }
    let mut elements = nested(&snapshot.plan_elements, |row| row.floor_id, v1::PlanElement::of);
    let mut underlays = nested(&snapshot.underlays, |row| row.floor_id, v1::Underlay::of);
    let floors = snapshot
        .floors
        .iter()
        .map(|row| v1::Floor {
            elements: elements.remove(&row.id).unwrap_or_default(),
            underlays: underlays.remove(&row.id).unwrap_or_default(),
            ..v1::Floor::of(row)
        })
        .collect();
    let mut assessments = nested(&snapshot.assessments, |row| row.accident_id, v1::Assessment::of);
    let mut adjustments = nested(&snapshot.adjustments, |row| row.accident_id, v1::LevelAdjustment::of);
    let mut accidents = nested(
        &snapshot.accidents,
        |row| row.hazard_id,
        |row| v1::PossibleAccident {
            assessments: assessments.remove(&row.id).unwrap_or_default(),
            adjustments: adjustments.remove(&row.id).unwrap_or_default(),
            ..v1::PossibleAccident::of(row)
        },
    );
    let mut measures = nested(&snapshot.measures, |row| row.hazard_id, v1::ControlMeasure::of);
    let mut hazards = nested(
        &snapshot.hazards,
        |row| row.point_id,
        |row| v1::Hazard {
            accidents: accidents.remove(&row.id).unwrap_or_default(),
            measures: measures.remove(&row.id).unwrap_or_default(),
            ..v1::Hazard::of(row)
        },
    );
    let mut determinations =
        nested(&snapshot.determinations, |row| row.point_id, v1::DirectDetermination::of);
    let points = snapshot
        .points
        .iter()
        .map(|row| v1::RiskPoint {
            hazards: unnumbered(hazards.remove(&row.id).unwrap_or_default()),
            determinations: determinations.remove(&row.id).unwrap_or_default(),
            ..v1::RiskPoint::of(row)
        })
        .collect();
    let mut lines = nested(&snapshot.checklist_items, |row| row.checklist_id, v1::ChecklistItem::of);
    let mut results = nested(&snapshot.inspection_items, |row| row.inspection_id, v1::InspectionItem::of);
    let mut covered = nested(&snapshot.plan_points, |row| row.plan_id, v1::PlanPoint::of);
    let mut steps = nested(&snapshot.danger_steps, |row| row.danger_id, v1::DangerStep::of);
    let mut photos = nested(&snapshot.danger_photos, |row| row.danger_id, v1::DangerPhoto::of);
    let mut reports = nested(&snapshot.danger_reports, |row| row.danger_id, v1::DangerReport::of);
    let dangers = snapshot
        .dangers
        .iter()
        .map(|row| v1::HiddenDanger {
            steps: steps.remove(&row.id).unwrap_or_default(),
            photos: photos.remove(&row.id).unwrap_or_default(),
            reports: reports.remove(&row.id).unwrap_or_default(),
            ..v1::HiddenDanger::of(row)
        })
        .collect();
    let bundle = v1::Bundle {
        format: v1::FORMAT.to_owned(),
        version: v1::VERSION.to_owned(),
        project: v1::Project::of(project),
        organisation: v1::Organisation::of(organisation),
        presets,
        departments: snapshot.departments.iter().map(v1::Department::of).collect(),
        posts: snapshot.posts.iter().map(v1::Post::of).collect(),
        people: snapshot.people.iter().map(v1::Person::of).collect(),
        tiers: snapshot.tiers.iter().map(v1::ControlTier::of).collect(),
        campuses: snapshot.campuses.iter().map(v1::Campus::of).collect(),
        buildings: snapshot.buildings.iter().map(v1::Building::of).collect(),
        layers: snapshot.plan_layers.iter().map(v1::PlanLayer::of).collect(),
        floors,
        zones: snapshot.zones.iter().map(v1::RiskZone::of).collect(),
        points,
        appointments: snapshot.appointments.iter().map(v1::Appointment::of).collect(),
        dangers,
        retired_codes: snapshot.retired_codes.iter().map(v1::RetiredCode::of).collect(),
        terms: snapshot.terms.iter().map(v1::Term::of).collect(),
        special_days: snapshot.special_days.iter().map(v1::SpecialDays::of).collect(),
        inspectors: snapshot.inspectors.iter().map(v1::Inspector::of).collect(),
        checklists: snapshot
            .checklists
            .iter()
            .map(|row| v1::Checklist {
                items: lines.remove(&row.id).unwrap_or_default(),
                ..v1::Checklist::of(row)
            })
            .collect(),
        check_items: snapshot.check_items.iter().map(v1::CheckItem::of).collect(),
        inspection_plans: snapshot
            .inspection_plans
            .iter()
            .map(|row| v1::InspectionPlan {
                points: covered.remove(&row.id).unwrap_or_default(),
                ..v1::InspectionPlan::of(row)
            })
            .collect(),
        inspections: snapshot
            .inspections
            .iter()
            .map(|row| v1::Inspection {
                items: results.remove(&row.id).unwrap_or_default(),
                ..v1::Inspection::of(row)
            })
            .collect(),
        levels,
        attachments: attachments
            .iter()
            .map(|attachment| v1::Attachment {
                sha256: attachment.sha256.clone(),
                media_type: attachment.media_type.clone(),
                data: STANDARD.encode(&attachment.bytes),
            })
            .collect(),
    };
    let compact = serde_json::to_string(&bundle)
        .map_err(|error| BundleError::new("bundle", Problem::Shape(error.to_string())))?;
    Ok(spread(&compact))
}

/// Leaves out numbers that reading gives by itself.
fn unnumbered(mut hazards: Vec<v1::Hazard>) -> Vec<v1::Hazard> {
    let natural = natural_numbers(&hazards);
    if natural.iter().zip(&hazards).all(|(natural, hazard)| *natural == hazard.number) {
        hazards.iter_mut().for_each(|hazard| hazard.number = 0);
    }
    hazards
}

/// Rows as nouns under their parents, in the order of ids.
fn nested<R: Record, K: Ord, T>(
    rows: &domain::Rows<R>,
    parent: impl Fn(&R) -> K,
    mut noun: impl FnMut(&R) -> T,
) -> BTreeMap<K, Vec<T>> {
    let mut under: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for row in rows {
        under.entry(parent(row)).or_default().push(noun(row));
    }
    under
}

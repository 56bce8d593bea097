//! Fingerprints of what a point says: its own cells, hazards, accidents, scores, measures, level and tier.
//! Relies on cells with the names of their columns; empty ones and zeros say nothing, so that a column which a later
//! format adds changes no fingerprint until somebody fills it in.
//! Knows nothing of reviews. Where a pin stands and in which order rows stand is no content.

use domain::{AnyRecord, Cell, Hazard, Record, RiskPoint, RiskPointId, RowId, Snapshot};
use evaluation::{RiskPicture, control_tier};
use std::collections::{BTreeMap, HashMap};

/// Fingerprints by point.
pub type Content = BTreeMap<RiskPointId, String>;

/// Columns that say nothing of the risk.
const APART: &[&str] =
    &["position", "floor_id", "ordinal", "library_entry", "locked", "hidden", "grouping", "opacity"];

/// Characters of a fingerprint.
const LENGTH: usize = 32;

/// Fingerprints of the points that `wanted` says, by the picture of existing risk.
pub fn fingerprints(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    wanted: impl Fn(&RiskPoint) -> bool,
) -> Content {
    let mut hashers: HashMap<RiskPointId, blake3::Hasher> = HashMap::with_capacity(snapshot.points.len());
    for point in snapshot.points.iter().filter(|point| wanted(point)) {
        let mut hasher = blake3::Hasher::new();
        row(&mut hasher, point);
        let level = picture.points.get(&point.id).and_then(|risk| risk.level);
        text(&mut hasher, level.map_or("", |level| level.as_str()));
        text(&mut hasher, control_tier(snapshot, point, level).map_or("", |tier| &tier.name));
        text(&mut hasher, snapshot.departments.find(point.department_id).map_or("", |own| &own.name));
        text(&mut hasher, snapshot.people.find(point.person_id).map_or("", |own| &own.name));
        text(&mut hasher, snapshot.posts.find(point.post_id).map_or("", |own| &own.name));
        text(&mut hasher, snapshot.zones.find(point.zone_id).map_or("", |own| &own.name));
        hashers.insert(point.id, hasher);
    }
    let mut of_hazard = HashMap::with_capacity(snapshot.hazards.len());
    for hazard in &snapshot.hazards {
        let Some(hasher) = hashers.get_mut(&hazard.point_id) else { continue };
        row::<Hazard>(hasher, hazard);
        of_hazard.insert(hazard.id, hazard.point_id);
    }
    let mut of_accident = HashMap::with_capacity(snapshot.accidents.len());
    for accident in &snapshot.accidents {
        let Some(point) = of_hazard.get(&accident.hazard_id) else { continue };
        let Some(hasher) = hashers.get_mut(point) else { continue };
        row(hasher, accident);
        of_accident.insert(accident.id, *point);
    }
    for assessment in &snapshot.assessments {
        let point = of_accident.get(&assessment.accident_id);
        if let Some(hasher) = point.and_then(|point| hashers.get_mut(point)) {
            row(hasher, assessment);
        }
    }
    for adjustment in &snapshot.adjustments {
        let point = of_accident.get(&adjustment.accident_id);
        if let Some(hasher) = point.and_then(|point| hashers.get_mut(point)) {
            row(hasher, adjustment);
        }
    }
    for determination in &snapshot.determinations {
        if let Some(hasher) = hashers.get_mut(&determination.point_id) {
            row(hasher, determination);
        }
    }
    for measure in &snapshot.measures {
        let point = of_hazard.get(&measure.hazard_id);
        let Some(hasher) = point.and_then(|point| hashers.get_mut(point)) else { continue };
        row(hasher, measure);
        if let Some(document) = snapshot.documents.find(measure.document_id) {
            text(hasher, &document.asset);
        }
        if let Some(plan) = snapshot.plans.find(measure.plan_id) {
            text(hasher, &plan.name);
            text(hasher, &plan.content);
        }
    }
    hashers.into_iter().map(|(point, hasher)| (point, finish(&hasher))).collect()
}

/// The fingerprint of a row: what its point says for a point, its own cells for any other; empty where it is gone.
pub fn fingerprint_of_row(snapshot: &Snapshot, picture: &RiskPicture, id: RowId) -> String {
    match snapshot.get(id) {
        None => String::new(),
        Some(AnyRecord::RiskPoint(point)) => {
            fingerprints(snapshot, picture, |own| own.id == point.id).remove(&point.id).unwrap_or_default()
        }
        Some(record) => {
            let mut hasher = blake3::Hasher::new();
            for (index, column) in id.table.columns().iter().enumerate() {
                cell(&mut hasher, column.name, &record.cell(index));
            }
            finish(&hasher)
        }
    }
}

fn row<R: Record>(hasher: &mut blake3::Hasher, record: &R) {
    for (index, column) in R::COLUMNS.iter().enumerate() {
        cell(hasher, column.name, &record.cell(index));
    }
}

fn cell(hasher: &mut blake3::Hasher, column: &str, cell: &Cell<'_>) {
    if APART.contains(&column) {
        return;
    }
    match cell {
        Cell::Null | Cell::Integer(0) => {}
        Cell::Integer(number) => {
            text(hasher, column);
            hasher.update(&number.to_le_bytes());
        }
        Cell::Text(words) if words.is_empty() => {}
        Cell::Text(words) => {
            text(hasher, column);
            text(hasher, words);
        }
    }
}

/// With its length, so that no two texts run into each other.
fn text(hasher: &mut blake3::Hasher, words: &str) {
    hasher.update(&(words.len() as u64).to_le_bytes());
    hasher.update(words.as_bytes());
}

fn finish(hasher: &blake3::Hasher) -> String {
    hasher.finalize().to_hex().chars().take(LENGTH).collect()
}

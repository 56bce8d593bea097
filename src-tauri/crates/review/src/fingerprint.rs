//! Fingerprints of what a point says: its own cells, hazards, accidents, scores, measures, level and tier.
//! Relies on cells with the names of their columns; empty ones and zeros say nothing, so that a column which a later
//! format adds changes no fingerprint until somebody fills it in.
//! Knows nothing of reviews. Where a pin stands and in which order rows stand is no content.

use domain::{
    AnyRecord, Assessment, Cell, ControlMeasure, DirectDetermination, Hazard, LevelAdjustment,
    PossibleAccident, Record, RiskPoint, RiskPointId, RowId, Snapshot,
};
use evaluation::{RiskPicture, control_tier};
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

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
    // Written out first and hashed as one each: thousands of hashers at work side by side would be far slower.
    let mut texts: HashMap<RiskPointId, Vec<u8>> = HashMap::with_capacity(snapshot.points.len());
    let told = Told::<RiskPoint>::new();
    for point in snapshot.points.iter().filter(|point| wanted(point)) {
        let mut said = Vec::with_capacity(1 << 10);
        told.row(&mut said, point);
        let level = picture.points.get(&point.id).and_then(|risk| risk.level);
        text(&mut said, level.map_or("", |level| level.as_str()));
        text(&mut said, control_tier(snapshot, point, level).map_or("", |tier| &tier.name));
        text(&mut said, snapshot.departments.find(point.department_id).map_or("", |own| &own.name));
        text(&mut said, snapshot.people.find(point.person_id).map_or("", |own| &own.name));
        text(&mut said, snapshot.posts.find(point.post_id).map_or("", |own| &own.name));
        text(&mut said, snapshot.zones.find(point.zone_id).map_or("", |own| &own.name));
        texts.insert(point.id, said);
    }
    let mut of_hazard = HashMap::with_capacity(snapshot.hazards.len());
    let told = Told::<Hazard>::new();
    for hazard in &snapshot.hazards {
        let Some(said) = texts.get_mut(&hazard.point_id) else { continue };
        told.row(said, hazard);
        of_hazard.insert(hazard.id, hazard.point_id);
    }
    let mut of_accident = HashMap::with_capacity(snapshot.accidents.len());
    let told = Told::<PossibleAccident>::new();
    for accident in &snapshot.accidents {
        let Some(point) = of_hazard.get(&accident.hazard_id) else { continue };
        let Some(said) = texts.get_mut(point) else { continue };
        told.row(said, accident);
        of_accident.insert(accident.id, *point);
    }
    let told = Told::<Assessment>::new();
    for assessment in &snapshot.assessments {
        let point = of_accident.get(&assessment.accident_id);
        if let Some(said) = point.and_then(|point| texts.get_mut(point)) {
            told.row(said, assessment);
        }
    }
    let told = Told::<LevelAdjustment>::new();
    for adjustment in &snapshot.adjustments {
        let point = of_accident.get(&adjustment.accident_id);
        if let Some(said) = point.and_then(|point| texts.get_mut(point)) {
            told.row(said, adjustment);
        }
    }
    let told = Told::<DirectDetermination>::new();
    for determination in &snapshot.determinations {
        if let Some(said) = texts.get_mut(&determination.point_id) {
            told.row(said, determination);
        }
    }
    let told = Told::<ControlMeasure>::new();
    for measure in &snapshot.measures {
        let point = of_hazard.get(&measure.hazard_id);
        let Some(said) = point.and_then(|point| texts.get_mut(point)) else { continue };
        told.row(said, measure);
        if let Some(document) = snapshot.documents.find(measure.document_id) {
            text(said, &document.asset);
        }
        if let Some(plan) = snapshot.plans.find(measure.plan_id) {
            text(said, &plan.name);
            text(said, &plan.content);
        }
    }
    texts.into_iter().map(|(point, own)| (point, finish(&own))).collect()
}

/// The fingerprint of a row: what its point says for a point, its own cells for any other; empty where it is gone.
pub fn fingerprint_of_row(snapshot: &Snapshot, picture: &RiskPicture, id: RowId) -> String {
    match snapshot.get(id) {
        None => String::new(),
        Some(AnyRecord::RiskPoint(point)) => {
            fingerprints(snapshot, picture, |own| own.id == point.id).remove(&point.id).unwrap_or_default()
        }
        Some(record) => {
            let mut said = Vec::new();
            for (index, column) in id.table.columns().iter().enumerate() {
                cell(&mut said, column.name, &record.cell(index));
            }
            finish(&said)
        }
    }
}

/// The columns of a noun that say something of the risk.
struct Told<R> {
    columns: Vec<(usize, &'static str)>,
    noun: PhantomData<R>,
}

impl<R: Record> Told<R> {
    fn new() -> Self {
        let columns = R::COLUMNS.iter().enumerate().map(|(index, column)| (index, column.name));
        Self { columns: columns.filter(|(_, name)| says(name)).collect(), noun: PhantomData }
    }

    fn row(&self, said: &mut Vec<u8>, record: &R) {
        for (index, column) in &self.columns {
            told_cell(said, column, &record.cell(*index));
        }
    }
}

fn says(column: &str) -> bool {
    !APART.contains(&column)
}

fn cell(said: &mut Vec<u8>, column: &str, cell: &Cell<'_>) {
    if says(column) {
        told_cell(said, column, cell);
    }
}

fn told_cell(said: &mut Vec<u8>, column: &str, cell: &Cell<'_>) {
    match cell {
        Cell::Null | Cell::Integer(0) => {}
        Cell::Integer(number) => {
            text(said, column);
            said.extend_from_slice(&number.to_le_bytes());
        }
        Cell::Text(words) if words.is_empty() => {}
        Cell::Text(words) => {
            text(said, column);
            text(said, words);
        }
    }
}

/// With its length, so that no two texts run into each other.
fn text(said: &mut Vec<u8>, words: &str) {
    said.extend_from_slice(&(words.len() as u64).to_le_bytes());
    said.extend_from_slice(words.as_bytes());
}

fn finish(said: &[u8]) -> String {
    blake3::hash(said).to_hex().chars().take(LENGTH).collect()
}

//! From a bundle's text to rows, or the place where it is wrong.
//! Relies on the text being hostile: size first, then shape, then every value, then every reference.
//! Knows nothing of the project that the rows will go to.

use crate::error::{BundleError, Problem};
use crate::v1::{self, Noun};
use crate::write::Attachment;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::{
    AnyRecord, Cell, CriteriaPreset, CriteriaPresetId, FieldError, Record, RecordError, RecordRule, Row,
    RowId, Table,
};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The largest text that is read, in bytes.
pub const LARGEST_BUNDLE: usize = 500_000_000;

/// What a bundle holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// Its rows; every reference among them leads somewhere.
    pub records: Vec<AnyRecord>,
    /// Its pictures.
    pub attachments: Vec<Attachment>,
    /// The levels it was sent with, for comparison.
    pub levels: v1::Levels,
}

/// Reads a bundle whole, or says what is wrong and where.
pub fn read(text: &[u8]) -> Result<Imported, BundleError> {
    if text.len() > LARGEST_BUNDLE {
        return Err(BundleError::new("bundle", Problem::TooLarge(LARGEST_BUNDLE)));
    }
    check_mark(text)?;
    let mut parser = serde_json::Deserializer::from_slice(text);
    let bundle: v1::Bundle = serde_path_to_error::deserialize(&mut parser).map_err(|error| {
        let place = error.path().to_string();
        let place = if place == "." { "bundle".to_owned() } else { place };
        BundleError::new(place, Problem::Shape(error.into_inner().to_string()))
    })?;
    parser.end().map_err(|error| BundleError::new("bundle", Problem::Shape(error.to_string())))?;
    let mut rows = Rows::default();
    rows.bundle(&bundle)?;
    rows.check_references()?;
    let attachments = attachments(&bundle)?;
    for (place, asset) in &rows.assets {
        if !attachments.iter().any(|attachment| attachment.sha256 == *asset) {
            return Err(BundleError::new(place.as_str(), Problem::Broken(asset.clone())));
        }
    }
    let records = rows.records.into_iter().map(|(_, record)| record).collect();
    Ok(Imported { records, attachments, levels: bundle.levels })
}

/// Whether it claims to be a bundle, and one of our version, before its shape is judged.
fn check_mark(text: &[u8]) -> Result<(), BundleError> {
    #[derive(serde::Deserialize)]
    struct Mark {
        format: Option<serde_json::Value>,
        version: Option<serde_json::Value>,
    }
    let mark: Mark = serde_json::from_slice(text)
        .map_err(|error| BundleError::new("bundle", Problem::Shape(error.to_string())))?;
    if mark.format.as_ref().and_then(|format| format.as_str()) != Some(v1::FORMAT) {
        return Err(BundleError::new("format", Problem::NotABundle));
    }
    match mark.version.as_ref().and_then(|version| version.as_str()) {
        Some(v1::VERSION) => Ok(()),
        other => {
            let shown = other.unwrap_or("?").chars().take(20).collect();
            Err(BundleError::new("version", Problem::Version(shown)))
        }
    }
}

fn attachments(bundle: &v1::Bundle) -> Result<Vec<Attachment>, BundleError> {
    let mut attachments = Vec::new();
    for (index, attachment) in bundle.attachments.iter().enumerate() {
        let place = format!("attachments[{index}]");
        let bytes = STANDARD
            .decode(&attachment.data)
            .map_err(|error| BundleError::new(format!("{place}.data"), Problem::Shape(error.to_string())))?;
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if sha256 != attachment.sha256 {
            return Err(BundleError::new(place, Problem::Attachment));
        }
        attachments.push(Attachment { sha256, media_type: attachment.media_type.clone(), bytes });
    }
    Ok(attachments)
}

/// A noun as a row: its own columns, and those that nesting says.
struct Nested<'a> {
    table: Table,
    noun: &'a dyn Noun,
    parent: Option<(&'static str, &'a str)>,
}

impl Row for Nested<'_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        let column = self.table.columns().get(index).ok_or_else(|| FieldError::new("no such column"))?;
        if let Some((name, id)) = self.parent
            && name == column.name
        {
            return Ok(Cell::Text(id.into()));
        }
        // A column that version 1 does not have yet begins empty.
        Ok(self.noun.column(column.name).unwrap_or(Cell::Null))
    }
}

/// A hazard without what is nested in it.
fn bare(hazard: &v1::Hazard) -> v1::Hazard {
    let (accidents, measures) = (Vec::new(), Vec::new());
    v1::Hazard {
        id: hazard.id.clone(),
        step: hazard.step.clone(),
        standard: hazard.standard.clone(),
        description: hazard.description.clone(),
        factor: hazard.factor.clone(),
        consequence: hazard.consequence.clone(),
        ordinal: hazard.ordinal,
        number: hazard.number,
        note: hazard.note.clone(),
        accidents,
        measures,
    }
}

/// The number that each hazard of a point has where none is written: its place by order and id.
pub(crate) fn natural_numbers(hazards: &[v1::Hazard]) -> Vec<i64> {
    let mut places: Vec<usize> = (0..hazards.len()).collect();
    places.sort_by_key(|place| hazards.get(*place).map(|hazard| (hazard.ordinal, hazard.id.as_str())));
    let mut numbers = vec![0; hazards.len()];
    for (number, place) in (1..).zip(places) {
        if let Some(own) = numbers.get_mut(place) {
            *own = number;
        }
    }
    numbers
}

/// Rows with their places, as they are collected.
#[derive(Default)]
struct Rows {
    records: Vec<(String, AnyRecord)>,
    ids: HashSet<RowId>,
    seen: HashMap<Uuid, ()>,
    assets: Vec<(String, String)>,
}

impl Rows {
    fn bundle(&mut self, bundle: &v1::Bundle) -> Result<(), BundleError> {
        for (index, preset) in bundle.presets.iter().enumerate() {
            self.preset(format!("presets[{index}]"), preset)?;
        }
        self.one::<domain::Project>("project".to_owned(), &bundle.project, None)?;
        self.one::<domain::Organisation>("organisation".to_owned(), &bundle.organisation, None)?;
        self.all::<domain::Department, _>("departments", &bundle.departments, None)?;
        self.all::<domain::Post, _>("posts", &bundle.posts, None)?;
        self.all::<domain::Person, _>("people", &bundle.people, None)?;
        self.all::<domain::ControlTier, _>("tiers", &bundle.tiers, None)?;
        self.all::<domain::Campus, _>("campuses", &bundle.campuses, None)?;
        self.all::<domain::Building, _>("buildings", &bundle.buildings, None)?;
        self.all::<domain::PlanLayer, _>("layers", &bundle.layers, None)?;
        for (index, floor) in bundle.floors.iter().enumerate() {
            let place = format!("floors[{index}]");
            self.one::<domain::Floor>(place.clone(), floor, None)?;
            let parent = Some(("floor_id", floor.id.as_str()));
            self.all::<domain::PlanElement, _>(&format!("{place}.elements"), &floor.elements, parent)?;
            self.all::<domain::Underlay, _>(&format!("{place}.underlays"), &floor.underlays, parent)?;
            for (index, underlay) in floor.underlays.iter().enumerate() {
                self.assets.push((format!("{place}.underlays[{index}].asset"), underlay.asset.clone()));
            }
        }
        self.all::<domain::RiskZone, _>("zones", &bundle.zones, None)?;
        for (index, point) in bundle.points.iter().enumerate() {
            self.point(&format!("points[{index}]"), point)?;
        }
        self.all::<domain::Appointment, _>("appointments", &bundle.appointments, None)?;
        for (index, danger) in bundle.dangers.iter().enumerate() {
            let place = format!("dangers[{index}]");
            self.one::<domain::HiddenDanger>(place.clone(), danger, None)?;
            let parent = Some(("danger_id", danger.id.as_str()));
            self.all::<domain::DangerStep, _>(&format!("{place}.steps"), &danger.steps, parent)?;
            self.all::<domain::DangerPhoto, _>(&format!("{place}.photos"), &danger.photos, parent)?;
            self.all::<domain::DangerReport, _>(&format!("{place}.reports"), &danger.reports, parent)?;
            for (index, photo) in danger.photos.iter().enumerate() {
                self.assets.push((format!("{place}.photos[{index}].asset"), photo.asset.clone()));
            }
        }
        self.all::<domain::RetiredCode, _>("retiredCodes", &bundle.retired_codes, None)?;
        self.inspection(bundle)
    }

    /// The calendar, check-lists and plans.
    fn inspection(&mut self, bundle: &v1::Bundle) -> Result<(), BundleError> {
        self.all::<domain::Term, _>("terms", &bundle.terms, None)?;
        self.all::<domain::SpecialDays, _>("specialDays", &bundle.special_days, None)?;
        self.all::<domain::Inspector, _>("inspectors", &bundle.inspectors, None)?;
        for (index, list) in bundle.checklists.iter().enumerate() {
            let place = format!("checklists[{index}]");
            self.one::<domain::Checklist>(place.clone(), list, None)?;
            let parent = Some(("checklist_id", list.id.as_str()));
            self.all::<domain::ChecklistItem, _>(&format!("{place}.items"), &list.items, parent)?;
        }
        self.all::<domain::CheckItem, _>("checkItems", &bundle.check_items, None)?;
        for (index, plan) in bundle.inspection_plans.iter().enumerate() {
            let place = format!("inspectionPlans[{index}]");
            self.one::<domain::InspectionPlan>(place.clone(), plan, None)?;
            let parent = Some(("plan_id", plan.id.as_str()));
            self.all::<domain::PlanPoint, _>(&format!("{place}.points"), &plan.points, parent)?;
        }
        for (index, inspection) in bundle.inspections.iter().enumerate() {
            let place = format!("inspections[{index}]");
            self.one::<domain::Inspection>(place.clone(), inspection, None)?;
            let parent = Some(("inspection_id", inspection.id.as_str()));
            self.all::<domain::InspectionItem, _>(&format!("{place}.items"), &inspection.items, parent)?;
        }
        Ok(())
    }

    fn point(&mut self, place: &str, point: &v1::RiskPoint) -> Result<(), BundleError> {
        self.one::<domain::RiskPoint>(place.to_owned(), point, None)?;
        let parent = Some(("point_id", point.id.as_str()));
        let numbers = natural_numbers(&point.hazards);
        self.all::<domain::DirectDetermination, _>(
            &format!("{place}.determinations"),
            &point.determinations,
            parent,
        )?;
        for (index, hazard) in point.hazards.iter().enumerate() {
            let place = format!("{place}.hazards[{index}]");
            let number =
                if hazard.number == 0 { numbers.get(index).copied().unwrap_or(0) } else { hazard.number };
            self.one::<domain::Hazard>(place.clone(), &v1::Hazard { number, ..bare(hazard) }, parent)?;
            let parent = Some(("hazard_id", hazard.id.as_str()));
            self.all::<domain::ControlMeasure, _>(&format!("{place}.measures"), &hazard.measures, parent)?;
            for (index, accident) in hazard.accidents.iter().enumerate() {
                let place = format!("{place}.accidents[{index}]");
                self.one::<domain::PossibleAccident>(place.clone(), accident, parent)?;
                let parent = Some(("accident_id", accident.id.as_str()));
                self.all::<domain::Assessment, _>(
                    &format!("{place}.assessments"),
                    &accident.assessments,
                    parent,
                )?;
                self.all::<domain::LevelAdjustment, _>(
                    &format!("{place}.adjustments"),
                    &accident.adjustments,
                    parent,
                )?;
            }
        }
        Ok(())
    }

    fn preset(&mut self, place: String, preset: &v1::CriteriaPreset) -> Result<(), BundleError> {
        let id: CriteriaPresetId = preset
            .id
            .parse::<Uuid>()
            .map_err(|_| BundleError::new(format!("{place}.id"), Problem::Shape("not a UUID".to_owned())))?
            .into();
        let body = serde_json::to_string(&preset.criteria)
            .map_err(|error| BundleError::new(place.clone(), Problem::Shape(error.to_string())))?;
        let (code, version) = (preset.criteria.code.clone(), preset.criteria.version);
        self.add(place, CriteriaPreset { id, code, version, body }.into())
    }

    fn all<R: Record, N: Noun>(
        &mut self,
        place: &str,
        nouns: &[N],
        parent: Option<(&'static str, &str)>,
    ) -> Result<(), BundleError> {
        for (index, noun) in nouns.iter().enumerate() {
            self.one::<R>(format!("{place}[{index}]"), noun, parent)?;
        }
        Ok(())
    }

    fn one<R: Record>(
        &mut self,
        place: String,
        noun: &dyn Noun,
        parent: Option<(&'static str, &str)>,
    ) -> Result<(), BundleError> {
        let record =
            R::read(&Nested { table: R::TABLE, noun, parent }).map_err(|error| at_column(&place, error))?;
        // One id, one spelling: the bytes of the bundle are to come out again.
        if record.id().into().hyphenated().to_string() != noun.id() {
            let problem = Problem::Shape("a UUID is written in lower case with hyphens".to_owned());
            return Err(BundleError::new(format!("{place}.id"), problem));
        }
        self.add(place, record.into())
    }

    fn add(&mut self, place: String, record: AnyRecord) -> Result<(), BundleError> {
        record.check().map_err(|error| at_column(&place, error))?;
        let row = record.row_id();
        if self.seen.insert(row.id, ()).is_some() {
            return Err(BundleError::new(format!("{place}.id"), Problem::Twice(row.id.to_string())));
        }
        self.ids.insert(row);
        self.records.push((place, record));
        Ok(())
    }

    fn check_references(&self) -> Result<(), BundleError> {
        for (place, record) in &self.records {
            for (index, column) in record.row_id().table.columns().iter().enumerate() {
                let Some(table) = column.references else { continue };
                let Cell::Text(id) = record.cell(index) else { continue };
                let named = id.parse().ok().map(|id| RowId { table, id });
                if !named.is_some_and(|named| self.ids.contains(&named)) {
                    let place = format!("{place}.{}", camel_case(column.name));
                    return Err(BundleError::new(place, Problem::Broken(id.into_owned())));
                }
            }
        }
        Ok(())
    }
}

fn at_column(place: &str, error: RecordError) -> BundleError {
    // The values of an assessment that do not parse and the like: said at the field.
    let column = camel_case(error.column);
    let problem = match error.rule {
        RecordRule::Field(error) => Problem::Shape(error.to_string()),
        _ => Problem::Record(error),
    };
    BundleError::new(format!("{place}.{column}"), problem)
}

fn camel_case(column: &str) -> String {
    let mut name = String::new();
    let mut upper = false;
    for character in column.chars() {
        match character {
            '_' => upper = true,
            _ if upper => {
                name.extend(character.to_uppercase());
                upper = false;
            }
            _ => name.push(character),
        }
    }
    name
}

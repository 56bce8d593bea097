//! The names that a list uses for departments, people, zones, criteria and codes, found or made.
//! Relies on one index of each, so that a list of thousands is one walk.
//! Knows nothing of points and hazards.

use crate::command::{Context, Plan};
use crate::numbering::{HazardNumbers, point_code};
use crate::refusal::Refusal;
use domain::{
    AnyRecord, CriteriaPreset, CriteriaPresetId, Department, DepartmentId, Person, PersonId, RiskPointId,
    RiskPointKind, RiskZone, RiskZoneId, RiskZoneKind, RowId, Snapshot, Table,
};
use evaluation::{Preset, built_in_presets};
use std::collections::{HashMap, HashSet};

/// Everything that is found by its name, and what had to be made.
pub(crate) struct Names<'a> {
    snapshot: &'a Snapshot,
    departments: HashMap<String, DepartmentId>,
    people: HashMap<String, Vec<(Option<DepartmentId>, PersonId)>>,
    zones: HashMap<String, RiskZoneId>,
    presets: HashMap<String, (CriteriaPresetId, Preset)>,
    /// Codes that are or were given, or that the list gives itself.
    taken: HashMap<String, String>,
    listed: HashSet<String>,
    next: HashMap<String, u32>,
    hazard_numbers: HazardNumbers,
    made: Vec<AnyRecord>,
}

fn key(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

impl<'a> Names<'a> {
    pub(crate) fn new<'c>(snapshot: &'a Snapshot, listed: impl Iterator<Item = &'c str>) -> Self {
        let mut people: HashMap<String, Vec<_>> = HashMap::new();
        for own in &snapshot.people {
            people.entry(key(&own.name)).or_default().push((own.department_id, own.id));
        }
        let points = snapshot.points.iter().map(|own| (own.code.clone(), own.name.clone()));
        let zones = snapshot.zones.iter().map(|own| (own.code.clone(), own.name.clone()));
        let retired = snapshot
            .retired_codes
            .iter()
            .map(|own| (own.code.clone(), Table::RetiredCode.label(domain::Language::Chinese).to_owned()));
        Self {
            snapshot,
            departments: snapshot.departments.iter().map(|own| (key(&own.name), own.id)).collect(),
            people,
            zones: snapshot.zones.iter().map(|own| (key(&own.name), own.id)).collect(),
            presets: HashMap::new(),
            taken: points.chain(zones).chain(retired).collect(),
            listed: listed.map(|code| code.trim().to_owned()).collect(),
            next: HashMap::new(),
            hazard_numbers: HazardNumbers::default(),
            made: Vec::new(),
        }
    }

    /// The rows that had to be made; they are written before what names them.
    pub(crate) fn finish(self, plan: &mut Plan) {
        let made = self.made.into_iter().map(store::Write::Put);
        plan.writes.splice(0..0, made);
    }

    pub(crate) fn department(
        &mut self,
        context: &mut Context<'_>,
        name: &str,
    ) -> Result<DepartmentId, Refusal> {
        if let Some(id) = self.departments.get(&key(name)) {
            return Ok(*id);
        }
        let id = context.id();
        let ordinal = i64::try_from(self.departments.len()).unwrap_or(i64::MAX).saturating_add(1);
        self.departments.insert(key(name), id);
        let name = name.trim().to_owned();
        let (code, phone) = (String::new(), String::new());
        self.made.push(Department { id, parent_id: None, code, name, head_id: None, phone, ordinal }.into());
        Ok(id)
    }

    /// The person of this name, of two the one in `department`.
    pub(crate) fn person(
        &mut self,
        context: &mut Context<'_>,
        name: &str,
        department: Option<DepartmentId>,
    ) -> PersonId {
        let ordinal = i64::try_from(self.people.len()).unwrap_or(i64::MAX).saturating_add(1);
        let own = self.people.entry(key(name)).or_default();
        let found = own.iter().find(|(of, _)| of.is_some() && *of == department).or_else(|| own.first());
        if let Some((_, id)) = found {
            return *id;
        }
        let id = context.id();
        own.push((department, id));
        let (name, title, phone) = (name.trim().to_owned(), String::new(), String::new());
        self.made.push(
            Person {
                id,
                department_id: department,
                post_id: None,
                name,
                title,
                phone,
                ordinal,
                left_on: None,
            }
            .into(),
        );
        id
    }

    pub(crate) fn zone(&mut self, context: &mut Context<'_>, name: &str) -> RiskZoneId {
        *self.zones.entry(key(name)).or_insert_with(|| {
            let id = context.id();
            self.made.push(
                RiskZone {
                    id,
                    code: String::new(),
                    name: name.trim().to_owned(),
                    kind: RiskZoneKind::Place,
                    floor_id: None,
                    outline: None,
                    department_id: None,
                    person_id: None,
                    note: String::new(),
                    locked: false,
                    hidden: false,
                    grouping: String::new(),
                }
                .into(),
            );
            id
        })
    }

    /// The newest criteria of this code, of the project or else shipped.
    pub(crate) fn preset(
        &mut self,
        context: &mut Context<'_>,
        code: &str,
    ) -> Result<(CriteriaPresetId, Preset), Refusal> {
        if let Some(found) = self.presets.get(code) {
            return Ok(found.clone());
        }
        let own = self.snapshot.presets.iter().filter(|own| own.code == code).max_by_key(|own| own.version);
        let found = match own {
            Some(own) => (own.id, Preset::from_record(own)?),
            None => {
                let missing = RowId { table: Table::CriteriaPreset, id: uuid::Uuid::nil() };
                let shipped = built_in_presets().into_iter().find(|preset| preset.code() == code);
                let shipped = shipped.ok_or(Refusal::NoSuchRow(missing))?;
                let id = context.id();
                let (code, version) = (shipped.code().to_owned(), shipped.version());
                self.made.push(CriteriaPreset { id, code, version, body: shipped.to_json() }.into());
                (id, shipped)
            }
        };
        self.presets.insert(code.to_owned(), found.clone());
        Ok(found)
    }

    /// A fresh code for a point.
    pub(crate) fn code(&mut self, department: Option<DepartmentId>, kind: RiskPointKind) -> String {
        let known = department.filter(|id| self.snapshot.departments.get(*id).is_some());
        let line = self.snapshot.department_line(known);
        let prefix = line.iter().map(|own| own.code.trim()).find(|code| !code.is_empty()).unwrap_or("FX");
        let snapshot = self.snapshot;
        let next = self.next.entry(prefix.to_owned()).or_insert_with(|| {
            let first = point_code(snapshot, known, kind, &[""; 0]);
            first.rsplit('-').next().and_then(|number| number.parse().ok()).unwrap_or(1)
        });
        loop {
            let code = format!("{prefix}-{}-{next:03}", kind.letter());
            *next = next.saturating_add(1);
            if *next == u32::MAX || (!self.taken.contains_key(&code) && !self.listed.contains(&code)) {
                return code;
            }
        }
    }

    /// A fresh number for a hazard of a point.
    pub(crate) fn hazard_number(&mut self, point: RiskPointId) -> i64 {
        self.hazard_numbers.next(self.snapshot, point)
    }

    /// Takes a code for a new point, or says who has it.
    pub(crate) fn claim(&mut self, code: &str) -> Result<(), Refusal> {
        if let Some(by) = self.taken.get(code) {
            return Err(Refusal::CodeTaken { code: code.to_owned(), by: by.clone() });
        }
        self.taken.insert(code.to_owned(), code.to_owned());
        Ok(())
    }
}

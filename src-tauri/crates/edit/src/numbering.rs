//! Codes of points and zones: by rule, and never the same one twice.
//! Relies on retired codes being kept when their owner is deleted.
//! Knows nothing of drawing.

use crate::refusal::Refusal;
use chrono::{Datelike, NaiveDate};
use domain::{DepartmentId, FloorId, Language, RiskPointId, RiskPointKind, Snapshot, Table};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// A fresh point code: department letters, kind letter, running number of the department: `JD-S-007`. `taken` are codes
/// that points not yet written have.
pub(crate) fn point_code(
    snapshot: &Snapshot,
    department: Option<DepartmentId>,
    kind: RiskPointKind,
    taken: &[impl AsRef<str>],
) -> String {
    let prefix = point_prefix(snapshot, department);
    let number = next_number(snapshot, taken, |code| running_number(prefix, code));
    format!("{prefix}-{}-{number:03}", kind.letter())
}

/// The letters that codes of a department's points begin with.
fn point_prefix(snapshot: &Snapshot, department: Option<DepartmentId>) -> &str {
    // A part of an office has its own letters or those of the office above.
    let line = snapshot.department_line(department);
    line.iter().map(|department| department.code.trim()).find(|code| !code.is_empty()).unwrap_or("FX")
}

/// The running number of a point's code, when it begins with these letters.
fn running_number(prefix: &str, code: &str) -> Option<u32> {
    let mut parts = code.strip_prefix(prefix)?.strip_prefix('-')?.splitn(2, '-');
    let (letter, number) = (parts.next()?, parts.next()?);
    (letter.len() == 1).then(|| number.parse().ok()).flatten()
}

/// A fresh zone code, likewise: building, floor, running number: `A-1F-03`.
pub(crate) fn zone_code(snapshot: &Snapshot, floor: FloorId, taken: &[String]) -> String {
    let floor = snapshot.floors.get(floor);
    let building = snapshot.buildings.find(floor.and_then(|floor| floor.building_id));
    let prefix = match (building, floor) {
        (Some(building), Some(floor)) => format!("{}-{}-", building.code, floor.name),
        (None, Some(_)) => "ZP-".to_owned(),
        (_, None) => "QY-".to_owned(),
    };
    let number = next_number(snapshot, taken, |code| code.strip_prefix(prefix.as_str())?.parse().ok());
    format!("{prefix}{number:02}")
}

/// A fresh code of an inspection plan: `JH-007`. `before` says how many the same step has made.
pub(crate) fn plan_code(snapshot: &Snapshot, before: usize) -> String {
    let codes = snapshot.inspection_plans.iter().map(|plan| plan.code.as_str());
    let retired = snapshot.retired_codes.iter().map(|retired| retired.code.as_str());
    let number = |code: &str| code.strip_prefix("JH-")?.parse::<usize>().ok().filter(|own| *own < 1_000_000);
    let highest = codes.chain(retired).filter_map(number).max().unwrap_or(0);
    format!("JH-{:03}", highest.saturating_add(before).saturating_add(1))
}

/// A fresh number for a hazard of a point: above those of its hazards and of those that are gone.
pub(crate) fn next_hazard_number(snapshot: &Snapshot, point: RiskPointId) -> i64 {
    let own = snapshot.hazards.iter().filter(|hazard| hazard.point_id == point).map(|hazard| hazard.number);
    let code = snapshot.points.get(point).map(|point| point.code.as_str());
    let retired = snapshot.retired_codes.iter().filter_map(|retired| {
        retired.code.strip_prefix(code?)?.strip_prefix('-')?.parse().ok().filter(|number| *number < 1_000_000)
    });
    own.chain(retired).max().unwrap_or(0).saturating_add(1)
}

/// Numbers for the hazards that one command makes, beyond those of the project and those just given.
#[derive(Debug, Default)]
pub(crate) struct HazardNumbers(HashMap<RiskPointId, i64>);

impl HazardNumbers {
    /// The next number of a point.
    pub(crate) fn next(&mut self, snapshot: &Snapshot, point: RiskPointId) -> i64 {
        let next = self.0.entry(point).or_insert_with(|| next_hazard_number(snapshot, point));
        let number = *next;
        *next = number.saturating_add(1);
        number
    }
}

/// A fresh code of a danger: the year it was found in and a running number: `YH-2026-001`. `taken` are codes that
/// dangers not yet written have.
pub(crate) fn danger_code(snapshot: &Snapshot, found_on: NaiveDate, taken: &[String]) -> String {
    let prefix = format!("YH-{:04}-", found_on.year());
    let number = |code: &str| code.strip_prefix(prefix.as_str())?.parse::<u32>().ok();
    let own = snapshot.dangers.iter().map(|danger| danger.code.as_str());
    let retired = snapshot.retired_codes.iter().map(|retired| retired.code.as_str());
    let taken = taken.iter().map(String::as_str);
    let highest = own.chain(retired).chain(taken).filter_map(number).max();
    format!("{prefix}{:03}", highest.unwrap_or(0).saturating_add(1))
}

/// The codes of a project, sorted once for a command that asks for thousands, and those it gives itself.
pub(crate) struct Codes<'a> {
    snapshot: &'a Snapshot,
    /// Who has a code: the row and its name; a retired code has no row.
    held: HashMap<&'a str, Vec<(Option<Uuid>, &'a str)>>,
    given: HashSet<String>,
    /// The next running number of each department's letters.
    next: HashMap<String, u32>,
}

impl<'a> Codes<'a> {
    /// The codes of a snapshot.
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        let mut held: HashMap<&str, Vec<(Option<Uuid>, &str)>> = HashMap::new();
        let points = snapshot
            .points
            .iter()
            .map(|point| (point.code.as_str(), Some(point.id.into()), point.name.as_str()));
        let zones =
            snapshot.zones.iter().map(|zone| (zone.code.as_str(), Some(zone.id.into()), zone.name.as_str()));
        let retired = snapshot
            .retired_codes
            .iter()
            .map(|own| (own.code.as_str(), None, Table::RetiredCode.label(Language::Chinese)));
        for (code, id, name) in points.chain(zones).chain(retired) {
            held.entry(code).or_default().push((id, name));
        }
        Self { snapshot, held, given: HashSet::new(), next: HashMap::new() }
    }

    /// As [`check_free`].
    pub(crate) fn check_free(&self, code: &str, own: Uuid) -> Result<(), Refusal> {
        if code.trim().is_empty() {
            return Ok(());
        }
        let holder = self.held.get(code).and_then(|holders| holders.iter().find(|(id, _)| *id != Some(own)));
        let taken = |by: &str| Refusal::CodeTaken { code: code.to_owned(), by: by.to_owned() };
        holder.map_or(Ok(()), |(_, by)| Err(taken(by)))
    }

    /// Notes a code as given by this command; whether it was not before.
    pub(crate) fn give(&mut self, code: &str) -> bool {
        for (prefix, next) in &mut self.next {
            if let Some(number) = running_number(prefix, code) {
                *next = (*next).max(number.saturating_add(1));
            }
        }
        self.given.insert(code.to_owned())
    }

    /// A fresh code of a point, as [`point_code`] gives it, noted as given.
    pub(crate) fn for_point(&mut self, department: Option<DepartmentId>, kind: RiskPointKind) -> String {
        let prefix = point_prefix(self.snapshot, department);
        let next = match self.next.get(prefix) {
            Some(next) => *next,
            None => {
                let highest = self
                    .held
                    .keys()
                    .copied()
                    .chain(self.given.iter().map(String::as_str))
                    .filter_map(|code| running_number(prefix, code))
                    .max();
                highest.unwrap_or(0).saturating_add(1)
            }
        };
        self.next.insert(prefix.to_owned(), next.saturating_add(1));
        let code = format!("{prefix}-{}-{next:03}", kind.letter());
        self.given.insert(code.clone());
        code
    }
}

fn next_number(
    snapshot: &Snapshot,
    taken: &[impl AsRef<str>],
    number_of: impl Fn(&str) -> Option<u32>,
) -> u32 {
    let points = snapshot.points.iter().map(|point| point.code.as_str());
    let zones = snapshot.zones.iter().map(|zone| zone.code.as_str());
    let retired = snapshot.retired_codes.iter().map(|retired| retired.code.as_str());
    let taken = taken.iter().map(AsRef::as_ref);
    let highest = points.chain(zones).chain(retired).chain(taken).filter_map(number_of).max();
    highest.unwrap_or(0).saturating_add(1)
}

/// Refuses a code that something else has or had. Blank codes of zones are free.
pub(crate) fn check_free(snapshot: &Snapshot, code: &str, own: Uuid) -> Result<(), Refusal> {
    if code.trim().is_empty() {
        return Ok(());
    }
    let point = snapshot.points.iter().find(|point| point.code == code && Uuid::from(point.id) != own);
    let zone = snapshot.zones.iter().find(|zone| zone.code == code && Uuid::from(zone.id) != own);
    let retired = snapshot.retired_codes.iter().any(|retired| retired.code == code);
    let by = point
        .map(|point| point.name.clone())
        .or_else(|| zone.map(|zone| zone.name.clone()))
        .or_else(|| retired.then(|| Table::RetiredCode.label(Language::Chinese).to_owned()));
    by.map_or(Ok(()), |by| Err(Refusal::CodeTaken { code: code.to_owned(), by }))
}

/// The codes that deleting these owners retires, each once.
pub(crate) fn retiring<'a>(snapshot: &Snapshot, codes: impl Iterator<Item = &'a str>) -> Vec<String> {
    let known: HashSet<&str> = snapshot.retired_codes.iter().map(|retired| retired.code.as_str()).collect();
    let mut fresh: Vec<String> =
        codes.filter(|code| !code.trim().is_empty() && !known.contains(code)).map(str::to_owned).collect();
    fresh.sort_unstable();
    fresh.dedup();
    fresh
}

//! What stands twice: codes of points and zones, names at one place.
//! Relies on codes ending in a running number for a free one.
//! Knows nothing of how codes are made at first.

use crate::finding::{Finding, Remedy, Visit, of_point, of_zone, row_of, title};
use crate::rule::Rule;
use domain::{Cell, RowId, Snapshot, Table};
use std::collections::{HashMap, HashSet};

pub(crate) fn check(snapshot: &Snapshot, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<&str, &str> = HashMap::with_capacity(snapshot.points.len());
    let mut fresh = Fresh { snapshot, taken: None };
    for point in &snapshot.points {
        if let Some(first) = seen.insert(&point.code, &point.name) {
            let remedy = fresh.remedy(row_of(point), &point.code);
            let mut finding = of_point(Rule::DuplicateCode, point, point.code.as_str(), remedy);
            finding.subject = format!("{first}、{}", point.name);
            findings.push(finding);
        }
    }
    for zone in snapshot.zones.iter().filter(|zone| !zone.code.trim().is_empty()) {
        if let Some(first) = seen.insert(&zone.code, &zone.name) {
            let mut finding = of_zone(Rule::DuplicateCode, zone, zone.code.as_str(), Visit::Plan);
            finding.remedy = fresh.remedy(RowId { table: Table::RiskZone, id: zone.id.into() }, &zone.code);
            finding.subject = format!("{first}、{}", zone.name);
            findings.push(finding);
        }
    }
    let mut places = HashMap::with_capacity(snapshot.points.len());
    for point in &snapshot.points {
        let place = (point.name.trim(), point.zone_id, point.floor_id, point.building_id, &point.location);
        if let Some(first) = places.insert((point.kind, place), point) {
            let other = title(&first.code, &first.name);
            findings.push(of_point(Rule::DuplicateName, point, other, Remedy::Visit(Visit::Control)));
        }
    }
}

/// Codes that nobody has or had.
struct Fresh<'a> {
    snapshot: &'a Snapshot,
    /// Made when the first is asked for; each that is given counts as taken.
    taken: Option<HashSet<String>>,
}

impl Fresh<'_> {
    fn remedy(&mut self, row: RowId, code: &str) -> Remedy {
        let snapshot = self.snapshot;
        let taken = self.taken.get_or_insert_with(|| {
            let points = snapshot.points.iter().map(|own| own.code.clone());
            let zones = snapshot.zones.iter().map(|own| own.code.clone());
            let retired = snapshot.retired_codes.iter().map(|own| own.code.clone());
            points.chain(zones).chain(retired).collect()
        });
        let digits = code.bytes().rev().take_while(u8::is_ascii_digit).count().min(9);
        let (head, number) = code.split_at(code.len() - digits);
        let head = if digits == 0 { format!("{head}-") } else { head.to_owned() };
        let start: u64 = number.parse().unwrap_or(1);
        let width = digits.max(2);
        let free = (start + 1..).take(100_000).map(|n| format!("{head}{n:0width$}"));
        match free.into_iter().find(|code| !taken.contains(code)) {
            Some(code) => {
                taken.insert(code.clone());
                Remedy::Set { row, column: "code", value: Cell::text(code.clone()), called: code }
            }
            None => Remedy::Visit(Visit::Control),
        }
    }
}

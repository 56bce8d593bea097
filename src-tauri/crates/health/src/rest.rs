//! Rules of plans, departments and the organisation.
//! Relies on the whole picture for how many major risks there are.
//! Knows nothing of single hazards.

use crate::finding::{Finding, Remedy, Visit, reference, title};
use crate::rule::Rule;
use domain::{Floor, RiskLevel, RowId, Snapshot, Table};
use evaluation::RiskPicture;
use std::collections::{HashMap, HashSet};

pub(crate) fn check(snapshot: &Snapshot, picture: &RiskPicture, findings: &mut Vec<Finding>) {
    plans(snapshot, findings);
    departments(snapshot, findings);
    let majors = picture.whole.count(RiskLevel::Major);
    if let Some(organisation) = snapshot.organisation()
        && majors > 0
        && organisation.principal_id.is_none()
    {
        findings.push(Finding {
            rule: Rule::NoPrincipal,
            row: RowId { table: Table::Organisation, id: organisation.id.into() },
            subject: organisation.name.clone(),
            detail: majors.to_string(),
            at: None,
            remedy: Remedy::Visit(Visit::Organisation),
            ignored: None,
        });
    }
}

fn plans(snapshot: &Snapshot, findings: &mut Vec<Finding>) {
    let mut drawn: HashSet<_> = snapshot.plan_elements.iter().map(|own| own.floor_id).collect();
    drawn.extend(snapshot.underlays.iter().map(|own| own.floor_id));
    drawn.extend(snapshot.zones.iter().filter_map(|zone| zone.floor_id));
    for floor in &snapshot.floors {
        if !floor.calibrated {
            findings.push(of_floor(snapshot, Rule::NotToScale, floor));
        }
        // The general plan of a site may stay empty when there is only one building to show.
        if floor.building_id.is_some() && !drawn.contains(&floor.id) {
            findings.push(of_floor(snapshot, Rule::NoPlan, floor));
        }
    }
}

fn of_floor(snapshot: &Snapshot, rule: Rule, floor: &Floor) -> Finding {
    let building = snapshot.buildings.find(floor.building_id).map_or("", |building| building.name.as_str());
    Finding {
        rule,
        row: RowId { table: Table::Floor, id: floor.id.into() },
        subject: title(building, &floor.name),
        detail: String::new(),
        at: None,
        remedy: Remedy::Visit(Visit::Plan),
        ignored: None,
    }
}

fn departments(snapshot: &Snapshot, findings: &mut Vec<Finding>) {
    let mut points: HashMap<_, u32> = HashMap::new();
    for department in snapshot.points.iter().filter_map(|point| point.department_id) {
        *points.entry(department).or_default() += 1;
    }
    for department in &snapshot.departments {
        let head = snapshot.people.find(department.head_id).filter(|own| own.left_on.is_some());
        if let Some(head) = head {
            let row = RowId { table: Table::Department, id: department.id.into() };
            let subject = title(&department.code, &department.name);
            findings.push(Finding::of(Rule::PersonLeft, row, subject, head.name.clone(), Visit::People));
        }
    }
    for department in snapshot.departments.iter().filter(|own| own.head_id.is_none()) {
        let Some(count) = points.get(&department.id) else { continue };
        let row = RowId { table: Table::Department, id: department.id.into() };
        // Where only one person is known, that is the one to propose.
        let mut people = snapshot.people.iter().filter(|own| own.department_id == Some(department.id));
        let remedy = match (people.next(), people.next()) {
            (Some(only), None) => {
                Remedy::Set { row, column: "head_id", value: reference(only.id), called: only.name.clone() }
            }
            (_, _) => Remedy::Visit(Visit::People),
        };
        findings.push(Finding {
            rule: Rule::NoHead,
            row,
            subject: title(&department.code, &department.name),
            detail: count.to_string(),
            at: None,
            remedy,
            ignored: None,
        });
    }
}

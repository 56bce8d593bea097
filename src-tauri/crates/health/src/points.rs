//! Rules of single points: who answers for them, where they are, which tier supervises them.
//! Relies on an index of zones by floor, so that only zones near a pin are looked at.
//! Knows nothing of hazards.

use crate::finding::{Finding, Remedy, Visit, of_point, reference, row_of};
use crate::rule::Rule;
use crate::zones::Plans;
use domain::{DepartmentId, Language, RiskLevel, RiskPoint, Snapshot};
use evaluation::{PointRisk, RiskPicture, default_tier};
use std::collections::{HashMap, HashSet};

/// What each level calls for, looked up once.
struct Tiers<'a>([Option<&'a domain::ControlTier>; 4]);

impl<'a> Tiers<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let mut tiers = [None; 4];
        for level in RiskLevel::DESCENDING {
            if let Some(own) = tiers.get_mut(level as usize) {
                *own = default_tier(snapshot, Some(level));
            }
        }
        Self(tiers)
    }

    fn of(&self, level: RiskLevel) -> Option<&'a domain::ControlTier> {
        self.0.get(level as usize).copied().flatten()
    }
}

pub(crate) fn check(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    plans: &Plans<'_>,
    findings: &mut Vec<Finding>,
) {
    let with_hazard: HashSet<_> = snapshot.hazards.iter().map(|hazard| hazard.point_id).collect();
    let tiers = Tiers::new(snapshot);
    let lines: HashMap<DepartmentId, HashSet<DepartmentId>> = snapshot
        .departments
        .iter()
        .map(|own| (own.id, snapshot.department_line(Some(own.id)).iter().map(|one| one.id).collect()))
        .collect();
    for point in &snapshot.points {
        if !with_hazard.contains(&point.id) {
            findings.push(of_point(Rule::MissingHazard, point, "", Remedy::Visit(Visit::Hazards)));
        }
        owner(snapshot, point, &lines, findings);
        place(snapshot, point, plans, findings);
        if let Some(risk) = picture.points.get(&point.id) {
            level(snapshot, point, risk, &tiers, findings);
        }
    }
}

fn owner(
    snapshot: &Snapshot,
    point: &RiskPoint,
    lines: &HashMap<DepartmentId, HashSet<DepartmentId>>,
    findings: &mut Vec<Finding>,
) {
    match (point.department_id, point.person_id) {
        (None, None) => {
            // The zone it stands in knows who answers for the place.
            let of_zone = snapshot.zones.find(point.zone_id).and_then(|zone| zone.department_id);
            let remedy = match snapshot.departments.find(of_zone) {
                Some(department) => Remedy::Set {
                    row: row_of(point),
                    column: "department_id",
                    value: reference(department.id),
                    called: department.name.clone(),
                },
                None => Remedy::Visit(Visit::Control),
            };
            findings.push(of_point(Rule::MissingOwner, point, "", remedy));
        }
        (Some(department), None) => {
            let head = snapshot.department_line(Some(department)).iter().find_map(|own| own.head_id);
            let remedy = match snapshot.people.find(head) {
                Some(head) => Remedy::Set {
                    row: row_of(point),
                    column: "person_id",
                    value: reference(head.id),
                    called: head.name.clone(),
                },
                None => Remedy::Visit(Visit::Control),
            };
            findings.push(of_point(Rule::MissingPerson, point, "", remedy));
        }
        (_, Some(person)) if snapshot.people.get(person).is_some_and(|own| own.left_on.is_some()) => {
            let name = snapshot.people.get(person).map_or("", |own| own.name.as_str());
            let line = snapshot.department_line(point.department_id);
            let mut heads = line.iter().filter_map(|own| snapshot.people.find(own.head_id));
            let remedy = match heads.find(|head| head.left_on.is_none()) {
                Some(head) => Remedy::Set {
                    row: row_of(point),
                    column: "person_id",
                    value: reference(head.id),
                    called: head.name.clone(),
                },
                None => Remedy::Visit(Visit::People),
            };
            findings.push(of_point(Rule::PersonLeft, point, name, remedy));
        }
        (Some(department), Some(person)) => {
            // People of an office above or below are at home too.
            let person = snapshot.people.get(person);
            let Some((person, own)) = person.and_then(|person| Some((person, person.department_id?))) else {
                return;
            };
            let above = |line: DepartmentId, one: DepartmentId| {
                lines.get(&line).is_some_and(|line| line.contains(&one))
            };
            if !above(department, own) && !above(own, department) {
                let remedy = Remedy::Visit(Visit::Control);
                findings.push(of_point(Rule::ForeignPerson, point, person.name.as_str(), remedy));
            }
        }
        (None, Some(_)) => {}
    }
}

fn place(snapshot: &Snapshot, point: &RiskPoint, plans: &Plans<'_>, findings: &mut Vec<Finding>) {
    let zone = snapshot.zones.find(point.zone_id);
    let Some(position) = point.position else {
        let drawn = zone.and_then(|zone| Some((zone, zone.floor_id?, zone.outline.as_ref()?)));
        let remedy = match drawn {
            Some((zone, floor, outline)) => Remedy::Place {
                point: point.id,
                floor,
                position: outline.label_point(),
                called: zone.name.clone(),
            },
            None => Remedy::Visit(Visit::Plan),
        };
        let known = zone.is_some()
            || point.floor_id.is_some()
            || point.building_id.is_some()
            || !point.location.trim().is_empty();
        let rule = if known { Rule::Unplaced } else { Rule::Nowhere };
        findings.push(of_point(rule, point, "", remedy));
        return;
    };
    let around = || point.floor_id.and_then(|floor| plans.zone_at(floor, position));
    let join = |zone: &domain::RiskZone| Remedy::Set {
        row: row_of(point),
        column: "zone_id",
        value: reference(zone.id),
        called: zone.name.clone(),
    };
    match zone {
        Some(zone) => {
            let inside = zone.outline.as_ref().is_none_or(|outline| outline.contains(position));
            if !inside || (zone.floor_id.is_some() && zone.floor_id != point.floor_id) {
                let remedy = around().map_or(Remedy::Visit(Visit::Plan), join);
                findings.push(of_point(Rule::OutsideZone, point, zone.name.as_str(), remedy));
            }
        }
        None => {
            if let Some(zone) = around() {
                findings.push(of_point(Rule::WithoutZone, point, zone.name.as_str(), join(zone)));
            }
        }
    }
}

fn level(
    snapshot: &Snapshot,
    point: &RiskPoint,
    risk: &PointRisk,
    tiers: &Tiers<'_>,
    findings: &mut Vec<Finding>,
) {
    if risk.spread {
        findings.push(of_point(Rule::Disagreement, point, "", Remedy::Visit(Visit::Scores)));
    }
    let Some(level) = risk.level else { return };
    let single = risk.computed == Some(level) && risk.score.is_some_and(|score| score.count == 1);
    if single && level >= RiskLevel::High {
        let word = level.name(Language::Chinese);
        findings.push(of_point(Rule::SingleAssessor, point, word, Remedy::Visit(Visit::Scores)));
    }
    match (snapshot.tiers.find(point.tier_id), tiers.of(level)) {
        (Some(own), Some(called_for)) if own.rank > called_for.rank => {
            let name = called_for.name.as_str();
            findings.push(of_point(Rule::LoweredTier, point, name, Remedy::ResetTier(point.id)));
        }
        (Some(own), Some(called_for)) if own.id == called_for.id => {
            let name = called_for.name.as_str();
            findings.push(of_point(Rule::NeedlessTier, point, name, Remedy::ResetTier(point.id)));
        }
        (None, None) => {
            let word = level.name(Language::Chinese);
            findings.push(of_point(Rule::NoTier, point, word, tier_for(snapshot, level)));
        }
        (Some(_), Some(_) | None) | (None, Some(_)) => {}
    }
}

/// The tier that would best take a level over: the lowest of those that supervise greater risks, else the highest.
fn tier_for(snapshot: &Snapshot, level: RiskLevel) -> Remedy {
    let greater = |tier: &&domain::ControlTier| tier.levels.levels().iter().any(|own| *own > level);
    let best = snapshot
        .tiers
        .iter()
        .filter(greater)
        .max_by_key(|tier| tier.rank)
        .or_else(|| snapshot.tiers.iter().min_by_key(|tier| tier.rank));
    best.map_or(Remedy::Visit(Visit::Control), |tier| Remedy::Tier {
        tier: tier.id,
        levels: domain::LevelSet::new(tier.levels.levels().iter().copied().chain([level])).to_string(),
        called: tier.name.clone(),
    })
}

//! Putting a new point on a plan.
//! Relies on the zone under it for a first guess of who is responsible.
//! Knows nothing of hazards, which are added afterwards.

use crate::command::{Context, Plan};
use crate::commands::{building_at, find, zone_at};
use crate::numbering::point_code;
use crate::refusal::Refusal;
use domain::{DepartmentId, FloorId, RiskPoint, RiskPointKind, RiskZoneId};
use geometry::Point;
use serde::{Deserialize, Serialize};
use store::Label;

/// Places a point. It belongs to the zone it stands in, and takes over that zone's department and person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct PlacePoint {
    /// The plan.
    pub floor: FloorId,
    /// Where.
    pub position: Point,
    /// What it is.
    pub kind: RiskPointKind,
    /// Its name; empty for a numbered one.
    pub name: String,
    /// Who is responsible, where it is not the department of the zone.
    #[serde(default)]
    pub department: Option<DepartmentId>,
}

impl PlacePoint {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let Self { floor, position, kind, name, department } = self;
        let place =
            NewPoint { floor: Some(floor), position: Some(position), zone: None, kind, name, department };
        let point = new_point(context, place)?;
        let code = &point.code;
        let mut plan = Plan::new(Label::new(format!("添加风险点 {code}"), format!("Add risk point {code}")));
        plan.create(point);
        Ok(plan)
    }
}

/// What is known of a point to be.
pub(crate) struct NewPoint {
    pub(crate) floor: Option<FloorId>,
    pub(crate) position: Option<Point>,
    pub(crate) zone: Option<RiskZoneId>,
    pub(crate) kind: RiskPointKind,
    pub(crate) name: String,
    pub(crate) department: Option<DepartmentId>,
}

/// A point with its code by rule, and with what its place says of it.
pub(crate) fn new_point(context: &mut Context<'_>, new: NewPoint) -> Result<RiskPoint, Refusal> {
    let snapshot = context.snapshot;
    let placed = match (new.floor, new.position) {
        (Some(floor), Some(position)) => Some((find(&snapshot.floors, floor)?, position.rounded())),
        (Some(floor), None) => {
            find(&snapshot.floors, floor)?;
            None
        }
        (None, _) => None,
    };
    let zone = match (new.zone, placed) {
        (Some(zone), _) => Some(find(&snapshot.zones, zone)?),
        (None, Some((floor, position))) => zone_at(snapshot, floor.id, position),
        (None, None) => None,
    };
    if let Some(department) = new.department {
        find(&snapshot.departments, department)?;
    }
    let department_id = new.department.or_else(|| zone.and_then(|zone| zone.department_id));
    let code = point_code(snapshot, department_id, new.kind, &[""; 0]);
    let name = if new.name.trim().is_empty() {
        format!("{} {}", new.kind.name(domain::Language::Chinese), snapshot.points.len() + 1)
    } else {
        new.name
    };
    let building_id = placed.and_then(|(floor, position)| building_at(snapshot, floor, position, None));
    let floor =
        placed.map(|(floor, _)| floor).or_else(|| snapshot.floors.find(zone.and_then(|zone| zone.floor_id)));
    let building = snapshot
        .buildings
        .find(floor.and_then(|floor| floor.building_id).or(building_id))
        .map_or("", |building| building.name.as_str());
    let place = [building, floor.map_or("", |floor| &floor.name), zone.map_or("", |zone| &zone.name)];
    let location = place.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let person_id = zone.and_then(|zone| zone.person_id).filter(|_| new.department.is_none());
    Ok(RiskPoint {
        zone_id: zone.map(|zone| zone.id),
        floor_id: placed.map(|(floor, _)| floor.id),
        position: placed.map(|(_, position)| position),
        building_id,
        location,
        department_id,
        person_id,
        ..RiskPoint::blank(context.id(), code, name, new.kind)
    })
}

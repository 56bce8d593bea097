//! Putting a new point on a plan.
//! Relies on the zone under it for a first guess of who is responsible.
//! Knows nothing of hazards, which are added afterwards.

use crate::command::{Context, Plan};
use crate::commands::{building_at, find, zone_at};
use crate::numbering::point_code;
use crate::refusal::Refusal;
use domain::{DepartmentId, FloorId, RiskPoint, RiskPointKind};
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
        let snapshot = context.snapshot;
        let floor = find(&snapshot.floors, self.floor)?;
        let position = self.position.rounded();
        let zone = zone_at(snapshot, self.floor, position);
        if let Some(department) = self.department {
            find(&snapshot.departments, department)?;
        }
        let department_id = self.department.or_else(|| zone.and_then(|zone| zone.department_id));
        let code = point_code(snapshot, department_id, self.kind, &[]);
        let name = if self.name.trim().is_empty() {
            format!("{} {}", self.kind.name(domain::Language::Chinese), snapshot.points.len() + 1)
        } else {
            self.name
        };
        let building_id = building_at(snapshot, floor, position, None);
        let building = snapshot
            .buildings
            .find(floor.building_id.or(building_id))
            .map_or("", |building| building.name.as_str());
        let place = [building, &floor.name, zone.map_or("", |zone| &zone.name)];
        let location = place.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        let mut plan = Plan::new(Label::new(format!("添加风险点 {code}"), format!("Add risk point {code}")));
        let person_id = zone.and_then(|zone| zone.person_id).filter(|_| self.department.is_none());
        plan.create(RiskPoint {
            id: context.id(),
            code,
            name,
            kind: self.kind,
            zone_id: zone.map(|zone| zone.id),
            floor_id: Some(self.floor),
            position: Some(position),
            building_id,
            location,
            department_id,
            person_id,
            post_id: None,
            tier_id: None,
            tier_reason: String::new(),
            control_focus: String::new(),
            note: String::new(),
        });
        Ok(plan)
    }
}

//! A new floor with what is drawn on another.
//! Relies on copies having codes of their own.
//! Knows nothing of how floors are listed.

use crate::command::{Context, Plan};
use crate::commands::copies::{Stamp, gather};
use crate::commands::find;
use crate::commands::shapes::with_puts;
use crate::refusal::Refusal;
use domain::{BuildingId, Floor, FloorId, RowId, Table};
use geometry::Transform;
use serde::{Deserialize, Serialize};
use store::Label;

/// Makes a floor like another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct CopyFloor {
    /// The floor to be copied.
    pub floor: FloorId,
    /// Name of the new one.
    pub name: String,
    /// Its storey.
    pub storey: i64,
    /// Its building, where it is not the same one.
    #[serde(default)]
    pub building: Option<BuildingId>,
    /// Walls, doors, labels and everything else that is drawn.
    pub elements: bool,
    /// Pictures.
    pub underlays: bool,
    /// Zones.
    pub zones: bool,
    /// Points with their hazards, scores and measures.
    pub points: bool,
}

impl CopyFloor {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let floor = find(&snapshot.floors, self.floor)?;
        let building = match self.building {
            Some(building) => Some(find(&snapshot.buildings, building)?),
            None => snapshot.buildings.find(floor.building_id),
        };
        let mut rows: Vec<RowId> = Vec::new();
        let row = |table: Table, id: domain::Uuid| RowId { table, id };
        let on = |own: Option<FloorId>| own == Some(self.floor);
        if self.elements {
            let own = snapshot.plan_elements.iter().filter(|own| own.floor_id == self.floor);
            rows.extend(own.map(|own| row(Table::PlanElement, own.id.into())));
        }
        if self.underlays {
            let own = snapshot.underlays.iter().filter(|own| own.floor_id == self.floor);
            rows.extend(own.map(|own| row(Table::Underlay, own.id.into())));
        }
        if self.zones {
            let own = snapshot.zones.iter().filter(|own| on(own.floor_id) && own.outline.is_some());
            rows.extend(own.map(|own| row(Table::RiskZone, own.id.into())));
        }
        if self.points {
            let own = snapshot.points.iter().filter(|own| on(own.floor_id) && own.position.is_some());
            rows.extend(own.map(|own| row(Table::RiskPoint, own.id.into())));
        }
        let mut records = gather(snapshot, &rows)?;
        if !self.zones {
            // A copied point stays in no zone of the floor it came from.
            for record in &mut records {
                if let domain::AnyRecord::RiskPoint(point) = record {
                    let drawn = snapshot.zones.find(point.zone_id).is_some_and(|zone| zone.outline.is_some());
                    point.zone_id = point.zone_id.filter(|_| !drawn);
                }
            }
        }
        let (old, new) = (&floor.name, &self.name);
        let mut plan =
            Plan::new(Label::new(format!("复制楼层 {old} 为 {new}"), format!("Copy floor {old} as {new}")));
        let id = context.id();
        plan.create(Floor {
            id,
            campus_id: building.map_or(floor.campus_id, |building| building.campus_id),
            building_id: building.map(|building| building.id),
            name: self.name,
            storey: self.storey,
            ..floor.clone()
        });
        let shape = Transform::translation(0.0, 0.0)?;
        let mut copies = Plan::new(plan.label.clone());
        // The new floor must be known where codes are made.
        let known = with_puts(snapshot, &plan);
        let snapshot = known.as_ref().unwrap_or(snapshot);
        let mut context = Context { snapshot, new_id: context.new_id, today: context.today };
        Stamp::new(snapshot, &records, &copies).press(&mut context, Some(id), &shape, &mut copies)?;
        plan.writes.append(&mut copies.writes);
        Ok(plan)
    }
}

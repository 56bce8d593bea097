//! Putting a point elsewhere on a plan, or on another plan.
//! Relies on zones for where it then belongs.
//! Knows nothing of the words of its location, which stay the user's.

use crate::command::{Context, Plan};
use crate::commands::{building_at, find, zone_at};
use crate::refusal::Refusal;
use domain::{FloorId, RiskPointId};
use geometry::Point;
use serde::{Deserialize, Serialize};
use store::Label;

/// Moves a point's pin. It then belongs to the zone it stands in; outside all outlines it keeps a zone that is
/// not drawn and leaves one that is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MovePoint {
    /// The point.
    pub point: RiskPointId,
    /// The plan.
    pub floor: FloorId,
    /// Where.
    pub position: Point,
}

impl MovePoint {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut point = find(&snapshot.points, self.point)?.clone();
        let floor = find(&snapshot.floors, self.floor)?;
        let position = self.position.rounded();
        let drawn = snapshot.zones.find(point.zone_id).is_some_and(|zone| zone.outline.is_some());
        match zone_at(snapshot, self.floor, position) {
            Some(zone) => point.zone_id = Some(zone.id),
            None if drawn => point.zone_id = None,
            None => {}
        }
        point.floor_id = Some(self.floor);
        point.position = Some(position);
        point.building_id = building_at(snapshot, floor, position, point.building_id);
        let code = &point.code;
        let mut plan = Plan::new(Label::new(format!("移动风险点 {code}"), format!("Move risk point {code}")));
        plan.put(point);
        Ok(plan)
    }
}

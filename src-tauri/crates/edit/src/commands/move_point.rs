//! Putting a point elsewhere on a plan, or on another plan.
//! Relies on zones for where it then belongs.
//! Knows nothing of the words of its location, which stay the user's.

use crate::command::{Context, Plan};
use crate::commands::{find, relocated};
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
        let point = find(&snapshot.points, self.point)?;
        let floor = find(&snapshot.floors, self.floor)?;
        let point = relocated(snapshot, point, floor, self.position.rounded());
        let code = &point.code;
        let mut plan = Plan::new(Label::new(format!("移动风险点 {code}"), format!("Move risk point {code}")));
        plan.put(point);
        Ok(plan)
    }
}

//! Splitting a zone along a line.
//! Relies on `geometry` for parts that cover exactly what the whole did.
//! Knows nothing of the line's drawing.

use crate::command::{Context, Plan};
use crate::commands::shapes::{divide, drawn_zone};
use crate::refusal::Refusal;
use domain::RiskZoneId;
use geometry::Polyline;
use serde::{Deserialize, Serialize};
use store::Label;

/// Splits a zone. The largest part stays the zone; the others are new zones, with the points that stand in them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SplitZone {
    /// The zone.
    pub zone: RiskZoneId,
    /// The line, from border to border.
    pub line: Polyline,
    /// Whether ends inside the zone are led on to the border.
    #[serde(default)]
    pub extend: bool,
}

impl SplitZone {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let (zone, _, outline) = drawn_zone(context.snapshot, self.zone)?;
        let line = if self.extend { geometry::extend_cut(outline, &self.line)? } else { self.line };
        let parts = geometry::split(outline, &line)?.parts;
        let name = &zone.name;
        let mut plan = Plan::new(Label::new(format!("分割区域 {name}"), format!("Split zone {name}")));
        divide(context, zone, parts, &mut plan)?;
        Ok(plan)
    }
}

//! A zone made wider or narrower by the same distance everywhere.
//! Relies on `geometry`; where a zone falls apart the parts are zones of their own.
//! Knows nothing of neighbours.

use crate::command::{Context, Plan};
use crate::commands::shapes::{Codes, divide, drawn_zone, numbered};
use crate::numbering::zone_code;
use crate::refusal::Refusal;
use domain::{RiskZone, RiskZoneId};
use geometry::Corners;
use serde::{Deserialize, Serialize};
use store::Label;

/// Moves the whole border of a zone outwards or inwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct OffsetZone {
    /// The zone.
    pub zone: RiskZoneId,
    /// Millimetres outwards; inwards below 0.
    pub distance: f64,
    /// Whether corners become round.
    #[serde(default)]
    pub round: bool,
    /// Whether the zone stays and a new one is made, such as a belt around a machine.
    #[serde(default)]
    pub copy: bool,
}

impl OffsetZone {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let (zone, floor, outline) = drawn_zone(snapshot, self.zone)?;
        let corners = if self.round { Corners::Round } else { Corners::Sharp };
        let pieces = geometry::offset(outline, self.distance, corners)?.outlines;
        let name = &zone.name;
        let mut plan = Plan::new(Label::new(format!("偏移区域 {name}"), format!("Offset zone {name}")));
        if !self.copy {
            divide(context, zone, pieces, &mut plan)?;
            return Ok(plan);
        }
        let mut codes = Codes::default();
        for (number, piece) in (2..).zip(pieces) {
            let code = codes.fresh(|taken| zone_code(snapshot, floor, taken));
            let name = numbered(&zone.name, number);
            plan.create(RiskZone { id: context.id(), code, name, outline: Some(piece), ..zone.clone() });
        }
        Ok(plan)
    }
}

//! Holes in zones: cutting one, filling one or all.
//! Relies on `geometry` for a centimetre of floor around each hole.
//! Knows nothing of what stands in the hole.

use crate::command::{Context, Plan};
use crate::commands::shapes::{drawn, drawn_zone};
use crate::refusal::Refusal;
use domain::RiskZoneId;
use geometry::{Point, Ring};
use serde::{Deserialize, Serialize};
use store::Label;

/// Cuts a hole into a zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct CutHole {
    /// The zone.
    pub zone: RiskZoneId,
    /// The border of the hole.
    pub hole: Ring,
}

/// Fills a hole of a zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct FillHole {
    /// The zone.
    pub zone: RiskZoneId,
    /// A place in the hole; all holes where there is none.
    #[serde(default)]
    pub at: Option<Point>,
}

impl CutHole {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let (zone, _, outline) = drawn_zone(context.snapshot, self.zone)?;
        let hole = drawn(&[self.hole])?;
        let mut zone = zone.clone();
        zone.outline = Some(geometry::cut_hole(outline, &hole)?);
        let name = &zone.name;
        let label = Label::new(format!("在区域 {name} 中挖孔"), format!("Cut a hole into zone {name}"));
        let mut plan = Plan::new(label);
        plan.put(zone);
        Ok(plan)
    }
}

impl FillHole {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let (zone, _, outline) = drawn_zone(context.snapshot, self.zone)?;
        let filled = match self.at {
            Some(at) => geometry::fill_hole(outline, at)?,
            None if outline.rings().len() < 2 => return Err(Refusal::Nothing),
            None => geometry::fill_all_holes(outline),
        };
        let mut zone = zone.clone();
        zone.outline = Some(filled);
        let name = &zone.name;
        let mut plan =
            Plan::new(Label::new(format!("填补区域 {name} 的孔"), format!("Fill a hole of zone {name}")));
        plan.put(zone);
        Ok(plan)
    }
}

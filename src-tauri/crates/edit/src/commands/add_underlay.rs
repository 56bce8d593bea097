//! Putting a picture under a plan.
//! Relies on the picture being in the project already, named by its fingerprint.
//! Knows nothing of picture formats.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{FloorId, Scale, Underlay};
use geometry::Point;
use serde::{Deserialize, Serialize};
use store::Label;

/// Adds an underlay. Until it is calibrated the plan says that lengths are not true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddUnderlay {
    /// The plan.
    pub floor: FloorId,
    /// Fingerprint of the picture.
    pub asset: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// Millimetres for one pixel, a first guess.
    pub millimetres_per_pixel: Scale,
}

impl AddUnderlay {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut floor = find(&context.snapshot.floors, self.floor)?.clone();
        let drawn = context.snapshot.plan_elements.iter().any(|element| element.floor_id == self.floor);
        let mut plan = Plan::new(Label::new("添加底图", "Add underlay"));
        // A plan that was drawn to scale stays so; the picture is fitted to it.
        if floor.calibrated && !drawn {
            floor.calibrated = false;
            plan.put(floor);
        }
        plan.create(Underlay {
            id: context.id(),
            floor_id: self.floor,
            asset: self.asset,
            origin: Point::new(0.0, 0.0)?,
            width: self.width,
            height: self.height,
            millimetres_per_pixel: self.millimetres_per_pixel,
            opacity: 60,
        });
        Ok(plan)
    }
}

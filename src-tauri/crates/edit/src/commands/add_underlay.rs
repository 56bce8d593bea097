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
    /// Where its top left corner lies; at 0,0 without one.
    #[serde(default)]
    pub origin: Option<Point>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Whether the scale is known to be true.
    #[serde(default)]
    pub to_scale: bool,
}

impl AddUnderlay {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut floor = find(&context.snapshot.floors, self.floor)?.clone();
        let drawn = context.snapshot.plan_elements.iter().any(|element| element.floor_id == self.floor);
        let mut plan = Plan::new(Label::new("添加底图", "Add underlay"));
        // A plan that was drawn to scale stays so; the picture is fitted to it.
        if floor.calibrated && !drawn && !self.to_scale {
            floor.calibrated = false;
            plan.put(floor);
        }
        let own = context.snapshot.underlays.iter().filter(|own| own.floor_id == self.floor);
        let ordinal = own.map(|own| own.ordinal).max().unwrap_or(0).saturating_add(1);
        plan.create(Underlay {
            id: context.id(),
            floor_id: self.floor,
            asset: self.asset,
            origin: self.origin.map_or_else(|| Point::new(0.0, 0.0), Ok)?,
            width: self.width,
            height: self.height,
            millimetres_per_pixel: self.millimetres_per_pixel,
            opacity: 60,
            name: self.name,
            rotation: 0,
            crop: None,
            locked: false,
            hidden: false,
            ordinal,
        });
        Ok(plan)
    }
}

//! A picture under a plan put elsewhere: moved, turned, scaled, cropped.
//! Relies on the row's own rules for what is possible.
//! Knows nothing of the handles that were dragged.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{Crop, Scale, UnderlayId};
use geometry::Point;
use serde::{Deserialize, Serialize};
use store::Label;

/// Changes how a picture lies. What is not given stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct EditUnderlay {
    /// The picture.
    pub underlay: UnderlayId,
    /// Where its top left corner goes.
    #[serde(default)]
    pub origin: Option<Point>,
    /// Hundredths of a degree, clockwise.
    #[serde(default)]
    pub rotation: Option<i64>,
    /// Millimetres for one pixel.
    #[serde(default)]
    pub millimetres_per_pixel: Option<Scale>,
    /// What is shown of it.
    #[serde(default)]
    pub crop: Option<Crop>,
    /// Whether all of it is shown again.
    #[serde(default)]
    pub uncrop: bool,
}

impl EditUnderlay {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut underlay = find(&context.snapshot.underlays, self.underlay)?.clone();
        underlay.origin = self.origin.unwrap_or(underlay.origin);
        underlay.rotation = self.rotation.map_or(underlay.rotation, |own| own.rem_euclid(36_000));
        underlay.millimetres_per_pixel = self.millimetres_per_pixel.unwrap_or(underlay.millimetres_per_pixel);
        underlay.crop = if self.uncrop { None } else { self.crop.or(underlay.crop) };
        let mut plan = Plan::new(Label::new("调整底图", "Adjust underlay"));
        plan.merge_key = Some(format!("underlay/{}", self.underlay));
        plan.put(underlay);
        Ok(plan)
    }
}

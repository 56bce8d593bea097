//! Giving an underlay its true scale by a length that is known.
//! Relies on two places of the picture and the true distance between them.
//! Knows nothing of what was drawn: that stays where it is.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{Decimal, Scale, UnderlayId};
use geometry::Point;
use serde::{Deserialize, Serialize};
use store::Label;

/// Scales an underlay so that `from` and `to`, as they lie on the plan now, are `millimetres` apart. `from` stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Calibrate {
    /// The picture.
    pub underlay: UnderlayId,
    /// One end of the reference.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Its true length.
    pub millimetres: f64,
}

impl Calibrate {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut underlay = find(&snapshot.underlays, self.underlay)?.clone();
        let mut floor = find(&snapshot.floors, underlay.floor_id)?.clone();
        let shown = self.from.distance(self.to);
        if !(shown >= 1.0 && self.millimetres >= 1.0 && self.millimetres.is_finite()) {
            return Err(Refusal::TooShort);
        }
        let factor = self.millimetres / shown;
        let old: f64 = underlay.millimetres_per_pixel.to_string().parse().unwrap_or(1.0);
        // Nine decimals of a millimetre for a pixel: far finer than any picture.
        let scale = format!("{:.9}", old * factor).parse::<Decimal>().map_err(|_| Refusal::TooShort)?;
        underlay.millimetres_per_pixel = Scale::new(scale).map_err(|_| Refusal::TooShort)?;
        let moved = |fixed: f64, own: f64| fixed + (own - fixed) * factor;
        underlay.origin =
            Point::new(moved(self.from.x(), underlay.origin.x()), moved(self.from.y(), underlay.origin.y()))?
                .rounded();
        floor.calibrated = true;
        let mut plan = Plan::new(Label::new("标定比例", "Calibrate the scale"));
        plan.put(underlay);
        plan.put(floor);
        Ok(plan)
    }
}

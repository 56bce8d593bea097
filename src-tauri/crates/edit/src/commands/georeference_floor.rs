//! Where a plan lies on the earth.
//! Relies on three places whose longitude and latitude are known.
//! Knows nothing of maps.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{Fix, FloorId, Georeference};
use serde::{Deserialize, Serialize};
use store::Label;

/// Ties a floor to the earth by three places, or unties it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct GeoreferenceFloor {
    /// The floor.
    pub floor: FloorId,
    /// Three places, or none.
    pub fixes: Vec<Fix>,
}

impl GeoreferenceFloor {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut floor = find(&context.snapshot.floors, self.floor)?.clone();
        floor.georeference = if self.fixes.is_empty() {
            None
        } else {
            Some(Georeference::try_from(self.fixes).map_err(|error| Refusal::BadGeoreference(error.reason))?)
        };
        let name = &floor.name;
        let mut plan =
            Plan::new(Label::new(format!("设置地理坐标 {name}"), format!("Georeference floor {name}")));
        plan.put(floor);
        Ok(plan)
    }
}

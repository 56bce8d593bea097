//! Giving a drawn part of a plan another line: moved, or with a moved end.
//! Relies on each kind's own number of points.
//! Knows nothing of the gesture.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::PlanElementId;
use geometry::Polyline;
use serde::{Deserialize, Serialize};
use store::Label;

/// Puts a line in the place of an element's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReshapeElement {
    /// The element.
    pub element: PlanElementId,
    /// Its new points.
    pub line: Polyline,
}

impl ReshapeElement {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut element = find(&context.snapshot.plan_elements, self.element)?.clone();
        element.line = self.line;
        let mut plan = Plan::new(Label::new(
            format!("调整{}", element.kind.name(domain::Language::Chinese)),
            format!("Reshape {}", element.kind.name(domain::Language::English)),
        ));
        plan.put(element);
        Ok(plan)
    }
}

//! Drawing walls, doors, windows, stairs and labels.
//! Relies on each kind's own number of points.
//! Knows nothing of snapping, which is over when the command comes.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{FloorId, PlanElement, PlanElementKind};
use geometry::Polyline;
use serde::{Deserialize, Serialize};
use store::Label;

/// Draws parts of a plan as one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct DrawPlan {
    /// The plan.
    pub floor: FloorId,
    /// The parts, in drawing order.
    pub elements: Vec<NewPlanElement>,
}

/// A part of a plan that is not stored yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewPlanElement {
    /// What it stands for.
    pub kind: PlanElementKind,
    /// Its points.
    pub line: Polyline,
    /// Thickness of a wall or height of a label's letters, in millimetres.
    #[serde(default)]
    pub size: i64,
    /// A label's text.
    #[serde(default)]
    pub text: String,
}

impl DrawPlan {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        find(&snapshot.floors, self.floor)?;
        let first = self.elements.first().ok_or(Refusal::Nothing)?.kind;
        let own = snapshot.plan_elements.iter().filter(|element| element.floor_id == self.floor);
        let last = own.map(|element| element.ordinal).max().unwrap_or(0);
        let mut plan = Plan::new(Label::new(
            format!("绘制{}", first.name(domain::Language::Chinese)),
            format!("Draw {}", first.name(domain::Language::English)),
        ));
        for (ordinal, element) in (last.saturating_add(1)..).zip(self.elements) {
            plan.create(PlanElement {
                id: context.id(),
                floor_id: self.floor,
                kind: element.kind,
                line: element.line,
                size: element.size,
                text: element.text,
                ordinal,
            });
        }
        Ok(plan)
    }
}

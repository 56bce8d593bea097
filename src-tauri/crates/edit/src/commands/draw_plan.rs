//! Drawing walls, doors, windows, stairs and labels.
//! Relies on each kind's own number of points.
//! Knows nothing of snapping, which is over when the command comes.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{Anchors, FloorId, PlanElement, PlanElementKind, PlanLayerId};
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
    /// A label's text, a symbol's id, a word about a dimension or a route.
    #[serde(default)]
    pub text: String,
    /// Its layer.
    #[serde(default)]
    pub layer: Option<PlanLayerId>,
    /// What a dimension measures, so that it follows.
    #[serde(default)]
    pub anchors: Option<Anchors>,
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
            if let Some(layer) = element.layer {
                find(&snapshot.plan_layers, layer)?;
            }
            if element.kind == PlanElementKind::Symbol {
                check_symbol(&element.text)?;
            }
            for row in element.anchors.iter().flat_map(|own| [own.from, own.to]).flatten() {
                snapshot.get(row).ok_or(Refusal::NoSuchRow(row))?;
            }
            plan.create(PlanElement {
                id: context.id(),
                floor_id: self.floor,
                kind: element.kind,
                line: element.line,
                size: element.size,
                text: element.text,
                ordinal,
                layer_id: element.layer,
                locked: false,
                hidden: false,
                grouping: String::new(),
                anchors: element.anchors,
            });
        }
        Ok(plan)
    }
}

/// Refuses a symbol that is not in the palette.
pub(crate) fn check_symbol(id: &str) -> Result<(), Refusal> {
    let unknown = || Refusal::NotInCatalogue { table: domain::Table::PlanElement, code: id.to_owned() };
    domain::plan_symbol(id).map(|_| ()).ok_or_else(unknown)
}

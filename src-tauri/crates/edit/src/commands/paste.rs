//! Rows from the clipboard, of another floor or another project.
//! Relies on rows being judged like any others before they are written.
//! Knows nothing of how they were carried; pictures are in the project already.

use crate::command::{Context, Plan};
use crate::commands::copies::{MOST_COPIES, Stamp};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{AnyRecord, FloorId};
use geometry::Transform;
use serde::{Deserialize, Serialize};
use store::Label;

/// Puts copied rows on a floor. What they name and this project does not have (a person, a department) is left empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Paste {
    /// The floor.
    pub floor: FloorId,
    /// The rows, as `copy-rows` gave them.
    pub rows: Vec<AnyRecord>,
    /// Millimetres to the right of where they were.
    #[serde(default)]
    pub dx: f64,
    /// Millimetres below.
    #[serde(default)]
    pub dy: f64,
}

impl Paste {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        find(&context.snapshot.floors, self.floor)?;
        if self.rows.is_empty() {
            return Err(Refusal::Nothing);
        }
        if self.rows.len() > MOST_COPIES {
            return Err(Refusal::TooMany(MOST_COPIES));
        }
        let carried = |table| {
            use domain::Table;
            matches!(
                table,
                Table::RiskZone
                    | Table::RiskPoint
                    | Table::PlanElement
                    | Table::Underlay
                    | Table::PlanLayer
                    | Table::Hazard
                    | Table::PossibleAccident
                    | Table::Assessment
                    | Table::DirectDetermination
                    | Table::ControlMeasure
            )
        };
        let mut seen = std::collections::BTreeSet::new();
        for record in &self.rows {
            let row = record.row_id();
            if !carried(row.table) || !seen.insert(row) {
                return Err(Refusal::NotOnPlan(row));
            }
        }
        // What a row belongs to comes before it, however the clipboard was ordered.
        let mut rows = self.rows;
        rows.sort_by_key(|record| record.row_id().table);
        let shape = Transform::translation(self.dx, self.dy)?;
        let count = rows.len();
        let mut plan = Plan::new(Label::new(format!("粘贴 {count} 项"), format!("Paste {count} items")));
        Stamp::new(context.snapshot, &rows, &plan).press(context, Some(self.floor), &shape, &mut plan)?;
        Ok(plan)
    }
}

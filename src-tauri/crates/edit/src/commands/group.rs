//! Elements and zones that are chosen together.
//! Relies on a common text in their rows.
//! Knows nothing of choosing.

use crate::command::{Context, Plan};
use crate::refusal::Refusal;
use domain::{AnyRecord, RowId};
use serde::{Deserialize, Serialize};
use store::Label;

/// Puts rows into a group of their own, or out of any.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Group {
    /// Elements and zones.
    pub rows: Vec<RowId>,
    /// Whether they are grouped; ungrouped otherwise.
    pub grouped: bool,
}

impl Group {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        if self.rows.is_empty() {
            return Err(Refusal::Nothing);
        }
        let group = if self.grouped { (context.new_id)().to_string() } else { String::new() };
        let label =
            if self.grouped { Label::new("编组", "Group") } else { Label::new("取消编组", "Ungroup") };
        let mut plan = Plan::new(label);
        for row in self.rows {
            let record = match context.snapshot.get(row).ok_or(Refusal::NoSuchRow(row))? {
                AnyRecord::PlanElement(element) => {
                    AnyRecord::PlanElement(domain::PlanElement { grouping: group.clone(), ..element })
                }
                AnyRecord::RiskZone(zone) => {
                    AnyRecord::RiskZone(domain::RiskZone { grouping: group.clone(), ..zone })
                }
                _ => return Err(Refusal::NotOnPlan(row)),
            };
            plan.put(record);
        }
        Ok(plan)
    }
}

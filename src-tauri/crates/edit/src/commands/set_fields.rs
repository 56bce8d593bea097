//! Changing one column of many rows at once: the bulk change of a selection.
//! Relies on the rules of a single change for every row; one refused row refuses the whole.
//! Knows nothing of the grid's own columns.

use crate::command::{Context, Plan};
use crate::commands::set_field::SetField;
use crate::refusal::Refusal;
use domain::{Cell, RowId};
use serde::{Deserialize, Serialize};
use store::{Label, Write};

/// Puts `value` into one column of every row, as one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetFields {
    /// The rows.
    pub rows: Vec<RowId>,
    /// The column.
    pub field: String,
    /// The new value.
    #[ts(type = "string | number | null")]
    pub value: Cell<'static>,
}

impl SetFields {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let first = *self.rows.first().ok_or(Refusal::Nothing)?;
        // A code belongs to one row alone, so it cannot be given to several.
        if self.rows.len() > 1 && self.field == "code" {
            return Err(Refusal::NotByItself { table: first.table, column: self.field });
        }
        let mut plan = Plan::new(Label::default());
        let mut seen = std::collections::BTreeSet::new();
        for row in self.rows {
            if !seen.insert(row) {
                continue;
            }
            let one =
                SetField { row, column: self.field.clone(), value: self.value.clone() }.plan(context)?;
            plan.writes.extend(one.writes.into_iter().filter(|write| match write {
                Write::Put(record) => context.snapshot.get(record.row_id()).as_ref() != Some(record),
                Write::Remove(_) => true,
            }));
        }
        let column = first.table.columns().iter().find(|column| column.name == self.field);
        let (chinese, english) =
            column.map_or((self.field.as_str(), self.field.as_str()), |own| (own.chinese, own.english));
        let count = seen.len();
        plan.label = Label::new(
            format!("批量修改{chinese}（{count} 行）"),
            format!("Change {english} of {count} rows"),
        );
        Ok(plan)
    }
}

//! One column of many rows at once: lock, hide, layer, department, size.
//! Relies on the rules of single fields.
//! Knows nothing of forms.

use crate::command::{Context, Plan};
use crate::commands::set_field::SetField;
use crate::refusal::Refusal;
use domain::{Cell, Language, RowId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Puts `value` into one column of many rows, of one table or of several that have it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetFields {
    /// The rows.
    pub rows: Vec<RowId>,
    /// The column.
    pub column: String,
    /// The new value.
    #[ts(type = "string | number | null")]
    pub value: Cell<'static>,
}

impl SetFields {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let first = *self.rows.first().ok_or(Refusal::Nothing)?;
        let column = first.table.columns().iter().find(|own| own.name == self.column);
        let name = |language: Language| {
            column.map_or(self.column.as_str(), |own| language.pick(own.chinese, own.english)).to_owned()
        };
        let count = self.rows.len();
        let mut plan = Plan::new(Label::new(
            format!("修改 {count} 项的{}", name(Language::Chinese)),
            format!("Change {} of {count} items", name(Language::English)),
        ));
        let mut seen = BTreeSet::new();
        for row in self.rows.into_iter().filter(|row| seen.insert(*row)) {
            let one = SetField { row, column: self.column.clone(), value: self.value.clone() };
            plan.writes.append(&mut one.plan(context)?.writes);
        }
        // Two rows cannot both have what only one may have.
        if seen.len() > 1 && self.column == "code" {
            let table = first.table;
            return Err(Refusal::NotByItself { table, column: self.column });
        }
        Ok(plan)
    }
}

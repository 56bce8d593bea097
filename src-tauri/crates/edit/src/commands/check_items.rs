//! Check items out of measures, their new versions, and taking them out of use.
//! Relies on the words of a check item never being edited, so that old records keep their meaning.
//! Knows nothing of inspections.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{CheckItem, CheckItemId, ControlMeasureId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Makes a check item of each measure that has none in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MakeCheckItems {
    /// The measures.
    pub measures: Vec<ControlMeasureId>,
}

/// Puts a new version in the place of a check item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReviseCheckItem {
    /// The version in use.
    pub item: CheckItemId,
    /// The new words; empty for those of its measure today.
    #[serde(default)]
    pub content: String,
}

/// Takes a check item out of use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RetireCheckItem {
    /// The version in use.
    pub item: CheckItemId,
}

impl MakeCheckItems {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut taken: BTreeSet<ControlMeasureId> =
            snapshot.check_items.iter().filter(|own| !own.retired).filter_map(|own| own.measure_id).collect();
        let mut plan = Plan::new(Label::default());
        for (ordinal, id) in (next_ordinal(context)..).zip(self.measures) {
            let measure = find(&snapshot.measures, id)?;
            let hazard = find(&snapshot.hazards, measure.hazard_id)?;
            if !taken.insert(id) {
                continue;
            }
            plan.create(CheckItem {
                id: context.id(),
                point_id: hazard.point_id,
                measure_id: Some(id),
                content: measure.content.clone(),
                version: 1,
                replaces_id: None,
                retired: false,
                ordinal,
            });
        }
        let count = plan.created.len();
        if count == 0 {
            return Err(Refusal::Nothing);
        }
        plan.label = Label::new(
            format!("措施转为检查项（{count} 项）"),
            format!("Make {count} check items of measures"),
        );
        Ok(plan)
    }
}

impl ReviseCheckItem {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut old = find(&snapshot.check_items, self.item)?.clone();
        if old.retired {
            return Err(Refusal::Retired);
        }
        let of_measure = || snapshot.measures.find(old.measure_id).map(|own| own.content.clone());
        let given = Some(self.content).filter(|text| !text.trim().is_empty());
        let content =
            given.or_else(of_measure).filter(|text| *text != old.content).ok_or(Refusal::Nothing)?;
        let mut plan = Plan::new(Label::new("修订检查项", "Revise a check item"));
        plan.create(CheckItem {
            id: context.id(),
            content,
            version: old.version.saturating_add(1),
            replaces_id: Some(old.id),
            ..old.clone()
        });
        old.retired = true;
        plan.put(old);
        Ok(plan)
    }
}

impl RetireCheckItem {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut item = find(&context.snapshot.check_items, self.item)?.clone();
        if item.retired {
            return Err(Refusal::Retired);
        }
        item.retired = true;
        let mut plan = Plan::new(Label::new("停用检查项", "Retire a check item"));
        plan.put(item);
        Ok(plan)
    }
}

fn next_ordinal(context: &Context<'_>) -> i64 {
    i64::try_from(context.snapshot.check_items.len()).unwrap_or(i64::MAX).saturating_add(1)
}

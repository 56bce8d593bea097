//! 专项检查表: out of the library or of one's own, their lines with versions.
//! Relies on the words of a line never being edited, so that old records keep their meaning.
//! Knows nothing of inspections.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::inspection_words::InspectionRefusal;
use crate::refusal::Refusal;
use domain::{Checklist, ChecklistId, ChecklistItem, ChecklistItemId, Topic};
use inspection::built_in_checklists;
use serde::{Deserialize, Serialize};
use store::Label;

/// Takes check-lists of the library over. One that is there already is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct TakeChecklists {
    /// Their identities in the library.
    pub lists: Vec<String>,
}

/// A line to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewChecklistLine {
    /// 「检查内容」
    pub content: String,
    /// 「依据」
    #[serde(default)]
    pub basis: String,
}

/// Makes a check-list of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddChecklist {
    /// 「名称」
    pub name: String,
    /// 「专题」
    #[serde(default)]
    pub topic: Option<Topic>,
    /// Its lines.
    #[serde(default)]
    pub items: Vec<NewChecklistLine>,
}

/// Adds lines to a check-list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddChecklistItems {
    /// The check-list.
    pub checklist: ChecklistId,
    /// The lines.
    pub items: Vec<NewChecklistLine>,
}

/// Puts a new version in the place of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReviseChecklistItem {
    /// The version in use.
    pub item: ChecklistItemId,
    /// The new words.
    pub content: String,
    /// What they rest on; nothing for what the old ones did.
    #[serde(default)]
    pub basis: Option<String>,
}

/// Takes a line out of use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RetireChecklistItem {
    /// The version in use.
    pub item: ChecklistItemId,
}

impl TakeChecklists {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let library = built_in_checklists();
        let mut plan = Plan::new(Label::default());
        let mut taken: Vec<String> =
            context.snapshot.checklists.iter().map(|own| own.library.clone()).collect();
        let mut names = Vec::new();
        for id in self.lists {
            let list = library.iter().find(|own| own.id == id);
            let list = list.ok_or_else(|| InspectionRefusal::NoSuchList(id.chars().take(60).collect()))?;
            if taken.contains(&id) {
                continue;
            }
            let lines = list
                .items
                .iter()
                .map(|own| NewChecklistLine { content: own.content.clone(), basis: own.basis.clone() });
            make(context, &mut plan, (list.name.clone(), list.topic, id.clone()), lines.collect());
            names.push(list.name.clone());
            taken.push(id);
        }
        let first = names.first().ok_or(Refusal::Nothing)?;
        plan.label = match names.len() {
            1 => Label::new(format!("采用{first}"), format!("Take {first}")),
            count => Label::new(format!("采用检查表（{count} 张）"), format!("Take {count} check-lists")),
        };
        Ok(plan)
    }
}

impl AddChecklist {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let name = &self.name;
        let mut plan = Plan::new(Label::new(format!("新建{name}"), format!("New check-list {name}")));
        make(context, &mut plan, (self.name, self.topic, String::new()), self.items);
        Ok(plan)
    }
}

impl AddChecklistItems {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let list = find(&context.snapshot.checklists, self.checklist)?;
        if self.items.is_empty() {
            return Err(Refusal::Nothing);
        }
        let name = &list.name;
        let mut plan = Plan::new(Label::new(format!("{name}增加条目"), format!("Add lines to {name}")));
        let all = i64::try_from(context.snapshot.checklist_items.len()).unwrap_or(i64::MAX);
        for (ordinal, line) in (all.saturating_add(1)..).zip(self.items) {
            plan.create(line_of(context.id(), list.id, line, ordinal));
        }
        Ok(plan)
    }
}

impl ReviseChecklistItem {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut old = find(&context.snapshot.checklist_items, self.item)?.clone();
        if old.retired {
            return Err(InspectionRefusal::RetiredLine.into());
        }
        let basis = self.basis.unwrap_or_else(|| old.basis.clone());
        if self.content == old.content && basis == old.basis {
            return Err(Refusal::Nothing);
        }
        let mut plan = Plan::new(Label::new("修订检查表条目", "Revise a line of a check-list"));
        plan.create(ChecklistItem {
            id: context.id(),
            content: self.content,
            basis,
            version: old.version.saturating_add(1),
            replaces_id: Some(old.id),
            ..old.clone()
        });
        old.retired = true;
        plan.put(old);
        Ok(plan)
    }
}

impl RetireChecklistItem {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut item = find(&context.snapshot.checklist_items, self.item)?.clone();
        if item.retired {
            return Err(InspectionRefusal::RetiredLine.into());
        }
        item.retired = true;
        let mut plan = Plan::new(Label::new("停用检查表条目", "Retire a line of a check-list"));
        plan.put(item);
        Ok(plan)
    }
}

fn make(
    context: &mut Context<'_>,
    plan: &mut Plan,
    (name, topic, library): (String, Option<Topic>, String),
    lines: Vec<NewChecklistLine>,
) {
    let id: ChecklistId = context.id();
    let before = context.snapshot.checklists.len().saturating_add(plan.created.len());
    let ordinal = i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1);
    plan.create(Checklist { id, name, topic, library, ordinal });
    for (ordinal, line) in (1..).zip(lines) {
        plan.put(line_of(context.id(), id, line, ordinal));
    }
}

fn line_of(id: ChecklistItemId, list: ChecklistId, line: NewChecklistLine, ordinal: i64) -> ChecklistItem {
    ChecklistItem {
        id,
        checklist_id: list,
        content: line.content,
        basis: line.basis,
        version: 1,
        replaces_id: None,
        retired: false,
        ordinal,
    }
}

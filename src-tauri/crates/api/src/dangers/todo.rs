//! 待办 as front ends show it: per person, with the text to copy; alarms; measures that fail again and again.
//! Relies on `rectification` for dangers and on `inspection` for what is to be inspected.
//! Knows no rule of its own.

use super::{name_of, words_of};
use crate::views::Words;
use chrono::NaiveDate;
use domain::{ControlMeasureId, HiddenDangerId, InspectionPlanId, Language, PersonId, RiskPointId, Snapshot};
use inspection::{Duty, TaskState, duties, duty_words};
use rectification::{Alarm, PersonTodo, TodoItem, Waiting, item_words, reminders, repeated, text, todo};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What waits for whom.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TodoView {
    /// The day.
    pub today: NaiveDate,
    /// People with what waits for them; last, what waits for somebody to be appointed.
    pub people: Vec<TodoList>,
    /// Alarms around deadlines, the most overdue first.
    pub reminders: Vec<ReminderView>,
    /// Measures that failed so often that their risk should be judged anew.
    pub repeated: Vec<RepeatedView>,
}

/// What waits for one person.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TodoList {
    /// Who; nobody where somebody must be appointed first.
    pub person: Option<PersonId>,
    /// The name; empty for nobody.
    pub name: String,
    /// What, the most urgent first.
    pub items: Vec<TodoItemView>,
    /// Inspections that are due, then those that were missed within the last week.
    pub inspections: Vec<TodoInspectionView>,
    /// All of it as a text to copy into a chat group.
    pub text: Words,
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TodoItemView {
    /// The danger.
    pub danger: HiddenDangerId,
    /// Its code.
    pub code: String,
    /// What to do.
    pub what: Waiting,
    /// What to do, in words.
    pub what_name: Words,
    /// The whole line, in words.
    pub words: Words,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// Days until then; negative when it is over.
    pub days_left: Option<i64>,
    /// How urgent.
    pub alarm: Option<Alarm>,
}

/// Inspections of one plan that are due, or that were missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TodoInspectionView {
    /// The plan.
    pub plan: InspectionPlanId,
    /// Due or missed.
    pub state: TaskState,
    /// How many.
    pub count: usize,
    /// The day of the first of them.
    pub due_on: Option<NaiveDate>,
    /// The last day in time of whichever ends first.
    pub until: Option<NaiveDate>,
    /// The whole line, in words.
    pub words: Words,
}

/// An alarm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderView {
    /// The danger.
    pub danger: HiddenDangerId,
    /// Its code.
    pub code: String,
    /// The alarm.
    pub alarm: Alarm,
    /// In words.
    pub name: Words,
    /// Days until the deadline; negative when it is over.
    pub days_left: i64,
    /// Names of those who hear it.
    pub to: Vec<String>,
}

/// A measure that failed again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RepeatedView {
    /// The measure.
    pub measure: ControlMeasureId,
    /// What it says.
    pub content: String,
    /// Its point.
    pub point: Option<RiskPointId>,
    /// Code and name of the point.
    pub point_title: String,
    /// Codes of the dangers, the oldest first.
    pub dangers: Vec<String>,
}

pub(super) fn todo_view(snapshot: &Snapshot, today: NaiveDate) -> TodoView {
    let code = |id: HiddenDangerId| snapshot.dangers.get(id).map_or_else(String::new, |own| own.code.clone());
    let mut lists: BTreeMap<Option<PersonId>, (Vec<TodoItem>, Vec<Duty>)> = BTreeMap::new();
    for PersonTodo { person, items } in todo(snapshot, today) {
        lists.entry(person).or_default().0 = items;
    }
    for (person, own) in duties(snapshot, today) {
        lists.entry(person).or_default().1 = own;
    }
    let mut lists: Vec<_> = lists.into_iter().collect();
    lists.sort_by_key(|(person, _)| {
        let own = snapshot.people.find(*person);
        (own.is_none(), own.map(|own| own.ordinal), *person)
    });
    let people = lists.into_iter().map(|(person, (items, inspections))| TodoList {
        person,
        name: name_of(snapshot, person),
        text: words_of(|language| text_of(snapshot, person, &items, &inspections, language)),
        inspections: inspections
            .iter()
            .map(|own| TodoInspectionView {
                plan: own.plan,
                state: own.state,
                count: own.tasks.len(),
                due_on: own.due_on(),
                until: own.until(),
                words: words_of(|language| duty_words(snapshot, own, language)),
            })
            .collect(),
        items: items
            .iter()
            .map(|item| TodoItemView {
                danger: item.danger,
                code: code(item.danger),
                what: item.what,
                what_name: words_of(|language| item.what.name(language).to_owned()),
                words: words_of(|language| item_words(snapshot, item, language)),
                until: item.until,
                days_left: item.days_left,
                alarm: item.alarm,
            })
            .collect(),
    });
    let reminders = reminders(snapshot, today).into_iter().map(|own| ReminderView {
        danger: own.danger,
        code: code(own.danger),
        alarm: own.alarm,
        name: words_of(|language| own.alarm.name(language).to_owned()),
        days_left: own.days_left,
        to: own.to.iter().map(|person| name_of(snapshot, Some(*person))).collect(),
    });
    let repeated = repeated(snapshot, today).into_iter().map(|own| {
        let point = snapshot.points.find(own.point);
        RepeatedView {
            measure: own.measure,
            content: snapshot
                .measures
                .get(own.measure)
                .map_or_else(String::new, |found| found.content.clone()),
            point: own.point,
            point_title: point.map_or_else(String::new, |found| format!("{} {}", found.code, found.name)),
            dangers: own.dangers.into_iter().map(code).collect(),
        }
    });
    TodoView { today, people: people.collect(), reminders: reminders.collect(), repeated: repeated.collect() }
}

/// Dangers and inspections of one person as one text.
fn text_of(
    snapshot: &Snapshot,
    person: Option<PersonId>,
    items: &[TodoItem],
    inspections: &[Duty],
    language: Language,
) -> String {
    let mut parts = Vec::new();
    if !items.is_empty() {
        parts.push(text(snapshot, &PersonTodo { person, items: items.to_vec() }, language));
    }
    if !inspections.is_empty() {
        let count: usize = inspections.iter().map(|own| own.tasks.len()).sum();
        let name = name_of(snapshot, person);
        let mut part = match (language, name.is_empty()) {
            (Language::Chinese, false) => format!("【排查任务】{name}（{count} 项）"),
            (Language::Chinese, true) => format!("【排查任务】尚未指定人员（{count} 项）"),
            (Language::English, false) => format!("[Inspections] {name} ({count})"),
            (Language::English, true) => format!("[Inspections] nobody appointed yet ({count})"),
        };
        for (index, own) in inspections.iter().enumerate() {
            part.push_str(&format!("\n{}. {}", index + 1, duty_words(snapshot, own, language)));
        }
        parts.push(part);
    }
    parts.join("\n")
}

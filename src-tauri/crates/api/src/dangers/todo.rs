//! 待办 as front ends show it: per person, with the text to copy; alarms; measures that fail again and again.
//! Relies on `rectification` for all of it.
//! Knows no rule of its own.

use super::{name_of, words_of};
use crate::views::Words;
use chrono::NaiveDate;
use domain::{ControlMeasureId, HiddenDangerId, PersonId, RiskPointId, Snapshot};
use rectification::{Alarm, Waiting, item_words, reminders, repeated, text, todo};
use serde::Serialize;
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
    let people = todo(snapshot, today).into_iter().map(|own| TodoList {
        person: own.person,
        name: name_of(snapshot, own.person),
        text: words_of(|language| text(snapshot, &own, language)),
        items: own
            .items
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

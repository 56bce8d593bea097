//! The words of inspections for windows: rules of rest, executors, results, states.
//! Relies on every closed list naming itself in both languages.
//! Knows no word of its own beyond the states of plans.

use crate::inspections::PlanState;
use crate::views::Words;
use crate::vocabulary::Entry;
use domain::{
    CheckResult, Executor, InspectionChannel, InspectionKind, Language, OnRestDay, RestDays, SpecialDayKind,
    Topic,
};
use inspection::TaskState;
use serde::Serialize;
use ts_rs::TS;

/// The words of inspections.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct InspectionVocabulary {
    /// Why somebody looks.
    pub kinds: Vec<Entry>,
    /// What it is about.
    pub topics: Vec<Entry>,
    /// Days that are not as their weekday says.
    pub special_days: Vec<Entry>,
    /// Days on which a plan rests.
    pub rest_days: Vec<Entry>,
    /// What becomes of a task on such a day.
    pub on_rest: Vec<Entry>,
    /// Who does the tasks.
    pub executors: Vec<Entry>,
    /// Results of an item.
    pub results: Vec<Entry>,
    /// How a result came in.
    pub channels: Vec<Entry>,
    /// Where a task stands.
    pub task_states: Vec<Entry>,
    /// Where a plan stands.
    pub plan_states: Vec<Entry>,
}

fn entry(value: &str, name: impl Fn(Language) -> &'static str) -> Entry {
    let (chinese, english) = (name(Language::Chinese).to_owned(), name(Language::English).to_owned());
    Entry { value: value.to_owned(), name: Words { chinese, english } }
}

macro_rules! entries {
    ($of:ty) => {
        <$of>::ALL.iter().map(|own| entry(own.as_str(), |language| own.name(language))).collect()
    };
}

/// The words.
pub(crate) fn inspection_vocabulary() -> InspectionVocabulary {
    InspectionVocabulary {
        kinds: entries!(InspectionKind),
        topics: entries!(Topic),
        special_days: entries!(SpecialDayKind),
        rest_days: entries!(RestDays),
        on_rest: entries!(OnRestDay),
        executors: entries!(Executor),
        results: entries!(CheckResult),
        channels: entries!(InspectionChannel),
        task_states: entries!(TaskState),
        plan_states: entries!(PlanState),
    }
}

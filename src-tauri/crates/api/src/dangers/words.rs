//! The words of hidden dangers for windows.
//! Relies on every closed list naming itself in both languages.
//! Knows no word of its own.

use super::words_of;
use crate::vocabulary::Entry;
use domain::{
    DangerAct, DangerCause, DangerForm, HiddenDangerGrade, InspectionKind, PhotoMoment, ReportRecipient,
    SafetyRole, Topic,
};
use rectification::DangerState;
use serde::Serialize;
use ts_rs::TS;

/// The words of hidden dangers.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DangerVocabulary {
    /// States.
    pub states: Vec<Entry>,
    /// Steps.
    pub acts: Vec<Entry>,
    /// Grades.
    pub grades: Vec<Entry>,
    /// Forms.
    pub forms: Vec<Entry>,
    /// Causes.
    pub causes: Vec<Entry>,
    /// Topics.
    pub topics: Vec<Entry>,
    /// How dangers are found; kinds of inspections likewise.
    pub sources: Vec<Entry>,
    /// Before and after.
    pub moments: Vec<Entry>,
    /// Whom major dangers are reported to.
    pub recipients: Vec<Entry>,
    /// What people are appointed to.
    pub safety_roles: Vec<Entry>,
}

macro_rules! entries {
    ($of:ty) => {
        <$of>::ALL
            .iter()
            .map(|own| Entry {
                value: own.as_str().to_owned(),
                name: words_of(|language| own.name(language).to_owned()),
            })
            .collect()
    };
}

/// The words of hidden dangers.
pub fn danger_vocabulary() -> DangerVocabulary {
    DangerVocabulary {
        states: entries!(DangerState),
        acts: entries!(DangerAct),
        grades: entries!(HiddenDangerGrade),
        forms: entries!(DangerForm),
        causes: entries!(DangerCause),
        topics: entries!(Topic),
        sources: entries!(InspectionKind),
        moments: entries!(PhotoMoment),
        recipients: entries!(ReportRecipient),
        safety_roles: entries!(SafetyRole),
    }
}

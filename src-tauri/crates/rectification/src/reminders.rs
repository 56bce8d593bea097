//! Alarms around deadlines: before, on and after, to more people the later it gets.
//! Relies on the standing of each danger.
//! Knows nothing of how people are told.

use crate::rights::{department_head, is_here, school_leads};
use crate::standing::{Standing, standings};
use chrono::NaiveDate;
use domain::{HiddenDanger, HiddenDangerId, Language, PersonId, Snapshot};
use serde::Serialize;

/// How near or far over a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Alarm {
    /// 「到期前 3 天」
    ThreeDaysBefore,
    /// 「到期前 1 天」 or the day itself.
    OneDayBefore,
    /// 「超期 1 天」 To the one responsible.
    OneDayOver,
    /// 「超期 3 天」 To the head of the department besides.
    ThreeDaysOver,
    /// 「超期 7 天」 To the safety lead besides.
    SevenDaysOver,
}

impl Alarm {
    /// The alarm for so many days left; negative days are over. A machine that was off on the very day still tells.
    pub const fn of(days_left: i64) -> Option<Self> {
        match days_left {
            ..=-7 => Some(Self::SevenDaysOver),
            -6..=-3 => Some(Self::ThreeDaysOver),
            -2..=-1 => Some(Self::OneDayOver),
            0..=1 => Some(Self::OneDayBefore),
            2..=3 => Some(Self::ThreeDaysBefore),
            4.. => None,
        }
    }

    /// The word that people read.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::ThreeDaysBefore, Language::Chinese) => "3 天内到期",
            (Self::ThreeDaysBefore, Language::English) => "due within 3 days",
            (Self::OneDayBefore, Language::Chinese) => "今明两天到期",
            (Self::OneDayBefore, Language::English) => "due today or tomorrow",
            (Self::OneDayOver, Language::Chinese) => "已超期",
            (Self::OneDayOver, Language::English) => "overdue",
            (Self::ThreeDaysOver, Language::Chinese) => "超期 3 天以上",
            (Self::ThreeDaysOver, Language::English) => "overdue by 3 days or more",
            (Self::SevenDaysOver, Language::Chinese) => "超期 7 天以上",
            (Self::SevenDaysOver, Language::English) => "overdue by 7 days or more",
        }
    }
}

/// An alarm about a danger and who hears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The danger.
    pub danger: HiddenDangerId,
    /// The alarm.
    pub alarm: Alarm,
    /// Days until the deadline; negative when it is over.
    pub days_left: i64,
    /// Who hears it: the one responsible, then the head of the department, then the safety lead.
    pub to: Vec<PersonId>,
}

/// The alarms of today, the most overdue first.
pub fn reminders(snapshot: &Snapshot, today: NaiveDate) -> Vec<Reminder> {
    let mut found: Vec<Reminder> = standings(snapshot)
        .iter()
        .filter_map(|(id, standing)| reminder(snapshot, snapshot.dangers.get(*id)?, standing, today))
        .collect();
    found.sort_by_key(|own| (own.days_left, own.danger));
    found
}

/// The alarm about one danger, if any.
pub(crate) fn reminder(
    snapshot: &Snapshot,
    danger: &HiddenDanger,
    standing: &Standing,
    today: NaiveDate,
) -> Option<Reminder> {
    let days_left = standing.days_left(today).filter(|_| standing.state.is_open())?;
    let alarm = Alarm::of(days_left)?;
    let mut to: Vec<PersonId> = standing.responsible.into_iter().collect();
    if alarm >= Alarm::ThreeDaysOver {
        to.extend(department_head(snapshot, danger));
    }
    if alarm >= Alarm::SevenDaysOver {
        to.extend(school_leads(snapshot));
    }
    let mut heard = Vec::new();
    for person in to {
        if is_here(snapshot, person) && !heard.contains(&person) {
            heard.push(person);
        }
    }
    Some(Reminder { danger: danger.id, alarm, days_left, to: heard })
}

//! Why plans and results of inspections are refused, in words that say what to do.
//! Relies on dates being those of the plan's own calendar.
//! Knows nothing of rows.

use chrono::NaiveDate;
use domain::{Explain, Language};

/// A plan or a result that cannot be taken. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InspectionRefusal {
    /// The numbers of the calendar rule make no sense.
    #[error("the rule cannot be followed: {0}")]
    BadRule(String),
    /// A plan needs points, or the place that it is for.
    #[error("a plan needs points or a place")]
    Placeless,
    /// A plan that is in force is revised from a later day on.
    #[error("the plan runs since {0} and can only be revised from a later day on")]
    AlreadyRuns(NaiveDate),
    /// The plan is over.
    #[error("the plan ended on {0}")]
    Over(NaiveDate),
    /// The plan is not issued.
    #[error("the plan {0} is not issued")]
    NotIssued(String),
    /// The point does not belong to the plan, or none was named.
    #[error("the plan {0} does not cover that")]
    NotOfPlan(String),
    /// The item asks about another point, or belongs to another check-list.
    #[error("the item is not asked here: {0}")]
    NotAsked(String),
    /// The plan asks for nothing on that day or shift.
    #[error("the plan has no task on {0}")]
    NoSuchTask(NaiveDate),
    /// The task may not be done yet.
    #[error("the task counts from {since} on, but was done on {done_on}")]
    TooEarly {
        /// The first day that counts.
        since: NaiveDate,
        /// When it was done.
        done_on: NaiveDate,
    },
    /// Somebody did the task.
    #[error("the task was done on {0}")]
    AlreadyDone(NaiveDate),
    /// The day lies ahead, or before anybody inspected anything.
    #[error("{0} is no day on which this can have been done")]
    ImpossibleDate(NaiveDate),
    /// The result file was taken before.
    #[error("the result {0} was taken before")]
    TakenBefore(String),
    /// The library has no such check-list.
    #[error("the library has no check-list {0}")]
    NoSuchList(String),
    /// The line of a check-list is out of use.
    #[error("the line of the check-list is out of use")]
    RetiredLine,
}

impl Explain for InspectionRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BadRule(_) => "bad-rule",
            Self::Placeless => "placeless",
            Self::AlreadyRuns(_) => "already-runs",
            Self::Over(_) => "over",
            Self::NotIssued(_) => "not-issued",
            Self::NotOfPlan(_) => "not-of-plan",
            Self::NotAsked(_) => "not-asked",
            Self::NoSuchTask(_) => "no-such-task",
            Self::TooEarly { .. } => "too-early",
            Self::AlreadyDone(_) => "already-done",
            Self::ImpossibleDate(_) => "impossible-date",
            Self::TakenBefore(_) => "taken-before",
            Self::NoSuchList(_) => "no-such-list",
            Self::RetiredLine => "retired-line",
        }
    }

    fn explain(&self, language: Language) -> String {
        match (self, language) {
            (Self::BadRule(_), Language::Chinese) => "频次填写有误，请检查星期、日期和次数。".to_owned(),
            (Self::Placeless, Language::Chinese) => {
                "计划没有检查对象：请选择风险点，或填写检查范围（场所）。".to_owned()
            }
            (Self::AlreadyRuns(day), Language::Chinese) => {
                format!("该计划自 {day} 起执行，已产生的任务要保留，请把新计划的开始日期改到这一天之后。")
            }
            (Self::Over(day), Language::Chinese) => format!("该计划已于 {day} 结束，请新建计划。"),
            (Self::NotIssued(name), Language::Chinese) => {
                format!("计划“{name}”还没有下达，请先下达，再登记检查结果。")
            }
            (Self::NotOfPlan(name), Language::Chinese) => {
                format!("计划“{name}”的检查对象不符，请选择计划内的风险点。")
            }
            (Self::NotAsked(content), Language::Chinese) => {
                format!("检查项“{content}”不属于这次检查的风险点或检查表，请重新选择。")
            }
            (Self::NoSuchTask(day), Language::Chinese) => {
                format!("该计划在 {day} 没有排查任务，请核对日期和班次；计划外的检查不要填写应检日期。")
            }
            (Self::TooEarly { since, done_on }, Language::Chinese) => {
                format!("实检日期 {done_on} 早于该任务最早可检的 {since}，请核对日期，或作为计划外检查登记。")
            }
            (Self::AlreadyDone(day), Language::Chinese) => {
                format!("该任务已于 {day} 完成，无需重复登记；再次检查请作为计划外检查登记。")
            }
            (Self::ImpossibleDate(day), Language::Chinese) => {
                format!("日期 {day} 不合理（晚于今天或早于 2000 年），请核对日期和电脑时钟。")
            }
            (Self::TakenBefore(source), Language::Chinese) => {
                format!("检查结果 {source} 已经收过，不再重复登记。")
            }
            (Self::NoSuchList(id), Language::Chinese) => {
                format!("检查表库中没有 {id}，请从列表中选择。")
            }
            (Self::RetiredLine, Language::Chinese) => "该检查表条目已停用，请使用现行版本。".to_owned(),
            (Self::BadRule(_), Language::English) => format!("{self}. Please check days and counts."),
            (Self::Placeless, Language::English) => {
                format!("{self}. Please choose points, or say which place it is for.")
            }
            (Self::AlreadyRuns(_), Language::English) => format!("{self}. Please choose a later first day."),
            (Self::Over(_), Language::English) => format!("{self}. Please make a new plan."),
            (Self::NotIssued(_), Language::English) => format!("{self}. Please issue it first."),
            (Self::NotOfPlan(_), Language::English) => format!("{self}. Please choose one of its points."),
            (Self::NotAsked(_), Language::English) => format!("{self}. Please choose another item."),
            (Self::NoSuchTask(_), Language::English) => {
                format!(
                    "{self}. Please check day and shift; leave the day out for an inspection beside the plan."
                )
            }
            (Self::TooEarly { .. } | Self::ImpossibleDate(_), Language::English) => {
                format!("{self}. Please check the date and the clock.")
            }
            (Self::AlreadyDone(_), Language::English) => {
                format!("{self}. Please leave the day out for another inspection.")
            }
            (Self::TakenBefore(_), Language::English) => format!("{self}. It is not taken twice."),
            (Self::NoSuchList(_), Language::English) => format!("{self}. Please choose from the list."),
            (Self::RetiredLine, Language::English) => format!("{self}. Please use the version in force."),
        }
    }
}

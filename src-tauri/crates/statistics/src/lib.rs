//! 隐患统计: the figures of inspection and rectification over a stretch of days, each with the rows behind it; how they
//! went month by month, how dangers are spread, and what the monthly report says of them.
//! Relies on standings and tasks being worked out elsewhere; today is a parameter.
//! Knows nothing of screens, papers and files.

mod facts;
mod group;
mod indicator;
mod month;
mod period;
mod report;
mod share;
#[cfg(test)]
mod tests;
mod trend;
mod weak;

pub use group::{Distribution, Group, SortedBy};
pub use indicator::{Indicator, Key, Rows, Tally, TaskRow, Unit};
pub use period::Period;
pub use report::{Chart, ChartKind, MonthReport, Section, Series, Sheet, month_report};
pub use trend::{Trend, TrendMonth, trend};
pub use weak::Weakness;

use chrono::NaiveDate;
use domain::{HiddenDangerId, Snapshot};
use facts::Facts;
use serde::Serialize;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsTitle")]
pub struct Title {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl Title {
    pub(crate) fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { chinese: chinese.into(), english: english.into() }
    }
}

/// How many dangers there are of each kind, and which.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
pub struct DangerCounts {
    /// Found in the period, whatever became of them; drafts and voided ones are not counted.
    pub found: Vec<HiddenDangerId>,
    /// Confirmed in the period.
    pub confirmed: Vec<HiddenDangerId>,
    /// Confirmed in the period and rectified by now: waiting for acceptance, or closed.
    pub rectified: Vec<HiddenDangerId>,
    /// Confirmed in the period and closed by now.
    pub closed: Vec<HiddenDangerId>,
    /// Confirmed in the period, and major.
    pub major: Vec<HiddenDangerId>,
    /// Open now, whenever confirmed.
    pub open: Vec<HiddenDangerId>,
    /// Open now and overdue, whenever confirmed.
    pub overdue: Vec<HiddenDangerId>,
    /// Open now and major, whenever confirmed.
    pub open_major: Vec<HiddenDangerId>,
}

/// The figures of a period.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Statistics {
    /// The period.
    pub period: Period,
    /// The one before it, of the same length.
    pub before: Period,
    /// The day on which everything is looked at.
    pub today: NaiveDate,
    /// Every indicator, in the order of the definition.
    pub indicators: Vec<Indicator>,
    /// The values of the period before, in the same order.
    pub values_before: Vec<Option<f64>>,
    /// Dangers in numbers.
    pub dangers: DangerCounts,
    /// Dangers of the period before in numbers.
    pub dangers_before: DangerCounts,
    /// How the dangers that were confirmed in the period are spread.
    pub distributions: Vec<Distribution>,
}

impl Statistics {
    /// An indicator.
    pub fn indicator(&self, key: Key) -> Option<&Indicator> {
        self.indicators.iter().find(|own| own.key == key)
    }
}

/// The figures from `from` to `to`, both counted, as they stand on `today`.
pub fn statistics(snapshot: &Snapshot, from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Statistics {
    let facts = Facts::of(snapshot, today);
    of_facts(&facts, Period::new(from, to))
}

pub(crate) fn of_facts(facts: &Facts<'_>, period: Period) -> Statistics {
    let before = period.before();
    Statistics {
        period,
        before,
        today: facts.today,
        indicators: indicator::indicators(facts, period),
        values_before: indicator::indicators(facts, before).into_iter().map(|own| own.value).collect(),
        dangers: facts.counts(period),
        dangers_before: facts.counts(before),
        distributions: group::distributions(facts, period),
    }
}

//! How the figures went, month by month.
//! Relies on the same definitions as the figures of one period.
//! Knows nothing of charts.

use crate::facts::Facts;
use crate::indicator::{Key, indicators};
use crate::month::months_until;
use crate::period::Period;
use chrono::NaiveDate;
use domain::{HiddenDangerId, Snapshot};
use serde::Serialize;

/// Most months of a trend.
const MOST_MONTHS: u32 = 60;

/// One month.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct TrendMonth {
    /// The month.
    pub period: Period,
    /// Dangers confirmed in it.
    pub confirmed: Vec<HiddenDangerId>,
    /// Dangers closed in it, whenever confirmed.
    pub closed: Vec<HiddenDangerId>,
    /// Major dangers confirmed in it.
    pub major: Vec<HiddenDangerId>,
    /// The values of all indicators, in the order of the keys.
    pub values: Vec<Option<f64>>,
}

/// The figures month by month.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Trend {
    /// Which value stands where.
    pub keys: Vec<Key>,
    /// The months, the oldest first.
    pub months: Vec<TrendMonth>,
}

/// The last `months` months that end with the one of `until`.
pub fn trend(snapshot: &Snapshot, until: NaiveDate, months: u32, today: NaiveDate) -> Trend {
    of_facts(&Facts::of(snapshot, today), until, months)
}

pub(crate) fn of_facts(facts: &Facts<'_>, until: NaiveDate, months: u32) -> Trend {
    let month = |period: Period| {
        let counts = facts.counts(period);
        let closed = facts.cases().filter(|case| case.is_closed());
        TrendMonth {
            period,
            confirmed: counts.confirmed,
            closed: closed
                .filter(|case| case.standing.closed_on.is_some_and(|day| period.holds(day)))
                .map(|case| case.id())
                .collect(),
            major: counts.major,
            values: indicators(facts, period).into_iter().map(|own| own.value).collect(),
        }
    };
    Trend {
        keys: Key::ALL.to_vec(),
        months: months_until(until, months.min(MOST_MONTHS)).into_iter().map(month).collect(),
    }
}

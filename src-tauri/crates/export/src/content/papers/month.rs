//! A month: what monthly papers are about, and which months have anything on record.
//! Relies on the proleptic calendar of `chrono`.
//! Must not know: what a paper says of a month.

use super::super::source::Source;
use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Month {
        Month { first: day.with_day(1).unwrap_or(day) }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        let next = self.first.checked_add_months(Months::new(1));
        next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(self.first)
    }

    /// The month before.
    #[must_use]
    pub fn before(self) -> Month {
        Month { first: self.first.checked_sub_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.first..=self.last()).contains(&day)
    }

    /// 「2026 年 3 月」
    pub fn words(self) -> String {
        format!("{} 年 {} 月", self.first.year(), self.first.month())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first.format("%Y-%m"))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// `2026-03`, and nothing else.
impl FromStr for Month {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Month, Self::Err> {
        Ok(Month::of(NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d")?))
    }
}

/// The months with something on record up to today, the newest first; the month of today when there are none.
pub fn months_on_record(source: &Source<'_>) -> Vec<Month> {
    let snapshot = source.snapshot;
    let mut found: BTreeSet<Month> = BTreeSet::new();
    found.extend(snapshot.inspections.iter().map(|own| Month::of(own.done_on)));
    found.extend(snapshot.dangers.iter().map(|own| Month::of(own.found_on)));
    found.extend(snapshot.danger_steps.iter().map(|own| Month::of(own.done_on)));
    let now = Month::of(source.today);
    found.retain(|month| *month <= now);
    if found.is_empty() {
        found.insert(now);
    }
    found.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_and_end_where_they_do() {
        let february: Month = "2024-02".parse().unwrap();
        assert_eq!(
            (february.first().to_string(), february.last().to_string()),
            ("2024-02-01".into(), "2024-02-29".into())
        );
        assert_eq!(february.before().to_string(), "2024-01");
        let january: Month = "2026-01".parse().unwrap();
        assert_eq!(january.before().to_string(), "2025-12");
        assert!(january.holds(january.last()) && !january.holds(february.first()));
        for wrong in ["2026-13", "2026", "", "2026-03-05", "三月"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }
}

//! A stretch of days, and the one before it.
//! Relies on the calendar of `chrono`.
//! Knows nothing of what happened in it.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A stretch of days, the first and the last one counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "StatisticsPeriod")]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Period {
    /// From one day to another. Given the wrong way round, it is turned.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Self {
        Self { from: from.min(to), to: from.max(to) }
    }

    /// A calendar month; nothing for a thirteenth one.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let from = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Self { from, to: last_of_month(from)? })
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// How many days it has.
    pub fn days(self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// As many whole months before, where it is whole months; else as many days before.
    pub fn before(self) -> Self {
        self.months_before().or_else(|| self.days_before()).unwrap_or(self)
    }

    fn months_before(self) -> Option<Self> {
        if self.from.day() != 1 || last_of_month(self.to)? != self.to {
            return None;
        }
        let index = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month()).unwrap_or(0);
        let months = u32::try_from(index(self.to) - index(self.from) + 1).ok()?;
        Some(Self { from: self.from.checked_sub_months(Months::new(months))?, to: self.from.pred_opt()? })
    }

    fn days_before(self) -> Option<Self> {
        let days = Days::new(u64::try_from(self.days()).ok()?);
        Some(Self { from: self.from.checked_sub_days(days)?, to: self.from.pred_opt()? })
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

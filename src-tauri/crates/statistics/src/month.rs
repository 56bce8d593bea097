//! Calendar months, one after another.
//! Relies on `Period`.
//! Knows nothing of figures.

use crate::period::Period;
use chrono::{Datelike, Months, NaiveDate};

/// The last so many months that end with the one of `day`, the oldest first.
pub(crate) fn months_until(day: NaiveDate, count: u32) -> Vec<Period> {
    let month = |back: u32| {
        let own = day.with_day(1)?.checked_sub_months(Months::new(back))?;
        Period::month(own.year(), own.month())
    };
    (0..count).rev().filter_map(month).collect()
}

//! The days of a calendar rule: as the rule says, and as they fall after days of rest.
//! Relies on rules with checked numbers and on nothing before or after the days that are asked for, so that any two
//! stretches that meet give what one over both gives.
//! Knows no plan.

use crate::calendar::Calendar;
use chrono::{Datelike, Days, NaiveDate};
use domain::{CalendarRule, OnRestDay, RestDays};

/// A day of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    /// Where it falls.
    pub(crate) date: NaiveDate,
    /// As the rule says.
    pub(crate) nominal: NaiveDate,
}

/// The days from `from` to `to` on which something is due, each once, in order. Days of rest move them or leave them
/// out; one that is moved onto another is one with it.
pub fn occurrences(
    rule: &CalendarRule,
    rest: RestDays,
    on_rest: OnRestDay,
    calendar: &Calendar,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<NaiveDate> {
    let all = (NaiveDate::MIN, NaiveDate::MAX);
    falling(rule, rest, on_rest, calendar, (from, to), all).into_iter().map(|own| own.date).collect()
}

/// Likewise, of the days that the rule says between `first` and `last` alone: they may be moved across these.
pub(crate) fn falling(
    rule: &CalendarRule,
    rest: RestDays,
    on_rest: OnRestDay,
    calendar: &Calendar,
    (from, to): (NaiveDate, NaiveDate),
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Occurrence> {
    if from > to {
        return Vec::new();
    }
    let (begin, end) = calendar.reaching((from, to), rest, on_rest);
    let nominal = nominal(rule, calendar, begin.max(first), end.min(last));
    let mut falling: Vec<Occurrence> = nominal
        .into_iter()
        .filter_map(|nominal| {
            Some(Occurrence { date: calendar.moved(nominal, rest, on_rest)?, nominal })
                .filter(|own| (from..=to).contains(&own.date))
        })
        .collect();
    falling.sort_unstable();
    falling.dedup_by_key(|own| own.date);
    falling
}

/// The days that the rule says, in order, each once.
fn nominal(rule: &CalendarRule, calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    if from > to {
        return Vec::new();
    }
    let days = || from.iter_days().take_while(|day| *day <= to);
    let mut dates: Vec<NaiveDate> = match rule {
        CalendarRule::Daily | CalendarRule::Shifts { .. } => days().collect(),
        CalendarRule::Weekly { days: weekdays } => {
            days().filter(|day| weekdays.contains(&weekday(*day))).collect()
        }
        CalendarRule::MonthDays { days } => months(from, to)
            .flat_map(|(year, month)| days.iter().filter_map(move |day| day_of(year, month, *day)))
            .collect(),
        CalendarRule::NthWeekday { nth, day } => {
            months(from, to).filter_map(|(year, month)| nth_weekday(year, month, *nth, *day)).collect()
        }
        CalendarRule::Quarterly { month: within, day } => months(from, to)
            .filter(|(_, month)| (month - 1) % 3 + 1 == u32::from(*within))
            .filter_map(|(year, month)| day_of(year, month, *day))
            .collect(),
        CalendarRule::Yearly { month, day } => {
            (from.year()..=to.year()).filter_map(|year| day_of(year, u32::from(*month), *day)).collect()
        }
        // In a term that is shorter than that, its last or first day: no term goes without.
        CalendarRule::TermStart { days } => {
            let days = Days::new(u64::from(*days));
            let term =
                |(first, last): &(NaiveDate, NaiveDate)| Some(first.checked_add_days(days)?.min(*last));
            calendar.terms().iter().filter_map(term).collect()
        }
        CalendarRule::TermEnd { days } => {
            let days = Days::new(u64::from(*days));
            let term =
                |(first, last): &(NaiveDate, NaiveDate)| Some(last.checked_sub_days(days)?.max(*first));
            calendar.terms().iter().filter_map(term).collect()
        }
        CalendarRule::BeforeHoliday { days } => {
            let days = Days::new(u64::from(*days));
            calendar.breaks().iter().filter_map(|(first, _)| first.checked_sub_days(days)).collect()
        }
        CalendarRule::Once { date } => vec![*date],
    };
    dates.retain(|day| (from..=to).contains(day));
    dates.sort_unstable();
    dates.dedup();
    dates
}

/// How many turns a rule has had before this day: what goes in turn goes by it, whatever stretch is asked for.
pub(crate) fn turn(rule: &CalendarRule, calendar: &Calendar, day: NaiveDate) -> usize {
    let position = |days: &[u8], own: u8| days.iter().filter(|day| **day < own).count();
    let count = |number: i64| usize::try_from(number.rem_euclid(1 << 30)).unwrap_or_default();
    let days = i64::from(day.num_days_from_ce());
    let months = i64::from(day.year()) * 12 + i64::from(day.month0());
    match rule {
        CalendarRule::Daily | CalendarRule::Shifts { .. } => count(days),
        // The first day of the era was a Monday.
        CalendarRule::Weekly { days: own } => {
            count((days - 1).div_euclid(7)) * own.len() + position(own, weekday(day))
        }
        CalendarRule::MonthDays { days: own } => {
            count(months) * own.len() + position(own, u8::try_from(day.day()).unwrap_or_default())
        }
        CalendarRule::NthWeekday { .. } => count(months),
        CalendarRule::Quarterly { .. } => count(months / 3),
        CalendarRule::Yearly { .. } => count(i64::from(day.year())),
        CalendarRule::TermStart { .. } | CalendarRule::TermEnd { .. } => {
            calendar.terms().partition_point(|(first, _)| *first <= day)
        }
        CalendarRule::BeforeHoliday { .. } => calendar.breaks().partition_point(|(first, _)| *first <= day),
        CalendarRule::Once { .. } => 0,
    }
}

/// 1 Monday to 7 Sunday.
fn weekday(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().number_from_monday()).unwrap_or_default()
}

/// Every month that has a day between these.
fn months(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (i32, u32)> {
    (from.year()..=to.year()).flat_map(|year| (1..=12).map(move |month| (year, month))).filter(
        move |(year, month)| {
            (from.year(), from.month()) <= (*year, *month) && (*year, *month) <= (to.year(), to.month())
        },
    )
}

/// The day of a month, or its last day where it is too short.
fn day_of(year: i32, month: u32, day: u8) -> Option<NaiveDate> {
    (28..=u32::from(day))
        .rev()
        .chain([u32::from(day)])
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

fn nth_weekday(year: i32, month: u32, nth: u8, day: u8) -> Option<NaiveDate> {
    let weekday = chrono::Weekday::try_from(day.checked_sub(1)?).ok()?;
    // The fifth is the last one, in months that have only four too.
    let last = || NaiveDate::from_weekday_of_month_opt(year, month, weekday, 4);
    NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth).or_else(|| last().filter(|_| nth == 5))
}

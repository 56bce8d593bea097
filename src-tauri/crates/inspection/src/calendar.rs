//! Which days are worked: weekends, holidays, vacations, days worked in place of others.
//! Relies on the terms and special days of the project.
//! Knows no plan.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::{OnRestDay, RestDays, Snapshot, SpecialDayKind};

/// How many days a task may be moved at most. One that finds no working day within is left out: a calendar that rests
/// for more than a year was filled in wrongly.
const FARTHEST: u64 = 366;

/// First and last day of each stretch, apart from each other and in order.
type Stretches = Vec<(NaiveDate, NaiveDate)>;

/// Terms and days of rest of a project, ready to be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// First and last day of each term, by first day.
    terms: Stretches,
    vacations: Stretches,
    /// Holidays and vacations; those that touch are one.
    free: Stretches,
    /// Holidays alone.
    holidays: Stretches,
    /// Days worked in place of others.
    worked: Stretches,
}

impl Calendar {
    /// The calendar of a project.
    pub fn of(snapshot: &Snapshot) -> Self {
        let stretches = |kinds: &[SpecialDayKind]| {
            let own = snapshot.special_days.iter().filter(|own| kinds.contains(&own.kind));
            joined(own.map(|own| (own.starts_on, own.ends_on)).collect())
        };
        let mut terms: Stretches = snapshot.terms.iter().map(|own| (own.starts_on, own.ends_on)).collect();
        terms.sort_unstable();
        terms.dedup();
        Self {
            terms,
            vacations: stretches(&[SpecialDayKind::Vacation]),
            free: stretches(&[SpecialDayKind::Holiday, SpecialDayKind::Vacation]),
            holidays: stretches(&[SpecialDayKind::Holiday]),
            worked: stretches(&[SpecialDayKind::Workday]),
        }
    }

    /// First and last day of each term.
    pub(crate) fn terms(&self) -> &[(NaiveDate, NaiveDate)] {
        &self.terms
    }

    /// First and last day of each holiday or vacation. One that begins within another or right after it is part of it:
    /// nobody is there to inspect between the two.
    pub(crate) fn breaks(&self) -> &[(NaiveDate, NaiveDate)] {
        &self.free
    }

    /// Whether a plan that keeps these days of rest does nothing on `day`. A day worked in place of another is no
    /// weekend and no holiday, but a vacation goes on over it: those who are away do not come back for one day.
    pub fn rests(&self, day: NaiveDate, rest: RestDays) -> bool {
        let weekend = || matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let usual = match rest {
            RestDays::None => return false,
            RestDays::Vacations => false,
            RestDays::Holidays => within(&self.holidays, day),
            RestDays::All => weekend() || within(&self.holidays, day),
        };
        within(&self.vacations, day) || (usual && !within(&self.worked, day))
    }

    /// Where a task that falls on `day` goes; `None` where it is left out.
    pub(crate) fn moved(&self, day: NaiveDate, rest: RestDays, on_rest: OnRestDay) -> Option<NaiveDate> {
        if !self.rests(day, rest) {
            return Some(day);
        }
        match on_rest {
            OnRestDay::Skip => None,
            OnRestDay::After => self.edge(day, rest, NaiveDate::checked_add_days),
            OnRestDay::Before => self.edge(day, rest, NaiveDate::checked_sub_days),
        }
    }

    /// The first day from `day` on, in one direction, that does not rest.
    fn edge(
        &self,
        day: NaiveDate,
        rest: RestDays,
        step: fn(NaiveDate, Days) -> Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        (1..=FARTHEST).map_while(|days| step(day, Days::new(days))).find(|day| !self.rests(*day, rest))
    }

    /// The days from which tasks may be moved to `from..=to`.
    pub(crate) fn reaching(
        &self,
        (from, to): (NaiveDate, NaiveDate),
        rest: RestDays,
        on_rest: OnRestDay,
    ) -> (NaiveDate, NaiveDate) {
        let stretched = |day: NaiveDate, step: fn(NaiveDate, Days) -> Option<NaiveDate>| {
            let days = (1..=FARTHEST).map_while(|days| step(day, Days::new(days)));
            days.take_while(|day| self.rests(*day, rest)).last().unwrap_or(day)
        };
        match on_rest {
            OnRestDay::Skip => (from, to),
            OnRestDay::After => (stretched(from, NaiveDate::checked_sub_days), to),
            OnRestDay::Before => (from, stretched(to, NaiveDate::checked_add_days)),
        }
    }
}

/// In order, and those that overlap or touch as one.
fn joined(mut stretches: Stretches) -> Stretches {
    stretches.sort_unstable();
    let mut result: Stretches = Vec::with_capacity(stretches.len());
    for (first, last) in stretches {
        match result.last_mut() {
            Some((_, end)) if end.succ_opt().is_none_or(|next| first <= next) => *end = last.max(*end),
            _ => result.push((first, last)),
        }
    }
    result
}

fn within(stretches: &[(NaiveDate, NaiveDate)], day: NaiveDate) -> bool {
    let after = stretches.partition_point(|(first, _)| *first <= day);
    stretches.get(..after).and_then(<[_]>::last).is_some_and(|(_, last)| day <= *last)
}

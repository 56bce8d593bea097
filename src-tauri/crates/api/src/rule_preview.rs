//! The next days by a calendar rule, while somebody writes it.
//! Relies on `inspection` for the days, and on the terms and holidays of the open project.
//! Stores nothing.

use crate::calls::App;
use crate::error::ApiError;
use crate::views::Words;
use chrono::{Days, NaiveDate};
use domain::{CalendarRule, Language, OnRestDay, RestDays};
use inspection::{Calendar, occurrences};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A rule comes at least once within so many days, or not at all.
const HORIZON: u64 = 3 * 366;
/// Most days that are told.
const MOST: usize = 60;

/// A rule as it is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewRuleArgs {
    /// When.
    pub rule: CalendarRule,
    /// What it rests on.
    pub rest_days: RestDays,
    /// What becomes of a day of rest.
    pub on_rest: OnRestDay,
    /// The first day.
    pub from: NaiveDate,
    /// How many days to tell, at most 60.
    pub count: usize,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RulePreview {
    /// The rule in words.
    pub words: Words,
    /// Its next days.
    pub days: Vec<NaiveDate>,
}

impl App {
    /// The next days by a rule. A rule that cannot be is refused with what is wrong.
    pub(crate) fn preview_rule(&self, args: PreviewRuleArgs) -> Result<RulePreview, ApiError> {
        let rule = args.rule.checked().map_err(|error| {
            ApiError::new(
                "bad-rule",
                "频次填写有误：请检查日期和数字。".to_owned(),
                format!("This rhythm cannot be: {error}."),
            )
        })?;
        self.with(|session| {
            let calendar = Calendar::of(session.snapshot());
            let to = args.from.checked_add_days(Days::new(HORIZON)).unwrap_or(args.from);
            let mut days = occurrences(&rule, args.rest_days, args.on_rest, &calendar, args.from, to);
            days.truncate(args.count.min(MOST));
            let words =
                Words { chinese: rule.words(Language::Chinese), english: rule.words(Language::English) };
            Ok(RulePreview { words, days })
        })
    }
}

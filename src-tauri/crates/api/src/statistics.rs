//! 统计和月报 for front ends: the figures of a period, how they went, what the report of a month says.
//! Relies on `statistics` for every figure.
//! Knows no definition of its own.

use crate::calls::App;
use crate::error::ApiError;
use chrono::NaiveDate;
use domain::Snapshot;
use evaluation::{RiskPicture, risk_picture};
use serde::{Deserialize, Serialize};
use statistics::{Key, MonthReport, Statistics, Trend};
use ts_rs::TS;

/// A period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatisticsArgs {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// How far to look back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendArgs {
    /// A day of the last month.
    pub until: NaiveDate,
    /// How many months, that one counted.
    pub months: u32,
}

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthArgs {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
}

/// The values of a period by the words of their indicators, in the order of the definition; nothing where there is no
/// share.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures(pub Vec<(Key, Option<f64>)>);

impl Serialize for Figures {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key.as_str(), value)))
    }
}

/// The figures of a period without the rows behind them.
pub fn figures(snapshot: &Snapshot, args: StatisticsArgs, today: NaiveDate) -> Result<Figures, ApiError> {
    let found = statistics_of(snapshot, args, today)?;
    Ok(Figures(found.indicators.into_iter().map(|own| (own.key, own.value)).collect()))
}

/// The figures of a period with the rows behind them.
pub fn statistics_of(
    snapshot: &Snapshot,
    args: StatisticsArgs,
    today: NaiveDate,
) -> Result<Statistics, ApiError> {
    let StatisticsArgs { from, to } = args;
    if from > to {
        return Err(ApiError::new(
            "period",
            format!("统计期间的开始日期 {from} 晚于结束日期 {to}，请更正。"),
            format!("The period begins on {from} and ends before that, on {to}. Please correct it."),
        ));
    }
    Ok(::statistics::statistics(snapshot, from, to, today))
}

/// What the report of a month says.
pub fn month_report_of(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    args: MonthArgs,
    today: NaiveDate,
) -> Result<MonthReport, ApiError> {
    let MonthArgs { year, month } = args;
    ::statistics::month_report(snapshot, picture, year, month, today).ok_or_else(|| {
        ApiError::new(
            "period",
            format!("没有 {year} 年 {month} 月，请重新选择月份。"),
            format!("There is no month {year}-{month}. Please choose another one."),
        )
    })
}

impl App {
    /// The figures of a period.
    pub(crate) fn statistics(&self, args: StatisticsArgs) -> Result<Statistics, ApiError> {
        self.with(|session| statistics_of(session.snapshot(), args, self.world.today()))
    }

    /// The figures month by month.
    pub(crate) fn statistics_trend(&self, args: TrendArgs) -> Result<Trend, ApiError> {
        self.with(|session| {
            Ok(::statistics::trend(session.snapshot(), args.until, args.months, self.world.today()))
        })
    }

    /// What the report of a month says.
    pub(crate) fn month_report(&self, args: MonthArgs) -> Result<MonthReport, ApiError> {
        self.with(|session| {
            // Levels of a report are those of existing risk, whatever is looked at.
            let picture = risk_picture(session.snapshot(), domain::RiskBasis::Existing);
            month_report_of(session.snapshot(), &picture, args, self.world.today())
        })
    }
}

//! The calendar of the site: terms, holidays, vacations, days that are worked in their place; rules that say when.
//! Relies on dates being local, without hours.
//! Works out no dates: that is the work of `inspection`.

use crate::field::{Cell, ColumnKind, Field, FieldError};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

record! {
    /// 「学期」
    pub struct Term(TermId) {
        /// 「名称」
        name: String, "名称", "name";
        /// 「开学日期」
        starts_on: NaiveDate, "开学日期", "first day";
        /// 「结束日期」
        ends_on: NaiveDate, "结束日期", "last day";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.own("ends_on", it.starts_on <= it.ends_on, "lies before the first day", "早于开始日期")?;
    }
}

vocabulary! {
    /// 「日期类型」 of days that are not as their weekday says.
    pub enum SpecialDayKind {
        /// 「法定节假日」
        Holiday = "holiday", "节假日", "holiday";
        /// 「寒暑假」
        Vacation = "vacation", "寒暑假", "vacation";
        /// 「调休上班」 A weekend day that is worked.
        Workday = "workday", "调休上班", "worked in place of another";
    }
}

record! {
    /// 「节假日」 Days that are not as their weekday says.
    pub struct SpecialDays(SpecialDaysId) {
        /// 「名称」
        name: String, "名称", "name";
        /// 「日期类型」
        kind: SpecialDayKind, "日期类型", "kind";
        /// 「开始日期」
        starts_on: NaiveDate, "开始日期", "first day";
        /// 「结束日期」
        ends_on: NaiveDate, "结束日期", "last day";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.own("ends_on", it.starts_on <= it.ends_on, "lies before the first day", "早于开始日期")?;
    }
}

vocabulary! {
    /// 「休息日」 The days on which a plan rests.
    pub enum RestDays {
        /// 「不休」
        None = "none", "照常，不避开", "none";
        /// 「避开寒暑假」
        Vacations = "vacations", "避开寒暑假", "vacations";
        /// 「避开寒暑假和节假日」
        Holidays = "holidays", "避开寒暑假和节假日", "vacations and holidays";
        /// 「只在工作日」
        All = "all", "只在工作日", "vacations, holidays, weekends";
    }
}

vocabulary! {
    /// 「遇休息日」 What becomes of a task that falls on a day of rest.
    pub enum OnRestDay {
        /// 「取消」
        Skip = "skip", "不检查", "left out";
        /// 「顺延」
        After = "after", "顺延到下一个上班日", "on the next working day";
        /// 「提前」
        Before = "before", "提前到上一个上班日", "on the last working day before";
    }
}

/// 「频次」 When an inspection is due. Text: `daily`, `shifts:3`, `weekly:1,4`, `month-days:5,15,24`, `nth-weekday:2,5`,
/// `quarterly:1,10`, `term-start:0`, `term-end:7`, `yearly:3,1`, `before-holiday:3`, `once:2026-03-05`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "every", rename_all = "kebab-case")]
pub enum CalendarRule {
    /// 「每日」
    Daily,
    /// 「每班」 That many times each day, 1 to 6.
    Shifts {
        /// Shifts a day.
        count: u8,
    },
    /// 「每周」 on these days, 1 Monday to 7 Sunday.
    Weekly {
        /// The days.
        days: Vec<u8>,
    },
    /// 「每月固定日」 1 to 31. In a month that is too short, its last day.
    MonthDays {
        /// The days.
        days: Vec<u8>,
    },
    /// 「每月第几个星期几」
    NthWeekday {
        /// 1 to 4, or 5 for the last one of the month.
        nth: u8,
        /// 1 Monday to 7 Sunday.
        day: u8,
    },
    /// 「每季」
    Quarterly {
        /// The month within the quarter, 1 to 3.
        month: u8,
        /// The day, 1 to 31; in a month that is too short, its last day.
        day: u8,
    },
    /// 「每学期初」 Days after the first day of each term, 0 to 60.
    TermStart {
        /// Days after.
        days: u8,
    },
    /// 「每学期末」 Days before the last day of each term, 0 to 60.
    TermEnd {
        /// Days before.
        days: u8,
    },
    /// 「每年」
    Yearly {
        /// The month.
        month: u8,
        /// The day; 29 February is 28 February in other years.
        day: u8,
    },
    /// 「节假日前」 Days before the first day of each holiday or vacation, 1 to 30.
    BeforeHoliday {
        /// Days before.
        days: u8,
    },
    /// 「一次」
    Once {
        /// The day.
        date: NaiveDate,
    },
}

impl CalendarRule {
    /// The same rule with its numbers in order and each once, or what is wrong with them.
    pub fn checked(self) -> Result<Self, FieldError> {
        let within = |value: u8, low: u8, high: u8, what: &str| {
            if (low..=high).contains(&value) {
                Ok(value)
            } else {
                Err(FieldError::new(format!("{what} {value} does not lie between {low} and {high}")))
            }
        };
        let set = |days: Vec<u8>, high: u8, what: &str| {
            let days: BTreeSet<u8> =
                days.into_iter().map(|day| within(day, 1, high, what)).collect::<Result<_, _>>()?;
            if days.is_empty() {
                Err(FieldError::new(format!("no {what}")))
            } else {
                Ok(days.into_iter().collect())
            }
        };
        Ok(match self {
            Self::Daily => Self::Daily,
            Self::Shifts { count } => Self::Shifts { count: within(count, 1, 6, "shifts")? },
            Self::Weekly { days } => Self::Weekly { days: set(days, 7, "day of the week")? },
            Self::MonthDays { days } => Self::MonthDays { days: set(days, 31, "day of the month")? },
            Self::NthWeekday { nth, day } => Self::NthWeekday {
                nth: within(nth, 1, 5, "count")?,
                day: within(day, 1, 7, "day of the week")?,
            },
            Self::Quarterly { month, day } => Self::Quarterly {
                month: within(month, 1, 3, "month of the quarter")?,
                day: within(day, 1, 31, "day of the month")?,
            },
            Self::TermStart { days } => Self::TermStart { days: within(days, 0, 60, "days")? },
            Self::TermEnd { days } => Self::TermEnd { days: within(days, 0, 60, "days")? },
            Self::Yearly { month, day } => {
                let real = NaiveDate::from_ymd_opt(2024, month.into(), day.into()).is_some();
                if !real {
                    return Err(FieldError::new(format!("{month}-{day} is no day of a year")));
                }
                Self::Yearly { month, day }
            }
            Self::BeforeHoliday { days } => Self::BeforeHoliday { days: within(days, 1, 30, "days")? },
            Self::Once { date } => Self::Once { date },
        })
    }

    /// How many days after its date a task of this rule may still be done, before it counts as missed, unless its plan
    /// says otherwise. Never beyond the day before the next one.
    pub fn usual_grace(&self) -> i64 {
        match self {
            Self::Daily | Self::Shifts { .. } | Self::BeforeHoliday { .. } | Self::Once { .. } => 0,
            Self::Weekly { .. } => 6,
            Self::MonthDays { .. } | Self::NthWeekday { .. } => 3,
            Self::Quarterly { .. } | Self::TermStart { .. } | Self::TermEnd { .. } => 7,
            Self::Yearly { .. } => 14,
        }
    }

    /// The rule in words.
    pub fn words(&self, language: crate::Language) -> String {
        let list =
            |days: &[u8], word: fn(u8) -> String| days.iter().map(|day| word(*day)).collect::<Vec<_>>();
        match language {
            crate::Language::Chinese => match self {
                Self::Daily => "每日".to_owned(),
                Self::Shifts { count: 1 } => "每班".to_owned(),
                Self::Shifts { count } => format!("每班（每日 {count} 班）"),
                Self::Weekly { days } => format!("每周{}", list(days, chinese_weekday).join("、")),
                Self::MonthDays { days } => {
                    format!("每月 {} 日", list(days, |day| day.to_string()).join("、"))
                }
                Self::NthWeekday { nth: 5, day } => format!("每月最后一个星期{}", chinese_weekday(*day)),
                Self::NthWeekday { nth, day } => format!("每月第 {nth} 个星期{}", chinese_weekday(*day)),
                Self::Quarterly { month, day } => format!("每季第 {month} 个月 {day} 日"),
                Self::TermStart { days: 0 } => "每学期开学日".to_owned(),
                Self::TermStart { days } => format!("每学期开学后 {days} 天"),
                Self::TermEnd { days: 0 } => "每学期最后一天".to_owned(),
                Self::TermEnd { days } => format!("每学期结束前 {days} 天"),
                Self::Yearly { month, day } => format!("每年 {month} 月 {day} 日"),
                Self::BeforeHoliday { days } => format!("节假日前 {days} 天"),
                Self::Once { date } => {
                    format!("{} 年 {} 月 {} 日一次", date.year(), date.month(), date.day())
                }
            },
            crate::Language::English => match self {
                Self::Daily => "every day".to_owned(),
                Self::Shifts { count } => format!("every shift, {count} a day"),
                Self::Weekly { days } => format!("every {}", list(days, english_weekday).join(", ")),
                Self::MonthDays { days } => {
                    format!("on day {} of every month", list(days, |day| day.to_string()).join(", "))
                }
                Self::NthWeekday { nth: 5, day } => format!("last {} of every month", english_weekday(*day)),
                Self::NthWeekday { nth, day } => {
                    format!("{} no. {nth} of every month", english_weekday(*day))
                }
                Self::Quarterly { month, day } => format!("every quarter, month {month}, day {day}"),
                Self::TermStart { days } => format!("every term, {days} days after it begins"),
                Self::TermEnd { days } => format!("every term, {days} days before it ends"),
                Self::Yearly { month, day } => format!("every year on {month}-{day}"),
                Self::BeforeHoliday { days } => format!("{days} days before holidays"),
                Self::Once { date } => format!("once on {date}"),
            },
        }
    }
}

fn chinese_weekday(day: u8) -> String {
    let names = ["一", "二", "三", "四", "五", "六", "日"];
    names.get(usize::from(day).wrapping_sub(1)).copied().unwrap_or_default().to_owned()
}

fn english_weekday(day: u8) -> String {
    Weekday::try_from(day.wrapping_sub(1)).map(|day| day.to_string()).unwrap_or_default()
}

impl fmt::Display for CalendarRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |days: &[u8]| days.iter().map(u8::to_string).collect::<Vec<_>>().join(",");
        match self {
            Self::Daily => f.write_str("daily"),
            Self::Shifts { count } => write!(f, "shifts:{count}"),
            Self::Weekly { days } => write!(f, "weekly:{}", join(days)),
            Self::MonthDays { days } => write!(f, "month-days:{}", join(days)),
            Self::NthWeekday { nth, day } => write!(f, "nth-weekday:{nth},{day}"),
            Self::Quarterly { month, day } => write!(f, "quarterly:{month},{day}"),
            Self::TermStart { days } => write!(f, "term-start:{days}"),
            Self::TermEnd { days } => write!(f, "term-end:{days}"),
            Self::Yearly { month, day } => write!(f, "yearly:{month},{day}"),
            Self::BeforeHoliday { days } => write!(f, "before-holiday:{days}"),
            Self::Once { date } => write!(f, "once:{date}"),
        }
    }
}

impl FromStr for CalendarRule {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let (name, rest) = text.split_once(':').unwrap_or((text, ""));
        let wrong =
            || FieldError::new(format!("not a calendar rule: {}", text.chars().take(60).collect::<String>()));
        let numbers = || -> Result<Vec<u8>, FieldError> {
            rest.split(',').map(|part| part.parse().map_err(|_| wrong())).collect()
        };
        let one = || rest.parse::<u8>().map_err(|_| wrong());
        let two = || match numbers()?.as_slice() {
            [first, second] => Ok((*first, *second)),
            _ => Err(wrong()),
        };
        let rule = match name {
            "daily" if rest.is_empty() => Self::Daily,
            "shifts" => Self::Shifts { count: one()? },
            "weekly" => Self::Weekly { days: numbers()? },
            "month-days" => Self::MonthDays { days: numbers()? },
            "nth-weekday" => two().map(|(nth, day)| Self::NthWeekday { nth, day })?,
            "quarterly" => two().map(|(month, day)| Self::Quarterly { month, day })?,
            "term-start" => Self::TermStart { days: one()? },
            "term-end" => Self::TermEnd { days: one()? },
            "yearly" => two().map(|(month, day)| Self::Yearly { month, day })?,
            "before-holiday" => Self::BeforeHoliday { days: one()? },
            "once" => Self::Once { date: rest.parse().map_err(|_| wrong())? },
            _ => return Err(wrong()),
        };
        rule.checked()
    }
}

impl Field for CalendarRule {
    const KIND: ColumnKind = ColumnKind::Text;

    fn to_cell(&self) -> Cell<'_> {
        Cell::text(self.to_string())
    }

    fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
        match cell {
            Cell::Text(text) => text.parse(),
            Cell::Null | Cell::Integer(_) => Err(FieldError::new("expected a calendar rule")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_as_they_are_written() {
        for text in [
            "daily",
            "shifts:3",
            "weekly:1,4",
            "month-days:5,15,24",
            "nth-weekday:5,5",
            "quarterly:1,10",
            "term-start:0",
            "term-end:7",
            "yearly:2,29",
            "before-holiday:3",
            "once:2026-03-05",
        ] {
            let rule: CalendarRule = text.parse().unwrap();
            assert_eq!(rule.to_string(), text);
            assert!(!rule.words(crate::Language::Chinese).is_empty());
        }
        let tidied: CalendarRule = "month-days:24,5,5,15".parse().unwrap();
        assert_eq!(tidied.to_string(), "month-days:5,15,24");
    }

    #[test]
    fn impossible_rules_are_refused() {
        for text in [
            "",
            "daily:1",
            "weekly:",
            "weekly:8",
            "weekly:0",
            "month-days:32",
            "nth-weekday:6,1",
            "nth-weekday:1",
            "quarterly:4,1",
            "yearly:2,30",
            "yearly:13,1",
            "once:2026-02-30",
            "shifts:0",
            "before-holiday:0",
            "每日",
        ] {
            assert!(text.parse::<CalendarRule>().is_err(), "{text}");
        }
    }
}

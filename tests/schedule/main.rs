//! Dates of random inspection plans over five years, worked out anew by a program of its own (`schedule.py`, Python's
//! `dateutil.rrule`) from what `sise` stores. `SISE_SCHEDULE=20000` makes it larger.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{Days, NaiveDate};
use domain::{CalendarRule, OnRestDay, RestDays, Snapshot, SpecialDayKind, SpecialDays, Term, Uuid};
use inspection::{Calendar, occurrences};
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// Terms and days of rest of so many years from 2024 on, each year another way.
fn years(random: &mut fastrand::Rng, years: i32) -> Snapshot {
    let mut snapshot = Snapshot::default();
    let mut number = 0_u128;
    let mut next = || {
        number += 1;
        Uuid::from_u128(number)
    };
    for year in 2023..2024 + years {
        let mut day =
            |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap() + Days::new(random.u64(0..6));
        let terms = [(day(2, 20), day(7, 3)), (day(8, 28), day(12, 28))];
        let special = [
            (SpecialDayKind::Vacation, day(1, 15), day(2, 14)),
            (SpecialDayKind::Holiday, day(2, 6), day(2, 14)),
            (SpecialDayKind::Workday, day(2, 16), day(2, 16)),
            (SpecialDayKind::Holiday, day(4, 1), day(4, 7)),
            (SpecialDayKind::Workday, day(4, 20), day(4, 27)),
            (SpecialDayKind::Holiday, day(4, 28), day(5, 4)),
            (SpecialDayKind::Vacation, day(7, 10), day(8, 22)),
            (SpecialDayKind::Holiday, day(9, 20), day(9, 27)),
            (SpecialDayKind::Holiday, day(10, 1), day(10, 8)),
        ];
        for (starts_on, ends_on) in terms {
            snapshot.terms.put(Term { id: next().into(), name: "学期".to_owned(), starts_on, ends_on });
        }
        for (kind, starts_on, ends_on) in special {
            let ends_on = ends_on.max(starts_on);
            let name = "节假日".to_owned();
            snapshot.special_days.put(SpecialDays { id: next().into(), name, kind, starts_on, ends_on });
        }
    }
    snapshot
}

fn rule(random: &mut fastrand::Rng) -> CalendarRule {
    let mut days = |high: u8| (0..random.usize(1..5)).map(|_| random.u8(1..=high)).collect::<Vec<_>>();
    let (weekdays, month_days) = (days(7), days(31));
    let rule = match random.u8(0..11) {
        0 => CalendarRule::Daily,
        1 => CalendarRule::Shifts { count: random.u8(1..=6) },
        2 => CalendarRule::Weekly { days: weekdays },
        3 => CalendarRule::MonthDays { days: month_days },
        4 => CalendarRule::NthWeekday { nth: random.u8(1..=5), day: random.u8(1..=7) },
        5 => CalendarRule::Quarterly { month: random.u8(1..=3), day: random.u8(1..=31) },
        6 => CalendarRule::TermStart { days: random.u8(0..=60) },
        7 => CalendarRule::TermEnd { days: random.u8(0..=60) },
        8 => CalendarRule::Yearly { month: random.u8(1..=12), day: random.u8(1..=29) },
        9 => CalendarRule::BeforeHoliday { days: random.u8(1..=30) },
        _ => CalendarRule::Once {
            date: NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + Days::new(random.u64(0..2000)),
        },
    };
    rule.checked().unwrap()
}

#[test]
fn an_independent_calendar_agrees_with_every_rule() {
    let python = ["python3", "python", "/usr/bin/python3"].into_iter().find(|name| {
        let import = Command::new(name).args(["-c", "import dateutil"]).output();
        import.is_ok_and(|output| output.status.success())
    });
    let Some(python) = python else {
        eprintln!("skipped: there is no python3 with dateutil to compare with");
        return;
    };
    let cases = std::env::var("SISE_SCHEDULE").ok().and_then(|text| text.parse().ok()).unwrap_or(600);
    let mut random = fastrand::Rng::with_seed(8);
    let snapshot = years(&mut random, 7);
    let calendar = Calendar::of(&snapshot);
    let begin = NaiveDate::from_ymd_opt(2024, 2, 1).unwrap();
    let cases: Vec<_> = (0..cases)
        .map(|_| {
            let rule = rule(&mut random);
            let rest = *random.choice(RestDays::ALL).unwrap();
            let on_rest = *random.choice(OnRestDay::ALL).unwrap();
            let from = begin + Days::new(random.u64(0..200));
            let to = from + Days::new(5 * 365);
            let dates = occurrences(&rule, rest, on_rest, &calendar, from, to);
            json!({ "rule": rule.to_string(), "rest": rest, "on_rest": on_rest, "from": from, "to": to, "dates": dates })
        })
        .collect();
    let terms: Vec<_> = snapshot.terms.iter().map(|own| json!([own.starts_on, own.ends_on])).collect();
    let special: Vec<_> =
        snapshot.special_days.iter().map(|own| json!([own.kind, own.starts_on, own.ends_on])).collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cases.json");
    let given = json!({ "terms": terms, "special": special, "cases": cases });
    std::fs::write(&file, serde_json::to_vec(&given).unwrap()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("schedule/schedule.py");
    let output = Command::new(python).arg(script).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains(", 0 disagreements"), "{said}");
}

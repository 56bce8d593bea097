//! Dates of rules and tasks of plans: the mine's calendar, leap days, month ends, holidays and terms, by cases and by
//! properties over five years.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::{
    CalendarRule, Executor, Inspection, InspectionChannel, InspectionKind, InspectionPlan, InspectionPlanId,
    OnRestDay, Person, PlanPoint, RestDays, RiskPoint, RiskPointKind, Snapshot, SpecialDayKind, SpecialDays,
    Term, Uuid,
};
use inspection::{Calendar, Task, TaskState, occurrences, planned, tasks};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Terms and holidays as a school has them, from 2024 to 2029.
fn school() -> Snapshot {
    let mut snapshot = Snapshot::default();
    let mut number = 0;
    let mut special = |name: &str, kind, starts_on: String, ends_on: String| {
        number += 1;
        let (starts_on, ends_on) = (day(&starts_on), day(&ends_on));
        SpecialDays { id: id(number).into(), name: name.to_owned(), kind, starts_on, ends_on }
    };
    let mut rows = Vec::new();
    for year in 2024..=2029 {
        use SpecialDayKind::{Holiday, Vacation, Workday};
        rows.push(special("元旦", Holiday, format!("{year}-01-01"), format!("{year}-01-03")));
        rows.push(special("寒假", Vacation, format!("{year}-01-20"), format!("{year}-02-25")));
        rows.push(special("春节", Holiday, format!("{year}-02-15"), format!("{year}-02-23")));
        rows.push(special("调休", Workday, format!("{year}-02-28"), format!("{year}-02-28")));
        rows.push(special("清明节", Holiday, format!("{year}-04-04"), format!("{year}-04-06")));
        rows.push(special("劳动节", Holiday, format!("{year}-05-01"), format!("{year}-05-05")));
        rows.push(special("暑假", Vacation, format!("{year}-07-10"), format!("{year}-08-31")));
        rows.push(special("中秋节", Holiday, format!("{year}-09-29"), format!("{year}-09-30")));
        rows.push(special("国庆节", Holiday, format!("{year}-10-01"), format!("{year}-10-07")));
    }
    rows.into_iter().for_each(|row| snapshot.special_days.put(row));
    for year in 2024..=2029_u16 {
        for (half, first, last) in [(1, "02-26", "07-09"), (2, "09-01", "01-19")] {
            let ends = if half == 1 { year } else { year + 1 };
            snapshot.terms.put(Term {
                id: id(u128::from(year) * 10 + half).into(),
                name: format!("{year}-{half}"),
                starts_on: day(&format!("{year}-{first}")),
                ends_on: day(&format!("{ends}-{last}")),
            });
        }
    }
    snapshot
}

fn plan(number: u128, rule: &str) -> InspectionPlan {
    InspectionPlan {
        id: id(number).into(),
        code: format!("JH-{number:03}"),
        name: rule.to_owned(),
        kind: InspectionKind::Daily,
        topic: None,
        scope: "全校".to_owned(),
        checklist_id: None,
        rule: rule.parse().unwrap(),
        rest_days: RestDays::None,
        on_rest: OnRestDay::Skip,
        grace_days: None,
        executor: Executor::Responsible,
        person_id: None,
        tier_id: None,
        department_id: None,
        starts_on: day("2025-01-01"),
        ends_on: None,
        issued_on: Some(day("2025-01-01")),
        campaign: false,
        replaces_id: None,
        note: String::new(),
        ordinal: i64::try_from(number).unwrap(),
    }
}

fn inspection(number: u128, plan: InspectionPlanId, due_on: Option<&str>, done_on: &str) -> Inspection {
    Inspection {
        id: id(number).into(),
        plan_id: Some(plan),
        point_id: None,
        due_on: due_on.map(day),
        shift: None,
        done_on: day(done_on),
        done_at: None,
        inspector_id: None,
        inspector: "王志强".to_owned(),
        channel: InspectionChannel::Desk,
        source: String::new(),
        note: String::new(),
    }
}

fn point(number: u128) -> RiskPoint {
    RiskPoint::blank(id(number).into(), format!("JD-S-{number:03}"), "车床", RiskPointKind::Facility)
}

fn with(snapshot: &Snapshot, plans: impl IntoIterator<Item = InspectionPlan>) -> Snapshot {
    let mut snapshot = snapshot.clone();
    plans.into_iter().for_each(|plan| snapshot.inspection_plans.put(plan));
    snapshot
}

fn dates(tasks: &[Task]) -> Vec<String> {
    tasks.iter().map(|task| task.due_on.to_string()).collect()
}

fn said(rule: &str, from: &str, to: &str) -> Vec<String> {
    let calendar = Calendar::of(&school());
    let found =
        occurrences(&rule.parse().unwrap(), RestDays::None, OnRestDay::Skip, &calendar, day(from), day(to));
    found.iter().map(NaiveDate::to_string).collect()
}

#[test]
fn the_calendar_of_the_mine_in_march_2026() {
    let snapshot = with(&Snapshot::default(), [plan(1, "month-days:5,15,24"), plan(2, "month-days:25")]);
    let found = tasks(&snapshot, day("2026-03-01"), day("2026-03-31"));
    assert_eq!(dates(&found), ["2026-03-05", "2026-03-15", "2026-03-24", "2026-03-25"]);
    let of: Vec<_> = found.iter().map(|task| task.plan.to_string()).collect();
    assert_eq!(of[2], id(1).to_string());
    assert_eq!(of[3], id(2).to_string());
}

#[test]
fn month_ends_leap_days_and_last_weekdays() {
    assert_eq!(said("month-days:31", "2028-02-01", "2028-04-30"), ["2028-02-29", "2028-03-31", "2028-04-30"]);
    assert_eq!(
        said("month-days:30,31", "2027-02-01", "2027-03-31"),
        ["2027-02-28", "2027-03-30", "2027-03-31"]
    );
    assert_eq!(said("yearly:2,29", "2027-01-01", "2028-12-31"), ["2027-02-28", "2028-02-29"]);
    assert_eq!(said("nth-weekday:5,5", "2026-02-01", "2026-03-31"), ["2026-02-27", "2026-03-27"]);
    assert_eq!(said("nth-weekday:5,1", "2026-03-01", "2026-03-31"), ["2026-03-30"]);
    assert_eq!(said("nth-weekday:2,2", "2026-03-01", "2026-03-31"), ["2026-03-10"]);
    assert_eq!(
        said("quarterly:2,31", "2026-01-01", "2026-12-31"),
        ["2026-02-28", "2026-05-31", "2026-08-31", "2026-11-30"]
    );
    assert_eq!(said("once:2026-03-05", "2026-03-05", "2026-03-05"), ["2026-03-05"]);
    assert!(said("once:2026-03-05", "2026-03-06", "2026-12-31").is_empty());
}

#[test]
fn terms_and_holidays() {
    assert_eq!(said("term-start:3", "2026-01-01", "2026-12-31"), ["2026-03-01", "2026-09-04"]);
    assert_eq!(said("term-end:7", "2026-01-01", "2026-12-31"), ["2026-01-12", "2026-07-02"]);
    // The spring festival lies within the winter vacation, and 中秋 runs into 国庆: each of these is one break.
    assert_eq!(
        said("before-holiday:3", "2026-01-01", "2026-12-31"),
        ["2026-01-17", "2026-04-01", "2026-04-28", "2026-07-07", "2026-09-26", "2026-12-29"]
    );
    let mut short = Snapshot::default();
    let (starts_on, ends_on) = (day("2026-06-01"), day("2026-06-05"));
    short.terms.put(Term { id: id(1).into(), name: "短学期".to_owned(), starts_on, ends_on });
    let calendar = Calendar::of(&short);
    for (rule, expected) in [("term-start:30", ends_on), ("term-end:30", starts_on)] {
        let rule = rule.parse().unwrap();
        let (from, to) = (day("2026-01-01"), day("2026-12-31"));
        assert_eq!(occurrences(&rule, RestDays::None, OnRestDay::Skip, &calendar, from, to), [expected]);
    }
}

#[test]
fn days_of_rest_leave_out_put_off_and_bring_forward() {
    let calendar = Calendar::of(&school());
    let falls = |rule: &str, on_rest, from: &str, to: &str| -> Vec<String> {
        let rule = rule.parse().unwrap();
        let found = occurrences(&rule, RestDays::All, on_rest, &calendar, day(from), day(to));
        found.iter().map(NaiveDate::to_string).collect()
    };
    // 2 May 2026 is a holiday, 6 May the first working day after it, 30 April the last one before.
    assert!(falls("month-days:2", OnRestDay::Skip, "2026-05-01", "2026-05-31").is_empty());
    assert_eq!(falls("month-days:2", OnRestDay::After, "2026-05-01", "2026-05-31"), ["2026-05-06"]);
    assert_eq!(falls("month-days:2", OnRestDay::Before, "2026-04-15", "2026-05-31"), ["2026-04-30"]);
    // Two that meet are one.
    assert_eq!(falls("month-days:2,4,6", OnRestDay::After, "2026-05-01", "2026-05-31"), ["2026-05-06"]);
    // Saturday 28 February 2026 is worked.
    assert_eq!(falls("once:2026-02-28", OnRestDay::After, "2026-02-01", "2026-03-31"), ["2026-02-28"]);
    // A stretch that begins after the day of the rule still finds what was put off into it.
    assert_eq!(falls("month-days:2", OnRestDay::After, "2026-05-06", "2026-05-06"), ["2026-05-06"]);
}

#[test]
fn a_calendar_that_always_rests_ends_the_search() {
    let mut snapshot = Snapshot::default();
    snapshot.special_days.put(SpecialDays {
        id: id(1).into(),
        name: "长假".to_owned(),
        kind: SpecialDayKind::Vacation,
        starts_on: NaiveDate::MIN,
        ends_on: NaiveDate::MAX,
    });
    let mut endless = plan(1, "daily");
    endless.rest_days = RestDays::Vacations;
    endless.starts_on = NaiveDate::MIN;
    for on_rest in OnRestDay::ALL {
        endless.on_rest = *on_rest;
        let snapshot = with(&snapshot, [endless.clone()]);
        assert!(tasks(&snapshot, day("2026-03-01"), day("2026-03-31")).is_empty());
    }
    endless.rest_days = RestDays::None;
    let snapshot = with(&snapshot, [endless]);
    assert_eq!(tasks(&snapshot, NaiveDate::MIN, NaiveDate::MIN).len(), 1);
    // The last day that a calendar knows has no next one, and none of these days is anybody's.
    assert!(tasks(&snapshot, NaiveDate::MAX, NaiveDate::MAX).len() <= 1);
}

#[test]
fn a_plan_begins_and_ends_by_what_its_rule_says() {
    let mut weekly = plan(1, "weekly:6");
    (weekly.rest_days, weekly.on_rest) = (RestDays::All, OnRestDay::After);
    (weekly.starts_on, weekly.ends_on) = (day("2026-03-07"), Some(day("2026-03-21")));
    let snapshot = with(&school(), [weekly]);
    let found = tasks(&snapshot, day("2026-03-01"), day("2026-03-31"));
    assert_eq!(dates(&found), ["2026-03-09", "2026-03-16", "2026-03-23"]);
}

#[test]
fn the_time_of_a_task_ends_before_the_next_one_begins() {
    let mut often = plan(1, "month-days:5,7,20");
    often.grace_days = Some(5);
    let snapshot = with(&Snapshot::default(), [often]);
    let found = tasks(&snapshot, day("2026-03-01"), day("2026-03-31"));
    let spans: Vec<_> =
        found.iter().map(|task| format!("{} {} {}", task.since, task.due_on, task.until)).collect();
    assert_eq!(
        spans,
        [
            "2026-02-28 2026-03-05 2026-03-06",
            "2026-03-06 2026-03-07 2026-03-12",
            "2026-03-15 2026-03-20 2026-03-25"
        ]
    );
    // The same seen from one day alone.
    let alone = tasks(&snapshot, day("2026-03-05"), day("2026-03-05"));
    assert_eq!(alone, found[..1]);
}

#[test]
fn each_task_has_its_state() {
    let weekly = plan(1, "weekly:1");
    let mut snapshot = with(&Snapshot::default(), [weekly.clone()]);
    // In time without a day; late; nothing; early for the one of the 30th.
    snapshot.inspections.put(inspection(11, weekly.id, None, "2026-03-08"));
    snapshot.inspections.put(inspection(12, weekly.id, Some("2026-03-09"), "2026-03-17"));
    snapshot.inspections.put(inspection(13, weekly.id, Some("2026-03-30"), "2026-03-27"));
    let found = tasks(&snapshot, day("2026-03-01"), day("2026-04-12"));
    assert_eq!(
        dates(&found),
        ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30", "2026-04-06"]
    );
    let today = day("2026-03-27");
    let states: Vec<_> = found.iter().map(|task| task.state(today)).collect();
    use TaskState::{Done, Due, Missed, Upcoming};
    assert_eq!(states, [Done, Missed, Missed, Due, Done, Upcoming]);
    assert!(found[1].done_late() && found[1].inspection.is_some());
    assert!(found[2].inspection.is_none());
    // The last day itself is in time.
    assert_eq!(found[3].state(day("2026-03-29")), Due);
    assert_eq!(found[3].state(day("2026-03-30")), Missed);
}

#[test]
fn what_was_done_for_a_day_that_the_calendar_no_longer_has_counts_by_when_it_was_done() {
    let weekly = plan(1, "weekly:1");
    let mut snapshot = with(&Snapshot::default(), [weekly.clone()]);
    snapshot.inspections.put(inspection(11, weekly.id, Some("2026-03-04"), "2026-03-04"));
    let found = tasks(&snapshot, day("2026-03-01"), day("2026-03-08"));
    assert_eq!(found[0].state(day("2026-03-31")), TaskState::Done);
    // One that was meant for the week before does not do this week's, even where only this week is asked for.
    let mut snapshot = with(&Snapshot::default(), [weekly.clone()]);
    snapshot.inspections.put(inspection(12, weekly.id, Some("2026-02-23"), "2026-03-04"));
    let found = tasks(&snapshot, day("2026-03-01"), day("2026-03-08"));
    assert_eq!(found[0].state(day("2026-03-31")), TaskState::Missed);
}

#[test]
fn every_point_and_every_shift_has_a_task_of_its_own() {
    let shifts = plan(1, "shifts:3");
    let mut snapshot = with(&Snapshot::default(), [shifts.clone()]);
    for number in [21, 22] {
        snapshot.points.put(point(number));
        let (plan_id, point_id) = (shifts.id, id(number).into());
        snapshot.plan_points.put(PlanPoint { id: id(number).into(), plan_id, point_id });
    }
    let mut second = inspection(31, shifts.id, Some("2026-03-02"), "2026-03-02");
    (second.point_id, second.shift) = (Some(id(21).into()), Some(2));
    snapshot.inspections.put(second);
    let mut unsaid = inspection(32, shifts.id, None, "2026-03-02");
    unsaid.point_id = Some(id(21).into());
    snapshot.inspections.put(unsaid);
    let found = tasks(&snapshot, day("2026-03-02"), day("2026-03-02"));
    let states: Vec<_> = found
        .iter()
        .map(|task| (task.point.unwrap() == id(21).into(), task.shift, task.inspection.is_some()))
        .collect();
    assert_eq!(
        states,
        [
            (true, Some(1), true),
            (true, Some(2), true),
            (true, Some(3), false),
            (false, Some(1), false),
            (false, Some(2), false),
            (false, Some(3), false)
        ]
    );
}

#[test]
fn plans_without_points_need_a_place_and_drafts_are_only_planned() {
    let mut gone = plan(1, "daily");
    gone.scope.clear();
    let mut draft = plan(2, "daily");
    draft.issued_on = None;
    let snapshot = with(&Snapshot::default(), [gone, draft]);
    let (from, to) = (day("2026-03-02"), day("2026-03-02"));
    assert!(tasks(&snapshot, from, to).is_empty());
    assert_eq!(planned(&snapshot, from, to).len(), 1);
}

#[test]
fn inspectors_take_turns_whatever_stretch_is_asked_for() {
    let mut pooled = plan(1, "weekly:1,4");
    pooled.executor = Executor::Pool;
    let mut snapshot = with(&Snapshot::default(), [pooled]);
    for number in [41, 42, 43] {
        let person = Person {
            id: id(number).into(),
            department_id: None,
            post_id: None,
            name: format!("检查员{number}"),
            title: String::new(),
            phone: String::new(),
            ordinal: i64::try_from(number).unwrap(),
            left_on: (number == 43).then(|| day("2026-04-01")),
        };
        snapshot.people.put(person);
        let person_id = id(number).into();
        let (trained_on, note) = (None, String::new());
        let own = domain::Inspector { id: id(number).into(), person_id, topic: None, trained_on, note };
        snapshot.inspectors.put(own);
    }
    let march = tasks(&snapshot, day("2026-03-02"), day("2026-03-20"));
    let who: Vec<_> = march.iter().map(|task| task.executor.unwrap()).collect();
    assert_eq!(who.len(), 6);
    assert_eq!(who[..3], who[3..]);
    let mut different = who[..3].to_vec();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), 3);
    // Whoever left is not asked any more.
    let april = tasks(&snapshot, day("2026-04-01"), day("2026-04-30"));
    assert!(april.iter().all(|task| task.executor.is_some_and(|own| own != id(43).into())));
    let alone = tasks(&snapshot, day("2026-03-12"), day("2026-03-12"));
    assert_eq!(alone[0].executor, march.iter().find(|own| own.due_on == alone[0].due_on).unwrap().executor);
}

fn rules() -> impl Strategy<Value = CalendarRule> {
    let days = |high: u8| proptest::collection::vec(1..=high, 1..5);
    let any_day = 0_u64..2000;
    prop_oneof![
        Just(CalendarRule::Daily),
        (1..=6_u8).prop_map(|count| CalendarRule::Shifts { count }),
        days(7).prop_map(|days| CalendarRule::Weekly { days }),
        days(31).prop_map(|days| CalendarRule::MonthDays { days }),
        (1..=5_u8, 1..=7_u8).prop_map(|(nth, day)| CalendarRule::NthWeekday { nth, day }),
        (1..=3_u8, 1..=31_u8).prop_map(|(month, day)| CalendarRule::Quarterly { month, day }),
        (0..=60_u8).prop_map(|days| CalendarRule::TermStart { days }),
        (0..=60_u8).prop_map(|days| CalendarRule::TermEnd { days }),
        any_day.clone().prop_map(|number| {
            let day = day("2024-01-01") + Days::new(number % 366);
            let month = u8::try_from(day.month()).unwrap();
            CalendarRule::Yearly { month, day: u8::try_from(day.day()).unwrap() }
        }),
        (1..=30_u8).prop_map(|days| CalendarRule::BeforeHoliday { days }),
        any_day.prop_map(|number| CalendarRule::Once { date: day("2024-06-01") + Days::new(number) }),
    ]
    .prop_map(|rule| rule.checked().unwrap())
}

/// Whether a rule names a day: said day by day, as a person with a calendar on the wall would.
fn names(rule: &CalendarRule, snapshot: &Snapshot, day: NaiveDate) -> bool {
    let last = day.succ_opt().unwrap().day() == 1;
    let number = u8::try_from(day.day()).unwrap();
    let on = |wanted: u8| wanted == number || (last && wanted > number);
    let weekday = u8::try_from(day.weekday().number_from_monday()).unwrap();
    let month = u8::try_from(day.month()).unwrap();
    match rule {
        CalendarRule::Daily | CalendarRule::Shifts { .. } => true,
        CalendarRule::Weekly { days } => days.contains(&weekday),
        CalendarRule::MonthDays { days } => days.iter().any(|wanted| on(*wanted)),
        CalendarRule::NthWeekday { nth: 5, day: wanted } => {
            *wanted == weekday && (day + Days::new(7)).month() != day.month()
        }
        CalendarRule::NthWeekday { nth, day: wanted } => *wanted == weekday && number.div_ceil(7) == *nth,
        CalendarRule::Quarterly { month: wanted, day } => month % 3 == wanted % 3 && on(*day),
        CalendarRule::Yearly { month: wanted, day } => month == *wanted && on(*day),
        CalendarRule::TermStart { days } => {
            snapshot.terms.iter().any(|term| term.starts_on + Days::new((*days).into()) == day)
        }
        CalendarRule::TermEnd { days } => {
            snapshot.terms.iter().any(|term| term.ends_on - Days::new((*days).into()) == day)
        }
        CalendarRule::BeforeHoliday { days } => {
            let begins = day + Days::new((*days).into());
            let free = |day: NaiveDate| {
                let kinds = [SpecialDayKind::Holiday, SpecialDayKind::Vacation];
                let own = snapshot.special_days.iter().filter(|own| kinds.contains(&own.kind));
                own.into_iter().any(|own| (own.starts_on..=own.ends_on).contains(&day))
            };
            free(begins) && !free(begins.pred_opt().unwrap())
        }
        CalendarRule::Once { date } => *date == day,
    }
}

fn rests(snapshot: &Snapshot, rest: RestDays, day: NaiveDate) -> bool {
    let is = |kind| {
        let own = snapshot.special_days.iter().filter(|own| own.kind == kind);
        own.into_iter().any(|own| (own.starts_on..=own.ends_on).contains(&day))
    };
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let (holiday, vacation) = (is(SpecialDayKind::Holiday), is(SpecialDayKind::Vacation));
    let worked = is(SpecialDayKind::Workday);
    match rest {
        RestDays::None => false,
        RestDays::Vacations => vacation,
        RestDays::Holidays => vacation || (holiday && !worked),
        RestDays::All => vacation || ((holiday || weekend) && !worked),
    }
}

fn rest_days() -> impl Strategy<Value = (RestDays, OnRestDay)> {
    (proptest::sample::select(RestDays::ALL), proptest::sample::select(OnRestDay::ALL))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_task_is_lost_or_doubled_in_five_years(rule in rules(), (rest, on_rest) in rest_days()) {
        let snapshot = school();
        let calendar = Calendar::of(&snapshot);
        let (from, to) = (day("2024-06-01"), day("2029-05-31"));
        let mut expected = std::collections::BTreeSet::new();
        for named in day("2024-01-02").iter_days().take_while(|day| *day < self::day("2029-12-30")) {
            if !names(&rule, &snapshot, named) {
                continue;
            }
            let mut falls = named;
            while on_rest != OnRestDay::Skip && rests(&snapshot, rest, falls) {
                falls = if on_rest == OnRestDay::After { falls + Days::new(1) } else { falls - Days::new(1) };
            }
            if !rests(&snapshot, rest, falls) && (from..=to).contains(&falls) {
                expected.insert(falls);
            }
        }
        let found = occurrences(&rule, rest, on_rest, &calendar, from, to);
        prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn two_stretches_that_meet_are_one(
        rule in rules(),
        (rest, on_rest) in rest_days(),
        grace in proptest::option::of(0_i64..40),
        starts in 0_u64..400,
        ends in proptest::option::of(400_u64..900),
        (first, second) in (0_u64..500, 0_u64..500),
    ) {
        let begin = day("2025-02-01");
        let mut own = plan(1, "daily");
        (own.rule, own.rest_days, own.on_rest, own.grace_days) = (rule, rest, on_rest, grace);
        (own.starts_on, own.ends_on) = (begin + Days::new(starts), ends.map(|days| begin + Days::new(days)));
        own.executor = Executor::Pool;
        let mut snapshot = with(&school(), [own.clone()]);
        for (number, done) in [(91, 10_u64), (92, 33), (93, 34), (94, 180), (95, 400)] {
            let done = (begin + Days::new(done + starts)).to_string();
            snapshot.inspections.put(inspection(number, own.id, (number == 93).then_some(done.as_str()), &done));
        }
        let (middle, end) = (begin + Days::new(first), begin + Days::new(first + second));
        let whole = tasks(&snapshot, begin, end);
        let mut parts = tasks(&snapshot, begin, middle);
        parts.extend(tasks(&snapshot, middle.succ_opt().unwrap(), end));
        prop_assert_eq!(&whole, &parts);
        for pair in whole.windows(2) {
            prop_assert!(pair[0].due_on < pair[1].due_on || pair[0].shift < pair[1].shift);
            prop_assert!(pair[0].until < pair[1].due_on || pair[0].due_on == pair[1].due_on);
        }
        for task in &whole {
            prop_assert!(task.since <= task.due_on && task.due_on <= task.until);
        }
    }
}

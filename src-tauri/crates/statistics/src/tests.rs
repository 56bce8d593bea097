//! Periods, and a small project whose every figure was worked out by hand.

use super::*;
use chrono::Days;
use domain::{
    AnyRecord, CalendarRule, CheckResult, ControlMeasureId, DangerAct, DangerStep, Executor, HiddenDanger,
    HiddenDangerGrade, Inspection, InspectionChannel, InspectionItem, InspectionKind, InspectionPlan,
    OnRestDay, Organisation, PlanPoint, RestDays, RiskPoint, RiskPointKind, Uuid,
};

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn point(number: u128) -> RiskPoint {
    RiskPoint::blank(id(number), format!("P-{number}"), "点", RiskPointKind::Facility)
}

/// A danger with its steps: what, when, and a deadline.
struct Told<'a> {
    number: u128,
    grade: HiddenDangerGrade,
    found_on: NaiveDate,
    measure: Option<u128>,
    reporter: &'a str,
    steps: &'a [(DangerAct, NaiveDate, Option<NaiveDate>)],
}

fn put(rows: &mut Snapshot, told: &Told<'_>) {
    rows.put(AnyRecord::HiddenDanger(HiddenDanger {
        id: id(told.number),
        code: format!("YH-{}", told.number),
        description: "隐患".to_owned(),
        place: String::new(),
        point_id: Some(id(1)),
        measure_id: told.measure.map(id::<ControlMeasureId>),
        item_id: None,
        floor_id: None,
        position: None,
        source: InspectionKind::Daily,
        found_on: told.found_on,
        found_at: None,
        reporter_id: None,
        reporter: told.reporter.to_owned(),
        department_id: None,
        form: None,
        cause: None,
        topic: None,
        accident: "08".to_owned(),
        grade: Some(told.grade),
        basis: String::new(),
        note: String::new(),
    }));
    for (ordinal, (act, done_on, deadline)) in (1..).zip(told.steps) {
        rows.put(AnyRecord::DangerStep(DangerStep {
            id: id(told.number * 100 + u128::try_from(ordinal).unwrap()),
            danger_id: id(told.number),
            act: *act,
            by_id: None,
            done_on: *done_on,
            done_at: None,
            note: String::new(),
            deadline: *deadline,
            responsible_id: None,
            acceptor_id: None,
            approver_id: None,
            measures: String::new(),
            funds: None,
            contingency: String::new(),
            document_id: None,
            review_on: None,
            duplicate_id: None,
            ordinal,
        }));
    }
}

/// March 2026, looked at on 20 March.
fn project() -> Snapshot {
    use DangerAct::{Accept, Assign, Confirm, FixOnSpot, Reject, Report, Submit, Void};
    use HiddenDangerGrade::{General, Major};
    let mut rows = Snapshot::default();
    rows.put(AnyRecord::Organisation(Organisation {
        id: id(7),
        name: "示例学校".to_owned(),
        short_name: String::new(),
        kind: domain::OrganisationKind::School,
        credit_code: String::new(),
        school_code: String::new(),
        region_code: String::new(),
        address: String::new(),
        principal_id: None,
        safety_lead_id: None,
        staff_count: 8,
        student_count: 0,
    }));
    for number in 1..=4 {
        rows.put(AnyRecord::RiskPoint(point(number)));
    }
    let general = |number, reporter, measure, steps: &[_]| (number, reporter, measure, steps.to_vec());
    let (mar2, mar4, mar9, mar10) = (day(3, 2), day(3, 4), day(3, 9), day(3, 10));
    let told = [
        // Closed in time, never rejected: two days from confirming to submitting.
        general(
            10,
            "甲",
            Some(50),
            &[
                (Report, mar2, None),
                (Confirm, mar2, None),
                (Assign, mar2, Some(mar9)),
                (Submit, mar4, None),
                (Accept, mar4, None),
            ],
        ),
        // Rejected once, closed late: seven days. The same measure again.
        general(
            11,
            "乙",
            Some(50),
            &[
                (Report, mar2, None),
                (Confirm, mar2, None),
                (Assign, mar2, Some(mar4)),
                (Submit, mar4, None),
                (Reject, mar4, None),
                (Submit, mar9, None),
                (Accept, mar10, None),
            ],
        ),
        // Fixed on the spot.
        general(12, "甲", None, &[(Report, mar4, None), (FixOnSpot, mar4, None)]),
        // Open and overdue.
        general(
            13,
            "",
            Some(51),
            &[(Report, mar4, None), (Confirm, mar4, None), (Assign, mar4, Some(mar10))],
        ),
        // Due today: not overdue.
        general(
            14,
            "丙",
            None,
            &[(Report, mar4, None), (Confirm, mar4, None), (Assign, mar4, Some(day(3, 20)))],
        ),
        // Waiting for acceptance, its deadline still to come: four days.
        general(
            15,
            "丙",
            None,
            &[
                (Report, mar10, None),
                (Confirm, mar10, None),
                (Assign, mar10, Some(day(3, 30))),
                (Submit, day(3, 14), None),
            ],
        ),
        // A duplicate: counted nowhere.
        general(16, "丁", None, &[(Report, mar10, None), (Confirm, mar10, None), (Void, mar10, None)]),
        // Not confirmed yet.
        general(17, "戊", None, &[(Report, mar10, None)]),
        // Confirmed in February and still open.
        general(
            18,
            "己",
            Some(50),
            &[(Report, day(2, 3), None), (Confirm, day(2, 3), None), (Assign, day(2, 3), Some(day(2, 9)))],
        ),
    ];
    for (number, reporter, measure, steps) in told {
        let grade = if number == 13 { Major } else { General };
        put(&mut rows, &Told { number, grade, found_on: steps[0].1, measure, reporter, steps: &steps });
    }
    rows.put(AnyRecord::InspectionPlan(InspectionPlan {
        id: id(30),
        code: "PC-001".to_owned(),
        name: "日检".to_owned(),
        kind: InspectionKind::Daily,
        topic: None,
        scope: String::new(),
        checklist_id: None,
        rule: CalendarRule::MonthDays { days: vec![5, 15, 24] },
        rest_days: RestDays::None,
        on_rest: OnRestDay::Skip,
        grace_days: Some(0),
        executor: Executor::Responsible,
        person_id: None,
        tier_id: None,
        department_id: None,
        starts_on: day(1, 1),
        ends_on: None,
        issued_on: Some(day(1, 1)),
        campaign: false,
        replaces_id: None,
        note: String::new(),
        ordinal: 1,
    }));
    for number in 1..=2 {
        rows.put(AnyRecord::PlanPoint(PlanPoint {
            id: id(30 + number),
            plan_id: id(30),
            point_id: id(number),
        }));
    }
    // Point 1 on 5 March in time, on 15 March a day late; point 3 besides all plans.
    for (number, at, due, done) in
        [(60, 1, Some(day(3, 5)), day(3, 5)), (61, 1, Some(day(3, 15)), day(3, 16)), (62, 3, None, day(3, 6))]
    {
        rows.put(AnyRecord::Inspection(Inspection {
            id: id(number),
            plan_id: due.map(|_| id(30)),
            point_id: Some(id(at)),
            due_on: due,
            shift: None,
            done_on: done,
            done_at: None,
            inspector_id: None,
            inspector: "甲".to_owned(),
            channel: InspectionChannel::Desk,
            source: String::new(),
            note: String::new(),
        }));
        let results = [CheckResult::Normal, CheckResult::Abnormal, CheckResult::NotApplicable];
        for (ordinal, result) in (0..).zip(results) {
            rows.put(AnyRecord::InspectionItem(InspectionItem {
                id: id(number * 100 + ordinal),
                inspection_id: id(number),
                check_item_id: None,
                checklist_item_id: None,
                content: "项".to_owned(),
                result,
                value: String::new(),
                note: String::new(),
                photo: String::new(),
                ordinal: i64::try_from(ordinal).unwrap(),
            }));
        }
    }
    rows
}

#[test]
fn every_figure_of_a_small_month_is_the_one_worked_out_by_hand() {
    let found = statistics(&project(), day(3, 1), day(3, 31), day(3, 20));
    let expected = [
        // Confirmed: 10 to 15. Rectified: 10, 11, 12, 15.
        (Key::RectificationRate, 4, 6, Some(66.6)),
        (Key::ClosureRate, 3, 6, Some(50.0)),
        // Due until today: 10, 11, 12, 13, 14. In time: 10, 12. Late: 11, 13.
        (Key::OnTimeRate, 2, 5, Some(40.0)),
        (Key::OverdueRate, 2, 5, Some(40.0)),
        // 13 and 18, of the open ones 13, 14, 15, 18.
        (Key::OverdueNow, 2, 4, Some(2.0)),
        (Key::MajorRectificationRate, 0, 1, Some(0.0)),
        // 5 and 15 March at two points; the 24th is still to come.
        (Key::TaskCompletionRate, 1, 4, Some(25.0)),
        (Key::MissedRate, 3, 4, Some(75.0)),
        // Points 1 and 2 have a plan, 1 was seen.
        (Key::PointCoverageRate, 1, 2, Some(50.0)),
        // Accepted: 10 and 11; 12 was never put before anybody.
        (Key::FirstPassRate, 1, 2, Some(50.0)),
        // 2 + 7 + 0 + 4 days of 10, 11, 12 and 15.
        (Key::MeanRectificationDays, 13, 4, Some(3.3)),
        // 10 came within 90 days of 18, and 11 of 10.
        (Key::RepeatRate, 2, 6, Some(33.3)),
        (Key::Density, 6, 4, Some(1.5)),
        // 甲, 乙, 丙, 戊 of 8; the one without a name cannot be counted, 丁 reported a duplicate.
        (Key::ParticipationRate, 4, 8, Some(50.0)),
        (Key::MeasureEffectivenessRate, 3, 6, Some(50.0)),
    ];
    assert_eq!(found.indicators.len(), Key::ALL.len());
    for ((key, numerator, denominator, value), own) in expected.into_iter().zip(&found.indicators) {
        let seen = (own.key, own.numerator.count, own.denominator.count, own.value);
        assert_eq!(seen, (key, numerator, denominator, value), "{}", own.chinese);
    }
    // Every number has its rows.
    for own in &found.indicators {
        for tally in [&own.numerator, &own.denominator] {
            let rows = match &tally.rows {
                Rows::Dangers(rows) => rows.len(),
                Rows::Tasks(rows) => rows.len(),
                Rows::Points(rows) => rows.len(),
                Rows::Items(rows) => rows.len(),
                Rows::Heads => continue,
            };
            let by_heads = matches!(own.key, Key::ParticipationRate | Key::MeanRectificationDays);
            assert!(by_heads || rows == tally.count as usize, "{}", own.chinese);
        }
    }
    assert_eq!(found.before, Period::new(day(2, 1), day(2, 28)));
    assert_eq!(found.dangers_before.confirmed, vec![id(18)]);
    let accidents = found.distributions.iter().find(|own| own.by == SortedBy::Accident).unwrap();
    assert_eq!(accidents.groups.len(), 1);
    assert_eq!(accidents.groups[0].share, Some(100.0));
    assert_eq!(accidents.groups[0].title.chinese, "火灾");
}

#[test]
fn nothing_at_all_is_no_share_and_no_zero() {
    let found = statistics(&Snapshot::default(), day(3, 1), day(3, 31), day(3, 20));
    for own in found.indicators {
        let expected = (own.key == Key::OverdueNow).then_some(0.0);
        assert_eq!(own.value, expected, "{}", own.chinese);
    }
}

#[test]
fn the_period_before_is_of_the_same_length() {
    let of = |from, to| Period::new(from, to).before();
    assert_eq!(of(day(3, 1), day(3, 31)), Period::new(day(2, 1), day(2, 28)));
    assert_eq!(of(day(4, 1), day(6, 30)), Period::new(day(1, 1), day(3, 31)));
    assert_eq!(of(day(3, 2), day(3, 8)), Period::new(day(2, 23), day(3, 1)));
    assert_eq!(of(day(3, 5), day(3, 5)), Period::new(day(3, 4), day(3, 4)));
    // The ends of the calendar are no reason to stumble.
    let all = Period::new(NaiveDate::MIN, NaiveDate::MAX);
    assert_eq!(all.before(), all);
    assert_eq!(Period::month(2026, 13), None);
    assert_eq!(Period::month(2024, 2).unwrap().days(), 29);
}

#[test]
fn months_of_a_trend_add_up_to_the_whole() {
    let rows = project();
    let today = day(3, 20);
    let trend = trend(&rows, day(3, 20), 3, today);
    let confirmed: Vec<usize> = trend.months.iter().map(|month| month.confirmed.len()).collect();
    assert_eq!(confirmed, [0, 1, 6]);
    let march = statistics(&rows, day(3, 1), day(3, 31), today);
    let values: Vec<Option<f64>> = march.indicators.iter().map(|own| own.value).collect();
    assert_eq!(trend.months[2].values, values);
}

#[test]
fn the_report_names_what_is_weak_and_leaves_open_what_it_cannot_know() {
    let rows = project();
    let picture = evaluation::risk_picture(&rows, domain::RiskBasis::Existing);
    let report = month_report(&rows, &picture, 2026, 3, day(3, 20)).unwrap();
    let codes: Vec<&str> = report.weaknesses.iter().map(|own| own.code.as_str()).collect();
    assert_eq!(codes[..2], ["open-major", "overdue"]);
    assert!(codes.contains(&"tasks") && codes.contains(&"not-inspected"), "{codes:?}");
    let unrecorded: Vec<&str> =
        report.sections.iter().filter(|own| !own.recorded).map(|own| own.key.as_str()).collect();
    assert_eq!(unrecorded, ["accidents", "education", "index", "merits"]);
    for section in &report.sections {
        for table in &section.tables {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", section.key);
        }
        for chart in &section.charts {
            assert!(chart.series.iter().all(|own| own.values.len() == chart.labels.len()), "{}", section.key);
        }
    }
    assert!(month_report(&rows, &picture, 2026, 0, day(3, 20)).is_none());
    // A project without anything has a report, too.
    let empty = Snapshot::default();
    let picture = evaluation::risk_picture(&empty, domain::RiskBasis::Existing);
    let report = month_report(&empty, &picture, 2026, 3, day(3, 20)).unwrap();
    assert!(report.weaknesses.is_empty());
}

#[test]
fn a_danger_comes_back_within_ninety_days_and_not_later() {
    use DangerAct::{Confirm, Report};
    let mut rows = Snapshot::default();
    rows.put(AnyRecord::RiskPoint(point(1)));
    let begin = day(1, 1);
    for (number, after) in [(10, 0), (11, 90), (12, 181)] {
        let on = begin.checked_add_days(Days::new(after)).unwrap();
        let grade = HiddenDangerGrade::General;
        let steps = [(Report, on, None), (Confirm, on, None)];
        put(&mut rows, &Told { number, grade, found_on: on, measure: Some(50), reporter: "", steps: &steps });
    }
    let found = statistics(&rows, begin, day(12, 31), day(12, 31));
    let repeats = &found.indicator(Key::RepeatRate).unwrap().numerator.rows;
    assert_eq!(*repeats, Rows::Dangers(vec![id(11)]));
}

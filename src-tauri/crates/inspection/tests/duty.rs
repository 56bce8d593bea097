//! What waits for whom: due today, missed lately, and who leads a group.
//! Relies on the dates of plans being right; those are tested beside.
//! Never shipped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use chrono::NaiveDate;
use domain::{
    Appointment, Department, Executor, Inspection, InspectionChannel, InspectionKind, InspectionPlan,
    Language, OnRestDay, Person, PersonId, PlanPoint, RestDays, RiskPoint, RiskPointKind, SafetyRole,
    Snapshot, Uuid,
};
use inspection::{TaskState, duties, duty_words, open_tasks, tasks};

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person(number: u128, left_on: Option<&str>) -> Person {
    Person {
        id: id(number),
        department_id: None,
        post_id: None,
        name: format!("人员{number}"),
        title: String::new(),
        phone: String::new(),
        ordinal: i64::try_from(number).unwrap(),
        left_on: left_on.map(day),
    }
}

fn plan(number: u128, rule: &str, executor: Executor, grace_days: Option<i64>) -> InspectionPlan {
    InspectionPlan {
        id: id(number),
        code: format!("JH-{number:03}"),
        name: format!("计划{number}"),
        kind: InspectionKind::Daily,
        topic: None,
        scope: String::new(),
        checklist_id: None,
        rule: rule.parse().unwrap(),
        rest_days: RestDays::None,
        on_rest: OnRestDay::Skip,
        grace_days,
        executor,
        person_id: None,
        tier_id: None,
        department_id: None,
        starts_on: day("2026-01-01"),
        ends_on: None,
        issued_on: Some(day("2026-01-01")),
        campaign: false,
        replaces_id: None,
        note: String::new(),
        ordinal: 1,
    }
}

/// Two points of the workshop, a part of the department: one answered for by a person, one by nobody.
fn school() -> Snapshot {
    let mut snapshot = Snapshot::default();
    for (number, left) in [(1, None), (2, None), (3, Some("2026-02-01")), (4, None)] {
        snapshot.people.put(person(number, left));
    }
    for (number, parent, head) in [(50, None, Some(1)), (51, Some(50), None)] {
        snapshot.departments.put(Department {
            id: id(number),
            parent_id: parent.map(id),
            code: String::new(),
            name: format!("部门{number}"),
            head_id: head.map(id),
            phone: String::new(),
            ordinal: 1,
        });
    }
    for (number, answers) in [(10, Some(2)), (11, None)] {
        let code = format!("JD-S-{number:03}");
        let mut point = RiskPoint::blank(id(number), code, format!("设备{number}"), RiskPointKind::Facility);
        (point.department_id, point.person_id) = (Some(id(51)), answers.map(id));
        snapshot.points.put(point);
    }
    snapshot
}

fn cover(snapshot: &mut Snapshot, own: InspectionPlan) {
    for point in [10, 11] {
        let (plan_id, point_id) = (own.id, id(point));
        snapshot.plan_points.put(PlanPoint {
            id: id(1000 + point + Uuid::from(own.id).as_u128()),
            plan_id,
            point_id,
        });
    }
    snapshot.inspection_plans.put(own);
}

fn lead(snapshot: &mut Snapshot, number: u128, department: u128) {
    let (person_id, department_id) = (id(number), Some(id(department)));
    let role = SafetyRole::GroupLeader;
    snapshot.appointments.put(Appointment { id: id(70 + number), person_id, role, department_id });
}

fn executors(snapshot: &Snapshot) -> Vec<Option<PersonId>> {
    tasks(snapshot, day("2026-03-05"), day("2026-03-05")).iter().map(|task| task.executor).collect()
}

#[test]
fn a_group_is_inspected_by_its_leader_and_without_one_by_the_nearest_head() {
    let mut snapshot = school();
    cover(&mut snapshot, plan(100, "daily", Executor::GroupLeader, None));
    assert_eq!(executors(&snapshot), [Some(id(1)), Some(id(1))]);
    lead(&mut snapshot, 2, 50);
    assert_eq!(executors(&snapshot), [Some(id(2)), Some(id(2))]);
    // The one of the group itself comes before the one above; whoever left leads nothing.
    lead(&mut snapshot, 3, 51);
    assert_eq!(executors(&snapshot), [Some(id(2)), Some(id(2))]);
    lead(&mut snapshot, 4, 51);
    assert_eq!(executors(&snapshot), [Some(id(4)), Some(id(4))]);
}

#[test]
fn due_and_missed_inspections_wait_for_whoever_does_them() {
    let mut snapshot = school();
    cover(&mut snapshot, plan(100, "daily", Executor::Responsible, None));
    cover(&mut snapshot, plan(200, "month-days:1", Executor::DepartmentHead, Some(20)));
    let today = day("2026-03-15");
    let found = duties(&snapshot, today);
    // Nobody answers for the second point: its tasks are the head's, as the plan of the month is.
    let (own, head) = (&found[&Some(id(2))], &found[&Some(id(1))]);
    let told = |duties: &[inspection::Duty]| {
        duties.iter().map(|own| (own.state, own.tasks.len())).collect::<Vec<_>>()
    };
    assert_eq!(told(own), [(TaskState::Due, 1), (TaskState::Missed, 7)]);
    assert_eq!(told(head), [(TaskState::Due, 1), (TaskState::Due, 2), (TaskState::Missed, 7)]);
    // What may be done until the 21st is due for all that time, though it began a fortnight ago.
    assert_eq!((head[1].due_on(), head[1].until()), (Some(day("2026-03-01")), Some(day("2026-03-21"))));
    assert_eq!(duty_words(&snapshot, &own[0], Language::Chinese), "检查“计划100”：设备10，最迟 2026-03-15");
    let missed = duty_words(&snapshot, &own[1], Language::Chinese);
    assert_eq!(missed, "漏检“计划100”：设备10 等 7 项，应检 2026-03-08，请补检");
    assert!(duty_words(&snapshot, &own[1], Language::English).contains("7 in all"));
    // What is done waits for nobody; what comes is asked for by days.
    let before = open_tasks(&snapshot, today, 0).len();
    snapshot.inspections.put(Inspection {
        id: id(300),
        plan_id: Some(id(100)),
        point_id: Some(id(10)),
        due_on: Some(today),
        shift: None,
        done_on: today,
        done_at: None,
        inspector_id: None,
        inspector: String::new(),
        channel: InspectionChannel::Paper,
        source: String::new(),
        note: String::new(),
    });
    assert_eq!(open_tasks(&snapshot, today, 0).len(), before - 1);
    assert_eq!(told(&duties(&snapshot, today)[&Some(id(2))]), [(TaskState::Missed, 7)]);
    assert_eq!(open_tasks(&snapshot, today, 2).len(), before - 1 + 4);
}

#[test]
fn nothing_waits_without_plans_and_a_draft_asks_for_nothing() {
    let mut snapshot = school();
    assert!(duties(&snapshot, day("2026-03-15")).is_empty());
    cover(&mut snapshot, InspectionPlan { issued_on: None, ..plan(100, "daily", Executor::Pool, None) });
    assert!(duties(&snapshot, day("2026-03-15")).is_empty());
}

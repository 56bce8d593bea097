//! What steps come to: deadlines, rejections, closing late, steps of two copies, reminders, 待办, what goes back to risks.
//! Relies on the small school of `common`.
//! Knows nothing of commands.

#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use domain::{DangerAct as A, DangerStep, HiddenDangerGrade, InspectionKind, Language, Snapshot};
use rectification::{
    Alarm, DangerState, Need, Waiting, lacking, reminders, repeated, standing, standings, steps_of, text,
    todo,
};

fn put(snapshot: &mut Snapshot, ordinal: u32, act: A, by: u128, on: u32, change: impl Fn(&mut DangerStep)) {
    let mut own = step(DANGER, ordinal, act, by, on);
    change(&mut own);
    snapshot.danger_steps.put(own);
}

#[test]
fn the_whole_way_with_an_extension_and_a_rejection() {
    let mut snapshot = school();
    put(&mut snapshot, 1, A::Report, INSPECTOR, 1, |_| {});
    put(&mut snapshot, 2, A::Confirm, LEAD, 2, |_| {});
    put(&mut snapshot, 3, A::Assign, HEAD, 3, |_| {});
    let at = standing(&snapshot, id(DANGER));
    assert_eq!(
        (at.state, at.deadline, at.responsible),
        (DangerState::Rectifying, Some(day(10)), Some(id(WORKER)))
    );
    assert_eq!((at.acceptor, at.deadline_by, at.funds), (Some(id(INSPECTOR)), Some(id(HEAD)), Some(0)));
    assert!(!at.is_overdue(day(10)) && at.is_overdue(day(11)));
    put(&mut snapshot, 4, A::AskExtension, WORKER, 9, |own| own.deadline = Some(day(15)));
    let at = standing(&snapshot, id(DANGER));
    assert_eq!(
        (at.state, at.deadline, at.asked),
        (DangerState::ExtensionAsked, Some(day(10)), Some(day(15)))
    );
    put(&mut snapshot, 5, A::RefuseExtension, HEAD, 9, |_| {});
    assert_eq!(standing(&snapshot, id(DANGER)).deadline, Some(day(10)), "the old one is kept");
    put(&mut snapshot, 6, A::AskExtension, WORKER, 9, |own| own.deadline = Some(day(15)));
    put(&mut snapshot, 7, A::GrantExtension, HEAD, 10, |own| own.deadline = Some(day(14)));
    assert_eq!(standing(&snapshot, id(DANGER)).deadline, Some(day(14)));
    put(&mut snapshot, 8, A::Submit, WORKER, 13, |own| own.funds = Some(300));
    put(&mut snapshot, 9, A::Reject, INSPECTOR, 14, |_| {});
    let at = standing(&snapshot, id(DANGER));
    assert_eq!(
        (at.state, at.rejections, at.submitted_on, at.deadline),
        (DangerState::Rectifying, 1, None, Some(day(14)))
    );
    put(&mut snapshot, 10, A::Submit, WORKER, 16, |_| {});
    put(&mut snapshot, 11, A::Accept, INSPECTOR, 17, |_| {});
    let at = standing(&snapshot, id(DANGER));
    assert_eq!((at.state, at.confirmed_on, at.closed_on), (DangerState::Closed, Some(day(2)), Some(day(17))));
    assert!(at.closed_late() && !at.is_overdue(day(30)));
    assert_eq!(at.steps.len(), 11);
    assert_eq!(standings(&snapshot)[&id(DANGER)], at);
    put(&mut snapshot, 12, A::Reopen, LEAD, 20, |own| own.deadline = Some(day(25)));
    let at = standing(&snapshot, id(DANGER));
    assert_eq!((at.state, at.deadline, at.closed_on), (DangerState::Rectifying, Some(day(25)), None));
    assert_eq!(at.responsible, Some(id(WORKER)));
}

#[test]
fn steps_of_two_copies_replay_and_what_does_not_fit_is_reported() {
    let mut snapshot = school();
    put(&mut snapshot, 1, A::Report, INSPECTOR, 1, |_| {});
    put(&mut snapshot, 2, A::Confirm, LEAD, 2, |_| {});
    put(&mut snapshot, 3, A::Assign, LEAD, 3, |_| {});
    // One copy submits and accepts, the other asked for an extension a day later.
    put(&mut snapshot, 4, A::Submit, WORKER, 5, |_| {});
    put(&mut snapshot, 5, A::Accept, INSPECTOR, 8, |_| {});
    let mut other = step(DANGER, 4, A::AskExtension, WORKER, 6);
    other.id = id(77);
    snapshot.danger_steps.put(other);
    let at = standing(&snapshot, id(DANGER));
    assert_eq!(at.state, DangerState::Closed);
    assert_eq!(at.ignored, [id(77)]);
    assert_eq!(steps_of(&snapshot, id(DANGER)).len(), at.steps.len() + at.ignored.len());
}

#[test]
fn what_a_step_lacks_is_named() {
    let snapshot = school();
    let at = standing(&snapshot, id(DANGER));
    let own = snapshot.dangers.get(id(DANGER)).unwrap();
    let full = step(DANGER, 2, A::Assign, LEAD, 2);
    assert!(lacking(own, &at, &full, &[]).is_empty());
    let empty = DangerStep {
        note: String::new(),
        deadline: None,
        responsible_id: None,
        measures: " ".to_owned(),
        funds: None,
        contingency: String::new(),
        ..full.clone()
    };
    let five = [Need::Responsible, Need::Measures, Need::Funds, Need::Deadline, Need::Contingency];
    assert_eq!(lacking(own, &at, &empty, &[]), five);
    let mut major = own.clone();
    major.grade = Some(HiddenDangerGrade::Major);
    assert_eq!(lacking(&major, &at, &full, &[]), [Need::Plan]);
    let fixed = DangerStep { act: A::FixOnSpot, ..full.clone() };
    assert_eq!(
        lacking(&major, &at, &fixed, &[]),
        [Need::General, Need::Time, Need::PhotoBefore, Need::PhotoAfter]
    );
    // One that was fixed on the spot has no deadline of an assignment: reopened, it needs one.
    let reopened = DangerStep { act: A::Reopen, note: "复发".to_owned(), ..empty };
    assert_eq!(lacking(own, &at, &reopened, &[]), five);
    for act in A::ALL {
        for need in rectification::act_rule(*act).needs {
            assert!(!need.name(Language::Chinese).is_empty() && !need.field().is_empty());
        }
    }
}

fn rectifying(grade: HiddenDangerGrade) -> Snapshot {
    let mut snapshot = school();
    let mut own = danger(DANGER);
    own.grade = Some(grade);
    snapshot.dangers.put(own);
    lead_to(&mut snapshot, DANGER, &[(A::Report, INSPECTOR), (A::Confirm, LEAD), (A::Assign, LEAD)]);
    snapshot
}

#[test]
fn alarms_reach_more_people_the_later_it_gets() {
    let snapshot = rectifying(HiddenDangerGrade::General);
    let heard = |on: u32| {
        let found = reminders(&snapshot, day(on));
        found.first().map(|own| (own.alarm, own.to.len()))
    };
    let expected = [
        (6, None),
        (7, Some((Alarm::ThreeDaysBefore, 1))),
        (8, Some((Alarm::ThreeDaysBefore, 1))),
        (9, Some((Alarm::OneDayBefore, 1))),
        (10, Some((Alarm::OneDayBefore, 1))),
        (11, Some((Alarm::OneDayOver, 1))),
        (13, Some((Alarm::ThreeDaysOver, 2))),
        (16, Some((Alarm::ThreeDaysOver, 2))),
        (17, Some((Alarm::SevenDaysOver, 4))),
    ];
    for (on, alarm) in expected {
        assert_eq!(heard(on), alarm, "{on}");
    }
}

#[test]
fn what_waits_for_whom_and_the_text_to_copy() {
    let snapshot = rectifying(HiddenDangerGrade::General);
    let lists = todo(&snapshot, day(12));
    assert_eq!(lists.len(), 1);
    assert_eq!((lists[0].person, lists[0].items[0].what), (Some(id(WORKER)), Waiting::Rectify));
    let words = text(&snapshot, &lists[0], Language::Chinese);
    let expected = "【隐患待办】管理员（1 项）\n1. YH-2026-100 托架间隙过大（机加工）：请整改并提交，期限 2026-03-10，已超期 2 天";
    assert_eq!(words, expected);
    assert!(text(&snapshot, &lists[0], Language::English).contains("2 days over"));
    // Far over, the head and the leads are asked to see to it.
    let urged: Vec<_> = todo(&snapshot, day(20))
        .into_iter()
        .filter(|own| own.items.iter().any(|item| item.what == Waiting::Urge))
        .map(|own| own.person)
        .collect();
    assert_eq!(urged, [Some(id(LEAD)), Some(id(SECOND_LEAD)), Some(id(HEAD))]);
    // A major one must be reported to both.
    let major = rectifying(HiddenDangerGrade::Major);
    let lead = todo(&major, day(5)).into_iter().find(|own| own.person == Some(id(LEAD))).unwrap();
    assert_eq!(lead.items[0].what, Waiting::ReportMajor);
}

#[test]
fn three_dangers_of_one_measure_within_ninety_days_propose_a_judgement_anew() {
    let mut snapshot = school();
    let measure = id(500);
    for number in 1..=4u128 {
        let mut own = danger(200 + number);
        own.measure_id = Some(measure);
        own.source = InspectionKind::Daily;
        snapshot.dangers.put(own);
        // The last one turns out to be none.
        let second = if number == 4 { A::Dismiss } else { A::Confirm };
        lead_to(&mut snapshot, 200 + number, &[(A::Report, INSPECTOR), (second, LEAD)]);
    }
    let found = repeated(&snapshot, day(31));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].measure, found[0].dangers.len()), (measure, 3));
    let later = day(1) + chrono::Days::new(90);
    assert!(repeated(&snapshot, later).is_empty(), "found more than 90 days ago");
    assert_eq!(repeated(&snapshot, later - chrono::Days::new(1)).len(), 1);
}

//! Who may take which step: every row of the table, everybody of the school, general and major.
//! Relies on the small school of `common`.
//! Knows nothing of commands.

#![allow(clippy::unwrap_used)]

mod common;

use common::*;
use domain::{DangerAct as A, Explain, HiddenDangerGrade, Language, PersonId, Snapshot};
use rectification::{DangerState, Rule, TRANSITIONS, may, standing};
use std::collections::BTreeSet;

const EVERYBODY: [u128; 8] = [PRINCIPAL, LEAD, SECOND_LEAD, HEAD, OFFICER, WORKER, INSPECTOR, DEPUTY];

/// The ways to the states, each step by somebody who may.
fn way_to(state: DangerState) -> Vec<(A, u128)> {
    let report = (A::Report, INSPECTOR);
    let (confirm, assign) = ((A::Confirm, LEAD), (A::Assign, LEAD));
    match state {
        DangerState::Draft => vec![(A::Draft, INSPECTOR)],
        DangerState::Reported => vec![report],
        DangerState::NotDanger => vec![report, (A::Dismiss, LEAD)],
        DangerState::Confirmed => vec![report, confirm],
        DangerState::Rectifying => vec![report, confirm, assign],
        DangerState::ExtensionAsked => vec![report, confirm, assign, (A::AskExtension, WORKER)],
        DangerState::HandedUp => vec![report, confirm, (A::HandUp, HEAD)],
        DangerState::Suspended => vec![report, confirm, assign, (A::Suspend, LEAD)],
        DangerState::AwaitingAcceptance => vec![report, confirm, assign, (A::Submit, WORKER)],
        DangerState::Closed => vec![report, confirm, assign, (A::Submit, WORKER), (A::Accept, INSPECTOR)],
        DangerState::Void => vec![report, (A::Void, LEAD)],
    }
}

fn at(state: DangerState, grade: HiddenDangerGrade) -> Snapshot {
    let mut snapshot = school();
    let mut own = danger(DANGER);
    own.grade = Some(grade);
    snapshot.dangers.put(own);
    lead_to(&mut snapshot, DANGER, &way_to(state));
    assert_eq!(standing(&snapshot, id(DANGER)).state, state);
    snapshot
}

/// The rows of the specification: who may, and who does when nobody is named.
fn expected(act: A, major: bool) -> (Vec<u128>, Result<Option<u128>, ()>) {
    let leads = [LEAD, SECOND_LEAD, OFFICER];
    let one = |own: u128| (vec![own], Ok(Some(own)));
    match act {
        A::Draft | A::Report => (EVERYBODY.to_vec(), Ok(Some(INSPECTOR))),
        A::Dismiss | A::Confirm | A::FixOnSpot | A::Reopen | A::Void => (leads.to_vec(), Ok(Some(LEAD))),
        A::Assign => ([&leads[..], &[HEAD]].concat(), Ok(Some(LEAD))),
        A::HandUp => (vec![HEAD, OFFICER], Ok(Some(HEAD))),
        A::TakeUp | A::Suspend | A::Resume => (vec![LEAD, SECOND_LEAD], Ok(Some(LEAD))),
        A::Submit | A::AskExtension => one(WORKER),
        A::GrantExtension | A::RefuseExtension if major => one(PRINCIPAL),
        A::GrantExtension | A::RefuseExtension => one(LEAD),
        A::Accept | A::Reject if major => one(PRINCIPAL),
        A::Accept | A::Reject => one(INSPECTOR),
    }
}

#[test]
fn every_row_of_the_table_lets_those_act_and_nobody_else() {
    for grade in [HiddenDangerGrade::General, HiddenDangerGrade::Major] {
        for way in TRANSITIONS {
            let Some(from) = way.from else { continue };
            let snapshot = at(from, grade);
            let (people, natural) = expected(way.act, grade == HiddenDangerGrade::Major);
            for person in EVERYBODY {
                let answer = may(&snapshot, id(DANGER), way.act, Some(id(person)));
                let row = format!("{from:?} {} {person} {grade}", way.act);
                if people.contains(&person) {
                    assert_eq!(answer, Ok(Some(id(person))), "{row}");
                } else {
                    let rule = answer.unwrap_err();
                    assert!(matches!(rule, Rule::NotEntitled { .. } | Rule::OwnWork(_)), "{row}: {rule:?}");
                    assert!(rule.explain(Language::Chinese).contains("“"), "{row}");
                    assert!(!rule.explain(Language::English).is_empty(), "{row}");
                }
            }
            let unnamed = may(&snapshot, id(DANGER), way.act, None).map_err(|_| ());
            assert_eq!(unnamed, natural.map(|own| own.map(id)), "{from:?} {}", way.act);
            let gone = may(&snapshot, id(DANGER), way.act, Some(id(GONE)));
            assert_eq!(gone, Err(Rule::Left("已离岗".to_owned())));
            assert_eq!(may(&snapshot, id(DANGER), way.act, Some(id(999))), Err(Rule::NoSuchPerson));
        }
    }
}

#[test]
fn what_the_state_does_not_allow_is_refused_whoever_asks_and_the_words_say_what_is_possible() {
    let allowed: BTreeSet<_> = TRANSITIONS.iter().map(|way| (way.from, way.act)).collect();
    for state in DangerState::ALL.iter().copied() {
        let snapshot = at(state, HiddenDangerGrade::General);
        for act in A::ALL.iter().filter(|act| !allowed.contains(&(Some(state), **act))) {
            for by in [None, Some(id::<PersonId>(LEAD)), Some(id(PRINCIPAL))] {
                let rule = may(&snapshot, id(DANGER), *act, by).unwrap_err();
                assert_eq!(rule, Rule::NotFromHere { act: *act, state });
                assert!(rule.explain(Language::Chinese).contains(state.name(Language::Chinese)));
            }
        }
    }
    assert_eq!(may(&school(), id(7777), A::Confirm, None), Err(Rule::NoSuchDanger));
}

#[test]
fn nobody_accepts_their_own_work_and_the_next_in_line_stands_in() {
    // The inspector rectifies himself: whoever issued it accepts.
    let mut snapshot = at(DangerState::AwaitingAcceptance, HiddenDangerGrade::General);
    let mut assign = snapshot.danger_steps.iter().find(|own| own.act == A::Assign).unwrap().clone();
    assign.responsible_id = Some(id(INSPECTOR));
    snapshot.danger_steps.put(assign.clone());
    let own = may(&snapshot, id(DANGER), A::Accept, Some(id(INSPECTOR)));
    assert_eq!(own, Err(Rule::OwnWork("检查人".to_owned())));
    assert_eq!(may(&snapshot, id(DANGER), A::Accept, None), Ok(Some(id(LEAD))));
    // A named acceptor goes before all others, until he leaves.
    assign.responsible_id = Some(id(WORKER));
    assign.acceptor_id = Some(id(HEAD));
    snapshot.danger_steps.put(assign.clone());
    assert_eq!(may(&snapshot, id(DANGER), A::Accept, None), Ok(Some(id(HEAD))));
    assign.acceptor_id = Some(id(GONE));
    snapshot.danger_steps.put(assign);
    assert_eq!(may(&snapshot, id(DANGER), A::Accept, None), Ok(Some(id(INSPECTOR))));
    // A passer-by is no inspector.
    let mut found = danger(DANGER);
    found.source = domain::InspectionKind::Anybody;
    snapshot.dangers.put(found);
    assert_eq!(may(&snapshot, id(DANGER), A::Accept, None), Ok(Some(id(LEAD))));
    // A principal who rectifies a major danger cannot accept it, and nobody else can.
    let mut major = danger(DANGER);
    major.grade = Some(HiddenDangerGrade::Major);
    snapshot.dangers.put(major);
    let mut assign = snapshot.danger_steps.iter().find(|own| own.act == A::Assign).unwrap().clone();
    assign.responsible_id = Some(id(PRINCIPAL));
    snapshot.danger_steps.put(assign);
    let own = may(&snapshot, id(DANGER), A::Accept, Some(id(PRINCIPAL)));
    assert_eq!(own, Err(Rule::OwnWork("校长".to_owned())));
}

#[test]
fn offices_that_nobody_holds_and_several_holders_are_said() {
    let mut snapshot = at(DangerState::Reported, HiddenDangerGrade::General);
    let mut school = snapshot.organisation().unwrap().clone();
    school.safety_lead_id = None;
    snapshot.organisations.put(school);
    // One appointed lead is unambiguous, two are not.
    assert_eq!(may(&snapshot, id(DANGER), A::Confirm, None), Ok(Some(id(SECOND_LEAD))));
    let mut twin = snapshot.appointments.get(id(60)).unwrap().clone();
    twin.id = id(63);
    twin.person_id = id(DEPUTY);
    snapshot.appointments.put(twin);
    let rule = may(&snapshot, id(DANGER), A::Confirm, None).unwrap_err();
    assert!(matches!(&rule, Rule::WhoNeeded { people, .. } if people.len() == 2), "{rule:?}");
    assert!(rule.explain(Language::Chinese).contains("副校长"));
    for number in [60, 61, 63] {
        snapshot.appointments.remove(id(number));
    }
    let rule = may(&snapshot, id(DANGER), A::Confirm, None).unwrap_err();
    assert!(matches!(rule, Rule::Nobody(_)), "{rule:?}");
    assert!(rule.explain(Language::Chinese).contains("指定"));
}

#[test]
fn an_anonymous_draft_may_be_reported_by_nobody_in_particular() {
    let mut snapshot = at(DangerState::Draft, HiddenDangerGrade::General);
    let mut own = danger(DANGER);
    own.reporter_id = None;
    snapshot.dangers.put(own);
    assert_eq!(may(&snapshot, id(DANGER), A::Report, None), Ok(None));
}

#[test]
fn a_deadline_setter_who_left_is_replaced_by_the_safety_lead() {
    let mut snapshot = at(DangerState::ExtensionAsked, HiddenDangerGrade::General);
    let mut assign = snapshot.danger_steps.iter().find(|own| own.act == A::Assign).unwrap().clone();
    assign.by_id = Some(id(HEAD));
    snapshot.danger_steps.put(assign.clone());
    assert_eq!(may(&snapshot, id(DANGER), A::GrantExtension, None), Ok(Some(id(HEAD))));
    assign.by_id = Some(id(GONE));
    snapshot.danger_steps.put(assign);
    assert_eq!(may(&snapshot, id(DANGER), A::GrantExtension, None), Ok(Some(id(LEAD))));
}

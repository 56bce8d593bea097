//! Hidden dangers: what has no deadline, belongs to nothing, was rectified twice over, or waits for somebody who left.
//! Relies on the standing of each danger.
//! Knows nothing of who may do what.

use crate::finding::{Finding, Remedy, Visit, of_point, title};
use crate::rule::Rule;
use chrono::NaiveDate;
use domain::{HiddenDanger, RowId, Snapshot, Table};
use rectification::{DangerState, REPEATED_DAYS, point_of, repeated, standings};

pub(crate) fn check(snapshot: &Snapshot, today: NaiveDate, findings: &mut Vec<Finding>) {
    if snapshot.dangers.is_empty() {
        return;
    }
    for (id, standing) in standings(snapshot) {
        let Some(danger) = snapshot.dangers.get(id) else { continue };
        let mut add = |rule: Rule, detail: String| {
            let row = RowId { table: Table::HiddenDanger, id: id.into() };
            let subject = title(&danger.code, &short(danger));
            let mut finding = Finding::of(rule, row, subject, detail, Visit::Dangers);
            finding.at = danger.position;
            findings.push(finding);
        };
        let open = standing.state.is_open();
        if open && point_of(snapshot, danger).is_none() {
            add(Rule::DangerUnlinked, String::new());
        }
        let needs_deadline = matches!(
            standing.state,
            DangerState::Rectifying
                | DangerState::ExtensionAsked
                | DangerState::Suspended
                | DangerState::AwaitingAcceptance
        );
        if needs_deadline && standing.deadline.is_none() {
            add(Rule::DangerWithoutDeadline, String::new());
        }
        if !standing.ignored.is_empty() {
            add(Rule::DangerSteps, standing.ignored.len().to_string());
        }
        if open
            && let Some(person) =
                snapshot.people.find(standing.responsible).filter(|own| own.left_on.is_some())
        {
            add(Rule::PersonLeft, person.name.clone());
        }
    }
    for own in repeated(snapshot, today) {
        let point = snapshot.points.find(own.point);
        let measure = snapshot.measures.get(own.measure);
        if let (Some(point), Some(measure)) = (point, measure) {
            let detail = measure.content.clone();
            let visit = Remedy::Visit(Visit::Scores);
            findings.push(of_point(Rule::RepeatedFailure, point, detail, visit));
        }
    }
}

/// The beginning of what it is.
fn short(danger: &HiddenDanger) -> String {
    danger.description.trim().chars().take(30).collect()
}

// The words of the rule name both numbers.
const _: () = assert!(rectification::REPEATED_TIMES == 3 && REPEATED_DAYS == 90);

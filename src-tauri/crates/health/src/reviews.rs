//! Rules of reviews, rounds and changes: approved then edited, waiting too long, not settled, decided by nobody.
//! Relies on `review` for where each list stands.
//! Knows nothing of who may decide.

use crate::finding::{Finding, Remedy, Visit, title};
use crate::rule::Rule;
use chrono::{Days, NaiveDate};
use domain::{Language, Review, ReviewSubject, RiskLevel, RoundKind, RoundState, RowId, Snapshot, Table};
use evaluation::RiskPicture;
use review::{ChangedHow, ReviewState, existing, fingerprints, standing};
use std::collections::BTreeMap;

/// A submission should be decided within so many days.
const DAYS_TO_DECIDE: u64 = 30;
/// Risks are identified and assessed anew every year.
const DAYS_OF_A_ROUND: u64 = 365;

pub(crate) fn check(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) {
    lists(snapshot, picture, today, findings);
    rounds(snapshot, today, findings);
    for change in snapshot.changes.iter().filter(|own| own.closed_on.is_none()) {
        let points = snapshot.change_points.iter().filter(|own| own.change_id == change.id);
        let open = points.filter(|own| own.settled_on.is_none()).count();
        findings.push(Finding::of(
            Rule::OpenChange,
            RowId { table: Table::ChangeRecord, id: change.id.into() },
            change.title.clone(),
            open.to_string(),
            Visit::Changes,
        ));
    }
    for item in snapshot.check_items.iter().filter(|own| !own.retired && own.measure_id.is_none()) {
        let Some(point) = snapshot.points.get(item.point_id) else { continue };
        let words: String = item.content.chars().take(30).collect();
        let remedy = Remedy::Visit(Visit::Measures);
        findings.push(crate::finding::of_point(Rule::LostCheckItem, point, words, remedy));
    }
}

fn lists(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate, findings: &mut Vec<Finding>) {
    let majors = picture.whole.count(RiskLevel::Major);
    let organisation = snapshot.organisation();
    if snapshot.reviews.is_empty() {
        // A site that keeps its reviews elsewhere is told once.
        if let Some(own) = organisation.filter(|_| majors > 0) {
            let row = RowId { table: Table::Organisation, id: own.id.into() };
            findings.push(Finding::of(
                Rule::MajorNotApproved,
                row,
                own.name.clone(),
                majors.to_string(),
                Visit::Review,
            ));
        }
        return;
    }
    let picture = existing(snapshot, picture);
    let content = fingerprints(snapshot, &picture, |_| true);
    let points: BTreeMap<String, _> =
        snapshot.points.iter().map(|point| (point.id.to_string(), point)).collect();
    let is_late = |own: &&Review| {
        own.done_on.checked_add_days(Days::new(DAYS_TO_DECIDE)).is_some_and(|last| last < today)
    };
    let rounds = snapshot.rounds.iter().map(|round| (ReviewSubject::Round, Some(round)));
    let subjects =
        ReviewSubject::ALL.iter().filter(|own| **own != ReviewSubject::Round).map(|own| (*own, None));
    for (subject, round) in subjects.chain(rounds) {
        let stands = standing(snapshot, &picture, subject, round.map(|own| own.id), Some(&content));
        let called = round.map_or(subject.name(Language::Chinese), |round| round.name.as_str());
        let last = stands.entries.last().copied();
        if stands.state == ReviewState::Submitted
            && let Some(last) = last.filter(is_late)
        {
            let row = RowId { table: Table::Review, id: last.id.into() };
            let day = last.done_on.to_string();
            findings.push(Finding::of(Rule::ReviewOverdue, row, called, day, Visit::Review));
        }
        let approved = stands.was == Some(ReviewState::Approved) && subject != ReviewSubject::Round;
        for changed in stands.changed.iter().filter(|_| approved) {
            let own = points.get(&changed.point).filter(|_| changed.how != ChangedHow::Gone);
            let row = match (own, last) {
                (Some(point), _) => RowId { table: Table::RiskPoint, id: point.id.into() },
                (None, Some(last)) => RowId { table: Table::Review, id: last.id.into() },
                (None, None) => continue,
            };
            let subject = title(&changed.code, &changed.name);
            let mut finding = Finding::of(Rule::ApprovedEdited, row, subject, called, Visit::Review);
            finding.at = own.and_then(|point| point.position);
            findings.push(finding);
        }
        if subject == ReviewSubject::MajorRisks
            && majors > 0
            && !matches!(stands.state, ReviewState::Approved | ReviewState::Reopened)
            && let Some(own) = organisation
        {
            let row = RowId { table: Table::Organisation, id: own.id.into() };
            let count = majors.to_string();
            findings.push(Finding::of(Rule::MajorNotApproved, row, own.name.clone(), count, Visit::Review));
        }
    }
}

/// The round of the year: the last approved one is not too old.
fn rounds(snapshot: &Snapshot, today: NaiveDate, findings: &mut Vec<Finding>) {
    let annual = snapshot.rounds.iter().filter(|own| own.kind == RoundKind::Annual);
    let approved = annual.filter(|own| own.state == RoundState::Approved);
    let Some((on, last)) = approved.filter_map(|own| Some((own.approved_on?, own))).max_by_key(|own| own.0)
    else {
        return;
    };
    if on.checked_add_days(Days::new(DAYS_OF_A_ROUND)).is_some_and(|due| due < today) {
        let row = RowId { table: Table::AssessmentRound, id: last.id.into() };
        findings.push(Finding::of(Rule::RoundOverdue, row, last.name.clone(), on.to_string(), Visit::Rounds));
    }
}

//! Where the review of a list or a round stands, and what is not any more what was submitted.
//! Relies on the fingerprints that were kept with the last submission.
//! Knows nothing of how it is shown.

use crate::fingerprint::{Content, fingerprints};
use crate::machine::{ReviewState, by_act};
use domain::{
    AssessmentRoundId, Review, ReviewAct, ReviewId, ReviewSubject, RiskBasis, RiskLevel, RiskPoint,
    RiskPointKind, RoundState, Snapshot,
};
use evaluation::{RiskPicture, risk_picture};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How a point is not what was submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum ChangedHow {
    /// It says something else.
    Edited,
    /// It was not there, or did not belong to the list.
    New,
    /// It is not there any more, or does not belong to the list.
    Gone,
}

/// A point that is not what was submitted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
pub struct ChangedPoint {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its identity; it may be gone.
    pub point: String,
    /// How.
    pub how: ChangedHow,
}

/// Where a review stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing<'a> {
    /// The state.
    pub state: ReviewState,
    /// The state before the content changed.
    pub was: Option<ReviewState>,
    /// The acts, the oldest first.
    pub entries: Vec<&'a Review>,
    /// What is not what was submitted, by code.
    pub changed: Vec<ChangedPoint>,
}

/// The picture of existing risk: the given one where it is that.
pub fn existing<'a>(snapshot: &Snapshot, picture: &'a RiskPicture) -> Cow<'a, RiskPicture> {
    if picture.basis == RiskBasis::Existing {
        Cow::Borrowed(picture)
    } else {
        Cow::Owned(risk_picture(snapshot, RiskBasis::Existing))
    }
}

/// Whether a point belongs to what is reviewed.
pub fn points_of(subject: ReviewSubject, picture: &RiskPicture, point: &RiskPoint) -> bool {
    match subject {
        ReviewSubject::Activities => point.kind == RiskPointKind::Activity,
        ReviewSubject::Facilities => point.kind == RiskPointKind::Facility,
        ReviewSubject::Workplaces => point.kind == RiskPointKind::Workplace,
        ReviewSubject::Control | ReviewSubject::Round => true,
        ReviewSubject::MajorRisks => {
            picture.points.get(&point.id).is_some_and(|risk| risk.level == Some(RiskLevel::Major))
        }
    }
}

/// The acts on a subject, the oldest first.
fn entries(snapshot: &Snapshot, subject: ReviewSubject, round: Option<AssessmentRoundId>) -> Vec<&Review> {
    let mut entries: Vec<&Review> = snapshot
        .reviews
        .iter()
        .filter(|own| own.subject == subject && (subject != ReviewSubject::Round || own.round_id == round))
        .collect();
    // Acts of another copy of the project may have older identities and later days.
    entries.sort_by_key(|own| (own.done_on, own.id));
    entries
}

/// The submission that the last act stands on, as long as it stands.
pub fn submission_of(entries: &[&Review]) -> Option<ReviewId> {
    match by_act(entries.last().map(|own| own.act)) {
        ReviewState::Draft | ReviewState::Returned | ReviewState::Reopened => None,
        ReviewState::Submitted | ReviewState::Passed | ReviewState::Approved => {
            entries.iter().rev().find(|own| own.act == ReviewAct::Submit).map(|own| own.id)
        }
    }
}

/// Where the review of a subject stands. `content` holds the fingerprints of all points; without it they are worked
/// out, where anything was submitted at all.
pub fn standing<'a>(
    snapshot: &'a Snapshot,
    picture: &RiskPicture,
    subject: ReviewSubject,
    round: Option<AssessmentRoundId>,
    content: Option<&Content>,
) -> Standing<'a> {
    let entries = entries(snapshot, subject, round);
    let frozen = subject == ReviewSubject::Round
        && snapshot.rounds.find(round).is_some_and(|round| round.state == RoundState::Approved);
    let by_act = by_act(entries.last().map(|own| own.act));
    let state = if frozen { ReviewState::Approved } else { by_act };
    let changed = match submission_of(&entries) {
        None => Vec::new(),
        Some(submission) => changed(snapshot, picture, subject, submission, content),
    };
    // A round is a record: what changed since is told, and another round is needed to say it.
    if changed.is_empty() || frozen {
        return Standing { state, was: None, entries, changed };
    }
    Standing { state: ReviewState::Reopened, was: Some(state), entries, changed }
}

fn changed(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    subject: ReviewSubject,
    submission: ReviewId,
    content: Option<&Content>,
) -> Vec<ChangedPoint> {
    let made;
    let content = match content {
        Some(content) => content,
        None => {
            made = fingerprints(snapshot, picture, |point| points_of(subject, picture, point));
            &made
        }
    };
    let kept = snapshot.reviewed_points.iter().filter(|own| own.review_id == submission);
    let mut kept: BTreeMap<&str, _> = kept.map(|own| (own.point.as_str(), own)).collect();
    let mut changed = Vec::new();
    for point in snapshot.points.iter().filter(|point| points_of(subject, picture, point)) {
        let id = point.id.to_string();
        let how = match kept.remove(id.as_str()) {
            None => ChangedHow::New,
            Some(old) if content.get(&point.id) != Some(&old.fingerprint) => ChangedHow::Edited,
            Some(_) => continue,
        };
        changed.push(ChangedPoint { point: id, code: point.code.clone(), name: point.name.clone(), how });
    }
    changed.extend(kept.into_values().map(|old| ChangedPoint {
        point: old.point.clone(),
        code: old.code.clone(),
        name: old.name.clone(),
        how: ChangedHow::Gone,
    }));
    changed.sort();
    changed
}

//! One act of a review: submitting, withdrawing, returning, passing, approving a list or a round.
//! Relies on the table of transitions in `review`, and on fingerprints kept with each submission.
//! Knows nothing of how the state is shown.

use crate::command::{Context, Plan};
use crate::commands::assign::check_here;
use crate::commands::find;
use crate::commands::rounds::freeze;
use crate::refusal::Refusal;
use domain::{
    AssessmentRoundId, Language, PersonId, Review, ReviewAct, ReviewId, ReviewSubject, ReviewedPoint,
    RiskBasis, RoundState, RowId, Snapshot, Table,
};
use evaluation::risk_picture;
use review::{ReviewState, Standing, after, fingerprints, points_of, standing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Does one thing with the review of a list or a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReviewOf {
    /// What is reviewed.
    pub subject: ReviewSubject,
    /// The round, for rounds.
    #[serde(default)]
    pub round: Option<AssessmentRoundId>,
    /// What is done.
    pub act: ReviewAct,
    /// Who does it; needed to return, pass and approve.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// What is said; needed to return.
    #[serde(default)]
    pub note: String,
}

impl ReviewOf {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let Self { subject, round, act, by, note } = self;
        let round = match (subject, round) {
            (ReviewSubject::Round, Some(round)) => Some(find(&snapshot.rounds, round)?),
            (ReviewSubject::Round, None) => return Err(Refusal::Nothing),
            (_, _) => None,
        };
        if round.is_some_and(|round| round.state == RoundState::Approved) {
            return Err(Refusal::Approved);
        }
        let id = round.map(|round| round.id);
        let picture = risk_picture(snapshot, RiskBasis::Existing);
        let stands = standing(snapshot, &picture, subject, id, None);
        let decides = matches!(act, ReviewAct::Return | ReviewAct::Pass | ReviewAct::Approve);
        check_transition(&stands, act)?;
        match by {
            Some(person) => check_here(context, person)?,
            None if decides => return Err(Refusal::WhoNeeded),
            None => {}
        }
        if act == ReviewAct::Return && note.trim().is_empty() {
            return Err(Refusal::NoteNeeded);
        }
        let principal = snapshot.organisation().and_then(|own| own.principal_id);
        if (subject, act) == (ReviewSubject::MajorRisks, ReviewAct::Approve)
            && (principal.is_none() || by != principal)
        {
            return Err(Refusal::OnlyPrincipal);
        }
        let called = round.map_or(subject.name(Language::Chinese), |round| &round.name);
        let mut plan = Plan::new(Label::new(
            format!("{}：{called}", act.name(Language::Chinese)),
            format!("Review: {} {called}", act.name(Language::English)),
        ));
        let entry: ReviewId = context.id();
        plan.create(Review {
            id: entry,
            subject,
            round_id: id,
            act,
            by_id: by,
            done_on: context.today,
            note,
        });
        if act == ReviewAct::Submit {
            forget_older(snapshot, &stands, &mut plan);
            let content = fingerprints(snapshot, &picture, |point| points_of(subject, &picture, point));
            if content.is_empty() {
                return Err(Refusal::Nothing);
            }
            for (point, fingerprint) in content {
                let Some(own) = snapshot.points.get(point) else { continue };
                plan.put(ReviewedPoint {
                    id: context.id(),
                    review_id: entry,
                    point: point.to_string(),
                    code: own.code.clone(),
                    name: own.name.clone(),
                    fingerprint,
                });
            }
        }
        if let (ReviewAct::Approve, Some(round)) = (act, round) {
            freeze(context, round.clone(), by, String::new(), &mut plan);
        }
        Ok(plan)
    }
}

fn check_transition(stands: &Standing<'_>, act: ReviewAct) -> Result<(), Refusal> {
    if after(stands.state, act).is_some() {
        return Ok(());
    }
    // Who wants to pass what changed meanwhile should hear that, not that the state is wrong.
    let meant = stands.was.is_some_and(|was| after(was, act).is_some());
    if stands.state == ReviewState::Reopened && meant {
        return Err(Refusal::ChangedSince(stands.changed.len()));
    }
    Err(Refusal::NotAllowed(act))
}

/// Of earlier submissions only the one that was approved last is still worth comparing with.
fn forget_older(snapshot: &Snapshot, stands: &Standing<'_>, plan: &mut Plan) {
    let approved = stands.entries.iter().rposition(|own| own.act == ReviewAct::Approve);
    let kept = approved.and_then(|at| {
        let before = stands.entries.get(..at)?;
        before.iter().rev().find(|own| own.act == ReviewAct::Submit).map(|own| own.id)
    });
    let older: BTreeSet<ReviewId> =
        stands.entries.iter().map(|own| own.id).filter(|id| Some(*id) != kept).collect();
    for own in snapshot.reviewed_points.iter().filter(|own| older.contains(&own.review_id)) {
        plan.remove(RowId { table: Table::ReviewedPoint, id: own.id.into() });
    }
}

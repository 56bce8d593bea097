//! Opening an assessment round and approving it, which freezes what was found.
//! Relies on the risk pictures of both bases at the moment of approval.
//! Knows nothing of how two rounds are compared.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{
    AssessmentRound, AssessmentRoundId, CriteriaPresetId, Language, LevelReason, PersonId, ReviewAct,
    RiskBasis, RiskPoint, RoundKind, RoundMember, RoundResult, RoundState, Snapshot,
};
use evaluation::{PointRisk, RiskPicture, control_tier, risk_picture};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Label;

/// Somebody who takes part in a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewRoundMember {
    /// Who.
    pub person: PersonId,
    /// As what; may be empty.
    #[serde(default)]
    pub role: String,
}

/// Begins a round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct OpenRound {
    /// Its type.
    pub kind: RoundKind,
    /// Its name; empty for one made of year and type.
    #[serde(default)]
    pub name: String,
    /// Why now.
    #[serde(default)]
    pub cause: String,
    /// When it began; today when left out.
    #[serde(default)]
    pub started_on: Option<NaiveDate>,
    /// The annual round that it supplements.
    #[serde(default)]
    pub supplements: Option<AssessmentRoundId>,
    /// Who takes part.
    #[serde(default)]
    pub members: Vec<NewRoundMember>,
}

/// Approves an open round: its result becomes a record that later edits do not touch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ApproveRound {
    /// The round.
    pub round: AssessmentRoundId,
    /// Who approves.
    #[serde(default)]
    pub approved_by: Option<PersonId>,
    /// What was concluded; the one written before stays where this is empty.
    #[serde(default)]
    pub conclusion: String,
}

impl OpenRound {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let started_on = self.started_on.unwrap_or(context.today);
        let name = if self.name.trim().is_empty() {
            format!("{} {}", started_on.format("%Y-%m-%d"), self.kind.name(Language::Chinese))
        } else {
            self.name
        };
        if let Some(other) = self.supplements {
            find(&snapshot.rounds, other)?;
        }
        let mut plan = Plan::new(Label::new(format!("开始轮次 {name}"), format!("Begin round {name}")));
        let id: AssessmentRoundId = context.id();
        plan.create(AssessmentRound {
            id,
            kind: self.kind,
            name,
            cause: self.cause,
            started_on: Some(started_on),
            ended_on: None,
            supplements_id: self.supplements,
            state: RoundState::Open,
            conclusion: String::new(),
            approved_by_id: None,
            approved_on: None,
        });
        let mut known = Vec::new();
        for (ordinal, member) in (1..).zip(self.members) {
            find(&snapshot.people, member.person)?;
            if known.contains(&member.person) {
                continue;
            }
            known.push(member.person);
            plan.put(RoundMember {
                id: context.id(),
                round_id: id,
                person_id: member.person,
                role: member.role,
                ordinal,
            });
        }
        Ok(plan)
    }
}

impl ApproveRound {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let round = find(&snapshot.rounds, self.round)?.clone();
        if round.state == RoundState::Approved {
            return Err(Refusal::Approved);
        }
        // A round whose review was begun is approved by that review.
        let is_reviewed = |own: &domain::Review| own.round_id == Some(round.id);
        if snapshot.reviews.iter().any(is_reviewed) {
            return Err(Refusal::NotAllowed(ReviewAct::Approve));
        }
        if let Some(person) = self.approved_by {
            find(&snapshot.people, person)?;
        }
        let name = &round.name;
        let mut plan = Plan::new(Label::new(format!("批准轮次 {name}"), format!("Approve round {name}")));
        freeze(context, round, self.approved_by, self.conclusion, &mut plan);
        Ok(plan)
    }
}

/// Makes the round an approved one, with what is found today as its result.
pub(crate) fn freeze(
    context: &mut Context<'_>,
    mut round: AssessmentRound,
    by: Option<PersonId>,
    conclusion: String,
    plan: &mut Plan,
) {
    let id = round.id;
    round.state = RoundState::Approved;
    round.approved_by_id = by;
    round.approved_on = Some(context.today);
    if round.ended_on.is_none() {
        round.ended_on = Some(round.started_on.map_or(context.today, |start| start.max(context.today)));
    }
    if !conclusion.trim().is_empty() {
        round.conclusion = conclusion;
    }
    plan.put(round);
    for mut result in results(context.snapshot) {
        result.id = context.id();
        result.round_id = id;
        plan.put(result);
    }
}

/// What a round would freeze now: one row for each point, with ids still to be given.
pub fn results(snapshot: &Snapshot) -> Vec<RoundResult> {
    let existing = risk_picture(snapshot, RiskBasis::Existing);
    let inherent = risk_picture(snapshot, RiskBasis::Inherent);
    let presets: BTreeMap<CriteriaPresetId, String> =
        snapshot.presets.iter().map(|own| (own.id, format!("{}@{}", own.code, own.version))).collect();
    let result = |point: &RiskPoint| {
        let risk = existing.points.get(&point.id);
        let level = risk.and_then(|risk| risk.level);
        let preset = risk.and_then(|risk| risk.preset).and_then(|id| presets.get(&id));
        RoundResult {
            id: uuid::Uuid::nil().into(),
            round_id: uuid::Uuid::nil().into(),
            point: point.id.to_string(),
            code: point.code.clone(),
            name: point.name.clone(),
            kind: point.kind,
            department: snapshot
                .departments
                .find(point.department_id)
                .map_or_else(String::new, |own| own.name.clone()),
            zone: snapshot.zones.find(point.zone_id).map_or_else(String::new, |own| own.name.clone()),
            location: point.location.clone(),
            floor: snapshot.floor_of(point).map_or_else(String::new, |own| own.id.to_string()),
            position: point.position,
            level,
            inherent: inherent.points.get(&point.id).and_then(|risk| risk.level),
            reason: risk.map_or(LevelReason::Unassessed, |risk| risk.reason.word()),
            score: risk
                .and_then(|risk| risk.score)
                .map_or_else(String::new, |score| score.rounded(4).to_string()),
            method: risk.and_then(|risk| risk.score).map(|score| score.method),
            preset: preset.cloned().unwrap_or_default(),
            tier: control_tier(snapshot, point, level).map_or_else(String::new, |tier| tier.name.clone()),
            inputs: risk.map_or_else(String::new, |risk| inputs(snapshot, &existing, risk)),
        }
    };
    snapshot.points.iter().map(result).collect()
}

/// The deciding hazard and accident with each assessor's values, in words.
fn inputs(snapshot: &Snapshot, picture: &RiskPicture, risk: &PointRisk) -> String {
    let hazard = snapshot.hazards.find(risk.hazard).map_or("", |hazard| hazard.description.as_str());
    let Some(accident) = snapshot.accidents.find(risk.accident) else { return hazard.to_owned() };
    let name = domain::accident_type(&accident.accident_type)
        .map_or(accident.accident_type.as_str(), |found| found.name(Language::Chinese));
    let values = picture.accidents.get(&accident.id).into_iter().flat_map(|risk| &risk.assessors);
    let values = values.filter_map(|score| {
        let row = snapshot.assessments.get(score.assessment)?;
        let who = snapshot.people.get(score.assessor).map_or("", |person| person.name.as_str());
        Some(format!("{who} {}={}", row.factors, score.product))
    });
    let text = format!("{hazard}；{name}；{}", values.collect::<Vec<_>>().join("；"));
    text.chars().take(domain::LONGEST_TEXT).collect()
}

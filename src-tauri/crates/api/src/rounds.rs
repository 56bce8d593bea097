//! Assessment rounds as lists, and the difference between two of them.
//! Relies on frozen results for approved rounds, and on the picture of today for "now".
//! Knows nothing of how results are frozen.

use crate::calls::App;
use crate::error::ApiError;
use domain::{
    AssessmentRound, AssessmentRoundId, RiskBasis, RiskLevel, RoundMember, RoundResult, RoundState, Snapshot,
};
use edit::results;
use geometry::Point;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A round with who takes part and what it found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoundView {
    /// The round.
    pub round: AssessmentRound,
    /// Who takes part, in order.
    pub members: Vec<RoundMember>,
    /// Points of each level, once approved: major, high, medium, low, unassessed.
    pub counts: Option<[u32; 5]>,
}

/// A round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoundArgs {
    /// The round.
    pub round: AssessmentRoundId,
}

/// Two rounds to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiffRoundsArgs {
    /// The earlier round, approved; left out, today.
    #[serde(default)]
    pub before: Option<AssessmentRoundId>,
    /// The later one, approved; left out, today.
    #[serde(default)]
    pub after: Option<AssessmentRoundId>,
    /// With or without measures; existing risk when left out.
    #[serde(default)]
    pub basis: Option<RiskBasis>,
}

/// What became of the points between two rounds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct RoundDiff {
    /// Name of the earlier round.
    pub before: String,
    /// Name of the later one.
    pub after: String,
    /// Points that the earlier one does not have.
    pub new: Vec<RoundChange>,
    /// Points that the later one does not have.
    pub gone: Vec<RoundChange>,
    /// Points with a greater level than before, those assessed for the first time among them.
    pub raised: Vec<RoundChange>,
    /// Points with a lesser level than before, those no longer assessed among them.
    pub lowered: Vec<RoundChange>,
    /// How many have the level they had.
    pub unchanged: u32,
}

/// A point in a difference.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoundChange {
    /// The point's identity; it may be gone.
    pub point: String,
    /// Its code, as of the later round that has it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The level before.
    pub before: Option<RiskLevel>,
    /// The level after.
    pub after: Option<RiskLevel>,
    /// The score before, empty where there was none.
    pub score_before: String,
    /// The score after.
    pub score_after: String,
    /// The floor it stood on last; empty for none.
    pub floor: String,
    /// Where.
    pub position: Option<Point>,
}

/// Every round, the latest first.
pub(crate) fn round_views(snapshot: &Snapshot) -> Vec<RoundView> {
    let mut counts: BTreeMap<AssessmentRoundId, [u32; 5]> = BTreeMap::new();
    for result in &snapshot.round_results {
        let place = match result.level {
            Some(RiskLevel::Major) => 0,
            Some(RiskLevel::High) => 1,
            Some(RiskLevel::Medium) => 2,
            Some(RiskLevel::Low) => 3,
            None => 4,
        };
        if let Some(count) = counts.entry(result.round_id).or_default().get_mut(place) {
            *count += 1;
        }
    }
    let view = |round: &AssessmentRound| {
        let mut members: Vec<_> =
            snapshot.round_members.iter().filter(|own| own.round_id == round.id).cloned().collect();
        members.sort_by_key(|own| (own.ordinal, own.id));
        let approved = round.state == RoundState::Approved;
        let counts = approved.then(|| counts.get(&round.id).copied().unwrap_or_default());
        RoundView { round: round.clone(), members, counts }
    };
    let mut views: Vec<_> = snapshot.rounds.iter().map(view).collect();
    views.reverse();
    views
}

/// The round that a person means: by identity, by name, or `now` for the state of today.
pub fn round_called(snapshot: &Snapshot, text: &str) -> Result<Option<AssessmentRoundId>, ApiError> {
    if text == "now" {
        return Ok(None);
    }
    let is_it = |round: &&AssessmentRound| round.name == text || round.id.to_string() == text;
    let found: Vec<_> = snapshot.rounds.iter().filter(is_it).collect();
    let shown: String = text.chars().take(60).collect();
    match found.as_slice() {
        [round] => Ok(Some(round.id)),
        [] => Err(ApiError::new(
            "no-such-round",
            format!("没有名为“{shown}”的轮次，请检查名称（当前状态写作 now）。"),
            format!("There is no round called {shown:?}. The state of today is called now."),
        )),
        _ => Err(ApiError::new(
            "ambiguous-round",
            format!("有几个名为“{shown}”的轮次，请改用标识。"),
            format!("Several rounds are called {shown:?}. Use the identity instead."),
        )),
    }
}

fn side(
    snapshot: &Snapshot,
    round: Option<AssessmentRoundId>,
) -> Result<(String, BTreeMap<String, RoundResult>), ApiError> {
    let by_point = |rows: Vec<RoundResult>| rows.into_iter().map(|row| (row.point.clone(), row)).collect();
    let Some(id) = round else { return Ok(("now".to_owned(), by_point(results(snapshot)))) };
    let round = snapshot.rounds.get(id).ok_or_else(|| {
        let row = domain::RowId { table: domain::Table::AssessmentRound, id: id.into() };
        ApiError::from(edit::Refusal::NoSuchRow(row))
    })?;
    if round.state != RoundState::Approved {
        let name = &round.name;
        return Err(ApiError::new(
            "not-approved",
            format!("轮次“{name}”还没有批准，没有可以比较的结果。"),
            format!("The round {name:?} is not approved and has no result to compare."),
        ));
    }
    let rows = snapshot.round_results.iter().filter(|row| row.round_id == id).cloned().collect();
    Ok((round.name.clone(), by_point(rows)))
}

/// The difference between two rounds.
pub fn diff_rounds(snapshot: &Snapshot, args: &DiffRoundsArgs) -> Result<RoundDiff, ApiError> {
    let basis = args.basis.unwrap_or(RiskBasis::Existing);
    let (before_name, before) = side(snapshot, args.before)?;
    let (after_name, after) = side(snapshot, args.after)?;
    let mut diff = RoundDiff { before: before_name, after: after_name, ..RoundDiff::default() };
    let change = |old: Option<&RoundResult>, new: Option<&RoundResult>| {
        let shown = new.or(old)?;
        Some(RoundChange {
            point: shown.point.clone(),
            code: shown.code.clone(),
            name: shown.name.clone(),
            before: old.and_then(|row| row.level_on(basis)),
            after: new.and_then(|row| row.level_on(basis)),
            score_before: old.map_or_else(String::new, |row| row.score.clone()),
            score_after: new.map_or_else(String::new, |row| row.score.clone()),
            floor: shown.floor.clone(),
            position: shown.position,
        })
    };
    for (point, new) in &after {
        let Some(old) = before.get(point) else {
            diff.new.extend(change(None, Some(new)));
            continue;
        };
        let (was, is) = (old.level_on(basis), new.level_on(basis));
        match is.cmp(&was) {
            std::cmp::Ordering::Greater => diff.raised.extend(change(Some(old), Some(new))),
            std::cmp::Ordering::Less => diff.lowered.extend(change(Some(old), Some(new))),
            std::cmp::Ordering::Equal => diff.unchanged += 1,
        }
    }
    let gone = before.iter().filter(|(point, _)| !after.contains_key(*point));
    diff.gone.extend(gone.filter_map(|(_, old)| change(Some(old), None)));
    for list in [&mut diff.new, &mut diff.gone, &mut diff.raised, &mut diff.lowered] {
        list.sort_by(|a, b| a.code.cmp(&b.code));
    }
    Ok(diff)
}

impl App {
    /// Every round, the latest first.
    pub(crate) fn rounds(&self, _: crate::calls::Nothing) -> Result<Vec<RoundView>, ApiError> {
        self.with(|session| Ok(round_views(session.snapshot())))
    }

    /// What an approved round found, by code.
    pub(crate) fn round_results(&self, args: RoundArgs) -> Result<Vec<RoundResult>, ApiError> {
        self.with(|session| {
            let rows = session.snapshot().round_results.iter().filter(|row| row.round_id == args.round);
            let mut rows: Vec<_> = rows.cloned().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            Ok(rows)
        })
    }

    /// The difference between two rounds.
    pub(crate) fn diff_rounds(&self, args: DiffRoundsArgs) -> Result<RoundDiff, ApiError> {
        self.with(|session| diff_rounds(session.snapshot(), &args))
    }
}

//! 变更管理: opening a change with everything that it touches, settling its points, closing it.
//! Relies on rows that belong to points, or that points belong to, for what is touched.
//! Knows nothing of what becomes out of date: that is worked out where it is shown.

use crate::command::{Context, Plan};
use crate::commands::assign::check_here;
use crate::commands::find;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{
    AnyRecord, AssessmentRound, AssessmentRoundId, ChangeKind, ChangePoint, ChangeRecord, ChangeRecordId,
    LONGEST_NAME, PersonId, RiskBasis, RiskPoint, RiskPointId, RoundKind, RoundState, RowId, Snapshot,
};
use evaluation::risk_picture;
use review::fingerprints;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Opens a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct OpenChange {
    /// What kind of thing changed.
    pub kind: ChangeKind,
    /// What it is called.
    pub title: String,
    /// What changed.
    #[serde(default)]
    pub description: String,
    /// When; today when left out.
    #[serde(default)]
    pub happened_on: Option<NaiveDate>,
    /// Who says so.
    #[serde(default)]
    pub raised_by: Option<PersonId>,
    /// What it touches: points, hazards, measures, zones, floors, buildings, departments, posts, people. None for a law
    /// that touches everything.
    #[serde(default)]
    pub rows: Vec<RowId>,
    /// Whether a round of re-evaluation begins with it.
    #[serde(default)]
    pub open_round: bool,
}

/// Says that points of a change were looked at again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SettleChange {
    /// The change.
    pub change: ChangeRecordId,
    /// Its points.
    pub points: Vec<RiskPointId>,
    /// Who looked.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// What was found.
    #[serde(default)]
    pub note: String,
}

/// Closes a change whose points are all settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct CloseChange {
    /// The change.
    pub change: ChangeRecordId,
    /// What was concluded.
    #[serde(default)]
    pub conclusion: String,
}

impl OpenChange {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        if let Some(person) = self.raised_by {
            find(&snapshot.people, person)?;
        }
        let all = self.rows.is_empty() && self.kind == ChangeKind::Law;
        let touched: BTreeSet<RiskPointId> = if all {
            snapshot.points.iter().map(|point| point.id).collect()
        } else {
            touched(snapshot, &self.rows)?
        };
        if touched.is_empty() {
            return Err(Refusal::Nothing);
        }
        let title = self.title;
        let happened_on = self.happened_on.unwrap_or(context.today);
        let mut plan = Plan::new(Label::new(format!("登记变更 {title}"), format!("Open change {title}")));
        let id: ChangeRecordId = context.id();
        let round: Option<AssessmentRoundId> = self.open_round.then(|| context.id());
        plan.create(ChangeRecord {
            id,
            kind: self.kind,
            title: title.clone(),
            description: self.description,
            happened_on: Some(happened_on),
            raised_by_id: self.raised_by,
            round_id: round,
            closed_on: None,
            conclusion: String::new(),
        });
        if let Some(round) = round {
            let name: String = format!("变更复评：{title}").chars().take(LONGEST_NAME).collect();
            plan.put(AssessmentRound {
                id: round,
                kind: RoundKind::SpecialChange,
                name,
                cause: title,
                started_on: Some(context.today),
                ended_on: None,
                supplements_id: None,
                state: RoundState::Open,
                conclusion: String::new(),
                approved_by_id: None,
                approved_on: None,
            });
        }
        let picture = risk_picture(snapshot, RiskBasis::Existing);
        for (point, fingerprint) in fingerprints(snapshot, &picture, |own| touched.contains(&own.id)) {
            plan.put(ChangePoint {
                id: context.id(),
                change_id: id,
                point_id: point,
                fingerprint,
                settled_on: None,
                settled_by_id: None,
                note: String::new(),
            });
        }
        Ok(plan)
    }
}

impl SettleChange {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let change = find(&snapshot.changes, self.change)?;
        if change.closed_on.is_some() {
            return Err(Refusal::Closed);
        }
        if let Some(person) = self.by {
            check_here(context, person)?;
        }
        let title = &change.title;
        let mut plan = Plan::new(Label::new(format!("变更复核 {title}"), format!("Settle change {title}")));
        let own = snapshot.change_points.iter().filter(|own| own.change_id == change.id);
        for own in own.filter(|own| self.points.contains(&own.point_id)) {
            plan.put(ChangePoint {
                settled_on: Some(context.today),
                settled_by_id: self.by,
                note: self.note.clone(),
                ..own.clone()
            });
        }
        if plan.writes.is_empty() { Err(Refusal::Nothing) } else { Ok(plan) }
    }
}

impl CloseChange {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut change = find(&snapshot.changes, self.change)?.clone();
        if change.closed_on.is_some() {
            return Err(Refusal::Closed);
        }
        let open = snapshot.change_points.iter().filter(|own| own.change_id == change.id);
        let open = open.filter(|own| own.settled_on.is_none()).count();
        if open > 0 {
            return Err(Refusal::Unsettled(open));
        }
        let title = &change.title;
        let mut plan = Plan::new(Label::new(format!("关闭变更 {title}"), format!("Close change {title}")));
        change.closed_on = Some(context.today);
        if !self.conclusion.trim().is_empty() {
            change.conclusion = self.conclusion;
        }
        plan.put(change);
        Ok(plan)
    }
}

/// The points that rows belong to, or that belong to them.
fn touched(snapshot: &Snapshot, rows: &[RowId]) -> Result<BTreeSet<RiskPointId>, Refusal> {
    let mut touched = BTreeSet::new();
    for row in rows {
        let mut all = |wanted: &dyn Fn(&RiskPoint) -> bool| {
            touched.extend(snapshot.points.iter().filter(|point| wanted(point)).map(|point| point.id));
        };
        match snapshot.get(*row).ok_or(Refusal::NoSuchRow(*row))? {
            AnyRecord::RiskPoint(point) => {
                touched.insert(point.id);
            }
            AnyRecord::Hazard(hazard) => {
                touched.insert(hazard.point_id);
            }
            AnyRecord::ControlMeasure(measure) => {
                touched.extend(snapshot.hazards.get(measure.hazard_id).map(|hazard| hazard.point_id));
            }
            AnyRecord::RiskZone(zone) => all(&|point| point.zone_id == Some(zone.id)),
            AnyRecord::Floor(floor) => {
                all(&|point| snapshot.floor_of(point).is_some_and(|own| own.id == floor.id));
            }
            AnyRecord::Building(building) => {
                all(&|point| snapshot.building_of(point).is_some_and(|own| own.id == building.id));
            }
            AnyRecord::Department(department) => all(&|point| {
                snapshot.department_line(point.department_id).iter().any(|own| own.id == department.id)
            }),
            AnyRecord::Post(post) => all(&|point| point.post_id == Some(post.id)),
            AnyRecord::Person(person) => all(&|point| {
                let of_zone = || snapshot.zones.find(point.zone_id).and_then(|zone| zone.person_id);
                point.person_id.or_else(of_zone) == Some(person.id)
            }),
            _ => return Err(Refusal::NotTouching(row.table)),
        }
    }
    Ok(touched)
}

//! Where a danger stands: its steps, replayed through the table.
//! Relies on steps never being edited. A step that its state does not allow is passed by and reported: two copies of a
//! project may both have acted.
//! Knows nothing of rights.

use crate::machine::{DangerState, after};
use crate::rights::{default_acceptor, principal};
use chrono::NaiveDate;
use domain::{
    DangerAct, DangerStep, DangerStepId, DocumentId, HiddenDanger, HiddenDangerGrade, HiddenDangerId,
    PersonId, Snapshot,
};
use std::collections::BTreeMap;

/// A step and what it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepAt {
    /// The step.
    pub step: DangerStepId,
    /// The state before.
    pub from: Option<DangerState>,
    /// The state after.
    pub to: DangerState,
}

/// Where a danger stands, with everything that its steps say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The state.
    pub state: DangerState,
    /// The deadline that holds.
    pub deadline: Option<NaiveDate>,
    /// Who set it.
    pub deadline_by: Option<PersonId>,
    /// The deadline that an extension was asked for, as long as nobody decided.
    pub asked: Option<NaiveDate>,
    /// Who rectifies.
    pub responsible: Option<PersonId>,
    /// Who accepts: who was named, else who inspected or issued; for major dangers the principal.
    pub acceptor: Option<PersonId>,
    /// The measures of the assignment.
    pub measures: String,
    /// What was set aside, yuan.
    pub funds: Option<i64>,
    /// What it cost, yuan, when it was submitted.
    pub spent: Option<i64>,
    /// Emergency plan or interim measures, the latest.
    pub contingency: String,
    /// The rectification plan.
    pub document: Option<DocumentId>,
    /// When the suspension is looked at again.
    pub review_on: Option<NaiveDate>,
    /// When it was confirmed, or fixed on the spot.
    pub confirmed_on: Option<NaiveDate>,
    /// Who confirmed it.
    pub confirmed_by: Option<PersonId>,
    /// Who assigned it last.
    pub assigned_by: Option<PersonId>,
    /// When the rectification was submitted that waits for acceptance or was accepted.
    pub submitted_on: Option<NaiveDate>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The danger that it duplicates.
    pub duplicate: Option<HiddenDangerId>,
    /// How often acceptance was refused.
    pub rejections: u32,
    /// The date of the last step.
    pub last_on: Option<NaiveDate>,
    /// The steps that count, the oldest first.
    pub steps: Vec<StepAt>,
    /// Steps that the state before them did not allow.
    pub ignored: Vec<DangerStepId>,
}

impl Standing {
    /// Whether it is open and its deadline is over. The day of the deadline is not overdue.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state.is_open() && self.deadline.is_some_and(|deadline| deadline < today)
    }

    /// Whether it is closed, and was submitted after its deadline.
    pub fn closed_late(&self) -> bool {
        let late = self.submitted_on.zip(self.deadline).is_some_and(|(on, deadline)| on > deadline);
        self.state == DangerState::Closed && late
    }

    /// Days until the deadline; negative when it is over.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        self.deadline.map(|deadline| deadline.signed_duration_since(today).num_days())
    }

    fn take(&mut self, step: &DangerStep) {
        let from = (!self.steps.is_empty()).then_some(self.state);
        let Some(to) = after(from, step.act) else {
            self.ignored.push(step.id);
            return;
        };
        self.steps.push(StepAt { step: step.id, from, to });
        self.state = to;
        self.last_on = self.last_on.max(Some(step.done_on));
        match step.act {
            DangerAct::Draft | DangerAct::Report | DangerAct::Dismiss => {}
            DangerAct::Confirm => {
                self.confirmed_on = Some(step.done_on);
                self.confirmed_by = step.by_id;
            }
            DangerAct::FixOnSpot => {
                self.confirmed_on = Some(step.done_on);
                self.confirmed_by = step.by_id;
                // 即查即改 is due the same day.
                self.deadline = Some(step.done_on);
                self.submitted_on = Some(step.done_on);
                self.closed_on = Some(step.done_on);
                self.spent = step.funds;
            }
            DangerAct::Assign => self.assign(step),
            DangerAct::HandUp | DangerAct::TakeUp => self.asked = None,
            DangerAct::Submit => {
                self.submitted_on = Some(step.done_on);
                self.spent = step.funds;
            }
            DangerAct::AskExtension => {
                self.asked = step.deadline;
                self.contingency.clone_from(&step.contingency);
            }
            DangerAct::GrantExtension => {
                let granted = step.deadline.or(self.asked);
                self.asked = None;
                self.reset(granted, step.by_id);
            }
            DangerAct::RefuseExtension => self.asked = None,
            DangerAct::Suspend => {
                self.review_on = step.review_on;
                self.contingency.clone_from(&step.contingency);
            }
            DangerAct::Resume => {
                self.review_on = None;
                self.reset(step.deadline, step.by_id);
            }
            DangerAct::Accept => self.closed_on = Some(step.done_on),
            DangerAct::Reject => {
                self.rejections = self.rejections.saturating_add(1);
                self.submitted_on = None;
                self.reset(step.deadline, step.by_id);
            }
            DangerAct::Reopen => {
                self.submitted_on = None;
                self.closed_on = None;
                if step.responsible_id.is_some() {
                    self.assign(step);
                } else {
                    self.reset(step.deadline, step.by_id);
                }
            }
            DangerAct::Void => self.duplicate = step.duplicate_id,
        }
    }

    fn assign(&mut self, step: &DangerStep) {
        self.responsible = step.responsible_id;
        self.acceptor = step.acceptor_id;
        self.measures.clone_from(&step.measures);
        self.funds = step.funds;
        self.contingency.clone_from(&step.contingency);
        self.document = step.document_id.or(self.document);
        self.assigned_by = step.by_id;
        self.reset(step.deadline, step.by_id);
    }

    /// Another deadline, where one was given.
    fn reset(&mut self, deadline: Option<NaiveDate>, by: Option<PersonId>) {
        if deadline.is_some() {
            self.deadline = deadline;
            self.deadline_by = by;
        }
    }
}

/// The steps of a danger in the order in which they count: by day, then as they were numbered.
pub fn steps_of(snapshot: &Snapshot, danger: HiddenDangerId) -> Vec<&DangerStep> {
    let mut steps: Vec<&DangerStep> =
        snapshot.danger_steps.iter().filter(|step| step.danger_id == danger).collect();
    steps.sort_by_key(|step| order(step));
    steps
}

fn order(step: &DangerStep) -> (NaiveDate, i64, DangerStepId) {
    (step.done_on, step.ordinal, step.id)
}

/// Where a danger stands.
pub fn standing(snapshot: &Snapshot, danger: HiddenDangerId) -> Standing {
    match snapshot.dangers.get(danger) {
        Some(danger) => replay(snapshot, danger, &steps_of(snapshot, danger.id)),
        None => Standing::default(),
    }
}

/// Where every danger stands; one walk over all steps.
pub fn standings(snapshot: &Snapshot) -> BTreeMap<HiddenDangerId, Standing> {
    standings_where(snapshot, |_| true)
}

/// As [`standings`], for some dangers only.
pub(crate) fn standings_where(
    snapshot: &Snapshot,
    wanted: impl Fn(&HiddenDanger) -> bool,
) -> BTreeMap<HiddenDangerId, Standing> {
    let mut steps: BTreeMap<HiddenDangerId, Vec<&DangerStep>> =
        snapshot.dangers.iter().filter(|own| wanted(own)).map(|own| (own.id, Vec::new())).collect();
    if steps.is_empty() {
        return BTreeMap::new();
    }
    for step in &snapshot.danger_steps {
        if let Some(own) = steps.get_mut(&step.danger_id) {
            own.push(step);
        }
    }
    let stands = |(id, mut own): (HiddenDangerId, Vec<&DangerStep>)| {
        own.sort_by_key(|step| order(step));
        Some((id, replay(snapshot, snapshot.dangers.get(id)?, &own)))
    };
    steps.into_iter().filter_map(stands).collect()
}

fn replay(snapshot: &Snapshot, danger: &HiddenDanger, steps: &[&DangerStep]) -> Standing {
    let mut standing = Standing::default();
    steps.iter().for_each(|step| standing.take(step));
    standing.acceptor = match danger.grade {
        Some(HiddenDangerGrade::Major) => principal(snapshot),
        Some(HiddenDangerGrade::General) | None => default_acceptor(snapshot, danger, &standing),
    };
    standing
}

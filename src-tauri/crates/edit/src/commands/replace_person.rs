//! Putting one person in the place of another everywhere somebody answers for something.
//! Relies on records of the past (scores, approvals, reviews) keeping the name of who made them.
//! Knows nothing of why a person leaves.

use crate::command::{Context, Plan};
use crate::commands::assign::check_here;
use crate::commands::find;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{Appointment, PersonId, RoundMember, RoundState, RowId, Table};
use serde::{Deserialize, Serialize};
use store::Label;

/// Replaces a person in every office and responsibility, as one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReplacePerson {
    /// Who goes.
    pub from: PersonId,
    /// Who comes; nobody when absent.
    #[serde(default)]
    pub to: Option<PersonId>,
    /// Whether the person leaves the organisation.
    #[serde(default)]
    pub left: bool,
    /// When; today when left out.
    #[serde(default)]
    pub left_on: Option<NaiveDate>,
}

impl ReplacePerson {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let Self { from, to, left, left_on } = self;
        let person = find(&snapshot.people, from)?;
        if let Some(to) = to {
            check_here(context, to)?;
        }
        if to == Some(from) {
            return Err(Refusal::Loop);
        }
        let name = &person.name;
        let mut plan = Plan::new(match snapshot.people.find(to) {
            Some(to) => Label::new(
                format!("“{name}”的职责移交给“{}”", to.name),
                format!("Hand over from {name} to {}", to.name),
            ),
            None => Label::new(format!("解除“{name}”的职责"), format!("Relieve {name}")),
        });
        let is_it = |own: Option<PersonId>| own == Some(from);
        for own in &snapshot.organisations {
            let mut row = own.clone();
            row.principal_id = if is_it(row.principal_id) { to } else { row.principal_id };
            row.safety_lead_id = if is_it(row.safety_lead_id) { to } else { row.safety_lead_id };
            if row != *own {
                plan.put(row);
            }
        }
        for own in snapshot.departments.iter().filter(|own| is_it(own.head_id)) {
            let mut row = own.clone();
            row.head_id = to;
            plan.put(row);
        }
        for own in snapshot.zones.iter().filter(|own| is_it(own.person_id)) {
            let mut row = own.clone();
            row.person_id = to;
            plan.put(row);
        }
        for own in snapshot.points.iter().filter(|own| is_it(own.person_id)) {
            let mut row = own.clone();
            row.person_id = to;
            plan.put(row);
        }
        for own in snapshot.appointments.iter().filter(|own| own.person_id == from) {
            let twin = |to: &PersonId| {
                snapshot.appointments.iter().any(|one| {
                    (one.person_id, one.role, one.department_id) == (*to, own.role, own.department_id)
                })
            };
            match to.filter(|to| !twin(to)) {
                Some(to) => plan.put(Appointment { person_id: to, ..own.clone() }),
                None => plan.remove(RowId { table: Table::Appointment, id: own.id.into() }),
            }
        }
        let open = |own: &&RoundMember| {
            snapshot.rounds.get(own.round_id).is_some_and(|round| round.state == RoundState::Open)
        };
        for own in snapshot.round_members.iter().filter(open).filter(|own| own.person_id == from) {
            let twin = |to: &PersonId| {
                snapshot.round_members.iter().any(|one| one.round_id == own.round_id && one.person_id == *to)
            };
            match to.filter(|to| !twin(to)) {
                Some(to) => plan.put(RoundMember { person_id: to, ..own.clone() }),
                None => plan.remove(RowId { table: Table::RoundMember, id: own.id.into() }),
            }
        }
        if left {
            let mut row = person.clone();
            row.left_on = Some(left_on.unwrap_or(context.today));
            plan.put(row);
        }
        if plan.writes.is_empty() { Err(Refusal::Nothing) } else { Ok(plan) }
    }
}

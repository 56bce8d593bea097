//! Who may take which step with a danger.
//! Relies on offices (principal, safety lead, heads of departments), appointments, and what the steps say.
//! Knows nothing of what a step must say.

use crate::machine::{DangerState, Who, act_rule, acts, after};
use crate::needs::{Need, needs};
use crate::rule::Rule;
use crate::standing::{Standing, standing};
use domain::{
    DangerAct, Department, HiddenDanger, HiddenDangerGrade, HiddenDangerId, InspectionKind, PersonId,
    SafetyRole, Snapshot,
};

/// A step that is possible now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// The step.
    pub act: DangerAct,
    /// Where it leads.
    pub to: DangerState,
    /// Whose it is.
    pub who: Who,
    /// Who that is, the natural one first; nobody for anybody.
    pub people: Vec<PersonId>,
    /// What it must say.
    pub needs: Vec<Need>,
}

/// Every step that is possible with a danger now.
pub fn rights(snapshot: &Snapshot, danger: &HiddenDanger, standing: &Standing) -> Vec<Right> {
    let right = |act: DangerAct| {
        let who = act_rule(act).who;
        Some(Right {
            act,
            to: after(Some(standing.state), act)?,
            who,
            people: entitled(snapshot, danger, standing, who),
            needs: needs(act, danger.grade, standing),
        })
    };
    acts(Some(standing.state)).into_iter().filter_map(right).collect()
}

/// Whether this person may take a step, or who naturally does when nobody is named. Reports may be anonymous: for them
/// nobody is an answer too.
pub fn may(
    snapshot: &Snapshot,
    danger: HiddenDangerId,
    act: DangerAct,
    by: Option<PersonId>,
) -> Result<Option<PersonId>, Rule> {
    let own = snapshot.dangers.get(danger).ok_or(Rule::NoSuchDanger)?;
    may_at(snapshot, own, &standing(snapshot, danger), act, by)
}

/// As [`may`], for a danger whose standing is known.
pub fn may_at(
    snapshot: &Snapshot,
    danger: &HiddenDanger,
    standing: &Standing,
    act: DangerAct,
    by: Option<PersonId>,
) -> Result<Option<PersonId>, Rule> {
    let state = standing.state;
    after(Some(state), act).ok_or(Rule::NotFromHere { act, state })?;
    if let Some(by) = by {
        let person = snapshot.people.get(by).ok_or(Rule::NoSuchPerson)?;
        if person.left_on.is_some() {
            return Err(Rule::Left(person.name.clone()));
        }
    }
    let who = act_rule(act).who;
    if who == Who::Anybody {
        return Ok(by.or(danger.reporter_id.filter(|own| is_here(snapshot, *own))));
    }
    let ranks = ranks(snapshot, danger, standing, who);
    let people = flat(&ranks);
    match by {
        Some(by) if people.contains(&by) => Ok(Some(by)),
        Some(by) if who == Who::Acceptor && standing.responsible == Some(by) => {
            Err(Rule::OwnWork(name(snapshot, by)))
        }
        Some(by) => Err(Rule::NotEntitled {
            act,
            name: name(snapshot, by),
            who,
            entitled: people.iter().map(|own| name(snapshot, *own)).collect(),
        }),
        None => match ranks.iter().find(|rank| !rank.is_empty()).map(Vec::as_slice) {
            None => Err(Rule::Nobody(who)),
            Some([only]) => Ok(Some(*only)),
            Some(several) => Err(Rule::WhoNeeded {
                people: several.to_vec(),
                names: several.iter().map(|own| name(snapshot, *own)).collect(),
            }),
        },
    }
}

/// Everybody who is meant by `who`, the natural one first. Nobody for anybody.
pub fn entitled(snapshot: &Snapshot, danger: &HiddenDanger, standing: &Standing, who: Who) -> Vec<PersonId> {
    flat(&ranks(snapshot, danger, standing, who))
}

/// The safety leads of the organisation: the one it names, then those who were appointed.
pub fn school_leads(snapshot: &Snapshot) -> Vec<PersonId> {
    let mut leads = flat(&[named_lead(snapshot), appointed_leads(snapshot)]);
    leads.retain(|own| is_here(snapshot, *own));
    leads
}

/// Who may approve that a danger is major: the principal, then the deputies in charge.
pub fn approvers(snapshot: &Snapshot) -> Vec<PersonId> {
    let is_deputy = |own: &&domain::Appointment| own.role == SafetyRole::Deputy;
    let deputies = snapshot.appointments.iter().filter(is_deputy).map(|own| own.person_id);
    let here = deputies.filter(|own| is_here(snapshot, *own)).collect();
    flat(&[principal(snapshot).into_iter().collect(), here])
}

/// The principal, as long as he is there.
pub fn principal(snapshot: &Snapshot) -> Option<PersonId> {
    let principal = snapshot.organisation().and_then(|own| own.principal_id);
    principal.filter(|own| is_here(snapshot, *own))
}

/// Who accepts a general danger: who was named, else who inspected (谁检查谁验收), else who issued it, else the safety
/// lead; never who rectifies.
pub(crate) fn default_acceptor(
    snapshot: &Snapshot,
    danger: &HiddenDanger,
    standing: &Standing,
) -> Option<PersonId> {
    // A passer-by who reports is no inspector.
    let inspector = danger.reporter_id.filter(|_| danger.source != InspectionKind::Anybody);
    [standing.acceptor, inspector, standing.confirmed_by, standing.assigned_by]
        .into_iter()
        .flatten()
        .chain(school_leads(snapshot))
        .find(|own| is_here(snapshot, *own) && standing.responsible != Some(*own))
}

/// The department that answers for a danger and those above it, nearest first.
pub(crate) fn department_line<'a>(snapshot: &'a Snapshot, danger: &HiddenDanger) -> Vec<&'a Department> {
    let of_point = || {
        crate::feedback::point_of(snapshot, danger)
            .and_then(|point| snapshot.points.get(point))
            .and_then(|point| point.department_id)
    };
    snapshot.department_line(danger.department_id.or_else(of_point))
}

/// The head of the nearest department that has one.
pub(crate) fn department_head(snapshot: &Snapshot, danger: &HiddenDanger) -> Option<PersonId> {
    let line = department_line(snapshot, danger);
    line.iter().filter_map(|own| own.head_id).find(|own| is_here(snapshot, *own))
}

pub(crate) fn is_here(snapshot: &Snapshot, person: PersonId) -> bool {
    snapshot.people.get(person).is_some_and(|own| own.left_on.is_none())
}

fn name(snapshot: &Snapshot, person: PersonId) -> String {
    snapshot.people.get(person).map_or_else(String::new, |own| own.name.clone())
}

fn named_lead(snapshot: &Snapshot) -> Vec<PersonId> {
    snapshot.organisation().and_then(|own| own.safety_lead_id).into_iter().collect()
}

fn appointed_leads(snapshot: &Snapshot) -> Vec<PersonId> {
    let is_lead = |own: &&domain::Appointment| own.role == SafetyRole::SafetyLead;
    snapshot.appointments.iter().filter(is_lead).map(|own| own.person_id).collect()
}

/// Safety officers of the danger's department and of those above it.
fn officers(snapshot: &Snapshot, danger: &HiddenDanger) -> Vec<PersonId> {
    let line = department_line(snapshot, danger);
    let of = |department: &&Department| {
        let department = department.id;
        snapshot
            .appointments
            .iter()
            .filter(move |own| {
                own.role == SafetyRole::DepartmentSafety && own.department_id == Some(department)
            })
            .map(|own| own.person_id)
    };
    line.iter().flat_map(of).collect()
}

/// Who is meant by `who`, by rank: the first rank that has exactly one is who naturally does it.
fn ranks(snapshot: &Snapshot, danger: &HiddenDanger, standing: &Standing, who: Who) -> Vec<Vec<PersonId>> {
    let major = danger.grade == Some(HiddenDangerGrade::Major);
    let leads = || vec![named_lead(snapshot), appointed_leads(snapshot)];
    let heads = || {
        let line = department_line(snapshot, danger);
        line.iter().filter_map(|own| own.head_id).map(|head| vec![head]).collect::<Vec<_>>()
    };
    let mut ranks = match who {
        Who::Anybody => Vec::new(),
        Who::SafetyLead => [leads(), vec![officers(snapshot, danger)]].concat(),
        Who::SafetyLeadOrHead => [leads(), vec![officers(snapshot, danger)], heads()].concat(),
        Who::Department => [heads(), vec![officers(snapshot, danger)]].concat(),
        Who::SchoolSafetyLead => leads(),
        Who::Responsible => vec![standing.responsible.into_iter().collect()],
        Who::DeadlineSetter if major => vec![principal(snapshot).into_iter().collect()],
        Who::DeadlineSetter => match standing.deadline_by.filter(|own| is_here(snapshot, *own)) {
            Some(own) => vec![vec![own]],
            // Somebody must decide when the one who set it is gone.
            None => leads(),
        },
        Who::Acceptor => {
            let acceptor = standing.acceptor.filter(|own| standing.responsible != Some(*own));
            vec![acceptor.into_iter().collect()]
        }
    };
    for rank in &mut ranks {
        rank.retain(|own| is_here(snapshot, *own));
    }
    ranks
}

/// All ranks one after the other, each person once.
fn flat(ranks: &[Vec<PersonId>]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = Vec::new();
    for person in ranks.iter().flatten() {
        if !people.contains(person) {
            people.push(*person);
        }
    }
    people
}

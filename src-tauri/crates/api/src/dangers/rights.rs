//! What may be done with a danger now, by whom, and what it must say: what a form is made of.
//! Relies on `rectification` for both.
//! Knows no rule of its own.

use super::{find_danger, name_of, words_of};
use crate::error::ApiError;
use crate::views::Words;
use chrono::{Days, NaiveDate};
use domain::{DangerAct, HiddenDangerGrade, HiddenDangerId, PersonId, Snapshot};
use rectification::{
    DangerState, LONGEST_GENERAL_DAYS, Need, approvers, may_at, needs, rights, standing, suggested_deadline,
};
use serde::Serialize;
use ts_rs::TS;

/// What may be done with a danger.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RightsView {
    /// Its state.
    pub state: DangerState,
    /// The steps that are possible now.
    pub rights: Vec<RightView>,
    /// Who may approve that it is major.
    pub approvers: Vec<PersonName>,
    /// The deadline to suggest; nothing for major dangers, whose plan says it.
    pub suggested_deadline: Option<NaiveDate>,
    /// The latest deadline of an assignment; nothing for major dangers.
    pub latest_deadline: Option<NaiveDate>,
}

/// A step that is possible.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RightView {
    /// The step.
    pub act: DangerAct,
    /// In words.
    pub name: Words,
    /// Where it leads.
    pub to: DangerState,
    /// In words.
    pub to_name: Words,
    /// Who takes it, in words.
    pub who: Words,
    /// Everybody who may, the natural one first; nobody where anybody may.
    pub people: Vec<PersonName>,
    /// Who takes it when nobody is named.
    pub natural: Option<PersonId>,
    /// What it must say.
    pub needs: Vec<NeedView>,
    /// What it must say besides if the danger is judged to be major.
    pub needs_if_major: Vec<NeedView>,
}

/// Something that a step must say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NeedView {
    /// What.
    pub need: Need,
    /// The field of the command.
    pub field: String,
    /// In words.
    pub name: Words,
}

/// A person with the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonName {
    /// The person.
    pub id: PersonId,
    /// The name.
    pub name: String,
}

pub(super) fn danger_rights(
    snapshot: &Snapshot,
    id: HiddenDangerId,
    today: NaiveDate,
) -> Result<RightsView, ApiError> {
    let danger = find_danger(snapshot, id)?;
    let own = standing(snapshot, id);
    let named = |person: PersonId| PersonName { id: person, name: name_of(snapshot, Some(person)) };
    let view = |right: rectification::Right| {
        let major = needs(right.act, Some(HiddenDangerGrade::Major), &own);
        let more = major.into_iter().filter(|need| !right.needs.contains(need)).map(need_view).collect();
        RightView {
            act: right.act,
            name: words_of(|language| right.act.name(language).to_owned()),
            to: right.to,
            to_name: words_of(|language| right.to.name(language).to_owned()),
            who: words_of(|language| right.who.name(language).to_owned()),
            people: right.people.iter().copied().map(named).collect(),
            natural: may_at(snapshot, danger, &own, right.act, None).ok().flatten(),
            needs: right.needs.into_iter().map(need_view).collect(),
            needs_if_major: more,
        }
    };
    let major = danger.grade == Some(HiddenDangerGrade::Major);
    Ok(RightsView {
        state: own.state,
        rights: rights(snapshot, danger, &own).into_iter().map(view).collect(),
        approvers: approvers(snapshot).into_iter().map(named).collect(),
        suggested_deadline: suggested_deadline(danger.grade, today),
        latest_deadline: today.checked_add_days(Days::new(LONGEST_GENERAL_DAYS)).filter(|_| !major),
    })
}

fn need_view(need: Need) -> NeedView {
    NeedView {
        need,
        field: need.field().to_owned(),
        name: words_of(|language| need.name(language).to_owned()),
    }
}

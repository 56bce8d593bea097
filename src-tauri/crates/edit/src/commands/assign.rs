//! Assigning department, person and post to many points at once (逐级落实).
//! Relies on departments forming a line upwards, each with a head.
//! Knows nothing of tiers: which tier supervises a point follows from its level.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{DepartmentId, PersonId, PostId, RiskPointId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// A new value for a reference; `null` inside empties it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Assigned<T: ts_rs::TS> {
    /// Whom or what it is given to.
    pub to: Option<T>,
}

/// Gives points to a department, a person, a post; what is absent stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Assign {
    /// The points.
    pub points: Vec<RiskPointId>,
    /// The responsible department.
    #[serde(default)]
    pub department: Option<Assigned<DepartmentId>>,
    /// The responsible person.
    #[serde(default)]
    pub person: Option<Assigned<PersonId>>,
    /// The post.
    #[serde(default)]
    pub post: Option<Assigned<PostId>>,
    /// Points that are left without a person get the head of their department, or else of one above.
    #[serde(default)]
    pub heads: bool,
}

impl Assign {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        if let Some(department) = self.department.and_then(|own| own.to) {
            find(&snapshot.departments, department)?;
        }
        if let Some(post) = self.post.and_then(|own| own.to) {
            find(&snapshot.posts, post)?;
        }
        if let Some(person) = self.person.and_then(|own| own.to) {
            check_here(context, person)?;
        }
        let mut writes = Vec::new();
        let mut seen = BTreeSet::new();
        for id in self.points {
            let old = find(&snapshot.points, id)?;
            if !seen.insert(id) {
                continue;
            }
            let mut point = old.clone();
            if let Some(department) = self.department {
                point.department_id = department.to;
            }
            if let Some(person) = self.person {
                point.person_id = person.to;
            }
            if let Some(post) = self.post {
                point.post_id = post.to;
            }
            if self.heads && point.person_id.is_none() {
                let here =
                    |person: &PersonId| snapshot.people.get(*person).is_some_and(|own| own.left_on.is_none());
                let line = snapshot.department_line(point.department_id);
                point.person_id = line.iter().filter_map(|own| own.head_id).find(here);
            }
            if point != *old {
                writes.push(point);
            }
        }
        if writes.is_empty() {
            return Err(Refusal::Nothing);
        }
        let count = writes.len();
        let mut plan = Plan::new(Label::new(
            format!("落实责任（{count} 个风险点）"),
            format!("Assign responsibility for {count} points"),
        ));
        writes.into_iter().for_each(|point| plan.put(point));
        Ok(plan)
    }
}

/// Refuses people who are not there, or who left.
pub(crate) fn check_here(context: &Context<'_>, person: PersonId) -> Result<(), Refusal> {
    let person = find(&context.snapshot.people, person)?;
    if person.left_on.is_some() { Err(Refusal::Left(person.name.clone())) } else { Ok(()) }
}

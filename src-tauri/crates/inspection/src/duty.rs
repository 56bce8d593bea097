//! 待检任务: what is to be inspected now and what was missed lately, by who does it, and as a line for a chat group.
//! Relies on tasks for who does what until when.
//! Knows nothing of hidden dangers and of screens.

use crate::task::{Task, TaskState, tasks_of};
use chrono::{Days, NaiveDate};
use domain::{InspectionPlan, InspectionPlanId, Language, PersonId, Snapshot};
use std::collections::BTreeMap;

/// What was missed is told for so many days after its last one.
const TOLD_FOR: u64 = 7;
/// Plans with at most so many days of grace are looked through for a short time back only: they are the many.
const USUAL_GRACE: u64 = 7;
/// So many points are named in a line.
const MOST_NAMES: usize = 3;

/// Tasks of one plan that one person has to do, all due or all missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The plan.
    pub plan: InspectionPlanId,
    /// Due or missed.
    pub state: TaskState,
    /// Its tasks, by day.
    pub tasks: Vec<Task>,
}

impl Duty {
    /// The day of the first of its tasks.
    pub fn due_on(&self) -> Option<NaiveDate> {
        self.tasks.iter().map(|task| task.due_on).min()
    }

    /// The last day in time of whichever ends first.
    pub fn until(&self) -> Option<NaiveDate> {
        self.tasks.iter().map(|task| task.until).min()
    }
}

/// The tasks that nobody did and that are due today, were missed within the last week, or come within `ahead` days after
/// today; by day.
pub fn open_tasks(snapshot: &Snapshot, today: NaiveDate, ahead: u64) -> Vec<Task> {
    let to = today.checked_add_days(Days::new(ahead)).unwrap_or(today);
    let told = today.checked_sub_days(Days::new(TOLD_FOR)).unwrap_or(today);
    let grace = |plan: &InspectionPlan| {
        let days = plan.grace_days.unwrap_or_else(|| plan.rule.usual_grace());
        u64::try_from(days).unwrap_or_default()
    };
    let issued = || snapshot.inspection_plans.iter().filter(|plan| plan.issued_on.is_some());
    let longest = issued().map(grace).max().unwrap_or_default();
    let mut open = Vec::new();
    for (patient, back) in [(false, USUAL_GRACE), (true, longest)] {
        let own: Vec<&InspectionPlan> =
            issued().filter(|plan| (grace(plan) > USUAL_GRACE) == patient).collect();
        if !own.is_empty() {
            let from = told.checked_sub_days(Days::new(back)).unwrap_or(told);
            open.extend(tasks_of(snapshot, own.into_iter(), from, to));
        }
    }
    // Done is done, also what was done too late.
    open.retain(|task| task.inspection.is_none() && task.until >= told);
    open.sort_by_key(|task| task.due_on);
    open
}

/// What is due today and what was missed lately, by who does it; last what nobody was named for. What is due stands first,
/// the most urgent before the others.
pub fn duties(snapshot: &Snapshot, today: NaiveDate) -> BTreeMap<Option<PersonId>, Vec<Duty>> {
    let mut grouped: BTreeMap<(Option<PersonId>, TaskState, InspectionPlanId), Vec<Task>> = BTreeMap::new();
    for task in open_tasks(snapshot, today, 0) {
        grouped.entry((task.executor, task.state(today), task.plan)).or_default().push(task);
    }
    let mut found: BTreeMap<Option<PersonId>, Vec<Duty>> = BTreeMap::new();
    for ((person, state, plan), tasks) in grouped {
        found.entry(person).or_default().push(Duty { plan, state, tasks });
    }
    for own in found.values_mut() {
        own.sort_by_key(|duty| (duty.state, duty.until(), duty.plan));
    }
    found
}

/// A duty in words: `检查“食堂每日检查”：油锅、燃气表，最迟 2026-03-05`.
pub fn duty_words(snapshot: &Snapshot, duty: &Duty, language: Language) -> String {
    let plan = snapshot.inspection_plans.get(duty.plan);
    let name = plan.map_or("", |own| own.name.trim());
    let mut places: Vec<&str> = Vec::new();
    for task in &duty.tasks {
        let place = match snapshot.points.find(task.point) {
            Some(point) => point.name.trim(),
            None => plan.map_or("", |own| own.scope.trim()),
        };
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    let count = duty.tasks.len();
    let few = places.iter().take(MOST_NAMES).copied();
    let few: Vec<&str> = few.collect();
    let more = places.len() > MOST_NAMES || count > places.len();
    let day = |day: Option<NaiveDate>| day.map(|own| own.to_string()).unwrap_or_default();
    let missed = duty.state == TaskState::Missed;
    match language {
        Language::Chinese => {
            let places = few.join("、");
            let places = if more { format!("{places} 等 {count} 项") } else { places };
            if missed {
                format!("漏检“{name}”：{places}，应检 {}，请补检", day(duty.due_on()))
            } else {
                format!("检查“{name}”：{places}，最迟 {}", day(duty.until()))
            }
        }
        Language::English => {
            let places = few.join(", ");
            let places = if more { format!("{places} … ({count} in all)") } else { places };
            if missed {
                format!("Missed “{name}”: {places}, due on {}, please make up for it", day(duty.due_on()))
            } else {
                format!("Inspect “{name}”: {places}, until {}", day(duty.until()))
            }
        }
    }
}

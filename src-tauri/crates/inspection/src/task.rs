//! 排查任务: what a plan asks for on which day at which point by whom, and which inspection did it.
//! Relies on the dates of the rule and on inspections that say what they were for, or else when they were done.
//! Stores nothing: tasks of any stretch of days are worked out anew.

use crate::calendar::Calendar;
use crate::rule::{Occurrence, falling, turn};
use chrono::{Days, NaiveDate};
use domain::{
    CalendarRule, DepartmentId, Executor, Inspection, InspectionId, InspectionPlan, InspectionPlanId, Person,
    PersonId, RiskPoint, RiskPointId, SafetyRole, Snapshot,
};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// 「任务状态」
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum TaskState {
    /// 「未到期」
    Upcoming,
    /// 「待检」 It may be done today.
    Due,
    /// 「已检」 It was done in time.
    Done,
    /// 「漏检」 Its last day is over; an inspection that came later is told, but does not change it.
    Missed,
}

impl TaskState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Upcoming, Self::Due, Self::Done, Self::Missed];

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Due => "due",
            Self::Done => "done",
            Self::Missed => "missed",
        }
    }

    /// Its name.
    pub fn name(self, language: domain::Language) -> &'static str {
        match self {
            Self::Upcoming => language.pick("未到期", "upcoming"),
            Self::Due => language.pick("待检", "due"),
            Self::Done => language.pick("已检", "done"),
            Self::Missed => language.pick("漏检", "missed"),
        }
    }
}

/// 「排查任务」 One inspection that a plan asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// The plan.
    pub plan: InspectionPlanId,
    /// 「应检日期」
    pub due_on: NaiveDate,
    /// The first day on which an inspection that is meant for it counts: after the task before it, and as many days
    /// early as there are days of grace.
    pub since: NaiveDate,
    /// The last day on which it is in time.
    pub until: NaiveDate,
    /// The point; nothing for a plan of a whole place.
    pub point: Option<RiskPointId>,
    /// From 1, for plans of each shift.
    pub shift: Option<u8>,
    /// Who does it.
    pub executor: Option<PersonId>,
    /// The inspection that did it, in time or too late.
    pub inspection: Option<InspectionId>,
    /// When that was done.
    pub done_on: Option<NaiveDate>,
}

impl Task {
    /// Where it stands today.
    pub fn state(&self, today: NaiveDate) -> TaskState {
        if self.done_on.is_some_and(|day| day <= self.until) {
            TaskState::Done
        } else if today < self.due_on {
            TaskState::Upcoming
        } else if today <= self.until {
            TaskState::Due
        } else {
            TaskState::Missed
        }
    }

    /// Whether it was done after its last day.
    pub fn done_late(&self) -> bool {
        self.done_on.is_some_and(|day| day > self.until)
    }
}

/// The tasks of all issued plans that are due from `from` to `to`, by day.
pub fn tasks(snapshot: &Snapshot, from: NaiveDate, to: NaiveDate) -> Vec<Task> {
    tasks_of(snapshot, snapshot.inspection_plans.iter().filter(|plan| plan.issued_on.is_some()), from, to)
}

/// Likewise of all plans, issued or not: what is put before those who approve them.
pub fn planned(snapshot: &Snapshot, from: NaiveDate, to: NaiveDate) -> Vec<Task> {
    tasks_of(snapshot, snapshot.inspection_plans.iter(), from, to)
}

/// Likewise of these plans.
pub fn tasks_of<'a>(
    snapshot: &'a Snapshot,
    plans: impl Iterator<Item = &'a InspectionPlan>,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Task> {
    let calendar = Calendar::of(snapshot);
    let mut points: FxHashMap<InspectionPlanId, Vec<&RiskPoint>> = FxHashMap::default();
    for covered in &snapshot.plan_points {
        if let Some(point) = snapshot.points.get(covered.point_id) {
            points.entry(covered.plan_id).or_default().push(point);
        }
    }
    let mut results: FxHashMap<(InspectionPlanId, Option<RiskPointId>), Vec<&Inspection>> =
        FxHashMap::default();
    for inspection in &snapshot.inspections {
        if let Some(plan) = inspection.plan_id {
            results.entry((plan, inspection.point_id)).or_default().push(inspection);
        }
    }
    for own in results.values_mut() {
        // Those that say which shift they were come first: the others take what is left.
        own.sort_by_key(|own| (own.shift.is_none(), own.done_on, own.done_at, own.id));
    }
    let mut tasks = Vec::new();
    for plan in plans {
        let windows = windows(plan, &calendar, from, to);
        if windows.is_empty() {
            continue;
        }
        let mut own = points.remove(&plan.id).unwrap_or_default();
        own.sort_by_key(|point| point.id);
        own.dedup_by_key(|point| point.id);
        let places: Vec<Option<&RiskPoint>> = if !own.is_empty() {
            own.into_iter().map(Some).collect()
        } else if plan.scope.trim().is_empty() {
            // Its points are gone, and nothing says what place it is for.
            continue;
        } else {
            vec![None]
        };
        let staff = Staff::of(snapshot, plan);
        let shifts: Vec<Option<u8>> = match plan.rule {
            CalendarRule::Shifts { count } => (1..=count).map(Some).collect(),
            _ => vec![None],
        };
        for (place, point) in places.into_iter().enumerate() {
            let begin = tasks.len();
            let fixed = answerable(snapshot, plan, point);
            for window in &windows {
                for shift in shifts.iter().copied() {
                    let turn = || {
                        let shift = usize::from(shift.unwrap_or(1));
                        window.turn.saturating_add(place).saturating_add(shift)
                    };
                    tasks.push(Task {
                        plan: plan.id,
                        due_on: window.due_on,
                        since: window.since,
                        until: window.until,
                        point: point.map(|point| point.id),
                        shift,
                        executor: staff.present(fixed, window.due_on, turn),
                        inspection: None,
                        done_on: None,
                    });
                }
            }
            let done = results.get(&(plan.id, point.map(|point| point.id)));
            if let (Some(done), Some(own)) = (done, tasks.get_mut(begin..)) {
                assign(plan, &calendar, own, done);
            }
        }
    }
    tasks.sort_by_key(|task| task.due_on);
    tasks
}

/// When a task of a plan may be done.
struct Window {
    due_on: NaiveDate,
    since: NaiveDate,
    until: NaiveDate,
    turn: usize,
}

fn dates(plan: &InspectionPlan, calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    let lasts = (plan.starts_on, plan.ends_on.unwrap_or(NaiveDate::MAX));
    falling(&plan.rule, plan.rest_days, plan.on_rest, calendar, (from, to), lasts)
}

fn windows(plan: &InspectionPlan, calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> Vec<Window> {
    let grace = plan.grace_days.unwrap_or_else(|| plan.rule.usual_grace());
    let grace = Days::new(u64::try_from(grace).unwrap_or_default());
    let later = |day: NaiveDate| day.checked_add_days(grace).unwrap_or(NaiveDate::MAX);
    let earlier = |day: NaiveDate| day.checked_sub_days(grace).unwrap_or(NaiveDate::MIN);
    // Neighbours outside the stretch cut windows within it.
    let dates = dates(plan, calendar, earlier(from), later(to));
    let neighbour = |index: Option<usize>| index.and_then(|index| dates.get(index)).map(|own| own.date);
    dates
        .iter()
        .enumerate()
        .filter(|(_, own)| (from..=to).contains(&own.date))
        .map(|(index, own)| {
            let after = neighbour(index.checked_add(1)).and_then(|day| day.pred_opt());
            let before = neighbour(index.checked_sub(1)).and_then(|day| day.succ_opt());
            Window {
                due_on: own.date,
                since: before.map_or(earlier(own.date), |day| day.max(earlier(own.date))),
                until: after.map_or(later(own.date), |day| day.min(later(own.date))),
                turn: turn(&plan.rule, calendar, own.nominal),
            }
        })
        .collect()
}

/// Says which inspection did which task, of one plan at one place; tasks by day, inspections by when they were done.
/// One that names its day does the task of that day; any other the task in whose time it was done.
fn assign(plan: &InspectionPlan, calendar: &Calendar, tasks: &mut [Task], done: &[&Inspection]) {
    let fits = |task: &Task, inspection: &Inspection| {
        let shift = task.shift.is_none()
            || inspection.shift.is_none()
            || task.shift.map(i64::from) == inspection.shift;
        task.inspection.is_none() && shift
    };
    let take = |task: &mut Task, inspection: &Inspection| {
        task.inspection = Some(inspection.id);
        task.done_on = Some(inspection.done_on);
    };
    let mut unnamed = Vec::new();
    for inspection in done {
        let Some(due_on) = inspection.due_on else {
            unnamed.push(*inspection);
            continue;
        };
        let begin = tasks.partition_point(|task| task.due_on < due_on);
        let end = tasks.partition_point(|task| task.due_on <= due_on);
        match tasks.get_mut(begin..end) {
            Some([]) | None => {
                // The calendar changed since, or the task lies outside this stretch of days.
                if dates(plan, calendar, due_on, due_on).is_empty() {
                    unnamed.push(*inspection);
                }
            }
            Some(named) => {
                // Whatever was done earlier than a task may be done did not do it.
                let task =
                    named.iter_mut().find(|task| fits(task, inspection) && task.since <= inspection.done_on);
                if let Some(task) = task {
                    take(task, inspection);
                }
            }
        }
    }
    for inspection in unnamed {
        let day = inspection.done_on;
        let end = tasks.partition_point(|task| task.due_on <= day);
        let Some(last) = end.checked_sub(1).and_then(|index| tasks.get(index)).map(|task| task.due_on) else {
            continue;
        };
        let begin = tasks.partition_point(|task| task.due_on < last);
        let Some(open) = tasks.get_mut(begin..end) else { continue };
        if let Some(task) = open.iter_mut().find(|task| fits(task, inspection) && day <= task.until) {
            take(task, inspection);
        }
    }
}

/// The inspectors who take turns in a plan, where that is meant.
struct Staff<'a> {
    pool: Vec<&'a Person>,
}

impl<'a> Staff<'a> {
    fn of(snapshot: &'a Snapshot, plan: &InspectionPlan) -> Self {
        let mut pool: Vec<&Person> = match plan.executor {
            Executor::Responsible | Executor::DepartmentHead | Executor::GroupLeader | Executor::Person => {
                Vec::new()
            }
            Executor::Pool => snapshot
                .inspectors
                .iter()
                .filter(|own| own.topic.is_none() || plan.topic.is_none() || own.topic == plan.topic)
                .filter_map(|own| snapshot.people.get(own.person_id))
                .collect(),
        };
        pool.sort_by_key(|person| (person.ordinal, person.id));
        pool.dedup_by_key(|person| person.id);
        Self { pool }
    }

    /// Whoever of these is still there on a day.
    fn present(&self, fixed: Option<&Person>, day: NaiveDate, turn: impl Fn() -> usize) -> Option<PersonId> {
        let there = |person: &Person| person.left_on.is_none_or(|left| day < left);
        if fixed.is_some() {
            return fixed.filter(|person| there(person)).map(|person| person.id);
        }
        let count = self.pool.iter().filter(|person| there(person)).count();
        let index = turn().checked_rem(count)?;
        self.pool.iter().filter(|person| there(person)).nth(index).map(|person| person.id)
    }
}

/// Who does the tasks of a plan at a point whatever the day; nobody where people take turns.
fn answerable<'a>(
    snapshot: &'a Snapshot,
    plan: &InspectionPlan,
    point: Option<&RiskPoint>,
) -> Option<&'a Person> {
    let department = point.and_then(|point| point.department_id).or(plan.department_id);
    let person = match plan.executor {
        Executor::Responsible => {
            point.and_then(|point| point.person_id).or_else(|| head_of(snapshot, department))
        }
        Executor::DepartmentHead => head_of(snapshot, department),
        Executor::GroupLeader => leader_of(snapshot, department).or_else(|| head_of(snapshot, department)),
        Executor::Person => plan.person_id,
        Executor::Pool => None,
    };
    snapshot.people.find(person)
}

/// Whoever leads the group that a department is, or the nearest one above that has a leader.
fn leader_of(snapshot: &Snapshot, department: Option<DepartmentId>) -> Option<PersonId> {
    snapshot.department_line(department).into_iter().find_map(|department| {
        let leads = |own: &&domain::Appointment| {
            own.role == SafetyRole::GroupLeader && own.department_id == Some(department.id)
        };
        let there = snapshot.appointments.iter().filter(leads);
        let there = there.filter_map(|own| snapshot.people.get(own.person_id));
        // One who left leads nothing; of several, the first of the list.
        let there = there.filter(|person| person.left_on.is_none());
        there.min_by_key(|person| (person.ordinal, person.id)).map(|person| person.id)
    })
}

/// The head of a department, or of the nearest one above that has one.
fn head_of(snapshot: &Snapshot, department: Option<DepartmentId>) -> Option<PersonId> {
    snapshot.department_line(department).into_iter().find_map(|department| department.head_id)
}

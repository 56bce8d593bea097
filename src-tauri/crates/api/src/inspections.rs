//! 隐患排查 as front ends show it: plans, tasks by day, what is asked, results, check-lists, coverage.
//! Relies on `inspection` for every date and state.
//! Knows no rule of its own.

use crate::calls::App;
use crate::error::ApiError;
use crate::views::Words;
use chrono::NaiveDate;
use domain::{
    CheckResult, Checklist, ChecklistId, ChecklistItem, Executor, Inspection, InspectionId, InspectionItem,
    InspectionPlan, InspectionPlanId, Language, PersonId, RiskPointId, Snapshot,
};
use evaluation::RiskPicture;
use inspection::{
    Coverage, LibraryChecklist, Proposal, Question, Task, TaskState, built_in_checklists, items_of, planned,
    tasks, tasks_of,
};
use review::existing;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Longest stretch of days that tasks are worked out for at once.
const LONGEST_STRETCH: i64 = 400;
/// Most tasks that are given one by one; the counts are of all.
const MOST_TASKS: usize = 5_000;

/// Where a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PlanState {
    /// 「草稿」 Not issued: it asks for nothing yet.
    Draft,
    /// 「未开始」
    Upcoming,
    /// 「执行中」
    Running,
    /// 「已结束」
    Over,
}

impl PlanState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Upcoming, Self::Running, Self::Over];

    /// Its word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Upcoming => "upcoming",
            Self::Running => "running",
            Self::Over => "over",
        }
    }

    /// Its name.
    pub fn name(self, language: Language) -> &'static str {
        match self {
            Self::Draft => language.pick("草稿", "draft"),
            Self::Upcoming => language.pick("未开始", "not begun"),
            Self::Running => language.pick("执行中", "running"),
            Self::Over => language.pick("已结束", "over"),
        }
    }
}

/// A plan with what it comes to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlanView {
    /// The plan.
    pub plan: InspectionPlan,
    /// Where it stands today.
    pub state: PlanState,
    /// Its rule in words.
    pub rule: Words,
    /// The tier that inspects; empty for none.
    pub tier: String,
    /// Who does its tasks, in words: the named person, or whose duty it is.
    pub executor: Words,
    /// Its check-list; empty for none.
    pub checklist: String,
    /// Its points, by code.
    pub points: Vec<RiskPointId>,
    /// The day of its next task, from today on.
    pub next: Option<NaiveDate>,
    /// How many results it has.
    pub inspections: usize,
}

/// Which tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TasksArgs {
    /// The first day that they are due.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
    /// Of this plan alone.
    #[serde(default)]
    pub plan: Option<InspectionPlanId>,
    /// At this point alone.
    #[serde(default)]
    pub point: Option<RiskPointId>,
    /// Of this person alone.
    #[serde(default)]
    pub executor: Option<PersonId>,
    /// In these states alone.
    #[serde(default)]
    pub states: Option<Vec<TaskState>>,
    /// With those of plans that are not issued.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub drafts: bool,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TaskView {
    /// The plan.
    pub plan: InspectionPlanId,
    /// Its name.
    pub plan_name: String,
    /// 「应检日期」
    pub due_on: NaiveDate,
    /// The first day that counts.
    pub since: NaiveDate,
    /// The last day in time.
    pub until: NaiveDate,
    /// The point.
    pub point: Option<RiskPointId>,
    /// Its code; empty for a plan of a whole place.
    pub code: String,
    /// Its name, or the place.
    pub name: String,
    /// 「班次」
    pub shift: Option<u8>,
    /// Who does it.
    pub executor: Option<PersonId>,
    /// His name.
    pub executor_name: String,
    /// Where it stands today.
    pub state: TaskState,
    /// The inspection that did it.
    pub inspection: Option<InspectionId>,
    /// When.
    pub done_on: Option<NaiveDate>,
    /// Whether that was too late.
    pub late: bool,
}

/// How many tasks of a day stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct TaskCounts {
    /// 「未到期」
    pub upcoming: usize,
    /// 「待检」
    pub due: usize,
    /// 「已检」
    pub done: usize,
    /// 「漏检」
    pub missed: usize,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct TaskDay {
    /// The day.
    pub day: NaiveDate,
    /// Its tasks.
    pub counts: TaskCounts,
}

/// Tasks of a stretch of days.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TasksView {
    /// The day on which states are judged.
    pub today: NaiveDate,
    /// The tasks, by day.
    pub tasks: Vec<TaskView>,
    /// How many more there are than are given.
    pub left_off: usize,
    /// All of them.
    pub counts: TaskCounts,
    /// Every day that has any.
    pub days: Vec<TaskDay>,
}

/// What is inspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskQuestionsArgs {
    /// The plan; nothing for an inspection beside all plans.
    #[serde(default)]
    pub plan: Option<InspectionPlanId>,
    /// The point.
    #[serde(default)]
    pub point: Option<RiskPointId>,
}

/// Which results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InspectionsArgs {
    /// The first day on which they were done.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// The last one.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Of this plan.
    #[serde(default)]
    pub plan: Option<InspectionPlanId>,
    /// At this point.
    #[serde(default)]
    pub point: Option<RiskPointId>,
    /// This one.
    #[serde(default)]
    pub inspection: Option<InspectionId>,
}

/// A result with what was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct InspectionView {
    /// The inspection.
    pub inspection: Inspection,
    /// The name of its plan; empty for none.
    pub plan_name: String,
    /// Code of its point; empty for none.
    pub code: String,
    /// The name of the point, or the place.
    pub name: String,
    /// Who inspected.
    pub inspector: String,
    /// The items, in order.
    pub items: Vec<InspectionItem>,
    /// How many were not as they should be.
    pub abnormal: usize,
    /// Codes of the dangers that came of it.
    pub dangers: Vec<String>,
}

/// A check-list of the project.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChecklistView {
    /// The check-list.
    pub checklist: Checklist,
    /// Its lines in use, in order.
    pub items: Vec<ChecklistItem>,
    /// Lines that were replaced or taken out of use.
    pub retired: Vec<ChecklistItem>,
    /// The plans that use it.
    pub plans: Vec<InspectionPlanId>,
}

/// A check-list of the library.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LibraryChecklistView {
    /// What it says.
    pub list: LibraryChecklist,
    /// The one of the project that was made of it.
    pub taken: Option<ChecklistId>,
}

/// The check-lists of the project and of the library.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChecklistsView {
    /// Those of the project.
    pub own: Vec<ChecklistView>,
    /// Those of the library.
    pub library: Vec<LibraryChecklistView>,
}

/// A plan that the frequency matrix asks for.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ProposalView {
    /// The plan.
    pub proposal: Proposal,
    /// Name of the tier.
    pub tier: String,
    /// The rule in words.
    pub rule: Words,
    /// What else is usual, in words, in the order of the proposal.
    pub others: Vec<Words>,
    /// Who does it, in words.
    pub executor: Words,
}

impl App {
    pub(crate) fn plans(&self, _: crate::calls::Nothing) -> Result<Vec<PlanView>, ApiError> {
        self.with(|session| Ok(plan_views(session.snapshot(), self.world.today())))
    }

    pub(crate) fn tasks(&self, args: TasksArgs) -> Result<TasksView, ApiError> {
        self.with(|session| task_views(session.snapshot(), &args, self.world.today()))
    }

    pub(crate) fn task_questions(&self, args: TaskQuestionsArgs) -> Result<Vec<Question>, ApiError> {
        self.with(|session| {
            let snapshot = session.snapshot();
            Ok(items_of(snapshot, snapshot.inspection_plans.find(args.plan), args.point))
        })
    }

    pub(crate) fn inspections(&self, args: InspectionsArgs) -> Result<Vec<InspectionView>, ApiError> {
        self.with(|session| Ok(inspection_views(session.snapshot(), &args)))
    }

    pub(crate) fn coverage(&self, _: crate::calls::Nothing) -> Result<Coverage, ApiError> {
        self.with(|session| {
            let picture = existing(session.snapshot(), session.picture());
            Ok(inspection::coverage(session.snapshot(), &picture, self.world.today()))
        })
    }

    pub(crate) fn checklists(&self, _: crate::calls::Nothing) -> Result<ChecklistsView, ApiError> {
        self.with(|session| Ok(checklist_views(session.snapshot())))
    }

    pub(crate) fn plan_proposals(&self, _: crate::calls::Nothing) -> Result<Vec<ProposalView>, ApiError> {
        self.with(|session| {
            let picture = existing(session.snapshot(), session.picture());
            Ok(proposal_views(session.snapshot(), &picture, self.world.today()))
        })
    }
}

/// Every plan, those that are over last.
pub fn plan_views(snapshot: &Snapshot, today: NaiveDate) -> Vec<PlanView> {
    let mut points: BTreeMap<InspectionPlanId, Vec<(&str, RiskPointId)>> = BTreeMap::new();
    for covered in &snapshot.plan_points {
        if let Some(point) = snapshot.points.get(covered.point_id) {
            points.entry(covered.plan_id).or_default().push((&point.code, point.id));
        }
    }
    let mut results: BTreeMap<InspectionPlanId, usize> = BTreeMap::new();
    for inspection in &snapshot.inspections {
        if let Some(plan) = inspection.plan_id {
            *results.entry(plan).or_default() += 1;
        }
    }
    let view = |plan: &InspectionPlan| {
        let mut own = points.remove(&plan.id).unwrap_or_default();
        own.sort_unstable();
        let state = state_of(plan, today);
        PlanView {
            state,
            rule: rule_words(&plan.rule),
            tier: snapshot.tiers.find(plan.tier_id).map_or_else(String::new, |own| own.name.clone()),
            executor: executor_words(snapshot, plan.executor, plan.person_id),
            checklist: snapshot
                .checklists
                .find(plan.checklist_id)
                .map_or_else(String::new, |own| own.name.clone()),
            points: own.into_iter().map(|(_, id)| id).collect(),
            next: (state != PlanState::Over).then(|| next_of(snapshot, plan, today)).flatten(),
            inspections: results.get(&plan.id).copied().unwrap_or_default(),
            plan: plan.clone(),
        }
    };
    let mut views: Vec<PlanView> = snapshot.inspection_plans.iter().map(view).collect();
    views.sort_by_key(|own| (own.state == PlanState::Over, own.plan.ordinal, own.plan.id));
    views
}

fn state_of(plan: &InspectionPlan, today: NaiveDate) -> PlanState {
    if plan.ends_on.is_some_and(|end| end < today) {
        PlanState::Over
    } else if plan.issued_on.is_none() {
        PlanState::Draft
    } else if plan.starts_on > today {
        PlanState::Upcoming
    } else {
        PlanState::Running
    }
}

/// The day of the next task within a year and some.
fn next_of(snapshot: &Snapshot, plan: &InspectionPlan, today: NaiveDate) -> Option<NaiveDate> {
    // Soon for most rules; so near days are looked through first.
    let from = plan.starts_on.max(today);
    [31, LONGEST_STRETCH].into_iter().find_map(|days| {
        let to = from.checked_add_signed(chrono::TimeDelta::days(days))?;
        tasks_of(snapshot, std::iter::once(plan), from, to).first().map(|task| task.due_on)
    })
}

fn rule_words(rule: &domain::CalendarRule) -> Words {
    Words { chinese: rule.words(Language::Chinese), english: rule.words(Language::English) }
}

fn executor_words(snapshot: &Snapshot, executor: Executor, person: Option<PersonId>) -> Words {
    match snapshot.people.find(person) {
        Some(person) => Words { chinese: person.name.clone(), english: person.name.clone() },
        None => Words {
            chinese: executor.name(Language::Chinese).to_owned(),
            english: executor.name(Language::English).to_owned(),
        },
    }
}

fn name_of(snapshot: &Snapshot, person: Option<PersonId>) -> String {
    snapshot.people.find(person).map_or_else(String::new, |own| own.name.clone())
}

/// Tasks of a stretch of days, with counts.
pub fn task_views(snapshot: &Snapshot, args: &TasksArgs, today: NaiveDate) -> Result<TasksView, ApiError> {
    let days = args.to.signed_duration_since(args.from).num_days();
    if !(0..=LONGEST_STRETCH).contains(&days) {
        return Err(ApiError::new(
            "bad-dates",
            "日期范围有误：结束日期不能早于开始日期，跨度不超过 400 天。",
            "The dates do not fit: the last day may not lie before the first, nor more than 400 days after it.",
        ));
    }
    let one = args.plan.and_then(|id| snapshot.inspection_plans.get(id));
    let mut all = match (one, args.plan, args.drafts) {
        (Some(plan), _, _) if args.drafts || plan.issued_on.is_some() => {
            tasks_of(snapshot, std::iter::once(plan), args.from, args.to)
        }
        (_, Some(_), _) => Vec::new(),
        (_, None, true) => planned(snapshot, args.from, args.to),
        (_, None, false) => tasks(snapshot, args.from, args.to),
    };
    all.retain(|task| {
        args.point.is_none_or(|point| task.point == Some(point))
            && args.executor.is_none_or(|person| task.executor == Some(person))
            && args.states.as_ref().is_none_or(|states| states.contains(&task.state(today)))
    });
    let mut counts = TaskCounts::default();
    let mut by_day: BTreeMap<NaiveDate, TaskCounts> = BTreeMap::new();
    for task in &all {
        for own in [&mut counts, by_day.entry(task.due_on).or_default()] {
            match task.state(today) {
                TaskState::Upcoming => own.upcoming += 1,
                TaskState::Due => own.due += 1,
                TaskState::Done => own.done += 1,
                TaskState::Missed => own.missed += 1,
            }
        }
    }
    Ok(TasksView {
        today,
        left_off: all.len().saturating_sub(MOST_TASKS),
        tasks: all.iter().take(MOST_TASKS).map(|task| task_view(snapshot, task, today)).collect(),
        counts,
        days: by_day.into_iter().map(|(day, counts)| TaskDay { day, counts }).collect(),
    })
}

pub(crate) fn task_view(snapshot: &Snapshot, task: &Task, today: NaiveDate) -> TaskView {
    let plan = snapshot.inspection_plans.get(task.plan);
    let point = snapshot.points.find(task.point);
    let place = || plan.map_or_else(String::new, |own| own.scope.clone());
    TaskView {
        plan: task.plan,
        plan_name: plan.map_or_else(String::new, |own| own.name.clone()),
        due_on: task.due_on,
        since: task.since,
        until: task.until,
        point: task.point,
        code: point.map_or_else(String::new, |own| own.code.clone()),
        name: point.map_or_else(place, |own| own.name.clone()),
        shift: task.shift,
        executor: task.executor,
        executor_name: name_of(snapshot, task.executor),
        state: task.state(today),
        inspection: task.inspection,
        done_on: task.done_on,
        late: task.done_late(),
    }
}

/// Results with what they found, the latest first.
pub fn inspection_views(snapshot: &Snapshot, args: &InspectionsArgs) -> Vec<InspectionView> {
    let mut wanted: Vec<&Inspection> = snapshot
        .inspections
        .iter()
        .filter(|own| {
            args.from.is_none_or(|day| own.done_on >= day)
                && args.to.is_none_or(|day| own.done_on <= day)
                && args.plan.is_none_or(|plan| own.plan_id == Some(plan))
                && args.point.is_none_or(|point| own.point_id == Some(point))
                && args.inspection.is_none_or(|id| own.id == id)
        })
        .collect();
    wanted.sort_by_key(|own| std::cmp::Reverse((own.done_on, own.done_at, own.id)));
    let ids: BTreeSet<InspectionId> = wanted.iter().map(|own| own.id).collect();
    let mut items: BTreeMap<InspectionId, Vec<InspectionItem>> = BTreeMap::new();
    let mut of_item = BTreeMap::new();
    for item in snapshot.inspection_items.iter().filter(|own| ids.contains(&own.inspection_id)) {
        items.entry(item.inspection_id).or_default().push(item.clone());
        of_item.insert(item.id, item.inspection_id);
    }
    let mut dangers: BTreeMap<InspectionId, Vec<String>> = BTreeMap::new();
    for danger in &snapshot.dangers {
        if let Some(inspection) = danger.item_id.and_then(|item| of_item.get(&item)) {
            dangers.entry(*inspection).or_default().push(danger.code.clone());
        }
    }
    let view = |own: &Inspection| {
        let plan = snapshot.inspection_plans.find(own.plan_id);
        let point = snapshot.points.find(own.point_id);
        let place = || plan.map_or_else(String::new, |own| own.scope.clone());
        let mut items = items.remove(&own.id).unwrap_or_default();
        items.sort_by_key(|item| (item.ordinal, item.id));
        let person = name_of(snapshot, own.inspector_id);
        InspectionView {
            inspection: own.clone(),
            plan_name: plan.map_or_else(String::new, |own| own.name.clone()),
            code: point.map_or_else(String::new, |own| own.code.clone()),
            name: point.map_or_else(place, |own| own.name.clone()),
            inspector: if person.is_empty() { own.inspector.clone() } else { person },
            abnormal: items.iter().filter(|item| item.result == CheckResult::Abnormal).count(),
            items,
            dangers: dangers.remove(&own.id).unwrap_or_default(),
        }
    };
    wanted.into_iter().map(view).collect()
}

fn checklist_views(snapshot: &Snapshot) -> ChecklistsView {
    let view = |own: &Checklist| {
        let mut lines: Vec<ChecklistItem> =
            snapshot.checklist_items.iter().filter(|line| line.checklist_id == own.id).cloned().collect();
        lines.sort_by_key(|line| (line.ordinal, line.id));
        let (retired, items) = lines.into_iter().partition(|line| line.retired);
        let plans = snapshot.inspection_plans.iter().filter(|plan| plan.checklist_id == Some(own.id));
        ChecklistView { checklist: own.clone(), items, retired, plans: plans.map(|plan| plan.id).collect() }
    };
    let mut own: Vec<ChecklistView> = snapshot.checklists.iter().map(view).collect();
    own.sort_by_key(|own| (own.checklist.ordinal, own.checklist.id));
    let library = built_in_checklists().into_iter().map(|list| LibraryChecklistView {
        taken: snapshot.checklists.iter().find(|own| own.library == list.id).map(|own| own.id),
        list,
    });
    ChecklistsView { library: library.collect(), own }
}

fn proposal_views(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Vec<ProposalView> {
    let view = |proposal: Proposal| ProposalView {
        tier: snapshot.tiers.get(proposal.tier).map_or_else(String::new, |own| own.name.clone()),
        rule: rule_words(&proposal.rule),
        others: proposal.others.iter().map(rule_words).collect(),
        executor: executor_words(snapshot, proposal.executor, proposal.person),
        proposal,
    };
    inspection::proposals(snapshot, picture, today).into_iter().map(view).collect()
}

/// A task as the terminal says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlainTask {
    /// The name of the plan.
    pub plan: String,
    /// The day.
    pub date: NaiveDate,
    /// Code of the point; nothing for a plan of a whole place.
    pub point: Option<String>,
    /// Name of who does it.
    pub executor: Option<String>,
    /// 「班次」 of plans of each shift.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shift: Option<u8>,
}

/// A task as the terminal says it, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlainDueTask {
    /// The task.
    #[serde(flatten)]
    pub task: PlainTask,
    /// The last day in time.
    pub until: NaiveDate,
    /// Where it stands today.
    pub state: TaskState,
    /// When it was done.
    pub done: Option<NaiveDate>,
}

fn plain_task(snapshot: &Snapshot, task: &Task) -> PlainTask {
    let plan = snapshot.inspection_plans.get(task.plan);
    PlainTask {
        plan: plan.map_or_else(String::new, |own| own.name.clone()),
        date: task.due_on,
        point: snapshot.points.find(task.point).map(|own| own.code.clone()),
        executor: snapshot.people.find(task.executor).map(|own| own.name.clone()),
        shift: task.shift,
    }
}

/// The tasks of a month, of all plans, issued or not. `month` is written as `2026-03`.
pub fn tasks_of_month(snapshot: &Snapshot, month: &str) -> Result<Vec<PlainTask>, ApiError> {
    let first = format!("{month}-01").parse::<NaiveDate>().ok().filter(|_| month.len() == 7);
    let last = first.and_then(|day| day.checked_add_months(chrono::Months::new(1))?.pred_opt());
    let (Some(first), Some(last)) = (first, last) else {
        return Err(ApiError::new(
            "bad-month",
            format!("“{month}”不是月份，请按 2026-03 的格式填写。"),
            format!("{month} is no month. Write it like 2026-03."),
        ));
    };
    Ok(planned(snapshot, first, last).iter().map(|task| plain_task(snapshot, task)).collect())
}

/// The tasks of issued plans that are due on a day.
pub fn tasks_due_on(snapshot: &Snapshot, day: &str, today: NaiveDate) -> Result<Vec<PlainDueTask>, ApiError> {
    let day = day.parse::<NaiveDate>().map_err(|_| {
        ApiError::new(
            "bad-date",
            format!("“{day}”不是日期，请按 2026-03-05 的格式填写。"),
            format!("{day} is no date. Write it like 2026-03-05."),
        )
    })?;
    let due = |task: &Task| PlainDueTask {
        task: plain_task(snapshot, task),
        until: task.until,
        state: task.state(today),
        done: task.done_on,
    };
    Ok(tasks(snapshot, day, day).iter().map(due).collect())
}

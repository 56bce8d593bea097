//! The indicators of inspection and rectification, each defined once. Of a period count the dangers that were confirmed
//! in it, the tasks that were due in it and the inspections that were done in it; where things stand is seen today.
//! Relies on voided dangers being none: a duplicate or a false alarm is counted nowhere.
//! Knows nothing of how figures are shown.

use crate::facts::{Case, Facts};
use crate::period::Period;
use crate::share::{mean, percent, ratio};
use chrono::NaiveDate;
use domain::{
    CheckResult, DangerAct, HiddenDangerId, InspectionId, InspectionItemId, InspectionPlanId, Language,
    RiskPointId,
};
use inspection::{Task, tasks};
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::collections::BTreeSet;

/// Which indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsKey")]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// 「隐患整改率」 Rectified (waiting for acceptance, or closed) of those confirmed.
    RectificationRate,
    /// 「闭环率」 Closed of those confirmed.
    ClosureRate,
    /// 「按期整改率」 Closed and submitted by the deadline, of those confirmed whose deadline is today or before.
    OnTimeRate,
    /// 「超期率」 Open beyond the deadline, or closed after it, of those confirmed whose deadline is today or before.
    OverdueRate,
    /// 「当前超期数」 Open beyond the deadline, whenever confirmed. The day of the deadline is not overdue.
    OverdueNow,
    /// 「重大隐患整改率」 As 整改率, of major ones.
    MajorRectificationRate,
    /// 「排查任务完成率」 Done in time, of the tasks due in the period until today.
    TaskCompletionRate,
    /// 「漏检率」 The others of them.
    MissedRate,
    /// 「风险点覆盖率」 Points inspected in the period, of those that an issued plan covered in it.
    PointCoverageRate,
    /// 「一次验收合格率」 Never rejected, of those confirmed that were accepted.
    FirstPassRate,
    /// 「平均整改时长」 Days from confirming to submitting, of those confirmed that were submitted.
    MeanRectificationDays,
    /// 「重复隐患率」 Found at most 90 days after another of the same point and measure, of those confirmed.
    RepeatRate,
    /// 「隐患密度」 Confirmed for each risk point.
    Density,
    /// 「参与率」 People who reported a danger found in the period, of the staff.
    ParticipationRate,
    /// 「管控措施有效率」 Normal of all items that were checked in the period, those left out that did not apply.
    MeasureEffectivenessRate,
}

impl Key {
    /// Every indicator, in the order of the definition.
    pub const ALL: [Self; 15] = [
        Self::RectificationRate,
        Self::ClosureRate,
        Self::OnTimeRate,
        Self::OverdueRate,
        Self::OverdueNow,
        Self::MajorRectificationRate,
        Self::TaskCompletionRate,
        Self::MissedRate,
        Self::PointCoverageRate,
        Self::FirstPassRate,
        Self::MeanRectificationDays,
        Self::RepeatRate,
        Self::Density,
        Self::ParticipationRate,
        Self::MeasureEffectivenessRate,
    ];

    /// Its stable word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RectificationRate => "rectification_rate",
            Self::ClosureRate => "closure_rate",
            Self::OnTimeRate => "on_time_rate",
            Self::OverdueRate => "overdue_rate",
            Self::OverdueNow => "overdue_now",
            Self::MajorRectificationRate => "major_rectification_rate",
            Self::TaskCompletionRate => "task_completion_rate",
            Self::MissedRate => "missed_rate",
            Self::PointCoverageRate => "point_coverage_rate",
            Self::FirstPassRate => "first_pass_rate",
            Self::MeanRectificationDays => "mean_rectification_days",
            Self::RepeatRate => "repeat_rate",
            Self::Density => "density",
            Self::ParticipationRate => "participation_rate",
            Self::MeasureEffectivenessRate => "measure_effectiveness_rate",
        }
    }

    /// What people call it.
    pub const fn name(self, language: Language) -> &'static str {
        let (chinese, english) = match self {
            Self::RectificationRate => ("隐患整改率", "rectification rate"),
            Self::ClosureRate => ("闭环率（销号率）", "closure rate"),
            Self::OnTimeRate => ("按期整改率", "rectified on time"),
            Self::OverdueRate => ("超期率", "overdue rate"),
            Self::OverdueNow => ("当前超期数", "overdue now"),
            Self::MajorRectificationRate => ("重大隐患整改率", "rectification rate of major dangers"),
            Self::TaskCompletionRate => ("排查任务完成率", "tasks done in time"),
            Self::MissedRate => ("漏检率", "tasks missed"),
            Self::PointCoverageRate => ("风险点覆盖率", "risk points covered"),
            Self::FirstPassRate => ("一次验收合格率", "accepted at first"),
            Self::MeanRectificationDays => ("平均整改时长（天）", "mean days to rectify"),
            Self::RepeatRate => ("重复隐患率", "dangers that came back"),
            Self::Density => ("隐患密度（项/风险点）", "dangers for each risk point"),
            Self::ParticipationRate => ("全员参与率", "staff who reported"),
            Self::MeasureEffectivenessRate => ("管控措施有效率", "measures that hold"),
        };
        match language {
            Language::Chinese => chinese,
            Language::English => english,
        }
    }

    /// What its value is.
    pub const fn unit(self) -> Unit {
        match self {
            Self::OverdueNow => Unit::Count,
            Self::MeanRectificationDays => Unit::Days,
            Self::Density => Unit::PerPoint,
            Self::RectificationRate
            | Self::ClosureRate
            | Self::OnTimeRate
            | Self::OverdueRate
            | Self::MajorRectificationRate
            | Self::TaskCompletionRate
            | Self::MissedRate
            | Self::PointCoverageRate
            | Self::FirstPassRate
            | Self::RepeatRate
            | Self::ParticipationRate
            | Self::MeasureEffectivenessRate => Unit::Percent,
        }
    }
}

/// What the value of an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsUnit")]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Per cent with one decimal, cut: 100 means all.
    Percent,
    /// A number of dangers.
    Count,
    /// Days with one decimal.
    Days,
    /// Dangers for each point, with two decimals.
    PerPoint,
}

/// A task of a plan. Tasks have no rows of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsTask")]
pub struct TaskRow {
    /// The plan.
    pub plan: InspectionPlanId,
    /// The day.
    pub due_on: NaiveDate,
    /// The point; nothing for a whole place.
    pub point: Option<RiskPointId>,
    /// The shift.
    pub shift: Option<u8>,
    /// The inspection that did it.
    pub inspection: Option<InspectionId>,
}

/// The rows behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsRows")]
#[serde(tag = "of", content = "rows", rename_all = "kebab-case")]
pub enum Rows {
    /// Hidden dangers.
    Dangers(Vec<HiddenDangerId>),
    /// Tasks.
    Tasks(Vec<TaskRow>),
    /// Risk points.
    Points(Vec<RiskPointId>),
    /// Results of items.
    Items(Vec<InspectionItemId>),
    /// Heads that are counted and have no rows.
    Heads,
}

/// A number and the rows behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsTally")]
pub struct Tally {
    /// How many.
    pub count: u32,
    /// Which. For people who reported: what they reported.
    pub rows: Rows,
}

impl Tally {
    fn new(count: usize, rows: Rows) -> Self {
        Self { count: u32::try_from(count).unwrap_or(u32::MAX), rows }
    }

    fn dangers(rows: Vec<HiddenDangerId>) -> Self {
        Self::new(rows.len(), Rows::Dangers(rows))
    }

    fn len(&self) -> usize {
        usize::try_from(self.count).unwrap_or(usize::MAX)
    }
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "StatisticsIndicator")]
pub struct Indicator {
    /// Which.
    pub key: Key,
    /// What people call it, in Chinese.
    pub chinese: &'static str,
    /// What people call it, in English.
    pub english: &'static str,
    /// What its value is.
    pub unit: Unit,
    /// The value; nothing where there was nothing to count by.
    pub value: Option<f64>,
    /// What is counted.
    pub numerator: Tally,
    /// What it is counted by.
    pub denominator: Tally,
}

impl Indicator {
    fn new(key: Key, value: Option<f64>, numerator: Tally, denominator: Tally) -> Self {
        let (chinese, english) = (key.name(Language::Chinese), key.name(Language::English));
        Self { key, chinese, english, unit: key.unit(), value, numerator, denominator }
    }

    fn share(key: Key, numerator: Tally, denominator: Tally) -> Self {
        let value = percent(numerator.len(), denominator.len());
        Self::new(key, value, numerator, denominator)
    }
}

/// Every indicator of a period.
pub(crate) fn indicators(facts: &Facts<'_>, period: Period) -> Vec<Indicator> {
    let cases = facts.confirmed(period);
    let mut found = Vec::with_capacity(Key::ALL.len());
    found.extend(rectified(facts, &cases));
    found.extend(inspected(facts, period));
    found.extend(judged(facts, &cases));
    found.push(participation(facts, period));
    found.push(effectiveness(facts, period));
    found.sort_by_key(|own| own.key);
    found
}

fn chosen<'c>(
    cases: impl IntoIterator<Item = &'c Case<'c>>,
    wanted: impl Fn(&Case<'_>) -> bool,
) -> Vec<HiddenDangerId> {
    cases.into_iter().filter(|case| wanted(case)).map(Case::id).collect()
}

fn rectified(facts: &Facts<'_>, cases: &[Case<'_>]) -> Vec<Indicator> {
    let all = || Tally::dangers(chosen(cases, |_| true));
    let of = |wanted: &dyn Fn(&Case<'_>) -> bool| Tally::dangers(chosen(cases, wanted));
    let fell_due = |case: &Case<'_>| case.standing.deadline.is_some_and(|day| day <= facts.today);
    let in_time = |case: &Case<'_>| case.is_closed() && !case.standing.closed_late();
    let late = |case: &Case<'_>| facts.is_overdue(case) || case.standing.closed_late();
    let overdue: Vec<HiddenDangerId> =
        facts.cases().filter(|case| facts.is_overdue(case)).map(|case| case.id()).collect();
    let open = facts.cases().filter(|case| case.standing.state.is_open()).map(|case| case.id()).collect();
    let count = u32::try_from(overdue.len()).unwrap_or(u32::MAX);
    vec![
        Indicator::share(Key::RectificationRate, of(&|case| case.is_rectified()), all()),
        Indicator::share(Key::ClosureRate, of(&|case| case.is_closed()), all()),
        Indicator::share(Key::OnTimeRate, of(&|case| fell_due(case) && in_time(case)), of(&fell_due)),
        Indicator::share(Key::OverdueRate, of(&|case| fell_due(case) && late(case)), of(&fell_due)),
        Indicator::new(Key::OverdueNow, Some(count.into()), Tally::dangers(overdue), Tally::dangers(open)),
        Indicator::share(
            Key::MajorRectificationRate,
            of(&|case| case.is_major() && case.is_rectified()),
            of(&|case| case.is_major()),
        ),
    ]
}

/// The tasks of a period that were due by now.
pub(crate) fn tasks_due(facts: &Facts<'_>, period: Period) -> Vec<Task> {
    let until = period.to.min(facts.today);
    if until < period.from { Vec::new() } else { tasks(facts.snapshot, period.from, until) }
}

/// Whether a task was done, and in time.
pub(crate) fn is_done(task: &Task) -> bool {
    task.done_on.is_some_and(|day| day <= task.until)
}

fn inspected(facts: &Facts<'_>, period: Period) -> Vec<Indicator> {
    let due = tasks_due(facts, period);
    let rows = |wanted: &dyn Fn(&Task) -> bool| {
        let row = |task: &Task| TaskRow {
            plan: task.plan,
            due_on: task.due_on,
            point: task.point,
            shift: task.shift,
            inspection: task.inspection,
        };
        let rows: Vec<TaskRow> = due.iter().filter(|task| wanted(task)).map(row).collect();
        Tally::new(rows.len(), Rows::Tasks(rows))
    };
    let snapshot = facts.snapshot;
    let in_force: FxHashSet<InspectionPlanId> = snapshot
        .inspection_plans
        .iter()
        .filter(|plan| plan.issued_on.is_some())
        .filter(|plan| plan.starts_on <= period.to && plan.ends_on.is_none_or(|end| period.from <= end))
        .map(|plan| plan.id)
        .collect();
    let covered: BTreeSet<RiskPointId> = snapshot
        .plan_points
        .iter()
        .filter(|own| in_force.contains(&own.plan_id) && snapshot.points.get(own.point_id).is_some())
        .map(|own| own.point_id)
        .collect();
    let seen: BTreeSet<RiskPointId> = snapshot
        .inspections
        .iter()
        .filter(|own| period.holds(own.done_on))
        .filter_map(|own| own.point_id)
        .filter(|point| covered.contains(point))
        .collect();
    let points = |points: BTreeSet<RiskPointId>| {
        let points: Vec<RiskPointId> = points.into_iter().collect();
        Tally::new(points.len(), Rows::Points(points))
    };
    vec![
        Indicator::share(Key::TaskCompletionRate, rows(&is_done), rows(&|_| true)),
        Indicator::share(Key::MissedRate, rows(&|task| !is_done(task)), rows(&|_| true)),
        Indicator::share(Key::PointCoverageRate, points(seen), points(covered)),
    ]
}

fn judged(facts: &Facts<'_>, cases: &[Case<'_>]) -> Vec<Indicator> {
    let of = |wanted: &dyn Fn(&Case<'_>) -> bool| Tally::dangers(chosen(cases, wanted));
    // What was fixed on the spot was never put before an acceptor.
    let by_acceptance = facts.accepted();
    let accepted = |case: &Case<'_>| case.is_closed() && by_acceptance.contains(&case.id());
    let submitted: Vec<(HiddenDangerId, i64)> = cases
        .iter()
        .filter(|case| case.is_rectified())
        .filter_map(|case| Some((case.id(), (case.standing.submitted_on? - case.confirmed).num_days())))
        .collect();
    let days: i64 = submitted.iter().map(|(_, days)| days).sum();
    let submitted: Vec<HiddenDangerId> = submitted.into_iter().map(|(id, _)| id).collect();
    let points: Vec<RiskPointId> = facts.snapshot.points.iter().map(|point| point.id).collect();
    vec![
        Indicator::share(
            Key::FirstPassRate,
            of(&|case| accepted(case) && case.standing.rejections == 0),
            of(&accepted),
        ),
        Indicator::new(
            Key::MeanRectificationDays,
            mean(days, submitted.len()),
            Tally::new(usize::try_from(days).unwrap_or(0), Rows::Dangers(submitted.clone())),
            Tally::dangers(submitted),
        ),
        Indicator::share(Key::RepeatRate, of(&|case| facts.is_repeat(case)), of(&|_| true)),
        Indicator::new(
            Key::Density,
            ratio(cases.len(), points.len()),
            of(&|_| true),
            Tally::new(points.len(), Rows::Points(points)),
        ),
    ]
}

fn participation(facts: &Facts<'_>, period: Period) -> Indicator {
    // Somebody of the project by the row, anybody else by the name; who stays anonymous cannot be counted.
    let mut people = BTreeSet::new();
    let mut reported = Vec::new();
    for danger in facts.found(period) {
        let name = danger.reporter.trim();
        let who = match danger.reporter_id {
            Some(person) => person.to_string(),
            None if !name.is_empty() => name.to_owned(),
            None => continue,
        };
        people.insert(who);
        reported.push(danger.id);
    }
    let staff = facts.snapshot.organisation().map_or(0, |own| own.staff_count);
    let staff = usize::try_from(staff).unwrap_or(0);
    let numerator = Tally::new(people.len(), Rows::Dangers(reported));
    Indicator::share(Key::ParticipationRate, numerator, Tally::new(staff, Rows::Heads))
}

fn effectiveness(facts: &Facts<'_>, period: Period) -> Indicator {
    let done: FxHashSet<InspectionId> =
        facts.snapshot.inspections.iter().filter(|own| period.holds(own.done_on)).map(|own| own.id).collect();
    let (mut normal, mut checked) = (Vec::new(), Vec::new());
    if !done.is_empty() {
        for item in &facts.snapshot.inspection_items {
            if item.result == CheckResult::NotApplicable || !done.contains(&item.inspection_id) {
                continue;
            }
            checked.push(item.id);
            if item.result == CheckResult::Normal {
                normal.push(item.id);
            }
        }
    }
    let tally = |rows: Vec<InspectionItemId>| Tally::new(rows.len(), Rows::Items(rows));
    Indicator::share(Key::MeasureEffectivenessRate, tally(normal), tally(checked))
}

impl Facts<'_> {
    /// Dangers whose last closing was an acceptance.
    fn accepted(&self) -> FxHashSet<HiddenDangerId> {
        let accepts = |case: &Case<'_>| {
            let last =
                case.standing.steps.iter().rev().filter_map(|at| self.snapshot.danger_steps.get(at.step));
            let closing =
                last.map(|step| step.act).find(|act| matches!(act, DangerAct::Accept | DangerAct::FixOnSpot));
            closing == Some(DangerAct::Accept)
        };
        self.cases().filter(|case| case.is_closed() && accepts(case)).map(|case| case.id()).collect()
    }
}

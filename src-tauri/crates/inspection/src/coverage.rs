//! 覆盖情况: which points are inspected as their level asks, which plans have lost their points, which measures are
//! checked, how campaigns stand.
//! Relies on the frequency matrix for what a level asks for, and on plans that run today.
//! Knows no map: it gives ids.

use crate::matrix::asked_of;
use crate::task::{TaskState, tasks_of};
use chrono::{Days, NaiveDate};
use domain::{
    CalendarRule, CheckResult, ControlMeasureId, ControlTierId, DepartmentId, InspectionId, InspectionPlan,
    InspectionPlanId, MeasureStatus, RiskLevel, RiskPointId, Snapshot,
};
use evaluation::RiskPicture;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a point is inspected as its level asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Covered {
    /// 「已覆盖」 Every tier that its level asks for has a running plan.
    Fully,
    /// 「部分覆盖」
    Partly,
    /// 「未覆盖」 No running plan covers it.
    Not,
}

/// 「风险点覆盖」
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PointCoverage {
    /// The point.
    pub point: RiskPointId,
    /// Its level.
    pub level: Option<RiskLevel>,
    /// Whether it is inspected as that asks.
    pub covered: Covered,
    /// The running plans that cover it.
    pub plans: Vec<InspectionPlanId>,
    /// The tiers that its level asks for and that have no running plan for it, the highest first.
    pub missing: Vec<ControlTierId>,
    /// How many check items it has in use.
    pub check_items: usize,
}

/// 「措施检查率」 How many measures of a department's points have a check item in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MeasureShare {
    /// The department; nothing for points that belong to none.
    pub department: Option<DepartmentId>,
    /// Measures in place.
    pub measures: usize,
    /// Those with a check item.
    pub checked: usize,
    /// Those without.
    pub unchecked: Vec<ControlMeasureId>,
}

/// 「专项活动」 How a campaign stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Campaign {
    /// The plan.
    pub plan: InspectionPlanId,
    /// Tasks from its first to its last day, or to today where it has none; at most two years back and ahead.
    pub tasks: usize,
    /// Done in time.
    pub done: usize,
    /// Missed.
    pub missed: usize,
    /// That may be done today.
    pub due: usize,
    /// Its inspections, of tasks or besides.
    pub inspections: Vec<InspectionId>,
    /// Items that were not as they should be.
    pub abnormal: usize,
}

/// What is covered and what is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Coverage {
    /// Every point, by code.
    pub points: Vec<PointCoverage>,
    /// Plans that run and would cover points, but have none any more.
    pub pointless: Vec<InspectionPlanId>,
    /// By department.
    pub measures: Vec<MeasureShare>,
    /// Campaigns.
    pub campaigns: Vec<Campaign>,
}

/// A campaign that lasts longer is no campaign: of one that does, only the tasks of so many days before and after today
/// are counted.
const CAMPAIGN_DAYS: u64 = 731;

/// Whether a plan is in force on a day. One that is not issued yet asks for nothing.
pub fn running(plan: &InspectionPlan, day: NaiveDate) -> bool {
    plan.issued_on.is_some() && not_over(plan, day)
}

/// Whether a plan, issued or not, has days left.
pub(crate) fn not_over(plan: &InspectionPlan, day: NaiveDate) -> bool {
    let over = match &plan.rule {
        CalendarRule::Once { date } => *date < day,
        _ => plan.ends_on.is_some_and(|end| end < day),
    };
    !over
}

/// Whether a plan is one of those that a level asks for: it comes again and again.
fn recurring(plan: &InspectionPlan) -> bool {
    !plan.campaign && !matches!(plan.rule, CalendarRule::Once { .. })
}

/// The tiers whose plans cover each point, of the plans that `wanted` says.
pub(crate) fn tiers_of_points(
    snapshot: &Snapshot,
    wanted: impl Fn(&InspectionPlan) -> bool,
) -> BTreeMap<RiskPointId, BTreeSet<ControlTierId>> {
    let mut tiers: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for covered in &snapshot.plan_points {
        let plan = snapshot.inspection_plans.get(covered.plan_id);
        let tier = plan.filter(|plan| recurring(plan) && wanted(plan)).and_then(|plan| plan.tier_id);
        if let Some(tier) = tier {
            tiers.entry(covered.point_id).or_default().insert(tier);
        }
    }
    tiers
}

/// What is covered on a day. Plans that begin later count as soon as they are issued.
pub fn coverage(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Coverage {
    let mut plans_of: BTreeMap<RiskPointId, BTreeSet<InspectionPlanId>> = BTreeMap::new();
    let mut with_points = BTreeSet::new();
    for own in &snapshot.plan_points {
        with_points.insert(own.plan_id);
        if snapshot.inspection_plans.get(own.plan_id).is_some_and(|plan| running(plan, today)) {
            plans_of.entry(own.point_id).or_default().insert(own.plan_id);
        }
    }
    let pointless = |plan: &&InspectionPlan| {
        running(plan, today) && plan.scope.trim().is_empty() && !with_points.contains(&plan.id)
    };
    Coverage {
        points: points(snapshot, picture, today, &plans_of),
        pointless: snapshot.inspection_plans.iter().filter(pointless).map(|plan| plan.id).collect(),
        measures: measures(snapshot),
        campaigns: campaigns(snapshot, today),
    }
}

fn points(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    today: NaiveDate,
    plans_of: &BTreeMap<RiskPointId, BTreeSet<InspectionPlanId>>,
) -> Vec<PointCoverage> {
    let tiers_of = tiers_of_points(snapshot, |plan| running(plan, today));
    let asked: BTreeMap<RiskLevel, BTreeSet<ControlTierId>> =
        RiskLevel::DESCENDING.into_iter().map(|level| (level, asked_of(snapshot, level))).collect();
    let mut items: BTreeMap<RiskPointId, usize> = BTreeMap::new();
    for item in snapshot.check_items.iter().filter(|own| !own.retired) {
        *items.entry(item.point_id).or_default() += 1;
    }
    let mut points: Vec<_> = snapshot.points.iter().collect();
    points.sort_by(|one, other| one.code.cmp(&other.code));
    let coverage = points.into_iter().map(|point| {
        let level = picture.points.get(&point.id).and_then(|risk| risk.level);
        let plans: Vec<_> = plans_of.get(&point.id).into_iter().flatten().copied().collect();
        let has = tiers_of.get(&point.id);
        let asked = level.and_then(|level| asked.get(&level)).into_iter().flatten().copied();
        let mut missing: Vec<_> = asked.filter(|tier| !has.is_some_and(|own| own.contains(tier))).collect();
        missing.sort_by_key(|tier| (snapshot.tiers.get(*tier).map(|own| own.rank), *tier));
        let covered = match (plans.is_empty(), missing.is_empty()) {
            (true, _) => Covered::Not,
            (false, true) => Covered::Fully,
            (false, false) => Covered::Partly,
        };
        let check_items = items.get(&point.id).copied().unwrap_or_default();
        PointCoverage { point: point.id, level, covered, plans, missing, check_items }
    });
    coverage.collect()
}

fn measures(snapshot: &Snapshot) -> Vec<MeasureShare> {
    let checked: BTreeSet<ControlMeasureId> =
        snapshot.check_items.iter().filter(|own| !own.retired).filter_map(|own| own.measure_id).collect();
    let mut shares: BTreeMap<Option<DepartmentId>, MeasureShare> = BTreeMap::new();
    for measure in snapshot.measures.iter().filter(|own| own.status == MeasureStatus::Existing) {
        let hazard = snapshot.hazards.get(measure.hazard_id);
        let Some(point) = hazard.and_then(|hazard| snapshot.points.get(hazard.point_id)) else { continue };
        let department = point.department_id;
        let share = shares.entry(department).or_insert_with(|| MeasureShare {
            department,
            measures: 0,
            checked: 0,
            unchecked: Vec::new(),
        });
        share.measures += 1;
        if checked.contains(&measure.id) {
            share.checked += 1;
        } else {
            share.unchecked.push(measure.id);
        }
    }
    let mut shares: Vec<_> = shares.into_values().collect();
    let order = |own: &MeasureShare| snapshot.departments.find(own.department).map(|own| own.ordinal);
    shares.sort_by_key(|own| (own.department.is_none(), order(own), own.department));
    shares
}

fn campaigns(snapshot: &Snapshot, today: NaiveDate) -> Vec<Campaign> {
    let plans: Vec<_> =
        snapshot.inspection_plans.iter().filter(|plan| plan.campaign && plan.issued_on.is_some()).collect();
    let mut campaigns: BTreeMap<InspectionPlanId, Campaign> = BTreeMap::new();
    for plan in &plans {
        let (tasks, done, missed, due, abnormal) = (0, 0, 0, 0, 0);
        let own = Campaign { plan: plan.id, tasks, done, missed, due, inspections: Vec::new(), abnormal };
        campaigns.insert(plan.id, own);
    }
    let farthest = Days::new(CAMPAIGN_DAYS);
    let earliest = today.checked_sub_days(farthest).unwrap_or(NaiveDate::MIN);
    let latest = today.checked_add_days(farthest).unwrap_or(NaiveDate::MAX);
    for plan in &plans {
        let begin = plan.starts_on.max(earliest);
        let end = plan.ends_on.unwrap_or(today).min(latest);
        let Some(own) = campaigns.get_mut(&plan.id) else { continue };
        for task in tasks_of(snapshot, std::iter::once(*plan), begin, end) {
            own.tasks += 1;
            match task.state(today) {
                TaskState::Done => own.done += 1,
                TaskState::Missed => own.missed += 1,
                TaskState::Due => own.due += 1,
                TaskState::Upcoming => {}
            }
        }
    }
    let mut plan_of: BTreeMap<InspectionId, InspectionPlanId> = BTreeMap::new();
    for inspection in &snapshot.inspections {
        let Some(plan) = inspection.plan_id else { continue };
        if let Some(own) = campaigns.get_mut(&plan) {
            own.inspections.push(inspection.id);
            plan_of.insert(inspection.id, plan);
        }
    }
    for item in snapshot.inspection_items.iter().filter(|own| own.result == CheckResult::Abnormal) {
        let own = plan_of.get(&item.inspection_id).and_then(|plan| campaigns.get_mut(plan));
        if let Some(own) = own {
            own.abnormal += 1;
        }
    }
    campaigns.into_values().collect()
}

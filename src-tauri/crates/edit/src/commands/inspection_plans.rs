//! 排查计划: making plans, generating them from levels and tiers, revising, ending and issuing them.
//! Relies on a plan's rhythm never changing under what was due: a plan in force ends, and another one goes on.
//! Knows no result.

use crate::command::{Context, Plan};
use crate::commands::assign::check_here;
use crate::commands::find;
use crate::inspection_words::InspectionRefusal;
use crate::numbering::plan_code;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{
    CalendarRule, ChecklistId, ControlTierId, DepartmentId, Executor, InspectionKind, InspectionPlan,
    InspectionPlanId, LONGEST_NAME, OnRestDay, PersonId, PlanPoint, RestDays, RiskBasis, RiskLevel,
    RiskPointId, Snapshot, Topic,
};
use evaluation::risk_picture;
use inspection::{proposals, proposed_name};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// What a plan says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct NewInspectionPlan {
    /// 「名称」
    pub name: String,
    /// 「排查类型」
    #[serde(default = "usual_kind")]
    #[ts(optional, as = "Option<InspectionKind>")]
    pub kind: InspectionKind,
    /// 「专题」
    #[serde(default)]
    pub topic: Option<Topic>,
    /// 「检查范围」 In words; the place, for a plan without points.
    #[serde(default)]
    pub scope: String,
    /// 「检查表」
    #[serde(default)]
    pub checklist: Option<ChecklistId>,
    /// 「频次」
    pub rule: CalendarRule,
    /// 「避开」
    #[serde(default = "usual_rest")]
    #[ts(optional, as = "Option<RestDays>")]
    pub rest_days: RestDays,
    /// 「遇休息日」
    #[serde(default = "usual_on_rest")]
    #[ts(optional, as = "Option<OnRestDay>")]
    pub on_rest: OnRestDay,
    /// 「宽限天数」 nothing for the usual of the rule.
    #[serde(default)]
    pub grace_days: Option<i64>,
    /// 「执行人」
    #[serde(default = "usual_executor")]
    #[ts(optional, as = "Option<Executor>")]
    pub executor: Executor,
    /// 「指定人员」
    #[serde(default)]
    pub person: Option<PersonId>,
    /// 「检查层级」
    #[serde(default)]
    pub tier: Option<ControlTierId>,
    /// 「组织部门」
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// 「开始日期」 Today when left out.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// 「结束日期」
    #[serde(default)]
    pub ends_on: Option<NaiveDate>,
    /// 「专项活动」
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub campaign: bool,
    /// 「备注」
    #[serde(default)]
    pub note: String,
    /// Its points; none for a plan of a whole place.
    #[serde(default)]
    pub points: Vec<RiskPointId>,
}

fn usual_kind() -> InspectionKind {
    InspectionKind::Daily
}

fn usual_rest() -> RestDays {
    RestDays::None
}

fn usual_on_rest() -> OnRestDay {
    OnRestDay::Skip
}

fn usual_executor() -> Executor {
    Executor::Responsible
}

/// Makes a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct AddInspectionPlan {
    /// What it says.
    pub plan: NewInspectionPlan,
    /// 「编号」 Empty for the next one.
    #[serde(default)]
    pub code: String,
    /// 「下达日期」 Nothing for a plan that is not issued yet.
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
}

/// One of the plans that the matrix asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ProposedPlan {
    /// The level of its points.
    pub level: RiskLevel,
    /// Who inspects.
    pub tier: ControlTierId,
    /// Another rhythm than the usual one.
    #[serde(default)]
    pub rule: Option<CalendarRule>,
    /// Done by others than is usual.
    #[serde(default)]
    pub executor: Option<Executor>,
    /// The named person, for that executor.
    #[serde(default)]
    pub person: Option<PersonId>,
}

/// Makes plans out of levels and tiers by the frequency matrix, of the points that no plan covers yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct GeneratePlans {
    /// Which; all when left out.
    #[serde(default)]
    pub plans: Option<Vec<ProposedPlan>>,
    /// Their first day; today when left out.
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    /// Their last day.
    #[serde(default)]
    pub ends_on: Option<NaiveDate>,
    /// When they are issued; nothing to look through them first.
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
}

/// Lets a plan say something else. One that was not issued, or has not begun, is changed; one in force ends on the day
/// before the new one begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct RevisePlan {
    /// The plan.
    pub plan: InspectionPlanId,
    /// What it says from its `starts_on` on.
    pub to: NewInspectionPlan,
    /// When the new one is issued; today for one that was issued.
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
}

/// Ends a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct EndPlan {
    /// The plan.
    pub plan: InspectionPlanId,
    /// Its last day; today when left out.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

/// Issues plans: from then on they ask for something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct IssuePlans {
    /// The plans.
    pub plans: Vec<InspectionPlanId>,
    /// When; today when left out.
    #[serde(default)]
    pub on: Option<NaiveDate>,
}

impl AddInspectionPlan {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let name = self.plan.name.clone();
        let code = Some(self.code.trim().to_owned()).filter(|code| !code.is_empty());
        if let Some(code) = &code {
            check_free(context.snapshot, code)?;
        }
        let mut plan = Plan::new(Label::new(format!("新建排查计划 {name}"), format!("New plan {name}")));
        write(context, &mut plan, self.plan, code, self.issued_on)?;
        Ok(plan)
    }
}

impl GeneratePlans {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let picture = risk_picture(snapshot, RiskBasis::Existing);
        let mut plan = Plan::new(Label::default());
        for proposal in proposals(snapshot, &picture, context.today) {
            let mut rule = proposal.rule;
            let mut name = proposal.name;
            let (mut executor, mut person) = (proposal.executor, proposal.person);
            if let Some(wanted) = &self.plans {
                let chosen =
                    wanted.iter().find(|own| own.level == proposal.level && own.tier == proposal.tier);
                let Some(chosen) = chosen else { continue };
                if let (Some(other), Some(tier)) = (&chosen.rule, snapshot.tiers.get(proposal.tier)) {
                    rule = other.clone();
                    name = proposed_name(proposal.level, tier, &rule);
                }
                if let Some(other) = chosen.executor {
                    (executor, person) = (other, chosen.person);
                }
            }
            let new = NewInspectionPlan {
                name: name.chars().take(LONGEST_NAME).collect(),
                kind: proposal.kind,
                topic: None,
                scope: String::new(),
                checklist: None,
                rule,
                rest_days: proposal.rest_days,
                on_rest: proposal.on_rest,
                grace_days: None,
                executor,
                person,
                tier: Some(proposal.tier),
                department: None,
                starts_on: self.starts_on,
                ends_on: self.ends_on,
                campaign: false,
                note: String::new(),
                points: proposal.points,
            };
            write(context, &mut plan, new, None, self.issued_on)?;
        }
        let count = plan.created.len();
        if count == 0 {
            return Err(Refusal::Nothing);
        }
        plan.label = Label::new(
            format!("按等级和层级生成排查计划（{count} 个）"),
            format!("Generate {count} plans from levels and tiers"),
        );
        Ok(plan)
    }
}

impl RevisePlan {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let today = context.today;
        let mut old = find(&snapshot.inspection_plans, self.plan)?.clone();
        let name = self.to.name.clone();
        let label = Label::new(format!("修订排查计划 {name}"), format!("Revise plan {name}"));
        let mut plan = Plan::new(label);
        let used = snapshot.inspections.iter().any(|own| own.plan_id == Some(old.id));
        if !used && (old.issued_on.is_none() || old.starts_on > today) {
            let to = NewInspectionPlan { starts_on: self.to.starts_on.or(Some(old.starts_on)), ..self.to };
            let issued_on = self.issued_on.or(old.issued_on);
            let (code, replaces_id, ordinal) = (old.code, old.replaces_id, old.ordinal);
            let (record, points) = record(context, to, old.id, code, issued_on)?;
            plan.put(InspectionPlan { replaces_id, ordinal, ..record });
            let mut wanted: BTreeSet<RiskPointId> = points.into_iter().collect();
            for covered in snapshot.plan_points.iter().filter(|own| own.plan_id == old.id) {
                if !wanted.remove(&covered.point_id) {
                    plan.remove(domain::RowId { table: domain::Table::PlanPoint, id: covered.id.into() });
                }
            }
            for point_id in wanted {
                plan.put(PlanPoint { id: context.id(), plan_id: old.id, point_id });
            }
            return Ok(plan);
        }
        let starts_on = self.to.starts_on.unwrap_or(today);
        let to = NewInspectionPlan { starts_on: Some(starts_on), ..self.to };
        if let Some(end) = old.ends_on.filter(|end| *end < starts_on) {
            return Err(InspectionRefusal::Over(end).into());
        }
        if starts_on <= old.starts_on {
            return Err(InspectionRefusal::AlreadyRuns(old.starts_on).into());
        }
        let issued_on = self.issued_on.or_else(|| old.issued_on.map(|_| today));
        old.ends_on = starts_on.pred_opt();
        write(context, &mut plan, to, None, issued_on)?;
        for write in &mut plan.writes {
            if let store::Write::Put(domain::AnyRecord::InspectionPlan(own)) = write {
                own.replaces_id = Some(old.id);
            }
        }
        plan.put(old);
        Ok(plan)
    }
}

impl EndPlan {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut own = find(&context.snapshot.inspection_plans, self.plan)?.clone();
        let on = self.on.unwrap_or(context.today);
        if own.ends_on == Some(on) {
            return Err(Refusal::Nothing);
        }
        own.ends_on = Some(on);
        let mut plan =
            Plan::new(Label::new(format!("结束排查计划 {}", own.name), format!("End plan {}", own.name)));
        plan.put(own);
        Ok(plan)
    }
}

impl IssuePlans {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let on = self.on.unwrap_or(context.today);
        let mut plan = Plan::new(Label::default());
        let mut count = 0_usize;
        let wanted: BTreeSet<InspectionPlanId> = self.plans.into_iter().collect();
        for id in wanted {
            let own = find(&snapshot.inspection_plans, id)?;
            if own.issued_on.is_some() {
                continue;
            }
            let covers = snapshot.plan_points.iter().any(|covered| covered.plan_id == id);
            if !covers && own.scope.trim().is_empty() {
                return Err(InspectionRefusal::Placeless.into());
            }
            count += 1;
            plan.put(InspectionPlan { issued_on: Some(on), ..own.clone() });
        }
        if count == 0 {
            return Err(Refusal::Nothing);
        }
        plan.label =
            Label::new(format!("下达排查计划（{count} 个）"), format!("Issue {count} inspection plans"));
        Ok(plan)
    }
}

/// No other plan has the code, and none that is gone had it.
fn check_free(snapshot: &Snapshot, code: &str) -> Result<(), Refusal> {
    let other = snapshot.inspection_plans.iter().find(|own| own.code == code).map(|own| own.name.clone());
    let label = || domain::Table::RetiredCode.label(domain::Language::Chinese).to_owned();
    let retired = snapshot.retired_codes.iter().any(|own| own.code == code).then(label);
    match other.or(retired) {
        Some(by) => Err(Refusal::CodeTaken { code: code.to_owned(), by }),
        None => Ok(()),
    }
}

/// A plan and its points, judged.
fn record(
    context: &Context<'_>,
    new: NewInspectionPlan,
    id: InspectionPlanId,
    code: String,
    issued_on: Option<NaiveDate>,
) -> Result<(InspectionPlan, Vec<RiskPointId>), Refusal> {
    let snapshot = context.snapshot;
    let rule = new.rule.checked().map_err(|error| InspectionRefusal::BadRule(error.reason))?;
    if let Some(list) = new.checklist {
        find(&snapshot.checklists, list)?;
    }
    if let Some(tier) = new.tier {
        find(&snapshot.tiers, tier)?;
    }
    if let Some(department) = new.department {
        find(&snapshot.departments, department)?;
    }
    if let Some(person) = new.person {
        check_here(context, person)?;
    }
    let mut points = new.points;
    let mut seen = BTreeSet::new();
    points.retain(|point| seen.insert(*point));
    for point in &points {
        find(&snapshot.points, *point)?;
    }
    if points.is_empty() && new.scope.trim().is_empty() {
        return Err(InspectionRefusal::Placeless.into());
    }
    let ordinal = i64::try_from(snapshot.inspection_plans.len()).unwrap_or(i64::MAX).saturating_add(1);
    let record = InspectionPlan {
        id,
        code,
        name: new.name,
        kind: new.kind,
        topic: new.topic,
        scope: new.scope,
        checklist_id: new.checklist,
        rule,
        rest_days: new.rest_days,
        on_rest: new.on_rest,
        grace_days: new.grace_days,
        executor: new.executor,
        person_id: new.person,
        tier_id: new.tier,
        department_id: new.department,
        starts_on: new.starts_on.unwrap_or(context.today),
        ends_on: new.ends_on,
        issued_on,
        campaign: new.campaign,
        replaces_id: None,
        note: new.note,
        ordinal,
    };
    Ok((record, points))
}

/// Writes a new plan with its points.
fn write(
    context: &mut Context<'_>,
    plan: &mut Plan,
    new: NewInspectionPlan,
    code: Option<String>,
    issued_on: Option<NaiveDate>,
) -> Result<(), Refusal> {
    let given = plan.created.len();
    let code = code.unwrap_or_else(|| plan_code(context.snapshot, given));
    let id = context.id();
    let (mut record, points) = record(context, new, id, code, issued_on)?;
    record.ordinal = record.ordinal.saturating_add(i64::try_from(given).unwrap_or(i64::MAX));
    plan.create(record);
    for point_id in points {
        plan.put(PlanPoint { id: context.id(), plan_id: id, point_id });
    }
    Ok(())
}

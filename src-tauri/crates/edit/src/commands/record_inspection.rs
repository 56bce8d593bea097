//! 登记检查结果: what was found, item by item; what was not as it should be becomes a reported danger in the same step.
//! Relies on tasks being worked out from the plan, so that a result is for a task that there is.
//! Knows nothing of what becomes of a danger.

use crate::command::{Context, Plan};
use crate::commands::danger_photo::{PhotoGiven, check_photos, photo_rows};
use crate::commands::find;
use crate::commands::report_danger::{FoundDanger, draft_of};
use crate::inspection_words::InspectionRefusal;
use crate::refusal::Refusal;
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use domain::{
    CalendarRule, CheckItemId, CheckResult, ChecklistItemId, DangerAct, Inspection, InspectionChannel,
    InspectionId, InspectionItem, InspectionItemId, InspectionKind, InspectionPlan, InspectionPlanId,
    PersonId, PhotoMoment, RiskPoint, RiskPointId, Snapshot,
};
use inspection::{Task, tasks_of};
use serde::{Deserialize, Serialize};
use store::Label;

/// Most items of one inspection.
const MOST_ITEMS: usize = 500;

/// What one item showed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ItemResult {
    /// The check item of the point, in the version that was checked.
    #[serde(default)]
    pub check_item: Option<CheckItemId>,
    /// Or the line of the check-list.
    #[serde(default)]
    pub checklist_item: Option<ChecklistItemId>,
    /// What was looked at, where it is neither.
    #[serde(default)]
    pub content: String,
    /// 「结果」
    pub result: CheckResult,
    /// 「实测值」
    #[serde(default)]
    pub value: String,
    /// 「说明」
    #[serde(default)]
    pub note: String,
    /// The fingerprint of a photograph; blank for none.
    #[serde(default)]
    pub photo: String,
}

/// Records an inspection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct RecordInspection {
    /// The plan; nothing for an inspection beside all plans.
    #[serde(default)]
    pub plan: Option<InspectionPlanId>,
    /// The point.
    #[serde(default)]
    pub point: Option<RiskPointId>,
    /// The day of the task that it does. Left out, it is the task in whose time it was done, if there is one.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// 「班次」
    #[serde(default)]
    pub shift: Option<i64>,
    /// 「实检日期」 Today when left out.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
    /// 「实检时间」
    #[serde(default)]
    pub done_at: Option<NaiveTime>,
    /// 「检查人」
    #[serde(default)]
    pub inspector: Option<PersonId>,
    /// His name, where he is nobody of the project.
    #[serde(default)]
    pub inspector_name: String,
    /// 「记录方式」
    #[serde(default = "at_the_desk")]
    #[ts(optional, as = "Option<InspectionChannel>")]
    pub channel: InspectionChannel,
    /// The identity that a result file gave it.
    #[serde(default)]
    pub source: String,
    /// Where, for what was found at no point; the place of the plan when left out.
    #[serde(default)]
    pub place: String,
    /// 「备注」
    #[serde(default)]
    pub note: String,
    /// What was looked at.
    pub items: Vec<ItemResult>,
}

fn at_the_desk() -> InspectionChannel {
    InspectionChannel::Desk
}

impl RecordInspection {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let mut plan = Plan::new(Label::default());
        let abnormal = record(self, context, &mut plan)?;
        plan.label = match abnormal {
            0 => Label::new("登记检查结果", "Record an inspection"),
            count => Label::new(
                format!("登记检查结果（发现隐患 {count} 项）"),
                format!("Record an inspection that found {count} dangers"),
            ),
        };
        Ok(plan)
    }
}

/// Writes an inspection into a step; how many dangers it found.
pub(crate) fn record(
    command: RecordInspection,
    context: &mut Context<'_>,
    plan: &mut Plan,
) -> Result<usize, Refusal> {
    let snapshot = context.snapshot;
    if command.items.is_empty() {
        return Err(Refusal::Nothing);
    }
    if command.items.len() > MOST_ITEMS {
        return Err(Refusal::TooMany(MOST_ITEMS));
    }
    let source = command.source.trim().to_owned();
    if !source.is_empty() && snapshot.inspections.iter().any(|own| own.source == source) {
        return Err(InspectionRefusal::TakenBefore(source).into());
    }
    let done_on = command.done_on.unwrap_or(context.today);
    if done_on > context.today || done_on.year() < 2000 {
        return Err(InspectionRefusal::ImpossibleDate(done_on).into());
    }
    let of_plan = command.plan.map(|id| find(&snapshot.inspection_plans, id)).transpose()?;
    let point = command.point.map(|id| find(&snapshot.points, id)).transpose()?;
    if let Some(person) = command.inspector {
        find(&snapshot.people, person)?;
    }
    let (due_on, shift) = match of_plan {
        Some(own) => task_of(snapshot, own, point, &command, done_on)?,
        None => match command.due_on {
            Some(day) => return Err(InspectionRefusal::NoSuchTask(day).into()),
            None => (None, None),
        },
    };
    let id: InspectionId = context.id();
    plan.create(Inspection {
        id,
        plan_id: command.plan,
        point_id: command.point,
        due_on,
        shift,
        done_on,
        done_at: command.done_at,
        inspector_id: command.inspector,
        inspector: command.inspector_name.clone(),
        channel: command.channel,
        source,
        note: command.note,
    });
    let mut codes: Vec<String> = Vec::new();
    for (ordinal, result) in (1..).zip(command.items) {
        let asked = asked(snapshot, of_plan, point, &result)?;
        let item: InspectionItemId = context.id();
        plan.put(InspectionItem {
            id: item,
            inspection_id: id,
            check_item_id: result.check_item,
            checklist_item_id: result.checklist_item,
            content: asked.content.clone(),
            result: result.result,
            value: result.value.clone(),
            note: result.note.clone(),
            photo: result.photo.clone(),
            ordinal,
        });
        if result.result != CheckResult::Abnormal {
            continue;
        }
        let said: Vec<&str> =
            [result.note.trim(), result.value.trim()].into_iter().filter(|text| !text.is_empty()).collect();
        let description =
            if said.is_empty() { format!("不符合：{}", asked.content) } else { said.join("，") };
        let place = match (point, of_plan) {
            _ if !command.place.trim().is_empty() => command.place.clone(),
            (Some(point), _) if !point.location.trim().is_empty() => point.location.clone(),
            (Some(point), _) => point.name.clone(),
            (None, Some(own)) => own.scope.clone(),
            (None, None) => String::new(),
        };
        let photos: Vec<PhotoGiven> = Some(result.photo)
            .filter(|asset| !asset.trim().is_empty())
            .map(|asset| PhotoGiven { moment: PhotoMoment::Before, asset, note: String::new() })
            .into_iter()
            .collect();
        check_photos(&photos)?;
        let danger = FoundDanger {
            description,
            place: place.chars().take(domain::LONGEST_NAME).collect(),
            point: command.point,
            measure: asked.measure,
            // The result is written in the same step and named below.
            item: None,
            floor: None,
            position: None,
            source: of_plan.map_or(InspectionKind::Daily, |own| own.kind),
            found_on: Some(done_on),
            found_at: command.done_at,
            reporter: command.inspector,
            reporter_name: command.inspector_name.clone(),
            department: point
                .map_or_else(|| of_plan.and_then(|own| own.department_id), |own| own.department_id),
            topic: of_plan.and_then(|own| own.topic),
            note: String::new(),
        };
        let (mut danger, step) = draft_of(context, danger, DangerAct::Report, &codes)?;
        danger.item_id = Some(item);
        codes.push(danger.code.clone());
        let photos = photo_rows(context, danger.id, Some(step.id), photos);
        plan.create(danger);
        plan.put(step);
        photos.into_iter().for_each(|photo| plan.put(photo));
    }
    Ok(codes.len())
}

/// What an item asked.
struct Asked {
    content: String,
    measure: Option<domain::ControlMeasureId>,
}

fn asked(
    snapshot: &Snapshot,
    plan: Option<&InspectionPlan>,
    point: Option<&RiskPoint>,
    result: &ItemResult,
) -> Result<Asked, Refusal> {
    let elsewhere = |content: &str| InspectionRefusal::NotAsked(content.chars().take(60).collect::<String>());
    match (result.check_item, result.checklist_item) {
        (Some(item), None) => {
            let item = find(&snapshot.check_items, item)?;
            if point.map(|point| point.id) != Some(item.point_id) {
                return Err(elsewhere(&item.content).into());
            }
            Ok(Asked { content: item.content.clone(), measure: item.measure_id })
        }
        (None, Some(line)) => {
            let line = find(&snapshot.checklist_items, line)?;
            let list = plan.map(|own| own.checklist_id);
            if list.is_some_and(|list| list != Some(line.checklist_id)) {
                return Err(elsewhere(&line.content).into());
            }
            Ok(Asked { content: line.content.clone(), measure: None })
        }
        (Some(_), Some(_)) => Err(elsewhere(&result.content).into()),
        (None, None) => Ok(Asked { content: result.content.clone(), measure: None }),
    }
}

/// The task that a result does.
fn task_of(
    snapshot: &Snapshot,
    plan: &InspectionPlan,
    point: Option<&RiskPoint>,
    command: &RecordInspection,
    done_on: NaiveDate,
) -> Result<(Option<NaiveDate>, Option<i64>), Refusal> {
    if plan.issued_on.is_none() {
        return Err(InspectionRefusal::NotIssued(plan.name.clone()).into());
    }
    let covered: Vec<RiskPointId> =
        snapshot.plan_points.iter().filter(|own| own.plan_id == plan.id).map(|own| own.point_id).collect();
    let fits = match point {
        Some(point) => covered.contains(&point.id),
        None => covered.is_empty(),
    };
    if !fits {
        return Err(InspectionRefusal::NotOfPlan(plan.name.clone()).into());
    }
    let own = |task: &Task| {
        let shift = task.shift.map(i64::from);
        task.point == command.point && (command.shift.is_none() || shift == command.shift)
    };
    let between = |from, to| {
        let mut tasks = tasks_of(snapshot, std::iter::once(plan), from, to);
        tasks.retain(own);
        tasks
    };
    if let Some(due_on) = command.due_on {
        let tasks = between(due_on, due_on);
        let open = tasks.iter().find(|task| task.done_on.is_none_or(|day| day > task.until));
        let Some(task) = open.or(tasks.first()) else {
            return Err(InspectionRefusal::NoSuchTask(due_on).into());
        };
        if let Some(day) = task.done_on.filter(|day| *day <= task.until) {
            return Err(InspectionRefusal::AlreadyDone(day).into());
        }
        if done_on < task.since {
            return Err(InspectionRefusal::TooEarly { since: task.since, done_on }.into());
        }
        return Ok((Some(due_on), task.shift.map(i64::from)));
    }
    // Windows reach back for as long as the longest grace.
    let grace = plan.grace_days.unwrap_or_else(|| plan.rule.usual_grace());
    let grace = Days::new(u64::try_from(grace).unwrap_or_default());
    let tasks = between(done_on.checked_sub_days(grace).unwrap_or(done_on), done_on);
    let open = tasks
        .iter()
        .rev()
        .filter(|task| done_on <= task.until && task.inspection.is_none())
        .min_by_key(|task| task.shift);
    let shifts = matches!(plan.rule, CalendarRule::Shifts { .. });
    match open {
        Some(task) => Ok((Some(task.due_on), task.shift.map(i64::from))),
        None if command.shift.is_some() && !shifts => Err(InspectionRefusal::NoSuchTask(done_on).into()),
        None => Ok((None, command.shift)),
    }
}

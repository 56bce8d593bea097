//! 回收的检查表: which task a sheet of paper belongs to, by the code beside its symbol.
//! Relies on `export` for how a code is written: it is compared with the codes that the project would print today.
//! Knows nothing of scanners; whatever types the code is good.

use crate::calls::App;
use crate::error::ApiError;
use crate::inspections::{TaskView, task_view};
use chrono::NaiveDate;
use domain::{InspectionPlan, RiskPointId, Snapshot, Uuid};
use export::content::{read_task_code, task_code};
use inspection::tasks_of;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A code as it was typed or scanned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskCodeArgs {
    /// The line that begins with `DP1:`.
    pub code: String,
}

/// What an input method makes of a scanner's keys, as the keys were: full-width letters, spaces between.
fn plain(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && !c.is_control()).map(domain::half_width).collect()
}

/// The task that a code stands for.
pub fn task_by_code(snapshot: &Snapshot, typed: &str, today: NaiveDate) -> Result<TaskView, ApiError> {
    let code = plain(typed);
    // Codes that were typed in small letters mostly stand in large ones on paper.
    let read = [code.clone(), code.to_ascii_uppercase()]
        .into_iter()
        .find_map(|code| read_task_code(&code).map(|mark| (code, mark)));
    let Some((code, mark)) = read else { return Err(no_code(&code)) };
    let project: Uuid = snapshot.project().map_or(Uuid::nil(), |own| own.id.into());
    let of = |plan: &InspectionPlan, point: Option<RiskPointId>| {
        let own = snapshot.points.find(point).map_or("", |own| own.code.trim());
        let ids = (plan.id.into(), point.map(Into::into));
        task_code(project, plan.code.trim(), own, mark.due_on, mark.shift, ids)
    };
    // Every code of a project begins alike.
    let ours = snapshot.inspection_plans.iter().next().map(|plan| of(plan, None));
    let head = |code: &str| code.split(":T/").next().map(str::to_owned);
    if ours.as_deref().and_then(head) != head(&code) && ours.is_some() {
        return Err(other_project());
    }
    let mut points: BTreeMap<_, Vec<RiskPointId>> = BTreeMap::new();
    for covered in &snapshot.plan_points {
        points.entry(covered.plan_id).or_default().push(covered.point_id);
    }
    for plan in &snapshot.inspection_plans {
        let covered = points.get(&plan.id).into_iter().flatten().map(|point| Some(*point));
        let Some(point) = covered.chain([None]).find(|point| of(plan, *point) == code) else { continue };
        let found = tasks_of(snapshot, std::iter::once(plan), mark.due_on, mark.due_on);
        let Some(task) = found.iter().find(|own| own.point == point && own.shift == mark.shift) else {
            return Err(no_task(plan, mark.due_on));
        };
        if plan.issued_on.is_none() {
            return Err(not_issued(plan));
        }
        return Ok(task_view(snapshot, task, today));
    }
    Err(gone(&mark.plan, mark.due_on))
}

fn no_code(code: &str) -> ApiError {
    let shown: String = code.chars().take(60).collect();
    ApiError::new(
        "not-a-task-code",
        format!(
            "“{shown}”不是检查表的编码，或者有字符输错。请扫描检查表上的二维码，或照抄它旁边以 DP1: 开头的一行。"
        ),
        format!(
            "{shown:?} is no code of a check sheet, or was typed wrong. Scan the symbol on the sheet, or copy the line beside it that begins with DP1:."
        ),
    )
}

fn other_project() -> ApiError {
    ApiError::new(
        "other-project",
        "这张检查表是另一个项目印的。请打开那个项目再录入。",
        "This sheet was printed from another project. Open that one to enter it.",
    )
}

fn no_task(plan: &InspectionPlan, day: NaiveDate) -> ApiError {
    let name = plan.name.trim();
    ApiError::new(
        "no-such-task",
        format!(
            "计划“{name}”在 {day} 已没有这项任务（计划修订过，或节假日改过）。请在日历上找相近的一天录入。"
        ),
        format!(
            "The plan {name} has no such task on {day} any more: it was revised, or days off changed. Choose a near day in the calendar."
        ),
    )
}

fn not_issued(plan: &InspectionPlan) -> ApiError {
    let name = plan.name.trim();
    ApiError::new(
        "not-issued",
        format!("计划“{name}”还没有下达。请先在“排查计划”中下达，再录入结果。"),
        format!("The plan {name} is not issued yet. Issue it under Plans before entering results."),
    )
}

fn gone(plan: &str, day: NaiveDate) -> ApiError {
    ApiError::new(
        "task-gone",
        format!(
            "编码所说的计划（{plan}，{day}）或它的风险点已不在项目中，或者编号改过。请在日历上按日期找到任务录入。"
        ),
        format!(
            "The plan of this code ({plan}, {day}) or its point is gone from the project, or its code changed. Find the task by its day in the calendar."
        ),
    )
}

impl App {
    /// The task that a returned sheet belongs to.
    pub(crate) fn task_by_code(&self, args: TaskCodeArgs) -> Result<TaskView, ApiError> {
        self.with(|session| task_by_code(session.snapshot(), &args.code, self.world.today()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::create::sample_project;
    use domain::Table;

    fn sample() -> Snapshot {
        let mut snapshot = Snapshot::default();
        for row in sample_project().unwrap().records {
            snapshot.put(row);
        }
        snapshot
    }

    fn printed(snapshot: &Snapshot, day: NaiveDate) -> (String, inspection::Task) {
        let task = inspection::tasks(snapshot, day, day).into_iter().find(|own| own.point.is_some()).unwrap();
        let plan = snapshot.inspection_plans.get(task.plan).unwrap();
        let point = snapshot.points.find(task.point).unwrap();
        let project = snapshot.project().unwrap().id.into();
        let ids = (plan.id.into(), Some(point.id.into()));
        (task_code(project, &plan.code, &point.code, day, task.shift, ids), task)
    }

    #[test]
    fn a_printed_code_finds_its_task_however_it_comes_in() {
        let snapshot = sample();
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let (code, task) = printed(&snapshot, day);
        let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        for typed in [code.clone(), format!(" {code}\r\n"), code.to_lowercase(), wide] {
            let found = task_by_code(&snapshot, &typed, day).unwrap();
            assert_eq!(
                (found.plan, found.point, found.due_on),
                (task.plan, task.point, task.due_on),
                "{typed}"
            );
        }
    }

    #[test]
    fn every_wrong_code_says_what_is_wrong_with_it() {
        let mut snapshot = sample();
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let (code, task) = printed(&snapshot, day);
        let said = |snapshot: &Snapshot, typed: &str| {
            let error = task_by_code(snapshot, typed, day).unwrap_err();
            assert!(!error.chinese.is_empty() && !error.english.is_empty());
            error.code
        };
        let mut typo = code.clone();
        typo.insert(12, '0');
        let letters = "字".repeat(10_000);
        for typed in ["", "DP1:", "hello", &typo, &letters] {
            assert_eq!(said(&snapshot, typed), "not-a-task-code", "{typed}");
        }
        let plan = snapshot.inspection_plans.get(task.plan).unwrap().clone();
        let point = snapshot.points.find(task.point).unwrap().clone();
        let ids = (plan.id.into(), Some(point.id.into()));
        let stranger = task_code(Uuid::from_u128(7), &plan.code, &point.code, day, task.shift, ids);
        assert_eq!(said(&snapshot, &stranger), "other-project");
        let project = snapshot.project().unwrap().id.into();
        let before = plan.starts_on.pred_opt().unwrap();
        let early = task_code(project, &plan.code, &point.code, before, task.shift, ids);
        assert_eq!(said(&snapshot, &early), "no-such-task");
        let mut draft = plan.clone();
        draft.issued_on = None;
        snapshot.inspection_plans.put(draft);
        assert_eq!(said(&snapshot, &code), "not-issued");
        snapshot.remove(domain::RowId { table: Table::InspectionPlan, id: plan.id.into() });
        assert_eq!(said(&snapshot, &code), "task-gone");
    }
}

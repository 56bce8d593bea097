//! 「检查表」: what is looked at, with boxes to tick and the code by which the returned paper is found again; of a plan for
//! its next day (a route over its points), of a point, of a post.
//! Relies on the questions that a plan asks in the versions of today.
//! Must not know: how it is laid out, how the paper is entered.

use super::facts::{day, department, person};
use super::{
    Paper, PaperBlock, PaperColumn, PaperField, PaperForm, PaperRow, PaperSheet, PaperTable, centred, number,
    words,
};
use crate::content::Source;
use crate::content::code::{point_code, task_code};
use crate::content::point::code_order;
use chrono::Days;
use domain::{InspectionPlan, InspectionPlanId, Language, PostId, RiskPoint, RiskPointId};
use inspection::{Question, Task, items_of, tasks_of};

const COLUMNS: [PaperColumn; 7] = [
    number("序号", 0.5),
    words("检查内容", 4.6),
    centred("正常", 0.55),
    centred("异常", 0.55),
    centred("不涉及", 0.7),
    centred("实测值", 0.9),
    words("问题说明、整改要求", 2.2),
];
/// A box to tick.
const BOX: &str = "□";
/// Lines for what nobody thought of.
const SPARE: usize = 2;
/// The next task of a plan is looked for within this many days.
const AHEAD: u64 = 400;

fn table(questions: &[Question]) -> PaperBlock {
    let row = |(at, own): (usize, &Question)| {
        let content = match own.basis.trim() {
            "" => own.content.trim().to_owned(),
            basis => format!("{}（{basis}）", own.content.trim()),
        };
        let boxes = [BOX, BOX, BOX, "", ""].map(str::to_owned);
        PaperRow::new([(at + 1).to_string(), content].into_iter().chain(boxes))
    };
    let mut table = PaperTable::new(&COLUMNS, questions.iter().enumerate().map(row).collect());
    table.spare = SPARE;
    PaperBlock::Table(table)
}

fn ending() -> [PaperBlock; 2] {
    [
        PaperBlock::Remark(
            "在“正常、异常、不涉及”中选一项打“√”；异常的写明情况，立即上报。末尾空行可写表外发现的问题。"
                .to_owned(),
        ),
        PaperBlock::Signatures(vec!["检查人".to_owned(), "检查时间".to_owned(), "被检部门".to_owned()]),
    ]
}

fn symbol(source: &Source<'_>, point: &RiskPoint, code: String, more: &str) -> PaperBlock {
    let facts = source.facts(point);
    let parts = [
        facts.level_word.to_owned(),
        facts.location.clone(),
        facts.department.clone(),
        facts.person.clone(),
        more.to_owned(),
    ];
    let words: Vec<String> = parts.into_iter().filter(|own| !own.is_empty()).collect();
    PaperBlock::Symbol { code, title: format!("{} {}", facts.code, facts.name), words: words.join("　") }
}

/// The check-list of a plan for its next day from today on; without a day where no task is to come. Nothing for a plan
/// that asks nothing.
pub fn check_sheet_of_plan(source: &Source<'_>, id: InspectionPlanId) -> Option<Paper> {
    let snapshot = source.snapshot;
    let plan = snapshot.inspection_plans.get(id)?;
    let until = source.today.checked_add_days(Days::new(AHEAD)).unwrap_or(source.today);
    let all = tasks_of(snapshot, std::iter::once(plan), source.today, until);
    let next = all.first().map(|own| own.due_on);
    let mut due: Vec<Task> = all.into_iter().filter(|own| Some(own.due_on) == next).collect();
    let code = |point: Option<RiskPointId>| {
        snapshot.points.find(point).map(|own| code_order(&own.code)).unwrap_or_default()
    };
    due.sort_by_cached_key(|own| (own.shift, code(own.point)));
    let mut sheets: Vec<PaperSheet> = Vec::new();
    let mut asked = 0;
    let mut shifts: Vec<Option<u8>> = due.iter().map(|own| own.shift).collect();
    shifts.dedup();
    for shift in shifts {
        let mut blocks = vec![PaperBlock::Fields(head(source, plan, due.first(), shift))];
        for task in due.iter().filter(|own| own.shift == shift) {
            let questions = items_of(snapshot, Some(plan), task.point);
            asked += questions.len();
            let point = snapshot.points.find(task.point);
            let own = point.map_or("", |own| own.code.trim());
            let code = task_code(
                source.project(),
                plan.code.trim(),
                own,
                task.due_on,
                task.shift,
                (plan.id.into(), task.point.map(Into::into)),
            );
            let executor = person(snapshot, task.executor);
            let more = if executor.is_empty() { executor } else { format!("执行人 {executor}") };
            blocks.push(match point {
                Some(point) => symbol(source, point, code, &more),
                None => PaperBlock::Symbol { code, title: plan.name.trim().to_owned(), words: more },
            });
            blocks.push(table(&questions));
        }
        blocks.extend(ending());
        let note = shift.map_or(String::new(), |own| format!("第 {own} 班"));
        sheets.push(PaperSheet::new(&format!("检查表　{}", plan.name.trim()), note, blocks).whole());
    }
    if sheets.is_empty() {
        let questions = items_of(snapshot, Some(plan), None);
        asked += questions.len();
        let mut blocks = vec![PaperBlock::Fields(head(source, plan, None, None)), table(&questions)];
        blocks.extend(ending());
        let title = format!("检查表　{}", plan.name.trim());
        sheets.push(PaperSheet::new(&title, String::new(), blocks).whole());
    }
    if asked == 0 {
        return None;
    }
    let subject = format!("{} {}", plan.code.trim(), plan.name.trim());
    let mark = format!("JC/{}", plan.code.trim());
    Some(source.paper("检查表", subject, PaperForm::Upright, sheets, &mark, id.into()))
}

fn head(
    source: &Source<'_>,
    plan: &InspectionPlan,
    task: Option<&Task>,
    shift: Option<u8>,
) -> Vec<PaperField> {
    let snapshot = source.snapshot;
    let due = task.map_or(String::new(), |own| {
        let shift = shift.map_or(String::new(), |own| format!("　第 {own} 班"));
        let until = if own.until > own.due_on {
            format!("（至 {}）", day(Some(own.until)))
        } else {
            String::new()
        };
        format!("{}{until}{shift}", day(Some(own.due_on)))
    });
    let mut fields = vec![
        PaperField::new("计划编号", plan.code.trim()),
        PaperField::new("应检日期", due),
        PaperField::new("排查类型", plan.kind.name(Language::Chinese)),
        PaperField::new("频次", plan.rule.words(Language::Chinese)),
        PaperField::new("组织部门", department(snapshot, plan.department_id)),
        PaperField::new(
            "执行人",
            match plan.executor {
                domain::Executor::Person => person(snapshot, plan.person_id),
                own => own.name(Language::Chinese).to_owned(),
            },
        ),
    ];
    if !plan.scope.trim().is_empty() {
        fields.push(PaperField::wide("检查范围", plan.scope.trim(), 1));
    }
    fields
}

/// The check-list of a point; nothing for one without check items.
pub fn check_sheet_of_point(source: &Source<'_>, id: RiskPointId) -> Option<Paper> {
    let point = source.snapshot.points.get(id)?;
    let questions = items_of(source.snapshot, None, Some(id));
    if questions.is_empty() {
        return None;
    }
    let own = point.code.trim();
    let code = point_code(source.project(), own, id.into());
    let mut blocks = vec![symbol(source, point, code, ""), table(&questions)];
    blocks.extend(ending());
    let sheet = PaperSheet::new(&format!("检查表　{}", point.name.trim()), own.to_owned(), blocks).whole();
    let subject = format!("{own} {}", point.name.trim());
    Some(source.paper("检查表", subject, PaperForm::Upright, vec![sheet], &format!("JC/{own}"), id.into()))
}

/// The check-list of a post: the points that it answers for; nothing for one without check items.
pub fn check_sheet_of_post(source: &Source<'_>, id: PostId) -> Option<Paper> {
    let snapshot = source.snapshot;
    let post = snapshot.posts.get(id)?;
    let name = post.name.trim();
    let mut blocks = vec![PaperBlock::Fields(vec![
        PaperField::new("岗位", name),
        PaperField::new("部门", department(snapshot, Some(post.department_id))),
    ])];
    let before = blocks.len();
    for point in source.points_in_order().into_iter().filter_map(|id| snapshot.points.get(id)) {
        let questions = items_of(snapshot, None, Some(point.id));
        if point.post_id == Some(id) && !questions.is_empty() {
            let code = point_code(source.project(), point.code.trim(), point.id.into());
            blocks.push(symbol(source, point, code, ""));
            blocks.push(table(&questions));
        }
    }
    if blocks.len() == before {
        return None;
    }
    blocks.extend(ending());
    let sheet = PaperSheet::new(&format!("检查表　{name}"), "岗位自查".to_owned(), blocks).whole();
    Some(source.paper(
        "检查表",
        name.to_owned(),
        PaperForm::Upright,
        vec![sheet],
        &format!("JC/{name}"),
        id.into(),
    ))
}

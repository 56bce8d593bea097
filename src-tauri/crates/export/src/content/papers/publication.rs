//! 「部门排查与隐患公示表」: what a department inspected in a month and which dangers it has, for its own wall.
//! Relies on tasks by the department of their point.
//! Must not know: how it is laid out.

use super::facts::{Danger, day, department};
use super::{
    Month, Paper, PaperBlock, PaperColumn, PaperField, PaperForm, PaperRow, PaperSheet, PaperTable, centred,
    number, words,
};
use crate::content::Source;
use domain::{DepartmentId, Language};
use inspection::{Task, TaskState, tasks};
use rectification::DangerState;
use std::collections::BTreeMap;

const DANGERS: [PaperColumn; 11] = [
    number("序号", 0.5),
    centred("隐患编号", 1.15),
    centred("发现日期", 1.0),
    centred("来源", 1.0),
    words("地点", 1.4),
    words("隐患描述", 2.6),
    centred("级别", 0.6),
    words("整改措施", 2.0),
    centred("责任人", 0.8),
    centred("整改期限", 1.0),
    centred("状态", 0.95),
];
const INSPECTIONS: [PaperColumn; 6] = [
    words("排查计划", 2.6),
    centred("频次", 1.6),
    number("应检次数", 0.8),
    number("按时完成", 0.8),
    number("漏检", 0.8),
    number("尚未到期", 0.8),
];

/// The publication of a department; nothing where it had neither tasks nor dangers that month.
pub fn department_publication(source: &Source<'_>, id: DepartmentId, month: Month) -> Option<Paper> {
    let snapshot = source.snapshot;
    let name = department(snapshot, Some(id));
    let dangers = source.dangers();
    let own: Vec<Danger<'_>> = dangers
        .all()
        .filter(|own| own.department_id() == Some(id) && own.is_confirmed())
        // Whatever was open in the month, whenever it was found.
        .filter(|own| own.row.found_on <= month.last())
        .filter(|own| own.standing.closed_on.is_none_or(|closed| closed >= month.first()))
        .collect();
    let of_department = |task: &Task| {
        let point = snapshot.points.find(task.point).and_then(|own| own.department_id);
        let plan = snapshot.inspection_plans.get(task.plan).and_then(|own| own.department_id);
        point.or(plan) == Some(id)
    };
    let all: Vec<Task> =
        tasks(snapshot, month.first(), month.last()).into_iter().filter(of_department).collect();
    if own.is_empty() && all.is_empty() {
        return None;
    }
    let mut plans: BTreeMap<_, [usize; 4]> = BTreeMap::new();
    let mut total = [0; 4];
    for task in &all {
        let at = match task.state(source.today) {
            TaskState::Done => 1,
            TaskState::Missed => 2,
            TaskState::Due | TaskState::Upcoming => 3,
        };
        for counts in [plans.entry(task.plan).or_default(), &mut total] {
            counts[0] += 1;
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
    }
    let mut listed: Vec<_> = plans
        .into_iter()
        .filter_map(|(id, counts)| Some((snapshot.inspection_plans.get(id)?, counts)))
        .collect();
    listed.sort_by_key(|(plan, _)| (plan.ordinal, plan.id));
    let rows = listed.iter().map(|(plan, counts)| {
        let words = [plan.name.trim().to_owned(), plan.rule.words(Language::Chinese)];
        PaperRow::new(words.into_iter().chain(counts.iter().map(usize::to_string))).alarm(4, counts[2] > 0)
    });
    let mut blocks = vec![PaperBlock::Fields(vec![
        PaperField::new("部门", name.clone()),
        PaperField::new("月份", month.words()),
        PaperField::new("排查任务", format!("应检 {}，按时完成 {}，漏检 {}", total[0], total[1], total[2])),
        PaperField::new(
            "隐患",
            format!(
                "在册 {}，治理中 {}，已销号 {}，超期 {}",
                own.len(),
                own.iter().filter(|own| own.standing.state.is_open()).count(),
                own.iter().filter(|own| own.standing.state == DangerState::Closed).count(),
                own.iter().filter(|own| own.standing.is_overdue(source.today)).count()
            ),
        ),
    ])];
    blocks.push(PaperBlock::Heading("一、隐患排查".to_owned()));
    blocks.push(PaperBlock::Table(PaperTable::new(&INSPECTIONS, rows.collect())));
    blocks.push(PaperBlock::Heading("二、隐患治理".to_owned()));
    if own.is_empty() {
        blocks.push(PaperBlock::Text("本月没有在册隐患。".to_owned()));
    } else {
        let rows = own.iter().enumerate().map(|(at, own)| {
            let overdue = own.standing.is_overdue(source.today);
            let state =
                if overdue { format!("{}\n（超期）", own.state()) } else { own.state().to_owned() };
            PaperRow::new([
                (at + 1).to_string(),
                own.row.code.trim().to_owned(),
                day(Some(own.row.found_on)),
                own.row.source.name(Language::Chinese).to_owned(),
                own.place(source),
                own.row.description.trim().to_owned(),
                own.grade().to_owned(),
                own.standing.measures.trim().to_owned(),
                own.responsible(),
                day(own.standing.deadline),
                state,
            ])
            .alarm(6, own.is_major())
            .alarm(10, overdue)
        });
        blocks.push(PaperBlock::Table(PaperTable::new(&DANGERS, rows.collect())));
    }
    let report = source.masthead().report_phone;
    let phone = if report.is_empty() { String::new() } else { format!("监督电话 {report}。") };
    blocks.push(PaperBlock::Remark(format!("公示期间欢迎师生员工监督；发现隐患请随时上报。{phone}")));
    blocks.push(PaperBlock::Signatures(vec![
        "部门负责人".to_owned(),
        "部门安全员".to_owned(),
        "公示日期".to_owned(),
    ]));
    let title = "部门排查与隐患公示表";
    let sheet = PaperSheet::new(title, format!("{name}　{}", month.words()), blocks);
    let mark = format!("GS/{name}/{month}");
    Some(source.paper(title, format!("{name} {month}"), PaperForm::Lying, vec![sheet], &mark, id.into()))
}

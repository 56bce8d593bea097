//! 「任务单」: what one person inspects within the next days and what waits for him.
//! Relies on tasks and on the 待办 of `rectification`.
//! Must not know: how it is laid out.

use super::facts::day;
use super::{
    Paper, PaperBlock, PaperColumn, PaperField, PaperForm, PaperRow, PaperSheet, PaperTable, centred, number,
    words,
};
use crate::content::Source;
use chrono::Days;
use domain::{Language, PersonId};
use inspection::{Task, TaskState, items_of, open_tasks};
use rectification::{PersonTodo, TodoItem, todo};
use std::collections::BTreeMap;

const TASKS: [PaperColumn; 7] = [
    number("序号", 0.5),
    centred("应检日期", 1.05),
    centred("最迟", 1.05),
    words("巡检点", 2.1),
    words("排查计划", 1.7),
    number("项数", 0.55),
    centred("完成（签字）", 1.1),
];
const DANGERS: [PaperColumn; 6] = [
    number("序号", 0.5),
    centred("隐患编号", 1.1),
    words("隐患与地点", 2.9),
    words("事项", 1.7),
    centred("期限", 1.05),
    centred("完成（签字）", 1.1),
];
/// Days that the sheet looks ahead, today included.
const AHEAD: u64 = 7;

/// The task sheet of everybody who has something to do, in the order of their lists.
pub fn task_sheets(source: &Source<'_>) -> Vec<(PersonId, Paper)> {
    let snapshot = source.snapshot;
    let today = source.today;
    let mut own: BTreeMap<PersonId, (Vec<Task>, Vec<TodoItem>)> = BTreeMap::new();
    for task in open_tasks(snapshot, today, AHEAD - 1) {
        if let Some(person) = task.executor {
            own.entry(person).or_default().0.push(task);
        }
    }
    for PersonTodo { person, items } in todo(snapshot, today) {
        if let Some(person) = person {
            own.entry(person).or_default().1 = items;
        }
    }
    let mut all: Vec<_> =
        own.into_iter().filter_map(|(id, own)| Some((snapshot.people.get(id)?, own))).collect();
    all.sort_by_key(|(person, _)| (person.ordinal, person.id));
    let sheet = |(person, (tasks, items)): (&domain::Person, (Vec<Task>, Vec<TodoItem>))| {
        (person.id, paper(source, person, &tasks, &items))
    };
    all.into_iter().map(sheet).collect()
}

fn paper(source: &Source<'_>, person: &domain::Person, tasks: &[Task], items: &[TodoItem]) -> Paper {
    let snapshot = source.snapshot;
    let today = source.today;
    let to = today.checked_add_days(Days::new(AHEAD - 1)).unwrap_or(today);
    let name = person.name.trim();
    let mut blocks = vec![PaperBlock::Fields(vec![
        PaperField::new("姓名", name),
        PaperField::new("部门", super::facts::department(snapshot, person.department_id)),
        PaperField::new("起止", format!("{} 至 {}", day(Some(today)), day(Some(to)))),
        PaperField::new("合计", format!("排查任务 {} 项，隐患待办 {} 项", tasks.len(), items.len())),
    ])];
    if !tasks.is_empty() {
        let rows = tasks.iter().enumerate().map(|(at, task)| {
            let plan = snapshot.inspection_plans.get(task.plan);
            let point = snapshot.points.find(task.point);
            let place = match point {
                Some(own) => {
                    format!("{} {}\n{}", own.code.trim(), own.name.trim(), source.facts(own).location)
                }
                None => plan.map_or(String::new(), |own| own.scope.trim().to_owned()),
            };
            let missed = task.state(today) == TaskState::Missed;
            let shift = task.shift.map_or(String::new(), |own| format!("\n第 {own} 班"));
            let late = if missed { "\n（漏检）" } else { "" };
            PaperRow::new([
                (at + 1).to_string(),
                format!("{}{shift}", day(Some(task.due_on))),
                format!("{}{late}", day(Some(task.until))),
                place.trim().to_owned(),
                plan.map_or(String::new(), |own| own.name.trim().to_owned()),
                items_of(snapshot, plan, task.point).len().to_string(),
                String::new(),
            ])
            .alarm(2, missed)
        });
        blocks.push(PaperBlock::Heading("一、排查任务".to_owned()));
        blocks.push(PaperBlock::Table(PaperTable::new(&TASKS, rows.collect())));
    }
    if !items.is_empty() {
        let dangers = source.dangers();
        let rows = items.iter().enumerate().filter_map(|(at, item)| {
            let danger = dangers.find(item.danger)?;
            let place = danger.place(source);
            let place = if place.is_empty() { place } else { format!("（{place}）") };
            let over = item.days_left.is_some_and(|left| left < 0);
            let until = match item.days_left {
                Some(left) if left < 0 => format!("{}\n超期 {} 天", day(item.until), -left),
                Some(0) => format!("{}\n今天到期", day(item.until)),
                Some(_) | None => day(item.until),
            };
            let row = PaperRow::new([
                (at + 1).to_string(),
                danger.row.code.trim().to_owned(),
                format!("{}{place}", danger.row.description.trim()),
                item.what.name(Language::Chinese).to_owned(),
                until,
                String::new(),
            ]);
            Some(row.alarm(4, over))
        });
        let heading = if tasks.is_empty() { "一、隐患待办" } else { "二、隐患待办" };
        blocks.push(PaperBlock::Heading(heading.to_owned()));
        blocks.push(PaperBlock::Table(PaperTable::new(&DANGERS, rows.collect())));
    }
    blocks.push(PaperBlock::Signatures(vec![
        "下达人".to_owned(),
        "领取人".to_owned(),
        "领取日期".to_owned(),
    ]));
    let title = "任务单";
    let note = format!("{name}　{} 至 {}", day(Some(today)), day(Some(to)));
    let sheet = PaperSheet::new(title, note, blocks).whole();
    let mark = format!("RW/{name}");
    source.paper(title, name.to_owned(), PaperForm::Upright, vec![sheet], &mark, person.id.into())
}

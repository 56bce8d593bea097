//! 「安全巡检台账」: what was to be inspected in a month, what was, and what was found.
//! Relies on tasks and on inspections that no plan asked for.
//! Must not know: whether it becomes a table on paper or a worksheet.

use super::facts::{day, department, person};
use super::{
    Month, Paper, PaperBlock, PaperColumn, PaperForm, PaperRow, PaperSheet, PaperTable, centred, number,
    words,
};
use crate::content::Source;
use chrono::NaiveDate;
use domain::{
    CheckResult, HiddenDanger, Inspection, InspectionId, InspectionItem, InspectionItemId, Language,
    RiskPointId,
};
use inspection::{Task, TaskState, tasks};
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: [PaperColumn; 13] = [
    number("序号", 0.55),
    centred("应检日期", 1.0),
    words("巡检点", 1.9),
    words("排查计划", 1.6),
    centred("责任部门", 1.2),
    centred("计划人", 0.85),
    centred("实际检查人", 0.95),
    centred("实检时间", 1.25),
    number("项数", 0.55),
    centred("正常／异常／不涉及", 1.1),
    words("异常说明", 2.4),
    centred("隐患编号", 1.15),
    centred("状态", 0.75),
];

/// What is on record about inspections, found by their identities.
struct Results<'a> {
    items: BTreeMap<InspectionId, Vec<&'a InspectionItem>>,
    dangers: BTreeMap<InspectionItemId, &'a HiddenDanger>,
}

/// The ledger of a month.
pub fn patrol_ledger(source: &Source<'_>, month: Month) -> Paper {
    let snapshot = source.snapshot;
    let all = tasks(snapshot, month.first(), month.last());
    let mut results = Results { items: BTreeMap::new(), dangers: BTreeMap::new() };
    for item in &snapshot.inspection_items {
        results.items.entry(item.inspection_id).or_default().push(item);
    }
    for danger in &snapshot.dangers {
        if let Some(item) = danger.item_id {
            results.dangers.insert(item, danger);
        }
    }
    let told: BTreeSet<InspectionId> = all.iter().filter_map(|task| task.inspection).collect();
    let mut lines: Vec<(NaiveDate, String, Line<'_>)> = Vec::new();
    for task in &all {
        let line =
            Line { task: Some(*task), done: task.inspection.and_then(|id| snapshot.inspections.get(id)) };
        lines.push((task.due_on, line.place(source), line));
    }
    for own in &snapshot.inspections {
        // One that belongs to a task of another month stands there.
        let elsewhere = own.due_on.is_some_and(|due| !month.holds(due));
        if month.holds(own.done_on) && !told.contains(&own.id) && !elsewhere {
            let line = Line { task: None, done: Some(own) };
            lines.push((own.done_on, line.place(source), line));
        }
    }
    lines.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let rows: Vec<PaperRow> = lines
        .iter()
        .enumerate()
        .map(|(at, (_, place, line))| line.row(source, &results, at + 1, place))
        .collect();
    let count = |state: TaskState| all.iter().filter(|task| task.state(source.today) == state).count();
    let late = all.iter().filter(|task| task.done_late()).count();
    let mut note = format!(
        "{}　应检 {} 次：已检 {}，漏检 {}，待检 {}，未到期 {}",
        month.words(),
        all.len(),
        count(TaskState::Done),
        count(TaskState::Missed),
        count(TaskState::Due),
        count(TaskState::Upcoming),
    );
    if late > 0 {
        note.push_str(&format!("　（漏检后补检 {late}）"));
    }
    let title = "安全巡检台账";
    let blocks = vec![PaperBlock::Table(PaperTable::new(&COLUMNS, rows))];
    let sheet = PaperSheet::new(title, note, blocks);
    let mark = format!("XJ/{month}");
    source.paper(title, month.to_string(), PaperForm::Wide, vec![sheet], &mark, source.project())
}

/// A task, an inspection, or both.
struct Line<'a> {
    task: Option<Task>,
    done: Option<&'a Inspection>,
}

impl Line<'_> {
    fn point(&self) -> Option<RiskPointId> {
        self.task.and_then(|own| own.point).or_else(|| self.done.and_then(|own| own.point_id))
    }

    fn place(&self, source: &Source<'_>) -> String {
        let plan = source.snapshot.inspection_plans.find(self.task.map(|own| own.plan));
        match source.snapshot.points.find(self.point()) {
            Some(own) => format!("{} {}", own.code.trim(), own.name.trim()),
            None => plan.map_or(String::new(), |own| own.scope.trim().to_owned()),
        }
    }

    fn row(&self, source: &Source<'_>, results: &Results<'_>, at: usize, place: &str) -> PaperRow {
        let snapshot = source.snapshot;
        let plan_id = self.task.map(|own| own.plan).or_else(|| self.done.and_then(|own| own.plan_id));
        let plan = snapshot.inspection_plans.find(plan_id);
        let point = snapshot.points.find(self.point());
        let items = self.done.and_then(|own| results.items.get(&own.id)).map_or(&[][..], Vec::as_slice);
        let count = |result: CheckResult| items.iter().filter(|own| own.result == result).count();
        let mut abnormal: Vec<&&InspectionItem> =
            items.iter().filter(|own| own.result == CheckResult::Abnormal).collect();
        abnormal.sort_by_key(|own| (own.ordinal, own.id));
        let said = |own: &&&InspectionItem| match own.note.trim() {
            "" => own.content.trim().to_owned(),
            note => format!("{}：{note}", own.content.trim()),
        };
        let codes: Vec<&str> = abnormal
            .iter()
            .filter_map(|own| results.dangers.get(&own.id))
            .map(|own| own.code.trim())
            .collect();
        let state = self.task.map(|own| own.state(source.today));
        let word = match (state, self.task.is_some_and(|own| own.done_late())) {
            (Some(_), true) => "漏检（已补检）",
            (Some(state), false) => state.name(Language::Chinese),
            (None, _) => "计划外",
        };
        let shift = self.task.and_then(|own| own.shift).map_or(String::new(), |own| format!("\n第 {own} 班"));
        let done_at = self.done.map_or(String::new(), |own| {
            let date = day(Some(own.done_on));
            own.done_at.map_or(date.clone(), |time| format!("{date} {}", time.format("%H:%M")))
        });
        let inspector = self.done.map_or(String::new(), |own| match person(snapshot, own.inspector_id) {
            name if name.is_empty() => own.inspector.trim().to_owned(),
            name => name,
        });
        let counted = if self.done.is_some() {
            let of = [CheckResult::Normal, CheckResult::Abnormal, CheckResult::NotApplicable];
            of.map(|own| count(own).to_string()).join("／")
        } else {
            String::new()
        };
        PaperRow::new([
            at.to_string(),
            format!("{}{shift}", day(self.task.map(|own| own.due_on))),
            place.to_owned(),
            plan.map_or(String::new(), |own| own.name.trim().to_owned()),
            department(
                snapshot,
                point.and_then(|own| own.department_id).or(plan.and_then(|own| own.department_id)),
            ),
            person(snapshot, self.task.and_then(|own| own.executor)),
            inspector,
            done_at,
            if self.done.is_some() { items.len().to_string() } else { String::new() },
            counted,
            abnormal.iter().map(said).collect::<Vec<_>>().join("；"),
            codes.join("\n"),
            word.to_owned(),
        ])
        .alarm(9, count(CheckResult::Abnormal) > 0)
        .alarm(12, state == Some(TaskState::Missed))
    }
}

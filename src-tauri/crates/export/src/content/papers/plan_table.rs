//! 「隐患排查计划表」: who looks at what how often, for signing and for the wall of an office.
//! Relies on plans that did not end.
//! Must not know: whether it becomes a table on paper or a worksheet.

use super::facts::{day, department, person};
use super::{
    Month, Paper, PaperBlock, PaperColumn, PaperForm, PaperRow, PaperSheet, PaperTable, centred, number,
    words,
};
use crate::content::Source;
use chrono::{Datelike as _, Days};
use domain::{Executor, InspectionPlan, Language, RestDays};
use inspection::tasks_of;
use std::collections::{BTreeMap, BTreeSet};

const COLUMNS: [PaperColumn; 13] = [
    number("序号", 0.5),
    centred("计划编号", 1.0),
    words("计划名称", 1.8),
    centred("排查类型", 1.1),
    words("检查范围（风险点）", 2.6),
    words("检查内容", 1.3),
    centred("频次", 1.35),
    centred("避开与调整", 1.2),
    centred("检查层级", 0.85),
    centred("组织部门", 1.1),
    centred("执行人", 1.1),
    centred("起止日期", 1.15),
    centred("下次应检", 1.0),
];
/// At most this many points are spelt out in a row.
const MOST_POINTS: usize = 12;
/// The next task of a plan is looked for within this many days.
const AHEAD: u64 = 400;

/// As many days of a month are spelt out; of more, how many there are.
const MOST_DAYS: usize = 10;

/// The plans of the project that did not end before today; of a month those that were in force in it, with their days.
pub fn plan_table(source: &Source<'_>, month: Option<Month>) -> Paper {
    let snapshot = source.snapshot;
    let mut plans: Vec<&InspectionPlan> = snapshot
        .inspection_plans
        .iter()
        .filter(|own| own.ends_on.is_none_or(|end| end >= month.map_or(source.today, Month::first)))
        .filter(|own| month.is_none_or(|month| own.starts_on <= month.last()))
        .collect();
    plans.sort_by_key(|own| (own.ordinal, own.id));
    let mut points: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for own in &snapshot.plan_points {
        if let Some(point) = snapshot.points.get(own.point_id) {
            points.entry(own.plan_id).or_default().push(point.code.trim());
        }
    }
    let rows: Vec<PaperRow> = plans
        .iter()
        .enumerate()
        .map(|(at, plan)| {
            let points = points.get(&plan.id).map_or(&[][..], Vec::as_slice);
            row(source, plan, points, at + 1, month)
        })
        .collect();
    let issued = plans.iter().filter(|own| own.issued_on.is_some()).count();
    let title = "隐患排查计划表";
    let note = format!("共 {} 项计划，已下达 {issued} 项　截至 {}", plans.len(), day(Some(source.today)));
    let note = month.map_or_else(String::new, |month| format!("{}　", month.words())) + &note;
    let mut columns = COLUMNS;
    if let (Some(_), [.., last]) = (month, &mut columns) {
        *last = centred("本月应检日", 1.2);
    }
    let blocks = vec![
        PaperBlock::Table(PaperTable::new(&columns, rows)),
        PaperBlock::Signatures(vec!["编制".to_owned(), "审核".to_owned(), "批准".to_owned()]),
    ];
    let sheet = PaperSheet::new(title, note, blocks);
    let organisation = source.masthead().organisation;
    let (subject, mark) = match month {
        Some(month) => (format!("{organisation} {month}"), format!("PCJH/{month}")),
        None => (organisation, "PCJH".to_owned()),
    };
    source.paper(title, subject, PaperForm::Wide, vec![sheet], &mark, source.project())
}

/// The days of a month on which a plan asks for something: `5、15、24、25 日`, or how many of them there are.
fn days_of(source: &Source<'_>, plan: &InspectionPlan, month: Month) -> String {
    let tasks = tasks_of(source.snapshot, std::iter::once(plan), month.first(), month.last());
    let days: BTreeSet<u32> = tasks.iter().map(|own| own.due_on.day()).collect();
    match days.len() {
        0 => "本月没有".to_owned(),
        count if count > MOST_DAYS => format!("共 {count} 天"),
        _ => format!("{} 日", days.iter().map(u32::to_string).collect::<Vec<_>>().join("、")),
    }
}

fn row(
    source: &Source<'_>,
    plan: &InspectionPlan,
    points: &[&str],
    at: usize,
    month: Option<Month>,
) -> PaperRow {
    let snapshot = source.snapshot;
    let mut codes = points.to_vec();
    codes.sort_by_cached_key(|code| super::super::point::code_order(code));
    let more = codes.len().saturating_sub(MOST_POINTS);
    let mut covered = codes.iter().take(MOST_POINTS).copied().collect::<Vec<_>>().join("、");
    if more > 0 {
        covered.push_str(&format!(" 等 {} 个风险点", codes.len()));
    }
    let scope = match (plan.scope.trim(), covered.as_str()) {
        (own, "") => own.to_owned(),
        ("", covered) => covered.to_owned(),
        (own, covered) => format!("{own}：{covered}"),
    };
    let list = snapshot.checklists.find(plan.checklist_id).map(|own| format!("《{}》", own.name.trim()));
    let of_points = (!points.is_empty()).then(|| "风险点检查项".to_owned());
    let asked: Vec<String> = of_points.into_iter().chain(list).collect();
    let rest = match plan.rest_days {
        RestDays::None => plan.rest_days.name(Language::Chinese).to_owned(),
        own => format!("{}，{}", own.name(Language::Chinese), plan.on_rest.name(Language::Chinese)),
    };
    let executor = match plan.executor {
        Executor::Person => person(snapshot, plan.person_id),
        own => own.name(Language::Chinese).to_owned(),
    };
    let lasts = match plan.ends_on {
        Some(end) => format!("{} 至 {}", day(Some(plan.starts_on)), day(Some(end))),
        None => format!("{} 起", day(Some(plan.starts_on))),
    };
    let until = source.today.checked_add_days(Days::new(AHEAD)).unwrap_or(source.today);
    let next =
        || tasks_of(snapshot, std::iter::once(plan), source.today, until).first().map(|own| own.due_on);
    let next = match (plan.issued_on, month) {
        (None, None) => "未下达".to_owned(),
        (None, Some(month)) => format!("{}\n（未下达）", days_of(source, plan, month)),
        (Some(_), None) => day(next()),
        (Some(_), Some(month)) => days_of(source, plan, month),
    };
    PaperRow::new([
        at.to_string(),
        plan.code.trim().to_owned(),
        plan.name.trim().to_owned(),
        plan.kind.name(Language::Chinese).to_owned(),
        scope,
        asked.join("、"),
        plan.rule.words(Language::Chinese),
        rest,
        snapshot.tiers.find(plan.tier_id).map_or(String::new(), |own| own.name.trim().to_owned()),
        department(snapshot, plan.department_id),
        executor,
        lasts,
        next,
    ])
    .alarm(12, plan.issued_on.is_none())
}

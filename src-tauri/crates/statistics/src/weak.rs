//! 薄弱分析: what the figures of a month say should be better, each by a rule with a suggestion for the next month.
//! Relies on the figures alone; a rule that has nothing to say is silent.
//! Knows no wording but its own.

use crate::facts::Facts;
use crate::group::SortedBy;
use crate::indicator::{Key, Rows, TaskRow};
use crate::{Group, Statistics, Title};
use domain::{Language, RiskPointId};
use rectification::repeated;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A thing that is weak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "MonthWeakness")]
pub struct Weakness {
    /// A short stable word, such as `overdue`.
    pub code: String,
    /// What is weak, with its figure.
    pub title: Title,
    /// What to do next month.
    pub suggestion: Title,
    /// The rows behind it.
    pub rows: Rows,
}

fn weakness(code: &str, title: Title, suggestion: [&str; 2], rows: Rows) -> Weakness {
    let [chinese, english] = suggestion;
    Weakness { code: code.to_owned(), title, suggestion: Title::new(chinese, english), rows }
}

/// What is weak, the gravest first.
pub(crate) fn weaknesses(facts: &Facts<'_>, statistics: &Statistics) -> Vec<Weakness> {
    let mut found = Vec::new();
    found.extend(open_major(statistics));
    found.extend(overdue(statistics));
    found.extend(low_shares(statistics));
    found.extend(missed_most(facts, statistics));
    found.extend(not_inspected(statistics));
    found.extend(repeating(facts));
    found.extend(most_of(statistics));
    found.extend(growing(statistics));
    found
}

fn open_major(statistics: &Statistics) -> Option<Weakness> {
    let rows = &statistics.dangers.open_major;
    let count = rows.len();
    (count > 0).then(|| {
        weakness(
            "open-major",
            Title::new(
                format!("重大隐患 {count} 项尚未销号"),
                format!("Major dangers not closed: {count}"),
            ),
            [
                "由主要负责人逐项督办，落实治理方案和临时措施，完成前不得解除管控。",
                "The principal follows each one up; the rectification plan and interim measures stay in force until it is closed.",
            ],
            Rows::Dangers(rows.clone()),
        )
    })
}

fn overdue(statistics: &Statistics) -> Option<Weakness> {
    let rows = &statistics.dangers.overdue;
    let count = rows.len();
    (count > 0).then(|| {
        weakness(
            "overdue",
            Title::new(format!("{count} 项隐患超期未整改"), format!("Dangers overdue: {count}")),
            [
                "列入下月督办清单，逐项约谈整改责任人，确需延期的补办延期审批。",
                "Put them on next month's list, talk to each person responsible, and have extensions approved where they are needed.",
            ],
            Rows::Dangers(rows.clone()),
        )
    })
}

/// Shares below what they should be, in per cent.
const LOWEST: [(Key, f64, &str, [&str; 2]); 5] = [
    (
        Key::RectificationRate,
        90.0,
        "rectification",
        [
            "按部门列出未整改隐患，每周通报一次进度。",
            "List what is not rectified by department and report the progress each week.",
        ],
    ),
    (
        Key::OnTimeRate,
        90.0,
        "on-time",
        [
            "指派时核实期限是否可行，到期前三天提醒责任人。",
            "Check when assigning that the deadline can be kept, and remind people three days before.",
        ],
    ),
    (
        Key::FirstPassRate,
        85.0,
        "first-pass",
        [
            "整改前讲清验收标准，验收不通过的写明具体差距。",
            "Say before the work what will be accepted, and on a rejection exactly what is missing.",
        ],
    ),
    (
        Key::TaskCompletionRate,
        95.0,
        "tasks",
        [
            "核对排查计划与人员排班，漏检多的计划调整频次或更换执行人。",
            "Compare plans with duty rosters; change rhythm or people where many tasks are missed.",
        ],
    ),
    (
        Key::MeasureEffectivenessRate,
        95.0,
        "effectiveness",
        [
            "对反复异常的检查项回看管控措施，该加强的加强，该更换的更换。",
            "Look again at the measures behind items that fail, and strengthen or replace them.",
        ],
    ),
];

fn low_shares(statistics: &Statistics) -> Vec<Weakness> {
    let low = |(key, least, code, suggestion): (Key, f64, &str, [&str; 2])| {
        let own = statistics.indicator(key)?;
        let value = own.value.filter(|value| *value < least)?;
        let title = Title::new(
            format!("{} {value:.1}%，低于 {least:.0}%", key.name(Language::Chinese)),
            format!("{} {value:.1} %, below {least:.0} %", key.name(Language::English)),
        );
        Some(weakness(code, title, suggestion, others(&own.denominator.rows, &own.numerator.rows)))
    };
    LOWEST.into_iter().filter_map(low).collect()
}

/// Rows of the first that are not among the second.
fn others(all: &Rows, some: &Rows) -> Rows {
    fn left<T: Ord + Copy>(all: &[T], some: &[T]) -> Vec<T> {
        let some: BTreeSet<T> = some.iter().copied().collect();
        all.iter().copied().filter(|own| !some.contains(own)).collect()
    }
    match (all, some) {
        (Rows::Dangers(all), Rows::Dangers(some)) => Rows::Dangers(left(all, some)),
        (Rows::Tasks(all), Rows::Tasks(some)) => Rows::Tasks(left(all, some)),
        (Rows::Points(all), Rows::Points(some)) => Rows::Points(left(all, some)),
        (Rows::Items(all), Rows::Items(some)) => Rows::Items(left(all, some)),
        _ => all.clone(),
    }
}

/// The plan with the most missed tasks, from three on.
fn missed_most(facts: &Facts<'_>, statistics: &Statistics) -> Option<Weakness> {
    let Rows::Tasks(missed) = &statistics.indicator(Key::MissedRate)?.numerator.rows else { return None };
    let mut by_plan: BTreeMap<_, Vec<TaskRow>> = BTreeMap::new();
    for task in missed {
        by_plan.entry(task.plan).or_default().push(*task);
    }
    let (plan, rows) = by_plan.into_iter().max_by_key(|(_, rows)| rows.len())?;
    let count = rows.len();
    let plan = facts.snapshot.inspection_plans.get(plan).filter(|_| count >= 3)?;
    Some(weakness(
        "missed-most",
        Title::new(
            format!("“{}”漏检 {count} 次，为各计划最多", plan.name),
            format!("Tasks missed by \"{}\", more than by any other plan: {count}", plan.name),
        ),
        [
            "与执行人核实原因，确认人手后重排；连续漏检的列入考核。",
            "Find out why with those who do it, and plan it anew with enough people.",
        ],
        Rows::Tasks(rows),
    ))
}

fn not_inspected(statistics: &Statistics) -> Option<Weakness> {
    let own = statistics.indicator(Key::PointCoverageRate)?;
    let rows = others(&own.denominator.rows, &own.numerator.rows);
    let Rows::Points(points) = &rows else { return None };
    let count = points.len();
    (count > 0).then(|| {
        weakness(
            "not-inspected",
            Title::new(
                format!("{count} 个列入计划的风险点本月没有检查记录"),
                format!("Planned risk points not inspected: {count}"),
            ),
            ["下月第一周先检查这些风险点。", "Inspect these points in the first week of next month."],
            rows.clone(),
        )
    })
}

fn repeating(facts: &Facts<'_>) -> Option<Weakness> {
    let found = repeated(facts.snapshot, facts.today);
    let points: BTreeSet<RiskPointId> = found.iter().filter_map(|own| own.point).collect();
    let count = found.len();
    let dangers = found.into_iter().flat_map(|own| own.dangers).collect();
    (count > 0).then(|| {
        let places = points.len();
        weakness(
            "repeated",
            Title::new(
                format!("{count} 项管控措施 90 天内反复失效（涉及 {places} 个风险点）"),
                format!(
                    "Measures that failed again and again within 90 days: {count} (risk points: {places})"
                ),
            ),
            [
                "对相关风险点重新评价，优先改用工程技术措施。",
                "Assess these points anew, and prefer engineering measures.",
            ],
            Rows::Dangers(dangers),
        )
    })
}

fn groups(statistics: &Statistics, by: SortedBy) -> impl Iterator<Item = &Group> {
    let own = statistics.distributions.iter().filter(move |own| own.by == by);
    own.flat_map(|own| &own.groups).filter(|group| !group.key.is_empty())
}

/// The department with the most dangers, where that is more than a third of at least six.
fn most_of(statistics: &Statistics) -> Option<Weakness> {
    let group = groups(statistics, SortedBy::Department).max_by_key(|group| group.confirmed.len())?;
    let (count, all) = (group.confirmed.len(), statistics.dangers.confirmed.len());
    (all >= 6 && count * 3 > all).then(|| {
        weakness(
            "department-most",
            Title::new(
                format!("{}隐患 {count} 项，占全部 {all} 项的三分之一以上", group.title.chinese),
                format!("Dangers of {}: {count} of {all}", group.title.english),
            ),
            [
                "由该部门组织一次全面自查，安全办派人指导。",
                "Let the department inspect itself thoroughly, with help from the safety office.",
            ],
            Rows::Dangers(group.confirmed.clone()),
        )
    })
}

/// The topic that grew most, by at least three and by half.
fn growing(statistics: &Statistics) -> Option<Weakness> {
    let growth = |group: &&Group| group.confirmed.len().saturating_sub(group.confirmed_before.len());
    let group = groups(statistics, SortedBy::Topic).max_by_key(growth)?;
    let (count, before) = (group.confirmed.len(), group.confirmed_before.len());
    (count >= before + 3 && count * 2 >= before * 3).then(|| {
        weakness(
            "topic-growing",
            Title::new(
                format!("{}类隐患由 {before} 项增至 {count} 项", group.title.chinese),
                format!("dangers of {} went from {before} to {count}", group.title.english),
            ),
            [
                "下月安排一次该专题的专项排查和培训。",
                "Plan a special inspection and a training on this topic for next month.",
            ],
            Rows::Dangers(group.confirmed.clone()),
        )
    })
}

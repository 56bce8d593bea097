//! 安全月报: what the report of a month says, as sections of sentences, tables and charts; papers only lay it out.
//! Relies on the figures; what the project keeps no record of is a section to be filled in by hand, never a zero.
//! Knows no page, no font and no colour.

use crate::facts::Facts;
use crate::group::SortedBy;
use crate::indicator::{Indicator, Key, Unit};
use crate::period::Period;
use crate::trend::{self, Trend};
use crate::weak::{Weakness, weaknesses};
use crate::{Statistics, Title, of_facts};
use chrono::NaiveDate;
use domain::{Language, RiskLevel, RoundState, Snapshot};
use evaluation::RiskPicture;
use serde::Serialize;
use std::collections::BTreeMap;

/// Months that the charts look back.
const MONTHS: u32 = 6;

/// 「安全月报」
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct MonthReport {
    /// The year.
    pub year: i32,
    /// The month.
    pub month: u32,
    /// The organisation.
    pub organisation: String,
    /// Its days.
    pub period: Period,
    /// The day on which it was made: where things stand is seen then.
    pub today: NaiveDate,
    /// The sections, in their order.
    pub sections: Vec<Section>,
    /// What is weak, with what to do next month.
    pub weaknesses: Vec<Weakness>,
    /// The figures behind it.
    pub statistics: Statistics,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ReportSection")]
pub struct Section {
    /// A short stable word, such as `dangers`.
    pub key: String,
    /// Its title.
    pub title: Title,
    /// Whether the project keeps records of this; else it is to be filled in by hand.
    pub recorded: bool,
    /// Sentences.
    pub paragraphs: Vec<Title>,
    /// Tables.
    pub tables: Vec<Sheet>,
    /// Charts.
    pub charts: Vec<Chart>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ReportSheet")]
pub struct Sheet {
    /// What it shows.
    pub title: Title,
    /// Titles of its columns.
    pub columns: Vec<Title>,
    /// Its cells, row by row.
    pub rows: Vec<Vec<Title>>,
}

/// What kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Columns side by side.
    Columns,
    /// Lines over time.
    Lines,
    /// Bars, the longest first.
    Bars,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ReportChart")]
pub struct Chart {
    /// What kind.
    pub kind: ChartKind,
    /// What it shows.
    pub title: Title,
    /// What its values are.
    pub unit: Title,
    /// What stands along it.
    pub labels: Vec<Title>,
    /// Its series, each with a value for every label; nothing where there is none.
    pub series: Vec<Series>,
}

/// A series of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ReportSeries")]
pub struct Series {
    /// What it is.
    pub title: Title,
    /// Its values.
    pub values: Vec<Option<f64>>,
}

/// The report of a month; nothing for a month that there is not.
pub fn month_report(
    snapshot: &Snapshot,
    picture: &RiskPicture,
    year: i32,
    month: u32,
    today: NaiveDate,
) -> Option<MonthReport> {
    let period = Period::month(year, month)?;
    let facts = Facts::of(snapshot, today);
    let statistics = of_facts(&facts, period);
    let trend = trend::of_facts(&facts, period.to, MONTHS);
    let weaknesses = weaknesses(&facts, &statistics);
    let sections = vec![
        general(snapshot, picture, &statistics),
        dangers(&statistics, &trend),
        inspections(&statistics, &trend),
        risk_changes(snapshot, picture, period),
        by_hand("accidents", "事故情况", "accidents"),
        by_hand("education", "安全教育情况", "safety education"),
        by_hand("index", "预警指数与趋势", "warning index and trend"),
        weak_points(&weaknesses),
        by_hand("merits", "考核积分", "merits"),
    ];
    Some(MonthReport {
        year,
        month,
        organisation: snapshot.organisation().map(|own| own.name.clone()).unwrap_or_default(),
        period,
        today,
        sections,
        weaknesses,
        statistics,
    })
}

fn section(key: &str, chinese: &str, english: &str) -> Section {
    Section {
        key: key.to_owned(),
        title: Title::new(chinese, english),
        recorded: true,
        paragraphs: Vec::new(),
        tables: Vec::new(),
        charts: Vec::new(),
    }
}

fn by_hand(key: &str, chinese: &str, english: &str) -> Section {
    let note = Title::new(
        "项目中没有这方面的记录，请据实填写。",
        "The project keeps no record of this. Please fill it in.",
    );
    Section { recorded: false, paragraphs: vec![note], ..section(key, chinese, english) }
}

fn same(text: impl std::fmt::Display) -> Title {
    let text = text.to_string();
    Title::new(text.clone(), text)
}

/// A value as it is printed; a dash for none.
fn shown(unit: Unit, value: Option<f64>) -> Title {
    let Some(value) = value else { return same("—") };
    match unit {
        Unit::Percent => same(format!("{value:.1}%")),
        Unit::Count => same(format!("{value:.0}")),
        Unit::Days => same(format!("{value:.1}")),
        Unit::PerPoint => same(format!("{value:.2}")),
    }
}

/// More or less than before, as it is printed.
fn against(unit: Unit, now: Option<f64>, before: Option<f64>) -> Title {
    let Some((now, before)) = now.zip(before) else { return same("—") };
    let difference = now - before;
    let sign = if difference > 0.0 { "+" } else { "" };
    match unit {
        Unit::Percent => {
            Title::new(format!("{sign}{difference:.1} 个百分点"), format!("{sign}{difference:.1} points"))
        }
        Unit::Count => same(format!("{sign}{difference:.0}")),
        Unit::Days => same(format!("{sign}{difference:.1}")),
        Unit::PerPoint => same(format!("{sign}{difference:.2}")),
    }
}

fn value(statistics: &Statistics, key: Key) -> String {
    statistics.indicator(key).map_or_else(|| "—".to_owned(), |own| shown(own.unit, own.value).chinese)
}

fn general(snapshot: &Snapshot, picture: &RiskPicture, statistics: &Statistics) -> Section {
    let levels = count_levels(snapshot, picture);
    let of = |level: Option<RiskLevel>| levels.get(&level).copied().unwrap_or(0);
    let all = snapshot.points.len();
    let (major, high, medium, low, none) = (
        of(Some(RiskLevel::Major)),
        of(Some(RiskLevel::High)),
        of(Some(RiskLevel::Medium)),
        of(Some(RiskLevel::Low)),
        of(None),
    );
    let dangers = &statistics.dangers;
    let (found, confirmed, rectified) =
        (dangers.found.len(), dangers.confirmed.len(), dangers.rectified.len());
    let (open, overdue) = (dangers.open.len(), dangers.overdue.len());
    let mut own = section("general", "基本安全情况", "general");
    own.paragraphs = vec![
        Title::new(
            format!(
                "共有风险点 {all} 个：重大 {major}、较大 {high}、一般 {medium}、低 {low}、未评价 {none}。"
            ),
            format!(
                "{all} risk points: {major} major, {high} high, {medium} medium, {low} low, {none} unassessed."
            ),
        ),
        Title::new(
            format!(
                "本月发现问题 {found} 项，确认隐患 {confirmed} 项，已整改 {rectified} 项；目前未销号 {open} 项，其中超期 {overdue} 项。"
            ),
            format!(
                "{found} reports this month, {confirmed} confirmed as dangers, {rectified} of them rectified; {open} are open now, {overdue} of them overdue."
            ),
        ),
    ];
    own
}

fn count_levels(snapshot: &Snapshot, picture: &RiskPicture) -> BTreeMap<Option<RiskLevel>, usize> {
    let mut levels = BTreeMap::new();
    for point in &snapshot.points {
        let level = picture.points.get(&point.id).and_then(|risk| risk.level);
        *levels.entry(level).or_insert(0) += 1;
    }
    levels
}

fn dangers(statistics: &Statistics, trend: &Trend) -> Section {
    let (now, before) = (&statistics.dangers, &statistics.dangers_before);
    let (count, count_before) = (now.confirmed.len(), before.confirmed.len());
    let (major, closed) = (now.major.len(), now.closed.len());
    let mut own = section("dangers", "隐患情况", "hidden dangers");
    own.paragraphs = vec![Title::new(
        format!(
            "本月确认隐患 {count} 项（上月 {count_before} 项），其中重大 {major} 项；已销号 {closed} 项，整改率 {}，按期整改率 {}。",
            value(statistics, Key::RectificationRate),
            value(statistics, Key::OnTimeRate)
        ),
        format!(
            "{count} dangers confirmed this month ({count_before} last month), {major} of them major; {closed} closed, rectified {}, on time {}.",
            value(statistics, Key::RectificationRate),
            value(statistics, Key::OnTimeRate)
        ),
    )];
    let wanted = |indicator: &&Indicator| {
        !matches!(
            indicator.key,
            Key::TaskCompletionRate
                | Key::MissedRate
                | Key::PointCoverageRate
                | Key::MeasureEffectivenessRate
        )
    };
    own.tables.push(figures(statistics, &wanted));
    for by in [SortedBy::Department, SortedBy::Form, SortedBy::Cause, SortedBy::Topic, SortedBy::Source] {
        own.tables.extend(spread(statistics, by));
    }
    own.charts.push(Chart {
        kind: ChartKind::Columns,
        title: Title::new("近六个月隐患数量", "dangers of the last six months"),
        unit: Title::new("项", "dangers"),
        labels: trend.months.iter().map(|month| same(month.period.from.format("%Y-%m"))).collect(),
        series: vec![
            counted("确认", "confirmed", trend.months.iter().map(|month| month.confirmed.len())),
            counted("销号", "closed", trend.months.iter().map(|month| month.closed.len())),
        ],
    });
    own.charts.push(lines(
        trend,
        Title::new("整改率与按期整改率", "rectified, and on time"),
        &[Key::RectificationRate, Key::OnTimeRate],
    ));
    for by in [SortedBy::Department, SortedBy::Accident, SortedBy::Cause] {
        own.charts.extend(bars(statistics, by));
    }
    own
}

fn inspections(statistics: &Statistics, trend: &Trend) -> Section {
    let tally = |key: Key| {
        statistics.indicator(key).map_or((0, 0), |own| (own.numerator.count, own.denominator.count))
    };
    let (done, due) = tally(Key::TaskCompletionRate);
    let (seen, covered) = tally(Key::PointCoverageRate);
    let (normal, checked) = tally(Key::MeasureEffectivenessRate);
    let mut own = section("inspections", "排查计划完成情况", "inspections");
    own.paragraphs = vec![
        Title::new(
            format!(
                "应完成排查任务 {due} 次，按时完成 {done} 次，完成率 {}，漏检率 {}。",
                value(statistics, Key::TaskCompletionRate),
                value(statistics, Key::MissedRate)
            ),
            format!(
                "{due} tasks were due, {done} done in time: {}; missed {}.",
                value(statistics, Key::TaskCompletionRate),
                value(statistics, Key::MissedRate)
            ),
        ),
        Title::new(
            format!(
                "列入计划的风险点 {covered} 个，已检查 {seen} 个；检查 {checked} 项次，正常 {normal} 项次，管控措施有效率 {}。",
                value(statistics, Key::MeasureEffectivenessRate)
            ),
            format!(
                "{seen} of {covered} planned points were inspected; {normal} of {checked} items were normal: {}.",
                value(statistics, Key::MeasureEffectivenessRate)
            ),
        ),
    ];
    let wanted = |indicator: &&Indicator| {
        matches!(
            indicator.key,
            Key::TaskCompletionRate
                | Key::MissedRate
                | Key::PointCoverageRate
                | Key::MeasureEffectivenessRate
        )
    };
    own.tables.push(figures(statistics, &wanted));
    own.charts.push(lines(
        trend,
        Title::new("排查任务完成率与措施有效率", "tasks done in time, and measures that hold"),
        &[Key::TaskCompletionRate, Key::MeasureEffectivenessRate],
    ));
    own
}

fn risk_changes(snapshot: &Snapshot, picture: &RiskPicture, period: Period) -> Section {
    let mut own = section("risks", "风险变化", "changes of risks");
    let approved = snapshot.rounds.iter().filter(|round| round.state == RoundState::Approved);
    let latest = approved.max_by_key(|round| (round.approved_on, round.id));
    if let Some(round) = latest {
        let then: BTreeMap<&str, Option<RiskLevel>> = snapshot
            .round_results
            .iter()
            .filter(|result| result.round_id == round.id)
            .map(|result| (result.point.as_str(), result.level))
            .collect();
        let mut rows = Vec::new();
        for point in &snapshot.points {
            let now = picture.points.get(&point.id).and_then(|risk| risk.level);
            let Some(before) = then.get(point.id.to_string().as_str()) else {
                rows.push(vec![same(&point.code), same(&point.name), same("—"), level(now)]);
                continue;
            };
            if *before != now {
                rows.push(vec![same(&point.code), same(&point.name), level(*before), level(now)]);
            }
        }
        let count = rows.len();
        let name = &round.name;
        own.paragraphs.push(Title::new(
            format!("与已批准的“{name}”相比，{count} 个风险点的等级有变化或为新增。"),
            format!("Against the approved round \"{name}\", {count} points have another level or are new."),
        ));
        if count > 0 {
            own.tables.push(Sheet {
                title: Title::new("等级变化", "changed levels"),
                columns: vec![
                    Title::new("编号", "code"),
                    Title::new("风险点", "risk point"),
                    Title::new("批准时", "when approved"),
                    Title::new("现在", "now"),
                ],
                rows,
            });
        }
    } else {
        own.paragraphs.push(Title::new(
            "还没有批准过的评价轮次，无从比较等级变化。",
            "No round was approved yet, so there is nothing to compare levels with.",
        ));
    }
    let changes: Vec<_> = snapshot
        .changes
        .iter()
        .filter(|change| change.happened_on.is_some_and(|day| period.holds(day)))
        .collect();
    let count = changes.len();
    own.paragraphs.push(Title::new(
        format!("本月登记变更 {count} 项。"),
        format!("{count} changes of the site were recorded this month."),
    ));
    if count > 0 {
        own.tables.push(Sheet {
            title: Title::new("变更", "changes"),
            columns: vec![
                Title::new("日期", "date"),
                Title::new("类型", "kind"),
                Title::new("名称", "title"),
                Title::new("状态", "state"),
            ],
            rows: changes
                .into_iter()
                .map(|change| {
                    let kind =
                        Title::new(change.kind.name(Language::Chinese), change.kind.name(Language::English));
                    let state = match change.closed_on {
                        Some(_) => Title::new("已关闭", "closed"),
                        None => Title::new("进行中", "open"),
                    };
                    let day = change.happened_on.map(|day| day.to_string()).unwrap_or_default();
                    vec![same(day), kind, same(&change.title), state]
                })
                .collect(),
        });
    }
    own
}

fn level(level: Option<RiskLevel>) -> Title {
    level.map_or_else(
        || Title::new("未评价", "unassessed"),
        |level| Title::new(level.name(Language::Chinese), level.name(Language::English)),
    )
}

fn weak_points(weaknesses: &[Weakness]) -> Section {
    let mut own = section("weak-points", "薄弱分析与下月重点", "weak points, and next month");
    if weaknesses.is_empty() {
        own.paragraphs.push(Title::new(
            "按规则没有发现明显薄弱环节，下月保持现有安排。",
            "By the rules nothing is weak. Carry on next month.",
        ));
    }
    for (number, weakness) in (1..).zip(weaknesses) {
        let (title, suggestion) = (&weakness.title, &weakness.suggestion);
        own.paragraphs.push(Title::new(
            format!("{number}. {}。{}", title.chinese, suggestion.chinese),
            format!("{number}. {}. {}", title.english, suggestion.english),
        ));
    }
    own
}

fn figures(statistics: &Statistics, wanted: &dyn Fn(&&Indicator) -> bool) -> Sheet {
    let with_before = statistics.indicators.iter().zip(&statistics.values_before);
    let rows = with_before.filter(|(own, _)| wanted(own)).map(|(own, before)| {
        vec![
            Title::new(own.chinese, own.english),
            shown(own.unit, own.value),
            // What stands today has no month before.
            if own.key == Key::OverdueNow { same("—") } else { shown(own.unit, *before) },
            if own.key == Key::OverdueNow { same("—") } else { against(own.unit, own.value, *before) },
        ]
    });
    Sheet {
        title: Title::new("指标", "figures"),
        columns: vec![
            Title::new("指标", "figure"),
            Title::new("本月", "this month"),
            Title::new("上月", "last month"),
            Title::new("环比", "change"),
        ],
        rows: rows.collect(),
    }
}

/// A table of a distribution; none where there is nothing to spread.
fn spread(statistics: &Statistics, by: SortedBy) -> Option<Sheet> {
    let own = statistics.distributions.iter().find(|own| own.by == by)?;
    let rows = own.groups.iter().map(|group| {
        vec![
            group.title.clone(),
            same(group.confirmed.len()),
            same(group.confirmed_before.len()),
            same(group.rectified.len()),
            same(group.overdue.len()),
            same(group.major.len()),
            shown(Unit::Percent, group.rectification_rate),
        ]
    });
    (!own.groups.is_empty()).then(|| Sheet {
        title: Title::new(format!("按{}", own.title.chinese), format!("by {}", own.title.english)),
        columns: vec![
            own.title.clone(),
            Title::new("本月", "this month"),
            Title::new("上月", "last month"),
            Title::new("已整改", "rectified"),
            Title::new("超期", "overdue"),
            Title::new("重大", "major"),
            Title::new("整改率", "rectified, %"),
        ],
        rows: rows.collect(),
    })
}

fn counted(chinese: &str, english: &str, counts: impl Iterator<Item = usize>) -> Series {
    let value = |count: usize| u32::try_from(count).ok().map(f64::from);
    Series { title: Title::new(chinese, english), values: counts.map(value).collect() }
}

fn lines(trend: &Trend, title: Title, keys: &[Key]) -> Chart {
    let series = keys.iter().map(|key| {
        let position = trend.keys.iter().position(|own| own == key);
        let value = |month: &crate::TrendMonth| month.values.get(position?).copied().flatten();
        Series {
            title: Title::new(key.name(Language::Chinese), key.name(Language::English)),
            values: trend.months.iter().map(value).collect(),
        }
    });
    Chart {
        kind: ChartKind::Lines,
        title,
        unit: same("%"),
        labels: trend.months.iter().map(|month| same(month.period.from.format("%Y-%m"))).collect(),
        series: series.collect(),
    }
}

/// Bars of a distribution, ten at most.
fn bars(statistics: &Statistics, by: SortedBy) -> Option<Chart> {
    let own = statistics.distributions.iter().find(|own| own.by == by)?;
    let groups: Vec<_> = own.groups.iter().filter(|group| !group.confirmed.is_empty()).take(10).collect();
    (!groups.is_empty()).then(|| Chart {
        kind: ChartKind::Bars,
        title: Title::new(
            format!("隐患按{}分布", own.title.chinese),
            format!("dangers by {}", own.title.english),
        ),
        unit: Title::new("项", "dangers"),
        labels: groups.iter().map(|group| group.title.clone()).collect(),
        series: vec![counted("确认", "confirmed", groups.iter().map(|group| group.confirmed.len()))],
    })
}

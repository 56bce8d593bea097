//! 「风险分级管控清单」: one row for each hazard under its point, in the columns that auditors know.
//! Relies on [`PointFacts`] for the point and on the risk picture for each hazard's own score.
//! Must not know: whether it becomes a printed table or a worksheet.

use super::point::{PointFacts, ShownScore, code_order, level_word};
use super::problem::{Fault, Problem};
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{
    ColourSet, Hazard, Language, MeasureCategory, MeasureStatus, RiskLevel, RiskPoint, RiskPointId,
    direct_condition,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A hazard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerRow {
    /// Its number under the point, from 1.
    pub number: usize,
    /// 「作业步骤/检查项目」
    pub step: String,
    /// 「危险源或潜在事件/标准」
    pub hazard: String,
    /// 「可能发生的事故类型及后果」
    pub accidents: String,
    /// 「评价值」
    pub score: Option<ShownScore>,
    /// 「评价级别」 as the criteria name it.
    pub band: String,
    /// 「风险分级」
    pub level: Option<RiskLevel>,
    /// The level in words, or 「未评价」.
    pub level_word: &'static str,
    /// Measures of the five classes, one text each.
    pub measures: [String; 5],
}

/// A point with its rows; one without hazards has a single row that says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LedgerPoint {
    /// Level, tier, owner and the like.
    pub facts: PointFacts,
    /// Hazards in order.
    pub rows: Vec<LedgerRow>,
    /// 「备注」
    pub note: String,
}

/// What the ledger says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RiskLedger {
    /// 「风险分级管控清单」
    pub title: &'static str,
    /// Organisation, version, date and people.
    pub masthead: Masthead,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// 「风险点 36 个，其中重大 3、较大 11、一般 16、低 6」
    pub summary: String,
    /// Points in the order of their codes.
    pub points: Vec<LedgerPoint>,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

impl Piece for RiskLedger {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        Vec::new()
    }
}

impl RiskLedger {
    /// Titles of the columns, and the group that some stand under.
    pub const COLUMNS: [(&'static str, &'static str); 19] = [
        ("风险点", "编号"),
        ("风险点", "类型"),
        ("风险点", "名称"),
        ("风险点", "等级"),
        ("作业步骤/检查项目", "序号"),
        ("作业步骤/检查项目", "名称"),
        ("", "危险源或潜在事件/标准"),
        ("", "可能发生的事故类型及后果"),
        ("", "评价值"),
        ("", "评价级别"),
        ("", "风险分级"),
        ("管控措施", "工程技术措施"),
        ("管控措施", "管理措施"),
        ("管控措施", "培训教育措施"),
        ("管控措施", "个体防护措施"),
        ("管控措施", "应急处置措施"),
        ("", "管控层级"),
        ("", "责任单位"),
        ("", "责任人"),
    ];

    /// Title of the last column.
    pub const NOTE: &'static str = "备注";
}

/// The ledger of all points, or of those in `only`.
pub fn risk_ledger(source: &Source<'_>, only: Option<&[RiskPointId]>) -> RiskLedger {
    let snapshot = source.snapshot;
    let only: Option<BTreeSet<RiskPointId>> = only.map(|only| only.iter().copied().collect());
    let wanted = |point: &&RiskPoint| only.as_ref().is_none_or(|only| only.contains(&point.id));
    let mut points: Vec<&RiskPoint> = snapshot.points.iter().filter(wanted).collect();
    points.sort_by_cached_key(|point| (code_order(&point.code), point.id));
    let points: Vec<LedgerPoint> = points.into_iter().map(|point| ledger_point(source, point)).collect();
    let title = "风险分级管控清单";
    let unassessed: Vec<&LedgerPoint> = points.iter().filter(|own| own.facts.level.is_none()).collect();
    let mut problems = Vec::new();
    if points.is_empty() {
        problems.push(Problem::new(title, Fault::Nothing));
    }
    if !unassessed.is_empty() {
        problems.push(Problem::new(title, Fault::Unassessed));
    }
    let own = RiskLedger {
        title,
        masthead: source.masthead(),
        code: String::new(),
        colours: snapshot.project().map_or(ColourSet::Print, |project| project.colour_set),
        summary: summary(&points),
        points,
        problems,
    };
    source.sealed(own, |own| &mut own.code, "LEDGER", source.project())
}

fn summary(points: &[LedgerPoint]) -> String {
    let count = |level| points.iter().filter(|own| own.facts.level == level).count();
    let mut parts: Vec<String> = RiskLevel::DESCENDING
        .into_iter()
        .map(|level| format!("{} {}", level_word(Some(level)), count(Some(level))))
        .collect();
    if count(None) > 0 {
        parts.push(format!("{} {}", level_word(None), count(None)));
    }
    format!("风险点 {} 个：{}", points.len(), parts.join("，"))
}

fn ledger_point(source: &Source<'_>, point: &RiskPoint) -> LedgerPoint {
    let mut rows: Vec<LedgerRow> = source
        .hazards(point.id)
        .iter()
        .enumerate()
        .map(|(index, hazard)| ledger_row(source, hazard, index + 1))
        .collect();
    if rows.is_empty() {
        rows.push(LedgerRow {
            number: 1,
            step: String::new(),
            hazard: String::new(),
            accidents: String::new(),
            score: None,
            band: String::new(),
            level: None,
            level_word: level_word(None),
            measures: Default::default(),
        });
    }
    LedgerPoint { facts: source.facts(point), rows, note: note(source, point) }
}

fn ledger_row(source: &Source<'_>, hazard: &Hazard, number: usize) -> LedgerRow {
    let risk = source.picture.hazards.get(&hazard.id);
    let deciding =
        risk.and_then(|risk| risk.deciding).and_then(|accident| source.picture.accidents.get(&accident));
    let score = deciding.and_then(|own| own.score);
    let preset = deciding.and_then(|own| own.preset);
    let level = risk.and_then(|risk| risk.level);
    let mut types: Vec<&str> =
        source.accidents(hazard.id).iter().map(|own| source.accident_name(&own.accident_type)).collect();
    // Two types of one edition may be one of the other.
    let mut seen = BTreeSet::new();
    types.retain(|name| seen.insert(*name));
    LedgerRow {
        number,
        step: hazard.step.trim().to_owned(),
        hazard: joined([hazard.description.trim(), &prefixed("标准：", hazard.standard.trim())], "\n"),
        accidents: joined([&types.join("、"), hazard.consequence.trim()], "\n"),
        band: score.and_then(|score| band(source, score, preset, level)).unwrap_or_default(),
        score: score.map(|score| source.shown(score, preset)),
        level,
        level_word: level_word(level),
        measures: measures(source, hazard),
    }
}

fn prefixed(prefix: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
}

fn joined<const N: usize>(parts: [&str; N], between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// What the criteria call the band, or the number of the level where they have no other name for it.
fn band(
    source: &Source<'_>,
    score: evaluation::Score,
    preset: Option<domain::CriteriaPresetId>,
    level: Option<RiskLevel>,
) -> Option<String> {
    let preset = source.preset(preset)?;
    let band = preset.bands().get(preset.band_of(score)?)?;
    let plain = level.is_some_and(|level| band.name == level.name(Language::Chinese));
    Some(match level {
        Some(level) if plain => format!("{} 级", level.number()),
        Some(_) | None => band.name.clone(),
    })
}

/// Measures by class. What is only proposed says so.
fn measures(source: &Source<'_>, hazard: &Hazard) -> [String; 5] {
    let mut texts: [Vec<String>; 5] = Default::default();
    for measure in source.measures(hazard.id) {
        let class = MeasureCategory::ALL.iter().position(|own| *own == measure.category);
        let Some(own) = class.and_then(|class| texts.get_mut(class)) else { continue };
        let content = measure.content.trim().trim_end_matches(['。', '；', ';']);
        own.push(match measure.status {
            MeasureStatus::Existing => content.to_owned(),
            MeasureStatus::Proposed => format!("（建议新增）{content}"),
        });
    }
    texts.map(|own| own.join("；"))
}

fn note(source: &Source<'_>, point: &RiskPoint) -> String {
    let mut parts = Vec::new();
    for determination in source.determinations(point.id) {
        let condition = direct_condition(&determination.condition)
            .map_or(determination.condition.as_str(), |own| own.name(Language::Chinese));
        let level = determination.level.name(Language::Chinese);
        parts.push(format!("直接判定为{level}：{condition}；{}", determination.reason.trim()));
    }
    let accidents = source.hazards(point.id).iter().flat_map(|hazard| source.accidents(hazard.id));
    for accident in accidents {
        let risk = source.picture.accidents.get(&accident.id);
        let decision = source.snapshot.adjustments.find(risk.and_then(|risk| risk.adjustment));
        if let Some(decision) = decision {
            let (name, level) =
                (source.accident_name(&accident.accident_type), decision.level.name(Language::Chinese));
            parts.push(format!("等级调整：{name}为{level}；{}", decision.reason.trim()));
        }
    }
    if point.tier_id.is_some() {
        parts.push(format!("层级调整：{}", point.tier_reason.trim()));
    }
    parts.push(point.note.trim().to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

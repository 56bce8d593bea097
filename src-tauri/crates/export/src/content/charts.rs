//! 「作业安全风险比较图」 and 「风险矩阵图」: one for each set of criteria, since scores of two methods are not compared.
//! Relies on the picture for the deciding accident and on the preset for bounds and values.
//! Must not know: how bars and cells are drawn.

use super::point::{PointFacts, code_order};
use super::problem::{Fault, Problem};
use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{
    AssessmentMethod, ColourSet, CriteriaPresetId, Decimal, Factors, Language, RiskLevel, RiskPoint,
    RiskPointKind,
};
use evaluation::{Preset, evaluate};
use serde::Serialize;
use std::collections::BTreeMap;

/// A bar of the chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartBar {
    /// The activity.
    pub facts: PointFacts,
    /// Its score, for the length of the bar.
    pub value: f64,
}

/// A line at which the level changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartLine {
    /// Where.
    pub value: f64,
    /// 「320」
    pub label: String,
    /// The level from here on.
    pub level: RiskLevel,
}

/// What a comparison chart says.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonChart {
    /// The set of criteria.
    pub id: CriteriaPresetId,
    /// 「作业安全风险比较图」
    pub title: String,
    /// Name of the criteria, and how the score is made.
    pub method: String,
    /// Letter of the score.
    pub symbol: &'static str,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// The greatest first.
    pub bars: Vec<ChartBar>,
    /// The greatest first.
    pub lines: Vec<ChartLine>,
    /// Activities without a score.
    pub unassessed: Vec<String>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

fn number(value: Decimal) -> f64 {
    // Decimals of at most 28 digits always read as a number.
    value.to_string().parse().unwrap_or(0.0)
}

fn formula(preset: &Preset) -> String {
    let symbols: Vec<&str> = preset.factors().iter().map(|own| own.symbol.as_str()).collect();
    format!("{}　{} = {}", preset.name(Language::Chinese), preset.method().score_symbol(), symbols.join("×"))
}

/// A chart for each set of criteria that an activity was scored by.
pub fn comparison_charts(source: &Source<'_>) -> Vec<ComparisonChart> {
    let snapshot = source.snapshot;
    let mut groups: BTreeMap<CriteriaPresetId, Vec<ChartBar>> = BTreeMap::new();
    let mut unassessed: Vec<String> = Vec::new();
    for point in snapshot.points.iter().filter(|point| point.kind == RiskPointKind::Activity) {
        let facts = source.facts(point);
        let risk = source.picture.points.get(&point.id);
        match risk.and_then(|risk| Some((risk.score?, risk.preset?))) {
            Some((score, preset)) => {
                groups.entry(preset).or_default().push(ChartBar { facts, value: number(score.rounded(6)) });
            }
            None => unassessed.push(format!("{} {}", facts.code, facts.name)),
        }
    }
    let mut charts = Vec::new();
    for (id, mut bars) in groups {
        let Some(preset) = source.preset(Some(id)) else { continue };
        bars.sort_by(|a, b| {
            b.value
                .total_cmp(&a.value)
                .then_with(|| code_order(&a.facts.code).cmp(&code_order(&b.facts.code)))
        });
        let lines = preset.level_changes().into_iter().map(|(bound, level)| ChartLine {
            value: number(bound.score),
            label: bound.score.normalize().to_string(),
            level,
        });
        charts.push(ComparisonChart {
            id,
            title: "作业安全风险比较图".to_owned(),
            method: formula(preset),
            symbol: preset.method().score_symbol(),
            masthead: source.masthead(),
            colours: source.colours(),
            bars,
            lines: lines.collect(),
            unassessed: Vec::new(),
            code: String::new(),
            problems: Vec::new(),
        });
    }
    if let Some(first) = charts.first_mut() {
        if !unassessed.is_empty() {
            first.problems.push(Problem::new(first.title.clone(), Fault::Unassessed));
        }
        first.unassessed = unassessed;
    }
    let sealed = |(at, chart): (usize, ComparisonChart)| {
        let id = chart.id;
        source.sealed(chart, |own| &mut own.code, &numbered("CHART", at), id.into())
    };
    charts.into_iter().enumerate().map(sealed).collect()
}

impl Piece for ComparisonChart {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        vec![("title".to_owned(), &mut self.title)]
    }
}

/// A value of a factor and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixStep {
    /// 「6」
    pub value: String,
    /// 「相当可能」
    pub text: String,
}

/// A field of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixCell {
    /// The level of this product, where the method has two factors only.
    pub level: Option<RiskLevel>,
    /// The product, where it has two factors only.
    pub product: String,
    /// Points of this field: place in [`RiskMatrix::points`].
    pub points: Vec<usize>,
}

/// What a risk matrix says.
#[derive(Debug, Clone, Serialize)]
pub struct RiskMatrix {
    /// The set of criteria.
    pub id: CriteriaPresetId,
    /// 「风险矩阵图」
    pub title: String,
    /// Name of the criteria, and how the score is made.
    pub method: String,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// Name of the factor upwards.
    pub row_name: String,
    /// Its values, greatest first.
    pub rows: Vec<MatrixStep>,
    /// Name of the factor to the right.
    pub column_name: String,
    /// Its values, least first.
    pub columns: Vec<MatrixStep>,
    /// Row by row.
    pub cells: Vec<Vec<MatrixCell>>,
    /// Points in the order of their numbers.
    pub points: Vec<PointFacts>,
    /// What the fields do not say; may be empty.
    pub note: String,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
    /// What is missing.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

/// A matrix for each set of criteria that a point was scored by.
pub fn risk_matrices(source: &Source<'_>) -> Vec<RiskMatrix> {
    let snapshot = source.snapshot;
    let mut groups: BTreeMap<CriteriaPresetId, Vec<(PointFacts, Vec<f64>)>> = BTreeMap::new();
    let mut points: Vec<&RiskPoint> = snapshot.points.iter().collect();
    points.sort_by_cached_key(|point| (code_order(&point.code), point.id));
    for point in points {
        let Some(risk) = source.picture.points.get(&point.id) else { continue };
        let (Some(preset), Some(accident)) = (risk.preset, risk.accident) else { continue };
        let Some(means) = means(source, accident) else { continue };
        groups.entry(preset).or_default().push((source.facts(point), means));
    }
    let mut matrices = Vec::new();
    for (id, own) in groups {
        if let Some(preset) = source.preset(Some(id)) {
            let matrix = matrix(source, id, preset, own);
            let mark = numbered("MATRIX", matrices.len());
            matrices.push(source.sealed(matrix, |own| &mut own.code, &mark, id.into()));
        }
    }
    matrices
}

impl Piece for RiskMatrix {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        vec![("title".to_owned(), &mut self.title), ("note".to_owned(), &mut self.note)]
    }
}

/// The name of the first sheet, and that of each further one.
fn numbered(name: &str, before: usize) -> String {
    if before == 0 { name.to_owned() } else { format!("{name}-{}", before + 1) }
}

/// The mean of each factor over the assessors of an accident.
fn means(source: &Source<'_>, accident: domain::PossibleAccidentId) -> Option<Vec<f64>> {
    let assessors = &source.picture.accidents.get(&accident)?.assessors;
    let rows: Vec<&Factors> = assessors
        .iter()
        .filter_map(|own| source.snapshot.assessments.get(own.assessment))
        .map(|own| &own.factors)
        .collect();
    let count = rows.first()?.values().len();
    let mean = |at: usize| {
        let all: Vec<f64> = rows.iter().filter_map(|row| row.values().get(at).copied()).map(number).collect();
        all.iter().sum::<f64>() / all.len().max(1) as f64
    };
    Some((0..count).map(mean).collect())
}

fn matrix(
    source: &Source<'_>,
    id: CriteriaPresetId,
    preset: &Preset,
    own: Vec<(PointFacts, Vec<f64>)>,
) -> RiskMatrix {
    let factors = preset.factors();
    let last = factors.len().saturating_sub(1);
    let steps = |at: usize| -> Vec<MatrixStep> {
        factors.get(at).map_or(Vec::new(), |factor| {
            let step = |value: &evaluation::FactorValue| MatrixStep {
                value: value.value.clone(),
                text: value.texts.first().cloned().unwrap_or_default(),
            };
            factor.values.iter().map(step).collect()
        })
    };
    let name =
        |at: usize| factors.get(at).map_or(String::new(), |own| format!("{} {}", own.symbol, own.name));
    let rows = steps(0);
    let mut columns = steps(last);
    columns.reverse();
    let two = factors.len() == 2;
    let mut cells: Vec<Vec<MatrixCell>> = rows
        .iter()
        .map(|row| {
            columns
                .iter()
                .map(|column| {
                    let found = two.then(|| product(preset, row, column)).flatten();
                    MatrixCell {
                        level: found.as_ref().map(|own| own.1),
                        product: found.map_or(String::new(), |own| own.0),
                        points: Vec::new(),
                    }
                })
                .collect()
        })
        .collect();
    let mut points = Vec::new();
    for (facts, means) in own {
        let nearest = |steps: &[MatrixStep], at: usize| {
            let wanted = means.get(at).copied().unwrap_or(0.0);
            let off = |own: &MatrixStep| (own.value.parse::<f64>().unwrap_or(0.0) - wanted).abs();
            (0..steps.len()).min_by(|a, b| match (steps.get(*a), steps.get(*b)) {
                (Some(a), Some(b)) => off(a).total_cmp(&off(b)),
                (None, _) | (_, None) => std::cmp::Ordering::Equal,
            })
        };
        let place = (nearest(&rows, 0), nearest(&columns, last));
        if let (Some(row), Some(column)) = place
            && let Some(cell) = cells.get_mut(row).and_then(|row| row.get_mut(column))
        {
            cell.points.push(points.len());
            points.push(facts);
        }
    }
    let note = match preset.method() {
        AssessmentMethod::Lec | AssessmentMethod::Mes => {
            let middle = name(1);
            format!(
                "圆点为风险点，颜色为其等级；{middle} 不在图上，故同一格内等级可以不同。多人评价取各因素平均值所在的格。"
            )
        }
        AssessmentMethod::Ls => "圆点为风险点，颜色为其等级；多人评价取各因素平均值所在的格。".to_owned(),
    };
    RiskMatrix {
        id,
        title: "风险矩阵图".to_owned(),
        method: formula(preset),
        masthead: source.masthead(),
        colours: source.colours(),
        row_name: name(0),
        rows,
        column_name: name(last),
        columns,
        cells,
        points,
        note,
        code: String::new(),
        problems: Vec::new(),
    }
}

fn product(preset: &Preset, row: &MatrixStep, column: &MatrixStep) -> Option<(String, RiskLevel)> {
    let values = vec![row.value.parse().ok()?, column.value.parse().ok()?];
    let (score, level, _) = evaluate(preset, &[Factors::new(values).ok()?]).ok()?;
    Some((score.shown(preset), level))
}

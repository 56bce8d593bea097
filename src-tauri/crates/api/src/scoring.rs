//! The engine alone: values in, score and level out, for a beginner's ruler and for checks against printed tables.
//! Relies on `evaluation` for the mean and its level.
//! Knows no project beyond its presets.

use crate::error::ApiError;
use domain::{AssessmentMethod, CriteriaPresetId, Factors, Language, RiskLevel};
use evaluation::{Preset, built_in_presets, evaluate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Values to evaluate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScoreArgs {
    /// The method.
    pub method: AssessmentMethod,
    /// Code of the criteria; the method's usual ones when left out.
    #[serde(default)]
    pub preset: Option<String>,
    /// Criteria of the open project, which go before `preset`.
    #[serde(default)]
    pub own: Option<CriteriaPresetId>,
    /// One text for each assessor, such as `3,6,15`.
    pub inputs: Vec<String>,
}

/// What values come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScoreReport {
    /// The mean of the products, rounded half up to at most four decimals.
    pub score: String,
    /// The level of the exact mean.
    pub level: RiskLevel,
    /// `red orange yellow blue`.
    pub colour: String,
    /// The method.
    pub method: AssessmentMethod,
    /// Code of the criteria.
    pub preset: String,
    /// What the criteria call the band.
    pub band: String,
    /// Whether two assessors are two levels apart or more.
    pub spread: bool,
    /// Each assessor's own.
    pub per_assessor: Vec<AssessorReport>,
}

/// What one assessor's values come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessorReport {
    /// The values as they were read.
    pub input: String,
    /// Their product.
    pub score: String,
    /// The level it would have alone.
    pub level: RiskLevel,
    /// `red orange yellow blue`.
    pub colour: String,
}

/// One set of criteria in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PresetLine {
    /// Its code.
    pub code: String,
    /// Its version.
    pub version: i64,
    /// The method.
    pub method: AssessmentMethod,
    /// What Chinese readers call it.
    pub name: String,
    /// What English readers call it.
    pub english: String,
    /// Where it is in use.
    #[serde(rename = "use")]
    pub usage: String,
    /// Whether it is the usual one of its method.
    pub default: bool,
    /// The factors with their values, greatest first.
    pub factors: Vec<FactorLine>,
    /// The bands, greatest first.
    pub bands: Vec<evaluation::Band>,
}

/// A factor in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FactorLine {
    /// L, E, C, S or M.
    pub symbol: String,
    /// What it measures.
    pub name: String,
    /// Its values, greatest first.
    pub values: Vec<String>,
}

/// The usual criteria of a method.
pub(crate) fn usual_preset(method: AssessmentMethod) -> &'static str {
    match method {
        AssessmentMethod::Lec => "lec-four-colour",
        AssessmentMethod::Ls => "ls-1",
        AssessmentMethod::Mes => "mes",
    }
}

/// The shipped criteria of a code.
pub(crate) fn shipped(code: &str) -> Result<Preset, ApiError> {
    built_in_presets().into_iter().find(|preset| preset.code() == code).ok_or_else(|| no_preset(code))
}

pub(crate) fn no_preset(code: &str) -> ApiError {
    let code: String = code.chars().take(60).collect();
    ApiError::new(
        "no-such-preset",
        format!("没有代号为 {code} 的评价准则，可用 sise presets 查看。"),
        format!("There are no criteria called {code}. `sise presets` lists them."),
    )
}

/// The shipped criteria.
pub fn presets() -> Vec<PresetLine> {
    let line = |preset: &Preset| PresetLine {
        code: preset.code().to_owned(),
        version: preset.version(),
        method: preset.method(),
        name: preset.name(Language::Chinese).to_owned(),
        english: preset.name(Language::English).to_owned(),
        usage: preset.usage().to_owned(),
        default: usual_preset(preset.method()) == preset.code(),
        factors: preset
            .factors()
            .iter()
            .map(|factor| FactorLine {
                symbol: factor.symbol.clone(),
                name: factor.name.clone(),
                values: factor.values.iter().map(|value| value.value.clone()).collect(),
            })
            .collect(),
        bands: preset.bands().to_vec(),
    };
    built_in_presets().iter().map(line).collect()
}

/// Evaluates values by shipped criteria.
pub fn score_values(args: &ScoreArgs) -> Result<ScoreReport, ApiError> {
    let preset = shipped(args.preset.as_deref().unwrap_or_else(|| usual_preset(args.method)))?;
    if preset.method() != args.method {
        let (code, method) = (preset.code(), args.method.name(Language::English));
        return Err(ApiError::new(
            "wrong-method",
            format!("评价准则 {code} 不是 {method} 法的，请另选准则或方法。"),
            format!("The criteria {code} are not of the method {method}. Choose others."),
        ));
    }
    score_by(&preset, &args.inputs)
}

/// Evaluates values by these criteria.
pub(crate) fn score_by(preset: &Preset, inputs: &[String]) -> Result<ScoreReport, ApiError> {
    let factors = inputs.iter().map(|text| read(text)).collect::<Result<Vec<_>, _>>()?;
    let (score, level, each) = evaluate(preset, &factors)?;
    let colour = |level: RiskLevel| level.colour_name(Language::English).to_owned();
    let band = preset.band_of(score).and_then(|band| preset.bands().get(band));
    let levels = each.iter().map(|one| one.level as i32);
    let (low, high) = (levels.clone().min().unwrap_or(0), levels.max().unwrap_or(0));
    Ok(ScoreReport {
        score: score.rounded(4).to_string(),
        level,
        colour: colour(level),
        method: preset.method(),
        preset: preset.code().to_owned(),
        band: band.map_or_else(String::new, |band| band.name.clone()),
        spread: high - low >= 2,
        per_assessor: factors
            .iter()
            .zip(&each)
            .map(|(factors, one)| AssessorReport {
                input: factors.to_string(),
                score: one.product.to_string(),
                level: one.level,
                colour: colour(one.level),
            })
            .collect(),
    })
}

fn read(text: &str) -> Result<Factors, ApiError> {
    let parts: Vec<String> = text.split([',', '，']).map(|part| part.trim().to_owned()).collect();
    Factors::try_from(parts).map_err(|error| {
        let shown: String = text.chars().take(40).collect();
        ApiError::new(
            "bad-values",
            format!("取值“{shown}”读不出来，应为用逗号隔开的数，例如 3,6,15。"),
            format!(
                "The values {shown:?} cannot be read ({error}). Write numbers with commas, such as 3,6,15."
            ),
        )
    })
}

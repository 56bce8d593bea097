//! One possible accident: the chosen values of its assessors, their mean, its level.
//! Relies on decimals being exact; the level is judged on the sum, never on a rounded or divided value.
//! Knows nothing of hazards, points and zones.

use crate::preset::Preset;
use domain::{AssessmentMethod, Decimal, Explain, Factors, Language, RiskLevel};
use rust_decimal::RoundingStrategy;
use std::cmp::Ordering;

/// A mean of products, kept as the sum and how many make it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// How the products were made.
    pub method: AssessmentMethod,
    /// Sum of the products.
    pub sum: Decimal,
    /// How many products, at least 1.
    pub count: u32,
}

impl Score {
    /// Compares two scores of one method; scores of two methods cannot be compared.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if self.method != other.method {
            return None;
        }
        let left = self.sum.checked_mul(Decimal::from(other.count))?;
        let right = other.sum.checked_mul(Decimal::from(self.count))?;
        Some(left.cmp(&right))
    }

    /// The mean, rounded half up to at most `decimals` decimals, without trailing zeros.
    pub fn rounded(self, decimals: u32) -> Decimal {
        let mean = self.sum.checked_div(Decimal::from(self.count)).unwrap_or(self.sum);
        mean.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
    }

    /// The mean as people read it: at most two decimals, and more where two would show a bound of `preset` that
    /// the mean does not have (319.996 must not read 320).
    pub fn shown(self, preset: &Preset) -> String {
        let count = Decimal::from(self.count);
        let misleads = |shown: Decimal| {
            preset.bound_scores().any(|bound| bound == shown && bound.checked_mul(count) != Some(self.sum))
        };
        let decimals = (2..10).find(|decimals| !misleads(self.rounded(*decimals))).unwrap_or(10);
        self.rounded(decimals).to_string()
    }
}

/// What one assessor's values come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evaluation {
    /// Product of the values.
    pub product: Decimal,
    /// The level it would have alone.
    pub level: RiskLevel,
}

/// Why values cannot be evaluated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// There are more or fewer values than the preset has factors.
    #[error("{preset} needs {needed} values, {found} were given")]
    Count {
        /// The preset.
        preset: String,
        /// How many values it needs.
        needed: usize,
        /// How many were given.
        found: usize,
    },
    /// A value is not in the preset's table.
    #[error("{value} is not a value of {symbol} in {preset}; allowed: {allowed}")]
    NotInPreset {
        /// The preset.
        preset: String,
        /// The factor.
        symbol: String,
        /// The value.
        value: Decimal,
        /// The values that are.
        allowed: String,
    },
    /// Nobody has scored.
    #[error("there is no score to take the mean of")]
    NoScores,
    /// The numbers are too large to be multiplied exactly.
    #[error("the values are too large")]
    TooLarge,
}

impl Explain for EvaluationError {
    fn code(&self) -> &'static str {
        match self {
            Self::Count { .. } => "factor-count",
            Self::NotInPreset { .. } => "not-in-preset",
            Self::NoScores => "no-scores",
            Self::TooLarge => "too-large",
        }
    }

    fn explain(&self, language: Language) -> String {
        match (self, language) {
            (Self::Count { preset, needed, found }, Language::Chinese) => {
                format!("准则 {preset} 需要 {needed} 个取值，给出了 {found} 个，请补全。")
            }
            (Self::NotInPreset { preset, symbol, value, allowed }, Language::Chinese) => {
                format!("{symbol} 的取值 {value} 不在准则 {preset} 的表中，可选：{allowed}。")
            }
            (Self::NoScores, Language::Chinese) => "还没有人评分，请先评分。".to_owned(),
            (Self::TooLarge, Language::Chinese) => "取值过大，无法精确计算，请检查。".to_owned(),
            (error, Language::English) => format!("{error}. Please choose values from the table."),
        }
    }
}

/// The product and level of one assessor's values.
pub(crate) fn product(preset: &Preset, factors: &Factors) -> Result<Evaluation, EvaluationError> {
    let values = factors.values();
    if let Some(known) = preset.known_product(values) {
        return Ok(known);
    }
    let tables = preset.factors();
    if values.len() != tables.len() {
        let preset = preset.code().to_owned();
        return Err(EvaluationError::Count { preset, needed: tables.len(), found: values.len() });
    }
    let mut product = Decimal::ONE;
    for (index, (value, table)) in values.iter().zip(tables).enumerate() {
        if !preset.allows(index, *value) {
            let allowed: Vec<_> = table.values.iter().map(|value| value.value.as_str()).collect();
            return Err(EvaluationError::NotInPreset {
                preset: preset.code().to_owned(),
                symbol: table.symbol.clone(),
                value: *value,
                allowed: allowed.join(" "),
            });
        }
        product = product.checked_mul(*value).ok_or(EvaluationError::TooLarge)?;
    }
    let product = product.normalize();
    Ok(Evaluation { product, level: level_of(preset, product, 1)? })
}

/// The level of the mean `sum / count`.
pub(crate) fn level_of(preset: &Preset, sum: Decimal, count: u32) -> Result<RiskLevel, EvaluationError> {
    let band =
        preset.band_of(Score { method: preset.method(), sum, count }).ok_or(EvaluationError::TooLarge)?;
    preset.bands().get(band).map(|band| band.level).ok_or(EvaluationError::TooLarge)
}

/// Evaluates the values of one or more assessors: each one's own product and level, the mean of the products
/// (算术平均数, not the product of means) and its level.
pub fn evaluate(
    preset: &Preset,
    scores: &[Factors],
) -> Result<(Score, RiskLevel, Vec<Evaluation>), EvaluationError> {
    let count = u32::try_from(scores.len()).map_err(|_| EvaluationError::TooLarge)?;
    if count == 0 {
        return Err(EvaluationError::NoScores);
    }
    let each = scores.iter().map(|factors| product(preset, factors)).collect::<Result<Vec<_>, _>>()?;
    let sum = each
        .iter()
        .try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.product))
        .ok_or(EvaluationError::TooLarge)?
        .normalize();
    Ok((Score { method: preset.method(), sum, count }, level_of(preset, sum, count)?, each))
}

//! A criteria preset (评价准则): which values each factor may have and which score makes which level.
//! Relies on being read from JSON, built in or from the project file, and refuses what has gaps.
//! Knows nothing of assessors.

use crate::score::{Evaluation, Score, level_of};
use domain::{AssessmentMethod, CriteriaPreset, Decimal, Explain, Language, RiskLevel};
use serde::{Deserialize, Serialize};

/// 「评价准则」 Everything that turns chosen values into a level. Always valid: see [`PresetError`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "Draft", into = "Draft")]
#[ts(as = "Draft")]
pub struct Preset {
    draft: Draft,
    /// Band bounds and allowed values as numbers, beside the texts they were read from.
    bounds: Vec<(Option<Bound>, RiskLevel)>,
    allowed: Vec<Vec<Decimal>>,
    /// Product and level of every combination of values, the last factor counting fastest.
    products: Vec<Evaluation>,
}

/// A preset as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PresetText")]
pub struct Draft {
    code: String,
    version: i64,
    method: AssessmentMethod,
    name: String,
    english: String,
    /// Where it is in use, or what its bands say, in one line.
    #[serde(rename = "use")]
    usage: String,
    interpolate: bool,
    factors: Vec<FactorTable>,
    bands: Vec<Band>,
}

/// The values one factor may have, greatest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FactorTable {
    /// L, E, C, S or M.
    pub symbol: String,
    /// What it measures.
    pub name: String,
    /// The same in English.
    pub english: String,
    /// The columns of the criterion texts, where there are several: the factor is the highest of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<String>,
    /// The values.
    pub values: Vec<FactorValue>,
}

/// One value of a factor and when to choose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FactorValue {
    /// The value as a decimal.
    pub value: String,
    /// When to choose it: one text, or one for each aspect.
    pub texts: Vec<String>,
    /// The same in English, in short.
    pub english: String,
    /// Other wordings in use, such as the one for schools.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// A range of scores and its level. Bands stand greatest first; the last one takes everything below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The level.
    pub level: RiskLevel,
    /// What the preset itself calls the band, such as `A/1级`.
    pub name: String,
    /// The band begins at this score, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<String>,
    /// The band begins above this score, which itself belongs to the band below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<String>,
}

/// Where a band begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The score.
    pub score: Decimal,
    /// Whether that very score belongs to this band.
    pub inclusive: bool,
}

impl Bound {
    /// Whether the mean `sum / count` reaches this bound, judged without dividing. `None` on overflow.
    pub(crate) fn reached(self, sum: Decimal, count: u32) -> Option<bool> {
        let bound = self.score.checked_mul(Decimal::from(count))?;
        Some(if self.inclusive { sum >= bound } else { sum > bound })
    }
}

/// What is wrong with a preset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PresetError {
    /// It is not JSON of the right form.
    #[error("the preset cannot be read: {0}")]
    Format(String),
    /// It has another number of factors than its method.
    #[error("{method} needs {needed} factors, the preset has {found}")]
    FactorCount {
        /// The method.
        method: AssessmentMethod,
        /// How many it needs.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// A factor has no values, one that is no number above zero, or they do not fall.
    #[error("the values of factor {0} must be numbers above zero, greatest first, each once")]
    FactorValues(String),
    /// A value has not one text for each aspect.
    #[error("value {value} of factor {factor} needs a text for each of its aspects")]
    Texts {
        /// The factor.
        factor: String,
        /// The value.
        value: String,
    },
    /// Bands leave a gap or overlap.
    #[error("band {0} must begin below the one before it, and the last one may not have a beginning")]
    Bands(String),
    /// A band has a greater level than the one above it.
    #[error("band {0} has a greater level than the band above it")]
    Levels(String),
    /// A required text is empty.
    #[error("the preset needs a code, a name and a version above 0")]
    Nameless,
}

impl Explain for PresetError {
    fn code(&self) -> &'static str {
        "bad-preset"
    }

    fn explain(&self, language: Language) -> String {
        match language {
            Language::English => {
                format!("The criteria cannot be used: {self}. Please correct them or choose others.")
            }
            Language::Chinese => {
                let why = match self {
                    Self::Format(error) => format!("内容无法读取（{error}）"),
                    Self::FactorCount { method, needed, found } => {
                        format!("{} 法需要 {needed} 个因素，现有 {found} 个", method.name(language))
                    }
                    Self::FactorValues(factor) => {
                        format!("因素 {factor} 的取值应为大于零的数，从大到小且不重复")
                    }
                    Self::Texts { factor, value } => {
                        format!("因素 {factor} 取值 {value} 的判定文字与栏目数不符")
                    }
                    Self::Bands(band) => format!("分级“{band}”与上一级之间有缺口或重叠"),
                    Self::Levels(band) => format!("分级“{band}”的等级高于上一级"),
                    Self::Nameless => "缺少代号、名称或版本".to_owned(),
                };
                format!("评价准则不能使用：{why}。请更正或另选准则。")
            }
        }
    }
}

impl Preset {
    /// Reads a preset from its JSON text.
    pub fn parse(json: &str) -> Result<Self, PresetError> {
        serde_json::from_str::<Draft>(json)
            .map_err(|error| PresetError::Format(error.to_string()))?
            .try_into()
    }

    /// Reads the preset that a project keeps.
    pub fn from_record(record: &CriteriaPreset) -> Result<Self, PresetError> {
        Self::parse(&record.body)
    }

    /// Its JSON text, as a project keeps it.
    pub fn to_json(&self) -> String {
        // A struct of texts and numbers always serialises.
        serde_json::to_string(&self.draft).unwrap_or_default()
    }

    /// The same criteria under another version.
    pub fn at_version(&self, version: i64) -> Self {
        let mut other = self.clone();
        other.draft.version = version.max(1);
        other
    }

    /// As it is written.
    pub fn text(&self) -> &Draft {
        &self.draft
    }

    /// Its short name, such as `lec-four-colour`.
    pub fn code(&self) -> &str {
        &self.draft.code
    }

    /// Its version.
    pub fn version(&self) -> i64 {
        self.draft.version
    }

    /// How its factors make a score.
    pub fn method(&self) -> AssessmentMethod {
        self.draft.method
    }

    /// What people call it.
    pub fn name(&self, language: Language) -> &str {
        language.pick(&self.draft.name, &self.draft.english)
    }

    /// Where it is in use, or what its bands say.
    pub fn usage(&self) -> &str {
        &self.draft.usage
    }

    /// Whether values between those of the tables may be given.
    pub fn interpolate(&self) -> bool {
        self.draft.interpolate
    }

    /// Its factors in order.
    pub fn factors(&self) -> &[FactorTable] {
        &self.draft.factors
    }

    /// Its bands, greatest first.
    pub fn bands(&self) -> &[Band] {
        &self.draft.bands
    }

    /// The scores at which the level changes, greatest first: the marks of a ruler and the lines of a chart.
    pub fn level_changes(&self) -> Vec<(Bound, RiskLevel)> {
        let pairs = self.bounds.iter().zip(self.bounds.iter().skip(1));
        pairs
            .filter(|(above, below)| above.1 != below.1)
            .filter_map(|(above, _)| Some((above.0?, above.1)))
            .collect()
    }

    /// The values that the tables allow for factor number `factor`, greatest first.
    pub(crate) fn allowed(&self, factor: usize) -> &[Decimal] {
        self.allowed.get(factor).map(Vec::as_slice).unwrap_or_default()
    }

    /// What a combination of table values comes to; `None` when one of them is not in its table.
    pub(crate) fn known_product(&self, values: &[Decimal]) -> Option<Evaluation> {
        if values.len() != self.allowed.len() {
            return None;
        }
        let mut index = 0;
        for (value, allowed) in values.iter().zip(&self.allowed) {
            index = index * allowed.len() + allowed.iter().position(|own| own == value)?;
        }
        self.products.get(index).copied()
    }

    fn all_products(&self) -> Vec<Evaluation> {
        // Tables are short: the largest shipped preset has 252 combinations. Longer ones are worked out one by one.
        const MOST: usize = 20_000;
        let count: usize =
            self.allowed.iter().map(Vec::len).try_fold(1, usize::checked_mul).unwrap_or(usize::MAX);
        if count > MOST {
            return Vec::new();
        }
        let mut products = vec![Decimal::ONE];
        for values in &self.allowed {
            // Checked when the tables were read: three such factors multiply exactly.
            products =
                products.iter().flat_map(|product| values.iter().map(move |value| product * value)).collect();
        }
        let evaluate = |product: Decimal| {
            let product = product.normalize();
            Some(Evaluation { product, level: level_of(self, product, 1).ok()? })
        };
        products.into_iter().map(evaluate).collect::<Option<_>>().unwrap_or_default()
    }

    /// Whether `value` may be chosen for factor number `factor`.
    pub fn allows(&self, factor: usize, value: Decimal) -> bool {
        let values = self.allowed(factor);
        if self.draft.interpolate {
            let (Some(high), Some(low)) = (values.first(), values.last()) else { return false };
            (*low..=*high).contains(&value)
        } else {
            values.contains(&value)
        }
    }

    /// The band that a mean falls into: its place in [`Self::bands`]. `None` on overflow.
    pub fn band_of(&self, score: Score) -> Option<usize> {
        for (index, (bound, _)) in self.bounds.iter().enumerate() {
            match bound {
                Some(bound) if !bound.reached(score.sum, score.count)? => {}
                Some(_) | None => return Some(index),
            }
        }
        None
    }

    pub(crate) fn bound_scores(&self) -> impl Iterator<Item = Decimal> + '_ {
        self.bounds.iter().filter_map(|(bound, _)| bound.map(|bound| bound.score))
    }
}

impl TryFrom<Draft> for Preset {
    type Error = PresetError;

    fn try_from(draft: Draft) -> Result<Self, PresetError> {
        let blank = draft.code.trim().is_empty() || draft.name.trim().is_empty() || draft.version < 1;
        if blank || draft.code.len() > 60 || draft.name.len() > 200 {
            return Err(PresetError::Nameless);
        }
        let needed = draft.method.factor_count();
        if draft.factors.len() != needed {
            return Err(PresetError::FactorCount {
                method: draft.method,
                needed,
                found: draft.factors.len(),
            });
        }
        let allowed = draft.factors.iter().map(check_factor).collect::<Result<_, _>>()?;
        let bounds = check_bands(&draft.bands)?;
        let mut preset = Self { draft, bounds, allowed, products: Vec::new() };
        preset.products = preset.all_products();
        Ok(preset)
    }
}

impl From<Preset> for Draft {
    fn from(preset: Preset) -> Self {
        preset.draft
    }
}

fn check_factor(factor: &FactorTable) -> Result<Vec<Decimal>, PresetError> {
    let wrong = || PresetError::FactorValues(factor.symbol.clone());
    let mut values: Vec<Decimal> = Vec::new();
    for value in &factor.values {
        let number = plain_decimal(&value.value).ok_or_else(wrong)?;
        // A million and six decimals: three such factors still multiply exactly in 28 digits.
        let sensible = number > Decimal::ZERO && number <= Decimal::from(1_000_000) && number.scale() <= 6;
        if !sensible || values.last().is_some_and(|last| *last <= number) {
            return Err(wrong());
        }
        if value.texts.len() != factor.aspects.len().max(1) {
            return Err(PresetError::Texts { factor: factor.symbol.clone(), value: value.value.clone() });
        }
        values.push(number);
    }
    if values.is_empty() { Err(wrong()) } else { Ok(values) }
}

/// Digits and one point, as people write it and every other program reads it.
fn plain_decimal(text: &str) -> Option<Decimal> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| plain)
}

fn check_bands(bands: &[Band]) -> Result<Vec<(Option<Bound>, RiskLevel)>, PresetError> {
    let mut bounds: Vec<(Option<Bound>, RiskLevel)> = Vec::new();
    let last = bands.len().saturating_sub(1);
    for (index, band) in bands.iter().enumerate() {
        let gap = || PresetError::Bands(band.name.clone());
        let bound = match (&band.at_least, &band.above) {
            (Some(text), None) => Some((text, true)),
            (None, Some(text)) => Some((text, false)),
            (None, None) => None,
            (Some(_), Some(_)) => return Err(gap()),
        };
        let bound = bound
            .map(|(text, inclusive)| {
                plain_decimal(text).map(|score| Bound { score, inclusive }).ok_or_else(gap)
            })
            .transpose()?;
        if bound.is_none() != (index == last) {
            return Err(gap());
        }
        if let (Some(bound), Some((Some(before), _))) = (bound, bounds.last())
            && bound.score >= before.score
        {
            return Err(gap());
        }
        if bound
            .is_some_and(|bound| bound.score <= Decimal::ZERO || bound.score > Decimal::from(1_000_000_000))
        {
            return Err(gap());
        }
        if bounds.last().is_some_and(|(_, level)| *level < band.level) {
            return Err(PresetError::Levels(band.name.clone()));
        }
        bounds.push((bound, band.level));
    }
    if bounds.is_empty() { Err(PresetError::Bands(String::new())) } else { Ok(bounds) }
}

/// The presets that Sise ships, the default of each method first among its kind.
pub fn built_in_presets() -> Vec<Preset> {
    const TEXTS: [&str; 10] = [
        include_str!("../../../../assets/presets/lec-four-colour.json"),
        include_str!("../../../../assets/presets/lec-four-colour-strict.json"),
        include_str!("../../../../assets/presets/lec-five-classic.json"),
        include_str!("../../../../assets/presets/lec-shandong-five.json"),
        include_str!("../../../../assets/presets/lec-custom.json"),
        include_str!("../../../../assets/presets/ls-1.json"),
        include_str!("../../../../assets/presets/ls-2.json"),
        include_str!("../../../../assets/presets/ls-3.json"),
        include_str!("../../../../assets/presets/ls-coal-6x6.json"),
        include_str!("../../../../assets/presets/mes.json"),
    ];
    // One that did not parse would be missing; a test sees to it that none is.
    TEXTS.iter().filter_map(|text| Preset::parse(text).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_preset_is_valid_and_survives_its_own_text() {
        let presets = built_in_presets();
        assert_eq!(presets.len(), 10);
        for preset in presets {
            assert_eq!(Preset::parse(&preset.to_json()).unwrap(), preset, "{}", preset.code());
        }
    }

    #[test]
    fn gaps_overlaps_and_rising_levels_are_refused() {
        let text = include_str!("../../../../assets/presets/lec-four-colour.json");
        for (from, to, expected) in [
            (r#""at_least": "160""#, r#""at_least": "320""#, "Bands"),
            (r#""at_least": "160""#, r#""at_least": "400""#, "Bands"),
            (r#""at_least": "160""#, r#""at_least": "x""#, "Bands"),
            (r#""name": "低风险""#, r#""name": "低风险", "at_least": "1""#, "Bands"),
            (r#""level": "low""#, r#""level": "major""#, "Levels"),
            (r#""value": "6""#, r#""value": "60""#, "FactorValues"),
            (r#""value": "0.1""#, r#""value": "-1""#, "FactorValues"),
            (r#""method": "lec""#, r#""method": "ls""#, "FactorCount"),
            (r#""version": 1"#, r#""version": 0"#, "Nameless"),
            (r#""use":"#, r#""usage":"#, "Format"),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from} is not in the preset any more");
            let error = Preset::parse(&changed).unwrap_err();
            assert!(format!("{error:?}").starts_with(expected), "{to}: {error:?}");
        }
    }
}

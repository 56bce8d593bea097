//! The inputs of evaluation: who chose which values by which criteria, and what was decided without scoring.
//! Relies on exact decimals.
//! Knows no formula and no threshold: those are data of the preset, applied by `evaluation`.

use crate::id::{CriteriaPresetId, PersonId, PossibleAccidentId, RiskPointId};
use crate::level::RiskLevel;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

record! {
    /// 「评价准则」 A preset as this project uses it. Kept whole in the file, so that an old file is scored as it
    /// was, whatever a newer program ships.
    pub struct CriteriaPreset(CriteriaPresetId) {
        /// Its short name, such as `lec-four-colour`.
        code: String, "代号", "code";
        /// Its version; a changed preset is a new version.
        version: i64, "版本", "version";
        /// The whole preset as JSON, as `evaluation` reads it.
        body: String, "内容", "content";
    } check(it, checks) {
        checks.name("code", &it.code)?;
        checks.range("version", it.version, 1, 1_000_000)?;
    }
}

vocabulary! {
    /// 「固有风险/现有风险」 Without measures, or with those that exist.
    pub enum RiskBasis {
        /// 「现有风险」 With the measures that exist.
        Existing = "existing", "现有风险", "existing risk";
        /// 「固有风险」 As if there were no measures.
        Inherent = "inherent", "固有风险", "inherent risk";
    }
}

vocabulary! {
    /// 「评价方法」 How factors make a score: by multiplication, the score named D or R.
    pub enum AssessmentMethod {
        /// 「LEC 作业条件危险性评价法」 D = L × E × C.
        Lec = "lec", "LEC", "LEC";
        /// 「LS 风险矩阵法」 R = L × S.
        Ls = "ls", "LS", "LS";
        /// 「MES 法」 R = M × E × S.
        Mes = "mes", "MES", "MES";
    }
}

impl AssessmentMethod {
    /// How many factors it multiplies.
    pub fn factor_count(self) -> usize {
        match self {
            Self::Lec | Self::Mes => 3,
            Self::Ls => 2,
        }
    }

    /// The letter of its score.
    pub fn score_symbol(self) -> &'static str {
        match self {
            Self::Lec => "D",
            Self::Ls | Self::Mes => "R",
        }
    }
}

/// The values that an assessor chose, in the order of the preset's factors: L, E, C or L, S or M, E, S. Text: `3,6,15`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
#[ts(type = "string[]")]
pub struct Factors(Vec<Decimal>);

/// Why texts are not factor values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactorsError {
    /// One of them is not a plain decimal number.
    #[error("{0:?} is not a decimal number")]
    NotANumber(String),
    /// There are none or more than any method has.
    #[error("{0} values, between 1 and 8 are possible")]
    Count(usize),
}

impl Factors {
    /// One to eight values.
    pub fn new(values: Vec<Decimal>) -> Result<Self, FactorsError> {
        if values.is_empty() || values.len() > 8 {
            return Err(FactorsError::Count(values.len()));
        }
        Ok(Self(values.into_iter().map(|value| value.normalize()).collect()))
    }

    /// The values.
    pub fn values(&self) -> &[Decimal] {
        &self.0
    }
}

fn parse_decimal(text: &str) -> Result<Decimal, FactorsError> {
    // Digits and one point: no exponent, no underscores, nothing that another program would read differently.
    let plain = !text.is_empty()
        && text.len() <= 20
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = if plain { text.parse().ok() } else { None };
    number.ok_or_else(|| FactorsError::NotANumber(text.chars().take(30).collect()))
}

impl TryFrom<Vec<String>> for Factors {
    type Error = FactorsError;
    fn try_from(texts: Vec<String>) -> Result<Self, FactorsError> {
        Self::new(texts.iter().map(|text| parse_decimal(text)).collect::<Result<_, _>>()?)
    }
}

impl From<Factors> for Vec<String> {
    fn from(factors: Factors) -> Self {
        factors.0.iter().map(ToString::to_string).collect()
    }
}

impl std::fmt::Display for Factors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, value) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            write!(f, "{value}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Factors {
    type Err = FactorsError;
    fn from_str(text: &str) -> Result<Self, FactorsError> {
        Self::new(text.split(',').map(parse_decimal).collect::<Result<_, _>>()?)
    }
}

record! {
    /// 「评价」 What one assessor chose for one possible accident, with or without measures.
    pub struct Assessment(AssessmentId) {
        /// The possible accident.
        accident_id: PossibleAccidentId, "事故类型", "possible accident";
        /// 「评估人」
        assessor_id: PersonId, "评估人", "assessor";
        /// 「固有/现有」
        basis: RiskBasis, "固有/现有", "basis";
        /// The criteria that the values belong to.
        preset_id: CriteriaPresetId, "评价准则", "criteria";
        /// 「取值」
        factors: Factors, "取值", "values";
        /// 「评价日期」
        assessed_on: Option<NaiveDate>, "评价日期", "date";
    } check(it, checks) {
        checks.own("factors", !it.factors.values().is_empty(), "may not be empty", "不能为空")?;
    }
}

record! {
    /// 「直接判定」 A rule that makes the risk of a point at least this level, whatever its score.
    pub struct DirectDetermination(DirectDeterminationId) {
        /// 「风险点」
        point_id: RiskPointId, "风险点", "risk point";
        /// 「判定等级」 Mostly 重大.
        level: RiskLevel, "判定等级", "level";
        /// 「判定条件」 Code of the condition in the catalogue.
        condition: String, "判定条件", "condition";
        /// 「依据」 What was found, in words.
        reason: String, "依据", "basis";
        /// 「判定人」
        decided_by_id: Option<PersonId>, "判定人", "decided by";
        /// 「判定日期」
        decided_on: Option<NaiveDate>, "判定日期", "date";
    } check(it, checks) {
        checks.name("condition", &it.condition)?;
        checks.given("reason", &it.reason)?;
    }
}

record! {
    /// 「等级调整」 A leader's decision that a possible accident has another level than its scores give. The scores stay
    /// as they are beside it; of several decisions on one basis the latest counts.
    pub struct LevelAdjustment(LevelAdjustmentId) {
        /// 「事故类型」
        accident_id: PossibleAccidentId, "事故类型", "possible accident";
        /// 「固有/现有」
        basis: RiskBasis, "固有/现有", "basis";
        /// 「调整后等级」
        level: RiskLevel, "调整后等级", "adjusted level";
        /// 「调整理由」
        reason: String, "调整理由", "reason";
        /// 「决定人」
        decided_by_id: Option<PersonId>, "决定人", "decided by";
        /// 「决定日期」
        decided_on: Option<NaiveDate>, "决定日期", "date";
    } check(it, checks) {
        checks.given("reason", &it.reason)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_plain_decimals() {
        for (text, shown) in [("3,6,15", "3,6,15"), ("0.5,6,100", "0.5,6,100"), ("3.0,6,7.50", "3,6,7.5")] {
            assert_eq!(text.parse::<Factors>().unwrap().to_string(), shown);
        }
        for text in ["", "3,", "3,a", "1e3", "-3", "+3", "3 ,4", "1_0", "NaN", "1,2,3,4,5,6,7,8,9"] {
            assert!(text.parse::<Factors>().is_err(), "{text:?} must be refused");
        }
    }
}

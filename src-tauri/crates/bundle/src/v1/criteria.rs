//! The criteria of version 1: a preset whole, with its factors, values and bands.
//! Relies on nothing: a bundle can be judged without the presets of any program.
//! Knows no rule: values are judged when they become rows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 「评价准则」
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CriteriaPreset {
    /// UUID of this preset in this project.
    #[schemars(extend("format" = "uuid"))]
    pub id: String,
    /// The preset.
    pub criteria: Criteria,
}

/// What turns chosen values into a level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// Short name.
    pub code: String,
    /// Version, from 1.
    pub version: i64,
    /// How the factors make a score: by multiplication.
    #[schemars(extend("enum" = ["lec", "ls", "mes"]))]
    pub method: String,
    /// Name.
    pub name: String,
    /// English name.
    pub english: String,
    /// Where it is in use.
    #[serde(rename = "use")]
    pub usage: String,
    /// Whether values between those of the table are allowed.
    pub interpolate: bool,
    /// The factors in order.
    pub factors: Vec<Factor>,
    /// The bands, greatest first.
    pub bands: Vec<Band>,
}

/// A factor and its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// L, E, C, S or M.
    pub symbol: String,
    /// Name.
    pub name: String,
    /// English name.
    pub english: String,
    /// Columns of the criterion texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aspects: Vec<String>,
    /// Values, greatest first.
    pub values: Vec<FactorValue>,
}

/// A value of a factor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorValue {
    /// A decimal.
    pub value: String,
    /// When to choose it.
    pub texts: Vec<String>,
    /// In English.
    pub english: String,
    /// Other wordings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// A range of scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its level.
    #[schemars(extend("enum" = ["major", "high", "medium", "low"]))]
    pub level: String,
    /// Its own name.
    pub name: String,
    /// Begins at this score, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<String>,
    /// Begins above this score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<String>,
}

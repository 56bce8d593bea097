//! The derived levels of version 1, for information.
//! Relies on the words for levels being frozen here, whatever the domain calls them.
//! Knows nothing of how a level comes about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Derived levels, for information.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Levels {
    /// Of each point.
    pub points: Vec<PointLevel>,
    /// Of each zone.
    pub zones: Vec<Level>,
    /// Of each floor.
    pub floors: Vec<Level>,
    /// Of each building.
    pub buildings: Vec<Level>,
    /// Of each department.
    pub departments: Vec<Level>,
}

/// A derived level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// Whose.
    #[schemars(extend("format" = "uuid"))]
    pub id: String,
    /// The level; `unassessed` where nothing is.
    pub level: LevelWord,
}

/// A derived level of a point, with the score that gave it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PointLevel {
    /// Whose.
    #[schemars(extend("format" = "uuid"))]
    pub id: String,
    /// The level.
    pub level: LevelWord,
    /// 1 the greatest, 4 the least; null where not assessed.
    pub number: Option<u8>,
    /// The score as a decimal, if one was given.
    pub score: Option<String>,
    /// The method of the score.
    pub method: Option<String>,
    /// `scored`, `adjusted`, `direct` or `unassessed`.
    #[schemars(extend("enum" = ["scored", "adjusted", "direct", "unassessed"]))]
    pub reason: String,
}

/// The words for levels in bundles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LevelWord {
    /// 重大 red
    Major,
    /// 较大 orange
    High,
    /// 一般 yellow
    Medium,
    /// 低 blue
    Low,
    /// 未评价
    Unassessed,
}

impl From<Option<domain::RiskLevel>> for LevelWord {
    fn from(level: Option<domain::RiskLevel>) -> Self {
        match level {
            Some(domain::RiskLevel::Major) => Self::Major,
            Some(domain::RiskLevel::High) => Self::High,
            Some(domain::RiskLevel::Medium) => Self::Medium,
            Some(domain::RiskLevel::Low) => Self::Low,
            None => Self::Unassessed,
        }
    }
}

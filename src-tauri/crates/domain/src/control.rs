//! What is done about a risk: measures in five classes, and the tier that must supervise them.
//! Relies on [`RiskLevel`].
//! Knows no default tiers: names differ by site and are rows.

use crate::field::FieldError;
use crate::id::HazardId;
use crate::level::RiskLevel;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// 「管控措施类别」 the five classes, in their fixed order.
    pub enum MeasureCategory {
        /// 「工程技术措施」
        Engineering = "engineering", "工程技术措施", "engineering";
        /// 「管理措施」
        Administrative = "administrative", "管理措施", "administrative";
        /// 「培训教育措施」
        Training = "training", "培训教育措施", "training";
        /// 「个体防护措施」
        PersonalProtection = "personal-protection", "个体防护措施", "personal protection";
        /// 「应急处置措施」
        Emergency = "emergency", "应急处置措施", "emergency";
    }
}

impl MeasureCategory {
    /// The one character that stands for it in tight places: 工 管 训 防 急.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Engineering => "工",
            Self::Administrative => "管",
            Self::Training => "训",
            Self::PersonalProtection => "防",
            Self::Emergency => "急",
        }
    }

    /// The two characters on cards: 工程 管理 培训 防护 应急.
    pub fn short_name(self) -> &'static str {
        match self {
            Self::Engineering => "工程",
            Self::Administrative => "管理",
            Self::Training => "培训",
            Self::PersonalProtection => "防护",
            Self::Emergency => "应急",
        }
    }
}

vocabulary! {
    /// 「措施状态」
    pub enum MeasureStatus {
        /// 「现有」
        Existing = "existing", "现有", "existing";
        /// 「建议新增」
        Proposed = "proposed", "建议新增", "proposed";
    }
}

record! {
    /// 「管控措施」 One control of a hazard. When it fails, that is a hidden danger.
    pub struct ControlMeasure(ControlMeasureId) {
        /// 「危险源」
        hazard_id: HazardId, "危险源", "hazard";
        /// 「类别」
        category: MeasureCategory, "类别", "category";
        /// 「内容」
        content: String, "内容", "content";
        /// 「状态」
        status: MeasureStatus, "状态", "status";
        /// Order among its siblings of one category.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.given("content", &it.content)?;
    }
}

record! {
    /// 「管控层级」 A tier of supervision: 校级, 部门级, 组级, 岗位级, or the site's own.
    pub struct ControlTier(ControlTierId) {
        /// 「名称」
        name: String, "名称", "name";
        /// 1 is the highest.
        rank: i64, "级次", "rank";
        /// The levels that call for this tier.
        levels: LevelSet, "适用等级", "levels";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.range("rank", it.rank, 1, 9)?;
    }
}

/// Some of the four levels. Text: `major,high`, greatest first; empty for none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
pub struct LevelSet(Vec<RiskLevel>);

impl LevelSet {
    /// These levels, each once.
    pub fn new(levels: impl IntoIterator<Item = RiskLevel>) -> Self {
        let given: Vec<_> = levels.into_iter().collect();
        Self(RiskLevel::DESCENDING.into_iter().filter(|level| given.contains(level)).collect())
    }

    /// Whether `level` is one of them.
    pub fn contains(&self, level: RiskLevel) -> bool {
        self.0.contains(&level)
    }

    /// The levels, greatest first.
    pub fn levels(&self) -> &[RiskLevel] {
        &self.0
    }
}

impl std::fmt::Display for LevelSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(","))
    }
}

impl std::str::FromStr for LevelSet {
    type Err = FieldError;
    fn from_str(text: &str) -> Result<Self, FieldError> {
        text.split(',')
            .filter(|part| !part.is_empty())
            .map(str::parse)
            .collect::<Result<Vec<_>, _>>()
            .map(Self::new)
    }
}

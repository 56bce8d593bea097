//! What is done about a risk: measures in five classes, and the tier that must supervise them.
//! Relies on [`RiskLevel`].
//! Knows no default tiers: names differ by site and are rows.

use crate::field::FieldError;
use crate::id::{ControlMeasureId, DocumentId, EmergencyPlanId, HazardId};
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

vocabulary! {
    /// 「六类管控措施」 The other taxonomy: what companies that are watched by a platform ask for.
    pub enum SixClass {
        /// 「制度管理」
        Rules = "rules", "制度管理", "rules";
        /// 「物理工程」
        Physical = "physical", "物理工程", "physical engineering";
        /// 「在线监测」
        Monitoring = "monitoring", "在线监测", "online monitoring";
        /// 「视频监控」
        Video = "video", "视频监控", "video surveillance";
        /// 「自动化控制」
        Automation = "automation", "自动化控制", "automatic control";
        /// 「应急管理」
        Emergency = "emergency", "应急管理", "emergency management";
    }
}

vocabulary! {
    /// 「危化品平台措施编码」 Class and sub-class, as the chemical regulator's exchange codes them.
    pub enum ChemicalCode {
        /// 「工艺控制」
        ProcessControl = "1-1", "工程技术/工艺控制", "engineering / process control";
        /// 「关键设备/部件」
        KeyEquipment = "1-2", "工程技术/关键设备、部件", "engineering / key equipment";
        /// 「安全附件」
        SafetyAccessory = "1-3", "工程技术/安全附件", "engineering / safety accessories";
        /// 「安全仪表」
        SafetyInstrument = "1-4", "工程技术/安全仪表", "engineering / safety instruments";
        /// 「其它」
        OtherEngineering = "1-5", "工程技术/其它", "engineering / other";
        /// 「动设备」
        RotatingEquipment = "2-1", "维护保养/动设备", "maintenance / rotating equipment";
        /// 「静设备」
        StaticEquipment = "2-2", "维护保养/静设备", "maintenance / static equipment";
        /// 「其它」
        OtherMaintenance = "2-3", "维护保养/其它", "maintenance / other";
        /// 「人员资质」
        Qualification = "3-1", "操作行为/人员资质", "operation / qualification";
        /// 「操作记录」
        OperationRecord = "3-2", "操作行为/操作记录", "operation / records";
        /// 「交接班」
        ShiftHandover = "3-3", "操作行为/交接班", "operation / shift handover";
        /// 「其它」
        OtherOperation = "3-4", "操作行为/其它", "operation / other";
        /// 「应急设施」
        EmergencyFacility = "4-1", "应急措施/应急设施", "emergency / facilities";
        /// 「个体防护」
        Protection = "4-2", "应急措施/个体防护", "emergency / personal protection";
        /// 「消防设施」
        FireFighting = "4-3", "应急措施/消防设施", "emergency / fire fighting";
        /// 「应急预案」
        Plan = "4-4", "应急措施/应急预案", "emergency / plans";
        /// 「其它」
        OtherEmergency = "4-5", "应急措施/其它", "emergency / other";
    }
}

impl MeasureCategory {
    /// The class of the other taxonomy that it usually is.
    pub fn six_class(self) -> SixClass {
        match self {
            Self::Engineering | Self::PersonalProtection => SixClass::Physical,
            Self::Administrative | Self::Training => SixClass::Rules,
            Self::Emergency => SixClass::Emergency,
        }
    }

    /// The classes of the other taxonomy that it may be, the usual one first.
    pub fn six_classes(self) -> &'static [SixClass] {
        match self {
            Self::Engineering => {
                &[SixClass::Physical, SixClass::Monitoring, SixClass::Video, SixClass::Automation]
            }
            Self::Administrative | Self::Training => &[SixClass::Rules],
            Self::PersonalProtection => &[SixClass::Physical],
            Self::Emergency => &[SixClass::Emergency],
        }
    }

    /// The code of the chemical platform that it usually has.
    pub fn chemical(self) -> ChemicalCode {
        match self {
            Self::Engineering => ChemicalCode::OtherEngineering,
            Self::Administrative => ChemicalCode::OperationRecord,
            Self::Training => ChemicalCode::Qualification,
            Self::PersonalProtection => ChemicalCode::Protection,
            Self::Emergency => ChemicalCode::Plan,
        }
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
        /// 「六类类别」 Only where it is not the usual one of its category.
        six_class: Option<SixClass>, "六类类别", "class of six";
        /// 「危化品平台编码」 Only where it is not the usual one of its category.
        chemical: Option<ChemicalCode>, "危化品平台编码", "chemical code";
        /// 「文件」 that says it in full.
        document_id: Option<DocumentId>, "文件", "document";
        /// 「应急预案」 For emergency measures.
        plan_id: Option<EmergencyPlanId>, "应急预案", "emergency plan";
    } check(it, checks) {
        checks.given("content", &it.content)?;
        let fits = it.six_class.is_none_or(|own| it.category.six_classes().contains(&own));
        checks.own("six_class", fits, "does not belong to the category", "与措施类别不符")?;
    }
}

impl ControlMeasure {
    /// A measure with nothing but its place and words.
    pub fn new(
        id: ControlMeasureId,
        hazard_id: HazardId,
        category: MeasureCategory,
        content: impl Into<String>,
        status: MeasureStatus,
        ordinal: i64,
    ) -> Self {
        Self {
            id,
            hazard_id,
            category,
            content: content.into(),
            status,
            ordinal,
            six_class: None,
            chemical: None,
            document_id: None,
            plan_id: None,
        }
    }

    /// Its class of the six: its own, or the usual one of its category.
    pub fn class_of_six(&self) -> SixClass {
        self.six_class.unwrap_or_else(|| self.category.six_class())
    }

    /// Its code of the chemical platform: its own, or the usual one of its category.
    pub fn chemical_code(&self) -> ChemicalCode {
        self.chemical.unwrap_or_else(|| self.category.chemical())
    }
}

/// 「层级组」 A set of tiers as schools or companies usually have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierSet {
    /// Its name in programs.
    pub code: &'static str,
    /// What people call it, in Chinese and English.
    pub name: [&'static str; 2],
    /// Its tiers, highest first, each with the levels that call for it.
    pub tiers: &'static [(&'static str, &'static [RiskLevel])],
}

/// The usual sets.
pub const TIER_SETS: &[TierSet] = &[
    TierSet {
        code: "school-4",
        name: ["学校四级", "school, four tiers"],
        tiers: &[
            ("校级", &[RiskLevel::Major]),
            ("部门级", &[RiskLevel::High]),
            ("组级", &[RiskLevel::Medium]),
            ("岗位级", &[RiskLevel::Low]),
        ],
    },
    TierSet {
        code: "school-3",
        name: ["学校三级", "school, three tiers"],
        tiers: &[
            ("校级", &[RiskLevel::Major]),
            ("部门级", &[RiskLevel::High, RiskLevel::Medium]),
            ("岗位级", &[RiskLevel::Low]),
        ],
    },
    TierSet {
        code: "company-4",
        name: ["企业四级", "company, four tiers"],
        tiers: &[
            ("公司级", &[RiskLevel::Major]),
            ("车间级", &[RiskLevel::High]),
            ("班组级", &[RiskLevel::Medium]),
            ("岗位级", &[RiskLevel::Low]),
        ],
    },
    TierSet {
        code: "company-3",
        name: ["企业三级", "company, three tiers"],
        tiers: &[
            ("公司级", &[RiskLevel::Major]),
            ("车间级", &[RiskLevel::High, RiskLevel::Medium]),
            ("岗位级", &[RiskLevel::Low]),
        ],
    },
];

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

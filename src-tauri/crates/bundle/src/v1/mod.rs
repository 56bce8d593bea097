//! Version 1 of the bundle: its shape, frozen. Field names in JSON are camelCase; decimals, dates and shapes are texts.
//! Relies on nothing of the domain but the cells of its rows, so that the domain can grow without changing version 1.
//! Knows no rule: values are judged when they become rows.

mod criteria;
mod danger;
mod inspection;
mod levels;
mod noun;
mod organisation;
mod place;
mod risk;

pub use criteria::{Band, Criteria, CriteriaPreset, Factor, FactorValue};
pub use danger::{DangerPhoto, DangerReport, DangerStep, HiddenDanger};
pub use inspection::{
    CheckItem, Checklist, ChecklistItem, Inspection, InspectionItem, InspectionPlan, Inspector, PlanPoint,
    SpecialDays, Term,
};
pub use levels::{Level, LevelWord, Levels, PointLevel};
pub(crate) use noun::Noun;
pub use organisation::{
    Appointment, ControlTier, Department, Organisation, Person, Post, Project, RetiredCode,
};
pub use place::{Building, Campus, Floor, PlanElement, PlanLayer, RiskZone, Underlay};
pub use risk::{
    Assessment, ControlMeasure, DirectDetermination, Hazard, LevelAdjustment, PossibleAccident, RiskPoint,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The mark of every bundle.
pub const FORMAT: &str = "dual-prevention-bundle";
/// The version that is written.
pub const VERSION: &str = "1.0";

/// JSON Schema 2020-12 of version 1, as it is committed and published.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(Bundle);
    schema.insert("$id".to_owned(), "urn:sise:dual-prevention-bundle:1.0".into());
    schema.insert("title".to_owned(), "双重预防数据包 1.0 (dual-prevention bundle)".into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// A bundle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bundle {
    /// Always `dual-prevention-bundle`.
    #[schemars(extend("const" = "dual-prevention-bundle"))]
    pub format: String,
    /// `1.0`.
    #[schemars(extend("const" = "1.0"))]
    pub version: String,
    /// Settings of the project.
    pub project: Project,
    /// 「单位」
    pub organisation: Organisation,
    /// 「评价准则」 The criteria that are used, whole.
    pub presets: Vec<CriteriaPreset>,
    /// 「部门」
    pub departments: Vec<Department>,
    /// 「岗位」
    pub posts: Vec<Post>,
    /// 「人员」
    pub people: Vec<Person>,
    /// 「管控层级」
    pub tiers: Vec<ControlTier>,
    /// 「校区」
    pub campuses: Vec<Campus>,
    /// 「建筑」
    pub buildings: Vec<Building>,
    /// 「图层」 of the plans.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub layers: Vec<PlanLayer>,
    /// 「楼层」 with what is drawn on them.
    pub floors: Vec<Floor>,
    /// 「风险区域」
    pub zones: Vec<RiskZone>,
    /// 「风险点」 with hazards, assessments and measures.
    pub points: Vec<RiskPoint>,
    /// 「安全职责」
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appointments: Vec<Appointment>,
    /// 「隐患」 with the steps that were taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dangers: Vec<HiddenDanger>,
    /// 「停用编号」 Codes that may not be given again.
    pub retired_codes: Vec<RetiredCode>,
    /// 「学期」
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Term>,
    /// 「节假日」 holidays, vacations, days worked in place of others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub special_days: Vec<SpecialDays>,
    /// 「检查人员库」
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inspectors: Vec<Inspector>,
    /// 「专项检查表」 with their lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checklists: Vec<Checklist>,
    /// 「检查项」 with the versions that they replaced.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check_items: Vec<CheckItem>,
    /// 「排查计划」 with the points that they cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inspection_plans: Vec<InspectionPlan>,
    /// 「检查记录」 with what they found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inspections: Vec<Inspection>,
    /// Derived levels on the basis of existing measures, for information: they follow from the rest and are not read
    /// back.
    pub levels: Levels,
    /// Pictures that floors and dangers refer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

/// A file in the bundle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attachment {
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Such as `image/png`.
    pub media_type: String,
    /// Its bytes in base64.
    pub data: String,
}

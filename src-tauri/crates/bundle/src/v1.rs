//! Version 1 of the bundle: its shape, frozen. Field names in JSON are camelCase; decimals, dates and shapes are texts.
//! Relies on nothing of the domain but the cells of its rows, so that the domain can grow without changing version 1.
//! Knows no rule: values are judged when they become rows.

use domain::{Cell, Record as _};
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

/// A value of a cell in JSON.
trait Value: Sized {
    fn of(cell: Cell<'_>) -> Self;
    fn cell(&self) -> Cell<'_>;
}

impl Value for String {
    fn of(cell: Cell<'_>) -> Self {
        cell.to_string()
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Text(self.as_str().into())
    }
}

impl Value for Option<String> {
    fn of(cell: Cell<'_>) -> Self {
        (cell != Cell::Null).then(|| cell.to_string())
    }
    fn cell(&self) -> Cell<'_> {
        self.as_deref().map_or(Cell::Null, |text| Cell::Text(text.into()))
    }
}

impl Value for i64 {
    fn of(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Integer(number) => number,
            Cell::Null | Cell::Text(_) => 0,
        }
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Integer(*self)
    }
}

impl Value for Option<i64> {
    fn of(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Integer(number) => Some(number),
            Cell::Null | Cell::Text(_) => None,
        }
    }
    fn cell(&self) -> Cell<'_> {
        self.map_or(Cell::Null, Cell::Integer)
    }
}

impl Value for bool {
    fn of(cell: Cell<'_>) -> Self {
        cell == Cell::Integer(1)
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Integer(i64::from(*self))
    }
}

/// A list of words or decimals; in the row one text with commas.
impl Value for Vec<String> {
    fn of(cell: Cell<'_>) -> Self {
        cell.to_string().split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
    fn cell(&self) -> Cell<'_> {
        Cell::text(self.join(","))
    }
}

/// A noun of the bundle that is a row of the domain, perhaps with others nested in it.
pub(crate) trait Noun {
    /// Its id.
    fn id(&self) -> &str;
    /// The cell of a column, if version 1 has it.
    fn column(&self, name: &str) -> Option<Cell<'_>>;
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
fn is_zero(number: &i64) -> bool {
    *number == 0
}

fn edition_1986() -> String {
    "gb6441-1986".to_owned()
}

fn is_edition_1986(code: &String) -> bool {
    *code == edition_1986()
}

macro_rules! noun {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$attribute:meta])* $field:ident: $type:ty = $chinese:literal,)*
        $(; $($(#[$nested_attribute:meta])* $nested:ident: $nested_type:ty,)*)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name {
            /// UUID, stable for ever.
            #[schemars(extend("format" = "uuid"))]
            pub id: String,
            $(#[doc = $chinese] $(#[$attribute])* pub $field: $type,)*
            $($($(#[$nested_attribute])* pub $nested: $nested_type,)*)?
        }

        impl $name {
            /// The noun of a row, with nothing nested in it yet.
            pub(crate) fn of(row: &domain::$name) -> Self {
                let cell = |name: &str| {
                    let columns = domain::$name::COLUMNS;
                    columns.iter().position(|column| column.name == name).map_or(Cell::Null, |index| row.cell(index))
                };
                Self {
                    id: cell("id").to_string(),
                    $($field: Value::of(cell(stringify!($field))),)*
                    $($($nested: Default::default(),)*)?
                }
            }
        }

        impl Noun for $name {
            fn id(&self) -> &str {
                &self.id
            }

            fn column(&self, name: &str) -> Option<Cell<'_>> {
                match name {
                    "id" => Some(self.id.cell()),
                    $(stringify!($field) => Some(self.$field.cell()),)*
                    _ => None,
                }
            }
        }
    };
}

noun! {
    /// 「项目」
    Project {
        #[schemars(extend("enum" = ["print", "pure"]))]
        colour_set: String = "风险色组",
        #[schemars(extend("format" = "uuid"))]
        activity_preset_id: String = "作业活动评价准则",
        #[schemars(extend("format" = "uuid"))]
        facility_preset_id: String = "设备设施评价准则",
        #[schemars(extend("format" = "uuid"))]
        workplace_preset_id: String = "作业场所评价准则",
        prepared_by: String = "编制",
        reviewed_by: String = "审核",
        duty_phone: String = "值班电话",
        report_phone: String = "监督电话",
        assembly_point: String = "集合点",
        #[serde(default = "edition_1986", skip_serializing_if = "is_edition_1986")]
        #[schemars(extend("enum" = ["gb6441-1986", "gb6441-2025", "school"]))]
        accident_catalogue: String = "事故类型目录",
    }
}

noun! {
    /// 「单位」
    Organisation {
        name: String = "名称",
        short_name: String = "简称",
        #[schemars(extend("enum" = ["school", "enterprise", "hospital", "other"]))]
        kind: String = "单位类别",
        credit_code: String = "统一社会信用代码",
        school_code: String = "学校标识码",
        region_code: String = "行政区划代码",
        address: String = "地址",
        principal_id: Option<String> = "主要负责人",
        safety_lead_id: Option<String> = "安全负责人",
        staff_count: i64 = "教职工人数",
        student_count: i64 = "学生人数",
    }
}

noun! {
    /// 「部门」
    Department {
        parent_id: Option<String> = "上级部门",
        code: String = "编码",
        name: String = "名称",
        head_id: Option<String> = "负责人",
        phone: String = "电话",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「岗位」
    Post {
        department_id: String = "部门",
        name: String = "名称",
        headcount: i64 = "人数",
        special_operation: bool = "特种作业",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「人员」
    Person {
        department_id: Option<String> = "部门",
        post_id: Option<String> = "岗位",
        name: String = "姓名",
        title: String = "职务",
        phone: String = "电话",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「管控层级」
    ControlTier {
        name: String = "名称",
        rank: i64 = "级次",
        /// The levels that call for it: `major`, `high`, `medium`, `low`.
        levels: Vec<String> = "适用等级",
    }
}

noun! {
    /// 「校区」
    Campus {
        name: String = "名称",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「建筑」
    Building {
        campus_id: String = "校区",
        code: String = "编号",
        name: String = "名称",
        purpose: String = "用途",
        storeys: i64 = "层数",
        /// Outline on the campus plan: points `x,y` in millimetres, y downwards, rings parted by `;`.
        outline: Option<String> = "轮廓",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「楼层」
    Floor {
        campus_id: String = "校区",
        building_id: Option<String> = "建筑",
        name: String = "名称",
        storey: i64 = "层次",
        calibrated: bool = "已定比例",
        north: i64 = "指北角度",
        /// Three places `x,y longitude,latitude` (WGS 84), parted by `; `.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        georeference: Option<String> = "地理坐标",
        ;
        /// What is drawn, in drawing order of `ordinal`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        elements: Vec<PlanElement>,
        /// Pictures under the drawing.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        underlays: Vec<Underlay>,
    }
}

noun! {
    /// 「图层」
    PlanLayer {
        name: String = "名称",
        ordinal: i64 = "顺序",
        visible: bool = "显示",
        locked: bool = "锁定",
        printed: bool = "打印",
    }
}

noun! {
    /// 「图元」
    PlanElement {        #[schemars(extend("enum" = ["wall", "door", "window", "stair", "column", "furniture", "road", "green", "water", "sports", "line", "label", "dimension", "route", "symbol"]))]
        kind: String = "类型",
        /// Points `x,y` in millimetres.
        line: String = "点",
        size: i64 = "尺寸",
        text: String = "文字",
        ordinal: i64 = "顺序",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        layer_id: Option<String> = "图层",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        locked: bool = "锁定",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hidden: bool = "隐藏",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        grouping: String = "编组",
        /// What the ends of a dimension are held by: `table/id table/id`, `-` for nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        anchors: Option<String> = "测量对象",
    }
}

noun! {
    /// 「底图」
    Underlay {        /// SHA-256 of the picture, which is an attachment.
        asset: String = "图片",
        origin: String = "位置",
        width: i64 = "宽度",
        height: i64 = "高度",
        /// A decimal.
        millimetres_per_pixel: String = "比例",
        opacity: i64 = "不透明度",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String = "名称",
        /// Hundredths of a degree, clockwise, about `origin`.
        #[serde(default, skip_serializing_if = "is_zero")]
        rotation: i64 = "旋转",
        /// What is shown of it in pixels: `left,top width,height`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        crop: Option<String> = "裁剪",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        locked: bool = "锁定",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hidden: bool = "隐藏",
        #[serde(default, skip_serializing_if = "is_zero")]
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「风险区域」
    RiskZone {
        code: String = "编号",
        name: String = "名称",
        #[schemars(extend("enum" = ["place", "facility", "management", "teaching"]))]
        kind: String = "类型",
        floor_id: Option<String> = "楼层",
        /// Points `x,y` in millimetres, y downwards, rings parted by `;`, the outer ring first.
        outline: Option<String> = "轮廓",
        department_id: Option<String> = "责任部门",
        person_id: Option<String> = "责任人",
        note: String = "备注",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        locked: bool = "锁定",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        hidden: bool = "隐藏",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        grouping: String = "编组",
    }
}

noun! {
    /// 「风险点」
    RiskPoint {
        code: String = "编号",
        name: String = "名称",
        #[schemars(extend("enum" = ["activity", "facility", "workplace"]))]
        kind: String = "类型",
        zone_id: Option<String> = "风险区域",
        floor_id: Option<String> = "楼层",
        /// Where its pin stands: `x,y` in millimetres.
        position: Option<String> = "坐标",
        building_id: Option<String> = "建筑",
        location: String = "所在位置",
        department_id: Option<String> = "责任部门",
        person_id: Option<String> = "责任人",
        post_id: Option<String> = "岗位",
        /// Only where it is not the tier that the level calls for.
        tier_id: Option<String> = "管控层级",
        tier_reason: String = "层级调整理由",
        control_focus: String = "管控重点",
        note: String = "备注",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        work_content: String = "作业活动内容",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        frequency: String = "活动频率",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        specification: String = "类别/型号规格",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        equipment_number: String = "设备编号（位号）",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<i64> = "数量",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        special_equipment: bool = "特种设备",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        purpose: String = "功能用途",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        area: String = "面积",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        capacity: Option<i64> = "最大人数",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        emergency: String = "应急处置",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        library_entry: String = "风险库条目",
        ;
        /// 「危险源」
        hazards: Vec<Hazard>,
        /// 「直接判定」
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        determinations: Vec<DirectDetermination>,
    }
}

noun! {
    /// 「危险源」
    Hazard {
        step: String = "作业步骤/检查项目",
        standard: String = "标准",
        description: String = "危险源",
        /// Code by GB/T 13861.
        factor: String = "危险有害因素代码",
        consequence: String = "可能后果",
        ordinal: i64 = "顺序",
        /// Left out where it is the hazard's place in the order of its point.
        #[serde(default, skip_serializing_if = "is_zero")]
        number: i64 = "危险源序号",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String = "备注",
        ;
        /// 「可能的事故类型」
        accidents: Vec<PossibleAccident>,
        /// 「管控措施」
        measures: Vec<ControlMeasure>,
    }
}

noun! {
    /// 「可能的事故类型」
    PossibleAccident {        /// 01-20 (GB 6441-1986), N01-N27 (GB 6441-2025), X01… (schools).
        accident_type: String = "事故类型",
        ordinal: i64 = "顺序",
        ;
        /// 「评价」
        assessments: Vec<Assessment>,
        /// 「等级调整」
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        adjustments: Vec<LevelAdjustment>,
    }
}

noun! {
    /// 「等级调整」 A leader's decision beside the scores.
    LevelAdjustment {        #[schemars(extend("enum" = ["existing", "inherent"]))]
        basis: String = "固有/现有",
        #[schemars(extend("enum" = ["major", "high", "medium", "low"]))]
        level: String = "调整后等级",
        reason: String = "调整理由",
        decided_by_id: Option<String> = "决定人",
        decided_on: Option<String> = "决定日期",
    }
}

noun! {
    /// 「评价」
    Assessment {        #[schemars(extend("format" = "uuid"))]
        assessor_id: String = "评估人",
        #[schemars(extend("enum" = ["existing", "inherent"]))]
        basis: String = "固有/现有",
        #[schemars(extend("format" = "uuid"))]
        preset_id: String = "评价准则",
        /// Decimals in the order of the preset's factors.
        factors: Vec<String> = "取值",
        assessed_on: Option<String> = "评价日期",
    }
}

noun! {
    /// 「直接判定」
    DirectDetermination {        #[schemars(extend("enum" = ["major", "high", "medium", "low"]))]
        level: String = "判定等级",
        condition: String = "判定条件",
        reason: String = "依据",
        decided_by_id: Option<String> = "判定人",
        decided_on: Option<String> = "判定日期",
    }
}

noun! {
    /// 「管控措施」
    ControlMeasure {        #[schemars(extend("enum" = ["engineering", "administrative", "training", "personal-protection", "emergency"]))]
        category: String = "类别",
        content: String = "内容",
        #[schemars(extend("enum" = ["existing", "proposed"]))]
        status: String = "状态",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「安全职责」 that a person was given.
    Appointment {
        #[schemars(extend("format" = "uuid"))]
        person_id: String = "人员",
        #[schemars(extend("enum" = ["deputy", "safety-lead", "department-safety", "group-leader", "expert"]))]
        role: String = "职责",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        department_id: Option<String> = "部门",
    }
}

noun! {
    /// 「隐患」 Its state follows from its steps.
    HiddenDanger {
        code: String = "隐患编号",
        description: String = "隐患描述",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        place: String = "地点",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        point_id: Option<String> = "关联风险点",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        measure_id: Option<String> = "关联措施",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item_id: Option<String> = "检查结果",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        floor_id: Option<String> = "楼层",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        position: Option<String> = "位置",
        #[schemars(extend("enum" = ["daily", "comprehensive", "special", "seasonal", "holiday", "analogy", "resumption", "expert", "measure-failure", "other", "anybody", "supervision", "monitoring"]))]
        source: String = "来源",
        found_on: String = "发现日期",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        found_at: Option<String> = "发现时间",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reporter_id: Option<String> = "发现人",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reporter: String = "发现人姓名",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        department_id: Option<String> = "责任部门",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<String> = "类别",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<String> = "成因",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        topic: Option<String> = "专题",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        accident: String = "可能的事故类型",
        /// `general` or `major`, once it is confirmed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        grade: Option<String> = "级别",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        basis: String = "依据",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String = "备注",
        ;
        /// 「处置记录」 Every step that was taken.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        steps: Vec<DangerStep>,
        /// 「隐患照片」
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        photos: Vec<DangerPhoto>,
        /// 「双报告」
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reports: Vec<DangerReport>,
    }
}

noun! {
    /// 「处置记录」 One step: who did what when.
    DangerStep {
        #[schemars(extend("enum" = ["draft", "report", "dismiss", "confirm", "fix-on-spot", "assign", "hand-up", "take-up", "submit", "ask-extension", "grant-extension", "refuse-extension", "suspend", "resume", "accept", "reject", "reopen", "void"]))]
        act: String = "动作",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by_id: Option<String> = "经办人",
        done_on: String = "日期",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        done_at: Option<String> = "时间",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String = "说明",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline: Option<String> = "整改期限",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        responsible_id: Option<String> = "整改责任人",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        acceptor_id: Option<String> = "验收人",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approver_id: Option<String> = "批准人",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        measures: String = "整改措施",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        funds: Option<i64> = "资金（元）",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        contingency: String = "应急预案或临时措施",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        review_on: Option<String> = "复核日期",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        duplicate_id: Option<String> = "重复的隐患",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「隐患照片」
    DangerPhoto {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step_id: Option<String> = "处置记录",
        #[schemars(extend("enum" = ["before", "after"]))]
        moment: String = "时点",
        /// SHA-256 of the picture, which is among the attachments.
        asset: String = "照片",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String = "说明",
    }
}

noun! {
    /// 「双报告」 That a major danger was reported, and the receipt.
    DangerReport {
        #[schemars(extend("enum" = ["authority", "congress"]))]
        addressee: String = "报告对象",
        recipient: String = "受文单位",
        sent_on: String = "报告日期",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        receipt: String = "回执",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received_on: Option<String> = "回执日期",
    }
}

noun! {
    /// 「停用编号」
    RetiredCode {
        code: String = "编号",
    }
}

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

noun! {
    /// 「学期」
    Term {
        name: String = "名称",
        starts_on: String = "开学日期",
        ends_on: String = "结束日期",
    }
}

noun! {
    /// 「节假日」
    SpecialDays {
        name: String = "名称",
        #[schemars(extend("enum" = ["holiday", "vacation", "workday"]))]
        kind: String = "日期类型",
        starts_on: String = "开始日期",
        ends_on: String = "结束日期",
    }
}

noun! {
    /// 「检查人员」
    Inspector {
        person_id: String = "人员",
        topic: Option<String> = "专题",
        trained_on: Option<String> = "培训日期",
        note: String = "备注",
    }
}

noun! {
    /// 「专项检查表」
    Checklist {
        name: String = "名称",
        topic: Option<String> = "专题",
        library: String = "来源",
        ordinal: i64 = "顺序",
        ;
        /// Its lines, with the versions that they replaced.
        items: Vec<ChecklistItem>,
    }
}

noun! {
    /// 「检查表条目」
    ChecklistItem {
        content: String = "检查内容",
        basis: String = "依据",
        version: i64 = "版本",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces_id: Option<String> = "替代的版本",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        retired: bool = "停用",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「检查项」
    CheckItem {
        point_id: String = "风险点",
        measure_id: Option<String> = "管控措施",
        content: String = "检查内容",
        version: i64 = "版本",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces_id: Option<String> = "替代的版本",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        retired: bool = "停用",
        ordinal: i64 = "顺序",
    }
}

noun! {
    /// 「排查计划」
    InspectionPlan {
        code: String = "编号",
        name: String = "名称",
        kind: String = "排查类型",
        topic: Option<String> = "专题",
        scope: String = "检查范围",
        checklist_id: Option<String> = "检查表",
        /// Such as `daily`, `weekly:1,4`, `month-days:5,15,24`, `term-start:0`, `before-holiday:3`.
        rule: String = "频次",
        #[schemars(extend("enum" = ["none", "vacations", "holidays", "all"]))]
        rest_days: String = "避开",
        #[schemars(extend("enum" = ["skip", "after", "before"]))]
        on_rest: String = "遇休息日",
        grace_days: Option<i64> = "宽限天数",
        #[schemars(extend("enum" = ["responsible", "department-head", "group-leader", "person", "pool"]))]
        executor: String = "执行人",
        person_id: Option<String> = "指定人员",
        tier_id: Option<String> = "检查层级",
        department_id: Option<String> = "组织部门",
        starts_on: String = "开始日期",
        ends_on: Option<String> = "结束日期",
        issued_on: Option<String> = "下达日期",
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        campaign: bool = "专项活动",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces_id: Option<String> = "替代的计划",
        note: String = "备注",
        ordinal: i64 = "顺序",
        ;
        /// 「计划覆盖的风险点」 None for a plan of a whole place.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        points: Vec<PlanPoint>,
    }
}

noun! {
    /// 「计划覆盖的风险点」
    PlanPoint {
        point_id: String = "风险点",
    }
}

noun! {
    /// 「检查记录」
    Inspection {
        plan_id: Option<String> = "排查计划",
        point_id: Option<String> = "风险点",
        due_on: Option<String> = "应检日期",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shift: Option<i64> = "班次",
        done_on: String = "实检日期",
        done_at: Option<String> = "实检时间",
        inspector_id: Option<String> = "检查人",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        inspector: String = "检查人姓名",
        #[schemars(extend("enum" = ["desk", "paper", "file"]))]
        channel: String = "记录方式",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        source: String = "来源标识",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String = "备注",
        ;
        /// 「检查结果」
        items: Vec<InspectionItem>,
    }
}

noun! {
    /// 「检查结果」
    InspectionItem {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        check_item_id: Option<String> = "检查项",
        #[serde(default, skip_serializing_if = "Option::is_none")]
        checklist_item_id: Option<String> = "检查表条目",
        content: String = "检查内容",
        #[schemars(extend("enum" = ["normal", "abnormal", "not-applicable"]))]
        result: String = "结果",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        value: String = "实测值",
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String = "说明",
        /// SHA-256 of a picture that stays in the project file; blank for none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        photo: String = "照片",
        ordinal: i64 = "顺序",
    }
}

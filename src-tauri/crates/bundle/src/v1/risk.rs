//! The risks of version 1: points with their hazards, accidents, assessments, decisions and measures.
//! Relies on the macro that writes nouns.
//! Knows no rule: values are judged when they become rows.

use super::noun::noun;

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde calls it
fn is_zero(number: &i64) -> bool {
    *number == 0
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

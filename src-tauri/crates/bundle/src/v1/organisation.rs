//! The organisation of version 1: settings of the project, departments, posts, people, tiers, duties, retired codes.
//! Relies on the macro that writes nouns.
//! Knows no rule: values are judged when they become rows.

use super::noun::noun;

fn edition_1986() -> String {
    "gb6441-1986".to_owned()
}

fn is_edition_1986(code: &String) -> bool {
    *code == edition_1986()
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
    /// 「停用编号」
    RetiredCode {
        code: String = "编号",
    }
}

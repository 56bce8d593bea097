//! The inspections of version 1: the calendar, inspectors, lists, plans, and what was found.
//! Relies on the macro that writes nouns.
//! Knows no rule: values are judged when they become rows.

use super::noun::noun;

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

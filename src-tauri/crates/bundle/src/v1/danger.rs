//! The hidden dangers of version 1 with their steps, pictures and reports.
//! Relies on the macro that writes nouns.
//! Knows no rule: values are judged when they become rows.

use super::noun::noun;

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

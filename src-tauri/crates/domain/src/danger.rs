//! 隐患治理: hidden dangers, every step that was taken, photographs, the reports that major ones need.
//! Relies on people, points and measures by id. A danger's state, deadline and whether it is overdue have no column:
//! they follow from its steps.
//! Knows no transition: those are a table in `rectification`.

use crate::id::{
    ControlMeasureId, DangerStepId, DepartmentId, DocumentId, FloorId, HiddenDangerId, InspectionItemId,
    PersonId, RiskPointId,
};
use crate::inspection::{InspectionKind, Topic};
use chrono::{NaiveDate, NaiveTime};
use geometry::Point;

vocabulary! {
    /// 「隐患级别」 Another thing than the level of a risk.
    pub enum HiddenDangerGrade {
        /// 「一般隐患」
        General = "general", "一般", "general";
        /// 「重大隐患」
        Major = "major", "重大", "major";
    }
}

vocabulary! {
    /// 「隐患类别」 by form.
    pub enum DangerForm {
        /// 「基础管理类」
        Management = "management", "基础管理类", "management";
        /// 「现场管理类」
        Site = "site", "现场管理类", "site";
    }
}

vocabulary! {
    /// 「隐患成因」 by cause: 人、物、环、管.
    pub enum DangerCause {
        /// 「人的不安全行为」
        Human = "human", "人的不安全行为", "unsafe act";
        /// 「物的不安全状态」
        Object = "object", "物的不安全状态", "unsafe state of things";
        /// 「环境不良」
        Environment = "environment", "环境不良", "bad environment";
        /// 「管理缺陷」
        Management = "management", "管理缺陷", "defect of management";
    }
}

record! {
    /// 「隐患」 What was found, and how it was judged when it was confirmed.
    pub struct HiddenDanger(HiddenDangerId) {
        /// 「隐患编号」 Never given again.
        code: String, "隐患编号", "code";
        /// 「隐患描述」
        description: String, "隐患描述", "description";
        /// 「地点」
        place: String, "地点", "place";
        /// 「关联风险点」
        point_id: Option<RiskPointId>, "关联风险点", "risk point";
        /// 「关联措施」 The measure that failed.
        measure_id: Option<ControlMeasureId>, "关联措施", "measure";
        /// 「检查结果」 The abnormal result that found it.
        item_id: Option<InspectionItemId>, "检查结果", "inspection result";
        /// 「楼层」 Where it lies, for one that is at no point.
        floor_id: Option<FloorId>, "楼层", "floor";
        /// 「位置」 on that floor, mm.
        position: Option<Point>, "位置", "position";
        /// 「来源」
        source: InspectionKind, "来源", "source";
        /// 「发现日期」
        found_on: NaiveDate, "发现日期", "found on";
        /// 「发现时间」
        found_at: Option<NaiveTime>, "发现时间", "found at";
        /// 「发现人」
        reporter_id: Option<PersonId>, "发现人", "found by";
        /// 「发现人姓名」 As given, where it is nobody of this project; blank for anonymous.
        reporter: String, "发现人姓名", "finder's name";
        /// 「责任部门」
        department_id: Option<DepartmentId>, "责任部门", "department";
        /// 「类别」
        form: Option<DangerForm>, "类别", "form";
        /// 「成因」
        cause: Option<DangerCause>, "成因", "cause";
        /// 「专题」
        topic: Option<Topic>, "专题", "topic";
        /// 「可能的事故类型」 Its code in the catalogue of 1986 or our additions; blank for none.
        accident: String, "可能的事故类型", "possible accident";
        /// 「级别」 Given when it is confirmed.
        grade: Option<HiddenDangerGrade>, "级别", "grade";
        /// 「依据」
        basis: String, "依据", "basis";
        /// 「备注」
        note: String, "备注", "note";
    } check(it, checks) {
        checks.name("code", &it.code)?;
        checks.given("description", &it.description)?;
        checks.short("place", &it.place)?;
        checks.short("reporter", &it.reporter)?;
        checks.short("accident", &it.accident)?;
        let placed = it.position.is_none() || it.floor_id.is_some();
        checks.own("position", placed, "needs a floor", "须指明楼层")?;
        let known = it.accident.is_empty() || crate::accident_type(&it.accident).is_some();
        checks.own("accident", known, "is not in the catalogue", "不在事故类型目录中")?;
    }
}

vocabulary! {
    /// 「处置动作」 What may be done with a hidden danger.
    pub enum DangerAct {
        /// 「存为草稿」
        Draft = "draft", "存为草稿", "draft";
        /// 「上报」
        Report = "report", "上报", "report";
        /// 「确认非隐患」
        Dismiss = "dismiss", "确认非隐患", "dismiss";
        /// 「确认」
        Confirm = "confirm", "确认隐患", "confirm";
        /// 「即查即改」
        FixOnSpot = "fix-on-spot", "即查即改", "fixed on the spot";
        /// 「指派整改」
        Assign = "assign", "指派整改", "assign";
        /// 「上报上级处理」
        HandUp = "hand-up", "上报上级处理", "hand up";
        /// 「上级受理」
        TakeUp = "take-up", "上级受理并指派", "taken up by the upper level";
        /// 「提交整改」
        Submit = "submit", "提交整改", "submit the rectification";
        /// 「申请延期」
        AskExtension = "ask-extension", "申请延期", "ask for an extension";
        /// 「批准延期」
        GrantExtension = "grant-extension", "批准延期", "grant the extension";
        /// 「驳回延期」
        RefuseExtension = "refuse-extension", "驳回延期", "refuse the extension";
        /// 「挂起」
        Suspend = "suspend", "挂起", "suspend";
        /// 「恢复整改」
        Resume = "resume", "恢复整改", "resume";
        /// 「验收通过」
        Accept = "accept", "验收通过（销号）", "accept and close";
        /// 「验收不通过」
        Reject = "reject", "验收不通过", "reject";
        /// 「重新打开」
        Reopen = "reopen", "重新打开", "reopen";
        /// 「作废」
        Void = "void", "作废", "void";
    }
}

record! {
    /// 「处置记录」 One step of a danger: who did what when, and what the step needs. Never edited, never deleted by itself.
    pub struct DangerStep(DangerStepId) {
        /// 「隐患」
        danger_id: HiddenDangerId, "隐患", "hidden danger";
        /// 「动作」
        act: DangerAct, "动作", "act";
        /// 「经办人」
        by_id: Option<PersonId>, "经办人", "by";
        /// 「日期」
        done_on: NaiveDate, "日期", "date";
        /// 「时间」
        done_at: Option<NaiveTime>, "时间", "time";
        /// 「说明」 The reason, what was done, the conclusion.
        note: String, "说明", "note";
        /// 「期限」
        deadline: Option<NaiveDate>, "整改期限", "deadline";
        /// 「整改责任人」
        responsible_id: Option<PersonId>, "整改责任人", "responsible for the rectification";
        /// 「验收人」
        acceptor_id: Option<PersonId>, "验收人", "acceptor";
        /// 「批准人」 of the leading group, for major ones.
        approver_id: Option<PersonId>, "批准人", "approved by";
        /// 「整改措施」
        measures: String, "整改措施", "measures";
        /// 「资金（元）」 Set aside, or spent when the rectification is submitted.
        funds: Option<i64>, "资金（元）", "funds in yuan";
        /// 「应急预案/临时措施」
        contingency: String, "应急预案或临时措施", "interim measures";
        /// 「治理方案」
        document_id: Option<DocumentId>, "治理方案", "rectification plan";
        /// 「复核日期」 of a suspension.
        review_on: Option<NaiveDate>, "复核日期", "review on";
        /// 「重复的隐患」 The one that it duplicates.
        duplicate_id: Option<HiddenDangerId>, "重复的隐患", "duplicate of";
        /// From 1, in the order in which they were taken.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.range("ordinal", it.ordinal, 1, 1_000_000)?;
        checks.range("funds", it.funds.unwrap_or(0), 0, 1_000_000_000_000)?;
        checks.own("duplicate_id", it.duplicate_id != Some(it.danger_id), "cannot be itself", "不能是它自己")?;
    }
}

vocabulary! {
    /// 「照片时点」
    pub enum PhotoMoment {
        /// 「整改前」
        Before = "before", "整改前", "before";
        /// 「整改后」
        After = "after", "整改后", "after";
    }
}

record! {
    /// 「隐患照片」
    pub struct DangerPhoto(DangerPhotoId) {
        /// 「隐患」
        danger_id: HiddenDangerId, "隐患", "hidden danger";
        /// 「处置记录」 The step that it belongs to.
        step_id: Option<DangerStepId>, "处置记录", "step";
        /// 「时点」
        moment: PhotoMoment, "时点", "moment";
        /// The fingerprint of the picture, without the place where it was taken.
        asset: String, "照片", "photograph";
        /// 「说明」
        note: String, "说明", "note";
    } check(it, checks) {
        let hexadecimal = it.asset.len() == 64 && it.asset.bytes().all(|byte| byte.is_ascii_hexdigit());
        checks.own("asset", hexadecimal, "is not the fingerprint of a picture", "不是照片的指纹")?;
    }
}

vocabulary! {
    /// 「报告对象」 of 双报告.
    pub enum ReportRecipient {
        /// 「监管部门」
        Authority = "authority", "监管部门", "authority";
        /// 「职工大会」
        Congress = "congress", "教代会（职代会）", "staff congress";
    }
}

record! {
    /// 「双报告」 That a major danger was reported, and the receipt.
    pub struct DangerReport(DangerReportId) {
        /// 「隐患」
        danger_id: HiddenDangerId, "隐患", "hidden danger";
        /// 「报告对象」
        addressee: ReportRecipient, "报告对象", "to";
        /// 「受文单位」
        recipient: String, "受文单位", "recipient";
        /// 「报告日期」
        sent_on: NaiveDate, "报告日期", "sent on";
        /// 「回执」
        receipt: String, "回执", "receipt";
        /// 「回执日期」
        received_on: Option<NaiveDate>, "回执日期", "received on";
    } check(it, checks) {
        checks.name("recipient", &it.recipient)?;
    }
}

vocabulary! {
    /// 「安全职责」 What a person may do besides what follows from being principal, safety lead or head of a department.
    pub enum SafetyRole {
        /// 「分管领导」
        Deputy = "deputy", "分管领导", "deputy in charge";
        /// 「校级安全负责人」
        SafetyLead = "safety-lead", "校级安全负责人", "safety lead";
        /// 「部门安全员」
        DepartmentSafety = "department-safety", "部门安全员", "department safety officer";
        /// 「班组负责人」
        GroupLeader = "group-leader", "班组（教研室）负责人", "group leader";
        /// 「专家」
        Expert = "expert", "专家", "expert";
    }
}

record! {
    /// 「安全职责」 that a person was given.
    pub struct Appointment(AppointmentId) {
        /// 「人员」
        person_id: PersonId, "人员", "person";
        /// 「职责」
        role: SafetyRole, "职责", "role";
        /// 「部门」 For roles of one department.
        department_id: Option<DepartmentId>, "部门", "department";
    } check(_it, _checks) {}
}

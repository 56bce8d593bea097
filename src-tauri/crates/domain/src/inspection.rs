//! 隐患排查: plans, who inspects, special check-lists, what was found.
//! Relies on points, check items and people by id. Tasks have no rows: they follow from plans and the calendar.
//! Knows no state of a danger.

use crate::calendar::{CalendarRule, OnRestDay, RestDays};
use crate::id::{
    CheckItemId, ChecklistId, ChecklistItemId, ControlTierId, DepartmentId, InspectionId, InspectionPlanId,
    PersonId, RiskPointId,
};
use chrono::{NaiveDate, NaiveTime};

vocabulary! {
    /// 「排查类型」 Why somebody looked; also where a hidden danger comes from. The first ten are the codes 1 to 10 of the
    /// chemical platform, in their order.
    pub enum InspectionKind {
        /// 「日常排查」
        Daily = "daily", "日常排查", "daily";
        /// 「综合性排查」
        Comprehensive = "comprehensive", "综合性排查", "comprehensive";
        /// 「专业（专项）性排查」
        Special = "special", "专项排查", "special";
        /// 「季节性排查」
        Seasonal = "seasonal", "季节性排查", "seasonal";
        /// 「重点时段及节假日前排查」
        Holiday = "holiday", "重点时段及节假日前排查", "before holidays";
        /// 「事故类比排查」
        Analogy = "analogy", "事故类比排查", "after accidents elsewhere";
        /// 「复产复工（开学）前排查」
        Resumption = "resumption", "开学（复工复产）前排查", "before term or resuming";
        /// 「外聘专家诊断式排查」
        Expert = "expert", "外聘专家诊断", "by outside experts";
        /// 「管控措施失效」
        MeasureFailure = "measure-failure", "管控措施失效", "failure of a measure";
        /// 「其他」
        Other = "other", "其他", "other";
        /// 「全员随手拍」
        Anybody = "anybody", "全员随手拍", "reported by anybody";
        /// 「上级督查」
        Supervision = "supervision", "上级督查", "supervision from above";
        /// 「监测预警」
        Monitoring = "monitoring", "监测预警", "monitoring";
    }
}

impl InspectionKind {
    /// The code on the chemical platform; kinds of our own are 其他, 10.
    pub fn platform_code(self) -> usize {
        Self::ALL.iter().position(|own| *own == self).map_or(10, |index| (index + 1).min(10))
    }
}

vocabulary! {
    /// 「专题」 What an inspection or a danger is about, as schools sort it.
    pub enum Topic {
        /// 「消防」
        Fire = "fire", "消防", "fire safety";
        /// 「用电」
        Electricity = "electricity", "用电", "electricity";
        /// 「燃气」
        Gas = "gas", "燃气", "gas";
        /// 「食品」
        Food = "food", "食品", "food";
        /// 「校舍建筑」
        Buildings = "buildings", "校舍建筑", "buildings";
        /// 「实验实训」
        Laboratory = "laboratory", "实验实训", "laboratories and workshops";
        /// 「危化品」
        Chemicals = "chemicals", "危化品", "dangerous chemicals";
        /// 「特种设备」
        SpecialEquipment = "special-equipment", "特种设备", "special equipment";
        /// 「宿舍」
        Dormitory = "dormitory", "宿舍", "dormitories";
        /// 「体育设施」
        Sports = "sports", "体育设施", "sports";
        /// 「校车交通」
        Traffic = "traffic", "校车交通", "traffic";
        /// 「治安防范」
        Security = "security", "治安防范", "security";
        /// 「传染病」
        Infection = "infection", "传染病", "infectious diseases";
        /// 「心理/欺凌」
        Psychology = "psychology", "心理、欺凌", "mental health and bullying";
        /// 「网络」
        Network = "network", "网络", "networks";
        /// 「施工」
        Construction = "construction", "施工", "construction";
        /// 「周边环境」
        Surroundings = "surroundings", "周边环境", "surroundings";
        /// 「自然灾害」
        NaturalDisaster = "natural-disaster", "自然灾害", "natural disasters";
    }
}

vocabulary! {
    /// 「执行人」 Who does the tasks of a plan.
    pub enum Executor {
        /// 「风险点责任人」
        Responsible = "responsible", "风险点责任人", "who answers for the point";
        /// 「部门负责人」
        DepartmentHead = "department-head", "责任部门负责人", "head of the department";
        /// 「班组（教研室）负责人」
        GroupLeader = "group-leader", "班组（教研室）负责人", "leader of the group";
        /// 「指定人员」
        Person = "person", "指定人员", "a named person";
        /// 「检查人员库」 In turn.
        Pool = "pool", "检查人员库（轮流）", "the pool of inspectors, in turn";
    }
}

record! {
    /// 「专项检查表」 A check-list that belongs to no risk point.
    pub struct Checklist(ChecklistId) {
        /// 「名称」
        name: String, "名称", "name";
        /// 「专题」
        topic: Option<Topic>, "专题", "topic";
        /// The library list that it was made of; blank for one's own.
        library: String, "来源", "library";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.short("library", &it.library)?;
    }
}

record! {
    /// 「检查表条目」 One line of a check-list. Its words are never edited: revising makes a new version.
    pub struct ChecklistItem(ChecklistItemId) {
        /// 「检查表」
        checklist_id: ChecklistId, "检查表", "check-list";
        /// 「检查内容」
        content: String, "检查内容", "content";
        /// 「依据」
        basis: String, "依据", "basis";
        /// 「版本」 From 1.
        version: i64, "版本", "version";
        /// 「替代的版本」
        replaces_id: Option<ChecklistItemId>, "替代的版本", "replaces";
        /// 「停用」
        retired: bool, "停用", "retired";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.given("content", &it.content)?;
        checks.range("version", it.version, 1, 1_000_000)?;
        checks.own("replaces_id", it.replaces_id != Some(it.id), "cannot be itself", "不能是它自己")?;
    }
}

record! {
    /// 「排查计划」 What is inspected when by whom. It covers the points of its `plan_point` rows, each with a task of its
    /// own; a plan without points covers a whole place with one task. Another rhythm is a new plan: the old one ends, so
    /// that what was due in the past stays.
    pub struct InspectionPlan(InspectionPlanId) {
        /// 「编号」
        code: String, "编号", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「排查类型」
        kind: InspectionKind, "排查类型", "kind";
        /// 「专题」
        topic: Option<Topic>, "专题", "topic";
        /// 「检查范围」 In words; for plans without points, the place.
        scope: String, "检查范围", "scope";
        /// 「检查表」 besides the check items of its points.
        checklist_id: Option<ChecklistId>, "检查表", "check-list";
        /// 「频次」
        rule: CalendarRule, "频次", "rule";
        /// 「避开」
        rest_days: RestDays, "避开", "days of rest";
        /// 「遇休息日」
        on_rest: OnRestDay, "遇休息日", "on a day of rest";
        /// 「宽限天数」 after the date; nothing for the usual of the rule.
        grace_days: Option<i64>, "宽限天数", "days of grace";
        /// 「执行人」
        executor: Executor, "执行人", "executor";
        /// 「指定人员」
        person_id: Option<PersonId>, "指定人员", "person";
        /// 「检查层级」
        tier_id: Option<ControlTierId>, "检查层级", "tier";
        /// 「组织部门」
        department_id: Option<DepartmentId>, "组织部门", "department";
        /// 「开始日期」
        starts_on: NaiveDate, "开始日期", "first day";
        /// 「结束日期」
        ends_on: Option<NaiveDate>, "结束日期", "last day";
        /// 「下达日期」
        issued_on: Option<NaiveDate>, "下达日期", "issued on";
        /// 「专项活动」 A campaign, counted by itself.
        campaign: bool, "专项活动", "campaign";
        /// 「替代的计划」
        replaces_id: Option<InspectionPlanId>, "替代的计划", "replaces";
        /// 「备注」
        note: String, "备注", "note";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("code", &it.code)?;
        checks.name("name", &it.name)?;
        checks.range("grace_days", it.grace_days.unwrap_or(0), 0, 366)?;
        let in_order = it.ends_on.is_none_or(|end| it.starts_on <= end);
        checks.own("ends_on", in_order, "lies before the first day", "早于开始日期")?;
        let named = (it.executor == Executor::Person) == it.person_id.is_some();
        checks.own("person_id", named, "is needed for a named person, and only then", "指定人员时必填，其他情况留空")?;
        checks.own("replaces_id", it.replaces_id != Some(it.id), "cannot be itself", "不能是它自己")?;
    }
}

record! {
    /// 「计划覆盖的风险点」
    pub struct PlanPoint(PlanPointId) {
        /// 「排查计划」
        plan_id: InspectionPlanId, "排查计划", "plan";
        /// 「风险点」
        point_id: RiskPointId, "风险点", "risk point";
    } check(_it, _checks) {}
}

record! {
    /// 「检查人员库」 Somebody who may inspect a topic, or anything.
    pub struct Inspector(InspectorId) {
        /// 「人员」
        person_id: PersonId, "人员", "person";
        /// 「专题」
        topic: Option<Topic>, "专题", "topic";
        /// 「培训日期」
        trained_on: Option<NaiveDate>, "培训日期", "trained on";
        /// 「备注」
        note: String, "备注", "note";
    } check(it, checks) {
        checks.short("note", &it.note)?;
    }
}

vocabulary! {
    /// 「记录方式」 How a result came in.
    pub enum InspectionChannel {
        /// 「电脑录入」
        Desk = "desk", "电脑录入", "at the desk";
        /// 「纸质表录入」
        Paper = "paper", "纸质表录入", "from paper";
        /// 「结果文件」
        File = "file", "结果文件", "result file";
    }
}

record! {
    /// 「检查记录」 One inspection as it was done.
    pub struct Inspection(InspectionId) {
        /// 「排查计划」
        plan_id: Option<InspectionPlanId>, "排查计划", "plan";
        /// 「风险点」
        point_id: Option<RiskPointId>, "风险点", "risk point";
        /// 「应检日期」 Of the task that it does; nothing for one without a plan.
        due_on: Option<NaiveDate>, "应检日期", "due on";
        /// 「班次」 From 1, for plans of each shift.
        shift: Option<i64>, "班次", "shift";
        /// 「实检日期」
        done_on: NaiveDate, "实检日期", "done on";
        /// 「实检时间」
        done_at: Option<NaiveTime>, "实检时间", "done at";
        /// 「检查人」
        inspector_id: Option<PersonId>, "检查人", "inspector";
        /// 「检查人姓名」 as written, where it is nobody of this project.
        inspector: String, "检查人姓名", "inspector's name";
        /// 「记录方式」
        channel: InspectionChannel, "记录方式", "channel";
        /// The identity that a result file gave it, so that it is taken once.
        source: String, "来源标识", "source";
        /// 「备注」
        note: String, "备注", "note";
    } check(it, checks) {
        checks.short("inspector", &it.inspector)?;
        checks.short("source", &it.source)?;
        checks.range("shift", it.shift.unwrap_or(1), 1, 6)?;
        checks.own("due_on", it.due_on.is_none() || it.plan_id.is_some(), "needs a plan", "须有排查计划")?;
    }
}

vocabulary! {
    /// 「检查结果」
    pub enum CheckResult {
        /// 「正常」
        Normal = "normal", "正常", "normal";
        /// 「异常」
        Abnormal = "abnormal", "异常", "abnormal";
        /// 「不涉及」
        NotApplicable = "not-applicable", "不涉及", "not applicable";
    }
}

record! {
    /// 「检查结果」 of one item, with the words that were checked.
    pub struct InspectionItem(InspectionItemId) {
        /// 「检查记录」
        inspection_id: InspectionId, "检查记录", "inspection";
        /// 「检查项」 in the version that was checked.
        check_item_id: Option<CheckItemId>, "检查项", "check item";
        /// 「检查表条目」 in the version that was checked.
        checklist_item_id: Option<ChecklistItemId>, "检查表条目", "check-list item";
        /// 「检查内容」 As it was asked.
        content: String, "检查内容", "content";
        /// 「结果」
        result: CheckResult, "结果", "result";
        /// 「实测值」
        value: String, "实测值", "value";
        /// 「说明」
        note: String, "说明", "note";
        /// 「照片」 The fingerprint of a picture; blank for none.
        photo: String, "照片", "photograph";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.given("content", &it.content)?;
        checks.short("value", &it.value)?;
        checks.short("photo", &it.photo)?;
    }
}

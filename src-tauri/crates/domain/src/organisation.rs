//! The project, the organisation it is for, and its people.
//! Relies on the record macro.
//! Knows nothing of places and risks.

use crate::catalogue::AccidentCatalogue;
use crate::colour::ColourSet;
use crate::id::{CriteriaPresetId, DepartmentId, PersonId, PostId};
use chrono::NaiveDate;

record! {
    /// 「项目」 The one row of a project file: settings that hold for all of it.
    pub struct Project(ProjectId) {
        /// 「风险色组」 Which colours the four levels have.
        colour_set: ColourSet, "风险色组", "colour set";
        /// Criteria for points that are activities.
        activity_preset_id: CriteriaPresetId, "作业活动评价准则", "criteria for activities";
        /// Criteria for points that are facilities.
        facility_preset_id: CriteriaPresetId, "设备设施评价准则", "criteria for facilities";
        /// Criteria for points that are workplaces.
        workplace_preset_id: CriteriaPresetId, "作业场所评价准则", "criteria for workplaces";
        /// 「编制」 Who prepares the papers, as printed.
        prepared_by: String, "编制", "prepared by";
        /// 「审核」 Who reviews them, as printed.
        reviewed_by: String, "审核", "reviewed by";
        /// 「值班电话」 The number to call on the site, as printed.
        duty_phone: String, "值班电话", "duty phone";
        /// 「监督电话」 The number to report to, as printed.
        report_phone: String, "监督电话", "report phone";
        /// 「集合点」 Where people gather, as printed.
        assembly_point: String, "集合点", "assembly point";
        /// 「事故类型目录」 The edition whose accident types lists and forms of this project carry.
        accident_catalogue: AccidentCatalogue, "事故类型目录", "accident catalogue";
    } check(it, checks) {
        checks.short("prepared_by", &it.prepared_by)?;
        checks.short("reviewed_by", &it.reviewed_by)?;
        checks.short("duty_phone", &it.duty_phone)?;
        checks.short("report_phone", &it.report_phone)?;
        checks.short("assembly_point", &it.assembly_point)?;
    }
}

vocabulary! {
    /// 「单位类别」
    pub enum OrganisationKind {
        /// 「学校」
        School = "school", "学校", "school";
        /// 「企业」
        Enterprise = "enterprise", "企业", "enterprise";
        /// 「医院」
        Hospital = "hospital", "医院", "hospital";
        /// 「其他」
        Other = "other", "其他单位", "other organisation";
    }
}

record! {
    /// 「单位」 The school or company that the system is built for. A project has one.
    pub struct Organisation(OrganisationId) {
        /// 「名称」
        name: String, "名称", "name";
        /// 「简称」 A few characters for badges and code prefixes.
        short_name: String, "简称", "short name";
        /// 「单位类别」
        kind: OrganisationKind, "单位类别", "kind";
        /// 「统一社会信用代码」 18 characters (GB 32100-2015). Some issued codes fail the check digit, so it warns only.
        credit_code: String, "统一社会信用代码", "unified social credit code";
        /// 「学校标识码」 10 digits, schools only.
        school_code: String, "学校标识码", "school code";
        /// 「行政区划代码」 6 or 12 digits (GB/T 2260).
        region_code: String, "行政区划代码", "region code";
        /// 「地址」
        address: String, "地址", "address";
        /// 「主要负责人」
        principal_id: Option<PersonId>, "主要负责人", "principal";
        /// 「安全负责人」
        safety_lead_id: Option<PersonId>, "安全负责人", "safety lead";
        /// 「教职工(职工)人数」
        staff_count: i64, "教职工人数", "staff";
        /// 「学生人数」
        student_count: i64, "学生人数", "students";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.short("short_name", &it.short_name)?;
        checks.short("credit_code", &it.credit_code)?;
        checks.short("school_code", &it.school_code)?;
        checks.short("region_code", &it.region_code)?;
        checks.range("staff_count", it.staff_count, 0, 10_000_000)?;
        checks.range("student_count", it.student_count, 0, 10_000_000)?;
    }
}

record! {
    /// 「部门」 A college, an office, a workshop; they form a tree.
    pub struct Department(DepartmentId) {
        /// 「上级」
        parent_id: Option<DepartmentId>, "上级部门", "parent";
        /// 「编码」 Two or more letters, part of point codes.
        code: String, "编码", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「负责人」
        head_id: Option<PersonId>, "负责人", "head";
        /// 「电话」
        phone: String, "电话", "phone";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.short("code", &it.code)?;
        checks.short("phone", &it.phone)?;
        checks.own("parent_id", it.parent_id != Some(it.id), "cannot be itself", "不能是它自己")?;
    }
}

record! {
    /// 「岗位」 What a person does, with the risks that come with it.
    pub struct Post(PostId) {
        /// 「部门」
        department_id: DepartmentId, "部门", "department";
        /// 「名称」
        name: String, "名称", "name";
        /// 「人数」
        headcount: i64, "人数", "headcount";
        /// 「是否特种作业」
        special_operation: bool, "特种作业", "special operation";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.range("headcount", it.headcount, 0, 1_000_000)?;
    }
}

record! {
    /// 「人员」 Somebody who scores, is responsible or inspects.
    pub struct Person(PersonId) {
        /// 「部门」
        department_id: Option<DepartmentId>, "部门", "department";
        /// 「岗位」
        post_id: Option<PostId>, "岗位", "post";
        /// 「姓名」
        name: String, "姓名", "name";
        /// 「职务」
        title: String, "职务", "title";
        /// 「电话」 Personal data: hidden on public prints by option.
        phone: String, "电话", "phone";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
        /// 「离岗日期」 From then on it answers for nothing; what it scored and approved stays.
        left_on: Option<NaiveDate>, "离岗日期", "left on";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.short("title", &it.title)?;
        checks.short("phone", &it.phone)?;
    }
}

record! {
    /// 「记住的列对应」 How a list with these titles was read, so that the next one of this client is read alike.
    pub struct RememberedMapping(RememberedMappingId) {
        /// 「表头」 Titles of all columns, a line each.
        titles: String, "表头", "titles";
        /// 「列对应」 As JSON, in the form of mapping files.
        body: String, "列对应", "mapping";
    } check(it, checks) {
        checks.given("titles", &it.titles)?;
        checks.given("body", &it.body)?;
    }
}

//! What can go wrong, and where: zones, points, hazards and the accidents they may lead to.
//! Relies on places and people by id.
//! Knows no level: levels are worked out from assessments, never stored.

use crate::id::{
    BuildingId, ControlTierId, DepartmentId, FloorId, HazardId, PersonId, PostId, RiskPointId, RiskZoneId,
};
use geometry::{Outline, Point};

vocabulary! {
    /// 「风险区域类型」
    pub enum RiskZoneKind {
        /// 「场所」
        Place = "place", "场所", "place";
        /// 「设施」
        Facility = "facility", "设施", "facility";
        /// 「组织管理」
        Management = "management", "组织管理", "management";
        /// 「教学活动」
        Teaching = "teaching", "教学活动", "teaching";
    }
}

record! {
    /// 「风险区域」 A room, a yard, or a unit of the organisation; drawn or not.
    pub struct RiskZone(RiskZoneId) {
        /// 「编号」
        code: String, "编号", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「类型」
        kind: RiskZoneKind, "类型", "kind";
        /// 「楼层」 The plan it is drawn on.
        floor_id: Option<FloorId>, "楼层", "floor";
        /// 「轮廓」
        outline: Option<Outline>, "轮廓", "outline";
        /// 「责任部门」
        department_id: Option<DepartmentId>, "责任部门", "responsible department";
        /// 「责任人」
        person_id: Option<PersonId>, "责任人", "responsible person";
        /// 「备注」
        note: String, "备注", "note";
        /// Whether its outline is kept from the pointer.
        locked: bool, "锁定", "locked";
        /// Whether it is left out of sight; prints show every zone.
        hidden: bool, "隐藏", "hidden";
        /// Elements and zones with the same text here are chosen together; empty for none.
        grouping: String, "编组", "group";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.short("code", &it.code)?;
        checks.short("grouping", &it.grouping)?;
        let floored = it.outline.is_none() || it.floor_id.is_some();
        checks.own("floor_id", floored, "is needed for an outline", "不能为空，轮廓要画在楼层上")?;
    }
}

vocabulary! {
    /// 「风险点类型」 the three list families.
    pub enum RiskPointKind {
        /// 「作业活动」
        Activity = "activity", "作业活动", "activity";
        /// 「设备设施」
        Facility = "facility", "设备设施", "facility";
        /// 「作业场所」
        Workplace = "workplace", "作业场所", "workplace";
    }
}

impl RiskPointKind {
    /// The letter in point codes: Z, S, C.
    pub fn letter(self) -> char {
        match self {
            Self::Activity => 'Z',
            Self::Facility => 'S',
            Self::Workplace => 'C',
        }
    }
}

record! {
    /// 「风险点」 A place, facility or activity that carries risk: one pin, one card, one plate.
    pub struct RiskPoint(RiskPointId) {
        /// 「编号」 Stable: plates are printed with it, so it is never given again.
        code: String, "编号", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「类型」
        kind: RiskPointKind, "类型", "kind";
        /// 「风险区域」 The zone it belongs to.
        zone_id: Option<RiskZoneId>, "风险区域", "zone";
        /// 「楼层」 The plan its pin stands on.
        floor_id: Option<FloorId>, "楼层", "floor";
        /// 「坐标」 Where its pin stands.
        position: Option<Point>, "坐标", "position";
        /// 「建筑」 For a point that stands on no floor of a building: spread over all of it, or on the general plan.
        /// A floor of a building overrules it.
        building_id: Option<BuildingId>, "建筑", "building";
        /// 「所在位置」 In words, as printed.
        location: String, "所在位置", "location";
        /// 「责任部门」
        department_id: Option<DepartmentId>, "责任部门", "responsible department";
        /// 「责任人」
        person_id: Option<PersonId>, "责任人", "responsible person";
        /// 「岗位」
        post_id: Option<PostId>, "岗位", "post";
        /// 「管控层级」 Only when it differs from the one its level calls for.
        tier_id: Option<ControlTierId>, "管控层级", "control tier";
        /// Why the tier differs.
        tier_reason: String, "层级调整理由", "reason for the tier";
        /// 「管控重点」
        control_focus: String, "管控重点", "control focus";
        /// 「备注」
        note: String, "备注", "note";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.name("code", &it.code)?;
        checks.short("location", &it.location)?;
        let floored = it.position.is_none() || it.floor_id.is_some();
        checks.own("floor_id", floored, "is needed for a position", "不能为空，坐标要落在楼层上")?;
        if it.tier_id.is_some() {
            checks.given("tier_reason", &it.tier_reason)?;
        }
    }
}

record! {
    /// 「危险源」 One specific thing that can go wrong at a point: a step of work or an item of a check list.
    pub struct Hazard(HazardId) {
        /// 「风险点」
        point_id: RiskPointId, "风险点", "risk point";
        /// 「作业步骤/检查项目」
        step: String, "作业步骤/检查项目", "step or item";
        /// 「标准」 For check-list items.
        standard: String, "标准", "standard";
        /// 「危险源描述」
        description: String, "危险源", "description";
        /// 「危险有害因素」 Code by GB/T 13861, 2 to 6 digits.
        factor: String, "危险有害因素代码", "hazard factor";
        /// 「可能后果」
        consequence: String, "可能后果", "consequence";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.given("description", &it.description)?;
        checks.short("step", &it.step)?;
        checks.short("factor", &it.factor)?;
    }
}

record! {
    /// 「可能的事故类型」 An accident type that a hazard may lead to; each is scored on its own.
    pub struct PossibleAccident(PossibleAccidentId) {
        /// 「危险源」
        hazard_id: HazardId, "危险源", "hazard";
        /// 「事故类型」 Code of the catalogue: 01-20 (GB 6441-1986), N01-N27 (GB 6441-2025), X01… (schools).
        accident_type: String, "事故类型", "accident type";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.name("accident_type", &it.accident_type)?;
    }
}

record! {
    /// 「停用编号」 A code that was given and may not be given again, though its point is gone.
    pub struct RetiredCode(RetiredCodeId) {
        /// 「编号」
        code: String, "编号", "code";
    } check(it, checks) {
        checks.name("code", &it.code)?;
    }
}

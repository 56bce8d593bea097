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
        /// 「作业活动内容」 For activities: what is done.
        work_content: String, "作业活动内容", "work content";
        /// 「活动频率」 For activities: how often, in words.
        frequency: String, "活动频率", "frequency";
        /// 「类别/型号规格」 For facilities.
        specification: String, "类别/型号规格", "type and specification";
        /// 「设备编号(位号)」 For facilities: the site's own number, not our code.
        equipment_number: String, "设备编号（位号）", "equipment number";
        /// 「数量」 For facilities.
        quantity: Option<i64>, "数量", "quantity";
        /// 「是否特种设备」 For facilities.
        special_equipment: bool, "特种设备", "special equipment";
        /// 「功能用途」 For workplaces.
        purpose: String, "功能用途", "purpose";
        /// 「面积」 For workplaces, as people write it: `86 ㎡`.
        area: String, "面积", "area";
        /// 「最大人数」 For workplaces.
        capacity: Option<i64>, "最大人数", "most people";
        /// 「应急处置」 Steps of the point as a whole, a line each.
        emergency: String, "应急处置", "emergency steps";
        /// 「风险库条目」 Id of the library entry it was made of; signs and check items are looked up there.
        library_entry: String, "风险库条目", "library entry";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.name("code", &it.code)?;
        checks.short("location", &it.location)?;
        checks.short("frequency", &it.frequency)?;
        checks.short("specification", &it.specification)?;
        checks.short("equipment_number", &it.equipment_number)?;
        checks.short("purpose", &it.purpose)?;
        checks.short("area", &it.area)?;
        checks.short("library_entry", &it.library_entry)?;
        checks.range("quantity", it.quantity.unwrap_or(0), 0, 10_000_000)?;
        checks.range("capacity", it.capacity.unwrap_or(0), 0, 10_000_000)?;
        let floored = it.position.is_none() || it.floor_id.is_some();
        checks.own("floor_id", floored, "is needed for a position", "不能为空，坐标要落在楼层上")?;
        if it.tier_id.is_some() {
            checks.given("tier_reason", &it.tier_reason)?;
        }
    }
}

impl RiskPoint {
    /// A point with nothing but its code, name and family.
    pub fn blank(
        id: RiskPointId,
        code: impl Into<String>,
        name: impl Into<String>,
        kind: RiskPointKind,
    ) -> Self {
        Self {
            id,
            code: code.into(),
            name: name.into(),
            kind,
            zone_id: None,
            floor_id: None,
            position: None,
            building_id: None,
            location: String::new(),
            department_id: None,
            person_id: None,
            post_id: None,
            tier_id: None,
            tier_reason: String::new(),
            control_focus: String::new(),
            note: String::new(),
            work_content: String::new(),
            frequency: String::new(),
            specification: String::new(),
            equipment_number: String::new(),
            quantity: None,
            special_equipment: false,
            purpose: String::new(),
            area: String::new(),
            capacity: None,
            emergency: String::new(),
            library_entry: String::new(),
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
        /// 「危险源序号」 The last part of its code; given once within its point and never again.
        number: i64, "危险源序号", "hazard number";
        /// 「备注」
        note: String, "备注", "note";
    } check(it, checks) {
        checks.range("number", it.number, 0, 1_000_000)?;
        checks.given("description", &it.description)?;
        checks.short("step", &it.step)?;
        checks.short("factor", &it.factor)?;
    }
}

impl Hazard {
    /// A hazard with nothing but its point and description.
    pub fn blank(id: HazardId, point_id: RiskPointId, description: impl Into<String>) -> Self {
        Self {
            id,
            point_id,
            step: String::new(),
            standard: String::new(),
            description: description.into(),
            factor: String::new(),
            consequence: String::new(),
            ordinal: 0,
            number: 0,
            note: String::new(),
        }
    }

    /// 「危险源编号」 The code of its point and its own number: `JD-S-004-02`.
    pub fn code(&self, point: &RiskPoint) -> String {
        format!("{}-{:02}", point.code, self.number)
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

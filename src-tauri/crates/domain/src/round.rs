//! Assessment rounds (评价轮次): why the risks were looked at again, by whom, and what was found when it was approved.
//! Relies on people and levels; results copy what they say, since they must outlive the rows they were made of.
//! Knows nothing of how levels are worked out.

use crate::assessment::{AssessmentMethod, RiskBasis};
use crate::id::{AssessmentRoundId, PersonId};
use crate::level::RiskLevel;
use crate::risk::RiskPointKind;
use chrono::NaiveDate;
use geometry::Point;

vocabulary! {
    /// 「轮次类型」 The annual round and, as coal users count, four special ones beside it; then those of posts and
    /// single occasions.
    pub enum RoundKind {
        /// 「年度辨识评估」
        Annual = "annual", "年度辨识评估", "annual";
        /// 「专项辨识评估」 Before a new area or level is designed.
        SpecialDesign = "special-design", "专项：新区域、新水平设计前", "special: before a new area is designed";
        /// 「专项辨识评估」 After a major change of system, process, equipment or disaster factor.
        SpecialChange = "special-change", "专项：系统、工艺、设备或灾害因素重大变化", "special: after a major change";
        /// 「专项辨识评估」 Before high-risk work, new technology, or work that is taken up again.
        SpecialOperation = "special-operation", "专项：高危作业、新技术应用或复工复产前", "special: before high-risk work or resuming";
        /// 「专项辨识评估」 After a fatal accident or a near one.
        SpecialAccident = "special-accident", "专项：发生死亡事故或涉险事故后", "special: after an accident";
        /// 「专项辨识评估」 Any other.
        Special = "special", "专项：其他", "special: other";
        /// 「岗位辨识」
        Post = "post", "岗位辨识", "post";
        /// 「临时辨识」
        Interim = "interim", "临时辨识", "interim";
    }
}

impl RoundKind {
    /// Whether it is one of the special rounds, which supplement an annual one.
    pub fn is_special(self) -> bool {
        match self {
            Self::SpecialDesign
            | Self::SpecialChange
            | Self::SpecialOperation
            | Self::SpecialAccident
            | Self::Special => true,
            Self::Annual | Self::Post | Self::Interim => false,
        }
    }
}

vocabulary! {
    /// 「轮次状态」
    pub enum RoundState {
        /// 「进行中」
        Open = "open", "进行中", "open";
        /// 「已批准」 Its result is a record.
        Approved = "approved", "已批准", "approved";
    }
}

record! {
    /// 「评价轮次」 One time the risks were identified and assessed anew.
    pub struct AssessmentRound(AssessmentRoundId) {
        /// 「轮次类型」
        kind: RoundKind, "轮次类型", "kind of round";
        /// 「名称」
        name: String, "名称", "name";
        /// 「触发原因」
        cause: String, "触发原因", "cause";
        /// 「开始日期」
        started_on: Option<NaiveDate>, "开始日期", "begun on";
        /// 「结束日期」
        ended_on: Option<NaiveDate>, "结束日期", "ended on";
        /// 「补充的轮次」 The annual round that a special one supplements.
        supplements_id: Option<AssessmentRoundId>, "补充的轮次", "supplements";
        /// 「状态」
        state: RoundState, "状态", "state";
        /// 「结论」
        conclusion: String, "结论", "conclusion";
        /// 「批准人」
        approved_by_id: Option<PersonId>, "批准人", "approved by";
        /// 「批准日期」
        approved_on: Option<NaiveDate>, "批准日期", "approved on";
    } check(it, checks) {
        checks.name("name", &it.name)?;
        checks.own("supplements_id", it.supplements_id != Some(it.id), "cannot be itself", "不能是它自己")?;
        let in_order = match (it.started_on, it.ended_on) {
            (Some(start), Some(end)) => start <= end,
            _ => true,
        };
        checks.own("ended_on", in_order, "lies before the beginning", "早于开始日期")?;
    }
}

record! {
    /// 「参与人」 Who takes part in a round, and as what.
    pub struct RoundMember(RoundMemberId) {
        /// 「轮次」
        round_id: AssessmentRoundId, "评价轮次", "round";
        /// 「人员」
        person_id: PersonId, "人员", "person";
        /// 「分工」
        role: String, "分工", "part";
        /// Order among its siblings.
        ordinal: i64, "顺序", "order";
    } check(it, checks) {
        checks.short("role", &it.role)?;
    }
}

vocabulary! {
    /// What made the level of a point.
    pub enum LevelReason {
        /// 「评分」
        Scored = "scored", "评分", "score";
        /// 「调整」 A leader's adjustment of a scored level.
        Adjusted = "adjusted", "调整", "adjustment";
        /// 「直接判定」
        Direct = "direct", "直接判定", "direct determination";
        /// 「重大隐患」 An open major hidden danger raises the level for now.
        Danger = "danger", "重大隐患", "major hidden danger";
        /// 「未评价」
        Unassessed = "unassessed", "未评价", "not assessed";
    }
}

record! {
    /// 「轮次结果」 What an approved round found for one point: the one place where levels are stored, since a record of
    /// what was approved may not follow later edits. It copies names and texts and refers to its round alone, so that
    /// it stays whole when points, zones and departments are renamed or deleted. Nothing reads it to colour a map of
    /// today.
    pub struct RoundResult(RoundResultId) {
        /// 「轮次」
        round_id: AssessmentRoundId, "评价轮次", "round";
        /// The point's identity, as a text: the point may be gone.
        point: String, "风险点标识", "point identity";
        /// 「编号」
        code: String, "编号", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「类型」
        kind: RiskPointKind, "类型", "kind";
        /// 「责任部门」
        department: String, "责任部门", "responsible department";
        /// 「风险区域」
        zone: String, "风险区域", "risk zone";
        /// 「所在位置」
        location: String, "所在位置", "location";
        /// The floor's identity, as a text.
        floor: String, "楼层标识", "floor identity";
        /// 「坐标」
        position: Option<Point>, "坐标", "position";
        /// 「现有风险等级」
        level: Option<RiskLevel>, "现有风险等级", "existing level";
        /// 「固有风险等级」
        inherent: Option<RiskLevel>, "固有风险等级", "inherent level";
        /// What made the level.
        reason: LevelReason, "定级方式", "reason";
        /// 「评价值」 A decimal, at most four places; empty where there is none.
        score: String, "评价值", "score";
        /// 「评价方法」
        method: Option<AssessmentMethod>, "评价方法", "method";
        /// 「评价准则」 Code and version.
        preset: String, "评价准则", "criteria";
        /// 「管控层级」
        tier: String, "管控层级", "control tier";
        /// 「评分依据」 The deciding hazard, accident and each assessor's values, in words.
        inputs: String, "评分依据", "inputs";
    } check(it, checks) {
        checks.name("code", &it.code)?;
        checks.name("name", &it.name)?;
        checks.short("point", &it.point)?;
        checks.short("score", &it.score)?;
        checks.short("preset", &it.preset)?;
    }
}

impl RoundResult {
    /// The level on a basis.
    pub fn level_on(&self, basis: RiskBasis) -> Option<RiskLevel> {
        match basis {
            RiskBasis::Existing => self.level,
            RiskBasis::Inherent => self.inherent,
        }
    }
}

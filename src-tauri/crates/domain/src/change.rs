//! 变更管理: what changed at the site, and which points have to be looked at again because of it.
//! Relies on fingerprints that whoever makes the rows works out.
//! Knows nothing of what becomes out of date: that follows from the points.

use crate::id::{AssessmentRoundId, ChangeRecordId, PersonId, RiskPointId};
use chrono::NaiveDate;

vocabulary! {
    /// 「变更类型」
    pub enum ChangeKind {
        /// 「场所」
        Place = "place", "场所变更", "place";
        /// 「设备设施」
        Equipment = "equipment", "设备设施变更", "equipment";
        /// 「人员」
        People = "people", "人员变更", "people";
        /// 「工艺流程」
        Process = "process", "工艺、作业流程变更", "process";
        /// 「法规标准」
        Law = "law", "法规标准变更", "law or standard";
    }
}

record! {
    /// 「变更」 A change of place, equipment, people, process or law.
    pub struct ChangeRecord(ChangeRecordId) {
        /// 「变更类型」
        kind: ChangeKind, "变更类型", "kind";
        /// 「变更名称」
        title: String, "变更名称", "title";
        /// 「变更内容」
        description: String, "变更内容", "description";
        /// 「变更日期」
        happened_on: Option<NaiveDate>, "变更日期", "happened on";
        /// 「提出人」
        raised_by_id: Option<PersonId>, "提出人", "raised by";
        /// 「评价轮次」 The re-evaluation that it opened.
        round_id: Option<AssessmentRoundId>, "重新评价轮次", "round";
        /// 「关闭日期」
        closed_on: Option<NaiveDate>, "关闭日期", "closed on";
        /// 「结论」
        conclusion: String, "结论", "conclusion";
    } check(it, checks) {
        checks.name("title", &it.title)?;
    }
}

record! {
    /// 「变更涉及的风险点」 A point that a change touches, and whether it was looked at again.
    pub struct ChangePoint(ChangePointId) {
        /// 「变更」
        change_id: ChangeRecordId, "变更", "change";
        /// 「风险点」
        point_id: RiskPointId, "风险点", "risk point";
        /// 「内容指纹」 of the point when the change was opened.
        fingerprint: String, "内容指纹", "fingerprint";
        /// 「复核日期」
        settled_on: Option<NaiveDate>, "复核日期", "settled on";
        /// 「复核人」
        settled_by_id: Option<PersonId>, "复核人", "settled by";
        /// 「复核意见」
        note: String, "复核意见", "note";
    } check(it, checks) {
        checks.short("fingerprint", &it.fingerprint)?;
    }
}

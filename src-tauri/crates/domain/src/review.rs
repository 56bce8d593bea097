//! 审核: who submitted, returned, passed and approved what, and when; findings that somebody decided to live with.
//! Relies on fingerprints that whoever makes the rows works out.
//! Knows no state: the state of a list follows from these rows and from what stands in the project today.

use crate::id::{AssessmentRoundId, PersonId, ReviewId};
use chrono::NaiveDate;

vocabulary! {
    /// 「审核对象」 What is reviewed as one.
    pub enum ReviewSubject {
        /// 「作业活动清单」
        Activities = "activities", "作业活动清单", "list of activities";
        /// 「设备设施清单」
        Facilities = "facilities", "设备设施清单", "list of facilities";
        /// 「作业场所清单」
        Workplaces = "workplaces", "作业场所清单", "list of workplaces";
        /// 「风险分级管控清单」
        Control = "control", "风险分级管控清单", "tiered control list";
        /// 「重大风险清单」 The points that the principal decides on.
        MajorRisks = "major-risks", "重大风险清单", "list of major risks";
        /// 「评价轮次」
        Round = "round", "评价轮次", "assessment round";
    }
}

vocabulary! {
    /// 「审核动作」
    pub enum ReviewAct {
        /// 「提交」
        Submit = "submit", "提交", "submit";
        /// 「撤回」
        Withdraw = "withdraw", "撤回", "withdraw";
        /// 「退回」
        Return = "return", "退回", "return";
        /// 「审核通过」
        Pass = "pass", "审核通过", "pass";
        /// 「批准」
        Approve = "approve", "批准", "approve";
    }
}

record! {
    /// 「审核记录」 One act of a review. Never edited, never deleted by itself.
    pub struct Review(ReviewId) {
        /// 「审核对象」
        subject: ReviewSubject, "审核对象", "subject";
        /// 「评价轮次」 For rounds.
        round_id: Option<AssessmentRoundId>, "评价轮次", "round";
        /// 「动作」
        act: ReviewAct, "动作", "act";
        /// 「经办人」
        by_id: Option<PersonId>, "经办人", "by";
        /// 「日期」
        done_on: NaiveDate, "日期", "date";
        /// 「意见」
        note: String, "意见", "note";
    } check(it, checks) {
        let of_round = (it.subject == ReviewSubject::Round) == it.round_id.is_some();
        checks.own("round_id", of_round, "belongs to rounds and only to them", "只用于评价轮次，且不能为空")?;
    }
}

record! {
    /// 「送审内容」 What one point said when it was submitted, as a fingerprint. It names the point as a text, since the
    /// point may be gone.
    pub struct ReviewedPoint(ReviewedPointId) {
        /// 「审核记录」 The submission.
        review_id: ReviewId, "审核记录", "submission";
        /// The point's identity, as a text.
        point: String, "风险点标识", "point identity";
        /// 「编号」
        code: String, "编号", "code";
        /// 「名称」
        name: String, "名称", "name";
        /// 「内容指纹」
        fingerprint: String, "内容指纹", "fingerprint";
    } check(it, checks) {
        checks.short("point", &it.point)?;
        checks.name("code", &it.code)?;
        checks.name("name", &it.name)?;
        checks.name("fingerprint", &it.fingerprint)?;
    }
}

record! {
    /// 「忽略的体检问题」 A finding of the health check that somebody decided to live with, until its subject changes.
    pub struct IgnoredFinding(IgnoredFindingId) {
        /// 「规则」
        rule: String, "规则", "rule";
        /// 「对象」 `table/id` of the row it is about.
        subject: String, "对象", "subject";
        /// 「内容」 What the finding named besides.
        detail: String, "内容", "detail";
        /// 「理由」
        reason: String, "理由", "reason";
        /// 「决定人」
        ignored_by_id: Option<PersonId>, "决定人", "decided by";
        /// 「日期」
        ignored_on: NaiveDate, "日期", "date";
        /// 「内容指纹」 of the subject at that time.
        fingerprint: String, "内容指纹", "fingerprint";
    } check(it, checks) {
        checks.name("rule", &it.rule)?;
        checks.name("subject", &it.subject)?;
        checks.given("reason", &it.reason)?;
        checks.short("fingerprint", &it.fingerprint)?;
    }
}

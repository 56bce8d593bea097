//! The rules of the health check: code, severity, and the words of a finding in both languages.
//! Relies on `{s}` standing for the subject and `{d}` for the detail of a finding.
//! Knows nothing of how a rule is judged.

use domain::Language;
use serde::{Deserialize, Serialize};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The papers would be wrong or incomplete.
    Error,
    /// Somebody should look at it.
    Warning,
    /// For information.
    Notice,
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])* $rule:ident $severity:ident $code:literal $chinese:literal $english:literal)*) => {
        /// The rules.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum Rule {
            $($(#[doc = $doc])* #[serde(rename = $code)] $rule),*
        }

        impl Rule {
            /// Every rule, in the order of the check's answer within one severity.
            pub const ALL: &'static [Self] = &[$(Self::$rule),*];

            /// How bad breaking it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity),* }
            }

            /// Its code, such as `missing-hazard`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$rule => $code),* }
            }

            /// What is wrong and what to do, with places for subject and detail.
            fn pattern(self, language: Language) -> &'static str {
                match self { $(Self::$rule => language.pick($chinese, $english)),* }
            }
        }
    };
}

rules! {
    /// A point has no hazard.
    MissingHazard Error "missing-hazard"
        "{s} 没有危险源，请辨识并添加。"
        "{s} has no hazard. Identify and add one."
    /// A hazard has no possible accident.
    MissingAccident Warning "missing-accident"
        "{s} 的危险源“{d}”没有事故类型，请选择。"
        "Hazard “{d}” of {s} has no accident type. Choose one."
    /// An accident type that no catalogue knows.
    UnknownAccident Warning "unknown-accident"
        "{s} 的事故类型代码“{d}”不在目录中，请重新选择。"
        "Accident type code “{d}” of {s} is in no catalogue. Choose again."
    /// A possible accident is not assessed.
    NotAssessed Warning "not-assessed"
        "{s} 的“{d}”尚未评价，请评分。"
        "{d} of {s} is not assessed. Score it."
    /// A hazard has no measure at all.
    MissingMeasure Error "missing-measure"
        "{s} 的危险源“{d}”没有管控措施，请添加。"
        "Hazard “{d}” of {s} has no control measure. Add one."
    /// A point has no measure of one of the five classes.
    MissingMeasureClass Warning "missing-measure-class"
        "{s} 缺少{d}，请补充或确认不需要。"
        "{s} has no measure of: {d}."
    /// Measures of a hazard are only proposed.
    OnlyProposed Warning "only-proposed"
        "{s} 的危险源“{d}”只有建议新增的措施，请落实并改为现有。"
        "All measures against “{d}” of {s} are only proposed. Carry them out and mark them as existing."
    /// A major risk has no emergency measure.
    MajorWithoutEmergency Error "major-without-emergency"
        "{s} 是重大风险，但没有应急处置措施，请补充应急预案或处置措施。"
        "{s} is a major risk without any emergency measure. Add an emergency plan or measure."
    /// A point has neither department nor person.
    MissingOwner Error "missing-owner"
        "{s} 没有责任部门和责任人，请指定。"
        "{s} has neither department nor person. Assign one."
    /// A point has a department and no person.
    MissingPerson Warning "missing-person"
        "{s} 没有责任人，请指定。"
        "{s} has no responsible person. Assign one."
    /// The responsible person belongs to another department.
    ForeignPerson Notice "foreign-person"
        "{s} 的责任人{d}不属于责任部门，请确认。"
        "{d}, responsible for {s}, does not belong to the responsible department. Is that meant?"
    /// A point's pin stands outside its zone.
    OutsideZone Error "outside-zone"
        "{s} 不在所属区域“{d}”内，请移动或改换区域。"
        "{s} is not inside its zone {d}. Move it or change its zone."
    /// A point stands in a zone that it does not belong to, and belongs to none.
    WithoutZone Warning "without-zone"
        "{s} 位于区域“{d}”内，但没有归属该区域，区域颜色没有计入它，请归入。"
        "{s} stands in zone {d} but does not belong to it, so the zone does not count it. Put it there."
    /// A point has no pin.
    Unplaced Warning "unplaced"
        "{s} 尚未在平面图上标出，四色图上看不到它，请放置。"
        "{s} is on no plan, so no map shows it. Place it."
    /// A point has neither pin nor zone nor building nor words for where it is.
    Nowhere Error "nowhere"
        "{s} 没有任何位置信息，请填写所在位置或在平面图上标出。"
        "Nothing says where {s} is. Describe its location or place it on a plan."
    /// Two zones of a floor cover the same area.
    OverlappingZones Error "overlapping-zones"
        "区域 {s} 与 {d} 重叠，请调整边界。"
        "Zones {s} and {d} overlap. Adjust their borders."
    /// A zone lies wholly inside another.
    NestedZones Warning "nested-zones"
        "区域 {s} 在 {d} 之内，请确认是否需要。"
        "Zone {s} lies inside {d}. Is that meant?"
    /// A zone has no point.
    EmptyZone Notice "empty-zone"
        "区域 {s} 没有风险点，不着色。"
        "Zone {s} has no point and therefore no colour."
    /// Two points or zones have one code.
    DuplicateCode Error "duplicate-code"
        "编号 {d} 被重复使用：{s}，请改号。"
        "Code {d} is used twice: {s}. Change one."
    /// Two points of one name at one place.
    DuplicateName Warning "duplicate-name"
        "{s} 与 {d} 在同一地点且同名，可能重复录入，请合并或改名。"
        "{s} and {d} have one name at one place. Merge them or rename one."
    /// Two zones of a floor have one name.
    DuplicateZoneName Notice "duplicate-zone-name"
        "区域 {s} 与 {d} 同名，打印件上难以区分，请改名。"
        "Zones {s} and {d} of one floor have one name. Rename one."
    /// Values that their criteria do not allow.
    InvalidScore Error "invalid-score"
        "{s} 有 {d} 个评分的取值不在评价准则的表中，请重新评分。"
        "{d} scores of {s} have values that the criteria do not allow. Score again."
    /// Assessors are two levels apart or more.
    Disagreement Warning "disagreement"
        "{s} 的评估人意见相差两级以上，请复核。"
        "Assessors of {s} are two levels apart or more. Review it."
    /// A major or high risk rests on one assessor.
    SingleAssessor Notice "single-assessor"
        "{s} 为{d}，但只有一人评分，建议多人评价。"
        "{s} is {d} by one assessor alone. Let others score it too."
    /// Scores of one list family were made by different criteria.
    MixedPresets Warning "mixed-presets"
        "{s}的评分采用了不同的评价准则：{d}，请统一后重新评分。"
        "Scores of one list family ({s}) were made by different criteria: {d}. Choose one and score again."
    /// The tier set by hand is lower than the level calls for.
    LoweredTier Warning "lowered-tier"
        "{s} 的管控层级低于等级要求的{d}，请确认理由或恢复。"
        "The tier of {s} is lower than {d}, which its level calls for. Confirm the reason or go back."
    /// The tier set by hand is the one that the level calls for anyway.
    NeedlessTier Notice "needless-tier"
        "{s} 手工指定的管控层级与等级要求的{d}相同，可以恢复为自动。"
        "The tier of {s} was set by hand to {d}, which its level calls for anyway."
    /// No tier lists the level of a point.
    NoTier Error "no-tier"
        "没有管控层级对应{d}，{s} 无人管控，请在管控层级中补上。"
        "No control tier lists level {d}, so nobody supervises {s}. Add it to a tier."
    /// A major risk, and nobody is named who answers for it.
    NoPrincipal Error "no-principal"
        "{s} 有 {d} 个重大风险，但没有指定主要负责人，请在单位信息中指定。"
        "{s} has {d} major risks and no principal. Name one in the organisation."
    /// A department that answers for points has no head.
    NoHead Warning "no-head"
        "部门 {s} 负责 {d} 个风险点，但没有负责人，请指定。"
        "Department {s} answers for {d} risk points and has no head. Name one."
    /// A plan is not to scale.
    NotToScale Warning "not-to-scale"
        "平面图 {s} 尚未定比例，长度和面积不准确，请标定。"
        "Plan {s} is not to scale. Calibrate it."
    /// A floor has nothing drawn on it.
    NoPlan Notice "no-plan"
        "楼层 {s} 没有平面图，请绘制或导入。"
        "Floor {s} has no plan. Draw or import one."
    /// Somebody who left still answers for something.
    PersonLeft Error "person-left"
        "{s} 的负责人{d}已离岗，请改由他人负责。"
        "{d}, who answers for {s}, has left. Name somebody else."
    /// A point of an approved list was edited.
    ApprovedEdited Warning "approved-edited"
        "{s} 在“{d}”批准后有改动，请重新提交审核。"
        "{s} was changed after {d} was approved. Submit it again."
    /// A submission waits too long for a decision.
    ReviewOverdue Warning "review-overdue"
        "“{s}”自 {d} 提交后超过 30 天没有审核，请处理。"
        "{s} was submitted on {d} and not decided within 30 days. Decide."
    /// The last annual round is older than a year.
    RoundOverdue Warning "round-overdue"
        "最近一次年度评价“{s}”批准于 {d}，已超过一年，请开展新一轮评价。"
        "The last annual round {s} was approved on {d}, more than a year ago. Begin another."
    /// A change of the site is not closed.
    OpenChange Warning "open-change"
        "变更“{s}”尚未关闭，{d} 个风险点待复核。"
        "Change {s} is not closed; {d} points are still to be looked at again."
    /// Major risks were not approved by the principal.
    MajorNotApproved Notice "major-not-approved"
        "{s} 的 {d} 个重大风险尚未经主要负责人批准，请提交审核。"
        "{d} major risks of {s} are not approved by the principal. Submit them."
    /// The measure that a check item checks is gone.
    LostCheckItem Notice "lost-check-item"
        "{s} 的检查项“{d}”对应的措施已删除，请停用或改配措施。"
        "The measure behind check item “{d}” of {s} is gone. Retire it or give it another."
    /// An open danger belongs to no point and no measure.
    DangerUnlinked Notice "danger-unlinked"
        "隐患 {s} 没有关联风险点或措施，风险图上看不到它，请补上。"
        "Hidden danger {s} belongs to no risk point and no measure, so no map shows it. Link it."
    /// A danger is being rectified without a deadline: only merging can bring that about.
    DangerWithoutDeadline Error "danger-without-deadline"
        "隐患 {s} 正在整改但没有期限，请上报上级后重新指派。"
        "Hidden danger {s} is being rectified without a deadline. Hand it up and assign it anew."
    /// Steps of two copies do not fit together.
    DangerSteps Warning "danger-steps"
        "隐患 {s} 有 {d} 条处置记录与前面的状态接不上（两份副本各自处置过），未计入，请核对。"
        "{d} steps of hidden danger {s} do not fit the state before them (two copies acted) and do not count. Look at them."
    /// One measure failed three times within 90 days.
    RepeatedFailure Warning "repeated-failure"
        "{s} 的措施“{d}”在 90 天内出现 3 次以上隐患，请重新评价风险并完善措施。"
        "Measure “{d}” of {s} failed three times or more within 90 days. Judge the risk anew and mend the measure."
}

impl Rule {
    /// What is wrong and what to do.
    pub fn text(self, language: Language, subject: &str, detail: &str) -> String {
        let pattern = self.pattern(language);
        let mut text = String::with_capacity(pattern.len() + subject.len() + detail.len());
        let mut rest = pattern;
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            text.push_str(if rest[at..].starts_with("{s}") { subject } else { detail });
            rest = &rest[at + 3..];
        }
        text.push_str(rest);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_code_of_its_own_and_words_that_name_the_subject() {
        let mut codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Rule::ALL.len());
        for rule in Rule::ALL {
            for language in [Language::Chinese, Language::English] {
                let text = rule.text(language, "甲{d}", "乙");
                assert!(text.contains("甲{d}"), "{text}");
                assert!(!text.contains("{s}"), "{text}");
            }
        }
    }
}

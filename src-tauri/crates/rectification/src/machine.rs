//! The states of a hidden danger and every way from one to another, as one table; who takes each step with what.
//! Relies on the acts being the words of `domain`.
//! Knows nothing of people and rows.

use crate::needs::Need;
use domain::{DangerAct, Language};
use serde::{Deserialize, Serialize};

/// 「隐患状态」 Where a hidden danger stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum DangerState {
    /// 「草稿」 S0.
    #[default]
    Draft,
    /// 「待确认」 S1.
    Reported,
    /// 「非隐患（归档）」 R0.
    NotDanger,
    /// 「待指派」 S2.
    Confirmed,
    /// 「整改中」 S3.
    Rectifying,
    /// 「延期审批中」 S3e.
    ExtensionAsked,
    /// 「已上报上级」 S3u.
    HandedUp,
    /// 「挂起」 S6.
    Suspended,
    /// 「待验收」 S4.
    AwaitingAcceptance,
    /// 「已销号」 S5.
    Closed,
    /// 「已作废」
    Void,
}

impl DangerState {
    /// Every state.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Reported,
        Self::NotDanger,
        Self::Confirmed,
        Self::Rectifying,
        Self::ExtensionAsked,
        Self::HandedUp,
        Self::Suspended,
        Self::AwaitingAcceptance,
        Self::Closed,
        Self::Void,
    ];

    /// The word that people read.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Draft, Language::Chinese) => "草稿",
            (Self::Draft, Language::English) => "draft",
            (Self::Reported, Language::Chinese) => "待确认",
            (Self::Reported, Language::English) => "to be confirmed",
            (Self::NotDanger, Language::Chinese) => "非隐患（归档）",
            (Self::NotDanger, Language::English) => "no danger (filed)",
            (Self::Confirmed, Language::Chinese) => "待指派",
            (Self::Confirmed, Language::English) => "to be assigned",
            (Self::Rectifying, Language::Chinese) => "整改中",
            (Self::Rectifying, Language::English) => "being rectified",
            (Self::ExtensionAsked, Language::Chinese) => "延期审批中",
            (Self::ExtensionAsked, Language::English) => "extension asked for",
            (Self::HandedUp, Language::Chinese) => "已上报上级",
            (Self::HandedUp, Language::English) => "handed up",
            (Self::Suspended, Language::Chinese) => "挂起",
            (Self::Suspended, Language::English) => "suspended",
            (Self::AwaitingAcceptance, Language::Chinese) => "待验收",
            (Self::AwaitingAcceptance, Language::English) => "to be accepted",
            (Self::Closed, Language::Chinese) => "已销号",
            (Self::Closed, Language::English) => "closed",
            (Self::Void, Language::Chinese) => "已作废",
            (Self::Void, Language::English) => "void",
        }
    }

    /// The stable word in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reported => "reported",
            Self::NotDanger => "not-danger",
            Self::Confirmed => "confirmed",
            Self::Rectifying => "rectifying",
            Self::ExtensionAsked => "extension-asked",
            Self::HandedUp => "handed-up",
            Self::Suspended => "suspended",
            Self::AwaitingAcceptance => "awaiting-acceptance",
            Self::Closed => "closed",
            Self::Void => "void",
        }
    }

    /// Whether it is a confirmed danger that is not closed.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Confirmed
            | Self::Rectifying
            | Self::ExtensionAsked
            | Self::HandedUp
            | Self::Suspended
            | Self::AwaitingAcceptance => true,
            Self::Draft | Self::Reported | Self::NotDanger | Self::Closed | Self::Void => false,
        }
    }
}

/// One way from a state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Transition {
    /// The state before; none for a danger that is not there yet.
    pub from: Option<DangerState>,
    /// What is done.
    pub act: DangerAct,
    /// The state after.
    pub to: DangerState,
}

const fn way(from: DangerState, act: DangerAct, to: DangerState) -> Transition {
    Transition { from: Some(from), act, to }
}

use DangerAct as A;
use DangerState as S;

/// Every transition there is. What is not here is refused.
pub const TRANSITIONS: &[Transition] = &[
    Transition { from: None, act: A::Draft, to: S::Draft },
    Transition { from: None, act: A::Report, to: S::Reported },
    way(S::Draft, A::Report, S::Reported),
    way(S::Reported, A::Dismiss, S::NotDanger),
    way(S::Reported, A::Confirm, S::Confirmed),
    way(S::Reported, A::FixOnSpot, S::Closed),
    way(S::Confirmed, A::Assign, S::Rectifying),
    way(S::Confirmed, A::HandUp, S::HandedUp),
    way(S::Rectifying, A::HandUp, S::HandedUp),
    way(S::HandedUp, A::TakeUp, S::Confirmed),
    way(S::Rectifying, A::Submit, S::AwaitingAcceptance),
    way(S::Rectifying, A::AskExtension, S::ExtensionAsked),
    way(S::ExtensionAsked, A::GrantExtension, S::Rectifying),
    way(S::ExtensionAsked, A::RefuseExtension, S::Rectifying),
    way(S::Rectifying, A::Suspend, S::Suspended),
    way(S::Suspended, A::Resume, S::Rectifying),
    way(S::AwaitingAcceptance, A::Accept, S::Closed),
    way(S::AwaitingAcceptance, A::Reject, S::Rectifying),
    way(S::Closed, A::Reopen, S::Rectifying),
    way(S::Draft, A::Void, S::Void),
    way(S::Reported, A::Void, S::Void),
    way(S::NotDanger, A::Void, S::Void),
    way(S::Confirmed, A::Void, S::Void),
    way(S::Rectifying, A::Void, S::Void),
    way(S::ExtensionAsked, A::Void, S::Void),
    way(S::HandedUp, A::Void, S::Void),
    way(S::Suspended, A::Void, S::Void),
    way(S::AwaitingAcceptance, A::Void, S::Void),
    way(S::Closed, A::Void, S::Void),
];

/// The state after an act, or `None` where the state does not allow it.
pub fn after(from: Option<DangerState>, act: DangerAct) -> Option<DangerState> {
    TRANSITIONS.iter().find(|way| (way.from, way.act) == (from, act)).map(|way| way.to)
}

/// What a state allows, in the order of the table.
pub fn acts(from: Option<DangerState>) -> Vec<DangerAct> {
    TRANSITIONS.iter().filter(|way| way.from == from).map(|way| way.act).collect()
}

/// 「由谁」 Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Anybody, also somebody without a name.
    Anybody,
    /// 「安全负责人」 of the school, or the safety officer of its department.
    SafetyLead,
    /// 「安全负责人或部门负责人」
    SafetyLeadOrHead,
    /// 「部门」 Its head or safety officer.
    Department,
    /// 「校级安全负责人」
    SchoolSafetyLead,
    /// 「整改责任人」
    Responsible,
    /// 「定期限的人」 For major dangers the principal.
    DeadlineSetter,
    /// 「验收人」 For major dangers the principal; never who rectified.
    Acceptor,
}

impl Who {
    /// The word that people read.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Anybody, Language::Chinese) => "任何人",
            (Self::Anybody, Language::English) => "anybody",
            (Self::SafetyLead, Language::Chinese) => "安全负责人（校级，或责任部门的安全员）",
            (Self::SafetyLead, Language::English) => "the safety lead, or the department's safety officer",
            (Self::SafetyLeadOrHead, Language::Chinese) => "安全负责人或责任部门负责人",
            (Self::SafetyLeadOrHead, Language::English) => "the safety lead or the head of the department",
            (Self::Department, Language::Chinese) => "责任部门负责人或部门安全员",
            (Self::Department, Language::English) => "the head of the department or its safety officer",
            (Self::SchoolSafetyLead, Language::Chinese) => "校级安全负责人",
            (Self::SchoolSafetyLead, Language::English) => "the safety lead of the organisation",
            (Self::Responsible, Language::Chinese) => "整改责任人",
            (Self::Responsible, Language::English) => "who is responsible for the rectification",
            (Self::DeadlineSetter, Language::Chinese) => "确定期限的人（重大隐患为主要负责人）",
            (Self::DeadlineSetter, Language::English) => {
                "who set the deadline, for major dangers the principal"
            }
            (Self::Acceptor, Language::Chinese) => "验收人（重大隐患为主要负责人，且不能是整改责任人）",
            (Self::Acceptor, Language::English) => {
                "the acceptor, for major dangers the principal, never who rectified"
            }
        }
    }
}

/// Who takes a step and what it must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActRule {
    /// The step.
    pub act: DangerAct,
    /// Who.
    pub who: Who,
    /// What must be given.
    pub needs: &'static [Need],
    /// What must be given besides for a major danger.
    pub major: &'static [Need],
}

const fn rule(act: DangerAct, who: Who, needs: &'static [Need]) -> ActRule {
    ActRule { act, who, needs, major: &[] }
}

/// Who takes each step with what: the other half of the table.
pub const ACTS: &[ActRule] = &[
    rule(A::Draft, Who::Anybody, &[Need::Description]),
    rule(A::Report, Who::Anybody, &[Need::Description, Need::Place]),
    rule(A::Dismiss, Who::SafetyLead, &[Need::Reason]),
    ActRule {
        act: A::Confirm,
        who: Who::SafetyLead,
        needs: &[Need::Grade, Need::Form, Need::Basis],
        major: &[Need::Approver],
    },
    rule(A::FixOnSpot, Who::SafetyLead, &[Need::General, Need::Time, Need::PhotoBefore, Need::PhotoAfter]),
    ActRule {
        act: A::Assign,
        who: Who::SafetyLeadOrHead,
        needs: &[Need::Responsible, Need::Measures, Need::Funds, Need::Deadline, Need::Contingency],
        major: &[Need::Plan],
    },
    rule(A::HandUp, Who::Department, &[Need::Reason]),
    rule(A::TakeUp, Who::SchoolSafetyLead, &[]),
    rule(A::Submit, Who::Responsible, &[Need::Done, Need::Cost, Need::PhotoAfter]),
    rule(A::AskExtension, Who::Responsible, &[Need::Reason, Need::NewDeadline, Need::Interim]),
    rule(A::GrantExtension, Who::DeadlineSetter, &[Need::NewDeadline]),
    rule(A::RefuseExtension, Who::DeadlineSetter, &[]),
    rule(A::Suspend, Who::SchoolSafetyLead, &[Need::Cause, Need::Interim, Need::Review]),
    rule(A::Resume, Who::SchoolSafetyLead, &[]),
    rule(A::Accept, Who::Acceptor, &[Need::Conclusion, Need::PhotoAfter]),
    rule(A::Reject, Who::Acceptor, &[Need::Reason]),
    rule(A::Reopen, Who::SafetyLead, &[Need::Reason]),
    rule(A::Void, Who::SafetyLead, &[Need::Reason]),
];

/// The rule of a step.
pub fn act_rule(act: DangerAct) -> ActRule {
    // The table has a line for every act, a test sees to it; the safest one stands in.
    ACTS.iter().find(|own| own.act == act).copied().unwrap_or(rule(act, Who::SchoolSafetyLead, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Section 5.3 of the specification, typed once more: rows are states, `.` is refused.
    /// Acts in the order of `DangerAct::ALL`: draft report dismiss confirm fix assign up take-up submit ask grant refuse
    /// suspend resume accept reject reopen void.
    const GRID: &[(&str, &str)] = &[
        ("-", "S0 S1 . . . . . . . . . . . . . . . ."),
        ("S0", ". S1 . . . . . . . . . . . . . . . V"),
        ("S1", ". . R0 S2 S5 . . . . . . . . . . . . V"),
        ("R0", ". . . . . . . . . . . . . . . . . V"),
        ("S2", ". . . . . S3 S3u . . . . . . . . . . V"),
        ("S3", ". . . . . . S3u . S4 S3e . . S6 . . . . V"),
        ("S3e", ". . . . . . . . . . S3 S3 . . . . . V"),
        ("S3u", ". . . . . . . S2 . . . . . . . . . V"),
        ("S6", ". . . . . . . . . . . . . S3 . . . V"),
        ("S4", ". . . . . . . . . . . . . . S5 S3 . V"),
        ("S5", ". . . . . . . . . . . . . . . . S3 V"),
        ("V", ". . . . . . . . . . . . . . . . . ."),
    ];

    fn state(sign: &str) -> Option<DangerState> {
        Some(match sign {
            "S0" => S::Draft,
            "S1" => S::Reported,
            "R0" => S::NotDanger,
            "S2" => S::Confirmed,
            "S3" => S::Rectifying,
            "S3e" => S::ExtensionAsked,
            "S3u" => S::HandedUp,
            "S6" => S::Suspended,
            "S4" => S::AwaitingAcceptance,
            "S5" => S::Closed,
            "V" => S::Void,
            _ => return None,
        })
    }

    #[test]
    fn every_transition_of_the_specification_is_allowed_and_every_other_one_refused() {
        let mut allowed = 0;
        let mut rows = BTreeSet::new();
        for (from, row) in GRID {
            rows.insert(state(from));
            let cells: Vec<&str> = row.split(' ').collect();
            assert_eq!(cells.len(), DangerAct::ALL.len(), "{from}");
            for (act, to) in DangerAct::ALL.iter().zip(cells) {
                assert_eq!(after(state(from), *act), state(to), "{from} {act}");
                allowed += usize::from(to != ".");
            }
        }
        assert_eq!(rows.len(), S::ALL.len() + 1, "a row for every state and for none");
        assert_eq!(TRANSITIONS.len(), allowed);
    }

    #[test]
    fn every_act_has_one_rule_and_every_state_its_own_words() {
        for act in DangerAct::ALL {
            assert_eq!(ACTS.iter().filter(|own| own.act == *act).count(), 1, "{act}");
        }
        for language in [Language::Chinese, Language::English] {
            let names: BTreeSet<_> = S::ALL.iter().map(|state| state.name(language)).collect();
            assert_eq!(names.len(), S::ALL.len());
        }
        for state in S::ALL.iter().copied() {
            assert_eq!(serde_json::to_value(state).unwrap(), state.as_str());
        }
    }

    #[test]
    fn only_void_is_final_and_a_closed_danger_is_not_open() {
        for state in S::ALL.iter().copied() {
            assert_eq!(acts(Some(state)).is_empty(), state == S::Void, "{state:?}");
        }
        assert!(!S::Closed.is_open() && S::Suspended.is_open() && !S::Reported.is_open());
    }
}

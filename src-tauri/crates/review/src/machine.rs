//! The states of a review and every way from one to another, as one table.
//! Relies on acts being the words of `domain`.
//! Knows nothing of who acts and on what.

use domain::ReviewAct;
use serde::{Deserialize, Serialize};

/// 「审核状态」 Where a review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// 「草稿」
    Draft,
    /// 「待审」
    Submitted,
    /// 「退回」
    Returned,
    /// 「通过」
    Passed,
    /// 「批准」
    Approved,
    /// 「内容已变」 What was submitted, passed or approved is not what stands there today.
    Reopened,
}

impl ReviewState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Submitted, Self::Returned, Self::Passed, Self::Approved, Self::Reopened];
}

/// Every transition there is: from, by, to. What is not here is refused.
pub const TRANSITIONS: &[(ReviewState, ReviewAct, ReviewState)] = &[
    (ReviewState::Draft, ReviewAct::Submit, ReviewState::Submitted),
    (ReviewState::Submitted, ReviewAct::Withdraw, ReviewState::Draft),
    (ReviewState::Submitted, ReviewAct::Return, ReviewState::Returned),
    (ReviewState::Submitted, ReviewAct::Pass, ReviewState::Passed),
    (ReviewState::Returned, ReviewAct::Submit, ReviewState::Submitted),
    (ReviewState::Passed, ReviewAct::Return, ReviewState::Returned),
    (ReviewState::Passed, ReviewAct::Approve, ReviewState::Approved),
    (ReviewState::Approved, ReviewAct::Return, ReviewState::Returned),
    (ReviewState::Reopened, ReviewAct::Submit, ReviewState::Submitted),
    (ReviewState::Reopened, ReviewAct::Withdraw, ReviewState::Draft),
    (ReviewState::Reopened, ReviewAct::Return, ReviewState::Returned),
];

/// The state after an act, or `None` where the state does not allow it.
pub fn after(state: ReviewState, act: ReviewAct) -> Option<ReviewState> {
    TRANSITIONS.iter().find(|(from, by, _)| (*from, *by) == (state, act)).map(|(_, _, to)| *to)
}

/// What a state allows.
pub fn acts(state: ReviewState) -> Vec<ReviewAct> {
    TRANSITIONS.iter().filter(|(from, _, _)| *from == state).map(|(_, by, _)| *by).collect()
}

/// The state that an act leads to, wherever it came from.
pub(crate) fn by_act(act: Option<ReviewAct>) -> ReviewState {
    match act {
        None | Some(ReviewAct::Withdraw) => ReviewState::Draft,
        Some(ReviewAct::Submit) => ReviewState::Submitted,
        Some(ReviewAct::Return) => ReviewState::Returned,
        Some(ReviewAct::Pass) => ReviewState::Passed,
        Some(ReviewAct::Approve) => ReviewState::Approved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_act_tells_the_state_it_led_to() {
        for (_, act, to) in TRANSITIONS {
            assert_eq!(by_act(Some(*act)), *to);
        }
    }

    #[test]
    fn no_state_is_a_dead_end_and_approval_needs_a_pass() {
        for state in ReviewState::ALL {
            assert!(!acts(state).is_empty(), "{state:?}");
            for act in ReviewAct::ALL {
                let listed = TRANSITIONS.iter().filter(|own| (own.0, own.1) == (state, *act)).count();
                assert!(listed <= 1, "{state:?} {act} leads two ways");
            }
        }
        let approving: Vec<_> =
            TRANSITIONS.iter().filter(|own| own.2 == ReviewState::Approved).map(|own| own.0).collect();
        assert_eq!(approving, [ReviewState::Passed]);
    }
}

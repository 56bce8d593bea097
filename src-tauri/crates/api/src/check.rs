//! The health check as front ends show it.
//! Relies on `health` for the rules.
//! Knows no rule of its own.

use crate::views::{FindingView, Words};
use domain::{Language, Snapshot};
use evaluation::RiskPicture;
use health::{Finding, check};

/// Every finding, errors first.
pub fn findings(snapshot: &Snapshot, picture: &RiskPicture) -> Vec<FindingView> {
    let view = |finding: Finding| FindingView {
        rule: finding.rule,
        severity: finding.rule.severity(),
        row: finding.row,
        text: Words { chinese: finding.text(Language::Chinese), english: finding.text(Language::English) },
        subject: finding.subject,
        at: finding.at,
    };
    check(snapshot, picture).into_iter().map(view).collect()
}

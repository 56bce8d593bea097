//! 体检: what is missing from a project or does not fit together, each finding with a code, a place and a remedy.
//! Relies on a snapshot and its risk picture.
//! Knows nothing of how findings are shown, and no command: remedies are data.

mod codes;
mod completeness;
mod dangers;
mod finding;
mod hazards;
mod ignored;
mod points;
mod rest;
mod reviews;
mod rule;
mod zones;

pub use completeness::{Completeness, completeness};
pub use finding::{Finding, Remedy, Visit};
pub use rule::{Rule, Severity};

use chrono::NaiveDate;
use domain::Snapshot;
use evaluation::RiskPicture;

/// Checks a project by every rule, as of a day. Errors first, then by rule and code; what somebody decided to live with
/// is among them and says so.
pub fn check(snapshot: &Snapshot, picture: &RiskPicture, today: NaiveDate) -> Vec<Finding> {
    // What was reviewed is compared word by word, which takes as long as all other rules together.
    let mut findings = std::thread::scope(|scope| {
        let reviews = scope.spawn(|| {
            let mut findings = Vec::new();
            reviews::check(snapshot, picture, today, &mut findings);
            findings
        });
        let mut findings = Vec::new();
        let plans = zones::Plans::new(snapshot);
        points::check(snapshot, picture, &plans, &mut findings);
        hazards::check(snapshot, picture, &mut findings);
        zones::check(snapshot, picture, &plans, &mut findings);
        codes::check(snapshot, &mut findings);
        rest::check(snapshot, picture, &mut findings);
        dangers::check(snapshot, today, &mut findings);
        match reviews.join() {
            Ok(own) => findings.extend(own),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        findings
    });
    findings.sort_by(|a, b| {
        (a.rule.severity(), a.rule, &a.subject, &a.detail).cmp(&(
            b.rule.severity(),
            b.rule,
            &b.subject,
            &b.detail,
        ))
    });
    ignored::mark(snapshot, picture, &mut findings);
    findings
}

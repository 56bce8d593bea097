//! Deciding to live with a finding of the health check, with a reason, until its subject changes.
//! Relies on the fingerprint of the subject at the time of the decision.
//! Knows no rule: it keeps the code that it is given.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::refusal::Refusal;
use domain::{IgnoredFinding, PersonId, RiskBasis, RowId};
use evaluation::risk_picture;
use review::fingerprint_of_row;
use serde::{Deserialize, Serialize};
use store::Label;

/// Ignores a finding. Doing so again gives it another reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct IgnoreFinding {
    /// Code of its rule.
    pub rule: String,
    /// The row it is about.
    pub row: RowId,
    /// What it names besides.
    #[serde(default)]
    pub detail: String,
    /// Why it may stand.
    pub reason: String,
    /// Who decides.
    #[serde(default)]
    pub by: Option<PersonId>,
}

impl IgnoreFinding {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        if !snapshot.contains(self.row) {
            return Err(Refusal::NoSuchRow(self.row));
        }
        if let Some(person) = self.by {
            find(&snapshot.people, person)?;
        }
        let subject = format!("{}/{}", self.row.table, self.row.id);
        let same = snapshot
            .ignored_findings
            .iter()
            .find(|own| own.rule == self.rule && own.subject == subject && own.detail == self.detail);
        let picture = risk_picture(snapshot, RiskBasis::Existing);
        let mut plan = Plan::new(Label::new("忽略体检问题", "Ignore a finding"));
        plan.create(IgnoredFinding {
            id: same.map_or_else(|| context.id(), |own| own.id),
            rule: self.rule,
            subject,
            detail: self.detail,
            reason: self.reason,
            ignored_by_id: self.by,
            ignored_on: context.today,
            fingerprint: fingerprint_of_row(snapshot, &picture, self.row),
        });
        Ok(plan)
    }
}

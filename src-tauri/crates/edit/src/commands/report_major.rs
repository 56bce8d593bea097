//! 双报告: that a major danger was reported to the authority or the staff congress, and the receipt.
//! Relies on the danger being confirmed as major.
//! Knows nothing of how the papers look.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::report_danger::check_day;
use crate::danger_fault::DangerFault;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use domain::{DangerReport, DangerReportId, HiddenDangerGrade, HiddenDangerId, Language, ReportRecipient};
use rectification::standing;
use serde::{Deserialize, Serialize};
use store::Label;

/// Records that a major danger was reported, or what came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReportMajor {
    /// The danger.
    pub danger: HiddenDangerId,
    /// The report whose receipt came; nothing for a new one.
    #[serde(default)]
    pub report: Option<DangerReportId>,
    /// To the authority or to the congress.
    pub to: ReportRecipient,
    /// Who that is, as the paper names it.
    pub recipient: String,
    /// When it was sent; today when left out.
    #[serde(default)]
    pub sent_on: Option<NaiveDate>,
    /// What came back.
    #[serde(default)]
    pub receipt: String,
    /// When it came back.
    #[serde(default)]
    pub received_on: Option<NaiveDate>,
}

impl ReportMajor {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let danger = find(&context.snapshot.dangers, self.danger)?;
        let confirmed_on = standing(context.snapshot, self.danger).confirmed_on;
        if danger.grade != Some(HiddenDangerGrade::Major) || confirmed_on.is_none() {
            return Err(DangerFault::NotMajor.into());
        }
        let known = self.report.map(|report| find(&context.snapshot.danger_reports, report)).transpose()?;
        if known.is_some_and(|known| known.danger_id != self.danger) {
            return Err(DangerFault::OtherDanger.into());
        }
        let sent_on = self.sent_on.or(known.map(|known| known.sent_on)).unwrap_or(context.today);
        check_day(sent_on, context.today)?;
        let found_on = danger.found_on;
        if sent_on < found_on {
            return Err(DangerFault::BeforeFinding { on: sent_on, found_on }.into());
        }
        if let Some(on) = self.received_on {
            check_day(on, context.today)?;
            if on < sent_on {
                return Err(DangerFault::ClockBack { on, last: sent_on }.into());
            }
        }
        let (code, to) = (&danger.code, self.to);
        let mut plan = Plan::new(Label::new(
            format!("双报告 {code}（{}）", to.name(Language::Chinese)),
            format!("Report {code} to the {}", to.name(Language::English)),
        ));
        plan.create(DangerReport {
            id: known.map_or_else(|| context.id(), |known| known.id),
            danger_id: self.danger,
            addressee: self.to,
            recipient: self.recipient,
            sent_on,
            receipt: self.receipt,
            received_on: self.received_on,
        });
        Ok(plan)
    }
}

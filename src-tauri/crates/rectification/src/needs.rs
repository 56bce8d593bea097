//! What a step must say: 五落实, reasons, photographs, and how late a deadline may lie.
//! Relies on the table of steps for what each one needs.
//! Knows nothing of who takes it.

use crate::machine::act_rule;
use crate::standing::Standing;
use chrono::{Days, NaiveDate};
use domain::{DangerAct, DangerStep, HiddenDanger, HiddenDangerGrade, Language, PhotoMoment};
use serde::Serialize;

/// Days that a general danger usually gets.
pub const USUAL_DAYS: u64 = 7;
/// The most days that a general danger gets when it is assigned; more needs an extension.
pub const LONGEST_GENERAL_DAYS: u64 = 30;

/// Something that a step must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// 「隐患描述」
    Description,
    /// 「地点」 In words, or a risk point.
    Place,
    /// 「理由」
    Reason,
    /// 「级别」
    Grade,
    /// 「类别」
    Form,
    /// 「依据」
    Basis,
    /// 「批准人」 of the leading group.
    Approver,
    /// It is no major danger.
    General,
    /// 「时间」
    Time,
    /// 「整改前照片」
    PhotoBefore,
    /// 「整改后照片」
    PhotoAfter,
    /// 「整改责任人」 责任落实.
    Responsible,
    /// 「整改措施」 措施落实.
    Measures,
    /// 「资金」 资金落实.
    Funds,
    /// 「期限」 时限落实.
    Deadline,
    /// 「应急预案或临时措施」 预案落实.
    Contingency,
    /// 「治理方案」
    Plan,
    /// 「整改情况」
    Done,
    /// 「整改费用」
    Cost,
    /// 「新的期限」
    NewDeadline,
    /// 「临时措施」
    Interim,
    /// 「外部原因」
    Cause,
    /// 「复核日期」
    Review,
    /// 「验收结论」
    Conclusion,
}

impl Need {
    /// The word that people read.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Description, Language::Chinese) => "隐患描述",
            (Self::Description, Language::English) => "description",
            (Self::Place, Language::Chinese) => "地点或风险点",
            (Self::Place, Language::English) => "place or risk point",
            (Self::Reason, Language::Chinese) => "理由",
            (Self::Reason, Language::English) => "reason",
            (Self::Grade, Language::Chinese) => "隐患级别",
            (Self::Grade, Language::English) => "grade",
            (Self::Form, Language::Chinese) => "隐患类别",
            (Self::Form, Language::English) => "form",
            (Self::Basis, Language::Chinese) => "判定依据",
            (Self::Basis, Language::English) => "basis",
            (Self::Approver, Language::Chinese) => "批准人（主要负责人或分管领导）",
            (Self::Approver, Language::English) => "approval of the principal or the deputy in charge",
            (Self::General, Language::Chinese) => "级别为一般",
            (Self::General, Language::English) => "the grade general",
            (Self::Time, Language::Chinese) => "整改时间",
            (Self::Time, Language::English) => "time of day",
            (Self::PhotoBefore, Language::Chinese) => "整改前照片",
            (Self::PhotoBefore, Language::English) => "photograph before",
            (Self::PhotoAfter, Language::Chinese) => "整改后照片",
            (Self::PhotoAfter, Language::English) => "photograph after",
            (Self::Responsible, Language::Chinese) => "整改责任人",
            (Self::Responsible, Language::English) => "person responsible",
            (Self::Measures, Language::Chinese) => "整改措施",
            (Self::Measures, Language::English) => "measures",
            (Self::Funds, Language::Chinese) => "资金（没有则填 0）",
            (Self::Funds, Language::English) => "funds (0 for none)",
            (Self::Deadline, Language::Chinese) => "整改期限",
            (Self::Deadline, Language::English) => "deadline",
            (Self::Contingency, Language::Chinese) => "应急预案或临时措施",
            (Self::Contingency, Language::English) => "emergency plan or interim measures",
            (Self::Plan, Language::Chinese) => "治理方案文件",
            (Self::Plan, Language::English) => "rectification plan as a file",
            (Self::Done, Language::Chinese) => "整改情况",
            (Self::Done, Language::English) => "what was done",
            (Self::Cost, Language::Chinese) => "实际费用（没有则填 0）",
            (Self::Cost, Language::English) => "cost (0 for none)",
            (Self::NewDeadline, Language::Chinese) => "新的期限",
            (Self::NewDeadline, Language::English) => "new deadline",
            (Self::Interim, Language::Chinese) => "临时措施",
            (Self::Interim, Language::English) => "interim measures",
            (Self::Cause, Language::Chinese) => "外部原因",
            (Self::Cause, Language::English) => "external cause",
            (Self::Review, Language::Chinese) => "复核日期",
            (Self::Review, Language::English) => "date of the review",
            (Self::Conclusion, Language::Chinese) => "验收结论",
            (Self::Conclusion, Language::English) => "conclusion",
        }
    }

    /// The field of the command that answers it.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Description => "description",
            Self::Place => "place",
            Self::Reason | Self::Done | Self::Cause | Self::Conclusion => "note",
            Self::Grade | Self::General => "grade",
            Self::Form => "form",
            Self::Basis => "basis",
            Self::Approver => "approver",
            Self::Time => "at",
            Self::PhotoBefore | Self::PhotoAfter => "photos",
            Self::Responsible => "responsible",
            Self::Measures => "measures",
            Self::Funds | Self::Cost => "funds",
            Self::Deadline | Self::NewDeadline => "deadline",
            Self::Contingency | Self::Interim => "contingency",
            Self::Plan => "document",
            Self::Review => "review_on",
        }
    }

    /// Whether a danger as it will be, the step and its photographs answer it.
    fn is_met(self, danger: &HiddenDanger, step: &DangerStep, photos: &[PhotoMoment]) -> bool {
        let said = |text: &str| !text.trim().is_empty();
        match self {
            Self::Description => said(&danger.description),
            Self::Place => said(&danger.place) || danger.point_id.is_some() || danger.position.is_some(),
            Self::Reason | Self::Done | Self::Cause | Self::Conclusion => said(&step.note),
            Self::Grade => danger.grade.is_some(),
            Self::General => danger.grade != Some(HiddenDangerGrade::Major),
            Self::Form => danger.form.is_some(),
            Self::Basis => said(&danger.basis),
            Self::Approver => step.approver_id.is_some(),
            Self::Time => step.done_at.is_some(),
            Self::PhotoBefore => photos.contains(&PhotoMoment::Before),
            Self::PhotoAfter => photos.contains(&PhotoMoment::After),
            Self::Responsible => step.responsible_id.is_some(),
            Self::Measures => said(&step.measures),
            Self::Funds | Self::Cost => step.funds.is_some(),
            Self::Deadline | Self::NewDeadline => step.deadline.is_some(),
            Self::Contingency | Self::Interim => said(&step.contingency),
            Self::Plan => step.document_id.is_some(),
            Self::Review => step.review_on.is_some(),
        }
    }
}

/// What a step must say for a danger that stands so. A danger that was fixed on the spot was never assigned: reopened, it
/// needs what an assignment needs, since none may be without a deadline.
pub fn needs(act: DangerAct, grade: Option<HiddenDangerGrade>, standing: &Standing) -> Vec<Need> {
    let rule = act_rule(act);
    let mut needs = rule.needs.to_vec();
    let major = grade == Some(HiddenDangerGrade::Major);
    if major {
        needs.extend(rule.major);
    }
    if act == DangerAct::Reopen && standing.responsible.is_none() {
        let assign = act_rule(DangerAct::Assign);
        needs.extend(assign.needs);
        if major {
            needs.extend(assign.major);
        }
    }
    needs
}

/// What a step lacks. `danger` is as it will be after it; photographs of the danger that were there before count as
/// before, those after only with the step itself.
pub fn lacking(
    danger: &HiddenDanger,
    standing: &Standing,
    step: &DangerStep,
    photos: &[PhotoMoment],
) -> Vec<Need> {
    let needs = needs(step.act, danger.grade, standing);
    needs.into_iter().filter(|need| !need.is_met(danger, step, photos)).collect()
}

/// The deadline to suggest: a week for general ones, none for major ones, whose plan says it.
pub fn suggested_deadline(grade: Option<HiddenDangerGrade>, on: NaiveDate) -> Option<NaiveDate> {
    match grade {
        Some(HiddenDangerGrade::Major) => None,
        Some(HiddenDangerGrade::General) | None => on.checked_add_days(Days::new(USUAL_DAYS)),
    }
}

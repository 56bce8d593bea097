//! Why a step with a hidden danger is refused, in words that say what to do.
//! Relies on the rules of `rectification` for who may do what.
//! Knows nothing of other commands.

use chrono::NaiveDate;
use domain::{DangerAct, Explain, Language};
use rectification::{LONGEST_GENERAL_DAYS, Need, Rule};

/// A step that was not taken. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DangerFault {
    /// A rule of the state machine.
    #[error(transparent)]
    Rule(#[from] Rule),
    /// Something that the step must say is not said.
    #[error("{} lacks: {}", .0.name(Language::English), names(.1, Language::English))]
    Lacking(DangerAct, Vec<Need>),
    /// What is given here belongs to another step.
    #[error("{} is given when the danger is reported or confirmed", .0)]
    NotNow(&'static str),
    /// A danger that is there does not begin anew.
    #[error("a draft is made by reporting")]
    NotADraft,
    /// The deadline lies before the finding.
    #[error("the deadline {deadline} lies before the day on which the danger was found, {found_on}")]
    DeadlineBeforeFinding {
        /// The deadline.
        deadline: NaiveDate,
        /// The finding.
        found_on: NaiveDate,
    },
    /// The deadline is over on the day of the step.
    #[error("the deadline {deadline} is over on {on}")]
    DeadlineOver {
        /// The deadline.
        deadline: NaiveDate,
        /// The day of the step.
        on: NaiveDate,
    },
    /// A general danger gets so many days at most.
    #[error("a general danger gets {LONGEST_GENERAL_DAYS} days at most, until {0}")]
    DeadlineTooFar(NaiveDate),
    /// An extension that is none.
    #[error("the new deadline must be later than {0}")]
    NotLater(NaiveDate),
    /// The step lies before the last one.
    #[error("{on} lies before the last step, {last}")]
    ClockBack {
        /// The day that was given.
        on: NaiveDate,
        /// The day of the last step.
        last: NaiveDate,
    },
    /// The step lies before the finding.
    #[error("{on} lies before the day on which the danger was found, {found_on}")]
    BeforeFinding {
        /// The day that was given.
        on: NaiveDate,
        /// The finding.
        found_on: NaiveDate,
    },
    /// The day is not there yet.
    #[error("{on} is later than today, {today}")]
    InFuture {
        /// The day that was given.
        on: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// The day is so old that a clock must be wrong.
    #[error("{0} is too long ago to be true")]
    TooOld(NaiveDate),
    /// The date of review is over on the day of the step.
    #[error("the date of review {review_on} is over on {on}")]
    ReviewOver {
        /// The date of review.
        review_on: NaiveDate,
        /// The day of the step.
        on: NaiveDate,
    },
    /// Who approves a major danger.
    #[error("{0} cannot approve a major danger: the principal or the deputy in charge does")]
    NotApprover(String),
    /// Nobody accepts their own work.
    #[error("{0} would have to accept their own work")]
    OwnWork(String),
    /// Only confirmed major dangers are reported to authority and congress.
    #[error("only confirmed major dangers are reported to the authority and the staff congress")]
    NotMajor,
    /// It duplicates one that is void itself.
    #[error("{0} is void itself")]
    DuplicateOfVoid(String),
    /// The step belongs to another danger.
    #[error("the step belongs to another danger")]
    OtherDanger,
    /// A photograph is named that is none.
    #[error("no photograph is kept under this fingerprint")]
    NoPhoto,
}

fn names(needs: &[Need], language: Language) -> String {
    let names: Vec<&str> = needs.iter().map(|need| need.name(language)).collect();
    names.join(language.pick("、", ", "))
}

impl Explain for DangerFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.code(),
            Self::Lacking(..) => "lacking",
            Self::NotNow(_) => "not-now",
            Self::NotADraft => "not-a-draft",
            Self::DeadlineBeforeFinding { .. } => "deadline-before-finding",
            Self::DeadlineOver { .. } => "deadline-over",
            Self::DeadlineTooFar(_) => "deadline-too-far",
            Self::NotLater(_) => "not-later",
            Self::ClockBack { .. } => "clock-back",
            Self::BeforeFinding { .. } => "before-finding",
            Self::InFuture { .. } => "in-future",
            Self::TooOld(_) => "too-old",
            Self::ReviewOver { .. } => "review-over",
            Self::NotApprover(_) => "not-approver",
            Self::OwnWork(_) => "own-work",
            Self::NotMajor => "not-major",
            Self::DuplicateOfVoid(_) => "duplicate-of-void",
            Self::OtherDanger => "other-danger",
            Self::NoPhoto => "no-photo",
        }
    }

    fn explain(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => match self {
                Self::Rule(rule) => rule.explain(language),
                Self::Lacking(..) => format!("{self}. Please fill it in."),
                Self::ClockBack { .. } | Self::InFuture { .. } | Self::TooOld(_) => {
                    format!("{self}. Please correct the date, or the clock of this computer.")
                }
                Self::DeadlineTooFar(_) => {
                    format!("{self}. Please choose an earlier day; ask for an extension if need be.")
                }
                Self::NotNow(_)
                | Self::NotADraft
                | Self::DeadlineBeforeFinding { .. }
                | Self::DeadlineOver { .. }
                | Self::NotLater(_)
                | Self::BeforeFinding { .. }
                | Self::ReviewOver { .. }
                | Self::NotApprover(_)
                | Self::OwnWork(_)
                | Self::NotMajor
                | Self::DuplicateOfVoid(_)
                | Self::OtherDanger
                | Self::NoPhoto => format!("{self}. Please choose again."),
            },
        }
    }
}

impl DangerFault {
    fn chinese(&self) -> String {
        let language = Language::Chinese;
        match self {
            Self::Rule(rule) => rule.explain(language),
            Self::Lacking(act, needs) => {
                format!("“{}”还需要填写：{}。", act.name(language), names(needs, language))
            }
            Self::NotNow(_) => "级别、类别、依据、风险点等只在上报或确认时填写，此处请留空。".to_owned(),
            Self::NotADraft => "隐患已经登记，不能再存为草稿。".to_owned(),
            Self::DeadlineBeforeFinding { deadline, found_on } => {
                format!("整改期限 {deadline} 早于发现日期 {found_on}，请改为发现之后的日期。")
            }
            Self::DeadlineOver { deadline, on } => {
                format!("整改期限 {deadline} 早于办理日期 {on}，请改为之后的日期。")
            }
            Self::DeadlineTooFar(latest) => format!(
                "一般隐患的整改期限最长 {LONGEST_GENERAL_DAYS} 天（最晚 {latest}），请改早；确需更长的，到期前申请延期。"
            ),
            Self::NotLater(old) => format!("新的期限应晚于原期限 {old}，请重新填写。"),
            Self::ClockBack { on, last } => format!(
                "办理日期 {on} 早于上一步的日期 {last}。请核对日期；如果电脑时钟被调回，请先校准时钟。"
            ),
            Self::BeforeFinding { on, found_on } => {
                format!("日期 {on} 早于发现日期 {found_on}，请核对后重新填写。")
            }
            Self::InFuture { on, today } => {
                format!("日期 {on} 晚于今天 {today}，请核对；如果电脑时钟不准，请先校准时钟。")
            }
            Self::TooOld(on) => format!("日期 {on} 太早，可能是时钟有误，请核对后重新填写。"),
            Self::ReviewOver { review_on, on } => {
                format!("复核日期 {review_on} 早于办理日期 {on}，请改为之后的日期。")
            }
            Self::NotApprover(name) => {
                format!("“{name}”不能批准重大隐患，应由主要负责人或分管领导批准。")
            }
            Self::OwnWork(name) => {
                format!("“{name}”既负责整改又要验收，请换一个整改责任人或验收人。")
            }
            Self::NotMajor => "只有已确认的重大隐患需要双报告。".to_owned(),
            Self::DuplicateOfVoid(code) => format!("隐患 {code} 自己已作废，请选择有效的那一条。"),
            Self::OtherDanger => "所选处置记录属于另一条隐患，请重新选择。".to_owned(),
            Self::NoPhoto => "没有这张照片，请重新添加照片。".to_owned(),
        }
    }
}

//! Why somebody may not do something with a danger, in words that say who may.
//! Relies on nothing but names.
//! Knows nothing of how it is shown.

use crate::machine::{DangerState, Who};
use domain::{DangerAct, Explain, Language, PersonId};

/// A rule that forbids a step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// There is no such danger.
    #[error("there is no such hidden danger")]
    NoSuchDanger,
    /// Its state does not allow the step.
    #[error("{} is not possible while it is {}", .act.name(Language::English), .state.name(Language::English))]
    NotFromHere {
        /// The step.
        act: DangerAct,
        /// The state.
        state: DangerState,
    },
    /// Somebody else does this.
    #[error("{name} may not {}: {} does", .act.name(Language::English), .who.name(Language::English))]
    NotEntitled {
        /// The step.
        act: DangerAct,
        /// Who was named.
        name: String,
        /// Who does it.
        who: Who,
        /// Their names.
        entitled: Vec<String>,
    },
    /// Nobody is there who could do this.
    #[error("nobody is {}", .0.name(Language::English))]
    Nobody(Who),
    /// Several people may: it must be said who does.
    #[error("it must be said who does it")]
    WhoNeeded {
        /// Who may.
        people: Vec<PersonId>,
        /// Their names.
        names: Vec<String>,
    },
    /// Nobody accepts their own work.
    #[error("{0} rectified it and cannot accept it")]
    OwnWork(String),
    /// The person left.
    #[error("{0} has left")]
    Left(String),
    /// There is no such person.
    #[error("there is no such person")]
    NoSuchPerson,
}

impl Explain for Rule {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchDanger => "no-such-danger",
            Self::NotFromHere { .. } => "not-from-here",
            Self::NotEntitled { .. } => "not-entitled",
            Self::Nobody(_) => "nobody-entitled",
            Self::WhoNeeded { .. } => "who-needed",
            Self::OwnWork(_) => "own-work",
            Self::Left(_) => "left",
            Self::NoSuchPerson => "no-such-person",
        }
    }

    fn explain(&self, language: Language) -> String {
        let chinese = language == Language::Chinese;
        let list = |names: &[String]| names.join(language.pick("、", ", "));
        match self {
            Self::NoSuchDanger if chinese => "没有这条隐患，请刷新后重试。".to_owned(),
            Self::NotFromHere { act, state } if chinese => format!(
                "隐患现在是“{}”，不能“{}”。{}",
                state.name(language),
                act.name(language),
                possible(*state, language)
            ),
            Self::NotFromHere { state, .. } => format!("{self}. {}", possible(*state, language)),
            Self::NotEntitled { act, name, who, entitled } if chinese => format!(
                "“{name}”不能“{}”，应由{}办理{}。",
                act.name(language),
                who.name(language),
                if entitled.is_empty() { String::new() } else { format!("：{}", list(entitled)) }
            ),
            Self::NotEntitled { entitled, .. } if !entitled.is_empty() => {
                format!("{self}. Please choose {}.", list(entitled))
            }
            Self::Nobody(Who::Responsible) if chinese => {
                "整改责任人已离岗，请先上报上级处理，受理后重新指派。".to_owned()
            }
            Self::Nobody(Who::Responsible) => {
                "Who was responsible for the rectification has left. Please hand it up, so that it is assigned anew."
                    .to_owned()
            }
            Self::Nobody(Who::Acceptor) if chinese => {
                "没有可以验收的人（整改责任人不能验收自己的整改），请先指定校级安全负责人或主要负责人。".to_owned()
            }
            Self::Nobody(who) if chinese => {
                format!("还没有{}，请先在单位、部门或安全职责中指定。", who.name(language))
            }
            Self::Nobody(_) => format!("{self}. Please appoint somebody first."),
            Self::WhoNeeded { names, .. } if chinese => {
                format!("有几个人可以办理，请指明是谁：{}。", list(names))
            }
            Self::WhoNeeded { names, .. } => format!("{self}: {}.", list(names)),
            Self::OwnWork(name) if chinese => {
                format!("“{name}”是整改责任人，不能验收自己的整改，请由他人验收。")
            }
            Self::OwnWork(_) => format!("{self}. Please let somebody else accept it."),
            Self::Left(name) if chinese => format!("“{name}”已离岗，请选择在岗人员。"),
            Self::NoSuchPerson if chinese => "没有这个人，请重新选择。".to_owned(),
            Self::NoSuchDanger | Self::NotEntitled { .. } | Self::Left(_) | Self::NoSuchPerson => {
                format!("{self}. Please choose again.")
            }
        }
    }
}

/// What the state allows instead.
fn possible(state: DangerState, language: Language) -> String {
    let acts: Vec<&str> =
        crate::machine::acts(Some(state)).into_iter().map(|act| act.name(language)).collect();
    match (acts.is_empty(), language) {
        (true, Language::Chinese) => "已不能再处置。".to_owned(),
        (true, Language::English) => "Nothing can be done with it any more.".to_owned(),
        (false, Language::Chinese) => format!("现在可以：{}。", acts.join("、")),
        (false, Language::English) => format!("Possible now: {}.", acts.join(", ")),
    }
}

//! Why a result file is not taken, in words that say what to do. The file itself is set aside, so nothing is lost.
//! Relies on places being said as the file names them, such as `items[2].photo`.
//! Knows nothing of folders.

use chrono::NaiveDate;
use domain::{Explain, Language};
use drawing::DrawingError;

/// A result file that is not taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refused {
    /// Not a result file at all.
    #[error("this is no result file: {0}")]
    NotAResult(String),
    /// A zip that cannot be read.
    #[error("the zip cannot be read: {0}")]
    Damaged(String),
    /// A zip without a result.
    #[error("there is no result.json in the zip")]
    NoResult,
    /// An entry whose name leads out of the zip.
    #[error("the zip holds a name that leads elsewhere: {0}")]
    UnsafeName(String),
    /// More bytes than are read.
    #[error("{what} is larger than {limit} MB")]
    TooLarge {
        /// What is.
        what: String,
        /// The limit in megabytes.
        limit: u64,
    },
    /// More entries than are read.
    #[error("{what} has more than {limit} entries")]
    TooMany {
        /// What has.
        what: String,
        /// The limit.
        limit: usize,
    },
    /// Another version of the format.
    #[error("version {0} of result files is not known")]
    Version(String),
    /// A field that is missing, unknown or of another kind.
    #[error("{place}: {reason}")]
    Shape {
        /// Where.
        place: String,
        /// What.
        reason: String,
    },
    /// A value that cannot be.
    #[error("{place}: {found} is not what is expected there")]
    Value {
        /// Where.
        place: String,
        /// What stands there, in short.
        found: String,
    },
    /// A text with characters that cannot be seen.
    #[error("{place}: there are control characters in the text")]
    ControlCharacters {
        /// Where.
        place: String,
    },
    /// A text that is too long.
    #[error("{place}: the text is longer than {limit} characters")]
    TooLong {
        /// Where.
        place: String,
        /// The limit.
        limit: usize,
    },
    /// It belongs to another project.
    #[error("the result belongs to another project")]
    OtherProject,
    /// It was taken before.
    #[error("this result was taken before")]
    Twice,
    /// The point was deleted.
    #[error("risk point {0} was deleted")]
    DeletedPoint(String),
    /// There is no such point.
    #[error("there is no risk point {0}")]
    UnknownPoint(String),
    /// There is no such plan.
    #[error("there is no inspection plan {0}")]
    UnknownPlan(String),
    /// The plan does not cover the point.
    #[error("plan {plan} does not cover risk point {point}")]
    NotCovered {
        /// The code of the plan.
        plan: String,
        /// The code of the point.
        point: String,
    },
    /// The plan goes by points, and none is named.
    #[error("plan {0} goes by risk points; the point is missing")]
    PointNeeded(String),
    /// Neither plan nor point.
    #[error("neither a plan nor a risk point is named")]
    Nowhere,
    /// A due date without a plan, or a plan without one.
    #[error("a plan and its due date go together")]
    DueWithPlan,
    /// A date that the clock of the device made up.
    #[error("{place}: {date} is long before this system")]
    TooEarly {
        /// Where.
        place: String,
        /// The date.
        date: NaiveDate,
    },
    /// A date that is still to come.
    #[error("{place}: {date} is in the future")]
    Future {
        /// Where.
        place: String,
        /// The date.
        date: NaiveDate,
    },
    /// Done more than a year from its due date.
    #[error("done on {done}, due on {due}: more than a year apart")]
    FarApart {
        /// When it was done.
        done: NaiveDate,
        /// When it was due.
        due: NaiveDate,
    },
    /// An item that the project does not have.
    #[error("{place}: there is no such check item here")]
    UnknownItem {
        /// Where.
        place: String,
    },
    /// An item that belongs to another point.
    #[error("{place}: the check item belongs to another risk point")]
    OtherPointsItem {
        /// Where.
        place: String,
    },
    /// An item that stands twice.
    #[error("{place}: the item stands in the file twice")]
    ItemTwice {
        /// Where.
        place: String,
    },
    /// An item must name exactly one thing.
    #[error("{place}: an item names one check item, one line of a check-list, or says its text")]
    ItemUnclear {
        /// Where.
        place: String,
    },
    /// A photograph that is named and not there.
    #[error("{place}: photograph {name} is not in the zip")]
    MissingPhoto {
        /// Where.
        place: String,
        /// Its name.
        name: String,
    },
    /// A photograph that cannot be kept.
    #[error("{place}: photograph {name}: {fault}")]
    Photo {
        /// Where.
        place: String,
        /// Its name.
        name: String,
        /// Why.
        fault: Box<DrawingError>,
    },
}

impl Explain for Refused {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAResult(_) => "not-a-result",
            Self::Damaged(_) => "damaged-zip",
            Self::NoResult => "no-result",
            Self::UnsafeName(_) => "unsafe-name",
            Self::TooLarge { .. } => "too-large",
            Self::TooMany { .. } => "too-many",
            Self::Version(_) => "result-version",
            Self::Shape { .. } => "result-shape",
            Self::Value { .. } => "bad-value",
            Self::ControlCharacters { .. } => "control-characters",
            Self::TooLong { .. } => "too-long",
            Self::OtherProject => "other-project",
            Self::Twice => "taken-before",
            Self::DeletedPoint(_) => "deleted-point",
            Self::UnknownPoint(_) => "unknown-point",
            Self::UnknownPlan(_) => "unknown-plan",
            Self::NotCovered { .. } => "not-covered",
            Self::PointNeeded(_) => "point-needed",
            Self::Nowhere => "nowhere",
            Self::DueWithPlan => "due-with-plan",
            Self::TooEarly { .. } => "too-early",
            Self::Future { .. } => "in-the-future",
            Self::FarApart { .. } => "far-apart",
            Self::UnknownItem { .. } => "unknown-item",
            Self::OtherPointsItem { .. } => "other-points-item",
            Self::ItemTwice { .. } => "item-twice",
            Self::ItemUnclear { .. } => "item-unclear",
            Self::MissingPhoto { .. } => "missing-photo",
            Self::Photo { fault, .. } => match **fault {
                DrawingError::Foreign(_) | DrawingError::Empty => "no-picture",
                DrawingError::TooMuch { .. } => "photo-too-large",
                _ => "damaged-photo",
            },
        }
    }

    fn explain(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.in_chinese(),
            Language::English => match self {
                Self::Photo { .. } => capital(&self.to_string()),
                _ => format!("{}. {}", capital(&self.to_string()), self.advice()),
            },
        }
    }
}

impl Refused {
    fn in_chinese(&self) -> String {
        match self {
            Self::NotAResult(reason) => format!("不是检查结果文件（{reason}）。请确认文件来自检查结果导出。"),
            Self::Damaged(reason) => format!("压缩包无法读取（{reason}）。请重新导出后再放入。"),
            Self::NoResult => "压缩包里没有 result.json。请用导出的原文件，不要另行打包。".to_owned(),
            Self::UnsafeName(name) => {
                format!("压缩包里有不安全的文件名“{name}”，整个文件不予收取。请核实来源。")
            }
            Self::TooLarge { what, limit } => {
                format!("{what} 超过 {limit} MB 的上限。请减少或缩小照片后重新导出。")
            }
            Self::TooMany { what, limit } => format!("{what} 内超过 {limit} 个文件的上限。请分次导出。"),
            Self::Version(found) => {
                format!("结果文件的版本 {found} 无法识别。请升级本程序，或用相同版本重新导出。")
            }
            Self::Shape { place, reason } => format!("{place} 处格式不对（{reason}）。请重新导出。"),
            Self::Value { place, found } => format!("{place} 处的“{found}”不是有效的值。请更正后重新导出。"),
            Self::ControlCharacters { place } => {
                format!("{place} 处的文字含有不可见的控制字符。请删去后重新导出。")
            }
            Self::TooLong { place, limit } => {
                format!("{place} 处的文字超过 {limit} 字的上限。请缩短后重新导出。")
            }
            Self::OtherProject => "这是其他项目的检查结果。请打开对应的项目再收取。".to_owned(),
            Self::Twice => "这份结果已经收取过，没有重复计入。".to_owned(),
            Self::DeletedPoint(code) => {
                format!("风险点 {code} 已被删除。如需保留结果，请改到现有风险点后在电脑上录入。")
            }
            Self::UnknownPoint(code) => format!("项目中没有风险点 {code}。请核对编号。"),
            Self::UnknownPlan(code) => format!("项目中没有排查计划 {code}。请核对编号。"),
            Self::NotCovered { plan, point } => {
                format!("排查计划 {plan} 不包括风险点 {point}。请核对，或在电脑上录入为计划外检查。")
            }
            Self::PointNeeded(plan) => format!("排查计划 {plan} 按风险点检查，但没有写明风险点。请补上。"),
            Self::Nowhere => "没有写明排查计划，也没有写明风险点。请至少补上一项。".to_owned(),
            Self::DueWithPlan => "排查计划和应检日期须同时填写。请补全或一并去掉。".to_owned(),
            Self::TooEarly { place, date } => {
                format!("{place} 处的日期 {date} 过早，可能是设备时钟有误。请校准时钟并更正日期。")
            }
            Self::Future { place, date } => {
                format!("{place} 处的日期 {date} 还没有到。请核对设备和本机的日期。")
            }
            Self::FarApart { done, due } => {
                format!("实检日期 {done} 与应检日期 {due} 相差超过一年。请核对日期。")
            }
            Self::UnknownItem { place } => format!("{place} 处的检查项不在项目中。请用最新的检查表。"),
            Self::OtherPointsItem { place } => format!("{place} 处的检查项属于其他风险点。请核对。"),
            Self::ItemTwice { place } => format!("{place} 处的检查项在文件中出现了两次。请只保留一次。"),
            Self::ItemUnclear { place } => {
                format!("{place} 处须且只能写明检查项、检查表条目、检查内容三者之一。请更正。")
            }
            Self::MissingPhoto { place, name } => {
                format!("{place} 处的照片“{name}”不在文件中。请连同照片一起打包导出。")
            }
            Self::Photo { place, name, fault } => {
                format!("{place} 处的照片“{name}”：{}", fault.chinese())
            }
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::NotAResult(_) | Self::NoResult => "Use the file as it was exported.",
            Self::Damaged(_) | Self::Shape { .. } => "Export it again.",
            Self::UnsafeName(_) => "Nothing of it is taken. Check where it comes from.",
            Self::TooLarge { .. } => "Export it again with fewer or smaller photographs.",
            Self::TooMany { .. } => "Export it in parts.",
            Self::Version(_) => "Update this program, or export with the same version.",
            Self::Value { .. } | Self::ItemUnclear { .. } | Self::TooLong { .. } => {
                "Correct it and export it again."
            }
            Self::ControlCharacters { .. } => "Delete them and export it again.",
            Self::OtherProject => "Open that project to take it.",
            Self::Twice => "It was not counted again.",
            Self::DeletedPoint(_) => "To keep the result, record it at a point that is there.",
            Self::UnknownPoint(_) | Self::UnknownPlan(_) => "Check the code.",
            Self::NotCovered { .. } => "Check it, or record it at the desk without a plan.",
            Self::PointNeeded(_) | Self::Nowhere | Self::DueWithPlan => "Add what is missing.",
            Self::TooEarly { .. } => "The clock of the device may be wrong. Set it, and correct the date.",
            Self::Future { .. } => "Check the date of the device and of this machine.",
            Self::FarApart { .. } => "Check the dates.",
            Self::UnknownItem { .. } | Self::OtherPointsItem { .. } => "Use the check-list of today.",
            Self::ItemTwice { .. } => "Keep one of the two.",
            Self::MissingPhoto { .. } => "Export it as a zip with its photographs.",
            // What is wrong with a picture says what to do, too.
            Self::Photo { .. } => "",
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

//! Why a sheet or a row of it is refused, in words that say what to do.
//! Relies on nothing.
//! Knows nothing of where the row stands.

use domain::{Explain, Language};

/// A sheet that cannot be read or written as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It is larger than accepted, packed or unpacked.
    #[error("the file is too large")]
    TooLarge,
    /// It has more rows than accepted.
    #[error("the tab {0} has more than {rows} rows", rows = crate::MOST_ROWS)]
    TooManyRows(String),
    /// It is no xlsx file, or a damaged one.
    #[error("the file is not a readable xlsx file ({0})")]
    Unreadable(String),
    /// It is a spreadsheet, but not one of ours.
    #[error("the file is not an assessor's sheet")]
    NotASheet,
    /// It was written by a newer program.
    #[error("the sheet has version {0}, which is newer than this program reads")]
    Newer(String),
    /// It could not be written.
    #[error("the sheet could not be written ({0})")]
    Unwritable(String),
    /// There is nothing to score.
    #[error("there is nothing to score")]
    Nothing,
}

impl Explain for SheetError {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooManyRows(_) => "too-many-rows",
            Self::Unreadable(_) => "unreadable",
            Self::NotASheet => "not-a-sheet",
            Self::Newer(_) => "newer-version",
            Self::Unwritable(_) => "unwritable",
            Self::Nothing => "nothing",
        }
    }

    fn explain(&self, language: Language) -> String {
        if language == Language::English {
            return format!("{self}. Please check the file.");
        }
        match self {
            Self::TooLarge => "评分表文件过大，请检查是否选错了文件。".to_owned(),
            Self::TooManyRows(tab) => {
                format!("工作表“{tab}”超过 {} 行，请检查是否选错了文件。", crate::MOST_ROWS)
            }
            Self::Unreadable(error) => {
                format!("文件不是可读取的 xlsx 表格（{error}），请另存为 xlsx 后重试。")
            }
            Self::NotASheet => "这不是本软件导出的评分表，请重新导出后填写。".to_owned(),
            Self::Newer(version) => format!("评分表的版本 {version} 比本程序新，请升级程序后导入。"),
            Self::Unwritable(error) => format!("评分表未能写出（{error}）。"),
            Self::Nothing => "没有需要评分的内容，请先完成风险辨识。".to_owned(),
        }
    }
}

/// Why a row is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Headers were changed: these are missing or stand there twice.
    Headers(Vec<String>),
    /// The row has values but no id.
    NoId,
    /// The id is no id.
    BadId(String),
    /// The same id stands in other rows too.
    Twice(Vec<u32>),
    /// The sheet is of another project.
    OtherProject,
    /// The project has no such accident (any more).
    NoAccident,
    /// The project has no such person.
    NoAssessor,
    /// The project has no such criteria.
    NoPreset,
    /// A value holds a formula.
    Formula(String),
    /// A value is a text.
    Text(String, String),
    /// A value is no number: a date, an error, yes or no.
    NotANumber(String),
    /// A value is not in the criteria's table.
    NotInPreset(String),
    /// Some values are missing.
    Incomplete(Vec<String>),
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Headers(_) => "changed-headers",
            Self::NoId => "missing-id",
            Self::BadId(_) => "bad-id",
            Self::Twice(_) => "duplicate-id",
            Self::OtherProject => "other-project",
            Self::NoAccident => "not-in-project",
            Self::NoAssessor => "unknown-assessor",
            Self::NoPreset => "unknown-preset",
            Self::Formula(_) => "formula",
            Self::Text(..) => "text",
            Self::NotANumber(_) => "not-a-number",
            Self::NotInPreset(_) => "not-in-preset",
            Self::Incomplete(_) => "incomplete",
        }
    }

    fn explain(&self, language: Language) -> String {
        let list = |rows: &[u32]| rows.iter().map(u32::to_string).collect::<Vec<_>>().join("、");
        let chinese = match self {
            Self::Headers(names) => {
                format!("表头被改动，缺少或重复：{}。请用导出的表重新填写。", names.join("、"))
            }
            Self::NoId => "该行没有标识，可能是自行插入的行。".to_owned(),
            Self::BadId(text) => format!("标识“{text}”被改动，无法对应。"),
            Self::Twice(rows) => format!("同一标识还出现在第 {} 行，请只保留一行。", list(rows)),
            Self::OtherProject => "这份评分表属于另一个项目。".to_owned(),
            Self::NoAccident => "项目中没有这一项，可能已被删除，或来自另一个项目。".to_owned(),
            Self::NoAssessor => "项目中没有这位评估人，可能已被删除。".to_owned(),
            Self::NoPreset => "项目中没有这套评价准则，请重新导出评分表。".to_owned(),
            Self::Formula(symbol) => format!("{symbol} 是公式，请直接填写数值。"),
            Self::Text(symbol, text) => format!("{symbol} 的“{text}”是文本，请填写数值。"),
            Self::NotANumber(symbol) => format!("{symbol} 不是数值，请从下拉列表选择。"),
            Self::NotInPreset(why) => return domain_text(why, language),
            Self::Incomplete(symbols) => format!("{} 没有填写。", symbols.join("、")),
        };
        if language == Language::Chinese {
            return chinese;
        }
        match self {
            Self::Headers(names) => {
                format!("Headers were changed; missing or doubled: {}.", names.join(", "))
            }
            Self::NoId => "The row has no id; it may have been inserted.".to_owned(),
            Self::BadId(text) => format!("The id {text:?} was changed and leads nowhere."),
            Self::Twice(rows) => format!("The same id stands in row {} too. Keep one.", list(rows)),
            Self::OtherProject => "The sheet is of another project.".to_owned(),
            Self::NoAccident => {
                "The project has no such item; it was deleted or is of another project.".to_owned()
            }
            Self::NoAssessor => "The project has no such assessor.".to_owned(),
            Self::NoPreset => "The project has no such criteria. Export the sheet again.".to_owned(),
            Self::Formula(symbol) => format!("{symbol} is a formula. Write the number itself."),
            Self::Text(symbol, text) => format!("{symbol} is the text {text:?}. Write a number."),
            Self::NotANumber(symbol) => format!("{symbol} is not a number. Choose from the list."),
            Self::NotInPreset(why) => domain_text(why, language),
            Self::Incomplete(symbols) => format!("{} is missing.", symbols.join(", ")),
        }
    }
}

/// Both languages of a reason that was explained elsewhere, with a line break between them.
fn domain_text(why: &str, language: Language) -> String {
    let (chinese, english) = why.split_once('\n').unwrap_or((why, why));
    language.pick(chinese, english).to_owned()
}

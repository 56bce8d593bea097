//! Why a list cannot be read at all, in words that say what to do.
//! Relies on single rows never being a reason: those are refused one by one.
//! Knows nothing of projects.

use domain::{Explain, Language};

/// A list that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// Not a workbook of the xlsx kind.
    #[error("not an xlsx workbook: {0}")]
    NotAWorkbook(String),
    /// Larger than is read.
    #[error("the workbook is larger than {limit} MB")]
    TooLarge {
        /// The limit in megabytes.
        limit: u64,
    },
    /// More rows than are read at once.
    #[error("sheet {sheet} has more than {limit} rows")]
    TooManyRows {
        /// The sheet.
        sheet: String,
        /// The limit.
        limit: u32,
    },
    /// More merged cells than are read.
    #[error("sheet {sheet} has more than {limit} merged regions")]
    TooManyMerges {
        /// The sheet.
        sheet: String,
        /// The limit.
        limit: usize,
    },
    /// There is no such sheet.
    #[error("there is no sheet {0}")]
    NoSuchSheet(String),
    /// No row looks like a header.
    #[error("no header row was found")]
    NoHeader,
    /// The mapping names a column or field that does not exist.
    #[error("the mapping is wrong: {0}")]
    Mapping(String),
}

impl Explain for ListError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAWorkbook(_) => "not-a-workbook",
            Self::TooLarge { .. } => "list-too-large",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyMerges { .. } => "too-many-merges",
            Self::NoSuchSheet(_) => "no-such-sheet",
            Self::NoHeader => "no-header",
            Self::Mapping(_) => "bad-mapping",
        }
    }

    fn explain(&self, language: Language) -> String {
        let chinese = language == Language::Chinese;
        match self {
            Self::NotAWorkbook(reason) if chinese => {
                format!("不是可以读取的 xlsx 表格（{reason}）。请在 Excel 或 WPS 中另存为 .xlsx 后重试。")
            }
            Self::TooLarge { limit } if chinese => {
                format!("表格超过 {limit} MB 的上限。请删去图片和多余的工作表，或分成几个文件。")
            }
            Self::TooManyRows { sheet, limit } if chinese => {
                format!("工作表“{sheet}”超过 {limit} 行的上限。请按部门或区域分成几个文件分别导入。")
            }
            Self::TooManyMerges { sheet, limit } if chinese => {
                format!("工作表“{sheet}”的合并单元格超过 {limit} 处的上限。请取消合并后重试。")
            }
            Self::NoSuchSheet(name) if chinese => {
                format!("没有工作表“{name}”。请检查工作表的序号或名称。")
            }
            Self::NoHeader if chinese => {
                "没有找到表头。表头至少要有名称（或编号）和另外一列可以识别；请检查工作表，或用列对应文件指明。".to_owned()
            }
            Self::Mapping(reason) if chinese => format!("列对应文件有误（{reason}），请更正。"),
            Self::NotAWorkbook(_) => format!("{self}. Save it as .xlsx in your spreadsheet program and try again."),
            Self::TooLarge { .. } | Self::TooManyRows { .. } => format!("{self}. Divide it into several files."),
            Self::TooManyMerges { .. } => format!("{self}. Unmerge them and try again."),
            Self::NoSuchSheet(_) => format!("{self}. Check its number or name."),
            Self::NoHeader => format!(
                "{self}. A header has a name or code and at least one other known column; choose another sheet or give a mapping."
            ),
            Self::Mapping(_) => format!("{self}. Please correct it."),
        }
    }
}

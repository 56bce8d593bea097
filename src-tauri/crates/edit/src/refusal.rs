//! Why a command is refused, in words that say what to do.
//! Relies on each rule having a code of its own.
//! Knows nothing of how refusals are shown.

use crate::grid::{CellFault, cells_in_words};
use domain::{Explain, Language, RecordError, RowId, Table};
use evaluation::{EvaluationError, PresetError};
use geometry::{OutlineError, Point, ShapeTextError};

/// A command that was not carried out. Nothing changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The row is not there (any more).
    #[error("{} {} does not exist", .0.table, .0.id)]
    NoSuchRow(RowId),
    /// A row breaks a rule of its own.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The shape is no outline.
    #[error(transparent)]
    Outline(#[from] OutlineError),
    /// A place is no place.
    #[error(transparent)]
    Shape(#[from] ShapeTextError),
    /// The chosen values do not belong to the criteria.
    #[error(transparent)]
    Evaluation(#[from] EvaluationError),
    /// The criteria are not usable.
    #[error(transparent)]
    Preset(#[from] PresetError),
    /// The code is in use or was once.
    #[error("code {code} is taken by {by}")]
    CodeTaken {
        /// The code.
        code: String,
        /// What has it.
        by: String,
    },
    /// The column cannot be changed by itself.
    #[error("{column} of {table} is changed by another command")]
    NotByItself {
        /// The table.
        table: Table,
        /// The column.
        column: String,
    },
    /// Rows of this kind are not added or deleted by themselves.
    #[error("{0} is not added or deleted by itself")]
    NotAlone(Table),
    /// Something else still needs the row.
    #[error("{} {} is still needed by {count} of {by}", row.table, row.id)]
    Needed {
        /// The row.
        row: RowId,
        /// Which table needs it.
        by: Table,
        /// How many of its rows.
        count: usize,
    },
    /// A catalogue has no such code.
    #[error("the catalogue of {table} has no {code}")]
    NotInCatalogue {
        /// The table of the column.
        table: Table,
        /// The code.
        code: String,
    },
    /// The same accident type is already listed for the hazard.
    #[error("accident type {0} is already listed")]
    AlreadyListed(String),
    /// A person was moved under a department, or a department under itself.
    #[error("a row cannot stand below itself")]
    Loop,
    /// A reference length is too short to measure by.
    #[error("the reference length is too short")]
    TooShort,
    /// Cells of a block that cannot be taken.
    #[error("{} cells were refused", .0.len())]
    Cells(Vec<CellFault>),
    /// A block is too large.
    #[error("the block is too large")]
    TooMuch,
    /// The library has no such entry.
    #[error("the library has no entry {0}")]
    NoSuchEntry(String),
    /// Only a scored accident can be adjusted.
    #[error("the accident has no score on this basis")]
    NotScored,
    /// The round is approved: its result is a record.
    #[error("the round is approved and cannot be changed")]
    Approved,
    /// Nothing was given to do.
    #[error("there is nothing to do")]
    Nothing,
}

impl Refusal {
    /// Where on the floor it is wrong, for shapes.
    pub fn place(&self) -> Option<Point> {
        match self {
            Self::Outline(error) => error.place(),
            Self::NoSuchRow(_)
            | Self::Record(_)
            | Self::Shape(_)
            | Self::Evaluation(_)
            | Self::Preset(_)
            | Self::CodeTaken { .. }
            | Self::NotByItself { .. }
            | Self::NotAlone(_)
            | Self::Needed { .. }
            | Self::NotInCatalogue { .. }
            | Self::AlreadyListed(_)
            | Self::Loop
            | Self::TooShort
            | Self::Cells(_)
            | Self::TooMuch
            | Self::NoSuchEntry(_)
            | Self::NotScored
            | Self::Approved
            | Self::Nothing => None,
        }
    }
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchRow(_) => "no-such-row",
            Self::Record(error) => error.code(),
            Self::Outline(_) => "bad-outline",
            Self::Shape(_) => "bad-shape",
            Self::Evaluation(error) => error.code(),
            Self::Preset(error) => error.code(),
            Self::CodeTaken { .. } => "code-taken",
            Self::NotByItself { .. } => "not-by-itself",
            Self::NotAlone(_) => "not-alone",
            Self::Needed { .. } => "needed",
            Self::NotInCatalogue { .. } => "not-in-catalogue",
            Self::AlreadyListed(_) => "already-listed",
            Self::Loop => "loop",
            Self::TooShort => "too-short",
            Self::Cells(_) => "refused-cells",
            Self::TooMuch => "too-much",
            Self::NoSuchEntry(_) => "no-such-entry",
            Self::NotScored => "not-scored",
            Self::Approved => "approved",
            Self::Nothing => "nothing",
        }
    }

    fn explain(&self, language: Language) -> String {
        let chinese = language == Language::Chinese;
        match self {
            Self::Record(error) => error.explain(language),
            Self::Evaluation(error) => error.explain(language),
            Self::Preset(error) => error.explain(language),
            Self::NoSuchRow(row) if chinese => {
                format!("该{}已不存在，可能已被删除。请刷新后重试。", row.table.label(language))
            }
            Self::Outline(error) if chinese => outline_in_chinese(error),
            Self::Shape(_) if chinese => "坐标有误，请重新绘制。".to_owned(),
            Self::CodeTaken { code, by } if chinese => {
                format!("编号 {code} 已被“{by}”使用或曾经使用，请换一个编号。")
            }
            Self::NotByItself { table, column } if chinese => {
                let column = column_name(*table, column, language);
                format!("{}的“{column}”不能单独修改，请使用对应的操作。", table.label(language))
            }
            Self::NotAlone(table) if chinese => format!("{}不能单独增删。", table.label(language)),
            Self::Needed { row, by, count } if chinese => format!(
                "还有 {count} 条{}在使用该{}，请先改用其他内容，再删除。",
                by.label(language),
                row.table.label(language)
            ),
            Self::NotInCatalogue { code, .. } if chinese => {
                format!("目录中没有代码 {code}，请从列表中选择。")
            }
            Self::AlreadyListed(code) if chinese => {
                let name =
                    domain::accident_type(code).map_or(code.as_str(), |accident| accident.name(language));
                format!("事故类型“{name}”已经列出，请选择其他类型。")
            }
            Self::Loop if chinese => "不能归在自己或自己的下级之下，请另选。".to_owned(),
            Self::TooShort if chinese => "参照长度太短，请选取更长的一段，长度越长越准确。".to_owned(),
            Self::Cells(faults) => cells_in_words(faults, language),
            Self::TooMuch if chinese => "粘贴的内容过多，请分几次粘贴。".to_owned(),
            Self::NoSuchEntry(id) if chinese => format!("风险库中没有条目 {id}，请重新选择。"),
            Self::NotScored if chinese => "该事故类型还没有评分，请先评分再调整等级。".to_owned(),
            Self::Approved if chinese => "该轮次已批准，结果不能修改。需要更改请新开一轮。".to_owned(),
            Self::Nothing if chinese => "没有可以执行的内容，请先选择。".to_owned(),
            Self::Outline(_) => format!("{self}. Please draw it again."),
            Self::CodeTaken { .. } => format!("{self}. Please choose another code."),
            Self::NotInCatalogue { .. } => format!("{self}. Please choose from the list."),
            Self::NoSuchRow(_)
            | Self::Shape(_)
            | Self::NotByItself { .. }
            | Self::NotAlone(_)
            | Self::Needed { .. }
            | Self::AlreadyListed(_)
            | Self::Loop
            | Self::TooShort
            | Self::TooMuch
            | Self::NoSuchEntry(_)
            | Self::NotScored
            | Self::Approved
            | Self::Nothing => {
                format!("{self}. Please change the selection and try again.")
            }
        }
    }
}

fn column_name(table: Table, column: &str, language: Language) -> String {
    let found = table.columns().iter().find(|own| own.name == column);
    found.map_or(column, |own| language.pick(own.chinese, own.english)).to_owned()
}

fn outline_in_chinese(error: &OutlineError) -> String {
    let metres = |point: &Point| format!("X {:.2} m，Y {:.2} m", point.x() / 1000.0, point.y() / 1000.0);
    match error {
        OutlineError::Text(_) | OutlineError::Empty => "轮廓无法读取，请重新绘制。".to_owned(),
        OutlineError::TooFewPoints { .. } => "轮廓至少需要三个点，请继续绘制。".to_owned(),
        OutlineError::TooManyPoints { found, .. } => {
            format!("轮廓有 {found} 个点，超过上限 {}，请简化后再试。", geometry::MAX_RING_POINTS)
        }
        OutlineError::ShortEdge { at } => {
            format!("相邻两点相距不足 1 厘米（{}），请移开或删去一点。", metres(at))
        }
        OutlineError::Crossing { at } => format!("轮廓自相交（{}），请调整该处的点。", metres(at)),
        OutlineError::HoleOutside { at, .. } => format!("内孔超出轮廓（{}），请移到轮廓以内。", metres(at)),
        OutlineError::Sliver { at } => format!("轮廓宽度不足 1 厘米（{}），请加宽。", metres(at)),
    }
}

//! Why a command is refused, in words that say what to do.
//! Relies on each rule having a code of its own.
//! Knows nothing of how refusals are shown.

use crate::danger_fault::DangerFault;
use crate::grid::{CellFault, cells_in_words};
use crate::inspection_words::InspectionRefusal;
use crate::shape_words::{geometry_in_chinese, outline_in_chinese};
use domain::{Explain, Language, RecordError, ReviewAct, RiskLevel, RowId, Table};
use evaluation::{EvaluationError, PresetError};
use geometry::{GeometryError, Outline, OutlineError, Point, Ring, ShapeTextError};

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
    /// What was drawn is no outline.
    #[error("{error}")]
    BadOutline {
        /// Why.
        error: OutlineError,
        /// What was drawn.
        rings: Vec<Ring>,
    },
    /// What would come out is no shape.
    #[error(transparent)]
    Geometry(#[from] GeometryError),
    /// A neighbour that moves along would be spoiled.
    #[error("zone {zone} would be spoiled: {error}")]
    Neighbour {
        /// The neighbour.
        zone: String,
        /// What would be wrong with it.
        error: Box<GeometryError>,
    },
    /// Zones may not overlap here.
    #[error("it would overlap zone {zone}")]
    Overlaps {
        /// The zone that is there.
        zone: String,
        /// A place of the overlap.
        at: Point,
    },
    /// The row is not drawn on any plan.
    #[error("{} {} is not drawn on a plan", .0.table, .0.id)]
    NotDrawn(RowId),
    /// Rows of this kind are not parts of plans.
    #[error("{} {} is no part of a plan", .0.table, .0.id)]
    NotOnPlan(RowId),
    /// The row stands on another floor than the rest.
    #[error("{} {} does not stand on the same floor as the rest", .0.table, .0.id)]
    OtherFloor(RowId),
    /// Pictures cannot be mirrored or stretched.
    #[error("pictures cannot be mirrored, or scaled in one direction only")]
    NotForPictures,
    /// More at once than is possible.
    #[error("more than {0} rows at once")]
    TooMany(usize),
    /// Three places that cannot tie a plan to the earth.
    #[error("the plan cannot be tied to the earth by these places: {0}")]
    BadGeoreference(String),
    /// A plan or a result of an inspection cannot be taken.
    #[error(transparent)]
    Inspection(#[from] InspectionRefusal),
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
    /// The tier is lower than the level calls for, and nobody said that this is meant.
    #[error("the level calls for {called_for}, which is a higher tier")]
    LowersTier {
        /// The tier that the level calls for.
        called_for: String,
    },
    /// A level has no tier, or more than one.
    #[error("{level} has {tiers} tiers instead of one")]
    Levels {
        /// The level.
        level: RiskLevel,
        /// How many tiers it has.
        tiers: usize,
    },
    /// The person left and answers for nothing.
    #[error("{0} has left")]
    Left(String),
    /// The check item is out of use.
    #[error("the check item is out of use")]
    Retired,
    /// The review is not in a state that allows this.
    #[error("the review does not stand where one can {}", .0.name(Language::English))]
    NotAllowed(ReviewAct),
    /// What was submitted is not what stands there.
    #[error("{0} points changed since it was submitted")]
    ChangedSince(usize),
    /// Returning needs a word why.
    #[error("returning needs a reason")]
    NoteNeeded,
    /// It must be said who decides.
    #[error("it must be said who decides")]
    WhoNeeded,
    /// Major risks are approved by the principal.
    #[error("major risks are approved by the principal of the organisation alone")]
    OnlyPrincipal,
    /// Points of the change were not looked at again.
    #[error("{0} points of the change were not looked at again")]
    Unsettled(usize),
    /// The change is closed.
    #[error("the change is closed")]
    Closed,
    /// No points belong to rows of this kind.
    #[error("no risk points belong to a {0}")]
    NotTouching(Table),
    /// A step with a hidden danger breaks a rule.
    #[error(transparent)]
    Danger(#[from] DangerFault),
    /// Nothing was given to do.
    #[error("there is nothing to do")]
    Nothing,
}

impl Refusal {
    /// Where on the floor it is wrong, for shapes.
    pub fn place(&self) -> Option<Point> {
        match self {
            Self::Outline(error) | Self::BadOutline { error, .. } => error.place(),
            Self::Geometry(error) => error.place(),
            Self::Neighbour { error, .. } => error.place(),
            Self::Overlaps { at, .. } => Some(*at),
            Self::NoSuchRow(_)
            | Self::Record(_)
            | Self::Inspection(_)
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
            | Self::NotDrawn(_)
            | Self::NotOnPlan(_)
            | Self::OtherFloor(_)
            | Self::NotForPictures
            | Self::TooMany(_)
            | Self::BadGeoreference(_)
            | Self::Cells(_)
            | Self::TooMuch
            | Self::NoSuchEntry(_)
            | Self::NotScored
            | Self::Approved
            | Self::LowersTier { .. }
            | Self::Levels { .. }
            | Self::Left(_)
            | Self::Retired
            | Self::NotAllowed(_)
            | Self::ChangedSince(_)
            | Self::NoteNeeded
            | Self::WhoNeeded
            | Self::OnlyPrincipal
            | Self::Unsettled(_)
            | Self::Closed
            | Self::NotTouching(_)
            | Self::Danger(_)
            | Self::Nothing => None,
        }
    }

    /// A shape that could take the place of the refused one, if there is one.
    pub fn repair(&self) -> Option<Outline> {
        let rings = match self {
            Self::BadOutline { rings, .. } => rings,
            Self::Geometry(error) => error.rings()?,
            _ => return None,
        };
        Outline::repaired(rings.to_vec()).ok()
    }
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSuchRow(_) => "no-such-row",
            Self::Record(error) => error.code(),
            Self::Inspection(error) => error.code(),
            Self::Outline(_) | Self::BadOutline { .. } => "bad-outline",
            Self::Geometry(error) => error.code(),
            Self::Neighbour { .. } => "neighbour",
            Self::Overlaps { .. } => "overlaps",
            Self::NotDrawn(_) => "not-drawn",
            Self::NotOnPlan(_) => "not-on-plan",
            Self::OtherFloor(_) => "other-floor",
            Self::NotForPictures => "not-for-pictures",
            Self::TooMany(_) => "too-many",
            Self::BadGeoreference(_) => "bad-georeference",
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
            Self::LowersTier { .. } => "lowers-tier",
            Self::Levels { .. } => "levels",
            Self::Left(_) => "left",
            Self::Retired => "retired",
            Self::NotAllowed(_) => "not-allowed",
            Self::ChangedSince(_) => "changed-since",
            Self::NoteNeeded => "note-needed",
            Self::WhoNeeded => "who-needed",
            Self::OnlyPrincipal => "only-principal",
            Self::Unsettled(_) => "unsettled",
            Self::Closed => "closed",
            Self::NotTouching(_) => "not-touching",
            Self::Danger(fault) => fault.code(),
            Self::Nothing => "nothing",
        }
    }

    fn explain(&self, language: Language) -> String {
        let chinese = language == Language::Chinese;
        match self {
            Self::Record(error) => error.explain(language),
            Self::Inspection(error) => error.explain(language),
            Self::Evaluation(error) => error.explain(language),
            Self::Preset(error) => error.explain(language),
            Self::Danger(fault) => fault.explain(language),
            Self::NoSuchRow(row) if chinese => {
                format!("该{}已不存在，可能已被删除。请刷新后重试。", row.table.label(language))
            }
            Self::Outline(error) | Self::BadOutline { error, .. } if chinese => outline_in_chinese(error),
            Self::Geometry(error) if chinese => geometry_in_chinese(error),
            Self::Geometry(error) => format!("{error}. Please {}.", error.suggestion()),
            Self::Neighbour { zone, error } if chinese => {
                format!("相邻区域“{zone}”会被破坏：{}", geometry_in_chinese(error))
            }
            Self::Neighbour { error, .. } => format!("{self}. Please {}.", error.suggestion()),
            Self::Overlaps { zone, at } if chinese => format!(
                "会与区域“{zone}”重叠（X {:.2} m，Y {:.2} m），请避开，或选择由谁让出重叠部分。",
                at.x() / 1000.0,
                at.y() / 1000.0
            ),
            Self::Overlaps { .. } => format!("{self}. Please keep clear, or choose who gives the common part up."),
            Self::NotDrawn(row) if chinese => {
                format!("该{}没有画在平面图上，请先绘制。", row.table.label(language))
            }
            Self::NotOnPlan(row) if chinese => {
                format!("{}不是平面图上的内容，请重新选择。", row.table.label(language))
            }
            Self::OtherFloor(_) if chinese => "所选内容不在同一楼层，请重新选择。".to_owned(),
            Self::NotForPictures if chinese => "图片不能镜像，也不能只在一个方向缩放，请先取消选择图片。".to_owned(),
            Self::TooMany(most) if chinese => format!("一次最多处理 {most} 项，请分批进行。"),
            Self::BadGeoreference(_) if chinese => {
                "这三个点无法确定地理位置：经度应在 ±180、纬度在 ±85 以内，三点相距至少 1 米且不在一条直线上。".to_owned()
            }
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
            Self::LowersTier { called_for } if chinese => {
                format!("该等级要求“{called_for}”管控，降低层级需要明确确认，并会列入审核。")
            }
            Self::Levels { level, tiers } if chinese => format!(
                "{}对应了 {tiers} 个管控层级，每个等级应正好对应一个，请调整。",
                level.name(Language::Chinese)
            ),
            Self::Left(name) if chinese => format!("“{name}”已离岗，请选择在岗人员。"),
            Self::Retired if chinese => "该检查项已停用，请使用现行版本。".to_owned(),
            Self::NotAllowed(act) if chinese => {
                format!("当前审核状态不能{}，请先完成前面的步骤。", act.name(Language::Chinese))
            }
            Self::ChangedSince(count) if chinese => {
                format!("提交后有 {count} 个风险点的内容已变化，请重新提交后再审。")
            }
            Self::NoteNeeded if chinese => "退回需要填写意见，说明要改什么。".to_owned(),
            Self::WhoNeeded if chinese => "请选择由谁退回、通过或批准。".to_owned(),
            Self::OnlyPrincipal if chinese => {
                "重大风险由单位主要负责人批准，请选择主要负责人；未指定的先在单位信息中指定。".to_owned()
            }
            Self::Unsettled(count) if chinese => format!("还有 {count} 个风险点没有复核，请先复核再关闭。"),
            Self::Closed if chinese => "该变更已关闭，需要时请登记新的变更。".to_owned(),
            Self::NotTouching(table) if chinese => {
                format!("{}不涉及风险点，请选择风险点、区域、部门等。", table.label(language))
            }
            Self::Nothing if chinese => "没有可以执行的内容，请先选择。".to_owned(),
            Self::Outline(_) | Self::BadOutline { .. } => format!("{self}. Please draw it again."),
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
            | Self::NotDrawn(_)
            | Self::NotOnPlan(_)
            | Self::OtherFloor(_)
            | Self::NotForPictures
            | Self::TooMany(_)
            | Self::BadGeoreference(_)
            | Self::TooMuch
            | Self::NoSuchEntry(_)
            | Self::NotScored
            | Self::Approved
            | Self::LowersTier { .. }
            | Self::Levels { .. }
            | Self::Left(_)
            | Self::Retired
            | Self::NotAllowed(_)
            | Self::ChangedSince(_)
            | Self::NoteNeeded
            | Self::WhoNeeded
            | Self::OnlyPrincipal
            | Self::Unsettled(_)
            | Self::Closed
            | Self::NotTouching(_)
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

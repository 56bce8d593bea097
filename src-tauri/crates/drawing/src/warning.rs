//! What the user should know about a drawing that was read, in two languages.
//! Relies on what the readers noticed.
//! Must not know: how a warning is shown.

use crate::imported::Unit;
use serde::Serialize;
use std::fmt;

/// Something a user should know. Displayed in English; [`Warning::chinese`] says the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Warning {
    /// Shapes left out, since they lie more than 100 km from the rest.
    FarOff(u64),
    /// Strays make the drawing far larger than the plan itself.
    Scattered {
        /// How many shapes.
        count: u64,
    },
    /// The file names no unit; one was guessed from the overall size.
    UnitGuessed {
        /// Which one.
        unit: Unit,
        /// Width and height in metres that follow from it.
        size: (f64, f64),
    },
    /// The unit that the file names makes a building of an odd size.
    UnitDoubtful {
        /// Which one.
        unit: Unit,
        /// Width and height in metres that follow from it.
        size: (f64, f64),
    },
    /// Lengths mean nothing until two points of a known distance are marked.
    NotToScale,
    /// Blocks that are used and not in the file.
    MissingBlocks(Vec<String>),
    /// Drawings that this one refers to; they are other files and not in it.
    ExternalReferences(Vec<String>),
    /// Objects of an add-on such as TArch that only it can draw.
    AddOnObjects(u64),
    /// Shapes whose numbers make no sense were left out.
    BadShapes(u64),
    /// Scripts, references to elsewhere and the like were taken out.
    Removed(u64),
    /// The picture was made smaller.
    MadeSmaller {
        /// Width and height in pixels before.
        from: (u32, u32),
        /// And after.
        to: (u32, u32),
    },
    /// Objects whose type means nothing here.
    UnknownTypes(Vec<String>),
}

impl Warning {
    /// A short stable word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FarOff(_) => "far-off",
            Self::Scattered { .. } => "scattered",
            Self::UnitGuessed { .. } => "unit-guessed",
            Self::UnitDoubtful { .. } => "unit-doubtful",
            Self::NotToScale => "not-to-scale",
            Self::MissingBlocks(_) => "missing-blocks",
            Self::ExternalReferences(_) => "external-references",
            Self::AddOnObjects(_) => "add-on-objects",
            Self::BadShapes(_) => "bad-shapes",
            Self::Removed(_) => "removed",
            Self::MadeSmaller { .. } => "made-smaller",
            Self::UnknownTypes(_) => "unknown-types",
        }
    }

    /// The same in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::FarOff(count) => format!("{count} 个图形距主体超过 100 公里，未导入。"),
            Self::Scattered { count } => {
                format!("{count} 个图形远离平面图主体，显示时请缩放到主体，或导入后删除它们。")
            }
            Self::UnitGuessed { unit, size } => format!(
                "文件未写明单位，按总尺寸推断为{}（{}）。如不对，请改选单位。",
                unit_chinese(*unit),
                size_chinese(*size)
            ),
            Self::UnitDoubtful { unit, size } => format!(
                "文件写明单位为{}，总尺寸为{}，不像一栋建筑。如不对，请改选单位。",
                unit_chinese(*unit),
                size_chinese(*size)
            ),
            Self::NotToScale => "图中没有真实尺寸，请用已知距离的两点定比例。".to_owned(),
            Self::MissingBlocks(names) => format!("缺少图块：{}。", some(names)),
            Self::ExternalReferences(names) => {
                format!("外部参照不在文件内，未导入：{}。请在 CAD 中绑定后重新保存。", some(names))
            }
            Self::AddOnObjects(count) => {
                format!("{count} 个天正等插件对象无法读取，请先“图形导出”为 T3 格式再另存为 DXF。")
            }
            Self::BadShapes(count) => format!("{count} 个图形的数值无效，未导入。"),
            Self::Removed(count) => format!("已去除 {count} 处脚本、外部引用等内容。"),
            Self::MadeSmaller { from, to } => {
                format!("图片由 {}×{} 缩小为 {}×{} 像素。", from.0, from.1, to.0, to.1)
            }
            Self::UnknownTypes(names) => format!("未识别的类型：{}，按普通图形导入。", some(names)),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FarOff(count) => write!(f, "{count} shapes lie more than 100 km away and were left out."),
            Self::Scattered { count } => {
                write!(
                    f,
                    "{count} shapes lie far from the plan; zoom to the plan, or delete them afterwards."
                )
            }
            Self::UnitGuessed { unit, size } => write!(
                f,
                "The file names no unit; {} was guessed from the overall size of {:.1} m x {:.1} m. Choose another \
                 unit if that is wrong.",
                unit_english(*unit),
                size.0,
                size.1
            ),
            Self::UnitDoubtful { unit, size } => write!(
                f,
                "The file names {} as its unit, which makes {:.1} m x {:.1} m, an odd size for a building. Choose \
                 another unit if that is wrong.",
                unit_english(*unit),
                size.0,
                size.1
            ),
            Self::NotToScale => {
                f.write_str("Lengths are not true yet: mark two points whose distance is known.")
            }
            Self::MissingBlocks(names) => write!(f, "Blocks that are not in the file: {}.", some(names)),
            Self::ExternalReferences(names) => write!(
                f,
                "Drawings that this one refers to are not in it: {}. Bind them in CAD and save again.",
                some(names)
            ),
            Self::AddOnObjects(count) => write!(
                f,
                "{count} objects of an add-on such as TArch cannot be read. Export the drawing as T3, then save it \
                 as DXF."
            ),
            Self::BadShapes(count) => write!(f, "{count} shapes have impossible numbers and were left out."),
            Self::Removed(count) => {
                write!(f, "{count} scripts, references to elsewhere and the like were taken out.")
            }
            Self::MadeSmaller { from, to } => write!(
                f,
                "The picture was made smaller, from {} x {} to {} x {} pixels.",
                from.0, from.1, to.0, to.1
            ),
            Self::UnknownTypes(names) => {
                write!(f, "Types that are not known were read as plain shapes: {}.", some(names))
            }
        }
    }
}

/// The first few names.
fn some(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN { format!("{shown} … ({})", names.len()) } else { shown }
}

fn size_chinese(size: (f64, f64)) -> String {
    format!("{:.1} 米 × {:.1} 米", size.0, size.1)
}

fn unit_english(unit: Unit) -> &'static str {
    match unit {
        Unit::Millimetre => "millimetres",
        Unit::Centimetre => "centimetres",
        Unit::Decimetre => "decimetres",
        Unit::Metre => "metres",
        Unit::Kilometre => "kilometres",
        Unit::Inch => "inches",
        Unit::Foot => "feet",
        Unit::Yard => "yards",
        Unit::Degree => "degrees",
        Unit::Pixel => "pixels",
    }
}

fn unit_chinese(unit: Unit) -> &'static str {
    match unit {
        Unit::Millimetre => "毫米",
        Unit::Centimetre => "厘米",
        Unit::Decimetre => "分米",
        Unit::Metre => "米",
        Unit::Kilometre => "公里",
        Unit::Inch => "英寸",
        Unit::Foot => "英尺",
        Unit::Yard => "码",
        Unit::Degree => "度",
        Unit::Pixel => "像素",
    }
}

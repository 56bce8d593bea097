//! Why a drawing cannot be read, and what to do about it, in two languages.
//! Relies on what the readers found.
//! Must not know: how an error is shown.

use crate::kind::{Foreign, Kind};
use crate::limits::Quantity;
use std::fmt;

/// Why a drawing is refused. Displayed in English; [`DrawingError::chinese`] says the same.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DrawingError {
    /// There are no bytes, or only spaces.
    #[error("the file is empty. Choose another file.")]
    Empty,
    /// AutoCAD's own format.
    #[error(
        "this is a DWG file ({version}), which only AutoCAD and its kin can read. Open it there, choose Save As, \
         type “AutoCAD 2018 DXF” or “AutoCAD R12 DXF”, and import that file. Drawings of TArch (天正) are exported \
         as T3 first."
    )]
    Dwg {
        /// Its version mark, such as `AC1032`.
        version: String,
    },
    /// A kind that is not read here.
    #[error("{}", foreign_english(*.0))]
    Foreign(Foreign),
    /// More of something than is accepted.
    #[error("the drawing has {found} {}, at most {limit} are accepted. {}", .what.english(), advice(*.what).0)]
    TooMuch {
        /// Of what.
        what: Quantity,
        /// How many were found before reading stopped.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// The file contradicts its format.
    #[error("the {} file is damaged {at}: {reason}. Save it again from the program it came from.", .kind.name())]
    Damaged {
        /// What it was read as.
        kind: Kind,
        /// Where.
        at: At,
        /// What is wrong.
        reason: Fault,
    },
    /// A password is needed.
    #[error(
        "the PDF is protected by a password. Print it to a new PDF or remove the password, then import that."
    )]
    Encrypted,
    /// The page that was asked for is not there.
    #[error("there is no page {page}, the document has {pages}. Choose another page.")]
    NoSuchPage {
        /// Which was asked for, counted from 1.
        page: u64,
        /// How many there are.
        pages: u64,
    },
    /// Read to the end, and nothing to draw was in it.
    #[error("nothing to draw was found{}. {}", skipped_english(.skipped), NOTHING.0)]
    NothingDrawn {
        /// What was found and not read, by kind.
        skipped: Vec<(String, u64)>,
    },
    /// A file in an archive that wants to be somewhere else, is a link or is encrypted.
    #[error("the archive holds “{name}”, which {}. Pack the plain files anew.", .reason.english())]
    UnsafeEntry {
        /// Its name in the archive.
        name: String,
        /// Why it is refused.
        reason: Fault,
    },
    /// A number of the caller's settings makes no sense.
    #[error("the setting “{setting}” is out of range: {value}")]
    Setting {
        /// Which one.
        setting: &'static str,
        /// Its value.
        value: String,
    },
    /// The watcher stopped it.
    #[error("stopped. Nothing was taken into the project.")]
    Cancelled,
}

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// In the whole of it.
    Anywhere,
    /// In this line, counted from 1.
    Line(u64),
    /// At this byte, counted from 0.
    Byte(u64),
    /// In this file of an archive.
    File(String),
    /// In this feature, counted from 1.
    Feature(u64),
}

/// What is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It stops in the middle.
    CutShort,
    /// A group code was expected.
    NoGroupCode(String),
    /// The sections of a drawing are missing.
    NoSections,
    /// A block holds itself, through these.
    RecursiveBlock(String),
    /// Not what the format prescribes; in the words of its reader, English.
    Syntax(String),
    /// The type of a GeoJSON object is unknown.
    UnknownType(String),
    /// A coordinate is missing, no number, or no place on earth.
    Coordinate,
    /// Features lie too far from each other for one plan.
    TooFarApart,
    /// The reader of this format gave up.
    Unreadable,
    /// The path leads out of the archive.
    LeadsOut,
    /// A symbolic link.
    IsLink,
    /// An encrypted file.
    IsEncrypted,
    /// Unpacks to far more than it may.
    Bomb,
}

impl DrawingError {
    /// A short stable word for programs. A front end may react to it; never to the text.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "drawing-empty",
            Self::Dwg { .. } => "drawing-is-dwg",
            Self::Foreign(_) => "drawing-kind-unknown",
            Self::TooMuch { .. } => "drawing-too-large",
            Self::Damaged { .. } => "drawing-damaged",
            Self::Encrypted => "drawing-encrypted",
            Self::NoSuchPage { .. } => "drawing-no-such-page",
            Self::NothingDrawn { .. } => "drawing-nothing-found",
            Self::UnsafeEntry { .. } => "drawing-archive-unsafe",
            Self::Setting { .. } => "drawing-setting",
            Self::Cancelled => "cancelled",
        }
    }

    /// What is wrong and what to do, in Chinese.
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "文件是空的，请另选文件。".to_owned(),
            Self::Dwg { version } => format!(
                "这是 DWG 文件（{version}），只有 AutoCAD 一类软件能读。请在 CAD 中打开，“另存为”选择 \
                 “AutoCAD 2018 DXF”或“AutoCAD R12 DXF”，再导入该文件；天正图请先“图形导出”为 T3 格式。"
            ),
            Self::Foreign(what) => foreign_chinese(*what).to_owned(),
            Self::TooMuch { what, found, limit } => {
                format!("图纸含 {found} {0}，最多接受 {limit} {0}。{1}", what.chinese(), advice(*what).1)
            }
            Self::Damaged { kind, at, reason } => {
                format!(
                    "{} 文件已损坏（{}）：{}。请在原软件中重新保存后再导入。",
                    kind.name(),
                    at.chinese(),
                    reason.chinese()
                )
            }
            Self::Encrypted => "PDF 有密码保护。请另外打印成新的 PDF，或去掉密码后再导入。".to_owned(),
            Self::NoSuchPage { page, pages } => format!("没有第 {page} 页，文档共 {pages} 页，请另选页码。"),
            Self::NothingDrawn { skipped } => {
                let list: Vec<String> =
                    skipped.iter().map(|(kind, count)| format!("{kind} {count} 个")).collect();
                let found = if list.is_empty() {
                    String::new()
                } else {
                    format!("（只有不支持的：{}）", list.join("、"))
                };
                format!("文件里没有可以导入的图形{found}。{}", NOTHING.1)
            }
            Self::UnsafeEntry { name, reason } => {
                format!("压缩包里的“{name}”{}，已拒绝。请用普通文件重新打包。", reason.chinese())
            }
            Self::Setting { setting, value } => format!("设置“{setting}”超出范围：{value}"),
            Self::Cancelled => "已停止，没有导入任何内容。".to_owned(),
        }
    }
}

impl At {
    fn chinese(&self) -> String {
        match self {
            Self::Anywhere => "整个文件".to_owned(),
            Self::Line(line) => format!("第 {line} 行"),
            Self::Byte(byte) => format!("第 {byte} 字节"),
            Self::File(name) => format!("其中的 {name}"),
            Self::Feature(number) => format!("第 {number} 个要素"),
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anywhere => f.write_str("as a whole"),
            Self::Line(line) => write!(f, "in line {line}"),
            Self::Byte(byte) => write!(f, "at byte {byte}"),
            Self::File(name) => write!(f, "in its file {name}"),
            Self::Feature(number) => write!(f, "in its feature {number}"),
        }
    }
}

impl Fault {
    fn english(&self) -> String {
        match self {
            Self::CutShort => "it stops in the middle".to_owned(),
            Self::NoGroupCode(found) => format!("a group code was expected, “{found}” was found"),
            Self::NoSections => "it has no sections".to_owned(),
            Self::RecursiveBlock(chain) => format!("a block holds itself ({chain})"),
            Self::Syntax(reason) => reason.clone(),
            Self::UnknownType(found) => format!("“{found}” is no type of GeoJSON"),
            Self::Coordinate => "a coordinate is missing, no number or no place".to_owned(),
            Self::TooFarApart => "its parts lie more than 100 km apart".to_owned(),
            Self::Unreadable => "it cannot be read".to_owned(),
            Self::LeadsOut => "leads out of the archive".to_owned(),
            Self::IsLink => "is a link".to_owned(),
            Self::IsEncrypted => "is encrypted".to_owned(),
            Self::Bomb => "unpacks to far more than is accepted".to_owned(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::CutShort => "内容不完整".to_owned(),
            Self::NoGroupCode(found) => format!("此处应为组码，实际为“{found}”"),
            Self::NoSections => "没有任何段".to_owned(),
            Self::RecursiveBlock(chain) => format!("图块包含自身（{chain}）"),
            Self::Syntax(reason) => format!("格式错误（{reason}）"),
            Self::UnknownType(found) => format!("“{found}”不是 GeoJSON 的类型"),
            Self::Coordinate => "坐标缺失、不是数字或不在地球上".to_owned(),
            Self::TooFarApart => "各部分相距超过 100 公里".to_owned(),
            Self::Unreadable => "无法读取".to_owned(),
            Self::LeadsOut => "指向压缩包之外".to_owned(),
            Self::IsLink => "是链接".to_owned(),
            Self::IsEncrypted => "已加密".to_owned(),
            Self::Bomb => "解压后远超允许的大小".to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

const NOTHING: (&str, &str) = (
    "Check in the program it came from that the model space is drawn, no layer filter is set, and save it again.",
    "请在原软件中确认模型空间内有图、未过滤掉图层，再重新保存导入。",
);

fn skipped_english(skipped: &[(String, u64)]) -> String {
    let list: Vec<String> = skipped.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    if list.is_empty() { String::new() } else { format!(" (only {}, which are not read)", list.join(", ")) }
}

/// What to do about too much of something: English, Chinese.
fn advice(what: Quantity) -> (&'static str, &'static str) {
    match what {
        Quantity::Pixels => {
            ("Save the picture smaller or choose a lower resolution.", "请缩小图片或降低分辨率后再导入。")
        }
        Quantity::Pages => {
            ("Save the page with the plan as a document of its own.", "请把平面图所在页单独另存后再导入。")
        }
        Quantity::Nesting => {
            ("Explode the nested blocks or groups and save again.", "请分解嵌套的图块或编组后再保存导入。")
        }
        Quantity::Bytes | Quantity::Files => {
            ("Save only the floor that is needed as a file of its own.", "请只把需要的楼层另存为单独的文件。")
        }
        Quantity::Entities | Quantity::Vertices | Quantity::Layers | Quantity::Edges => (
            "Import only the layers that are needed, or save one floor as a file of its own.",
            "请只选需要的图层导入，或把一个楼层另存为单独的文件。",
        ),
    }
}

fn foreign_english(what: Foreign) -> &'static str {
    match what {
        Foreign::Unknown => {
            "this is no kind of drawing that can be read. Use DXF, GeoJSON, IMDF, SVG, PDF, PNG, JPEG, WebP or TIFF."
        }
        Foreign::Heic => "this is a HEIC or AVIF picture of a telephone. Save it as JPEG and import that.",
        Foreign::Gif => "this is a GIF picture. Save it as PNG and import that.",
        Foreign::Bmp => "this is a BMP picture. Save it as PNG and import that.",
        Foreign::Gzip => "this file is compressed with gzip. Unpack it and import what is inside.",
        Foreign::OtherArchive => {
            "this is an archive without an IMDF map. Unpack it and import the drawing inside."
        }
        Foreign::Office => {
            "this is an Office document. Export the page with the plan as PDF and import that."
        }
        Foreign::OtherPacker => "this is a RAR or 7z archive. Unpack it and import the drawing inside.",
        Foreign::OtherJson => "this JSON file is no GeoJSON. Export the map as GeoJSON and import that.",
        Foreign::OtherXml => {
            "this XML or HTML file is no SVG drawing. Export the plan as SVG and import that."
        }
        Foreign::NoPhotograph => "this is no photograph. Choose a JPEG, PNG, WebP or TIFF picture.",
    }
}

fn foreign_chinese(what: Foreign) -> &'static str {
    match what {
        Foreign::Unknown => {
            "无法识别的图纸格式。请使用 DXF、GeoJSON、IMDF、SVG、PDF、PNG、JPEG、WebP 或 TIFF。"
        }
        Foreign::Heic => "这是手机的 HEIC 或 AVIF 照片，请另存为 JPEG 后导入。",
        Foreign::Gif => "这是 GIF 图片，请另存为 PNG 后导入。",
        Foreign::Bmp => "这是 BMP 图片，请另存为 PNG 后导入。",
        Foreign::Gzip => "文件经 gzip 压缩，请解压后导入其中的图纸。",
        Foreign::OtherArchive => "压缩包里没有 IMDF 地图，请解压后导入其中的图纸。",
        Foreign::Office => "这是 Office 文档，请把平面图所在页导出为 PDF 后导入。",
        Foreign::OtherPacker => "这是 RAR 或 7z 压缩包，请解压后导入其中的图纸。",
        Foreign::OtherJson => "这个 JSON 文件不是 GeoJSON，请导出为 GeoJSON 后导入。",
        Foreign::OtherXml => "这个 XML 或 HTML 文件不是 SVG 图，请导出为 SVG 后导入。",
        Foreign::NoPhotograph => "这不是照片，请选择 JPEG、PNG、WebP 或 TIFF 图片。",
    }
}

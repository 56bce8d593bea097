//! What a reader of the prints should know: something is missing, was made smaller, goes on elsewhere.
//! Relies on each finding naming its piece.
//! Must not know: how it is shown.

use domain::{Explain, Language};

/// Something about one sheet, card or table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The sheet, card or table, such as 「告知卡 JD-S-001」.
    pub piece: String,
    /// What about it.
    pub fault: Fault,
}

impl Problem {
    /// A finding about `piece`.
    pub fn new(piece: impl Into<String>, fault: Fault) -> Problem {
        Problem { piece: piece.into(), fault }
    }
}

/// What there is to know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The shipped fonts do not draw these characters; a mark stands in their place.
    MissingGlyphs {
        /// The characters.
        characters: Vec<char>,
        /// A line they stand in.
        text: String,
    },
    /// Text was set smaller than usual.
    Shrunk {
        /// To this many per cent.
        percent: u32,
    },
    /// Text goes on on further cards or sheets.
    Continued {
        /// How many there are in all.
        sheets: usize,
    },
    /// Points that belong to the plan have no pin on it.
    NoPin {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Points that belong to no drawn plan at all.
    OnNoMap {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Nothing is drawn on the floor.
    NothingDrawn,
    /// The plan has no scale yet.
    NotToScale,
    /// Names of rooms that found no place.
    NoRoomForNames {
        /// The names.
        names: Vec<String>,
    },
    /// The project holds no such picture.
    NoUnderlay {
        /// The beginning of its fingerprint.
        fingerprint: String,
    },
    /// A picture under the plan cannot be shown.
    Underlay {
        /// Why.
        reason: String,
    },
    /// The project holds no such photograph, or none that can be shown.
    NoPhoto {
        /// The beginning of its fingerprint.
        fingerprint: String,
    },
    /// A field that prints call for is empty.
    Blank {
        /// Its name in Chinese.
        chinese: &'static str,
        /// Its name in English.
        english: &'static str,
    },
    /// Nothing is assessed, so there is no level.
    Unassessed,
    /// A text was changed on this piece, and the model says something else since.
    Overtaken {
        /// What the piece says.
        text: String,
        /// What the model says now; nothing when there is no such place any more.
        model: Option<String>,
    },
    /// An exposure limit is the one of the shipped data, which nobody has compared with the standard in force.
    CheckLimit {
        /// What is harmful.
        agent: String,
        /// The limit as printed.
        limit: String,
    },
    /// There is nothing to print.
    Nothing,
}

/// At most this many names are spelt out; the rest is counted.
const MOST_NAMED: usize = 12;

fn list(names: &[String], language: Language) -> String {
    let (comma, more) = match language {
        Language::Chinese => ("、", "等"),
        Language::English => (", ", " …"),
    };
    let shown: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
    let shown = shown.join(comma);
    match (names.len() > MOST_NAMED, language) {
        (false, _) => shown,
        (true, Language::Chinese) => format!("{shown}{more} {} 个", names.len()),
        (true, Language::English) => format!("{shown}{more} ({} in all)", names.len()),
    }
}

impl Explain for Fault {
    fn code(&self) -> &'static str {
        match self {
            Fault::MissingGlyphs { .. } => "missing-glyph",
            Fault::Shrunk { .. } => "shrunk",
            Fault::Continued { .. } => "continued",
            Fault::NoPin { .. } => "no-pin",
            Fault::OnNoMap { .. } => "on-no-map",
            Fault::NothingDrawn => "nothing-drawn",
            Fault::NotToScale => "not-to-scale",
            Fault::NoRoomForNames { .. } => "no-room-for-name",
            Fault::NoUnderlay { .. } | Fault::Underlay { .. } => "underlay",
            Fault::NoPhoto { .. } => "no-photo",
            Fault::Blank { .. } => "blank",
            Fault::Unassessed => "unassessed",
            Fault::Overtaken { .. } => "overtaken",
            Fault::CheckLimit { .. } => "check-limit",
            Fault::Nothing => "nothing-to-print",
        }
    }

    fn explain(&self, language: Language) -> String {
        match language {
            Language::Chinese => self.chinese(),
            Language::English => self.english(),
        }
    }
}

impl Fault {
    fn chinese(&self) -> String {
        match self {
            Fault::MissingGlyphs { characters, text } => {
                let shown: Vec<String> = characters.iter().map(ToString::to_string).collect();
                format!("字体中没有“{}”（见“{text}”），印成了“〓”，请换用其他写法。", shown.join(" "))
            }
            Fault::Shrunk { percent } => format!("文字较多，字号缩小到 {percent}%，建议精简。"),
            Fault::Continued { sheets } => format!("内容较多，共印成 {sheets} 张，续页标有“续”。"),
            Fault::NoPin { codes } => {
                format!("{} 属于本图，但没有标注位置，请在图上标点。", list(codes, Language::Chinese))
            }
            Fault::OnNoMap { codes } => {
                format!("{} 不在任何一张图上，请为其指定楼层并标点。", list(codes, Language::Chinese))
            }
            Fault::NothingDrawn => "这一层还没有绘制平面图或分区，未出图。".to_owned(),
            Fault::NotToScale => "平面图尚未定比例，图上注明“示意图，不按比例”，请先校准。".to_owned(),
            Fault::NoRoomForNames { names } => {
                format!("区域太小，图上写不下名称：{}。", list(names, Language::Chinese))
            }
            Fault::NoUnderlay { fingerprint } => {
                format!("项目文件中没有这张底图（{fingerprint}），请重新导入 PNG 或 JPEG 图片。")
            }
            Fault::Underlay { reason } => format!("底图无法显示（{reason}），请重新导入 PNG 或 JPEG 图片。"),
            Fault::NoPhoto { fingerprint } => {
                format!("照片（{fingerprint}）无法显示，印件上留空，请重新添加照片。")
            }
            Fault::Blank { chinese, .. } => format!("没有填写{chinese}，印件上留空。"),
            Fault::Unassessed => "尚未评价，印件上等级为“未评价”，请先完成评价。".to_owned(),
            Fault::Overtaken { text, model } => {
                let now =
                    model.as_ref().map_or("已没有这一处".to_owned(), |own| format!("现为“{own}”"));
                format!("这一件上改写为“{text}”，但项目中的原文已变（{now}），请核对。")
            }
            Fault::CheckLimit { agent, limit } => format!(
                "{agent}的接触限值“{limit}”取自随附资料，请对照现行标准核对；核对后可在印件预览中“改写…”这一处。"
            ),
            Fault::Nothing => "没有可以印制的内容。".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Fault::MissingGlyphs { characters, text } => {
                let shown: Vec<String> = characters.iter().map(ToString::to_string).collect();
                format!(
                    "The fonts have no {} (in {text:?}); 〓 is printed instead. Write it in another way.",
                    shown.join(" ")
                )
            }
            Fault::Shrunk { percent } => {
                format!("There is much text; it was set at {percent} % of its size. Consider shortening it.")
            }
            Fault::Continued { sheets } => {
                format!("There is much text; it takes {sheets} sheets, the further ones marked 续.")
            }
            Fault::NoPin { codes } => format!(
                "{} belong to this plan but have no position. Place them on the plan.",
                list(codes, Language::English)
            ),
            Fault::OnNoMap { codes } => format!(
                "{} stand on no plan. Give them a floor and place them.",
                list(codes, Language::English)
            ),
            Fault::NothingDrawn => "Nothing is drawn on this floor yet, so it was not printed.".to_owned(),
            Fault::NotToScale => {
                "The plan has no scale yet; the sheet says so. Calibrate it first.".to_owned()
            }
            Fault::NoRoomForNames { names } => {
                format!("These areas are too small for their names: {}.", list(names, Language::English))
            }
            Fault::NoUnderlay { fingerprint } => format!(
                "The project file holds no such picture ({fingerprint}). Import it again as PNG or JPEG."
            ),
            Fault::Underlay { reason } => {
                format!(
                    "The picture under the plan cannot be shown ({reason}). Import it again as PNG or JPEG."
                )
            }
            Fault::NoPhoto { fingerprint } => {
                format!("A photograph ({fingerprint}) cannot be shown; its place stays blank. Add it again.")
            }
            Fault::Blank { english, .. } => format!("The {english} is not filled in and stays blank."),
            Fault::Unassessed => {
                "Not assessed yet; the level is printed as 未评价. Assess it first.".to_owned()
            }
            Fault::Overtaken { text, model } => {
                let now = model.as_ref().map_or("it is gone".to_owned(), |own| format!("it is now {own:?}"));
                format!(
                    "This piece says {text:?} instead, but the original has changed ({now}). Please check."
                )
            }
            Fault::CheckLimit { agent, limit } => format!(
                "The exposure limit of {agent}, {limit:?}, comes from the shipped data. Compare it with the standard in force; the checked value can be written in the preview of the piece."
            ),
            Fault::Nothing => "There is nothing to print.".to_owned(),
        }
    }
}

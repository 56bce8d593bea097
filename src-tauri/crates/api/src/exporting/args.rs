//! What a front end asks to be printed, and what it is told afterwards.
//! Relies on being typed in TypeScript as well.
//! Knows nothing of how it is printed.

use crate::views::Words;
use domain::{FloorId, RiskPointId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PrintKind {
    /// 「安全风险四色分布图」 A sheet for the campus plan and for each drawn floor.
    FourColourMap,
    /// 「岗位安全风险告知卡」 A card for each risk point.
    NoticeCard,
    /// 「风险分级管控清单」 One table of all risk points.
    RiskLedger,
}

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PrintFormat {
    /// For printing.
    Pdf,
    /// For the screen and for drawing programs, a file for each page.
    Svg,
    /// Pictures, one for each page.
    Png,
    /// A workbook to go on with.
    Xlsx,
}

/// Paper sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PrintSize {
    /// 594 × 841 mm.
    A1,
    /// 420 × 594 mm.
    A2,
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
}

/// How notice cards stand on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CardLayout {
    /// One on an A4 sheet.
    OnePerPage,
    /// Four on an A4 sheet, to be cut apart.
    FourPerPage,
}

/// Colour space of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// For screens and office printers.
    Rgb,
    /// For print shops.
    Cmyk,
}

/// What to print, where and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportArgs {
    /// Name for progress and for cancelling.
    pub job: String,
    /// The folder that files are written to; it is made if it is not there.
    pub folder: String,
    /// What.
    pub kinds: Vec<PrintKind>,
    /// In which formats; one that a kind does not have is skipped.
    pub formats: Vec<PrintFormat>,
    /// Maps of these floors only; without, the general plans and every drawn floor.
    pub floors: Option<Vec<FloorId>>,
    /// Cards and ledger rows of these points only.
    pub points: Option<Vec<RiskPointId>>,
    /// Size of maps: A3 unless it says otherwise.
    #[serde(default)]
    #[ts(optional)]
    pub map_size: Option<PrintSize>,
    /// How cards stand on the paper.
    pub card_layout: CardLayout,
    /// Resolution of pictures, in dots per inch.
    pub dpi: u32,
    /// Colour space of PDF.
    pub ink: Ink,
    /// Whether personal phone numbers are printed whole; else as 138****0021.
    pub open_phones: bool,
}

/// What was printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ExportReport {
    /// The files, each read back after writing.
    pub files: Vec<ExportedFile>,
    /// What a reader of the prints should know.
    pub problems: Vec<PrintProblem>,
    /// Whether it was cancelled; the files above are whole all the same.
    pub cancelled: bool,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportedFile {
    /// What it is.
    pub kind: PrintKind,
    /// Its format.
    pub format: PrintFormat,
    /// Where it lies.
    pub path: String,
    /// Its pages; of a workbook, its sheets.
    pub pages: u32,
}

/// Something that is missing in a print or stands otherwise than expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintProblem {
    /// A short stable word, such as `missing-glyph`.
    pub code: String,
    /// The sheet, card or row it is about.
    pub piece: String,
    /// What it is and what to do.
    pub text: Words,
}

impl PrintProblem {
    /// Whether something is not on paper as it is in the project, rather than missing in the project itself.
    pub fn is_defect(&self) -> bool {
        matches!(self.code.as_str(), "missing-glyph" | "underlay" | "nothing-drawn" | "nothing-to-print")
    }
}

/// Something that can be printed, for choosing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintKindView {
    /// What it is.
    pub kind: PrintKind,
    /// What people call it.
    pub title: Words,
    /// The formats it has.
    pub formats: Vec<PrintFormat>,
    /// The sizes it has, the usual one first.
    pub sizes: Vec<PrintSize>,
}

impl PrintKind {
    /// Everything that can be printed.
    pub const ALL: [Self; 3] = [Self::FourColourMap, Self::NoticeCard, Self::RiskLedger];

    /// What people call it.
    pub fn title(self) -> Words {
        let (chinese, english) = match self {
            Self::FourColourMap => ("安全风险四色分布图", "four-colour risk map"),
            Self::NoticeCard => ("岗位安全风险告知卡", "risk notice cards"),
            Self::RiskLedger => ("风险分级管控清单", "tiered risk control ledger"),
        };
        Words { chinese: chinese.to_owned(), english: english.to_owned() }
    }

    /// The formats it has.
    pub fn formats(self) -> &'static [PrintFormat] {
        match self {
            Self::FourColourMap | Self::NoticeCard => &[PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Png],
            Self::RiskLedger => &[PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Png, PrintFormat::Xlsx],
        }
    }

    /// The sizes it has, the usual one first.
    pub fn sizes(self) -> &'static [PrintSize] {
        match self {
            Self::FourColourMap => &[PrintSize::A3, PrintSize::A2, PrintSize::A1],
            Self::NoticeCard => &[PrintSize::A4],
            Self::RiskLedger => &[PrintSize::A3],
        }
    }
}

impl From<PrintKind> for PrintKindView {
    fn from(kind: PrintKind) -> Self {
        Self { kind, title: kind.title(), formats: kind.formats().to_vec(), sizes: kind.sizes().to_vec() }
    }
}

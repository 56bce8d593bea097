//! What a front end asks to be printed, and what it is told afterwards.
//! Relies on being typed in TypeScript as well.
//! Knows nothing of how it is printed.

use super::kinds::{PrintKind, PrintSize};
use crate::views::Words;
use domain::{FloorId, RiskPointId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// A list as plain text, for other programs.
    Csv,
    /// A letter to go on with.
    Docx,
}

/// How cards and plates stand on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CardLayout {
    /// One on a page of its own size.
    OnePerPage,
    /// Four notice cards, or as many smaller pieces as fit, on an A4 sheet to be cut apart.
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

/// A piece of the set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct PieceId {
    /// Its kind.
    pub kind: PrintKind,
    /// Which of its kind; empty for the one that there is.
    pub subject: String,
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
    /// Size of those kinds that have it; each of the others takes its usual one.
    #[serde(default)]
    #[ts(optional)]
    pub map_size: Option<PrintSize>,
    /// Name of a theme; the plain one unless it says otherwise.
    #[serde(default)]
    #[ts(optional)]
    pub theme: Option<String>,
    /// For print shops: PDF with 3 mm of bleed and crop marks.
    #[serde(default)]
    #[ts(optional)]
    pub crop_marks: Option<bool>,
    /// Pages larger than this are cut into sheets of it, to be glued together.
    #[serde(default)]
    #[ts(optional)]
    pub tile: Option<PrintSize>,
    /// These pieces only.
    #[serde(default)]
    #[ts(optional)]
    pub pieces: Option<Vec<PieceId>>,
    /// Only pieces that hang and say something else today.
    #[serde(default)]
    #[ts(optional)]
    pub stale: Option<bool>,
    /// Whether maps show exits, routes, extinguishers and assembly points; they do unless it says otherwise.
    #[serde(default)]
    #[ts(optional)]
    pub evacuation: Option<bool>,
    /// Papers of a month: this one, `2026-03`; the latest with anything on record unless it is said.
    #[serde(default)]
    #[ts(optional)]
    pub month: Option<String>,
    /// Notices, case files and reports of these hidden dangers only, by their codes.
    #[serde(default)]
    #[ts(optional)]
    pub dangers: Option<Vec<String>>,
    /// The day by which papers say what is due and overdue, `2026-03-05`; today unless it is said.
    #[serde(default)]
    #[ts(optional)]
    pub day: Option<String>,
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
        matches!(
            self.code.as_str(),
            "missing-glyph"
                | "underlay"
                | "no-photo"
                | "nothing-drawn"
                | "nothing-to-print"
                | "disk-full"
                | "not-writable"
                | "print-damaged"
                | "not-printable"
                | "too-many-pixels"
        )
    }
}

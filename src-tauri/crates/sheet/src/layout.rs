//! The fixed words of an assessor's sheet, the same for writing and reading.
//! Relies on nothing.
//! Knows no project.

/// The tab that names project, assessor and basis.
pub(crate) const MARK_TAB: &str = "sise";
/// The first key of that tab and its value.
pub(crate) const FORMAT: (&str, &str) = ("format", "sise-assessor-sheet");
/// The version that is written.
pub(crate) const VERSION: (&str, &str) = ("version", "1");
/// Keys of that tab.
pub(crate) const PROJECT: &str = "project";
pub(crate) const ASSESSOR: &str = "assessor";
pub(crate) const BASIS: &str = "basis";
/// Header of the ids of possible accidents.
pub(crate) const ID: &str = "标识";
/// Header of the ids of criteria.
pub(crate) const PRESET: &str = "准则";
/// Headers of what people read.
pub(crate) const WORDS: [(&str, f64); 6] = [
    ("风险点编号", 14.0),
    ("风险点", 22.0),
    ("位置", 20.0),
    ("危险源", 36.0),
    ("事故类型", 12.0),
    ("现有措施", 40.0),
];
/// How far down a header row is looked for.
pub(crate) const HEADER_WITHIN: u32 = 30;

//! 隐患排查治理 on paper: notices, ledgers, sheets and reports as one neutral form of headings, fields, tables and bars.
//! Relies on `rectification` and `inspection` for what stands, is due and is overdue.
//! Must not know: whether it becomes pages, a letter to go on with or a worksheet.

mod case_file;
mod check_sheet;
mod danger_ledger;
mod double_report;
mod facts;
mod month;
mod month_report;
mod notice;
mod patrol_ledger;
mod plan_table;
mod publication;
mod task_sheet;

pub use case_file::case_file;
pub use check_sheet::{check_sheet_of_plan, check_sheet_of_point, check_sheet_of_post};
pub use danger_ledger::danger_ledger;
pub use double_report::double_report;
pub use facts::Dangers;
pub use month::{Month, months_on_record};
pub use month_report::month_report;
pub use notice::rectification_notice;
pub use patrol_ledger::patrol_ledger;
pub use plan_table::plan_table;
pub use publication::department_publication;
pub use task_sheet::task_sheets;

use super::source::{Masthead, Source};
use super::version::{Piece, put_version};
use domain::{ColourSet, Uuid};
use serde::Serialize;
pub use statistics::ChartKind;
use std::borrow::Cow;

/// A paper: sheets that begin on pages of their own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paper {
    /// 「隐患整改通知书」
    pub title: String,
    /// What tells it from the others of its kind, such as 「YH-2026-001」.
    pub subject: String,
    /// On which paper it stands.
    #[serde(skip)]
    pub form: PaperForm,
    /// Organisation, version, date and phones.
    pub masthead: Masthead,
    /// Which colours the levels have.
    pub colours: ColourSet,
    /// Its sheets.
    pub sheets: Vec<PaperSheet>,
    /// The code of the piece: its place in the set and the version of its content.
    #[serde(skip)]
    pub code: String,
}

/// Paper and how it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperForm {
    /// A4 upright: letters.
    #[default]
    Upright,
    /// A4 lying: tables.
    Lying,
    /// A3 lying: ledgers with many columns.
    Wide,
}

/// A part that begins on a page of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PaperSheet {
    /// Its heading, with 「（存根）」 where there are several.
    pub title: String,
    /// 「编号 YH-2026-001」 and the like, below the heading. Names the day, so it is no part of the version.
    #[serde(skip)]
    pub note: String,
    /// What it says.
    pub blocks: Vec<PaperBlock>,
    /// Whether it should stay on one page.
    #[serde(skip)]
    pub whole: bool,
}

impl PaperSheet {
    pub(crate) fn new(title: &str, note: String, blocks: Vec<PaperBlock>) -> PaperSheet {
        PaperSheet { title: title.to_owned(), note, blocks, whole: false }
    }

    /// The same, on one page if it can be.
    pub(crate) fn whole(self) -> PaperSheet {
        PaperSheet { whole: true, ..self }
    }
}

/// One thing under another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperBlock {
    /// A heading.
    Heading(String),
    /// Running text.
    Text(String),
    /// A remark in small type.
    Remark(String),
    /// Names and values in a grid.
    Fields(Vec<PaperField>),
    /// A table.
    Table(PaperTable),
    /// A chart.
    Chart(PaperChart),
    /// Photographs side by side.
    Photos(Vec<PaperPhoto>),
    /// A code as a symbol, with words beside it.
    Symbol {
        /// The code.
        code: String,
        /// The heading beside it.
        title: String,
        /// The words below.
        words: String,
    },
    /// Places to sign: what each is called.
    Signatures(Vec<String>),
}

/// A name and its value. A blank value is filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperField {
    /// 「整改责任人」
    pub name: String,
    /// What stands there.
    pub value: String,
    /// Over the whole width.
    #[serde(skip)]
    pub wide: bool,
    /// Lines that are kept free for a hand to write.
    #[serde(skip)]
    pub lines: u8,
}

impl PaperField {
    /// A field of half the width.
    pub(crate) fn new(name: &str, value: impl Into<String>) -> PaperField {
        PaperField { name: name.to_owned(), value: value.into(), wide: false, lines: 1 }
    }

    /// A field over the whole width, with room for `lines` lines at least.
    pub(crate) fn wide(name: &str, value: impl Into<String>, lines: u8) -> PaperField {
        PaperField { name: name.to_owned(), value: value.into(), wide: true, lines }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaperColumn {
    /// Its title.
    pub title: Cow<'static, str>,
    /// Its share of the width.
    #[serde(skip)]
    pub weight: f64,
    /// How its cells stand.
    #[serde(skip)]
    pub kind: ColumnKind,
}

/// How cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text from the left.
    Words,
    /// Short words in the middle.
    Centred,
    /// Numbers where they can be read as such.
    Number,
}

pub(crate) const fn words(title: &'static str, weight: f64) -> PaperColumn {
    PaperColumn { title: Cow::Borrowed(title), weight, kind: ColumnKind::Words }
}

pub(crate) const fn centred(title: &'static str, weight: f64) -> PaperColumn {
    PaperColumn { title: Cow::Borrowed(title), weight, kind: ColumnKind::Centred }
}

pub(crate) const fn number(title: &'static str, weight: f64) -> PaperColumn {
    PaperColumn { title: Cow::Borrowed(title), weight, kind: ColumnKind::Number }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaperTable {
    /// Its columns.
    pub columns: Vec<PaperColumn>,
    /// Its rows.
    pub rows: Vec<PaperRow>,
    /// Empty lines below for a hand to write in.
    #[serde(skip)]
    pub spare: usize,
}

impl PaperTable {
    pub(crate) fn new(columns: &[PaperColumn], rows: Vec<PaperRow>) -> PaperTable {
        PaperTable { columns: columns.to_vec(), rows, spare: 0 }
    }
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PaperRow {
    /// As many cells as columns.
    pub cells: Vec<String>,
    /// Cells that stand in red: overdue, missed, abnormal, major.
    #[serde(skip)]
    pub alarms: Vec<usize>,
}

impl PaperRow {
    pub(crate) fn new(cells: impl IntoIterator<Item = String>) -> PaperRow {
        PaperRow { cells: cells.into_iter().collect(), ..PaperRow::default() }
    }

    /// This cell in red, if `when`.
    pub(crate) fn alarm(mut self, column: usize, when: bool) -> PaperRow {
        if when {
            self.alarms.push(column);
        }
        self
    }
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaperChart {
    /// Its heading.
    pub title: String,
    /// What its values are, such as 「项」 or 「%」.
    pub unit: String,
    /// How it is drawn.
    #[serde(skip)]
    pub kind: ChartKind,
    /// What stands along it.
    pub labels: Vec<String>,
    /// Its series, each with a value for every label.
    pub series: Vec<PaperSeries>,
}

/// A series of a chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PaperSeries {
    /// What it is.
    pub title: String,
    /// Its values; nothing where there is none.
    pub values: Vec<Option<f64>>,
}

/// A photograph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperPhoto {
    /// 「整改前」 and the like.
    pub caption: String,
    /// The fingerprint of the picture; empty for a place to glue one on.
    pub asset: String,
}

impl Paper {
    /// The fingerprints of the photographs that it shows.
    pub fn photos(&self) -> impl Iterator<Item = &str> {
        let photos = self.sheets.iter().flat_map(|sheet| &sheet.blocks).filter_map(|block| match block {
            PaperBlock::Photos(own) => Some(own),
            _ => None,
        });
        photos.flatten().map(|own| own.asset.as_str()).filter(|own| !own.is_empty())
    }
}

impl Piece for Paper {
    fn seal(&mut self, version: &str) {
        put_version(&mut self.code, version);
    }

    fn texts(&mut self) -> Vec<(String, &mut String)> {
        // Running text may be said otherwise; what is on record may not.
        let mut found = Vec::new();
        for (at, sheet) in self.sheets.iter_mut().enumerate() {
            let texts: Vec<&mut String> = sheet
                .blocks
                .iter_mut()
                .filter_map(|block| match block {
                    PaperBlock::Text(text) => Some(text),
                    _ => None,
                })
                .collect();
            let name = format!("text.{}", at + 1);
            found.extend(texts.into_iter().enumerate().map(|(n, text)| (format!("{name}.{}", n + 1), text)));
        }
        found
    }
}

impl Source<'_> {
    /// A paper with its code. `mark` is its place in the set, such as `Z/YH-2026-001`.
    pub(crate) fn paper(
        &self,
        title: &str,
        subject: String,
        form: PaperForm,
        sheets: Vec<PaperSheet>,
        mark: &str,
        id: Uuid,
    ) -> Paper {
        let paper = Paper {
            title: title.to_owned(),
            subject,
            form,
            masthead: self.masthead(),
            colours: self.colours(),
            sheets,
            code: String::new(),
        };
        self.sealed(paper, |own| &mut own.code, mark, id)
    }
}

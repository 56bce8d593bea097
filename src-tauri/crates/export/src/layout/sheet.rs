//! The neutral spreadsheet: titled sheets of typed cells, for ledgers that go on living in a spreadsheet program.
//! Relies on colours and timestamps.
//! Must not know: a file format, formulas (there are none), pages of placed items.

use super::colour::Colour;
use super::document::Timestamp;
use super::picture::Picture;
use super::units::Mm;

/// A spreadsheet file.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Title in the file's properties.
    pub title: String,
    /// Author in the file's properties.
    pub author: String,
    /// When it was made, given by the caller.
    pub created: Timestamp,
    /// Sheets in order.
    pub sheets: Vec<Sheet>,
}

/// Paper a sheet is printed on, always lying down and one page wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SheetPaper {
    /// A4 landscape.
    #[default]
    A4,
    /// A3 landscape.
    A3,
}

/// One sheet: title rows over the whole width, header rows, body rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Name on the tab. Characters that tabs forbid are replaced, long names shortened, equal names numbered.
    pub name: String,
    /// Lines above the table; the first is the heading.
    pub titles: Vec<String>,
    /// Widths of the columns, in millimetres.
    pub columns: Vec<Mm>,
    /// Header rows, repeated on every printed page and kept in view while scrolling.
    pub header: Vec<Vec<SheetCell>>,
    /// Rows in order.
    pub rows: Vec<Vec<SheetCell>>,
    /// Columns kept in view while scrolling sideways.
    pub frozen_columns: u16,
    /// Whether the last header row carries filter buttons.
    pub filter: Filter,
    /// Paper.
    pub paper: SheetPaper,
}

/// Filter buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// On the last header row.
    #[default]
    Buttons,
    /// None.
    None,
}

impl Sheet {
    /// An empty sheet with columns of these widths in millimetres.
    pub fn new(name: impl Into<String>, columns: Vec<Mm>) -> Sheet {
        Sheet {
            name: name.into(),
            titles: Vec::new(),
            columns,
            header: Vec::new(),
            rows: Vec::new(),
            frozen_columns: 0,
            filter: Filter::Buttons,
            paper: SheetPaper::A4,
        }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum SheetValue {
    /// Nothing.
    #[default]
    Empty,
    /// Words. Never a formula, whatever they begin with.
    Text(String),
    /// A number the reader may add up. Not a number and infinity are written as nothing.
    Number(f64),
}

/// How a cell is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum SheetAlign {
    /// Left, from the top.
    #[default]
    Left,
    /// In the middle both ways.
    Centre,
    /// Right, from the top.
    Right,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetCell {
    /// What it holds.
    pub value: SheetValue,
    /// Ground.
    pub fill: Option<Colour>,
    /// Ink; black when absent.
    pub ink: Option<Colour>,
    /// Weight.
    pub face: super::fonts::Face,
    /// Place in the cell.
    pub align: SheetAlign,
    /// A small picture over the cell, whose row is made higher for it.
    pub picture: Option<Picture>,
}

impl SheetCell {
    /// Words.
    pub fn text(text: impl Into<String>) -> SheetCell {
        SheetCell { value: SheetValue::Text(text.into()), ..SheetCell::default() }
    }

    /// A number.
    pub fn number(number: f64) -> SheetCell {
        SheetCell { value: SheetValue::Number(number), align: SheetAlign::Right, ..SheetCell::default() }
    }

    /// Nothing.
    pub fn empty() -> SheetCell {
        SheetCell::default()
    }

    /// A small picture.
    pub fn picture(picture: Picture) -> SheetCell {
        SheetCell { picture: Some(picture), ..SheetCell::default() }
    }

    /// On coloured ground with matching ink.
    #[must_use]
    pub fn coloured(mut self, fill: Colour, ink: Colour) -> SheetCell {
        (self.fill, self.ink) = (Some(fill), Some(ink));
        self
    }

    /// Bold.
    #[must_use]
    pub fn bold(mut self) -> SheetCell {
        self.face = super::fonts::Face::Bold;
        self
    }

    /// Elsewhere in the cell.
    #[must_use]
    pub fn align(mut self, align: SheetAlign) -> SheetCell {
        self.align = align;
        self
    }
}

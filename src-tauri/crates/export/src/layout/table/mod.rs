//! Tables: columns, header rows repeated on every page, rows kept together, cells joined downwards.
//! Relies on paragraphs and the font metrics.
//! Must not know: what the rows mean, page furniture, any file format.

mod columns;
mod draw;
mod paginate;
mod rows;
#[cfg(test)]
mod tests;

use super::colour::Colour;
use super::document::Item;
use super::fonts::Fonts;
use super::paragraph::Paragraph;
use super::path::Stroke;
use super::picture::Picture;
use super::units::{Insets, Mm, Point};

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColumnWidth {
    /// Exactly this many millimetres.
    Fixed(Mm),
    /// As wide as its longest line, between two limits in millimetres, padding included.
    Content {
        /// At least this.
        least: Mm,
        /// At most this.
        most: Mm,
    },
    /// A share of what the other columns leave.
    Weight(f64),
}

/// Where text sits in a cell that is higher than it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VerticalAlign {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it says.
    pub paragraphs: Vec<Paragraph>,
    /// Ground; `None` for paper.
    pub fill: Option<Colour>,
    /// Where the text sits.
    pub vertical: VerticalAlign,
    /// Space between the edges and the text; `None` for the table's own.
    pub padding: Option<Insets>,
    /// How many columns it covers, at least one.
    pub columns: usize,
    /// It is one cell with the one above; its own paragraphs are not shown.
    pub joins_above: bool,
    /// A picture instead of words, as large as the row leaves it room: the row must be given a height.
    pub picture: Option<Picture>,
}

impl Cell {
    /// A cell with one paragraph.
    pub fn new(paragraph: Paragraph) -> Cell {
        Cell::stacked(vec![paragraph])
    }

    /// A cell with several paragraphs.
    pub fn stacked(paragraphs: Vec<Paragraph>) -> Cell {
        Cell {
            paragraphs,
            fill: None,
            vertical: VerticalAlign::Top,
            padding: None,
            columns: 1,
            joins_above: false,
            picture: None,
        }
    }

    /// An empty cell.
    pub fn empty() -> Cell {
        Cell::stacked(Vec::new())
    }

    /// A cell with a picture. The row must be given a height: a picture has none of its own.
    pub fn picture(picture: Picture) -> Cell {
        Cell { picture: Some(picture), ..Cell::empty() }
    }

    /// A cell that continues the one above it: a merged group. On a new page the group's text is shown again.
    pub fn joined_to_above() -> Cell {
        Cell { joins_above: true, ..Cell::empty() }
    }

    /// On coloured ground.
    #[must_use]
    pub fn fill(mut self, colour: Colour) -> Cell {
        self.fill = Some(colour);
        self
    }

    /// Text elsewhere than at the top.
    #[must_use]
    pub fn vertical(mut self, vertical: VerticalAlign) -> Cell {
        self.vertical = vertical;
        self
    }

    /// With its own space between the edges and the text.
    #[must_use]
    pub fn padding(mut self, padding: Insets) -> Cell {
        self.padding = Some(padding);
        self
    }

    /// Covering `columns` columns.
    #[must_use]
    pub fn across(mut self, columns: usize) -> Cell {
        self.columns = columns.max(1);
        self
    }
}

/// A row of cells from left to right. Their columns must add up to the table's.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Cells.
    pub cells: Vec<Cell>,
    /// Height it has at least, in millimetres.
    pub least_height: Mm,
}

impl Row {
    /// A row as high as its text.
    pub fn new(cells: Vec<Cell>) -> Row {
        Row { cells, least_height: 0.0 }
    }
}

/// Lines and grounds of a table. `None` leaves a line out.
#[derive(Debug, Clone, PartialEq)]
pub struct TableLook {
    /// Space between the edge of a cell and its text.
    pub padding: Insets,
    /// Along the top and the bottom of the table on each page.
    pub frame_horizontal: Option<Stroke>,
    /// Along the left and the right of the table on each page.
    pub frame_vertical: Option<Stroke>,
    /// Below the header rows.
    pub head_rule: Option<Stroke>,
    /// Between rows.
    pub row_rule: Option<Stroke>,
    /// Between columns.
    pub column_rule: Option<Stroke>,
    /// Ground of header cells that have none of their own.
    pub header_fill: Option<Colour>,
}

impl Default for TableLook {
    /// Hairlines between rows, strong lines above, below and under the header, none at the sides.
    fn default() -> TableLook {
        TableLook {
            padding: Insets::symmetric(1.1, 1.8),
            frame_horizontal: Some(Stroke::new(Colour::INK, 0.35)),
            frame_vertical: None,
            head_rule: Some(Stroke::new(Colour::INK, 0.2)),
            row_rule: Some(Stroke::hairline(Colour::HAIRLINE)),
            column_rule: None,
            header_fill: Some(Colour::PALE),
        }
    }
}

impl TableLook {
    /// A full grid, as official ledgers have it.
    pub fn grid() -> TableLook {
        let line = Stroke::new(Colour::GREY, 0.12);
        TableLook {
            frame_vertical: Some(Stroke::new(Colour::INK, 0.35)),
            row_rule: Some(line.clone()),
            column_rule: Some(line),
            ..TableLook::default()
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<ColumnWidth>,
    /// Rows repeated at the top of every page.
    pub header: Vec<Row>,
    /// Rows in order.
    pub rows: Vec<Row>,
    /// Lines and grounds.
    pub look: TableLook,
}

/// Heights that pages offer a table, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// On the page where it begins.
    pub first: Mm,
    /// On every page after that.
    pub others: Mm,
}

impl Room {
    /// The same height everywhere.
    pub fn each(height: Mm) -> Room {
        Room { first: height, others: height }
    }
}

/// The part of a table on one page, its upper left corner at the origin.
#[derive(Debug, Clone)]
pub struct TablePart {
    /// What to draw. Empty when nothing fitted on the first page.
    pub items: Vec<Item>,
    /// Height, in millimetres.
    pub height: Mm,
    /// Rows that begin on this page, by index.
    pub rows: std::ops::Range<usize>,
}

impl TablePart {
    /// Appends the part's items to `items`, its upper left corner at `origin`.
    pub fn place(mut self, origin: Point, items: &mut Vec<Item>) {
        self.items.iter_mut().for_each(|item| item.translate(origin.x, origin.y));
        items.append(&mut self.items);
    }
}

/// Why a table could not be laid out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TableError {
    /// No columns were given.
    #[error("the table has no columns")]
    NoColumns,
    /// Fixed and least widths do not fit.
    #[error("the table's columns need {needed:.1} mm, but only {available:.1} mm are there")]
    TooWide {
        /// Millimetres needed.
        needed: Mm,
        /// Millimetres offered.
        available: Mm,
    },
    /// The cells of a row cover another number of columns than the table has.
    #[error("{place} row {row} covers {covered} columns instead of {columns}")]
    RowShape {
        /// "header" or "body".
        place: &'static str,
        /// Index of the row, from zero.
        row: usize,
        /// Columns covered.
        covered: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// The header leaves no room for a line of text.
    #[error("a page offers {offered:.1} mm, but the header and one line need {needed:.1} mm")]
    TooLow {
        /// Millimetres offered.
        offered: Mm,
        /// Millimetres needed.
        needed: Mm,
    },
}

impl Table {
    /// A table with the default look.
    pub fn new(columns: Vec<ColumnWidth>) -> Table {
        Table { columns, header: Vec::new(), rows: Vec::new(), look: TableLook::default() }
    }

    /// Cuts the table into pages. Rows stay whole when they fit on a page and are cut between lines when they
    /// are taller than one. A table without rows gives its header once.
    ///
    /// # Errors
    /// See [`TableError`].
    pub fn paginate(&self, fonts: &Fonts, width: Mm, room: Room) -> Result<Vec<TablePart>, TableError> {
        let edges = columns::edges(self, fonts, width)?;
        let header = rows::lay_out(&self.header, &edges, &self.look, fonts, "header")?;
        let body = rows::lay_out(&self.rows, &edges, &self.look, fonts, "body")?;
        let pages = paginate::pages(header, body, edges.len() - 1, room)?;
        Ok(pages.into_iter().map(|page| draw::part(page, &edges, &self.look)).collect())
    }
}

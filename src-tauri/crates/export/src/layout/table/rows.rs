//! Cells wrapped to their columns, and the height each row needs.
//! Relies on paragraphs wrapped to known column widths.
//! Must not know: pages.

use super::{Row, TableError, TableLook, VerticalAlign};
use crate::layout::block::TextBlock;
use crate::layout::colour::Colour;
use crate::layout::fonts::Fonts;
use crate::layout::paragraph::stack;
use crate::layout::picture::Picture;
use crate::layout::units::{Insets, Mm};

/// A cell with its text wrapped.
#[derive(Debug, Clone)]
pub(super) struct LaidCell {
    /// First column.
    pub(super) column: usize,
    /// Column after the last.
    pub(super) end: usize,
    pub(super) text: TextBlock,
    pub(super) fill: Option<Colour>,
    pub(super) vertical: VerticalAlign,
    pub(super) padding: Insets,
    pub(super) picture: Option<Picture>,
    /// Rows this cell reaches over, itself included; zero for a cell swallowed by the one above.
    pub(super) rows: usize,
}

impl LaidCell {
    /// Height its text needs with the padding above and below, in millimetres.
    pub(super) fn needs(&self) -> Mm {
        self.text.height() + self.vertical_padding()
    }

    /// Padding above and below together, in millimetres.
    pub(super) fn vertical_padding(&self) -> Mm {
        self.padding.top + self.padding.bottom
    }
}

/// A row with its cells wrapped.
#[derive(Debug, Clone)]
pub(super) struct LaidRow {
    pub(super) cells: Vec<LaidCell>,
    /// Height needed by the cells that belong to this row alone, in millimetres.
    pub(super) height: Mm,
}

/// Wraps all cells. `place` names the rows in errors.
pub(super) fn lay_out(
    rows: &[Row],
    edges: &[Mm],
    look: &TableLook,
    fonts: &Fonts,
    place: &'static str,
) -> Result<Vec<LaidRow>, TableError> {
    let columns = edges.len() - 1;
    let fallback = if place == "header" { look.header_fill } else { None };
    let mut laid = Vec::with_capacity(rows.len());
    for (row, r) in rows.iter().enumerate() {
        let covered = r.cells.iter().map(|c| c.columns.max(1)).sum();
        if covered != columns {
            return Err(TableError::RowShape { place, row, covered, columns });
        }
        laid.push(lay_out_row(r, edges, look, fonts, fallback));
    }
    join_downwards(&mut laid, rows);
    for (row, r) in laid.iter_mut().zip(rows) {
        let alone = row.cells.iter().filter(|c| c.rows == 1);
        row.height = alone.map(LaidCell::needs).fold(r.least_height, f64::max);
    }
    Ok(laid)
}

fn lay_out_row(
    row: &Row,
    edges: &[Mm],
    look: &TableLook,
    fonts: &Fonts,
    fallback: Option<Colour>,
) -> LaidRow {
    let mut column = 0;
    let cells = row
        .cells
        .iter()
        .map(|cell| {
            let end = column + cell.columns.max(1);
            let padding = cell.padding.unwrap_or(look.padding);
            let width = edges[end] - edges[column] - padding.left - padding.right;
            let paragraphs: &[_] = if cell.joins_above { &[] } else { &cell.paragraphs };
            let laid = LaidCell {
                column,
                end,
                text: stack(paragraphs, fonts, width),
                fill: cell.fill.or(fallback),
                vertical: cell.vertical,
                padding,
                picture: cell.picture.clone(),
                rows: 1,
            };
            column = end;
            laid
        })
        .collect();
    LaidRow { cells, height: 0.0 }
}

/// Counts how far joined cells reach. A cell joins only one that covers the same columns.
fn join_downwards(laid: &mut [LaidRow], rows: &[Row]) {
    for row in (1..laid.len()).rev() {
        let (above, below) = laid.split_at_mut(row);
        let (Some(above), Some(here)) = (above.last_mut(), below.first_mut()) else { continue };
        for (cell, source) in here.cells.iter_mut().zip(&rows[row].cells) {
            if !source.joins_above {
                continue;
            }
            let partner = above.cells.iter_mut().find(|c| c.column == cell.column && c.end == cell.end);
            if let Some(partner) = partner {
                partner.rows += cell.rows;
                cell.rows = 0;
            }
        }
    }
}

//! Column edges from widths that are fixed, measured or shared.
//! Relies on the natural width of paragraphs.
//! Must not know: rows' heights, pages.

use super::{Cell, ColumnWidth, Table, TableError};
use crate::layout::fonts::Fonts;
use crate::layout::units::Mm;

/// Narrowest share a weighted column is given, in millimetres.
const LEAST_SHARE: Mm = 4.0;

/// Left edge of each column and the right edge of the last, in millimetres from the left of the table.
pub(super) fn edges(table: &Table, fonts: &Fonts, available: Mm) -> Result<Vec<Mm>, TableError> {
    if table.columns.is_empty() {
        return Err(TableError::NoColumns);
    }
    let wanted: Vec<Wanted> =
        table.columns.iter().enumerate().map(|(i, c)| wanted(table, fonts, i, *c)).collect();
    let least: Mm = wanted.iter().map(|w| w.least).sum();
    if least > available + 1e-6 {
        return Err(TableError::TooWide { needed: least, available });
    }
    let natural: Mm = wanted.iter().map(|w| w.natural).sum();
    let weights: f64 = wanted.iter().map(|w| w.weight).sum();
    // Measured columns give way, in proportion to what they have above their least width.
    let shrink = if natural > available { (natural - available) / (natural - least).max(1e-9) } else { 0.0 };
    let share = if weights > 0.0 { (available - natural).max(0.0) / weights } else { 0.0 };
    let mut x = 0.0;
    let mut edges = vec![0.0];
    for w in &wanted {
        x += w.natural - (w.natural - w.least) * shrink + w.weight * share;
        edges.push(x);
    }
    Ok(edges)
}

struct Wanted {
    least: Mm,
    natural: Mm,
    weight: f64,
}

fn wanted(table: &Table, fonts: &Fonts, column: usize, width: ColumnWidth) -> Wanted {
    match width {
        ColumnWidth::Fixed(w) => Wanted { least: w.max(0.0), natural: w.max(0.0), weight: 0.0 },
        ColumnWidth::Weight(weight) => {
            Wanted { least: LEAST_SHARE, natural: LEAST_SHARE, weight: weight.max(0.0) }
        }
        ColumnWidth::Content { least, most } => {
            let longest = table
                .header
                .iter()
                .chain(&table.rows)
                .filter_map(|row| cell_at(&row.cells, column))
                .filter(|cell| cell.columns <= 1)
                .flat_map(|cell| {
                    let padding = cell.padding.unwrap_or(table.look.padding);
                    let sides = padding.left + padding.right;
                    cell.paragraphs.iter().map(move |p| p.natural_width(fonts) + sides)
                })
                .fold(0.0, f64::max);
            // A hair more than measured, so that rounding never wraps the longest line.
            let natural = (longest + 0.01).clamp(least.max(0.0), most.max(least.max(0.0)));
            Wanted { least: least.max(0.0), natural, weight: 0.0 }
        }
    }
}

fn cell_at(cells: &[Cell], column: usize) -> Option<&Cell> {
    let mut at = 0;
    cells.iter().find(|cell| {
        let here = at == column;
        at += cell.columns.max(1);
        here
    })
}

//! A list as a worksheet that people go on with: numbers as numbers, levels on their colours, texts always as texts.
//! Relies on the columns and rows of the content.
//! Must not know: which list it is.

use super::look::ink;
use crate::content::ListSheet;
use crate::layout::{Sheet, SheetAlign, SheetCell, SheetPaper, SheetValue};

/// Longer cells than a spreadsheet can hold are cut there; the file format allows 32,767 units.
const LONGEST: usize = 16_000;

/// The worksheet of a list.
pub fn list_worksheet(list: &ListSheet) -> Sheet {
    let mut sheet = Sheet::new(&*list.title, list.columns.iter().map(|own| own.width).collect());
    sheet.titles = vec![list.title.clone(), list.subtitle.clone()];
    sheet.paper = SheetPaper::A3;
    sheet.frozen_columns = 3;
    let header = list.columns.iter().map(|own| SheetCell::text(own.title).align(SheetAlign::Centre).bold());
    sheet.header = vec![header.collect()];
    let cell = |column: usize, text: &String| {
        let is_number = list.columns.get(column).is_some_and(|own| own.number);
        let number = is_number.then(|| text.parse::<f64>().ok()).flatten();
        match number {
            Some(number) => SheetCell {
                value: SheetValue::Number(number),
                ..SheetCell::empty().align(SheetAlign::Centre)
            },
            None => SheetCell::text(text.chars().take(LONGEST).collect::<String>()),
        }
    };
    sheet.rows = list
        .rows
        .iter()
        .map(|row| {
            let mut cells: Vec<SheetCell> =
                row.cells.iter().enumerate().map(|(column, text)| cell(column, text)).collect();
            for (column, level) in &row.coloured {
                let own = list.colours.of(*level);
                if let Some(cell) = cells.get_mut(*column) {
                    *cell = cell.clone().align(SheetAlign::Centre).coloured(ink(own.fill), ink(own.text));
                }
            }
            cells
        })
        .collect();
    sheet
}

//! The tables of a paper as worksheets that people go on with: numbers as numbers, what is overdue in red.
//! Relies on the columns of the content.
//! Must not know: which table it is.

use super::blocks::alarm;
use crate::content::{ColumnKind, Paper, PaperBlock, PaperForm, PaperTable};
use crate::layout::{Colour, Sheet, SheetAlign, SheetCell, SheetPaper, SheetValue, Workbook};
use crate::templates::look::{Look, created};
use crate::templates::theme::Style;

/// Millimetres of a worksheet's column for one of the content's shares.
const WIDTH: f64 = 24.0;
/// The file format allows 32,767 units to a cell.
const LONGEST: usize = 16_000;

/// Every table of a paper on a sheet of its own; nothing for a paper without one.
pub fn paper_workbook<'a>(paper: &Paper, style: impl Into<Style<'a>>) -> Option<Workbook> {
    let look = Look::new(style.into(), 1.0, paper.colours);
    let mut sheets = Vec::new();
    for own in &paper.sheets {
        let mut name = own.title.as_str();
        for block in &own.blocks {
            match block {
                PaperBlock::Heading(words) => name = words,
                PaperBlock::Table(table) => {
                    let parts = [
                        paper.masthead.organisation.as_str(),
                        own.note.as_str(),
                        paper.masthead.date.as_str(),
                    ];
                    let line: Vec<&str> = parts.into_iter().filter(|own| !own.is_empty()).collect();
                    sheets.push(sheet(&look, paper, table, name, vec![own.title.clone(), line.join("　　")]));
                }
                _ => {}
            }
        }
    }
    (!sheets.is_empty()).then(|| Workbook {
        title: format!("{} {}", paper.title, paper.subject),
        author: paper.masthead.organisation.clone(),
        created: created(&paper.masthead),
        sheets,
    })
}

fn sheet(look: &Look<'_>, paper: &Paper, table: &PaperTable, name: &str, titles: Vec<String>) -> Sheet {
    let mut sheet = Sheet::new(name, table.columns.iter().map(|own| own.weight * WIDTH).collect());
    sheet.titles = titles;
    sheet.paper = if paper.form == PaperForm::Wide { SheetPaper::A3 } else { SheetPaper::A4 };
    sheet.frozen_columns = 2;
    let centred = |text: &str| SheetCell::text(text).align(SheetAlign::Centre);
    sheet.header = vec![table.columns.iter().map(|own| centred(&own.title).bold()).collect()];
    let red = alarm(look);
    sheet.rows = table
        .rows
        .iter()
        .map(|row| {
            let cell = |(at, column): (usize, &crate::content::PaperColumn)| {
                let text = row.cells.get(at).map_or("", String::as_str);
                let cell = match column.kind {
                    ColumnKind::Words => SheetCell::text(text.chars().take(LONGEST).collect::<String>()),
                    ColumnKind::Centred => centred(text),
                    ColumnKind::Number => match text.parse::<f64>() {
                        Ok(number) => SheetCell { value: SheetValue::Number(number), ..centred("") },
                        Err(_) => centred(text),
                    },
                };
                if row.alarms.contains(&at) { cell.bold().coloured(Colour::WHITE, red) } else { cell }
            };
            table.columns.iter().enumerate().map(cell).collect()
        })
        .collect();
    sheet
}

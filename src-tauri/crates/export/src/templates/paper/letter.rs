//! A paper as a letter that people go on writing in: tables stay tables, charts and symbols become drawings.
//! Relies on the same blocks as the pages.
//! Must not know: file formats.

use super::blocks::{Setter, alarm};
use super::{Measures, Photos, chart, measures};
use crate::content::{ColumnKind, Paper, PaperBlock, PaperField, PaperForm, PaperTable};
use crate::layout::{
    Align, Colour, Item, Letter, LetterBlock, LetterCell, LetterTable, LetterWords, Mm, Page, Size,
};
use crate::templates::look::{Look, created};
use crate::templates::theme::Style;

/// Margins, in millimetres.
const MARGIN: Mm = 20.0;
/// Running text, in points: 小四 is 12, 五号 10.5.
const TEXT: f64 = 10.5;
/// Text of tables, in points.
const CELL: f64 = 9.5;
/// Height of a line of a table, in millimetres.
const LINE: Mm = 6.0;
/// Width of the name of a field, in millimetres.
const NAME: Mm = 27.0;

/// The paper as a letter.
pub fn paper_letter<'a>(paper: &Paper, style: impl Into<Style<'a>>, photos: &Photos) -> Letter {
    let look = Look::new(style.into(), 1.0, paper.colours);
    let masthead = &paper.masthead;
    let mut letter = Letter {
        title: format!("{} {}", paper.title, paper.subject),
        author: masthead.organisation.clone(),
        created: created(masthead),
        paper: match paper.form {
            PaperForm::Upright => Size::A4,
            PaperForm::Lying => Size::A4.landscape(),
            PaperForm::Wide => Size::A3.landscape(),
        },
        margin: MARGIN,
        foot: format!("{}　{}　{}", masthead.organisation, masthead.version, paper.code),
        blocks: Vec::new(),
    };
    let own = Measures { text: TEXT, table: CELL, ..measures(paper.form) };
    let setter = Setter { look: &look, measures: own, photos, width: letter.width(), share: 1.0 };
    let grey = |text: &str| LetterWords::new(text, 9.0).colour(Colour::GREY);
    for (at, sheet) in paper.sheets.iter().enumerate() {
        if at > 0 {
            letter.blocks.push(LetterBlock::Break);
        }
        let blocks = &mut letter.blocks;
        blocks.push(LetterBlock::Words(grey(&masthead.organisation).align(Align::Centre)));
        let title = LetterWords::new(sheet.title.clone(), 18.0).bold().align(Align::Centre).level(1);
        blocks.push(LetterBlock::Words(title));
        if !sheet.note.is_empty() {
            blocks.push(LetterBlock::Words(grey(&sheet.note).align(Align::Right)));
        }
        for block in &sheet.blocks {
            write(&setter, block, blocks);
        }
    }
    letter
}

fn write(setter: &Setter<'_>, block: &PaperBlock, blocks: &mut Vec<LetterBlock>) {
    let (look, width) = (setter.look, setter.width);
    match block {
        PaperBlock::Heading(words) => {
            let words = LetterWords::new(words.clone(), 12.0).bold().colour(look.theme.ink).level(2);
            blocks.push(LetterBlock::Words(words));
        }
        PaperBlock::Text(words) => {
            blocks.push(LetterBlock::Words(LetterWords::new(words.clone(), TEXT).align(Align::Justify)));
        }
        PaperBlock::Remark(words) => {
            blocks.push(LetterBlock::Words(LetterWords::new(words.clone(), 9.0).colour(Colour::GREY)));
        }
        PaperBlock::Fields(fields) => blocks.push(LetterBlock::Table(form(setter, fields))),
        PaperBlock::Table(own) => blocks.push(LetterBlock::Table(table(setter, own))),
        PaperBlock::Chart(own) => {
            let (height, items) = chart::drawing(look, own, width, TEXT);
            blocks.push(drawing(width, height, items));
        }
        PaperBlock::Photos(photos) => {
            for (height, items) in setter.photo_rows(photos) {
                blocks.push(drawing(width, height, items));
            }
        }
        PaperBlock::Symbol { code, title, words } => {
            let side = Setter::SYMBOL_SIDE;
            blocks.push(LetterBlock::Words(LetterWords::new(title.clone(), 12.0).bold().level(2)));
            blocks.push(LetterBlock::Words(
                LetterWords::new(format!("{words}　{code}"), 9.0).colour(Colour::GREY),
            ));
            let items = setter.symbol_alone(code);
            if !items.is_empty() {
                blocks.push(drawing(side, side, items));
            }
        }
        PaperBlock::Signatures(names) => {
            let words =
                names.iter().map(|name| format!("{name}：____________")).collect::<Vec<_>>().join("　　");
            blocks.push(LetterBlock::Words(LetterWords::new(words, TEXT)));
        }
    }
}

fn drawing(width: Mm, height: Mm, items: Vec<Item>) -> LetterBlock {
    let mut page = Page::new(Size::new(width, height));
    page.items = items;
    LetterBlock::Drawing(page)
}

fn form(setter: &Setter<'_>, fields: &[PaperField]) -> LetterTable {
    let value = ((setter.width - 2.0 * NAME) / 2.0).max(10.0);
    let mut table = LetterTable {
        columns: vec![NAME, value, NAME, value],
        header: 0,
        rows: Vec::new(),
        least: Vec::new(),
    };
    let head = |own: &PaperField| LetterCell {
        words: LetterWords::new(own.name.clone(), CELL).bold().align(Align::Centre),
        fill: Some(setter.look.theme.ground),
        columns: 1,
    };
    let said = |own: &PaperField, columns| LetterCell {
        words: LetterWords::new(own.value.clone(), CELL),
        fill: None,
        columns,
    };
    let mut rest = fields.iter().peekable();
    while let Some(own) = rest.next() {
        let pair = if own.wide { None } else { rest.next_if(|next| !next.wide) };
        let lines = pair.map_or(own.lines, |next| own.lines.max(next.lines));
        table.rows.push(match pair {
            Some(next) => vec![head(own), said(own, 1), head(next), said(next, 1)],
            None => vec![head(own), said(own, 3)],
        });
        table.least.push(LINE * f64::from(lines) + 1.5);
    }
    table
}

fn table(setter: &Setter<'_>, own: &PaperTable) -> LetterTable {
    let all: f64 = own.columns.iter().map(|column| column.weight).sum::<f64>().max(f64::MIN_POSITIVE);
    let columns = own.columns.iter().map(|column| setter.width * column.weight / all).collect();
    let head = own.columns.iter().map(|column| LetterCell {
        words: LetterWords::new(column.title.as_ref(), CELL).bold().align(Align::Centre),
        fill: Some(setter.look.theme.ground),
        columns: 1,
    });
    let mut rows = vec![head.collect::<Vec<_>>()];
    let red = alarm(setter.look);
    for row in &own.rows {
        let cell = |(at, column): (usize, &crate::content::PaperColumn)| {
            let text = row.cells.get(at).map_or("", String::as_str);
            let align = if column.kind == ColumnKind::Words { Align::Left } else { Align::Centre };
            let words = LetterWords::new(text, CELL).align(align);
            let words = if row.alarms.contains(&at) { words.bold().colour(red) } else { words };
            LetterCell { words, fill: None, columns: 1 }
        };
        rows.push(own.columns.iter().enumerate().map(cell).collect());
    }
    for _ in 0..own.spare {
        let blank = || LetterCell { words: LetterWords::new("", CELL), fill: None, columns: 1 };
        rows.push(own.columns.iter().map(|_| blank()).collect());
    }
    let least = vec![LINE + 1.0; rows.len()];
    LetterTable { columns, header: 1, rows, least }
}

//! A list as a worksheet that people go on with, and as pages: numbers as numbers, levels on their colours, texts as texts.
//! Relies on the columns and rows of the content.
//! Must not know: which list it is.

use super::Printed;
use super::look::{Look, ink};
use super::theme::Style;
use crate::content::ListSheet;
use crate::layout::{
    Align, Anchor, Bookmark, Cell, Colour, ColumnWidth, Document, Flow, Insets, Mm, Paragraph, Row, Sheet,
    SheetAlign, SheetCell, SheetPaper, SheetValue, Size, Stroke, Table, TableError, TableLook, TextStyle,
    Timestamp, VerticalAlign, point,
};

/// Longer cells than a spreadsheet can hold are cut there; the file format allows 32,767 units.
const LONGEST: usize = 16_000;

/// The worksheet of a list.
pub fn list_worksheet(list: &ListSheet) -> Sheet {
    let mut sheet = Sheet::new(&*list.title, list.columns.iter().map(|own| own.width).collect());
    sheet.titles = vec![list.title.clone(), list.subtitle.clone()];
    sheet.paper = SheetPaper::A3;
    sheet.frozen_columns = 3;
    let header =
        list.columns.iter().map(|own| SheetCell::text(own.title.as_ref()).align(SheetAlign::Centre).bold());
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

/// Margins of the pages.
const MARGINS: Insets = Insets { top: 25.0, right: 11.0, bottom: 15.0, left: 11.0 };
/// Type of the table, in points.
const TEXT: f64 = 7.4;
/// Columns may be narrower on paper than in a worksheet by this.
const TIGHTER: f64 = 0.72;

/// Lays a list out over as many pages as it needs, on the smallest landscape paper that its columns fit. Columns in
/// which nothing stands are left out.
///
/// # Errors
/// See [`TableError`]: none for columns as lists have them.
pub fn list_document<'a>(list: &ListSheet, style: impl Into<Style<'a>>) -> Result<Printed, TableError> {
    let style = style.into();
    let look = Look::new(style, 1.0, list.colours);
    let shown: Vec<usize> = (0..list.columns.len())
        .filter(|at| {
            list.rows.is_empty()
                || list.rows.iter().any(|row| row.cells.get(*at).is_some_and(|own| !own.is_empty()))
        })
        .collect();
    let width = |at: &usize| list.columns.get(*at).map_or(20.0, |own| own.width);
    let wanted: Mm = shown.iter().map(width).sum::<f64>() * TIGHTER;
    let room = |paper: &Size| paper.landscape().width - MARGINS.left - MARGINS.right;
    let paper = [Size::A4, Size::A3, Size::A2].into_iter().find(|paper| room(paper) >= wanted);
    let paper = paper.unwrap_or(Size::A1).landscape();
    let mut table = Table::new(shown.iter().map(|at| ColumnWidth::Weight(width(at))).collect());
    let line = Stroke::new(Colour::GREY, 0.1);
    table.look = TableLook {
        padding: Insets::symmetric(0.9, 1.15),
        row_rule: Some(line.clone()),
        column_rule: Some(line),
        header_fill: Some(look.theme.ground),
        ..TableLook::grid()
    };
    let heading = TextStyle::bold(TEXT).leading(1.24);
    let head = |at: &usize| {
        let words = list.columns.get(*at).map_or("", |own| &*own.title);
        Cell::new(Paragraph::new(words, heading).align(Align::Centre)).vertical(VerticalAlign::Middle)
    };
    table.header = vec![Row::new(shown.iter().map(head).collect())];
    let text = TextStyle::regular(TEXT).leading(1.36);
    table.rows = list
        .rows
        .iter()
        .map(|row| {
            let cell = |at: &usize| {
                let words = row.cells.get(*at).map_or("", String::as_str);
                let level = row.coloured.iter().find(|(column, _)| column == at).map(|(_, level)| *level);
                let is_number = list.columns.get(*at).is_some_and(|own| own.number);
                let own = level.map(|level| list.colours.of(level));
                let style = own.map_or(text, |own| TextStyle::bold(TEXT).leading(1.36).colour(ink(own.text)));
                let align = if is_number || own.is_some() { Align::Centre } else { Align::Left };
                let cell =
                    Cell::new(Paragraph::new(words, style).align(align)).vertical(VerticalAlign::Middle);
                match own {
                    Some(own) => cell.fill(ink(own.fill)),
                    None => cell,
                }
            };
            Row::new(shown.iter().map(cell).collect())
        })
        .collect();
    let body = paper.rect().inset(MARGINS);
    let mut flow = Flow::new(paper, body);
    flow.table(&table, style.fonts)?;
    let mut document = Document::new(&*list.title, Timestamp::EPOCH);
    document.subject.clone_from(&list.title);
    document.pages = flow.finish();
    document.outline.push(Bookmark::new(&*list.title, 0));
    document.decorate(|number, page| {
        let mut items = Vec::new();
        let title = look.title(16.0).tracking(0.06);
        look.put(&list.title, &title, point(body.x, 14.0), Anchor::Start, &mut items);
        let small = look.regular(8.6).colour(Colour::GREY);
        let after = look.width(&list.title, &title) + 7.0;
        let room = (body.width - after).max(20.0);
        look.squeeze(&list.subtitle, &small, point(body.right(), 14.6), Anchor::End, room, &mut items);
        let foot = format!("第 {} 页　共 {} 页", number.number, number.total);
        look.put(&foot, &small, point(paper.width / 2.0, paper.height - 8.0), Anchor::Middle, &mut items);
        items.append(&mut page.items);
        page.items = items;
    });
    Ok(Printed::new(document, Vec::new(), |page| format!("{} 第 {} 页", list.title, page + 1)))
}

//! 「印制清单」 as a table over A4 pages with dates and small photographs of what hangs, and as a worksheet to go on with.
//! Relies on the columns of the content; both forms have the same columns in the same order.
//! Must not know: why a piece hangs where it hangs.

use super::Printed;
use super::frame;
use super::look::{Look, created};
use super::paper::Photos;
use super::theme::Style;
use crate::content::{Fault, PrintItem, PrintList, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Cell, Colour, ColumnWidth, Insets, Page, Paragraph, Room, Row, Sheet,
    SheetAlign, SheetCell, SheetPaper, Size, Stroke, Table, TableError, TableLook, VerticalAlign, Workbook,
    point,
};

/// Type of the table, in points.
const TEXT: f64 = 12.0;
/// Height of a row with a photograph, in millimetres on A3.
const PHOTO: f64 = 22.0;

/// Lays the list out on lying pages of `size`.
///
/// # Errors
/// See [`TableError`]: none for the columns as they are.
pub fn print_list<'a>(
    list: &PrintList,
    style: impl Into<Style<'a>>,
    size: Size,
    photos: &Photos,
) -> Result<Printed, TableError> {
    let style = style.into();
    let size = size.landscape();
    let look = Look::new(style, size.width / 420.0, list.colours);
    let mut document = frame::document(list.title, list.title, &list.masthead, &list.code);
    let mut blank = Page::new(size);
    let body = frame::sheet(&look, list.title, &list.masthead, &list.code, size, &mut blank.items);
    let body = body.inset(Insets { top: look.mm(4.0), ..Insets::all(0.0) });
    let parts = table(&look, list, photos).paginate(look.fonts, body.width, Room::each(body.height))?;
    let total = parts.len();
    for (index, part) in parts.into_iter().enumerate() {
        let mut page = blank.clone();
        let grey = look.regular(10.5).colour(Colour::GREY);
        let y = body.y - look.mm(4.2);
        look.put(&list.summary, &grey, point(body.x, y), Anchor::Start, &mut page.items);
        let number = format!("第 {} 页　共 {total} 页", index + 1);
        look.put(&number, &grey, point(body.right(), y), Anchor::End, &mut page.items);
        part.place(body.origin(), &mut page.items);
        document.pages.push(page);
    }
    document.outline.push(Bookmark::new(list.title, 0));
    let lost = list.items.iter().filter_map(|own| Some((own, own.asset()?)));
    let lost = lost.filter(|own| !photos.contains_key(own.1));
    let problems = lost.map(|(own, asset)| {
        let fingerprint = asset.chars().take(8).collect();
        Problem::new(format!("{} {} {}", list.title, own.kind, own.subject), Fault::NoPhoto { fingerprint })
    });
    Ok(Printed::new(document, problems.collect(), |page| format!("{} 第 {} 页", list.title, page + 1)))
}

fn table(look: &Look<'_>, list: &PrintList, photos: &Photos) -> Table {
    let fixed = |width: f64| ColumnWidth::Fixed(look.mm(width));
    let mut table = Table::new(vec![
        fixed(13.0),
        fixed(38.0),
        ColumnWidth::Weight(1.35),
        fixed(26.0),
        fixed(26.0),
        fixed(36.0),
        fixed(14.0),
        ColumnWidth::Weight(1.0),
        fixed(27.0),
        fixed(34.0),
    ]);
    let line = Stroke::new(Colour::GREY, look.mm(0.14));
    table.look = TableLook {
        padding: Insets::symmetric(look.mm(1.3), look.mm(1.4)),
        row_rule: Some(line.clone()),
        column_rule: Some(line),
        header_fill: Some(look.theme.ground),
        ..TableLook::grid()
    };
    let head = look.bold(TEXT).leading(1.3);
    let title = |words: &str| {
        Cell::new(Paragraph::new(words, head).align(Align::Centre)).vertical(VerticalAlign::Middle)
    };
    table.header = vec![Row::new(PrintList::COLUMNS.into_iter().map(title).collect())];
    table.rows =
        list.items.iter().enumerate().map(|(index, own)| row(look, own, index + 1, photos)).collect();
    table
}

fn row(look: &Look<'_>, own: &PrintItem, number: usize, photos: &Photos) -> Row {
    let text = look.regular(TEXT).leading(1.34);
    let words = |words: &str| Cell::new(Paragraph::new(words, text)).vertical(VerticalAlign::Middle);
    let centred = |words: &str| {
        Cell::new(Paragraph::new(words, text).align(Align::Centre)).vertical(VerticalAlign::Middle)
    };
    let level = match own.level {
        Some(level) => {
            let shown = look.level(Some(level));
            let strong = look.bold(TEXT).leading(1.3).colour(shown.text);
            let word = level.name(domain::Language::Chinese);
            Cell::new(Paragraph::new(word, strong).align(Align::Centre))
                .vertical(VerticalAlign::Middle)
                .fill(shown.fill)
                .padding(Insets::symmetric(look.mm(1.0), look.mm(0.4)))
        }
        None => centred("—"),
    };
    let seen = own.asset().and_then(|asset| photos.get(asset));
    let photo = match seen {
        Some(picture) => {
            Cell::picture(picture.clone()).padding(Insets::symmetric(look.mm(0.8), look.mm(1.0)))
        }
        // A picture that cannot be shown leaves its place blank, and the problems say so.
        None if own.asset().is_some() => words(""),
        None => words(&own.photo),
    };
    let mut row = Row::new(vec![
        centred(&number.to_string()),
        words(own.kind),
        words(&own.subject),
        level,
        centred(own.size),
        words(own.material),
        centred(&own.quantity.to_string()),
        words(&own.place),
        centred(&own.hung),
        photo,
    ]);
    if seen.is_some() {
        row.least_height = look.mm(PHOTO);
    }
    row
}

/// The list as a workbook with one sheet.
pub fn print_list_sheet(list: &PrintList, style: Style<'_>, photos: &Photos) -> Workbook {
    let look = Look::new(style, 1.0, list.colours);
    let masthead = &list.masthead;
    let widths = vec![11.0, 30.0, 62.0, 20.0, 20.0, 30.0, 12.0, 56.0, 22.0, 28.0];
    let mut sheet = Sheet::new(list.title, widths);
    sheet.paper = SheetPaper::A3;
    sheet.frozen_columns = 3;
    let line = format!(
        "单位：{}　　{}　{}　　{}",
        masthead.organisation, masthead.version, masthead.date, list.summary
    );
    sheet.titles = vec![list.title.to_owned(), line];
    let centred = |text: &str| SheetCell::text(text).align(SheetAlign::Centre);
    sheet.header = vec![PrintList::COLUMNS.iter().map(|title| centred(title).bold()).collect()];
    sheet.rows = list
        .items
        .iter()
        .enumerate()
        .map(|(index, own)| {
            let level = own.level.map_or(centred("—"), |level| {
                let shown = look.level(Some(level));
                centred(level.name(domain::Language::Chinese)).bold().coloured(shown.fill, shown.text)
            });
            vec![
                SheetCell::number((index + 1) as f64),
                SheetCell::text(own.kind),
                SheetCell::text(own.subject.clone()),
                level,
                centred(own.size),
                SheetCell::text(own.material),
                SheetCell::number(own.quantity as f64),
                SheetCell::text(own.place.clone()),
                centred(&own.hung),
                match own.asset() {
                    Some(asset) => {
                        photos.get(asset).cloned().map_or_else(SheetCell::empty, SheetCell::picture)
                    }
                    None => SheetCell::text(own.photo.clone()),
                },
            ]
        })
        .collect();
    Workbook {
        title: list.title.to_owned(),
        author: masthead.organisation.clone(),
        created: created(masthead),
        sheets: vec![sheet],
    }
}

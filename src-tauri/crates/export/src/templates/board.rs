//! 「安全风险公告栏」: counts of the levels, then one table of points in the largest type that fits the board.
//! Relies on tables that break between rows and repeat their header.
//! Must not know: which points are spelt out.

use super::Printed;
use super::frame;
use super::look::Look;
use super::theme::Style;
use crate::content::{BoardRow, Fault, NoticeBoard, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Cell, Colour, ColumnWidth, Document, Insets, Item, Page, Paragraph, Rect, Room,
    Row, Size, Stroke, Table, TableError, TableLook, TablePart, TextStyle, Timestamp, VerticalAlign, point,
};

/// Type of the table on the width of A3, in points: usual first.
const TYPES: [f64; 11] = [12.0, 11.2, 10.4, 9.8, 9.2, 8.6, 8.1, 7.6, 7.2, 6.8, 6.4];
/// Below this place among [`TYPES`] text is reported as shrunk.
const NOTABLY: usize = 9;

/// Lays boards out on `size`, each on as many sheets as it takes, with a bookmark.
///
/// # Errors
/// See [`TableError`]: none for the columns as they are.
pub fn notice_boards<'a>(
    boards: &[NoticeBoard],
    style: impl Into<Style<'a>>,
    size: Size,
) -> Result<Printed, TableError> {
    let style = style.into();
    let mut document = match boards.first() {
        Some(first) => frame::document("安全风险公告栏", "安全风险公告栏", &first.masthead, &first.code),
        None => Document::new("安全风险公告栏", Timestamp::EPOCH),
    };
    let mut problems = Vec::new();
    let mut owners = Vec::new();
    for board in boards {
        problems.extend(board.problems.iter().cloned());
        let piece = format!("风险公告栏 {}", board.subject);
        let (pages, step) = lay(board, style, size)?;
        if pages.len() > 1 {
            problems.push(Problem::new(piece.clone(), Fault::Continued { sheets: pages.len() }));
        } else if step >= NOTABLY {
            let percent = (TYPES.get(step).copied().unwrap_or(6.4) / TYPES[0] * 100.0).round() as u32;
            problems.push(Problem::new(piece.clone(), Fault::Shrunk { percent }));
        }
        document.outline.push(Bookmark::new(board.title.clone(), document.pages.len()));
        owners.extend(pages.iter().map(|_| piece.clone()));
        document.pages.extend(pages);
    }
    Ok(Printed::new(document, problems, |page| owners.get(page).cloned().unwrap_or_default()))
}

fn lay(board: &NoticeBoard, style: Style<'_>, size: Size) -> Result<(Vec<Page>, usize), TableError> {
    // A tall board has the width of its table as measure, a wide one its height.
    let scale = (size.width / 420.0).max(size.height / 594.0).min(size.width / 300.0);
    let look = Look::new(style, scale, board.colours);
    let mut blank = Page::new(size);
    let body = frame::sheet(&look, &board.title, &board.masthead, &board.code, size, &mut blank.items);
    let body = counts(&look, board, body, &mut blank.items);
    let set =
        |points: f64| table(&look, board, points).paginate(look.fonts, body.width, Room::each(body.height));
    // What does not fit on one sheet in the smallest type need not be tried in any other.
    let mut step = TYPES.len() - 1;
    let mut last = set(TYPES[step])?;
    if last.len() <= 1 {
        for (index, points) in TYPES.into_iter().enumerate().take(step) {
            let parts = set(points)?;
            if parts.len() <= 1 {
                (last, step) = (parts, index);
                break;
            }
        }
    }
    let total = last.len();
    let pages =
        last.into_iter().enumerate().map(|(index, part)| sheet(&look, &blank, part, body, index, total));
    Ok((pages.collect(), step))
}

fn sheet(look: &Look<'_>, blank: &Page, part: TablePart, body: Rect, index: usize, total: usize) -> Page {
    let mut page = blank.clone();
    part.place(body.origin(), &mut page.items);
    if total > 1 {
        let words = format!("第 {} 块　共 {total} 块", index + 1);
        let at = point(body.right(), body.y - look.mm(5.5));
        look.put(&words, &look.bold(10.0), at, Anchor::End, &mut page.items);
    }
    page
}

/// Counts of the levels in their colours. Gives what is left.
fn counts(look: &Look<'_>, board: &NoticeBoard, body: Rect, items: &mut Vec<Item>) -> Rect {
    let (strip, rest) = body.split_top(look.mm(15.0));
    let height = look.mm(11.0);
    let mut x = strip.x;
    for own in &board.counts {
        let level = look.level(own.level);
        let number = own.count.to_string();
        let strong = TextStyle::bold(height / crate::layout::MM_PER_PT * 0.62).colour(level.text);
        let small = TextStyle::bold(height / crate::layout::MM_PER_PT * 0.34).colour(level.text);
        let width = look.width(&number, &strong) + look.width(own.word, &small) + height * 1.15;
        let frame = Rect::new(x, strip.y, width, height);
        let line = Stroke::new(level.outline, look.mm(0.25));
        items.push(Item::shape(look.panel(frame), level.fill, line));
        let left = point(x + height * 0.4, frame.centre().y);
        look.put(own.word, &small, left, Anchor::Start, items);
        look.put(&number, &strong, point(frame.right() - height * 0.4, frame.centre().y), Anchor::End, items);
        x += width + look.mm(3.0);
    }
    let calls = "火警 119　急救 120　报警 110";
    let style = look.bold(11.0);
    let at = point(strip.right(), strip.y + height * 0.32);
    look.squeeze(calls, &style, at, Anchor::End, (strip.right() - x).max(1.0), items);
    let note = look.regular(8.4).colour(Colour::GREY);
    let at = point(strip.right(), strip.y + height * 0.78);
    look.squeeze(&board.note, &note, at, Anchor::End, (strip.right() - x).max(1.0), items);
    rest
}

fn table(look: &Look<'_>, board: &NoticeBoard, points: f64) -> Table {
    let em = look.regular(points).size.mm();
    let fixed = |characters: f64| ColumnWidth::Fixed(em * characters);
    let mut table = Table::new(vec![
        fixed(2.9),
        ColumnWidth::Weight(1.05),
        ColumnWidth::Weight(0.9),
        ColumnWidth::Weight(1.25),
        fixed(6.1),
        fixed(5.1),
        ColumnWidth::Weight(2.1),
        ColumnWidth::Weight(1.3),
        fixed(5.1),
        fixed(6.2),
        fixed(7.6),
    ]);
    let line = Stroke::new(Colour::GREY, look.mm(0.12));
    table.look = TableLook {
        padding: Insets::symmetric(em * 0.42, em * 0.4),
        frame_horizontal: Some(Stroke::new(look.theme.accent, look.mm(0.5))),
        frame_vertical: None,
        head_rule: Some(Stroke::new(look.theme.accent, look.mm(0.3))),
        row_rule: Some(line.clone()),
        column_rule: Some(line),
        header_fill: Some(look.theme.ground),
    };
    let head = look.bold(points).leading(1.26);
    let titles = [
        "序号",
        "风险点",
        "位置",
        "主要危险因素",
        "可能的事故",
        "风险等级",
        "管控措施",
        "应急处置",
        "管控层级",
        "责任部门",
        "责任人",
    ];
    let title = |words: &str| {
        Cell::new(Paragraph::new(words, head).align(Align::Centre)).vertical(VerticalAlign::Middle)
    };
    table.header = vec![Row::new(titles.into_iter().map(title).collect())];
    table.rows =
        board.rows.iter().enumerate().map(|(index, own)| row(look, own, index + 1, points)).collect();
    table
}

fn row(look: &Look<'_>, own: &BoardRow, number: usize, points: f64) -> Row {
    let text = look.regular(points).leading(1.34);
    let strong = look.bold(points).leading(1.34);
    let small = look.regular(points * 0.82).colour(Colour::GREY).leading(1.3);
    let facts = &own.facts;
    let level = look.level(facts.level);
    let cell = |words: &str| Cell::new(Paragraph::new(words, text)).vertical(VerticalAlign::Middle);
    let centred = |paragraphs: Vec<Paragraph>| {
        let mut cell = Cell::new(Paragraph::new("", text)).vertical(VerticalAlign::Middle);
        cell.paragraphs = paragraphs.into_iter().map(|own| own.align(Align::Centre)).collect();
        cell
    };
    let score = match (&facts.score, facts.forced()) {
        (_, Some(word)) => word.to_owned(),
        (Some(score), None) => score.to_string(),
        (None, None) => String::new(),
    };
    let mut lines = vec![Paragraph::new(facts.level_word, strong.colour(level.text))];
    if !score.is_empty() {
        lines.push(Paragraph::new(score, small.colour(level.text)));
    }
    let mut name = cell("");
    name.paragraphs =
        vec![Paragraph::new(facts.name.clone(), strong), Paragraph::new(facts.code.clone(), small)];
    let mut person = vec![Paragraph::new(facts.person.clone(), text)];
    if !facts.phone.is_empty() {
        person.push(Paragraph::new(facts.phone.clone(), small));
    }
    Row::new(vec![
        centred(vec![Paragraph::new(number.to_string(), text)]),
        name,
        cell(&facts.location),
        cell(&own.hazards),
        cell(&own.accidents),
        centred(lines).fill(level.fill).padding(Insets::symmetric(0.8, 0.3)),
        cell(&own.measures),
        cell(&own.emergency),
        centred(vec![Paragraph::new(facts.tier.clone(), text)]),
        cell(&facts.department),
        centred(person),
    ])
}

//! 「风险分级管控清单」 as a table over A3 pages, and as a worksheet that people go on with.
//! Relies on the columns of the content; both forms have the same columns in the same order.
//! Must not know: levels' thresholds, whose measures they are.

use super::Printed;
use super::frame;
use super::look::{Look, created};
use super::theme::Style;
use crate::content::{LedgerPoint, LedgerRow, RiskLedger};
use crate::layout::{
    Align, Anchor, Bookmark, Cell, Colour, ColumnWidth, Document, Flow, Fonts, Insets, Mm, PageNumber,
    Paragraph, QrLevel, QrSymbol, Row, Sheet, SheetAlign, SheetCell, SheetPaper, SheetValue, Size, Span,
    Stroke, Table, TableError, TableLook, TextStyle, VerticalAlign, Workbook, point,
};
use crate::layout::{Item, Rect};

/// Widths of the columns on A3, in millimetres; those with zero share what is left, by the weight beside them.
const WIDTHS: [(Mm, f64); 20] = [
    (19.0, 0.0),
    (9.5, 0.0),
    (25.0, 0.0),
    (13.0, 0.0),
    (8.5, 0.0),
    (0.0, 0.9),
    (0.0, 1.35),
    (0.0, 1.25),
    (11.5, 0.0),
    (10.5, 0.0),
    (13.0, 0.0),
    (0.0, 1.15),
    (0.0, 1.15),
    (0.0, 1.0),
    (0.0, 1.0),
    (0.0, 1.1),
    (11.5, 0.0),
    (18.0, 0.0),
    (12.5, 0.0),
    (0.0, 0.95),
];
/// Columns narrower than this have headings of four characters in two lines.
const NARROW: Mm = 13.0;
/// Type of the table, in points.
const TEXT: f64 = 7.4;
/// Radius of the badge before the title.
const BADGE: Mm = 5.2;

/// Lays the table out. Page furniture with 「第 x 页 共 y 页」 comes in a second pass.
///
/// # Errors
/// See [`TableError`]: none for the columns as they are.
pub fn risk_ledger<'a>(ledger: &RiskLedger, style: impl Into<Style<'a>>) -> Result<Printed, TableError> {
    let style = style.into();
    let look = Look::new(style, 1.0, ledger.colours);
    let paper = Size::A3.landscape();
    let body = paper.rect().inset(Insets { top: 27.0, right: 11.0, bottom: 17.0, left: 11.0 });
    let mut flow = Flow::new(paper, body);
    flow.table(&table(&look, ledger), style.fonts)?;
    let mut document = Document::new(ledger.title, created(&ledger.masthead));
    document.author.clone_from(&ledger.masthead.organisation);
    document.subject = ledger.title.to_owned();
    document.keywords = vec![ledger.code.clone(), ledger.masthead.version.clone()];
    document.pages = flow.finish();
    document.outline.push(Bookmark::new(ledger.title, 0));
    document.decorate(|number, page| {
        let mut items = Vec::new();
        furniture(&look, ledger, paper, body, number, &mut items);
        items.append(&mut page.items);
        page.items = items;
    });
    Ok(Printed::new(document, ledger.problems.clone(), |page| format!("{} 第 {} 页", ledger.title, page + 1)))
}

fn furniture(
    look: &Look<'_>,
    ledger: &RiskLedger,
    paper: Size,
    body: Rect,
    number: PageNumber,
    items: &mut Vec<Item>,
) {
    let masthead = &ledger.masthead;
    let middle = 14.5;
    let title = look.title(19.0).tracking(0.06);
    let marked = frame::mark(look, masthead, point(body.x + BADGE, middle), BADGE, look.theme.ink, items);
    let left = if marked { body.x + 2.0 * BADGE + 4.0 } else { body.x };
    look.put(ledger.title, &title, point(left, middle), Anchor::Start, items);
    let after = left + look.width(ledger.title, &title) + 7.0;
    let small = look.regular(8.6).colour(Colour::GREY);
    let organisation = look.regular(10.0);
    let right_text = format!("{} · {}", masthead.version, masthead.date);
    let width = look.width(&right_text, &small).max(60.0);
    let room = body.right() - after - width - 6.0;
    look.squeeze(
        &masthead.organisation,
        &organisation,
        point(after, middle - 2.3),
        Anchor::Start,
        room,
        items,
    );
    look.squeeze(&ledger.summary, &small, point(after, middle + 2.9), Anchor::Start, room, items);
    look.put(&right_text, &small, point(body.right(), middle - 2.3), Anchor::End, items);
    let people: Vec<String> = [("编制", &masthead.prepared_by), ("审核", &masthead.reviewed_by)]
        .into_iter()
        .filter(|(_, own)| !own.is_empty())
        .map(|(name, own)| format!("{name} {own}"))
        .collect();
    look.squeeze(&people.join("　"), &small, point(body.right(), middle + 2.9), Anchor::End, 90.0, items);

    let foot = paper.height - 9.0;
    let page = format!("第 {} 页　共 {} 页", number.number, number.total);
    look.put(&page, &small, point(paper.width / 2.0, foot), Anchor::Middle, items);
    let side = 13.5;
    let mut right = body.right();
    if let Ok(symbol) = QrSymbol::encode(&ledger.code, QrLevel::Medium) {
        let quiet = side * 4.0 / (f64::from(symbol.modules()) + 8.0);
        items.push(Item::qr(symbol, point(right - side + quiet, foot - side / 2.0), side));
        right -= side - quiet;
    }
    let code = look.regular(7.0).colour(Colour::GREY);
    look.put(&ledger.code, &code, point(right - 1.0, foot), Anchor::End, items);
    if !masthead.report_phone.is_empty() {
        let phone = format!("监督电话 {}", masthead.report_phone);
        look.put(&phone, &small, point(body.x, foot), Anchor::Start, items);
    }
}

fn table(look: &Look<'_>, ledger: &RiskLedger) -> Table {
    let columns =
        WIDTHS.map(
            |(fixed, weight)| {
                if fixed > 0.0 { ColumnWidth::Fixed(fixed) } else { ColumnWidth::Weight(weight) }
            },
        );
    let mut table = Table::new(columns.to_vec());
    let line = Stroke::new(Colour::GREY, 0.1);
    table.look = TableLook {
        padding: Insets::symmetric(0.9, 1.15),
        row_rule: Some(line.clone()),
        column_rule: Some(line),
        header_fill: Some(look.theme.ground),
        ..TableLook::grid()
    };
    table.header = header();
    table.rows = ledger.points.iter().flat_map(|point| rows(look, point)).collect();
    table
}

/// Four characters in two lines of two, for narrow columns.
fn halved(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    match chars.as_slice() {
        [a, b, c, d] => format!("{a}{b}\n{c}{d}"),
        _ => word.to_owned(),
    }
}

fn header() -> Vec<Row> {
    let style = TextStyle::bold(TEXT).leading(1.24);
    let cell = |words: &str| {
        Cell::new(Paragraph::new(words, style).align(Align::Centre)).vertical(VerticalAlign::Middle)
    };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    let columns = RiskLedger::COLUMNS;
    let mut at = 0;
    while let Some((group, title)) = columns.get(at) {
        let reach = columns.iter().skip(at).take_while(|own| own.0 == *group).count();
        if group.is_empty() {
            let narrow = WIDTHS.get(at).is_some_and(|(width, _)| *width > 0.0 && *width < NARROW);
            first.push(if narrow { cell(&halved(title)) } else { cell(title) });
            second.push(Cell::joined_to_above());
            at += 1;
        } else {
            first.push(cell(group).across(reach));
            second.extend(columns.iter().skip(at).take(reach).map(|(_, title)| cell(title)));
            at += reach;
        }
    }
    first.push(cell(RiskLedger::NOTE));
    second.push(Cell::joined_to_above());
    vec![Row::new(first), Row::new(second)]
}

fn rows(look: &Look<'_>, point: &LedgerPoint) -> Vec<Row> {
    point.rows.iter().enumerate().map(|(index, row)| Row::new(cells(look, point, row, index == 0))).collect()
}

fn cells(look: &Look<'_>, point: &LedgerPoint, row: &LedgerRow, first: bool) -> Vec<Cell> {
    let text = TextStyle::regular(TEXT).leading(1.36);
    let facts = &point.facts;
    let words = |words: &str| Cell::new(Paragraph::new(words, text)).vertical(VerticalAlign::Middle);
    let centred = |words: &str| {
        Cell::new(Paragraph::new(words, text).align(Align::Centre)).vertical(VerticalAlign::Middle)
    };
    // Cells of the point are shown once and joined downwards.
    let once = |cell: Cell| if first { cell } else { Cell::joined_to_above() };
    let note = facts.forced();
    let score = row.score.as_ref().map_or("—".to_owned(), ToString::to_string);
    let mut cells = vec![
        once(words(&facts.code)),
        once(centred(&halved(facts.kind))),
        once(
            Cell::new(Paragraph::new(facts.name.clone(), TextStyle::bold(TEXT).leading(1.36)))
                .vertical(VerticalAlign::Middle),
        ),
        once(level(look, facts.level, facts.level_word, note)),
        centred(&row.number.to_string()),
        words(&row.step),
        words(&row.hazard),
        words(&row.accidents),
        centred(&score),
        centred(&row.band),
        level(look, row.level, row.level_word, None),
    ];
    cells.extend(row.measures.iter().map(|own| words(if own.is_empty() { "—" } else { own })));
    cells.push(once(centred(&facts.tier)));
    cells.push(once(centred(&facts.department)));
    cells.push(once(centred(&facts.person)));
    cells.push(once(words(&point.note)));
    cells
}

/// The level's word on its colour; the word without 风险 breaks better in a narrow cell.
fn level(look: &Look<'_>, level: Option<domain::RiskLevel>, word: &str, note: Option<&str>) -> Cell {
    let own = look.level(level);
    let strong = TextStyle::bold(TEXT).colour(own.text).leading(1.3);
    let mut spans = vec![Span { text: word.to_owned(), style: strong }];
    if let Some(note) = note {
        let style = TextStyle::regular(TEXT * 0.84).colour(own.text).leading(1.3);
        spans.push(Span { text: format!("\n{note}"), style });
    }
    let padding = Insets::symmetric(0.9, 0.5);
    Cell::new(Paragraph::rich(spans).align(Align::Centre))
        .vertical(VerticalAlign::Middle)
        .fill(own.fill)
        .padding(padding)
}

/// Millimetres of the worksheet's columns, which show more of long texts than paper can.
const SHEET_WIDTHS: [Mm; 20] = [
    23.0, 19.0, 34.0, 20.0, 11.0, 32.0, 44.0, 42.0, 16.0, 18.0, 20.0, 44.0, 44.0, 36.0, 36.0, 40.0, 18.0,
    28.0, 18.0, 40.0,
];

/// The ledger as a workbook with one sheet: no joined cells, so that it can be sorted and filtered.
pub fn risk_ledger_sheet(ledger: &RiskLedger, fonts: &Fonts) -> Workbook {
    let look = Look::new(fonts.into(), 1.0, ledger.colours);
    let masthead = &ledger.masthead;
    let mut sheet = Sheet::new(ledger.title, SHEET_WIDTHS.to_vec());
    sheet.paper = SheetPaper::A3;
    sheet.frozen_columns = 3;
    let people: Vec<String> = [("编制", &masthead.prepared_by), ("审核", &masthead.reviewed_by)]
        .into_iter()
        .filter(|(_, own)| !own.is_empty())
        .map(|(name, own)| format!("{name}：{own}"))
        .collect();
    let mut line = vec![format!("单位：{}", masthead.organisation)];
    line.extend(people);
    line.extend([format!("{}　{}", masthead.version, masthead.date), ledger.summary.clone()]);
    sheet.titles = vec![ledger.title.to_owned(), line.join("　　")];
    let titles = RiskLedger::COLUMNS.iter().map(|(group, title)| match *group {
        // In a single row the group is part of the title.
        "风险点" => format!("风险点{title}"),
        "作业步骤/检查项目" if *title == "名称" => (*group).to_owned(),
        _ => (*title).to_owned(),
    });
    let centred = |text: &str| SheetCell::text(text).align(SheetAlign::Centre);
    sheet.header =
        vec![titles.chain([RiskLedger::NOTE.to_owned()]).map(|title| centred(&title).bold()).collect()];
    sheet.rows = ledger
        .points
        .iter()
        .flat_map(|point| point.rows.iter().map(|row| sheet_row(&look, point, row)))
        .collect();
    Workbook {
        title: ledger.title.to_owned(),
        author: masthead.organisation.clone(),
        created: created(masthead),
        sheets: vec![sheet],
    }
}

fn sheet_row(look: &Look<'_>, point: &LedgerPoint, row: &LedgerRow) -> Vec<SheetCell> {
    let facts = &point.facts;
    let centred = |text: &str| SheetCell::text(text).align(SheetAlign::Centre);
    let level = |level: Option<domain::RiskLevel>, word: &str| {
        let own = look.level(level);
        centred(word).bold().coloured(own.fill, own.text)
    };
    let score = row.score.as_ref().map_or(SheetValue::Empty, |score| {
        score.value.parse().map_or_else(|_| SheetValue::Text(score.value.clone()), SheetValue::Number)
    });
    let direct = match facts.forced() {
        Some(word) => format!("{}（{word}）", facts.level_word),
        None => facts.level_word.to_owned(),
    };
    let mut cells = vec![
        SheetCell::text(&*facts.code),
        centred(facts.kind),
        SheetCell::text(&*facts.name).bold(),
        level(facts.level, &direct),
        SheetCell { value: SheetValue::Number(row.number as f64), ..centred("") },
        SheetCell::text(&*row.step),
        SheetCell::text(&*row.hazard),
        SheetCell::text(&*row.accidents),
        SheetCell { value: score, ..centred("") },
        centred(&row.band),
        level(row.level, row.level_word),
    ];
    cells.extend(row.measures.iter().map(|own| SheetCell::text(&**own)));
    cells.extend([
        centred(&facts.tier),
        SheetCell::text(&*facts.department),
        centred(&facts.person),
        SheetCell::text(&*point.note),
    ]);
    cells
}

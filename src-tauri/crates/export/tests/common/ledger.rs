//! A ledger of many rows on A3 or A4 landscape.
//! Relies on the public interface of `export`.
//! Must not know: the project model.

use super::words::Dice;
use super::{LEVELS, document, fonts};
use export::layout::*;

pub const HEADINGS: [&str; 8] =
    ["编号", "区域", "风险点", "主要危险", "可能的事故", "风险等级", "管控措施", "责任人"];

/// The words of one row.
pub fn row(i: usize) -> [String; 8] {
    let mut dice = Dice::new(i as u64 + 99);
    [
        format!("JD-{:04}", i + 1),
        format!("机电实训楼{}F", i / 40 % 6 + 1),
        dice.word().to_owned(),
        dice.sentence(9),
        dice.word().to_owned(),
        LEVELS[dice.below(4)].1.to_owned(),
        dice.sentence(18),
        ["刘洋", "赵磊", "陈海波"][dice.below(3)].to_owned(),
    ]
}

/// `count` rows on A4 landscape, header repeated, page x of y.
pub fn ledger(count: usize) -> Document {
    let fonts = fonts();
    let mut document = document("安全风险分级管控台账");
    let text = TextStyle::regular(8.5).leading(1.4);
    let head = TextStyle::bold(8.5).leading(1.4);
    let mut table = Table::new(vec![
        ColumnWidth::Content { least: 14.0, most: 24.0 },
        ColumnWidth::Fixed(20.0),
        ColumnWidth::Weight(1.0),
        ColumnWidth::Weight(1.6),
        ColumnWidth::Weight(1.0),
        ColumnWidth::Fixed(19.0),
        ColumnWidth::Weight(2.4),
        ColumnWidth::Content { least: 12.0, most: 20.0 },
    ]);
    table.look = TableLook::grid();
    table.header = vec![Row::new(
        HEADINGS.map(|h| Cell::new(Paragraph::new(h, head)).vertical(VerticalAlign::Middle)).to_vec(),
    )];
    table.rows = (0..count)
        .map(|i| {
            let words = row(i);
            let joined = i % 40 != 0;
            let mut cells: Vec<Cell> =
                words.iter().map(|w| Cell::new(Paragraph::new(w.clone(), text))).collect();
            if joined {
                cells[1] = Cell::joined_to_above();
            }
            let level = LEVELS.iter().position(|(_, n)| *n == words[5]).unwrap();
            let ink = if level == 0 || level == 3 { Colour::WHITE } else { Colour::INK };
            cells[5] = Cell::new(Paragraph::new(words[5].clone(), head.colour(ink)).align(Align::Centre))
                .fill(LEVELS[level].0)
                .vertical(VerticalAlign::Middle);
            Row::new(cells)
        })
        .collect();
    let size = Size::A4.landscape();
    let sheet = size.rect().inset(Insets::symmetric(13.0, 13.0));
    let body = sheet.inset(Insets { top: 15.0, right: 0.0, bottom: 8.0, left: 0.0 });
    for part in table.paginate(&fonts, body.width, Room::each(body.height)).unwrap() {
        let mut page = Page::new(size);
        part.place(body.origin(), &mut page.items);
        document.pages.push(page);
    }
    let title = document.title.clone();
    let small = TextStyle::regular(8.0).colour(Colour::GREY);
    document.decorate(|n, page| {
        let heading = TextStyle::bold(15.0).tracking(0.04);
        page.items.push(Item::Text(TextRun::centred(
            &fonts,
            &title,
            &heading,
            sheet.origin().offset(0.0, 5.0),
            Anchor::Start,
        )));
        let right = point(sheet.right(), sheet.y + 5.0);
        page.items.push(Item::Text(TextRun::centred(
            &fonts,
            "中州机电职业技术学院　2026-11-21",
            &small,
            right,
            Anchor::End,
        )));
        let foot = point(sheet.right(), sheet.bottom() - 2.0);
        let number = format!("第 {} 页　共 {} 页", n.number, n.total);
        page.items.push(Item::Text(TextRun::centred(&fonts, &number, &small, foot, Anchor::End)));
        let left = point(sheet.x, sheet.bottom() - 2.0);
        page.items.push(Item::Text(TextRun::centred(
            &fonts,
            "编制 安全保卫处　审核 李文涛",
            &small,
            left,
            Anchor::Start,
        )));
    });
    document
}

/// The same rows as a spreadsheet.
pub fn workbook(count: usize) -> Workbook {
    let mut sheet = Sheet::new("风险分级管控", vec![20.0, 26.0, 34.0, 50.0, 34.0, 22.0, 80.0, 20.0]);
    sheet.titles = vec!["安全风险分级管控台账".into(), "中州机电职业技术学院　2026-11-21".into()];
    sheet.header = vec![HEADINGS.map(SheetCell::text).to_vec()];
    sheet.frozen_columns = 1;
    sheet.rows = (0..count)
        .map(|i| {
            let words = row(i);
            let level = LEVELS.iter().position(|(_, n)| *n == words[5]).unwrap();
            let ink = if level == 0 || level == 3 { Colour::WHITE } else { Colour::INK };
            let mut cells: Vec<SheetCell> = words.into_iter().map(SheetCell::text).collect();
            cells[5] = cells[5].clone().coloured(LEVELS[level].0, ink).bold().align(SheetAlign::Centre);
            cells
        })
        .collect();
    Workbook {
        title: "安全风险分级管控台账".into(),
        author: "安全保卫处".into(),
        created: Timestamp::date(2026, 11, 21).unwrap(),
        sheets: vec![sheet],
    }
}

/// A table with a two-level header, joined groups and a row taller than a page, set through a flow.
pub fn two_level() -> Document {
    let fonts = fonts();
    let mut document = document("风险点辨识清单");
    let text = TextStyle::regular(9.0).leading(1.45);
    let head = TextStyle::bold(9.0).leading(1.45);
    let cell = |t: &str, style| Cell::new(Paragraph::new(t, style));
    let title =
        |t: &str| Cell::new(Paragraph::new(t, head).align(Align::Centre)).vertical(VerticalAlign::Middle);
    let mut table = Table::new(vec![
        ColumnWidth::Fixed(26.0),
        ColumnWidth::Fixed(30.0),
        ColumnWidth::Weight(1.0),
        ColumnWidth::Fixed(10.0),
        ColumnWidth::Fixed(10.0),
        ColumnWidth::Fixed(10.0),
        ColumnWidth::Fixed(14.0),
    ]);
    table.header = vec![
        Row::new(vec![title("区域"), title("风险点"), title("危险描述"), title("LEC评价").across(4)]),
        Row::new(vec![
            Cell::joined_to_above(),
            Cell::joined_to_above(),
            Cell::joined_to_above(),
            title("L"),
            title("E"),
            title("C"),
            title("D"),
        ]),
    ];
    let mut dice = Dice::new(3);
    for i in 0..30usize {
        let group = |every: usize, words: &str| {
            if i.is_multiple_of(every) {
                cell(words, text).vertical(VerticalAlign::Middle)
            } else {
                Cell::joined_to_above()
            }
        };
        let length = if i == 20 { 1500 } else { 12 + dice.below(40) };
        let number =
            |t: &str| Cell::new(Paragraph::new(t, text).align(Align::Centre)).vertical(VerticalAlign::Middle);
        table.rows.push(Row::new(vec![
            group(10, "机电实训楼一层机加工实训中心"),
            group(5, dice.word()),
            cell(&dice.sentence(length), text),
            number("3"),
            number("6"),
            number("7"),
            number("126").padding(Insets::symmetric(1.0, 0.0)),
        ]));
    }
    table.look = TableLook::grid();
    let size = Size::A4;
    let mut flow = Flow::new(size, size.rect().inset(Insets::symmetric(18.0, 16.0)));
    flow.block(Paragraph::new("一、风险点辨识清单", TextStyle::bold(15.0)).wrap(&fonts, 178.0));
    flow.space(2.0);
    let intro = "本清单依据GB/T 33000-2016编制，按LEC法逐项评价；D≥320为重大风险，160≤D＜320为较大风险，70≤D＜160为一般风险，D＜70为低风险。";
    flow.block(Paragraph::new(intro, TextStyle::default()).align(Align::Justify).wrap(&fonts, 178.0));
    flow.space(3.0);
    flow.table(&table, &fonts).unwrap();
    flow.space(4.0);
    flow.block(
        Paragraph::new("编制：安全保卫处", TextStyle::default()).align(Align::Right).wrap(&fonts, 178.0),
    );
    document.pages = flow.finish();
    document
}

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

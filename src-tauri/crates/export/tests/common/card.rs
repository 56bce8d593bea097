//! Notice cards in the look of the mock-up: A6 each, four on an A4 sheet.
//! Relies on the public interface of `export`.
//! Must not know: the project model.

use super::words::Dice;
use super::{LEVELS, document, fonts};
use export::layout::*;

/// What a card says.
pub struct Words {
    pub code: String,
    pub place: String,
    pub name: String,
    pub level: usize,
    pub who: String,
    pub hazards: String,
    pub accidents: String,
    pub measures: [String; 4],
    pub emergency: Vec<String>,
}

/// The card of the mock-up.
pub fn lathe() -> Words {
    Words {
        code: "JD-S-001".into(),
        place: "机电实训楼 1F 机加工实训中心".into(),
        name: "普通车床(CA6140)群".into(),
        level: 1,
        who: "责任人 刘洋　13*-****-0021".into(),
        hazards: "卡盘防护罩缺失；旋转部件绞入".into(),
        accidents: "机械伤害".into(),
        measures: [
            "防护罩联锁、急停按钮",
            "操作规程上墙，师徒比不超过1:8",
            "三级教育考核合格后上机",
            "护目镜、紧身工装，禁戴手套",
        ]
        .map(str::to_owned),
        emergency: ["按急停，断开总电源", "止血包扎，不强拉肢体", "拨打120，报告值班6390-0110"]
            .map(str::to_owned)
            .to_vec(),
    }
}

/// A card with about 240 characters.
pub fn filler(i: usize) -> Words {
    let mut dice = Dice::new(i as u64 + 1);
    Words {
        code: format!("JD-S-{i:03}"),
        place: format!("机电实训楼 {}F {}", dice.below(6) + 1, dice.word()),
        name: format!("{}第{i}号", dice.word()),
        level: dice.below(4),
        who: format!("责任人 刘洋　13*-****-{:04}", dice.below(9999)),
        hazards: dice.sentence(38),
        accidents: dice.sentence(14),
        measures: [(); 4].map(|()| dice.sentence(22)),
        emergency: (0..3).map(|_| dice.sentence(16)).collect(),
    }
}

/// `count` cards, four on a sheet, each with a bookmark.
pub fn sheets(count: usize) -> Document {
    let fonts = fonts();
    let mut document = document("岗位安全风险告知卡");
    let words: Vec<Words> = (0..count).map(filler).collect();
    for sheet in words.chunks(4) {
        let mut page = Page::new(Size::A4);
        for (card, place) in sheet.iter().zip(page.size.rect().grid(2, 2, 0.0)) {
            let mut items = Vec::new();
            draw(&fonts, card, Size::A6, &mut items);
            items.iter_mut().for_each(|i| i.translate(place.x, place.y));
            page.items.append(&mut items);
            document.outline.push(Bookmark::new(card.name.clone(), document.pages.len()));
        }
        document.pages.push(page);
    }
    document
}

/// One card on its own page.
pub fn single() -> Document {
    let fonts = fonts();
    let mut document = document("风险告知卡");
    let mut page = Page::new(Size::A6);
    draw(&fonts, &lathe(), Size::A6, &mut page.items);
    document.pages.push(page);
    document
}

/// Draws a card with its upper left corner at the origin.
pub fn draw(fonts: &Fonts, words: &Words, size: Size, items: &mut Vec<Item>) {
    let (colour, level) = LEVELS[words.level];
    let on_colour = if words.level == 0 || words.level == 3 { Colour::WHITE } else { Colour::INK };
    let margin = 5.2;
    let (top, rest) = size.rect().split_top(18.5);
    let (bottom, rest) = rest.split_bottom(9.0);
    let (strip, rest) = rest.split_top(11.0);
    let (signs, main) = rest.split_right(23.5);

    items.push(Item::fill(Path::rect(top), colour));
    let small = TextStyle::regular(7.5).colour(on_colour);
    items.push(Item::Text(TextRun::centred(fonts, &words.code, &small, point(margin, 5.2), Anchor::Start)));
    items.push(Item::Text(TextRun::centred(
        fonts,
        &words.place,
        &small,
        point(size.width - margin, 5.2),
        Anchor::End,
    )));
    let title = Paragraph::new(words.name.clone(), TextStyle::bold(17.0).colour(on_colour).leading(1.2));
    let fitted = fit(&[title], fonts, Size::new(size.width - 2.0 * margin, 7.4), 0.55);
    fitted.block.place(point(margin, 8.3), items);

    let middle = strip.y + strip.height / 2.0;
    let tag = TextRun::line(fonts, level, &TextStyle::bold(11.0));
    let tag_box = Rect::new(margin, middle - 3.2, tag.advance + 5.0, 6.4);
    items.push(Item::fill(Path::rect(tag_box), Colour::INK));
    let white = TextStyle::bold(11.0).colour(Colour::WHITE);
    items.push(Item::Text(TextRun::centred(fonts, level, &white, tag_box.centre(), Anchor::Middle)));
    let text = TextStyle::regular(7.5);
    items.push(Item::Text(TextRun::centred(
        fonts,
        "部门级管控",
        &text,
        point(tag_box.right() + 2.5, middle),
        Anchor::Start,
    )));
    items.push(Item::Text(TextRun::centred(
        fonts,
        &words.who,
        &text,
        point(size.width - margin, middle),
        Anchor::End,
    )));
    let hairline = Stroke::hairline(Colour::HAIRLINE);
    let mut lines = Path::line(point(0.0, strip.bottom()), point(size.width, strip.bottom()));
    lines.append(&Path::line(point(signs.x, signs.y), point(signs.x, signs.bottom())));
    items.push(Item::stroke(lines, hairline));

    body(fonts, words, main.inset(Insets { top: 2.6, right: 3.0, bottom: 1.0, left: margin }), items);
    side(fonts, words, signs, items);

    items.push(Item::fill(Path::rect(bottom), Colour::INK));
    let y = bottom.centre().y;
    items.push(Item::Text(TextRun::centred(
        fonts,
        "发现隐患，立即报告",
        &TextStyle::bold(10.0).colour(Colour::WHITE),
        point(margin, y),
        Anchor::Start,
    )));
    let phones = TextStyle::regular(8.0).colour(Colour::WHITE);
    items.push(Item::Text(TextRun::centred(
        fonts,
        "6390-0110　119　120",
        &phones,
        point(size.width - margin, y),
        Anchor::End,
    )));
}

fn body(fonts: &Fonts, words: &Words, area: Rect, items: &mut Vec<Item>) {
    let head = TextStyle::bold(7.0).colour(Colour::GREY).leading(1.5);
    let text = TextStyle::regular(8.2).leading(1.55);
    let grey = text.colour(Colour::GREY);
    let mut paragraphs = vec![
        Paragraph::new("主要危险", head),
        Paragraph::new(words.hazards.clone(), text).align(Align::Justify).space_after(1.6),
        Paragraph::new("可能的事故", head),
        Paragraph::new(words.accidents.clone(), text).align(Align::Justify).space_after(1.6),
        Paragraph::new("管控措施", head),
    ];
    for (name, measure) in ["工程", "管理", "培训", "防护"].into_iter().zip(&words.measures) {
        paragraphs.push(Paragraph::new(measure.clone(), text).align(Align::Justify).marker(name, grey, 8.0));
    }
    if let Some(last) = paragraphs.last_mut() {
        last.space_after = 1.6;
    }
    paragraphs.push(Paragraph::new("应急处置", head));
    for (i, step) in words.emergency.iter().enumerate() {
        paragraphs.push(Paragraph::new(step.clone(), text).align(Align::Justify).marker(
            (i + 1).to_string(),
            grey,
            8.0,
        ));
    }
    let fitted = fit(&paragraphs, fonts, area.size(), 0.6);
    assert!(fitted.overflow.is_none(), "{}", words.code);
    fitted.block.place(area.origin(), items);
}

fn side(fonts: &Fonts, words: &Words, area: Rect, items: &mut Vec<Item>) {
    let centre = area.centre().x;
    let caption = TextStyle::regular(6.6);
    let yellow = Colour { rgb: [0xff, 0xd1, 0x00], cmyk: [0, 18, 100, 0] };
    let red = Colour { rgb: [0xd7, 0x00, 0x0f], cmyk: [0, 100, 95, 5] };
    let blue = Colour { rgb: [0x00, 0x5b, 0xac], cmyk: [100, 60, 0, 0] };
    let mut y = area.y + 3.6;
    let triangle =
        Path::polygon([point(centre, y), point(centre + 7.4, y + 12.6), point(centre - 7.4, y + 12.6)]);
    items.push(Item::shape(triangle, yellow, Stroke::new(Colour::INK, 0.9).with_join(Join::Round)));
    items.push(Item::stroke(Path::circle(point(centre, y + 8.4), 2.1), Stroke::new(Colour::INK, 0.9)));
    let name = |text: &str, y: Mm, items: &mut Vec<Item>| {
        items.push(Item::Text(TextRun::centred(fonts, text, &caption, point(centre, y), Anchor::Middle)));
    };
    name("当心机械伤人", y + 16.2, items);
    y += 20.0;
    let ring = point(centre, y + 6.6);
    items.push(Item::fill(Path::rounded_rect(Rect::new(centre - 2.4, y + 2.8, 4.8, 7.4), 1.6), Colour::INK));
    items.push(Item::stroke(Path::circle(ring, 5.9), Stroke::new(red, 1.4)));
    items.push(Item::stroke(
        Path::line(ring.offset(-4.2, -4.2), ring.offset(4.2, 4.2)),
        Stroke::new(red, 1.4),
    ));
    name("禁止戴手套", y + 16.0, items);
    y += 20.0;
    items.push(Item::fill(Path::circle(point(centre, y + 6.6), 6.6), blue));
    items
        .push(Item::fill(Path::rounded_rect(Rect::new(centre - 4.4, y + 5.2, 8.8, 3.4), 1.5), Colour::WHITE));
    name("必须戴防护眼镜", y + 16.0, items);
    let payload = format!("HTTPS://SISE.EXAMPLE/C/{}", words.code);
    let symbol = QrSymbol::encode(&payload, QrLevel::Medium).unwrap();
    let size = 19.0;
    items.push(Item::qr(symbol, point(centre - size / 2.0, area.bottom() - size - 4.2), size));
    name("扫码查看", area.bottom() - 3.4, items);
}

//! An A3 four-colour map in the look of the mock-up, and a crowded one with 300 zones.
//! Relies on the public interface of `export`.
//! Must not know: the project model.

use super::words::Dice;
use super::{LEVELS, document, fonts};
use export::layout::*;

const RULE: Mm = 0.9;

/// The page a consultant hangs on the wall.
pub fn sample() -> Document {
    let fonts = fonts();
    let mut document = document("机电实训楼一层安全风险四色分布图");
    let mut page = Page::new(Size::A3.landscape());
    page.label = "图1".into();
    let sheet = page.size.rect().inset(Insets::symmetric(14.0, 14.0));
    let body = frame(&fonts, sheet, &document.title, &mut page.items);
    let (side, map) = body.split_right(82.0);
    plan(&fonts, map.inset(Insets { top: 4.0, right: 8.0, bottom: 4.0, left: 0.0 }), &mut page.items);
    legend(&fonts, side, &mut page.items);
    document.pages.push(page);
    document.outline = vec![Bookmark::new("机电实训楼", 0)];
    document.outline[0].children.push(Bookmark::new("一层", 0));
    document
}

fn frame(fonts: &Fonts, sheet: Rect, title: &str, items: &mut Vec<Item>) -> Rect {
    let (head, rest) = sheet.split_top(18.0);
    let (foot, body) = rest.split_bottom(9.0);
    let badge = point(head.x + 6.0, head.y + 6.0);
    items.push(Item::stroke(Path::circle(badge, 5.6), Stroke::new(Colour::INK, 0.6)));
    items.push(Item::Text(TextRun::centred(fonts, "校", &TextStyle::bold(14.0), badge, Anchor::Middle)));
    let style = TextStyle::bold(27.0).tracking(0.06);
    items.push(Item::Text(TextRun::centred(
        fonts,
        title,
        &style,
        point(head.x + 15.5, badge.y),
        Anchor::Start,
    )));
    let small = TextStyle::regular(11.0).colour(Colour::GREY).leading(1.45);
    let note = Paragraph::new("中州机电职业技术学院\n版本 12 · 2026-11-21 编制", small).align(Align::Right);
    let note = note.wrap(fonts, 90.0);
    let height = note.height();
    note.place(point(head.right() - 90.0, badge.y - height / 2.0 - 0.4), items);
    let rule = head.bottom() - 3.5;
    items.push(Item::stroke(
        Path::line(point(head.x, rule), point(head.right(), rule)),
        Stroke::new(Colour::INK, RULE),
    ));
    footer(fonts, foot, items);
    body
}

fn footer(fonts: &Fonts, foot: Rect, items: &mut Vec<Item>) {
    let y = foot.y + 2.0;
    items.push(Item::stroke(
        Path::line(point(foot.x, y), point(foot.right(), y)),
        Stroke::new(Colour::INK, 0.25),
    ));
    let small = TextStyle::regular(9.0).colour(Colour::GREY);
    let middle = y + 4.2;
    let grey = Stroke::new(Colour::GREY, 0.2);
    let mut scale = Path::new();
    for i in 0..=4 {
        let x = foot.x + 4.0 + f64::from(i) * 11.0;
        let tick = if i % 2 == 0 { 1.2 } else { 0.7 };
        scale.move_to(point(x, middle - tick)).line_to(point(x, middle + tick));
    }
    scale.move_to(point(foot.x + 4.0, middle)).line_to(point(foot.x + 48.0, middle));
    items.push(Item::stroke(scale, grey));
    let mut put = |text: &str, x: Mm, anchor| {
        items.push(Item::Text(TextRun::centred(fonts, text, &small, point(x, middle), anchor)));
    };
    put("0", foot.x, Anchor::Start);
    put("12 m　1 : 200", foot.x + 50.0, Anchor::Start);
    put("编制 安全保卫处　审核 李文涛", foot.x + 88.0, Anchor::Start);
    put("监督电话 6390-0119", foot.right() - 52.0, Anchor::End);
    put("DP1:7F3A21C0:A1F:9C2E", foot.right(), Anchor::End);
}

fn heading(fonts: &Fonts, text: &str, at: Point, items: &mut Vec<Item>) {
    items.push(Item::fill(Path::rect(Rect::new(at.x, at.y - 2.3, 1.3, 4.6)), Colour::INK));
    items.push(Item::Text(TextRun::centred(
        fonts,
        text,
        &TextStyle::bold(12.0),
        at.offset(3.2, 0.0),
        Anchor::Start,
    )));
}

fn legend(fonts: &Fonts, side: Rect, items: &mut Vec<Item>) {
    let text = TextStyle::regular(11.0);
    heading(fonts, "风险等级", point(side.x, side.y + 6.0), items);
    let rows = LEVELS.iter().map(|(c, n)| (*c, *n)).chain([(Colour::WHITE, "未评价")]);
    for (i, ((colour, name), count)) in rows.zip(["1", "2", "6", "2", "1"]).enumerate() {
        let y = side.y + 14.5 + i as f64 * 8.0;
        let area = Rect::new(side.x, y - 2.9, 12.0, 5.8);
        let swatch = Path::rect(area);
        items.push(Item::fill(swatch.clone(), if i < 4 { colour } else { Colour::WHITE }));
        items.push(Item::stroke(swatch, Stroke::new(Colour::GREY, 0.12)));
        items.push(Item::Text(TextRun::centred(fonts, name, &text, point(side.x + 15.0, y), Anchor::Start)));
        let count =
            TextRun::centred(fonts, count, &TextStyle::bold(11.0), point(side.right(), y), Anchor::End);
        items.push(Item::Text(count));
    }
    let top = side.y + 60.0;
    heading(fonts, "重大与较大风险点", point(side.x, top), items);
    let points = [
        (0, "7", "气割与动火作业", "校级 · 赵磊"),
        (1, "1", "普通车床(CA6140)群", "部门级 · 刘洋"),
        (1, "15", "楼梯与疏散通道", "部门级 · 陈海波"),
    ];
    for (i, (level, number, name, who)) in points.into_iter().enumerate() {
        let y = top + 9.0 + i as f64 * 11.5;
        badge(fonts, number, level, point(side.x + 3.4, y + 1.2), 3.4, items);
        items.push(Item::Text(TextRun::centred(
            fonts,
            name,
            &TextStyle::regular(10.5),
            point(side.x + 10.0, y),
            Anchor::Start,
        )));
        let grey = TextStyle::regular(9.0).colour(Colour::GREY);
        items.push(Item::Text(TextRun::centred(
            fonts,
            who,
            &grey,
            point(side.x + 10.0, y + 4.5),
            Anchor::Start,
        )));
    }
    let top = top + 47.0;
    heading(fonts, "应急", point(side.x, top), items);
    let lines = "校内值班　6390-0110\n火警 119　急救 120　报警 110\n集合点　东操场";
    let block = Paragraph::new(lines, TextStyle::regular(10.5).leading(1.75)).wrap(fonts, side.width);
    block.place(point(side.x, top + 4.5), items);
    let symbol = QrSymbol::encode("HTTPS://SISE.EXAMPLE/DP1/7F3A21C0", QrLevel::Medium).unwrap();
    let side_mm = 28.0;
    items.push(Item::qr(symbol, point(side.x - 2.4, side.bottom() - side_mm), side_mm));
    let grey = TextStyle::regular(9.0).colour(Colour::GREY).leading(1.6);
    let block = Paragraph::new("扫码查看本图的最新版本、风险点清单与管控措施", grey).wrap(fonts, 40.0);
    block.place(point(side.x + 27.0, side.bottom() - 24.8), items);
    items.push(Item::Link(Link {
        area: Rect::new(side.x, side.bottom() - side_mm, 70.0, side_mm),
        target: LinkTarget::Url("https://sise.example/dp1/7F3A21C0".into()),
    }));
}

pub fn badge(fonts: &Fonts, number: &str, level: usize, at: Point, radius: Mm, items: &mut Vec<Item>) {
    let (colour, _) = LEVELS[level];
    let ink = if level == 0 || level == 3 { Colour::WHITE } else { Colour::INK };
    items.push(Item::shape(Path::circle(at, radius), colour, Stroke::new(Colour::INK, 0.25)));
    let style = TextStyle::bold(radius * 2.9).colour(ink);
    items.push(Item::Text(TextRun::centred(fonts, number, &style, at, Anchor::Middle)));
}

fn plan(fonts: &Fonts, area: Rect, items: &mut Vec<Item>) {
    let fit = area.contain(Size::new(702.0, 412.0));
    let k = fit.width / 702.0;
    let at = |x: f64, y: f64| point(fit.x + (x + 6.0) * k, fit.y + (y + 6.0) * k);
    let rect = |x: f64, y: f64, w: f64, h: f64| {
        Path::polygon([at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)])
    };
    let mut hall = rect(0.0, 0.0, 392.0, 214.0);
    hall.append(&rect(0.0, 214.0, 690.0, 58.0));
    let weld = rect(392.0, 0.0, 150.0, 214.0);
    let mut zones = Vec::new();
    for (path, level, tint) in [
        (hall.clone(), 1, 0.45),
        (weld.clone(), 0, 0.45),
        (rect(542.0, 0.0, 148.0, 104.0), 2, 0.75),
        (rect(210.0, 272.0, 190.0, 128.0), 2, 0.75),
        (rect(542.0, 104.0, 148.0, 110.0), 3, 0.35),
        (rect(0.0, 272.0, 210.0, 128.0), 3, 0.35),
    ] {
        zones.push(Item::fill(path, LEVELS[level].0.tint(tint)));
    }
    let hatch = |kind, spacing, width, level: usize| Hatch { kind, spacing, width, colour: LEVELS[level].0 };
    zones.extend(hatch(HatchKind::Diagonal, 2.6, 0.45, 1).draw(&hall));
    zones.extend(hatch(HatchKind::Cross, 2.4, 0.35, 0).draw(&weld));
    items.push(Item::Layer(Layer { name: "风险分区".into(), items: zones }));
    walls(&at, k, items);
    let label = TextStyle::bold(14.0).halo(Colour::WHITE, 0.5);
    for (text, x, y) in [
        ("机加工实训中心", 196.0, 145.0),
        ("焊接实训室", 467.0, 145.0),
        ("空压站", 616.0, 55.0),
        ("工具间", 616.0, 160.0),
        ("更衣室", 105.0, 340.0),
        ("砂轮打磨间", 305.0, 340.0),
    ] {
        items.push(Item::Text(TextRun::centred(fonts, text, &label, at(x, y), Anchor::Middle)));
    }
    for (number, level, x, y) in
        [("1", 1, 118.0, 60.0), ("2", 2, 216.0, 60.0), ("7", 0, 466.0, 60.0), ("15", 1, 40.0, 243.0)]
    {
        badge(fonts, number, level, at(x, y), 4.6, items);
    }
}

fn walls(at: &impl Fn(f64, f64) -> Point, k: f64, items: &mut Vec<Item>) {
    let lines: [&[(f64, f64)]; 23] = [
        &[(0.0, 0.0), (690.0, 0.0), (690.0, 400.0), (0.0, 400.0), (0.0, 0.0)],
        &[(392.0, 0.0), (392.0, 150.0)],
        &[(392.0, 190.0), (392.0, 214.0)],
        &[(542.0, 0.0), (542.0, 60.0)],
        &[(542.0, 96.0), (542.0, 214.0)],
        &[(542.0, 104.0), (690.0, 104.0)],
        &[(0.0, 214.0), (60.0, 214.0)],
        &[(104.0, 214.0), (300.0, 214.0)],
        &[(344.0, 214.0), (440.0, 214.0)],
        &[(484.0, 214.0), (580.0, 214.0)],
        &[(620.0, 214.0), (690.0, 214.0)],
        &[(0.0, 272.0), (120.0, 272.0)],
        &[(160.0, 272.0), (290.0, 272.0)],
        &[(330.0, 272.0), (560.0, 272.0)],
        &[(600.0, 272.0), (690.0, 272.0)],
        &[(210.0, 272.0), (210.0, 400.0)],
        &[(400.0, 272.0), (400.0, 400.0)],
        &[(520.0, 272.0), (520.0, 400.0)],
        &[(412.0, 284.0), (508.0, 284.0)],
        &[(412.0, 308.0), (508.0, 308.0)],
        &[(412.0, 332.0), (508.0, 332.0)],
        &[(412.0, 356.0), (508.0, 356.0)],
        &[(460.0, 284.0), (460.0, 368.0)],
    ];
    let (mut thick, mut thin) = (Path::new(), Path::new());
    for (i, line) in lines.iter().enumerate() {
        let path = Path::polyline(line.iter().map(|(x, y)| at(*x, *y)));
        if i < 18 {
            thick.append(&path)
        } else {
            thin.append(&path)
        };
    }
    for (x, y, start, turn) in [
        (104.0, 214.0, 180.0, 90.0),
        (344.0, 214.0, 180.0, 90.0),
        (440.0, 214.0, 0.0, -90.0),
        (160.0, 272.0, 180.0, -90.0),
        (330.0, 272.0, 180.0, -90.0),
    ] {
        let hinge = at(x, y);
        let mut door = Path::arc(hinge, 42.0 * k, start, turn);
        door.line_to(hinge);
        thin.append(&door);
    }
    let walls = vec![
        Item::stroke(thin, Stroke::new(Colour::GREY, 0.25)),
        Item::stroke(thick, Stroke::new(Colour::INK, 5.0 * k).with_cap(Cap::Square)),
    ];
    items.push(Item::Layer(Layer { name: "墙体与门".into(), items: walls }));
    let green = Colour { rgb: [0x00, 0x84, 0x3d], cmyk: [100, 0, 90, 25] };
    let line = Stroke::new(green, 0.9).dashed([3.4, 1.9]);
    let mut route = vec![
        Item::stroke(Path::line(at(345.0, 243.0), at(72.0, 243.0)), line.clone()),
        Item::stroke(Path::line(at(380.0, 243.0), at(608.0, 243.0)), line),
    ];
    for (x, towards) in [(62.0, 10.0), (618.0, -10.0)] {
        route.push(Item::fill(
            Path::polygon([at(x, 243.0), at(x + towards, 238.0), at(x + towards, 248.0)]),
            green,
        ));
    }
    items.push(Item::Layer(Layer { name: "疏散路线".into(), items: route }));
}

/// 300 labelled zones with hatching on one A3 sheet.
pub fn crowded() -> Document {
    let fonts = fonts();
    let mut document = document("三百区四色图");
    let mut page = Page::new(Size::A3.landscape());
    let mut dice = Dice::new(7);
    for (i, cell) in page.size.rect().inset(Insets::all(12.0)).grid(20, 15, 1.0).into_iter().enumerate() {
        let mut jitter = || dice.below(100) as f64 / 50.0;
        let zone = Path::polygon([
            point(cell.x + jitter(), cell.y + jitter()),
            point(cell.right() - jitter(), cell.y + jitter()),
            point(cell.right() - jitter(), cell.y + cell.height / 2.0),
            point(cell.right() - jitter(), cell.bottom() - jitter()),
            point(cell.x + jitter(), cell.bottom() - jitter()),
        ]);
        let level = dice.below(4);
        page.items.push(Item::shape(zone.clone(), LEVELS[level].0.tint(0.5), Stroke::new(Colour::INK, 0.3)));
        let kind =
            [HatchKind::Cross, HatchKind::Diagonal, HatchKind::Dots, HatchKind::Lines { degrees: 0.0 }]
                [level];
        page.items.extend(Hatch { kind, spacing: 2.5, width: 0.25, colour: LEVELS[level].0 }.draw(&zone));
        let name: String = dice.word().chars().filter(|c| c.len_utf8() == 3).take(4).collect();
        let style = TextStyle::bold(7.0).halo(Colour::WHITE, 0.3);
        page.items.push(Item::Text(TextRun::centred(
            &fonts,
            &name,
            &style,
            cell.centre().offset(0.0, -1.6),
            Anchor::Middle,
        )));
        let number = format!("A-{i:03}");
        let style = TextStyle::regular(6.0).halo(Colour::WHITE, 0.3);
        page.items.push(Item::Text(TextRun::centred(
            &fonts,
            &number,
            &style,
            cell.centre().offset(0.0, 1.6),
            Anchor::Middle,
        )));
    }
    document.pages.push(page);
    document
}

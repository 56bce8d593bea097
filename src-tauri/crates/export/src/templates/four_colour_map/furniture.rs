//! Head and foot of a map, and the table that follows when its lists do not fit beside the plan.
//! Relies on the masthead.
//! Must not know: the plan.

use super::projection::{Projection, bar_length};
use super::rule;
use crate::content::{FourColourMap, MapPoint};
use crate::layout::{
    Align, Anchor, Cell, Colour, ColumnWidth, Fill, FillRule, Insets, Item, Mm, Page, Paragraph, Path,
    QrLevel, QrSymbol, Rect, Room, Row, Size, Table, TableLook, VerticalAlign, fit, point,
};
use crate::templates::look::Look;

/// Height of the title bar at least.
const HEAD: Mm = 14.0;
/// Width kept for organisation, version and date.
const IMPRINT: Mm = 92.0;

/// The title bar. Gives what is left below it.
pub(super) fn head(look: &Look<'_>, map: &FourColourMap<'_>, inner: Rect, items: &mut Vec<Item>) -> Rect {
    let badge = look.mm(5.6);
    let gap = look.mm(4.5);
    let imprint = look.mm(IMPRINT);
    let left = inner.x + 2.0 * badge + gap;
    let room = inner.width - 2.0 * badge - gap - imprint - look.mm(6.0);

    let style = look.bold(26.0).tracking(0.04).leading(1.22);
    let title = [Paragraph::new(map.title.clone(), style)];
    // One line as long as that leaves it large, else as many as it takes.
    let line = style.line_height();
    let mut fitted = fit(&title, look.fonts, Size::new(room, line), 0.58);
    if fitted.overflow.is_some() {
        fitted = fit(&title, look.fonts, Size::new(room, line * 1.5), 0.36);
    }
    let mut title = fitted.block;
    if fitted.overflow.is_some() {
        title = crate::layout::stack(
            &[Paragraph::new(map.title.clone(), look.bold(26.0 * 0.36).leading(1.22))],
            look.fonts,
            room,
        );
    }
    let small = look.regular(10.5).colour(Colour::GREY).leading(1.46);
    let text = format!("{}\n{} · {}", map.masthead.organisation, map.masthead.version, map.masthead.date);
    let note = Paragraph::new(text, small).align(Align::Right);
    let note = fit(&[note], look.fonts, Size::new(imprint, look.mm(HEAD)), 0.6);
    let note = match note.overflow {
        None => note.block,
        // Only a name of a hundred characters comes here; then the bar grows.
        Some(_) => crate::layout::stack(
            &[Paragraph::new(
                format!("{}\n{} · {}", map.masthead.organisation, map.masthead.version, map.masthead.date),
                look.regular(6.5).colour(Colour::GREY).leading(1.3),
            )
            .align(Align::Right)],
            look.fonts,
            imprint,
        ),
    };
    let height = look.mm(HEAD).max(title.height()).max(note.height());
    let middle = inner.y + height / 2.0;
    let centre = point(inner.x + badge, middle);
    items.push(Item::stroke(Path::circle(centre, badge), look.line(Colour::INK, 0.6)));
    self::badge(look, &map.masthead.badge, centre, badge, items);
    let title_height = title.height();
    title.place(point(left, middle - title_height / 2.0), items);
    let note_height = note.height();
    note.place(point(inner.right() - imprint, middle - note_height / 2.0), items);
    let bottom = inner.y + height + look.mm(2.6);
    rule(look, inner, bottom, 0.9, items);
    Rect::new(inner.x, bottom, inner.width, inner.bottom() - bottom)
}

/// One to four characters in a circle, four in two rows.
fn badge(look: &Look<'_>, text: &str, centre: crate::layout::Point, radius: Mm, items: &mut Vec<Item>) {
    let chars: Vec<char> = text.chars().collect();
    let rows: Vec<String> = match chars.len() {
        0 => return,
        1..=3 => vec![text.to_owned()],
        _ => chars.chunks(2).map(|pair| pair.iter().collect()).collect(),
    };
    let points = radius * 2.83 * [0.86, 0.6, 0.44, 0.5][chars.len().clamp(1, 4) - 1] / look.scale;
    let style = look.bold(points);
    let line = style.size.mm() * 1.12;
    for (i, row) in rows.iter().enumerate() {
        let y = centre.y + line * (i as f64 - (rows.len() - 1) as f64 / 2.0);
        look.squeeze(row, &style, point(centre.x, y), Anchor::Middle, radius * 1.7, items);
    }
}

/// The line below the plan: scale, north, people, phone, code.
pub(super) fn foot(
    look: &Look<'_>,
    map: &FourColourMap<'_>,
    projection: Option<Projection>,
    foot: Rect,
    items: &mut Vec<Item>,
) {
    rule(look, foot, foot.y, 0.25, items);
    let small = look.regular(9.2).colour(Colour::GREY);
    let middle = foot.y + look.mm(8.4);
    let mut x = foot.x + look.mm(5.0);
    north(look, map.north, point(x, middle), items);
    x += look.mm(12.0);
    match projection {
        Some(projection) if projection.ratio.is_some() => {
            x = scale_bar(look, projection, point(x, middle), items);
            let ratio = format!("1:{}", projection.ratio.unwrap_or(1));
            let strong = look.bold(11.0);
            look.put(&ratio, &strong, point(x, middle), Anchor::Start, items);
            x += look.width(&ratio, &strong) + look.mm(9.0);
        }
        Some(_) => {
            let strong = look.bold(11.0);
            let words = "示意图，不按比例";
            look.put(words, &strong, point(x, middle), Anchor::Start, items);
            x += look.width(words, &strong) + look.mm(9.0);
        }
        None => {}
    }
    // The code and its symbol stand at the right end, whatever comes before.
    let side = look.mm(15.5);
    let mut right = foot.right();
    if let Ok(symbol) = QrSymbol::encode(&map.code, QrLevel::Medium) {
        // Its quiet zone may run into the margin, where nothing is printed.
        let quiet = side * 4.0 / (f64::from(symbol.modules()) + 8.0);
        items.push(Item::qr(symbol, point(right - side + quiet, foot.y + look.mm(0.6)), side));
        right -= side - quiet;
    }
    let code = look.regular(7.6).colour(Colour::GREY);
    look.put(&map.code, &code, point(right - look.mm(1.0), middle + look.mm(2.3)), Anchor::End, items);
    look.put("扫码核对版本", &code, point(right - look.mm(1.0), middle - look.mm(1.7)), Anchor::End, items);
    right -= look.width(&map.code, &code).max(look.mm(20.0)) + look.mm(9.0);

    let masthead = &map.masthead;
    let parts: Vec<String> = [
        ("编制", &masthead.prepared_by),
        ("审核", &masthead.reviewed_by),
        ("监督电话", &masthead.report_phone),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(name, text)| format!("{name} {text}"))
    .collect();
    let text = parts.join("　");
    let room = (right - x).max(look.mm(10.0));
    let fitted =
        fit(&[Paragraph::new(text, small.leading(1.35))], look.fonts, Size::new(room, look.mm(10.0)), 0.5);
    let height = fitted.block.height();
    fitted.block.place(point(x, middle - height / 2.0), items);
}

/// Blocks of ink and paper; gives where the next thing may begin.
fn scale_bar(look: &Look<'_>, projection: Projection, at: crate::layout::Point, items: &mut Vec<Item>) -> Mm {
    let model = bar_length(projection.scale, look.mm(56.0));
    let length = projection.length(model);
    let height = look.mm(1.5);
    let y = at.y + look.mm(0.9);
    let frame = Rect::new(at.x, y, length, height);
    let mut dark = Path::new();
    for i in [0.0, 2.0] {
        dark.append(&Path::rect(Rect::new(at.x + length * i / 4.0, y, length / 4.0, height)));
    }
    items.push(Item::fill(dark, Colour::INK));
    items.push(Item::stroke(Path::rect(frame), look.line(Colour::INK, 0.2)));
    let style = look.regular(7.6).colour(Colour::GREY);
    let metres = |part: f64| {
        let metres = model * part / 1000.0;
        let text = format!("{metres:.2}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    let above = at.y - look.mm(1.6);
    for (part, anchor) in [(0.0, Anchor::Middle), (0.5, Anchor::Middle)] {
        look.put(&metres(part), &style, point(at.x + length * part, above), anchor, items);
    }
    let end = format!("{} m", metres(1.0));
    look.put(&end, &style, point(at.x + length, above), Anchor::Middle, items);
    at.x + length + look.mm(7.0)
}

/// A needle in a ring, turned to where north is, with its letter beyond the tip.
fn north(look: &Look<'_>, degrees: i64, at: crate::layout::Point, items: &mut Vec<Item>) {
    let turn = (degrees as f64).to_radians();
    let (sin, cos) = turn.sin_cos();
    let place = |x: f64, y: f64| {
        point(at.x + look.mm(x) * cos - look.mm(y) * sin, at.y + look.mm(x) * sin + look.mm(y) * cos)
    };
    let needle = |side: f64| Path::polygon([place(0.0, -3.4), place(2.0 * side, 3.6), place(0.0, 2.2)]);
    let fill = Fill { rule: FillRule::NonZero, ..Fill::from(Colour::INK) };
    items.push(Item::fill(needle(-1.0), fill));
    items.push(Item::shape(needle(1.0), Colour::WHITE, look.line(Colour::INK, 0.15)));
    items.push(Item::stroke(needle(-1.0), look.line(Colour::INK, 0.15)));
    let letter = place(0.0, -5.0);
    look.put("北", &look.bold(7.4), letter, Anchor::Middle, items);
}

/// All points of the map as a table, for a map whose lists do not fit beside it.
pub(super) fn appendix(look: &Look<'_>, map: &FourColourMap<'_>, inner: Rect, paper: Size) -> Vec<Page> {
    let text = look.regular(8.6).leading(1.4);
    let strong = look.bold(8.6).leading(1.4);
    let mut table = Table::new(vec![
        ColumnWidth::Fixed(look.mm(15.0)),
        ColumnWidth::Fixed(look.mm(30.0)),
        ColumnWidth::Weight(1.3),
        ColumnWidth::Fixed(look.mm(24.0)),
        ColumnWidth::Fixed(look.mm(26.0)),
        ColumnWidth::Fixed(look.mm(24.0)),
        ColumnWidth::Fixed(look.mm(44.0)),
        ColumnWidth::Fixed(look.mm(28.0)),
        ColumnWidth::Weight(1.2),
    ]);
    let padding = Insets::symmetric(look.mm(1.0), look.mm(1.6));
    table.look = TableLook { padding, ..TableLook::default() };
    let titles = ["图号", "编号", "名称", "风险等级", "评价值", "管控层级", "责任单位", "责任人", "位置"];
    table.header =
        vec![Row::new(titles.map(|title| Cell::new(Paragraph::new(title, strong))).into_iter().collect())];
    table.rows = map.listed.iter().chain(&map.others).map(|line| row(look, line, text)).collect();

    let mut pages = Vec::new();
    let mut blank = Page::new(paper);
    let body = head(look, map, inner, &mut blank.items);
    let caption = point(body.x, body.y + look.mm(7.0));
    let body = body.inset(Insets { top: look.mm(12.0), right: 0.0, bottom: look.mm(2.0), left: 0.0 });
    let parts = table.paginate(look.fonts, body.width, Room::each(body.height)).unwrap_or_default();
    for part in parts {
        let mut page = blank.clone();
        look.heading("附表　风险点一览", caption, &mut page.items);
        part.place(body.origin(), &mut page.items);
        pages.push(page);
    }
    pages
}

fn row(look: &Look<'_>, line: &MapPoint, text: crate::layout::TextStyle) -> Row {
    let facts = &line.facts;
    let level = look.level(facts.level);
    let score = facts.score.as_ref().map_or(String::new(), ToString::to_string);
    let score = if facts.direct { format!("{score} 直接判定").trim().to_owned() } else { score };
    let cell = |words: &str| Cell::new(Paragraph::new(words, text)).vertical(VerticalAlign::Middle);
    Row::new(vec![
        cell(&line.mark),
        cell(&facts.code),
        cell(&facts.name),
        Cell::new(Paragraph::new(facts.level_word, text.colour(level.text)).align(Align::Centre))
            .fill(level.fill)
            .vertical(VerticalAlign::Middle),
        cell(&score),
        cell(&facts.tier),
        cell(&facts.department),
        cell(&facts.person),
        cell(&facts.location),
    ])
}

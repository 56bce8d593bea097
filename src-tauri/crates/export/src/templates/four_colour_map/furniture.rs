//! Head and foot of a map, and the table that follows when its lists do not fit beside the plan.
//! Relies on the masthead.
//! Must not know: the plan.

use super::projection::{Projection, bar_length};
use super::rule;
use crate::content::{FourColourMap, MapPoint};
use crate::layout::{
    Align, Anchor, Cell, Colour, ColumnWidth, Fill, FillRule, Insets, Item, Mm, Page, Paragraph, Path, Rect,
    Room, Row, Size, Table, TableLook, VerticalAlign, fit, point,
};
use crate::templates::frame;
use crate::templates::look::Look;

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
    let right = frame::code_at_right(look, &map.code, foot, middle, items);

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
    let bar = Rect::new(at.x, y, length, height);
    let mut dark = Path::new();
    for i in [0.0, 2.0] {
        dark.append(&Path::rect(Rect::new(at.x + length * i / 4.0, y, length / 4.0, height)));
    }
    items.push(Item::fill(dark, Colour::INK));
    items.push(Item::stroke(Path::rect(bar), look.line(Colour::INK, 0.2)));
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

/// A needle turned to where north is, with its letter beyond the tip.
fn north(look: &Look<'_>, degrees: i64, at: crate::layout::Point, items: &mut Vec<Item>) {
    needle(look, degrees, at, items);
    let (sin, cos) = (degrees as f64).to_radians().sin_cos();
    let letter = point(at.x + look.mm(5.0) * sin, at.y - look.mm(5.0) * cos);
    look.put("北", &look.bold(7.4), letter, Anchor::Middle, items);
}

/// A needle turned to where north is.
pub(super) fn needle(look: &Look<'_>, degrees: i64, at: crate::layout::Point, items: &mut Vec<Item>) {
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
    let body = frame::head(look, &map.title, &map.masthead, inner, &mut blank.items);
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
    let score = facts.forced().map_or(score.clone(), |word| format!("{score} {word}").trim().to_owned());
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

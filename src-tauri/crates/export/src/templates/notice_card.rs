//! 「岗位安全风险告知卡」: bar in the level's colour, owner, hazards and measures, signs, emergency steps, phones.
//! Relies on one set of measures for A4; a quarter of A4 has the same card with smaller type.
//! Must not know: which sign belongs to which accident, where measures come from.

use super::Printed;
use super::drawings::Drawings;
use super::four_colour_map::{Excerpt, excerpt};
use super::frame;
use super::look::{Look, created};
use super::running::{NOTABLY_SMALLER, cut};
use super::theme::Style;
use crate::content::{Fault, NoticeCard, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Document, Insets, Item, Link, LinkTarget, Mm, Page, Paragraph, Path,
    Picture, QrLevel, QrSymbol, Rect, Size, Span, TextBlock, TextStyle, Timestamp, fit, point, stack,
};
use std::collections::BTreeMap;

/// How cards stand on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CardLayout {
    /// One on an A4 sheet.
    #[default]
    OnePerPage,
    /// Four on an A4 sheet with cut marks.
    FourPerPage,
}

/// Layout of cards, and the paper that one card on a page has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardForm {
    /// How cards stand on the paper.
    pub layout: CardLayout,
    /// Paper of one card on a page; four always stand on A4.
    pub size: Size,
}

impl From<CardLayout> for CardForm {
    fn from(layout: CardLayout) -> CardForm {
        CardForm { layout, size: Size::A4 }
    }
}

/// The smallest type on a card that hangs on the wall, and on one that is held in the hand, in points.
const SMALLEST_WALL: f64 = 9.0;
const SMALLEST_HAND: f64 = 6.8;
/// Type of running text when there is room, in points.
const BODY_WALL: f64 = 19.0;
const BODY_HAND: f64 = 9.4;
/// How much larger than usual few words may be set.
const LARGER_BODY: f64 = 1.2;
/// Steps in which type is made smaller.
const STEP: f64 = 0.025;

/// Measures of a card. Lengths are for A4; a quarter has half of them.
#[derive(Clone, Copy)]
struct Form {
    size: Size,
    /// Lengths are multiplied by this.
    k: f64,
    body: f64,
    smallest: f64,
}

impl Form {
    fn of(form: CardForm) -> Form {
        match form.layout {
            CardLayout::OnePerPage => {
                let size = form.size;
                let k = (size.width / Size::A4.width).min(size.height / Size::A4.height);
                Form { size, k, body: BODY_WALL * k, smallest: SMALLEST_WALL * k.max(0.8) }
            }
            CardLayout::FourPerPage => {
                let size = Size::new(Size::A4.width / 2.0, Size::A4.height / 2.0);
                Form { size, k: 0.5, body: BODY_HAND, smallest: SMALLEST_HAND }
            }
        }
    }

    fn mm(&self, length: Mm) -> Mm {
        length * self.k
    }
}

/// What cards are drawn with besides their words.
struct Tools<'a> {
    drawings: Drawings<'a>,
    /// Pictures under plans, by fingerprint.
    pictures: &'a BTreeMap<String, Picture>,
}

/// Lays the cards out, each with a bookmark. `pictures` holds the pictures under plans, by their fingerprints.
pub fn notice_cards<'a>(
    cards: &[NoticeCard<'_>],
    style: impl Into<Style<'a>>,
    form: impl Into<CardForm>,
    pictures: &BTreeMap<String, Picture>,
) -> Printed {
    let (style, asked) = (style.into(), form.into());
    let layout = asked.layout;
    let form = Form::of(asked);
    let first = cards.first();
    let created = first.map_or(Timestamp::EPOCH, |card| created(&card.masthead));
    let mut document = Document::new("岗位安全风险告知卡", created);
    document.author = first.map_or(String::new(), |card| card.masthead.organisation.clone());
    document.subject = "岗位安全风险告知卡".to_owned();
    document.keywords = first.map_or(Vec::new(), |card| vec![card.masthead.version.clone()]);

    let mut problems = Vec::new();
    let mut tools = Tools { drawings: Drawings::new(style.fonts), pictures };
    let mut faces: Vec<(usize, Vec<Item>)> = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        problems.extend(card.problems.iter().cloned());
        let drawn = draw(card, form, style, &mut tools);
        let piece = format!("告知卡 {}", card.facts.code);
        let under = card.excerpt.iter().flat_map(|own| &own.plan.pictures);
        for lost in under.filter(|own| !pictures.contains_key(&own.asset)) {
            let fingerprint = lost.asset.chars().take(8).collect();
            problems.push(Problem::new(piece.clone(), Fault::NoUnderlay { fingerprint }));
        }
        if drawn.faces.len() > 1 {
            problems.push(Problem::new(piece, Fault::Continued { sheets: drawn.faces.len() }));
        } else if drawn.scale < NOTABLY_SMALLER {
            let percent = (drawn.scale * 100.0).round() as u32;
            problems.push(Problem::new(piece, Fault::Shrunk { percent }));
        }
        faces.extend(drawn.faces.into_iter().map(|face| (index, face)));
    }
    let mut owners: Vec<Vec<usize>> = Vec::new();
    let per_page = match layout {
        CardLayout::OnePerPage => 1,
        CardLayout::FourPerPage => 4,
    };
    for sheet in faces.chunks(per_page) {
        let paper = if per_page == 1 { form.size } else { Size::A4 };
        let mut page = Page::new(paper);
        let places = if per_page == 1 { vec![paper.rect()] } else { Size::A4.rect().grid(2, 2, 0.0) };
        let mut here: Vec<usize> = Vec::new();
        for ((index, face), place) in sheet.iter().zip(places) {
            let at = document.pages.len();
            page.items.extend(face.iter().cloned().map(|mut item| {
                item.translate(place.x, place.y);
                item
            }));
            if !owners.iter().flatten().chain(&here).any(|own| own == index) {
                let facts = &cards[*index].facts;
                let mut bookmark = Bookmark::new(format!("{} {}", facts.code, facts.name), at);
                bookmark.y = (place.y > 0.0).then_some(place.y);
                document.outline.push(bookmark);
            }
            here.push(*index);
        }
        if per_page == 4 {
            cut_marks(&mut page.items);
        }
        owners.push(here);
        document.pages.push(page);
    }
    Printed::new(document, problems, |page| {
        let codes: Vec<&str> = owners
            .get(page)
            .into_iter()
            .flatten()
            .filter_map(|index| cards.get(*index))
            .map(|card| card.facts.code.as_str())
            .collect();
        format!("告知卡 {}", codes.join(" "))
    })
}

/// Short lines where the sheet is cut into four: at the edges and in the middle.
fn cut_marks(items: &mut Vec<Item>) {
    let (w, h) = (Size::A4.width, Size::A4.height);
    let (x, y) = (w / 2.0, h / 2.0);
    let mut path = Path::new();
    for (from, to) in [
        (point(x, 0.0), point(x, 4.0)),
        (point(x, h - 4.0), point(x, h)),
        (point(0.0, y), point(4.0, y)),
        (point(w - 4.0, y), point(w, y)),
        (point(x - 2.5, y), point(x + 2.5, y)),
        (point(x, y - 2.5), point(x, y + 2.5)),
    ] {
        path.append(&Path::line(from, to));
    }
    // A line of paper under the line of ink: it must be seen on colour, too.
    items.push(Item::stroke(path.clone(), crate::layout::Stroke::new(Colour::WHITE, 0.5)));
    items.push(Item::stroke(path, crate::layout::Stroke::hairline(Colour::INK)));
}

struct Drawn {
    /// The card, and further ones where its text goes on.
    faces: Vec<Vec<Item>>,
    /// Size of the text as a share of the usual one.
    scale: f64,
}

fn draw(card: &NoticeCard<'_>, form: Form, style: Style<'_>, tools: &mut Tools<'_>) -> Drawn {
    let fonts = style.fonts;
    let look = Look::new(style, 1.0, card.colours);
    let mut faces = Vec::new();
    let mut items = Vec::new();
    let body = frame(&look, card, form, false, tools, &mut items);
    let usual = form.body;
    // Few words are set larger: the card is read from where the work is done.
    let mut scale = LARGER_BODY;
    let mut rest = loop {
        if arranged(&look, card, form, usual * scale, body, &mut items) {
            break None;
        }
        let next = scale - STEP;
        if next * usual < form.smallest {
            let points = usual * scale;
            let mut all = paragraphs(card, points, 1.0);
            all.extend(emergency(card, points, 1.0));
            let (here, after) = cut(stack(&all, fonts, body.width), body.height);
            here.place(body.origin(), &mut items);
            break after;
        }
        scale = next;
    };
    faces.push(items);
    while let Some(block) = rest.take() {
        let mut items = Vec::new();
        let body = frame(&look, card, form, true, tools, &mut items);
        let (here, after) = cut(block, body.height);
        here.place(body.origin(), &mut items);
        faces.push(items);
        rest = after;
    }
    Drawn { faces, scale }
}

/// Sets the text in type of `points`: what to know from the top, what to do in an emergency on a ground of its own
/// at the foot. Draws nothing and says so when there is no room.
fn arranged(
    look: &Look<'_>,
    card: &NoticeCard<'_>,
    form: Form,
    points: f64,
    body: Rect,
    items: &mut Vec<Item>,
) -> bool {
    let fonts = look.fonts;
    let em = crate::layout::Pt(points).mm();
    let pad = Insets::symmetric(em * 0.55, em * 0.8);
    let gap = em * 0.7;
    let inner = body.width - pad.left - pad.right + form.mm(4.0);
    for air in [1.9, 1.4, 1.0] {
        let main = stack(&paragraphs(card, points, air), fonts, body.width);
        let steps = stack(&emergency(card, points, air), fonts, inner);
        let panel = if steps.is_empty() { 0.0 } else { steps.height() + pad.top + pad.bottom };
        let between = if steps.is_empty() || main.is_empty() { 0.0 } else { gap };
        if main.height() + between + panel > body.height {
            continue;
        }
        main.place(body.origin(), items);
        if panel > 0.0 {
            let ground = Rect::new(
                body.x - pad.left,
                body.bottom() - panel,
                body.width + pad.left + form.mm(4.0),
                panel,
            );
            items.push(Item::fill(Path::rect(ground), look.theme.ground));
            steps.place(point(body.x, ground.y + pad.top), items);
        }
        return true;
    }
    false
}

/// Hazards, accidents, consequences and measures in type of `points`.
fn paragraphs(card: &NoticeCard<'_>, points: f64, air: f64) -> Vec<Paragraph> {
    let text = TextStyle::regular(points).leading(1.48);
    let head = TextStyle::bold(points * 0.8).colour(Colour::GREY).leading(1.62);
    let label = text.colour(Colour::GREY);
    let em = crate::layout::Pt(points).mm();
    let section = em * 0.62 * air;
    let mut all: Vec<Paragraph> = Vec::new();
    let plain = |title: &str, words: String, all: &mut Vec<Paragraph>| {
        if !words.is_empty() {
            all.push(Paragraph::new(title, head));
            all.push(Paragraph::new(words, text).align(Align::Justify).space_after(section));
        }
    };
    plain("主要危险", card.hazards.join("；"), &mut all);
    let accidents = card.accidents.join("、");
    let consequences = card.consequences.join("；");
    if !accidents.is_empty() || !consequences.is_empty() {
        all.push(Paragraph::new("易发生的事故与后果", head));
        let strong = TextStyle { face: crate::layout::Face::Bold, ..text };
        let mut spans = vec![Span { text: accidents.clone(), style: strong }];
        if !consequences.is_empty() {
            let between = if accidents.is_empty() { "" } else { "　" };
            spans.push(Span { text: format!("{between}{consequences}"), style: text });
        }
        all.push(Paragraph::rich(spans).align(Align::Justify).space_after(section));
    }
    if !card.measures.is_empty() {
        all.push(Paragraph::new("管控措施", head));
        let width = em * 3.1;
        for group in &card.measures {
            let words = group.measures.join("；");
            all.push(
                Paragraph::new(words, text)
                    .align(Align::Justify)
                    .marker(group.name, label, width)
                    .space_after(em * 0.14 * air),
            );
        }
        if let Some(last) = all.last_mut() {
            last.space_after = section;
        }
    }
    plain("管控重点", card.focus.clone(), &mut all);
    all
}

/// Emergency steps, numbered.
fn emergency(card: &NoticeCard<'_>, points: f64, air: f64) -> Vec<Paragraph> {
    if card.emergency.is_empty() {
        return Vec::new();
    }
    let text = TextStyle::regular(points).leading(1.48);
    let strong = TextStyle { face: crate::layout::Face::Bold, ..text };
    let head = TextStyle::bold(points * 0.8).colour(Colour::GREY).leading(1.62);
    let em = crate::layout::Pt(points).mm();
    let width = em * if card.emergency.len() > 9 { 1.9 } else { 1.4 };
    let mut all = vec![Paragraph::new("应急处置", head)];
    for (i, step) in card.emergency.iter().enumerate() {
        let number = (i + 1).to_string();
        let step = Paragraph::new(step.clone(), text).marker(number, strong, width);
        all.push(step.space_after(em * 0.06 * air));
    }
    all
}

/// Everything but the running text. Gives the room for it.
fn frame(
    look: &Look<'_>,
    card: &NoticeCard<'_>,
    form: Form,
    goes_on: bool,
    tools: &mut Tools<'_>,
    items: &mut Vec<Item>,
) -> Rect {
    let rest = top(look, card, form, goes_on, items);
    let (bottom, rest) = rest.split_bottom(form.mm(24.0));
    self::bottom(look, card, form, bottom, items);
    let rest = strip(look, card, form, rest, items);
    let (side, main) = rest.split_right(form.mm(52.0));
    aside(look, card, form, side, tools, items);
    let line = Path::line(point(side.x, side.y), point(side.x, side.bottom()));
    items.push(Item::stroke(line, crate::layout::Stroke::hairline(Colour::HAIRLINE)));
    main.inset(Insets { top: form.mm(7.0), right: form.mm(8.0), bottom: form.mm(5.0), left: form.mm(14.0) })
}

/// The bar in the level's colour: code, place, name. It grows with a long name.
fn top(look: &Look<'_>, card: &NoticeCard<'_>, form: Form, goes_on: bool, items: &mut Vec<Item>) -> Rect {
    let level = look.level(card.facts.level);
    let (margin, width) = (form.mm(14.0), form.size.width);
    let room = width - 2.0 * margin;
    let small = TextStyle::regular(13.5 * form.k.max(0.56)).colour(level.text).leading(1.3);
    let code_style = TextStyle { face: crate::layout::Face::Bold, ..small };
    let code = Paragraph::new(card.facts.code.clone(), code_style);
    let code_width = code.natural_width(look.fonts).min(room * 0.45);
    let code = fit(&[code], look.fonts, Size::new(code_width + 0.01, form.mm(10.0)), 0.4).block;
    let place = Paragraph::new(card.facts.location.clone(), small).align(Align::Right);
    let place_room = Size::new(room - code_width - form.mm(8.0), form.mm(13.0));
    let place = fit(&[place], look.fonts, place_room, 0.5);
    let place = place.block;
    let first = code.height().max(place.height());

    let name = if goes_on { format!("{}（续）", card.facts.name) } else { card.facts.name.clone() };
    let large = 37.0 * form.k;
    let style = |points: f64| TextStyle::title(look.fonts, points).colour(level.text).leading(1.2);
    let line = style(large).line_height();
    let title = |points: f64| stack(&[Paragraph::new(name.clone(), style(points))], look.fonts, room);
    // One line while it stays large, then two, then as many as it takes.
    let one = fit(&[Paragraph::new(name.clone(), style(large))], look.fonts, Size::new(room, line), 0.72);
    let title = match one.overflow {
        None => one.block,
        Some(_) => {
            let two = fit(
                &[Paragraph::new(name.clone(), style(large * 0.78))],
                look.fonts,
                Size::new(room, line * 1.62),
                0.62,
            );
            if two.overflow.is_none() { two.block } else { title(large * 0.46) }
        }
    };
    let pad = form.mm(9.0);
    let gap = form.mm(3.0);
    let height = (pad + first + gap + title.height() + form.mm(7.0)).max(form.mm(43.0));
    let (bar, rest) = form.size.rect().split_top(height);
    let fill = if card.facts.level.is_some() { level.fill } else { Colour::PALE };
    items.push(Item::fill(Path::rect(bar), fill));
    code.place(point(margin, pad), items);
    place.place(point(margin + code_width + form.mm(8.0), pad), items);
    let title_height = title.height();
    let slack = (height - pad - first - gap - form.mm(7.0) - title_height).max(0.0);
    title.place(point(margin, pad + first + gap + slack / 2.0), items);
    rest
}

/// Level, tier, score, owner and phone.
fn strip(look: &Look<'_>, card: &NoticeCard<'_>, form: Form, rest: Rect, items: &mut Vec<Item>) -> Rect {
    let facts = &card.facts;
    let margin = form.mm(14.0);
    let (strip, rest) = rest.split_top(form.mm(21.0));
    let middle = strip.centre().y;
    let small = form.k.max(0.56);
    let tag = TextStyle::bold(22.0 * form.k.max(0.52)).colour(Colour::WHITE);
    let tag_width = look.width(facts.level_word, &tag) + form.mm(11.0);
    let tag_box = Rect::new(strip.x + margin, middle - form.mm(6.2), tag_width, form.mm(12.4));
    items.push(Item::fill(look.panel(tag_box), look.theme.ink));
    look.put(facts.level_word, &tag, tag_box.centre(), Anchor::Middle, items);

    let text = TextStyle::regular(13.0 * small).leading(1.34);
    let grey = TextStyle::regular(10.5 * small).colour(Colour::GREY).leading(1.34);
    let tier = if facts.tier.is_empty() { String::new() } else { format!("{}管控", facts.tier) };
    let mut score = facts.score.as_ref().map_or(String::new(), |own| format!("评价值 {own}"));
    if let Some(word) = facts.forced() {
        score = format!("{score}　{word}").trim().to_owned();
    }
    let left = tag_box.right() + form.mm(5.0);
    let room = strip.right() - margin - left;
    let half = room * 0.46;
    two_lines(look, [(&tier, text), (&score, grey)], point(left, middle), half, Align::Left, items);

    let owner = [facts.department.as_str(), facts.person.as_str()];
    let owner = owner.into_iter().filter(|own| !own.is_empty()).collect::<Vec<_>>().join("　");
    let owner = if owner.is_empty() { "未指定".to_owned() } else { owner };
    let phone = if facts.phone.is_empty() {
        "责任人".to_owned()
    } else {
        format!("责任人电话 {}", facts.phone)
    };
    let at = point(strip.right() - margin - (room - half), middle);
    two_lines(look, [(&owner, text), (&phone, grey)], at, room - half, Align::Right, items);
    let line = Path::line(point(strip.x, strip.bottom()), point(strip.right(), strip.bottom()));
    items.push(Item::stroke(line, crate::layout::Stroke::hairline(Colour::HAIRLINE)));
    rest
}

/// Two short lines, the middle of both at `at.y`. They get smaller before they wrap.
fn two_lines(
    look: &Look<'_>,
    lines: [(&str, TextStyle); 2],
    at: crate::layout::Point,
    room: Mm,
    align: Align,
    items: &mut Vec<Item>,
) {
    let paragraphs: Vec<Paragraph> = lines
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, style)| Paragraph::new(text, style).align(align))
        .collect();
    let height: Mm =
        lines.iter().filter(|(text, _)| !text.is_empty()).map(|(_, style)| style.line_height()).sum();
    let fitted = fit(&paragraphs, look.fonts, Size::new(room, height + 1e-6), 0.4);
    let block = fitted.block;
    let y = at.y - block.height() / 2.0;
    block.place(point(at.x, y), items);
}

/// Signs from the top, the part of the plan below them, the symbol at the foot.
fn aside(
    look: &Look<'_>,
    card: &NoticeCard<'_>,
    form: Form,
    side: Rect,
    tools: &mut Tools<'_>,
    items: &mut Vec<Item>,
) {
    let centre = side.centre().x;
    let code_style = TextStyle::regular(7.4 * form.k.max(0.62)).colour(Colour::GREY);
    let qr = form.mm(36.0);
    let qr_top = side.bottom() - qr - form.mm(8.5);
    if let Ok(symbol) = QrSymbol::encode(&card.code, QrLevel::Medium) {
        items.push(Item::qr(symbol, point(centre - qr / 2.0, qr_top), qr));
    }
    let at = point(centre, side.bottom() - form.mm(7.0));
    look.squeeze(&card.code, &code_style, at, Anchor::Middle, side.width - form.mm(6.0), items);

    let mut bottom = qr_top;
    let plan = form.mm(PLAN);
    let shape = card.excerpt.as_ref().map_or(1.0, |own| own.window.height() / own.window.width().max(1.0));
    let high = plan * shape;
    let frame = Rect::new(centre - plan / 2.0, qr_top - form.mm(5.0) - high, plan, high);
    let rows = card.signs.len().div_ceil(columns(card.signs.len()));
    let room = frame.y - form.mm(4.0) - side.y - form.mm(6.0);
    // On a card whose name fills half of it the signs come first.
    if let Some(part) = card.excerpt.as_ref().filter(|_| room >= form.mm(LEAST_ROW) * rows as f64) {
        let fine = Look { scale: form.k, ..*look };
        let foot = Rect::new(frame.x, frame.bottom() + form.mm(0.6), plan, form.mm(4.0));
        let own = Excerpt { part, level: card.facts.level, pictures: tools.pictures };
        excerpt(&fine, &own, frame, foot, items);
        bottom = frame.y - form.mm(4.0);
    }
    let area = Rect::new(side.x, side.y + form.mm(6.0), side.width, bottom - side.y - form.mm(6.0));
    signs(look, card, form, area, tools, items);
}

/// Side of the part of the plan, on A4.
const PLAN: Mm = 45.0;
/// Height of a row of signs at least where a part of the plan stands below them, on A4.
const LEAST_ROW: Mm = 21.0;

/// Up to three signs stand below each other, more side by side.
fn columns(count: usize) -> usize {
    if count > 3 { 2 } else { 1 }
}

/// Signs with their names, as large as there is room for.
fn signs(
    look: &Look<'_>,
    card: &NoticeCard<'_>,
    form: Form,
    area: Rect,
    tools: &mut Tools<'_>,
    items: &mut Vec<Item>,
) {
    if card.signs.is_empty() {
        return;
    }
    let caption = TextStyle::regular(10.5 * form.k.max(0.55)).leading(1.25);
    let columns = columns(card.signs.len());
    let cells = area.inset(Insets::symmetric(0.0, form.mm(3.0))).grid(columns, 1, form.mm(2.0));
    let width = cells.first().map_or(area.width, |own| own.width);
    let captions: Vec<TextBlock> = card
        .signs
        .iter()
        .map(|sign| stack(&[Paragraph::new(sign.name(), caption).align(Align::Centre)], look.fonts, width))
        .collect();
    let rows: Vec<Mm> =
        captions.chunks(columns).map(|row| row.iter().map(TextBlock::height).fold(0.0, f64::max)).collect();
    let count = rows.len() as f64;
    let words: Mm = rows.iter().sum();
    let gap = form.mm(3.2);
    let lead = form.mm(1.0);
    let free = area.height - words - (gap + lead) * count;
    let size = (free / count).clamp(form.mm(8.0), form.mm(31.0)).min(width);
    let used = size * count + words + (gap + lead) * count;
    // Few signs stand a little apart instead of growing without end.
    let apart = ((area.height - used) / count).clamp(0.0, form.mm(5.0));
    let mut y = area.y;
    let mut captions = captions.into_iter();
    for (row, words) in card.signs.chunks(columns).zip(rows) {
        // One alone in the last row stands in the middle.
        let aside = if row.len() < columns { (area.width - form.mm(6.0) - width) / 2.0 } else { 0.0 };
        for ((sign, cell), caption) in row.iter().zip(&cells).zip(captions.by_ref()) {
            let cell = cell.offset(aside, 0.0);
            let left = cell.centre().x - size / 2.0;
            tools.drawings.place(sign, Rect::new(left, y, size, size), items);
            caption.place(point(cell.x, y + size + lead), items);
        }
        y += size + lead + words + gap + apart;
    }
}

/// Whom to call, on ink.
fn bottom(look: &Look<'_>, card: &NoticeCard<'_>, form: Form, area: Rect, items: &mut Vec<Item>) {
    let margin = form.mm(14.0);
    items.push(Item::fill(Path::rect(area), look.theme.ink));
    let small = form.k.max(0.55);
    let strong = TextStyle::bold(19.0 * form.k.max(0.5)).colour(Colour::WHITE);
    let grey = look.theme.on_ink;
    let first = area.y + area.height * 0.36;
    let second = area.y + area.height * 0.74;
    let masthead = &card.masthead;
    let mut left = area.x + margin;
    let radius = area.height * 0.3;
    if frame::mark(look, masthead, point(left + radius, area.centre().y), radius, Colour::WHITE, items) {
        left += 2.0 * radius + area.height * 0.2;
    }
    let width = area.right() - margin - left;
    let words = look.theme.slogan.as_str();
    look.squeeze(words, &strong, point(left, first), Anchor::Start, width * 0.6, items);
    let used = look.width(words, &strong).min(width * 0.6);
    let phones: Vec<String> = [("值班", &masthead.duty_phone), ("监督", &masthead.report_phone)]
        .into_iter()
        .filter(|(_, phone)| !phone.is_empty())
        .map(|(name, phone)| format!("{name} {phone}"))
        .collect();
    let phones = phones.join("　");
    let phone_style = TextStyle::bold(13.0 * small).colour(Colour::WHITE);
    let phone_room = width - used - form.mm(6.0);
    look.squeeze(&phones, &phone_style, point(area.right() - margin, first), Anchor::End, phone_room, items);
    let calls = "火警 119　急救 120　报警 110";
    let fine = TextStyle::regular(10.5 * small).colour(grey);
    look.put(calls, &fine, point(area.right() - margin, second), Anchor::End, items);
    let imprint = format!("{} · {} · {}", masthead.organisation, masthead.version, masthead.date);
    let room = width - look.width(calls, &fine) - form.mm(6.0);
    look.squeeze(&imprint, &fine, point(left, second), Anchor::Start, room, items);
    let digits: String = masthead.duty_phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if digits.len() >= 3 {
        let width = look.width(&phones, &phone_style).min(phone_room);
        let (top, height) = (first - area.height * 0.2, area.height * 0.4);
        items.push(Item::Link(Link {
            area: Rect::new(area.right() - margin - width, top, width, height),
            target: LinkTarget::Url(format!("tel:{digits}")),
        }));
    }
}

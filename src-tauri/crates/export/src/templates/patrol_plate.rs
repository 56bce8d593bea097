//! 「巡检二维码牌」: a frame in the level's colour, the name, the symbol as large as it can be, owner and tier.
//! Relies on a symbol of 40 mm on a plate of 100 by 140 mm, read from arm's length.
//! Must not know: what the code means.

use super::Printed;
use super::frame;
use super::look::Look;
use super::theme::Style;
use crate::content::PatrolPlate;
use crate::layout::{
    Align, Anchor, Bookmark, Cap, Colour, Document, Item, Mm, Page, Paragraph, Path, Point, QrLevel,
    QrSymbol, Rect, Size, TextStyle, Timestamp, fit, point,
};

/// Lays the plates out on pages of `size`, each with a bookmark.
pub fn patrol_plates<'a>(plates: &[PatrolPlate], style: impl Into<Style<'a>>, size: Size) -> Printed {
    let style = style.into();
    let mut document = match plates.first() {
        Some(first) => frame::document("巡检二维码牌", "巡检二维码牌", &first.masthead, ""),
        None => Document::new("巡检二维码牌", Timestamp::EPOCH),
    };
    let mut problems = Vec::new();
    for plate in plates {
        problems.extend(plate.problems.iter().cloned());
        let mut page = Page::new(size);
        let k = (size.width / 100.0).min(size.height / 140.0);
        draw(&Look::new(style, k, plate.colours), plate, size, &mut page.items);
        let title = format!("{} {}", plate.facts.code, plate.facts.name);
        document.outline.push(Bookmark::new(title, document.pages.len()));
        document.pages.push(page);
    }
    Printed::new(document, problems, |page| {
        plates.get(page).map_or(String::new(), |plate| format!("巡检牌 {}", plate.facts.code))
    })
}

fn draw(look: &Look<'_>, plate: &PatrolPlate, size: Size, items: &mut Vec<Item>) {
    let facts = &plate.facts;
    let level = look.level(facts.level);
    let fill = if facts.level.is_some() { level.fill } else { Colour::PALE };
    items.push(Item::fill(Path::rect(size.rect()), fill));
    let frame = size.rect().inset(crate::layout::Insets::all(look.mm(4.0)));
    let (top, rest) = frame.split_top(look.mm(24.0));
    let (bottom, white) = rest.split_bottom(look.mm(13.0));
    items.push(Item::fill(Path::rounded_rect(white, look.mm(2.2)), Colour::WHITE));
    header(look, plate, top, level.text, items);
    let middle = white.centre().x;
    // The symbol takes what name, owner and code leave.
    let texts = look.mm(32.5);
    let side = (white.width - look.mm(14.0)).min(white.height - texts - look.mm(2.0));
    let qr_top = white.y + look.mm(17.0);
    let name = [Paragraph::new(facts.name.clone(), look.title(16.0).leading(1.2)).align(Align::Centre)];
    let room = Size::new(white.width - look.mm(8.0), look.mm(13.0));
    let block = fit(&name, look.fonts, room, 0.4).block;
    let at = white.y + look.mm(2.4) + (room.height - block.height()).max(0.0) / 2.0;
    block.place(point(middle - room.width / 2.0, at), items);
    if let Ok(symbol) = QrSymbol::encode(&plate.code, QrLevel::Quartile) {
        items.push(Item::qr(symbol, point(middle - side / 2.0, qr_top - look.mm(1.0)), side));
    }
    let code = look.regular(7.6).colour(Colour::GREY);
    let y = qr_top + side + look.mm(0.6);
    let words = format!("{}　内容 {}", plate.code, plate.version);
    look.squeeze(&words, &code, point(middle, y), Anchor::Middle, white.width - look.mm(8.0), items);
    let left = white.x + look.mm(5.0);
    let right = white.right() - look.mm(5.0);
    let base = white.bottom();
    let owner = [facts.department.as_str(), facts.person.as_str()];
    let owner = owner.into_iter().filter(|own| !own.is_empty()).collect::<Vec<_>>().join("　");
    let lines = [("责任", owner), ("位置", facts.location.clone())];
    for (index, (label, words)) in lines.into_iter().enumerate() {
        let y = base - look.mm(9.6) + look.mm(5.4) * index as f64;
        let grey = look.regular(8.6).colour(Colour::GREY);
        look.put(label, &grey, point(left, y), Anchor::Start, items);
        let after = left + look.mm(8.6);
        look.squeeze(&words, &look.bold(9.4), point(after, y), Anchor::Start, right - after, items);
    }
    footer(look, plate, bottom, level.text, items);
}

/// Level, tier and code on the colour.
fn header(look: &Look<'_>, plate: &PatrolPlate, top: Rect, ink: Colour, items: &mut Vec<Item>) {
    let facts = &plate.facts;
    let width = top.width - look.mm(8.0);
    let left = top.x + look.mm(4.0);
    let word = look.bold(27.0).colour(ink);
    let y = top.y + look.mm(8.0);
    look.squeeze(facts.level_word, &word, point(left, y), Anchor::Start, width * 0.62, items);
    let tier = if facts.tier.is_empty() { String::new() } else { format!("{}管控", facts.tier) };
    let small = look.bold(11.0).colour(ink);
    look.squeeze(&tier, &small, point(left + width, y), Anchor::End, width * 0.36, items);
    let code = look.bold(13.0).colour(ink).tracking(0.04);
    look.squeeze(&facts.code, &code, point(left, top.y + look.mm(18.0)), Anchor::Start, width * 0.6, items);
    let score = facts.score.as_ref().map_or(String::new(), ToString::to_string);
    let score = facts.forced().map_or(score.clone(), |word| format!("{score} {word}"));
    let fine = look.regular(10.0).colour(ink);
    let at = point(left + width, top.y + look.mm(18.0));
    look.squeeze(score.trim(), &fine, at, Anchor::End, width * 0.36, items);
}

/// What to do with the plate, whose it is, and where a tag sits.
fn footer(look: &Look<'_>, plate: &PatrolPlate, bottom: Rect, ink: Colour, items: &mut Vec<Item>) {
    let mut left = bottom.x + look.mm(4.0);
    let radius = look.mm(3.9);
    let centre = point(left + radius, bottom.y + look.mm(7.2));
    if frame::mark(look, &plate.masthead, centre, radius, ink, items) {
        left += 2.0 * radius + look.mm(2.4);
    }
    let strong: TextStyle = look.bold(11.0).colour(ink);
    let fine = look.regular(7.4).colour(ink);
    let nfc = look.mm(14.0);
    let room = bottom.right() - look.mm(4.0) - nfc - left;
    look.squeeze(
        "扫码巡检　随手报隐患",
        &strong,
        point(left, bottom.y + look.mm(4.6)),
        Anchor::Start,
        room,
        items,
    );
    let masthead = &plate.masthead;
    let mut words = masthead.organisation.clone();
    if !masthead.duty_phone.is_empty() {
        words = format!("{words}　值班 {}", masthead.duty_phone);
    }
    look.squeeze(&words, &fine, point(left, bottom.y + look.mm(9.8)), Anchor::Start, room, items);
    tag_mark(look, point(bottom.right() - look.mm(10.5), bottom.y + look.mm(7.0)), ink, items);
}

/// Waves and letters: hold a telephone here.
fn tag_mark(look: &Look<'_>, at: Point, ink: Colour, items: &mut Vec<Item>) {
    for radius in [2.0, 3.3, 4.6] {
        let radius: Mm = look.mm(radius);
        let arc = Path::arc(at, radius, -38.0, 76.0);
        items.push(Item::stroke(arc, look.line(ink, 0.55).with_cap(Cap::Round)));
    }
    let words = look.bold(6.4).colour(ink);
    look.put("NFC", &words, point(at.x - look.mm(1.6), at.y), Anchor::Middle, items);
}

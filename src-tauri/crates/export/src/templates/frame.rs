//! Head and foot that sheets and boards share: badge, title, organisation, version; people, phones, code.
//! Relies on the theme for how a head is drawn.
//! Must not know: what stands between head and foot.

use super::drawings::Drawings;
use super::look::{Look, created};
use super::theme::HeadStyle;
use crate::content::Masthead;
use crate::layout::{
    Align, Anchor, Colour, Document, Insets, Item, Mm, Paragraph, Path, Point, QrLevel, QrSymbol, Rect, Size,
    Stroke, fit, point, stack,
};

/// Height of a head at least, on A3.
const HEAD: Mm = 14.0;
/// Width kept for organisation, version and date, on A3.
const IMPRINT: Mm = 92.0;
/// A symbol is not drawn smaller than this: no telephone reads it.
const SMALLEST_SYMBOL: Mm = 8.0;
/// A badge is not written smaller than this: nobody would read it.
const SMALLEST_MARK: Mm = 2.2;
/// Height of a foot, on A3.
const FOOT: Mm = 15.5;

/// A document about one print.
pub(super) fn document(title: &str, subject: &str, masthead: &Masthead, code: &str) -> Document {
    let mut document = Document::new(title, created(masthead));
    document.author.clone_from(&masthead.organisation);
    document.subject = subject.to_owned();
    document.keywords = [code, &masthead.version].map(str::to_owned).to_vec();
    document.keywords.retain(|own| !own.is_empty());
    document
}

/// Draws head and foot of a sheet and gives the room between them.
pub(super) fn sheet(
    look: &Look<'_>,
    title: &str,
    masthead: &Masthead,
    code: &str,
    paper: Size,
    items: &mut Vec<Item>,
) -> Rect {
    let inner = paper.rect().inset(Insets {
        top: look.mm(11.5),
        right: look.mm(13.0),
        bottom: look.mm(8.0),
        left: look.mm(13.0),
    });
    let body = head(look, title, masthead, inner, items);
    let (area, body) = body.split_bottom(look.mm(FOOT));
    foot(look, masthead, code, area, items);
    body.inset(Insets { top: look.mm(5.0), right: 0.0, bottom: look.mm(4.0), left: 0.0 })
}

/// The title bar. Gives what is left below it. The page begins at the origin and is as wide as `inner` and twice
/// its left edge.
pub(super) fn head(
    look: &Look<'_>,
    title: &str,
    masthead: &Masthead,
    inner: Rect,
    items: &mut Vec<Item>,
) -> Rect {
    let theme = look.theme;
    let band = theme.head == HeadStyle::Band;
    let (ink, grey) = if band { (Colour::WHITE, theme.on_ink) } else { (Colour::INK, Colour::GREY) };
    let badge = look.mm(5.6);
    let gap = look.mm(4.5);
    let imprint = look.mm(IMPRINT).min(inner.width * 0.36);
    let left = inner.x + 2.0 * badge + gap;
    let room = (inner.width - 2.0 * badge - gap - imprint - look.mm(6.0)).max(look.mm(20.0));

    let style = look.title(26.0).tracking(theme.tracking).leading(1.22).colour(ink);
    let paragraph = [Paragraph::new(title, style)];
    // One line as long as that leaves it large, else as many as it takes.
    let line = style.line_height();
    let mut fitted = fit(&paragraph, look.fonts, Size::new(room, line), 0.58);
    if fitted.overflow.is_some() {
        fitted = fit(&paragraph, look.fonts, Size::new(room, line * 1.5), 0.36);
    }
    let mut block = fitted.block;
    if fitted.overflow.is_some() {
        let small = look.title(26.0 * 0.36).leading(1.22).colour(ink);
        block = stack(&[Paragraph::new(title, small)], look.fonts, room);
    }
    let text = format!("{}\n{} · {}", masthead.organisation, masthead.version, masthead.date);
    let small = look.regular(10.5).colour(grey).leading(1.46);
    let note = Paragraph::new(text.clone(), small).align(Align::Right);
    let note = fit(&[note], look.fonts, Size::new(imprint, look.mm(HEAD)), 0.6);
    let note = match note.overflow {
        None => note.block,
        // Only a name of a hundred characters comes here; then the bar grows.
        Some(_) => {
            let tiny = look.regular(6.5).colour(grey).leading(1.3);
            stack(&[Paragraph::new(text, tiny).align(Align::Right)], look.fonts, imprint)
        }
    };
    let height = look.mm(HEAD).max(block.height()).max(note.height());
    let middle = inner.y + height / 2.0;
    let bottom = inner.y + height + look.mm(2.6);
    if band {
        let width = inner.width + 2.0 * inner.x;
        let bar = Rect::new(0.0, 0.0, width, bottom);
        items.push(Item::fill(Path::rect(bar), theme.ink));
        let edge = Rect::new(0.0, bottom, width, look.mm(1.1));
        items.push(Item::fill(Path::rect(edge), theme.accent));
    }
    let centre = point(inner.x + badge, middle);
    match theme.head {
        HeadStyle::Block => {
            let frame = Rect::new(inner.x, middle - badge, 2.0 * badge, 2.0 * badge);
            items.push(Item::fill(look.panel(frame), theme.ink));
        }
        HeadStyle::Double => {
            items.push(Item::stroke(Path::circle(centre, badge), look.line(theme.accent, 0.5)));
            items.push(Item::stroke(Path::circle(centre, badge * 0.86), look.line(theme.accent, 0.2)));
        }
        HeadStyle::Rule | HeadStyle::Band => {
            items.push(Item::stroke(Path::circle(centre, badge), look.line(ink, 0.6)));
        }
    }
    let on = if theme.head == HeadStyle::Block { Colour::WHITE } else { ink };
    let emblem = theme.emblem.as_deref().and_then(|svg| Drawings::new(look.fonts).drawing(svg));
    match emblem {
        Some(emblem) => {
            // An emblem has colours of its own: it stands on white, whatever the head is made of.
            items.push(Item::fill(Path::circle(centre, badge), Colour::WHITE));
            let side = badge * 1.7;
            items.extend(emblem.place(Rect::new(centre.x - side / 2.0, centre.y - side / 2.0, side, side)));
        }
        None => self::badge(look, &masthead.badge, centre, badge, on, items),
    }
    let title_height = block.height();
    block.place(point(left, middle - title_height / 2.0), items);
    let note_height = note.height();
    note.place(point(inner.right() - imprint, middle - note_height / 2.0), items);
    let mut rule = |y: Mm, width: Mm| {
        let path = Path::line(point(inner.x, y), point(inner.right(), y));
        items.push(Item::stroke(path, look.line(theme.accent, width)));
    };
    match theme.head {
        HeadStyle::Rule => rule(bottom, 0.9),
        HeadStyle::Double => {
            rule(bottom - look.mm(0.7), 0.9);
            rule(bottom + look.mm(0.5), 0.25);
        }
        HeadStyle::Block => rule(bottom, 0.5),
        HeadStyle::Band => {}
    }
    Rect::new(inner.x, bottom, inner.width, inner.bottom() - bottom)
}

/// The emblem of the organisation on white, or its badge in a ring of `ink`, for bars that have no head. Gives whether
/// there is one.
pub(super) fn mark(
    look: &Look<'_>,
    masthead: &Masthead,
    centre: Point,
    radius: Mm,
    ink: Colour,
    items: &mut Vec<Item>,
) -> bool {
    let emblem = look.theme.emblem.as_deref().and_then(|svg| Drawings::new(look.fonts).drawing(svg));
    match emblem {
        Some(emblem) => {
            items.push(Item::fill(Path::circle(centre, radius), Colour::WHITE));
            let side = radius * 1.62;
            items.push(emblem.placed(Rect::new(centre.x - side / 2.0, centre.y - side / 2.0, side, side)));
        }
        None if masthead.badge.trim().is_empty() => return false,
        None => {
            items.push(Item::stroke(Path::circle(centre, radius), Stroke::new(ink, radius * 0.1)));
            badge(look, &masthead.badge, centre, radius, ink, items);
        }
    }
    true
}

/// One to four characters in a circle, four in two rows.
fn badge(look: &Look<'_>, text: &str, centre: Point, radius: Mm, ink: Colour, items: &mut Vec<Item>) {
    let chars: Vec<char> = text.chars().collect();
    let rows: Vec<String> = match chars.len() {
        0 => return,
        1..=3 => vec![text.to_owned()],
        _ => chars.chunks(2).map(|pair| pair.iter().collect()).collect(),
    };
    let points = radius * 2.83 * [0.86, 0.6, 0.44, 0.5][chars.len().clamp(1, 4) - 1] / look.scale;
    let style = look.title(points).colour(ink);
    let line = style.size.mm() * 1.12;
    for (i, row) in rows.iter().enumerate() {
        let y = centre.y + line * (i as f64 - (rows.len() - 1) as f64 / 2.0);
        look.squeeze(row, &style, point(centre.x, y), Anchor::Middle, radius * 1.7, items);
    }
}

/// The line at the bottom: people, phones, the school's own words, code and its symbol.
fn foot(look: &Look<'_>, masthead: &Masthead, code: &str, foot: Rect, items: &mut Vec<Item>) {
    let line = Path::line(point(foot.x, foot.y), point(foot.right(), foot.y));
    items.push(Item::stroke(line, look.line(look.theme.accent, 0.25)));
    let middle = foot.y + look.mm(8.4);
    let right = code_at_right(look, code, foot, middle, items);
    let parts: Vec<String> = [
        ("编制", &masthead.prepared_by),
        ("审核", &masthead.reviewed_by),
        ("值班电话", &masthead.duty_phone),
        ("监督电话", &masthead.report_phone),
        ("", &look.theme.footer),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(name, text)| format!("{name} {text}").trim().to_owned())
    .collect();
    let small = look.regular(9.2).colour(Colour::GREY).leading(1.35);
    let room = Size::new((right - foot.x).max(look.mm(10.0)), look.mm(10.0));
    let fitted = fit(&[Paragraph::new(parts.join("　"), small)], look.fonts, room, 0.5);
    let height = fitted.block.height();
    fitted.block.place(point(foot.x, middle - height / 2.0), items);
}

/// The code and its symbol at the right end. Gives where other things must end.
pub(super) fn code_at_right(
    look: &Look<'_>,
    code: &str,
    foot: Rect,
    middle: Mm,
    items: &mut Vec<Item>,
) -> Mm {
    let side = look.mm(15.5);
    let mut right = foot.right();
    if let Ok(symbol) = QrSymbol::encode(code, QrLevel::Medium) {
        // Its quiet zone may run into the margin, where nothing is printed.
        let quiet = side * 4.0 / (f64::from(symbol.modules()) + 8.0);
        items.push(Item::qr(symbol, point(right - side + quiet, foot.y + look.mm(0.6)), side));
        right -= side - quiet;
    }
    let style = look.regular(7.6).colour(Colour::GREY);
    look.put(code, &style, point(right - look.mm(1.0), middle + look.mm(2.3)), Anchor::End, items);
    let words = "扫码核对版本";
    look.put(words, &style, point(right - look.mm(1.0), middle - look.mm(1.7)), Anchor::End, items);
    right - look.width(code, &style).max(look.mm(20.0)) - look.mm(9.0)
}

/// Where the mark of the organisation stands on a print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkPlace {
    /// At the left of the bar at the foot.
    Foot,
    /// Elsewhere; not in the bar.
    Elsewhere,
}

/// A bar of ink at the foot of a card: the mark of the organisation, the slogan, phones, and the code of the piece with
/// its symbol.
pub(super) fn calls(
    look: &Look<'_>,
    masthead: &Masthead,
    code: &str,
    area: Rect,
    margin: Mm,
    place: MarkPlace,
    items: &mut Vec<Item>,
) {
    let theme = look.theme;
    items.push(Item::fill(Path::rect(area), theme.ink));
    let tall = area.height / crate::layout::MM_PER_PT;
    let strong = crate::layout::TextStyle::bold(tall * 0.27).colour(Colour::WHITE);
    let first = area.y + area.height * 0.36;
    let second = area.y + area.height * 0.74;
    let mut right = area.right() - margin;
    let side = area.height * 0.84;
    if side >= SMALLEST_SYMBOL && symbol(code, right - side, area.centre().y - side / 2.0, side, items) {
        right -= side + margin * 0.4;
    }
    let mut left = area.x + margin;
    let radius = area.height * 0.3;
    if place == MarkPlace::Foot
        && radius >= SMALLEST_MARK
        && mark(look, masthead, point(left + radius, area.centre().y), radius, Colour::WHITE, items)
    {
        left += 2.0 * radius + area.height * 0.2;
    }
    let room = right - left;
    let words = theme.slogan.as_str();
    look.squeeze(words, &strong, point(left, first), Anchor::Start, room * 0.5, items);
    let used = look.width(words, &strong).min(room * 0.5) + margin * 0.4;
    let phones: Vec<String> = [("值班", &masthead.duty_phone), ("监督", &masthead.report_phone)]
        .into_iter()
        .filter(|(_, phone)| !phone.is_empty())
        .map(|(name, phone)| format!("{name} {phone}"))
        .collect();
    let style = crate::layout::TextStyle::bold(tall * 0.19).colour(Colour::WHITE);
    look.squeeze(&phones.join("　"), &style, point(right, first), Anchor::End, room - used, items);
    let fine = crate::layout::TextStyle::regular(tall * 0.145).colour(theme.on_ink);
    // Beside a symbol stands what it says; the numbers to call are above it, or on the card itself.
    let last = if code.is_empty() { "火警 119　急救 120　报警 110" } else { code };
    look.squeeze(last, &fine, point(right, second), Anchor::End, room * 0.55, items);
    let imprint = format!("{} · {} · {}", masthead.organisation, masthead.version, masthead.date);
    let rest = room - look.width(last, &fine).min(room * 0.55) - margin * 0.4;
    look.squeeze(&imprint, &fine, point(left, second), Anchor::Start, rest, items);
}

/// The symbol of a code on white. Gives whether there is one.
pub(super) fn symbol(code: &str, x: Mm, y: Mm, side: Mm, items: &mut Vec<Item>) -> bool {
    if code.is_empty() {
        return false;
    }
    let Ok(symbol) = QrSymbol::encode(code, QrLevel::Medium) else { return false };
    items.push(Item::fill(Path::rect(Rect::new(x, y, side, side)), Colour::WHITE));
    items.push(Item::qr(symbol, point(x, y), side));
    true
}

/// A fine line across.
pub(super) fn hairline(from: Point, to: Point, items: &mut Vec<Item>) {
    items.push(Item::stroke(Path::line(from, to), Stroke::hairline(Colour::HAIRLINE)));
}

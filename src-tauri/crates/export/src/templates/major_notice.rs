//! 「较大以上风险公示牌」: a lying plate in the level's colour with three columns: what, how prevented, what if.
//! Relies on the content of the notice card, so that plate and card can never disagree.
//! Must not know: which points have a plate.

use super::Printed;
use super::drawings::Drawings;
use super::frame::{self, MarkPlace};
use super::look::Look;
use super::running::{LARGER, NOTABLY_SMALLER, TypeRange, cut, running};
use super::theme::Style;
use crate::content::{Fault, NoticeCard, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Document, Face, Insets, Item, Page, Paragraph, Path, QrLevel, QrSymbol,
    Rect, Size, TextBlock, TextStyle, Timestamp, fit, point,
};

/// Lays the plates out on lying pages of `size`, each with a bookmark.
pub fn major_notices<'a>(cards: &[NoticeCard<'_>], style: impl Into<Style<'a>>, size: Size) -> Printed {
    let style = style.into();
    let size = size.landscape();
    let title = "较大以上风险公示牌";
    let mut document = match cards.first() {
        Some(first) => frame::document(title, title, &first.masthead, ""),
        None => Document::new(title, Timestamp::EPOCH),
    };
    let mut drawings = Drawings::new(style.fonts);
    let (mut problems, mut owners) = (Vec::new(), Vec::new());
    for card in cards {
        problems.extend(card.problems.iter().cloned());
        let piece = format!("公示牌 {}", card.facts.code);
        let k = (size.width / 297.0).min(size.height / 198.0);
        let plate = Plate { look: Look::new(style, k, card.colours), size };
        let bookmark =
            Bookmark::new(format!("{} {}", card.facts.code, card.facts.name), document.pages.len());
        document.outline.push(bookmark);
        let (pages, scale) = plate.pages(card, &mut drawings);
        if pages.len() > 1 {
            problems.push(Problem::new(piece.clone(), Fault::Continued { sheets: pages.len() }));
        } else if scale < NOTABLY_SMALLER {
            let percent = (scale * 100.0).round() as u32;
            problems.push(Problem::new(piece.clone(), Fault::Shrunk { percent }));
        }
        owners.extend(pages.iter().map(|_| piece.clone()));
        document.pages.extend(pages);
    }
    Printed::new(document, problems, |page| owners.get(page).cloned().unwrap_or_default())
}

struct Plate<'a> {
    look: Look<'a>,
    size: Size,
}

/// One of the three columns.
type Column = fn(&NoticeCard<'_>, f64, f64) -> Vec<Paragraph>;

impl Plate<'_> {
    fn pages(&self, card: &NoticeCard<'_>, drawings: &mut Drawings<'_>) -> (Vec<Page>, f64) {
        let columns: [Column; 3] = [what, prevented, then];
        let look = &self.look;
        let range = TypeRange { usual: 15.0 * look.scale, smallest: 7.6 * look.scale, largest: LARGER };
        let mut page = Page::new(self.size);
        let areas = self.frame(card, false, drawings, &mut page.items);
        // One type size for all three: that of the fullest column.
        let scale = columns
            .iter()
            .zip(&areas)
            .map(|(make, area)| running(|p, air| make(card, p, air), range, look.fonts, area.size()).scale)
            .fold(LARGER, f64::min);
        let even = TypeRange { usual: range.usual * scale, smallest: range.usual * scale, largest: 1.0 };
        let mut rests: Vec<Option<TextBlock>> = Vec::new();
        for (make, area) in columns.iter().zip(&areas) {
            let set = running(|p, air| make(card, p, air), even, look.fonts, area.size());
            set.here.place(area.origin(), &mut page.items);
            rests.push(set.rest);
        }
        let mut pages = vec![page];
        while rests.iter().any(Option::is_some) {
            let mut page = Page::new(self.size);
            let areas = self.frame(card, true, drawings, &mut page.items);
            for (rest, area) in rests.iter_mut().zip(&areas) {
                if let Some(block) = rest.take() {
                    let (here, after) = cut(block, area.height);
                    here.place(area.origin(), &mut page.items);
                    *rest = after;
                }
            }
            pages.push(page);
        }
        (pages, scale)
    }

    /// Everything but the columns. Gives their places.
    fn frame(
        &self,
        card: &NoticeCard<'_>,
        goes_on: bool,
        drawings: &mut Drawings<'_>,
        items: &mut Vec<Item>,
    ) -> Vec<Rect> {
        let look = &self.look;
        let facts = &card.facts;
        let level = look.level(facts.level);
        let margin = look.mm(12.0);
        let (bar, rest) = self.size.rect().split_top(look.mm(36.0));
        let fill = if facts.level.is_some() { level.fill } else { Colour::PALE };
        items.push(Item::fill(Path::rect(bar), fill));
        let right = bar.right() - margin;
        let word = look.bold(31.0).colour(level.text);
        let room = bar.width - 2.0 * margin;
        let at = point(right, bar.y + bar.height * 0.4);
        look.squeeze(facts.level_word, &word, at, Anchor::End, room * 0.24, items);
        let tier = if facts.tier.is_empty() { String::new() } else { format!("{}管控", facts.tier) };
        let score = facts.score.as_ref().map_or(String::new(), ToString::to_string);
        let direct = facts.forced().unwrap_or_default();
        let notes: Vec<&str> =
            [tier.as_str(), score.as_str(), direct].into_iter().filter(|own| !own.is_empty()).collect();
        let small = look.regular(11.0).colour(level.text);
        let at = point(right, bar.y + bar.height * 0.78);
        look.squeeze(&notes.join("　"), &small, at, Anchor::End, room * 0.3, items);
        let name = if goes_on { format!("{}（续）", facts.name) } else { facts.name.clone() };
        let title = look.title(31.0).colour(level.text).leading(1.16);
        let area = Size::new(room * 0.7, look.mm(18.0));
        let block = fit(&[Paragraph::new(name, title)], look.fonts, area, 0.36).block;
        let top = bar.y + bar.height * 0.4 - block.height() / 2.0;
        block.place(point(margin, top), items);
        let line = [facts.code.as_str(), facts.location.as_str()];
        let line = line.into_iter().filter(|own| !own.is_empty()).collect::<Vec<_>>().join("　");
        let at = point(margin, bar.y + bar.height * 0.78);
        look.squeeze(&line, &small, at, Anchor::Start, room * 0.66, items);

        let (calls, rest) = rest.split_bottom(look.mm(21.0));
        frame::calls(look, &card.masthead, "", calls, margin, MarkPlace::Foot, items);
        let (signs, rest) = rest.split_bottom(look.mm(36.0));
        self.strip(card, signs, margin, drawings, items);
        let area =
            rest.inset(Insets { top: look.mm(6.0), right: margin, bottom: look.mm(2.0), left: margin });
        let gutter = look.mm(9.0);
        let columns = area.grid(3, 1, gutter);
        for column in columns.iter().skip(1) {
            let x = column.x - gutter / 2.0;
            frame::hairline(point(x, column.y), point(x, column.bottom()), items);
        }
        columns
    }

    /// Signs, owner and symbol side by side.
    fn strip(
        &self,
        card: &NoticeCard<'_>,
        strip: Rect,
        margin: f64,
        drawings: &mut Drawings<'_>,
        items: &mut Vec<Item>,
    ) {
        let look = &self.look;
        items.push(Item::fill(Path::rect(strip), look.theme.ground));
        let inner = strip.inset(Insets::symmetric(look.mm(3.5), margin));
        let (right, left) = inner.split_right(look.mm(92.0));
        let wide = left.inset(Insets { right: look.mm(6.0), ..Insets::all(0.0) });
        let pitch = look.mm(28.0);
        let area = Rect { width: wide.width.min(pitch * card.signs.len() as f64), ..wide };
        drawings.row(look, &card.signs, area, look.mm(20.0), items);
        let side = right.height;
        if let Ok(symbol) = QrSymbol::encode(&card.code, QrLevel::Medium) {
            items.push(Item::qr(symbol, point(right.right() - side, right.y), side));
        }
        let facts = &card.facts;
        let edge = right.right() - side - look.mm(4.0);
        let room = edge - right.x;
        let owner = [facts.department.as_str(), facts.person.as_str()];
        let owner = owner.into_iter().filter(|own| !own.is_empty()).collect::<Vec<_>>().join("　");
        let grey = look.regular(9.0).colour(Colour::GREY);
        look.put("责任部门与责任人", &grey, point(edge, right.y + look.mm(4.0)), Anchor::End, items);
        look.squeeze(
            &owner,
            &look.bold(13.0),
            point(edge, right.y + look.mm(11.0)),
            Anchor::End,
            room,
            items,
        );
        let y = right.y + look.mm(18.0);
        look.squeeze(&facts.phone, &look.regular(11.0), point(edge, y), Anchor::End, room, items);
        let code = look.regular(7.4).colour(Colour::GREY);
        look.squeeze(&card.code, &code, point(edge, right.y + look.mm(25.5)), Anchor::End, room, items);
    }
}

fn styles(points: f64) -> (TextStyle, TextStyle, f64) {
    let text = TextStyle::regular(points).leading(1.44);
    let head = TextStyle::bold(points * 0.8).colour(Colour::GREY).leading(1.6);
    (text, head, crate::layout::Pt(points).mm())
}

fn plain(title: &str, words: &str, points: f64, air: f64, all: &mut Vec<Paragraph>) {
    let (text, head, em) = styles(points);
    if !words.is_empty() {
        all.push(Paragraph::new(title, head));
        all.push(Paragraph::new(words, text).align(Align::Justify).space_after(em * 0.55 * air));
    }
}

fn what(card: &NoticeCard<'_>, points: f64, air: f64) -> Vec<Paragraph> {
    let mut all = Vec::new();
    plain("主要危险因素", &card.hazards.join("；"), points, air, &mut all);
    plain("可能的事故", &card.accidents.join("、"), points, air, &mut all);
    plain("事故后果", &card.consequences.join("；"), points, air, &mut all);
    all
}

fn prevented(card: &NoticeCard<'_>, points: f64, air: f64) -> Vec<Paragraph> {
    let (text, head, em) = styles(points);
    let mut all = Vec::new();
    if !card.measures.is_empty() {
        all.push(Paragraph::new("管控措施", head));
        for group in &card.measures {
            let label = text.colour(Colour::GREY);
            let own = Paragraph::new(group.measures.join("；"), text).align(Align::Justify);
            all.push(own.marker(group.name, label, em * 3.0).space_after(em * 0.14 * air));
        }
    }
    plain("管控重点", &card.focus, points, air, &mut all);
    all
}

fn then(card: &NoticeCard<'_>, points: f64, air: f64) -> Vec<Paragraph> {
    let (text, head, em) = styles(points);
    let strong = TextStyle { face: Face::Bold, ..text };
    let mut all = Vec::new();
    if !card.emergency.is_empty() {
        all.push(Paragraph::new("应急处置", head));
        for (index, step) in card.emergency.iter().enumerate() {
            let own = Paragraph::new(step.clone(), text).marker((index + 1).to_string(), strong, em * 1.6);
            all.push(own.space_after(em * 0.12 * air));
        }
        if let Some(last) = all.last_mut() {
            last.space_after = em * 0.5 * air;
        }
    }
    plain("集合点", &card.masthead.assembly_point, points, air, &mut all);
    all
}

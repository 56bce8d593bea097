//! 「岗位应知应会卡」 and 「手指口述卡」 of posts: one page each, or two sides in the size of a bank card.
//! Relies on one set of measures for A4; smaller cards have smaller type.
//! Must not know: which points belong to a post.

use super::Printed;
use super::drawings::Drawings;
use super::frame::{self, MarkPlace, hairline};
use super::look::Look;
use super::running::{LARGER, NOTABLY_SMALLER, TypeRange, cut, running};
use super::theme::Style;
use crate::content::{Fault, PostCard, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Document, Face, Insets, Item, Mm, Page, Paragraph, Path, Rect, Size,
    Span, TextStyle, Timestamp, fit, point,
};

/// Which card of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostCardKind {
    /// 「岗位应知应会卡」
    Knowledge,
    /// 「手指口述卡」
    Spoken,
}

impl PostCardKind {
    fn title(self) -> &'static str {
        match self {
            PostCardKind::Knowledge => "岗位应知应会卡",
            PostCardKind::Spoken => "手指口述卡",
        }
    }
}

/// Below this height in millimetres a card has two sides.
const TWO_SIDED: Mm = 70.0;

/// Lays the cards out, each with a bookmark, on pages of `size`. Cards in the size of a bank card have an even
/// number of pages: fronts and backs by turns.
pub fn post_cards<'a>(
    cards: &[PostCard],
    style: impl Into<Style<'a>>,
    kind: PostCardKind,
    size: Size,
) -> Printed {
    let style = style.into();
    let mut document = match cards.first() {
        Some(first) => frame::document(kind.title(), kind.title(), &first.masthead, ""),
        None => Document::new(kind.title(), Timestamp::EPOCH),
    };
    let two_sided = size.height < TWO_SIDED;
    let mut drawings = Drawings::new(style.fonts);
    let (mut problems, mut owners) = (Vec::new(), Vec::new());
    for (index, card) in cards.iter().enumerate() {
        problems.extend(card.problems.iter().cloned());
        let form = Form { look: Look::new(style, scale(size), card.colours), size, kind };
        document.outline.push(Bookmark::new(card.name.clone(), document.pages.len()));
        let (pages, share) = form.pages(card, two_sided, &mut drawings);
        let piece = format!("{} {}", kind.title(), card.name);
        let usual = if two_sided { 2 } else { 1 };
        if pages.len() > usual {
            problems.push(Problem::new(piece, Fault::Continued { sheets: pages.len() }));
        } else if share < NOTABLY_SMALLER {
            let percent = (share * 100.0).round() as u32;
            problems.push(Problem::new(piece, Fault::Shrunk { percent }));
        }
        owners.extend(pages.iter().map(|_| index));
        document.pages.extend(pages);
    }
    Printed::new(document, problems, |page| {
        let card = owners.get(page).and_then(|index| cards.get(*index));
        card.map_or(String::new(), |card| format!("{} {}", kind.title(), card.name))
    })
}

/// Share of A4 that lengths are multiplied by. A card that lies has the measure of its height.
fn scale(size: Size) -> f64 {
    if size.height < TWO_SIDED { size.height / 130.0 } else { (size.width / 210.0).min(size.height / 297.0) }
}

struct Form<'a> {
    look: Look<'a>,
    size: Size,
    kind: PostCardKind,
}

impl Form<'_> {
    fn mm(&self, length: Mm) -> Mm {
        self.look.mm(length)
    }

    fn pt(&self, points: f64) -> f64 {
        points * self.look.scale.powf(0.86)
    }

    fn pages(&self, card: &PostCard, two_sided: bool, drawings: &mut Drawings<'_>) -> (Vec<Page>, f64) {
        let mut pages = Vec::new();
        let fonts = self.look.fonts;
        let smallest = if self.look.scale > 0.8 {
            9.0
        } else if two_sided {
            5.2
        } else {
            6.4
        };
        let largest = if two_sided { 1.0 } else { LARGER };
        let range = TypeRange { usual: self.pt(if two_sided { 13.0 } else { 17.0 }), smallest, largest };
        let mut page = Page::new(self.size);
        let body = self.frame(card, pages.len(), two_sided, drawings, &mut page.items);
        let front = |points: f64, air: f64| match (self.kind, two_sided) {
            (PostCardKind::Spoken, _) => spoken(card, points, air),
            (PostCardKind::Knowledge, true) => self.risks(card, points, air),
            (PostCardKind::Knowledge, false) => {
                let mut all = self.risks(card, points, air);
                all.extend(duties(card, points, air));
                all.extend(emergency(card, points, air));
                all
            }
        };
        let set = running(front, range, fonts, body.size());
        let mut share = set.scale;
        set.here.place(body.origin(), &mut page.items);
        pages.push(page);
        let mut rest = set.rest;
        self.go_on(card, &mut rest, two_sided, drawings, &mut pages);
        if two_sided && self.kind == PostCardKind::Knowledge {
            let mut page = Page::new(self.size);
            let body = self.frame(card, pages.len(), two_sided, drawings, &mut page.items);
            let back = |points: f64, air: f64| {
                let mut all = duties(card, points, air);
                all.extend(emergency(card, points, air));
                all
            };
            let set = running(back, range, fonts, body.size());
            share = share.min(set.scale);
            set.here.place(body.origin(), &mut page.items);
            pages.push(page);
            let mut rest = set.rest;
            self.go_on(card, &mut rest, two_sided, drawings, &mut pages);
        }
        if two_sided && !pages.len().is_multiple_of(2) {
            let mut page = Page::new(self.size);
            self.frame(card, pages.len(), two_sided, drawings, &mut page.items);
            pages.push(page);
        }
        (pages, share)
    }

    fn go_on(
        &self,
        card: &PostCard,
        rest: &mut Option<crate::layout::TextBlock>,
        two_sided: bool,
        drawings: &mut Drawings<'_>,
        pages: &mut Vec<Page>,
    ) {
        while let Some(block) = rest.take() {
            let mut page = Page::new(self.size);
            let body = self.frame(card, pages.len(), two_sided, drawings, &mut page.items);
            let (here, after) = cut(block, body.height);
            here.place(body.origin(), &mut page.items);
            pages.push(page);
            *rest = after;
        }
    }

    /// Everything but the running text. Gives the room for it.
    fn frame(
        &self,
        card: &PostCard,
        number: usize,
        two_sided: bool,
        drawings: &mut Drawings<'_>,
        items: &mut Vec<Item>,
    ) -> Rect {
        let look = &self.look;
        let margin = self.mm(if two_sided { 9.0 } else { 13.0 });
        let rest = self.top(card, number, margin, two_sided, items);
        let (bottom, mut rest) = rest.split_bottom(self.mm(if two_sided { 15.0 } else { 22.0 }));
        frame::calls(look, &card.masthead, &card.code, bottom, margin, MarkPlace::Foot, items);
        if !two_sided && number == 0 && !card.signs.is_empty() && self.kind == PostCardKind::Knowledge {
            let (strip, above) = rest.split_bottom(self.mm(34.0));
            hairline(point(margin, strip.y), point(self.size.width - margin, strip.y), items);
            let area =
                strip.inset(Insets { top: self.mm(4.0), right: margin, bottom: self.mm(2.0), left: margin });
            drawings.row(look, &card.signs, area, self.mm(21.0), items);
            rest = above;
        }
        rest.inset(Insets {
            top: self.mm(if two_sided { 4.0 } else { 6.5 }),
            right: margin,
            bottom: self.mm(3.0),
            left: margin,
        })
    }

    /// Post and department on ink, beside a stripe in the colour of the highest level.
    fn top(
        &self,
        card: &PostCard,
        number: usize,
        margin: Mm,
        two_sided: bool,
        items: &mut Vec<Item>,
    ) -> Rect {
        let look = &self.look;
        let (bar, rest) = self.size.rect().split_top(self.mm(if two_sided { 25.0 } else { 38.0 }));
        items.push(Item::fill(Path::rect(bar), look.theme.ink));
        let level = look.level(card.level);
        let (stripe, _) = bar.split_bottom(self.mm(2.6));
        let colour = if card.level.is_some() { level.fill } else { Colour::PALE };
        items.push(Item::fill(Path::rect(stripe), colour));
        let room = bar.width - 2.0 * margin;
        let middle = bar.y + (bar.height - stripe.height) / 2.0;
        let small = TextStyle::regular(self.pt(if two_sided { 9.5 } else { 12.0 })).colour(look.theme.on_ink);
        let name =
            if number > 0 && !two_sided { format!("{}（续）", card.name) } else { card.name.clone() };
        let style = TextStyle::title(look.fonts, self.pt(if two_sided { 20.0 } else { 29.0 }))
            .colour(Colour::WHITE)
            .leading(1.2);
        let area = Size::new(room * 0.64, style.line_height());
        let set = fit(&[Paragraph::new(name, style)], look.fonts, area, 0.42).block;
        let height = set.height();
        let title = middle - height / 2.0 - self.mm(if two_sided { 2.4 } else { 3.4 });
        set.place(point(margin, title), items);
        let mut words = card.department.clone();
        if card.special {
            words = format!("{words}　特种作业");
        }
        let at = point(margin, middle + self.mm(if two_sided { 6.0 } else { 9.0 }));
        look.squeeze(&words, &small, at, Anchor::Start, room * 0.62, items);
        let right = bar.right() - margin;
        // The back of a small card carries the symbol, for which the foot is too low.
        let side = bar.height - stripe.height - self.mm(2.0);
        if two_sided && !number.is_multiple_of(2) {
            let left = right - side;
            if frame::symbol(&card.code, left, middle - side / 2.0, side, items) {
                return rest;
            }
        }
        let label = TextStyle::bold(self.pt(if two_sided { 9.5 } else { 13.0 })).colour(Colour::WHITE);
        let at = point(right, middle - self.mm(if two_sided { 4.5 } else { 6.0 }));
        look.put(self.kind.title(), &label, at, Anchor::End, items);
        let tag = self.mm(if two_sided { 7.6 } else { 9.0 });
        let style = TextStyle::bold(tag / crate::layout::MM_PER_PT * 0.6);
        let words = if card.points.is_empty() { "无风险点" } else { card.level_word };
        let width = look.width(words, &style) + tag * 0.9;
        let at = point(right - width, middle + self.mm(if two_sided { 4.5 } else { 6.5 }));
        look.level_tag(words, card.level, at, tag, items);
        rest
    }

    /// The post's points with their levels, main hazards and what matters most.
    fn risks(&self, card: &PostCard, points: f64, air: f64) -> Vec<Paragraph> {
        let (text, head, em) = styles(points);
        let mut all = Vec::new();
        if !card.points.is_empty() {
            all.push(Paragraph::new("本岗位风险点", head));
            for facts in &card.points {
                let level = self.look.level(facts.level);
                let strong = TextStyle { face: Face::Bold, ..text };
                let word = strong.colour(level.outline);
                let score = facts.score.as_ref().map_or(String::new(), |own| format!("　{own}"));
                let spans = vec![
                    Span { text: facts.name.clone(), style: text },
                    Span { text: format!("　{}", facts.code), style: text.colour(Colour::GREY) },
                    Span { text: score, style: text.colour(Colour::GREY) },
                ];
                let short = facts.level_word.trim_end_matches("风险").to_owned();
                all.push(Paragraph::rich(spans).marker(short, word, em * 3.2).space_after(em * 0.08 * air));
            }
            section(&mut all, em * 0.55 * air);
        }
        plain("主要危险", &card.hazards.join("；"), head, text, em * 0.55 * air, &mut all);
        plain("管控重点", &card.focus.join("；"), head, text, em * 0.55 * air, &mut all);
        all
    }
}

fn styles(points: f64) -> (TextStyle, TextStyle, Mm) {
    let text = TextStyle::regular(points).leading(1.42);
    let head = TextStyle::bold(points * 0.78).colour(Colour::GREY).leading(1.6);
    (text, head, crate::layout::Pt(points).mm())
}

fn section(all: &mut [Paragraph], space: Mm) {
    if let Some(last) = all.last_mut() {
        last.space_after = space;
    }
}

fn plain(title: &str, words: &str, head: TextStyle, text: TextStyle, space: Mm, all: &mut Vec<Paragraph>) {
    if !words.is_empty() {
        all.push(Paragraph::new(title, head));
        all.push(Paragraph::new(words, text).align(Align::Justify).space_after(space));
    }
}

/// What the person does, by class.
fn duties(card: &PostCard, points: f64, air: f64) -> Vec<Paragraph> {
    let (text, head, em) = styles(points);
    let mut all = Vec::new();
    if card.measures.is_empty() {
        return all;
    }
    all.push(Paragraph::new("我要做到", head));
    for group in &card.measures {
        let words = group.measures.join("；");
        let label = text.colour(Colour::GREY);
        let own = Paragraph::new(words, text).align(Align::Justify).marker(group.name, label, em * 3.0);
        all.push(own.space_after(em * 0.1 * air));
    }
    section(&mut all, em * 0.55 * air);
    all
}

/// Emergency steps, point by point.
fn emergency(card: &PostCard, points: f64, air: f64) -> Vec<Paragraph> {
    let (text, head, em) = styles(points);
    let mut all = Vec::new();
    if card.emergency.is_empty() {
        return all;
    }
    all.push(Paragraph::new("应急处置", head));
    let strong = TextStyle { face: Face::Bold, ..text };
    for own in &card.emergency {
        let spans = vec![
            Span { text: format!("{}：", own.name), style: strong },
            Span { text: own.steps.join(" → "), style: text },
        ];
        all.push(Paragraph::rich(spans).space_after(em * 0.1 * air));
    }
    section(&mut all, em * 0.4 * air);
    all
}

/// What is pointed at and said.
fn spoken(card: &PostCard, points: f64, air: f64) -> Vec<Paragraph> {
    let (text, head, em) = styles(points);
    let strong = TextStyle { face: Face::Bold, ..text };
    let mut all = Vec::new();
    if !card.checks.is_empty() {
        all.push(Paragraph::new("手指 · 眼看 · 口述（作业前逐项进行）", head));
        for (index, check) in card.checks.iter().enumerate() {
            let spans = vec![
                Span { text: format!("手指 {}　", check.at), style: text.colour(Colour::GREY) },
                Span { text: format!("口述：{}", check.words), style: strong },
            ];
            let own = Paragraph::rich(spans).marker((index + 1).to_string(), strong, em * 1.9);
            all.push(own.space_after(em * 0.24 * air));
        }
        section(&mut all, em * 0.6 * air);
    }
    let worn = card.measures.iter().find(|group| group.name == "防护");
    let worn = worn.map_or(String::new(), |group| group.measures.join("；"));
    plain("防护用品", &worn, head, text, em * 0.5 * air, &mut all);
    plain("管控重点", &card.focus.join("；"), head, text, 0.0, &mut all);
    all
}

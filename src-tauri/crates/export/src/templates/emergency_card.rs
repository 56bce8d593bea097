//! 「应急处置卡」: what happened in large type, numbered steps, what never to do, whom to call.
//! Relies on one set of measures for A4; pocket cards have the same form with smaller type.
//! Must not know: which steps belong to which accident.

use super::Printed;
use super::drawings::Drawings;
use super::frame::{self, hairline};
use super::look::Look;
use super::running::{NOTABLY_SMALLER, TypeRange, cut, running};
use super::theme::Style;
use crate::content::{EmergencyCard, Fault, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Document, Face, Insets, Item, Mm, Page, Paragraph, Path, Rect, Size,
    Span, Stroke, TextStyle, Timestamp, fit, point, stack,
};

/// Lays the cards out, each with a bookmark, on pages of `size`.
pub fn emergency_cards<'a>(cards: &[EmergencyCard], style: impl Into<Style<'a>>, size: Size) -> Printed {
    let style = style.into();
    let mut document = match cards.first() {
        Some(first) => frame::document("应急处置卡", "应急处置卡", &first.masthead, ""),
        None => Document::new("应急处置卡", Timestamp::EPOCH),
    };
    let mut drawings = Drawings::new(style.fonts);
    let mut problems = Vec::new();
    let mut owners = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        problems.extend(card.problems.iter().cloned());
        let form = Form::new(style, size, card);
        let mut page = Page::new(size);
        let body = form.frame(card, false, &mut drawings, &mut page.items);
        let set =
            running(|points, air| paragraphs(card, points, air), form.range(), style.fonts, body.size());
        let scale = set.scale;
        set.here.place(body.origin(), &mut page.items);
        let title = format!("{} {} {}", card.facts.code, card.accident, card.facts.name);
        document.outline.push(Bookmark::new(title, document.pages.len()));
        document.pages.push(page);
        owners.push(index);
        let mut sheets = 1;
        let mut rest = set.rest;
        while let Some(block) = rest.take() {
            let mut page = Page::new(size);
            let body = form.frame(card, true, &mut drawings, &mut page.items);
            let (here, after) = cut(block, body.height);
            here.place(body.origin(), &mut page.items);
            document.pages.push(page);
            owners.push(index);
            sheets += 1;
            rest = after;
        }
        if sheets > 1 {
            problems.push(Problem::new(piece(card), Fault::Continued { sheets }));
        } else if scale < NOTABLY_SMALLER {
            let percent = (scale * 100.0).round() as u32;
            problems.push(Problem::new(piece(card), Fault::Shrunk { percent }));
        }
    }
    Printed::new(document, problems, |page| {
        owners.get(page).and_then(|index| cards.get(*index)).map_or(String::new(), piece)
    })
}

fn piece(card: &EmergencyCard) -> String {
    format!("应急处置卡 {} {}", card.facts.code, card.accident)
}

struct Form<'a> {
    look: Look<'a>,
    size: Size,
    /// Lengths are multiplied by this; 1 is A4.
    k: f64,
}

impl<'a> Form<'a> {
    fn new(style: Style<'a>, size: Size, card: &EmergencyCard) -> Form<'a> {
        let k = (size.width / 210.0).min(size.height / 297.0);
        Form { look: Look::new(style, k, card.colours), size, k }
    }

    fn mm(&self, length: Mm) -> Mm {
        length * self.k
    }

    /// Type on paper, in points: hand-held cards need relatively larger type.
    fn pt(&self, points: f64) -> f64 {
        points * self.k.powf(0.86)
    }

    fn range(&self) -> TypeRange {
        let smallest = if self.k > 0.8 { 9.0 } else { 6.6 };
        TypeRange { usual: self.pt(22.0), smallest }
    }

    /// Everything but the running text. Gives the room for it.
    fn frame(
        &self,
        card: &EmergencyCard,
        goes_on: bool,
        drawings: &mut Drawings<'_>,
        items: &mut Vec<Item>,
    ) -> Rect {
        let margin = self.mm(14.0);
        let rest = self.top(card, goes_on, margin, items);
        let rest = self.strip(card, rest, margin, items);
        let (calls, rest) = rest.split_bottom(self.mm(25.0));
        frame::calls(&self.look, &card.masthead, calls, margin, items);
        let rest = self.numbers(card, rest, margin, items);
        let mut body =
            rest.inset(Insets { top: self.mm(6.5), right: margin, bottom: self.mm(4.0), left: margin });
        if !card.signs.is_empty() && !goes_on {
            let (side, main) = body.split_right(self.mm(34.0));
            let side = side.inset(Insets { left: self.mm(6.0), ..Insets::all(0.0) });
            let pitch = self.mm(39.0);
            for (index, sign) in card.signs.iter().enumerate() {
                let area = Rect::new(side.x, side.y + pitch * index as f64, side.width, pitch);
                drawings.row(&self.look, &[sign], area, self.mm(27.0), items);
            }
            body = main;
        }
        body
    }

    /// The accident, large, on ink.
    fn top(&self, card: &EmergencyCard, goes_on: bool, margin: Mm, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let room = self.size.width - 2.0 * margin;
        let name = if goes_on { format!("{}（续）", card.accident) } else { card.accident.clone() };
        let style = TextStyle::bold(self.pt(46.0)).colour(Colour::WHITE).leading(1.2).tracking(0.03);
        let line = style.line_height();
        let title = [Paragraph::new(name.clone(), style)];
        let set = fit(&title, look.fonts, Size::new(room * 0.68, line), 0.5);
        let block = match set.overflow {
            None => set.block,
            Some(_) => {
                let small = style.leading(1.2);
                let small = TextStyle { size: small.size.scaled(0.42), ..small };
                stack(&[Paragraph::new(name, small)], look.fonts, room * 0.68)
            }
        };
        let height = self.mm(34.0).max(block.height() + self.mm(10.0));
        let (bar, rest) = self.size.rect().split_top(height);
        items.push(Item::fill(Path::rect(bar), look.theme.ink));
        let top = bar.centre().y - block.height() / 2.0;
        block.place(point(margin, top), items);
        let label = TextStyle::bold(self.pt(17.0)).colour(Colour::WHITE).tracking(0.12);
        let at = point(bar.right() - margin, bar.centre().y - self.mm(4.0));
        look.put("应急处置卡", &label, at, Anchor::End, items);
        let code = TextStyle::regular(self.pt(11.0)).colour(look.theme.on_ink);
        let at = point(bar.right() - margin, bar.centre().y + self.mm(5.0));
        look.squeeze(&card.facts.code, &code, at, Anchor::End, room * 0.3, items);
        rest
    }

    /// The point's level, name, place and owner.
    fn strip(&self, card: &EmergencyCard, rest: Rect, margin: Mm, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let (strip, rest) = rest.split_top(self.mm(20.0));
        let middle = strip.centre().y;
        let facts = &card.facts;
        let tag = look.level_tag(facts.level_word, facts.level, point(margin, middle), self.mm(10.0), items);
        let left = margin + tag + self.mm(5.0);
        let room = strip.right() - margin - left;
        let owner = [facts.department.as_str(), facts.person.as_str(), card.post.as_str()];
        let owner = owner.into_iter().filter(|own| !own.is_empty()).collect::<Vec<_>>().join("　");
        let place = if facts.location.is_empty() { owner } else { format!("{}　{owner}", facts.location) };
        let strong = TextStyle::bold(self.pt(14.5)).leading(1.3);
        let grey = TextStyle::regular(self.pt(11.0)).colour(Colour::GREY).leading(1.35);
        let lines = [Paragraph::new(facts.name.clone(), strong), Paragraph::new(place.trim(), grey)];
        let height = strong.line_height() + grey.line_height() + 1e-6;
        let block = fit(&lines, look.fonts, Size::new(room, height.max(self.mm(17.0))), 0.4).block;
        let top = middle - block.height() / 2.0;
        block.place(point(left, top), items);
        hairline(point(strip.x, strip.bottom()), point(strip.right(), strip.bottom()), items);
        rest
    }

    /// Numbers to call and where to gather.
    fn numbers(&self, card: &EmergencyCard, rest: Rect, margin: Mm, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let mut all = card.calls.clone();
        if !card.assembly_point.is_empty() {
            all.push(("集合点".to_owned(), card.assembly_point.clone()));
        }
        if all.is_empty() {
            return rest;
        }
        let (area, rest) = rest.split_bottom(self.mm(25.0));
        items.push(Item::fill(Path::rect(area), look.theme.ground));
        let pitch = (area.width - 2.0 * margin) / all.len() as f64;
        for (index, (name, number)) in all.iter().enumerate() {
            let x = area.x + margin + pitch * index as f64;
            let label = TextStyle::regular(self.pt(10.5)).colour(Colour::GREY);
            look.squeeze(name, &label, point(x, area.y + self.mm(8.0)), Anchor::Start, pitch * 0.94, items);
            let strong = TextStyle::bold(self.pt(18.0));
            let at = point(x, area.y + self.mm(17.0));
            look.squeeze(number, &strong, at, Anchor::Start, pitch * 0.9, items);
            if index > 0 {
                let line = x - self.mm(2.5);
                let path =
                    Path::line(point(line, area.y + self.mm(5.0)), point(line, area.bottom() - self.mm(4.0)));
                items.push(Item::stroke(path, Stroke::hairline(Colour::HAIRLINE)));
            }
        }
        rest
    }
}

/// Danger, steps, prohibitions and equipment in type of `points`.
fn paragraphs(card: &EmergencyCard, points: f64, air: f64) -> Vec<Paragraph> {
    let text = TextStyle::regular(points).leading(1.44);
    let large = TextStyle { face: Face::Bold, ..TextStyle::regular(points * 1.22).leading(1.5) };
    let head = TextStyle::bold(points * 0.74).colour(Colour::GREY).leading(1.66);
    let em = crate::layout::Pt(points).mm();
    let section = em * 0.6 * air;
    let mut all = Vec::new();
    let danger = card.hazards.join("；");
    if !danger.is_empty() || !card.omens.is_empty() {
        all.push(Paragraph::new("险情与征兆", head));
        let mut spans = vec![Span { text: danger.clone(), style: text }];
        if !card.omens.is_empty() {
            let between = if danger.is_empty() { "" } else { "　" };
            spans.push(Span { text: format!("{between}{}", card.omens), style: text.colour(Colour::GREY) });
        }
        all.push(Paragraph::rich(spans).align(Align::Justify).space_after(section));
    }
    if !card.steps.is_empty() {
        all.push(Paragraph::new("处置步骤", head));
        let width = em * if card.steps.len() > 9 { 2.1 } else { 1.6 };
        for (index, step) in card.steps.iter().enumerate() {
            let step = Paragraph::new(step.clone(), large).marker((index + 1).to_string(), large, width);
            all.push(step.space_after(em * 0.16 * air));
        }
        if let Some(last) = all.last_mut() {
            last.space_after = section;
        }
    }
    if !card.never.is_empty() {
        all.push(Paragraph::new("禁止", head));
        for text_of in &card.never {
            let mark = TextStyle { face: Face::Bold, ..text };
            all.push(
                Paragraph::new(text_of.clone(), text)
                    .marker("×", mark, em * 1.6)
                    .space_after(em * 0.08 * air),
            );
        }
        if let Some(last) = all.last_mut() {
            last.space_after = section;
        }
    }
    if !card.equipment.is_empty() {
        all.push(Paragraph::new("器材", head));
        all.push(Paragraph::new(card.equipment.join("、"), text));
    }
    all
}

//! 「应急处置卡」: what happened in large type, numbered steps, what never to do, whom to call.
//! Relies on one set of measures for A4; pocket cards have the same form with smaller type.
//! Must not know: which steps belong to which accident.

use super::Printed;
use super::drawings::Drawings;
use super::frame::{self, MarkPlace, hairline};
use super::look::Look;
use super::running::{LARGER, NOTABLY_SMALLER, TypeRange, cut, running};
use super::theme::Style;
use crate::content::{EmergencyCard, Fault, HazardNotice, Masthead, PointFacts, Problem, Sign};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Document, Face, Insets, Item, Mm, Page, Paragraph, Path, Rect, Size,
    Span, Stroke, TextStyle, Timestamp, fit, point, stack,
};
use domain::ColourSet;

/// What stands around the running text of a card.
struct Head<'c> {
    /// 「应急处置卡」
    label: &'static str,
    /// What happened, in large type.
    name: &'c str,
    facts: &'c PointFacts,
    post: &'c str,
    signs: &'c [Sign],
    calls: &'c [(String, String)],
    assembly_point: &'c str,
    masthead: &'c Masthead,
    colours: ColourSet,
    code: &'c str,
}

impl Head<'_> {
    fn piece(&self) -> String {
        format!("{} {} {}", self.label, self.facts.code, self.name)
    }

    fn title(&self) -> String {
        format!("{} {} {}", self.facts.code, self.name, self.facts.name)
    }
}

fn head(card: &EmergencyCard) -> Head<'_> {
    Head {
        label: "应急处置卡",
        name: &card.accident,
        facts: &card.facts,
        post: &card.post,
        signs: &card.signs,
        calls: &card.calls,
        assembly_point: &card.assembly_point,
        masthead: &card.masthead,
        colours: card.colours,
        code: &card.code,
    }
}

/// Lays the cards out, each with a bookmark, on pages of `size`. A lying page is a sheet to be folded in the middle.
pub fn emergency_cards<'a>(cards: &[EmergencyCard], style: impl Into<Style<'a>>, size: Size) -> Printed {
    let style = style.into();
    let mut book = Book::new("应急处置卡", cards.first().map(|own| &own.masthead), style);
    for card in cards {
        book.problems.extend(card.problems.iter().cloned());
        let head = head(card);
        if size.width > size.height {
            book.folded(
                &head,
                size,
                |points, air| front(card, points, air),
                |points, air| back(card, points, air),
            );
        } else {
            book.card(&head, size, |points, air| paragraphs(card, points, air));
        }
    }
    book.printed()
}

/// Lays the cards of what is harmful out, each with a bookmark, on pages of `size`.
pub fn hazard_notices<'a>(notices: &[HazardNotice], style: impl Into<Style<'a>>, size: Size) -> Printed {
    let mut book = Book::new("职业病危害告知卡", notices.first().map(|own| &own.masthead), style.into());
    for notice in notices {
        book.problems.extend(notice.problems.iter().cloned());
        if notice.exposure == notice.shipped_exposure {
            let fault = Fault::CheckLimit { agent: notice.name.clone(), limit: notice.exposure.clone() };
            // Once for each harmful thing, however many points have it.
            book.problems.push(Problem::new("职业病危害告知卡", fault));
        }
        let head = Head {
            label: "职业病危害告知卡",
            name: &notice.name,
            facts: &notice.facts,
            post: "",
            signs: &notice.signs,
            calls: &notice.calls,
            assembly_point: "",
            masthead: &notice.masthead,
            colours: notice.colours,
            code: &notice.code,
        };
        book.card(&head, size, |points, air| harm(notice, points, air));
    }
    book.printed()
}

/// Cards one after the other.
struct Book<'a> {
    style: Style<'a>,
    document: Document,
    drawings: Drawings<'a>,
    problems: Vec<Problem>,
    /// The piece of each page.
    owners: Vec<String>,
}

impl<'a> Book<'a> {
    fn new(title: &str, masthead: Option<&Masthead>, style: Style<'a>) -> Book<'a> {
        let document = match masthead {
            Some(masthead) => frame::document(title, title, masthead, ""),
            None => Document::new(title, Timestamp::EPOCH),
        };
        Book {
            style,
            document,
            drawings: Drawings::new(style.fonts),
            problems: Vec::new(),
            owners: Vec::new(),
        }
    }

    fn printed(self) -> Printed {
        let owners = self.owners;
        Printed::new(self.document, self.problems, |page| owners.get(page).cloned().unwrap_or_default())
    }

    fn add(&mut self, head: &Head<'_>, pages: Vec<Page>, scale: f64) {
        let sheets = pages.len();
        self.document.outline.push(Bookmark::new(head.title(), self.document.pages.len()));
        self.owners.extend(pages.iter().map(|_| head.piece()));
        self.document.pages.extend(pages);
        if sheets > 1 {
            self.problems.push(Problem::new(head.piece(), Fault::Continued { sheets }));
        } else if scale < NOTABLY_SMALLER {
            let percent = (scale * 100.0).round() as u32;
            self.problems.push(Problem::new(head.piece(), Fault::Shrunk { percent }));
        }
    }

    /// A card with all its text, and further ones where it goes on.
    fn card(&mut self, head: &Head<'_>, size: Size, make: impl Fn(f64, f64) -> Vec<Paragraph>) {
        let form = Form::new(self.style, size, head.colours);
        let mut page = Page::new(size);
        let body = form.frame(head, false, &mut self.drawings, &mut page.items);
        let set = running(make, form.range(), self.style.fonts, body.size());
        set.here.place(body.origin(), &mut page.items);
        let mut pages = vec![page];
        let mut rest = set.rest;
        while let Some(block) = rest.take() {
            let mut page = Page::new(size);
            let body = form.frame(head, true, &mut self.drawings, &mut page.items);
            let (here, after) = cut(block, body.height);
            here.place(body.origin(), &mut page.items);
            pages.push(page);
            rest = after;
        }
        self.add(head, pages, set.scale);
    }

    /// A sheet to be folded: what to do on the right, which becomes the front; what else to know on the left.
    fn folded(
        &mut self,
        head: &Head<'_>,
        size: Size,
        front: impl Fn(f64, f64) -> Vec<Paragraph>,
        back: impl Fn(f64, f64) -> Vec<Paragraph>,
    ) {
        let half = Size::new(size.width / 2.0, size.height);
        let form = Form::new(self.style, half, head.colours);
        let (mut pages, mut scale) = (Vec::new(), 1.0_f64);
        let (mut rest_front, mut rest_back) = (None, None);
        loop {
            let first = pages.is_empty();
            let mut right: Vec<Item> = Vec::new();
            let body = form.frame(head, !first, &mut self.drawings, &mut right);
            let mut left: Vec<Item> = Vec::new();
            let area = form.back(head, &mut left);
            if first {
                for (place, set, rest, items) in [
                    (
                        body,
                        running(&front, form.range(), self.style.fonts, body.size()),
                        &mut rest_front,
                        &mut right,
                    ),
                    (
                        area,
                        running(&back, form.range(), self.style.fonts, area.size()),
                        &mut rest_back,
                        &mut left,
                    ),
                ] {
                    scale = scale.min(set.scale);
                    set.here.place(place.origin(), items);
                    *rest = set.rest;
                }
            } else {
                for (place, rest, items) in
                    [(body, &mut rest_front, &mut right), (area, &mut rest_back, &mut left)]
                {
                    if let Some(block) = rest.take() {
                        let (here, after) = cut(block, place.height);
                        here.place(place.origin(), items);
                        *rest = after;
                    }
                }
            }
            for item in &mut right {
                item.translate(half.width, 0.0);
            }
            let mut page = Page::new(size);
            page.items.extend(left);
            page.items.extend(right);
            let fold = Path::line(point(half.width, 0.0), point(half.width, size.height));
            let line = Stroke::hairline(Colour::GREY).dashed(vec![1.4, 1.2]);
            page.items.push(Item::stroke(fold, line));
            pages.push(page);
            if rest_front.is_none() && rest_back.is_none() {
                break;
            }
        }
        self.add(head, pages, scale);
    }
}

struct Form<'a> {
    look: Look<'a>,
    size: Size,
    /// Lengths are multiplied by this; 1 is A4.
    k: f64,
}

impl<'a> Form<'a> {
    fn new(style: Style<'a>, size: Size, colours: ColourSet) -> Form<'a> {
        let k = (size.width / 210.0).min(size.height / 297.0);
        Form { look: Look::new(style, k, colours), size, k }
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
        TypeRange { usual: self.pt(22.0), smallest, largest: LARGER }
    }

    /// Everything but the running text. Gives the room for it.
    fn frame(
        &self,
        card: &Head<'_>,
        goes_on: bool,
        drawings: &mut Drawings<'_>,
        items: &mut Vec<Item>,
    ) -> Rect {
        let margin = self.mm(14.0);
        let rest = self.top(card, goes_on, margin, items);
        let rest = self.strip(card, rest, margin, items);
        let (calls, rest) = rest.split_bottom(self.mm(25.0));
        frame::calls(&self.look, card.masthead, card.code, calls, margin, MarkPlace::Foot, items);
        let rest = self.numbers(card, rest, margin, items);
        let mut body =
            rest.inset(Insets { top: self.mm(6.5), right: margin, bottom: self.mm(4.0), left: margin });
        if !card.signs.is_empty() && !goes_on {
            let (side, main) = body.split_right(self.mm(34.0));
            let side = side.inset(Insets { left: self.mm(6.0), ..Insets::all(0.0) });
            let pitch = self.mm(39.0);
            for (index, sign) in card.signs.iter().enumerate() {
                let area = Rect::new(side.x, side.y + pitch * index as f64, side.width, pitch);
                drawings.row(&self.look, std::slice::from_ref(sign), area, self.mm(27.0), items);
            }
            body = main;
        }
        body
    }

    /// The back of a folded card: whose it is, and room for what else to know.
    fn back(&self, card: &Head<'_>, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let margin = self.mm(14.0);
        let (bar, rest) = self.size.rect().split_top(self.mm(34.0));
        items.push(Item::fill(Path::rect(bar), look.theme.ground));
        let room = bar.width - 2.0 * margin;
        let strong = TextStyle::title(look.fonts, self.pt(17.0));
        let at = point(margin, bar.y + bar.height * 0.38);
        look.squeeze(&card.facts.name, &strong, at, Anchor::Start, room, items);
        let small = TextStyle::regular(self.pt(11.0)).colour(Colour::GREY);
        let words = format!("{}　{}", card.facts.code, card.masthead.organisation);
        let at = point(margin, bar.y + bar.height * 0.72);
        look.squeeze(&words, &small, at, Anchor::Start, room, items);
        rest.inset(Insets { top: self.mm(6.5), right: margin, bottom: self.mm(4.0), left: margin })
    }

    /// The accident, large, on ink.
    fn top(&self, card: &Head<'_>, goes_on: bool, margin: Mm, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let room = self.size.width - 2.0 * margin;
        let name = if goes_on { format!("{}（续）", card.name) } else { card.name.to_owned() };
        let style =
            TextStyle::title(look.fonts, self.pt(46.0)).colour(Colour::WHITE).leading(1.2).tracking(0.03);
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
        look.put(card.label, &label, at, Anchor::End, items);
        let code = TextStyle::regular(self.pt(11.0)).colour(look.theme.on_ink);
        let at = point(bar.right() - margin, bar.centre().y + self.mm(5.0));
        look.squeeze(&card.facts.code, &code, at, Anchor::End, room * 0.3, items);
        rest
    }

    /// The point's level, name, place and owner.
    fn strip(&self, card: &Head<'_>, rest: Rect, margin: Mm, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let (strip, rest) = rest.split_top(self.mm(20.0));
        let middle = strip.centre().y;
        let facts = card.facts;
        let tag = look.level_tag(facts.level_word, facts.level, point(margin, middle), self.mm(10.0), items);
        let left = margin + tag + self.mm(5.0);
        let room = strip.right() - margin - left;
        let owner = [facts.department.as_str(), facts.person.as_str(), card.post];
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
    fn numbers(&self, card: &Head<'_>, rest: Rect, margin: Mm, items: &mut Vec<Item>) -> Rect {
        let look = &self.look;
        let mut all = card.calls.to_vec();
        if !card.assembly_point.is_empty() {
            all.push(("集合点".to_owned(), card.assembly_point.to_owned()));
        }
        if all.is_empty() {
            return rest;
        }
        let (area, rest) = rest.split_bottom(self.mm(25.0));
        items.push(Item::fill(Path::rect(area), look.theme.ground));
        // Columns are as wide as what they say; all numbers have one size, and what is left stands between them.
        let label = TextStyle::regular(self.pt(10.5)).colour(Colour::GREY);
        let strong = TextStyle::bold(self.pt(18.0));
        let width =
            |(name, number): &(String, String)| look.width(name, &label).max(look.width(number, &strong));
        let room = area.width - 2.0 * margin;
        let gaps = all.len().saturating_sub(1) as f64;
        let words: Mm = all.iter().map(&width).sum();
        let k = ((room - self.mm(7.0) * gaps) / words.max(0.1)).clamp(0.3, 1.0);
        let gap = if gaps > 0.0 { ((room - words * k) / gaps).clamp(0.0, self.mm(22.0)) } else { 0.0 };
        let scaled = |style: TextStyle| TextStyle { size: style.size.scaled(k), ..style };
        let mut x = area.x + margin;
        for (index, own) in all.iter().enumerate() {
            let (name, number) = own;
            look.put(name, &scaled(label), point(x, area.y + self.mm(8.0)), Anchor::Start, items);
            look.put(number, &scaled(strong), point(x, area.y + self.mm(17.0)), Anchor::Start, items);
            if index > 0 {
                let line = x - gap / 2.0;
                let path =
                    Path::line(point(line, area.y + self.mm(5.0)), point(line, area.bottom() - self.mm(4.0)));
                items.push(Item::stroke(path, Stroke::hairline(Colour::HAIRLINE)));
            }
            x += width(own) * k + gap;
        }
        rest
    }
}

/// Danger, steps, prohibitions and equipment in type of `points`.
fn paragraphs(card: &EmergencyCard, points: f64, air: f64) -> Vec<Paragraph> {
    let mut all = front(card, points, air);
    if let Some(last) = all.last_mut() {
        last.space_after = crate::layout::Pt(points).mm() * 0.6 * air;
    }
    all.extend(back(card, points, air));
    all
}

fn heading(points: f64) -> TextStyle {
    TextStyle::bold(points * 0.74).colour(Colour::GREY).leading(1.66)
}

/// Danger and steps.
fn front(card: &EmergencyCard, points: f64, air: f64) -> Vec<Paragraph> {
    let text = TextStyle::regular(points).leading(1.44);
    let large = TextStyle { face: Face::Bold, ..TextStyle::regular(points * 1.22).leading(1.5) };
    let em = crate::layout::Pt(points).mm();
    let section = em * 0.6 * air;
    let mut all = Vec::new();
    let danger = card.hazards.join("；");
    if !danger.is_empty() || !card.omens.is_empty() {
        all.push(Paragraph::new("险情与征兆", heading(points)));
        let mut spans = vec![Span { text: danger.clone(), style: text }];
        if !card.omens.is_empty() {
            let between = if danger.is_empty() { "" } else { "　" };
            spans.push(Span { text: format!("{between}{}", card.omens), style: text.colour(Colour::GREY) });
        }
        all.push(Paragraph::rich(spans).align(Align::Justify).space_after(section));
    }
    if !card.steps.is_empty() {
        all.push(Paragraph::new("处置步骤", heading(points)));
        let width = em * if card.steps.len() > 9 { 2.1 } else { 1.6 };
        for (index, step) in card.steps.iter().enumerate() {
            let step = Paragraph::new(step.clone(), large).marker((index + 1).to_string(), large, width);
            all.push(step.space_after(em * 0.16 * air));
        }
    }
    all
}

/// What never to do, and equipment.
fn back(card: &EmergencyCard, points: f64, air: f64) -> Vec<Paragraph> {
    let text = TextStyle::regular(points).leading(1.44);
    let em = crate::layout::Pt(points).mm();
    let mut all = Vec::new();
    if !card.never.is_empty() {
        all.push(Paragraph::new("禁止", heading(points)));
        for never in &card.never {
            let mark = TextStyle { face: Face::Bold, ..text };
            let own = Paragraph::new(never.clone(), text).marker("×", mark, em * 1.6);
            all.push(own.space_after(em * 0.08 * air));
        }
        if let Some(last) = all.last_mut() {
            last.space_after = em * 0.6 * air;
        }
    }
    if !card.equipment.is_empty() {
        all.push(Paragraph::new("器材", heading(points)));
        all.push(Paragraph::new(card.equipment.join("、"), text));
    }
    all
}

/// What it does to health, what it is, what to do, how to be safe.
fn harm(notice: &HazardNotice, points: f64, air: f64) -> Vec<Paragraph> {
    let text = TextStyle::regular(points).leading(1.44);
    let em = crate::layout::Pt(points).mm();
    let mut all = Vec::new();
    let strong = TextStyle { face: Face::Bold, ..text };
    let exposure = vec![notice.exposure.clone()];
    for (title, lines, style) in [
        ("健康危害", &notice.health, strong),
        ("理化特性", &notice.nature, text),
        ("应急处理", &notice.emergency, strong),
        ("防护措施", &notice.protection, text),
        ("接触限值", &exposure, text),
    ] {
        all.push(Paragraph::new(title, heading(points)));
        for line in lines {
            let own = Paragraph::new(line.clone(), style).marker("·", strong, em * 0.9);
            all.push(own.space_after(em * 0.1 * air));
        }
        if let Some(last) = all.last_mut() {
            last.space_after = em * 0.6 * air;
        }
    }
    all
}

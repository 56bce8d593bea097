//! 「宣传海报」: a field of ink with the title, parts below each other, slogan and organisation at the foot.
//! Relies on one set of measures for A2; type is as large as the parts leave room, and spare room goes between them.
//! Must not know: what the posters are about.

use super::Printed;
use super::frame::{self, MarkPlace};
use super::look::Look;
use super::theme::Style;
use crate::content::{Fault, Poster, PosterBlock, PosterForm, Problem};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Insets, Item, Mm, Page, Paragraph, Path, Point, Rect, Size, TextStyle,
    point, stack,
};
use domain::RiskLevel;

/// Sizes of type that are tried, the largest first; 1 is what A2 has usually.
const SCALES: [f64; 14] = [1.9, 1.7, 1.5, 1.35, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

/// Lays a poster out on a standing page of `size`.
pub fn poster<'a>(poster: &Poster, style: impl Into<Style<'a>>, size: Size) -> Printed {
    let scale = (size.width / 420.0).min(size.height / 594.0);
    let look = Look::new(style.into(), scale, poster.colours);
    let mut document = frame::document(&poster.title, "宣传海报", &poster.masthead, &poster.code);
    let mut page = Page::new(size);
    let margin = look.mm(30.0);
    let rest = top(&look, poster, size, margin, &mut page.items);
    let (foot, rest) = rest.split_bottom(look.mm(46.0));
    frame::calls(&look, &poster.masthead, &poster.code, foot, margin, MarkPlace::Elsewhere, &mut page.items);
    let body = rest.inset(Insets::symmetric(look.mm(20.0), margin));
    let mut problems = Vec::new();
    let gap = look.mm(13.0);
    let gaps = gap * poster.blocks.len().saturating_sub(1) as f64;
    let heights = |k: f64| -> Vec<Mm> {
        poster.blocks.iter().map(|own| Part { look, poster, block: own, k }.height(body.width)).collect()
    };
    let fits = |k: &&f64| heights(**k).iter().sum::<Mm>() + gaps <= body.height;
    let k = SCALES.iter().find(fits).copied();
    if k.is_none_or(|own| own < 0.7) {
        let percent = (k.unwrap_or(0.3) * 100.0).round() as u32;
        problems.push(Problem::new(format!("海报 {}", poster.title), Fault::Shrunk { percent }));
    }
    let k = k.unwrap_or(0.3);
    let heights = heights(k);
    let spare = (body.height - heights.iter().sum::<Mm>() - gaps).max(0.0);
    // What is left over stands between the parts and around them, never as a hole at the foot.
    let apart = spare / (heights.len() + 1) as f64;
    let mut y = body.y + apart;
    for (block, height) in poster.blocks.iter().zip(heights) {
        let area = Rect::new(body.x, y, body.width, height);
        Part { look, poster, block, k }.draw(area, &mut page.items);
        y += height + gap + apart;
    }
    document.outline.push(Bookmark::new(poster.title.clone(), 0));
    document.pages.push(page);
    Printed::new(document, problems, |_| format!("海报 {}", poster.title))
}

/// The title on ink, with the organisation above and the lead below.
fn top(look: &Look<'_>, poster: &Poster, size: Size, margin: Mm, items: &mut Vec<Item>) -> Rect {
    let theme = look.theme;
    let room = size.width - 2.0 * margin;
    let title =
        TextStyle { tracking: theme.tracking * 0.6, ..look.title(82.0).colour(Colour::WHITE).leading(1.22) };
    let lead = look.regular(27.0).colour(theme.on_ink).leading(1.5);
    let lines = [
        Paragraph::new(
            poster.masthead.organisation.clone(),
            look.bold(20.0).colour(theme.on_ink).leading(1.6),
        ),
        Paragraph::new(poster.title.clone(), title).space_after(look.mm(7.0)),
        Paragraph::new(poster.lead.clone(), lead),
    ];
    // The mark of the organisation stands before its name.
    let radius = look.mm(8.5);
    let beside = 2.0 * radius + look.mm(5.0);
    let (name, others) = lines.split_at(1);
    let name = stack(name, look.fonts, room - beside);
    let block = stack(others, look.fonts, room);
    let apart = look.mm(7.0);
    let height = name.height() + apart + block.height();
    let (bar, rest) = size.rect().split_top(height + look.mm(52.0));
    items.push(Item::fill(Path::rect(bar), theme.ink));
    let (edge, _) = rest.split_top(look.mm(5.0));
    items.push(Item::fill(Path::rect(edge), theme.accent));
    let top = bar.centre().y - height / 2.0;
    let under = top + name.height() + apart;
    let line = name.lines().first().map_or(0.0, |own| own.height);
    let centre = point(margin + radius, top + line / 2.0);
    let marked = frame::mark(look, &poster.masthead, centre, radius, Colour::WHITE, items);
    name.place(point(if marked { margin + beside } else { margin }, top), items);
    block.place(point(margin, under), items);
    rest
}

/// A part at a size of type.
#[derive(Clone, Copy)]
struct Part<'p> {
    look: Look<'p>,
    poster: &'p Poster,
    block: &'p PosterBlock,
    k: f64,
}

impl Part<'_> {
    fn mm(&self, length: Mm) -> Mm {
        self.look.mm(length) * self.k
    }

    fn text(&self, points: f64) -> TextStyle {
        self.look.regular(points * self.k).leading(1.5)
    }

    fn strong(&self, points: f64) -> TextStyle {
        self.look.bold(points * self.k).leading(1.4)
    }

    fn heading(&self) -> Mm {
        if self.block.heading.is_empty() { 0.0 } else { self.mm(19.0) }
    }

    fn height(&self, width: Mm) -> Mm {
        self.heading() + self.body(Rect::new(0.0, 0.0, width, 0.0), &mut Vec::new())
    }

    fn draw(&self, area: Rect, items: &mut Vec<Item>) {
        if !self.block.heading.is_empty() {
            let middle = area.y + self.mm(6.0);
            let bar = Rect::new(area.x, middle - self.mm(6.0), self.mm(3.4), self.mm(12.0));
            items.push(Item::fill(Path::rect(bar), self.look.theme.accent));
            let at = point(area.x + self.mm(9.0), middle);
            self.look.squeeze(
                &self.block.heading,
                &self.strong(34.0),
                at,
                Anchor::Start,
                area.width - self.mm(9.0),
                items,
            );
        }
        let rest = Rect { y: area.y + self.heading(), ..area };
        self.body(rest, items);
    }

    /// Draws the lines from the top of `area` and gives how high they are.
    fn body(&self, area: Rect, items: &mut Vec<Item>) -> Mm {
        match self.block.form {
            PosterForm::Text => self.paragraphs(area, items),
            PosterForm::Steps => self.steps(area, items),
            PosterForm::Pair => self.pair(area, items),
            PosterForm::Levels => self.levels(area, items),
            PosterForm::Verses => self.verses(area, items),
        }
    }

    fn paragraphs(&self, area: Rect, items: &mut Vec<Item>) -> Mm {
        let lines: Vec<Paragraph> = self
            .block
            .lines
            .iter()
            .map(|(_, text)| Paragraph::new(text.clone(), self.text(25.0)).align(Align::Justify))
            .collect();
        let block = stack(&lines, self.look.fonts, area.width);
        let height = block.height();
        block.place(area.origin(), items);
        height
    }

    /// Numbered fields, two or three in a row.
    fn steps(&self, area: Rect, items: &mut Vec<Item>) -> Mm {
        let columns = if self.block.lines.len() == 4 { 4 } else { 2 };
        let gutter = self.mm(8.0);
        let width = (area.width - gutter * (columns - 1) as f64) / columns as f64;
        let pad = self.mm(8.0);
        let mark = self.mm(15.0);
        let cells: Vec<_> = self
            .block
            .lines
            .iter()
            .map(|(name, text)| {
                let lines = [
                    Paragraph::new(name.clone(), self.strong(27.0)).space_after(self.mm(1.5)),
                    Paragraph::new(text.clone(), self.text(20.0).colour(Colour::GREY)),
                ];
                stack(&lines, self.look.fonts, width - 2.0 * pad - mark)
            })
            .collect();
        let mut y = area.y;
        let mut number = 0;
        let mut rows: Vec<Vec<crate::layout::TextBlock>> = Vec::new();
        for cell in cells {
            match rows.last_mut().filter(|row| row.len() < columns) {
                Some(row) => row.push(cell),
                None => rows.push(vec![cell]),
            }
        }
        for row in rows {
            let high = row.iter().map(crate::layout::TextBlock::height).fold(0.0, f64::max) + 2.0 * pad;
            for (column, cell) in row.into_iter().enumerate() {
                number += 1;
                let x = area.x + (width + gutter) * column as f64;
                let frame = Rect::new(x, y, width, high);
                items.push(Item::fill(self.look.panel(frame), self.look.theme.ground));
                let at = point(x + pad + mark * 0.32, y + pad + self.mm(5.6));
                self.disc(&number.to_string(), at, self.mm(6.4), items);
                cell.place(point(x + pad + mark, y + pad), items);
            }
            y += high + gutter;
        }
        (y - area.y - gutter).max(0.0)
    }

    fn disc(&self, words: &str, at: Point, radius: Mm, items: &mut Vec<Item>) {
        items.push(Item::fill(Path::circle(at, radius), self.look.theme.ink));
        let style = TextStyle::bold(radius * 3.0).colour(Colour::WHITE);
        self.look.put(words, &style, at, Anchor::Middle, items);
    }

    fn pair(&self, area: Rect, items: &mut Vec<Item>) -> Mm {
        let gutter = self.mm(10.0);
        let width = (area.width - gutter) / 2.0;
        let pad = self.mm(11.0);
        let cells: Vec<_> = self
            .block
            .lines
            .iter()
            .map(|(name, text)| {
                let name = Paragraph::new(name.clone(), self.strong(33.0).colour(self.look.theme.accent));
                let text = Paragraph::new(text.clone(), self.text(24.0)).align(Align::Justify);
                stack(&[name.space_after(self.mm(3.0)), text], self.look.fonts, width - 2.0 * pad)
            })
            .collect();
        let high = cells.iter().map(crate::layout::TextBlock::height).fold(0.0, f64::max) + 2.0 * pad;
        for (index, cell) in cells.into_iter().enumerate() {
            let frame = Rect::new(area.x + (width + gutter) * index as f64, area.y, width, high);
            let line = self.look.line(self.look.theme.accent, 0.9);
            items.push(Item::shape(self.look.panel(frame), Colour::WHITE, line));
            cell.place(point(frame.x + pad, frame.y + pad), items);
        }
        high
    }

    /// A bar for each level in its colour, with how many points of this organisation have it.
    fn levels(&self, area: Rect, items: &mut Vec<Item>) -> Mm {
        let pad = self.mm(10.0);
        let label = self.mm(98.0);
        let mut y = area.y;
        for (index, (level, (name, text))) in
            RiskLevel::DESCENDING.into_iter().zip(&self.block.lines).enumerate()
        {
            let own = self.look.level(Some(level));
            let text = Paragraph::new(text.clone(), self.text(24.0)).align(Align::Justify);
            let words = stack(&[text], self.look.fonts, area.width - label - 2.0 * pad);
            let high = (words.height() + 2.0 * pad).max(self.mm(44.0));
            let frame = Rect::new(area.x, y, area.width, high);
            let line = self.look.line(own.outline, 0.6);
            items.push(Item::shape(Path::rect(frame), Colour::WHITE, line));
            let (bar, rest) = frame.split_left(label);
            items.push(Item::fill(Path::rect(bar), own.fill));
            let at = point(bar.centre().x, bar.centre().y - self.mm(5.0));
            let strong = self.strong(40.0).colour(own.text);
            self.look.squeeze(name, &strong, at, Anchor::Middle, label * 0.88, items);
            let count = self.poster.counts.get(index).map_or(0, |own| own.1);
            let small = self.text(19.0).colour(own.text);
            let at = point(bar.centre().x, bar.centre().y + self.mm(11.0));
            let words_of = format!("{} · 本单位 {count} 处", colour_word(level));
            self.look.squeeze(&words_of, &small, at, Anchor::Middle, label * 0.88, items);
            let height = words.height();
            words.place(point(rest.x + pad, frame.centre().y - height / 2.0), items);
            y += high + self.mm(6.0);
        }
        y - area.y - self.mm(6.0)
    }

    fn verses(&self, area: Rect, items: &mut Vec<Item>) -> Mm {
        let pitch = self.mm(27.0);
        let half = area.width / 2.0;
        for (index, (first, second)) in self.block.lines.iter().enumerate() {
            let y = area.y + pitch * (index as f64 + 0.5);
            if index % 2 == 0 {
                let stripe = Rect::new(area.x, y - pitch / 2.0, area.width, pitch);
                items.push(Item::fill(self.look.panel(stripe), self.look.theme.ground));
            }
            let style = self.strong(38.0);
            let middle = area.x + half;
            let room = half - self.mm(18.0);
            self.look.squeeze(first, &style, point(middle - self.mm(9.0), y), Anchor::End, room, items);
            self.look.squeeze(second, &style, point(middle + self.mm(9.0), y), Anchor::Start, room, items);
            items.push(Item::fill(Path::circle(point(middle, y), self.mm(1.6)), self.look.theme.accent));
        }
        pitch * self.block.lines.len() as f64
    }
}

fn colour_word(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::Major => "红色",
        RiskLevel::High => "橙色",
        RiskLevel::Medium => "黄色",
        RiskLevel::Low => "蓝色",
    }
}

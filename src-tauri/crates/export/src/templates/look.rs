//! Type sizes, colours and small marks that all prints share.
//! Relies on the one table of risk colours in `domain`.
//! Must not know: which print is made.

use super::theme::{Style, Theme};
use crate::content::Masthead;
use crate::layout::{
    Anchor, Colour, Fonts, Hatch, HatchKind, Item, Mm, Path, Point, Pt, Rect, Stroke, TextRun, TextStyle,
    Timestamp, point,
};
use chrono::Datelike as _;
use domain::{ColourSet, RiskLevel};

/// How a level looks on paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelLook {
    /// The full colour.
    pub(super) fill: Colour,
    /// Words on it.
    pub(super) text: Colour,
    /// A line around it.
    pub(super) outline: Colour,
    /// Lines over its tint.
    pub(super) hatch: Option<Hatch>,
    /// Strength of the colour on a zone: yellow needs more of it than blue to be seen.
    pub(super) tint: f64,
}

/// Fonts, the scale of type and measures, and the project's colours.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) fonts: &'a Fonts,
    /// Every length and type size is multiplied by this.
    pub(super) scale: f64,
    pub(super) colours: ColourSet,
    pub(super) theme: &'a Theme,
}

/// A colour of the domain as one of the layout.
pub(super) fn ink(colour: domain::Colour) -> Colour {
    Colour { rgb: colour.rgb, cmyk: colour.cmyk }
}

/// The colour half-way between two.
fn between(a: Colour, b: Colour) -> Colour {
    let mean = |a: u8, b: u8| ((u16::from(a) + u16::from(b)) / 2) as u8;
    Colour {
        rgb: std::array::from_fn(|i| mean(a.rgb[i], b.rgb[i])),
        cmyk: std::array::from_fn(|i| mean(a.cmyk[i], b.cmyk[i])),
    }
}

/// The day of a masthead as a document's date.
pub(super) fn created(masthead: &Masthead) -> Timestamp {
    let day = masthead.day;
    let date = u16::try_from(day.year()).ok().and_then(|year| {
        Timestamp::date(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?)
    });
    date.unwrap_or(Timestamp::EPOCH)
}

impl<'a> Look<'a> {
    /// The look of a print at `scale`.
    pub(super) fn new(style: Style<'a>, scale: f64, colours: ColourSet) -> Look<'a> {
        Look { fonts: style.fonts, scale, colours, theme: style.theme }
    }

    /// A panel with the theme's corners.
    pub(super) fn panel(&self, frame: Rect) -> Path {
        let radius = self.mm(self.theme.corner).min(frame.width / 2.0).min(frame.height / 2.0);
        if radius > 0.01 { Path::rounded_rect(frame, radius) } else { Path::rect(frame) }
    }

    /// The level's word on its colour, `height` high, its left middle at `at`. Gives its width.
    pub(super) fn level_tag(
        &self,
        word: &str,
        level: Option<RiskLevel>,
        at: Point,
        height: Mm,
        items: &mut Vec<Item>,
    ) -> Mm {
        let own = self.level(level);
        let style = TextStyle::bold(height / crate::layout::MM_PER_PT * 0.6).colour(own.text);
        let width = self.width(word, &style) + height * 0.9;
        let frame = Rect::new(at.x, at.y - height / 2.0, width, height);
        let line = Stroke::new(own.outline, height * 0.02 + 0.08);
        items.push(Item::shape(self.panel(frame), own.fill, line));
        self.put(word, &style, frame.centre(), Anchor::Middle, items);
        width
    }

    /// A length at this scale.
    pub(super) fn mm(&self, length: Mm) -> Mm {
        length * self.scale
    }

    /// Regular type of `points` at this scale.
    pub(super) fn regular(&self, points: f64) -> TextStyle {
        TextStyle::regular(points * self.scale)
    }

    /// Bold type of `points` at this scale.
    pub(super) fn bold(&self, points: f64) -> TextStyle {
        TextStyle::bold(points * self.scale)
    }

    /// Titles of `points` at this scale.
    pub(super) fn title(&self, points: f64) -> TextStyle {
        TextStyle::title(self.fonts, points * self.scale)
    }

    /// A line of `width` millimetres at this scale.
    pub(super) fn line(&self, colour: Colour, width: Mm) -> Stroke {
        Stroke::new(colour, width * self.scale)
    }

    /// How a level looks; grey for 未评价.
    pub(super) fn level(&self, level: Option<RiskLevel>) -> LevelLook {
        let Some(level) = level else {
            let hatch = Hatch {
                kind: HatchKind::Lines { degrees: 0.0 },
                spacing: self.mm(2.2),
                width: self.mm(0.18),
                colour: Colour::GREY.tint(0.6),
            };
            return LevelLook {
                fill: Colour::WHITE,
                text: Colour::INK,
                outline: Colour::GREY,
                hatch: Some(hatch),
                tint: 0.0,
            };
        };
        let own = self.colours.of(level);
        let (fill, outline) = (ink(own.fill), ink(own.outline));
        let hatch = |kind, spacing, width, colour| {
            Some(Hatch { kind, spacing: self.mm(spacing), width: self.mm(width), colour })
        };
        let hatch = match own.hatch {
            domain::Hatch::Plain => None,
            domain::Hatch::Dots => hatch(HatchKind::Dots, 2.3, 0.5, between(fill, outline)),
            domain::Hatch::Diagonal => hatch(HatchKind::Diagonal, 2.6, 0.32, fill),
            domain::Hatch::Cross => hatch(HatchKind::Cross, 2.6, 0.28, fill),
        };
        let tint = match level {
            RiskLevel::Major | RiskLevel::High => 0.5,
            RiskLevel::Medium => 0.6,
            RiskLevel::Low => 0.42,
        };
        LevelLook { fill, text: ink(own.text), outline, hatch, tint }
    }

    /// Width of a line of text.
    pub(super) fn width(&self, text: &str, style: &TextStyle) -> Mm {
        TextRun::line(self.fonts, text, style).advance
    }

    /// A line of text by the middle of its height.
    pub(super) fn put(
        &self,
        text: &str,
        style: &TextStyle,
        at: Point,
        anchor: Anchor,
        items: &mut Vec<Item>,
    ) {
        if !text.is_empty() {
            items.push(Item::Text(TextRun::centred(self.fonts, text, style, at, anchor)));
        }
    }

    /// A line of text by the middle of its height, set smaller where it is wider than `room`.
    pub(super) fn squeeze(
        &self,
        text: &str,
        style: &TextStyle,
        at: Point,
        anchor: Anchor,
        room: Mm,
        items: &mut Vec<Item>,
    ) {
        let width = self.width(text, style);
        let mut style = *style;
        if width > room && width > 0.0 {
            style.size = Pt(style.size.0 * room / width);
        }
        self.put(text, &style, at, anchor, items);
    }

    /// A numbered disc in the colour of a level.
    pub(super) fn badge(
        &self,
        mark: &str,
        level: Option<RiskLevel>,
        at: Point,
        radius: Mm,
        items: &mut Vec<Item>,
    ) {
        let look = self.level(level);
        items.push(Item::shape(Path::circle(at, radius), look.fill, self.line(Colour::INK, 0.25)));
        let points = radius * 2.9 * [1.0, 0.92, 0.74][mark.chars().count().clamp(1, 3) - 1];
        let style = TextStyle::bold(points).colour(look.text);
        self.squeeze(mark, &style, at, Anchor::Middle, radius * 1.7, items);
    }

    /// A square tag with the code of a building, for points without a pin.
    pub(super) fn tag(
        &self,
        mark: &str,
        level: Option<RiskLevel>,
        at: Point,
        radius: Mm,
        items: &mut Vec<Item>,
    ) {
        let look = self.level(level);
        let side = radius * 1.76;
        let frame = Rect::new(at.x - side / 2.0, at.y - side / 2.0, side, side);
        items.push(Item::shape(
            Path::rounded_rect(frame, radius * 0.22),
            look.fill,
            self.line(Colour::INK, 0.25),
        ));
        let mark = if mark.is_empty() { "·" } else { mark };
        let style = TextStyle::bold(radius * 2.7).colour(look.text);
        self.squeeze(mark, &style, at, Anchor::Middle, side * 0.86, items);
    }

    /// A heading with a bar before it, the middle of its height at `at`.
    pub(super) fn heading(&self, text: &str, at: Point, items: &mut Vec<Item>) {
        let bar = Rect::new(at.x, at.y - self.mm(2.2), self.mm(1.2), self.mm(4.4));
        items.push(Item::fill(Path::rect(bar), self.theme.accent));
        self.put(text, &self.title(11.5), point(at.x + self.mm(3.0), at.y), Anchor::Start, items);
    }
}

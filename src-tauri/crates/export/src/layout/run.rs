//! One line of text in one style: the string, where it starts, the exact spaces inside it and its width.
//! Relies on the font metrics and on the spacing rules.
//! Must not know: line breaking, pages, any file format.

use super::colour::Colour;
use super::fonts::{Face, Fonts};
use super::spacing;
use super::units::{Mm, Point, Pt, point};

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextStyle {
    /// Weight.
    pub face: Face,
    /// Type size.
    pub size: Pt,
    /// Ink.
    pub colour: Colour,
    /// Distance from line to line as a multiple of the size.
    pub leading: f64,
    /// Extra space after each character as a fraction of the size.
    pub tracking: f64,
    /// Light rim that keeps a label readable on hatching.
    pub halo: Option<Halo>,
}

impl Default for TextStyle {
    /// 10.5 pt (五号) regular in ink, lines 1.6 sizes apart.
    fn default() -> TextStyle {
        TextStyle {
            face: Face::Regular,
            size: Pt(10.5),
            colour: Colour::INK,
            leading: 1.6,
            tracking: 0.0,
            halo: None,
        }
    }
}

impl TextStyle {
    /// Regular weight at `points`, otherwise the default.
    pub fn regular(points: f64) -> TextStyle {
        TextStyle { size: Pt(points), ..TextStyle::default() }
    }

    /// Bold weight at `points`, otherwise the default.
    pub fn bold(points: f64) -> TextStyle {
        TextStyle { face: Face::Bold, size: Pt(points), ..TextStyle::default() }
    }

    /// As titles are set, at `points`, otherwise the default.
    pub fn title(fonts: &Fonts, points: f64) -> TextStyle {
        TextStyle { face: fonts.title_face(), ..TextStyle::bold(points) }
    }

    /// Other ink.
    #[must_use]
    pub fn colour(mut self, colour: Colour) -> TextStyle {
        self.colour = colour;
        self
    }

    /// Other line distance, as a multiple of the size.
    #[must_use]
    pub fn leading(mut self, leading: f64) -> TextStyle {
        self.leading = leading;
        self
    }

    /// Extra space after each character, as a fraction of the size.
    #[must_use]
    pub fn tracking(mut self, tracking: f64) -> TextStyle {
        self.tracking = tracking;
        self
    }

    /// With a rim of `width` millimetres.
    #[must_use]
    pub fn halo(mut self, colour: Colour, width: Mm) -> TextStyle {
        self.halo = Some(Halo { colour, width });
        self
    }

    /// Distance from line to line in millimetres.
    pub fn line_height(&self) -> Mm {
        self.size.mm() * self.leading
    }
}

/// A rim around letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Halo {
    /// Usually paper.
    pub colour: Colour,
    /// How far it reaches beyond the letters, in millimetres.
    pub width: Mm,
}

/// Extra (or taken away) space inside a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Byte in [`TextRun::text`] before which the space stands.
    pub at: usize,
    /// Its width in millimetres; negative when two marks move together.
    pub width: Mm,
    /// Where the character after it starts, in millimetres from the start of the run.
    pub x: Mm,
}

/// A drawn character that stands for other text: a missing glyph, or a long dash drawn as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    /// Byte of the drawn character in [`TextRun::text`].
    pub at: usize,
    /// What the author wrote.
    pub original: String,
    /// The fonts do not draw the original.
    pub missing: bool,
}

/// A line of text in one style, placed by its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Left end of the baseline.
    pub origin: Point,
    /// Turn around the origin, in degrees clockwise.
    pub rotation: f64,
    /// The characters drawn, all of which the face covers (when it covers anything at all).
    pub text: String,
    /// Spaces inside, in order.
    pub gaps: Vec<Gap>,
    /// Characters that stand for others, in order.
    pub stand_ins: Vec<StandIn>,
    /// Weight.
    pub face: Face,
    /// Type size.
    pub size: Pt,
    /// Ink.
    pub colour: Colour,
    /// Extra space after each character, in millimetres.
    pub tracking: Mm,
    /// Width from the origin to the end of the last character, in millimetres.
    pub advance: Mm,
    /// Rim.
    pub halo: Option<Halo>,
}

/// Which point of a line of text is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// Its left end.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl TextRun {
    /// Sets `text` on one line, starting at the origin of the page. Line ends inside become spaces.
    pub fn line(fonts: &Fonts, text: &str, style: &TextStyle) -> TextRun {
        let glyphs = glyphs(fonts, text, style, 0).into_iter().map(|g| match g {
            Glyph { hard_break: true, .. } => Glyph::blank(fonts, style, g.style),
            other => other,
        });
        let mut run = TextRun::empty(style);
        let mut x = 0.0;
        let mut previous = None;
        for glyph in glyphs {
            let gap = previous.map_or(0.0, |p| glyph.gap_after(p, style));
            x = run.push(&glyph, x, gap);
            previous = Some(glyph.shown);
        }
        run.finish(x);
        run
    }

    /// Sets `text` on one line with the given point of its baseline at `at`.
    pub fn label(fonts: &Fonts, text: &str, style: &TextStyle, at: Point, anchor: Anchor) -> TextRun {
        let mut run = TextRun::line(fonts, text, style);
        let shift = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => run.advance / 2.0,
            Anchor::End => run.advance,
        };
        run.origin = point(at.x - shift, at.y);
        run
    }

    /// Like [`TextRun::label`], with the middle of the characters' height at `at` instead of the baseline: for
    /// badges, table heads, labels on a map.
    pub fn centred(fonts: &Fonts, text: &str, style: &TextStyle, at: Point, anchor: Anchor) -> TextRun {
        let drop = fonts.metrics(style.face).han_centre * style.size.mm();
        TextRun::label(fonts, text, style, at.offset(0.0, drop), anchor)
    }

    /// The run as the author wrote it (without characters that are never drawn).
    pub fn original(&self) -> String {
        self.original_of(0..self.text.len())
    }

    /// Part of the run, given in bytes of [`TextRun::text`], as the author wrote it.
    pub fn original_of(&self, part: std::ops::Range<usize>) -> String {
        let mut original = String::with_capacity(part.len());
        let mut stand_ins = self.stand_ins.iter().skip_while(|s| s.at < part.start).peekable();
        for (at, c) in self.text.char_indices().skip_while(|(at, _)| *at < part.start) {
            if at >= part.end {
                break;
            }
            match stand_ins.next_if(|s| s.at == at) {
                Some(stand_in) => original.push_str(&stand_in.original),
                None => original.push(c),
            }
        }
        original
    }

    /// Characters the fonts do not draw.
    pub fn missing(&self) -> impl Iterator<Item = char> + '_ {
        self.stand_ins.iter().filter(|s| s.missing).flat_map(|s| s.original.chars())
    }

    pub(crate) fn empty(style: &TextStyle) -> TextRun {
        TextRun {
            origin: Point::default(),
            rotation: 0.0,
            text: String::new(),
            gaps: Vec::new(),
            stand_ins: Vec::new(),
            face: style.face,
            size: style.size,
            colour: style.colour,
            tracking: style.tracking * style.size.mm(),
            advance: 0.0,
            halo: style.halo,
        }
    }

    /// Adds a glyph after a gap; `x` and the result are ends measured from the start of the run.
    pub(crate) fn push(&mut self, glyph: &Glyph, x: Mm, gap: Mm) -> Mm {
        let x = x + gap;
        if gap != 0.0 && !self.text.is_empty() {
            self.gaps.push(Gap { at: self.text.len(), width: gap, x });
        }
        if let Some(original) = &glyph.original {
            self.stand_ins.push(StandIn {
                at: self.text.len(),
                original: original.clone(),
                missing: glyph.missing,
            });
        }
        self.text.push(glyph.shown);
        x + glyph.advance
    }

    /// The tracking after the last character is not part of the width.
    pub(crate) fn finish(&mut self, end: Mm) {
        self.advance = if self.text.is_empty() { 0.0 } else { end - self.tracking };
    }
}

/// A character ready for measuring.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// The character for line breaking: as written, so that a non-breaking space is one.
    pub(crate) written: char,
    /// The character drawn.
    pub(crate) shown: char,
    /// What it stands for, when that is something else.
    pub(crate) original: Option<String>,
    pub(crate) missing: bool,
    pub(crate) hard_break: bool,
    /// Width in millimetres, tracking included.
    pub(crate) advance: Mm,
    /// Index of the style.
    pub(crate) style: usize,
}

impl Glyph {
    /// Space between `previous` and this glyph, in millimetres.
    pub(crate) fn gap_after(&self, previous: char, style: &TextStyle) -> Mm {
        spacing::between(previous, self.shown) * style.size.mm()
    }

    fn blank(fonts: &Fonts, style: &TextStyle, index: usize) -> Glyph {
        let advance = (fonts.advance(' ', style.face).unwrap_or(0.25) + style.tracking) * style.size.mm();
        Glyph {
            written: ' ',
            shown: ' ',
            original: None,
            missing: false,
            hard_break: false,
            advance,
            style: index,
        }
    }
}

/// What is drawn in place of a character without a glyph: the printer's mark for a missing sort.
const STAND_INS: [char; 3] = ['〓', '□', '?'];
/// Two dashes in a row are one Chinese dash, two characters wide and without a seam. The font's own glyph for it
/// is out of reach without shaping; two of these rules look the same and look alike in every backend.
const DASH_RULE: char = '─';

/// Turns text into glyphs: drops what is never drawn, joins dashes, replaces what the face lacks.
pub(crate) fn glyphs(fonts: &Fonts, text: &str, style: &TextStyle, index: usize) -> Vec<Glyph> {
    let em = style.size.mm();
    let mut glyphs = Vec::with_capacity(text.len() / 2);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if spacing::is_hard_break(c) {
            if c == '\r' {
                chars.next_if_eq(&'\n');
            }
            glyphs.push(Glyph { hard_break: true, ..Glyph::blank(fonts, style, index) });
            continue;
        }
        if spacing::is_dropped(c) {
            continue;
        }
        let mut glyph = Glyph { written: c, shown: spacing::shown(c), ..Glyph::blank(fonts, style, index) };
        if c == '—'
            && chars.peek() == Some(&'—')
            && let Some(advance) = fonts.advance(DASH_RULE, style.face)
        {
            chars.next();
            glyph.shown = DASH_RULE;
            glyph.advance = (advance + style.tracking) * em;
            glyphs.push(Glyph { original: Some("——".to_owned()), ..glyph.clone() });
            glyphs.push(Glyph { original: Some(String::new()), ..glyph });
            continue;
        }
        let mut advance = fonts.advance(glyph.shown, style.face);
        if advance.is_none() {
            glyph.missing = true;
            glyph.original = Some(c.to_string());
            glyph.shown = STAND_INS.into_iter().find(|s| fonts.covers(*s, style.face)).unwrap_or(' ');
            advance = fonts.advance(glyph.shown, style.face);
        }
        glyph.advance = (advance.unwrap_or(0.0) + style.tracking) * em;
        glyphs.push(glyph);
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fonts;

    #[test]
    fn gaps_are_advance_not_characters() {
        let style = TextStyle::regular(10.0);
        let run = TextRun::line(&fonts(), "普通车床CA6140群", &style);
        assert_eq!(run.text, "普通车床CA6140群");
        assert_eq!(run.gaps.len(), 2);
        let natural: f64 = run.text.chars().map(|c| fonts().advance(c, Face::Regular).unwrap()).sum();
        assert!((run.advance - (natural + 0.5) * style.size.mm()).abs() < 1e-9);
    }

    #[test]
    fn missing_characters_are_shown_as_a_missing_sort_and_remembered() {
        let run = TextRun::line(&fonts(), "𠮷野——家\u{200b}☑", &TextStyle::default());
        assert_eq!(run.text, "〓野──家〓");
        assert_eq!(run.original(), "𠮷野——家☑");
        assert_eq!(run.missing().collect::<Vec<_>>(), vec!['𠮷', '☑']);
    }

    #[test]
    fn hostile_strings_do_no_harm() {
        for text in [
            "",
            "\0\u{1}\u{1b}[31m",
            "\u{202e}abc\u{202c}",
            "👩‍👩‍👧‍👦🏳️‍🌈",
            "a\r\n\tb\u{2028}c",
            "\u{301}\u{301}",
            "\u{feff}\u{fffe}",
        ] {
            let run = TextRun::line(&fonts(), text, &TextStyle::default());
            assert!(run.advance.is_finite() && run.advance >= 0.0);
            assert!(run.text.chars().all(|c| !c.is_control()));
        }
        assert_eq!(TextRun::line(&fonts(), "a\r\n\tb\u{a0}c", &TextStyle::default()).text, "a  b c");
    }

    #[test]
    fn anchors() {
        let fonts = fonts();
        let style = TextStyle::bold(12.0);
        let end = TextRun::label(&fonts, "安全", &style, point(100.0, 50.0), Anchor::End);
        assert!((end.origin.x + end.advance - 100.0).abs() < 1e-9);
        let middle = TextRun::centred(&fonts, "7", &style, point(10.0, 10.0), Anchor::Middle);
        assert!((middle.origin.x + middle.advance / 2.0 - 10.0).abs() < 1e-9 && middle.origin.y > 10.0);
    }
}

//! Text with a width: paragraphs in, a block of lines out.
//! Relies on `breaks` for where a line may end and on glyph widths from `run`.
//! Must not know: pages, tables, any file format.

use super::block::{Line, TextBlock};
use super::breaks::{self, Opportunity};
use super::fonts::Fonts;
use super::run::{Glyph, TextRun, TextStyle, glyphs};
use super::spacing;
use super::units::{Mm, Size, point};

/// Rounding slack when a width is compared, in millimetres.
const EPSILON: Mm = 1e-6;
/// A justified line is stretched by at most this fraction of the size per character; beyond it, it stays ragged.
const MOST_STRETCH: f64 = 0.06;

/// A line keeps at least this many characters when some move down to join a lonely last one.
const LEAST_KEPT: usize = 4;
/// At most this many characters move down to join a lonely last one.
const MOST_MOVED: usize = 3;

/// How lines sit between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Ragged right.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// Ragged left.
    Right,
    /// Both edges flush, except the last line: the look of Chinese running text.
    Justify,
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Their look.
    pub style: TextStyle,
}

/// A short label in the margin of a paragraph, such as `1` or 「工程」.
#[derive(Debug, Clone, PartialEq)]
pub struct Marker {
    /// The label.
    pub label: Span,
    /// Width of its column, in millimetres; the text is indented by it.
    pub width: Mm,
}

/// A paragraph, possibly in several styles. A newline ends a line inside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// Words in order.
    pub spans: Vec<Span>,
    /// Where lines sit.
    pub align: Align,
    /// Label in the margin.
    pub marker: Option<Marker>,
    /// Space below, in millimetres; not counted below the last paragraph of a block.
    pub space_after: Mm,
}

impl Paragraph {
    /// A paragraph in one style.
    pub fn new(text: impl Into<String>, style: TextStyle) -> Paragraph {
        Paragraph::rich([Span { text: text.into(), style }])
    }

    /// A paragraph in several styles.
    pub fn rich(spans: impl Into<Vec<Span>>) -> Paragraph {
        Paragraph { spans: spans.into(), align: Align::Left, marker: None, space_after: 0.0 }
    }

    /// Other alignment.
    #[must_use]
    pub fn align(mut self, align: Align) -> Paragraph {
        self.align = align;
        self
    }

    /// With a label in a margin column `width` millimetres wide.
    #[must_use]
    pub fn marker(mut self, text: impl Into<String>, style: TextStyle, width: Mm) -> Paragraph {
        self.marker = Some(Marker { label: Span { text: text.into(), style }, width });
        self
    }

    /// With space below, in millimetres.
    #[must_use]
    pub fn space_after(mut self, space: Mm) -> Paragraph {
        self.space_after = space;
        self
    }

    /// Width of the longest line if nothing were wrapped, in millimetres, the margin column included.
    pub fn natural_width(&self, fonts: &Fonts) -> Mm {
        let (widest, line) =
            self.glyphs(fonts).iter().fold((0.0f64, Extent::default()), |(widest, line), g| {
                if g.hard_break {
                    (widest.max(line.width), Extent::default())
                } else {
                    (widest, self.extend(line, g))
                }
            });
        widest.max(line.width) + self.indent()
    }

    /// Breaks the paragraph into lines for a box `width` millimetres wide.
    pub fn wrap(&self, fonts: &Fonts, width: Mm) -> TextBlock {
        let glyphs = self.glyphs(fonts);
        let measure = (width - self.indent()).max(0.0);
        let mut lines = Vec::new();
        let mut start = 0;
        for end in (0..=glyphs.len()).filter(|i| glyphs.get(*i).is_none_or(|g| g.hard_break)) {
            self.break_line(&glyphs[start..end], measure, fonts, &mut lines);
            start = end + 1;
        }
        if let (Some(marker), Some(first)) = (&self.marker, lines.first_mut()) {
            let mut label = TextRun::line(fonts, &marker.label.text, &marker.label.style);
            label.origin = point(0.0, first.baseline);
            if !label.text.is_empty() {
                first.runs.insert(0, label);
            }
        }
        TextBlock::from_lines(lines, width)
    }

    fn indent(&self) -> Mm {
        self.marker.as_ref().map_or(0.0, |m| m.width)
    }

    fn glyphs(&self, fonts: &Fonts) -> Vec<Glyph> {
        self.spans
            .iter()
            .enumerate()
            .flat_map(|(i, span)| glyphs(fonts, &span.text, &span.style, i))
            .collect()
    }

    fn style(&self, glyph: &Glyph) -> TextStyle {
        self.spans.get(glyph.style).map(|s| s.style).unwrap_or_default()
    }

    fn extend(&self, line: Extent, glyph: &Glyph) -> Extent {
        let style = self.style(glyph);
        let gap = line.last.map_or(0.0, |last| glyph.gap_after(last, &style));
        let end = line.end + gap + glyph.advance;
        let inked = end - style.tracking * style.size.mm();
        // Blanks at the end hang beyond the edge, as in every text editor.
        let width = if spacing::is_blank(glyph.shown) { line.width } else { inked };
        Extent { end, width, last: Some(glyph.shown) }
    }

    /// Breaks one stretch without hard breaks into lines.
    fn break_line(&self, glyphs: &[Glyph], measure: Mm, fonts: &Fonts, lines: &mut Vec<Line>) {
        let natural = glyphs.iter().fold(Extent::default(), |line, g| self.extend(line, g));
        if natural.width <= measure + EPSILON {
            lines.push(self.place(glyphs, measure, true, fonts));
            return;
        }
        let chars: Vec<char> = glyphs.iter().map(|g| g.written).collect();
        let text: String = chars.iter().collect();
        let opportunities = breaks::opportunities(&text, &chars);
        let mut ends = Vec::new();
        let mut start = 0;
        while start < glyphs.len() {
            start = self.line_end(glyphs, start, measure, &opportunities);
            ends.push(start);
        }
        self.avoid_orphan(glyphs, &mut ends, measure, &opportunities);
        let mut start = 0;
        for end in ends {
            lines.push(self.place(&glyphs[start..end], measure, end == glyphs.len(), fonts));
            start = end;
        }
    }

    /// Where the line that begins at `start` ends: the last good opportunity that fits, or else the last of the
    /// next best kind, or else after one grapheme.
    fn line_end(&self, glyphs: &[Glyph], start: usize, measure: Mm, opportunities: &[Opportunity]) -> usize {
        let mut line = Extent::default();
        let mut best = (Opportunity::Never, start);
        for i in start..glyphs.len() {
            if i > start && opportunities[i] > Opportunity::Never && opportunities[i] >= best.0 {
                best = (opportunities[i], i);
            }
            line = self.extend(line, &glyphs[i]);
            if line.width > measure + EPSILON {
                if best.1 > start {
                    return best.1;
                }
                let next = (start + 1..glyphs.len()).find(|j| opportunities[*j] > Opportunity::Never);
                return next.unwrap_or(glyphs.len());
            }
        }
        glyphs.len()
    }

    /// A last line of a single character (孤字) gets company from the line before, when that line can spare some.
    fn avoid_orphan(&self, glyphs: &[Glyph], ends: &mut [usize], measure: Mm, opportunities: &[Opportunity]) {
        let [before @ .., end, last] = ends else { return };
        let start = before.last().copied().unwrap_or(0);
        let single = |g: &&Glyph| !spacing::is_blank(g.shown) && !spacing::is_closing(g.shown);
        if glyphs[*end..*last].iter().filter(single).count() > 1 {
            return;
        }
        let good = |i: &usize| opportunities[*i] == Opportunity::Good;
        let Some(earlier) = (start + LEAST_KEPT..*end).rev().find(good) else { return };
        let width =
            glyphs[earlier..*last].iter().fold(Extent::default(), |line, g| self.extend(line, g)).width;
        if *end - earlier <= MOST_MOVED && width <= measure + EPSILON {
            *end = earlier;
        }
    }

    /// Makes a line of the glyphs: runs per style, aligned in the measure.
    fn place(&self, glyphs: &[Glyph], measure: Mm, last_of_paragraph: bool, fonts: &Fonts) -> Line {
        let inked = glyphs.iter().rposition(|g| !spacing::is_blank(g.shown)).map_or(0, |i| i + 1);
        let kept = if last_of_paragraph { glyphs } else { &glyphs[..inked] };
        let natural = kept.iter().fold(Extent::default(), |line, g| self.extend(line, g)).width;
        let slack = (measure - natural).max(0.0);
        let stretch = self.stretch(kept, slack, last_of_paragraph);
        let left = self.indent()
            + match self.align {
                Align::Left | Align::Justify => 0.0,
                Align::Centre => slack / 2.0,
                Align::Right => slack,
            };
        let styles = self.line_styles(kept);
        let height = styles.iter().map(TextStyle::line_height).fold(0.0, f64::max);
        let drop = styles.iter().map(|s| fonts.metrics(s.face).han_centre * s.size.mm()).fold(0.0, f64::max);
        let baseline = height / 2.0 + drop;
        Line { top: 0.0, height, baseline, runs: self.runs(kept, left, baseline, stretch) }
    }

    fn stretch(&self, kept: &[Glyph], slack: Mm, last_of_paragraph: bool) -> Mm {
        if self.align != Align::Justify || last_of_paragraph || kept.len() < 2 {
            return 0.0;
        }
        let each = slack / (kept.len() - 1) as f64;
        let size = kept.first().map_or(0.0, |g| self.style(g).size.mm());
        if each <= MOST_STRETCH * size { each } else { 0.0 }
    }

    /// Styles on a line; an empty line is as high as the paragraph's first style.
    fn line_styles(&self, kept: &[Glyph]) -> Vec<TextStyle> {
        let mut indices: Vec<usize> = kept.iter().map(|g| g.style).collect();
        indices.dedup();
        if indices.is_empty() {
            indices.push(0);
        }
        indices.iter().filter_map(|i| self.spans.get(*i)).map(|s| s.style).collect()
    }

    fn runs(&self, kept: &[Glyph], left: Mm, baseline: Mm, stretch: Mm) -> Vec<TextRun> {
        let mut runs: Vec<TextRun> = Vec::new();
        let mut x = left;
        let mut previous: Option<&Glyph> = None;
        for glyph in kept {
            let style = self.style(glyph);
            let gap = previous.map_or(0.0, |p| glyph.gap_after(p.shown, &style));
            if previous.is_none_or(|p| p.style != glyph.style) {
                if let Some(run) = runs.last_mut() {
                    run.finish(x - run.origin.x);
                }
                let mut run = TextRun::empty(&style);
                run.tracking += stretch;
                run.origin = point(x + gap, baseline);
                x = run.push(glyph, 0.0, 0.0) + run.origin.x + stretch;
                runs.push(run);
            } else if let Some(run) = runs.last_mut() {
                x = run.push(glyph, x - run.origin.x, gap) + run.origin.x + stretch;
            }
            previous = Some(glyph);
        }
        if let Some(run) = runs.last_mut() {
            run.finish(x - run.origin.x);
        }
        runs.retain(|run| !run.text.chars().all(spacing::is_blank));
        runs
    }
}

/// Width of a line under way.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    /// End of the last glyph, tracking and blanks included.
    end: Mm,
    /// End of the last ink.
    width: Mm,
    last: Option<char>,
}

/// Wraps paragraphs one under the other into one block.
pub fn stack(paragraphs: &[Paragraph], fonts: &Fonts, width: Mm) -> TextBlock {
    let mut block = TextBlock::from_lines(Vec::new(), width);
    let mut space = 0.0;
    for paragraph in paragraphs {
        block.push(paragraph.wrap(fonts, width), space);
        space = paragraph.space_after;
    }
    block
}

/// Result of [`fit`].
#[derive(Debug, Clone)]
pub struct Fitted {
    /// What fits into the box.
    pub block: TextBlock,
    /// Factor by which all sizes and spaces were multiplied, `1.0` when nothing had to shrink.
    pub scale: f64,
    /// What did not fit even at the smallest size; the caller continues elsewhere or says so.
    pub overflow: Option<TextBlock>,
}

/// Steps in which [`fit`] makes type smaller.
const SHRINK_STEP: f64 = 0.025;

/// Sets paragraphs into a box, shrinking type, markers and spaces together down to `smallest` (a factor, for
/// example `0.8`) until they fit. What does not fit at the smallest size comes back as overflow.
pub fn fit(paragraphs: &[Paragraph], fonts: &Fonts, area: Size, smallest: f64) -> Fitted {
    let mut scale: f64 = 1.0;
    loop {
        let scaled: Vec<Paragraph> = paragraphs.iter().map(|p| p.scaled(scale)).collect();
        let block = stack(&scaled, fonts, area.width);
        if block.height() <= area.height + EPSILON {
            return Fitted { block, scale, overflow: None };
        }
        let next = scale - SHRINK_STEP;
        if next < smallest - EPSILON {
            let (block, overflow) = block.split_at_height(area.height);
            return Fitted { block, scale, overflow };
        }
        scale = next;
    }
}

impl Paragraph {
    fn scaled(&self, factor: f64) -> Paragraph {
        let scale = |span: &Span| Span {
            text: span.text.clone(),
            style: TextStyle { size: span.style.size.scaled(factor), ..span.style },
        };
        Paragraph {
            spans: self.spans.iter().map(scale).collect(),
            align: self.align,
            marker: self.marker.as_ref().map(|m| Marker { label: scale(&m.label), width: m.width * factor }),
            space_after: self.space_after * factor,
        }
    }
}

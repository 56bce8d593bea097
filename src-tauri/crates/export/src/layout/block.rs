//! Wrapped lines, ready to be placed, measured or cut in two.
//! Relies on text runs.
//! Must not know: how lines were broken, pages, any file format.

use super::document::Item;
use super::run::TextRun;
use super::units::{Mm, Point};

/// A line of a block. Its runs are placed relative to the block's left edge and the line's top.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Distance from the top of the block, in millimetres.
    pub top: Mm,
    /// Height, in millimetres.
    pub height: Mm,
    /// Baseline below the top of the line, in millimetres.
    pub baseline: Mm,
    /// Runs from left to right.
    pub runs: Vec<TextRun>,
}

impl Line {
    /// End of the ink, in millimetres from the left edge of the block.
    pub fn ink_end(&self) -> Mm {
        self.runs.iter().map(|r| r.origin.x + r.advance).fold(0.0, f64::max)
    }
}

/// Lines one under the other.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBlock {
    lines: Vec<Line>,
    width: Mm,
}

impl TextBlock {
    /// Stacks lines without space between them.
    pub(crate) fn from_lines(lines: Vec<Line>, width: Mm) -> TextBlock {
        let mut block = TextBlock { lines, width };
        let mut top = 0.0;
        for line in &mut block.lines {
            line.top = top;
            top += line.height;
        }
        block
    }

    /// Adds the lines of `other` below, `space` millimetres apart when there is something above.
    pub(crate) fn push(&mut self, other: TextBlock, space: Mm) {
        let base = if self.lines.is_empty() { 0.0 } else { self.height() + space };
        self.lines.extend(other.lines.into_iter().map(|l| Line { top: l.top + base, ..l }));
    }

    /// Width of the box it was wrapped for, in millimetres.
    pub fn width(&self) -> Mm {
        self.width
    }

    /// Height in millimetres.
    pub fn height(&self) -> Mm {
        self.lines.last().map_or(0.0, |l| l.top + l.height)
    }

    /// End of the widest ink, in millimetres.
    pub fn ink_width(&self) -> Mm {
        self.lines.iter().map(Line::ink_end).fold(0.0, f64::max)
    }

    /// Lines from top to bottom.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What the block says, one line per line: for telling a user what did not fit.
    pub fn text(&self) -> String {
        let line = |l: &Line| l.runs.iter().map(TextRun::original).collect::<String>();
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The lines that fit into `height` millimetres, and the rest with its top moved to zero.
    #[must_use]
    pub fn split_at_height(self, height: Mm) -> (TextBlock, Option<TextBlock>) {
        let count = self.lines.iter().take_while(|l| l.top + l.height <= height + 1e-6).count();
        self.split_at_line(count)
    }

    /// The first `count` lines, and the rest with its top moved to zero.
    #[must_use]
    pub fn split_at_line(mut self, count: usize) -> (TextBlock, Option<TextBlock>) {
        if count >= self.lines.len() {
            return (self, None);
        }
        let mut rest = self.lines.split_off(count);
        let shift = rest.first().map_or(0.0, |l| l.top);
        rest.iter_mut().for_each(|l| l.top -= shift);
        let width = self.width;
        (self, Some(TextBlock { lines: rest, width }))
    }

    /// Appends the block's runs to `items`, its upper left corner at `origin`.
    pub fn place(self, origin: Point, items: &mut Vec<Item>) {
        for line in self.lines {
            for mut run in line.runs {
                run.origin = run.origin.offset(origin.x, origin.y + line.top);
                items.push(Item::Text(run));
            }
        }
    }
}

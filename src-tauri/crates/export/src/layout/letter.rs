//! The neutral letter: headings, paragraphs, tables and drawings that people go on writing in.
//! Relies on colours, timestamps and pages for drawings.
//! Must not know: a file format, page breaks of its own (the reader's program makes them).

use super::colour::Colour;
use super::document::{Page, Timestamp};
use super::paragraph::Align;
use super::units::{Mm, Size};

/// A text document.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Title in the file's properties.
    pub title: String,
    /// Author in the file's properties.
    pub author: String,
    /// When it was made, given by the caller.
    pub created: Timestamp,
    /// Its paper.
    pub paper: Size,
    /// Margins all around, in millimetres.
    pub margin: Mm,
    /// What stands at the foot of every page, before the number of the page.
    pub foot: String,
    /// What it says.
    pub blocks: Vec<LetterBlock>,
}

impl Letter {
    /// Width between the margins, in millimetres.
    pub fn width(&self) -> Mm {
        (self.paper.width - 2.0 * self.margin).max(1.0)
    }

    /// Every text in its order.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for block in &self.blocks {
            match block {
                LetterBlock::Words(own) => texts.push(&own.text),
                LetterBlock::Table(own) => {
                    texts.extend(own.rows.iter().flatten().map(|cell| cell.words.text.as_str()));
                }
                LetterBlock::Drawing(_) | LetterBlock::Break => {}
            }
        }
        texts.retain(|own| !own.is_empty());
        texts
    }
}

/// One thing under another.
#[derive(Debug, Clone)]
pub enum LetterBlock {
    /// A paragraph.
    Words(LetterWords),
    /// A table.
    Table(LetterTable),
    /// Something that is drawn: a chart, a symbol, photographs.
    Drawing(Page),
    /// What comes next begins on a new page.
    Break,
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterWords {
    /// The words. A newline ends a line.
    pub text: String,
    /// Type size, in points.
    pub size: f64,
    /// Whether they are bold.
    pub bold: bool,
    /// Their colour.
    pub colour: Colour,
    /// Where lines sit.
    pub align: Align,
    /// 1 for the title of the document, 2 for headings; 0 for all other words.
    pub level: u8,
}

impl LetterWords {
    /// Plain words.
    pub fn new(text: impl Into<String>, size: f64) -> LetterWords {
        let (colour, align) = (Colour::BLACK, Align::Left);
        LetterWords { text: text.into(), size, bold: false, colour, align, level: 0 }
    }

    /// Bold.
    #[must_use]
    pub fn bold(self) -> LetterWords {
        LetterWords { bold: true, ..self }
    }

    /// In this colour.
    #[must_use]
    pub fn colour(self, colour: Colour) -> LetterWords {
        LetterWords { colour, ..self }
    }

    /// Elsewhere between the edges.
    #[must_use]
    pub fn align(self, align: Align) -> LetterWords {
        LetterWords { align, ..self }
    }

    /// As a heading.
    #[must_use]
    pub fn level(self, level: u8) -> LetterWords {
        LetterWords { level, ..self }
    }
}

/// A table with a full grid.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterTable {
    /// Widths of its columns, in millimetres.
    pub columns: Vec<Mm>,
    /// How many of its first rows are repeated on every page.
    pub header: usize,
    /// Its rows.
    pub rows: Vec<Vec<LetterCell>>,
    /// Height that every row has at least, in millimetres, by the row.
    pub least: Vec<Mm>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterCell {
    /// What it says.
    pub words: LetterWords,
    /// Its ground.
    pub fill: Option<Colour>,
    /// Columns that it covers.
    pub columns: usize,
}

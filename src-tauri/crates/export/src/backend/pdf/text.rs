//! Text runs as PDF text: neighbouring runs share a text object, gaps become kerning, stand-ins keep their words.
//! Relies on the canvas for settings and on printpdf for glyph numbers.
//! Must not know: shapes, pages, the file.

use super::canvas::{Canvas, round};
use super::resources::NO_VEIL;
use crate::layout::{Cap, Join, MM_PER_PT, Mm, Stroke, TextRun};
use printpdf::{Codepoint, DictItem, Op, Point, Pt, TextItem, TextMatrix, TextRenderingMode};
use std::collections::BTreeMap;

impl Canvas<'_> {
    pub(super) fn text_run(&mut self, run: &TextRun) {
        if run.text.is_empty() || run.size.0 <= 0.0 {
            return;
        }
        self.set_veil(NO_VEIL);
        if let Some(halo) = run.halo.filter(|h| h.width > 0.0) {
            // Twice the width, as half of a stroke lies inside the letters.
            let stroke = Stroke {
                dash: Vec::new(),
                cap: Cap::Round,
                join: Join::Round,
                colour: halo.colour,
                width: halo.width * 2.0,
            };
            self.end_text();
            self.set_stroke(&stroke);
            // The rim says nothing: without this, readers would find every label twice.
            self.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".to_owned(),
                properties: actual_text(""),
            });
            self.begin_text();
            self.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke });
            self.show(run);
            self.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Fill });
            self.end_text();
            self.push(Op::EndMarkedContent);
        }
        self.set_fill(run.colour);
        self.show(run);
    }

    fn show(&mut self, run: &TextRun) {
        let from = self.begin_text();
        self.set_font(run.face, run.size.0);
        self.set_tracking(run.tracking / MM_PER_PT);
        let (x, y) = self.frame.place(run.origin);
        if run.rotation == 0.0 {
            // A text object moves by differences; whole hundredths keep their sum exact.
            let to = ((x * 100.0).round() as i64, (y * 100.0).round() as i64);
            if to != from {
                let hundredths = |v: i64| Pt((v as f64 / 100.0) as f32);
                self.push(Op::SetTextCursor {
                    pos: Point { x: hundredths(to.0 - from.0), y: hundredths(to.1 - from.1) },
                });
            }
            self.move_text(to);
            self.glyphs(run);
        } else {
            let (sin, cos) = (-run.rotation).to_radians().sin_cos();
            let fine = |v: f64| ((v * 100_000.0).round() / 100_000.0) as f32;
            let matrix = [fine(cos), fine(sin), fine(-sin), fine(cos), round(x), round(y)];
            self.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
            self.glyphs(run);
            self.end_text();
        }
    }

    /// Shows the characters. Stretches that a reader would take for other text are marked with the right one.
    fn glyphs(&mut self, run: &TextRun) {
        let em = run.size.mm();
        let marked = self.marked_stretches(run);
        let mut marked = marked.iter().peekable();
        let mut until = None;
        let mut items: Vec<TextItem> = Vec::new();
        let mut plain = String::new();
        let mut gaps = run.gaps.iter().peekable();
        for (at, c) in run.text.char_indices() {
            let opens = marked.next_if(|m| m.start == at);
            if opens.is_some() || until == Some(at) {
                // A gap between two stretches belongs to neither; it goes with what comes before it.
                flush(&mut plain, &mut items);
                if let Some(gap) = gaps.next_if(|g| g.at == at) {
                    items.push(kerning(gap.width, em));
                }
                self.show_items(&mut items);
                if until.take().is_some() {
                    self.push(Op::EndMarkedContent);
                }
            }
            if let Some(stretch) = opens {
                let properties = actual_text(&stretch.words);
                self.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
                until = Some(stretch.end);
            }
            if let Some(gap) = gaps.next_if(|g| g.at == at) {
                flush(&mut plain, &mut items);
                items.push(kerning(gap.width, em));
            }
            match self.resources.double(run.face, c) {
                None => plain.push(c),
                Some((gid, owner)) => {
                    flush(&mut plain, &mut items);
                    items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(gid, 0.0, owner.to_string())]));
                }
            }
        }
        flush(&mut plain, &mut items);
        self.show_items(&mut items);
        if until.is_some() {
            self.push(Op::EndMarkedContent);
        }
    }

    fn show_items(&mut self, items: &mut Vec<TextItem>) {
        if !items.is_empty() {
            self.push(Op::ShowText { items: std::mem::take(items) });
        }
    }

    /// Where a reader needs to be told the words: stand-ins, glyphs with two meanings, and the quarter-em gaps,
    /// which every reader takes for a space that the author did not type.
    fn marked_stretches(&self, run: &TextRun) -> Vec<Marked> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        let mut add = |start: usize, end: usize| match stretches.last_mut() {
            Some(last) if start < last.1 + NEAR => last.1 = last.1.max(end),
            _ => stretches.push((start, end)),
        };
        let mut gaps = run.gaps.iter().filter(|g| g.width > 0.0).peekable();
        let mut stand_ins = run.stand_ins.iter().peekable();
        let mut previous = 0;
        for (at, c) in run.text.char_indices() {
            let end = at + c.len_utf8();
            if gaps.next_if(|g| g.at == at).is_some() {
                add(previous, end);
            }
            if stand_ins.next_if(|s| s.at == at).is_some() || self.resources.double(run.face, c).is_some() {
                add(at, end);
            }
            previous = at;
        }
        stretches
            .into_iter()
            .map(|(start, end)| Marked { start, end, words: run.original_of(start..end) })
            .collect()
    }
}

/// Stretches this many bytes apart are marked as one: the words between cost less than a second mark.
const NEAR: usize = 24;

/// A part of a run, in bytes, with the words it stands for.
struct Marked {
    start: usize,
    end: usize,
    words: String,
}

fn kerning(width: Mm, em: Mm) -> TextItem {
    TextItem::Offset(((-width / em * 10_000.0).round() / 10.0) as f32)
}

fn flush(plain: &mut String, items: &mut Vec<TextItem>) {
    if !plain.is_empty() {
        items.push(TextItem::Text(std::mem::take(plain)));
    }
}

/// What a reader should take a glyph for, as PDF's UTF-16.
fn actual_text(text: &str) -> DictItem {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), DictItem::Bytes(bytes))]) }
}

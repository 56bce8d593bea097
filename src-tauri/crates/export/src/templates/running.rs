//! Running text in a box: as large as it fits, smaller down to a limit, then cut between lines to go on elsewhere.
//! Relies on paragraphs made anew for every size, so that spaces and margins follow the type.
//! Must not know: what the text says.

use crate::layout::{Colour, Face, Fonts, Mm, Paragraph, Size, TextBlock, stack};

/// Below this share of its usual size, text is reported as shrunk.
pub(super) const NOTABLY_SMALLER: f64 = 0.7;
/// Steps in which type is made smaller.
const STEP: f64 = 0.025;
/// How far apart paragraphs stand where there is room, the widest first; 1 is close.
const AIRS: [f64; 2] = [1.9, 1.4];

/// How much larger than usual few words may be set, so that a card to be read from afar is not half empty.
pub(super) const LARGER: f64 = 1.4;

/// Usual and smallest type, in points, and how much larger than usual it may become.
#[derive(Debug, Clone, Copy)]
pub(super) struct TypeRange {
    pub(super) usual: f64,
    pub(super) smallest: f64,
    /// A share of the usual type, from 1.
    pub(super) largest: f64,
}

/// Text set into a box.
pub(super) struct Running {
    /// What stands here.
    pub(super) here: TextBlock,
    /// What goes on elsewhere.
    pub(super) rest: Option<TextBlock>,
    /// Share of the usual size.
    pub(super) scale: f64,
}

/// Sets what `make` gives for a type size (points) and an airiness (1 is close) into a box.
pub(super) fn running(
    make: impl Fn(f64, f64) -> Vec<Paragraph>,
    range: TypeRange,
    fonts: &Fonts,
    area: Size,
) -> Running {
    let set = |scale: f64, air: f64| stack(&make(range.usual * scale, air), fonts, area.width);
    let fits = |block: &TextBlock| block.height() <= area.height + 1e-6;
    let mut scales = vec![range.largest];
    while let Some(next) =
        scales.last().map(|last| last - STEP).filter(|next| next * range.usual >= range.smallest)
    {
        scales.push(next);
    }
    // Text without end is met at once, not after every size was tried.
    let least = scales.last().copied().unwrap_or(1.0);
    let closest = set(least, 1.0);
    if !fits(&closest) {
        let (here, rest) = cut(closest, area.height);
        return Running { here, rest, scale: least };
    }
    for scale in scales {
        let close = set(scale, 1.0);
        if fits(&close) {
            let airy = AIRS.into_iter().map(|air| set(scale, air)).find(|block| fits(block));
            return Running { here: airy.unwrap_or(close), rest: None, scale };
        }
    }
    Running { here: closest, rest: None, scale: least }
}

/// The lines that fit, at least one, but no heading as the last of them.
pub(super) fn cut(block: TextBlock, height: Mm) -> (TextBlock, Option<TextBlock>) {
    let lines = block.lines();
    let mut count = lines.iter().take_while(|line| line.top + line.height <= height + 1e-6).count();
    let heading = |at: usize| {
        let first = lines.get(at).and_then(|line| line.runs.first());
        first.is_some_and(|run| run.face == Face::Bold && run.colour == Colour::GREY)
    };
    if count < lines.len() {
        while count > 1 && heading(count - 1) {
            count -= 1;
        }
    }
    block.split_at_line(count.max(1))
}

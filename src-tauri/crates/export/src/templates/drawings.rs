//! Drawings of the safety signs as items, each read once for the whole program.
//! Relies on the exact inks of the safety colours, which are not the risk colours.
//! Must not know: which sign belongs to which accident.

use super::look::Look;
use crate::artwork::Artwork;
use crate::content::Sign;
use crate::layout::{Align, Colour, Fonts, Item, Mm, Paragraph, Rect, TextStyle, point, stack};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Drawings kept at most: many more than there are signs, and few enough for any memory.
const MOST_KEPT: usize = 400;

/// Drawings by their SVG; nothing for one that cannot be drawn.
type Known = HashMap<Vec<u8>, Option<Arc<Artwork>>>;

/// What a drawing looks like follows from nothing else, so one reading serves every document.
static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// Sign drawings, read once.
pub(super) struct Drawings<'a> {
    fonts: &'a Fonts,
}

impl<'a> Drawings<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Drawings<'a> {
        Drawings { fonts }
    }

    pub(super) fn place(&mut self, sign: &Sign, frame: Rect, items: &mut Vec<Item>) {
        if let Some(drawing) = self.drawing(sign.svg()) {
            items.push(drawing.placed(frame));
        }
    }

    /// A drawing with the inks of safety signs. `None` when it cannot be read.
    pub(super) fn drawing(&mut self, svg: &[u8]) -> Option<Arc<Artwork>> {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(svg) {
            return found.clone();
        }
        let read = Artwork::from_svg(svg, self.fonts, safety_ink).ok().map(Arc::new);
        if known.len() >= MOST_KEPT {
            known.clear();
        }
        known.insert(svg.to_vec(), read.clone());
        read
    }

    /// Signs side by side in `area`, each with its name below; as large as they fit, at most `most` wide.
    pub(super) fn row(
        &mut self,
        look: &Look<'_>,
        signs: &[Sign],
        area: Rect,
        most: Mm,
        items: &mut Vec<Item>,
    ) {
        if signs.is_empty() {
            return;
        }
        let pitch = area.width / signs.len() as f64;
        let caption = TextStyle::regular((most * 0.98).min(look.scale * 9.5)).leading(1.2);
        let width = pitch * 0.96;
        let blocks: Vec<_> = signs
            .iter()
            .map(|sign| {
                let words = Paragraph::new(sign.name(), caption).align(Align::Centre);
                stack(&[words], look.fonts, width)
            })
            .collect();
        let words: Mm = blocks.iter().map(|own| own.height()).fold(0.0, f64::max);
        let side = (area.height - words - caption.size.mm() * 0.4).min(pitch * 0.86).min(most).max(1.0);
        for (index, (sign, block)) in signs.iter().zip(blocks).enumerate() {
            let left = area.x + pitch * index as f64;
            let x = left + (pitch - side) / 2.0;
            self.place(sign, Rect::new(x, area.y, side, side), items);
            block.place(point(left + (pitch - width) / 2.0, area.y + side + caption.size.mm() * 0.4), items);
        }
    }
}

/// Inks of the safety colours, which are not the risk colours.
pub(super) fn safety_ink(rgb: [u8; 3]) -> Colour {
    match rgb {
        [0xff, 0xd1, 0x00] => Colour { rgb, cmyk: [0, 18, 100, 0] },
        [0xd7, 0x00, 0x0f] => Colour { rgb, cmyk: [0, 100, 95, 5] },
        [0x00, 0x5b, 0xac] => Colour { rgb, cmyk: [100, 60, 0, 0] },
        [0x00, 0x84, 0x3d] => Colour { rgb, cmyk: [100, 0, 90, 20] },
        [0x16, 0x19, 0x1d] => Colour { rgb, cmyk: [0, 0, 0, 100] },
        [0xff, 0xff, 0xff] => Colour::WHITE,
        [r, g, b] => Colour::from_rgb(r, g, b),
    }
}

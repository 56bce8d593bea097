//! A drawing that is placed many times and kept once: signs and emblems stand on a thousand cards.
//! Relies on items that are lines and surfaces.
//! Must not know: what is drawn, which backend writes it.

use super::document::Item;
use super::path::Blend;
use super::units::{Mm, Point, Rect, Size, point};
use std::sync::Arc;

/// The longer side of every drawing, in its own units: fine enough for two decimals to be exact on any paper.
pub const DRAWING_SIDE: f64 = 1_000.0;

/// Lines and surfaces in units of their own, [`DRAWING_SIDE`] along the longer side.
#[derive(Debug)]
pub struct Drawing {
    items: Vec<Item>,
    size: Size,
    plain: bool,
}

impl Drawing {
    /// A drawing of `size`, whatever unit that has.
    pub fn new(mut items: Vec<Item>, size: Size) -> Drawing {
        let k = DRAWING_SIDE / size.width.max(size.height).max(f64::MIN_POSITIVE);
        scale(&mut items, k, |p| point(p.x * k, p.y * k));
        let opaque = |item: &Item| match item {
            Item::Shape(shape) => {
                shape.fill.is_none_or(|own| own.opacity >= 1.0 && own.blend == Blend::Normal)
            }
            _ => false,
        };
        let plain = items.iter().all(opaque);
        Drawing { items, size: Size::new(size.width * k, size.height * k), plain }
    }

    /// Its lines and surfaces.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How large it is in its own units.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Whether it is shapes that cover what is below them, and nothing else.
    pub fn is_plain(&self) -> bool {
        self.plain
    }
}

/// A drawing on the page.
#[derive(Debug, Clone)]
pub struct PlacedDrawing {
    /// The drawing.
    pub drawing: Arc<Drawing>,
    /// Where its upper left corner lies.
    pub origin: Point,
    /// Millimetres on the page for one unit of the drawing.
    pub scale: f64,
}

impl PlacedDrawing {
    /// As large as it fits into `frame`, centred, proportions kept.
    pub fn new(drawing: Arc<Drawing>, frame: Rect) -> PlacedDrawing {
        let area = frame.contain(drawing.size);
        let scale = area.width / drawing.size.width.max(f64::MIN_POSITIVE);
        PlacedDrawing { drawing, origin: area.origin(), scale }
    }

    /// Its lines and surfaces where they stand on the page.
    pub fn items(&self) -> Vec<Item> {
        let mut items = self.drawing.items.clone();
        let (k, at) = (self.scale, self.origin);
        scale(&mut items, k, |p| point(at.x + p.x * k, at.y + p.y * k));
        items
    }
}

/// Moves every point by `place` and makes lines `k` times as wide.
pub(crate) fn scale(items: &mut [Item], k: Mm, place: impl Fn(Point) -> Point + Copy) {
    for item in items {
        match item {
            Item::Shape(shape) => {
                shape.path.map(place);
                if let Some(stroke) = &mut shape.stroke {
                    stroke.width *= k;
                    stroke.dash.iter_mut().for_each(|d| *d *= k);
                }
            }
            Item::Clip(clip) => {
                clip.path.map(place);
                scale(&mut clip.items, k, place);
            }
            // Drawings hold no others.
            Item::Text(_)
            | Item::Picture(_)
            | Item::Drawing(_)
            | Item::Qr(_)
            | Item::Layer(_)
            | Item::Link(_) => {}
        }
    }
}

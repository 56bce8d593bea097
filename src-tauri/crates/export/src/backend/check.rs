//! What every writer refuses before it starts: no pages, impossible sizes, impossible coordinates.
//! Relies on the neutral picture in `layout`.
//! Must not know: file formats.

use super::BackendError;
use crate::layout::{Document, Item, Page, visit};

/// Farthest a coordinate may lie from the page's corner, in millimetres: a hundred metres.
const FARTHEST: f64 = 100_000.0;
/// Longest side of a page in millimetres: what PDF allows (14,400 points).
const LONGEST_SIDE: f64 = 5_080.0;

pub(super) fn document(document: &Document) -> Result<(), BackendError> {
    if document.pages.is_empty() {
        return Err(BackendError::NoPages);
    }
    document.pages.iter().enumerate().try_for_each(|(i, p)| page(i + 1, p))
}

/// `number` counts from one.
pub(super) fn page(number: usize, page: &Page) -> Result<(), BackendError> {
    let (width, height) = (page.size.width, page.size.height);
    let sensible = |side: f64| side.is_finite() && (1.0..=LONGEST_SIDE).contains(&side);
    if !sensible(width) || !sensible(height) {
        return Err(BackendError::PageSize { page: number, width, height });
    }
    let mut bad = None;
    visit(&page.items, &mut |item| {
        if bad.is_none() {
            bad = out_of_range(item);
        }
    });
    bad.map_or(Ok(()), |item| Err(BackendError::OutOfRange { page: number, item }))
}

fn out_of_range(item: &Item) -> Option<&'static str> {
    let all = |values: &[f64]| values.iter().all(|v| v.abs() <= FARTHEST);
    let (fine, name) = match item {
        Item::Shape(s) => {
            let stroke = s.stroke.as_ref().is_none_or(|k| all(&[k.width]) && all(&k.dash));
            let fill = s.fill.is_none_or(|f| all(&[f.opacity]));
            (s.path.is_within(FARTHEST) && stroke && fill, "shape")
        }
        Item::Text(t) => {
            let gaps = t.gaps.iter().all(|g| all(&[g.width, g.x]));
            let halo = t.halo.is_none_or(|h| all(&[h.width]));
            (
                gaps && halo && all(&[t.origin.x, t.origin.y, t.rotation, t.size.0, t.tracking, t.advance]),
                "text",
            )
        }
        Item::Picture(p) => {
            let f = p.frame;
            (all(&[f.x, f.y, f.width, f.height, p.rotation, p.opacity]), "picture")
        }
        Item::Drawing(d) => (all(&[d.origin.x, d.origin.y, d.scale]), "drawing"),
        Item::Qr(q) => (all(&[q.origin.x, q.origin.y, q.side]), "QR symbol"),
        Item::Clip(c) => (c.path.is_within(FARTHEST), "clip"),
        Item::Layer(_) => (true, "layer"),
        Item::Link(l) => (all(&[l.area.x, l.area.y, l.area.width, l.area.height]), "link"),
    };
    (!fine).then_some(name)
}

//! Ways out and emergency symbols on a plan, above everything but names and pins.
//! Relies on the drawings of `assets/symbols`; a symbol that is not known is left out.
//! Must not know: what a symbol means.

use super::plan::Draughtsman;
use crate::artwork::Artwork;
use crate::layout::{Cap, Colour, Item, Join, Mm, Path, Rect, Stroke, point};
use crate::templates::drawings::safety_ink;
use domain::{PlanElement, PlanElementKind};
use std::collections::BTreeMap;

/// Width of a symbol that says none, in model millimetres.
const USUAL: f64 = 600.0;
/// Symbols are at least and at most so wide on paper, at A3.
const SMALLEST: Mm = 3.4;
const LARGEST: Mm = 8.0;
/// Green of ways out.
const WAY: Colour = Colour { rgb: [0x00, 0x84, 0x3d], cmyk: [90, 20, 95, 5] };

/// Routes first, symbols over them.
pub(super) fn draw(draughtsman: &Draughtsman<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for element in draughtsman.plan.elements.iter().filter(|own| own.kind == PlanElementKind::Route) {
        route(draughtsman, element, &mut items);
    }
    let mut known: BTreeMap<&str, Option<Artwork>> = BTreeMap::new();
    for element in draughtsman.plan.elements.iter().filter(|own| own.kind == PlanElementKind::Symbol) {
        let artwork = known.entry(element.text.as_str()).or_insert_with(|| {
            let symbol = domain::plan_symbol(&element.text)?;
            Artwork::from_svg(symbol.svg().as_bytes(), draughtsman.look.fonts, safety_ink).ok()
        });
        if let (Some(artwork), Some(frame)) = (artwork, frame(draughtsman, element)) {
            // Its upper edge points in its direction.
            let turn = match element.line.points() {
                [from, to, ..] => geometry::direction(*from, *to).map_or(0.0, |own| own + 90.0),
                _ => 0.0,
            };
            items.extend(artwork.place_turned(frame, turn));
        }
    }
    items
}

/// What names must not cover.
pub(super) fn boxes(draughtsman: &Draughtsman<'_>) -> Vec<Rect> {
    let symbols = draughtsman.plan.elements.iter().filter(|own| own.kind == PlanElementKind::Symbol);
    symbols.filter_map(|own| frame(draughtsman, own)).collect()
}

fn frame(draughtsman: &Draughtsman<'_>, element: &PlanElement) -> Option<Rect> {
    let at = draughtsman.projection.at(*element.line.points().first()?);
    let size = if element.size > 0 { element.size as f64 } else { USUAL };
    let look = &draughtsman.look;
    let side = draughtsman.projection.length(size).clamp(look.mm(SMALLEST), look.mm(LARGEST));
    Some(Rect::new(at.x - side / 2.0, at.y - side / 2.0, side, side))
}

/// A line of dashes with an arrow head at its end, and one in the middle of each long piece.
fn route(draughtsman: &Draughtsman<'_>, element: &PlanElement, items: &mut Vec<Item>) {
    let look = &draughtsman.look;
    let points: Vec<_> = element.line.points().iter().map(|p| draughtsman.projection.at(*p)).collect();
    let dash = vec![look.mm(2.2), look.mm(1.0)];
    let stroke = Stroke::new(WAY, look.mm(0.7)).with_cap(Cap::Butt).with_join(Join::Round).dashed(dash);
    items.push(Item::stroke(Path::polyline(points.iter().copied()), stroke));
    let head = look.mm(2.2);
    let last = points.len().saturating_sub(2);
    for (index, pair) in points.windows(2).enumerate() {
        let [a, b] = *pair else { continue };
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let length = dx.hypot(dy);
        if length < 1e-6 {
            continue;
        }
        let (ux, uy) = (dx / length, dy / length);
        let mut tips = Vec::new();
        if length > 8.0 * head {
            tips.push(point(a.x + dx / 2.0, a.y + dy / 2.0));
        }
        if index == last {
            tips.push(b);
        }
        for tip in tips {
            let back = point(tip.x - ux * head, tip.y - uy * head);
            let side = head * 0.45;
            let corners = [
                tip,
                point(back.x - uy * side, back.y + ux * side),
                point(back.x + uy * side, back.y - ux * side),
            ];
            items.push(Item::fill(Path::polygon(corners), WAY));
        }
    }
}

//! How large a plan is, and how large it is without strays.
//! Relies on the boxes of what is visible.
//! Must not know: formats.

use crate::imported::Imported;
use crate::warning::Warning;
use geometry::Bounds;

/// Sets the bounds, and warns when strays make them far larger than the plan.
pub(crate) fn measure(found: &mut Imported) {
    let mut boxes = visible_boxes(found);
    for picture in &found.pictures {
        let scale = picture.millimetres_per_pixel.unwrap_or(1.0);
        let (width, height) = (f64::from(picture.width) * scale, f64::from(picture.height) * scale);
        boxes.extend(
            picture.origin.moved(width, height).ok().and_then(|end| Bounds::around([picture.origin, end])),
        );
    }
    let whole = boxes.iter().copied().reduce(Bounds::union);
    found.bounds_mm = whole;
    found.main_bounds_mm = whole;
    let (Some(whole), Some((main, count))) = (whole, main_part(&boxes)) else { return };
    if whole.width() > 3.0 * main.width() || whole.height() > 3.0 * main.height() {
        found.main_bounds_mm = Some(main);
        found.warnings.push(Warning::Scattered { count });
    }
}

/// The box around what lies near the middle 96 % of all shapes, and how many shapes lie outside.
fn main_part(boxes: &[Bounds]) -> Option<(Bounds, u64)> {
    // With few shapes every one may be the plan.
    if boxes.len() < 50 {
        return None;
    }
    let middle = |low: fn(&Bounds) -> f64, high: fn(&Bounds) -> f64| {
        let mut values: Vec<f64> = boxes.iter().map(|b| f64::midpoint(low(b), high(b))).collect();
        values.sort_by(f64::total_cmp);
        let (from, to) = (values[values.len() / 50], values[values.len() - 1 - values.len() / 50]);
        // Half its size further on each side, and a metre for drawings that are all in one place.
        let margin = (to - from) / 2.0 + 1000.0;
        (from - margin, to + margin)
    };
    let (x0, x1) = middle(|b| b.x0, |b| b.x1);
    let (y0, y1) = middle(|b| b.y0, |b| b.y1);
    let near = Bounds { x0, y0, x1, y1 };
    let (inside, outside): (Vec<Bounds>, Vec<Bounds>) = boxes.iter().partition(|b| b.meets(near));
    let main = inside.into_iter().reduce(Bounds::union)?;
    Some((main, outside.len() as u64))
}

/// The box around lines, areas and texts that are visible.
fn visible_boxes(found: &Imported) -> Vec<Bounds> {
    let lines = found.lines.iter().filter(|line| line.visible).filter_map(|line| line.points.bounds());
    let areas = found.areas.iter().filter(|area| area.visible);
    let areas = areas.filter_map(|area| Bounds::around(area.rings.iter().flatten().copied()));
    let texts = found.texts.iter().filter(|text| text.visible).filter_map(|text| Bounds::around([text.at]));
    lines.chain(areas).chain(texts).collect()
}

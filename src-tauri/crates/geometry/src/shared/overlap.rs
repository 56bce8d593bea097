//! Whether two outlines overlap, and where.
//! Relies on the planar walk: outlines that share a border to the last digit do not overlap at all.
//! Knows nothing of whether they may.

use crate::check::{paths, point};
use crate::error::GeometryError;
use crate::join::mean_width;
use crate::maths::{SAME_PLACE_MM, twice_area};
use crate::outline::Outline;
use crate::planar::{Lines, Planar};
use crate::point::Point;
use geo::Coord;

/// What two outlines both cover.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overlap {
    /// A corner of the largest piece.
    pub at: Point,
    /// Its area in square millimetres.
    pub area_mm2: f64,
    /// How wide it is on average, in millimetres.
    pub width_mm: f64,
}

/// The largest piece that both cover and that is wider than `wider_than_mm` on average; `None` if there is none.
pub fn overlap(one: &Outline, other: &Outline, wider_than_mm: f64) -> Result<Option<Overlap>, GeometryError> {
    let mut best: Option<Overlap> = None;
    for rings in pieces(one, other)? {
        let Some(outer) = rings.first() else { continue };
        let width_mm = mean_width(outer);
        let area_mm2 = area(&rings);
        if width_mm > wider_than_mm && best.is_none_or(|best| area_mm2 > best.area_mm2) {
            best = Some(Overlap { at: point(outer[0])?, area_mm2, width_mm });
        }
    }
    Ok(best)
}

/// The area that both cover, in square millimetres. Of outlines whose edges cross more often than those of any
/// building can, it is taken as none.
pub(crate) fn common_area(one: &Outline, other: &Outline) -> f64 {
    pieces(one, other).map_or(0.0, |pieces| pieces.iter().map(|rings| area(rings)).sum::<f64>())
}

fn area(rings: &[Vec<Coord>]) -> f64 {
    rings.iter().map(|ring| twice_area(ring)).sum::<f64>() / 2.0
}

/// What both cover, each piece as its rings.
fn pieces(one: &Outline, other: &Outline) -> Result<Vec<Vec<Vec<Coord>>>, GeometryError> {
    if !one.bounds().meets(other.bounds()) {
        return Ok(Vec::new());
    }
    let mut lines = paths(one, 0, 0);
    lines.extend(paths(other, 1, 1));
    let planar = Planar::new(&lines, SAME_PLACE_MM)?;
    let regions = planar.regions(|turns| turns[0] > 0 && turns[1] > 0, Lines::Ignored);
    Ok(regions.iter().map(|region| planar.outline(region, |_| false)).collect())
}

/// Refuses changes by which two outlines overlap that did not before.
pub(super) fn refuse_new(
    outlines: &[&Outline],
    changed: &[(usize, Outline)],
    tolerance: f64,
) -> Result<(), GeometryError> {
    let wider_than = tolerance.max(SAME_PLACE_MM);
    for (position, (index, own)) in changed.iter().enumerate() {
        for (other, old) in outlines.iter().enumerate().filter(|(other, _)| other != index) {
            let moved = changed.iter().position(|(number, _)| *number == other);
            // A pair that changed both is looked at once.
            if moved.is_some_and(|moved| moved < position) {
                continue;
            }
            let new = moved.map_or(*old, |moved| &changed[moved].1);
            if let Some(found) = overlap(own, new, wider_than)?
                && overlap(outlines[*index], old, wider_than)?.is_none()
            {
                return Err(GeometryError::WouldOverlap { index: *index, other, at: found.at });
            }
        }
    }
    Ok(())
}

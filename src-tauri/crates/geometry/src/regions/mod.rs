//! The regions that lines enclose, such as the rooms of a drawing's wall lines, with small gaps bridged.
//! Relies on the planar walk over all lines; what comes out are outlines by all rules.
//! Knows nothing of what the lines stand for, nor which of the regions is a room and which the body of a wall.

mod gaps;

use crate::boolean::{Sliver, is_sliver, sliver};
use crate::check::{accept, point};
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, distance};
use crate::offset::without_short_edges;
use crate::outline::{Outline, Ring, SMALLEST_EDGE_MM};
use crate::planar::{Lines, Path, Planar};
use crate::point::{Bounds, Point};
use crate::polyline::Polyline;
use crate::repair::repair;
use crate::transform::usable;
use geo::Coord;

/// A piece of border that no line had drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BridgedGap {
    /// The end of a line.
    pub from: Point,
    /// What it was led to.
    pub to: Point,
}

/// The regions that some lines enclose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Regions {
    /// The regions, largest first. They do not overlap: an island in a region is a hole of it and a region itself.
    pub outlines: Vec<Outline>,
    /// The gaps that were bridged, whether or not a region is closed by them.
    pub bridged: Vec<BridgedGap>,
    /// Regions too thin to be outlines.
    pub slivers: Vec<Sliver>,
    /// Where a region was left out because no outline could be made of it.
    pub left_out: Vec<Point>,
    boxes: Vec<Bounds>,
}

/// The region around a place.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionAt {
    /// The region.
    pub outline: Outline,
    /// The gaps on its border that were bridged, to be shown.
    pub bridged: Vec<BridgedGap>,
}

/// All regions that `lines` enclose, gaps up to `gap_mm` bridged (0: none).
///
/// A gap is bridged between two walls that run straight towards each other, as on both sides of a door, and from
/// the loose end of a line to the nearest line ahead of it. Faces of any drawing come out: bodies of double-line
/// walls too, which [`Outline::mean_width`] tells from rooms.
pub fn regions(lines: &[Polyline], gap_mm: f64) -> Result<Regions, GeometryError> {
    usable("the gap", gap_mm, |gap| gap >= 0.0)?;
    let mut paths: Vec<Path> = Vec::with_capacity(lines.len());
    for (owner, line) in lines.iter().enumerate() {
        let mut points: Vec<Coord> = line.points().iter().map(|point| point.coord()).collect();
        points.dedup_by(|next, last| distance(*next, *last) <= SAME_PLACE_MM);
        if points.len() > 1 {
            paths.push(Path::line(points, owner));
        }
    }
    let mut planar = Planar::new(&paths, SAME_PLACE_MM)?;
    let mut found = Regions::default();
    if gap_mm > 0.0 {
        let bridges = gaps::bridges(&planar, gap_mm);
        if !bridges.is_empty() {
            for (number, (from, to)) in bridges.into_iter().enumerate() {
                found.bridged.push(BridgedGap { from: point(from)?, to: point(to)? });
                paths.push(Path::line(vec![from, to], lines.len() + number));
            }
            planar = Planar::new(&paths, SAME_PLACE_MM)?;
        }
    }
    for region in planar.regions(|_| true, Lines::Parting) {
        found.add(planar.outline(&region, |_| true))?;
    }
    found.outlines.sort_by(|one, other| other.area().total_cmp(&one.area()));
    found.boxes = found.outlines.iter().map(Outline::bounds).collect();
    Ok(found)
}

/// The region that encloses `at` among `lines`, gaps up to `gap_mm` bridged; the smallest where one lies on a border.
/// To ask for several places, keep the [`regions`] and ask them.
pub fn region_at(lines: &[Polyline], at: Point, gap_mm: f64) -> Result<RegionAt, GeometryError> {
    regions(lines, gap_mm)?.at(at).ok_or(GeometryError::NotEnclosed { at })
}

impl Regions {
    /// The region that encloses `at`, the smallest where several meet; `None` outside of all.
    pub fn at(&self, at: Point) -> Option<RegionAt> {
        let here = Bounds { x0: at.x(), y0: at.y(), x1: at.x(), y1: at.y() };
        let around = self.outlines.iter().zip(&self.boxes).rev();
        let outline = around.filter(|(_, bounds)| bounds.meets(here)).find(|(own, _)| own.contains(at))?.0;
        let is_on_border = |gap: &&BridgedGap| {
            let middle = Point::new((gap.from.x() + gap.to.x()) / 2.0, (gap.from.y() + gap.to.y()) / 2.0);
            middle.is_ok_and(|middle| outline.border_distance(middle) < SMALLEST_EDGE_MM)
        };
        let bridged = self.bridged.iter().filter(is_on_border).copied().collect();
        Some(RegionAt { outline: outline.clone(), bridged })
    }

    /// Adds one face, repaired where it is no outline as it stands.
    fn add(&mut self, rings: Vec<Vec<Coord>>) -> Result<(), GeometryError> {
        let mut rings = rings.into_iter();
        let Some(outer) = rings.next() else { return Ok(()) };
        let at = outer.first().copied().unwrap_or_default();
        if is_sliver(&outer) {
            self.slivers.push(sliver(&outer)?);
            return Ok(());
        }
        let holes = rings.filter(|hole| !is_sliver(hole)).filter_map(without_short_edges);
        let mut kept: Vec<Vec<Coord>> = without_short_edges(outer).into_iter().collect();
        if kept.is_empty() {
            self.left_out.push(point(at)?);
            return Ok(());
        }
        kept.extend(holes);
        match accept(kept, &[]) {
            Ok(outline) => self.outlines.push(outline),
            Err(error) => {
                let made = error.rings().map(repair);
                match made {
                    Some(Ok(pieces)) => self.outlines.extend(pieces.outlines),
                    Some(Err(_)) | None => self.left_out.push(point(at)?),
                }
            }
        }
        Ok(())
    }
}

/// The rings of outlines as lines, for asking what is enclosed between outlines.
pub fn border_lines(outlines: &[&Outline]) -> Result<Vec<Polyline>, GeometryError> {
    let closed = |ring: &Ring| Polyline::new(ring.iter().chain(ring.first()).copied().collect());
    Ok(outlines.iter().flat_map(|outline| outline.rings()).map(closed).collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests;

//! An outline made larger or smaller on all sides by the same distance.
//! Relies on the planar walk to sort out where the shifted walls meet, so that square corners stay exact numbers.
//! Knows nothing of escape widths or safety distances; it is given millimetres.

use crate::boolean::{Pieces, is_sliver, sliver};
use crate::check::{accept, coords};
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, cross, distance, dot, inwards, unit};
use crate::outline::{Outline, SMALLEST_EDGE_MM};
use crate::planar::{Lines, Path, Planar};
use crate::point::FARTHEST_MM;
use geo::Coord;

/// How the border goes around a corner that sticks out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Corners {
    /// As a corner, like the walls of a building; very sharp ones are cut off, no nearer than was asked.
    #[default]
    Sharp,
    /// As an arc, so that every point is equally far away. Arcs deviate by up to [`ARC_TOLERANCE_MM`].
    Round,
}

/// How far the straight pieces that stand for an arc may lie inside of it: 5 mm.
pub const ARC_TOLERANCE_MM: f64 = 5.0;

/// A corner sharper than this (its tip would be four times the distance away) is cut off.
const LONGEST_TIP: f64 = 4.0;

/// The outline with its border moved outwards by `outwards_mm`, inwards if that is negative. A zone may fall into
/// several pieces when it shrinks; pieces thinner than a centimetre are left away.
pub fn offset(outline: &Outline, outwards_mm: f64, corners: Corners) -> Result<Pieces, GeometryError> {
    if !outwards_mm.is_finite() || outwards_mm.abs() > FARTHEST_MM {
        return Err(GeometryError::NotUsable { what: "the distance", value: outwards_mm });
    }
    let found = gathered(offset_rings(&coords(outline), outwards_mm, corners)?.into_iter(), &[outline])?;
    found.ok_or(GeometryError::NothingLeft { at: outline.outer()[0] })
}

/// Rings of regions as pieces, without edges shorter than a centimetre; `None` when only slivers are among them.
pub(crate) fn gathered(
    regions: impl Iterator<Item = Vec<Vec<Coord>>>,
    before: &[&Outline],
) -> Result<Option<Pieces>, GeometryError> {
    let mut outlines = Vec::new();
    let mut slivers = Vec::new();
    for rings in regions {
        let mut rings = rings.into_iter().map(without_short_edges);
        let Some(outer) = rings.next().flatten() else { continue };
        if is_sliver(&outer) {
            slivers.push(sliver(&outer)?);
            continue;
        }
        let mut kept = vec![outer];
        for hole in rings.flatten() {
            if is_sliver(&hole) { slivers.push(sliver(&hole)?) } else { kept.push(hole) }
        }
        outlines.push(accept(kept, before)?);
    }
    outlines.sort_by(|one: &Outline, other| other.area().total_cmp(&one.area()));
    Ok((!outlines.is_empty()).then_some(Pieces { outlines, slivers }))
}

/// The pieces that rings enclose when they are moved outwards, each as its rings, outer one first.
pub(crate) fn offset_rings(
    rings: &[Vec<Coord>],
    outwards: f64,
    corners: Corners,
) -> Result<Vec<Vec<Vec<Coord>>>, GeometryError> {
    let shifted =
        rings.iter().enumerate().map(|(owner, ring)| Path::ring(shifted(ring, outwards, corners), owner, 0));
    let planar = Planar::new(&shifted.collect::<Vec<_>>(), SAME_PLACE_MM)?;
    let regions = planar.regions(|turns| turns[0] > 0, Lines::Ignored);
    Ok(regions.iter().map(|region| planar.outline(region, |_| false)).collect())
}

/// A ring with all edges moved outwards. It may cross itself where edges have grown over each other; the inside
/// is where it runs around at least once in the positive sense.
fn shifted(ring: &[Coord], outwards: f64, corners: Corners) -> Vec<Coord> {
    let count = ring.len();
    let mut line = Vec::with_capacity(count * 2);
    for index in 0..count {
        let (from, at, to) = (ring[(index + count - 1) % count], ring[index], ring[(index + 1) % count]);
        let (Some(arriving), Some(leaving)) = (unit(at - from), unit(to - at)) else { continue };
        let (first, second) = (inwards(arriving) * -outwards, inwards(leaving) * -outwards);
        let turn = cross(arriving, leaving);
        let straightness = dot(arriving, leaving);
        let tip = || at + (first + second) / (1.0 + straightness);
        let is_convex = turn * outwards > 0.0;
        // How much of each edge a corner on the inner side takes away.
        let taken = outwards.abs() * (turn.abs() / (1.0 + straightness).max(1e-9));
        if !is_convex {
            if taken * 2.0 < distance(from, at).min(distance(at, to)) {
                line.push(tip());
            } else {
                line.extend([at + first, at, at + second]);
            }
        } else {
            line.extend(around_corner(at, (arriving, leaving), (first, second), corners));
        }
    }
    line
}

/// The way from `at + first` to `at + second` around the outer side of a corner, never nearer to it than these are.
pub(crate) fn around_corner(
    at: Coord,
    (arriving, leaving): (Coord, Coord),
    (first, second): (Coord, Coord),
    corners: Corners,
) -> Vec<Coord> {
    let straightness = dot(arriving, leaving);
    let angle = cross(arriving, leaving).atan2(straightness);
    match corners {
        Corners::Round => arc(at, first, second, angle),
        // The tip is 1 / cos(half the turn) times the distance away.
        Corners::Sharp if 2.0 / (1.0 + straightness) <= LONGEST_TIP * LONGEST_TIP => {
            vec![at + (first + second) / (1.0 + straightness)]
        }
        // Cut off across, as far from the corner as the walls are.
        Corners::Sharp => {
            let on = first.x.hypot(first.y) * (angle.abs() / 4.0).tan();
            vec![at + first + arriving * on, at + second - leaving * on]
        }
    }
}

/// Points around `centre` from `centre + first` to `centre + second`, turning by `angle`.
fn arc(centre: Coord, first: Coord, second: Coord, angle: f64) -> Vec<Coord> {
    let steps = arc_steps(first.x.hypot(first.y), angle.abs());
    let mut points = vec![centre + first];
    for step in 1..steps {
        let (sine, cosine) = (angle * step as f64 / steps as f64).sin_cos();
        let turned = Coord { x: first.x * cosine - first.y * sine, y: first.x * sine + first.y * cosine };
        points.push(centre + turned);
    }
    points.push(centre + second);
    points
}

/// How many straight pieces stand for an arc: enough for the tolerance, none shorter than an edge may be.
pub(crate) fn arc_steps(radius: f64, angle: f64) -> usize {
    let tolerance = ARC_TOLERANCE_MM.min(radius / 4.0);
    let fine = 2.0 * (1.0 - tolerance / radius).acos();
    let coarse = 2.0 * (SMALLEST_EDGE_MM * 1.01 / (2.0 * radius)).min(1.0).asin();
    let steps = (angle / fine).ceil().min((angle / coarse).floor());
    // Between one piece and what a ring may have; the bound also catches what is not a number.
    if steps >= 1.0 { steps.min(crate::outline::MAX_RING_POINTS as f64) as usize } else { 1 }
}

/// A ring without points that follow another within a centimetre; `None` if no ring is left.
pub(crate) fn without_short_edges(ring: Vec<Coord>) -> Option<Vec<Coord>> {
    let mut kept: Vec<Coord> = Vec::with_capacity(ring.len());
    for p in ring {
        if kept.last().is_none_or(|last| distance(*last, p) >= SMALLEST_EDGE_MM) {
            kept.push(p);
        }
    }
    while let ([first, .., last], true) = (&kept[..], kept.len() > 2)
        && distance(*first, *last) < SMALLEST_EDGE_MM
    {
        kept.pop();
    }
    (kept.len() > 2).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(text: &str, outwards: f64, corners: Corners) -> Result<Vec<String>, GeometryError> {
        let pieces = offset(&text.parse().unwrap(), outwards, corners)?;
        Ok(pieces.outlines.iter().map(|piece| piece.canonical().to_string()).collect())
    }

    const ROOM: &str = "0,0 9000,0 9000,6000 0,6000";
    const RING: &str = "0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000";
    const TWO: &str =
        "0,0 4000,0 4000,900 5000,900 5000,0 9000,0 9000,4000 5000,4000 5000,1100 4000,1100 4000,4000 0,4000";

    #[test]
    fn square_corners_stay_square_and_exact() {
        assert_eq!(moved(ROOM, 150.0, Corners::Sharp).unwrap(), ["-150,-150 9150,-150 9150,6150 -150,6150"]);
        assert_eq!(moved(ROOM, -150.0, Corners::Sharp).unwrap(), ["150,150 8850,150 8850,5850 150,5850"]);
        assert_eq!(moved(ROOM, 0.0, Corners::Sharp).unwrap(), [ROOM]);
        assert_eq!(
            moved(RING, -150.0, Corners::Sharp).unwrap(),
            ["150,150 8850,150 8850,5850 150,5850;1850,1850 1850,4150 4150,4150 4150,1850"]
        );
        assert_eq!(
            moved(RING, 1000.0, Corners::Sharp).unwrap(),
            ["-1000,-1000 10000,-1000 10000,7000 -1000,7000"]
        );
    }

    #[test]
    fn a_zone_falls_apart_or_vanishes_when_it_shrinks() {
        assert_eq!(moved(TWO, -150.0, Corners::Sharp).unwrap().len(), 2);
        assert_eq!(moved(ROOM, -2999.0, Corners::Sharp).unwrap_err().code(), "nothing-left");
        assert_eq!(moved(ROOM, -3001.0, Corners::Sharp).unwrap_err().code(), "nothing-left");
        assert_eq!(moved(ROOM, -1e9, Corners::Sharp).unwrap_err().code(), "not-usable");
        assert_eq!(moved(ROOM, f64::NAN, Corners::Sharp).unwrap_err().code(), "not-usable");
    }

    #[test]
    fn round_corners_are_as_far_away_as_asked() {
        let room: Outline = ROOM.parse().unwrap();
        let grown = offset(&room, 1500.0, Corners::Round).unwrap().outlines.remove(0);
        let exact = room.area() + 1500.0 * 30_000.0 + std::f64::consts::PI * 1500.0 * 1500.0;
        assert!((grown.area() / exact - 1.0).abs() < 1e-3);
        for vertex in grown.outer() {
            assert!((room.border_distance(*vertex) - 1500.0).abs() < 1e-6);
        }
    }

    #[test]
    fn very_sharp_corners_are_cut_off() {
        let sharp = moved("0,0 10000,0 10000,600", 100.0, Corners::Sharp).unwrap();
        let sharp: Outline = sharp[0].parse().unwrap();
        assert!(sharp.bounds().x0 > -500.0, "{sharp}");
    }
}

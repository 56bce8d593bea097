//! Taking away and keeping in common: holes, subtraction, intersection.
//! Relies on the planar walk, so that walls the other shape does not reach keep their exact numbers.
//! Knows nothing of who should win where two zones overlap.

use crate::check::{accept, accept_rings, coords, paths, point};
use crate::error::GeometryError;
use crate::join::mean_width;
use crate::maths::{SAME_PLACE_MM, twice_area};
use crate::outline::{Outline, OutlineError, SMALLEST_WIDTH_MM};
use crate::planar::{Lines, Path, Planar, Turns};
use crate::point::Point;
use geo::Coord;

/// A piece that was left away because it is thinner than [`SMALLEST_WIDTH_MM`], or a hole that was filled for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sliver {
    /// A point of it.
    pub at: Point,
    /// Its area in square millimetres; negative for a hole that was filled.
    pub area_mm2: f64,
}

/// What an operation left of an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Pieces {
    /// The pieces, the largest first; never empty.
    pub outlines: Vec<Outline>,
    /// Pieces too thin to be kept.
    pub slivers: Vec<Sliver>,
}

/// Cuts a hole of the shape of `hole`, which must lie wholly inside and leave a centimetre of wall on all sides.
pub fn cut_hole(outline: &Outline, hole: &Outline) -> Result<Outline, GeometryError> {
    if let Some(island) = hole.rings().get(1) {
        return Err(GeometryError::HoleHasHole { at: island[0] });
    }
    let mut rings = outline.rings().to_vec();
    rings.push(hole.outer().to_vec());
    accept_rings(rings, &[outline, hole]).map_err(|error| match error {
        GeometryError::NotAnOutline { error: OutlineError::Crossing { at }, .. }
        | GeometryError::NotAnOutline { error: OutlineError::HoleOutside { at, .. }, .. } => {
            GeometryError::HoleReachesBorder { at }
        }
        other => other,
    })
}

/// Fills the hole in which `at` lies.
pub fn fill_hole(outline: &Outline, at: Point) -> Result<Outline, GeometryError> {
    let is_in = |ring: &[Coord]| crate::maths::position(std::iter::once(ring), at.coord()).is_ge();
    let hole = coords(outline).iter().skip(1).position(|ring| is_in(ring));
    let hole = hole.ok_or(GeometryError::NoHole { at })?;
    let mut rings = outline.rings().to_vec();
    rings.remove(hole + 1);
    Ok(Outline::from_valid(rings))
}

/// The outline without any hole.
pub fn fill_all_holes(outline: &Outline) -> Outline {
    Outline::from_valid(vec![outline.outer().to_vec()])
}

/// What `theirs` leave of `outline`. Where they do not reach, its vertices stay bit for bit; its new border is
/// theirs, with the very same points.
pub fn subtract(outline: &Outline, theirs: &[&Outline]) -> Result<Pieces, GeometryError> {
    let reaching: Vec<&Outline> =
        theirs.iter().filter(|other| other.bounds().meets(outline.bounds())).copied().collect();
    let mut others = Vec::new();
    for (index, other) in reaching.iter().enumerate() {
        others.extend(paths(other, index + 1, 1));
    }
    let before: Vec<&Outline> = std::iter::once(outline).chain(reaching).collect();
    pieces(outline, others, |turns| turns[0] > 0 && turns[1] <= 0, &before)?
        .ok_or(GeometryError::NothingLeft { at: outline.outer()[0] })
}

/// What both have in common.
pub fn intersect(one: &Outline, other: &Outline) -> Result<Pieces, GeometryError> {
    let at = one.outer()[0];
    if !one.bounds().meets(other.bounds()) {
        return Err(GeometryError::NoOverlap { at });
    }
    pieces(one, paths(other, 1, 1), |turns| turns[0] > 0 && turns[1] > 0, &[one, other])?
        .ok_or(GeometryError::NoOverlap { at })
}

/// The chosen faces of `outline` laid under `others`; `None` when no face is chosen, or only slivers are.
pub(crate) fn pieces(
    outline: &Outline,
    others: Vec<Path>,
    chosen: impl Fn(Turns) -> bool,
    before: &[&Outline],
) -> Result<Option<Pieces>, GeometryError> {
    let mut lines = paths(outline, 0, 0);
    lines.extend(others);
    let planar = Planar::new(&lines, SAME_PLACE_MM)?;
    let mut outlines = Vec::new();
    let mut slivers = Vec::new();
    for region in planar.regions(chosen, Lines::Ignored) {
        let mut rings = planar.outline(&region, |_| false);
        let holes = rings.split_off(1.min(rings.len()));
        let Some(outer) = rings.pop() else { continue };
        if is_sliver(&outer) {
            slivers.push(sliver(&outer)?);
            continue;
        }
        let (thin, holes): (Vec<_>, Vec<_>) = holes.into_iter().partition(|hole| is_sliver(hole));
        let is_old = |hole: &[Coord]| before.iter().any(|old| has_ring(old, hole));
        let mut rings = vec![outer];
        rings.extend(holes);
        for hole in thin {
            if is_old(&hole) { rings.push(hole) } else { slivers.push(sliver(&hole)?) }
        }
        outlines.push(accept(rings, before)?);
    }
    outlines.sort_by(|one: &Outline, other| other.area().total_cmp(&one.area()));
    Ok((!outlines.is_empty()).then_some(Pieces { outlines, slivers }))
}

/// Whether a ring is nowhere wider than a centimetre to speak of.
pub(crate) fn is_sliver(ring: &[Coord]) -> bool {
    mean_width(ring) < SMALLEST_WIDTH_MM
}

pub(crate) fn sliver(ring: &[Coord]) -> Result<Sliver, GeometryError> {
    let at = ring.first().copied().unwrap_or_default();
    Ok(Sliver { at: point(at)?, area_mm2: twice_area(ring) / 2.0 })
}

/// Whether one of the outline's rings has these very points.
pub(crate) fn has_ring(outline: &Outline, ring: &[Coord]) -> bool {
    outline.rings().iter().any(|own| {
        own.len() == ring.len() && ring.iter().all(|corner| own.iter().any(|point| point.coord() == *corner))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::join::{MergeOptions, merge};
    use crate::{Polyline, split};

    fn outline(text: &str) -> Outline {
        text.parse().unwrap()
    }

    fn texts(pieces: &[Outline]) -> Vec<String> {
        pieces.iter().map(|piece| piece.canonical().to_string()).collect()
    }

    const ROOM: &str = "0,0 9000,0 9000,6000 0,6000";

    #[test]
    fn a_hole_is_cut_and_filled() {
        let room = outline(ROOM);
        let hole = outline("2000,2000 4000,2000 4000,4000 2000,4000");
        let ring = cut_hole(&room, &hole).unwrap();
        assert_eq!(ring.area(), room.area() - hole.area());
        assert_eq!(fill_hole(&ring, "3000,3000".parse().unwrap()).unwrap(), room);
        assert_eq!(fill_all_holes(&ring), room);
        assert_eq!(fill_hole(&ring, "1,1".parse().unwrap()).unwrap_err().code(), "no-hole");
        for (hole, code) in [
            ("8000,2000 9500,2000 9500,4000", "hole-reaches-border"),
            ("3000,3000 5000,3000 5000,5000", "hole-reaches-border"),
            ("2500,2500 2600,2500 2600,2600", "hole-reaches-border"),
            ("20000,2000 20500,2000 20500,4000", "hole-reaches-border"),
            ("8000,2000 8992,2000 8992,4000", "too-narrow"),
            ("5000,1000 8000,1000 8000,4000;6000,1500 7000,1500 7000,2000", "hole-has-hole"),
        ] {
            assert_eq!(cut_hole(&ring, &outline(hole)).unwrap_err().code(), code, "{hole}");
        }
    }

    #[test]
    fn subtracting_takes_their_border_and_leaves_ours() {
        let room = outline("0,0 4000,0 4500,0 9000,0 9000,6000 0,6000");
        let corner = outline("8000,5000 10000,5000 10000,7000 8000,7000");
        let left = subtract(&room, &[&corner]).unwrap();
        assert_eq!(texts(&left.outlines), ["0,0 4000,0 4500,0 9000,0 9000,5000 8000,5000 8000,6000 0,6000"]);
        let bar = outline("4100,-100 4400,-100 4400,7000 4100,7000");
        let left = subtract(&room, &[&bar]).unwrap();
        assert_eq!(
            texts(&left.outlines),
            ["4400,0 4500,0 9000,0 9000,6000 4400,6000", "0,0 4000,0 4100,0 4100,6000 0,6000"]
        );
        let beside = outline("9000,1000 12000,1000 12000,2000 9000,2000");
        assert_eq!(subtract(&room, &[&beside]).unwrap().outlines, std::slice::from_ref(&room));
        let nearly_all = outline("4,-100 10000,-100 10000,7000 4,7000");
        assert_eq!(subtract(&room, &[&nearly_all]).unwrap_err().code(), "nothing-left");
        let inside = outline("1000,1000 2000,1000 2000,2000 1000,2000");
        assert_eq!(subtract(&room, &[&inside, &corner]).unwrap().outlines[0].rings().len(), 2);
    }

    #[test]
    fn what_is_common() {
        let room = outline(ROOM);
        let other = outline("8000,5000 10000,5000 10000,7000 8000,7000");
        assert_eq!(
            texts(&intersect(&room, &other).unwrap().outlines),
            ["8000,5000 9000,5000 9000,6000 8000,6000"]
        );
        let beside = outline("9000,1000 12000,1000 12000,2000 9000,2000");
        assert_eq!(intersect(&room, &beside).unwrap_err().code(), "no-overlap");
    }

    #[test]
    fn a_split_is_undone_by_merging() {
        for (whole, line) in [
            (ROOM, "3000,-500 3333.3,4000 5000,4100.7 5000,7000"),
            ("0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000", "-1,1999 3001,6001"),
            ("0,0 9000,0 9000,6000 0,6000;2000,2000 2000,4000 4000,4000 4000,2000", "3000,-1 3007,7000"),
            ("0,0 9000,100 9000,9000 6000,9000 6000,3000 3000,3000 3000,9000 0,9000", "-100,5000 9100,5003"),
        ] {
            let whole = outline(whole);
            let line: Polyline = line.parse().unwrap();
            let parts = split(&whole, &line).unwrap();
            let sum: f64 = parts.parts.iter().map(Outline::area).sum();
            assert!((sum / whole.area() - 1.0).abs() < 1e-12);
            let merged = merge(&parts.parts, &MergeOptions::default()).unwrap();
            assert!(merged.outline.is_same_as(&whole), "{} became {}", whole, merged.outline);
            assert!(!merged.dropped.is_empty());
        }
    }

    #[test]
    fn merging_says_how_far_apart_they_are() {
        let room = outline(ROOM);
        let touching = outline("9000,6000 10000,6000 10000,7000 9000,7000");
        let error = merge(&[room.clone(), touching], &MergeOptions::default()).unwrap_err();
        assert_eq!((error.code(), error.place()), ("only-touching", Some("9000,6000".parse().unwrap())));
        let behind_wall = outline("9240,1000 12000,1000 12000,7000 9240,7000");
        let both = [room.clone(), behind_wall];
        let error = merge(&both, &MergeOptions::default()).unwrap_err();
        assert_eq!(error.to_string(), "the outlines are 240 mm apart at 9000,6000");
        assert_eq!(crate::gap_between(&both[0], &both[1]), 240.0);
        let bridged = merge(&both, &MergeOptions { gap_mm: 300.0, ..MergeOptions::default() }).unwrap();
        assert_eq!(
            bridged.outline.canonical().to_string(),
            "0,0 9000,0 9000,1000 12000,1000 12000,7000 9240,7000 9240,6000 0,6000"
        );
        assert_eq!(bridged.bridged.len(), 1);
        assert_eq!(merge(&[room], &MergeOptions::default()).unwrap_err().code(), "too-few-outlines");
    }
}

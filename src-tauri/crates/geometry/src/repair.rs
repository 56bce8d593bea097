//! What could be made of rings that are no outline: loops cut off, thin places opened, short edges left out.
//! Relies on the planar walk, and offers only what is an outline by all rules.
//! Knows nothing of which offer is wanted: nothing is repaired unasked.

use crate::boolean::{Pieces, Sliver, is_sliver, sliver};
use crate::check::{coords, narrow, point};
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, distance, twice_area};
use crate::offset::{Corners, offset_rings, without_short_edges};
use crate::outline::{Outline, Ring, SMALLEST_WIDTH_MM};
use crate::planar::{Lines, Path, Planar};
use geo::Coord;

/// A vertex of the repaired shape that is as near as this to one of the given vertices is that very vertex.
const SAME_VERTEX_MM: f64 = 0.01;
/// Leaving out a short edge may make two others cross; more rounds than this are not tried.
const MOST_ROUNDS: usize = 4;

/// What could be made of the rings of a [`GeometryError`](crate::GeometryError::rings): the pieces, largest first.
///
/// Loops of a line that crosses itself become pieces of their own, edges shorter than a centimetre are left out,
/// places thinner than a centimetre are opened, holes are cut to what is inside. Vertices that are not in the way
/// stay what they are. The first ring is the outer one, whichever way it runs.
pub fn repair(rings: &[Ring]) -> Result<Pieces, GeometryError> {
    let at = rings.iter().flatten().next().copied();
    let at = at.ok_or(GeometryError::TooFewOutlines { needed: 1, found: 0 })?;
    let given: Vec<Vec<Coord>> =
        rings.iter().map(|ring| ring.iter().map(|point| point.coord()).collect()).collect();
    let mut slivers = Vec::new();
    let mut outlines = Vec::new();
    for region in untangled(given.clone(), &mut slivers)? {
        let opened = if narrow(&region, SMALLEST_WIDTH_MM - SAME_PLACE_MM).is_empty() {
            vec![region]
        } else {
            opened(&region, &given, &mut slivers)?
        };
        for rings in opened {
            let ring = |ring: Vec<Coord>| ring.into_iter().map(point).collect::<Result<Ring, _>>();
            let rings = rings.into_iter().map(ring).collect::<Result<_, _>>()?;
            match Outline::new(rings) {
                Ok(outline) => outlines.push(outline),
                Err(error) => {
                    return Err(GeometryError::NotRepairable { at: error.place().unwrap_or(at) });
                }
            }
        }
    }
    if outlines.is_empty() {
        return Err(GeometryError::NotRepairable { at });
    }
    outlines.sort_by(|one, other| other.area().total_cmp(&one.area()));
    Ok(Pieces { outlines, slivers })
}

/// Regions without crossings, short edges and slivers, each as its rings.
fn untangled(
    given: Vec<Vec<Coord>>,
    slivers: &mut Vec<Sliver>,
) -> Result<Vec<Vec<Vec<Coord>>>, GeometryError> {
    let mut waiting = vec![given];
    let mut done = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let mut tangled = Vec::new();
        for rings in waiting {
            for region in faces(rings, slivers)? {
                if is_outline(&region) { done.push(region) } else { tangled.push(region) }
            }
        }
        if tangled.is_empty() {
            return Ok(done);
        }
        waiting = tangled;
    }
    // What does not settle is made a little smaller all around: that takes rings that touch off each other.
    for rings in waiting {
        for region in offset_rings(&rings, -SMALLEST_WIDTH_MM / 2.0, Corners::Sharp)? {
            done.extend(faces(region, slivers)?.into_iter().filter(|region| is_outline(region)));
        }
    }
    Ok(done)
}

fn is_outline(rings: &[Vec<Coord>]) -> bool {
    let ring = |ring: &Vec<Coord>| ring.iter().map(|corner| point(*corner)).collect::<Result<Ring, _>>();
    rings.iter().map(ring).collect::<Result<Vec<_>, _>>().is_ok_and(|rings| Outline::new(rings).is_ok())
}

/// What the first ring encloses less what the others do.
fn faces(rings: Vec<Vec<Coord>>, slivers: &mut Vec<Sliver>) -> Result<Vec<Vec<Vec<Coord>>>, GeometryError> {
    let mut paths = Vec::new();
    for (owner, mut ring) in rings.into_iter().filter_map(without_short_edges).enumerate() {
        // Holes that overlap must run the same way around, so that none takes another's turn back.
        if twice_area(&ring) < 0.0 {
            ring.reverse();
        }
        paths.push(Path::ring(ring, owner, usize::from(owner > 0)));
    }
    let planar = Planar::new(&paths, SAME_PLACE_MM)?;
    let mut found = Vec::new();
    for region in planar.regions(|turns| turns[0] != 0 && turns[1] == 0, Lines::Ignored) {
        let mut rings = planar.outline(&region, |_| false).into_iter().map(without_short_edges);
        let Some(outer) = rings.next().flatten() else { continue };
        if is_sliver(&outer) {
            slivers.push(sliver(&outer)?);
            continue;
        }
        let mut kept = vec![outer];
        kept.extend(rings.flatten().filter(|hole| !is_sliver(hole)));
        found.push(kept);
    }
    Ok(found)
}

/// The region without its places thinner than a centimetre: made smaller by half a centimetre, and larger again.
fn opened(
    region: &[Vec<Coord>],
    given: &[Vec<Coord>],
    slivers: &mut Vec<Sliver>,
) -> Result<Vec<Vec<Vec<Coord>>>, GeometryError> {
    let half = SMALLEST_WIDTH_MM / 2.0;
    let mut found = Vec::new();
    for smaller in offset_rings(region, -half, Corners::Sharp)? {
        for mut larger in offset_rings(&smaller, half, Corners::Sharp)? {
            for corner in larger.iter_mut().flatten() {
                let known = given.iter().flatten().find(|known| distance(**known, *corner) <= SAME_VERTEX_MM);
                *corner = known.copied().unwrap_or(*corner);
            }
            found.extend(faces(larger, slivers)?);
        }
    }
    Ok(found)
}

impl Outline {
    /// The outline of `rings`, or of the largest piece that [`repair`] makes of them.
    pub fn repaired(rings: Vec<Ring>) -> Result<Self, GeometryError> {
        if let Ok(outline) = Self::new(rings.clone())
            && narrow(&coords(&outline), SMALLEST_WIDTH_MM - SAME_PLACE_MM).is_empty()
        {
            return Ok(outline);
        }
        let at = rings.iter().flatten().next().copied();
        let mut pieces = repair(&rings)?.outlines.into_iter();
        pieces.next().ok_or(match at {
            Some(at) => GeometryError::NotRepairable { at },
            None => GeometryError::TooFewOutlines { needed: 1, found: 0 },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> Result<Vec<String>, GeometryError> {
        let ring = |ring: &str| ring.split_whitespace().map(|point| point.parse().unwrap()).collect::<Ring>();
        let pieces = repair(&text.split(';').map(ring).collect::<Vec<_>>())?;
        Ok(pieces.outlines.iter().map(|piece| piece.canonical().to_string()).collect())
    }

    #[test]
    fn a_bow_tie_becomes_two_pieces() {
        assert_eq!(
            repaired("0,0 1000,1000 1000,0 0,1000").unwrap(),
            ["0,0 500,500 0,1000", "500,500 1000,0 1000,1000"]
        );
    }

    #[test]
    fn a_corner_dragged_across_leaves_the_room_and_the_loop() {
        let pieces = repaired("0,0 5000,0 5000,3000 2000,-500 0,3000").unwrap();
        assert_eq!(pieces.len(), 3, "{pieces:?}");
    }

    #[test]
    fn short_edges_and_spikes_go() {
        assert_eq!(repaired("0,0 1000,0 1000,3 1000,1000 0,1000").unwrap(), ["0,0 1000,0 1000,1000 0,1000"]);
        let spike = repaired("0,0 5000,0 5000,2000 9000,2004 5000,2009 5000,4000 0,4000").unwrap();
        let spike: Outline = spike[0].parse().unwrap();
        assert!(spike.bounds().x1 < 5050.0, "{spike}");
        assert!((spike.area() - 2e7).abs() < 2e3, "{spike}");
    }

    #[test]
    fn a_hole_that_reaches_the_border_is_cut_out() {
        assert_eq!(
            repaired("0,0 5000,0 5000,3000 0,3000;4000,1000 6000,1000 6000,2000 4000,2000").unwrap(),
            ["0,0 5000,0 5000,1000 4000,1000 4000,2000 5000,2000 5000,3000 0,3000"]
        );
    }

    #[test]
    fn what_cannot_be_repaired_says_so() {
        for text in ["0,0 1000,0", "0,0 1000,0 500,0", "0,0 1000,0 1000,3", "0,0 3,0 3,3 0,3"] {
            assert_eq!(repaired(text).unwrap_err().code(), "not-repairable", "{text}");
        }
        assert!(repair(&[]).is_err());
        assert!(repair(&[Vec::new()]).is_err());
    }
}

//! Who gets the overlap of two outlines: ours, theirs, or each its half.
//! Relies on subtraction and splitting; the halves meet in the middle between the two borders.
//! Knows nothing of why one zone should win.

use crate::boolean::{Pieces, Sliver, is_sliver, pieces, subtract};
use crate::check::{accept, paths, point};
use crate::cut::split;
use crate::error::GeometryError;
use crate::maths::{SAME_PLACE_MM, between, distance, segment_distance, twice_area};
use crate::outline::Outline;
use crate::planar::{Corner, Lines, Path, Planar};
use crate::polyline::Polyline;
use crate::shared::overlap;
use geo::Coord;

/// Who keeps what two outlines both cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverlapChoice {
    /// The first outline stays whole.
    OursWins,
    /// The second outline stays whole.
    TheirsWins,
    /// The border is drawn in the middle.
    Shared,
    /// Nobody: an overlap is an error that names its place.
    Refused,
}

/// Two outlines that no longer overlap. Each may have fallen into several pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// What is left of the first, the largest first.
    pub ours: Vec<Outline>,
    /// What is left of the second, the largest first.
    pub theirs: Vec<Outline>,
    /// Pieces too thin to be kept.
    pub slivers: Vec<Sliver>,
}

/// Removes the overlap of two outlines as `choice` says. Refused when nothing would be left of one of them.
pub fn resolve_overlap(
    ours: &Outline,
    theirs: &Outline,
    choice: OverlapChoice,
) -> Result<Resolved, GeometryError> {
    let whole = |outline: &Outline| Pieces { outlines: vec![outline.clone()], slivers: Vec::new() };
    let (ours, theirs) = match choice {
        OverlapChoice::OursWins => (whole(ours), subtract(theirs, &[ours])?),
        OverlapChoice::TheirsWins => (subtract(ours, &[theirs])?, whole(theirs)),
        OverlapChoice::Shared => share(ours, theirs)?,
        OverlapChoice::Refused => match overlap(ours, theirs, SAME_PLACE_MM)? {
            Some(found) => return Err(GeometryError::WouldOverlap { index: 0, other: 1, at: found.at }),
            None => (whole(ours), whole(theirs)),
        },
    };
    let slivers = ours.slivers.into_iter().chain(theirs.slivers).collect();
    Ok(Resolved { ours: ours.outlines, theirs: theirs.outlines, slivers })
}

fn share(ours: &Outline, theirs: &Outline) -> Result<(Pieces, Pieces), GeometryError> {
    let mut lines = paths(ours, 0, 0);
    lines.extend(paths(theirs, 1, 1));
    let planar = Planar::new(&lines, SAME_PLACE_MM)?;
    let (mut from_ours, mut from_theirs) = (Vec::new(), Vec::new());
    for region in planar.regions(|turns| turns[0] > 0 && turns[1] > 0, Lines::Ignored) {
        let rings = planar.outline(&region, |_| false);
        if rings.first().is_none_or(|outer| is_sliver(outer)) {
            from_ours.extend(rings);
            continue;
        }
        let mut corners = planar.corner_rings(&region);
        let at = point(rings[0][0])?;
        let cannot = || GeometryError::CannotShare { at };
        let (Some(outer), true) = (corners.pop(), corners.is_empty()) else { return Err(cannot()) };
        let (middle, our_border) = middle_line(&outer).ok_or_else(cannot)?;
        let piece = accept(rings, &[ours, theirs]).map_err(|_| cannot())?;
        let middle = Polyline::new(middle.into_iter().map(point).collect::<Result<_, _>>()?)?;
        let halves = split(&piece, &middle).map_err(|_| cannot())?.parts;
        // What lies along our border is deep in their zone, so it becomes theirs.
        let is_far = |half: &Outline| {
            half.outer_line().is_ok_and(|line| {
                let pairs = line.points().windows(2);
                pairs.into_iter().any(|pair| {
                    segment_distance(pair[0].coord(), pair[1].coord(), our_border) <= SAME_PLACE_MM
                })
            })
        };
        for half in halves {
            let ring = half.outer().iter().map(|point| point.coord()).collect();
            if is_far(&half) { &mut from_ours } else { &mut from_theirs }.push(ring);
        }
    }
    Ok((without(ours, from_ours, theirs)?, without(theirs, from_theirs, ours)?))
}

/// `outline` less some rings.
fn without(outline: &Outline, rings: Vec<Vec<Coord>>, other: &Outline) -> Result<Pieces, GeometryError> {
    // Rings of one layer that touch each other must run the same way around.
    let ring = |(number, mut ring): (usize, Vec<Coord>)| {
        if twice_area(&ring) < 0.0 {
            ring.reverse();
        }
        Path::ring(ring, number + 1, 1)
    };
    let rings = rings.into_iter().enumerate().map(ring).collect();
    pieces(outline, rings, |turns| turns[0] > 0 && turns[1] <= 0, &[outline, other])?
        .ok_or(GeometryError::NothingLeft { at: outline.outer()[0] })
}

/// Whose border an edge of the overlap is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Ours,
    Theirs,
    Both,
}

/// The line in the middle between our border and theirs around a piece of overlap, and a point on our border;
/// `None` unless each has exactly one run of it.
fn middle_line(ring: &[Corner]) -> Option<(Vec<Coord>, Coord)> {
    let whose = |corner: &Corner| match (corner.leaving.contains(&0), corner.leaving.contains(&1)) {
        (true, false) => Whose::Ours,
        (false, true) => Whose::Theirs,
        _ => Whose::Both,
    };
    let count = ring.len();
    let begins = |index: &usize| {
        whose(&ring[*index]) == Whose::Ours && whose(&ring[(index + count - 1) % count]) != Whose::Ours
    };
    let mut starts = (0..count).filter(begins);
    let start = starts.next()?;
    if starts.next().is_some() {
        return None;
    }
    // From the start around: our run, perhaps a common one, their run, perhaps a common one.
    let mut runs: Vec<(Whose, Vec<Coord>)> = Vec::new();
    for step in 0..count {
        let corner = &ring[(start + step) % count];
        let next = ring[(start + step + 1) % count].at;
        match runs.last_mut() {
            Some((owner, points)) if *owner == whose(corner) => points.push(next),
            _ => runs.push((whose(corner), vec![corner.at, next])),
        }
    }
    let run = |owner: Whose| {
        let mut found = runs.iter().filter(|(own, _)| *own == owner);
        let first = found.next();
        if found.next().is_some() { None } else { first.map(|(_, points)| points.clone()) }
    };
    let (our_run, their_run) = (run(Whose::Ours)?, run(Whose::Theirs)?);
    // The common runs before and after theirs; where there is none the two borders cross in a point.
    let common = |is_before: bool| {
        let theirs = runs.iter().position(|(own, _)| *own == Whose::Theirs)?;
        let side = if is_before { &runs[..theirs] } else { &runs[theirs + 1..] };
        side.iter().find(|(own, _)| *own == Whose::Both).map(|(_, points)| points.clone())
    };
    let begin = common(true).map_or_else(|| our_run.last().copied(), |points| at_part(&points, 0.5))?;
    let end = common(false).map_or_else(|| our_run.first().copied(), |points| at_part(&points, 0.5))?;
    let backwards: Vec<Coord> = our_run.iter().rev().copied().collect();
    let mut parts: Vec<f64> = parts(&backwards).into_iter().chain(parts(&their_run)).collect();
    parts.sort_by(f64::total_cmp);
    parts.dedup_by(|one, other| (*one - *other).abs() < 1e-6);
    let mut line = vec![begin];
    for part in parts.into_iter().filter(|part| *part > 1e-6 && *part < 1.0 - 1e-6) {
        line.push(between(at_part(&backwards, part)?, at_part(&their_run, part)?, 0.5));
    }
    line.push(end);
    let mut index = 1;
    while index + 1 < line.len() {
        if segment_distance(line[index - 1], line[index + 1], line[index]) <= SAME_PLACE_MM {
            line.remove(index);
        } else {
            index += 1;
        }
    }
    Some((line, at_part(&our_run, 0.5)?))
}

/// How far along the line each of its points lies, from 0 to 1.
fn parts(line: &[Coord]) -> Vec<f64> {
    let mut sum = 0.0;
    let mut sums = vec![0.0];
    for pair in line.windows(2) {
        sum += distance(pair[0], pair[1]);
        sums.push(sum);
    }
    sums.into_iter().map(|own| if sum > 0.0 { own / sum } else { 0.0 }).collect()
}

/// The point of the line that lies `part` of its length from its beginning.
fn at_part(line: &[Coord], part: f64) -> Option<Coord> {
    let parts = parts(line);
    let index = parts.iter().position(|own| *own >= part).unwrap_or(parts.len().checked_sub(1)?);
    if index == 0 {
        return line.first().copied();
    }
    let (from, to) = (parts[index - 1], parts[index]);
    let within = if to > from { ((part - from) / (to - from)).clamp(0.0, 1.0) } else { 0.0 };
    Some(between(line[index - 1], line[index], within))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(ours: &str, theirs: &str, choice: OverlapChoice) -> Result<(String, String), GeometryError> {
        let found = resolve_overlap(&ours.parse().unwrap(), &theirs.parse().unwrap(), choice)?;
        let text = |pieces: &[Outline]| {
            pieces.iter().map(|piece| piece.canonical().to_string()).collect::<Vec<_>>().join(" | ")
        };
        Ok((text(&found.ours), text(&found.theirs)))
    }

    const LEFT: &str = "0,0 5000,0 5000,3000 0,3000";
    const RIGHT: &str = "4000,0 9000,0 9000,3000 4000,3000";

    #[test]
    fn one_wins_or_they_share() {
        let left_cut = "0,0 4000,0 4000,3000 0,3000".to_owned();
        let right_cut = "5000,0 9000,0 9000,3000 5000,3000".to_owned();
        assert_eq!(resolved(LEFT, RIGHT, OverlapChoice::OursWins).unwrap(), (LEFT.to_owned(), right_cut));
        assert_eq!(resolved(LEFT, RIGHT, OverlapChoice::TheirsWins).unwrap(), (left_cut, RIGHT.to_owned()));
        assert_eq!(
            resolved(LEFT, RIGHT, OverlapChoice::Shared).unwrap(),
            ("0,0 4500,0 4500,3000 0,3000".to_owned(), "4500,0 9000,0 9000,3000 4500,3000".to_owned())
        );
    }

    #[test]
    fn a_corner_in_a_corner_is_shared_along_its_diagonal() {
        let (ours, theirs) =
            resolved(LEFT, "4000,2000 9000,2000 9000,9000 4000,9000", OverlapChoice::Shared).unwrap();
        assert_eq!(ours, "0,0 5000,0 5000,2000 4000,3000 0,3000");
        assert_eq!(theirs, "4000,3000 5000,2000 9000,2000 9000,9000 4000,9000");
    }

    #[test]
    fn what_lies_inside_cannot_be_shared() {
        let inside = "1000,1000 2000,1000 2000,2000 1000,2000";
        assert_eq!(resolved(LEFT, inside, OverlapChoice::Shared).unwrap_err().code(), "cannot-share");
        assert_eq!(resolved(inside, LEFT, OverlapChoice::TheirsWins).unwrap_err().code(), "nothing-left");
        let (ours, _) = resolved(LEFT, inside, OverlapChoice::TheirsWins).unwrap();
        assert_eq!(ours.split(';').count(), 2);
    }

    #[test]
    fn an_overlap_may_be_refused() {
        let refused = resolved(LEFT, RIGHT, OverlapChoice::Refused).unwrap_err();
        assert_eq!((refused.code(), refused.place().is_some()), ("would-overlap", true));
    }

    #[test]
    fn without_an_overlap_nothing_changes() {
        let beside = "5000,0 9000,0 9000,3000 5000,3000";
        let all = [
            OverlapChoice::OursWins,
            OverlapChoice::TheirsWins,
            OverlapChoice::Shared,
            OverlapChoice::Refused,
        ];
        for choice in all {
            assert_eq!(resolved(LEFT, beside, choice).unwrap(), (LEFT.to_owned(), beside.to_owned()));
        }
    }
}

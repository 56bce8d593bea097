//! Rings as drawn, made fit for an outline: points that a plan cannot tell apart joined, straight ones left out.
//! Relies on `geometry` to judge what comes out.
//! Must not know: where rings come from.

use geometry::{Outline, OutlineError, Point, Ring, SMALLEST_EDGE_MM};

/// How far a corner may lie from the line through its neighbours and still be no corner, in millimetres.
const STRAIGHT_MM: f64 = 0.5;

/// An outline of these rings, outer one first. Holes too small to be one are left out.
pub(crate) fn outline(rings: &[Ring]) -> Result<Outline, OutlineError> {
    let mut tidied: Vec<Ring> = Vec::with_capacity(rings.len());
    for (index, points) in rings.iter().enumerate() {
        let points = ring(points);
        if index == 0 || points.len() >= 3 {
            tidied.push(points);
        }
    }
    Outline::new(tidied)
}

/// A ring without points nearer to each other than an outline accepts, and without points on straight lines.
pub(crate) fn ring(points: &[Point]) -> Ring {
    let mut kept: Ring = Vec::with_capacity(points.len());
    for point in points {
        if kept.last().is_none_or(|last| last.distance(*point) >= SMALLEST_EDGE_MM) {
            kept.push(*point);
        }
    }
    while kept.len() > 1
        && let (Some(first), Some(last)) = (kept.first(), kept.last())
        && first.distance(*last) < SMALLEST_EDGE_MM
    {
        kept.pop();
    }
    // Each judged against the last one that stays, so that a curve of tiny steps is not eaten up.
    let mut out: Ring = Vec::with_capacity(kept.len());
    for (index, point) in kept.iter().enumerate() {
        let before = out.last().or(kept.last());
        let after = kept.get(index + 1).or(out.first()).or(kept.first());
        if let (Some(before), Some(after)) = (before, after)
            && is_straight(*before, *point, *after)
        {
            continue;
        }
        out.push(*point);
    }
    out
}

fn is_straight(before: Point, point: Point, after: Point) -> bool {
    let (dx, dy) = (after.x() - before.x(), after.y() - before.y());
    let length = dx.hypot(dy);
    if length == 0.0 {
        return false;
    }
    let (px, py) = (point.x() - before.x(), point.y() - before.y());
    let along = (px * dx + py * dy) / length;
    (px * dy - py * dx).abs() / length <= STRAIGHT_MM && (0.0..=length).contains(&along)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(list: &[(f64, f64)]) -> Ring {
        list.iter().map(|(x, y)| Point::new(*x, *y).unwrap()).collect()
    }

    #[test]
    fn specks_and_straight_points_go() {
        let drawn = points(&[
            (0.0, 0.0),
            (500.0, 0.1),
            (1000.0, 0.0),
            (1000.0, 3.0),
            (1000.0, 1000.0),
            (0.0, 1000.0),
            (0.0, 5.0),
        ]);
        assert_eq!(ring(&drawn), points(&[(0.0, 0.0), (1000.0, 0.0), (1000.0, 1000.0), (0.0, 1000.0)]));
        assert!(outline(&[drawn]).is_ok());
        assert!(outline(&[points(&[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)])]).is_err());
        assert!(outline(&[]).is_err());
    }
}

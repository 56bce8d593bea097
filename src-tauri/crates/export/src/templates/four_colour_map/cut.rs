//! Lines and rings on paper cut to a frame, so that a card carries what it shows of a plan and not the plan.
//! Relies on the frame being upright: each of its four sides is cut along in turn (Sutherland and Hodgman's way).
//! Must not know: what is drawn.

use crate::layout::{Mm, Point, Rect, point};

/// Corners nearer to each other than this are one, in millimetres: finer than any printer.
const NEAR: Mm = 0.05;
/// Most corners of one line or ring. On paper of a few centimetres nobody sees more.
const MOST: usize = 400;

/// A frame that is cut to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    frame: Rect,
}

/// How far inside a side of the frame a place is; negative outside.
type Inside = fn(&Rect, Point) -> f64;

const SIDES: [Inside; 4] = [
    |frame, at| at.x - frame.x,
    |frame, at| frame.right() - at.x,
    |frame, at| at.y - frame.y,
    |frame, at| frame.bottom() - at.y,
];

impl Cut {
    /// Cuts to a frame that is a little larger than `frame`, so that the cut edge itself is not seen in it.
    pub(super) fn around(frame: Rect, by: Mm) -> Cut {
        Cut { frame: Rect::new(frame.x - by, frame.y - by, frame.width + 2.0 * by, frame.height + 2.0 * by) }
    }

    /// What of a ring lies in the frame, as one ring; where it leaves and comes back it runs along the frame.
    pub(super) fn ring(&self, places: impl IntoIterator<Item = Point>) -> Vec<Point> {
        let mut ring = thinned(places);
        for inside in SIDES {
            let mut kept = Vec::with_capacity(ring.len() + 4);
            let last = ring.last().copied();
            for (from, to) in last.into_iter().chain(ring.iter().copied()).zip(ring.iter().copied()) {
                let (a, b) = (inside(&self.frame, from), inside(&self.frame, to));
                if (a >= 0.0) != (b >= 0.0) {
                    kept.push(between(from, to, a / (a - b)));
                }
                if b >= 0.0 {
                    kept.push(to);
                }
            }
            ring = kept;
        }
        if ring.len() < 3 { Vec::new() } else { ring }
    }

    /// A line from where it first comes near the frame to where it last does.
    pub(super) fn line(&self, places: impl IntoIterator<Item = Point>) -> Vec<Point> {
        let line = thinned(places);
        let meets = |pair: &[Point]| {
            let [a, b] = pair else { return false };
            SIDES.iter().all(|inside| inside(&self.frame, *a) >= 0.0 || inside(&self.frame, *b) >= 0.0)
        };
        let first = line.windows(2).position(meets);
        let last = line.windows(2).rposition(meets);
        match (first, last) {
            (Some(first), Some(last)) => line.get(first..last + 2).map(<[Point]>::to_vec).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}

/// The places without those that stand on the one before, and without more than can be seen; the last one stays.
fn thinned(places: impl IntoIterator<Item = Point>) -> Vec<Point> {
    let mut near = NEAR;
    let mut kept = apart(places, near);
    // Distances grow by half each time, so that coordinates as far as they may lie end this soon.
    while kept.len() > MOST && near < 1e6 {
        near *= 1.5;
        kept = apart(kept, near);
    }
    kept
}

/// The places that stand farther than `near` from the one before, and the last one.
fn apart(places: impl IntoIterator<Item = Point>, near: Mm) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    let mut skipped = None;
    for place in places {
        let close = kept.last().is_some_and(|own| (own.x - place.x).hypot(own.y - place.y) < near);
        if close {
            skipped = Some(place);
        } else {
            kept.push(place);
            skipped = None;
        }
    }
    kept.extend(skipped);
    kept
}

fn between(a: Point, b: Point, t: f64) -> Point {
    point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut() -> Cut {
        Cut::around(Rect::new(0.0, 0.0, 10.0, 10.0), 0.0)
    }

    fn area(ring: &[Point]) -> f64 {
        let next = ring.iter().skip(1).chain(ring.first());
        let sum: f64 = ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
        (sum / 2.0).abs()
    }

    #[test]
    fn rings_are_cut_to_what_lies_in_the_frame() {
        let ring = |x: f64, y: f64, side: f64| {
            [point(x, y), point(x + side, y), point(x + side, y + side), point(x, y + side)]
        };
        for (x, y, side, expected) in [
            (2.0, 2.0, 4.0, 16.0),
            (-5.0, -5.0, 10.0, 25.0),
            (-5.0, 2.0, 100.0, 80.0),
            (-50.0, -50.0, 100.0, 100.0),
            (20.0, 20.0, 5.0, 0.0),
        ] {
            let cut = cut().ring(ring(x, y, side));
            assert!((area(&cut) - expected).abs() < 1e-9, "{x} {y} {side}: {cut:?}");
        }
    }

    #[test]
    fn ten_thousand_corners_become_as_many_as_can_be_seen() {
        let corner = |i: u32| {
            let (sine, cosine) = (f64::from(i) / 10_000.0 * std::f64::consts::TAU).sin_cos();
            point(5.0 + 4.0 * cosine, 5.0 + 4.0 * sine)
        };
        let ring = cut().ring((0..10_000).map(corner));
        assert!(ring.len() <= MOST + 8, "{}", ring.len());
        assert!((area(&ring) - std::f64::consts::PI * 16.0).abs() < 0.1);
    }

    #[test]
    fn lines_begin_and_end_near_the_frame() {
        let line = [-30.0, -20.0, -10.0, 5.0, 20.0, 30.0].map(|x| point(x, 5.0));
        let kept: Vec<f64> = cut().line(line).iter().map(|own| own.x).collect();
        assert_eq!(kept, [-10.0, 5.0, 20.0]);
        assert!(cut().line([point(-5.0, -5.0), point(-5.0, 50.0)]).is_empty());
    }
}

//! Hatching as real line segments cut at the outline, so that a level stays readable in black and white.
//! Relies on flattened outlines from [`Path`].
//! Must not know: risk levels (which pattern means what is `domain`'s table), any file format.

use super::colour::Colour;
use super::document::{Item, Shape};
use super::path::{Cap, Path, Stroke};
use super::units::{Mm, Point, Rect, point};

/// Upper bound on the lines or dots of one hatched area. Beyond it the pattern is thinned, never the memory used up.
const MOST_MARKS: usize = 20_000;

/// What the marks of a [`Hatch`] look like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum HatchKind {
    /// Parallel lines rising to the right at 45 degrees.
    Diagonal,
    /// Parallel lines at `degrees`, clockwise from the horizontal.
    Lines {
        /// Angle in degrees.
        degrees: f64,
    },
    /// Two sets of diagonal lines.
    Cross,
    /// Dots in staggered rows.
    Dots,
}

/// A hatching pattern. It is anchored to the page, not to the area, so neighbouring areas with the same pattern join.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hatch {
    /// Form of the marks.
    pub kind: HatchKind,
    /// Distance between neighbouring lines or dots, in millimetres.
    pub spacing: Mm,
    /// Width of the lines or diameter of the dots, in millimetres.
    pub width: Mm,
    /// Ink.
    pub colour: Colour,
}

impl Hatch {
    /// The marks inside `area` as one item. `None` when no mark falls inside.
    pub fn draw(&self, area: &Path) -> Option<Item> {
        let path = self.marks(area);
        if path.is_empty() {
            return None;
        }
        let mut stroke = Stroke::new(self.colour, self.width);
        if matches!(self.kind, HatchKind::Dots) {
            // A dot is a line without length whose round caps make the disc: six numbers instead of a circle.
            stroke.cap = Cap::Round;
        }
        Some(Item::Shape(Shape { path, fill: None, stroke: Some(stroke) }))
    }

    fn marks(&self, area: &Path) -> Path {
        let rings = area.rings();
        let Some(bounds) = area.bounds() else { return Path::new() };
        if !area.is_within(f64::MAX) || self.spacing <= 0.0 {
            return Path::new();
        }
        let mut path = Path::new();
        match self.kind {
            HatchKind::Diagonal => self.lines(&rings, bounds, -45.0, &mut path),
            HatchKind::Lines { degrees } => self.lines(&rings, bounds, degrees, &mut path),
            HatchKind::Cross => {
                self.lines(&rings, bounds, -45.0, &mut path);
                self.lines(&rings, bounds, 45.0, &mut path);
            }
            HatchKind::Dots => self.dots(&rings, bounds, &mut path),
        }
        path
    }

    /// Spacing that keeps the number of marks across `extent` millimetres below `most`.
    fn spacing_for(&self, extent: Mm, most: usize) -> Mm {
        self.spacing.max(extent / most as f64)
    }

    fn lines(&self, rings: &[Vec<Point>], bounds: Rect, degrees: f64, path: &mut Path) {
        let (sin, cos) = degrees.to_radians().sin_cos();
        // `along` runs with the lines, `across` counts them from the page origin.
        let across = |p: Point| p.y * cos - p.x * sin;
        let along = |p: Point| p.x * cos + p.y * sin;
        let back = |u: f64, v: f64| point(u * cos - v * sin, u * sin + v * cos);
        let corners = [
            bounds.origin(),
            point(bounds.right(), bounds.y),
            point(bounds.x, bounds.bottom()),
            point(bounds.right(), bounds.bottom()),
        ]
        .map(across);
        let low = corners.into_iter().fold(f64::INFINITY, f64::min);
        let high = corners.into_iter().fold(f64::NEG_INFINITY, f64::max);
        let spacing = self.spacing_for(high - low, MOST_MARKS);
        let first = (low / spacing).floor();
        for i in 0..=count((high - low) / spacing) {
            let v = (first + i as f64) * spacing;
            for (from, to) in crossings(rings, v, across, along) {
                path.move_to(back(from, v)).line_to(back(to, v));
            }
        }
    }

    fn dots(&self, rings: &[Vec<Point>], bounds: Rect, path: &mut Path) {
        let rows_at_most = (MOST_MARKS as f64).sqrt() as usize;
        let spacing = self.spacing_for(bounds.width.max(bounds.height), rows_at_most);
        let row_height = spacing * 3f64.sqrt() / 2.0;
        let radius = self.width / 2.0;
        let first = (bounds.y / row_height).floor();
        for i in 0..=count(bounds.height / row_height) {
            let row = first + i as f64;
            let y = row * row_height;
            let shift = if row.rem_euclid(2.0) < 1.0 { 0.0 } else { spacing / 2.0 };
            for (from, to) in crossings(rings, y, |p| p.y, |p| p.x) {
                let first = ((from - shift) / spacing).ceil();
                for k in 0..count((to - from) / spacing) {
                    let at = point((first + k as f64) * spacing + shift, y);
                    if at.x <= to && distance_to_outline(rings, at) >= radius {
                        path.move_to(at).line_to(at);
                    }
                }
            }
        }
    }
}

/// Steps that cover `length` spacings; counted, so that far-off coordinates cannot make an endless loop.
fn count(length: f64) -> usize {
    (length.ceil() as usize + 1).min(2 * MOST_MARKS)
}

/// Where the line `across == v` runs inside the rings (even-odd), as pairs of `along` values.
fn crossings(
    rings: &[Vec<Point>],
    v: f64,
    across: impl Fn(Point) -> f64,
    along: impl Fn(Point) -> f64,
) -> Vec<(f64, f64)> {
    let mut at: Vec<f64> = Vec::new();
    for (a, b) in edges(rings) {
        let (va, vb) = (across(a), across(b));
        // Half-open, so that a line through a vertex counts it once.
        if (va <= v) != (vb <= v) {
            let t = (v - va) / (vb - va);
            at.push(along(a) + t * (along(b) - along(a)));
        }
    }
    at.sort_by(f64::total_cmp);
    at.chunks_exact(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| b - a > 0.01).collect()
}

fn edges(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> + '_ {
    rings.iter().flat_map(|ring| ring.iter().enumerate().map(|(i, a)| (*a, ring[(i + 1) % ring.len()])))
}

fn distance_to_outline(rings: &[Vec<Point>], p: Point) -> f64 {
    edges(rings)
        .map(|(a, b)| {
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let length2 = dx * dx + dy * dy;
            let t = if length2 > 0.0 {
                (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2).clamp(0.0, 1.0)
            } else {
                0.0
            };
            (p.x - a.x - t * dx).hypot(p.y - a.y - t * dy)
        })
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::path::Step;

    fn ink(kind: HatchKind, area: &Path) -> Vec<(Point, Point)> {
        let hatch = Hatch { kind, spacing: 2.0, width: 0.3, colour: Colour::BLACK };
        let steps = hatch.marks(area);
        steps
            .steps()
            .chunks(2)
            .map(|pair| match pair {
                [Step::Move(a), Step::Line(b)] => (*a, *b),
                other => panic!("unexpected steps {other:?}"),
            })
            .collect()
    }

    #[test]
    fn horizontal_lines_are_cut_at_a_hole() {
        let mut area = Path::rect(Rect::new(1.0, 1.0, 10.0, 10.0));
        area.append(&Path::rect(Rect::new(4.0, 4.0, 4.0, 4.0)));
        let lines = ink(HatchKind::Lines { degrees: 0.0 }, &area);
        let at_six: Vec<_> = lines.iter().filter(|(a, _)| (a.y - 6.0).abs() < 1e-9).collect();
        assert_eq!(at_six.len(), 2, "left and right of the hole");
        assert!((at_six[0].0.x - 1.0).abs() < 1e-9 && (at_six[0].1.x - 4.0).abs() < 1e-9);
    }

    #[test]
    fn neighbours_share_the_phase() {
        let left = ink(HatchKind::Diagonal, &Path::rect(Rect::new(0.0, 0.0, 10.0, 10.0)));
        let right = ink(HatchKind::Diagonal, &Path::rect(Rect::new(10.0, 0.0, 10.0, 10.0)));
        let ends: Vec<f64> =
            left.iter().map(|(_, b)| b).filter(|p| (p.x - 10.0).abs() < 1e-6).map(|p| p.y).collect();
        let starts: Vec<f64> =
            right.iter().map(|(a, _)| a).filter(|p| (p.x - 10.0).abs() < 1e-6).map(|p| p.y).collect();
        for y in &ends {
            assert!(starts.iter().any(|s| (s - y).abs() < 1e-6), "no continuation at {y}");
        }
        assert!(!ends.is_empty());
    }

    #[test]
    fn dots_stay_inside_and_huge_areas_stay_bounded() {
        for (a, _) in ink(HatchKind::Dots, &Path::circle(point(20.0, 20.0), 10.0)) {
            assert!((a.x - 20.0).hypot(a.y - 20.0) <= 10.0);
        }
        let vast = ink(HatchKind::Dots, &Path::rect(Rect::new(0.0, 0.0, 1e6, 1e6)));
        assert!(vast.len() < 2 * MOST_MARKS);
        let far = ink(HatchKind::Cross, &Path::rect(Rect::new(1e300, -1e300, 1e5, 1e5)));
        assert!(far.len() <= 4 * MOST_MARKS);
        let nothing = Hatch { kind: HatchKind::Cross, spacing: 0.0, width: 0.1, colour: Colour::BLACK };
        assert!(nothing.draw(&Path::rect(Rect::new(0.0, 0.0, 9.0, 9.0))).is_none());
    }
}

//! Outlines and how they are painted: subpaths with holes, strokes, fills.
//! Relies on `kurbo` for arcs and curve flattening only; its types stay inside this file.
//! Must not know: pages, fonts, any file format.

use super::colour::Colour;
use super::units::{Mm, Point, Rect, point};
use kurbo::Shape as _;

/// How far a flattened curve may stray from the true one, in millimetres: below what a 1200 dpi printer shows.
const FLATTENING: Mm = 0.02;

/// One step of a [`Path`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Starts a subpath.
    Move(Point),
    /// Straight line to a point.
    Line(Point),
    /// Cubic Bézier: two handles, then the end.
    Cubic(Point, Point, Point),
    /// Back to the start of the subpath.
    Close,
}

/// A shape made of subpaths. Unless a [`Fill`] says otherwise, a ring inside a ring is a hole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path {
    steps: Vec<Step>,
}

impl Path {
    /// An empty path.
    pub fn new() -> Path {
        Path::default()
    }

    /// A closed ring through `points`. Fewer than two points give an empty path.
    pub fn polygon(points: impl IntoIterator<Item = Point>) -> Path {
        let mut path = Path::new();
        path.ring(points);
        path
    }

    /// An open line through `points`.
    pub fn polyline(points: impl IntoIterator<Item = Point>) -> Path {
        let mut path = Path::new();
        for p in points {
            if path.steps.is_empty() {
                path.move_to(p)
            } else {
                path.line_to(p)
            };
        }
        path
    }

    /// A single straight line.
    pub fn line(from: Point, to: Point) -> Path {
        Path { steps: vec![Step::Move(from), Step::Line(to)] }
    }

    /// A rectangle.
    pub fn rect(r: Rect) -> Path {
        Path::polygon([
            r.origin(),
            point(r.right(), r.y),
            point(r.right(), r.bottom()),
            point(r.x, r.bottom()),
        ])
    }

    /// A rectangle with rounded corners of `radius` millimetres.
    pub fn rounded_rect(r: Rect, radius: Mm) -> Path {
        let shape = kurbo::RoundedRect::new(r.x, r.y, r.right(), r.bottom(), radius.max(0.0));
        Path::from_kurbo(shape.path_elements(FLATTENING))
    }

    /// A circle around `centre` with `radius` millimetres.
    pub fn circle(centre: Point, radius: Mm) -> Path {
        let mut path = Path::from_kurbo(
            kurbo::Circle::new((centre.x, centre.y), radius.max(0.0)).path_elements(FLATTENING),
        );
        if !matches!(path.steps.last(), Some(Step::Close)) {
            path.close();
        }
        path
    }

    /// An open circular arc. Angles in degrees, clockwise on paper, zero to the right.
    pub fn arc(centre: Point, radius: Mm, start_degrees: f64, sweep_degrees: f64) -> Path {
        let mut path = Path::new();
        path.append_arc(centre, radius, start_degrees, sweep_degrees);
        path
    }

    /// Starts a new subpath at `p`.
    pub fn move_to(&mut self, p: Point) -> &mut Path {
        self.steps.push(Step::Move(p));
        self
    }

    /// Straight line to `p`.
    pub fn line_to(&mut self, p: Point) -> &mut Path {
        self.steps.push(Step::Line(p));
        self
    }

    /// Cubic Bézier to `p` with handles `a` and `b`.
    pub fn cubic_to(&mut self, a: Point, b: Point, p: Point) -> &mut Path {
        self.steps.push(Step::Cubic(a, b, p));
        self
    }

    /// Closes the current subpath.
    pub fn close(&mut self) -> &mut Path {
        self.steps.push(Step::Close);
        self
    }

    /// Adds a closed ring, for instance a hole.
    pub fn ring(&mut self, points: impl IntoIterator<Item = Point>) -> &mut Path {
        let start = self.steps.len();
        for p in points {
            self.steps.push(if self.steps.len() == start { Step::Move(p) } else { Step::Line(p) });
        }
        match self.steps.len() - start {
            0 => {}
            1 => self.steps.truncate(start),
            _ => self.steps.push(Step::Close),
        }
        self
    }

    /// Continues with an arc (or starts with one): angles in degrees, clockwise on paper, zero to the right.
    pub fn append_arc(
        &mut self,
        centre: Point,
        radius: Mm,
        start_degrees: f64,
        sweep_degrees: f64,
    ) -> &mut Path {
        let arc = kurbo::Arc::new(
            (centre.x, centre.y),
            (radius, radius),
            start_degrees.to_radians(),
            sweep_degrees.to_radians(),
            0.0,
        );
        let start = point(
            centre.x + radius * start_degrees.to_radians().cos(),
            centre.y + radius * start_degrees.to_radians().sin(),
        );
        self.steps.push(if self.steps.is_empty() { Step::Move(start) } else { Step::Line(start) });
        for el in arc.append_iter(FLATTENING) {
            self.steps.extend(step_from(el));
        }
        self
    }

    /// Appends all steps of `other`.
    pub fn append(&mut self, other: &Path) -> &mut Path {
        self.steps.extend_from_slice(&other.steps);
        self
    }

    /// The steps in drawing order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Moves every point by `dx`, `dy` millimetres.
    pub fn translate(&mut self, dx: Mm, dy: Mm) {
        self.map(|p| p.offset(dx, dy));
    }

    /// Applies `f` to every point, handles included. Right for any affine change of coordinates.
    pub fn map(&mut self, f: impl Fn(Point) -> Point) {
        for step in &mut self.steps {
            match step {
                Step::Move(p) | Step::Line(p) => *p = f(*p),
                Step::Cubic(a, b, p) => (*a, *b, *p) = (f(*a), f(*b), f(*p)),
                Step::Close => {}
            }
        }
    }

    /// Smallest rectangle around all points and handles, or `None` for an empty path.
    pub fn bounds(&self) -> Option<Rect> {
        let mut points = self.steps.iter().flat_map(|s| match s {
            Step::Move(p) | Step::Line(p) => vec![*p],
            Step::Cubic(a, b, p) => vec![*a, *b, *p],
            Step::Close => vec![],
        });
        let first = points.next()?;
        let (mut x0, mut y0, mut x1, mut y1) = (first.x, first.y, first.x, first.y);
        for p in points {
            (x0, y0, x1, y1) = (x0.min(p.x), y0.min(p.y), x1.max(p.x), y1.max(p.y));
        }
        Some(Rect::new(x0, y0, x1 - x0, y1 - y0))
    }

    /// The path as straight rings, each with its points in order and curves replaced by chords.
    pub fn rings(&self) -> Vec<Vec<Point>> {
        let mut rings: Vec<Vec<Point>> = Vec::new();
        kurbo::flatten(self.steps.iter().map(to_kurbo), FLATTENING, |el| match el {
            kurbo::PathEl::MoveTo(p) => rings.push(vec![point(p.x, p.y)]),
            kurbo::PathEl::LineTo(p) => {
                if let Some(ring) = rings.last_mut() {
                    ring.push(point(p.x, p.y));
                }
            }
            kurbo::PathEl::QuadTo(..) | kurbo::PathEl::CurveTo(..) | kurbo::PathEl::ClosePath => {}
        });
        rings
    }

    /// Whether every coordinate is a number no farther than `limit` millimetres from the origin.
    pub fn is_within(&self, limit: Mm) -> bool {
        let ok = |p: &Point| p.x.abs() <= limit && p.y.abs() <= limit;
        self.steps.iter().all(|s| match s {
            Step::Move(p) | Step::Line(p) => ok(p),
            Step::Cubic(a, b, p) => ok(a) && ok(b) && ok(p),
            Step::Close => true,
        })
    }

    fn from_kurbo(elements: impl Iterator<Item = kurbo::PathEl>) -> Path {
        Path { steps: elements.flat_map(step_from).collect() }
    }
}

fn step_from(el: kurbo::PathEl) -> Option<Step> {
    let p = |q: kurbo::Point| point(q.x, q.y);
    Some(match el {
        kurbo::PathEl::MoveTo(a) => Step::Move(p(a)),
        kurbo::PathEl::LineTo(a) => Step::Line(p(a)),
        kurbo::PathEl::CurveTo(a, b, c) => Step::Cubic(p(a), p(b), p(c)),
        // None of the shapes above makes quadratic curves.
        kurbo::PathEl::QuadTo(..) => return None,
        kurbo::PathEl::ClosePath => Step::Close,
    })
}

fn to_kurbo(step: &Step) -> kurbo::PathEl {
    let k = |p: &Point| kurbo::Point::new(p.x, p.y);
    match step {
        Step::Move(p) => kurbo::PathEl::MoveTo(k(p)),
        Step::Line(p) => kurbo::PathEl::LineTo(k(p)),
        Step::Cubic(a, b, p) => kurbo::PathEl::CurveTo(k(a), k(b), k(p)),
        Step::Close => kurbo::PathEl::ClosePath,
    }
}

/// How a filled shape meets what lies below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Blend {
    /// Covers it.
    #[default]
    Normal,
    /// Darkens it: the lines of a scanned plan stay black under a coloured zone.
    Multiply,
}

/// What counts as inside where subpaths overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FillRule {
    /// Crossed an odd number of times: a ring inside a ring is a hole whichever way it turns.
    #[default]
    EvenOdd,
    /// Surrounded in all: what drawing programs usually mean.
    NonZero,
}

/// Interior paint.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fill {
    /// Colour of the paint.
    pub colour: Colour,
    /// `1.0` covers, `0.0` is invisible.
    pub opacity: f64,
    /// How it mixes with what lies below.
    pub blend: Blend,
    /// What counts as inside.
    pub rule: FillRule,
}

impl From<Colour> for Fill {
    fn from(colour: Colour) -> Fill {
        Fill { colour, opacity: 1.0, blend: Blend::Normal, rule: FillRule::EvenOdd }
    }
}

/// End of an open line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cap {
    /// Ends exactly at the point.
    #[default]
    Butt,
    /// Half a disc beyond the point.
    Round,
    /// Half a square beyond the point.
    Square,
}

/// Corner of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Join {
    /// Pointed.
    #[default]
    Miter,
    /// Rounded.
    Round,
    /// Cut off.
    Bevel,
}

/// Outline paint.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Colour of the line.
    pub colour: Colour,
    /// Width in millimetres.
    pub width: Mm,
    /// Alternating lengths of ink and gap in millimetres; empty for a solid line.
    pub dash: Vec<Mm>,
    /// Shape of the ends.
    pub cap: Cap,
    /// Shape of the corners.
    pub join: Join,
}

impl Stroke {
    /// A solid line of `width` millimetres.
    pub fn new(colour: Colour, width: Mm) -> Stroke {
        Stroke { colour, width, dash: Vec::new(), cap: Cap::Butt, join: Join::Miter }
    }

    /// The thinnest line that every printer shows, 0.1 mm.
    pub fn hairline(colour: Colour) -> Stroke {
        Stroke::new(colour, 0.1)
    }

    /// Dashed: lengths of ink and gap in millimetres.
    #[must_use]
    pub fn dashed(mut self, dash: impl Into<Vec<Mm>>) -> Stroke {
        self.dash = dash.into();
        self
    }

    /// Round ends and corners.
    #[must_use]
    pub fn round(mut self) -> Stroke {
        (self.cap, self.join) = (Cap::Round, Join::Round);
        self
    }

    /// Other ends.
    #[must_use]
    pub fn with_cap(mut self, cap: Cap) -> Stroke {
        self.cap = cap;
        self
    }

    /// Other corners.
    #[must_use]
    pub fn with_join(mut self, join: Join) -> Stroke {
        self.join = join;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_of_one_point_is_dropped() {
        assert!(Path::polygon([point(1.0, 1.0)]).is_empty());
        assert_eq!(Path::polygon([point(0.0, 0.0), point(1.0, 0.0), point(1.0, 1.0)]).steps().len(), 4);
    }

    #[test]
    fn circles_are_round_and_closed() {
        let path = Path::circle(point(10.0, 10.0), 5.0);
        for ring in path.rings() {
            for p in ring {
                assert!((((p.x - 10.0).powi(2) + (p.y - 10.0).powi(2)).sqrt() - 5.0).abs() < 0.03);
            }
        }
        assert_eq!(path.steps().last(), Some(&Step::Close));
    }

    #[test]
    fn an_arc_runs_clockwise_from_its_start() {
        let path = Path::arc(point(0.0, 0.0), 10.0, 0.0, 90.0);
        let rings = path.rings();
        let (first, last) = (rings[0][0], rings[0][rings[0].len() - 1]);
        assert!((first.x - 10.0).abs() < 1e-6 && first.y.abs() < 1e-6);
        assert!(last.x.abs() < 1e-6 && (last.y - 10.0).abs() < 1e-6);
    }

    #[test]
    fn moving_moves_the_handles_too() {
        let mut path = Path::new();
        path.move_to(point(0.0, 0.0)).cubic_to(point(1.0, 0.0), point(1.0, 1.0), point(0.0, 1.0));
        path.translate(5.0, 0.0);
        assert_eq!(path.bounds(), Some(Rect::new(5.0, 0.0, 1.0, 1.0)));
    }
}

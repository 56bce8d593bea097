//! Whole shapes moved, turned, mirrored and scaled.
//! Relies on the checks of [`Outline::new`]: a shape scaled down may become too small to be one.
//! Knows nothing of handles and of how a factor was typed.

use crate::check::accept_rings;
use crate::error::GeometryError;
use crate::maths::{cross, dot, unit};
use crate::measure::sine_and_cosine;
use crate::outline::{Outline, Ring};
use crate::point::{FARTHEST_MM, Point, ShapeTextError};
use crate::polyline::Polyline;
use geo::Coord;

/// A way to put a shape somewhere else as a whole: moved, turned, mirrored, scaled, or several of these in turn.
/// Moves, quarter turns and mirrors on upright or level lines keep plain numbers plain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Transform {
    /// The place that is counted from.
    origin: Coord,
    /// Where a step to the right goes.
    right: Coord,
    /// Where a step down goes.
    down: Coord,
    /// Where the origin goes.
    to: Coord,
}

impl Transform {
    /// Moves by `dx` to the right and `dy` down, in millimetres.
    pub fn translation(dx: f64, dy: f64) -> Result<Self, GeometryError> {
        usable("the distance", dx, |_| true)?;
        usable("the distance", dy, |_| true)?;
        Ok(Self { to: Coord { x: dx, y: dy }, ..Self::about(Coord::zero()) })
    }

    /// Turns by `degrees` about `centre`, clockwise on the screen.
    pub fn rotation(centre: Point, degrees: f64) -> Result<Self, GeometryError> {
        usable("the angle", degrees, |_| true)?;
        let (sine, cosine) = sine_and_cosine(degrees);
        let about = Self::about(centre.coord());
        Ok(Self { right: Coord { x: cosine, y: sine }, down: Coord { x: -sine, y: cosine }, ..about })
    }

    /// Scales by factors across and down, both more than 0, keeping `fixed` where it is.
    pub fn scaling(fixed: Point, across: f64, down: f64) -> Result<Self, GeometryError> {
        usable("the factor", across, |factor| factor > 0.0)?;
        usable("the factor", down, |factor| factor > 0.0)?;
        let about = Self::about(fixed.coord());
        Ok(Self { right: Coord { x: across, y: 0.0 }, down: Coord { x: 0.0, y: down }, ..about })
    }

    /// Mirrors on the line through `one` and `other`, which must be a centimetre apart at least.
    pub fn mirror(one: Point, other: Point) -> Result<Self, GeometryError> {
        let length = one.distance(other);
        usable("the length of the axis", length, |length| length >= crate::SMALLEST_EDGE_MM)?;
        let axis = unit(other.coord() - one.coord())
            .ok_or(GeometryError::NotUsable { what: "the length of the axis", value: length })?;
        let (both, square) = (2.0 * axis.x * axis.y, dot(axis, Coord { x: axis.x, y: -axis.y }));
        let about = Self::about(one.coord());
        Ok(Self { right: Coord { x: square, y: both }, down: Coord { x: both, y: -square }, ..about })
    }

    fn about(origin: Coord) -> Self {
        Self { origin, right: Coord { x: 1.0, y: 0.0 }, down: Coord { x: 0.0, y: 1.0 }, to: origin }
    }

    /// This one first, then `next`.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        let turned = |step: Coord| next.right * step.x + next.down * step.y;
        Self {
            origin: self.origin,
            right: turned(self.right),
            down: turned(self.down),
            to: next.to + turned(self.to - next.origin),
        }
    }

    /// Where `point` goes.
    pub fn point(&self, point: Point) -> Result<Point, ShapeTextError> {
        let step = point.coord() - self.origin;
        Point::from_coord(self.to + self.right * step.x + self.down * step.y)
    }

    /// Where the line goes.
    pub fn polyline(&self, line: &Polyline) -> Result<Polyline, ShapeTextError> {
        Polyline::new(line.points().iter().map(|point| self.point(*point)).collect::<Result<_, _>>()?)
    }

    /// Where the outline goes. Refused if it is no outline there, such as one that became too small.
    pub fn outline(&self, outline: &Outline) -> Result<Outline, GeometryError> {
        let ring = |ring: &Ring| ring.iter().map(|point| self.point(*point)).collect::<Result<Ring, _>>();
        let rings: Vec<Ring> = outline.rings().iter().map(ring).collect::<Result<_, _>>()?;
        if self.is_rigid() {
            // Nothing became thinner, but what was thin is at another place now.
            return Outline::new(rings.clone()).map_err(|error| GeometryError::NotAnOutline { error, rings });
        }
        accept_rings(rings, &[outline])
    }

    /// Whether all lengths stay as they are.
    fn is_rigid(&self) -> bool {
        let is_one = |step: Coord| (dot(step, step) - 1.0).abs() < 1e-12;
        is_one(self.right) && is_one(self.down) && (cross(self.right, self.down).abs() - 1.0).abs() < 1e-12
    }
}

/// A number that may be used, or an error that names it.
pub(crate) fn usable(
    what: &'static str,
    value: f64,
    is_fine: impl Fn(f64) -> bool,
) -> Result<f64, GeometryError> {
    if value.is_finite() && value.abs() <= 2.0 * FARTHEST_MM && is_fine(value) {
        Ok(value)
    } else {
        Err(GeometryError::NotUsable { what, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Point {
        text.parse().unwrap()
    }

    fn room() -> Outline {
        "0,0 5000,0 5000,3000 1000,3000 0,2500".parse().unwrap()
    }

    fn canonical(outline: &Outline) -> String {
        outline.canonical().to_string()
    }

    #[test]
    fn quarter_turns_and_upright_mirrors_are_exact() {
        let turned = Transform::rotation(at("100,200"), 90.0).unwrap().outline(&room()).unwrap();
        assert_eq!(canonical(&turned), "-2700,1100 -2200,100 300,100 300,5100 -2700,5100");
        let mirror = Transform::mirror(at("2500,-7"), at("2500,90")).unwrap();
        let mirrored = mirror.outline(&room()).unwrap();
        assert_eq!(canonical(&mirrored), "0,0 5000,0 5000,2500 4000,3000 0,3000");
        assert!(mirror.outline(&mirrored).unwrap().is_same_as(&room()));
        let diagonal = Transform::mirror(at("0,0"), at("7000,7000")).unwrap();
        let twice = diagonal.outline(&diagonal.outline(&room()).unwrap()).unwrap();
        assert!((twice.area() / room().area() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn any_turn_keeps_the_area() {
        for degrees in [1.0, 33.3, -720.5, 1e6] {
            let turned = Transform::rotation(at("99999,-5"), degrees).unwrap().outline(&room()).unwrap();
            assert!((turned.area() / room().area() - 1.0).abs() < 1e-9, "{degrees}");
        }
    }

    #[test]
    fn scaling_keeps_one_point_and_may_make_a_shape_too_small() {
        let fixed = at("5000,3000");
        let doubled = Transform::scaling(fixed, 2.0, 1.0).unwrap().outline(&room()).unwrap();
        assert_eq!(doubled.to_string(), "-5000,0 5000,0 5000,3000 -3000,3000 -5000,2500");
        let tiny = Transform::scaling(fixed, 0.001, 0.001).unwrap().outline(&room()).unwrap_err();
        assert_eq!((tiny.code(), tiny.place().is_some()), ("short-edge", true));
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Transform::scaling(fixed, factor, 1.0).unwrap_err().code(), "not-usable");
        }
        let far = Transform::scaling(fixed, 1e7, 1.0).unwrap();
        assert_eq!(far.outline(&room()).unwrap_err().code(), "coordinate");
    }

    #[test]
    fn one_after_the_other() {
        let there = Transform::translation(300.0, -20.0).unwrap();
        let turn = Transform::rotation(at("10,10"), 180.0).unwrap();
        let both = there.then(&turn);
        let point = at("7,9");
        assert_eq!(both.point(point).unwrap(), turn.point(there.point(point).unwrap()).unwrap());
        let line: Polyline = "0,0 5,5".parse().unwrap();
        assert_eq!(there.polyline(&line).unwrap().to_string(), "300,-20 305,-15");
        assert_eq!(Transform::mirror(point, point).unwrap_err().code(), "not-usable");
    }
}

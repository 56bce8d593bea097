//! Curves as chains of straight lines that stray from them by no more than a tolerance.
//! Relies on elementary geometry; each bound is written where it is used.
//! Must not know: formats, units.

use crate::affine::Xy;
use std::f64::consts::{FRAC_PI_4, TAU};

/// The most pieces that one curve is cut into. A circle that needs more is larger than any drawing.
const MOST_PIECES: f64 = 200_000.0;

/// How many chords an arc of `sweep` radians needs so that none is farther than `tolerance` from it. A chord of the
/// angle t is `r (1 - cos(t / 2))` away from its arc.
pub(crate) fn arc_pieces(radius: f64, sweep: f64, tolerance: f64) -> usize {
    let cosine = (1.0 - tolerance / radius).clamp(-1.0, 1.0);
    // The rounding of acos near 1 would make the step 0; the series is exact there.
    let step = if cosine > 1.0 - 1e-9 { (8.0 * tolerance / radius).sqrt() } else { 2.0 * cosine.acos() };
    let step = step.clamp(1e-9, FRAC_PI_4);
    // A little finer than needed, so that rounding cannot exceed the tolerance.
    (sweep.abs() / (step * 0.999_999)).ceil().clamp(1.0, MOST_PIECES) as usize
}

/// The points of an elliptic arc `centre + cos(t) major + sin(t) minor`, t from `start` to `start + sweep`, both ends
/// included; a full turn does not repeat its first point. The ellipse is the image of a circle as large as its
/// longer half axis under a map that lengthens nothing, so the circle's bound holds.
pub(crate) fn ellipse(centre: Xy, major: Xy, minor: Xy, start: f64, sweep: f64, tolerance: f64) -> Vec<Xy> {
    let radius = major[0].hypot(major[1]).max(minor[0].hypot(minor[1]));
    let pieces = arc_pieces(radius, sweep, tolerance);
    let is_full = sweep.abs() > TAU - 1e-9;
    let count = if is_full { pieces } else { pieces + 1 };
    (0..count)
        .map(|index| {
            let (sin, cos) = (start + sweep * index as f64 / pieces as f64).sin_cos();
            [centre[0] + cos * major[0] + sin * minor[0], centre[1] + cos * major[1] + sin * minor[1]]
        })
        .collect()
}

/// Appends the points between `from` and `to`, both left out, of an arc whose `bulge` is the tangent of a quarter of
/// its angle, positive when it turns from x towards y.
pub(crate) fn bulge(from: Xy, to: Xy, bulge: f64, tolerance: f64, points: &mut Vec<Xy>) {
    let chord = [to[0] - from[0], to[1] - from[1]];
    let length = chord[0].hypot(chord[1]);
    let sagitta = bulge.abs() * length / 2.0;
    if !bulge.is_finite() || sagitta <= tolerance * 1e-3 || length == 0.0 {
        return;
    }
    let sweep = 4.0 * bulge.atan();
    let radius = length * (1.0 + bulge * bulge) / (4.0 * bulge.abs());
    // From the middle of the chord to the centre: along the chord's left normal, signed.
    let offset = length * (1.0 - bulge * bulge) / (4.0 * bulge);
    let centre = [
        f64::midpoint(from[0], to[0]) - chord[1] / length * offset,
        f64::midpoint(from[1], to[1]) + chord[0] / length * offset,
    ];
    let start = (from[1] - centre[1]).atan2(from[0] - centre[0]);
    let pieces = arc_pieces(radius, sweep, tolerance);
    points.extend((1..pieces).map(|index| {
        let (sin, cos) = (start + sweep * index as f64 / pieces as f64).sin_cos();
        [centre[0] + radius * cos, centre[1] + radius * sin]
    }));
}

/// Appends the points of a cubic curve after its first one. Cut into n equal parts, no chord is farther from it than
/// an eighth of its greatest second derivative over n squared, and that is at most six times the larger second
/// difference of its control points.
pub(crate) fn cubic(p: [Xy; 4], tolerance: f64, points: &mut Vec<Xy>) {
    let second = |a: Xy, b: Xy, c: Xy| (a[0] - 2.0 * b[0] + c[0]).hypot(a[1] - 2.0 * b[1] + c[1]);
    let bend = second(p[0], p[1], p[2]).max(second(p[1], p[2], p[3]));
    let pieces = (0.75 * bend / tolerance).sqrt().ceil().clamp(1.0, MOST_PIECES) as usize;
    points.extend((1..=pieces).map(|index| {
        let t = index as f64 / pieces as f64;
        let u = 1.0 - t;
        let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
        let at = |axis: usize| (0..4).map(|i| weights[i] * p[i][axis]).sum();
        [at(0), at(1)]
    }));
}

/// A rational B-spline as the format writes it.
pub(crate) struct Spline<'a> {
    pub(crate) degree: usize,
    pub(crate) knots: &'a [f64],
    pub(crate) controls: &'a [Xy],
    /// One for each control point, or none.
    pub(crate) weights: &'a [f64],
}

impl Spline<'_> {
    /// Whether the numbers describe a curve at all.
    pub(crate) fn is_sound(&self) -> bool {
        let count = self.controls.len();
        (1..=11).contains(&self.degree)
            && count > self.degree
            && self.knots.len() == count + self.degree + 1
            && self.knots.windows(2).all(|pair| pair[0] <= pair[1])
            && self.knots[self.degree] < self.knots[count]
            && (self.weights.is_empty()
                || (self.weights.len() == count && self.weights.iter().all(|weight| *weight > 0.0)))
            && self.knots.iter().chain(self.weights).all(|value| value.is_finite())
    }

    /// The points of the curve, ends included. Call only when it [`is_sound`](Self::is_sound). Each span between
    /// knots is halved, and again until its quarters lie within half the tolerance of the chord's, at most to 1/4096.
    pub(crate) fn points(&self, tolerance: f64) -> Vec<Xy> {
        let count = self.controls.len();
        let mut points = vec![self.at(self.degree, self.knots[self.degree])];
        for span in self.degree..count {
            if points.len() as f64 > MOST_PIECES {
                break;
            }
            let (from, to) = (self.knots[span], self.knots[span + 1]);
            if to > from {
                let first = points[points.len() - 1];
                self.refine(span, (from, first), (to, self.at(span, to)), tolerance, 0, &mut points);
            }
        }
        points
    }

    fn refine(
        &self,
        span: usize,
        a: (f64, Xy),
        b: (f64, Xy),
        tolerance: f64,
        depth: u32,
        points: &mut Vec<Xy>,
    ) {
        let at = |part: f64| {
            let knot = a.0 + (b.0 - a.0) * part;
            (knot, self.at(span, knot))
        };
        let middle = at(0.5);
        // Compared with the place on the chord at the same part of the way, so that a curve which runs past its end and
        // comes back is not taken for flat; half the tolerance, since the farthest place lies between the samples.
        let is_flat = [(0.25, at(0.25)), (0.5, middle), (0.75, at(0.75))].iter().all(|(part, (_, point))| {
            let on_chord = |axis: usize| a.1[axis] + (b.1[axis] - a.1[axis]) * part;
            (point[0] - on_chord(0)).hypot(point[1] - on_chord(1)) <= tolerance / 2.0
        });
        if (is_flat && depth >= 1) || depth >= 12 {
            points.push(b.1);
        } else {
            self.refine(span, a, middle, tolerance, depth + 1, points);
            self.refine(span, middle, b, tolerance, depth + 1, points);
        }
    }

    /// The curve at `knot`, which lies in `span`: de Boor's scheme on weighted points.
    fn at(&self, span: usize, knot: f64) -> Xy {
        let degree = self.degree;
        let mut work: Vec<[f64; 3]> = (0..=degree)
            .map(|offset| {
                let index = span - degree + offset;
                let weight = self.weights.get(index).copied().unwrap_or(1.0);
                let [x, y] = self.controls[index];
                [x * weight, y * weight, weight]
            })
            .collect();
        for round in 1..=degree {
            for offset in (round..=degree).rev() {
                let index = span - degree + offset;
                let (low, high) = (self.knots[index], self.knots[index + degree + 1 - round]);
                let part = if high > low { (knot - low) / (high - low) } else { 0.0 };
                let before = work[offset - 1];
                for (value, before) in work[offset].iter_mut().zip(before) {
                    *value = (1.0 - part) * before + part * *value;
                }
            }
        }
        let [x, y, weight] = work[degree];
        [x / weight, y / weight]
    }
}

/// A smooth line through `points`, as CAD draws a spline that only names them: each piece a cubic whose ends lean
/// like the line between the neighbours.
pub(crate) fn through(points: &[Xy], closed: bool, tolerance: f64) -> Vec<Xy> {
    let count = points.len();
    let Some(first) = points.first() else { return Vec::new() };
    let mut flat = vec![*first];
    let pieces = if closed && count > 2 { count } else { count - 1 };
    let at = |index: isize| -> Xy {
        let last = count as isize;
        let index = if closed { index.rem_euclid(last) } else { index.clamp(0, last - 1) };
        points[index as usize]
    };
    for index in 0..pieces as isize {
        let [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
        let lean = |a: Xy, b: Xy, part: f64| [(b[0] - a[0]) * part / 6.0, (b[1] - a[1]) * part / 6.0];
        let (out, into) = (lean(before, to, 1.0), lean(from, after, 1.0));
        if flat.len() as f64 > MOST_PIECES {
            break;
        }
        let controls = [from, [from[0] + out[0], from[1] + out[1]], [to[0] - into[0], to[1] - into[1]], to];
        cubic(controls, tolerance, &mut flat);
    }
    flat
}

/// How far `point` lies from the straight line between `from` and `to`.
pub(crate) fn off_chord(point: Xy, from: Xy, to: Xy) -> f64 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let square = dx * dx + dy * dy;
    let part = if square > 0.0 {
        (((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (point[0] - from[0] - part * dx).hypot(point[1] - from[1] - part * dy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn arc(centre: Xy, radius: f64, start: f64, sweep: f64, tolerance: f64) -> Vec<Xy> {
        ellipse(centre, [radius, 0.0], [0.0, radius], start, sweep, tolerance)
    }

    /// The farthest that a fine sampling of the true curve lies from the flattened one.
    fn farthest(flat: &[Xy], truth: impl Fn(f64) -> Xy) -> f64 {
        (0..=2000)
            .map(|step| {
                let point = truth(f64::from(step) / 2000.0);
                flat.windows(2).map(|pair| off_chord(point, pair[0], pair[1])).fold(f64::INFINITY, f64::min)
            })
            .fold(0.0, f64::max)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn arcs_stay_within_tolerance(
            radius in 1.0..50_000.0f64, start in -7.0..7.0f64, sweep in 0.01..6.2f64, tolerance in 0.01..20.0f64,
        ) {
            let flat = arc([10.0, -20.0], radius, start, sweep, tolerance);
            let truth = |t: f64| {
                let angle = start + sweep * t;
                [10.0 + radius * angle.cos(), -20.0 + radius * angle.sin()]
            };
            prop_assert!(farthest(&flat, truth) <= tolerance * (1.0 + 1e-6) + 1e-9);
        }

        #[test]
        fn bulges_are_the_arcs_they_stand_for(
            x in -5000.0..5000.0f64, y in 1.0..5000.0f64, value in -3.0..3.0f64, tolerance in 0.01..5.0f64,
        ) {
            prop_assume!(value.abs() > 1e-3);
            let (from, to) = ([0.0, 0.0], [x, y]);
            let mut flat = vec![from];
            bulge(from, to, value, tolerance, &mut flat);
            flat.push(to);
            // Every point lies on the circle through both ends whose arc stands `bulge` half chords high.
            let length = x.hypot(y);
            let height = value * length / 2.0;
            let peak = [x / 2.0 + y / length * height, y / 2.0 - x / length * height];
            let radius = length * (1.0 + value * value) / (4.0 * value.abs());
            let towards = 1.0 - radius / height.abs();
            let centre = [peak[0] + (x / 2.0 - peak[0]) * (1.0 - towards), peak[1] + (y / 2.0 - peak[1]) * (1.0 - towards)];
            for point in &flat {
                let off = (point[0] - centre[0]).hypot(point[1] - centre[1]) - radius;
                prop_assert!(off.abs() < 1e-6 * radius.max(1.0), "{off} {radius}");
            }
            let nearest = flat.windows(2).map(|pair| off_chord(peak, pair[0], pair[1])).fold(f64::INFINITY, f64::min);
            prop_assert!(nearest <= tolerance * (1.0 + 1e-6) + 1e-9, "the peak lies {nearest} away");
        }

        #[test]
        fn cubics_stay_within_tolerance(p in prop::array::uniform4(prop::array::uniform2(-3000.0..3000.0f64)), tolerance in 0.05..10.0f64) {
            let mut flat = vec![p[0]];
            cubic(p, tolerance, &mut flat);
            let truth = |t: f64| {
                let u = 1.0 - t;
                let at = |i: usize| u*u*u*p[0][i] + 3.0*u*u*t*p[1][i] + 3.0*u*t*t*p[2][i] + t*t*t*p[3][i];
                [at(0), at(1)]
            };
            prop_assert!(farthest(&flat, truth) <= tolerance * (1.0 + 1e-9));
        }

        #[test]
        fn splines_stay_within_tolerance(controls in prop::collection::vec(prop::array::uniform2(-3000.0..3000.0f64), 4..9), tolerance in 0.5..10.0f64) {
            let degree = 3;
            let inner = controls.len() - degree;
            let mut knots = vec![0.0; degree];
            knots.extend((0..=inner).map(|knot| knot as f64));
            knots.extend(vec![inner as f64; degree]);
            let spline = Spline { degree, knots: &knots, controls: &controls, weights: &[] };
            prop_assert!(spline.is_sound());
            let flat = spline.points(tolerance);
            let truth = |t: f64| {
                let knot = t * inner as f64;
                spline.at((degree + knot as usize).min(controls.len() - 1), knot)
            };
            prop_assert!(farthest(&flat, truth) <= tolerance);
        }
    }

    #[test]
    fn a_quarter_circle_as_a_rational_spline_is_round() {
        let weight = std::f64::consts::FRAC_1_SQRT_2;
        let spline = Spline {
            degree: 2,
            knots: &[0.0, 0.0, 0.0, 1.0, 1.0, 1.0],
            controls: &[[1000.0, 0.0], [1000.0, 1000.0], [0.0, 1000.0]],
            weights: &[1.0, weight, 1.0],
        };
        assert!(spline.is_sound());
        for [x, y] in spline.points(0.5) {
            assert!((x.hypot(y) - 1000.0).abs() < 1e-9);
        }
    }

    #[test]
    fn odd_numbers_are_no_spline() {
        let controls = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]];
        for (degree, knots, weights) in [
            (0, vec![0.0, 1.0, 2.0, 3.0], vec![]),
            (2, vec![0.0, 0.0, 0.0, 1.0, 1.0], vec![]),
            (2, vec![0.0, 0.0, 0.0, 0.0, 0.0, 0.0], vec![]),
            (2, vec![0.0, 0.0, 1.0, 0.5, 1.0, 1.0], vec![]),
            (2, vec![0.0, 0.0, 0.0, 1.0, 1.0, f64::NAN], vec![]),
            (2, vec![0.0, 0.0, 0.0, 1.0, 1.0, 1.0], vec![1.0, 0.0, 1.0]),
            (99, vec![0.0; 103], vec![]),
        ] {
            assert!(!Spline { degree, knots: &knots, controls: &controls, weights: &weights }.is_sound());
        }
    }
}

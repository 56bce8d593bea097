//! From model millimetres to paper: the round scale that fills the frame, and the scale bar that goes with it.
//! Relies on the bounds of what is drawn.
//! Must not know: what is drawn.

use crate::layout::{Mm, Point, Rect, point};
use geometry::Bounds;

/// Scales that everybody reads at once.
const ROUND: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
/// Scales that GB/T 50001 allows besides, used only when a round one would leave the frame half empty.
const ALLOWED: [f64; 8] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0];
/// How much of the frame, along its fuller side, a round scale must fill to be kept.
const FULL_ENOUGH: f64 = 0.72;
/// The smallest plan that is scaled: a closet.
const LEAST_EXTENT: f64 = 500.0;

/// Maps the model onto a frame on paper.
#[derive(Debug, Clone, Copy)]
pub(super) struct Projection {
    origin: (f64, f64),
    target: Point,
    /// Millimetres on paper for one in the model.
    pub(super) scale: f64,
    /// 1:N, for plans whose lengths are true.
    pub(super) ratio: Option<u64>,
}

impl Projection {
    /// Puts `bounds` into the middle of `frame`: at a round scale when lengths are true, else as large as it fits.
    pub(super) fn new(bounds: Bounds, frame: Rect, to_scale: bool) -> Projection {
        let (width, height) = (bounds.width().max(LEAST_EXTENT), bounds.height().max(LEAST_EXTENT));
        let needed = (width / frame.width.max(1.0)).max(height / frame.height.max(1.0));
        let ratio = to_scale.then(|| round_ratio(needed));
        let scale = 1.0 / ratio.map_or(needed, |ratio| ratio as f64);
        let (paper_width, paper_height) = (bounds.width() * scale, bounds.height() * scale);
        let target =
            point(frame.x + (frame.width - paper_width) / 2.0, frame.y + (frame.height - paper_height) / 2.0);
        Projection { origin: (bounds.x0, bounds.y0), target, scale, ratio }
    }

    /// A place of the model on paper.
    pub(super) fn at(&self, place: geometry::Point) -> Point {
        point(
            self.target.x + (place.x() - self.origin.0) * self.scale,
            self.target.y + (place.y() - self.origin.1) * self.scale,
        )
    }

    /// A length of the model on paper.
    pub(super) fn length(&self, length: f64) -> Mm {
        length * self.scale
    }
}

/// The least ratio of the series that is not below `needed`.
fn least(needed: f64, series: &[f64]) -> f64 {
    let decade = 10f64.powf(needed.log10().floor());
    let candidates = series.iter().map(|step| step * decade).chain([10.0 * decade]);
    candidates.filter(|ratio| *ratio >= needed * (1.0 - 1e-9)).fold(f64::INFINITY, f64::min)
}

fn round_ratio(needed: f64) -> u64 {
    let needed = needed.clamp(1.0, 1e8);
    let round = least(needed, &ROUND);
    let ratio = if needed / round >= FULL_ENOUGH { round } else { least(needed, &ALLOWED) };
    // 2.5 is no whole number.
    if ratio < 10.0 { ratio.ceil() as u64 } else { ratio.round() as u64 }
}

/// A length for the scale bar, in model millimetres: 1, 2 or 5 times a power of ten, about `wanted` on paper.
pub(super) fn bar_length(scale: f64, wanted: Mm) -> f64 {
    let model = (wanted / scale).max(1.0);
    let decade = 10f64.powf(model.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .iter()
        .map(|step| step * decade)
        .filter(|own| *own <= model * 1.02)
        .fold(decade, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_round_and_fill_the_frame() {
        for (needed, ratio) in [
            (100.0, 100),
            (101.0, 150),
            (150.0, 200),
            (199.0, 200),
            (201.0, 250),
            (260.0, 300),
            (380.0, 500),
            (1290.0, 1500),
            (1.0, 1),
            (2.2, 3),
        ] {
            assert_eq!(round_ratio(needed), ratio, "{needed}");
        }
        let bounds = Bounds { x0: 0.0, y0: 0.0, x1: 54_000.0, y1: 30_000.0 };
        let frame = Rect::new(10.0, 20.0, 300.0, 220.0);
        let projection = Projection::new(bounds, frame, true);
        assert_eq!(projection.ratio, Some(200));
        let middle = projection.at(geometry::Point::new(27_000.0, 15_000.0).unwrap());
        assert!((middle.x - frame.centre().x).abs() < 1e-9 && (middle.y - frame.centre().y).abs() < 1e-9);
    }

    #[test]
    fn degenerate_plans_do_no_harm() {
        let bounds = Bounds { x0: 5.0, y0: 5.0, x1: 5.0, y1: 5.0 };
        let projection = Projection::new(bounds, Rect::new(0.0, 0.0, 0.0, 0.0), false);
        assert!(projection.scale.is_finite() && projection.scale > 0.0);
        assert!(bar_length(projection.scale, 40.0).is_finite());
    }

    #[test]
    fn bars_are_round() {
        assert_eq!(bar_length(1.0 / 200.0, 50.0), 10_000.0);
        assert_eq!(bar_length(1.0 / 250.0, 50.0), 10_000.0);
        assert_eq!(bar_length(1.0 / 1500.0, 50.0), 50_000.0);
    }
}

//! Where pins stand: on their points, or a little aside with a leader where they would cover each other.
//! Relies on paper coordinates only.
//! Must not know: what a pin stands for.

use crate::layout::{Mm, Point, Rect, point};

/// Rounds of pushing apart. Two pins need one, a cluster of ten about twenty, one squeezed into a corner some more.
const ROUNDS: usize = 200;
/// The angle that keeps turning without ever coming back, as seeds stand in a sunflower.
const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;
/// Share of the way that pins of a cluster move each round.
const HASTE: f64 = 0.55;

/// Places for discs of `radius` that want to stand at `wanted`, with `gap` between them, inside `frame`.
pub(super) fn spread(wanted: &[Point], radius: Mm, gap: Mm, frame: Rect) -> Vec<Point> {
    let least = 2.0 * radius + gap;
    let mut places = wanted.to_vec();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for i in 0..places.len() {
            for j in i + 1..places.len() {
                let (a, b) = (places[i], places[j]);
                let (dx, dy) = (b.x - a.x, b.y - a.y);
                let distance = dx.hypot(dy);
                if distance >= least - 1e-6 {
                    continue;
                }
                // Pins at one place part each its own way, the first two sideways, so that they stand round it.
                let (ux, uy) = if distance > 1e-6 {
                    (dx / distance, dy / distance)
                } else {
                    let (sine, cosine) = ((j - 1) as f64 * GOLDEN_ANGLE).sin_cos();
                    (cosine, sine)
                };
                let push = (least - distance) / 2.0 * HASTE.max(if places.len() == 2 { 1.0 } else { HASTE });
                places[i] = a.offset(-ux * push, -uy * push);
                places[j] = b.offset(ux * push, uy * push);
                moved = true;
            }
        }
        for place in &mut places {
            *place = point(
                place.x.clamp(frame.x + radius, (frame.right() - radius).max(frame.x + radius)),
                place.y.clamp(frame.y + radius, (frame.bottom() - radius).max(frame.y + radius)),
            );
        }
        if !moved {
            break;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Rect = Rect { x: 0.0, y: 0.0, width: 200.0, height: 200.0 };

    #[test]
    fn pins_that_have_room_stay() {
        let wanted = [point(20.0, 20.0), point(60.0, 20.0)];
        assert_eq!(spread(&wanted, 3.0, 0.5, FRAME), wanted);
    }

    #[test]
    fn pins_at_one_place_part_and_stay_inside() {
        let wanted = vec![point(1.0, 100.0); 9];
        let places = spread(&wanted, 3.0, 0.5, FRAME);
        for (i, a) in places.iter().enumerate() {
            assert!(a.x >= 3.0);
            for b in &places[i + 1..] {
                assert!((a.x - b.x).hypot(a.y - b.y) > 5.0, "{places:?}");
            }
        }
    }
}

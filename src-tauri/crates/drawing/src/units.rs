//! Which unit a drawing is in, when it does not say so.
//! Relies on how large buildings are.
//! Must not know: formats.

use crate::imported::{Basis, Unit, Units};
use crate::options::Options;
use crate::warning::Warning;

/// A plan is likely this large, in metres, on its longer side: a small house to a campus.
const LIKELY: (f64, f64) = (8.0, 800.0);
/// And hardly ever larger or smaller than this.
const POSSIBLE: (f64, f64) = (1.0, 20_000.0);

/// The unit among `candidates`, the most usual one first, in which the longer side makes a likely plan; the first one
/// when none does.
pub(crate) fn guess(width: f64, height: f64, candidates: &[Unit]) -> Unit {
    let side = width.max(height);
    candidates
        .iter()
        .copied()
        .find(|unit| {
            let metres = side * unit.millimetres() / 1000.0;
            metres >= LIKELY.0 && metres <= LIKELY.1
        })
        .or_else(|| candidates.first().copied())
        .unwrap_or(Unit::Millimetre)
}

/// Settles the unit of a drawing whose longer side is known: as chosen, as stated, else guessed. With the warning
/// that belongs to it, if any.
pub(crate) fn settle(
    options: &Options,
    stated: Option<Unit>,
    bounds: Option<[f64; 4]>,
    candidates: &[Unit],
) -> (Units, Option<Warning>) {
    let [x0, y0, x1, y1] = bounds.unwrap_or_default();
    let (width, height) = (x1 - x0, y1 - y0);
    let units = |unit: Unit, basis| Units { unit, millimetres_per_unit: unit.millimetres(), basis };
    let size = |unit: Unit| (width * unit.millimetres() / 1000.0, height * unit.millimetres() / 1000.0);
    if let Some(scale) = options.millimetres_per_unit {
        let unit = options.unit.unwrap_or(Unit::Pixel);
        return (Units { unit, millimetres_per_unit: scale, basis: Basis::Chosen }, None);
    }
    if let Some(unit) = options.unit {
        return (units(unit, Basis::Chosen), None);
    }
    if let Some(unit) = stated {
        let side = width.max(height) * unit.millimetres() / 1000.0;
        let is_odd = bounds.is_some() && !(POSSIBLE.0..=POSSIBLE.1).contains(&side);
        return (
            units(unit, Basis::Stated),
            is_odd.then(|| Warning::UnitDoubtful { unit, size: size(unit) }),
        );
    }
    let unit = guess(width, height, candidates);
    (units(unit, Basis::Guessed), Some(Warning::UnitGuessed { unit, size: size(unit) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_building_of_sixty_metres_is_recognised_in_every_unit() {
        let order = [Unit::Millimetre, Unit::Metre, Unit::Centimetre];
        for (side, unit) in [
            (57_904.0, Unit::Millimetre),
            (57.9, Unit::Metre),
            (350_000.0, Unit::Millimetre),
            (9_000.0, Unit::Millimetre),
            (5_790.0, Unit::Centimetre),
            // No building in any unit: the most usual one.
            (1e9, Unit::Millimetre),
            (0.0, Unit::Millimetre),
        ] {
            assert_eq!(guess(side, side / 2.0, &order), unit, "{side}");
        }
        assert_eq!(guess(2280.0, 900.0, &[Unit::Inch, Unit::Foot]), Unit::Inch);
        assert_eq!(guess(190.0, 90.0, &[Unit::Foot, Unit::Inch]), Unit::Foot);
    }
}

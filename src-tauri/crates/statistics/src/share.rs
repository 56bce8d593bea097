//! How shares and means are shown: per cent to one decimal, never more than there is.
//! Relies on whole numbers, so that nothing is lost before it is cut.
//! Knows nothing of what is counted.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// A share in per cent with one decimal, cut and not rounded, so that 100 means all: 99.96 is 99.9. Nothing of nothing
/// is no share.
pub(crate) fn percent(numerator: usize, denominator: usize) -> Option<f64> {
    let per_mille = (numerator as u128 * 1000).checked_div(denominator as u128)?;
    Decimal::new(i64::try_from(per_mille).ok()?, 1).to_f64()
}

/// A quotient with two decimals, rounded as people do.
pub(crate) fn ratio(numerator: usize, denominator: usize) -> Option<f64> {
    rounded(i64::try_from(numerator).ok()?, denominator, 2)
}

/// A mean with one decimal, rounded as people do.
pub(crate) fn mean(sum: i64, count: usize) -> Option<f64> {
    rounded(sum, count, 1)
}

fn rounded(numerator: i64, denominator: usize, decimals: u32) -> Option<f64> {
    let quotient = Decimal::from(numerator).checked_div(Decimal::from(denominator))?;
    let half_up = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    quotient.round_dp_with_strategy(decimals, half_up).to_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_means_all() {
        assert_eq!(percent(42, 42), Some(100.0));
        assert_eq!(percent(9_996, 10_000), Some(99.9));
        assert_eq!(percent(999_999, 1_000_000), Some(99.9));
        assert_eq!(percent(1, 3), Some(33.3));
        assert_eq!(percent(2, 3), Some(66.6));
        assert_eq!(percent(0, 7), Some(0.0));
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(3, 0), None);
    }

    #[test]
    fn means_and_quotients_are_rounded() {
        assert_eq!(mean(5, 2), Some(2.5));
        assert_eq!(mean(29, 20), Some(1.5));
        assert_eq!(mean(0, 0), None);
        assert_eq!(ratio(7, 36), Some(0.19));
        assert_eq!(ratio(1, 0), None);
    }
}

//! Shapes put in line with each other, and evenly apart: by how much each box has to move.
//! Relies on the upright boxes of the shapes alone.
//! Knows nothing of the shapes themselves; the caller moves them.

use crate::error::GeometryError;
use crate::point::Bounds;
use crate::transform::usable;

/// What is put in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// Left edges.
    Left,
    /// Middles, across.
    Middle,
    /// Right edges.
    Right,
    /// Upper edges.
    Top,
    /// Centres, from top to bottom.
    Centre,
    /// Lower edges.
    Bottom,
}

/// In which direction shapes are spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
}

/// What is made equal when shapes are spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spacing {
    /// The gaps between neighbours; the first and the last stay.
    Gaps,
    /// The distances between the middles of neighbours; the first and the last stay.
    Middles,
    /// The gaps, in millimetres (negative: they overlap); the first stays.
    Gap(f64),
}

/// By how many millimetres (to the right, down) each box has to move so that all are in line with the box around
/// all of them, or with `with` where one is named (the shape that was chosen last, the sheet).
pub fn align(boxes: &[Bounds], how: Alignment, with: Option<Bounds>) -> Vec<(f64, f64)> {
    let Some(around) = with.or_else(|| boxes.iter().copied().reduce(Bounds::union)) else {
        return Vec::new();
    };
    let shift = |own: &Bounds| match how {
        Alignment::Left => (around.x0 - own.x0, 0.0),
        Alignment::Middle => ((around.x0 + around.x1 - own.x0 - own.x1) / 2.0, 0.0),
        Alignment::Right => (around.x1 - own.x1, 0.0),
        Alignment::Top => (0.0, around.y0 - own.y0),
        Alignment::Centre => (0.0, (around.y0 + around.y1 - own.y0 - own.y1) / 2.0),
        Alignment::Bottom => (0.0, around.y1 - own.y1),
    };
    boxes.iter().map(shift).collect()
}

/// By how many millimetres (to the right, down) each box has to move so that they are evenly spread in the order
/// in which they lie. Fewer than two stay where they are, as do two where the outer ones stay.
pub fn distribute(boxes: &[Bounds], axis: Axis, spacing: Spacing) -> Result<Vec<(f64, f64)>, GeometryError> {
    if let Spacing::Gap(gap) = spacing {
        usable("the gap", gap, |_| true)?;
    }
    let span = |own: &Bounds| match axis {
        Axis::Across => (own.x0, own.x1),
        Axis::Down => (own.y0, own.y1),
    };
    let middle = |(from, to): (f64, f64)| from + (to - from) / 2.0;
    let mut order: Vec<(usize, (f64, f64))> = boxes.iter().map(span).enumerate().collect();
    order.sort_by(|(_, one), (_, other)| middle(*one).total_cmp(&middle(*other)));
    let mut shifts = vec![0.0; boxes.len()];
    if let ([(_, first), .., (_, last)], true) = (&order[..], boxes.len() > 1) {
        let between = (boxes.len() - 1) as f64;
        let lengths: f64 = order.iter().map(|(_, (from, to))| to - from).sum();
        let gap = match spacing {
            Spacing::Gap(gap) => gap,
            Spacing::Gaps | Spacing::Middles => (last.1 - first.0 - lengths) / between,
        };
        let step = (middle(*last) - middle(*first)) / between;
        let (begin, mut edge) = (middle(*first), first.0);
        for (position, (index, own)) in order.iter().enumerate() {
            let is_fixed =
                position == 0 || (position + 1 == order.len() && !matches!(spacing, Spacing::Gap(_)));
            if !is_fixed {
                shifts[*index] = match spacing {
                    Spacing::Middles => begin + step * position as f64 - middle(*own),
                    Spacing::Gaps | Spacing::Gap(_) => edge - own.0,
                };
            }
            edge += own.1 - own.0 + gap;
        }
    }
    let both = |shift: f64| match axis {
        Axis::Across => (shift, 0.0),
        Axis::Down => (0.0, shift),
    };
    Ok(shifts.into_iter().map(both).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(x0: f64, y0: f64, x1: f64, y1: f64) -> Bounds {
        Bounds { x0, y0, x1, y1 }
    }

    fn three() -> [Bounds; 3] {
        [
            bounds(0.0, 0.0, 100.0, 50.0),
            bounds(900.0, 20.0, 1000.0, 120.0),
            bounds(150.0, 500.0, 350.0, 600.0),
        ]
    }

    #[test]
    fn edges_and_middles_are_put_in_line() {
        let across = |how| align(&three(), how, None).into_iter().map(|(x, _)| x).collect::<Vec<_>>();
        assert_eq!(across(Alignment::Left), [0.0, -900.0, -150.0]);
        assert_eq!(across(Alignment::Middle), [450.0, -450.0, 250.0]);
        assert_eq!(across(Alignment::Right), [900.0, 0.0, 650.0]);
        let down =
            |how| align(&three(), how, Some(three()[1])).into_iter().map(|(_, y)| y).collect::<Vec<_>>();
        assert_eq!(down(Alignment::Top), [20.0, 0.0, -480.0]);
        assert_eq!(down(Alignment::Centre), [45.0, 0.0, -480.0]);
        assert_eq!(down(Alignment::Bottom), [70.0, 0.0, -480.0]);
        assert!(align(&[], Alignment::Left, None).is_empty());
    }

    #[test]
    fn gaps_and_middles_are_made_equal() {
        let spread = |axis, spacing| -> Vec<f64> {
            distribute(&three(), axis, spacing).unwrap().into_iter().map(|(x, y)| x + y).collect()
        };
        assert_eq!(spread(Axis::Across, Spacing::Gaps), [0.0, 0.0, 250.0]);
        assert_eq!(spread(Axis::Across, Spacing::Middles), [0.0, 0.0, 250.0]);
        assert_eq!(spread(Axis::Across, Spacing::Gap(10.0)), [0.0, -580.0, -40.0]);
        assert_eq!(spread(Axis::Down, Spacing::Gaps), [0.0, 205.0, 0.0]);
        assert_eq!(distribute(&three()[..1], Axis::Down, Spacing::Gaps).unwrap(), [(0.0, 0.0)]);
        assert!(distribute(&[], Axis::Down, Spacing::Gaps).unwrap().is_empty());
        assert!(distribute(&three(), Axis::Down, Spacing::Gap(f64::NAN)).is_err());
    }
}

//! 就高原则: the child whose level a parent takes, found while children pass by.
//! Relies on scores being compared within one method only.
//! Knows nothing of what the children are.

use crate::score::Score;
use domain::RiskLevel;
use std::cmp::Ordering;

/// A child that may give its parent the level.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate<'a, T> {
    pub(crate) level: RiskLevel,
    pub(crate) score: Option<Score>,
    code: &'a str,
    pub(crate) what: T,
}

/// The best child seen so far at the highest level seen so far. Among children of the highest level the first by code
/// names the method; within that method the higher score wins, and among equals the first by code.
#[derive(Debug)]
pub(crate) struct Highest<'a, T> {
    /// The best of the method that counts, and the code that names this method.
    best: Option<(Candidate<'a, T>, &'a str)>,
    /// The best of other methods at the same level, each with its first code. Nearly always empty.
    others: Vec<(Candidate<'a, T>, &'a str)>,
}

impl<T> Default for Highest<'_, T> {
    fn default() -> Self {
        Self { best: None, others: Vec::new() }
    }
}

impl<'a, T: Copy> Highest<'a, T> {
    /// Lets a child pass by.
    pub(crate) fn consider(&mut self, level: RiskLevel, score: Option<Score>, code: &'a str, what: T) {
        let child = Candidate { level, score, code, what };
        let Some((best, first)) = self.best.as_mut().filter(|(best, _)| level <= best.level) else {
            *self = Self { best: Some((child, code)), others: Vec::new() };
            return;
        };
        if level < best.level {
            return;
        }
        let same_method =
            |own: &Candidate<'a, T>| own.score.map(|own| own.method) == score.map(|own| own.method);
        if same_method(best) {
            join(best, first, child);
            return;
        }
        match self.others.iter_mut().find(|(own, _)| same_method(own)) {
            Some((own, own_first)) => join(own, own_first, child),
            None => self.others.push((child, code)),
        }
        // Another method counts when one of its children comes first by code.
        if let Some(place) = self.others.iter().position(|(_, own_first)| *own_first < *first) {
            let counts = self.others.swap_remove(place);
            self.others.extend(self.best.replace(counts));
        }
    }

    /// The child whose level the parent takes; `None` when none passed.
    pub(crate) fn winner(&self) -> Option<Candidate<'a, T>> {
        self.best.map(|(best, _)| best)
    }
}

/// Takes `child` into account among children of one method and level.
fn join<'a, T: Copy>(best: &mut Candidate<'a, T>, first: &mut &'a str, child: Candidate<'a, T>) {
    let by_score = match (child.score, best.score) {
        (Some(own), Some(other)) => own.compare(other).unwrap_or(Ordering::Equal),
        (Some(_), None) | (None, Some(_)) | (None, None) => Ordering::Equal,
    };
    if by_score == Ordering::Greater || (by_score == Ordering::Equal && child.code < best.code) {
        *best = child;
    }
    if child.code < *first {
        *first = child.code;
    }
}

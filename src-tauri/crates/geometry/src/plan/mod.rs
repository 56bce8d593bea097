//! Random edit sequences, with all that must hold judged after each step. The same seed is the same sequence.
//! Relies on the whole crate, from outside as far as that goes.
//! Never shipped: behind the feature `plan`.

mod judge;
mod make;
mod regional;
mod steps;
mod together;

use crate::{GeometryError, Outline, Point};
use fastrand::Rng;
use std::collections::BTreeMap;

/// How many steps a sequence has.
const STEPS: usize = 8;
/// Shapes with more vertices than this are put away, so that judging stays quick.
const MOST_VERTICES: usize = 60;
/// As many outlines a sequence works on at most.
const MOST_OUTLINES: usize = 8;

/// What happened in some sequences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// How many sequences were run.
    pub sequences: u64,
    /// How many steps of each kind were carried out.
    pub done: BTreeMap<&'static str, u64>,
    /// How many steps were refused, by kind and code of the error.
    pub refused: BTreeMap<(&'static str, &'static str), u64>,
}

/// What did not hold.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("seed {seed}, step {step}, {kind}: {what}\non {}", outlines.join(" | "))]
pub struct Failure {
    /// The sequence.
    pub seed: u64,
    /// Its step, from 0.
    pub step: usize,
    /// The kind of step.
    pub kind: &'static str,
    /// What did not hold.
    pub what: String,
    /// The outlines before the step, as text.
    pub outlines: Vec<String>,
}

/// The outlines a sequence works on.
#[derive(Debug, Clone)]
struct Floor {
    outlines: Vec<Outline>,
    /// The outline they tile without gaps or overlaps, as long as only steps that keep it so were done.
    whole: Option<Outline>,
}

/// What a step came to.
enum Outcome {
    /// It was carried out.
    Done(Floor),
    /// It was refused.
    Refused(GeometryError),
    /// Something that must hold did not.
    Wrong(String),
    /// There was nothing to do it with.
    Idle,
}

/// A step: makes its own random choices on the floor.
type Step = fn(&Floor, &mut Rng) -> Outcome;

/// The kinds of steps, and how often each is chosen.
const KINDS: [(&str, u32, Step); 20] = [
    ("split", 4, steps::split_one),
    ("merge", 3, steps::merge_some),
    ("cut hole", 3, steps::cut_one_hole),
    ("fill hole", 2, steps::fill_one_hole),
    ("subtract", 2, steps::subtract_one),
    ("offset", 2, steps::offset_one),
    ("insert vertex", 2, steps::insert_one),
    ("move vertex", 4, steps::move_one),
    ("delete vertex", 2, steps::delete_one),
    ("move edge", 3, steps::move_one_edge),
    ("transform", 2, steps::transform_one),
    ("draw", 1, steps::draw_one),
    ("resolve overlap", 2, together::resolve_two),
    ("move shared vertex", 4, together::move_vertex_of_all),
    ("move shared edge", 3, together::move_edge_of_all),
    ("insert shared vertex", 1, together::insert_in_all),
    ("delete shared vertex", 2, together::delete_in_all),
    ("repair", 2, regional::repair_tangle),
    ("regions", 1, regional::enclose),
    ("strips", 1, regional::strips),
];

/// Runs one sequence and adds what happened to the report.
pub fn run(seed: u64, report: &mut Report) -> Result<(), Failure> {
    let mut chance = Rng::with_seed(seed);
    let mut floor = make::floor(&mut chance);
    let mut history: Vec<(Floor, Vec<String>)> = Vec::new();
    let weights: u32 = KINDS.iter().map(|(_, weight, _)| weight).sum();
    report.sequences += 1;
    for step in 0..STEPS {
        let mut choice = chance.u32(..weights);
        let chosen = KINDS.iter().find(|(_, weight, _)| {
            let is_it = choice < *weight;
            choice = choice.wrapping_sub(*weight);
            is_it
        });
        let Some((kind, _, act)) = chosen else { continue };
        let texts = floor.texts();
        let failure = |what: String| Failure { seed, step, kind, what, outlines: texts.clone() };
        match act(&floor, &mut chance) {
            Outcome::Done(mut next) => {
                judge::floor(&next).map_err(failure)?;
                judge::contains(&next, &mut chance).map_err(failure)?;
                *report.done.entry(kind).or_default() += 1;
                next.tidy_up();
                history.push((std::mem::replace(&mut floor, next), texts.clone()));
            }
            Outcome::Refused(error) => {
                judge::refusal(&error).map_err(failure)?;
                *report.refused.entry((kind, error.code())).or_default() += 1;
            }
            Outcome::Wrong(what) => return Err(failure(what)),
            Outcome::Idle => {}
        }
    }
    // Undo to the start: every state on the way is byte for byte what it was.
    while let Some((before, texts)) = history.pop() {
        if before.texts() != texts {
            let what = "undo gives other bytes".to_owned();
            return Err(Failure { seed, step: history.len(), kind: "undo", what, outlines: texts });
        }
    }
    Ok(())
}

/// The outlines with which the sequence of this seed begins and what a few steps make of them, and places in, on
/// and about them, to be compared with what another program says.
pub fn outlines_and_places(seed: u64) -> (Vec<Outline>, Vec<Point>) {
    let mut chance = Rng::with_seed(seed);
    let mut floor = make::floor(&mut chance);
    for _ in 0..STEPS / 2 {
        let (_, _, act) = KINDS[chance.usize(..KINDS.len())];
        if let Outcome::Done(mut next) = act(&floor, &mut chance) {
            next.tidy_up();
            floor = next;
        }
    }
    let mut places = Vec::new();
    for outline in &floor.outlines {
        places.extend((0..8).filter_map(|_| make::place(&mut chance, outline)));
    }
    (floor.outlines, places)
}

impl Floor {
    fn texts(&self) -> Vec<String> {
        self.outlines.iter().map(Outline::to_string).collect()
    }

    fn refs(&self) -> Vec<&Outline> {
        self.outlines.iter().collect()
    }

    /// The floor with one outline replaced by others; it tiles no whole any more.
    fn with(&self, index: usize, by: impl IntoIterator<Item = Outline>) -> Self {
        let mut outlines = self.outlines.clone();
        outlines.splice(index..=index, by);
        Self { outlines, whole: None }
    }

    /// Puts away what makes sequences slow.
    fn tidy_up(&mut self) {
        let count = self.outlines.len();
        let vertices = |outline: &Outline| outline.rings().iter().map(Vec::len).sum::<usize>();
        self.outlines.retain(|outline| vertices(outline) <= MOST_VERTICES);
        self.outlines.truncate(MOST_OUTLINES);
        if self.outlines.len() < count {
            self.whole = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thousand_random_sequences_hold() {
        let halves = [0, 1].map(|half| {
            std::thread::spawn(move || {
                let mut report = Report::default();
                for seed in 0..1000 {
                    run(seed * 2 + half, &mut report)?;
                }
                Ok::<Report, Failure>(report)
            })
        });
        let mut done = BTreeMap::new();
        for half in halves {
            let report = half.join().unwrap().unwrap_or_else(|failure| panic!("{failure}"));
            assert_eq!(report.sequences, 1000);
            for (kind, times) in report.done {
                *done.entry(kind).or_insert(0) += times;
            }
        }
        for (kind, _, _) in KINDS {
            assert!(
                done.get(kind).is_some_and(|times| *times >= 30),
                "{kind} was hardly ever done: {done:?}"
            );
        }
    }
}

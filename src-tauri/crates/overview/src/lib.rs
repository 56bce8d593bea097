//! 态势: where a project stands in figures, what is weak in it, and how far it has come on the nine-step way.
//! Relies on a snapshot, its risk picture and the findings of the health check; every number has its rows behind it.
//! Knows nothing of screens, files and clocks.

mod counts;
mod matrix;
mod steps;
mod weak;

pub use counts::{Group, Tally};
pub use matrix::{Matrix, MatrixCell};
pub use steps::{Condition, Stage, StageState};
pub use weak::Weakness;

use domain::Snapshot;
use evaluation::RiskPicture;
use health::Finding;
use serde::Serialize;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewTitle")]
pub struct Title {
    /// In Chinese.
    pub chinese: String,
    /// In English.
    pub english: String,
}

impl Title {
    pub(crate) fn new(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { chinese: chinese.into(), english: english.into() }
    }
}

/// Where a project stands.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Overview {
    /// All points.
    pub points: Tally,
    /// By level, the greatest first, unassessed ones last.
    pub levels: Vec<Group>,
    /// By list family.
    pub kinds: Vec<Group>,
    /// By responsible department, those with the most major risks first.
    pub departments: Vec<Group>,
    /// By building.
    pub buildings: Vec<Group>,
    /// By accident type; a point is counted once for each type it may lead to, at the level of that accident.
    pub accidents: Vec<Group>,
    /// Scores by their first and last factor, one table for each set of criteria in use.
    pub matrices: Vec<Matrix>,
    /// What is weak, the worst first.
    pub weaknesses: Vec<Weakness>,
    /// The nine steps.
    pub stages: Vec<Stage>,
}

/// Works out where a project stands. `findings` are those of the health check on the same rows.
pub fn overview(snapshot: &Snapshot, picture: &RiskPicture, findings: &[Finding]) -> Overview {
    let counts = counts::Counts::new(snapshot, picture);
    let departments = counts.departments(snapshot);
    let accidents = counts::accidents(snapshot, picture);
    Overview {
        points: Tally::of(snapshot.points.iter().map(|point| point.id).collect()),
        levels: counts.levels(),
        kinds: counts.kinds(),
        buildings: counts.buildings(snapshot),
        matrices: matrix::matrices(snapshot, picture),
        weaknesses: weak::weaknesses(snapshot, picture, findings, &departments, &accidents),
        stages: steps::stages(snapshot, picture, findings),
        departments,
        accidents,
    }
}

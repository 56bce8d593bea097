//! From inputs to levels: LEC, LS, MES, several assessors, 就高原则, and what colour everything has.
//! Relies on exact decimals and on presets being data; every function here is pure.
//! Knows nothing of files, clocks and windows, and keeps nothing between calls.

mod accident;
mod highest;
mod picture;
mod preset;
mod score;
mod tier;

pub use accident::{AccidentRisk, AssessorScore};
pub use picture::{HazardRisk, PointRisk, Reason, RiskPicture, Standing, risk_picture};
pub use preset::{
    Band, Bound, Draft as PresetText, FactorTable, FactorValue, Preset, PresetError, built_in_presets,
};
pub use score::{Evaluation, EvaluationError, Score, evaluate};
pub use tier::{control_tier, default_tier};

//! What can be done to a project: one [`Command`] for each thing a user can do, one file for each command.
//! Relies on a snapshot to judge by; a command is turned into rows to write, or refused with a reason.
//! Knows nothing of SQL and writes nothing itself: the store's one door does.

mod command;
mod commands;
pub mod grid;
mod numbering;
mod refusal;

pub use command::{Command, Context, Plan, plan};
pub use commands::{
    Add, AddUnderlay, Adjust, ApplyPreset, ApproveRound, Calibrate, Determine, DrawPlan, DrawZone,
    EntryChoice, FillDown, MovePoint, NewPlanElement, NewRoundMember, NewRows, OpenRound, PasteBlock,
    PastePlan, PlaceLibraryEntry, PlacePoint, PresetChoice, Remove, ReshapeElement, ReshapeZone, SavePreset,
    Score, SetField, SetFields, SetTier, SuggestedBy, TakeScores, TakenScore, UsePreset, moved, results,
};
pub use refusal::Refusal;

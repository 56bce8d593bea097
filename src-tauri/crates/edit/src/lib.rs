//! What can be done to a project: one [`Command`] for each thing a user can do, one file for each command.
//! Relies on a snapshot to judge by; a command is turned into rows to write, or refused with a reason.
//! Knows nothing of SQL and writes nothing itself: the store's one door does.

mod command;
mod commands;
mod danger_fault;
mod follow;
pub mod grid;
mod inspection_words;
mod numbering;
mod refusal;
mod shape_words;

pub use command::{Command, Context, Plan, plan};
pub use commands::*;
pub use danger_fault::DangerFault;
pub use inspection_words::InspectionRefusal;
pub use refusal::Refusal;

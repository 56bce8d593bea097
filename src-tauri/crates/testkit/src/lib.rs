//! What tests share: a world with a clock of its own, a project to try things on, a sweep of everything that must
//! always hold, a small language for suites, and random plans.
//! Relies on `api` as a front end does. A broken expectation panics with what was seen.
//! Never shipped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bench;
mod commands;
mod control;
mod danger;
mod drawing;
mod generate;
mod inspecting;
mod merging;
mod mirror;
mod mixed;
mod plan;
mod script;
mod world;

pub use bench::Bench;
pub use commands::{place_somewhere, rename_organisation};
pub use generate::generate;
pub use merging::{Pair, check_pair, execute_on, must_be_whole, random_pair};
pub use mirror::Mirror;
pub use mixed::generate_mixed;
pub use plan::{PlanReport, run_plan};
pub use script::run_script;
pub use world::{FixedWorld, StillWorld};

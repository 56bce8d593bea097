//! The project file in a rough world: damaged, foreign and strangely named files, writes that fail or fall short, kept
//! versions, recovery, handing over, and files of every format that ever was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;
mod faults;
mod frozen;
mod input;
mod keeping;
mod looking_back;

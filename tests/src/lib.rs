//! The tests of the whole: suites, random plans, the programs from outside, the real window.
//! Relies on `testkit` and on the built programs.
//! Never shipped.

pub mod kill;
pub mod lists;
#[cfg(target_os = "linux")]
pub mod window;

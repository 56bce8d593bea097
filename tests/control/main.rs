//! Health remedies, the overview, and lists of other people taken in and given out again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod columns;
mod health;
mod lists;
mod overview;
mod staff;

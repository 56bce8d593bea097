//! Copies of one project that were edited apart and are merged: the cases that went wrong elsewhere, each by name, and
//! hundreds of random pairs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;
mod files;

#[test]
fn five_hundred_random_pairs_lose_nothing() {
    let conflicts: usize = (1..=500).map(testkit::check_pair).sum();
    assert!(conflicts > 100, "the pairs hardly disagree: {conflicts}");
}

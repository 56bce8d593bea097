//! Copies of one project that were edited apart and are merged: the cases that went wrong elsewhere, each by name, and
//! hundreds of random pairs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[test]
fn five_hundred_random_pairs_lose_nothing() {
    let mut conflicts = 0;
    let mut bad = 0;
    for seed in 1..=500 {
        match std::panic::catch_unwind(|| testkit::check_pair(seed)) {
            Ok(n) => conflicts += n,
            Err(_) => bad += 1,
        }
    }
    assert!(conflicts > 100, "the pairs hardly disagree: {conflicts}");
    assert_eq!(bad, 0);
}

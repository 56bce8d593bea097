//! The window's types are those of the program.
#![allow(clippy::unwrap_used)]

use expect_test::expect_file;

#[test]
fn the_committed_types_are_those_of_the_calls() {
    expect_file!["../../../../ui/src/ipc.ts"].assert_eq(&api::typescript());
}

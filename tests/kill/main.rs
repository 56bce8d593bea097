//! A process killed at random moments of opening, migrating, editing, publishing and merging: no acknowledged edit is
//! lost, the file can always be read. And the user's file copied at any moment: every copy opens.

use std::path::Path;

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let report = sise_tests::kill::kill(Path::new(env!("CARGO_BIN_EXE_editor")), 100, 20_261_121);
    assert!(report.edits > 100, "the editor hardly worked: {report:?}");
    assert!(report.behind > 0, "no kill hit unpublished edits, the test shows nothing: {report:?}");
    assert!(report.merges > 0, "no merge was acknowledged: {report:?}");
}

#[test]
fn a_hundred_copies_made_meanwhile_all_open() {
    let states = sise_tests::kill::copies(Path::new(env!("CARGO_BIN_EXE_editor")), 100, 7);
    assert!(states > 3, "the editor hardly published: {states} states");
}

#[test]
#[cfg(unix)]
fn a_full_disk_in_the_middle_of_any_write_loses_nothing_that_was_acknowledged() {
    let worked = sise_tests::kill::full_disk(Path::new(env!("CARGO_BIN_EXE_editor")), 20, 11);
    assert!(worked > 2, "the disk was full before anything was done: {worked} runs");
}

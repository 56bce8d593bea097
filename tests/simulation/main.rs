//! Random plans from fixed seeds: after every command the sweep, and undo and redo of that very command.
#![allow(clippy::unwrap_used)]

use testkit::{Bench, run_plan};

/// Of each plan; ten plans are some three thousand commands, of which about two in five fit the rows that are there.
const COMMANDS: usize = 300;

#[test]
fn random_commands_on_an_empty_school_hold() {
    // Several plans instead of one, so that projects stay small enough for a sweep after each command.
    let (mut done, mut refused) = (0, std::collections::BTreeSet::new());
    for seed in 1..=10 {
        let report = run_plan(&mut Bench::blank(), seed, COMMANDS);
        done += report.done;
        refused.extend(report.refused.into_keys());
    }
    assert!(done >= 800, "only {done} commands were carried out: the plans no longer fit the program");
    for code in ["blank", "no-such-row", "not-by-itself", "needed", "not-in-catalogue", "code-taken"] {
        assert!(refused.contains(code), "no plan met a refusal with {code}; met: {refused:?}");
    }
}

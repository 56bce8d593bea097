//! `cargo xtask codegen`: writes the files that are made from Rust types and committed.
//! Relies on the tests that compare them: told to, those write instead of complaining.
//! It must not know the types.

use anyhow::Result;

use crate::command::{self, Limit};
use crate::programs;
use crate::test::TEST_FEATURES;

/// Writes `ui/src/ipc.ts` anew.
pub(crate) fn codegen() -> Result<()> {
    // With the switches of `cargo xtask test`, so that nothing is compiled twice.
    let mut command =
        programs::cargo(&["test", "--workspace", "--features", TEST_FEATURES, "--test", "typescript"]);
    command::run(command.env("UPDATE_EXPECT", "1"), Limit::Minutes(60))
}

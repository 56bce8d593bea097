//! `cargo xtask bench` and `cargo xtask simulate`: start the measuring and simulating programs in release mode.
//! Relies on the programs of the package `sise-tests`, which do the work and print the figures.
//! It must not know what is measured, and never judges a figure: benches do not fail a test run.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, Limit};
use crate::programs::{self, Profile};
use crate::setup::{self, Purpose};
use crate::workspace;

/// The programs, by the command that starts them.
const PROGRAMS: [(&str, &str); 2] = [("bench", "bench"), ("simulate", "simulate")];

/// Runs all benches, or those whose names are given.
pub(crate) fn bench(names: &[&str]) -> Result<()> {
    setup::setup(Purpose::Bench)?;
    // Some benches time the shipped programs as a whole.
    let programs = programs::build(Profile::Release)?;
    let folder = programs.sise.parent().context("a program lies in a folder")?.to_path_buf();
    let mut command = program("bench")?;
    command.args(names).env("SISE_BIN_DIR", folder);
    command.env("SISE_RESOURCES", workspace::output_dir().join("resources"));
    command::run_and_sweep(&mut command, Limit::Minutes(120))
}

/// Runs seeded plans: `--seed N`, and how many from there on, `--count N`.
pub(crate) fn simulate(arguments: &[&str]) -> Result<()> {
    let plan = Plan::parse(arguments)?;
    let mut command = program("simulate")?;
    command.args(["--seed", &plan.seed.to_string(), "--count", &plan.count.to_string()]);
    command::run(&mut command, Limit::Minutes(240))
}

#[derive(Debug, PartialEq, Eq)]
struct Plan {
    seed: u64,
    count: u64,
}

impl Plan {
    fn parse(arguments: &[&str]) -> Result<Plan> {
        let usage = "say: cargo xtask simulate --seed N [--count N]";
        let (mut seed, mut count) = (None, 1);
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let value: u64 = rest
                .next()
                .and_then(|value| value.parse().ok())
                .with_context(|| format!("`{name}` needs a number; {usage}"))?;
            match *name {
                "--seed" => seed = Some(value),
                "--count" => count = value,
                other => bail!("`{other}` is not known; {usage}"),
            }
        }
        Ok(Plan { seed: seed.context(usage)?, count })
    }
}

fn program(command: &str) -> Result<Command> {
    let (_, binary) = PROGRAMS
        .iter()
        .find(|(name, _)| *name == command)
        .with_context(|| format!("there is no program for `{command}`"))?;
    Ok(programs::cargo(&["run", "--release", "--package", "sise-tests", "--bin", binary, "--"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_needs_a_seed() {
        assert_eq!(Plan::parse(&["--seed", "7"]).unwrap(), Plan { seed: 7, count: 1 });
        assert_eq!(Plan::parse(&["--count", "50", "--seed", "7"]).unwrap(), Plan { seed: 7, count: 50 });
        for wrong in [&[][..], &["--count", "3"], &["--seed"], &["--seed", "seven"], &["--speed", "7"]] {
            assert!(Plan::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}

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

/// Runs seeded plans: `--seed N`, how long or how many from there on, `--count N`, and on what, `--what NAME`.
pub(crate) fn simulate(arguments: &[&str]) -> Result<()> {
    let plan = Plan::parse(arguments)?;
    if matches!(plan.what, "kill" | "copy") {
        // The program that is killed.
        let build = ["build", "--release", "--package", "sise-tests", "--bin", "editor"];
        command::run(&mut programs::cargo(&build), Limit::Minutes(90))?;
    }
    let mut command = program("simulate")?;
    command.args(["--seed", &plan.seed.to_string(), "--count", &plan.count.to_string()]);
    command.args(["--what", plan.what]);
    command::run(&mut command, Limit::Minutes(240))
}

#[derive(Debug, PartialEq, Eq)]
struct Plan {
    seed: u64,
    count: u64,
    what: &'static str,
}

/// What plans there are, the usual one first.
const PLANS: [&str; 5] = ["project", "geometry", "merge", "kill", "copy"];

impl Plan {
    fn parse(arguments: &[&str]) -> Result<Plan> {
        let usage =
            "say: cargo xtask simulate --seed N [--count N] [--what project|geometry|merge|kill|copy]";
        let (mut seed, mut count, mut what) = (None, 1, PLANS[0]);
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let value = rest.next().copied().unwrap_or_default();
            let number =
                || value.parse::<u64>().ok().with_context(|| format!("`{name}` needs a number; {usage}"));
            match *name {
                "--seed" => seed = Some(number()?),
                "--count" => count = number()?,
                "--what" => {
                    let known = PLANS.into_iter().find(|known| *known == value);
                    what = known.with_context(|| format!("`{value}` is no plan; {usage}"))?;
                }
                other => bail!("`{other}` is not known; {usage}"),
            }
        }
        Ok(Plan { seed: seed.context(usage)?, count, what })
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
        assert_eq!(Plan::parse(&["--seed", "7"]).unwrap(), Plan { seed: 7, count: 1, what: "project" });
        let plan = Plan { seed: 7, count: 50, what: "kill" };
        assert_eq!(Plan::parse(&["--count", "50", "--what", "kill", "--seed", "7"]).unwrap(), plan);
        for wrong in [
            &[][..],
            &["--count", "3"],
            &["--seed"],
            &["--seed", "seven"],
            &["--speed", "7"],
            &["--what", "x"],
        ] {
            assert!(Plan::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}

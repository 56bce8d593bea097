//! `cargo xtask simulate --seed N --count N`: a long random plan, with everything that must hold swept after each step.
//! Relies on `testkit`; the same seed is the same plan.
//! Never shipped.
#![allow(clippy::print_stdout)] // a program for people at a terminal

use testkit::{Bench, run_plan};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut seed, mut count) = (None, 20_000);
    while let Some(argument) = arguments.next() {
        let value = arguments.next();
        let number = || value.as_deref().and_then(|value| value.parse().ok());
        match argument.as_str() {
            "--seed" => seed = number(),
            "--count" => count = number().map_or(count, |number: u64| number as usize),
            other => anyhow::bail!("unknown argument {other}; known: --seed N --count N"),
        }
    }
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    println!("seed {seed}, {count} commands");
    let report = run_plan(&mut Bench::blank(), seed, count);
    println!("done {}, undone or redone {}, reopened {}", report.done, report.turned, report.reopened);
    for (code, times) in report.refused {
        println!("refused {times} times: {code}");
    }
    Ok(())
}

//! `cargo xtask simulate --seed N --count N`: a long random plan, with everything that must hold swept after each step.
//! Relies on `testkit`, and with `--what geometry` on the crate's own plans; the same seed is the same plan.
//! Never shipped.
#![allow(clippy::print_stdout)] // a program for people at a terminal

use geometry::plan;
use testkit::{Bench, run_plan};

/// What the plan works on.
#[derive(Clone, Copy)]
enum What {
    /// Commands on a project.
    Project,
    /// Edits of shapes; `--count` counts sequences of edits.
    Geometry,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut seed, mut count, mut what) = (None, None, What::Project);
    while let Some(argument) = arguments.next() {
        let value = arguments.next();
        let number = || value.as_deref().and_then(|value| value.parse::<u64>().ok());
        match (argument.as_str(), value.as_deref()) {
            ("--seed", _) => seed = number(),
            ("--count", _) => count = number(),
            ("--what", Some("project")) => what = What::Project,
            ("--what", Some("geometry")) => what = What::Geometry,
            (other, _) => {
                anyhow::bail!("unknown argument {other}; known: --seed N --count N --what project|geometry")
            }
        }
    }
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    match what {
        What::Project => simulate_project(seed, count.unwrap_or(20_000)),
        What::Geometry => simulate_geometry(seed, count.unwrap_or(100_000))?,
    }
    Ok(())
}

fn simulate_project(seed: u64, count: u64) {
    println!("seed {seed}, {count} commands");
    let report = run_plan(&mut Bench::blank(), seed, count as usize);
    println!("done {}, undone or redone {}, reopened {}", report.done, report.turned, report.reopened);
    for (code, times) in report.refused {
        println!("refused {times} times: {code}");
    }
}

/// Ends at the first sequence in which something does not hold, with the seed that shows it again.
fn simulate_geometry(seed: u64, count: u64) -> anyhow::Result<()> {
    println!("seeds {seed} and on, {count} sequences of edits");
    let mut report = plan::Report::default();
    for own in 0..count {
        plan::run(seed.wrapping_add(own), &mut report)?;
    }
    let (done, refused): (u64, u64) = (report.done.values().sum(), report.refused.values().sum());
    println!("{} sequences: {done} edits done, {refused} refused, 0 invalid", report.sequences);
    for (kind, times) in report.done {
        println!("done {times} times: {kind}");
    }
    for ((kind, code), times) in report.refused {
        println!("refused {times} times: {kind}: {code}");
    }
    Ok(())
}

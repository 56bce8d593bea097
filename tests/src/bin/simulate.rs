//! `cargo xtask simulate --seed N --count N [--what NAME]`: long random plans, edits of shapes, pairs to merge, kills, copies.
//! Relies on `testkit`, for shapes on the plans of `geometry`; the same seed is the same plan, and the same pair. When a kill strikes is the machine's affair.
//! Never shipped.
#![allow(clippy::print_stdout)] // a program for people at a terminal

use geometry::plan;
use std::path::PathBuf;
use testkit::{Bench, run_plan};

/// What is simulated.
#[derive(Clone, Copy)]
enum What {
    /// Commands on a project.
    Project,
    /// Edits of shapes; `--count` counts sequences of edits.
    Geometry,
    /// Pairs of copies to be merged; `--count` counts pairs.
    Merge,
    /// Kills of a process at work; `--count` counts kills.
    Kill,
    /// Copies of a file while it is published; `--count` counts copies.
    Copy,
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
            ("--what", Some("merge")) => what = What::Merge,
            ("--what", Some("kill")) => what = What::Kill,
            ("--what", Some("copy")) => what = What::Copy,
            (other, _) => anyhow::bail!(
                "unknown argument {other}; known: --seed N --count N --what project|geometry|merge|kill|copy"
            ),
        }
    }
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    match what {
        What::Project => simulate_project(seed, count.unwrap_or(20_000)),
        What::Geometry => simulate_geometry(seed, count.unwrap_or(100_000))?,
        What::Merge => simulate_merge(seed, count.unwrap_or(10_000)),
        What::Kill => {
            let kills = u32::try_from(count.unwrap_or(1_000))?;
            let report = sise_tests::kill::kill(&editor()?, kills, seed);
            println!(
                "{} kills: {} edits and {} merges acknowledged, 0 lost, {} kills hit what was not published",
                report.kills, report.edits, report.merges, report.behind
            );
        }
        What::Copy => {
            let copies = u32::try_from(count.unwrap_or(1_000))?;
            let states = sise_tests::kill::copies(&editor()?, copies, seed);
            println!("{copies} copies of {states} different states: all open and sound");
        }
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

fn simulate_merge(seed: u64, count: u64) {
    println!("seeds {seed} and on, {count} pairs");
    let (mut conflicts, mut disagreeing) = (0, 0);
    for own in 0..count {
        let found = testkit::check_pair(seed.wrapping_add(own));
        conflicts += found;
        disagreeing += u64::from(found > 0);
    }
    println!("{count} pairs merged: {disagreeing} disagree, {conflicts} conflicts, 0 losses");
}

/// The program that is killed stands beside this one.
fn editor() -> anyhow::Result<PathBuf> {
    let name = if cfg!(windows) { "editor.exe" } else { "editor" };
    let path = std::env::current_exe()?.with_file_name(name);
    anyhow::ensure!(
        path.exists(),
        "{} is not built: cargo build --release -p sise-tests --bins",
        path.display()
    );
    Ok(path)
}

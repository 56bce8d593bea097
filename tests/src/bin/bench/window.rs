//! The real window: from the start of the program to the first paint and to a drawn plan, and the memory of its process.
//! Relies on a display and on the built programs of the same profile.
//! Never shipped.

use crate::verdict;
use anyhow::Context as _;
use api::{Session, Workspace};
use sise_tests::window::{Desk, Window};
use std::process::Command;
use std::sync::Arc;
use testkit::{FixedWorld, generate};

pub(crate) fn run() -> anyhow::Result<()> {
    if std::env::var_os("DISPLAY").is_none() {
        println!("\nno display: the window is not measured (say `xvfb-run -a cargo xtask bench window`)");
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("\nthe window, from the start of the program, by the page's own clock");
    for (points, zones) in [(36, 0), (10_000, 2_000)] {
        runtime.block_on(measure(points, zones))?;
    }
    Ok(())
}

async fn measure(points: usize, zones: usize) -> anyhow::Result<()> {
    let large = zones > 0;
    let desk = Desk::new();
    let project = desk.at("measured.sise");
    let records = if large { generate(points, zones) } else { api::sample_project()?.records };
    let workspace = Workspace::at(desk.at("data"));
    let world = Arc::new(FixedWorld::new(3));
    let session = Session::create(&workspace, &project, records, &[], world, "测量".to_owned())?;
    session.close().map_err(|back| back.1)?;
    let mut paints = Vec::new();
    let mut drawn = Vec::new();
    let mut memory = Vec::new();
    for _ in 0..5 {
        let window = desk.window(Some(&project)).await;
        window.by_id("workbench").await;
        window.settle().await;
        let process = window.process().context("the program runs")?;
        let begin = started(process)?;
        let script = "performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)";
        paints.push(window.ask(script).await.as_f64().context("the page tells its first paint")? - begin);
        let script =
            "performance.timeOrigin + (performance.getEntriesByName('workbench-drawn')[0]?.startTime ?? NaN)";
        drawn.push(
            window.ask(script).await.as_f64().context("the page tells when the plan is drawn")? - begin,
        );
        memory.push((resident(process)?, family(&window)));
        window.close().await;
    }
    paints.sort_by(f64::total_cmp);
    drawn.sort_by(f64::total_cmp);
    println!(
        "{points} points: first paint {:.0} ms, {}; plan drawn {:.0} ms",
        paints[2],
        verdict(paints[2], Some(1_200.0), "ms"),
        drawn[2]
    );
    let (own, all) = memory[memory.len() - 1];
    println!(
        "  memory of the program {own:.0} MB, {}; with the processes of the web view {all:.0} MB",
        verdict(own, large.then_some(250.0), "MB")
    );
    Ok(())
}

/// When a process began, in milliseconds since 1970.
fn started(process: u32) -> anyhow::Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let after = stat.rsplit(')').next().context("stat has a name in brackets")?;
    let ticks: f64 = after.split_whitespace().nth(19).context("stat has a start time")?.parse()?;
    let since_boot: f64 = std::fs::read_to_string("/proc/uptime")?
        .split_whitespace()
        .next()
        .context("uptime has two numbers")?
        .parse()?;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs_f64();
    // The kernel counts in hundredths of a second.
    Ok((now - since_boot + ticks / 100.0) * 1e3)
}

/// Memory that a process holds, with its share of what it shares, in MB.
fn resident(process: u32) -> anyhow::Result<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = text.lines().find(|line| line.starts_with("Pss:")).context("smaps_rollup has Pss")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).context("Pss has a value")?.parse()?;
    Ok(kilobytes / 1e3)
}

/// The same for the program and all that it started.
fn family(window: &Window) -> f64 {
    let found = Command::new("pgrep").args(["-g", &window.group().to_string()]).output();
    let text = found.map(|found| String::from_utf8_lossy(&found.stdout).into_owned()).unwrap_or_default();
    text.lines().filter_map(|line| resident(line.trim().parse().ok()?).ok()).sum()
}

//! `cargo xtask bench [dangers|project|file|grid|lists|prints|sheets|statistics|window|plan|plan-year ...]`: the figures that are promised, each beside its target.
//! Relies on a release build. Nothing here fails for a figure: it is reported, met or not.
//! Never shipped.
#![allow(clippy::print_stdout)] // a program for people at a terminal

mod dangers;
mod file;
mod grid;
mod inspection;
mod lists;
#[cfg(target_os = "linux")]
mod plan;
mod prints;
mod project;
mod sheets;
mod statistics;
#[cfg(target_os = "linux")]
mod window;

use std::time::{Duration, Instant};

/// Times of a few runs, the shortest first.
struct Figures(Vec<Duration>);

impl Figures {
    fn median(&self) -> Duration {
        self.0.get(self.0.len() / 2).copied().unwrap_or_default()
    }
}

fn measure(runs: usize, mut work: impl FnMut() -> anyhow::Result<()>) -> anyhow::Result<Figures> {
    let mut times = Vec::new();
    for _ in 0..runs {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed());
    }
    times.sort();
    Ok(Figures(times))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn report(what: &str, size: usize, figures: &Figures, target: Option<Duration>) {
    let (min, max) = (figures.0.first().copied(), figures.0.last().copied());
    println!(
        "{what:<44} {size:>6}  min {:>8.2}  median {:>8.2}  max {:>8.2} ms  {}",
        ms(min.unwrap_or_default()),
        ms(figures.median()),
        ms(max.unwrap_or_default()),
        verdict(ms(figures.median()), target.map(ms), "ms")
    );
}

/// Whether a figure keeps what is promised.
fn verdict(figure: f64, target: Option<f64>, unit: &str) -> String {
    match target {
        Some(target) if figure <= target => format!("target {target:.0} {unit}, met"),
        Some(target) => format!("target {target:.0} {unit}, NOT met"),
        None => String::new(),
    }
}

fn main() -> anyhow::Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let [first, project, arguments] = wanted.as_slice()
        && first == prints::ONCE
    {
        return prints::once(project, arguments);
    }
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|own| own == name);
    let folder = tempfile::tempdir()?;
    if is_wanted("project") {
        project::run(folder.path())?;
    }
    if is_wanted("statistics") {
        statistics::run(folder.path())?;
    }
    if is_wanted("dangers") {
        dangers::run(folder.path())?;
    }
    if is_wanted("file") {
        file::run(folder.path())?;
    }
    if is_wanted("grid") {
        grid::run(folder.path())?;
    }
    if is_wanted("lists") {
        lists::run(folder.path())?;
    }
    if is_wanted("plan-year") {
        inspection::run()?;
    }
    if is_wanted("prints") {
        prints::run(folder.path())?;
    }
    if is_wanted("sheets") {
        sheets::run(folder.path())?;
    }
    #[cfg(target_os = "linux")]
    if is_wanted("window") {
        window::run()?;
    }
    #[cfg(target_os = "linux")]
    if is_wanted("plan") {
        plan::run()?;
    }
    Ok(())
}

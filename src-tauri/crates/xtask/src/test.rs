//! `cargo xtask test`: everything that continuous integration checks, step by step, with a summary at the end.
//! Relies on `setup`; tests find our programs through `SISE_BIN_DIR` and the fonts through `SISE_RESOURCES`.
//! It must not know what any single test is about.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::command::{self, Limit};
use crate::programs::cargo;
use crate::setup::{self, Purpose};
use crate::{fonts, tidy, ui, workspace};

/// How much is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Everything,
    /// Without the tests that drive the real window: test programs whose name begins with `window`.
    WithoutWindows,
}

/// Switches of our own crates that only tests use. Shipped programs are built without them.
pub(crate) const TEST_FEATURES: &str = "sise-desktop/scripted-picker";

/// Screen of the window tests: large enough for an A3 page at its real size beside the inspector.
const SCREEN: &str = "-screen 0 1920x1200x24";

struct Outcome {
    name: &'static str,
    error: Option<String>,
    time: Duration,
}

/// Sets up the machine and runs every step, also after one has failed; fails when any did.
pub(crate) fn test(extent: Extent) -> Result<()> {
    let begin = Instant::now();
    setup::setup(Purpose::Test)?;
    fonts::copy()?;

    let mut outcomes = Vec::new();
    let mut step = |name: &'static str, work: &dyn Fn() -> Result<()>| {
        println!("\n=== {name}");
        let begin = Instant::now();
        let error = work().err().map(|error| format!("{error:#}"));
        let outcome = Outcome { name, error, time: begin.elapsed() };
        println!("{}", line(&outcome));
        let is_well = outcome.error.is_none();
        outcomes.push(outcome);
        is_well
    };
    // The quick ones first, so that a slip is seen at once.
    step("format", &|| command::run(&mut cargo(&["fmt", "--all", "--check"]), Limit::Minutes(5)));
    step("tidy", &tidy::tidy);
    step("ui: lint and format", &|| ui::script("lint", Limit::Minutes(5)));
    step("ui: types", &|| ui::script("check", Limit::Minutes(10)));
    step("ui: tests", &|| ui::script("test", Limit::Minutes(15)));
    step("ui: build", &ui::build);
    step("clippy", &clippy);
    let is_built = step("build", &build);
    step("tests", &|| if is_built { rust_tests(extent) } else { bail!("not run, since the build failed") });

    println!("\n=== summary");
    for outcome in &outcomes {
        println!("{}", line(outcome));
    }
    println!("{:>7.1} s  in all", begin.elapsed().as_secs_f64());
    let failed: Vec<&str> =
        outcomes.iter().filter(|outcome| outcome.error.is_some()).map(|outcome| outcome.name).collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join("; "));
    }
    println!("all is well");
    Ok(())
}

fn line(outcome: &Outcome) -> String {
    let seconds = outcome.time.as_secs_f64();
    match &outcome.error {
        None => format!("{seconds:>7.1} s  ok      {}", outcome.name),
        Some(error) => format!("{seconds:>7.1} s  FAILED  {}: {error}", outcome.name),
    }
}

fn clippy() -> Result<()> {
    let mut command =
        cargo(&["clippy", "--workspace", "--all-targets", "--keep-going", "--features", TEST_FEATURES]);
    command::run(command.args(["--", "--deny", "warnings"]), Limit::Minutes(90))
}

/// Builds the programs and the tests together, since that is the one feature set in which both agree:
/// building them one after the other would compile much of the tree twice. Without ourselves, since Windows cannot
/// replace a program that is running.
fn build() -> Result<()> {
    let mut command = cargo(&["build", "--workspace", "--exclude", "xtask", "--all-targets", "--keep-going"]);
    command.args(["--features", TEST_FEATURES]);
    command::run(&mut command, Limit::Minutes(90))
}

fn rust_tests(extent: Extent) -> Result<()> {
    let mut arguments = vec!["test", "--workspace", "--no-fail-fast", "--features", TEST_FEATURES];
    let integration = integration_tests()?;
    match extent {
        Extent::Everything => {}
        Extent::WithoutWindows => {
            arguments.extend(["--lib", "--bins"]);
            let quick = integration.iter().filter(|name| !name.starts_with("window"));
            arguments.extend(quick.flat_map(|name| ["--test", name.as_str()]));
        }
    }
    let mut command = in_a_virtual_display(cargo(&arguments));
    for (name, folder) in private_folders()? {
        command.env(name, folder);
    }
    command
        .env("SISE_BIN_DIR", workspace::target_dir().join("debug"))
        .env("SISE_RESOURCES", workspace::output_dir().join("resources"))
        // Without a UTF-8 locale GTK cannot name a Chinese file.
        .env("LC_ALL", "C.UTF-8")
        // Twice as fast without a graphics card, and screenshots through WebDriver still work.
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
    command::run_and_sweep(&mut command, Limit::Minutes(60))
}

/// Under X a screen of our own, so that tests neither need nor disturb the user's; elsewhere the command as it is.
fn in_a_virtual_display(command: Command) -> Command {
    if !cfg!(target_os = "linux") {
        return command;
    }
    let mut display = Command::new("xvfb-run");
    display
        .args(["--auto-servernum", "--server-args", SCREEN])
        .arg(command.get_program())
        .args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        display.current_dir(folder);
    }
    display
}

/// Empty folders in the place of the user's own settings, data and caches.
fn private_folders() -> Result<Vec<(&'static str, PathBuf)>> {
    let home = workspace::output_dir().join("test-home");
    let folders = vec![
        ("SISE_DATA_DIR", home.join("sise")),
        ("XDG_DATA_HOME", home.join("data")),
        ("XDG_CONFIG_HOME", home.join("config")),
        ("XDG_CACHE_HOME", home.join("cache")),
        ("XDG_STATE_HOME", home.join("state")),
    ];
    for (_, folder) in &folders {
        workspace::fresh_folder(folder)?;
    }
    Ok(folders)
}

/// The names of all integration test programs in the workspace.
fn integration_tests() -> Result<Vec<String>> {
    let metadata = tidy::metadata()?;
    let targets = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|package| package["targets"].as_array().into_iter().flatten());
    Ok(targets
        .filter(|target| {
            target["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "test"))
        })
        .filter_map(|target| target["name"].as_str().map(str::to_owned))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_says_what_failed() {
        let outcome =
            Outcome { name: "tidy", error: Some("2 problems".into()), time: Duration::from_secs(3) };
        assert_eq!(line(&outcome), "    3.0 s  FAILED  tidy: 2 problems");
    }
}

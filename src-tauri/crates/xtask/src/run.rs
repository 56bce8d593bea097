//! `cargo xtask run`: from a fresh clone to the open window, with the sample project and all that is printed from it.
//! Relies on `setup` and on the programs `sise` and `sise-desktop`, called like any user would.
//! It must not know what a project contains.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, Limit};
use crate::programs::{self, Profile};
use crate::setup::{self, Purpose};
use crate::workspace;

/// Does the whole of it.
pub(crate) fn run() -> Result<()> {
    setup::setup(Purpose::Run)?;
    let programs = programs::build(Profile::Debug)?;

    let demo = workspace::output_dir().join("demo");
    let project = demo.join("zhongzhou.sise");
    let prints = demo.join("prints");
    let bundle = demo.join("zhongzhou.bundle.json");
    // Made anew each time: the demonstration shall show what this version of the program makes.
    workspace::fresh_folder(&demo).context("is the sample project still open in a window?")?;
    sise(&programs.sise, &["new", &text(&project)?, "--sample"])?;
    sise(&programs.sise, &["bundle", &text(&project)?, "--out", &text(&bundle)?])?;
    sise(&programs.sise, &["export", &text(&project)?, "--out", &text(&prints)?])?;

    let pages = workspace::files_below(&prints)?.len();
    if pages == 0 || !bundle.is_file() {
        bail!("`sise` reported success, but {} or {} is not there", prints.display(), bundle.display());
    }
    println!("\nThe sample project:  {}", project.display());
    println!("Its {pages} documents:   {}", prints.display());
    println!("Its data bundle:     {}\n", bundle.display());

    if !has_display() {
        println!(
            "There is no display, so no window is opened. On a desktop: sise-desktop {}",
            project.display()
        );
        return Ok(());
    }
    println!("The window opens on the sample project; close it to end this command.");
    command::run(Command::new(&programs.desktop).arg(&project), Limit::None)
}

fn sise(program: &Path, arguments: &[&str]) -> Result<()> {
    command::run(Command::new(program).args(arguments).current_dir(workspace::root()), Limit::Minutes(10))
}

fn text(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).with_context(|| format!("{} is not a plain path", path.display()))
}

fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "windows", target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

//! The UI's packages and its page `ui/dist`, both made anew only when what they come from has changed.
//! Relies on npm and on the scripts in `ui/package.json`.
//! It must not know what the page shows.

use std::hash::Hash;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::command::{self, Limit};
use crate::workspace::{self, Stamp};

/// The UI's folder.
pub(crate) fn folder() -> PathBuf {
    workspace::root().join("ui")
}

/// `npm ci`, unless the installed packages are already those of the lock file.
pub(crate) fn install_packages() -> Result<()> {
    let lock = folder().join("package-lock.json");
    let stamp = Stamp::new("npm-ci", |hasher| workspace::hash_files(hasher, &lock))?;
    if stamp.is_current() && folder().join("node_modules").is_dir() {
        return Ok(());
    }
    println!("set-up: installing the UI's packages");
    command::run(npm().args(["ci", "--no-audit", "--no-fund"]), Limit::Minutes(20))?;
    stamp.set()
}

/// Builds the page into `ui/dist`, unless it was built from just these sources. The shell embeds it, so an
/// untouched page also spares the shell a new compilation.
pub(crate) fn build() -> Result<()> {
    let stamp = Stamp::new("ui-build", |hasher| {
        for name in ["index.html", "package-lock.json", "vite.config.ts", "tsconfig.json", "src", "public"] {
            name.hash(hasher);
            workspace::hash_files(hasher, &folder().join(name))?;
        }
        // Texts and tables that the page imports from the shared assets.
        workspace::hash_files(hasher, &workspace::root().join("assets"))
    })?;
    if stamp.is_current() && folder().join("dist").join("index.html").is_file() {
        println!("ui/dist is up to date");
        return Ok(());
    }
    script("build", Limit::Minutes(10))?;
    stamp.set()
}

/// Runs one script of `ui/package.json`.
pub(crate) fn script(name: &str, limit: Limit) -> Result<()> {
    command::run(npm().args(["run", "--silent", name]), limit)
}

/// A program that one of the UI's packages brings, to be run from the repository's top folder.
pub(crate) fn program(name: &str) -> Command {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    let mut command =
        Command::new(folder().join("node_modules").join(".bin").join(format!("{name}{suffix}")));
    command.current_dir(workspace::root());
    command
}

fn npm() -> Command {
    // On Windows npm is a script, which is not found by its bare name.
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(folder());
    command
}

//! `cargo xtask tidy`: the house rules that no compiler checks, each as a function from text to problems.
//! Relies on `cargo metadata` and `git ls-files` to see the workspace as it is.
//! It must not know what the code does; the rules are tables at the head of each file.

mod imports;
mod lockfile;
mod names;
mod sources;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::programs::cargo;
use crate::{command, workspace};

/// One broken rule, as a line for the reader: where, what, and what to do.
type Problem = String;

/// A committed file, or one that would be with the next `git add`.
struct File {
    /// Path from the repository's top folder, with `/`.
    path: String,
    /// The text, unless the file is not text.
    text: Option<String>,
}

/// Checks all rules and fails when one is broken.
pub(crate) fn tidy() -> Result<()> {
    let packages = imports::packages(&metadata()?)?;
    let files = files()?;
    let mut problems = imports::check(&packages);
    problems.extend(names::check(&files, &packages));
    problems.extend(lockfile::check(&files));
    problems.extend(sources::check(&files, &machine()));
    if problems.is_empty() {
        println!("{} files and {} packages are tidy", files.len(), packages.len());
        return Ok(());
    }
    for problem in &problems {
        println!("tidy: {problem}");
    }
    bail!("{} broken house rules, listed above", problems.len())
}

/// What cargo says about the members of the workspace.
pub(crate) fn metadata() -> Result<Value> {
    let text = command::read(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    serde_json::from_str(&text).context("reading what `cargo metadata` says")
}

fn files() -> Result<Vec<File>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(workspace::root());
    let listed = command::read(&mut git).context("tidy looks at the files that git knows")?;
    let mut files = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        let place = workspace::root().join(path);
        // Gone, but not yet committed as gone; or a symbolic link to nowhere.
        if !place.is_file() {
            continue;
        }
        let bytes = std::fs::read(&place).with_context(|| format!("reading {path}"))?;
        files.push(File { path: path.to_owned(), text: String::from_utf8(bytes).ok() });
    }
    Ok(files)
}

/// Paths of this very machine, which no file may name: the repository, the folder above it, the user's home.
fn machine() -> Vec<String> {
    let root = workspace::root();
    let mut paths: Vec<PathBuf> = vec![root.clone()];
    paths.extend(root.parent().map(PathBuf::from));
    paths.extend(std::env::var_os("HOME").map(PathBuf::from));
    paths.extend(std::env::var_os("USERPROFILE").map(PathBuf::from));
    sources::telling_paths(paths.iter().filter_map(|path| path.to_str()))
}

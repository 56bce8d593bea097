//! Building our own programs.
//! Relies on cargo; the page `ui/dist` and the fonts must be in place before the shell compiles.
//! It must not know what the programs are used for afterwards.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::command::{self, Limit};
use crate::{fonts, ui, workspace};

/// How fast the programs shall be, and how fast they shall be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Debug,
    /// As shipped.
    Release,
}

/// The terminal program and the window, with everything that lies beside them.
pub(crate) struct Programs {
    /// The terminal program.
    pub(crate) sise: PathBuf,
    /// The window.
    pub(crate) desktop: PathBuf,
}

/// Builds both programs as they are shipped: without the switches that tests use.
pub(crate) fn build(profile: Profile) -> Result<Programs> {
    fonts::copy()?;
    ui::build()?;
    let mut command = cargo(&["build", "--package", "cli", "--package", "sise-desktop"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    command::run(&mut command, Limit::Minutes(90))?;
    Ok(find(profile))
}

/// Where the programs of a profile lie.
pub(crate) fn find(profile: Profile) -> Programs {
    let folder = workspace::target_dir().join(match profile {
        Profile::Debug => "debug",
        Profile::Release => "release",
    });
    Programs {
        sise: folder.join(workspace::executable("sise")),
        desktop: folder.join(workspace::executable("sise-desktop")),
    }
}

/// A cargo command in the repository.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(workspace::cargo());
    command.args(arguments).current_dir(workspace::root());
    command
}

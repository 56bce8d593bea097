//! `sise versions`: the versions of a project that were kept outside its file.
//! Relies on the data folder of this account.
//! Knows nothing of what is in them.

use crate::output::Output;
use api::{ApiError, VersionView, Workspace};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Versions {
    /// The project file; it need not be there any more.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    versions: Vec<VersionView>,
    /// All of them together, in bytes.
    size: u64,
}

impl Versions {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let versions = api::versions(&Workspace::standard()?, &self.file)?;
        let size = versions.iter().map(|version| version.size).sum();
        if self.json {
            output.json(&Report { versions, size })?;
            return Ok(ExitCode::SUCCESS);
        }
        for version in &versions {
            output.line(&format!("{}\t{}\t{}\t{}", version.at, version.size, version.kind, version.path));
        }
        Ok(ExitCode::SUCCESS)
    }
}

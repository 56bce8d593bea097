//! `sise copy`: a checked copy of a project, byte for byte or clean.
//! Relies on `api`; a file that is there is never replaced.
//! Knows nothing of what is left out.

use crate::output::Output;
use api::{ApiError, SystemWorld, Workspace};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Copy {
    /// The project file.
    file: PathBuf,
    /// Without history and without anything that was deleted.
    #[arg(long)]
    clean: bool,
    /// Where the copy goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    path: String,
    /// The fingerprint as a short code.
    code: String,
    size: u64,
}

impl Copy {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let workspace = Workspace::standard()?;
        let actor = api::Settings::load().actor_name();
        let code = api::copy_file(&workspace, &self.file, &self.out, self.clean, &SystemWorld, &actor)?;
        let size = std::fs::metadata(&self.out).map_or(0, |metadata| metadata.len());
        let report = Report { path: self.out.display().to_string(), code, size };
        if self.json {
            output.json(&report)?;
        } else {
            output.line(&format!("{}\t{}\t{}", report.path, report.code, report.size));
        }
        Ok(ExitCode::SUCCESS)
    }
}

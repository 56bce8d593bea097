//! `sise bundle`: the bundle for the regulator.
//! Relies on `api` to write it whole or not at all.
//! Knows nothing of its content.

use crate::output::Output;
use api::ApiError;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Bundle {
    /// The project file.
    file: PathBuf,
    /// The bundle to be written.
    #[arg(long, value_name = "FILE.json")]
    out: PathBuf,
}

impl Bundle {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let text = api::bundle_of_file(&file)?;
        api::write_whole(&self.out, text.as_bytes())?;
        output.line(&self.out.display().to_string());
        Ok(ExitCode::SUCCESS)
    }
}

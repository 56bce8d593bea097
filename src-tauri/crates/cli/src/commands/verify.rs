//! `sise verify`: whether a bundle can be taken in and says what follows from it.
//! Relies on `api::verify_bundle`.
//! Knows nothing of its content.

use crate::output::{Output, file_error};
use api::{ApiError, BundleProblem};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// The bundle.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    valid: bool,
    problems: Vec<BundleProblem>,
}

impl Verify {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let text = std::fs::read(&self.file).map_err(|error| file_error(&self.file, &error))?;
        let problems = api::verify_bundle(&text);
        let valid = problems.is_empty();
        for problem in &problems {
            output.complaint(output.words(&problem.text));
        }
        if self.json {
            output.json(&Report { valid, problems })?;
        } else if valid {
            output.line(output.pick("数据包有效", "the bundle is valid"));
        }
        Ok(if valid { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

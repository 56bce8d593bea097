//! `sise diff`: what makes one project out of another; exit code 1 when they differ.
//! Relies on `api` for the comparison.
//! Knows no table.

use crate::output::Output;
use api::ApiError;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The first project.
    a: PathBuf,
    /// The second one.
    b: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Diff {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let report = api::diff_files(&self.a, &self.b)?;
        if self.json {
            output.json(&report)?;
        } else {
            for change in &report.changes {
                output.line(&format!("{}\t{}", change.operation, output.words(&change.noun)));
                if change.operation == "update" {
                    for (field, before) in &change.before {
                        let after = change.after.get(field).map(ToString::to_string).unwrap_or_default();
                        output.line(&format!("\t{field}: {before} → {after}"));
                    }
                }
            }
        }
        Ok(if report.same { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

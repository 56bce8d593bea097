//! `sise floors`: the floors of a project, with their scale and what is drawn on them.
//! Relies on `api` for the figures.
//! Knows nothing of plans.

use crate::output::Output;
use api::ApiError;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Floors {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Floors {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let report = api::floors(&file.snapshot);
        if self.json {
            output.json(&report)?;
            return Ok(ExitCode::SUCCESS);
        }
        for floor in &report.floors {
            let building = if floor.building.is_empty() { "-" } else { &floor.building };
            output.line(&format!("{building}\t{}\t{}\t{}", floor.name, floor.zones, floor.points));
        }
        Ok(ExitCode::SUCCESS)
    }
}

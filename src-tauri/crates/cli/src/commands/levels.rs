//! `sise levels`: the derived levels.
//! Relies on the risk picture of `api`.
//! Knows no threshold.

use crate::output::Output;
use api::ApiError;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Levels {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Levels {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let report = api::levels(&file.snapshot, &picture);
        if self.json {
            output.json(&report)?;
            return Ok(ExitCode::SUCCESS);
        }
        for point in &report.points {
            let score = point.score.as_deref().unwrap_or("-");
            output.line(&format!("{}\t{}\t{score}\t{}", point.code, point.level, point.name));
        }
        for place in
            report.zones.iter().chain(&report.floors).chain(&report.buildings).chain(&report.departments)
        {
            output.line(&format!("{}\t{}\t{}\t{}", place.code, place.level, place.points, place.name));
        }
        Ok(ExitCode::SUCCESS)
    }
}

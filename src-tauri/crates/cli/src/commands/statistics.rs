//! `sise statistics`: the figures of inspection and rectification over a period.
//! Relies on `api` for every definition.
//! Knows none.

use crate::output::Output;
use api::{ApiError, StatisticsArgs, StatisticsUnit, SystemWorld, World as _};
use chrono::NaiveDate;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Statistics {
    /// The project file.
    file: PathBuf,
    /// The first day, such as 2026-03-01.
    #[arg(long)]
    from: NaiveDate,
    /// The last day.
    #[arg(long)]
    to: NaiveDate,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Statistics {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let args = StatisticsArgs { from: self.from, to: self.to };
        let figures = api::figures(&file.snapshot, args, SystemWorld.today())?;
        if self.json {
            output.json(&figures)?;
            return Ok(ExitCode::SUCCESS);
        }
        for (key, value) in figures.0 {
            let shown = value.map_or_else(
                || "—".to_owned(),
                |value| match key.unit() {
                    StatisticsUnit::Percent => format!("{value:.1}%"),
                    StatisticsUnit::Count => format!("{value:.0}"),
                    StatisticsUnit::Days => format!("{value:.1}"),
                    StatisticsUnit::PerPoint => format!("{value:.2}"),
                },
            );
            output.line(&format!("{}\t{shown}", key.name(output.language)));
        }
        Ok(ExitCode::SUCCESS)
    }
}

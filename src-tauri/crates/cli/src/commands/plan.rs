//! `sise plan`: the inspection tasks of a month, by the calendar of the plans.
//! Relies on the tasks of `api`.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, PlainTask};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// The project file.
    file: PathBuf,
    /// The month, as in 2026-03.
    #[arg(long)]
    month: String,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    tasks: Vec<PlainTask>,
}

impl Plan {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let tasks = api::tasks_of_month(&file.snapshot, &self.month)?;
        if self.json {
            output.json(&Report { tasks })?;
            return Ok(ExitCode::SUCCESS);
        }
        for task in &tasks {
            let point = task.point.as_deref().unwrap_or("-");
            let executor = task.executor.as_deref().unwrap_or("-");
            output.line(&format!("{}\t{point}\t{}\t{executor}", task.date, task.plan));
        }
        Ok(ExitCode::SUCCESS)
    }
}

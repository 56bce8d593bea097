//! `sise tasks`: the inspection tasks that are due on a day, with where they stand.
//! Relies on the tasks of `api`.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, PlainDueTask, SystemWorld, World as _};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Tasks {
    /// The project file.
    file: PathBuf,
    /// The day, as in 2026-03-05.
    #[arg(long)]
    due: String,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    tasks: Vec<PlainDueTask>,
}

impl Tasks {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let tasks = api::tasks_due_on(&file.snapshot, &self.due, SystemWorld.today())?;
        if self.json {
            output.json(&Report { tasks })?;
            return Ok(ExitCode::SUCCESS);
        }
        for own in &tasks {
            let task = &own.task;
            let point = task.point.as_deref().unwrap_or("-");
            let executor = task.executor.as_deref().unwrap_or("-");
            let state = own.state.name(output.language);
            output.line(&format!("{state}\t{point}\t{}\t{executor}", task.plan));
        }
        Ok(ExitCode::SUCCESS)
    }
}

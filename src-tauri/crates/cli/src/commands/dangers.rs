//! `sise dangers`: every hidden danger with its state, deadline and whether it is overdue.
//! Relies on `api`.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, SystemWorld, World as _};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Dangers {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Dangers {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let rows = api::danger_rows(&file.snapshot, SystemWorld.today());
        if self.json {
            output.json(&rows)?;
            return Ok(ExitCode::SUCCESS);
        }
        for row in rows {
            let grade = row.grade.map_or("—", |grade| grade.name(output.language));
            let deadline = row.deadline.map_or_else(|| "—".to_owned(), |deadline| deadline.to_string());
            let overdue = if row.overdue { output.pick("超期", "overdue") } else { "" };
            let cells = [
                row.code.as_str(),
                row.state.name(output.language),
                grade,
                &deadline,
                overdue,
                row.point.as_deref().unwrap_or("—"),
                &row.description,
            ];
            output.line(&cells.join("\t"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

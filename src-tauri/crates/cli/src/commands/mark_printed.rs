//! `sise mark-printed`: records that prints hang as they are today; answers when it is durable in the file.
//! Relies on `api` for what each piece says.
//! Knows nothing of how anything is printed.

use super::export::kinds;
use crate::output::Output;
use api::{ApiError, MarkPrintedArgs, PrintKind, SystemWorld, Workspace};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct MarkPrinted {
    /// The project file.
    file: PathBuf,
    /// The kinds whose pieces hang; all of them when none is named.
    #[arg(long, value_delimiter = ',', value_parser = kinds())]
    kind: Vec<PrintKind>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl MarkPrinted {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (world, actor) = (Arc::new(SystemWorld), api::Settings::load().actor_name());
        let workspace = Workspace::standard()?;
        let kinds = if self.kind.is_empty() { PrintKind::ALL.to_vec() } else { self.kind };
        let args = MarkPrintedArgs { kinds, pieces: Vec::new() };
        let report = api::mark_printed(&workspace, &self.file, &args, world, actor)?;
        if self.json {
            output.json(&report)?;
        } else {
            output.line(&report.marked.to_string());
        }
        Ok(ExitCode::SUCCESS)
    }
}

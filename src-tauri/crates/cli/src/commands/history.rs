//! `sise history`: the operation record.
//! Relies on `api` for the words.
//! Knows nothing of how it is kept.

use crate::output::Output;
use api::{ApiError, HistoryView};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct History {
    /// The project file.
    file: PathBuf,
    /// The latest so many entries.
    #[arg(long, default_value_t = usize::MAX)]
    limit: usize,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    entries: Vec<HistoryView>,
}

impl History {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let entries = api::history_of(&file, self.limit)?;
        if self.json {
            output.json(&Report { entries })?;
            return Ok(ExitCode::SUCCESS);
        }
        for entry in &entries {
            output.line(&format!(
                "{}\t{}\t{}\t{}",
                entry.sequence,
                entry.at,
                entry.actor,
                output.words(&entry.label)
            ));
            for change in &entry.changes {
                let noun = output.words(&change.noun);
                output.line(&match &change.column {
                    Some(column) => {
                        format!("\t{noun} · {}: {} → {}", output.words(column), change.before, change.after)
                    }
                    None => format!("\t{noun} · {}", change.operation),
                });
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

//! `sise library`: the risk library, built in and the user's own.
//! Relies on `api` for the list.
//! Knows no entry.

use crate::output::Output;
use api::{ApiError, EntryLine, SearchArgs};
use clap::Args;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Library {
    /// Only what fits these words or pinyin initials, best first.
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Library {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let mut view = api::library_view();
        if let Some(query) = self.search {
            view.entries = api::search_library(&SearchArgs { query, ..SearchArgs::default() });
        }
        if self.json {
            output.json(&view)?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(problem) = &view.problem {
            output.error(problem);
        }
        let name = |entry: &EntryLine| {
            let english = if entry.english.is_empty() { &entry.name } else { &entry.english };
            output.pick(&entry.name, english).to_owned()
        };
        for entry in &view.entries {
            output.line(&format!("{}\t{}\t{}", entry.id, entry.kind, name(entry)));
        }
        Ok(ExitCode::SUCCESS)
    }
}

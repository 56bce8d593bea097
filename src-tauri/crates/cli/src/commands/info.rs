//! `sise info`: what a project file is, in figures.
//! Relies on the file being read where it lies.
//! Knows nothing of levels.

use crate::output::Output;
use api::ApiError;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Info {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Info {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let info = api::info(&file);
        if self.json {
            output.json(&info)?;
            return Ok(ExitCode::SUCCESS);
        }
        output.line(&info.organisation);
        for (name, value) in [
            (output.pick("格式版本", "format version"), info.schema_version.to_string()),
            (output.pick("修订次数", "revision"), info.revision.to_string()),
            ("SQLite", info.sqlite_version.to_owned()),
            (output.pick("项目标识", "project id"), info.project_id),
        ] {
            output.line(&format!("{name}\t{value}"));
        }
        for (table, count) in info.counts {
            output.line(&format!("{table}\t{count}"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

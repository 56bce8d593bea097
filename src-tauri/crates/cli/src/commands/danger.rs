//! `sise danger`: one step with a hidden danger; answers when it is durable in the file.
//! Relies on `api`, where the step goes through the one door.
//! Knows no rule: a step that is refused says which rule forbids it.

use crate::output::{Output, file_error};
use api::{ApiError, Session, SystemWorld, Workspace};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct Danger {
    /// The project file.
    file: PathBuf,
    /// The code of the danger.
    code: String,
    /// The step: confirm, assign, submit, accept, … .
    #[arg(long = "do", value_name = "ACTION")]
    act: String,
    /// Who takes it, by name or id; who naturally does when left out.
    #[arg(long, value_name = "PERSON")]
    by: Option<String>,
    /// What the step says: {"note", "deadline", "responsible", …}; files in it lie beside this one.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Danger {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let data = match &self.data {
            Some(path) => std::fs::read_to_string(path).map_err(|error| file_error(path, &error))?,
            None => String::new(),
        };
        let folder = self.data.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
        let (world, actor) = (Arc::new(SystemWorld), api::Settings::load().actor_name());
        let mut session = Session::open(&Workspace::standard()?, &self.file, world, actor)?;
        let by = self.by.as_deref();
        let result = api::act_by_code(&mut session, &self.code, &self.act, by, &data, folder);
        session.close().map_err(|back| back.1)?;
        match result {
            Ok(report) if self.json => output.json(&report)?,
            Ok(report) => output.line(&format!("{}\t{}", report.code, output.words(&report.name))),
            Err(error) => {
                output.error(&error);
                return Ok(ExitCode::from(1));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

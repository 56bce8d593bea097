//! `sise set`: one field of a risk point; answers when it is durable in the file.
//! Relies on `api`, where the edit goes through the one door.
//! Knows no rule of the field.

use crate::output::Output;
use api::{ApiError, SystemWorld, Workspace};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct Set {
    /// The project file.
    file: PathBuf,
    /// The code of the risk point.
    #[arg(long, value_name = "CODE")]
    point: String,
    /// The column, as in the project file: `name`, `note`, `location`, … .
    #[arg(long, value_name = "NAME")]
    field: String,
    /// The new value; empty takes an optional one out.
    #[arg(long, value_name = "V", allow_hyphen_values = true)]
    value: String,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    /// The revision that the file holds now.
    revision: i64,
}

impl Set {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (world, actor) = (Arc::new(SystemWorld), api::Settings::load().actor_name());
        let workspace = Workspace::standard()?;
        let (point, field, value) = (&self.point, &self.field, &self.value);
        let revision = api::set_point_field(&workspace, &self.file, point, field, value, world, actor)?;
        if self.json {
            output.json(&Report { revision })?;
        } else {
            output.line(&format!("{point}\t{field}\t{value}"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

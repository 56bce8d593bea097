//! `sise sheets`: a spreadsheet for each assessor.
//! Relies on `api` for who they are and what stands in them.
//! Knows nothing of spreadsheets.

use crate::output::Output;
use api::{ApiError, RiskBasis, SystemWorld, World as _, WriteSheetsArgs, WrittenSheet};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Sheets {
    /// The project file.
    file: PathBuf,
    /// The folder for the sheets.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Only for people of these names; else for the members of the open round, or for everybody.
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    /// With or without the measures that exist.
    #[arg(long, value_enum, default_value = "existing")]
    basis: Basis,
    /// Say what was made as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Basis {
    Existing,
    Inherent,
}

#[derive(Serialize)]
struct Report {
    sheets: Vec<WrittenSheet>,
}

impl Sheets {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let mut people = Vec::new();
        for name in &self.person {
            let found = file.snapshot.people.iter().filter(|person| person.name == *name);
            let before = people.len();
            people.extend(found.map(|person| person.id));
            if people.len() == before {
                return Err(ApiError::new(
                    "no-such-person",
                    format!("项目中没有名为“{name}”的人员。"),
                    format!("The project has nobody called {name:?}."),
                ));
            }
        }
        let basis = match self.basis {
            Basis::Existing => RiskBasis::Existing,
            Basis::Inherent => RiskBasis::Inherent,
        };
        let folder = self.out.display().to_string();
        let args = WriteSheetsArgs { folder, people, basis: Some(basis) };
        let sheets = api::write_sheets(&file.snapshot, &args, SystemWorld.today())?;
        if self.json {
            output.json(&Report { sheets })?;
            return Ok(ExitCode::SUCCESS);
        }
        for sheet in &sheets {
            output.line(&format!("{}\t{}\t{}", sheet.path, sheet.rows, sheet.person));
        }
        Ok(ExitCode::SUCCESS)
    }
}

//! `sise stale`: the prints on the wall that are out of date, and why; exit code 1 when there are any.
//! Relies on `api` for versions and reasons.
//! Knows nothing of how anything is printed.

use crate::output::Output;
use api::{ApiError, StalePiece};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Stale {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    stale: Vec<StalePiece>,
}

impl Stale {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let stale = api::stale_pieces(&file)?;
        let any = !stale.is_empty();
        if self.json {
            output.json(&Report { stale })?;
        } else {
            for piece in &stale {
                let reasons: Vec<&str> = piece.reasons.iter().map(|own| output.words(own)).collect();
                output.line(&format!("{}\t{}\t{}", piece.kind.name(), piece.title, reasons.join("；")));
            }
        }
        Ok(if any { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

//! `sise presets`: the rating presets that Sise ships.
//! Relies on `api` for the list.
//! Knows no threshold.

use crate::output::Output;
use api::{ApiError, PresetLine};
use clap::Args;
use serde::Serialize;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Presets {
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    presets: Vec<PresetLine>,
}

impl Presets {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let presets = api::presets();
        if self.json {
            output.json(&Report { presets })?;
            return Ok(ExitCode::SUCCESS);
        }
        for preset in &presets {
            let name = output.pick(&preset.name, &preset.english);
            output.line(&format!("{}\t{}\t{name}\t{}", preset.code, preset.method, preset.usage));
        }
        Ok(ExitCode::SUCCESS)
    }
}

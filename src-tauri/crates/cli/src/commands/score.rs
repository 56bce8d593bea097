//! `sise score`: the engine alone.
//! Relies on the shipped presets.
//! Knows no formula.

use crate::output::Output;
use api::{ApiError, AssessmentMethod, ScoreArgs};
use clap::{Args, ValueEnum};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Score {
    /// The method.
    #[arg(long, value_enum)]
    method: Method,
    /// The criteria; those usual for the method when left out.
    #[arg(long, value_name = "ID")]
    preset: Option<String>,
    /// One assessor's values with commas, in the order of the method; once for each assessor.
    #[arg(long, value_name = "VALUES", required = true, allow_hyphen_values = true)]
    input: Vec<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Method {
    /// D = L × E × C.
    Lec,
    /// R = L × S.
    Ls,
    /// R = M × E × S.
    Mes,
}

impl Score {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let method = match self.method {
            Method::Lec => AssessmentMethod::Lec,
            Method::Ls => AssessmentMethod::Ls,
            Method::Mes => AssessmentMethod::Mes,
        };
        let report =
            api::score_values(&ScoreArgs { method, preset: self.preset, own: None, inputs: self.input })?;
        if self.json {
            output.json(&report)?;
            return Ok(ExitCode::SUCCESS);
        }
        for one in &report.per_assessor {
            output.line(&format!("{}\t{}\t{}", one.input, one.score, one.level));
        }
        let symbol = method.score_symbol();
        output.line(&format!("{symbol} = {}\t{}\t{}", report.score, report.level, report.colour));
        Ok(ExitCode::SUCCESS)
    }
}

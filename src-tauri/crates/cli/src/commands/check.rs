//! `sise check`: the health check; exit code 1 if any finding is an error.
//! Relies on the rules of `evaluation`.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, CompletenessView, FindingView, Severity};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    findings: Vec<FindingView>,
    errors: usize,
    warnings: usize,
    notices: usize,
    completeness: Vec<CompletenessView>,
}

impl Check {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let findings = api::findings(&file.snapshot, &picture);
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let (errors, warnings, notices) =
            (count(Severity::Error), count(Severity::Warning), count(Severity::Notice));
        if self.json {
            let completeness = api::completeness(&file.snapshot, &picture);
            output.json(&Report { findings, errors, warnings, notices, completeness })?;
        } else {
            for finding in &findings {
                let word = match finding.severity {
                    Severity::Error => output.pick("错误", "error"),
                    Severity::Warning => output.pick("提醒", "warning"),
                    Severity::Notice => output.pick("说明", "notice"),
                };
                output.line(&format!("{word}\t{}\t{}", finding.rule.code(), output.words(&finding.text)));
            }
        }
        Ok(if errors > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

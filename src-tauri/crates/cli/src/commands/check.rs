//! `sise check`: the health check; exit code 1 if any finding is an error.
//! Relies on the rules of `evaluation`.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, CompletenessView, FindingView, Severity, SystemWorld, World as _};
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
        let today = SystemWorld.today();
        let findings = api::findings(&file.snapshot, &picture, today);
        let standing = || findings.iter().filter(|finding| finding.ignored.is_none());
        let count = |severity| standing().filter(|finding| finding.severity == severity).count();
        let (errors, warnings, notices) =
            (count(Severity::Error), count(Severity::Warning), count(Severity::Notice));
        if self.json {
            let completeness = api::completeness(&file.snapshot, &picture, today);
            output.json(&Report { findings, errors, warnings, notices, completeness })?;
        } else {
            for finding in &findings {
                let word = match finding.severity {
                    _ if finding.ignored.is_some() => output.pick("已忽略", "ignored"),
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

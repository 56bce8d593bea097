//! `sise recover`: a whole project of what there is of a damaged one; exit code 1 when something is missing.
//! Relies on `api` for the ladder of recovery.
//! Knows nothing of damage.

use crate::output::Output;
use api::{ApiError, SystemWorld, Workspace};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Recover {
    /// The damaged file.
    damaged: PathBuf,
    /// Where the recovered project goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Recover {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let workspace = Workspace::standard()?;
        let actor = api::Settings::load().actor_name();
        let report = api::recover(&workspace, &self.damaged, &self.out, &SystemWorld, &actor)?;
        if self.json {
            output.json(&report)?;
        } else {
            for rung in &report.rungs {
                let detail = rung.detail.as_deref().unwrap_or_default();
                output.line(&format!("{}\t{}\t{}\t{detail}", rung.rung, rung.state, rung.path));
            }
            for table in report.tables.iter().filter(|own| own.kept > 0 || own.dropped > 0 || own.damaged) {
                let mark = if table.damaged { "!" } else { "" };
                output.line(&format!("{}\t{}\t-{}\t{mark}", table.table, table.kept, table.dropped));
            }
            output.line(&match output.language {
                api::Language::Chinese => format!("已写入 {}（来源：{}）", report.out, report.from),
                api::Language::English => format!("Wrote {} (from: {})", report.out, report.from),
            });
        }
        let lossy =
            report.from == "version" || report.tables.iter().any(|own| own.dropped > 0 || own.damaged);
        Ok(if lossy { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

//! `sise merge`: two copies into one; exit code 1 when they disagree and nothing is preferred.
//! Relies on `api` for the merge.
//! Knows no rule of it.

use crate::output::Output;
use api::{ApiError, MergeFiles, Prefer, SystemWorld, Workspace};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The project that the other one is merged into.
    ours: PathBuf,
    /// The other one.
    theirs: PathBuf,
    /// What both come from, where their records do not tell.
    #[arg(long, value_name = "FILE")]
    base: Option<PathBuf>,
    /// Where the result goes; OURS itself is possible.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Whose it is where they disagree.
    #[arg(long, value_enum)]
    prefer: Option<Side>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Side {
    Ours,
    Theirs,
}

impl Merge {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let workspace = Workspace::standard()?;
        let files = MergeFiles {
            ours: &self.ours,
            theirs: &self.theirs,
            base: self.base.as_deref(),
            out: &self.out,
            prefer: self.prefer.map(|side| match side {
                Side::Ours => Prefer::Ours,
                Side::Theirs => Prefer::Theirs,
            }),
        };
        let actor = api::Settings::load().actor_name();
        let report = api::merge_files(&workspace, files, Arc::new(SystemWorld), actor, output.language)?;
        if self.json {
            output.json(&report)?;
        } else {
            for conflict in &report.conflicts {
                output.line(&format!(
                    "{}\t{}\t{}: {} | {} | {}",
                    conflict.noun,
                    conflict.kind,
                    conflict.field,
                    conflict.base,
                    conflict.ours,
                    conflict.theirs
                ));
            }
            if report.written {
                let (count, out) = (report.merged, self.out.display());
                output.line(&match output.language {
                    api::Language::Chinese => format!("已合并 {count} 条，写入 {out}"),
                    api::Language::English => format!("Merged {count} rows into {out}"),
                });
            }
        }
        if report.written {
            return Ok(ExitCode::SUCCESS);
        }
        output.error(&report.open_conflicts());
        Ok(ExitCode::from(1))
    }
}

//! `sise list`: a list of the project as JSON, lines or an xlsx file.
//! Relies on the lists of `api`.
//! Knows no column.

use crate::commands::export::named;
use crate::output::Output;
use api::{ApiError, ListFilter, ListKind, ListOutArgs, SystemWorld, World as _};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct List {
    /// The project file.
    file: PathBuf,
    /// Which list.
    #[arg(long, value_parser = named(ListKind::ALL, ListKind::name))]
    kind: ListKind,
    /// Only points of this tier: its name or rank.
    #[arg(long)]
    tier: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// The user's own columns of this name.
    #[arg(long)]
    template: Option<String>,
    /// Write it as xlsx, or as PDF where the name ends so.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl List {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let args = ListOutArgs {
            kind: self.kind,
            tier: self.tier,
            filter: ListFilter::default(),
            template: self.template,
        };
        let today = SystemWorld.today();
        let (table, _) = api::list_of(&file.snapshot, &picture, &args, today)?;
        if let Some(path) = &self.out {
            let bytes = api::list_bytes(&file.snapshot, &picture, &args, today, path)?;
            api::write_whole(path, &bytes)?;
        }
        if self.json {
            output.json(&table)?;
        } else if let Some(path) = &self.out {
            let (title, rows, path) = (&table.title, table.rows.len(), path.display());
            output.line(&match output.language {
                api::Language::Chinese => format!("已写入 {path}：{title}，{rows} 行"),
                api::Language::English => format!("Wrote {path}: {title}, {rows} rows"),
            });
        } else {
            output.line(&table.columns.join("\t"));
            for row in &table.rows {
                output.line(&row.join("\t").replace('\n', " "));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

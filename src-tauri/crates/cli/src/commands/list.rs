//! `sise list`: a list of the project as JSON, lines or an xlsx file.
//! Relies on the lists of `api`.
//! Knows no column.

use crate::output::Output;
use api::{ApiError, ListKind, ListOutArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct List {
    /// The project file.
    file: PathBuf,
    /// Which list.
    #[arg(long, value_enum)]
    kind: Kind,
    /// Only points of this tier: its name or rank.
    #[arg(long)]
    tier: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// Write it as xlsx.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    /// 作业活动清单.
    Activities,
    /// 设备设施清单.
    Facilities,
    /// 作业场所清单.
    Workplaces,
    /// 风险点清单.
    Points,
    /// 风险分级管控清单.
    Control,
    /// 风险管控责任矩阵.
    Responsibility,
}

impl List {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let kind = match self.kind {
            Kind::Activities => ListKind::Activities,
            Kind::Facilities => ListKind::Facilities,
            Kind::Workplaces => ListKind::Workplaces,
            Kind::Points => ListKind::Points,
            Kind::Control => ListKind::Control,
            Kind::Responsibility => ListKind::Responsibility,
        };
        let args = ListOutArgs { kind, tier: self.tier };
        let (table, _) = api::list_of(&file.snapshot, &picture, &args)?;
        if let Some(path) = &self.out {
            let bytes = api::list_bytes(&file.snapshot, &picture, &args)?;
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

//! `sise list`: a list of the project as JSON, lines or an xlsx file.
//! Relies on the lists of `api`.
//! Knows no column.

use crate::output::Output;
use api::{ApiError, ListFilter, ListKind, ListOutArgs, SystemWorld, World as _};
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
    /// The user's own columns of this name.
    #[arg(long)]
    template: Option<String>,
    /// Write it as xlsx, or as PDF where the name ends so.
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
    /// 重大风险清单.
    Major,
    /// 管控措施清单.
    Measures,
    /// 检查项清单.
    CheckItems,
    /// 人员名单.
    Staff,
    /// 体检问题清单.
    Findings,
    /// 变更清单.
    Changes,
    /// 审核记录.
    Reviews,
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
            Kind::Major => ListKind::Major,
            Kind::Measures => ListKind::Measures,
            Kind::CheckItems => ListKind::CheckItems,
            Kind::Staff => ListKind::Staff,
            Kind::Findings => ListKind::Findings,
            Kind::Changes => ListKind::Changes,
            Kind::Reviews => ListKind::Reviews,
        };
        let args =
            ListOutArgs { kind, tier: self.tier, filter: ListFilter::default(), template: self.template };
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

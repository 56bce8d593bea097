//! `sise assess`: scores from assessors' sheets into a project; exit code 1 if a row was refused.
//! Relies on `api` for judging every row.
//! Knows nothing of spreadsheets.

use crate::output::Output;
use api::{ApiError, Session, SheetsReport, SystemWorld, Workspace, World};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct Assess {
    /// The project file.
    file: PathBuf,
    /// A sheet, or a folder of sheets; once for each.
    #[arg(long, value_name = "SCORES.xlsx", required = true)]
    sheet: Vec<PathBuf>,
    /// Say what would be taken and take nothing.
    #[arg(long)]
    dry_run: bool,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Assess {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let paths: Vec<String> = self.sheet.iter().map(|path| path.display().to_string()).collect();
        let report = if self.dry_run {
            api::judge_sheets(&api::read_project(&self.file)?.0.snapshot, &paths).0
        } else {
            self.take(&paths)?
        };
        // A single file that cannot be read at all is no report but an error.
        if let ([file], [refusal]) = (report.files.as_slice(), report.refused.as_slice())
            && file.problem.is_some()
        {
            let (chinese, english) = (refusal.reason.clone(), refusal.english.clone());
            return Err(ApiError::new(&refusal.code, chinese, english));
        }
        if self.json {
            output.json(&report)?;
        } else {
            for refusal in &report.refused {
                let reason = output.pick(&refusal.reason, &refusal.english);
                output.line(&format!("{}\t{}\t{}\t{reason}", refusal.file, refusal.tab, refusal.row));
            }
            let (taken, refused, blank) = (report.taken, report.refused.len(), report.blank);
            output.line(&match output.language {
                api::Language::Chinese => format!("接受 {taken} 行，拒绝 {refused} 行，空 {blank} 行"),
                api::Language::English => format!("{taken} rows taken, {refused} refused, {blank} empty"),
            });
        }
        Ok(if report.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    fn take(&self, paths: &[String]) -> Result<SheetsReport, ApiError> {
        let world: Arc<dyn World> = Arc::new(SystemWorld);
        let actor = api::Settings::load().actor_name();
        let mut session = Session::open(&Workspace::standard()?, &self.file, world, actor)?;
        let outcome = api::apply_sheets(&mut session, paths);
        session.close().map_err(|back| back.1)?;
        Ok(outcome?.report)
    }
}

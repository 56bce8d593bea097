//! `sise inbox`: takes the result files of a folder; what is not good is set aside with the reason.
//! Relies on `api` for judging and moving them.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, InboxReport, Patience, Session, SystemWorld, Workspace, World};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct Inbox {
    /// The project file.
    file: PathBuf,
    /// The folder with result files (.json, .zip).
    folder: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Inbox {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let world: Arc<dyn World> = Arc::new(SystemWorld);
        let actor = api::Settings::load().actor_name();
        let mut session = Session::open(&Workspace::standard()?, &self.file, world, actor)?;
        let taken = api::take_inbox(&mut session, &self.folder, Patience::None);
        session.close().map_err(|back| back.1)?;
        let report = taken?;
        self.say(&report, output)?;
        match report.stopped {
            Some(error) => Err(error),
            None if report.refused.is_empty() => Ok(ExitCode::SUCCESS),
            None => Ok(ExitCode::from(1)),
        }
    }

    fn say(&self, report: &InboxReport, output: &Output) -> Result<(), ApiError> {
        for own in &report.left {
            output.complaint(output.words(&own.reason));
        }
        if self.json {
            let refused: Vec<_> = report
                .refused
                .iter()
                .map(|own| json!({ "file": own.file, "reason": output.words(&own.reason) }))
                .collect();
            return output.json(&json!({ "taken": report.taken.len(), "refused": refused }));
        }
        let (taken, refused) = (report.taken.len(), report.refused.len());
        output.line(&match output.language {
            api::Language::Chinese => format!("收取 {taken} 份，退回 {refused} 份"),
            api::Language::English => format!("{taken} taken, {refused} refused"),
        });
        for own in &report.refused {
            output.line(&format!("{}\t{}", own.file, output.words(&own.reason)));
        }
        Ok(())
    }
}

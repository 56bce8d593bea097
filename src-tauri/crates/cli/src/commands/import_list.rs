//! `sise import-list`: takes somebody's Excel list in, or only says what that would do.
//! Relies on the proposal of `api`; what it says is what is written.
//! Knows no column.

use crate::output::Output;
use api::{ApiError, ListArgs, ListMapping, ListProposal, Session, SystemWorld, Workspace, World};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct ImportList {
    /// The project file.
    file: PathBuf,
    /// The list, an xlsx file.
    list: PathBuf,
    /// The sheet: its number from 1 or its name.
    #[arg(long)]
    sheet: Option<String>,
    /// A mapping of columns, a JSON file.
    #[arg(long)]
    map: Option<PathBuf>,
    /// Say what would be done and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl ImportList {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let mut mapping = match &self.map {
            Some(path) => api::list_mapping(path)?,
            None => ListMapping::default(),
        };
        mapping.sheet = self.sheet.clone().or(mapping.sheet);
        let args = ListArgs { path: self.list.display().to_string(), mapping };
        let proposal = if self.dry_run {
            let (file, picture) = api::read_project(&self.file)?;
            let mut proposal = api::preview(&args, &file.snapshot, &picture)?;
            // What would be written is said row by row already.
            (proposal.command, proposal.staff) = (None, None);
            proposal
        } else {
            self.take(&args)?
        };
        self.report(&proposal, output)?;
        Ok(if proposal.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    fn take(&self, args: &ListArgs) -> Result<ListProposal, ApiError> {
        let world: Arc<dyn World> = Arc::new(SystemWorld);
        let workspace = Workspace::standard()?;
        let actor = api::Settings::load().actor_name();
        let mut session = Session::open(&workspace, &self.file, world, actor)?;
        let result = api::preview(args, session.snapshot(), session.picture()).and_then(|mut proposal| {
            if proposal.command.is_some() || proposal.staff.is_some() {
                session.execute(api::accept_list(proposal.clone(), &args.mapping)?)?;
            }
            (proposal.command, proposal.staff) = (None, None);
            Ok(proposal)
        });
        session.close().map_err(|back| back.1)?;
        result
    }

    fn report(&self, proposal: &ListProposal, output: &Output) -> Result<(), ApiError> {
        if self.json {
            return output.json(proposal);
        }
        let ListProposal { rows, created, updated, unchanged, refused, .. } = proposal;
        let count = refused.len();
        output.line(&match output.language {
            api::Language::Chinese => {
                format!("共 {rows} 行：新增 {created}，更新 {updated}，未变 {unchanged}，拒绝 {count}")
            }
            api::Language::English => format!(
                "{rows} rows: {created} created, {updated} updated, {unchanged} unchanged, {count} refused"
            ),
        });
        for own in refused {
            output.line(&format!("{}\t{}", own.row, output.pick(&own.reason, &own.english)));
        }
        for own in &proposal.disagreements {
            output.line(
                &format!("{}\t{}\t{} -> {}", own.row, own.column, own.sheet, own.computed).replace('\n', " "),
            );
        }
        for own in &proposal.notes {
            output.line(output.pick(&own.chinese, &own.english));
        }
        Ok(())
    }
}

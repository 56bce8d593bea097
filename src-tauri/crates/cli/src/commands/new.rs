//! `sise new`: an empty project, the sample, or one from a bundle.
//! Relies on `api` refusing to replace a file.
//! Knows nothing of what the rows mean.

use crate::output::{Output, file_error};
use api::{ApiError, NewProject, Session, SystemWorld, Workspace, World};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The project file to be made.
    file: PathBuf,
    /// Take everything from this bundle.
    #[arg(long, value_name = "BUNDLE.json", conflicts_with_all = ["sample", "name"])]
    from: Option<PathBuf>,
    /// Make the sample school.
    #[arg(long, conflicts_with = "name")]
    sample: bool,
    /// Name of the organisation, for an empty project.
    #[arg(long)]
    name: Option<String>,
    /// What the organisation is, for an empty project.
    #[arg(long, value_enum, default_value = "school")]
    kind: Kind,
    /// Say what was made as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    School,
    Enterprise,
    Hospital,
    Other,
}

impl New {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let world: Arc<dyn World> = Arc::new(SystemWorld);
        let (records, attachments) = if let Some(path) = &self.from {
            let text = std::fs::read(path).map_err(|error| file_error(path, &error))?;
            let imported = api::read_bundle(&text)?;
            (imported.records, imported.attachments)
        } else if self.sample {
            let sample = api::sample_project()?;
            (sample.records, sample.attachments)
        } else {
            let name = self
                .name
                .clone()
                .unwrap_or_else(|| output.pick("未命名单位", "Unnamed organisation").to_owned());
            let kind = match self.kind {
                Kind::School => api::OrganisationKind::School,
                Kind::Enterprise => api::OrganisationKind::Enterprise,
                Kind::Hospital => api::OrganisationKind::Hospital,
                Kind::Other => api::OrganisationKind::Other,
            };
            (api::blank_project(&NewProject { name, kind }, world.as_ref()), Vec::new())
        };
        let workspace = Workspace::standard()?;
        let actor = api::Settings::load().actor_name();
        let session = Session::create(&workspace, &self.file, records, &attachments, world, actor)?;
        session.close().map_err(|back| back.1)?;
        let (file, _) = api::read_project(&self.file)?;
        let info = api::info(&file);
        if self.json {
            output.json(&info)?;
        } else {
            let points = info.counts.get("risk_point").copied().unwrap_or(0);
            let (path, name) = (self.file.display(), &info.organisation);
            output.line(&match output.language {
                api::Language::Chinese => format!("已新建 {path}：{name}，{points} 个风险点"),
                api::Language::English => format!("Made {path}: {name}, {points} risk points"),
            });
        }
        Ok(ExitCode::SUCCESS)
    }
}

//! `sise overview`: where a project stands in figures.
//! Relies on the overview of `api`.
//! Knows no rule.

use crate::output::Output;
use api::{ApiError, StageState, SystemWorld, World as _};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Overview {
    /// The project file.
    file: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl Overview {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let overview = api::overview_of(&file.snapshot, &picture, SystemWorld.today());
        if self.json {
            output.json(&overview)?;
            return Ok(ExitCode::SUCCESS);
        }
        for group in &overview.levels {
            output.line(&format!(
                "{}\t{}",
                output.pick(&group.title.chinese, &group.title.english),
                group.total
            ));
        }
        for weakness in &overview.weaknesses {
            let title = output.pick(&weakness.title.chinese, &weakness.title.english);
            let suggestion = output.pick(&weakness.suggestion.chinese, &weakness.suggestion.english);
            output.line(&format!("{title}\t{suggestion}"));
        }
        for stage in &overview.stages {
            let title = output.pick(&stage.title.chinese, &stage.title.english);
            let state = match stage.state {
                StageState::Done => output.pick("完成", "done"),
                StageState::Begun => output.pick("进行中", "begun"),
                StageState::Open => output.pick("未开始", "open"),
                StageState::Untold => output.pick("项目中没有记录", "not recorded"),
            };
            output.line(&format!("{}. {title}\t{state}", stage.number));
        }
        Ok(ExitCode::SUCCESS)
    }
}

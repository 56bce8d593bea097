//! `sise diff-rounds`: what became of the points between two rounds.
//! Relies on the frozen results of approved rounds; `now` is the state of today.
//! Knows nothing of how they were frozen.

use crate::output::Output;
use api::{ApiError, DiffRoundsArgs, RoundChange};
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct DiffRounds {
    /// The project file.
    file: PathBuf,
    /// The earlier round: its name, its identity, or `now`.
    before: String,
    /// The later round.
    after: String,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl DiffRounds {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let args = DiffRoundsArgs {
            before: api::round_called(&file.snapshot, &self.before)?,
            after: api::round_called(&file.snapshot, &self.after)?,
            basis: None,
        };
        let diff = api::diff_rounds(&file.snapshot, &args)?;
        if self.json {
            output.json(&diff)?;
            return Ok(ExitCode::SUCCESS);
        }
        let word = |level: Option<api::RiskLevel>| level.map_or("unassessed", |level| level.as_str());
        let lists: [(&str, &[RoundChange]); 4] = [
            (output.pick("新增", "new"), &diff.new),
            (output.pick("减少", "gone"), &diff.gone),
            (output.pick("升高", "raised"), &diff.raised),
            (output.pick("降低", "lowered"), &diff.lowered),
        ];
        for (title, list) in lists {
            for change in list {
                let (before, after) = (word(change.before), word(change.after));
                output.line(&format!("{title}\t{}\t{before}\t{after}\t{}", change.code, change.name));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

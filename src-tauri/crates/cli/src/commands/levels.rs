//! `sise levels`: the derived levels.
//! Relies on the risk picture of `api`.
//! Knows no threshold.

use crate::output::Output;
use api::{ApiError, LevelChange, LevelsReport};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct Levels {
    /// The project file.
    file: PathBuf,
    /// What if: under these criteria, shipped or of the project, for every score of their method.
    #[arg(long, value_name = "ID")]
    preset: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    report: LevelsReport,
    /// The criteria of a what-if.
    #[serde(skip_serializing_if = "Option::is_none")]
    preset: Option<String>,
    /// Every point that they would change.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<LevelChange>>,
    /// How many scores would move over.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<u32>,
    /// How many would stay under their own criteria.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<u32>,
}

impl Levels {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, picture) = api::read_project(&self.file)?;
        let (report, preview) = match &self.preset {
            Some(preset) => {
                let (report, preview) = api::levels_under(&file.snapshot, preset)?;
                (report, Some(preview))
            }
            None => (api::levels(&file.snapshot, &picture), None),
        };
        if self.json {
            let (moved, kept) = (preview.as_ref().map(|own| own.moved), preview.as_ref().map(|own| own.kept));
            let changes = preview.map(|own| own.changes);
            output.json(&Report { report, preset: self.preset, changes, moved, kept })?;
            return Ok(ExitCode::SUCCESS);
        }
        for change in preview.iter().flat_map(|preview| &preview.changes) {
            let word = |level: Option<api::RiskLevel>| level.map_or("unassessed", |level| level.as_str());
            let (before, after) = (word(change.before), word(change.after));
            output.line(&format!("{}\t{before} → {after}\t{}", change.code, change.name));
        }
        for point in &report.points {
            let score = point.score.as_deref().unwrap_or("-");
            output.line(&format!("{}\t{}\t{score}\t{}", point.code, point.level, point.name));
        }
        for place in
            report.zones.iter().chain(&report.floors).chain(&report.buildings).chain(&report.departments)
        {
            output.line(&format!("{}\t{}\t{}\t{}", place.code, place.level, place.points, place.name));
        }
        Ok(ExitCode::SUCCESS)
    }
}

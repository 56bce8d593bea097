//! `sise history`: the operation record.
//! Relies on `api` for the words.
//! Knows nothing of how it is kept.

use crate::output::Output;
use api::{ApiError, HistoryView, LevelsReport};
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(crate) struct History {
    /// The project file.
    file: PathBuf,
    /// The latest so many entries.
    #[arg(long, default_value_t = usize::MAX)]
    limit: usize,
    /// Only up to this time, with the levels as they were then: `2026-11-21`, `2026-11-21T08:30`, with or without a zone.
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    entries: Vec<HistoryView>,
    /// The project as it was, where a time is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Past>,
}

#[derive(Serialize)]
struct Past {
    /// The last step before that time.
    sequence: i64,
    /// The levels after it.
    levels: LevelsReport,
}

impl History {
    pub(crate) fn run(self, output: &Output) -> Result<ExitCode, ApiError> {
        let (file, _) = api::read_project(&self.file)?;
        let (entries, at) = match &self.at {
            None => (api::history_of(&file, self.limit)?, None),
            Some(text) => {
                let at = time(text)?;
                let (sequence, snapshot, picture) = api::project_at(&file, at)?;
                let levels = api::levels(&snapshot, &picture);
                (api::history_until(&file, at, self.limit)?, Some(Past { sequence, levels }))
            }
        };
        if self.json {
            output.json(&Report { entries, at })?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(past) = &at {
            for point in &past.levels.points {
                let score = point.score.as_deref().unwrap_or("-");
                output.line(&format!("{}\t{}\t{score}\t{}", point.code, point.level, point.name));
            }
        }
        for entry in &entries {
            output.line(&format!(
                "{}\t{}\t{}\t{}",
                entry.sequence,
                entry.at,
                entry.actor,
                output.words(&entry.label)
            ));
            for change in &entry.changes {
                let noun = output.words(&change.noun);
                output.line(&match &change.column {
                    Some(column) => {
                        format!("\t{noun} · {}: {} → {}", output.words(column), change.before, change.after)
                    }
                    None => format!("\t{noun} · {}", change.operation),
                });
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A time as people write it; without a zone it is that of this machine, and a day is meant to its end.
fn time(text: &str) -> Result<DateTime<Utc>, ApiError> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Ok(at.to_utc());
    }
    let forms = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    let moment = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let day = || {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        day.and_hms_milli_opt(23, 59, 59, 999)
    };
    let local = moment.or_else(day).and_then(|at| Local.from_local_datetime(&at).latest());
    local.map(|at| at.to_utc()).ok_or_else(|| {
        ApiError::new(
            "bad-time",
            format!("看不懂时间 {text}。请写成 2026-11-21 或 2026-11-21T08:30。"),
            format!("{text} is not a time. Write 2026-11-21 or 2026-11-21T08:30."),
        )
    })
}

//! Handing a project over (移交): the copy, the note, what is left to do, a code for the telephone; and on the other side
//! what came and what changed since it was last seen there.
//! Relies on the record for the note, and on the data folder for what this machine saw last.
//! Knows nothing of how a file travels.

use crate::error::ApiError;
use crate::past::{Differences, differences};
use crate::session::Session;
use health::Severity;
use serde::{Deserialize, Serialize};
use std::path::Path;
use store::{HistoryFilter, Label, Seen, Workspace, short_code};
use ts_rs::TS;

/// A project to be handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandOverArgs {
    /// Where the copy goes.
    pub path: String,
    /// Without history and without anything that was deleted.
    pub clean: bool,
    /// Who gets it.
    pub to: String,
    /// What to tell them.
    pub note: String,
}

/// What was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandOverReport {
    /// Where the copy is.
    pub path: String,
    /// Its fingerprint as a short code: the receiver's program shows the same.
    pub code: String,
    /// Its size in bytes.
    pub size: u64,
    /// Errors that the health check finds.
    pub errors: u32,
    /// Warnings that it finds.
    pub warnings: u32,
}

/// What came with a project that was handed over.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Received {
    /// The note of the latest hand-over, if there is one.
    pub note: Option<HandOverNote>,
    /// The file's fingerprint as a short code.
    pub code: String,
    /// When this machine last saw the project, UTC; nothing where it never did.
    pub seen_at: Option<String>,
    /// What changed since then.
    pub since: Option<Differences>,
}

/// A note that hands a project over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandOverNote {
    /// Who it was meant for.
    pub to: String,
    /// What it says.
    pub note: String,
    /// Who wrote it.
    #[serde(default)]
    pub author: String,
    /// When, UTC.
    #[serde(default)]
    pub at: String,
}

/// The longest note, in characters.
const LONGEST_NOTE: usize = 4_000;

impl Session {
    /// Writes the note into the record and the copy to its place.
    pub fn hand_over(&mut self, args: &HandOverArgs) -> Result<HandOverReport, ApiError> {
        if args.note.chars().count() > LONGEST_NOTE || args.to.chars().count() > domain::LONGEST_NAME {
            return Err(ApiError::new(
                "too-long",
                format!("移交说明不能超过 {LONGEST_NOTE} 个字，请缩短。"),
                format!("The note may not be longer than {LONGEST_NOTE} characters. Please shorten it."),
            ));
        }
        let target = Path::new(&args.path);
        self.refuse_own(target)?;
        let note = HandOverNote {
            to: args.to.clone(),
            note: args.note.clone(),
            author: String::new(),
            at: String::new(),
        };
        let text = serde_json::to_string(&note).map_err(|error| {
            ApiError::new(
                "defect",
                format!("程序内部错误（{error}），请反馈。"),
                format!("Internal error ({error})."),
            )
        })?;
        let to = args.to.trim();
        let label = Label::new(format!("移交 {to}").trim(), format!("Hand over to {to}").trim());
        let step = self.step(label, None);
        self.store_mut().note(&step, &text)?;
        if args.clean {
            self.store_mut().clean_copy_to(target, step.at, &step.actor)?;
        } else {
            self.store_mut().copy_to(target)?;
        }
        let mut findings = crate::check::findings(self.snapshot(), self.picture(), self.today());
        findings.retain(|own| own.ignored.is_none());
        let count = |severity| {
            let number = findings.iter().filter(|finding| finding.severity == severity).count();
            u32::try_from(number).unwrap_or(u32::MAX)
        };
        Ok(HandOverReport {
            path: args.path.clone(),
            code: short_code(target)?,
            size: std::fs::metadata(target).map_or(0, |metadata| metadata.len()),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        })
    }

    /// What came with the open project, and what changed since this machine last saw it.
    pub fn received(&self) -> Result<Received, ApiError> {
        let filter = HistoryFilter { limit: 50, text: None, ..HistoryFilter::default() };
        let entry = self.store().filtered(&filter)?.into_iter().find(|entry| entry.note.is_some());
        let note = entry.and_then(|entry| {
            let note: HandOverNote = serde_json::from_str(entry.note.as_deref()?).ok()?;
            Some(HandOverNote { author: entry.actor, at: entry.at, ..note })
        });
        let seen = self.last_seen().cloned();
        let since = match &seen {
            Some(seen) => match self.store().entry_of(&seen.entry)? {
                Some(sequence) => Some(differences(&self.past(sequence)?, self.snapshot())),
                None => None,
            },
            None => None,
        };
        Ok(Received { note, code: short_code(self.store().path())?, seen_at: seen.map(|own| own.at), since })
    }

    /// Remembers on this machine that the project was seen as it is now.
    pub(crate) fn remember_seen(&self, workspace: &Workspace, at: String) {
        let project = self.snapshot().project().map(|project| project.id.to_string());
        if let (Some(project), Ok(Some((_, entry)))) = (project, self.store().tip()) {
            // Not to know it the next time is no reason to fail.
            if let Err(error) = workspace.remember_seen(&project, Seen { entry, at }) {
                tracing::warn!(%error, "what was seen could not be kept");
            }
        }
    }
}

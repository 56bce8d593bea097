//! Copies, kept versions, backups and recovery: everything with files besides opening and saving.
//! Relies on `store` never changing a file that it was not asked to.
//! Knows nothing of dialogs.

use crate::create::{NewProject, blank_project};
use crate::error::ApiError;
use crate::world::World;
use domain::OrganisationKind;
use serde::{Deserialize, Serialize};
use std::path::Path;
use store::{Label, RungState, Step, Workspace};
use ts_rs::TS;

/// A kept version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VersionView {
    /// Where it lies.
    pub path: String,
    /// When it was the project, UTC.
    pub at: String,
    /// Its size in bytes.
    pub size: u64,
    /// `automatic`, `set-aside` or `replaced`.
    pub kind: String,
}

/// Edits of an earlier session that have not reached their file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOverView {
    /// The file; opening it brings them back.
    pub path: String,
    /// How many commits it lacks.
    pub commits: i64,
    /// Whether the file is still there; if not, they are recovered into a new one.
    pub is_there: bool,
}

/// A copy to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyArgs {
    /// Where it goes.
    pub path: String,
    /// Without history and without anything that was deleted.
    pub clean: bool,
}

/// An encrypted copy.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupArgs {
    /// Where it goes.
    pub path: String,
    /// What opens it.
    pub password: String,
}

impl std::fmt::Debug for BackupArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A password belongs in no log.
        f.debug_struct("BackupArgs").field("path", &self.path).finish_non_exhaustive()
    }
}

/// An encrypted copy to be opened.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenBackupArgs {
    /// The encrypted copy.
    pub path: String,
    /// Where the project goes.
    pub out: String,
    /// What opens it.
    pub password: String,
}

impl std::fmt::Debug for OpenBackupArgs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("OpenBackupArgs").field("path", &self.path).finish_non_exhaustive()
    }
}

/// A damaged project and where what can be recovered goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoverArgs {
    /// The damaged file.
    pub path: String,
    /// The new one.
    pub out: String,
}

/// What was found at one step of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RungView {
    /// `working-copy`, `file`, `version` or `salvage`.
    pub rung: String,
    /// Where it lies.
    pub path: String,
    /// `whole`, `damaged` or `missing`.
    pub state: String,
    /// The revision, where it is whole.
    pub revision: Option<i64>,
    /// What was found, where it is damaged.
    pub detail: Option<String>,
}

/// What could be read of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SalvagedTable {
    /// The table.
    pub table: String,
    /// Rows that are there again.
    pub kept: u32,
    /// Rows that were broken or had lost what they belong to.
    pub dropped: u32,
    /// Whether more rows may be missing.
    pub damaged: bool,
}

/// What recovery did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecoveredView {
    /// Where the new file is.
    pub out: String,
    /// What it was made of: a step of the ladder.
    pub from: String,
    /// Everything that was looked at.
    pub rungs: Vec<RungView>,
    /// What could be read of each table, where something was salvaged.
    pub tables: Vec<SalvagedTable>,
    /// What was salvaged besides, where an older whole version was taken.
    pub also: Option<String>,
}

/// The kept versions of the project at `path`, newest first.
pub fn versions(workspace: &Workspace, path: &Path) -> Result<Vec<VersionView>, ApiError> {
    let versions = workspace.versions(path)?.into_iter().map(|version| VersionView {
        path: version.path.display().to_string(),
        at: version.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        size: version.size,
        kind: version.kind.code().to_owned(),
    });
    Ok(versions.collect())
}

/// What earlier sessions left unpublished.
pub fn left_overs(workspace: &Workspace) -> Result<Vec<LeftOverView>, ApiError> {
    let found = workspace.left_overs()?.into_iter().map(|own| LeftOverView {
        path: own.path.display().to_string(),
        commits: own.commits,
        is_there: own.is_there,
    });
    Ok(found.collect())
}

/// Makes a whole project at `out` of what there is of the one at `path`.
pub fn recover(
    workspace: &Workspace,
    path: &Path,
    out: &Path,
    world: &dyn World,
    actor: &str,
) -> Result<RecoveredView, ApiError> {
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let name = if name.trim().is_empty() { "抢救的项目".to_owned() } else { name };
    // The name of a file may be longer than that of an organisation.
    let name = name.chars().take(domain::LONGEST_NAME).collect();
    let spare = blank_project(&NewProject { name, kind: OrganisationKind::School }, world);
    let step = Step {
        id: world.new_id(),
        at: world.now(),
        actor: actor.to_owned(),
        label: Label::new("从损坏的文件抢救", "Salvaged from a damaged file"),
        merge_key: None,
    };
    let recovered = workspace.recover(path, out, &spare, &step)?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(RecoveredView {
        out: out.display().to_string(),
        from: recovered.from.code().to_owned(),
        rungs: recovered
            .rungs
            .into_iter()
            .map(|own| {
                let (state, revision, detail) = match own.state {
                    RungState::Whole { revision } => ("whole", Some(revision), None),
                    RungState::Damaged { detail } => ("damaged", None, Some(detail)),
                    RungState::Missing => ("missing", None, None),
                };
                RungView {
                    rung: own.rung.code().to_owned(),
                    path: own.path.display().to_string(),
                    state: state.to_owned(),
                    revision,
                    detail,
                }
            })
            .collect(),
        tables: recovered
            .tables
            .into_iter()
            .map(|own| SalvagedTable {
                table: own.table.name().to_owned(),
                kept: count(own.kept),
                dropped: count(own.dropped),
                damaged: own.damaged,
            })
            .collect(),
        also: recovered.also.map(|path| path.display().to_string()),
    })
}

//! Earlier versions of a project, kept outside the user's file: by count and age, so that yesterday's is there.
//! Relies on a file that was replaced being whole, since it was published by us; each version is read only when asked for.
//! Knows nothing of edits, and has no clock: a version is as old as its file was.

use crate::disk::{DiskWrite, Extent};
use crate::error::StoreError;
use crate::work_folder::WorkFolder;
use crate::working::{Workspace, absolute};
use chrono::{DateTime, NaiveDateTime, Utc};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// One kept version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was the project, UTC.
    pub at: DateTime<Utc>,
    /// Its size in bytes.
    pub size: u64,
    /// Why it was kept.
    pub kind: VersionKind,
}

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionKind {
    /// By itself, when it was replaced.
    Automatic,
    /// Edits that could not be published since the file had changed.
    SetAside,
    /// A file that someone else had written, kept when ours took its place.
    Replaced,
}

impl VersionKind {
    /// A short stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::SetAside => "set-aside",
            Self::Replaced => "replaced",
        }
    }
}

/// A file is kept when no version of about its time is: so many minutes are between two.
const APART_MINUTES: i64 = 10;
/// So many of the newest versions stay whatever their age.
const NEWEST: usize = 12;
/// One version a day is kept this long.
const DAYS: i64 = 30;
/// One version a month is kept this long.
const MONTHS_IN_DAYS: i64 = 365;

const TIME: &str = "%Y%m%dT%H%M%S%3fZ";

impl Workspace {
    /// The kept versions of the project at `path`, newest first.
    pub fn versions(&self, path: &Path) -> Result<Vec<Version>, StoreError> {
        let folder = self.folder_of(&absolute(path)?);
        let mut found = list(&folder.join("versions"))?;
        found.extend(set_aside(&folder.join("kept"))?);
        found.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.path.cmp(&other.path)));
        Ok(found)
    }
}

impl WorkFolder {
    /// Keeps the file at `path`, which is about to be replaced, unless a version of about that time is kept already.
    pub(crate) fn keep_version(&self, path: &Path, kind: VersionKind) -> Result<(), StoreError> {
        let Ok(metadata) = std::fs::metadata(path) else { return Ok(()) };
        let at: DateTime<Utc> = metadata.modified().map_err(StoreError::io(path))?.into();
        let folder = self.path.join("versions");
        let versions = list(&folder)?;
        // Either way round: a colleague's older file may have taken the place of a newer one.
        let apart = |version: &Version| at.signed_duration_since(version.at).num_minutes().abs();
        let is_fresh = versions.iter().all(|version| apart(version) >= APART_MINUTES);
        if kind == VersionKind::Automatic && !is_fresh {
            return Ok(());
        }
        std::fs::create_dir_all(&folder).map_err(StoreError::io(&folder))?;
        let target = folder.join(format!("{}-{}.sise", at.format(TIME), kind.code()));
        if target.exists() {
            return Ok(());
        }
        let extent = self.disk.write(DiskWrite::Version, &target).map_err(StoreError::io(&target))?;
        let file = tempfile::NamedTempFile::new_in(&folder).map_err(StoreError::io(&folder))?;
        std::fs::copy(path, file.path()).map_err(StoreError::io(&target))?;
        if extent == Extent::Half {
            crate::disk::halve(file.path()).map_err(StoreError::io(&target))?;
        }
        file.persist(&target).map_err(|error| StoreError::io(&target)(error.error))?;
        for old in superfluous(&list(&folder)?) {
            // A version too many does no harm.
            let _ = std::fs::remove_file(old);
        }
        Ok(())
    }
}

/// The versions in a folder, newest first.
fn list(folder: &Path) -> Result<Vec<Version>, StoreError> {
    let mut found = Vec::new();
    for path in files(folder)? {
        let Some((time, kind)) = path.file_stem().and_then(|stem| stem.to_str()?.split_once('-')) else {
            continue;
        };
        let Ok(at) = NaiveDateTime::parse_from_str(time, TIME) else { continue };
        let kind = if kind == "replaced" { VersionKind::Replaced } else { VersionKind::Automatic };
        let size = std::fs::metadata(&path).map_or(0, |metadata| metadata.len());
        found.push(Version { at: at.and_utc(), size, kind, path });
    }
    found.sort_by_key(|version| std::cmp::Reverse(version.at));
    Ok(found)
}

fn set_aside(folder: &Path) -> Result<Vec<Version>, StoreError> {
    let mut found = Vec::new();
    for path in files(folder)? {
        let Ok(metadata) = std::fs::metadata(&path) else { continue };
        let at = metadata.modified().map_err(StoreError::io(&path))?.into();
        found.push(Version { at, size: metadata.len(), kind: VersionKind::SetAside, path });
    }
    Ok(found)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::io(folder)(error)),
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(|path| path.extension().is_some_and(|kind| kind == "sise")).collect())
}

/// The versions that need not be kept: the newest ones stay, then one a day for a month, one a month for a year.
fn superfluous(versions: &[Version]) -> Vec<PathBuf> {
    let Some(newest) = versions.first().map(|version| version.at) else { return Vec::new() };
    let mut seen: HashSet<String> = HashSet::new();
    let mut gone = Vec::new();
    for (place, version) in versions.iter().enumerate() {
        let age = newest.signed_duration_since(version.at).num_days();
        let form = if age <= DAYS { "%Y-%m-%d" } else { "%Y-%m" };
        let span = (age <= MONTHS_IN_DAYS).then(|| version.at.format(form).to_string());
        let first_of_span = span.is_some_and(|span| seen.insert(span));
        if place >= NEWEST && !first_of_span {
            gone.push(version.path.clone());
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stay_then_one_a_day_then_one_a_month() {
        let newest = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
        let version = |hours: i64| Version {
            path: PathBuf::from(format!("{hours}")),
            at: newest - chrono::Duration::hours(hours),
            size: 1,
            kind: VersionKind::Automatic,
        };
        // One each hour for two years.
        let versions: Vec<_> = (0..24 * 730).map(version).collect();
        let gone: HashSet<_> = superfluous(&versions).into_iter().collect();
        let kept: Vec<i64> =
            (0..24 * 730).filter(|hours| !gone.contains(Path::new(&hours.to_string()))).collect();
        assert_eq!(kept[..12], (0..12).collect::<Vec<i64>>()[..]);
        assert!((40..70).contains(&kept.len()), "{} are kept", kept.len());
        assert!(kept.iter().all(|hours| hours / 24 <= MONTHS_IN_DAYS));
        assert!(superfluous(&[]).is_empty());
    }
}

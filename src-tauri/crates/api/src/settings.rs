//! What a user sets once for all projects on this machine: name, language, the files used last.
//! Relies on one small JSON file in the user's configuration folder; a broken one is a fresh start.
//! Knows nothing of projects.

use crate::error::ApiError;
use domain::Language;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// How many files are remembered.
const REMEMBERED: usize = 12;

/// Settings of a user on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Settings {
    /// The name in the operation record.
    pub actor: String,
    /// The language of the window.
    pub language: Language,
    /// Projects used last, newest first.
    pub recent: Vec<RecentFile>,
}

/// A project that was open lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct RecentFile {
    /// Where it lies.
    pub path: String,
    /// The organisation.
    pub name: String,
    /// When it was opened, UTC.
    pub at: String,
}

/// A small file of this user on this machine.
pub(crate) fn user_file(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("SISE_DATA_DIR").map(PathBuf::from);
    Some(folder.or_else(|| dirs::config_dir().map(|folder| folder.join("sise")))?.join(name))
}

/// Writes such a file whole, as JSON.
pub(crate) fn write_user_file<T: Serialize>(name: &str, content: &T) -> Result<(), ApiError> {
    let failed = |error: &dyn std::fmt::Display| {
        ApiError::new(
            "settings",
            format!("设置未能保存（{error}），请检查磁盘。"),
            format!("The settings could not be saved ({error}). Check the disk."),
        )
    };
    let Some(path) = user_file(name) else { return Ok(()) };
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    std::fs::create_dir_all(&folder).map_err(|error| failed(&error))?;
    let text = serde_json::to_vec_pretty(content).map_err(|error| failed(&error))?;
    let mut file = tempfile::NamedTempFile::new_in(&folder).map_err(|error| failed(&error))?;
    std::io::Write::write_all(&mut file, &text).map_err(|error| failed(&error))?;
    file.persist(&path).map_err(|error| failed(&error))?;
    Ok(())
}

impl Settings {
    fn path() -> Option<PathBuf> {
        user_file("settings.json")
    }

    /// The settings as they were left, or the first ones.
    pub fn load() -> Self {
        let text = Self::path().and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Keeps the settings. The file is replaced whole.
    pub fn save(&self) -> Result<(), ApiError> {
        write_user_file("settings.json", self)
    }

    /// The name in the operation record: the one set, else the account's.
    pub fn actor_name(&self) -> String {
        let account = || std::env::var("USER").or_else(|_| std::env::var("USERNAME")).unwrap_or_default();
        let name = if self.actor.trim().is_empty() { account() } else { self.actor.trim().to_owned() };
        if name.is_empty() { "未署名".to_owned() } else { name }
    }

    /// Puts a file first among those used last.
    pub fn remember(&mut self, file: RecentFile) {
        self.recent.retain(|other| other.path != file.path);
        self.recent.insert(0, file);
        self.recent.truncate(REMEMBERED);
    }
}

//! What this machine last saw of each project, so that a receiver is told what changed since.
//! Relies on one small JSON file in the data folder; a broken one is a fresh start.
//! Knows nothing of what changed.

use crate::error::StoreError;
use crate::working::Workspace;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

/// The last step of a project that was seen on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Identity of the step.
    pub entry: String,
    /// When it was looked at, UTC.
    pub at: String,
}

impl Workspace {
    fn seen_path(&self) -> PathBuf {
        self.root.join("seen.json")
    }

    fn all_seen(&self) -> BTreeMap<String, Seen> {
        let text = std::fs::read(self.seen_path()).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// What was last seen of the project with this identity.
    pub fn seen(&self, project: &str) -> Option<Seen> {
        self.all_seen().remove(project)
    }

    /// Remembers what was seen of a project.
    pub fn remember_seen(&self, project: &str, seen: Seen) -> Result<(), StoreError> {
        let mut all = self.all_seen();
        all.insert(project.to_owned(), seen);
        let text = serde_json::to_vec(&all).map_err(|error| StoreError::Defect(error.to_string()))?;
        std::fs::create_dir_all(&self.root).map_err(StoreError::io(&self.root))?;
        let mut file = tempfile::NamedTempFile::new_in(&self.root).map_err(StoreError::io(&self.root))?;
        file.write_all(&text).map_err(StoreError::io(&self.root))?;
        let path = self.seen_path();
        file.persist(&path).map_err(|error| StoreError::io(path)(error.error))?;
        Ok(())
    }
}

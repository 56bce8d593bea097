//! What a project file is, in figures.
//! Relies on the rows of the file.
//! Knows nothing of levels.

use domain::Table;
use serde::Serialize;
use std::collections::BTreeMap;
use store::ProjectFile;

/// A project file in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Info {
    /// The organisation.
    pub organisation: String,
    /// Identity of the project, the same in every copy.
    pub project_id: String,
    /// Version of the file's format.
    pub schema_version: i64,
    /// How often it has been committed to.
    pub revision: i64,
    /// Version of the SQLite that is built in.
    pub sqlite_version: &'static str,
    /// Version of the program.
    pub program_version: &'static str,
    /// Rows by table.
    pub counts: BTreeMap<&'static str, usize>,
}

/// The figures of a project file.
pub fn info(file: &ProjectFile) -> Info {
    let snapshot = &file.snapshot;
    Info {
        organisation: snapshot.organisation().map_or_else(String::new, |own| own.name.clone()),
        project_id: snapshot.project().map_or_else(String::new, |own| own.id.to_string()),
        schema_version: file.schema_version,
        revision: file.revision,
        sqlite_version: store::sqlite_version(),
        program_version: env!("CARGO_PKG_VERSION"),
        counts: Table::ALL.iter().map(|table| (table.name(), snapshot.count(*table))).collect(),
    }
}

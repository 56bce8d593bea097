//! Names and codes that cells refer to rows by, sorted once for a block of thousands of cells.
//! Relies on the rows of one snapshot; a table is sorted when the first cell asks for it.
//! Knows nothing of columns.

use domain::{Snapshot, Table};
use std::collections::HashMap;
use uuid::Uuid;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Called {
    /// This row alone.
    One(Uuid),
    /// Several rows, so none.
    Several,
}

/// Rows by what they are called.
pub(crate) struct Names<'a> {
    snapshot: &'a Snapshot,
    tables: HashMap<Table, HashMap<&'a str, Called>>,
}

impl<'a> Names<'a> {
    /// Names of the rows of a snapshot.
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, tables: HashMap::new() }
    }

    /// The snapshot whose rows these are.
    pub(crate) fn snapshot(&self) -> &'a Snapshot {
        self.snapshot
    }

    /// What this code or name stands for among the rows of a table.
    pub(crate) fn called(&mut self, table: Table, text: &str) -> Option<Called> {
        let snapshot = self.snapshot;
        self.tables.entry(table).or_insert_with(|| sorted(snapshot, table)).get(text).copied()
    }
}

fn sorted(snapshot: &Snapshot, table: Table) -> HashMap<&str, Called> {
    let mut found: HashMap<&str, Called> = HashMap::new();
    for (id, code, name) in rows(snapshot, table) {
        // A row whose code is its name is still one row.
        for text in [code, name].into_iter().filter(|text| !text.is_empty()) {
            let known = found.entry(text).or_insert(Called::One(id));
            if *known != Called::One(id) {
                *known = Called::Several;
            }
        }
    }
    found
}

/// Id, code and name of the rows that cells may refer to.
fn rows(snapshot: &Snapshot, table: Table) -> Vec<(Uuid, &str, &str)> {
    match table {
        Table::Department => snapshot
            .departments
            .iter()
            .map(|own| (own.id.into(), own.code.as_str(), own.name.as_str()))
            .collect(),
        Table::Person => snapshot.people.iter().map(|own| (own.id.into(), "", own.name.as_str())).collect(),
        Table::Post => snapshot.posts.iter().map(|own| (own.id.into(), "", own.name.as_str())).collect(),
        Table::Building => snapshot
            .buildings
            .iter()
            .map(|own| (own.id.into(), own.code.as_str(), own.name.as_str()))
            .collect(),
        Table::RiskZone => {
            snapshot.zones.iter().map(|own| (own.id.into(), own.code.as_str(), own.name.as_str())).collect()
        }
        Table::ControlTier => {
            snapshot.tiers.iter().map(|own| (own.id.into(), "", own.name.as_str())).collect()
        }
        _ => Vec::new(),
    }
}

//! Our rows with the changes that the merge makes to them so far.
//! Relies on changes being few beside rows.
//! Knows no rule.

use domain::{AnyRecord, Cell, Kept, RowId, Snapshot, Table, Uuid, Visitor};
use std::collections::{BTreeMap, HashSet};

/// Our rows and the changes to them.
pub(crate) struct Overlay<'a> {
    pub(crate) rows: &'a Snapshot,
    pub(crate) changes: BTreeMap<RowId, Option<AnyRecord>>,
}

impl<'a> Overlay<'a> {
    pub(crate) fn new(rows: &'a Snapshot) -> Self {
        Self { rows, changes: BTreeMap::new() }
    }

    /// A row as it will be.
    pub(crate) fn get(&self, row: RowId) -> Option<AnyRecord> {
        self.changes.get(&row).map_or_else(|| self.rows.get(row), Clone::clone)
    }

    pub(crate) fn contains(&self, row: RowId) -> bool {
        self.changes.get(&row).map_or_else(|| self.rows.contains(row), Option::is_some)
    }

    pub(crate) fn put(&mut self, record: AnyRecord) {
        self.changes.insert(record.row_id(), Some(record));
    }

    pub(crate) fn remove(&mut self, row: RowId) {
        self.changes.insert(row, None);
    }

    /// Rows of one noun as they will be, in the order of ids.
    pub(crate) fn of<R: Kept>(&self, pick: impl Fn(&AnyRecord) -> Option<&R>) -> Vec<R> {
        let mut all: BTreeMap<R::Id, R> = BTreeMap::new();
        for row in R::of(self.rows) {
            let key = RowId { table: R::TABLE, id: row.id().into() };
            if !self.changes.contains_key(&key) {
                all.insert(row.id(), row.clone());
            }
        }
        let changed = self.changes.iter().filter(|(row, _)| row.table == R::TABLE);
        for row in changed.filter_map(|(_, record)| record.as_ref().and_then(&pick)) {
            all.insert(row.id(), row.clone());
        }
        all.into_values().collect()
    }

    /// Changes that are none are forgotten.
    pub(crate) fn tidy(&mut self) {
        let rows = self.rows;
        self.changes.retain(|row, record| rows.get(*row) != *record);
    }
}

/// The references of a record: column, whether it may be empty, row.
pub(crate) fn references(record: &AnyRecord) -> impl Iterator<Item = (&'static str, bool, RowId)> + '_ {
    record.row_id().table.columns().iter().enumerate().filter_map(|(index, column)| {
        let table = column.references?;
        let Cell::Text(id) = record.cell(index) else { return None };
        Some((column.name, column.nullable, RowId { table, id: id.parse().ok()? }))
    })
}

/// The rows of a snapshot that refer to any of `targets`.
pub(crate) fn referring(snapshot: &Snapshot, targets: &HashSet<RowId>) -> Vec<RowId> {
    struct Walk<'a> {
        snapshot: &'a Snapshot,
        targets: &'a HashSet<RowId>,
        tables: HashSet<Table>,
        found: Vec<RowId>,
    }
    impl Visitor for Walk<'_> {
        fn table<R: Kept>(&mut self) {
            let columns: Vec<(usize, Table)> = R::COLUMNS
                .iter()
                .enumerate()
                .filter_map(|(index, column)| {
                    column.references.filter(|table| self.tables.contains(table)).map(|table| (index, table))
                })
                .collect();
            if columns.is_empty() {
                return;
            }
            for record in R::of(self.snapshot) {
                let hit = columns.iter().any(|(index, table)| match record.cell(*index) {
                    Cell::Text(id) => Uuid::try_parse(&id)
                        .is_ok_and(|id| self.targets.contains(&RowId { table: *table, id })),
                    Cell::Null | Cell::Integer(_) => false,
                });
                if hit {
                    self.found.push(RowId { table: R::TABLE, id: record.id().into() });
                }
            }
        }
    }
    if targets.is_empty() {
        return Vec::new();
    }
    let tables = targets.iter().map(|row| row.table).collect();
    let mut walk = Walk { snapshot, targets, tables, found: Vec::new() };
    Snapshot::visit(&mut walk);
    walk.found
}

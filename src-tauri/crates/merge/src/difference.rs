//! What makes one state out of another: rows and cells.
//! Relies on both states having ids in common.
//! Knows nothing of how the difference came about.

use domain::{AnyRecord, Cell, Kept, RowId, Snapshot, Visitor};

/// A row that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// The row.
    pub row: RowId,
    /// As it is in the first state.
    pub before: Option<AnyRecord>,
    /// As it is in the second state.
    pub after: Option<AnyRecord>,
}

/// A cell that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The column.
    pub column: &'static str,
    /// The cell in the first state.
    pub before: Cell<'static>,
    /// The cell in the second state.
    pub after: Cell<'static>,
}

impl RowChange {
    /// The cells that differ; none where the row is only in one of the states.
    pub fn cells(&self) -> Vec<CellChange> {
        let (Some(before), Some(after)) = (&self.before, &self.after) else { return Vec::new() };
        let mut cells = Vec::new();
        for (index, column) in self.row.table.columns().iter().enumerate() {
            let (old, new) = (before.cell(index), after.cell(index));
            if old != new {
                let (before, after) = (old.into_owned(), new.into_owned());
                cells.push(CellChange { column: column.name, before, after });
            }
        }
        cells
    }
}

/// Every row in which the two states differ, tables in their order, rows by id.
pub fn difference(from: &Snapshot, to: &Snapshot) -> Vec<RowChange> {
    struct Walk<'a> {
        from: &'a Snapshot,
        to: &'a Snapshot,
        found: Vec<RowChange>,
    }
    impl Visitor for Walk<'_> {
        fn table<R: Kept>(&mut self) {
            let (from, to) = (R::of(self.from), R::of(self.to));
            let row = |record: &R| RowId { table: R::TABLE, id: record.id().into() };
            for (before, after) in pairs(from.iter(), to.iter(), R::id) {
                if before == after {
                    continue;
                }
                if let Some(any) = before.or(after) {
                    self.found.push(RowChange {
                        row: row(any),
                        before: before.cloned().map(Into::into),
                        after: after.cloned().map(Into::into),
                    });
                }
            }
        }
    }
    let mut walk = Walk { from, to, found: Vec::new() };
    Snapshot::visit(&mut walk);
    walk.found
}

/// The difference as what to put in place of each row; `None` takes it out.
pub fn changes(from: &Snapshot, to: &Snapshot) -> Vec<(RowId, Option<AnyRecord>)> {
    difference(from, to).into_iter().map(|change| (change.row, change.after)).collect()
}

/// Walks two sorted lists side by side.
pub(crate) fn pairs<'a, R: 'a, K: Ord>(
    left: impl Iterator<Item = &'a R>,
    right: impl Iterator<Item = &'a R>,
    key: impl Fn(&R) -> K,
) -> impl Iterator<Item = (Option<&'a R>, Option<&'a R>)> {
    let (mut left, mut right) = (left.peekable(), right.peekable());
    std::iter::from_fn(move || match (left.peek(), right.peek()) {
        (None, None) => None,
        (Some(_), None) => Some((left.next(), None)),
        (None, Some(_)) => Some((None, right.next())),
        (Some(one), Some(other)) => Some(match key(one).cmp(&key(other)) {
            std::cmp::Ordering::Less => (left.next(), None),
            std::cmp::Ordering::Greater => (None, right.next()),
            std::cmp::Ordering::Equal => (left.next(), right.next()),
        }),
    })
}

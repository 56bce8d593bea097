//! What two sides disagree about, and what was chosen.
//! Relies on cells as history and files keep them.
//! Knows nothing of how a disagreement is found.

use domain::{Cell, RowId, Uuid};
use std::collections::BTreeMap;

/// One of the two states that are merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The project that the other one is merged into.
    Ours,
    /// The project that is merged into ours.
    Theirs,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }
}

/// What kind of disagreement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// Both sides gave one cell another value.
    Value,
    /// One side deleted a row that the other changed.
    Deleted,
    /// One side deleted a row that the other has begun to need.
    Parent,
    /// One code was given to two things; the one that does not keep it gets another.
    Code,
    /// Zones that share a border were moved on both sides; their outlines are taken from one side together.
    Border,
    /// Both sides together made an office part of itself.
    Loop,
    /// Each side is right by itself, but not both together.
    Rule,
    /// Nothing to choose: it follows from another choice and is named so that nothing goes unseen.
    Follows,
}

impl ConflictKind {
    /// A short stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Deleted => "deleted",
            Self::Parent => "parent",
            Self::Code => "code",
            Self::Border => "border",
            Self::Loop => "loop",
            Self::Rule => "rule",
            Self::Follows => "follows",
        }
    }
}

/// One cell, or one whole row, that the two sides disagree about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The row.
    pub row: RowId,
    /// The column; `id` stands for the row as a whole.
    pub field: &'static str,
    /// What kind of disagreement it is.
    pub kind: ConflictKind,
    /// The cell in the common ancestor; nothing where it is not known.
    pub base: Cell<'static>,
    /// The cell on our side; nothing where the row is not there.
    pub ours: Cell<'static>,
    /// The cell on their side.
    pub theirs: Cell<'static>,
    /// Conflicts with the same number are chosen together.
    pub group: usize,
    /// Which side was taken.
    pub taken: Side,
}

/// What was chosen where the sides disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Where nothing else is said.
    pub otherwise: Side,
    /// By row and field. One choice counts for all conflicts of its group.
    pub chosen: BTreeMap<(RowId, String), Side>,
    /// Rows of theirs (keys) that are the same thing as rows of ours (values), as accepted from the offers.
    pub same: BTreeMap<RowId, Uuid>,
}

impl Choices {
    /// One side everywhere.
    pub fn all(side: Side) -> Self {
        Self { otherwise: side, chosen: BTreeMap::new(), same: BTreeMap::new() }
    }

    /// What was said of a cell.
    pub(crate) fn of(&self, row: RowId, field: &str) -> Option<Side> {
        if self.chosen.is_empty() {
            return None;
        }
        self.chosen.get(&(row, field.to_owned())).copied()
    }

    /// The choice for a group of cells: the first that was said, or the general one.
    pub(crate) fn of_group<'a>(&self, cells: impl IntoIterator<Item = (RowId, &'a str)>) -> Side {
        cells.into_iter().find_map(|(row, field)| self.of(row, field)).unwrap_or(self.otherwise)
    }
}

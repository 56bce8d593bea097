//! One row, three times: which cells come from which side.
//! Relies on columns that only make sense together being taken together.
//! Knows nothing of other rows.

use crate::conflict::{Choices, Conflict, ConflictKind, Side};
use domain::{AnyRecord, Cell, Table};

/// The columns that `column` is taken together with, itself among them.
fn unit(table: Table, column: &'static str) -> &'static [&'static str] {
    match (table, column) {
        (Table::RiskPoint, "floor_id" | "position") => &["floor_id", "position"],
        (Table::RiskPoint, "tier_id" | "tier_reason") => &["tier_id", "tier_reason"],
        (Table::RiskZone, "floor_id" | "outline") => &["floor_id", "outline"],
        (Table::Floor, "campus_id" | "building_id") => &["campus_id", "building_id"],
        (Table::Assessment, "preset_id" | "factors" | "assessed_on") => {
            &["preset_id", "factors", "assessed_on"]
        }
        (Table::DirectDetermination, "level" | "condition") => &["level", "condition"],
        (Table::CriteriaPreset, "version" | "body") => &["version", "body"],
        (Table::Underlay, "asset" | "origin" | "width" | "height" | "millimetres_per_pixel") => {
            &["asset", "origin", "width", "height", "millimetres_per_pixel"]
        }
        (Table::InspectionPlan, "executor" | "person_id") => &["executor", "person_id"],
        (Table::InspectionPlan | Table::Term | Table::SpecialDays, "starts_on" | "ends_on") => {
            &["starts_on", "ends_on"]
        }
        _ => &[],
    }
}

/// Three states of one row; the base is there when it is known beyond doubt, cell by cell.
pub(crate) struct Three<'a> {
    pub(crate) base: Option<&'a AnyRecord>,
    /// Another state that could be the base: cells in which the two differ have none.
    pub(crate) other_base: Option<&'a AnyRecord>,
    pub(crate) ours: &'a AnyRecord,
    pub(crate) theirs: &'a AnyRecord,
}

impl Three<'_> {
    fn base_cell(&self, index: usize) -> Option<Cell<'_>> {
        let cell = self.base?.cell(index);
        match self.other_base {
            Some(other) if other.cell(index) != cell => None,
            _ => Some(cell),
        }
    }
}

/// The cells of a conflict.
pub(crate) fn conflict(
    three: &Three<'_>,
    index: usize,
    kind: ConflictKind,
    group: usize,
    taken: Side,
) -> Conflict {
    let row = three.ours.row_id();
    Conflict {
        row,
        field: row.table.columns().get(index).map_or("id", |column| column.name),
        kind,
        base: three.base_cell(index).map_or(Cell::Null, Cell::into_owned),
        ours: three.ours.cell(index).into_owned(),
        theirs: three.theirs.cell(index).into_owned(),
        group,
        taken,
    }
}

/// What decides over the outline of a zone whose border others share: the group, and the side taken.
pub(crate) type BorderChoice = Option<(usize, Side)>;

/// Merges one row that differs. Conflicts are appended; `next_group` counts their groups.
pub(crate) fn merge_row(
    three: &Three<'_>,
    choices: &Choices,
    border: BorderChoice,
    next_group: &mut usize,
    conflicts: &mut Vec<Conflict>,
) -> AnyRecord {
    let row = three.ours.row_id();
    let columns = row.table.columns();
    let mut result = three.ours.clone();
    let first_conflict = conflicts.len();
    let mut done: Vec<&'static str> = vec!["id"];
    for column in columns {
        if done.contains(&column.name) {
            continue;
        }
        let own = [column.name];
        let unit: &[&'static str] = match unit(row.table, column.name) {
            [] => &own,
            unit => unit,
        };
        done.extend(unit);
        let indices: Vec<usize> =
            (0..columns.len()).filter(|index| unit.contains(&columns[*index].name)).collect();
        let differing: Vec<usize> = indices
            .iter()
            .copied()
            .filter(|index| three.ours.cell(*index) != three.theirs.cell(*index))
            .collect();
        if differing.is_empty() {
            continue;
        }
        let changed = |side: &AnyRecord| {
            indices.iter().any(|index| three.base_cell(*index).is_none_or(|base| base != side.cell(*index)))
        };
        let bordering = border.filter(|_| unit.contains(&"outline"));
        let side = match (bordering, changed(three.ours), changed(three.theirs)) {
            (None, false, _) => Side::Theirs,
            (None, _, false) => Side::Ours,
            (bordering, ..) => {
                let (kind, group, side) = match bordering {
                    Some((group, side)) => (ConflictKind::Border, group, side),
                    None => {
                        *next_group += 1;
                        let cells = differing.iter().map(|index| (row, columns[*index].name));
                        (ConflictKind::Value, *next_group, choices.of_group(cells))
                    }
                };
                conflicts.extend(differing.iter().map(|index| conflict(three, *index, kind, group, side)));
                side
            }
        };
        if side == Side::Theirs {
            for index in indices {
                // A cell of a record of the same noun always fits.
                let _ = result.set(columns[index].name, three.theirs.cell(index));
            }
        }
    }
    if result.check().is_ok() {
        return result;
    }
    // Each side keeps the rules by itself; together they do not, so the row is taken whole from one side.
    conflicts.truncate(first_conflict);
    *next_group += 1;
    let differing: Vec<usize> =
        (1..columns.len()).filter(|index| three.ours.cell(*index) != three.theirs.cell(*index)).collect();
    let side = choices.of_group(differing.iter().map(|index| (row, columns[*index].name)));
    let named = differing.iter().map(|index| conflict(three, *index, ConflictKind::Rule, *next_group, side));
    conflicts.extend(named);
    match side {
        Side::Ours => three.ours.clone(),
        Side::Theirs => three.theirs.clone(),
    }
}

//! Which rows of the two sides are the same thing although their ids differ: the one project and organisation, criteria
//! of one name and version, the same accident, score or determination entered on both sides; and, where the states have
//! no common ancestor, rows of one code or name, which are only offered.
//! Relies on nothing but the rows.
//! Knows nothing of conflicts.

use crate::overlay::referring;
use domain::{AnyRecord, Cell, FieldError, Row, RowId, Snapshot, Table, Uuid};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What an offered pair has in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferedBy {
    /// The code.
    Code,
    /// The name, within the same place or office.
    Name,
}

impl OfferedBy {
    /// A short stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
        }
    }
}

/// Two rows that may be the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The row on our side.
    pub ours: RowId,
    /// The row on their side.
    pub theirs: RowId,
    /// What they have in common.
    pub by: OfferedBy,
}

/// Other ids for rows.
pub(crate) type Renames = BTreeMap<RowId, Uuid>;

/// A record seen under other ids.
struct Renamed<'a> {
    record: &'a AnyRecord,
    renames: &'a Renames,
}

impl Row for Renamed<'_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        let own = self.record.row_id();
        let cell = self.record.cell(index);
        let Some(column) = own.table.columns().get(index) else { return Ok(cell) };
        let named = match (index, column.references, &cell) {
            (0, ..) => Some(own),
            (_, Some(table), Cell::Text(id)) => id.parse().ok().map(|id| RowId { table, id }),
            _ => None,
        };
        let fresh = named.and_then(|row| self.renames.get(&row));
        Ok(fresh.map_or(cell, |id| Cell::text(id.to_string())))
    }
}

/// The snapshot under other ids. Rows whose new id is taken already are replaced.
pub(crate) fn renamed(snapshot: &Snapshot, renames: &Renames) -> Snapshot {
    let targets: HashSet<RowId> = renames.keys().copied().collect();
    let mut result = snapshot.clone();
    let mut affected = referring(snapshot, &targets);
    affected.extend(targets);
    for row in affected {
        let Some(record) = snapshot.get(row) else { continue };
        if let Ok(fresh) = row.table.read(&Renamed { record: &record, renames }) {
            if fresh.row_id() != row {
                result.remove(row);
            }
            result.put(fresh);
        }
    }
    result
}

/// The one row of a table that has only one.
fn single(snapshot: &Snapshot, table: Table) -> Option<Uuid> {
    match table {
        Table::Project => snapshot.project().map(|own| own.id.into()),
        Table::Organisation => snapshot.organisation().map(|own| own.id.into()),
        _ => None,
    }
}

/// Rows of theirs that are rows of ours beyond doubt, apart from their ids.
pub(crate) fn singles(ours: &Snapshot, theirs: &Snapshot) -> Renames {
    [Table::Project, Table::Organisation]
        .into_iter()
        .filter_map(|table| {
            let (own, other) = (single(ours, table)?, single(theirs, table)?);
            (own != other).then_some((RowId { table, id: other }, own))
        })
        .collect()
}

/// What makes two rows of one of these tables the same, whatever their ids.
fn natural_key(record: &AnyRecord) -> Option<String> {
    match record {
        AnyRecord::CriteriaPreset(own) => Some(format!("{}\n{}\n{}", own.code, own.version, own.body)),
        AnyRecord::PossibleAccident(own) => Some(format!("{}\n{}", own.hazard_id, own.accident_type)),
        AnyRecord::Assessment(own) => {
            Some(format!("{}\n{}\n{}", own.accident_id, own.assessor_id, own.basis))
        }
        AnyRecord::DirectDetermination(own) => Some(format!("{}\n{}", own.point_id, own.condition)),
        _ => None,
    }
}

fn rows_of(snapshot: &Snapshot, table: Table) -> Vec<AnyRecord> {
    match table {
        Table::CriteriaPreset => snapshot.presets.iter().cloned().map(Into::into).collect(),
        Table::PossibleAccident => snapshot.accidents.iter().cloned().map(Into::into).collect(),
        Table::Assessment => snapshot.assessments.iter().cloned().map(Into::into).collect(),
        Table::DirectDetermination => snapshot.determinations.iter().cloned().map(Into::into).collect(),
        _ => Vec::new(),
    }
}

/// Rows of `table` that both sides added for themselves and that are the same: under the smaller id on both sides.
pub(crate) fn twins(
    base: Option<&Snapshot>,
    ours: &Snapshot,
    theirs: &Snapshot,
    table: Table,
) -> (Renames, Renames) {
    let added = |side: &Snapshot, other: &Snapshot| -> HashMap<String, RowId> {
        let is_new = |row: RowId| !other.contains(row) && base.is_none_or(|base| !base.contains(row));
        // Most rows are on both sides; only the others are looked at closely.
        rows_of(side, table)
            .iter()
            .filter(|record| is_new(record.row_id()))
            .filter_map(|record| Some((natural_key(record)?, record.row_id())))
            .collect()
    };
    let here = added(ours, theirs);
    if here.is_empty() {
        return Default::default();
    }
    let (mut own, mut other) = (Renames::new(), Renames::new());
    for (key, row) in added(theirs, ours) {
        let Some(twin) = here.get(&key) else { continue };
        if twin.id < row.id {
            other.insert(row, twin.id);
        } else {
            own.insert(*twin, row.id);
        }
    }
    (own, other)
}

/// Tables with natural keys, in an order in which keys name only rows of tables before.
pub(crate) const KEYED: [Table; 4] =
    [Table::CriteriaPreset, Table::PossibleAccident, Table::Assessment, Table::DirectDetermination];

/// Pairs of rows that have a code or a name in common and are each on one side only. A name or code that stands for
/// several rows of one side is not offered: a person could not tell which is meant either.
pub(crate) fn offers(ours: &Snapshot, theirs: &Snapshot) -> Vec<Offer> {
    let keys = |snapshot: &Snapshot, other: &Snapshot| {
        let mut found: BTreeMap<(Table, &'static str, String), Vec<RowId>> = BTreeMap::new();
        let mut add = |table: Table, id: Uuid, by: &'static str, key: String| {
            let row = RowId { table, id };
            if !key.trim().is_empty() && !other.contains(row) {
                found.entry((table, by, key)).or_default().push(row);
            }
        };
        let department = |id| snapshot.departments.find(id).map_or("", |own| own.name.as_str());
        let building = |id| snapshot.buildings.find(id).map_or("", |own| own.name.as_str());
        for own in &snapshot.campuses {
            add(Table::Campus, own.id.into(), "name", own.name.clone());
        }
        for own in &snapshot.departments {
            let above = department(own.parent_id);
            add(Table::Department, own.id.into(), "name", format!("{above}\n{}", own.name));
        }
        for own in &snapshot.posts {
            let above = department(Some(own.department_id));
            add(Table::Post, own.id.into(), "name", format!("{above}\n{}", own.name));
        }
        for own in &snapshot.people {
            add(Table::Person, own.id.into(), "name", own.name.clone());
        }
        for own in &snapshot.buildings {
            add(Table::Building, own.id.into(), "code", own.code.clone());
            add(Table::Building, own.id.into(), "name", own.name.clone());
        }
        for own in &snapshot.floors {
            let above = building(own.building_id);
            add(Table::Floor, own.id.into(), "name", format!("{above}\n{}\n{}", own.name, own.storey));
        }
        for own in &snapshot.tiers {
            add(Table::ControlTier, own.id.into(), "name", own.name.clone());
        }
        for own in &snapshot.zones {
            add(Table::RiskZone, own.id.into(), "code", own.code.clone());
            add(Table::RiskZone, own.id.into(), "name", own.name.clone());
        }
        for own in &snapshot.points {
            add(Table::RiskPoint, own.id.into(), "code", own.code.clone());
        }
        found
    };
    let (here, there) = (keys(ours, theirs), keys(theirs, ours));
    let mut offers: Vec<Offer> = Vec::new();
    for (key, rows) in &here {
        let ([own], Some([other])) = (rows.as_slice(), there.get(key).map(Vec::as_slice)) else { continue };
        if offers.iter().any(|offer| offer.ours == *own || offer.theirs == *other) {
            continue;
        }
        let by = if key.1 == "code" { OfferedBy::Code } else { OfferedBy::Name };
        offers.push(Offer { ours: *own, theirs: *other, by });
    }
    offers
}

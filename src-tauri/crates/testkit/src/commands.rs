//! Ready-made commands for tests that need just any edit.
//! Relies on every project having an organisation and a general plan.
//! Knows nothing of what is tested.

use domain::{Cell, RiskPointKind, RowId, Snapshot, Table};
use edit::{Command, PlacePoint, SetField};
use geometry::Point;

/// Gives the organisation another name.
pub fn rename_organisation(snapshot: &Snapshot, name: &str) -> Command {
    let id = snapshot.organisation().unwrap().id.into();
    Command::SetField(SetField {
        row: RowId { table: Table::Organisation, id },
        column: "name".to_owned(),
        value: Cell::text(name),
    })
}

/// Puts a point somewhere on the first plan.
pub fn place_somewhere(snapshot: &Snapshot, number: u64) -> Command {
    Command::PlacePoint(PlacePoint {
        floor: snapshot.floors.iter().next().unwrap().id,
        position: Point::new((number % 1_000) as f64 * 100.0, 500.0).unwrap(),
        kind: RiskPointKind::Facility,
        name: format!("点 {number}"),
        department: None,
    })
}

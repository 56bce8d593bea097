//! From committed rows to what a window must draw anew.
//! Relies on the old and the new risk picture to find what changed its level without being written.
//! Knows nothing of what is on the screen.

use crate::views::{Changed, FileView, Viewer, changed_standings};
use domain::{AnyRecord, HazardId, PossibleAccidentId, RiskPointId, RowId, Snapshot, Table};
use evaluation::RiskPicture;
use std::collections::BTreeSet;
use store::Committed;

/// Whether rows of a table are sent as they are. Points are sent with their levels, details on demand, plans by floor.
pub(crate) fn is_shown_as_row(table: Table) -> bool {
    match table {
        Table::CriteriaPreset
        | Table::Project
        | Table::Organisation
        | Table::Department
        | Table::Post
        | Table::Person
        | Table::Campus
        | Table::Building
        | Table::Floor
        | Table::ControlTier
        | Table::RiskZone => true,
        Table::PlanElement
        | Table::Underlay
        | Table::RiskPoint
        | Table::Hazard
        | Table::PossibleAccident
        | Table::Assessment
        | Table::DirectDetermination
        | Table::ControlMeasure
        | Table::RetiredCode => false,
    }
}

/// The points that a step touches through their details: from the rows before the step and those after it.
pub(crate) fn touched_points(before: &Snapshot, committed: &Committed) -> BTreeSet<RiskPointId> {
    let upserted_hazard = |id: HazardId| {
        committed.upserts.iter().find_map(|record| match record {
            AnyRecord::Hazard(hazard) if hazard.id == id => Some(hazard.point_id),
            _ => None,
        })
    };
    let of_hazard =
        |id: HazardId| before.hazards.get(id).map(|hazard| hazard.point_id).or_else(|| upserted_hazard(id));
    let upserted_accident = |id: PossibleAccidentId| {
        committed.upserts.iter().find_map(|record| match record {
            AnyRecord::PossibleAccident(accident) if accident.id == id => Some(accident.hazard_id),
            _ => None,
        })
    };
    let of_accident = |id: PossibleAccidentId| {
        let hazard =
            before.accidents.get(id).map(|accident| accident.hazard_id).or_else(|| upserted_accident(id));
        hazard.and_then(of_hazard)
    };
    let of_record = |record: &AnyRecord| match record {
        AnyRecord::RiskPoint(point) => Some(point.id),
        AnyRecord::Hazard(hazard) => Some(hazard.point_id),
        AnyRecord::DirectDetermination(determination) => Some(determination.point_id),
        AnyRecord::PossibleAccident(accident) => of_hazard(accident.hazard_id),
        AnyRecord::ControlMeasure(measure) => of_hazard(measure.hazard_id),
        AnyRecord::Assessment(assessment) => of_accident(assessment.accident_id),
        _ => None,
    };
    let gone = committed.removals.iter().filter_map(|row| before.get(*row));
    let replaced = committed.upserts.iter().filter_map(|record| before.get(record.row_id()));
    let all = gone.chain(replaced).chain(committed.upserts.iter().cloned());
    all.filter_map(|record| of_record(&record)).collect()
}

/// What a window must draw anew after a step.
pub(crate) fn changed(
    viewer: &Viewer<'_>,
    old: &RiskPicture,
    committed: Committed,
    touched: BTreeSet<RiskPointId>,
    created: Vec<RowId>,
    file: FileView,
) -> Changed {
    let snapshot = viewer.snapshot;
    // Tiers, zones, floors and buildings decide what a point's row says, so a change of theirs redraws the points.
    let broad = |row: RowId| {
        matches!(
            row.table,
            Table::ControlTier | Table::RiskZone | Table::Floor | Table::Building | Table::CriteriaPreset
        )
    };
    let all_rows =
        || committed.upserts.iter().map(AnyRecord::row_id).chain(committed.removals.iter().copied());
    let redraw_all = all_rows().any(broad);
    let points = snapshot
        .points
        .iter()
        .filter(|point| {
            redraw_all
                || touched.contains(&point.id)
                || old.points.get(&point.id) != viewer.picture.points.get(&point.id)
        })
        .filter_map(|point| viewer.point(point))
        .collect();
    let standings = changed_standings(old, viewer.picture);
    let details = touched.into_iter().filter(|id| snapshot.points.get(*id).is_some()).collect();
    let is_sent =
        |table: Table| is_shown_as_row(table) || matches!(table, Table::PlanElement | Table::Underlay);
    Changed {
        file,
        created,
        removals: committed
            .removals
            .iter()
            .copied()
            .filter(|row| is_sent(row.table) || row.table == Table::RiskPoint)
            .collect(),
        rows: committed.upserts.into_iter().filter(|record| is_sent(record.row_id().table)).collect(),
        points,
        standings,
        details,
    }
}

//! From committed rows to what a window must draw anew.
//! Relies on the old and the new risk picture to find what changed its level without being written.
//! Knows nothing of what is on the screen.

use crate::views::{Changed, FileView, Viewer, changed_standings};
use domain::{
    AnyRecord, CriteriaPresetId, HazardId, HiddenDanger, HiddenDangerId, PossibleAccidentId, RiskPointId,
    RowId, Snapshot, Table,
};
use evaluation::{PointRisk, Preset, RiskPicture};
use rustc_hash::FxHashMap;
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
        | Table::PlanLayer
        | Table::ControlTier
        | Table::AssessmentRound
        | Table::RoundMember
        | Table::Document
        | Table::EmergencyPlan
        | Table::CheckItem
        | Table::Review
        | Table::ChangeRecord
        | Table::ChangePoint
        | Table::IgnoredFinding
        | Table::PrintStyle
        | Table::Term
        | Table::SpecialDays
        | Table::Appointment
        | Table::Checklist
        | Table::Inspector
        | Table::InspectionPlan
        | Table::RiskZone => true,
        Table::PlanElement
        | Table::Underlay
        | Table::RiskPoint
        | Table::Hazard
        | Table::PossibleAccident
        | Table::Assessment
        | Table::DirectDetermination
        | Table::LevelAdjustment
        | Table::RoundResult
        | Table::ReviewedPoint
        | Table::RememberedMapping
        | Table::ControlMeasure
        | Table::PrintText
        | Table::PrintedPiece
        | Table::OwnSign
        | Table::ChecklistItem
        | Table::PlanPoint
        | Table::Inspection
        | Table::InspectionItem
        | Table::HiddenDanger
        | Table::DangerStep
        | Table::DangerPhoto
        | Table::DangerReport
        | Table::RetiredCode => false,
    }
}

/// The points that a step touches through their details: from the rows before the step and those after it.
pub(crate) fn touched_points(before: &Snapshot, committed: &Committed) -> BTreeSet<RiskPointId> {
    // A step may bring thousands of hazards with all that is below them, so they are sorted once.
    let mut new_hazards: FxHashMap<HazardId, RiskPointId> = FxHashMap::default();
    let mut new_accidents: FxHashMap<PossibleAccidentId, HazardId> = FxHashMap::default();
    for record in &committed.upserts {
        match record {
            AnyRecord::Hazard(hazard) => {
                new_hazards.insert(hazard.id, hazard.point_id);
            }
            AnyRecord::PossibleAccident(accident) => {
                new_accidents.insert(accident.id, accident.hazard_id);
            }
            _ => {}
        }
    }
    let of_hazard = |id: HazardId| {
        before.hazards.get(id).map(|hazard| hazard.point_id).or_else(|| new_hazards.get(&id).copied())
    };
    let of_accident = |id: PossibleAccidentId| {
        let hazard = before
            .accidents
            .get(id)
            .map(|accident| accident.hazard_id)
            .or_else(|| new_accidents.get(&id).copied());
        hazard.and_then(of_hazard)
    };
    let of_danger = |danger: &HiddenDanger| {
        let of_measure = || {
            let id = danger.measure_id?;
            let written = committed.upserts.iter().find_map(|record| match record {
                AnyRecord::ControlMeasure(measure) if measure.id == id => Some(measure.hazard_id),
                _ => None,
            });
            of_hazard(before.measures.get(id).map(|measure| measure.hazard_id).or(written)?)
        };
        danger.point_id.or_else(of_measure)
    };
    let of_danger_id = |id: HiddenDangerId| {
        let written = committed.upserts.iter().find_map(|record| match record {
            AnyRecord::HiddenDanger(danger) if danger.id == id => Some(danger),
            _ => None,
        });
        before.dangers.get(id).or(written).and_then(of_danger)
    };
    let of_record = |record: &AnyRecord| match record {
        AnyRecord::HiddenDanger(danger) => of_danger(danger),
        AnyRecord::DangerStep(step) => of_danger_id(step.danger_id),
        AnyRecord::DangerPhoto(photo) => of_danger_id(photo.danger_id),
        AnyRecord::RiskPoint(point) => Some(point.id),
        AnyRecord::Hazard(hazard) => Some(hazard.point_id),
        AnyRecord::DirectDetermination(determination) => Some(determination.point_id),
        AnyRecord::PossibleAccident(accident) => of_hazard(accident.hazard_id),
        AnyRecord::ControlMeasure(measure) => of_hazard(measure.hazard_id),
        AnyRecord::Assessment(assessment) => of_accident(assessment.accident_id),
        AnyRecord::LevelAdjustment(adjustment) => of_accident(adjustment.accident_id),
        _ => None,
    };
    let gone = committed.removals.iter().filter_map(|row| before.get(*row));
    let replaced = committed.upserts.iter().filter_map(|record| before.get(record.row_id()));
    let all = gone.chain(replaced).chain(committed.upserts.iter().cloned());
    all.filter_map(|record| of_record(&record)).collect()
}

/// The project before and after a step.
pub(crate) struct Seen<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) old: &'a RiskPicture,
    pub(crate) new: &'a RiskPicture,
    pub(crate) presets: &'a FxHashMap<CriteriaPresetId, Preset>,
}

/// What a window must draw anew after a step.
pub(crate) fn changed(
    seen: &Seen<'_>,
    committed: Committed,
    touched: BTreeSet<RiskPointId>,
    created: Vec<RowId>,
    file: FileView,
) -> Changed {
    let Seen { snapshot, old, new, presets } = *seen;
    // Tiers, zones, floors and buildings decide what a point's row says, so a change of theirs redraws the points.
    let broad = |row: RowId| {
        matches!(
            row.table,
            Table::ControlTier | Table::RiskZone | Table::Floor | Table::Building | Table::CriteriaPreset
        )
    };
    let mut all_rows =
        committed.upserts.iter().map(AnyRecord::row_id).chain(committed.removals.iter().copied());
    let redraw_all = all_rows.any(broad);
    let mut before = old.points.iter().peekable();
    let looks_different = |(id, risk): &(&RiskPointId, &PointRisk)| {
        // Both walks are in the order of ids, so the old risk of a point is found by going along.
        while before.next_if(|(other, _)| other < id).is_some() {}
        let same = before.peek().is_some_and(|own| (own.0, own.1) == (*id, *risk));
        redraw_all || !same || touched.contains(*id)
    };
    let different: BTreeSet<RiskPointId> =
        new.points.iter().filter(looks_different).map(|(id, _)| *id).collect();
    let viewer = Viewer::new(snapshot, new, presets, Some(&different));
    let points = different.iter().filter_map(|id| viewer.point(snapshot.points.get(*id)?)).collect();
    let standings = changed_standings(old, new);
    let details = touched.into_iter().filter(|id| snapshot.points.get(*id).is_some()).collect();
    let is_sent =
        |table: Table| is_shown_as_row(table) || matches!(table, Table::PlanElement | Table::Underlay);
    let is_gone = |row: &RowId| is_sent(row.table) || row.table == Table::RiskPoint;
    Changed {
        file,
        created,
        removals: committed.removals.into_iter().filter(is_gone).collect(),
        rows: committed.upserts.into_iter().filter(|record| is_sent(record.row_id().table)).collect(),
        points,
        standings,
        details,
    }
}

//! The commands, one file each: what it takes, what it writes, when it is refused.
//! Relies on [`crate::Context`] for the rows as they are.
//! Knows nothing of transactions.

mod add;
mod add_underlay;
mod adjust;
mod arrange;
mod assign;
mod attach_document;
mod calibrate;
mod check_items;
mod checklists;
mod copies;
mod copy_floor;
mod danger_act;
mod danger_photo;
mod determine;
mod draw_plan;
mod draw_zone;
mod duplicate;
mod edit_underlay;
mod georeference_floor;
mod group;
mod ignore_finding;
mod inspection_plans;
mod merge_zones;
mod move_border;
mod move_point;
mod offset_zone;
mod paste;
mod paste_block;
mod place_library_entry;
mod place_point;
mod place_template;
mod prints;
mod record_inspection;
mod remove;
mod replace_person;
mod report_danger;
mod report_major;
mod reshape_element;
mod reshape_zone;
mod resolve_overlap;
mod review_act;
mod rounds;
mod save_preset;
mod score;
mod set_field;
mod set_fields;
mod set_tier;
mod shapes;
mod site_changes;
mod split_zone;
mod take_list;
mod take_plan;
mod take_scores;
mod take_staff;
mod taken;
mod transform;
mod use_preset;
mod use_tiers;
mod zone_holes;

pub use add::Add;
pub use add_underlay::AddUnderlay;
pub use adjust::Adjust;
pub use arrange::{Arrange, Arrangement};
pub use assign::{Assign, Assigned};
pub use attach_document::AttachDocument;
pub use calibrate::{Calibrate, Reference, ScaleFit, fit_scale};
pub use check_items::{MakeCheckItems, RetireCheckItem, ReviseCheckItem};
pub use checklists::{
    AddChecklist, AddChecklistItems, NewChecklistLine, RetireChecklistItem, ReviseChecklistItem,
    TakeChecklists,
};
pub use copies::gather;
pub use copy_floor::CopyFloor;
pub use danger_act::ActOnDanger;
pub use danger_photo::{AttachDangerPhoto, PhotoGiven};
pub use determine::Determine;
pub use draw_plan::{DrawPlan, NewPlanElement};
pub use draw_zone::DrawZone;
pub use duplicate::Duplicate;
pub use edit_underlay::EditUnderlay;
pub use georeference_floor::GeoreferenceFloor;
pub use group::Group;
pub use ignore_finding::IgnoreFinding;
pub use inspection_plans::{
    AddInspectionPlan, EndPlan, GeneratePlans, IssuePlans, NewInspectionPlan, ProposedPlan, RevisePlan,
};
pub use merge_zones::MergeZones;
pub use move_border::{DeleteVertex, InsertVertex, MoveBorder, MoveVertex};
pub use move_point::MovePoint;
pub use offset_zone::OffsetZone;
pub use paste::Paste;
pub use paste_block::{FillDown, NewRows, PasteBlock, PastePlan};
pub use place_library_entry::{EntryChoice, PlaceLibraryEntry, SuggestedBy};
pub use place_point::PlacePoint;
pub use place_template::{AccidentToBe, HazardToBe, MeasureToBe, PlaceTemplate, PointToBe, ScoreToBe};
pub use prints::{KeepSign, MarkPrinted, PieceOnWall, RewriteText, SetPrintStyle};
pub use record_inspection::{ItemResult, RecordInspection};
pub use remove::Remove;
pub use replace_person::ReplacePerson;
pub use report_danger::{FoundDanger, ReportDanger};
pub use report_major::ReportMajor;
pub use reshape_element::ReshapeElement;
pub use reshape_zone::ReshapeZone;
pub use resolve_overlap::{Keeper, ResolveOverlap};
pub use review_act::ReviewOf;
pub use rounds::{ApproveRound, NewRoundMember, OpenRound, results};
pub use save_preset::{ApplyPreset, PresetChoice, SavePreset, moved};
pub use score::Score;
pub use set_field::SetField;
pub(crate) use set_field::may_be_set;
pub use set_fields::SetFields;
pub use set_tier::SetTier;
pub use shapes::Overlap;
pub use site_changes::{CloseChange, OpenChange, SettleChange};
pub use split_zone::SplitZone;
pub use take_list::{
    ListedScore, MappingToKeep, TakeList, TakenAccident, TakenDetermination, TakenHazard, TakenMeasure,
    TakenPoint,
};
pub use take_plan::{FloorTarget, TakePlan, TakenElement, TakenFloor, TakenUnderlay, TakenZone};
pub use take_scores::{TakeScores, TakenScore};
pub use take_staff::{TakeStaff, TakenDepartment, TakenPerson, TakenPost};
pub use transform::{Transform, Transformation};
pub use use_preset::UsePreset;
pub use use_tiers::{NewTier, UseTiers};
pub use zone_holes::{CutHole, FillHole};

use crate::refusal::Refusal;
use domain::{Building, BuildingId, Floor, FloorId, Record, RiskPoint, RiskZone, RowId, Rows, Snapshot};
use geometry::{Point, Ring};

/// The row with this id, or a refusal that names it.
fn find<R: Record>(rows: &Rows<R>, id: R::Id) -> Result<&R, Refusal> {
    rows.get(id).ok_or_else(|| Refusal::NoSuchRow(RowId { table: R::TABLE, id: id.into() }))
}

/// The zone of a floor that a place belongs to: the smallest that contains it, since a room may lie in a wing.
fn zone_at(snapshot: &Snapshot, floor: FloorId, position: Point) -> Option<&RiskZone> {
    snapshot
        .zones
        .iter()
        .filter(|zone| zone.floor_id == Some(floor))
        .filter_map(|zone| {
            Some((zone, zone.outline.as_ref().filter(|outline| outline.contains(position))?.area()))
        })
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(zone, _)| zone)
}

/// The building that a pin on a general plan names: the one it stands in. Outside all outlines it keeps one that is
/// not drawn there (a gate, a road) and leaves one that is. On a building's own floor it names none.
fn building_at(
    snapshot: &Snapshot,
    floor: &Floor,
    position: Point,
    own: Option<BuildingId>,
) -> Option<BuildingId> {
    if floor.building_id.is_some() {
        return None;
    }
    let inside = |building: &&Building| {
        let outline = building.outline.as_ref().filter(|_| building.campus_id == floor.campus_id);
        outline.is_some_and(|outline| outline.contains(position))
    };
    let undrawn = || snapshot.buildings.find(own).filter(|building| building.outline.is_none());
    snapshot.buildings.iter().find(inside).or_else(undrawn).map(|building| building.id)
}

/// A point whose pin goes elsewhere. It then belongs to the zone it stands in; outside all outlines it keeps a zone that
/// is not drawn and leaves one that is.
fn relocated(snapshot: &Snapshot, point: &RiskPoint, floor: &Floor, position: Point) -> RiskPoint {
    let mut point = point.clone();
    let drawn = snapshot.zones.find(point.zone_id).is_some_and(|zone| zone.outline.is_some());
    match zone_at(snapshot, floor.id, position) {
        Some(zone) => point.zone_id = Some(zone.id),
        None if drawn => point.zone_id = None,
        None => {}
    }
    point.floor_id = Some(floor.id);
    point.position = Some(position);
    point.building_id = building_at(snapshot, floor, position, point.building_id);
    point
}

/// Drawn rings on whole millimetres: what a hand can mean on a building.
fn rounded(rings: &[Ring]) -> Vec<Ring> {
    rings.iter().map(|ring| ring.iter().map(|point| point.rounded()).collect()).collect()
}

//! What an inspection asks: the check items of a point, the lines of a special check-list.
//! Relies on versions that were replaced being retired.
//! Knows no result.

use domain::{CheckItemId, ChecklistItemId, ControlMeasureId, InspectionPlan, RiskPointId, Snapshot};
use serde::Serialize;

/// 「检查内容」 One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Question {
    /// The check item of the point.
    pub check_item: Option<CheckItemId>,
    /// Or the line of the check-list.
    pub checklist_item: Option<ChecklistItemId>,
    /// The words.
    pub content: String,
    /// What they rest on; blank for none.
    pub basis: String,
    /// The measure that it checks.
    pub measure: Option<ControlMeasureId>,
    /// Its version.
    pub version: i64,
}

/// What a plan asks at a point, or about a whole place: check items in use, then its check-list.
pub fn items_of(
    snapshot: &Snapshot,
    plan: Option<&InspectionPlan>,
    point: Option<RiskPointId>,
) -> Vec<Question> {
    let mut own: Vec<_> =
        snapshot.check_items.iter().filter(|own| !own.retired && Some(own.point_id) == point).collect();
    own.sort_by_key(|own| (own.ordinal, own.id));
    let checklist = plan.and_then(|plan| plan.checklist_id);
    let mut lines: Vec<_> = snapshot
        .checklist_items
        .iter()
        .filter(|own| !own.retired && Some(own.checklist_id) == checklist)
        .collect();
    lines.sort_by_key(|own| (own.ordinal, own.id));
    let of_point = own.into_iter().map(|own| Question {
        check_item: Some(own.id),
        checklist_item: None,
        content: own.content.clone(),
        basis: String::new(),
        measure: own.measure_id,
        version: own.version,
    });
    let of_list = lines.into_iter().map(|own| Question {
        check_item: None,
        checklist_item: Some(own.id),
        content: own.content.clone(),
        basis: own.basis.clone(),
        measure: None,
        version: own.version,
    });
    of_point.chain(of_list).collect()
}

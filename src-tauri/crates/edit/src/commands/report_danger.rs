//! 上报隐患: a danger begins, as a draft or reported, with its code and its first step.
//! Relies on the table of `rectification` for what a report must say.
//! Knows nothing of who confirms it.

use crate::command::{Context, Plan};
use crate::commands::danger_photo::{PhotoGiven, check_photos, photo_rows};
use crate::commands::find;
use crate::danger_fault::DangerFault;
use crate::numbering::danger_code;
use crate::refusal::Refusal;
use chrono::{Datelike, NaiveDate, NaiveTime};
use domain::{
    ControlMeasureId, DangerAct, DangerStep, DepartmentId, FloorId, HiddenDanger, InspectionItemId,
    InspectionKind, PersonId, RiskPointId, Topic,
};
use geometry::Point;
use rectification::{Standing, lacking};
use serde::{Deserialize, Serialize};
use store::Label;

/// Reports a hidden danger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ReportDanger {
    /// Whether it is only kept as a draft.
    #[serde(default)]
    pub draft: bool,
    /// What was found.
    #[serde(flatten)]
    pub found: FoundDanger,
    /// Photographs.
    #[serde(default)]
    pub photos: Vec<PhotoGiven>,
}

/// What was found, where, when and by whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct FoundDanger {
    /// What it is.
    pub description: String,
    /// Where, in words.
    #[serde(default)]
    pub place: String,
    /// The point; that of the measure when left out.
    #[serde(default)]
    pub point: Option<RiskPointId>,
    /// The measure that failed.
    #[serde(default)]
    pub measure: Option<ControlMeasureId>,
    /// The abnormal result that found it.
    #[serde(default)]
    pub item: Option<InspectionItemId>,
    /// The floor, for one that is at no point.
    #[serde(default)]
    pub floor: Option<FloorId>,
    /// The place on that floor, mm.
    #[serde(default)]
    pub position: Option<Point>,
    /// How it was found.
    #[serde(default = "by_anybody")]
    pub source: InspectionKind,
    /// When; today when left out.
    #[serde(default)]
    pub found_on: Option<NaiveDate>,
    /// The time of day.
    #[serde(default)]
    pub found_at: Option<NaiveTime>,
    /// Who found it; nobody for anonymous.
    #[serde(default)]
    pub reporter: Option<PersonId>,
    /// Who found it, for somebody who is not of this project.
    #[serde(default)]
    pub reporter_name: String,
    /// The department; that of the point when left out.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// What it is about.
    #[serde(default)]
    pub topic: Option<Topic>,
    /// A note.
    #[serde(default)]
    pub note: String,
}

fn by_anybody() -> InspectionKind {
    InspectionKind::Anybody
}

impl ReportDanger {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let act = if self.draft { DangerAct::Draft } else { DangerAct::Report };
        check_photos(&self.photos)?;
        let (danger, step) = draft_of(context, self.found, act, &[])?;
        let code = &danger.code;
        let mut plan = Plan::new(if self.draft {
            Label::new(format!("存隐患草稿 {code}"), format!("Draft hidden danger {code}"))
        } else {
            Label::new(format!("上报隐患 {code}"), format!("Report hidden danger {code}"))
        });
        let photos = photo_rows(context, danger.id, Some(step.id), self.photos);
        plan.create(danger);
        plan.put(step);
        photos.into_iter().for_each(|photo| plan.put(photo));
        Ok(plan)
    }
}

/// A danger with its first step, as rows to write; `taken` are codes that dangers not yet written have. Whatever finds
/// dangers makes them here.
pub(crate) fn draft_of(
    context: &mut Context<'_>,
    found: FoundDanger,
    act: DangerAct,
    taken: &[String],
) -> Result<(HiddenDanger, DangerStep), Refusal> {
    let snapshot = context.snapshot;
    let found_on = found.found_on.unwrap_or(context.today);
    check_day(found_on, context.today)?;
    let mut point = found.point;
    if let Some(measure) = found.measure {
        let measure = find(&snapshot.measures, measure)?;
        point = point.or_else(|| snapshot.hazards.get(measure.hazard_id).map(|hazard| hazard.point_id));
    }
    let point = point.map(|point| find(&snapshot.points, point)).transpose()?;
    if let Some(floor) = found.floor {
        find(&snapshot.floors, floor)?;
    }
    if let Some(item) = found.item {
        find(&snapshot.inspection_items, item)?;
    }
    if let Some(department) = found.department {
        find(&snapshot.departments, department)?;
    }
    // Somebody who left since may have found it.
    let reporter = found.reporter.map(|person| find(&snapshot.people, person)).transpose()?;
    let danger = HiddenDanger {
        id: context.id(),
        code: danger_code(snapshot, found_on, taken),
        description: found.description,
        place: found.place,
        point_id: point.map(|own| own.id),
        measure_id: found.measure,
        item_id: found.item,
        floor_id: found.floor,
        position: found.position,
        source: found.source,
        found_on,
        found_at: found.found_at,
        reporter_id: reporter.map(|own| own.id),
        reporter: found.reporter_name,
        department_id: found.department.or_else(|| point.and_then(|own| own.department_id)),
        form: None,
        cause: None,
        topic: found.topic,
        accident: String::new(),
        grade: None,
        basis: String::new(),
        note: found.note,
    };
    let step = DangerStep {
        id: context.id(),
        danger_id: danger.id,
        act,
        by_id: danger.reporter_id,
        done_on: found_on,
        done_at: danger.found_at,
        note: String::new(),
        deadline: None,
        responsible_id: None,
        acceptor_id: None,
        approver_id: None,
        measures: String::new(),
        funds: None,
        contingency: String::new(),
        document_id: None,
        review_on: None,
        duplicate_id: None,
        ordinal: 1,
    };
    let lacking = lacking(&danger, &Standing::default(), &step, &[]);
    if lacking.is_empty() { Ok((danger, step)) } else { Err(DangerFault::Lacking(act, lacking).into()) }
}

/// Refuses days that are not there yet, or that only a wrong clock can give.
pub(crate) fn check_day(on: NaiveDate, today: NaiveDate) -> Result<(), DangerFault> {
    if on > today {
        return Err(DangerFault::InFuture { on, today });
    }
    if on.year() < 2000 { Err(DangerFault::TooOld(on)) } else { Ok(()) }
}

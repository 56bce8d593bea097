//! 上报隐患 out of an inspection: the danger and the first step of its life.
//! Relies on codes that are never given again.
//! Knows no other step.

use crate::command::{Context, Plan};
use chrono::{Datelike, NaiveDate, NaiveTime};
use domain::{
    ControlMeasureId, DangerAct, DangerPhoto, DangerStep, DangerStepId, DepartmentId, HiddenDanger,
    HiddenDangerId, InspectionItemId, InspectionKind, PersonId, PhotoMoment, RiskPointId, Snapshot, Topic,
};

/// What an inspection found.
pub(crate) struct Found {
    pub(crate) description: String,
    pub(crate) place: String,
    pub(crate) point: Option<RiskPointId>,
    pub(crate) measure: Option<ControlMeasureId>,
    pub(crate) item: InspectionItemId,
    pub(crate) source: InspectionKind,
    pub(crate) topic: Option<Topic>,
    pub(crate) found_on: NaiveDate,
    pub(crate) found_at: Option<NaiveTime>,
    pub(crate) reporter: Option<PersonId>,
    pub(crate) reporter_name: String,
    pub(crate) department: Option<DepartmentId>,
    /// The fingerprint of a photograph; blank for none.
    pub(crate) photo: String,
}

/// Writes a reported danger into a step. `before` says how many the step has already.
pub(crate) fn draft_of(context: &mut Context<'_>, plan: &mut Plan, found: Found, before: usize) {
    let id: HiddenDangerId = context.id();
    let step: DangerStepId = context.id();
    let code = danger_code(context.snapshot, found.found_on.year(), before);
    plan.create(HiddenDanger {
        id,
        code,
        description: found.description,
        place: found.place,
        point_id: found.point,
        measure_id: found.measure,
        item_id: Some(found.item),
        floor_id: None,
        position: None,
        source: found.source,
        found_on: found.found_on,
        found_at: found.found_at,
        reporter_id: found.reporter,
        reporter: found.reporter_name,
        department_id: found.department,
        form: None,
        cause: None,
        topic: found.topic,
        accident: String::new(),
        grade: None,
        basis: String::new(),
        note: String::new(),
    });
    plan.put(DangerStep {
        id: step,
        danger_id: id,
        act: DangerAct::Report,
        by_id: found.reporter,
        done_on: found.found_on,
        done_at: found.found_at,
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
    });
    if !found.photo.trim().is_empty() {
        let (asset, note) = (found.photo, String::new());
        let (danger_id, step_id) = (id, Some(step));
        plan.put(DangerPhoto {
            id: context.id(),
            danger_id,
            step_id,
            moment: PhotoMoment::Before,
            asset,
            note,
        });
    }
}

/// The next code of a year: `YH-2026-001`.
fn danger_code(snapshot: &Snapshot, year: i32, before: usize) -> String {
    let prefix = format!("YH-{year}-");
    let codes = snapshot.dangers.iter().map(|own| own.code.as_str());
    let retired = snapshot.retired_codes.iter().map(|own| own.code.as_str());
    let highest =
        codes.chain(retired).filter_map(|code| code.strip_prefix(&prefix)?.parse::<usize>().ok()).max();
    let number = highest.unwrap_or(0).saturating_add(before).saturating_add(1);
    format!("{prefix}{number:03}")
}

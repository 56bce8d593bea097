//! The case file of a danger: what it is, every step, photographs before and after, reports.
//! Relies on the standing of the danger.
//! Knows no rule of its own.

use super::lines::{DangerLine, line};
use super::{find_danger, name_of, words_of};
use crate::error::ApiError;
use crate::views::Words;
use chrono::{NaiveDate, NaiveTime};
use domain::{
    DangerAct, DangerPhotoId, DangerReportId, DangerStep, DangerStepId, DocumentId, HiddenDanger,
    HiddenDangerId, PersonId, PhotoMoment, ReportRecipient, Snapshot,
};
use rectification::{DangerState, standing, steps_of};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Everything about one danger.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DangerFile {
    /// What was worked out for it.
    pub line: DangerLine,
    /// The state in words.
    pub state_name: Words,
    /// The row.
    pub danger: HiddenDanger,
    /// What the measure that failed says; empty for none.
    pub measure: String,
    /// The deadline that an extension was asked for.
    pub asked: Option<NaiveDate>,
    /// Who accepts.
    pub acceptor: Option<PersonId>,
    /// The name.
    pub acceptor_name: String,
    /// The measures of the assignment.
    pub measures: String,
    /// What was set aside, yuan.
    pub funds: Option<i64>,
    /// What it cost, yuan.
    pub spent: Option<i64>,
    /// Emergency plan or interim measures.
    pub contingency: String,
    /// The rectification plan.
    pub document: Option<DocumentId>,
    /// Its name.
    pub document_name: String,
    /// When the suspension is looked at again.
    pub review_on: Option<NaiveDate>,
    /// When the rectification was submitted.
    pub submitted_on: Option<NaiveDate>,
    /// The danger that it duplicates.
    pub duplicate: Option<HiddenDangerId>,
    /// Its code.
    pub duplicate_code: String,
    /// Every step, the oldest first.
    pub steps: Vec<DangerStepView>,
    /// Photographs.
    pub photos: Vec<DangerPhotoView>,
    /// Reports of a major danger.
    pub reports: Vec<DangerReportView>,
}

/// A step as it was taken.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DangerStepView {
    /// Its row.
    pub id: DangerStepId,
    /// What was done.
    pub act: DangerAct,
    /// In words.
    pub act_name: Words,
    /// The state before; none for the first step and for one that does not count.
    pub from: Option<DangerState>,
    /// The state after; none for one that does not count, since the state before it did not allow it.
    pub to: Option<DangerState>,
    /// The state after in words.
    pub to_name: Words,
    /// Who did it; empty for anonymous.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// The time of day.
    pub at: Option<NaiveTime>,
    /// What was said.
    pub note: String,
    /// The deadline that it set or asked for.
    pub deadline: Option<NaiveDate>,
    /// Who was made responsible.
    pub responsible: String,
    /// Who was named to accept.
    pub acceptor: String,
    /// Who approved it.
    pub approver: String,
    /// The measures.
    pub measures: String,
    /// Set aside, or spent.
    pub funds: Option<i64>,
    /// Emergency plan or interim measures.
    pub contingency: String,
    /// The plan's name.
    pub document: String,
    /// When the suspension is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Code of the danger that it duplicates.
    pub duplicate: String,
}

/// A photograph of a danger; `picture` gives its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DangerPhotoView {
    /// Its row.
    pub id: DangerPhotoId,
    /// The step that it came with.
    pub step: Option<DangerStepId>,
    /// Before or after.
    pub moment: PhotoMoment,
    /// Its fingerprint.
    pub asset: String,
    /// What it shows.
    pub note: String,
}

/// A report of a major danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DangerReportView {
    /// Its row.
    pub id: DangerReportId,
    /// To the authority or to the congress.
    pub to: ReportRecipient,
    /// Who that is.
    pub recipient: String,
    /// When it was sent.
    pub sent_on: NaiveDate,
    /// What came back.
    pub receipt: String,
    /// When.
    pub received_on: Option<NaiveDate>,
}

pub(super) fn danger_file(
    snapshot: &Snapshot,
    id: HiddenDangerId,
    today: NaiveDate,
) -> Result<DangerFile, ApiError> {
    let danger = find_danger(snapshot, id)?;
    let own = standing(snapshot, id);
    let ways: BTreeMap<DangerStepId, (Option<DangerState>, DangerState)> =
        own.steps.iter().map(|step| (step.step, (step.from, step.to))).collect();
    let steps = steps_of(snapshot, id).into_iter().map(|step| step_view(snapshot, step, ways.get(&step.id)));
    let steps = steps.collect();
    let code = |id: Option<HiddenDangerId>| {
        snapshot.dangers.find(id).map_or_else(String::new, |own| own.code.clone())
    };
    let photos = snapshot.danger_photos.iter().filter(|photo| photo.danger_id == id);
    let reports = snapshot.danger_reports.iter().filter(|report| report.danger_id == id);
    Ok(DangerFile {
        line: line(snapshot, danger, &own, today),
        state_name: words_of(|language| own.state.name(language).to_owned()),
        measure: snapshot
            .measures
            .find(danger.measure_id)
            .map_or_else(String::new, |own| own.content.clone()),
        danger: danger.clone(),
        asked: own.asked,
        acceptor: own.acceptor,
        acceptor_name: name_of(snapshot, own.acceptor),
        measures: own.measures,
        funds: own.funds,
        spent: own.spent,
        contingency: own.contingency,
        document: own.document,
        document_name: document_name(snapshot, own.document),
        review_on: own.review_on,
        submitted_on: own.submitted_on,
        duplicate: own.duplicate,
        duplicate_code: code(own.duplicate),
        steps,
        photos: photos
            .map(|photo| DangerPhotoView {
                id: photo.id,
                step: photo.step_id,
                moment: photo.moment,
                asset: photo.asset.clone(),
                note: photo.note.clone(),
            })
            .collect(),
        reports: reports
            .map(|report| DangerReportView {
                id: report.id,
                to: report.addressee,
                recipient: report.recipient.clone(),
                sent_on: report.sent_on,
                receipt: report.receipt.clone(),
                received_on: report.received_on,
            })
            .collect(),
    })
}

fn document_name(snapshot: &Snapshot, document: Option<DocumentId>) -> String {
    snapshot.documents.find(document).map_or_else(String::new, |own| own.name.clone())
}

fn step_view(
    snapshot: &Snapshot,
    step: &DangerStep,
    way: Option<&(Option<DangerState>, DangerState)>,
) -> DangerStepView {
    let to = way.map(|(_, to)| *to);
    let duplicate = snapshot.dangers.find(step.duplicate_id);
    DangerStepView {
        id: step.id,
        act: step.act,
        act_name: words_of(|language| step.act.name(language).to_owned()),
        from: way.and_then(|(from, _)| *from),
        to,
        to_name: words_of(|language| to.map_or("", |to| to.name(language)).to_owned()),
        by: name_of(snapshot, step.by_id),
        on: step.done_on,
        at: step.done_at,
        note: step.note.clone(),
        deadline: step.deadline,
        responsible: name_of(snapshot, step.responsible_id),
        acceptor: name_of(snapshot, step.acceptor_id),
        approver: name_of(snapshot, step.approver_id),
        measures: step.measures.clone(),
        funds: step.funds,
        contingency: step.contingency.clone(),
        document: document_name(snapshot, step.document_id),
        review_on: step.review_on,
        duplicate: duplicate.map_or_else(String::new, |own| own.code.clone()),
    }
}

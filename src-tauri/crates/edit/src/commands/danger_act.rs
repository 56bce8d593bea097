//! 处置隐患: one step with a danger that is there, by somebody who may take it, with everything that it must say.
//! Relies on the table of `rectification` for both.
//! Knows no state by itself.

use crate::command::{Context, Plan};
use crate::commands::assign::check_here;
use crate::commands::danger_photo::{PhotoGiven, check_photos, photo_rows};
use crate::commands::find;
use crate::commands::report_danger::check_day;
use crate::danger_fault::DangerFault;
use crate::refusal::Refusal;
use chrono::{Days, NaiveDate, NaiveTime};
use domain::{
    ControlMeasureId, DangerAct, DangerCause, DangerForm, DangerStep, DepartmentId, DocumentId, HiddenDanger,
    HiddenDangerGrade, HiddenDangerId, PersonId, PhotoMoment, RiskPointId, Snapshot, Table, Topic,
};
use rectification::{
    DangerState, LONGEST_GENERAL_DAYS, Rule, Standing, approvers, lacking, may_at, principal, standing,
    steps_of,
};
use serde::{Deserialize, Serialize};
use store::Label;

/// Takes a step with a hidden danger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct ActOnDanger {
    /// The danger.
    pub danger: HiddenDangerId,
    /// The step.
    pub act: DangerAct,
    /// Who takes it; who naturally does when left out.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// The time of day.
    #[serde(default)]
    pub at: Option<NaiveTime>,
    /// The reason, what was done, the conclusion.
    #[serde(default)]
    pub note: String,
    /// The deadline.
    #[serde(default)]
    pub deadline: Option<NaiveDate>,
    /// Who rectifies.
    #[serde(default)]
    pub responsible: Option<PersonId>,
    /// Who accepts; who inspected or issued when left out.
    #[serde(default)]
    pub acceptor: Option<PersonId>,
    /// Who approved it in the leading group, for major ones.
    #[serde(default)]
    pub approver: Option<PersonId>,
    /// The measures.
    #[serde(default)]
    pub measures: String,
    /// Set aside, or spent, in yuan.
    #[serde(default)]
    pub funds: Option<i64>,
    /// Emergency plan or interim measures.
    #[serde(default)]
    pub contingency: String,
    /// The rectification plan.
    #[serde(default)]
    pub document: Option<DocumentId>,
    /// When a suspension is looked at again.
    #[serde(default)]
    pub review_on: Option<NaiveDate>,
    /// The danger that it duplicates.
    #[serde(default)]
    pub duplicate: Option<HiddenDangerId>,
    /// When confirming: the grade.
    #[serde(default)]
    pub grade: Option<HiddenDangerGrade>,
    /// When confirming: the form.
    #[serde(default)]
    pub form: Option<DangerForm>,
    /// When confirming: the cause.
    #[serde(default)]
    pub cause: Option<DangerCause>,
    /// When confirming: the topic.
    #[serde(default)]
    pub topic: Option<Topic>,
    /// When confirming: the possible accident.
    #[serde(default)]
    pub accident: Option<String>,
    /// When confirming: the basis.
    #[serde(default)]
    pub basis: Option<String>,
    /// When confirming: the point.
    #[serde(default)]
    pub point: Option<RiskPointId>,
    /// When confirming: the measure that failed.
    #[serde(default)]
    pub measure: Option<ControlMeasureId>,
    /// When confirming: the department.
    #[serde(default)]
    pub department: Option<DepartmentId>,
    /// Photographs.
    #[serde(default)]
    pub photos: Vec<PhotoGiven>,
}

impl ActOnDanger {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let own = find(&snapshot.dangers, self.danger)?;
        let standing = standing(snapshot, own.id);
        if self.act == DangerAct::Draft {
            return Err(DangerFault::NotADraft.into());
        }
        let danger = self.judged(own, snapshot)?;
        let by = may_at(snapshot, &danger, &standing, self.act, self.by).map_err(DangerFault::from)?;
        let on = self.on.unwrap_or(context.today);
        check_day(on, context.today)?;
        if on < danger.found_on {
            return Err(DangerFault::BeforeFinding { on, found_on: danger.found_on }.into());
        }
        if let Some(last) = standing.last_on.filter(|last| on < *last) {
            return Err(DangerFault::ClockBack { on, last }.into());
        }
        check_photos(&self.photos)?;
        let step = self.step(context, &standing, by, on);
        let shown = snapshot.danger_photos.iter().filter(|photo| photo.danger_id == danger.id);
        let mut moments: Vec<PhotoMoment> = self.photos.iter().map(|photo| photo.moment).collect();
        // What it looked like before was perhaps photographed when it was reported.
        moments.extend(shown.map(|photo| photo.moment).filter(|moment| *moment == PhotoMoment::Before));
        let lacking = lacking(&danger, &standing, &step, &moments);
        if !lacking.is_empty() {
            return Err(DangerFault::Lacking(self.act, lacking).into());
        }
        check_people(context, &danger, &step)?;
        check_dates(&danger, &standing, &step)?;
        check_duplicate(snapshot, &step)?;
        let (act, code) = (self.act, &danger.code);
        let mut plan = Plan::new(Label::new(
            format!("{} {code}", act.name(domain::Language::Chinese)),
            format!("{code}: {}", act.name(domain::Language::English)),
        ));
        let photos = photo_rows(context, danger.id, Some(step.id), self.photos);
        if danger != *own {
            plan.put(danger);
        }
        plan.create(step);
        photos.into_iter().for_each(|photo| plan.put(photo));
        Ok(plan)
    }

    /// The danger as this step judges it.
    fn judged(&self, own: &HiddenDanger, snapshot: &Snapshot) -> Result<HiddenDanger, Refusal> {
        let mut danger = own.clone();
        let given = [
            ("grade", self.grade.is_some()),
            ("form", self.form.is_some()),
            ("cause", self.cause.is_some()),
            ("topic", self.topic.is_some()),
            ("accident", self.accident.is_some()),
            ("basis", self.basis.is_some()),
            ("point", self.point.is_some()),
            ("measure", self.measure.is_some()),
            ("department", self.department.is_some()),
        ];
        if !matches!(self.act, DangerAct::Confirm | DangerAct::FixOnSpot) {
            // Afterwards a danger is what it was judged to be.
            let wrong = given.iter().find(|(_, given)| *given);
            return wrong.map_or(Ok(danger), |(field, _)| Err(DangerFault::NotNow(field).into()));
        }
        danger.grade = self.grade.or(danger.grade);
        if self.act == DangerAct::FixOnSpot {
            danger.grade = danger.grade.or(Some(HiddenDangerGrade::General));
        }
        danger.form = self.form.or(danger.form);
        danger.cause = self.cause.or(danger.cause);
        danger.topic = self.topic.or(danger.topic);
        if let Some(code) = &self.accident {
            if !code.is_empty() && domain::accident_type(code).is_none() {
                return Err(Refusal::NotInCatalogue { table: Table::HiddenDanger, code: code.clone() });
            }
            danger.accident.clone_from(code);
        }
        if let Some(basis) = &self.basis {
            danger.basis.clone_from(basis);
        }
        if let Some(measure) = self.measure {
            let measure = find(&snapshot.measures, measure)?;
            danger.measure_id = Some(measure.id);
            let of_measure = snapshot.hazards.get(measure.hazard_id).map(|hazard| hazard.point_id);
            danger.point_id = danger.point_id.or(of_measure);
        }
        if let Some(point) = self.point {
            danger.point_id = Some(find(&snapshot.points, point)?.id);
        }
        if let Some(department) = self.department {
            danger.department_id = Some(find(&snapshot.departments, department)?.id);
        }
        let of_point = snapshot.points.find(danger.point_id).and_then(|point| point.department_id);
        danger.department_id = danger.department_id.or(of_point);
        Ok(danger)
    }

    fn step(
        &self,
        context: &mut Context<'_>,
        standing: &Standing,
        by: Option<PersonId>,
        on: NaiveDate,
    ) -> DangerStep {
        let last = steps_of(context.snapshot, self.danger).iter().map(|step| step.ordinal).max();
        // Granting without another day grants what was asked for.
        let asked = standing.asked.filter(|_| self.act == DangerAct::GrantExtension);
        DangerStep {
            id: context.id(),
            danger_id: self.danger,
            act: self.act,
            by_id: by,
            done_on: on,
            done_at: self.at,
            note: self.note.clone(),
            deadline: self.deadline.or(asked),
            responsible_id: self.responsible,
            acceptor_id: self.acceptor,
            approver_id: self.approver,
            measures: self.measures.clone(),
            funds: self.funds,
            contingency: self.contingency.clone(),
            document_id: self.document,
            review_on: self.review_on,
            duplicate_id: self.duplicate,
            ordinal: last.unwrap_or(0).saturating_add(1),
        }
    }
}

fn check_people(context: &Context<'_>, danger: &HiddenDanger, step: &DangerStep) -> Result<(), Refusal> {
    let snapshot = context.snapshot;
    let named = [step.responsible_id, step.acceptor_id, step.approver_id];
    for person in named.into_iter().flatten() {
        check_here(context, person)?;
    }
    if let Some(document) = step.document_id {
        find(&snapshot.documents, document)?;
    }
    let name =
        |person: PersonId| snapshot.people.get(person).map_or_else(String::new, |own| own.name.clone());
    if let Some(approver) = step.approver_id.filter(|own| !approvers(snapshot).contains(own)) {
        return Err(DangerFault::NotApprover(name(approver)).into());
    }
    let major = danger.grade == Some(HiddenDangerGrade::Major);
    // The principal accepts what is major, so he cannot be the one who rectifies it.
    let acceptor = if major { principal(snapshot) } else { step.acceptor_id };
    match step.responsible_id.filter(|own| acceptor == Some(*own)) {
        Some(own) => Err(DangerFault::OwnWork(name(own)).into()),
        None => Ok(()),
    }
}

fn check_dates(danger: &HiddenDanger, standing: &Standing, step: &DangerStep) -> Result<(), DangerFault> {
    let on = step.done_on;
    if let Some(review_on) = step.review_on.filter(|review_on| *review_on < on) {
        return Err(DangerFault::ReviewOver { review_on, on });
    }
    let Some(deadline) = step.deadline else { return Ok(()) };
    let found_on = danger.found_on;
    if deadline < found_on {
        return Err(DangerFault::DeadlineBeforeFinding { deadline, found_on });
    }
    if deadline < on {
        return Err(DangerFault::DeadlineOver { deadline, on });
    }
    if matches!(step.act, DangerAct::AskExtension | DangerAct::GrantExtension)
        && let Some(old) = standing.deadline.filter(|old| deadline <= *old)
    {
        return Err(DangerFault::NotLater(old));
    }
    let latest = on.checked_add_days(Days::new(LONGEST_GENERAL_DAYS)).unwrap_or(NaiveDate::MAX);
    let general = danger.grade != Some(HiddenDangerGrade::Major);
    if step.act == DangerAct::Assign && general && deadline > latest {
        return Err(DangerFault::DeadlineTooFar(latest));
    }
    Ok(())
}

/// What is void stands for nothing that it could be a duplicate of.
fn check_duplicate(snapshot: &Snapshot, step: &DangerStep) -> Result<(), Refusal> {
    let Some(duplicate) = step.duplicate_id else { return Ok(()) };
    let other = find(&snapshot.dangers, duplicate)?;
    if standing(snapshot, duplicate).state == DangerState::Void {
        return Err(DangerFault::DuplicateOfVoid(other.code.clone()).into());
    }
    Ok(())
}

impl From<Rule> for Refusal {
    fn from(rule: Rule) -> Self {
        Self::Danger(DangerFault::Rule(rule))
    }
}

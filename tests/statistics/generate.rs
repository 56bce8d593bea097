//! Random projects full of inspections and dangers: every way of the state machine, some steps that it does not allow,
//! plans of several rhythms, inspections in time, late and not at all.
//! Relies on the rows alone: nothing here goes through a command, so that anything may stand in a file.

use chrono::{Days, NaiveDate};
use domain::{
    AnyRecord, CalendarRule, CheckResult, DangerAct, DangerStep, Executor, HiddenDanger, HiddenDangerGrade,
    Inspection, InspectionChannel, InspectionId, InspectionItem, InspectionKind, InspectionPlan, OnRestDay,
    PersonId, PlanPoint, RestDays, RiskPointId, Snapshot, Table, Uuid,
};
use fastrand::Rng;
use rectification::{DangerState, acts, after};
use testkit::generate;

/// Tables that the recalculation reads.
pub(crate) fn is_read(table: Table) -> bool {
    matches!(
        table,
        Table::Organisation
            | Table::RiskPoint
            | Table::Hazard
            | Table::ControlMeasure
            | Table::InspectionPlan
            | Table::PlanPoint
            | Table::Inspection
            | Table::InspectionItem
            | Table::HiddenDanger
            | Table::DangerStep
    )
}

struct Maker<'r> {
    random: &'r mut Rng,
    next: u128,
    today: NaiveDate,
    rows: Snapshot,
}

pub(crate) fn project(random: &mut Rng, today: NaiveDate) -> Vec<AnyRecord> {
    let mut rows = Snapshot::default();
    let points = random.usize(1..8);
    generate(points, 2).into_iter().for_each(|row| rows.put(row));
    if let Some(mut own) = rows.organisation().cloned() {
        own.staff_count = random.i64(0..40);
        rows.put(own.into());
    }
    let mut maker = Maker { random, next: 1 << 96, today, rows };
    for number in 0..maker.random.usize(0..5) {
        maker.plan(number);
    }
    for _ in 0..maker.random.usize(0..6) {
        let on = maker.day_before(0);
        let point = maker.point();
        maker.inspection(None, Some(point), None, on);
    }
    for number in 0..maker.random.usize(0..90) {
        maker.danger(number);
    }
    maker.rows.records().collect()
}

impl Maker<'_> {
    fn id<T: From<Uuid>>(&mut self) -> T {
        self.next += 1;
        Uuid::from_u128(self.next).into()
    }

    fn point(&mut self) -> RiskPointId {
        let all: Vec<RiskPointId> = self.rows.points.iter().map(|point| point.id).collect();
        *self.random.choice(&all).unwrap()
    }

    fn person(&mut self) -> Option<PersonId> {
        let all: Vec<PersonId> = self.rows.people.iter().map(|person| person.id).collect();
        self.random.choice(&all).copied()
    }

    /// A day up to 300 days back, and no later than so many days ago.
    fn day_before(&mut self, least: u64) -> NaiveDate {
        self.today - Days::new(self.random.u64(least..300))
    }

    fn plan(&mut self, number: usize) {
        let rule = match self.random.u8(0..5) {
            0 => CalendarRule::Daily,
            1 => CalendarRule::Weekly { days: vec![1, 4] },
            2 => CalendarRule::MonthDays { days: vec![5, 15, 24] },
            3 => CalendarRule::NthWeekday { nth: 2, day: 3 },
            _ => CalendarRule::Quarterly { month: 2, day: 10 },
        };
        let starts_on = self.day_before(30);
        let ends_on = self.random.bool().then(|| starts_on + Days::new(self.random.u64(0..200)));
        let issued_on = (self.random.u8(0..5) > 0).then_some(starts_on);
        let id = self.id();
        self.rows.put(AnyRecord::InspectionPlan(InspectionPlan {
            id,
            code: format!("PC-{number:03}"),
            name: format!("计划 {number}"),
            kind: InspectionKind::Daily,
            topic: None,
            scope: "全校".to_owned(),
            checklist_id: None,
            rule,
            rest_days: RestDays::None,
            on_rest: OnRestDay::Skip,
            grace_days: Some(self.random.i64(0..5)),
            executor: Executor::Responsible,
            person_id: None,
            tier_id: None,
            department_id: None,
            starts_on,
            ends_on,
            issued_on,
            campaign: false,
            replaces_id: None,
            note: String::new(),
            ordinal: 1,
        }));
        let all: Vec<RiskPointId> = self.rows.points.iter().map(|point| point.id).collect();
        for point_id in all {
            if self.random.bool() {
                let row = self.id();
                self.rows.put(AnyRecord::PlanPoint(PlanPoint { id: row, plan_id: id, point_id }));
            }
        }
        let plan = self.rows.inspection_plans.get(id).cloned().unwrap();
        let until = self.today + Days::new(40);
        for task in inspection::tasks_of(&self.rows.clone(), std::iter::once(&plan), starts_on, until) {
            // In time, late, or not at all.
            let done = task.due_on + Days::new(self.random.u64(0..7));
            if self.random.u8(0..4) > 0 && done <= self.today {
                self.inspection(Some(id), task.point, Some(task.due_on), done);
            }
        }
    }

    fn inspection(
        &mut self,
        plan_id: Option<domain::InspectionPlanId>,
        point_id: Option<RiskPointId>,
        due_on: Option<NaiveDate>,
        done_on: NaiveDate,
    ) {
        let id: InspectionId = self.id();
        self.rows.put(AnyRecord::Inspection(Inspection {
            id,
            plan_id,
            point_id,
            due_on,
            shift: None,
            done_on,
            done_at: None,
            inspector_id: None,
            inspector: "甲".to_owned(),
            channel: InspectionChannel::Paper,
            source: String::new(),
            note: String::new(),
        }));
        for ordinal in 0..self.random.i64(1..4) {
            let result = match self.random.u8(0..10) {
                0 => CheckResult::NotApplicable,
                1 | 2 => CheckResult::Abnormal,
                _ => CheckResult::Normal,
            };
            let row = self.id();
            self.rows.put(AnyRecord::InspectionItem(InspectionItem {
                id: row,
                inspection_id: id,
                check_item_id: None,
                checklist_item_id: None,
                content: "检查内容".to_owned(),
                result,
                value: String::new(),
                note: String::new(),
                photo: String::new(),
                ordinal,
            }));
        }
    }

    fn danger(&mut self, number: usize) {
        let id = self.id();
        let found_on = self.day_before(0);
        let measures: Vec<_> = self.rows.measures.iter().map(|own| own.id).take(4).collect();
        let measure_id = self.random.choice(&measures).copied().filter(|_| self.random.u8(0..3) > 0);
        let point_id = Some(self.point()).filter(|_| self.random.u8(0..3) > 0);
        let (reporter_id, reporter) = match self.random.u8(0..3) {
            0 => (self.person(), String::new()),
            1 => (None, ["张三", "李四", "王五 "][self.random.usize(0..3)].to_owned()),
            _ => (None, String::new()),
        };
        let grade = [None, Some(HiddenDangerGrade::General), Some(HiddenDangerGrade::Major)];
        let grade = grade[self.random.usize(0..3)];
        self.rows.put(AnyRecord::HiddenDanger(HiddenDanger {
            id,
            code: format!("YH-2026-{number:03}"),
            description: "隐患".to_owned(),
            place: "某处".to_owned(),
            point_id,
            measure_id,
            item_id: None,
            floor_id: None,
            position: None,
            source: InspectionKind::Daily,
            found_on,
            found_at: None,
            reporter_id,
            reporter,
            department_id: None,
            form: None,
            cause: None,
            topic: None,
            accident: String::new(),
            grade,
            basis: String::new(),
            note: String::new(),
        }));
        let (mut state, mut on) = (None, found_on);
        for ordinal in 1..=self.random.i64(1..14) {
            let mut act = self.likely(state);
            // Two copies of a project may both have acted: then a step is not allowed where it stands.
            if self.random.u8(0..12) == 0 {
                act = *self.random.choice(DangerAct::ALL).unwrap();
            }
            self.step(id, act, on, ordinal);
            state = after(state, act).or(state);
            on = on + Days::new(self.random.u64(0..9));
            if on > self.today {
                break;
            }
        }
    }

    /// What is done next: mostly what leads to an acceptance, refused or not; everything else now and then.
    fn likely(&mut self, state: Option<DangerState>) -> DangerAct {
        let ahead = [
            DangerAct::Report,
            DangerAct::Confirm,
            DangerAct::Assign,
            DangerAct::Submit,
            DangerAct::Accept,
            DangerAct::Reject,
        ];
        let mut likely = acts(state);
        if self.random.u8(0..4) > 0 {
            likely.retain(|act| ahead.contains(act));
        }
        if likely.is_empty() {
            likely = acts(state);
        }
        self.random.choice(likely).unwrap_or(DangerAct::Report)
    }

    fn step(&mut self, danger_id: domain::HiddenDangerId, act: DangerAct, done_on: NaiveDate, ordinal: i64) {
        let sets = match act {
            DangerAct::Assign | DangerAct::AskExtension => true,
            DangerAct::GrantExtension | DangerAct::Reject | DangerAct::Reopen | DangerAct::Resume => {
                self.random.bool()
            }
            _ => false,
        };
        let deadline = sets.then(|| match self.random.u8(0..3) {
            // The border between what is overdue and what is not.
            0 => self.today + Days::new(self.random.u64(0..3)) - Days::new(1),
            _ => done_on + Days::new(self.random.u64(0..20)),
        });
        let responsible_id = if act == DangerAct::Assign { self.person() } else { None };
        let id = self.id();
        self.rows.put(AnyRecord::DangerStep(DangerStep {
            id,
            danger_id,
            act,
            by_id: None,
            done_on,
            done_at: None,
            note: "说明".to_owned(),
            deadline,
            responsible_id,
            acceptor_id: None,
            approver_id: None,
            measures: "措施".to_owned(),
            funds: None,
            contingency: String::new(),
            document_id: None,
            review_on: None,
            duplicate_id: None,
            ordinal,
        }));
    }
}

//! The figures of inspection and rectification over a hundred thousand records.
//! Relies on the layers below the window.
//! Never shipped.

use crate::{measure, report};
use chrono::{Days, NaiveDate};
use domain::{
    AnyRecord, CalendarRule, CheckResult, DangerAct, DangerStep, Executor, HiddenDanger, HiddenDangerGrade,
    Inspection, InspectionChannel, InspectionItem, InspectionKind, InspectionPlan, OnRestDay, Organisation,
    PlanPoint, RestDays, Snapshot, Uuid,
};
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use testkit::generate;

/// Records of inspections and dangers, all told.
const RECORDS: usize = 100_000;
const DANGERS: u128 = 5_000;
const STEPS: [DangerAct; 5] =
    [DangerAct::Report, DangerAct::Confirm, DangerAct::Assign, DangerAct::Submit, DangerAct::Accept];

pub(crate) fn run(_folder: &Path) -> anyhow::Result<()> {
    println!("\nstatistics");
    let mut snapshot = Snapshot::default();
    generate(200, 20).into_iter().for_each(|row| snapshot.put(row));
    let from = NaiveDate::default() + Days::new(20_000);
    let to = from + Days::new(364);
    fill(&mut snapshot, from);
    let records = snapshot.inspections.len()
        + snapshot.inspection_items.len()
        + snapshot.dangers.len()
        + snapshot.danger_steps.len();
    let figures = measure(7, || {
        let found = statistics::statistics(&snapshot, from, to, to);
        let missing: Vec<_> = found.indicators.iter().filter(|own| own.value.is_none()).collect();
        anyhow::ensure!(missing.is_empty(), "figures are missing: {missing:?}");
        black_box(found);
        Ok(())
    })?;
    report("figures of a year", records, &figures, Some(Duration::from_millis(200)));
    let figures = measure(3, || {
        black_box(statistics::trend(&snapshot, to, 12, to));
        Ok(())
    })?;
    report("the same month by month", records, &figures, None);
    Ok(())
}

/// A year of weekly inspections at every point, and dangers with all their steps.
fn fill(snapshot: &mut Snapshot, from: NaiveDate) {
    let mut next = 1_u128 << 96;
    let mut id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    if let Some(own) = snapshot.organisation().cloned() {
        snapshot.put(AnyRecord::Organisation(Organisation { staff_count: 1_200, ..own }));
    }
    let points: Vec<_> = snapshot.points.iter().map(|point| point.id).collect();
    let measures: Vec<_> = snapshot.measures.iter().map(|measure| measure.id).collect();
    let plan = id().into();
    snapshot.put(AnyRecord::InspectionPlan(InspectionPlan {
        id: plan,
        code: "PC-001".to_owned(),
        name: "周检".to_owned(),
        kind: InspectionKind::Daily,
        topic: None,
        scope: String::new(),
        checklist_id: None,
        rule: CalendarRule::Weekly { days: vec![1] },
        rest_days: RestDays::None,
        on_rest: OnRestDay::Skip,
        grace_days: None,
        executor: Executor::Responsible,
        person_id: None,
        tier_id: None,
        department_id: None,
        starts_on: from,
        ends_on: None,
        issued_on: Some(from),
        campaign: false,
        replaces_id: None,
        note: String::new(),
        ordinal: 1,
    }));
    for point_id in &points {
        snapshot.put(AnyRecord::PlanPoint(PlanPoint { id: id().into(), plan_id: plan, point_id: *point_id }));
    }
    for number in 0..DANGERS {
        let index = usize::try_from(number).unwrap_or_default();
        let found_on = from + Days::new(index as u64 % 330);
        let danger = id().into();
        snapshot.put(AnyRecord::HiddenDanger(HiddenDanger {
            id: danger,
            code: format!("YH-{number:05}"),
            description: "防护罩缺失".to_owned(),
            place: "实训室".to_owned(),
            point_id: points.get(index % points.len()).copied(),
            measure_id: measures.get(index % measures.len()).copied(),
            item_id: None,
            floor_id: None,
            position: None,
            source: InspectionKind::Daily,
            found_on,
            found_at: None,
            reporter_id: None,
            reporter: format!("人员 {}", number % 300),
            department_id: None,
            form: None,
            cause: None,
            topic: None,
            accident: "08".to_owned(),
            grade: Some(if number % 50 == 0 { HiddenDangerGrade::Major } else { HiddenDangerGrade::General }),
            basis: String::new(),
            note: String::new(),
        }));
        // Some are still open.
        let taken = if number % 4 == 0 { 3 } else { STEPS.len() };
        for (ordinal, act) in (1..).zip(STEPS.into_iter().take(taken)) {
            let done_on = found_on + Days::new(ordinal);
            snapshot.put(AnyRecord::DangerStep(DangerStep {
                id: id().into(),
                danger_id: danger,
                act,
                by_id: None,
                done_on,
                done_at: None,
                note: String::new(),
                deadline: (act == DangerAct::Assign).then(|| done_on + Days::new(number as u64 % 9)),
                responsible_id: None,
                acceptor_id: None,
                approver_id: None,
                measures: String::new(),
                funds: None,
                contingency: String::new(),
                document_id: None,
                review_on: None,
                duplicate_id: None,
                ordinal: i64::try_from(ordinal).unwrap_or_default(),
            }));
        }
    }
    let mut left = RECORDS.saturating_sub(snapshot.dangers.len() + snapshot.danger_steps.len());
    for week in 0_u64.. {
        for point in &points {
            if left < 7 {
                return;
            }
            left -= 7;
            let inspection = id().into();
            snapshot.put(AnyRecord::Inspection(Inspection {
                id: inspection,
                plan_id: Some(plan),
                point_id: Some(*point),
                due_on: None,
                shift: None,
                done_on: from + Days::new(week * 7 % 364),
                done_at: None,
                inspector_id: None,
                inspector: "甲".to_owned(),
                channel: InspectionChannel::Paper,
                source: String::new(),
                note: String::new(),
            }));
            for ordinal in 0..6 {
                snapshot.put(AnyRecord::InspectionItem(InspectionItem {
                    id: id().into(),
                    inspection_id: inspection,
                    check_item_id: None,
                    checklist_item_id: None,
                    content: "防护罩完好".to_owned(),
                    result: if ordinal == 5 { CheckResult::Abnormal } else { CheckResult::Normal },
                    value: String::new(),
                    note: String::new(),
                    photo: String::new(),
                    ordinal,
                }));
            }
        }
    }
}

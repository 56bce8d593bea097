//! `plan-year`: every inspection task of a year for 1,000 points, with a year of results.
//! Relies on a generated project and the plans that the frequency matrix asks for.
//! Never part of a test run.

use crate::{measure, report};
use chrono::{Days, NaiveDate};
use domain::{
    Inspection, InspectionChannel, InspectionPlanId, PlanPoint, RiskBasis, RiskPointId, Snapshot,
    SpecialDayKind, SpecialDays, Term, Uuid,
};
use edit::{Command, Context, GeneratePlans};
use evaluation::risk_picture;
use inspection::{coverage, proposals, tasks};
use std::time::Duration;
use store::Write;

const POINTS: usize = 1_000;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// A project with plans for all points at all tiers, terms and holidays, and a result for every second daily task.
fn project() -> anyhow::Result<Snapshot> {
    let mut snapshot = Snapshot::default();
    testkit::generate(POINTS, 20).into_iter().for_each(|row| snapshot.put(row));
    let mut next = 0x0195_u128 << 112;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    for (starts_on, ends_on) in [(day(2026, 3, 2), day(2026, 7, 10)), (day(2026, 8, 31), day(2027, 1, 15))] {
        let name = "学期".to_owned();
        snapshot.terms.put(Term { id: new_id().into(), name, starts_on, ends_on });
    }
    for (month, first, last) in [(1, 1, 3), (2, 15, 23), (4, 4, 6), (5, 1, 5), (6, 19, 21), (10, 1, 7)] {
        let (starts_on, ends_on) = (day(2026, month, first), day(2026, month, last));
        let (name, kind) = ("节假日".to_owned(), SpecialDayKind::Holiday);
        snapshot.special_days.put(SpecialDays { id: new_id().into(), name, kind, starts_on, ends_on });
    }
    let begin = day(2026, 1, 1);
    let command =
        GeneratePlans { plans: None, starts_on: Some(begin), ends_on: None, issued_on: Some(begin) };
    let mut context = Context { snapshot: &snapshot, new_id: &mut new_id, today: begin };
    let plan = edit::plan(Command::GeneratePlans(command), &mut context)
        .map_err(|error| anyhow::anyhow!("plans were refused: {error}"))?;
    for write in plan.writes {
        if let Write::Put(record) = write {
            snapshot.put(record);
        }
    }
    let covered: Vec<(InspectionPlanId, RiskPointId)> =
        snapshot.plan_points.iter().map(|own: &PlanPoint| (own.plan_id, own.point_id)).collect();
    for (index, (plan_id, point_id)) in covered.into_iter().enumerate() {
        let Some(done_on) = begin.checked_add_days(Days::new(index as u64 % 365)) else { continue };
        snapshot.inspections.put(Inspection {
            id: new_id().into(),
            plan_id: Some(plan_id),
            point_id: Some(point_id),
            due_on: None,
            shift: None,
            done_on,
            done_at: None,
            inspector_id: None,
            inspector: "检查员".to_owned(),
            channel: InspectionChannel::Desk,
            source: String::new(),
            note: String::new(),
        });
    }
    Ok(snapshot)
}

/// The promised figure, with what the window asks for besides.
pub(crate) fn run() -> anyhow::Result<()> {
    let snapshot = project()?;
    let (from, to) = (day(2026, 1, 1), day(2026, 12, 31));
    let mut found = 0;
    let year = measure(9, || {
        found = tasks(&snapshot, from, to).len();
        Ok(())
    })?;
    report("a year of inspection tasks, points", POINTS, &year, Some(Duration::from_millis(500)));
    println!(
        "  {} plans, {} results, {found} tasks",
        snapshot.inspection_plans.len(),
        snapshot.inspections.len()
    );
    let picture = risk_picture(&snapshot, RiskBasis::Existing);
    let figures = measure(9, || {
        std::hint::black_box(coverage(&snapshot, &picture, to));
        Ok(())
    })?;
    report("what is covered, points", POINTS, &figures, None);
    let mut bare = snapshot.clone();
    bare.inspection_plans = Default::default();
    bare.plan_points = Default::default();
    let figures = measure(9, || {
        std::hint::black_box(proposals(&bare, &picture, to));
        Ok(())
    })?;
    report("plans that the matrix asks for, points", POINTS, &figures, None);
    Ok(())
}

//! Opening, evaluating, editing and publishing generated projects of 100, 1,000 and 10,000 points with 2,000 zones.
//! Relies on the layers below the window.
//! Never shipped.

use crate::{measure, report};
use api::{Session, Workspace};
use domain::RiskBasis;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use testkit::{FixedWorld, generate};

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    for size in [100, 1_000, 10_000] {
        project(folder, size)?;
    }
    Ok(())
}

fn project(folder: &Path, size: usize) -> anyhow::Result<()> {
    let large = size == 10_000;
    let target = |ms: u64| large.then(|| Duration::from_millis(ms));
    let workspace = Workspace::at(folder.join("data"));
    let path = folder.join(format!("{size}.sise"));
    let rows = generate(size, 2_000);
    let world = Arc::new(FixedWorld::new(99));
    let start = Instant::now();
    let session = Session::create(&workspace, &path, rows, &[], world.clone(), "测量".to_owned())?;
    println!(
        "\n{size} points: made in {:.0} ms, file {:.1} MB",
        start.elapsed().as_secs_f64() * 1e3,
        std::fs::metadata(&path)?.len() as f64 / 1e6
    );
    session.close().map_err(|back| back.1)?;

    let open = || Session::open(&workspace, &path, world.clone(), "测量".to_owned());
    let figures = measure(7, || {
        let session = open()?;
        black_box(serde_json::to_string(&session.view()?)?);
        session.close().map_err(|back| back.1)?;
        Ok(())
    })?;
    report("open to a snapshot in the window's hands", size, &figures, target(300));
    let session = open()?;
    println!(
        "  the window's snapshot is {:.2} MB of JSON",
        serde_json::to_string(&session.view()?)?.len() as f64 / 1e6
    );
    let figures = measure(21, || {
        black_box(evaluation::risk_picture(session.snapshot(), RiskBasis::Existing));
        Ok(())
    })?;
    report("recompute the whole risk picture", size, &figures, target(16));
    let figures = measure(11, || {
        black_box(health::check(session.snapshot(), session.picture(), session.today()));
        Ok(())
    })?;
    report("health check", size, &figures, target(200));

    let reviewed = submitted(session.snapshot());
    let figures = measure(11, || {
        black_box(health::check(&reviewed, session.picture(), session.today()));
        Ok(())
    })?;
    report("health check of a reviewed project", size, &figures, target(200));

    let findings = health::check(session.snapshot(), session.picture(), session.today());
    let figures = measure(11, || {
        black_box(overview::overview(session.snapshot(), session.picture(), &findings));
        Ok(())
    })?;
    report("overview", size, &figures, target(50));

    let mut session = session;
    let accident = session.snapshot().accidents.iter().nth(size / 2).map(|own| own.id);
    let assessor = session.snapshot().people.iter().next().map(|own| own.id);
    if let (Some(accident), Some(assessor)) = (accident, assessor) {
        let values = ["3,6,15", "1,6,15", "3,3,40"];
        let mut turn = 0;
        let figures = measure(21, || {
            turn += 1;
            let factors = values[turn % values.len()].parse().map_err(|_| anyhow::anyhow!("values"))?;
            let score = edit::Score { accident, assessor, basis: RiskBasis::Existing, factors, preset: None };
            black_box(serde_json::to_string(&session.execute(edit::Command::Score(score))?)?);
            Ok(())
        })?;
        report("an edit acknowledged as durable", size, &figures, target(25));
    }
    let figures = measure(5, || {
        session
            .execute(testkit::rename_organisation(session.snapshot(), &format!("{:?}", Instant::now())))?;
        session.save()?;
        Ok(())
    })?;
    report("an edit and publishing it", size, &figures, target(175));
    let figures = measure(3, || {
        black_box(session.bundle()?);
        Ok(())
    })?;
    report("the bundle", size, &figures, None);
    session.close().map_err(|back| back.1)?;
    Ok(())
}

/// The project with its control list submitted and one point edited since.
fn submitted(snapshot: &domain::Snapshot) -> domain::Snapshot {
    let world = testkit::FixedWorld::new(77);
    let mut rows = snapshot.clone();
    let review = edit::ReviewOf {
        subject: domain::ReviewSubject::Control,
        round: None,
        act: domain::ReviewAct::Submit,
        by: None,
        note: String::new(),
    };
    let mut new_id = || api::World::new_id(&world);
    let today = api::World::today(&world);
    let mut context = edit::Context { snapshot, new_id: &mut new_id, today };
    if let Ok(plan) = edit::plan(edit::Command::Review(review), &mut context) {
        for write in plan.writes {
            match write {
                store::Write::Put(record) => rows.put(record),
                store::Write::Remove(row) => rows.remove(row),
            }
        }
    }
    if let Some(mut point) = snapshot.points.iter().next().cloned() {
        point.note.push('改');
        rows.points.put(point);
    }
    rows
}

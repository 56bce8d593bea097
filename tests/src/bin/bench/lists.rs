//! Taking lists in: reading, comparing and writing a sheet of 5,000 rows; a list of 10,000 points out.
//! Relies on the layers below the window.
//! Never shipped.

use crate::{measure, report};
use api::{ListArgs, ListKind, ListMapping, ListOutArgs, NewProject, OrganisationKind, Session, Workspace};
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use testkit::FixedWorld;

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    println!();
    for rows in [500, 5_000] {
        let target = |ms: u64| (rows == 5_000).then(|| Duration::from_millis(ms));
        let list = folder.join(format!("{rows}.xlsx"));
        std::fs::write(&list, sise_tests::lists::list_workbook(rows)?)?;
        let args = ListArgs { path: list.display().to_string(), mapping: ListMapping::default() };
        let workspace = Workspace::at(folder.join("lists"));
        let mut turn = 0;
        let mut fresh = || -> anyhow::Result<Session> {
            turn += 1;
            let world = Arc::new(FixedWorld::new(99));
            let new = NewProject { name: "测量".to_owned(), kind: OrganisationKind::School };
            let blank = api::blank_project(&new, world.as_ref());
            let path = folder.join(format!("list-{rows}-{turn}.sise"));
            Ok(Session::create(&workspace, &path, blank, &[], world, "测量".to_owned())?)
        };
        let session = fresh()?;
        let figures = measure(5, || {
            black_box(api::preview(&args, session.snapshot(), session.picture())?);
            Ok(())
        })?;
        report("a list read and compared", rows, &figures, None);
        session.close().map_err(|back| back.1)?;
        let figures = measure(5, || {
            let mut session = fresh()?;
            let proposal = api::preview(&args, session.snapshot(), session.picture())?;
            let command = proposal.command.ok_or_else(|| anyhow::anyhow!("nothing to take"))?;
            session.execute(edit::Command::TakeList(command))?;
            session.close().map_err(|back| back.1)?;
            Ok(())
        })?;
        report("a list taken in and published", rows, &figures, target(2_000));
    }
    let snapshot = {
        let mut snapshot = domain::Snapshot::default();
        testkit::generate(10_000, 2_000).into_iter().for_each(|row| snapshot.put(row));
        snapshot
    };
    let picture = evaluation::risk_picture(&snapshot, domain::RiskBasis::Existing);
    let args = out(ListKind::Control);
    let figures = measure(3, || {
        black_box(api::list_bytes(
            &snapshot,
            &picture,
            &args,
            api::World::today(&FixedWorld::new(1)),
            Path::new("x.xlsx"),
        )?);
        Ok(())
    })?;
    report("the control list as xlsx", 10_000, &figures, None);
    Ok(())
}

/// A whole list.
fn out(kind: ListKind) -> ListOutArgs {
    ListOutArgs { kind, tier: None, filter: api::ListFilter::default(), template: None }
}

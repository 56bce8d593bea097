//! A user at work, to be killed: opens, edits, publishes, merges without end, and says each edit aloud once it is
//! acknowledged: `e N` for the number in the organisation's name, `m N` for a number merged in from a colleague.
//! Relies on the parent to kill it.
//! Never shipped.
#![allow(clippy::print_stdout)] // the parent listens

use api::{MergeArgs, Prefer, Session, SystemWorld, Workspace};
use domain::{Cell, RowId, Snapshot, Table};
use edit::{Command, SetField};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, path, frozen] = arguments.as_slice() else { anyhow::bail!("editor DATA FILE FROZEN") };
    let workspace = Workspace::at(data);
    let path = Path::new(path);
    let world = Arc::new(SystemWorld);
    if !path.exists() {
        // A project of an old format: opening it migrates it.
        let beside = path.with_extension("new");
        std::fs::copy(frozen, &beside)?;
        std::fs::rename(&beside, path)?;
    }
    let open = || Session::open(&workspace, path, world.clone(), "测试".to_owned());
    let mut session = open()?;
    let mut count = sise_tests::kill::edited(session.snapshot());
    let mut out = std::io::stdout();
    loop {
        count += 1;
        session.execute(testkit::rename_organisation(session.snapshot(), &count.to_string()))?;
        writeln!(out, "e {count}")?;
        out.flush()?;
        // Now and then a whole point comes and goes, so that rows of several tables are in flight.
        if count.is_multiple_of(5) {
            session.execute(testkit::place_somewhere(session.snapshot(), count))?;
            // Taking back what was not said aloud: a kill in between loses nothing that was.
            session.undo()?;
            session.redo()?;
            session.undo()?;
        }
        if count.is_multiple_of(3) {
            session.save()?;
        }
        if count.is_multiple_of(7) {
            let colleague = Path::new(data).join("colleague.sise");
            session.store_mut().copy_to(&colleague)?;
            note(&Workspace::at(Path::new(data).join("colleague")), &colleague, count)?;
            let paths = vec![colleague.display().to_string()];
            let args =
                MergeArgs { paths, prefer: Some(Prefer::Theirs), chosen: Vec::new(), same: Vec::new() };
            session.merge(&args)?;
            writeln!(out, "m {count}")?;
            out.flush()?;
        }
        if count.is_multiple_of(11) {
            session.close().map_err(|back| back.1)?;
            session = open()?;
        }
    }
}

/// What a colleague does: writes the number into the note of the first point.
fn note(workspace: &Workspace, path: &Path, number: u64) -> anyhow::Result<()> {
    let mut session = Session::open(workspace, path, Arc::new(SystemWorld), "同事".to_owned())?;
    let row = first_point(session.snapshot())?;
    let (column, value) = ("note".to_owned(), Cell::text(number.to_string()));
    session.execute(Command::SetField(SetField { row, column, value }))?;
    session.close().map_err(|back| back.1)?;
    Ok(())
}

fn first_point(snapshot: &Snapshot) -> anyhow::Result<RowId> {
    let point = snapshot.points.iter().next().ok_or_else(|| anyhow::anyhow!("no point"))?;
    Ok(RowId { table: Table::RiskPoint, id: point.id.into() })
}

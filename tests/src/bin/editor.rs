//! A user at work, to be killed: edits and publishes without end and says each edit aloud once it is acknowledged.
//! Relies on the parent to kill it.
//! Never shipped.
#![allow(clippy::print_stdout)] // the parent listens

use api::{OrganisationKind, Session, SystemWorld, Workspace};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (data, path) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    let workspace = Workspace::at(data);
    let path = Path::new(&path);
    let world = Arc::new(SystemWorld);
    let mut session = if path.exists() {
        Session::open(&workspace, path, world, "测试".to_owned())?
    } else {
        let new = api::NewProject { name: "0".to_owned(), kind: OrganisationKind::School };
        let rows = api::blank_project(&new, &SystemWorld);
        Session::create(&workspace, path, rows, &[], world, "测试".to_owned())?
    };
    let mut count: u64 = session.snapshot().organisation().and_then(|own| own.name.parse().ok()).unwrap_or(0);
    let mut out = std::io::stdout();
    loop {
        count += 1;
        session.execute(testkit::rename_organisation(session.snapshot(), &count.to_string()))?;
        writeln!(out, "{count}")?;
        out.flush()?;
        // Now and then a whole point comes and goes, so that rows of several tables are in flight.
        if count.is_multiple_of(5) {
            session.execute(testkit::place_somewhere(session.snapshot(), count))?;
            // Taking back what was not said aloud: a kill in between loses nothing that was.
            session.undo()?;
            session.redo()?;
        }
        if count.is_multiple_of(3) {
            session.save()?;
        }
    }
}

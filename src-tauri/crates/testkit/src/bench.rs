//! A project to try things on, in a folder of its own, with the sweep after every step.
//! Relies on a session as a front end has one.
//! Knows no suite.

use crate::mirror::Mirror;
use crate::world::FixedWorld;
use api::{ApiError, Changed, NewProject, OrganisationKind, Session, Workspace};
use domain::{AnyRecord, Snapshot};
use edit::Command;
use evaluation::risk_picture;
use std::path::PathBuf;
use std::sync::Arc;

/// A project under test.
pub struct Bench {
    /// The folder of the project and of its working copies; removed at the end.
    pub folder: tempfile::TempDir,
    /// Its world.
    pub world: Arc<FixedWorld>,
    session: Option<Session>,
    mirror: Mirror,
}

impl Bench {
    /// An empty school.
    pub fn blank() -> Self {
        let world = Arc::new(FixedWorld::new(1));
        let new = NewProject { name: "试验学校".to_owned(), kind: OrganisationKind::School };
        Self::of(api::blank_project(&new, world.as_ref()), world)
    }

    /// The sample project.
    pub fn sample() -> Self {
        Self::of(api::sample_project().unwrap().records, Arc::new(FixedWorld::new(1)))
    }

    /// A project of these rows.
    pub fn of(records: Vec<AnyRecord>, world: Arc<FixedWorld>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::create(
            &Workspace::at(folder.path().join("data")),
            &folder.path().join("项目.sise"),
            records,
            &[],
            world.clone(),
            "测试".to_owned(),
        )
        .unwrap();
        let mirror = Mirror::new(&session.view().unwrap());
        Self { folder, world, session: Some(session), mirror }
    }

    /// Where the project lies.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("项目.sise")
    }

    /// The session.
    pub fn session(&self) -> &Session {
        self.session.as_ref().unwrap()
    }

    /// The session, for what a front end does besides commands.
    pub fn session_mut(&mut self) -> &mut Session {
        self.session.as_mut().unwrap()
    }

    /// The rows.
    pub fn snapshot(&self) -> &Snapshot {
        self.session().snapshot()
    }

    /// Carries a command out; then everything that must hold is swept, and the step is undone and redone on the way.
    pub fn execute(&mut self, command: Command) -> Result<Changed, ApiError> {
        let before = self.snapshot().clone();
        let name = format!("{command:?}");
        let result = self.session_mut().execute(command);
        match &result {
            Ok(changed) => {
                self.mirror.apply(changed);
                self.sweep(&name);
                let after = self.snapshot().clone();
                if after != before {
                    self.undo_and_redo(&before, &after, &name);
                }
            }
            Err(_) => {
                assert_eq!(*self.snapshot(), before, "a refused command changed rows: {name}");
                self.sweep(&name);
            }
        }
        result
    }

    fn undo_and_redo(&mut self, before: &Snapshot, after: &Snapshot, name: &str) {
        let undone = self.session_mut().undo().unwrap();
        self.mirror.apply(&undone);
        assert_eq!(self.snapshot(), before, "undo of {name}");
        self.sweep(&format!("undo of {name}"));
        let redone = self.session_mut().redo().unwrap();
        self.mirror.apply(&redone);
        assert_eq!(self.snapshot(), after, "redo of {name}");
        self.sweep(&format!("redo of {name}"));
    }

    /// Takes the latest edit back, with the sweep.
    pub fn undo(&mut self) -> Changed {
        let changed = self.session_mut().undo().unwrap();
        self.mirror.apply(&changed);
        self.sweep("undo");
        changed
    }

    /// Repeats what was taken back, with the sweep.
    pub fn redo(&mut self) -> Changed {
        let changed = self.session_mut().redo().unwrap();
        self.mirror.apply(&changed);
        self.sweep("redo");
        changed
    }

    /// Closes the project and opens it again.
    pub fn reopen(&mut self) {
        let before = self.snapshot().clone();
        self.session.take().unwrap().close().map_err(|back| back.1).unwrap();
        self.open();
        assert_eq!(*self.snapshot(), before, "closing and opening changed rows");
    }

    /// Leaves the project as a crash would and opens it again.
    pub fn crash(&mut self) {
        let before = self.snapshot().clone();
        drop(self.session.take());
        self.open();
        assert_eq!(*self.snapshot(), before, "a crash lost rows");
    }

    fn open(&mut self) {
        let workspace = Workspace::at(self.folder.path().join("data"));
        let session = Session::open(&workspace, &self.path(), self.world.clone(), "测试".to_owned()).unwrap();
        self.mirror = Mirror::new(&session.view().unwrap());
        self.session = Some(session);
        self.sweep("opening");
    }

    /// Panics where something that must always hold does not.
    pub fn sweep(&self, after: &str) {
        let session = self.session();
        let snapshot = session.snapshot();
        assert_eq!(session.store().snapshot().unwrap(), **snapshot, "memory and file differ after {after}");
        for record in snapshot.records() {
            record.check().unwrap_or_else(|error| panic!("{error} after {after}"));
            let table = record.row_id().table;
            for (index, column) in table.columns().iter().enumerate() {
                let domain::Cell::Text(id) = record.cell(index) else { continue };
                let Some(target) = column.references else { continue };
                let named = domain::RowId { table: target, id: id.parse().unwrap() };
                assert!(
                    snapshot.get(named).is_some(),
                    "{table}.{} refers to nothing after {after}",
                    column.name
                );
            }
        }
        assert_eq!(snapshot.projects.len(), 1, "after {after}");
        assert_eq!(snapshot.organisations.len(), 1, "after {after}");
        let mut codes: Vec<_> = snapshot.points.iter().map(|point| &point.code).collect();
        codes.sort();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all, "a code was given twice after {after}");
        let retired = |code: &String| snapshot.retired_codes.iter().any(|own| own.code == *code);
        assert!(!codes.iter().any(|code| retired(code)), "a retired code was given again after {after}");
        let mut numbers: Vec<_> =
            snapshot.hazards.iter().map(|hazard| (hazard.point_id, hazard.number)).collect();
        numbers.sort_unstable();
        let all = numbers.len();
        numbers.dedup();
        assert_eq!(numbers.len(), all, "a hazard's number was given twice after {after}");
        let picture = risk_picture(snapshot, session.picture().basis);
        assert_eq!(**session.picture(), picture, "the picture is stale after {after}");
        self.mirror.must_equal(&session.view().unwrap(), after);
    }
}

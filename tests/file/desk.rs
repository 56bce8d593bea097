//! A folder with a project and a data folder, as one user has them.

use api::{Session, Workspace};
use domain::{Cell, RowId, Snapshot, Table};
use edit::{Command, SetField};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::FixedWorld;

pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) world: Arc<FixedWorld>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        std::fs::create_dir_all(std::env::temp_dir()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("user")).unwrap();
        Self { folder, world: Arc::new(FixedWorld::new(77)) }
    }

    /// A place in the user's folder.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join("user").join(name)
    }

    pub(crate) fn workspace(&self) -> Workspace {
        Workspace::at(self.folder.path().join("data"))
    }

    /// The sample project, closed.
    pub(crate) fn sample(&self, name: &str) -> PathBuf {
        let path = self.at(name);
        let records = api::sample_project().unwrap().records;
        let session =
            Session::create(&self.workspace(), &path, records, &[], self.world.clone(), "甲".to_owned());
        close(session.unwrap());
        path
    }

    /// A small project, closed: what a test with hundreds of copies needs.
    pub(crate) fn small(&self, name: &str) -> PathBuf {
        let path = self.at(name);
        let new = api::NewProject { name: "小学校".to_owned(), kind: api::OrganisationKind::School };
        let records = api::blank_project(&new, self.world.as_ref());
        let session =
            Session::create(&self.workspace(), &path, records, &[], self.world.clone(), "甲".to_owned());
        let mut session = session.unwrap();
        for number in 0..20 {
            session.execute(testkit::place_somewhere(session.snapshot(), number)).unwrap();
        }
        close(session);
        path
    }

    pub(crate) fn open(&self, path: &Path) -> Session {
        Session::open(&self.workspace(), path, self.world.clone(), "甲".to_owned()).unwrap()
    }

    /// Forgets the kept versions: what a test made them of is younger than the test says.
    pub(crate) fn forget_versions(&self) {
        for entry in std::fs::read_dir(self.folder.path().join("data/work")).unwrap() {
            let _ = std::fs::remove_dir_all(entry.unwrap().path().join("versions"));
        }
    }

    /// The names in the user's folder.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("user")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

pub(crate) fn close(session: Session) {
    session.close().map_err(|back| back.1).unwrap();
}

pub(crate) fn point(rows: &Snapshot, number: usize) -> RowId {
    RowId { table: Table::RiskPoint, id: rows.points.iter().nth(number).unwrap().id.into() }
}

pub(crate) fn set(session: &mut Session, number: usize, column: &str, value: &str) {
    let row = point(session.snapshot(), number);
    let (column, value) = (column.to_owned(), Cell::text(value));
    session.execute(Command::SetField(SetField { row, column, value })).unwrap();
}

pub(crate) fn name(rows: &Snapshot, number: usize) -> String {
    rows.points.iter().nth(number).unwrap().name.clone()
}

//! What a user relies on of the project file: nothing acknowledged is lost, nothing else is touched.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{
    AccidentCatalogue, AnyRecord, Campus, Cell, ColourSet, CriteriaPreset, Explain, Language, Organisation,
    OrganisationKind, Project, Record, RowId, Snapshot, Table, Uuid,
};
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use store::{Label, Opened, ProjectFile, Recovery, Step, Store, StoreError, Workspace, Write};

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn first_rows() -> Vec<AnyRecord> {
    let preset = CriteriaPreset { id: id(1).into(), code: "p".to_owned(), version: 1, body: "{}".to_owned() };
    let organisation = Organisation {
        id: id(3).into(),
        name: "示例学校".to_owned(),
        short_name: "校".to_owned(),
        kind: OrganisationKind::School,
        credit_code: String::new(),
        school_code: String::new(),
        region_code: String::new(),
        address: String::new(),
        principal_id: None,
        safety_lead_id: None,
        staff_count: 0,
        student_count: 0,
    };
    let project = Project {
        id: id(2).into(),
        colour_set: ColourSet::Print,
        activity_preset_id: id(1).into(),
        facility_preset_id: id(1).into(),
        workplace_preset_id: id(1).into(),
        prepared_by: String::new(),
        reviewed_by: String::new(),
        duty_phone: String::new(),
        report_phone: String::new(),
        assembly_point: String::new(),
        accident_catalogue: AccidentCatalogue::Gb1986,
    };
    vec![preset.into(), project.into(), organisation.into()]
}

fn campus(number: u128, name: &str) -> Campus {
    Campus { id: id(number).into(), name: name.to_owned(), ordinal: 0 }
}

/// A clock that is moved by hand.
struct Steps {
    next: u128,
    now: i64,
}

impl Steps {
    fn new() -> Self {
        Self { next: 1_000_000, now: 1_700_000_000_000 }
    }

    fn step(&mut self, label: &str) -> Step {
        self.merging(label, None, 10_000)
    }

    fn merging(&mut self, label: &str, merge_key: Option<&str>, passed: i64) -> Step {
        self.next += 1;
        self.now += passed;
        Step {
            id: id(self.next),
            at: chrono::DateTime::from_timestamp_millis(self.now).unwrap(),
            actor: "顾问".to_owned(),
            label: Label::new(label, label),
            merge_key: merge_key.map(str::to_owned),
        }
    }
}

struct Bench {
    folder: tempfile::TempDir,
    workspace: Workspace,
    steps: Steps,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::at(folder.path().join("data"));
        std::fs::create_dir(folder.path().join("user")).unwrap();
        Self { folder, workspace, steps: Steps::new() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("user").join("示例 项目.sise")
    }

    fn create(&mut self) -> Opened {
        let step = self.steps.step("新建");
        self.workspace.create(&self.path(), first_rows(), &[], &step).unwrap()
    }

    fn open(&self) -> Opened {
        self.workspace.open(&self.path()).unwrap()
    }

    fn beside(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("user")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }
}

fn put(store: &mut Store, steps: &mut Steps, record: impl Into<AnyRecord>) -> store::Committed {
    store.transact(&steps.step("编辑"), &[Write::Put(record.into())]).unwrap()
}

fn names(snapshot: &Snapshot) -> Vec<String> {
    snapshot.campuses.iter().map(|campus| campus.name.clone()).collect()
}

#[test]
fn what_was_edited_is_there_after_closing_and_nothing_stands_beside_the_file() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    put(&mut store, &mut bench.steps, campus(10, "北校区"));
    store.close().unwrap();
    assert_eq!(bench.beside(), ["示例 项目.sise"]);
    let opened = bench.open();
    assert_eq!(names(&opened.snapshot), ["北校区"]);
    assert_eq!(opened.recovery, Recovery::None);
    assert_eq!(ProjectFile::read(&bench.path()).unwrap().snapshot, opened.snapshot);
}

#[test]
fn opening_and_closing_without_an_edit_changes_no_byte() {
    let mut bench = Bench::new();
    bench.create().store.close().unwrap();
    let before = std::fs::read(bench.path()).unwrap();
    let modified = std::fs::metadata(bench.path()).unwrap().modified().unwrap();
    let Opened { mut store, .. } = bench.open();
    store.publish().unwrap();
    store.close().unwrap();
    ProjectFile::read(&bench.path()).unwrap();
    assert_eq!(std::fs::read(bench.path()).unwrap(), before);
    assert_eq!(std::fs::metadata(bench.path()).unwrap().modified().unwrap(), modified);
}

#[test]
fn undo_and_redo_survive_closing() {
    let mut bench = Bench::new();
    let Opened { mut store, snapshot: empty, .. } = bench.create();
    put(&mut store, &mut bench.steps, campus(10, "一"));
    put(&mut store, &mut bench.steps, campus(10, "二"));
    store.close().unwrap();
    let Opened { mut store, .. } = bench.open();
    assert_eq!(store.undo_label().unwrap().unwrap().chinese, "编辑");
    let step = bench.steps.step("撤销");
    let undone = store.undo(&step).unwrap();
    assert_eq!(undone.upserts, [campus(10, "一").into()]);
    store.close().unwrap();
    let Opened { mut store, snapshot, .. } = bench.open();
    assert_eq!(names(&snapshot), ["一"]);
    let gone = store.undo(&bench.steps.step("撤销")).unwrap();
    assert_eq!(gone.removals, [RowId { table: Table::Campus, id: id(10) }]);
    assert_eq!(store.snapshot().unwrap(), empty);
    assert_eq!(store.undo_label().unwrap(), None, "the beginning of a project cannot be undone");
    store.redo(&bench.steps.step("重做")).unwrap();
    store.redo(&bench.steps.step("重做")).unwrap();
    assert_eq!(names(&store.snapshot().unwrap()), ["二"]);
    assert_eq!(store.redo_label().unwrap(), None);
    store.undo(&bench.steps.step("撤销")).unwrap();
    put(&mut store, &mut bench.steps, campus(10, "三"));
    assert_eq!(store.redo_label().unwrap(), None, "a new edit ends what could be repeated");
}

#[test]
fn the_record_says_who_did_what_from_what_to_what() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    put(&mut store, &mut bench.steps, campus(10, "一"));
    put(&mut store, &mut bench.steps, campus(10, "二"));
    store.undo(&bench.steps.step("撤销")).unwrap();
    let entries = store.history(10).unwrap();
    let kinds: Vec<_> = entries.iter().map(|entry| (entry.kind.as_str(), entry.state.as_str())).collect();
    assert_eq!(kinds, [("undo", "done"), ("edit", "undone"), ("edit", "done"), ("create", "done")]);
    assert_eq!(entries[0].target, Some(entries[1].sequence));
    assert!(entries.iter().all(|entry| entry.actor == "顾问"));
    let change = &store.changes(entries[1].sequence).unwrap()[0];
    assert_eq!((change.before["name"].as_str(), change.after["name"].as_str()), (Some("一"), Some("二")));
    assert_eq!(change.before.len(), 1, "only what changed is noted");
}

#[test]
fn typing_is_one_step_and_a_pause_begins_another() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    put(&mut store, &mut bench.steps, campus(10, "校"));
    for (name, passed) in [("校区", 300), ("校区一", 300), ("校区一号", 60_000)] {
        let step = bench.steps.merging("改名", Some("campus/10/name"), passed);
        store.transact(&step, &[Write::Put(campus(10, name).into())]).unwrap();
    }
    store.undo(&bench.steps.step("撤销")).unwrap();
    assert_eq!(names(&store.snapshot().unwrap()), ["校区一"]);
    store.undo(&bench.steps.step("撤销")).unwrap();
    assert_eq!(names(&store.snapshot().unwrap()), ["校"]);
    store.redo(&bench.steps.step("重做")).unwrap();
    assert_eq!(names(&store.snapshot().unwrap()), ["校区一"]);
}

#[test]
fn a_refused_step_leaves_nothing_behind() {
    let mut bench = Bench::new();
    let Opened { mut store, snapshot, .. } = bench.create();
    let revision = store.revision().unwrap();
    let floor = |campus: u128| domain::Floor {
        id: id(20).into(),
        campus_id: id(campus).into(),
        building_id: None,
        name: "总平面".to_owned(),
        storey: 0,
        calibrated: true,
        north: 0,
        georeference: None,
    };
    let refused: [(Vec<Write>, &str); 4] = [
        (vec![Write::Put(campus(10, "一").into()), Write::Put(campus(11, " ").into())], "blank"),
        (vec![Write::Put(campus(10, "一").into()), Write::Put(floor(99).into())], "dangling"),
        (vec![Write::Remove(RowId { table: Table::Campus, id: id(10) })], "no-such-row"),
        (vec![Write::Remove(RowId { table: Table::CriteriaPreset, id: id(1) })], "dangling"),
    ];
    for (writes, code) in refused {
        let error = store.transact(&bench.steps.step("编辑"), &writes).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(!error.explain(Language::Chinese).is_empty());
        assert_eq!(store.snapshot().unwrap(), snapshot);
        assert_eq!(store.revision().unwrap(), revision);
    }
    // Referring to a row of the same step is fine, in any order.
    let writes = [Write::Put(floor(12).into()), Write::Put(campus(12, "一").into())];
    store.transact(&bench.steps.step("编辑"), &writes).unwrap();
    // Writing what is there already is no step.
    let same = store.transact(&bench.steps.step("编辑"), &writes).unwrap();
    assert_eq!((same.revision, same.upserts.len()), (revision + 1, 0));
}

#[test]
fn edits_that_had_not_reached_the_file_are_there_after_a_crash() {
    let mut bench = Bench::new();
    bench.create().store.close().unwrap();
    let published = std::fs::read(bench.path()).unwrap();
    let Opened { mut store, .. } = bench.open();
    put(&mut store, &mut bench.steps, campus(10, "一"));
    put(&mut store, &mut bench.steps, campus(11, "二"));
    drop(store);
    assert_eq!(std::fs::read(bench.path()).unwrap(), published);
    let Opened { mut store, snapshot, recovery, .. } = bench.open();
    assert_eq!(recovery, Recovery::Resumed { commits: 2 });
    assert_eq!(names(&snapshot), ["一", "二"]);
    store.undo(&bench.steps.step("撤销")).unwrap();
    store.close().unwrap();
    assert_eq!(names(&bench.open().snapshot), ["一"]);
}

#[test]
fn a_file_that_others_changed_is_never_overwritten() {
    let mut bench = Bench::new();
    bench.create().store.close().unwrap();
    // A colleague edits a copy while we have ours open.
    let other = Workspace::at(bench.folder.path().join("colleague"));
    let copy = bench.folder.path().join("copy.sise");
    std::fs::copy(bench.path(), &copy).unwrap();
    let mut theirs = other.open(&copy).unwrap().store;
    put(&mut theirs, &mut bench.steps, campus(12, "他人"));
    theirs.close().unwrap();

    let Opened { mut store, .. } = bench.open();
    put(&mut store, &mut bench.steps, campus(10, "我的"));
    std::fs::copy(&copy, bench.path()).unwrap();
    let error = store.publish().unwrap_err();
    assert!(matches!(error, StoreError::ChangedOutside(_)), "{error}");
    drop(store);
    let opened = bench.open();
    assert_eq!(names(&opened.snapshot), ["他人"]);
    let Recovery::SetAside { kept } = &opened.recovery else { panic!("{:?}", opened.recovery) };
    assert_eq!(names(&ProjectFile::read(kept).unwrap().snapshot), ["我的"]);
}

#[test]
fn a_file_that_went_away_is_written_again() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    put(&mut store, &mut bench.steps, campus(10, "一"));
    std::fs::remove_file(bench.path()).unwrap();
    store.close().unwrap();
    assert_eq!(names(&bench.open().snapshot), ["一"]);
}

#[test]
fn two_windows_cannot_edit_one_file() {
    let mut bench = Bench::new();
    let Opened { store, .. } = bench.create();
    let Err(error) = bench.workspace.open(&bench.path()) else { panic!("opened twice") };
    assert_eq!(error.code(), "in-use");
    assert!(ProjectFile::read(&bench.path()).is_ok(), "looking is always possible");
    store.close().unwrap();
    bench.open();
}

#[test]
fn a_new_project_never_replaces_a_file() {
    let mut bench = Bench::new();
    std::fs::write(bench.path(), "mine").unwrap();
    let step = bench.steps.step("新建");
    let Err(error) = bench.workspace.create(&bench.path(), first_rows(), &[], &step) else { panic!() };
    assert_eq!(error.code(), "file-exists");
    assert_eq!(std::fs::read(bench.path()).unwrap(), b"mine");
}

#[test]
fn pictures_are_kept_by_their_content() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    let name = store.put_asset("image/png", b"picture").unwrap();
    assert_eq!(store.put_asset("image/png", b"picture").unwrap(), name);
    put(&mut store, &mut bench.steps, campus(10, "一"));
    store.close().unwrap();
    let file = ProjectFile::read(&bench.path()).unwrap();
    assert_eq!(file.asset(&name).unwrap(), ("image/png".to_owned(), b"picture".to_vec()));
    assert_eq!(file.asset("0").unwrap_err().code(), "no-such-asset");
}

/// Changes a published file with plain SQLite, as a stranger could.
fn tamper(path: &Path, sql: &str) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
    connection.close().unwrap();
}

#[test]
fn strangers_files_are_refused_with_the_reason_and_left_alone() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    for number in 0..200 {
        put(&mut store, &mut bench.steps, campus(100 + number, "校区"));
    }
    store.close().unwrap();
    let good = std::fs::read(bench.path()).unwrap();
    let path = bench.path();
    let flip = |at: usize, value: u8| {
        let mut bytes = good.clone();
        bytes[at] = value;
        bytes
    };
    let mut cases: Vec<(String, Vec<u8>, &[&str])> = vec![
        ("empty".to_owned(), Vec::new(), &["not-a-project"]),
        ("zip".to_owned(), b"PK\x03\x04rest".to_vec(), &["not-a-project"]),
        ("pdf".to_owned(), b"%PDF-1.7".to_vec(), &["not-a-project"]),
        ("text".to_owned(), "你好".as_bytes().to_vec(), &["not-a-project"]),
        ("newer".to_owned(), flip(63, 99), &["newer-version"]),
        ("no version".to_owned(), flip(63, 0), &["damaged"]),
        ("other application".to_owned(), flip(68, 0), &["not-a-project"]),
        ("write-ahead mode".to_owned(), flip(18, 2), &["damaged"]),
        ("header only".to_owned(), good[..100].to_vec(), &["damaged"]),
        ("grown".to_owned(), [&good[..], &[0; 512]].concat(), &["damaged"]),
    ];
    for length in [1, 15, 50, 99, 4096, good.len() / 2, good.len() - 1] {
        cases.push((format!("cut at {length}"), good[..length].to_vec(), &["damaged", "not-a-project"]));
    }
    for (name, bytes, codes) in &cases {
        std::fs::write(&path, bytes).unwrap();
        for error in [bench.workspace.open(&path).err(), ProjectFile::read(&path).err()] {
            let error = error.unwrap_or_else(|| panic!("{name} was opened"));
            assert!(codes.contains(&error.code()), "{name}: {error}");
        }
        assert_eq!(&std::fs::read(&path).unwrap(), bytes, "{name} was touched");
    }
    for (sql, code) in [
        ("CREATE TRIGGER t AFTER INSERT ON campus BEGIN DELETE FROM person; END", "foreign-schema"),
        ("CREATE VIEW v AS SELECT 1", "foreign-schema"),
        (
            "DROP TABLE campus; CREATE VIEW campus AS SELECT 1 AS id, 2 AS name, 3 AS ordinal",
            "foreign-schema",
        ),
        ("CREATE TABLE extra (a)", "foreign-schema"),
        ("DROP INDEX hazard_by_point", "foreign-schema"),
        ("DELETE FROM organisation", "damaged"),
        ("UPDATE campus SET id = 'x' WHERE rowid = 1", "damaged"),
        ("UPDATE campus SET name = '' WHERE rowid = 1", "damaged"),
        ("UPDATE organisation SET kind = 'castle'", "damaged"),
        ("UPDATE campus SET name = CAST(x'ff' AS TEXT) WHERE rowid = 1", "damaged"),
    ] {
        std::fs::write(&path, &good).unwrap();
        tamper(&path, sql);
        for error in [bench.workspace.open(&path).err(), ProjectFile::read(&path).err()] {
            let error = error.unwrap_or_else(|| panic!("{sql} was opened"));
            assert_eq!(error.code(), code, "{sql}: {error}");
        }
    }
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    assert_eq!(bench.workspace.open(&path).err().unwrap().code(), "not-a-file");
    assert_eq!(bench.workspace.open(&path.join("none.sise")).err().unwrap().code(), "file-missing");
}

#[test]
fn random_damage_never_panics_and_is_found_or_harmless() {
    let mut bench = Bench::new();
    let Opened { mut store, .. } = bench.create();
    for number in 0..50 {
        put(&mut store, &mut bench.steps, campus(100 + number, "校区"));
    }
    store.close().unwrap();
    let good = std::fs::read(bench.path()).unwrap();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    for _ in 0..150 {
        let mut bytes = good.clone();
        for _ in 0..=random(8) {
            let at = random(bytes.len());
            bytes[at] = u8::try_from(random(256)).unwrap();
        }
        std::fs::write(bench.path(), &bytes).unwrap();
        // Either it says what is wrong, or the damage hit nothing that is read.
        let _ = ProjectFile::read(&bench.path());
        if let Ok(opened) = bench.workspace.open(&bench.path()) {
            opened.store.abandon().unwrap();
        }
        assert_eq!(std::fs::read(bench.path()).unwrap(), bytes);
    }
}

/// One random edit: a campus of a small pool gets a name, or goes away.
fn any_edit() -> impl Strategy<Value = (u128, Option<String>)> {
    (100..108_u128, proptest::option::weighted(0.8, "[一-龥]{1,4}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_everything_gives_the_beginning_and_redoing_everything_the_end(
        edits in proptest::collection::vec(any_edit(), 1..20),
    ) {
        let mut bench = Bench::new();
        let Opened { mut store, snapshot: begin, .. } = bench.create();
        let mut states = vec![begin];
        for (number, name) in &edits {
            let row = RowId { table: Table::Campus, id: id(*number) };
            let write = match name {
                Some(name) => Write::Put(campus(*number, name).into()),
                None if states.last().unwrap().get(row).is_some() => Write::Remove(row),
                None => continue,
            };
            let step = bench.steps.step("编辑");
            let done = store.transact(&step, &[write]).unwrap();
            if done.upserts.len() + done.removals.len() > 0 {
                states.push(store.snapshot().unwrap());
            }
        }
        for state in states.iter().rev().skip(1) {
            store.undo(&bench.steps.step("撤销")).unwrap();
            prop_assert_eq!(&store.snapshot().unwrap(), state);
        }
        prop_assert!(store.undo_label().unwrap().is_none());
        for state in states.iter().skip(1) {
            store.redo(&bench.steps.step("重做")).unwrap();
            prop_assert_eq!(&store.snapshot().unwrap(), state);
        }
    }
}

#[test]
fn a_record_reads_back_as_it_was_written() {
    let record = campus(10, "一");
    let cells: Vec<Cell<'_>> = (0..Campus::COLUMNS.len()).map(|index| record.cell(index)).collect();
    assert_eq!(cells.len(), 3);
    assert_eq!(record.cell(3), Cell::Null);
}

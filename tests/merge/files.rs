//! Merging files: what both come from is found in their records, the merge is one step, both records are kept.

use api::{ConflictChoice, MergeArgs, Prefer, Session, Workspace};
use domain::{Cell, RowId, Snapshot, Table};
use edit::{Command, SetField};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::FixedWorld;

/// Two colleagues, each with a data folder of their own.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn workspace(&self, who: &str) -> Workspace {
        Workspace::at(self.at(&format!("data-{who}")))
    }

    fn sample(&self, name: &str) -> PathBuf {
        let path = self.at(name);
        let records = api::sample_project().unwrap().records;
        let world = Arc::new(FixedWorld::new(1));
        let session =
            Session::create(&self.workspace("甲"), &path, records, &[], world, "甲".to_owned()).unwrap();
        session.close().map_err(|back| back.1).unwrap();
        path
    }

    fn open(&self, who: &str, path: &Path, first: u64) -> Session {
        let world = Arc::new(FixedWorld::new(first));
        Session::open(&self.workspace(who), path, world, who.to_owned()).unwrap()
    }

    fn copy(&self, from: &Path, name: &str) -> PathBuf {
        let to = self.at(name);
        std::fs::copy(from, &to).unwrap();
        to
    }
}

fn close(session: Session) {
    session.close().map_err(|back| back.1).unwrap();
}

fn point(rows: &Snapshot, number: usize) -> RowId {
    RowId { table: Table::RiskPoint, id: rows.points.iter().nth(number).unwrap().id.into() }
}

fn name(session: &mut Session, number: usize, column: &str, value: &str) {
    let row = point(session.snapshot(), number);
    let (column, value) = (column.to_owned(), Cell::text(value));
    session.execute(Command::SetField(SetField { row, column, value })).unwrap();
}

fn args(paths: &[&Path], prefer: Option<Prefer>) -> MergeArgs {
    let paths = paths.iter().map(|path| path.display().to_string()).collect();
    MergeArgs { paths, prefer, chosen: Vec::new(), same: Vec::new() }
}

fn field(session: &Session, number: usize, column: &str) -> String {
    let row = point(session.snapshot(), number);
    let index = row.table.columns().iter().position(|own| own.name == column).unwrap();
    session.snapshot().get(row).unwrap().cell(index).to_string()
}

#[test]
fn copies_edited_apart_merge_in_one_step_with_both_records() {
    let desk = Desk::new();
    let ours = desk.sample("项目.sise");
    let theirs = desk.copy(&ours, "乙的.sise");
    let mut other = desk.open("乙", &theirs, 20);
    name(&mut other, 0, "name", "乙改");
    name(&mut other, 1, "note", "乙注");
    close(other);
    let mut session = desk.open("甲", &ours, 30);
    name(&mut session, 0, "name", "甲改");
    name(&mut session, 1, "location", "甲处");
    let before = session.snapshot().clone();

    let preview = session.merge_preview(&args(&[&theirs], None)).unwrap();
    assert_eq!((preview.merged, preview.conflicts.len()), (1, 1));
    assert_eq!(preview.copies[0].actors, ["乙"]);
    assert!(preview.copies[0].parted_at.is_some());
    let conflict = &preview.conflicts[0];
    assert_eq!((conflict.field.as_str(), conflict.values.ours.as_deref()), ("name", Some("甲改")));
    assert_eq!(*session.snapshot(), before, "a preview changes nothing");
    let refused = session.merge(&args(&[&theirs], None)).unwrap_err();
    assert_eq!(refused.code, "conflicts");
    assert_eq!(*session.snapshot(), before);

    let mut chosen = args(&[&theirs], None);
    chosen.chosen =
        vec![ConflictChoice { row: conflict.row, field: "name".to_owned(), take: Prefer::Theirs }];
    let changed = session.merge(&chosen).unwrap();
    assert_eq!(changed.points.len(), 2);
    assert_eq!(field(&session, 0, "name"), "乙改");
    assert_eq!((field(&session, 1, "note"), field(&session, 1, "location")), ("乙注".into(), "甲处".into()));
    let history = session.store().history(100).unwrap();
    let actors: Vec<_> =
        history.iter().map(|entry| (entry.actor.as_str(), entry.merged_by.is_some())).collect();
    assert_eq!(actors[..3], [("甲", false), ("乙", true), ("乙", true)]);

    // One step back gives the content of the state before; the colleague's edits can be merged anew.
    session.undo().unwrap();
    assert_eq!(*session.snapshot(), before);
    assert_eq!(session.merge_preview(&args(&[&theirs], None)).unwrap().conflicts.len(), 1);
    session.redo().unwrap();
    assert_eq!(
        session.merge_preview(&args(&[&theirs], None)).unwrap().merged,
        0,
        "merged twice changes nothing"
    );

    // And what the colleague does from here on comes without the old conflict.
    let mut other = desk.open("乙", &theirs, 40);
    name(&mut other, 2, "note", "后来");
    close(other);
    let preview = session.merge_preview(&args(&[&theirs], None)).unwrap();
    assert_eq!((preview.merged, preview.conflicts.len()), (1, 0));
    close(session);
}

#[test]
fn merged_there_and_back_again_nothing_is_asked_twice() {
    let desk = Desk::new();
    let ours = desk.sample("甲.sise");
    let theirs = desk.copy(&ours, "乙.sise");
    let mut mine = desk.open("甲", &ours, 20);
    name(&mut mine, 0, "name", "甲改");
    mine.save().unwrap();
    let mut other = desk.open("乙", &theirs, 30);
    name(&mut other, 0, "name", "乙改");
    other.save().unwrap();
    mine.merge(&args(&[&theirs], Some(Prefer::Ours))).unwrap();
    mine.save().unwrap();
    // The colleague gets the merged file back: what was decided there stands.
    let preview = other.merge_preview(&args(&[&ours], None)).unwrap();
    assert_eq!((preview.merged, preview.conflicts.len()), (1, 0));
    other.merge(&args(&[&ours], None)).unwrap();
    assert_eq!(field(&other, 0, "name"), "甲改");
    // Crosswise: both merge what the other had before its merge.
    name(&mut mine, 1, "name", "甲二");
    name(&mut other, 1, "name", "乙二");
    mine.save().unwrap();
    other.save().unwrap();
    let (old_ours, old_theirs) = (desk.copy(&ours, "甲旧.sise"), desk.copy(&theirs, "乙旧.sise"));
    mine.merge(&args(&[&old_theirs], Some(Prefer::Ours))).unwrap();
    other.merge(&args(&[&old_ours], Some(Prefer::Ours))).unwrap();
    other.save().unwrap();
    let preview = mine.merge_preview(&args(&[&theirs], None)).unwrap();
    assert_eq!(preview.conflicts.len(), 1, "each kept its own: that is asked, not decided silently");
    close(mine);
    close(other);
}

#[test]
fn several_copies_in_one_go_are_one_step() {
    let desk = Desk::new();
    let ours = desk.sample("甲.sise");
    let (second, third) = (desk.copy(&ours, "乙.sise"), desk.copy(&ours, "丙.sise"));
    for (who, path, number) in [("乙", &second, 1), ("丙", &third, 2)] {
        let mut session = desk.open(who, path, 20 * number);
        name(&mut session, usize::try_from(number).unwrap(), "note", who);
        name(&mut session, 5, "name", "一样");
        close(session);
    }
    let mut session = desk.open("甲", &ours, 90);
    let before = session.snapshot().clone();
    session.merge(&args(&[&second, &third], None)).unwrap();
    assert_eq!((field(&session, 1, "note"), field(&session, 2, "note")), ("乙".into(), "丙".into()));
    session.undo().unwrap();
    assert_eq!(*session.snapshot(), before);
    close(session);
}

#[test]
fn a_clean_copy_merges_back_as_if_it_had_its_history() {
    let desk = Desk::new();
    let ours = desk.sample("甲.sise");
    let mut session = desk.open("甲", &ours, 20);
    name(&mut session, 0, "name", "甲改");
    name(&mut session, 0, "note", "不可外传");
    name(&mut session, 0, "note", "");
    let clean = desk.at("净.sise");
    session.copy(&clean, true).unwrap();
    let bytes = std::fs::read(&clean).unwrap();
    let secret = "不可外传".as_bytes();
    assert!(
        !bytes.windows(secret.len()).any(|window| window == secret),
        "a deleted text is in the clean copy"
    );
    let mut other = desk.open("乙", &clean, 30);
    assert_eq!(other.store().history(10).unwrap().len(), 1);
    name(&mut other, 0, "location", "乙处");
    close(other);
    name(&mut session, 1, "name", "甲再改");
    let preview = session.merge_preview(&args(&[&clean], None)).unwrap();
    assert_eq!((preview.merged, preview.conflicts.len()), (1, 0));
    session.merge(&args(&[&clean], None)).unwrap();
    assert_eq!(
        (field(&session, 0, "location"), field(&session, 1, "name")),
        ("乙处".into(), "甲再改".into())
    );
    close(session);
}

#[test]
fn typing_that_went_on_after_the_copy_was_made_is_not_lost() {
    let desk = Desk::new();
    let ours = desk.sample("甲.sise");
    // A world that stands still: what is typed joins the step before.
    let still = Arc::new(testkit::StillWorld::new(50));
    let mut session = Session::open(&desk.workspace("甲"), &ours, still, "甲".to_owned()).unwrap();
    name(&mut session, 0, "name", "甲");
    session.save().unwrap();
    let theirs = desk.copy(&ours, "乙.sise");
    name(&mut session, 0, "name", "甲改");
    assert_eq!(session.store().history(10).unwrap().len(), 2, "one step");
    let preview = session.merge_preview(&args(&[&theirs], None)).unwrap();
    assert_eq!((preview.merged, preview.conflicts.len()), (0, 0));
    session.save().unwrap();
    let other = desk.open("乙", &theirs, 60);
    let preview = other.merge_preview(&args(&[&ours], None)).unwrap();
    assert_eq!((preview.merged, preview.conflicts.len()), (1, 0), "the rest of the step comes over");
    close(session);
}

#[test]
fn a_change_from_outside_is_told_and_merged_taken_or_overruled() {
    let desk = Desk::new();
    let ours = desk.sample("甲.sise");
    let theirs = desk.copy(&ours, "乙.sise");
    let mut other = desk.open("乙", &theirs, 20);
    name(&mut other, 0, "note", "乙注");
    close(other);
    let mut session = desk.open("甲", &ours, 30);
    name(&mut session, 1, "note", "甲注");
    assert_eq!(session.store().outside().unwrap(), store::Outside::Same);
    std::fs::copy(&theirs, &ours).unwrap();
    let store::Outside::Changed { .. } = session.store().outside().unwrap() else { panic!() };
    assert_eq!(session.save().unwrap_err().code, "changed-outside");
    session.merge(&args(&[&ours], None)).unwrap();
    session.save().unwrap();
    assert_eq!(session.store().outside().unwrap(), store::Outside::Same);
    close(session);
    let session = desk.open("甲", &ours, 40);
    assert_eq!((field(&session, 0, "note"), field(&session, 1, "note")), ("乙注".into(), "甲注".into()));
    let versions = api::versions(&desk.workspace("甲"), &ours).unwrap();
    assert!(versions.iter().any(|own| own.kind == "replaced"), "what others wrote is kept");
    close(session);
}

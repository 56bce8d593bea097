//! A project file of the first schema with a picture under its plan opens for ever and keeps everything through migration.
//! `tests/frozen/1-picture.sise` was made by the program that wrote schema 1; it is never made again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod formats;

use api::{Session, SystemWorld, Workspace, World};
use domain::{Cell, RowId, Table};
use edit::{Command, SetField};
use std::path::Path;
use std::sync::Arc;

#[test]
fn old_files_open_migrate_and_keep_everything() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/1-picture.sise");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("旧.sise");
    std::fs::copy(&file, &path).unwrap();
    let original = std::fs::read(&path).unwrap();

    // Looking changes nothing.
    let (looked, picture) = api::read_project(&path).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), original, "{}", file.display());
    assert_eq!((looked.snapshot.points.len(), picture.whole.unassessed), (36, 0));
    assert_eq!(looked.snapshot.plan_elements.len(), 2784);
    let underlay = looked.snapshot.underlays.iter().next().unwrap();
    assert_eq!((underlay.rotation, underlay.crop, underlay.locked, underlay.ordinal), (0, None, false, 0));
    assert_eq!(looked.asset(&underlay.asset).unwrap().0, "image/png");
    assert!(looked.snapshot.zones.iter().all(|zone| !zone.hidden && zone.grouping.is_empty()));

    // Opening for editing changes nothing either; an edit is written in today's schema.
    let workspace = Workspace::at(folder.path().join("data"));
    let world: Arc<dyn World> = Arc::new(SystemWorld);
    let session = Session::open(&workspace, &path, Arc::clone(&world), "测试".to_owned()).unwrap();
    assert_eq!(**session.snapshot(), looked.snapshot);
    session.close().map_err(|back| back.1).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), original, "{}", file.display());

    let mut session = Session::open(&workspace, &path, Arc::clone(&world), "测试".to_owned()).unwrap();
    let row = RowId { table: Table::Underlay, id: underlay.id.into() };
    let lock = SetField { row, column: "locked".to_owned(), value: Cell::Integer(1) };
    session.execute(Command::SetField(lock)).unwrap();
    // What a crash leaves behind in the old schema or the new one is found again.
    drop(session);
    let session = Session::open(&workspace, &path, world, "测试".to_owned()).unwrap();
    let expected = session.snapshot().as_ref().clone();
    assert!(expected.underlays.iter().all(|own| own.locked));
    session.close().map_err(|back| back.1).unwrap();
    let (written, _) = api::read_project(&path).unwrap();
    assert!(written.schema_version > 1);
    assert_eq!(written.snapshot, expected);

    // The bundle of it comes back byte for byte.
    let text = api::bundle_of_file(&written).unwrap();
    let again = api::read_bundle(text.as_bytes()).unwrap();
    let target = folder.path().join("again.sise");
    let world: Arc<dyn World> = Arc::new(SystemWorld);
    let session =
        Session::create(&workspace, &target, again.records, &again.attachments, world, "测试".to_owned());
    assert_eq!(session.unwrap().bundle().unwrap(), text);
}

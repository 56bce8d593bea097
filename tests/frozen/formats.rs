//! Files of the third schema, with a round, an adjustment and a layer, of the fifth, with prints that hang, and of the
//! sixth, with dangers and a look of its own: they open for ever and keep everything. Each was made by the program that wrote its schema and is never made again.

use api::{Session, SystemWorld, Workspace, World};
use domain::{Cell, RowId, Table};
use edit::{Command, SetField};
use std::path::Path;
use std::sync::Arc;

#[test]
fn a_file_of_the_third_schema_keeps_its_round_and_its_levels() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/3.sise");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("三.sise");
    std::fs::copy(&file, &path).unwrap();
    let (looked, picture) = api::read_project(&path).unwrap();
    assert_eq!(looked.schema_version, 3);
    let snapshot = &looked.snapshot;
    assert_eq!((snapshot.points.len(), snapshot.rounds.len(), snapshot.round_members.len()), (36, 1, 1));
    assert_eq!(
        (snapshot.round_results.len(), snapshot.adjustments.len(), snapshot.plan_layers.len()),
        (36, 1, 1)
    );
    assert!(snapshot.reviews.is_empty() && snapshot.check_items.is_empty() && snapshot.documents.is_empty());
    assert!(snapshot.people.iter().all(|own| own.left_on.is_none()));
    let plain = |own: &domain::ControlMeasure| own.six_class.is_none() && own.plan_id.is_none();
    assert!(!snapshot.measures.is_empty() && snapshot.measures.iter().all(plain));
    let levels = serde_json::to_string_pretty(&api::levels(snapshot, &picture)).unwrap() + "\n";
    let expected = std::fs::read_to_string(file.with_file_name("3.levels.json")).unwrap();
    assert_eq!(levels, expected);

    // An edit is written in today's schema; what was there is there.
    let workspace = Workspace::at(folder.path().join("data"));
    let world: Arc<dyn World> = Arc::new(SystemWorld);
    let mut session = Session::open(&workspace, &path, world, "测试".to_owned()).unwrap();
    let person = snapshot.people.iter().next().unwrap().id;
    let row = RowId { table: Table::Person, id: person.into() };
    let value = Cell::text("2026-12-01");
    session.execute(Command::SetField(SetField { row, column: "left_on".to_owned(), value })).unwrap();
    let expected = session.snapshot().as_ref().clone();
    session.close().map_err(|back| back.1).unwrap();
    let (written, _) = api::read_project(&path).unwrap();
    assert!(written.schema_version > 3);
    assert_eq!(written.snapshot, expected);
    assert_eq!(written.snapshot.round_results, snapshot.round_results);
}

#[test]
fn a_file_of_the_fifth_schema_knows_what_hangs_and_has_no_dangers() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/5.sise");
    let (looked, picture) = api::read_project(&file).unwrap();
    assert_eq!(looked.schema_version, 5);
    let snapshot = &looked.snapshot;
    assert_eq!((snapshot.points.len(), snapshot.printed_pieces.len()), (36, 6));
    assert!(snapshot.dangers.is_empty() && snapshot.inspection_plans.is_empty() && snapshot.terms.is_empty());
    let levels = serde_json::to_string_pretty(&api::levels(snapshot, &picture)).unwrap() + "\n";
    assert_eq!(levels, std::fs::read_to_string(file.with_file_name("5.levels.json")).unwrap());
}

#[test]
fn a_file_of_the_sixth_schema_keeps_its_look_and_takes_the_typeface_of_its_theme() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/6.sise");
    let (looked, picture) = api::read_project(&file).unwrap();
    assert_eq!(looked.schema_version, 6);
    let snapshot = &looked.snapshot;
    assert_eq!((snapshot.points.len(), snapshot.dangers.len(), snapshot.inspection_plans.len()), (36, 8, 7));
    let style = snapshot.print_styles.iter().next().unwrap();
    assert_eq!((style.theme.as_str(), style.accent.as_str(), style.typeface), ("academy", "#7a5a17", None));
    assert_eq!((style.badge.as_str(), style.slogan.as_str()), ("中职", "安全第一"));
    let levels = serde_json::to_string_pretty(&api::levels(snapshot, &picture)).unwrap() + "\n";
    assert_eq!(levels, std::fs::read_to_string(file.with_file_name("6.levels.json")).unwrap());
}

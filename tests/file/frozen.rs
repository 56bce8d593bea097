//! A file of every format that ever was: opened, migrated, read, evaluated, exported. What it says never changes.

use crate::desk::{Desk, close, set};
use api::ProjectFile;
use domain::Snapshot;
use std::path::Path;

/// What the file says: for each column that the format had, how many cells and a fingerprint of them all; then the levels.
fn said(snapshot: &Snapshot, columns: &[(String, String)]) -> String {
    let mut text = String::new();
    for (table, column) in columns {
        let table = domain::Table::by_name(table).unwrap_or_else(|| panic!("{table} is gone"));
        let index = table.columns().iter().position(|own| own.name == column);
        let index = index.unwrap_or_else(|| panic!("{table}.{column} is gone"));
        let mut hasher = blake3::Hasher::new();
        let mut count = 0;
        for record in snapshot.records().filter(|record| record.row_id().table == table) {
            hasher.update(record.cell(index).to_string().as_bytes());
            hasher.update(b"\n");
            count += 1;
        }
        let whole = hasher.finalize().to_hex();
        text.push_str(&format!("{table}.{column} {count} {}\n", &whole[..16]));
    }
    text
}

fn frozen(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen").join(name)
}

#[test]
fn the_first_format_opens_for_ever() {
    let expected = frozen("1.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() && !expected.exists() {
        // Written once, when a format is frozen; never again.
        let file = ProjectFile::read(&frozen("1.sise")).unwrap();
        let columns: Vec<_> = domain::Table::ALL
            .iter()
            .flat_map(|table| {
                table.columns().iter().map(|column| (table.name().to_owned(), column.name.to_owned()))
            })
            .collect();
        std::fs::write(&expected, said(&file.snapshot, &columns)).unwrap();
        let levels = api::levels(&file.snapshot, &api::read_project(&frozen("1.sise")).unwrap().1);
        let levels = serde_json::to_string_pretty(&levels).unwrap();
        std::fs::write(frozen("1.levels.json"), levels + "\n").unwrap();
    }
    let expected = std::fs::read_to_string(expected).unwrap();
    let columns: Vec<(String, String)> = expected
        .lines()
        .filter_map(|line| {
            let (table, column) = line.split_once(' ')?.0.split_once('.')?;
            Some((table.to_owned(), column.to_owned()))
        })
        .collect();
    // Where it lies.
    let (file, picture) = api::read_project(&frozen("1.sise")).unwrap();
    assert_eq!(file.schema_version, 1);
    assert_eq!(said(&file.snapshot, &columns), expected);
    let levels: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(frozen("1.levels.json")).unwrap()).unwrap();
    assert_eq!(serde_json::to_value(api::levels(&file.snapshot, &picture)).unwrap(), levels);
    let bundle = api::bundle_of_file(&file).unwrap();
    assert!(api::verify_bundle(bundle.as_bytes()).is_empty());
    // Opened for editing: migrated in the working copy; the file is as it was until something is edited.
    let desk = Desk::new();
    let path = desk.at("旧.sise");
    std::fs::copy(frozen("1.sise"), &path).unwrap();
    let before = std::fs::read(&path).unwrap();
    let session = desk.open(&path);
    assert_eq!(said(session.snapshot(), &columns), expected);
    close(session);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let mut session = desk.open(&path);
    set(&mut session, 0, "note", "改过");
    close(session);
    let file = ProjectFile::read(&path).unwrap();
    assert_eq!(file.schema_version, store::SCHEMA_VERSION);
    assert_eq!(file.history(100).unwrap().len(), 6);
    // The state before the edit, and that after the colleague's, can still be looked at.
    let past = file.snapshot_at(file.history(2).unwrap()[1].sequence).unwrap();
    assert_eq!(said(&past, &columns), expected);
    // And it merges with the one that was left alone.
    let old = ProjectFile::read(&frozen("1.sise")).unwrap();
    let found = file.ancestor(&old).unwrap();
    assert_eq!(found.rows.as_ref(), Some(&old.snapshot));
}

#[test]
fn a_newer_format_is_refused_before_any_write() {
    let desk = Desk::new();
    let path = desk.at("新.sise");
    let mut bytes = std::fs::read(frozen("1.sise")).unwrap();
    let newer = u32::try_from(store::SCHEMA_VERSION + 1).unwrap();
    bytes[60..64].copy_from_slice(&newer.to_be_bytes());
    std::fs::write(&path, &bytes).unwrap();
    let error =
        api::Session::open(&desk.workspace(), &path, desk.world.clone(), "甲".to_owned()).err().unwrap();
    assert_eq!(error.code, "newer-version");
    assert!(error.chinese.contains(&newer.to_string()), "{}", error.chinese);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(desk.names(), ["新.sise"]);
}

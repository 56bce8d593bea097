//! Files that are not what they seem: a plain message, nothing executed, nothing lost, salvage where something can be
//! read.

use crate::desk::{Desk, close, name, set};
use api::{ProjectFile, Session};
use std::path::Path;

/// Tries everything that reads a project on a damaged one. Gives whether it was opened.
fn handle(desk: &Desk, path: &Path, what: &str) -> bool {
    let before = std::fs::read(path).unwrap();
    let read = ProjectFile::read(path);
    let opened = Session::open(&desk.workspace(), path, desk.world.clone(), "甲".to_owned());
    if let Err(error) = &opened {
        assert!(!error.chinese.is_empty() && !error.english.is_empty(), "{what}");
        assert_ne!(error.code, "defect", "{what}: {error}");
    }
    let is_open = opened.is_ok();
    if let Ok(session) = opened {
        close(session);
    }
    drop(read);
    assert_eq!(std::fs::read(path).unwrap(), before, "{what}: looking changed the file");
    is_open
}

/// Recovers a damaged file into a new one and looks at it. `None` where nothing could be read.
fn recovered(desk: &Desk, path: &Path, what: &str) -> Option<ProjectFile> {
    let out = desk.folder.path().join("out.sise");
    let _ = std::fs::remove_file(&out);
    let report = api::recover(&desk.workspace(), path, &out, desk.world.as_ref(), "甲");
    match report {
        Ok(_) => {
            let file = ProjectFile::read(&out).unwrap_or_else(|error| panic!("{what}: {error}"));
            testkit::must_be_whole(&file.snapshot, what);
            Some(file)
        }
        Err(error) => {
            assert_eq!(error.code, "nothing-to-salvage", "{what}: {error}");
            None
        }
    }
}

#[test]
fn two_hundred_truncated_files_are_refused_and_salvaged_where_they_can_be() {
    let desk = Desk::new();
    let whole = std::fs::read(desk.small("好.sise")).unwrap();
    let path = desk.at("断.sise");
    let (mut salvaged, mut most) = (0, 0);
    for number in 0..200 {
        let length = whole.len() * number / 200;
        std::fs::write(&path, &whole[..length]).unwrap();
        let what = format!("cut at {length}");
        assert!(!handle(&desk, &path, &what), "{what} was opened");
        if number % 10 == 0
            && let Some(file) = recovered(&desk, &path, &what)
        {
            salvaged += 1;
            most = most.max(file.snapshot.points.len());
        }
    }
    assert!(salvaged >= 10 && most >= 15, "{salvaged} files were salvaged, with at most {most} points");
}

#[test]
fn five_hundred_files_with_flipped_bytes_are_refused_or_whole() {
    let desk = Desk::new();
    let whole = std::fs::read(desk.small("好.sise")).unwrap();
    let path = desk.at("坏.sise");
    let mut random = fastrand::Rng::with_seed(5);
    let mut refused = 0;
    for number in 0..500 {
        let mut bytes = whole.clone();
        for _ in 0..random.usize(1..40) {
            let at = random.usize(0..bytes.len());
            bytes[at] ^= random.u8(1..);
        }
        std::fs::write(&path, &bytes).unwrap();
        let what = format!("copy {number}");
        refused += usize::from(!handle(&desk, &path, &what));
        if number % 20 == 0 {
            recovered(&desk, &path, &what);
        }
    }
    assert!(refused > 100, "{refused} were refused");
}

#[test]
fn extra_triggers_and_views_are_refused_and_never_run() {
    let desk = Desk::new();
    let good = std::fs::read(desk.small("好.sise")).unwrap();
    let path = desk.at("坏.sise");
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON risk_point BEGIN DELETE FROM person; END",
        "CREATE TRIGGER t AFTER UPDATE ON organisation BEGIN DELETE FROM risk_point; END",
        "CREATE VIEW v AS SELECT * FROM risk_point",
        "CREATE TABLE extra (a)",
        "ALTER TABLE person RENAME TO old; CREATE VIEW person AS SELECT * FROM old",
        "CREATE INDEX extra ON person (name)",
    ] {
        std::fs::write(&path, &good).unwrap();
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch(sql).unwrap();
        connection.close().unwrap();
        assert!(!handle(&desk, &path, sql), "{sql} was opened");
        let file = recovered(&desk, &path, sql).unwrap();
        assert_eq!(file.snapshot.points.len(), 20, "{sql}");
    }
}

#[test]
fn files_of_other_kinds_are_named_for_what_they_are() {
    let desk = Desk::new();
    for (bytes, words) in
        [(&b""[..], "空文件"), (b"PK\x03\x04 something", "压缩包"), (b"%PDF-1.7", "PDF"), (b"hello", "未知")]
    {
        let path = desk.at("别的.sise");
        std::fs::write(&path, bytes).unwrap();
        let error =
            Session::open(&desk.workspace(), &path, desk.world.clone(), "甲".to_owned()).err().unwrap();
        assert_eq!(error.code, "not-a-project");
        assert!(error.chinese.contains(words), "{}", error.chinese);
        assert!(recovered(&desk, &path, words).is_none());
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_is_followed_and_stays_a_link() {
    let desk = Desk::new();
    let real = desk.small("真.sise");
    let link = desk.at("链接.sise");
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let mut session = desk.open(&link);
    set(&mut session, 0, "name", "经链接");
    // The file is open under its own name too.
    let again = Session::open(&desk.workspace(), &real, desk.world.clone(), "甲".to_owned());
    assert_eq!(again.err().unwrap().code, "in-use");
    close(session);
    assert!(std::fs::symlink_metadata(&link).unwrap().file_type().is_symlink());
    assert_eq!(name(&ProjectFile::read(&real).unwrap().snapshot, 0), "经链接");
    std::fs::remove_file(&real).unwrap();
    let error = Session::open(&desk.workspace(), &link, desk.world.clone(), "甲".to_owned()).err().unwrap();
    assert_eq!(error.code, "file-missing");
}

#[test]
fn names_with_quotes_emoji_spaces_and_250_characters_work() {
    let desk = Desk::new();
    let seed = desk.small("好.sise");
    let long = format!("{}.sise", "长".repeat(83));
    let longer = format!("{}.sise", "n".repeat(250));
    for file in ["it's.sise", "a\"b.sise", "🔥 项目 🧯.sise", " 空 格 .sise", "100%?#.sise", &long, &longer]
    {
        let path = desk.at(file);
        std::fs::copy(&seed, &path).unwrap();
        let mut session = desk.open(&path);
        set(&mut session, 0, "name", "改过");
        session.save().unwrap();
        set(&mut session, 0, "name", "又改");
        drop(session);
        let session = desk.open(&path);
        assert_eq!(name(session.snapshot(), 0), "又改", "{file}");
        close(session);
        assert_eq!(name(&ProjectFile::read(&path).unwrap().snapshot, 0), "又改", "{file}");
        std::fs::remove_file(&path).unwrap();
        assert_eq!(desk.names(), ["好.sise"], "{file}");
    }
}

#[test]
fn opening_without_editing_leaves_every_byte_and_nothing_beside() {
    let desk = Desk::new();
    let path = desk.sample("项目.sise");
    let before = std::fs::read(&path).unwrap();
    let modified = std::fs::metadata(&path).unwrap().modified().unwrap();
    let session = desk.open(&path);
    session.view().unwrap();
    assert_eq!(desk.names(), ["项目.sise"]);
    close(session);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), modified);
}

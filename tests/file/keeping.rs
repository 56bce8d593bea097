//! Kept versions, recovery after a crash, copies, backups, handing over.

use crate::desk::{Desk, close, name, point, set};
use api::{HandOverArgs, ProjectFile, Session};
use std::time::{Duration, SystemTime};

/// Makes a file as old as it would be had it been written so long ago.
fn age(path: &std::path::Path, hours: u64) {
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(hours * 3_600)).unwrap();
}

#[test]
fn yesterdays_version_is_kept_and_opens_beside_todays() {
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    desk.forget_versions();
    age(&path, 30);
    let mut session = desk.open(&path);
    set(&mut session, 0, "name", "今天");
    session.save().unwrap();
    set(&mut session, 0, "name", "刚才");
    session.save().unwrap();
    let versions = api::versions(&desk.workspace(), &path).unwrap();
    assert_eq!(versions.len(), 2, "the one of yesterday, and the first of today");
    assert!(versions.iter().all(|own| own.size > 0 && own.kind == "automatic"));
    let old = std::path::Path::new(&versions[1].path);
    assert_eq!(name(&ProjectFile::read(old).unwrap().snapshot, 0), "点 0");
    // It can be gone back to, as a step that can be undone.
    session.restore_version(old).unwrap();
    assert_eq!(name(session.snapshot(), 0), "点 0");
    session.undo().unwrap();
    assert_eq!(name(session.snapshot(), 0), "刚才");
    close(session);
    assert_eq!(desk.names(), ["项目.sise"], "versions are not kept beside the file");
}

#[test]
fn a_start_after_a_crash_tells_what_was_left() {
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    let mut session = desk.open(&path);
    set(&mut session, 0, "name", "未保存");
    assert!(api::left_overs(&desk.workspace()).unwrap().is_empty(), "a window that has it open is no crash");
    drop(session);
    let found = api::left_overs(&desk.workspace()).unwrap();
    assert_eq!((found.len(), found[0].commits, found[0].is_there), (1, 1, true));
    // The file went away with the stick; what was not saved is still there.
    std::fs::remove_file(&path).unwrap();
    assert!(!api::left_overs(&desk.workspace()).unwrap()[0].is_there);
    let out = desk.at("抢救.sise");
    let report = api::recover(&desk.workspace(), &path, &out, desk.world.as_ref(), "甲").unwrap();
    assert_eq!(report.from, "working-copy");
    assert_eq!(name(&ProjectFile::read(&out).unwrap().snapshot, 0), "未保存");
    // And a new project at the old place does not wipe it out.
    let new = api::NewProject { name: "新".to_owned(), kind: api::OrganisationKind::School };
    let rows = api::blank_project(&new, desk.world.as_ref());
    close(Session::create(&desk.workspace(), &path, rows, &[], desk.world.clone(), "甲".to_owned()).unwrap());
    let versions = api::versions(&desk.workspace(), &path).unwrap();
    let kept = versions.iter().find(|own| own.kind == "set-aside").unwrap();
    assert_eq!(name(&ProjectFile::read(std::path::Path::new(&kept.path)).unwrap().snapshot, 0), "未保存");
}

#[test]
fn the_ladder_takes_the_best_there_is_and_refuses_nothing_that_can_be_read() {
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    desk.forget_versions();
    age(&path, 48);
    let mut session = desk.open(&path);
    set(&mut session, 0, "name", "新的");
    close(session);
    let whole = std::fs::read(&path).unwrap();
    let cut = before_the_points(&path);
    let run = |out: &str| {
        let out = desk.at(out);
        let report = api::recover(&desk.workspace(), &path, &out, desk.world.as_ref(), "甲").unwrap();
        let found = name(&ProjectFile::read(&out).unwrap().snapshot, 0);
        (report, found)
    };
    // Whole: copied as it is.
    assert_eq!(run("1.sise").0.from, "file");
    // Damaged where nothing of the rows is: the rows are newer than any version.
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("CREATE TABLE virus (a)").unwrap();
    connection.close().unwrap();
    let (report, found) = run("2.sise");
    assert_eq!((report.from.as_str(), found.as_str()), ("salvage", "新的"));
    assert_eq!(report.tables.iter().map(|own| own.dropped).sum::<u32>(), 0);
    // Rows are lost: the older version is whole, and what was salvaged lies beside it.
    std::fs::write(&path, &whole[..cut]).unwrap();
    let (report, found) = run("3.sise");
    assert_eq!((report.from.as_str(), found.as_str()), ("version", "点 0"));
    let also = report.also.unwrap();
    testkit::must_be_whole(&ProjectFile::read(std::path::Path::new(&also)).unwrap().snapshot, "salvaged");
    assert_eq!(std::fs::read(&path).unwrap(), whole[..cut], "the damaged file is as it was");
}

/// Bytes of the project file before the first page of its risk points.
fn before_the_points(path: &std::path::Path) -> usize {
    let connection = rusqlite::Connection::open(path).unwrap();
    let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let page = number("SELECT rootpage FROM sqlite_schema WHERE name = 'risk_point'");
    let size = number("PRAGMA page_size");
    usize::try_from((page - 1) * size).unwrap()
}

#[test]
fn an_encrypted_copy_opens_with_its_password_only() {
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    let mut session = desk.open(&path);
    let sealed = desk.at("备份.sise.age");
    assert_eq!(session.backup(&sealed, "short").unwrap_err().code, "weak-password");
    session.backup(&sealed, "四色-测试-密码").unwrap();
    let bytes = std::fs::read(&sealed).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    let text = "小学校".as_bytes();
    assert!(!bytes.windows(text.len()).any(|window| window == text));
    let out = desk.at("还原.sise");
    let error = desk.workspace().decrypt(&sealed, &out, "另一个密码啊啊").unwrap_err();
    assert_eq!(api::Explain::code(&error), "wrong-password");
    assert!(!out.exists());
    desk.workspace().decrypt(&sealed, &out, "四色-测试-密码").unwrap();
    assert_eq!(ProjectFile::read(&out).unwrap().snapshot, **session.snapshot());
    std::fs::write(&sealed, &bytes[..bytes.len() - 20]).unwrap();
    assert!(desk.workspace().decrypt(&sealed, &desk.at("x.sise"), "四色-测试-密码").is_err());
    assert!(!desk.at("x.sise").exists());
    close(session);
}

#[test]
fn a_copy_is_the_same_to_the_byte_and_never_replaces_a_file() {
    let desk = Desk::new();
    let (path, out) = (desk.small("项目.sise"), desk.at("副本.sise"));
    let code = api::copy_file(&desk.workspace(), &path, &out, false, desk.world.as_ref(), "甲").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), std::fs::read(&out).unwrap());
    assert_eq!(code, store::short_code(&path).unwrap());
    assert_eq!(code.len(), 9);
    let again = api::copy_file(&desk.workspace(), &path, &out, true, desk.world.as_ref(), "甲");
    assert_eq!(again.unwrap_err().code, "file-exists");
}

#[test]
fn what_is_handed_over_comes_with_note_author_code_and_what_changed() {
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    let other = Desk::new();
    let app = |desk: &Desk| api::App::new(desk.workspace(), desk.world.clone(), Box::new(api::Silent));
    let call = |app: &api::App, name: &str, args: serde_json::Value| -> serde_json::Value {
        serde_json::from_str(&api::call(app, name, &args.to_string()).unwrap()).unwrap()
    };
    for round in 0..2 {
        let mut session = desk.open(&path);
        set(&mut session, 0, "name", &format!("第 {round} 次"));
        let out = desk.at(&format!("移交 {round}.sise"));
        let args = HandOverArgs {
            path: out.display().to_string(),
            clean: false,
            to: "乙".to_owned(),
            note: "二号楼还没看".to_owned(),
        };
        let report = session.hand_over(&args).unwrap();
        assert_eq!(session.store().undo_label().unwrap().unwrap().chinese, "修改风险点·名称");
        close(session);
        let received = other.at("收到.sise");
        std::fs::copy(&out, &received).unwrap();
        let app = app(&other);
        call(&app, "open-project", serde_json::json!({ "path": received }));
        let found = call(&app, "received", serde_json::json!({}));
        assert_eq!(found["code"], report.code.as_str());
        assert_eq!(
            (&found["note"]["note"], &found["note"]["author"]),
            (&"二号楼还没看".into(), &"甲".into())
        );
        if round == 0 {
            assert_eq!(found["since"], serde_json::Value::Null, "never seen here before");
        } else {
            assert_eq!(found["since"]["rows"], 1);
            assert_eq!(found["since"]["changes"][0]["after"], "第 1 次");
        }
        call(&app, "close-project", serde_json::json!({}));
    }
    // A clean copy carries the note and nothing else of the record.
    let mut session = desk.open(&path);
    let out = desk.at("净.sise");
    let args = HandOverArgs {
        path: out.display().to_string(),
        clean: true,
        to: String::new(),
        note: "干净的".to_owned(),
    };
    session.hand_over(&args).unwrap();
    let kinds: Vec<_> = ProjectFile::read(&out)
        .unwrap()
        .history(10)
        .unwrap()
        .into_iter()
        .map(|own| own.note.is_some())
        .collect();
    assert_eq!(kinds, [true, false]);
    let row = point(session.snapshot(), 0);
    assert!(session.snapshot().contains(row));
    close(session);
}

#[test]
fn a_watched_file_tells_what_others_do_to_it() {
    use std::sync::{Arc, Mutex};
    struct Heard(Arc<Mutex<Vec<String>>>);
    impl api::Listener for Heard {
        fn progress(&self, _: &api::Progress) {}
        fn outside(&self, outside: &api::OutsideView) {
            let word = serde_json::to_value(outside).unwrap()["state"].as_str().unwrap().to_owned();
            self.0.lock().unwrap().push(word);
        }
    }
    let desk = Desk::new();
    let path = desk.small("项目.sise");
    let heard = Arc::new(Mutex::new(Vec::new()));
    let app =
        Arc::new(api::App::new(desk.workspace(), desk.world.clone(), Box::new(Heard(Arc::clone(&heard)))));
    api::call(&app, "open-project", &serde_json::json!({ "path": path }).to_string()).unwrap();
    let watch = app.watch();
    let wait = |word: &str| {
        // Until it is heard; how long that takes is the machine's affair.
        for _ in 0..600 {
            if heard.lock().unwrap().last().is_some_and(|own| own == word) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("{word} was never heard: {:?}", heard.lock().unwrap());
    };
    let bytes = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    wait("gone");
    std::fs::write(&path, &bytes).unwrap();
    wait("same");
    std::fs::write(&path, b"something else").unwrap();
    wait("changed");
    drop(watch);
}

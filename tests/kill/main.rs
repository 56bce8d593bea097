//! A process killed at random moments of editing and publishing: no acknowledged edit is lost, the file can always
//! be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use api::{ProjectFile, Session, SystemWorld, Workspace};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const KILLS: u32 = 60;

/// The number that the organisation is called, which the editor counts up with each edit.
fn number(name: Option<&str>) -> u64 {
    name.and_then(|name| name.parse().ok()).unwrap()
}

fn session_number(data: &Path, path: &Path) -> u64 {
    let opened = Session::open(&Workspace::at(data), path, Arc::new(SystemWorld), "检查".to_owned());
    let session = opened.unwrap_or_else(|error| panic!("after a kill: {error}"));
    let found = number(session.snapshot().organisation().map(|own| own.name.as_str()));
    // Left as it is: the next editor resumes, as a user's next start would.
    drop(session);
    found
}

#[test]
fn sixty_kills_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let (data, user) = (folder.path().join("data"), folder.path().join("user"));
    std::fs::create_dir(&user).unwrap();
    let path = user.join("项目.sise");
    let mut random = fastrand::Rng::with_seed(20_261_121);
    let (mut acknowledged, mut behind) = (0, 0);
    for kill in 0..KILLS {
        let mut child = Command::new(env!("CARGO_BIN_EXE_editor"))
            .arg(&data)
            .arg(&path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let last = Arc::new(Mutex::new(acknowledged));
        let heard = Arc::clone(&last);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let listener = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                *heard.lock().unwrap() = line.parse::<u64>().unwrap();
            }
        });
        // The first start makes the project; it is given time to be there at all.
        let patience = if kill == 0 { 1_500 } else { random.u64(5..260) };
        std::thread::sleep(Duration::from_millis(patience));
        child.kill().unwrap();
        child.wait().unwrap();
        listener.join().unwrap();
        acknowledged = *last.lock().unwrap();

        let file = ProjectFile::read(&path).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        let published = number(file.snapshot.organisation().map(|own| own.name.as_str()));
        let recovered = session_number(&data, &path);
        assert!(
            recovered >= acknowledged,
            "kill {kill}: {acknowledged} was acknowledged, {recovered} is there"
        );
        assert!(recovered <= acknowledged + 1, "kill {kill}: more than was ever done");
        assert!(published <= recovered);
        behind += u64::from(published < recovered);
        acknowledged = recovered;
        for entry in std::fs::read_dir(&user).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            let ours = name == "项目.sise" || name.starts_with(".项目.sise.tmp-");
            assert!(ours, "kill {kill}: {name} stands beside the user's file");
        }
    }
    assert!(acknowledged > u64::from(KILLS), "the editor hardly worked: {acknowledged} edits");
    assert!(behind > 0, "no kill hit unpublished edits, the test shows nothing");
}

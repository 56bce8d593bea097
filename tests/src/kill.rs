//! A process killed at random moments of opening, migrating, editing, publishing and merging; and the user's file copied
//! at random moments meanwhile.
//! Relies on the program `editor` saying aloud what was acknowledged.
//! Never shipped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use api::{ProjectFile, Session, SystemWorld, Workspace};
use domain::Snapshot;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// The project of the first format that ever was, which every project here begins as.
pub fn frozen() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen/1.sise")
}

/// The number that the organisation is called; 0 before the first edit.
pub fn edited(rows: &Snapshot) -> u64 {
    rows.organisation().and_then(|own| own.name.parse().ok()).unwrap_or(0)
}

/// The number that the colleague wrote last.
fn merged(rows: &Snapshot) -> u64 {
    rows.points.iter().next().and_then(|point| point.note.parse().ok()).unwrap_or(0)
}

/// An editor at work.
struct Editor {
    child: Child,
    /// What it acknowledged: the last edit, the last merge.
    heard: Arc<Mutex<(u64, u64)>>,
    /// How many lines it said.
    lines: Arc<AtomicU32>,
    listener: JoinHandle<()>,
}

impl Editor {
    fn start(program: &Path, data: &Path, path: &Path, already: (u64, u64)) -> Self {
        Self::start_by(Command::new(program), data, path, already)
    }

    fn start_by(mut command: Command, data: &Path, path: &Path, already: (u64, u64)) -> Self {
        let mut child = command.arg(data).arg(path).arg(frozen()).stdout(Stdio::piped()).spawn().unwrap();
        let heard = Arc::new(Mutex::new(already));
        let hearing = Arc::clone(&heard);
        let count = Arc::new(AtomicU32::new(0));
        let counting = Arc::clone(&count);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let listener = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // A line that the kill cut short was not said.
                let Some((kind, number)) = line.split_once(' ') else { continue };
                let Ok(number) = number.parse() else { continue };
                let mut heard = hearing.lock().unwrap();
                if kind == "e" {
                    heard.0 = number
                } else {
                    heard.1 = number
                }
                counting.fetch_add(1, Ordering::Relaxed);
            }
        });
        Self { child, heard, lines: count, listener }
    }

    /// Waits until it has said so many lines, however long that takes on this machine, or has ended.
    fn let_work(&mut self, lines: u32) {
        while self.lines.load(Ordering::Relaxed) < lines && self.child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Kills it and gives what it had acknowledged.
    fn kill(mut self) -> (u64, u64) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.listener.join().unwrap();
        *self.heard.lock().unwrap()
    }
}

/// What many kills showed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KillReport {
    /// How often the process was killed.
    pub kills: u32,
    /// Edits that were acknowledged.
    pub edits: u64,
    /// Merges that were acknowledged.
    pub merges: u64,
    /// Kills that hit edits which had not reached the file.
    pub behind: u32,
}

/// Kills `program` `kills` times; panics when an acknowledged edit is lost, a file cannot be read, or anything but the
/// project stands in the user's folder.
pub fn kill(program: &Path, kills: u32, seed: u64) -> KillReport {
    let folder = tempfile::tempdir().unwrap();
    let user = folder.path().join("user");
    std::fs::create_dir(&user).unwrap();
    let mut random = fastrand::Rng::with_seed(seed);
    let mut report = KillReport::default();
    let (mut path, mut data, mut known) = (PathBuf::new(), PathBuf::new(), (0, 0));
    for kill in 0..kills {
        // A new project every now and then, so that migrating and the first opening are hit too.
        if kill % 25 == 0 {
            if kill > 0 {
                std::fs::remove_file(&path).unwrap();
            }
            path = user.join(format!("项目 {kill}.sise"));
            data = folder.path().join(format!("data {kill}"));
            known = (0, 0);
        }
        let mut editor = Editor::start(program, &data, &path, known);
        // Four in ten while it opens or migrates, the others somewhere in its work.
        let opening = random.u32(0..10) < 4;
        editor.let_work(if opening { 0 } else { random.u32(1..10) });
        std::thread::sleep(Duration::from_millis(random.u64(0..if opening { 300 } else { 30 })));
        let acknowledged = editor.kill();
        report.kills += 1;
        let _ = std::fs::remove_file(path.with_extension("new"));
        if !path.exists() {
            // Killed before there was a project at all.
            assert_eq!(acknowledged, (0, 0), "kill {kill}");
            continue;
        }
        let file = ProjectFile::read(&path).unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        assert!(file.is_sound().unwrap(), "kill {kill}");
        let published = edited(&file.snapshot);
        let opened = Session::open(&Workspace::at(&data), &path, Arc::new(SystemWorld), "检查".to_owned());
        let session = opened.unwrap_or_else(|error| panic!("kill {kill}: {error}"));
        let found = (edited(session.snapshot()), merged(session.snapshot()));
        // Left as it is: the next editor resumes, as a user's next start would.
        drop(session);
        assert!(
            found.0 >= acknowledged.0,
            "kill {kill}: {acknowledged:?} was acknowledged, {found:?} is there"
        );
        assert!(
            found.1 >= acknowledged.1,
            "kill {kill}: {acknowledged:?} was acknowledged, {found:?} is there"
        );
        assert!(found.0 <= acknowledged.0 + 1, "kill {kill}: more than was ever done");
        assert!(published <= found.0, "kill {kill}");
        report.behind += u32::from(published < found.0);
        report.edits += found.0 - known.0;
        report.merges += u64::from(found.1 > known.1);
        known = found;
        for entry in std::fs::read_dir(&user).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            let own = path.file_name().unwrap().to_string_lossy();
            let ours = *name == *own || name.starts_with(&format!(".{own}.tmp-"));
            assert!(ours, "kill {kill}: {name} stands beside the user's file");
        }
        // What a kill in the middle of a rename left is swept away, so that it cannot hide what the next one leaves.
        for entry in std::fs::read_dir(&user).unwrap() {
            let path = entry.unwrap().path();
            if path.to_string_lossy().contains(".tmp-") {
                std::fs::remove_file(path).unwrap();
            }
        }
    }
    report
}

/// Copies the user's file `copies` times while `program` edits and publishes; panics when a copy is not whole. Gives how
/// many different states were caught.
pub fn copies(program: &Path, copies: u32, seed: u64) -> usize {
    let folder = tempfile::tempdir().unwrap();
    let (data, path) = (folder.path().join("data"), folder.path().join("项目.sise"));
    let mut random = fastrand::Rng::with_seed(seed);
    let mut editor = Editor::start(program, &data, &path, (0, 0));
    editor.let_work(1);
    let mut states = std::collections::BTreeSet::new();
    let copy = folder.path().join("copy.sise");
    for number in 0..copies {
        // As often at any moment as right after something was said.
        if random.bool() {
            let said = editor.lines.load(Ordering::Relaxed);
            editor.let_work(said + 1);
        }
        std::thread::sleep(Duration::from_millis(random.u64(0..20)));
        std::fs::copy(&path, &copy).unwrap();
        let file = ProjectFile::read(&copy).unwrap_or_else(|error| panic!("copy {number}: {error}"));
        assert!(file.is_sound().unwrap(), "copy {number}");
        states.insert(file.revision);
        drop(file);
        std::fs::remove_file(&copy).unwrap();
    }
    editor.kill();
    states.len()
}

/// Runs `program` with files that cannot grow beyond ever different sizes, as on a full disk: every write past the limit
/// fails, in the middle of SQLite's own writes too. Panics when an acknowledged edit is lost or the file is not whole.
/// Gives how many runs came to edit at all.
#[cfg(unix)]
pub fn full_disk(program: &Path, runs: u32, seed: u64) -> u32 {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut worked = 0;
    for run in 0..runs {
        let folder = tempfile::tempdir().unwrap();
        let (data, path) = (folder.path().join("data"), folder.path().join("项目.sise"));
        std::fs::copy(frozen(), &path).unwrap();
        let mut shell = Command::new("sh");
        let blocks = random.u32(1_900..3_200);
        // A write past the limit is an error, not the end of the process.
        shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "sh"]).arg(program);
        shell.stderr(Stdio::null());
        let mut editor = Editor::start_by(shell, &data, &path, (0, 0));
        // It ends by itself when it can write no more.
        editor.let_work(12);
        let acknowledged = editor.kill();
        let file = ProjectFile::read(&path).unwrap_or_else(|error| panic!("run {run}: {error}"));
        assert!(file.is_sound().unwrap(), "run {run}");
        let session =
            Session::open(&Workspace::at(&data), &path, Arc::new(SystemWorld), "检查".to_owned()).unwrap();
        let found = (edited(session.snapshot()), merged(session.snapshot()));
        assert!(
            found.0 >= acknowledged.0 && found.1 >= acknowledged.1,
            "run {run}, {blocks} blocks: {acknowledged:?} was acknowledged, {found:?} is there"
        );
        worked += u32::from(acknowledged.0 > 0);
        session.close().map_err(|back| back.1).unwrap();
    }
    worked
}

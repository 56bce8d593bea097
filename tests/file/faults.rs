//! Every write of the file layer fails once, in every way, and once falls short without a word.

use crate::desk::{Desk, close, name, set};
use api::{ProjectFile, Session, Workspace};
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::{Disk, DiskWrite, Extent};

/// A disk on which one write goes wrong.
#[derive(Debug)]
struct Faulty {
    count: AtomicUsize,
    wrong: usize,
    how: Option<ErrorKind>,
}

impl Disk for Faulty {
    fn write(&self, _: DiskWrite, _: &Path) -> std::io::Result<Extent> {
        if self.count.fetch_add(1, Ordering::Relaxed) != self.wrong {
            return Ok(Extent::Whole);
        }
        match self.how {
            Some(kind) => Err(Error::from(kind)),
            None => Ok(Extent::Half),
        }
    }
}

/// Opens, edits, publishes, edits, copies, merges and closes; gives the last edit that was acknowledged.
fn work(desk: &Desk, workspace: &Workspace, path: &Path) -> usize {
    let mut acknowledged = 0;
    let Ok(mut session) = Session::open(workspace, path, desk.world.clone(), "甲".to_owned()) else {
        return acknowledged;
    };
    for number in 1..=4 {
        set(&mut session, 0, "name", &format!("改 {number}"));
        acknowledged = number;
        // A failed save is told; what was acknowledged must not depend on it.
        let _ = session.save();
        if number == 2 {
            let copy = desk.folder.path().join("copy.sise");
            let _ = std::fs::remove_file(&copy);
            if session.copy(&copy, true).is_ok() {
                let merge = api::MergeArgs {
                    paths: vec![copy.display().to_string()],
                    prefer: None,
                    chosen: Vec::new(),
                    same: Vec::new(),
                };
                session.merge(&merge).unwrap();
            }
        }
    }
    if let Err(back) = session.close() {
        // The window would stay open; here the process ends.
        drop(back);
    }
    acknowledged
}

#[test]
fn whatever_write_goes_wrong_once_nothing_acknowledged_is_lost() {
    let good = Desk::new();
    let seed = good.small("项目.sise");
    let mut writes = 0;
    for how in [Some(ErrorKind::StorageFull), Some(ErrorKind::PermissionDenied), Some(ErrorKind::Other), None]
    {
        for wrong in 0.. {
            let desk = Desk::new();
            let path = desk.at("项目.sise");
            std::fs::copy(&seed, &path).unwrap();
            let disk = Arc::new(Faulty { count: AtomicUsize::new(0), wrong, how });
            let faulty = Workspace::on(desk.folder.path().join("data"), disk.clone());
            let acknowledged = work(&desk, &faulty, &path);
            let what = format!("write {wrong}, {how:?}");
            let file = ProjectFile::read(&path).unwrap_or_else(|error| panic!("{what}: {error}"));
            assert!(file.is_sound().unwrap(), "{what}");
            drop(file);
            assert_eq!(desk.names(), ["项目.sise"], "{what}");
            // The next start, on a disk that works again.
            let session = desk.open(&path);
            let expected = if acknowledged == 0 { "点 0".to_owned() } else { format!("改 {acknowledged}") };
            assert_eq!(name(session.snapshot(), 0), expected, "{what}");
            close(session);
            assert_eq!(name(&ProjectFile::read(&path).unwrap().snapshot, 0), expected, "{what}");
            if disk.count.load(Ordering::Relaxed) <= wrong {
                writes = wrong;
                break;
            }
        }
    }
    assert!(writes > 15, "only {writes} writes pass by the disk");
}

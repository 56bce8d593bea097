//! Result files of strangers in the inbox: what is good is taken once, what is not is set aside with the reason, and no
//! file is ever lost or written over.

use api::{Command, InboxReport, Patience};
use domain::{RowId, Table, Uuid};
use edit::Remove;
use image::{DynamicImage, ImageFormat};
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use testkit::Bench;

const POINT: &str = "JD-S-001";

struct Inbox {
    bench: Bench,
    folder: tempfile::TempDir,
    project: String,
}

impl Inbox {
    fn new() -> Self {
        let bench = Bench::sample();
        let project = bench.snapshot().project().unwrap().id.to_string();
        Self { bench, folder: tempfile::tempdir().unwrap(), project }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.at(name), bytes).unwrap();
    }

    fn result(&self, number: u128) -> Value {
        json!({
            "format": "sise-inspection-result", "version": 1,
            "projectId": self.project, "resultId": Uuid::from_u128(number).to_string(),
            "point": POINT, "doneOn": "2026-11-20", "doneAt": "08:30", "inspector": "刘洋",
            "items": [
                { "text": "急停按钮完好", "result": "normal" },
                { "text": "防护罩完好", "result": "abnormal", "note": "<script>alert('防护罩缺失')</script>" },
            ],
        })
    }

    fn take(&mut self) -> InboxReport {
        let folder = self.folder.path().to_owned();
        let report = api::take_inbox(self.bench.session_mut(), &folder, Patience::None).unwrap();
        assert!(report.left.is_empty() && report.stopped.is_none(), "{report:?}");
        report
    }

    fn inspections(&self) -> usize {
        self.bench.snapshot().inspections.len()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn changed(mut result: Value, key: &str, value: Value) -> Vec<u8> {
    result[key] = value;
    result.to_string().into_bytes()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_good_result_is_taken_once_and_its_fault_becomes_a_danger() {
    let mut inbox = Inbox::new();
    let (inspections, dangers) = (inbox.inspections(), inbox.bench.snapshot().dangers.len());
    let text = inbox.result(1).to_string();
    inbox.put("一号.json", text.as_bytes());
    let report = inbox.take();
    assert_eq!((report.taken.len(), report.refused.len()), (1, 0), "{report:?}");
    assert_eq!(report.taken[0].dangers, 1);
    assert_eq!(inbox.inspections(), inspections + 1);
    assert_eq!(inbox.bench.snapshot().dangers.len(), dangers + 1);
    // The script is a text like any other.
    let taken = inbox.bench.snapshot().dangers.iter().last().unwrap();
    assert!(taken.description.contains("<script>"), "{}", taken.description);
    assert_eq!(names(&inbox.at("已收")), ["一号.json"]);
    assert_eq!(std::fs::read(inbox.at("已收/一号.json")).unwrap(), text.as_bytes());

    // The same once more, under the same name and another one.
    inbox.put("一号.json", text.as_bytes());
    inbox.put("二号.json", text.as_bytes());
    let report = inbox.take();
    let codes: Vec<&str> = report.refused.iter().map(|own| own.code.as_str()).collect();
    assert_eq!((report.taken.len(), codes), (0, vec!["taken-before", "taken-before"]));
    assert_eq!(inbox.inspections(), inspections + 1);
    assert_eq!(names(&inbox.at("退回")), ["一号.json", "一号.json.txt", "二号.json", "二号.json.txt"]);
    let reason = std::fs::read_to_string(inbox.at("退回/一号.json.txt")).unwrap();
    assert!(reason.contains("已经收取过") && reason.contains("taken before"), "{reason}");

    // Another good file under a name that is there already: both are kept.
    inbox.put("一号.json", inbox.result(2).to_string().as_bytes());
    assert_eq!(inbox.take().taken.len(), 1);
    assert_eq!(names(&inbox.at("已收")), ["一号 (2).json", "一号.json"]);
    inbox.bench.reopen();
    assert_eq!(inbox.inspections(), inspections + 2);

    // Taken back, the result may come again.
    inbox.bench.session_mut().undo().unwrap();
    inbox.put("again.json", inbox.result(2).to_string().as_bytes());
    assert_eq!(inbox.take().taken.len(), 1);
}

#[test]
fn every_bad_file_is_set_aside_with_its_reason_and_nothing_is_written() {
    let mut inbox = Inbox::new();
    let point = inbox.bench.snapshot().points.iter().find(|point| point.code == POINT).unwrap().id;
    let row = RowId { table: Table::RiskPoint, id: point.into() };
    let good = inbox.result(10);
    let photo = |bytes: &[u8]| {
        let mut result = good.clone();
        result["items"][1]["photo"] = json!("1.jpg");
        zipped(&[("result.json", result.to_string().as_bytes()), ("1.jpg", bytes)])
    };
    let whole = zipped(&[("result.json", good.to_string().as_bytes())]);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a-empty.json", Vec::new(), "not-a-result"),
        ("b-noise.json", vec![0xff; 100], "not-a-result"),
        ("c-other-json.json", b"{\"a\": 1}".to_vec(), "not-a-result"),
        ("d-cut.json", good.to_string().into_bytes()[..60].to_vec(), "not-a-result"),
        (
            "e-other-project.json",
            changed(good.clone(), "projectId", json!(Uuid::from_u128(5))),
            "other-project",
        ),
        ("f-deleted-point.json", good.to_string().into_bytes(), "deleted-point"),
        ("g-unknown-point.json", changed(good.clone(), "point", json!("XX-1")), "unknown-point"),
        ("h-1970.json", changed(good.clone(), "doneOn", json!("1970-01-01")), "too-early"),
        ("i-future.json", changed(good.clone(), "doneOn", json!("2099-01-01")), "in-the-future"),
        ("j-control.json", changed(good.clone(), "note", json!("a\u{7}b")), "control-characters"),
        ("k-no-photo.zip", photo(b"#!/bin/sh\nrm -rf /"), "no-picture"),
        ("l-cut.zip", whole[..whole.len() / 2].to_vec(), "damaged-zip"),
        ("m-outside.zip", zipped(&[("../result.json", b"{}")]), "unsafe-name"),
        ("n-nothing.zip", zipped(&[]), "no-result"),
    ];
    // Dates and photographs are looked at where the point is known.
    let of_point = ["f-deleted-point.json"];
    let before = inbox.bench.snapshot().clone();
    for (name, bytes, _) in cases.iter().filter(|case| !of_point.contains(&case.0)) {
        inbox.put(name, bytes);
    }
    // Neither folders nor other files are touched.
    std::fs::create_dir(inbox.at("folder.json")).unwrap();
    inbox.put("notes.txt", b"mine");
    inbox.put(".hidden.json", b"{}");
    let report = inbox.take();
    assert!(report.taken.is_empty() && report.changes.is_empty());
    assert_eq!(*inbox.bench.snapshot(), before);
    let mut refused = report.refused;
    inbox.bench.execute(Command::Remove(Remove { rows: vec![row] })).unwrap();
    for (name, bytes, _) in cases.iter().filter(|case| of_point.contains(&case.0)) {
        inbox.put(name, bytes);
    }
    refused.extend(inbox.take().refused);
    for (name, bytes, code) in &cases {
        let own = refused.iter().find(|own| own.file == *name).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(own.code, *code, "{name}: {}", own.reason.english);
        assert!(!own.reason.chinese.is_ascii() && !own.reason.english.is_empty());
        assert_eq!(std::fs::read(inbox.at("退回").join(name)).unwrap(), *bytes, "{name} is kept as it was");
        let reason = std::fs::read_to_string(inbox.at("退回").join(format!("{name}.txt"))).unwrap();
        assert!(reason.contains(&own.reason.chinese), "{reason}");
    }
    assert_eq!(refused.len(), cases.len());
    assert_eq!(names(inbox.folder.path()), [".hidden.json", "folder.json", "notes.txt", "退回"]);
    assert!(!inbox.at("../result.json").exists());
}

#[test]
fn a_photograph_of_forty_megapixels_is_kept_small() {
    let mut inbox = Inbox::new();
    let mut bytes = Cursor::new(Vec::new());
    let large = DynamicImage::ImageLuma8(image::GrayImage::from_pixel(8000, 5000, image::Luma([120])));
    large.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    let mut result = inbox.result(20);
    result["items"][1]["photo"] = json!("1.jpg");
    inbox.put(
        "large.zip",
        &zipped(&[("result.json", result.to_string().as_bytes()), ("1.jpg", bytes.get_ref())]),
    );
    let report = inbox.take();
    assert_eq!(report.taken.len(), 1, "{report:?}");
    let item = inbox.bench.snapshot().inspection_items.iter().find(|item| !item.photo.is_empty()).unwrap();
    let (kind, kept) = inbox.bench.session().store().asset(&item.photo).unwrap();
    assert_eq!(kind, "image/jpeg");
    let kept = image::load_from_memory(&kept).unwrap();
    assert_eq!((kept.width(), kept.height()), (1600, 1000));
    // The danger that it shows has it, too.
    assert!(inbox.bench.snapshot().danger_photos.iter().any(|photo| photo.asset == item.photo));
}

#[test]
fn a_file_that_is_still_being_copied_waits() {
    let inbox = Inbox::new();
    let sample = api::sample_project().unwrap();
    let world = std::sync::Arc::new(testkit::StillWorld::new(1));
    let now = std::time::SystemTime::from(api::World::now(world.as_ref()));
    let data = tempfile::tempdir().unwrap();
    let workspace = api::Workspace::at(data.path().join("data"));
    let path = data.path().join("a.sise");
    let mut session = api::Session::create(
        &workspace,
        &path,
        sample.records,
        &sample.attachments,
        world,
        "测试".to_owned(),
    )
    .unwrap();
    let text = inbox.result(30).to_string();
    let written = |length: usize, seconds: u64| {
        inbox.put("coming.json", &text.as_bytes()[..length]);
        let file = std::fs::File::options().append(true).open(inbox.at("coming.json")).unwrap();
        file.set_modified(now - std::time::Duration::from_secs(seconds)).unwrap();
    };
    let mut take = || api::take_inbox(&mut session, inbox.folder.path(), Patience::ForCopies).unwrap();
    written(40, 1);
    let report = take();
    assert_eq!((report.waiting, report.refused.len()), (vec!["coming.json".to_owned()], 0));
    assert!(inbox.at("coming.json").exists());
    // It arrived.
    written(text.len(), 0);
    assert_eq!(take().taken.len(), 1);
    // One that stays as it is was never whole.
    written(40, 3_600);
    assert_eq!(take().refused.len(), 1);
}

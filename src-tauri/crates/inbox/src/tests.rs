//! Good files are read whole; every bad one has its own refusal, in two languages.

use super::*;
use chrono::{Duration, NaiveDate};
use domain::{
    AnyRecord, CalendarRule, CheckItem, CheckResult, CriteriaPresetId, Executor, Explain as _, Inspection,
    InspectionChannel, InspectionKind, InspectionPlan, Language, OnRestDay, Person, PlanPoint, Project,
    RestDays, RetiredCode, RiskPoint, RiskPointKind, Uuid,
};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 10).unwrap()
}

fn snapshot() -> Snapshot {
    let mut rows = Snapshot::default();
    let preset: CriteriaPresetId = id(99);
    rows.put(AnyRecord::Project(Project {
        id: id(1),
        colour_set: domain::ColourSet::ALL[0],
        activity_preset_id: preset,
        facility_preset_id: preset,
        workplace_preset_id: preset,
        prepared_by: String::new(),
        reviewed_by: String::new(),
        duty_phone: String::new(),
        report_phone: String::new(),
        assembly_point: String::new(),
        accident_catalogue: domain::AccidentCatalogue::Gb1986,
    }));
    for number in [10, 11] {
        let code = format!("JD-S-{number:03}");
        rows.put(AnyRecord::RiskPoint(RiskPoint::blank(
            id(number),
            code,
            "普通车床",
            RiskPointKind::Facility,
        )));
    }
    rows.put(AnyRecord::RetiredCode(RetiredCode { id: id(12), code: "JD-S-012".to_owned() }));
    rows.put(AnyRecord::Person(Person {
        id: id(20),
        department_id: None,
        post_id: None,
        name: "刘洋".to_owned(),
        title: String::new(),
        phone: String::new(),
        ordinal: 1,
        left_on: None,
    }));
    for (number, code) in [(30, "PC-001"), (31, "PC-002")] {
        rows.put(AnyRecord::InspectionPlan(InspectionPlan {
            id: id(number),
            code: code.to_owned(),
            name: code.to_owned(),
            kind: InspectionKind::Daily,
            topic: None,
            scope: String::new(),
            checklist_id: None,
            rule: CalendarRule::Daily,
            rest_days: RestDays::None,
            on_rest: OnRestDay::Skip,
            grace_days: None,
            executor: Executor::Responsible,
            person_id: None,
            tier_id: None,
            department_id: None,
            starts_on: today() - Duration::days(30),
            ends_on: None,
            issued_on: None,
            campaign: false,
            replaces_id: None,
            note: String::new(),
            ordinal: 1,
        }));
    }
    rows.put(AnyRecord::PlanPoint(PlanPoint { id: id(32), plan_id: id(30), point_id: id(10) }));
    for (number, point) in [(40, 10), (41, 11)] {
        rows.put(AnyRecord::CheckItem(CheckItem {
            id: id(number),
            point_id: id(point),
            measure_id: None,
            content: format!("检查项 {number}"),
            version: 1,
            replaces_id: None,
            retired: false,
            ordinal: 1,
        }));
    }
    rows
}

fn written(result: u128) -> Value {
    json!({
        "format": "sise-inspection-result", "version": 1,
        "projectId": Uuid::from_u128(1).to_string(), "resultId": Uuid::from_u128(result).to_string(),
        "plan": "PC-001", "point": "JD-S-010", "dueOn": "2026-03-10",
        "doneOn": "2026-03-10", "doneAt": "08:30", "inspector": "刘洋",
        "items": [
            { "checkItem": Uuid::from_u128(40).to_string(), "result": "normal" },
            { "text": "地面干燥", "result": "abnormal", "note": "<script>alert(1)</script>", "value": "3 mm" },
        ],
    })
}

fn read_json(value: &Value) -> Result<ResultRead, Refused> {
    read(value.to_string().as_bytes(), &snapshot(), today())
}

fn changed(pointer: &str, value: Value) -> Value {
    let mut file = written(500);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap()[key] = value;
    file
}

fn code(result: Result<ResultRead, Refused>) -> &'static str {
    let refused = result.unwrap_err();
    let (chinese, english) = (refused.explain(Language::Chinese), refused.explain(Language::English));
    assert!(!chinese.is_ascii() && chinese.ends_with('。'), "{chinese}");
    assert!(english.ends_with('.'), "{english}");
    refused.code()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(pixels).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG whose notes say: turned by a quarter, taken at 34°44′ north.
fn with_place(jpeg: &[u8]) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    // Two entries: orientation 6, and a folder of GPS notes behind.
    exif.extend(b"\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0");
    exif.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0GPS-34.44");
    let length = u16::try_from(exif.len() + 2).unwrap();
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&jpeg[2..]);
    bytes
}

#[test]
fn a_result_is_read_with_the_rows_that_it_names() {
    let read = read_json(&written(500)).unwrap();
    assert_eq!((read.plan, read.point, read.inspector_id), (Some(id(30)), Some(id(10)), Some(id(20))));
    assert_eq!(read.done_at.unwrap().to_string(), "08:30:00");
    assert_eq!(read.items.len(), 2);
    assert_eq!(read.items[0].content, "检查项 40");
    // A script is a text like any other.
    assert_eq!(read.items[1].note, "<script>alert(1)</script>");
    assert_eq!(read.items[1].result, CheckResult::Abnormal);
    // A mark at the beginning that some programs write changes nothing.
    let marked = format!("\u{feff}{}", written(500));
    assert_eq!(super::read(marked.as_bytes(), &snapshot(), today()).unwrap(), read);
    // A whole place, without a point.
    let mut place = written(501);
    place["plan"] = json!("PC-002");
    place.as_object_mut().unwrap().remove("point");
    assert_eq!(read_json(&place).unwrap().point, None);
}

#[test]
fn a_stranger_as_inspector_keeps_the_name() {
    let read = read_json(&changed("/inspector", json!("外聘专家"))).unwrap();
    assert_eq!((read.inspector_id, read.inspector.as_str()), (None, "外聘专家"));
}

#[test]
fn every_bad_value_has_its_own_refusal() {
    let other = Uuid::from_u128(77).to_string();
    let long = "长".repeat(20_001);
    let cases = [
        (changed("/format", json!("recipes")), "not-a-result"),
        (changed("/version", json!(2)), "result-version"),
        (changed("/extra", json!(1)), "result-shape"),
        (changed("/shift", json!("early")), "result-shape"),
        (changed("/shift", json!(7)), "bad-value"),
        (changed("/projectId", json!(other)), "other-project"),
        (changed("/projectId", json!("x")), "bad-value"),
        (changed("/resultId", json!("00000000-0000-0000-0000-000000000000")), "bad-value"),
        (changed("/point", json!("JD-S-012")), "deleted-point"),
        (changed("/point", json!("JD-S-999")), "unknown-point"),
        (changed("/point", json!("JD-S-011")), "not-covered"),
        (changed("/point", Value::Null), "point-needed"),
        (changed("/plan", json!("PC-999")), "unknown-plan"),
        (changed("/plan", Value::Null), "due-with-plan"),
        (changed("/dueOn", Value::Null), "due-with-plan"),
        (changed("/dueOn", json!("2024-03-01")), "far-apart"),
        (changed("/dueOn", json!("1970-01-01")), "too-early"),
        (changed("/doneOn", json!("1970-01-01")), "too-early"),
        (changed("/doneOn", json!("2026-03-11")), "in-the-future"),
        (changed("/doneOn", json!("2026-02-30")), "bad-value"),
        (changed("/doneOn", json!("2026-3-1")), "bad-value"),
        (changed("/doneAt", json!("25:00")), "bad-value"),
        (changed("/inspector", json!(" ")), "bad-value"),
        (changed("/inspector", json!("刘\u{1b}[31m洋")), "control-characters"),
        (changed("/note", json!("a\u{0}b")), "control-characters"),
        (changed("/note", json!(long)), "too-long"),
        (changed("/items", json!([])), "bad-value"),
        (changed("/items/0/result", json!("fine")), "bad-value"),
        (changed("/items/0/checkItem", json!(other)), "unknown-item"),
        (changed("/items/0/checkItem", json!(Uuid::from_u128(41).to_string())), "other-points-item"),
        (changed("/items/0/text", json!("both")), "item-unclear"),
        (changed("/items/1/photo", json!("1.jpg")), "missing-photo"),
    ];
    for (file, expected) in cases {
        assert_eq!(code(read_json(&file)), expected, "{file}");
    }
    let mut twice = written(500);
    let first = twice["items"][0].clone();
    twice["items"].as_array_mut().unwrap().push(first);
    assert_eq!(code(read_json(&twice)), "item-twice");
    let mut nowhere = written(500);
    for key in ["plan", "point", "dueOn"] {
        nowhere.as_object_mut().unwrap().remove(key);
    }
    assert_eq!(code(read_json(&nowhere)), "nowhere");
}

#[test]
fn a_result_is_taken_once() {
    let mut rows = snapshot();
    rows.put(AnyRecord::Inspection(Inspection {
        id: id(60),
        plan_id: None,
        point_id: None,
        due_on: None,
        shift: None,
        done_on: today(),
        done_at: None,
        inspector_id: None,
        inspector: String::new(),
        channel: InspectionChannel::File,
        source: Uuid::from_u128(500).to_string(),
        note: String::new(),
    }));
    // However the identity is written.
    let mut file = written(500);
    file["resultId"] = json!(Uuid::from_u128(500).simple().to_string().to_uppercase());
    assert_eq!(code(read(file.to_string().as_bytes(), &rows, today())), "taken-before");
}

#[test]
fn what_is_no_file_of_ours_is_refused() {
    for bytes in [&b""[..], b"  ", b"{", b"[]", b"null", b"PK\x03\x04", b"PK", b"\xff\xfe{\0}\0"] {
        let refused = code(read(bytes, &snapshot(), today()));
        assert!(matches!(refused, "not-a-result" | "damaged-zip"), "{refused}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(code(read(deep.as_bytes(), &snapshot(), today())), "not-a-result");
}

#[test]
fn photographs_are_made_smaller_and_say_nothing_of_the_place() {
    let mut file = written(500);
    file["items"][1]["photo"] = json!("1.jpg");
    let text = file.to_string();
    let jpeg = with_place(&picture(3000, 1000, ImageFormat::Jpeg));
    assert!(jpeg.windows(9).any(|bytes| bytes == b"GPS-34.44"));
    let read =
        super::read(&zipped(&[("result.json", text.as_bytes()), ("1.jpg", &jpeg)]), &snapshot(), today());
    let photo = read.unwrap().items[1].photo.clone().unwrap();
    // Turned upright as the camera said, and bounded.
    assert_eq!((photo.width, photo.height), (533, 1600));
    assert!(!photo.bytes.windows(4).any(|bytes| bytes == b"Exif" || bytes == b"GPS-"));
    let again = image::load_from_memory(&photo.bytes).unwrap();
    assert_eq!((again.width(), again.height()), (533, 1600));
    // PNG and WebP are as good.
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        assert_eq!(drawing::photograph(&picture(40, 30, format)).unwrap().width, 40);
    }
}

#[test]
fn what_is_no_photograph_is_said_so() {
    let mut file = written(500);
    file["items"][1]["photo"] = json!("1.jpg");
    let text = file.to_string();
    let with = |bytes: &[u8]| {
        code(read(&zipped(&[("result.json", text.as_bytes()), ("1.jpg", bytes)]), &snapshot(), today()))
    };
    assert_eq!(with(b"MZ this is a program"), "no-picture");
    assert_eq!(with(b"GIF89a\x01\0\x01\0\0\0\0;"), "no-picture");
    let whole = picture(60, 40, ImageFormat::Jpeg);
    assert_eq!(with(&whole[..whole.len() / 2]), "damaged-photo");
    // A header that promises 65,535 by 65,535 pixels.
    let mut promise = picture(8, 8, ImageFormat::Png);
    promise[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    assert!(matches!(with(&promise), "photo-too-large" | "damaged-photo"));
}

#[test]
fn hostile_zips_are_refused() {
    let text = written(500).to_string();
    let result = ("result.json", text.as_bytes());
    let refused = |entries: &[(&str, &[u8])]| code(read(&zipped(entries), &snapshot(), today()));
    assert_eq!(refused(&[("other.json", b"{}")]), "no-result");
    assert_eq!(refused(&[result, ("../evil.jpg", b"x")]), "unsafe-name");
    // Names that no decent program writes.
    for (plain, evil) in [("Xetc/evil.jpg", "/etc/evil.jpg"), ("C__evil.jpg", "C:\\evil.jpg")] {
        let mut bytes = zipped(&[result, (plain, b"x")]);
        while let Some(at) = bytes.windows(plain.len()).position(|own| own == plain.as_bytes()) {
            bytes[at..at + plain.len()].copy_from_slice(evil.as_bytes());
        }
        assert_eq!(code(read(&bytes, &snapshot(), today())), "unsafe-name");
    }
    assert_eq!(refused(&[result, ("bomb.jpg", &vec![0; 41 << 20])]), "too-large");
    // Notes of other systems in folders are passed by.
    assert!(read(&zipped(&[result, ("__MACOSX/._1.jpg", b"x")]), &snapshot(), today()).is_ok());
    // A zip that is cut anywhere is refused, never taken in part.
    let whole = zipped(&[result, ("1.jpg", &picture(8, 8, ImageFormat::Jpeg))]);
    for end in (2..whole.len()).step_by(7) {
        assert!(read(&whole[..end], &snapshot(), today()).is_err());
    }
}

#[test]
fn the_schema_is_the_published_one_and_says_what_the_reader_says() {
    expect_test::expect_file!["../../../../assets/schema/result-v1.schema.json"].assert_eq(&schema());
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap();
    assert!(validator.is_valid(&written(500)));
    assert!(validator.is_valid(&schema["examples"][0]));
    for (pointer, value) in [
        ("/format", json!("recipes")),
        ("/version", json!(2)),
        ("/extra", json!(1)),
        ("/doneOn", json!("1970")),
        ("/items", json!([])),
        ("/items/0/result", json!("fine")),
    ] {
        assert!(!validator.is_valid(&changed(pointer, value)), "{pointer}");
    }
}

//! Scoring, presets, what-if, assessors' sheets, the library and rounds from the terminal.

use crate::{Desk, refused};
use serde_json::Value;
use std::path::Path;

/// A sheet that another spreadsheet library wrote; see `tests/sheets/make.py`.
fn sheet(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sheets").join(name).display().to_string()
}

fn score(desk: &Desk, method: &str, preset: Option<&str>, inputs: &[&str]) -> (String, String) {
    let mut arguments = vec!["score", "--method", method];
    arguments.extend(preset.into_iter().flat_map(|preset| ["--preset", preset]));
    arguments.extend(inputs.iter().flat_map(|input| ["--input", input]));
    arguments.push("--json");
    let report = desk.json(&arguments);
    assert_eq!(report["per_assessor"].as_array().unwrap().len(), inputs.len());
    (report["score"].as_str().unwrap().to_owned(), report["level"].as_str().unwrap().to_owned())
}

/// Method, preset, values of each assessor, score, level.
type Scored = (&'static str, Option<&'static str>, &'static [&'static str], &'static str, &'static str);

#[test]
fn score_gives_what_the_tables_of_the_field_say() {
    let desk = Desk::new();
    let table: &[Scored] = &[
        ("lec", None, &["1,10,7"], "70", "medium"),
        ("lec", Some("lec-four-colour-strict"), &["1,10,7"], "70", "low"),
        ("lec", None, &["3,6,3"], "54", "low"),
        ("lec", None, &["0.5,6,100"], "300", "high"),
        ("lec", None, &["3,3,40"], "360", "major"),
        ("lec", None, &["0.1,3,100"], "30", "low"),
        ("lec", None, &["0.2,6,40"], "48", "low"),
        ("lec", None, &["3,6,15", "3,3,15", "1,6,15"], "165", "high"),
        ("lec", None, &["6,6,7", "1,6,15", "3,6,7"], "156", "medium"),
        ("lec", None, &["0.5,1,100", "3,6,15"], "160", "high"),
        ("lec", Some("lec-four-colour-strict"), &["0.5,1,100", "3,6,15"], "160", "medium"),
        ("lec", None, &["1,1,100", "6,6,15"], "320", "major"),
        ("ls", None, &["3,4"], "12", "medium"),
        ("ls", None, &["3,5"], "15", "high"),
        ("ls", None, &["4,5"], "20", "major"),
        ("ls", Some("ls-2"), &["2,4"], "8", "medium"),
        ("ls", None, &["3,4", "3,5", "4,4"], "14.3333", "medium"),
        ("ls", None, &["4,4", "4,5", "5,4"], "18.6667", "high"),
        ("ls", None, &["2,4", "3,3"], "8.5", "low"),
        ("mes", None, &["3,6,10"], "180", "major"),
        ("mes", None, &["3,6,8"], "144", "high"),
        ("mes", None, &["1,6,8"], "48", "low"),
        ("mes", None, &["5,3,4"], "60", "medium"),
    ];
    for (method, preset, inputs, expected, level) in table {
        let found = score(&desk, method, *preset, inputs);
        assert_eq!(found, ((*expected).to_owned(), (*level).to_owned()), "{method} {inputs:?}");
    }
    let wrong: &[&[&str]] = &[
        &["score", "--method", "lec", "--input", "3,6,8"],
        &["score", "--method", "lec", "--input", "3,6"],
        &["score", "--method", "lec", "--input", "三,6,15"],
        &["score", "--method", "lec", "--input", "-3,6,15"],
        &["score", "--method", "lec", "--input", "1e1,6,15"],
        &["score", "--method", "lec", "--input", ""],
        &["score", "--method", "lec", "--preset", "ls-1", "--input", "3,4"],
        &["score", "--method", "lec", "--preset", "none", "--input", "3,6,15"],
    ];
    for arguments in wrong {
        assert_eq!(refused(&desk.run(arguments)).0, 2, "{arguments:?}");
    }
}

#[test]
fn presets_and_the_library_are_listed() {
    let desk = Desk::new();
    let presets = desk.json(&["presets", "--json"]);
    let presets = presets["presets"].as_array().unwrap();
    assert_eq!(presets.len(), 10);
    assert_eq!(presets.iter().filter(|own| own["default"] == true).count(), 3);
    let library = desk.json(&["library", "--json"]);
    assert!(library["entries"].as_array().unwrap().len() >= 55);
    assert!(library["problem"].is_null());
    let found = desk.json(&["library", "--search", "食堂", "--json"]);
    assert!(!found["entries"].as_array().unwrap().is_empty());
}

#[test]
fn levels_under_other_criteria_change_nothing_in_the_file() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    let before = std::fs::read(desk.at("a.sise")).unwrap();
    let now = desk.json(&["levels", "a.sise", "--json"]);
    let then = desk.json(&["levels", "a.sise", "--preset", "lec-custom", "--json"]);
    assert_eq!(then["preset"], "lec-custom");
    let level = |report: &Value, code: &str| {
        let points = report["points"].as_array().unwrap();
        points.iter().find(|point| point["code"] == code).unwrap()["level"].as_str().unwrap().to_owned()
    };
    let changes = then["changes"].as_array().unwrap();
    assert!(!changes.is_empty());
    for change in changes {
        let code = change["code"].as_str().unwrap();
        assert_eq!(level(&now, code), change["before"]);
        assert_eq!(level(&then, code), change["after"]);
    }
    assert_eq!(std::fs::read(desk.at("a.sise")).unwrap(), before);
    assert_eq!(refused(&desk.run(&["levels", "a.sise", "--preset", "none", "--json"])).0, 2);
}

#[test]
fn sheets_of_another_library_are_taken_row_by_row() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    let first = std::fs::read(desk.at("a.sise")).unwrap();

    let bad = desk.run(&["assess", "a.sise", "--sheet", &sheet("bad.xlsx"), "--json", "--dry-run"]);
    assert_eq!(bad.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&bad.stdout).unwrap();
    assert_eq!(report["taken"], 2);
    assert_eq!(std::fs::read(desk.at("a.sise")).unwrap(), first, "nothing is written before it is accepted");
    let said: Vec<(u64, &str)> = report["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_u64().unwrap(), row["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        said,
        [
            (5, "formula"),
            (6, "text"),
            (7, "text"),
            (8, "not-in-preset"),
            (9, "incomplete"),
            (10, "not-a-number"),
            (11, "not-a-number"),
            (13, "duplicate-id"),
            (14, "duplicate-id"),
            (15, "not-in-project"),
            (16, "missing-id"),
            (17, "bad-id"),
            (18, "not-in-preset"),
            (19, "not-a-number"),
            (20, "unknown-preset")
        ]
    );
    for (name, code) in [("headers.xlsx", "changed-headers"), ("other.xlsx", "other-project")] {
        let output = desk.run(&["assess", "a.sise", "--sheet", &sheet(name), "--json"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["taken"], 0, "{name}");
        assert!(report["refused"].as_array().unwrap().iter().all(|row| row["code"] == code), "{name}");
    }

    let report = desk.json(&["assess", "a.sise", "--sheet", &sheet("good.xlsx"), "--json"]);
    assert_eq!((&report["taken"], &report["refused"]), (&36.into(), &Value::Array(Vec::new())));
    let again = desk.json(&["assess", "a.sise", "--sheet", &sheet("good.xlsx"), "--json"]);
    assert_eq!((&again["taken"], &again["unchanged"]), (&36.into(), &36.into()));
    let history = desk.json(&["history", "a.sise", "--limit", "1", "--json"]);
    assert_eq!(history["entries"][0]["label"]["chinese"], "导入评分 36 条");

    // The sheet that comes out now carries these scores, and goes back in unchanged.
    let out = desk.json(&["sheets", "a.sise", "--out", "out", "--person", "陈海波", "--json"]);
    let path = out["sheets"][0]["path"].as_str().unwrap().to_owned();
    let report = desk.json(&["assess", "a.sise", "--sheet", &path, "--json"]);
    assert_eq!((&report["taken"], &report["unchanged"]), (&36.into(), &36.into()));
}

#[test]
fn sheets_that_are_none_are_one_plain_line() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    std::fs::write(desk.at("text.xlsx"), "这不是表格").unwrap();
    std::fs::write(desk.at("empty.xlsx"), "").unwrap();
    let good = std::fs::read(sheet("good.xlsx")).unwrap();
    std::fs::write(desk.at("half.xlsx"), &good[..good.len() / 2]).unwrap();
    for name in ["text.xlsx", "empty.xlsx", "half.xlsx", "missing.xlsx"] {
        assert_eq!(refused(&desk.run(&["assess", "a.sise", "--sheet", name])).0, 2, "{name}");
    }
    // A folder stands for its spreadsheets; one without any says so.
    std::fs::create_dir(desk.at("none")).unwrap();
    assert_eq!(refused(&desk.run(&["assess", "a.sise", "--sheet", "none"])).0, 2);
    std::fs::create_dir(desk.at("back")).unwrap();
    std::fs::write(desk.at("back/王.xlsx"), &good).unwrap();
    std::fs::write(desk.at("back/坏.xlsx"), "这不是表格").unwrap();
    std::fs::write(desk.at("back/~$王.xlsx"), "open elsewhere").unwrap();
    std::fs::write(desk.at("back/说明.txt"), "text").unwrap();
    let output = desk.run(&["assess", "a.sise", "--sheet", "back", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["files"].as_array().unwrap().len(), 2);
    assert_eq!((&report["taken"], &report["refused"][0]["row"]), (&36.into(), &0.into()));
    assert_eq!(refused(&desk.run(&["sheets", "a.sise", "--out", "o", "--person", "无此人"])).0, 2);
    assert_eq!(refused(&desk.run(&["diff-rounds", "a.sise", "一", "二"])).0, 2);
    let same = desk.json(&["diff-rounds", "a.sise", "now", "now", "--json"]);
    assert_eq!(same["unchanged"], 36);
}

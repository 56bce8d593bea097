//! Hidden dangers from the terminal: the list, and one danger led from its report to its closing.

use crate::{Desk, errors};
use serde_json::{Value, json};

/// A picture of one red pixel.
const PIXEL: &str = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f8cfc00000\
    03010100f70341430000000049454e44ae426082";

fn pixel() -> Vec<u8> {
    let digits: Vec<u8> = PIXEL.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// One step: its answer, or the rule that forbids it.
fn step(desk: &Desk, act: &str, by: Option<&str>, data: &Value) -> Result<Value, String> {
    std::fs::write(desk.at("data.json"), data.to_string()).unwrap();
    let mut arguments = vec!["danger", "a.sise", "YH-2026-005", "--do", act, "--data", "data.json", "--json"];
    arguments.extend(by.into_iter().flat_map(|by| ["--by", by]));
    let output = desk.run(&arguments);
    match output.status.code() {
        Some(0) => Ok(serde_json::from_slice(&output.stdout).unwrap()),
        Some(1) => Err(errors(&output)),
        other => panic!("{other:?}: {}", errors(&output)),
    }
}

fn state_of(desk: &Desk, code: &str) -> Value {
    let list = desk.json(&["dangers", "a.sise", "--json"]);
    list.as_array().unwrap().iter().find(|own| own["code"] == code).unwrap().clone()
}

#[test]
fn the_eight_dangers_of_the_sample_stand_in_their_states() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    let list = desk.json(&["dangers", "a.sise", "--json"]);
    let shown: Vec<String> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|own| {
            let text = |key: &str| own[key].as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} {} {}",
                text("code"),
                text("state"),
                text("grade"),
                text("deadline"),
                text("point")
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "YH-2026-001 rectifying major 2026-10-31 HQ-S-101",
            "YH-2026-002 closed general 2026-10-15 XG-C-202",
            "YH-2026-003 awaiting-acceptance general 2026-11-30 JD-S-003",
            "YH-2026-004 closed general 2026-10-27 JD-C-008",
            "YH-2026-005 reported - - HQ-C-109",
            "YH-2026-006 not-danger - - -",
            "YH-2026-007 extension-asked general 2026-11-30 JD-S-012",
            "YH-2026-008 void - - HQ-S-110",
        ]
    );
    let keys: Vec<&String> = list[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "deadline", "grade", "overdue", "point", "state"]);
    assert_eq!(list[1]["overdue"], false, "what is closed is never overdue");
    let lines = desk.run(&["dangers", "a.sise"]);
    assert!(String::from_utf8_lossy(&lines.stdout).contains("延期审批中"));
}

#[test]
fn a_danger_goes_its_whole_way_and_every_refusal_says_the_rule() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    std::fs::write(desk.at("后.png"), pixel()).unwrap();
    std::fs::write(desk.at("假.png"), "no picture").unwrap();
    let nothing = json!({});
    let refused = |act: &str, by: Option<&str>, data: &Value, says: &str| {
        let before = std::fs::read(desk.at("a.sise")).unwrap();
        let error = step(&desk, act, by, data).unwrap_err();
        assert!(error.contains(says), "{act}: {error}");
        let after = std::fs::read(desk.at("a.sise")).unwrap();
        assert_eq!(before, after, "a refused step leaves the file alone: {act}");
    };
    refused("assign", None, &nothing, "待确认");
    refused("fly", None, &nothing, "没有动作");
    refused("confirm", Some("张三"), &nothing, "没有叫");
    refused("confirm", Some("刘洋"), &nothing, "不能");
    refused("confirm", None, &nothing, "隐患级别");
    refused("confirm", None, &json!({"graed": "general"}), "graed");
    let judged = json!({"grade": "general", "form": "site", "basis": "地面湿滑", "topic": "food"});
    let report = step(&desk, "confirm", None, &judged).unwrap();
    assert_eq!((&report["state"], &report["deadline"]), (&json!("confirmed"), &Value::Null));
    let due = chrono::Local::now().date_naive() + chrono::Days::new(7);
    let early = json!({"responsible": "张秀兰", "measures": "清洗", "funds": 0, "contingency": "警示牌",
        "deadline": "2026-11-01"});
    refused("assign", None, &early, "早于发现日期");
    let mut five = early.clone();
    five["deadline"] = json!(due.to_string());
    let report = step(&desk, "assign", Some("马国庆"), &five).unwrap();
    assert_eq!((&report["state"], &report["deadline"]), (&json!("rectifying"), &json!(due.to_string())));
    let done = json!({"note": "已清洗并铺防滑垫", "funds": 120});
    refused("submit", None, &done, "整改后照片");
    let mut shown = done.clone();
    shown["photos"] = json!([{"file": "假.png", "moment": "after"}]);
    refused("submit", None, &shown, "照片");
    shown["photos"] = json!([{"file": "后.png", "moment": "after"}]);
    refused("submit", Some("王志强"), &shown, "张秀兰");
    assert_eq!(step(&desk, "submit", None, &shown).unwrap()["state"], "awaiting-acceptance");
    let good = json!({"note": "合格", "photos": [{"file": "后.png", "moment": "after"}]});
    refused("accept", Some("张秀兰"), &good, "不能验收自己的整改");
    assert_eq!(step(&desk, "reject", None, &json!({"note": "仍有油渍"})).unwrap()["state"], "rectifying");
    assert_eq!(step(&desk, "submit", None, &shown).unwrap()["state"], "awaiting-acceptance");
    assert_eq!(step(&desk, "accept", None, &good).unwrap()["state"], "closed");
    assert_eq!(state_of(&desk, "YH-2026-005")["overdue"], false);
    let unknown = desk.run(&["danger", "a.sise", "YH-1", "--do", "confirm"]);
    assert_eq!(unknown.status.code(), Some(1));
    // The bundle carries the photographs, and a project made of it is the same.
    assert!(desk.run(&["bundle", "a.sise", "--out", "a.json"]).status.success());
    assert!(desk.run(&["verify", "a.json"]).status.success());
    assert!(desk.run(&["new", "b.sise", "--from", "a.json"]).status.success());
    assert_eq!(desk.json(&["dangers", "a.sise", "--json"]), desk.json(&["dangers", "b.sise", "--json"]));
}

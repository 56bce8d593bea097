//! `sise statistics` and `sise inbox` as a script uses them.

use super::{Desk, refused};
use serde_json::{Value, json};

#[test]
fn statistics_have_one_key_for_each_figure_in_the_order_of_the_definition() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    let arguments = ["statistics", "a.sise", "--from", "2000-01-01", "--to", "2099-12-31", "--json"];
    let output = desk.run(&arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    let keys = [
        "rectification_rate",
        "closure_rate",
        "on_time_rate",
        "overdue_rate",
        "overdue_now",
        "major_rectification_rate",
        "task_completion_rate",
        "missed_rate",
        "point_coverage_rate",
        "first_pass_rate",
        "mean_rectification_days",
        "repeat_rate",
        "density",
        "participation_rate",
        "measure_effectiveness_rate",
    ];
    let found: Vec<&str> =
        text.lines().filter_map(|line| line.trim().strip_prefix('"')?.split('"').next()).collect();
    assert_eq!(found, keys);
    // A period in which nothing happened has no shares, but a number of what is overdue now.
    let empty = desk.json(&["statistics", "a.sise", "--from", "2001-01-01", "--to", "2001-01-31", "--json"]);
    for key in
        ["rectification_rate", "closure_rate", "on_time_rate", "overdue_rate", "major_rectification_rate"]
    {
        assert_eq!(empty[key], Value::Null, "{key}");
    }
    assert!(empty["overdue_now"].is_number());
    // Days the wrong way round, and what is no day.
    let backwards = ["statistics", "a.sise", "--from", "2026-03-02", "--to", "2026-03-01"];
    assert_eq!(refused(&desk.run(&backwards)).0, 2);
    assert_eq!(desk.run(&["statistics", "a.sise", "--from", "no", "--to", "day"]).status.code(), Some(2));
}

#[test]
fn an_inbox_says_how_many_were_taken_and_why_others_were_not() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    assert!(desk.run(&["bundle", "a.sise", "--out", "a.json"]).status.success());
    let bundle: Value = serde_json::from_slice(&std::fs::read(desk.at("a.json")).unwrap()).unwrap();
    std::fs::create_dir(desk.at("in")).unwrap();
    let empty = desk.json(&["inbox", "a.sise", "in", "--json"]);
    assert_eq!(empty, json!({ "taken": 0, "refused": [] }));
    let mut result = json!({
        "format": "sise-inspection-result", "version": 1, "projectId": bundle["project"]["id"],
        "resultId": "01890a5d-ac96-774b-bcce-b302099a8058", "point": "JD-S-001", "doneOn": "2026-03-05",
        "inspector": "刘洋", "items": [{ "text": "防护罩完好", "result": "abnormal", "note": "防护罩缺失" }],
    });
    let dangers = desk.json(&["dangers", "a.sise", "--json"]).as_array().unwrap().len();
    std::fs::write(desk.at("in/good.json"), result.to_string()).unwrap();
    result["resultId"] = json!("01890a5d-ac96-774b-bcce-b302099a8059");
    result["doneOn"] = json!("1970-01-01");
    std::fs::write(desk.at("in/old.json"), result.to_string()).unwrap();
    let output = desk.run(&["inbox", "a.sise", "in", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["taken"], 1);
    assert_eq!(report["refused"][0]["file"], "old.json");
    assert!(report["refused"][0]["reason"].as_str().unwrap().contains("1970-01-01"));
    assert!(desk.at("in/已收/good.json").exists() && desk.at("in/退回/old.json.txt").exists());
    // Durable when it answers.
    assert_eq!(desk.json(&["dangers", "a.sise", "--json"]).as_array().unwrap().len(), dangers + 1);
    // A folder that is none.
    assert_eq!(refused(&desk.run(&["inbox", "a.sise", "nowhere"])).0, 2);
}

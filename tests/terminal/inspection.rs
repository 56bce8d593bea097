//! `sise plan` and `sise tasks`: the calendar of the sample school, as a script reads it.

use super::{Desk, refused};
use serde_json::Value;

fn sample() -> Desk {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    desk
}

/// Dates of one plan, in order.
fn dates(report: &Value, plan: &str) -> Vec<String> {
    let tasks = report["tasks"].as_array().unwrap().iter();
    let own = tasks.filter(|task| task["plan"] == plan).map(|task| task["date"].as_str().unwrap().to_owned());
    own.collect()
}

#[test]
fn the_month_of_the_mine() {
    let desk = sample();
    let march = desk.json(&["plan", "a.sise", "--month", "2026-03", "--json"]);
    assert_eq!(dates(&march, "旬检"), ["2026-03-05", "2026-03-15", "2026-03-24"]);
    assert_eq!(dates(&march, "月检"), ["2026-03-25"]);
    let tasks = march["tasks"].as_array().unwrap();
    for task in tasks {
        let keys: Vec<&str> = task.as_object().unwrap().keys().map(String::as_str).collect();
        for key in ["plan", "date", "point", "executor"] {
            assert!(keys.contains(&key), "{task}");
        }
    }
    let whole = tasks.iter().find(|task| task["plan"] == "月检").unwrap();
    assert!(whole["point"].is_null(), "a plan of a whole place names no point");
    assert_eq!(whole["executor"], "李文涛");
    // In order, so that a script can walk through it.
    let all: Vec<&str> = tasks.iter().map(|task| task["date"].as_str().unwrap()).collect();
    assert!(all.is_sorted());
    // The check before holidays is on a working day.
    let april = desk.json(&["plan", "a.sise", "--month", "2026-04", "--json"]);
    assert_eq!(dates(&april, "节前综合检查"), ["2026-04-01", "2026-04-28"]);
    // Red points every day.
    let november = desk.json(&["plan", "a.sise", "--month", "2026-11", "--json"]);
    let tasks = november["tasks"].as_array().unwrap().iter();
    let daily: Vec<_> =
        tasks.filter(|task| task["plan"] == "重大风险岗位级日检" && task["point"] == "HQ-S-101").collect();
    assert_eq!(daily.len(), 29);
    assert!(daily.iter().all(|task| task["executor"] == "何军"));
    // Nothing before the plans begin.
    let february = desk.json(&["plan", "a.sise", "--month", "2026-02", "--json"]);
    assert!(february["tasks"].as_array().unwrap().is_empty());
}

#[test]
fn the_tasks_of_a_day_tell_where_they_stand() {
    let desk = sample();
    let due = desk.json(&["tasks", "a.sise", "--due", "2026-11-09", "--json"]);
    let tasks = due["tasks"].as_array().unwrap();
    assert!(tasks.iter().all(|task| task["date"] == "2026-11-09"));
    let state = |plan: &str, point: &str| {
        let task = tasks.iter().find(|task| task["plan"] == plan && task["point"] == point);
        task.unwrap_or_else(|| panic!("{plan} {point}"))["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("重大风险岗位级日检", "HQ-S-101"), "done");
    assert_eq!(state("重大风险部门级周检", "HQ-S-101"), "done");
    // Done, but a day after its week was over.
    let late = tasks.iter().find(|task| task["plan"] == "重大风险部门级周检" && task["point"] == "JD-Z-007");
    let late = late.unwrap();
    assert_eq!((late["state"].as_str(), late["done"].as_str()), (Some("missed"), Some("2026-11-17")));
    assert_eq!(late["until"], "2026-11-15");
    let missed = desk.json(&["tasks", "a.sise", "--due", "2026-11-12", "--json"]);
    let missed = missed["tasks"].as_array().unwrap().iter().find(|task| task["point"] == "XG-C-201").unwrap();
    assert_eq!((missed["state"].as_str(), missed["done"].is_null()), (Some("missed"), true));
    let shown = desk.run(&["tasks", "a.sise", "--due", "2026-11-12"]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("漏检\tXG-C-201"), "{shown}");
}

#[test]
fn what_is_no_month_or_day_is_said() {
    let desk = sample();
    for month in ["2026-13", "2026", "三月", "2026-3", "+2026-03", ""] {
        let (code, text) = refused(&desk.run(&["plan", "a.sise", "--month", month]));
        assert_eq!(code, 2, "{month}");
        assert!(text.contains("2026-03"), "{text}");
    }
    for day in ["2026-02-30", "昨天", ""] {
        let (code, text) = refused(&desk.run(&["tasks", "a.sise", "--due", day]));
        assert_eq!(code, 2, "{day}");
        assert!(text.contains("2026-03-05"), "{text}");
    }
}

//! The figures of inspection and rectification, worked out anew by a program of its own (`recalculate.py`) from the rows
//! that were written and from what `sise plan` says, and compared with `sise statistics`, on generated projects.
//! `SISE_STATISTICS=1000` makes it larger.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod generate;

use api::{Session, Workspace};
use chrono::{Datelike, Days, Local, Months, NaiveDate};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use testkit::FixedWorld;

/// Where the built programs are: named by the test command, else beside this test.
fn program() -> PathBuf {
    let folder = std::env::var_os("SISE_BIN_DIR").map(PathBuf::from).unwrap_or_else(|| {
        let own = std::env::current_exe().unwrap();
        own.ancestors().nth(2).unwrap().to_owned()
    });
    let path = folder.join(if cfg!(windows) { "sise.exe" } else { "sise" });
    assert!(path.exists(), "{} is not built; run `cargo build -p cli` first", path.display());
    path
}

/// What `sise` says, as it says it.
fn said(folder: &Path, arguments: &[&str]) -> serde_json::Value {
    let output = Command::new(program())
        .args(arguments)
        .current_dir(folder)
        .env("SISE_DATA_DIR", folder.join("data"))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A generated project as a case: its rows, the tasks of the months around the period, and the figures.
fn case(seed: u64, today: NaiveDate) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project.sise");
    let mut random = fastrand::Rng::with_seed(seed);
    let rows = generate::project(&mut random, today);
    let written: Vec<serde_json::Value> = rows
        .iter()
        .filter(|row| generate::is_read(row.row_id().table))
        .map(|row| serde_json::to_value(row).unwrap())
        .collect();
    let world = Arc::new(FixedWorld::new(900));
    let workspace = Workspace::at(folder.path().join("data"));
    let session = Session::create(&workspace, &project, rows, &[], world, "测试".to_owned()).unwrap();
    session.close().map_err(|back| back.1).unwrap();
    let from = today - Days::new(random.u64(0..200));
    let to = from + Days::new(random.u64(0..100));
    let mut tasks = Vec::new();
    // Neighbours outside the period bound the time of tasks within it.
    let mut month = (from - Months::new(1)).with_day(1).unwrap();
    while month <= to + Months::new(1) {
        let name = format!("{:04}-{:02}", month.year(), month.month());
        let plan = said(folder.path(), &["plan", "project.sise", "--month", &name, "--json"]);
        tasks.extend(plan["tasks"].as_array().unwrap().iter().cloned());
        month = month + Months::new(1);
    }
    let (first, last) = (from.to_string(), to.to_string());
    let figures =
        said(folder.path(), &["statistics", "project.sise", "--from", &first, "--to", &last, "--json"]);
    json!({ "seed": seed, "from": from, "to": to, "today": today, "rows": written, "tasks": tasks, "figures": figures })
}

#[test]
fn an_independent_recalculation_agrees_with_every_figure() {
    let python = ["python3", "python"].into_iter().find(|name| {
        Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
    });
    let Some(python) = python else {
        eprintln!("skipped: there is no python3 to recalculate with");
        return;
    };
    let count = std::env::var("SISE_STATISTICS").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("statistics/recalculate.py");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.json");
    for seed in 0..count {
        // A case that midnight falls into is made again.
        let made = loop {
            let today = Local::now().date_naive();
            let made = case(seed, today);
            if Local::now().date_naive() == today {
                break made;
            }
        };
        std::fs::write(&file, serde_json::to_vec(&made).unwrap()).unwrap();
        let output = Command::new(python).arg(&script).arg(&file).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains(" 15 figures, 0 disagreements"), "{said}\n{errors}");
    }
}

//! The program `sise` as a script uses it: answers, exit codes, one plain line for each error.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod dangers;
mod evaluation;
mod inspection;
mod statistics;

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Where the built programs are: named by the test command, else beside this test.
fn program() -> PathBuf {
    let folder = std::env::var_os("SISE_BIN_DIR").map(PathBuf::from).unwrap_or_else(|| {
        let own = std::env::current_exe().unwrap();
        own.ancestors().nth(2).unwrap().to_owned()
    });
    let path = folder.join(if cfg!(windows) { "sise.exe" } else { "sise" });
    assert!(
        path.exists(),
        "{} is not built; run `cargo xtask test` or `cargo build -p cli` first",
        path.display()
    );
    path
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("SISE_DATA_DIR", self.at("data"))
            .env("LC_ALL", "zh_CN.UTF-8");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        let shown = String::from_utf8_lossy(&output.stdout);
        serde_json::from_str(&shown)
            .unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{shown}\n{}", errors(&output)))
    }
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The exit code, and that an error is one plain line on standard error.
fn refused(output: &Output) -> (i32, String) {
    let text = errors(output);
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with("sise: "), "{text}");
    (output.status.code().unwrap(), text)
}

#[test]
fn the_sample_goes_round_through_a_bundle_byte_for_byte() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    assert!(desk.run(&["bundle", "a.sise", "--out", "a.json"]).status.success());
    assert!(desk.run(&["verify", "a.json"]).status.success());
    assert!(desk.run(&["new", "b.sise", "--from", "a.json"]).status.success());
    assert!(desk.run(&["bundle", "b.sise", "--out", "b.json"]).status.success());
    let (a, b) = (std::fs::read(desk.at("a.json")).unwrap(), std::fs::read(desk.at("b.json")).unwrap());
    assert_eq!(a, b, "export, import, export again gives the same bytes");
    assert_eq!(
        String::from_utf8(a).unwrap(),
        api::sample_bundle(),
        "and the sample is kept as it is written"
    );
}

#[test]
fn a_bundle_of_the_sample_fits_the_published_schema() {
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/schema/dual-prevention-bundle-1.0.schema.json");
    let schema: Value = serde_json::from_slice(&std::fs::read(schema).unwrap()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let mut bundle: Value = serde_json::from_str(api::sample_bundle()).unwrap();
    assert!(validator.is_valid(&bundle));
    bundle["points"][0]["kind"] = "castle".into();
    assert!(!validator.is_valid(&bundle), "the schema must be able to say no");
}

#[test]
fn info_levels_check_and_history_answer_in_json() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    let info = desk.json(&["info", "a.sise", "--json"]);
    assert_eq!(info["counts"]["risk_point"], 36);
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/store/migrations");
    assert_eq!(info["schema_version"], std::fs::read_dir(migrations).unwrap().count());
    let sqlite: Vec<u32> =
        info["sqlite_version"].as_str().unwrap().split('.').map(|part| part.parse().unwrap()).collect();
    assert!(sqlite >= vec![3, 51, 3], "{sqlite:?}");

    let levels = desk.json(&["levels", "a.sise", "--json"]);
    for list in ["points", "zones", "floors", "buildings", "departments"] {
        assert!(!levels[list].as_array().unwrap().is_empty(), "{list}");
    }
    let gas = levels["points"].as_array().unwrap().iter().find(|point| point["code"] == "HQ-S-101").unwrap();
    assert_eq!(
        (gas["level"].as_str(), gas["score"].as_str(), gas["method"].as_str(), gas["reason"].as_str()),
        (Some("major"), Some("240"), Some("lec"), Some("direct"))
    );

    let check = desk.run(&["check", "a.sise", "--json"]);
    let report: Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(report["errors"], 0, "the sample has no errors: {report:#}");
    assert!(check.status.success());

    let history = desk.json(&["history", "a.sise", "--json"]);
    assert_eq!(history["entries"][0]["kind"], "create");
}

#[test]
fn check_ends_with_one_when_there_is_an_error() {
    let desk = Desk::new();
    let mut bundle: Value = serde_json::from_str(api::sample_bundle()).unwrap();
    bundle["points"][3]["hazards"] = Value::Array(Vec::new());
    bundle["levels"] =
        serde_json::json!({"points": [], "zones": [], "floors": [], "buildings": [], "departments": []});
    std::fs::write(desk.at("c.json"), bundle.to_string()).unwrap();
    assert!(desk.run(&["new", "c.sise", "--from", "c.json"]).status.success());
    let check = desk.run(&["check", "c.sise"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("missing-hazard"));
    // Its levels were left out, which verify notices.
    let (code, text) = {
        let output = desk.run(&["verify", "c.json"]);
        (output.status.code().unwrap(), errors(&output))
    };
    assert_eq!(code, 1);
    assert!(text.contains("levels."), "{text}");
}

#[test]
fn what_cannot_run_ends_with_two_and_one_line_that_says_what_to_do() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    std::fs::write(desk.at("text.sise"), "hello").unwrap();
    std::fs::write(desk.at("text.json"), "hello").unwrap();
    let before = std::fs::read(desk.at("a.sise")).unwrap();
    for (arguments, says) in [
        (vec!["info", "none.sise"], "找不到"),
        (vec!["info", "text.sise"], "不是四色项目文件"),
        (vec!["levels", "text.sise", "--json"], "不是四色项目文件"),
        (vec!["new", "a.sise", "--sample"], "已存在"),
        (vec!["new", "b.sise", "--from", "none.json"], "无法读取"),
        (vec!["new", "b.sise", "--from", "text.json"], "数据包"),
        (vec!["verify", "none.json"], "无法读取"),
        (vec!["bundle", "a.sise", "--out", "text.json/x.json"], "无法写入"),
    ] {
        let (code, text) = refused(&desk.run(&arguments));
        assert_eq!(code, 2, "{arguments:?}: {text}");
        assert!(text.contains(says), "{arguments:?}: {text}");
    }
    assert!(!desk.at("b.sise").exists(), "nothing half made");
    assert_eq!(std::fs::read(desk.at("a.sise")).unwrap(), before);
    let english = desk.command(&["--lang", "en", "info", "none.sise"]).output().unwrap();
    assert!(errors(&english).contains("does not exist"), "{}", errors(&english));
    assert_eq!(desk.run(&["frobnicate"]).status.code(), Some(2));
}

#[test]
#[cfg(unix)]
fn a_full_disk_and_a_closed_folder_leave_things_as_they_were() {
    let desk = Desk::new();
    // A limit on file size stands in for a full disk: writing fails half way with an error, not a signal.
    let limited = |limit: u32, arguments: &str| {
        let script = format!("trap '' XFSZ; ulimit -f {limit}; exec \"$0\" {arguments}");
        let mut command = Command::new("sh");
        command
            .args(["-c", &script, program().to_str().unwrap()])
            .current_dir(desk.folder.path())
            .env("SISE_DATA_DIR", desk.at("data"))
            .env("LC_ALL", "zh_CN.UTF-8");
        command.output().unwrap()
    };
    let (code, text) = refused(&limited(60, "new a.sise --sample"));
    assert_eq!(code, 2, "{text}");
    assert!(!desk.at("a.sise").exists(), "nothing half written: {text}");
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    std::fs::write(desk.at("old.json"), "old").unwrap();
    let (code, text) = refused(&limited(20, "bundle a.sise --out old.json"));
    assert_eq!(code, 2, "{text}");
    assert_eq!(std::fs::read(desk.at("old.json")).unwrap(), b"old");
    let left: Vec<_> = std::fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with('.'))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    // A file system that nobody may write to, whoever runs this.
    let (code, text) = refused(&desk.run(&["new", "/proc/sise-test.sise", "--sample"]));
    assert_eq!(code, 2);
    assert!(text.contains("/proc/sise-test.sise"), "{text}");
}

#[test]
fn two_copies_are_set_compared_merged_and_looked_back_at() {
    let desk = Desk::new();
    assert!(desk.run(&["new", "a.sise", "--sample"]).status.success());
    let copy = desk.json(&["copy", "a.sise", "--out", "b.sise", "--json"]);
    assert_eq!(copy["code"].as_str().unwrap().len(), 9);
    assert_eq!(std::fs::read(desk.at("a.sise")).unwrap(), std::fs::read(desk.at("b.sise")).unwrap());
    let same = desk.run(&["diff", "a.sise", "b.sise", "--json"]);
    assert_eq!(same.status.code(), Some(0));
    let set = |file: &str, point: &str, field: &str, value: &str| {
        desk.run(&["set", file, "--point", point, "--field", field, "--value", value])
    };
    assert!(set("a.sise", "BW-C-401", "name", "甲").status.success());
    assert!(set("b.sise", "BW-C-401", "name", "乙").status.success());
    assert!(set("b.sise", "BW-C-402", "note", "他的").status.success());
    for (point, field) in [("NO-SUCH", "name"), ("BW-C-401", "nothing"), ("BW-C-401", "id")] {
        let refused = set("a.sise", point, field, "值");
        assert_eq!(refused.status.code(), Some(2), "{point} {field}");
        assert_eq!(errors(&refused).lines().count(), 1);
    }

    let merge = ["merge", "a.sise", "b.sise", "--out", "c.sise", "--json"];
    let asked = desk.run(&merge);
    assert_eq!(asked.status.code(), Some(1));
    assert!(!desk.at("c.sise").exists(), "with open conflicts no file is written");
    let report: Value = serde_json::from_slice(&asked.stdout).unwrap();
    let conflict = &report["conflicts"][0];
    assert_eq!((&conflict["table"], &conflict["field"]), (&"risk_point".into(), &"name".into()));
    assert_eq!((&conflict["ours"], &conflict["theirs"]), (&"甲".into(), &"乙".into()));
    assert!(conflict["base"].is_string() && conflict["id"].is_string());
    let done = desk.run(&[&merge[..], &["--prefer", "theirs"]].concat());
    assert_eq!(done.status.code(), Some(0), "{}", errors(&done));
    assert_eq!(
        desk.run(&[&merge[..], &["--prefer", "ours"]].concat()).status.code(),
        Some(2),
        "never replaced"
    );
    let with_base = ["merge", "a.sise", "b.sise", "--base", "a.sise", "--out", "d.sise"];
    assert_eq!(desk.run(&with_base).status.code(), Some(0), "against ours as the base there is no conflict");

    let differs = desk.run(&["diff", "a.sise", "c.sise", "--json"]);
    assert_eq!(differs.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&differs.stdout).unwrap();
    assert_eq!(report["changes"].as_array().unwrap().len(), 2);
    let history = desk.json(&["history", "c.sise", "--json"]);
    let entries = history["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 5, "both records are kept");
    assert_eq!(entries.iter().filter(|entry| entry["merged"] == true).count(), 2);
    let first = entries.last().unwrap()["at"].as_str().unwrap();
    let past = desk.json(&["history", "c.sise", "--at", first, "--json"]);
    assert_eq!(past["entries"].as_array().unwrap().len(), 1);
    assert_eq!(past["at"]["levels"]["points"].as_array().unwrap().len(), 36);
    assert_eq!(desk.run(&["history", "c.sise", "--at", "gestern"]).status.code(), Some(2));

    assert!(desk.run(&["copy", "c.sise", "--clean", "--out", "e.sise"]).status.success());
    assert_eq!(desk.json(&["history", "e.sise", "--json"])["entries"].as_array().unwrap().len(), 1);
    let versions = desk.json(&["versions", "a.sise", "--json"]);
    assert_eq!(versions["versions"].as_array().unwrap().len(), 1);
    assert!(versions["size"].as_u64().unwrap() > 0);

    let whole = std::fs::read(desk.at("c.sise")).unwrap();
    std::fs::write(desk.at("t.sise"), &whole[..whole.len() * 9 / 10]).unwrap();
    let salvaged = desk.run(&["recover", "t.sise", "--out", "r.sise", "--json"]);
    assert!(matches!(salvaged.status.code(), Some(0 | 1)), "{}", errors(&salvaged));
    let report: Value = serde_json::from_slice(&salvaged.stdout).unwrap();
    assert_eq!(report["from"], "salvage");
    assert!(desk.run(&["info", "r.sise"]).status.success());
    std::fs::write(desk.at("z.sise"), b"PK\x03\x04").unwrap();
    let nothing = desk.run(&["recover", "z.sise", "--out", "x.sise"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(!desk.at("x.sise").exists());
}

//! Every level of generated projects, recalculated by a program of its own (`tests/recalculate.py`, Python's `decimal`):
//! bundle, terminal, window and ledger must all say the same. `SISE_RECALCULATE=10000` makes it larger.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use api::{CardLayout, ExportArgs, Ink, PrintFormat, PrintKind, ProjectFile, Session, Workspace};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use testkit::{FixedWorld, generate_mixed};

/// Writes every output of a project of so many points into `folder`.
fn outputs(folder: &Path, points: usize) {
    let project = folder.join("project.sise");
    let workspace = Workspace::at(folder.join("data"));
    let world = Arc::new(FixedWorld::new(9));
    let session =
        Session::create(&workspace, &project, generate_mixed(points), &[], world, "测试".to_owned()).unwrap();
    let write = |name: &str, text: &[u8]| std::fs::write(folder.join(name), text).unwrap();
    write("bundle.json", session.bundle().unwrap().as_bytes());
    write("view.json", &serde_json::to_vec(&session.view().unwrap()).unwrap());
    let levels = api::levels(session.snapshot(), session.picture());
    write("levels.json", &serde_json::to_vec(&levels).unwrap());
    session.close().map_err(|back| back.1).unwrap();
    let args = ExportArgs {
        job: "recalculation".to_owned(),
        folder: folder.join("prints").display().to_string(),
        kinds: vec![PrintKind::RiskLedger],
        formats: vec![PrintFormat::Xlsx],
        floors: None,
        points: None,
        map_size: None,
        card_layout: CardLayout::OnePerPage,
        dpi: 150,
        ink: Ink::Rgb,
        open_phones: false,
        theme: None,
        tile: None,
        pieces: None,
        stale: None,
        evacuation: None,
        crop_marks: None,
        month: None,
        dangers: None,
        day: None,
    };
    let file = ProjectFile::read(&project).unwrap();
    let report = api::print_file(file, &args, &mut |_| ControlFlow::Continue(())).unwrap();
    std::fs::copy(&report.files[0].path, folder.join("ledger.xlsx")).unwrap();
}

#[test]
fn an_independent_recalculation_agrees_with_every_output() {
    let python = ["python3", "python"].into_iter().find(|name| {
        Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
    });
    let Some(python) = python else {
        eprintln!("skipped: there is no python3 to recalculate with");
        return;
    };
    let points = std::env::var("SISE_RECALCULATE").ok().and_then(|text| text.parse().ok()).unwrap_or(400);
    let folder = tempfile::tempdir().unwrap();
    outputs(folder.path(), points);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("recalculate.py");
    let output = Command::new(python).arg(script).arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains(", 0 disagreements"), "{said}");
}

//! Papers and returned results in the real window: the report of a month and a notice are printed and read by another
//! program, a sheet is found by its code, result files arrive while the window is open.
//! Relies on the sample school, and on a plan of its own that is due every day.

use crate::dangers::{level, make_check_items, make_plan};
use fantoccini::key::Key;
use serde_json::{Value, json};
use sise_tests::window::{Desk, Window};
use std::path::Path;
use std::process::Command;

const POINT: &str = "HQ-S-103";

/// What another program reads in the only PDF of a folder whose name begins so.
fn read(folder: &Path, begin: &str) -> String {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(begin) && name.ends_with(".pdf")
    };
    let found: Vec<_> = names.filter(wanted).collect();
    assert_eq!(found.len(), 1, "{begin}: {found:?}");
    let output = Command::new("pdftotext").arg("-layout").arg(&found[0]).arg("-").output();
    String::from_utf8(output.expect("pdftotext; install poppler-utils").stdout).unwrap()
}

/// Exports what the open dialog has chosen.
async fn export(window: &Window) {
    window.click("export-start").await;
    window.click("export-done").await;
    window.until("the dialog to close", "!document.querySelector('[data-testid=\"export-dialog\"]')").await;
}

#[tokio::test]
async fn a_month_is_printed_a_sheet_comes_back_and_result_files_arrive() {
    let desk = Desk::new();
    let papers = desk.at("纸");
    std::fs::create_dir(&papers).unwrap();
    let window = crate::open_sample(&desk).await;
    level(&window).await;
    make_check_items(&window).await;
    make_plan(&window).await;
    month_report(&desk, &window, &papers).await;
    notice(&desk, &window, &papers).await;
    returned_sheet(&desk, &window, &papers).await;
    arrivals(&desk, &window).await;
    todo(&window).await;
    window.close().await;
}

async fn month_report(desk: &Desk, window: &Window, papers: &Path) {
    window.click("inspect-statistics").await;
    window.click("statistics-report").await;
    window.by_id("report-weak").await;
    window.click("report-month-before").await;
    let month = "document.querySelector('[data-testid=\"month-report\"]').dataset.month";
    let month = window.ask(month).await.as_str().unwrap().to_owned();
    for part in ["report-general", "report-dangers", "report-inspections", "report-by-hand"] {
        window.by_id(part).await;
    }
    window.shot("inspecting-1-month").await;
    window.click("report-print").await;
    let shown = window.ask("document.querySelector('[data-testid=\"export-month\"]').dataset.month").await;
    assert_eq!(shown, month.as_str());
    window.click("export-format-docx").await;
    window.click("export-format-xlsx").await;
    desk.will_pick(&[papers]);
    window.click("export-folder").await;
    window.shot("inspecting-2-print").await;
    export(window).await;
    let text = read(papers, "安全月报");
    let (year, number) = month.split_once('-').unwrap();
    let said = format!("{year} 年 {} 月", number.trim_start_matches('0'));
    assert!(text.contains("薄弱分析与下月重点") && text.contains(&said), "{said} is not in\n{text}");
    let letter = std::fs::read_dir(papers).unwrap().map(|entry| entry.unwrap().path());
    assert_eq!(letter.filter(|path| path.extension().is_some_and(|own| own == "docx")).count(), 1);
}

/// The code of a danger that somebody rectifies.
fn rectifying(desk: &Desk) -> String {
    let said: Value = serde_json::from_str(&desk.sise(&["dangers", "学校.sise", "--json"])).unwrap();
    let own = said.as_array().unwrap().iter().find(|own| own["state"] == "rectifying");
    own.unwrap()["code"].as_str().unwrap().to_owned()
}

async fn notice(desk: &Desk, window: &Window, papers: &Path) {
    let code = rectifying(desk);
    window.click("inspect-dangers").await;
    let card = format!(
        "[...document.querySelectorAll('[data-testid=\"danger-card\"]')].find(card => card.textContent.includes('{code}'))"
    );
    window.until("the danger", &format!("!!({card})")).await;
    window.ask(&format!("(({card}).click(), true)")).await;
    let photos = "document.querySelectorAll('[data-testid=\"photo\"]').length";
    window.by_id("case-head").await;
    window.settle().await;
    let before = window.ask(photos).await.as_u64().unwrap();
    let picture = desk.at("后来.png");
    std::fs::write(&picture, crate::editor::white_png(640, 480)).unwrap();
    desk.will_pick(&[&picture]);
    window.click("photo-before").await;
    window.until("the photograph", &format!("{photos} === {}", before + 1)).await;
    window.click("case-notice").await;
    window.by_id("export-scope").await;
    window.shot("inspecting-3-notice").await;
    export(window).await;
    let text = read(papers, "隐患整改通知书");
    assert!(text.contains(&code) && text.contains("复查意见"), "{text}");
    window.click("case-file").await;
    export(window).await;
    assert!(read(papers, "隐患个案").contains(&code));
    window.click("case-back").await;
}

/// Waits until the file is as the window shows it.
async fn saved(window: &Window) {
    let chip = "document.querySelector('[data-testid=\"saved-chip\"]')?.dataset.state !== 'soon'";
    window.until("the project to be saved", chip).await;
}

/// The code on the sheet that was printed for the plan of this test.
fn printed_code(desk: &Desk, papers: &Path) -> String {
    let papers = papers.join("检查表");
    let out = papers.display().to_string();
    desk.sise(&["export", "学校.sise", "--kind", "check-sheet", "--format", "pdf", "--out", &out]);
    let text = read(&papers, "检查表-按计划");
    let own = text.lines().find_map(|line| {
        let begin = line.find("DP1:")?;
        line[begin..].split_whitespace().next().filter(|code| code.contains(&format!("/{POINT}/")))
    });
    let today = chrono::Local::now().format("/%Y%m%d/").to_string();
    let code = own.unwrap_or_else(|| panic!("no code of {POINT} in\n{text}")).to_owned();
    assert!(code.contains(&today), "{code} is not of {today}");
    code
}

async fn scan(window: &Window, code: &str) {
    window.fill("sheet-code", code).await;
    window.by_id("sheet-code").await.click().await.unwrap();
    window.press(&[], char::from(Key::Enter)).await;
}

async fn returned_sheet(desk: &Desk, window: &Window, papers: &Path) {
    saved(window).await;
    let code = printed_code(desk, papers);
    window.click("inspect-tasks").await;
    let mut wrong = code.clone();
    wrong.insert(6, '0');
    scan(window, &wrong).await;
    let said = window.text("sheet-code-error").await;
    assert!(said.contains("不是检查表的编码"), "{said}");
    window.shot("inspecting-4-wrong-code").await;
    scan(window, &code).await;
    let cells = "[data-named] [data-testid=\"paper-cell\"]";
    window.find(cells).await;
    window.until("the first cell", "document.activeElement?.dataset.testid === 'paper-cell'").await;
    let count = window.ask(&format!("document.querySelectorAll('{cells}').length")).await.as_u64().unwrap();
    for _ in 0..count {
        window.press(&[], '1').await;
    }
    window.shot("inspecting-5-grid").await;
    window.click("paper-save").await;
    window.until("the grid to close", "!document.querySelector('[data-testid=\"paper\"]')").await;
    // The same sheet once more: it shows what was recorded.
    scan(window, &code).await;
    window.by_id("result").await;
    let items = "document.querySelectorAll('[data-testid=\"result-item\"][data-result=\"normal\"]').length";
    assert_eq!(window.ask(items).await.as_u64().unwrap(), count);
    window.fill("result-note", "第 1 条核对无误").await;
    window.shot("inspecting-6-result").await;
    window.click("result-close").await;
    window.until("the result to close", "!document.querySelector('[data-testid=\"result\"]')").await;
}

/// A result of an inspection beside all plans, as another program writes it.
fn result(project: &str, number: u32) -> String {
    json!({
        "format": "sise-inspection-result", "version": 1, "projectId": project,
        "resultId": format!("00000000-0000-7000-8000-{number:012}"),
        "point": POINT, "doneOn": chrono::Local::now().format("%Y-%m-%d").to_string(), "inspector": "刘洋",
        "items": [
            { "text": "灭火毯在位", "result": "normal" },
            { "text": "烟道口无积油", "result": "abnormal", "note": "烟道口积油 2 mm" },
        ],
    })
    .to_string()
}

async fn arrivals(desk: &Desk, window: &Window) {
    let folder = desk.at("收件");
    std::fs::create_dir(&folder).unwrap();
    desk.will_pick(&[&folder]);
    window.click("inbox-menu").await;
    window.click_on(".ant-dropdown:not(.ant-dropdown-hidden) [data-menu-id$=\"-watch\"]").await;
    window.until("the folder", "document.querySelector('[data-testid=\"inbox-menu\"]').title !== ''").await;
    // The user is somewhere else when they come.
    window.click("inspect-plans").await;
    let said: Value = serde_json::from_str(&desk.sise(&["info", "学校.sise", "--json"])).unwrap();
    let project = said["project_id"].as_str().unwrap_or_else(|| panic!("{said}")).to_owned();
    std::fs::write(folder.join("一.json"), result(&project, 1)).unwrap();
    std::fs::write(folder.join("二.json"), result("00000000-0000-7000-8000-00000000dead", 2)).unwrap();
    window.click("notice-action").await;
    window.by_id("takings").await;
    let count =
        |kind: &str| format!("document.querySelectorAll('[data-testid=\"taking-{kind}\"]').length === 1");
    window.until("the good one", &count("taken")).await;
    window.until("the other one", &count("refused")).await;
    let refused = window.text("taking-refused").await;
    assert!(refused.contains("二.json") && refused.contains("项目"), "{refused}");
    window.shot("inspecting-7-arrivals").await;
    window.click("takings-close").await;
    assert!(folder.join("已收").join("一.json").exists() && folder.join("退回").join("二.json.txt").exists());
    window.click("inspect-dangers").await;
    window.until("the danger of the file", "document.body.textContent.includes('烟道口积油 2 mm')").await;
}

async fn todo(window: &Window) {
    window.click("inspect-todo").await;
    window.by_id("todo").await;
    window.shot("inspecting-8-todo").await;
}

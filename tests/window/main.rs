//! The main job in the real window: open the sample, draw, place, score, watch the colour, undo, close, reopen, print.
//! Every test keeps pictures of the window in `target/debug/shots`, for people to look at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_os = "linux")]

mod control;
mod dangers;
mod drawing;
mod editor;
mod evaluate;
mod file;
mod inspecting;
mod plan;
mod prints;

use fantoccini::key::Key;
use sise_tests::window::{Desk, Window};
use std::process::Command;

/// A room of nine by six metres on an empty floor.
const ROOM: [(f64, f64); 4] = [(0.0, 0.0), (9_000.0, 0.0), (9_000.0, 6_000.0), (0.0, 6_000.0)];

async fn open_sample(desk: &Desk) -> Window {
    desk.sise(&["new", "学校.sise", "--sample"]);
    let window = desk.window(Some(&desk.at("学校.sise"))).await;
    window.size(1366, 768).await;
    window.by_id("workbench").await;
    window.settle().await;
    window
}

/// Goes to the third floor of building A, where nothing is drawn.
async fn to_empty_floor(window: &Window) {
    window.click_on("[data-testid=\"floor-tab\"]:nth-child(3)").await;
    window.until("the empty floor", "document.querySelectorAll('[data-zone]').length === 0").await;
}

async fn draw_room(window: &Window) {
    window.click("tool-polygon").await;
    window.click_places(&ROOM).await;
    window.press(&[], char::from(Key::Enter)).await;
    window.until("the zone", "document.querySelectorAll('[data-zone]').length === 1").await;
    window.click("tool-select").await;
}

/// The level word of the only zone on the floor.
async fn zone_level(window: &Window) -> String {
    let level = window.ask("document.querySelector('[data-zone]')?.dataset.level ?? 'none'").await;
    level.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_main_job_from_opening_to_a_printed_map() {
    let desk = Desk::new();
    let window = open_sample(&desk).await;
    assert!(window.ask("document.querySelectorAll('[data-zone]').length").await.as_u64().unwrap() >= 14);
    window.shot("1-sample").await;

    // Draw a zone by pointer, name it.
    to_empty_floor(&window).await;
    draw_room(&window).await;
    assert_eq!(zone_level(&window).await, "none");
    window.fill("zone-name", "新实训室").await;

    // Place a point in it and name it.
    window.click("tool-point").await;
    window.click_places(&[(4_500.0, 3_000.0)]).await;
    window.until("the pin", "document.querySelectorAll('[data-point]').length === 1").await;
    assert_eq!(zone_level(&window).await, "unassessed");
    window.press(&[], char::from(Key::Escape)).await;
    window.click("tab-basics").await;
    window.fill("point-name", "台钻").await;

    // Find a hazard, choose its accident type, score it: the colour follows each choice.
    window.click("tab-hazards").await;
    window.by_id("new-hazard").await.send_keys("钻头绞入头发和衣袖").await.unwrap();
    window.click("new-hazard-add").await;
    let accidents = window.find("[data-testid=\"hazard-accidents\"]").await;
    accidents.click().await.unwrap();
    let field = window.find("[data-testid=\"hazard-accidents\"] input").await;
    field.send_keys("机械伤害").await.unwrap();
    window.press(&[], char::from(Key::Enter)).await;
    window.press(&[], char::from(Key::Escape)).await;
    window.click("tab-score").await;
    for factor in ["factor-L-3", "factor-E-6", "factor-C-7"] {
        window.click(factor).await;
    }
    window.until("yellow", "document.querySelector('[data-zone]').dataset.level === 'medium'").await;
    assert_eq!(window.text("score").await, "126");
    window.click("factor-C-15").await;
    window.until("orange", "document.querySelector('[data-zone]').dataset.level === 'high'").await;
    assert_eq!(window.text("score").await, "270");
    assert!(window.text("inspector-level").await.contains("较大"));
    window.shot("2-scored").await;

    // Why this colour, down to the assessor's values.
    window.click("why").await;
    let why = window.text("why-chain").await;
    for part in ["台钻", "机械伤害", "270", "160 ≤ D < 320"] {
        assert!(why.contains(part), "{part} is missing in:\n{why}");
    }
    window.shot("3-why").await;
    window.press(&[], char::from(Key::Escape)).await;

    // Undo and redo say what they do, and the colour follows.
    window.press(&[Key::Control], 'z').await;
    window.until("yellow again", "document.querySelector('[data-zone]').dataset.level !== 'high'").await;
    window.press(&[Key::Control], 'y').await;
    window.until("orange again", "document.querySelector('[data-zone]').dataset.level === 'high'").await;

    // Close, reopen, find everything.
    window.close().await;
    let window = desk.window(Some(&desk.at("学校.sise"))).await;
    window.size(1366, 768).await;
    window.by_id("workbench").await;
    window.settle().await;
    to_third_floor_with_zone(&window).await;
    assert_eq!(zone_level(&window).await, "high");
    let levels = desk.sise(&["levels", "学校.sise"]);
    assert!(levels.contains("台钻"), "{levels}");

    // Print the map of this floor through the scripted picker, and read it with another program.
    let prints = desk.at("印刷");
    std::fs::create_dir(&prints).unwrap();
    desk.will_pick(&[&prints]);
    window.click("step-prints").await;
    window.click("export-open-four-colour-map").await;
    window.click("export-folder").await;
    window
        .until(
            "the folder",
            "document.querySelector('[data-testid=\"export-folder-path\"]').textContent.includes('印刷')",
        )
        .await;
    window.shot("4-export").await;
    window.click("export-start").await;
    window.by_id("export-done").await;
    window.shot("5-exported").await;
    let maps: Vec<_> = std::fs::read_dir(&prints).unwrap().map(|entry| entry.unwrap().path()).collect();
    let texts: Vec<String> = maps
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "pdf"))
        .map(|path| {
            let output = Command::new("pdftotext")
                .arg(path)
                .arg("-")
                .output()
                .expect("pdftotext; install poppler-utils");
            String::from_utf8(output.stdout).unwrap()
        })
        .collect();
    assert!(texts.iter().any(|text| text.contains("新实训室")), "no map shows the new room: {maps:?}");
    window.close().await;
}

async fn to_third_floor_with_zone(window: &Window) {
    window.click_on("[data-testid=\"floor-tab\"]:nth-child(3)").await;
    window.until("the zone", "document.querySelectorAll('[data-zone]').length === 1").await;
}

#[tokio::test]
async fn zones_and_points_are_moved_and_deleted_by_hand_and_all_of_it_undone() {
    let desk = Desk::new();
    let window = open_sample(&desk).await;
    to_empty_floor(&window).await;
    draw_room(&window).await;
    let begin = window.ask("window.siseTest.revision()").await.as_i64().unwrap();

    // A vertex dragged outwards makes the zone larger.
    window.click_places(&[(4_500.0, 3_000.0)]).await;
    window.drag((9_000.0, 6_000.0), (12_000.0, 8_000.0)).await;
    assert_eq!(window.ask("window.siseTest.revision()").await.as_i64().unwrap(), begin + 1);
    // The whole zone dragged elsewhere.
    window.drag((4_000.0, 3_000.0), (6_000.0, 5_000.0)).await;
    assert_eq!(window.ask("window.siseTest.revision()").await.as_i64().unwrap(), begin + 2);
    window.shot("6-moved").await;
    // A draft given up leaves nothing.
    window.click("tool-rectangle").await;
    let (x, y) = window.place(14_000.0, 1_000.0).await;
    let pointer = fantoccini::actions::MouseActions::new("mouse".to_owned());
    use fantoccini::actions::{InputSource as _, PointerAction};
    let pointer = pointer
        .then(PointerAction::MoveTo { duration: None, x, y })
        .then(PointerAction::Down { button: 0 })
        .then(PointerAction::MoveTo { duration: None, x: x + 60.0, y: y + 40.0 });
    window.client.perform_actions(pointer).await.unwrap();
    window.press(&[], char::from(Key::Escape)).await;
    window.client.release_actions().await.unwrap();
    window.settle().await;
    assert_eq!(window.ask("window.siseTest.revision()").await.as_i64().unwrap(), begin + 2);
    window.press(&[], char::from(Key::Escape)).await;

    for _ in 0..3 {
        window.press(&[Key::Control], 'z').await;
    }
    window.until("nothing drawn", "document.querySelectorAll('[data-zone]').length === 0").await;
    for _ in 0..3 {
        window.press(&[Key::Control], 'y').await;
    }
    window.until("the zone again", "document.querySelectorAll('[data-zone]').length === 1").await;
    window.close().await;
}

#[tokio::test]
async fn list_and_map_show_one_selection_and_filters_count() {
    let desk = Desk::new();
    let window = open_sample(&desk).await;
    // A row of the list selects the pin on the map and takes the map there.
    window.click_on("[data-testid=\"risk-table\"] [data-row]").await;
    let selected = window.ask("window.siseTest.selection()").await;
    assert_eq!(selected["table"], "risk_point");
    let id = selected["id"].as_str().unwrap();
    window.until("the pin is shown", &format!("!!document.querySelector('[data-point=\"{id}\"]')")).await;
    // A pin of the map selects the row of the list.
    let other = window.ask("[...document.querySelectorAll('[data-point]')].map(pin => pin.dataset.point).find(id => id !== window.siseTest.selection().id)").await;
    let other = other.as_str().unwrap().to_owned();
    window.click_middle(&format!("[data-point=\"{other}\"] circle")).await;
    window.settle().await;
    assert_eq!(window.ask("window.siseTest.selection()").await["id"], other.as_str());
    window
        .until(
            "the row is marked",
            &format!(
                "document.querySelector('[data-row=\"{other}\"]')?.getAttribute('aria-selected') === 'true'"
            ),
        )
        .await;
    window.click("filter-major").await;
    window
        .until(
            "three major rows",
            "document.querySelectorAll('[data-testid=\"risk-table\"] [data-row]').length === 3",
        )
        .await;
    window.shot("7-filtered").await;
    window.close().await;
}

#[tokio::test]
async fn a_new_project_begins_with_what_to_do_and_speaks_english_on_request() {
    let desk = Desk::new();
    let window = desk.window(None).await;
    window.size(1366, 768).await;
    window.by_id("welcome").await;
    window.shot("8-welcome").await;
    desk.will_pick(&[&desk.at("新学校.sise")]);
    window.click("welcome-new").await;
    window.by_id("create-name").await.send_keys("实验中学").await.unwrap();
    window.click("create-ok").await;
    window.by_id("workbench").await;
    window.settle().await;
    assert!(desk.at("新学校.sise").exists());
    window.shot("9-new").await;
    window.click("language").await;
    window.until("English", "document.body.textContent.includes('Identify risks')").await;
    window.shot("10-english").await;
    window.close().await;
}

#[tokio::test]
async fn what_is_no_project_is_refused_in_words_and_the_window_lives_on() {
    let desk = Desk::new();
    std::fs::write(desk.at("文字.sise"), "hello").unwrap();
    let window = desk.window(Some(&desk.at("文字.sise"))).await;
    window.size(1366, 768).await;
    window.by_id("welcome").await;
    window.until("the reason", "document.body.textContent.includes('不是四色项目文件')").await;
    window.shot("11-refused").await;
    window.click("welcome-sample").await;
    window.by_id("workbench").await;
    window.settle().await;
    window.close().await;
    assert_eq!(std::fs::read(desk.at("文字.sise")).unwrap(), b"hello");
}

//! From an empty school to scored risk points in the real window: a canteen traced over a scan, ten points of it out of
//! the library, scored by three people in sheets that openpyxl filled in; criteria changed after a look at what they
//! change; a direct determination, undone and redone.
//! Relies on a Python with openpyxl to fill the sheets in.

use crate::editor::{Hand, PICTURE, bring_in, to_scale, white_png};
use fantoccini::key::Key;
use sise_tests::window::{Desk, Window};
use std::path::Path;
use std::process::Command;

/// The rooms of the canteen, in millimetres from the corner of the scan: kitchen, preparation, store, dining hall.
const ROOMS: [[(f64, f64); 2]; 4] = [
    [(0.0, 0.0), (8_000.0, 6_000.0)],
    [(8_000.0, 0.0), (14_000.0, 6_000.0)],
    [(14_000.0, 0.0), (20_000.0, 6_000.0)],
    [(0.0, 6_000.0), (20_000.0, 11_000.0)],
];

/// Ten kinds of the library, and where in the canteen they are.
const POINTS: [(&str, (f64, f64)); 10] = [
    ("canteen-kitchen", (2_000.0, 1_500.0)),
    ("gas-stove", (5_000.0, 1_500.0)),
    ("kitchen-exhaust-duct", (2_000.0, 4_500.0)),
    ("steam-cabinet", (5_000.0, 4_500.0)),
    ("food-machinery", (10_000.0, 1_500.0)),
    ("food-processing", (12_000.0, 4_500.0)),
    ("cold-store", (15_500.0, 1_500.0)),
    ("food-store", (18_000.0, 4_500.0)),
    ("dining-hall", (6_000.0, 8_500.0)),
    ("drinking-water", (15_000.0, 8_500.0)),
];

const PEOPLE: [&str; 3] = ["陈海波", "李文涛", "王志强"];

#[tokio::test]
async fn an_empty_canteen_becomes_ten_scored_points() {
    let desk = Desk::new();
    desk.sise(&["new", "食堂.sise", "--name", "实验中学"]);
    let window = desk.window(Some(&desk.at("食堂.sise"))).await;
    window.size(1366, 768).await;
    window.by_id("workbench").await;
    window.settle().await;

    add_people(&window).await;
    let place = trace_canteen(&desk, &window).await;
    place_points(&window, &place).await;
    score_by_sheets(&desk, &window).await;
    change_criteria(&window).await;
    determine(&window, &place).await;
    window.close().await;
    let levels = desk.sise(&["levels", "食堂.sise", "--json"]);
    let levels: serde_json::Value = serde_json::from_str(&levels).unwrap();
    let points = levels["points"].as_array().unwrap();
    assert_eq!(points.len(), 10);
    assert!(points.iter().all(|point| point["level"] != "unassessed"), "{levels}");
}

async fn add_people(window: &Window) {
    window.click("step-setup").await;
    window.click("setup-people").await;
    for (index, name) in PEOPLE.iter().enumerate() {
        let field = window.by_id("people-new").await;
        field.click().await.unwrap();
        field.send_keys(name).await.unwrap();
        window.press(&[], char::from(Key::Enter)).await;
        let count = index + 1;
        window
            .until(
                "the person",
                &format!("document.querySelectorAll('[data-testid=\"people-remove\"]').length === {count}"),
            )
            .await;
    }
    window.shot("evaluate-1-people").await;
}

/// Where things of the canteen are on the floor: the scan lies where there was room for it.
struct Place((f64, f64));

impl Place {
    async fn of_scan(window: &Window) -> Self {
        let corner = window
            .ask("(() => { const box = document.querySelector('[data-underlay]').getBoundingClientRect(); return window.siseTest.clientToWorld(box.x, box.y); })()")
            .await;
        Self((corner["x"].as_f64().unwrap() + 1_500.0, corner["y"].as_f64().unwrap() + 700.0))
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.0.0 + x, self.0.1 + y)
    }
}

async fn trace_canteen(desk: &Desk, window: &Window) -> Place {
    window.click("step-identify").await;
    let picture = desk.at("扫描.png");
    std::fs::write(&picture, white_png(PICTURE.0, PICTURE.1)).unwrap();
    let hand = Hand::new(window);
    bring_in(desk, &hand, &picture).await;
    to_scale(&hand).await;
    let place = Place::of_scan(window).await;
    window.click("tool-rectangle").await;
    for (index, corners) in ROOMS.iter().enumerate() {
        window.click_places(&corners.map(|corner| place.at(corner))).await;
        let count = index + 1;
        window
            .until("the room", &format!("document.querySelectorAll('[data-zone]').length === {count}"))
            .await;
    }
    window.press(&[], char::from(Key::Escape)).await;
    window.press(&[], char::from(Key::Escape)).await;
    window.click("tool-select").await;
    for (corners, name) in ROOMS.iter().zip(["热加工间", "粗加工间", "库房", "餐厅"]) {
        let [(left, top), (right, bottom)] = *corners;
        window.click_places(&[place.at(((left + right) / 2.0, (top + bottom) / 2.0))]).await;
        window.fill("zone-name", name).await;
    }
    window.press(&[], char::from(Key::Escape)).await;
    window.shot("evaluate-2-traced").await;
    place
}

async fn place_points(window: &Window, place: &Place) {
    window.click("library-open").await;
    let search = window.by_id("library-search").await;
    search.click().await.unwrap();
    search.send_keys("食堂").await.unwrap();
    window
        .until(
            "the canteen's kinds",
            "!!document.querySelector('[data-entry=\"canteen-kitchen\"]') && !document.querySelector('[data-entry=\"switch-room\"]')",
        )
        .await;
    window.shot("evaluate-3-library").await;
    // What an entry says, with the signs that fit.
    window.click_on("[data-entry=\"gas-stove\"] [data-testid=\"library-entry\"]").await;
    window.by_id("library-signs").await;
    window.shot("evaluate-4-entry").await;
    window.click("library-back").await;
    for (index, (entry, at)) in POINTS.iter().enumerate() {
        clear(window, "library-search").await;
        let search = window.by_id("library-search").await;
        search.send_keys(name_of(entry)).await.unwrap();
        // What is called so exactly stands first, once the search is over.
        window
            .until(
                "the kind",
                &format!("document.querySelector('[data-entry]')?.dataset.entry === '{entry}'"),
            )
            .await;
        window.click_on(&format!("[data-entry=\"{entry}\"] [data-testid=\"library-arm\"]")).await;
        window.by_id("library-armed").await;
        window.click_places(&[place.at(*at)]).await;
        let count = index + 1;
        window
            .until("the point", &format!("document.querySelectorAll('[data-point]').length === {count}"))
            .await;
        window.press(&[], char::from(Key::Escape)).await;
    }
    window.click("library-close").await;
    window.shot("evaluate-5-placed").await;
}

/// What a kind of the library is called.
fn name_of(entry: &str) -> &'static str {
    let found = library::built_in_entries().iter().find(|own| own.id == entry);
    &found.unwrap_or_else(|| panic!("the library has no {entry}")).name
}

async fn clear(window: &Window, id: &str) {
    window.by_id(id).await.click().await.unwrap();
    window.press(&[Key::Control], 'a').await;
    window.press(&[], char::from(Key::Delete)).await;
}

/// A Python that has the other spreadsheet library.
fn python() -> String {
    let own = std::env::var("SISE_PYTHON").ok();
    let candidates = own.into_iter().chain(["python3", "/usr/bin/python3", "python"].map(str::to_owned));
    candidates
        .into_iter()
        .find(|name| {
            let found = Command::new(name).args(["-c", "import openpyxl"]).output();
            found.is_ok_and(|output| output.status.success())
        })
        .expect("a Python with openpyxl; install python3-openpyxl or name one in SISE_PYTHON")
}

async fn score_by_sheets(desk: &Desk, window: &Window) {
    let folder = desk.at("评分表");
    std::fs::create_dir(&folder).unwrap();
    window.click("sheets-open").await;
    for person in 1..=PEOPLE.len() {
        let checked = format!(
            "document.querySelectorAll('[data-testid=\"sheets-people\"] input')[{}].checked",
            person - 1
        );
        if window.ask(&checked).await != true {
            window
                .click_on(&format!("[data-testid=\"sheets-people\"] label:nth-of-type({person}) input"))
                .await;
        }
    }
    desk.will_pick(&[&folder]);
    window.click("sheets-write").await;
    window.by_id("sheets-written").await;
    window.shot("evaluate-6-sheets").await;
    let filled = filled_in(&folder);
    assert!(filled >= 30 * PEOPLE.len(), "{filled} rows were filled in");

    window.click("sheets-in").await;
    desk.will_pick(&[&folder]);
    window.click("sheets-pick-folder").await;
    let report = window.by_id("sheets-report").await;
    assert_eq!(report.attr("data-taken").await.unwrap().unwrap(), filled.to_string());
    assert_eq!(report.attr("data-refused").await.unwrap().unwrap(), "0");
    window.shot("evaluate-7-report").await;
    window.click("sheets-apply").await;
    window
        .until(
            "colours",
            "document.querySelectorAll('[data-zone][data-level=\"unassessed\"]').length === 0 && document.querySelectorAll('[data-zone]').length === 4",
        )
        .await;
    window
        .until("the end of the dialog", "document.querySelector('[data-testid=\"sheets\"]') === null")
        .await;
    window.shot("evaluate-8-scored").await;
}

fn filled_in(folder: &Path) -> usize {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("sheets").join("fill.py");
    let output = Command::new(python()).arg(script).arg(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
}

/// Stricter bands for the workplaces: looked at as a list and on the map, then applied, undone and redone.
async fn change_criteria(window: &Window) {
    let before = levels(window).await;
    window.click("step-setup").await;
    window.click("setup-criteria").await;
    // Another set for the facilities is looked at, and not taken.
    let revision = window.ask("window.siseTest.revision()").await;
    window.click("preset-facility").await;
    window.click_on(".ant-select-dropdown:not(.ant-select-dropdown-hidden) [title=\"LEC-自定义\"]").await;
    window.by_id("preset-switch").await;
    window.by_id("preset-preview").await;
    window.shot("evaluate-8-switch").await;
    window.press(&[], char::from(Key::Escape)).await;
    window
        .until("the dialog to go", "document.querySelector('[data-testid=\"preset-switch\"]') === null")
        .await;
    assert_eq!(window.ask("window.siseTest.revision()").await, revision);
    window.click("accident-table").await;
    window.shot("evaluate-8-criteria").await;
    window.click("preset-edit-workplace").await;
    window.by_id("preset-editor").await;
    for (band, bound) in [("band-bound-0", "150"), ("band-bound-1", "80"), ("band-bound-2", "40")] {
        window.fill(band, bound).await;
    }
    window
        .until(
            "the verdict on these bands",
            "document.querySelector('[data-testid=\"preset-verdict\"]').dataset.ok === 'true'",
        )
        .await;
    window
        .until(
            "what would change",
            "Number(document.querySelector('[data-testid=\"preset-preview\"]')?.dataset.changes ?? 0) > 0",
        )
        .await;
    window.by_id("change-list").await;
    window.by_id("change-map").await;
    window.shot("evaluate-9-preview").await;
    let told = "Number(document.querySelector('[data-testid=\"preset-preview\"]').dataset.changes)";
    let told = window.ask(told).await.as_u64().unwrap();
    // Each change that the list names has its pin on the map.
    window.until("the pins", &format!("document.querySelectorAll('[data-change]').length === {told}")).await;
    window.click("preset-apply").await;
    window
        .until("the end of the editor", "document.querySelector('[data-testid=\"preset-editor\"]') === null")
        .await;
    window.click("step-identify").await;
    let after = levels(window).await;
    let changed = before.iter().zip(&after).filter(|(one, two)| one != two).count();
    assert_eq!(changed as u64, told, "{before:?} {after:?}");
    window.press(&[Key::Control], 'z').await;
    window.settle().await;
    assert_eq!(levels(window).await, before);
    window.press(&[Key::Control], 'y').await;
    window.settle().await;
    assert_eq!(levels(window).await, after);
    window.shot("evaluate-10-applied").await;
}

/// Codes and levels of all points, as the pins show them.
async fn levels(window: &Window) -> Vec<(String, String)> {
    window.until("the pins", "document.querySelectorAll('[data-point]').length === 10").await;
    let pins = "[...document.querySelectorAll('[data-point]')].map(pin => [pin.dataset.point, pin.dataset.level]).sort()";
    serde_json::from_value(window.ask(pins).await).unwrap()
}

async fn determine(window: &Window, place: &Place) {
    let level = "[...document.querySelectorAll('[data-zone]')].map(zone => zone.dataset.level)";
    let is_red = "[...document.querySelectorAll('[data-point]')].some(pin => pin.dataset.point === window.siseTest.selection()?.id && pin.dataset.level === 'major')";
    // The water machine in the dining hall is far from red.
    window.click_places(&[place.at((15_000.0, 8_500.0))]).await;
    window.click("tab-score").await;
    assert_eq!(window.ask(is_red).await, false);
    let before = window.ask(level).await;
    window.click("add-determination").await;
    window.click("determination-condition").await;
    window.click_on(".ant-select-item-option").await;
    let reason = window.by_id("determination-reason").await;
    reason.send_keys("学校食堂未取得许可证").await.unwrap();
    window.shot("evaluate-11-determine").await;
    window.click("determination-save").await;
    window.until("red", is_red).await;
    window.shot("evaluate-12-red").await;
    window.press(&[], char::from(Key::Escape)).await;
    window.press(&[Key::Control], 'z').await;
    window.until("the colours before", &format!("JSON.stringify({level}) === '{before}'")).await;
    window.press(&[Key::Control], 'y').await;
    window
        .until("red again", &format!("JSON.stringify({level}) !== '{before}' && {level}.includes('major')"))
        .await;
    window.shot("evaluate-13-redone").await;
}

/// Cells of the grid that are in sight: row by row, the texts of a column.
async fn column(window: &Window, column: &str) -> Vec<String> {
    let cells = format!(
        "[...document.querySelectorAll('.sheet-row')].sort((a, b) => a.ariaRowIndex - b.ariaRowIndex).map(row => row.querySelector('[data-column=\"{column}\"]').textContent)"
    );
    serde_json::from_value(window.ask(&cells).await).unwrap()
}

/// The cell of a row, counted from 1, in a column.
fn cell(row: u32, column: &str) -> String {
    format!(".sheet-row[aria-rowindex=\"{}\"] [data-column=\"{column}\"]", row + 1)
}

/// Pastes as the system's clipboard would: the driver has no hand on that one.
async fn paste(window: &Window, text: &str) {
    let text = serde_json::to_string(text).unwrap();
    let script = format!(
        "(() => {{ const data = new DataTransfer(); data.setData('text/plain', {text}); return document.querySelector('.sheet-editor').dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }})); }})()"
    );
    window.ask(&script).await;
    window.settle().await;
}

#[tokio::test]
async fn a_list_is_typed_pasted_filled_down_and_changed_in_bulk() {
    let desk = Desk::new();
    let window = crate::open_sample(&desk).await;
    window.click("panel-facility").await;
    window.click("panel-view-list").await;
    window.until("rows", "document.querySelectorAll('.sheet-row').length > 5").await;
    let count = "document.querySelector('[data-testid=\"worksheet-count\"]').textContent";
    let counted = window.ask(count).await;
    let revision = "window.siseTest.revision()";
    let begin = window.ask(revision).await.as_i64().unwrap();

    // A cell selected in the grid selects its pin on the map; Tab and Enter keep what is typed.
    window.click_on(&cell(1, "specification")).await;
    let chosen = window.ask("window.siseTest.selection()?.id").await;
    let owner = format!("document.querySelector('{}').closest('.sheet-row').dataset.owner", cell(1, "code"));
    assert_eq!(chosen, window.ask(&owner).await);
    window.by_id("sheet-editor").await.send_keys("CA6140").await.unwrap();
    window.press(&[], char::from(Key::Tab)).await;
    window.by_id("sheet-editor").await.send_keys("X-01").await.unwrap();
    window.press(&[], char::from(Key::Enter)).await;
    window
        .until(
            "what was typed",
            &format!("document.querySelector('{}').textContent === 'X-01'", cell(1, "equipment_number")),
        )
        .await;
    assert_eq!(column(&window, "specification").await[0], "CA6140");
    assert_eq!(window.ask(revision).await.as_i64().unwrap(), begin + 2);

    // A block over rows that are there is one step.
    window.click_on(&cell(1, "specification")).await;
    let pasted = "M7130\tX-11\tA101\nZ5140\tX-12\tA102\nX6132\tX-13\tA103";
    paste(&window, pasted).await;
    window
        .until(
            "the block",
            &format!("document.querySelector('{}').textContent === 'A103'", cell(3, "location")),
        )
        .await;
    assert_eq!(window.ask(revision).await.as_i64().unwrap(), begin + 3);
    window.shot("evaluate-20-pasted").await;
    window.press(&[Key::Control], 'z').await;
    window
        .until(
            "the rows before",
            &format!("document.querySelector('{}').textContent === 'CA6140'", cell(1, "specification")),
        )
        .await;

    // A block with a cell that no row takes is shown first; nothing is written before the word is given.
    window.click_on(&cell(1, "quantity")).await;
    let before = window.ask(revision).await;
    paste(&window, "3\n两台\n5").await;
    window.by_id("paste-refused").await;
    assert_eq!(window.ask(revision).await, before);
    window.shot("evaluate-21-refused").await;
    window.click("paste-take").await;
    window
        .until(
            "the good cells",
            &format!("document.querySelector('{}').textContent === '5'", cell(3, "quantity")),
        )
        .await;

    // A selection of one column: filled down by the key, changed as a whole by the field above.
    window.click_on(&cell(1, "specification")).await;
    for _ in 0..3 {
        window.press(&[Key::Shift], char::from(Key::Down)).await;
    }
    window.by_id("worksheet-bulk").await;
    window.press(&[Key::Control], 'd').await;
    window
        .until(
            "four alike",
            &format!("document.querySelector('{}').textContent === 'CA6140'", cell(4, "specification")),
        )
        .await;
    let field = window.by_id("worksheet-bulk-text").await;
    field.click().await.unwrap();
    field.send_keys("通用车床").await.unwrap();
    window.shot("evaluate-22-bulk").await;
    window.click("worksheet-bulk-put").await;
    window
        .until(
            "the bulk change",
            &format!("document.querySelector('{}').textContent === '通用车床'", cell(4, "specification")),
        )
        .await;

    // Sorting, filtering and a pin of the map that the grid follows.
    window.click("sheet-sort-level").await;
    window.shot("evaluate-23-sorted").await;
    window.click("sheet-sort-level").await;
    window.click("sheet-sort-level").await;
    window.fill("worksheet-filter", "通用车床").await;
    window.until("four rows", "document.querySelectorAll('.sheet-row').length === 4").await;
    clear(&window, "worksheet-filter").await;
    window.until("all rows", &format!("{count} === {counted}")).await;
    let pin = "[...document.querySelectorAll('.sheet-row')].map(row => row.dataset.owner).filter(id => id && id !== window.siseTest.selection()?.id && document.querySelector(`[data-point=\"${id}\"]`))[0]";
    let pin = window.ask(pin).await.as_str().unwrap().to_owned();
    window.click_middle(&format!("[data-point=\"{pin}\"] circle")).await;
    window
        .until("the row of the pin", &format!("document.querySelector('.sheet-row[data-owner=\"{pin}\"]')?.getAttribute('aria-selected') === 'true'"))
        .await;

    // The worksheet of the family, with measures in five classes.
    window.click("panel-view-sheet").await;
    window.click("panel-full").await;
    window.until("its rows", "document.querySelectorAll('.sheet-row').length > 5").await;
    window.shot("evaluate-24-worksheet").await;
    window.close().await;
}

//! A drawing of others in the real window: the dialog with its preview and layers, one step, rooms offered by a click and
//! all at once; a template area, a floor made like another, the floor on paper as it is shown, and for other programs.
//! Relies on the window's test hooks for where places of the floor are.

use crate::{open_sample, to_empty_floor};
use fantoccini::key::Key;
use sise_tests::window::{Desk, Window};

/// Two rooms with an opening between them, a name, and a kind that cannot be read.
const ROOMS: &str = include_str!("../plans/rooms.dxf");

async fn zones(window: &Window, count: usize) {
    let script = format!("document.querySelectorAll('[data-zone]').length === {count}");
    window.until(&format!("{count} zones"), &script).await;
}

async fn dialog_is(window: &Window, state: &str) {
    let script =
        format!("document.querySelector('[data-testid=\"import-dialog\"]')?.dataset.state === '{state}'");
    window.until(state, &script).await;
}

/// A place of the drawing, in parts of its width and depth.
async fn part(window: &Window, across: f64, down: f64) -> (f64, f64) {
    let found = window
        .ask(&format!(
            "(() => {{ const boxes = [...document.querySelectorAll('.el-wall')].map((own) => own.getBoundingClientRect());
               const least = (side) => Math.min(...boxes.map((own) => own[side])), most = (side) => Math.max(...boxes.map((own) => own[side]));
               return window.siseTest.clientToWorld(least('left') + (most('right') - least('left')) * {across}, least('top') + (most('bottom') - least('top')) * {down}); }})()"
        ))
        .await;
    (found["x"].as_f64().unwrap(), found["y"].as_f64().unwrap())
}

#[tokio::test]
async fn a_drawing_of_others_comes_in_and_its_rooms_are_offered() {
    let desk = Desk::new();
    let (drawing, broken) = (desk.at("办公层.dxf"), desk.at("坏.dxf"));
    std::fs::write(&drawing, ROOMS).unwrap();
    std::fs::write(&broken, "hello").unwrap();
    let window = open_sample(&desk).await;
    to_empty_floor(&window).await;

    // What cannot be read is said in the dialog, and another file can be chosen there.
    desk.will_pick(&[&broken, &drawing]);
    window.click("import-plan").await;
    window.click("import-pick").await;
    let error = window.text("import-error").await;
    assert!(error.contains('。'), "{error}");
    window.shot("drawing-0-refused").await;
    window.click("import-pick").await;
    dialog_is(&window, "chosen").await;

    // The preview, what is left out by name, and the layers.
    assert!(window.text("import-skipped").await.contains("OLE2FRAME"));
    assert!(window.text("import-size").await.contains("9"));
    let layers = window.ask("[...document.querySelectorAll('[data-testid=\"import-layer\"]')].map((own) => own.dataset.layer)").await;
    assert!(layers.as_array().unwrap().iter().any(|own| own == "WALL"), "{layers}");
    window.shot("drawing-1-chosen").await;
    window.click("import-layers-none").await;
    assert_eq!(window.ask("document.querySelector('[data-testid=\"import-start\"]').disabled").await, true);
    window.click("import-layers-all").await;
    window.click("import-start").await;
    window.until("the walls", "document.querySelector('.el-wall') !== null").await;
    window.until("the end of the dialog", "document.querySelector('[role=\"dialog\"]') === null").await;
    window.click("zoom-fit").await;

    // A room by a click inside: its gap is bridged and shown, its name is the one on the drawing.
    window.press(&[], 'u').await;
    let inside = part(&window, 0.25, 0.3).await;
    window.click_places(&[inside]).await;
    window.by_id("rooms-found").await;
    window.shot("drawing-2-room").await;
    window.click("rooms-make").await;
    zones(&window, 1).await;
    let name = window.ask("document.querySelector('[data-testid=\"zone-name\"]')?.value ?? ''").await;
    assert_eq!(name, "办公室");
    window.press(&[Key::Control], 'z').await;
    zones(&window, 0).await;

    // All rooms as one step.
    window.press(&[], 'u').await;
    window.click("rooms-all").await;
    assert!(window.text("rooms-all-found").await.contains('2'));
    window.click("rooms-make-all").await;
    zones(&window, 2).await;
    window.shot("drawing-3-rooms").await;

    // On paper as it is shown, and for other programs.
    let (paper, folder) = (desk.at("画面.pdf"), desk.at("导出"));
    std::fs::create_dir(&folder).unwrap();
    desk.will_pick(&[&paper, &folder]);
    window.click("floor-menu").await;
    window.click("floor-print-view").await;
    // Seventeen million dots take their time where nothing is optimised.
    let begin = std::time::Instant::now();
    while window.ask("document.querySelector('[data-testid=\"reveal\"]') === null").await == true {
        assert!(begin.elapsed().as_secs() < 180, "the print did not come");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));
    if let Some(kept) = std::env::var_os("SISE_SHOTS") {
        std::fs::copy(&paper, std::path::Path::new(&kept).join("as-shown.pdf")).unwrap();
    }
    window.click("floor-menu").await;
    window.click("floor-export-plan").await;
    window.until("the files", "document.body.textContent.includes('已导出 3 个文件')").await;
    let mut endings: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|own| own.unwrap().path().extension().unwrap().to_string_lossy().into_owned())
        .collect();
    endings.sort();
    assert_eq!(endings, ["dxf", "geojson", "svg"]);

    // One undo for all rooms, one for the drawing.
    window.press(&[Key::Control], 'z').await;
    zones(&window, 0).await;
    window.press(&[Key::Control], 'z').await;
    window.until("the walls to go", "document.querySelector('.el-wall') === null").await;
}

#[tokio::test]
async fn a_template_area_by_keys_and_a_floor_like_another() {
    let desk = Desk::new();
    let window = open_sample(&desk).await;
    to_empty_floor(&window).await;

    // A template area without a pointer: its tool, a corner, width and depth.
    window.press(&[], 'g').await;
    window.by_id("option-template").await;
    for key in ['0', ',', '0', char::from(Key::Enter), '1', '2', ',', '8', char::from(Key::Enter)] {
        window.press(&[], key).await;
    }
    zones(&window, 1).await;
    let pins = "document.querySelectorAll('[data-point]').length";
    let brought = window.ask(pins).await.as_u64().unwrap();
    assert!(brought > 0);
    window.press(&[], char::from(Key::Escape)).await;
    window.press(&[], 'f').await;
    window.settle().await;
    window.shot("template-1-laid").await;

    // A floor like this one, without its points.
    let floors = "document.querySelectorAll('[data-testid=\"floor-tab\"]').length";
    let before = window.ask(floors).await.as_u64().unwrap();
    window.click("floor-menu").await;
    window.click("floor-copy-floor").await;
    window.by_id("copy-floor").await;
    window.shot("template-2-copy-floor").await;
    window.click("copy-floor-go").await;
    window.until("the new floor", &format!("{floors} === {}", before + 1)).await;
    zones(&window, 1).await;
    assert_eq!(window.ask(pins).await, 0);

    // Three places on the earth.
    window.click("floor-menu").await;
    window.click("floor-tie").await;
    window.click_places(&[(1_000.0, 1_000.0), (5_000.0, 1_000.0), (1_000.0, 7_000.0)]).await;
    for (index, longitude, latitude) in
        [(0, "113.625410", "34.747250"), (1, "113.625454", "34.747250"), (2, "113.625410", "34.747196")]
    {
        window.fill(&format!("tie-longitude-{index}"), longitude).await;
        window.fill(&format!("tie-latitude-{index}"), latitude).await;
    }
    window.shot("template-3-tie").await;
    window.click("tie-apply").await;
    window
        .until("the tool to be put away", "document.querySelector('[data-testid=\"tie-panel\"]') === null")
        .await;
}

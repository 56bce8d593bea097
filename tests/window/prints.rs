//! The print set in the window: the gallery, a theme, what hangs, a change, what is out of date, printing only that, cancelling.
//! Relies on the sample school; what is shown is waited for.

use crate::open_sample;
use sise_tests::window::{Desk, Window};
use std::collections::BTreeSet;

async fn count(window: &Window, selector: &str) -> u64 {
    window.ask(&format!("document.querySelectorAll('{selector}').length")).await.as_u64().unwrap()
}

#[tokio::test]
async fn a_theme_a_change_the_stale_list_and_only_those_pieces_printed() {
    let desk = Desk::new();
    let window = open_sample(&desk).await;
    window.click("step-prints").await;
    window
        .until("pictures of this project", "document.querySelectorAll('.piece-picture img').length >= 6")
        .await;
    window.shot("prints-1-gallery").await;

    // A theme, seen on pieces of this project before it is taken.
    window.click("prints-style").await;
    window.click("theme-academy").await;
    // The typeface is that of the theme until another is chosen.
    window.find("[data-testid=\"typeface-serif-titles\"][aria-checked=\"true\"]").await;
    window.click("typeface-serif").await;
    window.fill("style-slogan", "安全回家每一天").await;
    window
        .until(
            "pieces in the new look",
            "document.querySelectorAll('[data-testid=\"style-samples\"] img').length >= 3",
        )
        .await;
    window.shot("prints-2-style").await;
    window.click("style-save").await;
    window.until("the editor to close", "!document.querySelector('[data-testid=\"style-editor\"]')").await;
    window.click("prints-style").await;
    window.find("[data-testid=\"typeface-serif\"][aria-checked=\"true\"]").await;
    window.click("theme-academy").await;
    window.find("[data-testid=\"typeface-serif-titles\"][aria-checked=\"true\"]").await;
    window.click("style-save").await;
    window.until("the editor to close", "!document.querySelector('[data-testid=\"style-editor\"]')").await;

    // Everything hangs.
    window.click("choose-all").await;
    window.click("mark-chosen").await;
    window
        .until("pieces on the wall", "document.querySelectorAll('.piece[data-state=\"current\"]').length > 6")
        .await;
    window.click("prints-stale").await;
    window.by_id("stale-none").await;

    // A change of the model that stands on several pieces.
    window.click("step-identify").await;
    window.click_on("[data-testid=\"risk-table\"] [data-row]").await;
    window.click("tab-basics").await;
    window.fill("point-name", "新名称的车床").await;
    window.click("tab-score").await;
    window.click("factor-C-100").await;
    window.click("step-prints").await;
    window.click("prints-stale").await;
    window
        .until("stale pieces", "document.querySelectorAll('[data-testid=\"stale-piece\"]').length > 2")
        .await;
    window
        .until(
            "the reason",
            "['新名称的车床', '评价值'].every(word => document.querySelector('[data-testid=\"stale\"]').textContent.includes(word))",
        )
        .await;
    window.shot("prints-3-stale").await;
    let listed: Vec<String> = serde_json::from_value(
        window
            .ask("[...document.querySelectorAll('[data-testid=\"stale-piece\"]')].map(own => own.dataset.kind)")
            .await,
    )
    .unwrap();

    // Only those are printed.
    let folder = desk.at("更换");
    std::fs::create_dir(&folder).unwrap();
    desk.will_pick(&[&folder]);
    window.click("print-stale").await;
    window.by_id("export-scope").await;
    window.click("export-folder").await;
    window
        .until(
            "the folder",
            "document.querySelector('[data-testid=\"export-folder-path\"]').textContent.includes('更换')",
        )
        .await;
    window.click("export-start").await;
    window.by_id("export-done").await;
    window.shot("prints-4-printed").await;
    let files: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".pdf"))
        .collect();
    assert!(!files.is_empty() && files.iter().all(|name| !name.contains("海报")), "{files:?}");
    assert!(listed.iter().any(|kind| kind == "notice-card"), "{listed:?}");
    assert!(files.contains("风险告知卡.pdf"), "{files:?}");
    let kinds: BTreeSet<&String> = listed.iter().filter(|kind| *kind != "risk-ledger").collect();
    assert!(files.len() <= kinds.len() + 12, "{files:?} for {kinds:?}");
    window.click("export-done").await;

    // Recorded again, nothing is out of date.
    window.click("mark-stale").await;
    window.by_id("stale-none").await;

    // A piece, large, with a text of its own.
    window.click("prints-all").await;
    window.click_on("[data-testid=\"print-notice-card\"] .piece-picture").await;
    window.by_id("preview-picture").await;
    window.click_on("[data-field=\"focus\"] [data-testid=\"piece-text-edit\"]").await;
    window.fill("piece-text-input", "开机前绕车一周").await;
    window.click("piece-text-keep").await;
    window
        .until(
            "the text of this piece",
            "!!document.querySelector('[data-field=\"focus\"][data-own=\"true\"]')",
        )
        .await;
    window.shot("prints-5-preview").await;

    // How it hangs, photographed, and without the photograph again.
    let picture = desk.at("上墙.png");
    std::fs::write(&picture, crate::editor::white_png(640, 480)).unwrap();
    let shown = "!!document.querySelector('[data-testid=\"wall-photo\"] img')";
    desk.will_pick(&[&picture]);
    window.click("wall-photo-add").await;
    window.until("the photograph", shown).await;
    window.shot("prints-6-photo").await;
    window.click("undo").await;
    window.until("the photograph to go", &format!("!({shown})")).await;

    // A batch that is broken off half way: what was written is whole.
    let folder = desk.at("全套");
    std::fs::create_dir(&folder).unwrap();
    desk.will_pick(&[&folder]);
    window.click("export-all").await;
    window.click("export-format-png").await;
    window.click("export-dpi-600").await;
    window.click("export-folder").await;
    window
        .until(
            "the folder",
            "document.querySelector('[data-testid=\"export-folder-path\"]').textContent.includes('全套')",
        )
        .await;
    // Not settled: the call is under way until it is cancelled.
    window.by_id("export-start").await.click().await.unwrap();
    window.by_id("export-progress").await;
    window
        .until(
            "the first file",
            "(document.querySelector('[data-testid=\"export-progress\"] em')?.textContent ?? '').split('/')[0] * 1 >= 100",
        )
        .await;
    window.by_id("export-cancel").await.click().await.unwrap();
    window.by_id("export-report").await;
    window
        .until(
            "the word that it was cancelled",
            "document.querySelector('[data-testid=\"export-report\"]').dataset.cancelled === 'true'",
        )
        .await;
    window.shot("prints-7-cancelled").await;
    assert!(count(&window, "[data-testid=\"export-file\"]").await >= 1);
    let left: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(left.iter().all(|name| !name.starts_with('.')), "nothing half written: {left:?}");
    window.click("export-done").await;
    window.close().await;
}

//! Control in the real window: a list taken in, findings mended, owners assigned, the review, the reopening.
//! Relies on the sample school and on a list of somebody else's in `tests/fixtures/lists`.

use crate::open_sample;
use sise_tests::window::{Desk, Window};
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lists").join(name)
}

/// A number that an element says of itself.
async fn count(window: &Window, id: &str, name: &str) -> u64 {
    let said = window.ask(&format!("document.querySelector('[data-testid=\"{id}\"]')?.dataset.{name}")).await;
    said.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{id} says no {name}: {said}"))
}

#[tokio::test]
async fn a_list_of_others_is_taken_in() {
    let desk = Desk::new();
    let window = open_sample(&desk).await;
    desk.will_pick(&[&fixture("merged-ledger.xlsx")]);
    window.click("list-import-open").await;
    window.shot("control-1-file").await;
    window.click("list-pick").await;
    window.by_id("sheet-look").await;
    window.settle().await;
    window.shot("control-2-columns").await;
    window.click("list-next").await;
    window.by_id("list-rows").await;
    window.shot("control-3-notes").await;
    window.click("list-part-rows").await;
    window.shot("control-4-rows").await;
    let rows = count(&window, "list-sum", "rows").await;
    let mut sum = 0;
    for outcome in ["created", "updated", "unchanged", "refused"] {
        sum += count(&window, "list-sum", outcome).await;
    }
    assert_eq!(rows, sum, "every row is accounted for");
    window.click("list-apply").await;
    window.click("step-overview").await;
    window.by_id("stages").await;
    window.settle().await;
    window.shot("control-5-overview").await;
    window.click("tile-major").await;
    window.shot("control-6-behind").await;
    window.click("behind-row").await;
    assert_eq!(window.ask("window.siseTest.selection()?.table").await.as_str(), Some("risk_point"));
    window.click("step-tiers").await;
    window.click_on("[data-testid=\"risk-table\"] [data-row] [data-testid=\"pick\"]").await;
    window.shot("control-11-tiers").await;
    window.click("assign-open").await;
    window.shot("control-12-assign").await;
    window.click_on(".ant-modal-close").await;
    window.click("tiers-matrix").await;
    window.shot("control-13-matrix").await;
    window.click("tiers-lists").await;
    window.settle().await;
    window.shot("control-14-lists").await;
    window.click("step-check").await;
    window.settle().await;
    window.shot("control-7-health").await;
    window.click("step-overview").await;
    window.click("duty-open").await;
    window.settle().await;
    window.shot("control-8-duty").await;
    window.click_on("[data-testid=\"duty-dot\"]:nth-child(2)").await;
    window.shot("control-9-duty").await;
    window.click_on("[data-testid=\"duty-dot\"]:nth-last-child(1)").await;
    window.shot("control-10-duty").await;
    window.click("duty-leave").await;
    window.close().await;
}

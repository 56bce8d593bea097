//! Control in the real window: a list taken in, findings mended, owners assigned, the review, the reopening, a change.
//! Relies on the sample school and on a list of somebody else's in `tests/fixtures/lists`.

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

async fn number_of(window: &Window, selector: &str) -> u64 {
    window.ask(&format!("document.querySelectorAll('{selector}').length")).await.as_u64().unwrap()
}

/// Opens a choice, types a part of the name and takes what is found.
pub(crate) async fn choose(window: &Window, id: &str, name: &str) {
    window.click(id).await;
    for letter in name.chars() {
        window.press(&[], letter).await;
    }
    let option = format!(".ant-select-dropdown:not(.ant-select-dropdown-hidden) [title^=\"{name}\"]");
    window.click_on(&option).await;
}

/// Waits until the review of a list stands here.
async fn stands(window: &Window, list: &str, state: &str) {
    let script =
        format!("document.querySelector('[data-testid=\"review-{list}\"]')?.dataset.state === '{state}'");
    window.until(state, &script).await;
}

async fn act(window: &Window, list: &str, act: &str, by: Option<&str>, note: &str) {
    window.click_on(&format!("[data-testid=\"review-{list}\"] [data-testid=\"act-{act}\"]")).await;
    if let Some(name) = by {
        choose(window, "act-by", name).await;
    }
    if !note.is_empty() {
        window.by_id("act-note").await.send_keys(note).await.unwrap();
    }
    window.click("act-go").await;
}

/// The sample school, two of whose points have lost the person who answers for them.
async fn open_prepared(desk: &Desk) -> Window {
    desk.sise(&["new", "学校.sise", "--sample"]);
    for code in ["HQ-S-101", "HQ-S-103"] {
        desk.sise(&["set", "学校.sise", "--point", code, "--field", "person_id", "--value", ""]);
    }
    let window = desk.window(Some(&desk.at("学校.sise"))).await;
    window.size(1366, 768).await;
    window.by_id("workbench").await;
    window.settle().await;
    window
}

#[tokio::test]
async fn from_a_list_of_others_to_an_approval_that_an_edit_opens_again() {
    let desk = Desk::new();
    let window = open_prepared(&desk).await;
    take_the_list_in(&desk, &window).await;
    mend_three(&window).await;
    assign(&window).await;
    review(&window).await;
    edit_an_approved_point(&window).await;
    window.close().await;
}

async fn take_the_list_in(desk: &Desk, window: &Window) {
    desk.will_pick(&[&fixture("merged-ledger.xlsx")]);
    window.click("list-import-open").await;
    window.shot("control-1-file").await;
    window.click("list-pick").await;
    window
        .until(
            "the columns",
            "/\\d+/.test(document.querySelector('[data-testid=\"list-known\"]')?.textContent)",
        )
        .await;
    window.shot("control-2-columns").await;
    window.click("list-next").await;
    window.click("list-part-rows").await;
    window.shot("control-3-rows").await;
    let rows = count(window, "list-sum", "rows").await;
    let mut sum = 0;
    for outcome in ["created", "updated", "unchanged", "refused"] {
        sum += count(window, "list-sum", outcome).await;
    }
    assert_eq!(rows, sum, "every row is accounted for");
    window.click("list-part-disagreements").await;
    assert_eq!(number_of(window, "[data-testid=\"list-disagreement\"]").await, 1);
    window.click("list-apply").await;
    window.until("the end of the wizard", "!document.querySelector('[data-testid=\"list-import\"]')").await;
}

/// Three findings, one click each.
async fn mend_three(window: &Window) {
    window.click("step-check").await;
    let mend = "[data-testid=\"finding-mend\"]";
    window
        .until("findings that a click mends", &format!("document.querySelectorAll('{mend}').length >= 3"))
        .await;
    window.shot("control-4-health").await;
    let before = number_of(window, mend).await;
    for done in 1..=3 {
        window.click_on(mend).await;
        let left = before - done;
        window
            .until("one finding less", &format!("document.querySelectorAll('{mend}').length === {left}"))
            .await;
    }
    // One that stays, with the reason.
    window.click("finding-ignore").await;
    window.fill("ignore-reason", "已现场确认，可以接受").await;
    window.click("ignore-go").await;
    window.until("the ignored one", "!!document.querySelector('[data-testid=\"ignored\"]')").await;
}

/// Owners of all points of the highest tier at once.
async fn assign(window: &Window) {
    window.click("step-tiers").await;
    window.click("tier-card").await;
    window.click("pick-all").await;
    let picked = count(window, "picked-bar", "count").await;
    assert!(picked >= 3, "{picked}");
    window.click("assign-open").await;
    choose(window, "assign-person", "何军").await;
    window.shot("control-5-assign").await;
    window.click("assign-go").await;
    window
        .until(
            "the person in every row",
            "[...document.querySelectorAll('[data-testid=\"risk-table\"] [data-row] .cell.person')].every(cell => cell.textContent === '何军')",
        )
        .await;
    window.shot("control-6-tiers").await;
    // A measure becomes a check item, and tells so.
    window.click_on("[data-testid=\"risk-table\"] [data-row] .cell.name").await;
    window.click("tab-measures").await;
    window.click("check-items").await;
    window.by_id("measure-tags").await;
    window.shot("control-6-measures").await;
    window.click("tiers-matrix").await;
    window.by_id("responsibility").await;
    window.shot("control-7-matrix").await;
    window.click("tiers-lists").await;
    window.by_id("list-out-table").await;
    window.settle().await;
    window.shot("control-8-lists").await;
}

async fn review(window: &Window) {
    window.click("step-reviews").await;
    stands(window, "control", "draft").await;
    act(window, "control", "submit", None, "").await;
    stands(window, "control", "submitted").await;
    act(window, "control", "return", Some("王志强"), "两处评价依据不足").await;
    stands(window, "control", "returned").await;
    window.shot("control-9-returned").await;
    act(window, "control", "submit", None, "").await;
    stands(window, "control", "submitted").await;
    act(window, "control", "pass", Some("王志强"), "").await;
    stands(window, "control", "passed").await;
    act(window, "control", "approve", Some("周建平"), "").await;
    stands(window, "control", "approved").await;
    window.shot("control-10-approved").await;
}

async fn edit_an_approved_point(window: &Window) {
    window.click("step-tiers").await;
    window.click_on("[data-testid=\"risk-table\"] [data-row] .cell.name").await;
    window.click("tab-basics").await;
    window.fill("point-name", "气割与动火作业").await;
    window
        .until(
            "the approval to be open again",
            "document.querySelector('[data-testid=\"review-link-control\"] [data-testid=\"state-chip\"]')?.dataset.state === 'reopened'",
        )
        .await;
    window.shot("control-11-reopened-list").await;
    window.click("review-link-control").await;
    stands(window, "control", "reopened").await;
    window.by_id("review-reopened").await;
    window.click_on("[data-testid=\"review-control\"] [data-testid=\"review-more\"]").await;
    window.shot("control-12-reopened").await;
    assert_eq!(
        number_of(window, "[data-testid=\"review-control\"] [data-testid=\"review-changed\"]").await,
        1
    );
}

#[tokio::test]
async fn every_number_of_the_overview_opens_its_rows_and_the_duty_room_turns() {
    let desk = Desk::new();
    let window = crate::open_sample(&desk).await;
    window.click("step-overview").await;
    window.by_id("stages").await;
    window.by_id("month").await;
    window.settle().await;
    window.shot("control-20-overview").await;
    for (number, opens) in
        [("tile-major", "behind-row"), ("bar-total", "behind-row"), ("matrix-cell", "behind-row")]
    {
        window.click(number).await;
        window.by_id(opens).await;
        let said: u64 = count(&window, "behind", "count").await;
        assert!(said > 0, "{number}");
        window.press(&[], char::from(fantoccini::key::Key::Escape)).await;
        window.until("the drawer to close", "!document.querySelector('[data-testid=\"behind\"]')").await;
    }
    window.click("tile-major").await;
    window.shot("control-21-behind").await;
    window.click("behind-row").await;
    assert_eq!(window.ask("window.siseTest.selection()?.table").await.as_str(), Some("risk_point"));
    window.click("step-overview").await;
    window.click("stage-5").await;
    window.ask("document.querySelector('[data-testid=\"stages\"]').scrollIntoView()").await;
    window.shot("control-22-stages").await;
    window.click("duty-open").await;
    window.by_id("duty-panel").await;
    window.shot("control-23-duty").await;
    for (dot, name) in
        [("2", "control-24-duty-map"), ("7", "control-25-duty-departments"), ("9", "control-26-duty-weak")]
    {
        window.click_on(&format!("[data-testid=\"duty-dot\"]:nth-child({dot})")).await;
        window.shot(name).await;
    }
    window.click("duty-leave").await;
    window.until("the workbench again", "!document.querySelector('[data-testid=\"duty\"]')").await;
    window.close().await;
}

#[tokio::test]
async fn a_change_lists_what_is_out_of_date_and_a_person_is_replaced() {
    let desk = Desk::new();
    let window = crate::open_sample(&desk).await;
    window.click("step-changes").await;
    window.click("change-new").await;
    window.fill("change-title", "食堂灶台改造").await;
    choose(&window, "change-rows", "食堂一").await;
    window.press(&[], char::from(fantoccini::key::Key::Escape)).await;
    window.shot("control-30-change").await;
    window.click("change-save").await;
    window.by_id("change").await;
    window.settle().await;
    assert!(count(&window, "change", "open").await > 0);
    window.by_id("change-outdated").await;
    window.shot("control-31-changes").await;
    window.click("change-all").await;
    window.click("change-settle").await;
    window.click("settle-go").await;
    window
        .until("nothing open", "document.querySelector('[data-testid=\"change\"]').dataset.open === '0'")
        .await;
    window.click("change-close").await;
    window.fill("close-conclusion", "复核后等级不变").await;
    window.click("close-go").await;
    window
        .until(
            "the end of it",
            "document.querySelector('[data-testid=\"change\"]').dataset.closed === 'true'",
        )
        .await;

    window.click("step-setup").await;
    window.click("setup-people").await;
    window.click("replace-open").await;
    choose(&window, "replace-from", "何军").await;
    choose(&window, "replace-to", "冯涛").await;
    window.shot("control-32-replace").await;
    window.click("replace-go").await;
    window.click("step-identify").await;
    window
        .until(
            "the other person in the list",
            "!document.querySelector('[data-testid=\"risk-table\"]').textContent.includes('何军')",
        )
        .await;
    window.close().await;
}

#[tokio::test]
async fn lists_leave_as_pdf_and_xlsx_in_the_columns_of_a_region_and_people_come_from_a_sheet() {
    let desk = Desk::new();
    let window = crate::open_sample(&desk).await;
    window.click("step-tiers").await;
    window.click("tiers-lists").await;
    window.by_id("list-out-table").await;
    window.click("template-edit").await;
    window.by_id("template-columns").await;
    window.fill("template-name", "市教育局").await;
    window.shot("control-40-template").await;
    window.click("template-save").await;
    let chosen =
        "document.querySelector('[data-testid=\"list-out-template\"]')?.textContent.includes('市教育局')";
    window.until("the columns of the region", chosen).await;
    window.settle().await;
    window.shot("control-41-lists").await;
    for (button, name, begins) in
        [("list-out-pdf", "清单.pdf", b"%PDF".as_slice()), ("list-out-xlsx", "清单.xlsx", b"PK".as_slice())]
    {
        let path = desk.at(name);
        desk.will_pick(&[&path]);
        window.click(button).await;
        window.until("the word that it is written", "document.body.textContent.includes('清单已导出')").await;
        assert!(std::fs::read(&path).unwrap().starts_with(begins), "{name}");
    }

    window.click("step-setup").await;
    window.click("setup-people").await;
    desk.will_pick(&[&fixture("staff.xlsx")]);
    window.click("staff-import").await;
    window.click("list-pick").await;
    window
        .until(
            "the columns",
            "/\\d/.test(document.querySelector('[data-testid=\"list-known\"]')?.textContent ?? '')",
        )
        .await;
    window.shot("control-42-staff").await;
    let created = count(&window, "list-sum", "created").await;
    assert!(created > 0);
    window.click("list-next").await;
    window.click("list-part-rows").await;
    window.shot("control-43-staff-rows").await;
    let people = "document.querySelectorAll('[data-testid=\"people\"] [data-row]').length";
    let before = window.ask(people).await.as_u64().unwrap();
    window.click("list-apply").await;
    window.until("more people", &format!("{people} > {before}")).await;
    window.close().await;
}

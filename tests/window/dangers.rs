//! A measure becomes a check item, a plan asks for it, an inspection finds it failed: the danger goes its whole way in the
//! real window, and the map turns red and back.
//! Relies on the sample school, and on its people for who may take which step.

use crate::control::choose;
use fantoccini::key::Key;
use sise_tests::window::{Desk, Window};
use std::path::PathBuf;

/// The ducts over the stoves: not major by themselves.
const CODE: &str = "HQ-S-103";
const DEED: &str = "清洗超过两个月，管道内壁积油";

/// A picture to stand for a photograph.
fn photo(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.at(name);
    std::fs::write(&path, crate::editor::white_png(640, 480)).unwrap();
    path
}

#[tokio::test]
async fn a_failed_check_becomes_a_major_danger_and_the_map_is_red_until_it_is_closed() {
    let desk = Desk::new();
    let window = crate::open_sample(&desk).await;
    let before = level(&window).await;
    assert_ne!(before, "major");
    make_check_items(&window).await;
    make_plan(&window).await;
    inspect(&window).await;
    confirm(&window).await;
    on_map(&window, "major").await;
    window.shot("dangers-6-red").await;
    assign(&desk, &window).await;
    submit(&desk, &window, "已联系清洗公司，完成一半").await;
    reject(&window).await;
    submit(&desk, &window, "全部清洗完毕，附清洗前后照片").await;
    accept(&desk, &window).await;
    on_map(&window, &before).await;
    window.shot("dangers-12-closed-map").await;
    the_rest(&window).await;
    window.close().await;
    let said = desk.sise(&["dangers", "学校.sise", "--json"]);
    let dangers: serde_json::Value = serde_json::from_str(&said).unwrap();
    let own = dangers.as_array().unwrap().iter().find(|own| own["point"] == CODE && own["grade"] == "major");
    assert_eq!(own.unwrap()["state"], "closed", "{said}");
}

/// Goes to the point on the plan, and says its level there.
pub(crate) async fn level(window: &Window) -> String {
    window.click("step-tiers").await;
    window.fill("filter-text", CODE).await;
    window.click_on("[data-testid=\"risk-table\"] [data-row] .cell.name").await;
    let said = window.ask("document.querySelector('[data-testid=\"inspector-band\"]')?.dataset.level").await;
    said.as_str().unwrap().to_owned()
}

pub(crate) async fn make_check_items(window: &Window) {
    window.click("tab-measures").await;
    window.click("check-items").await;
    window.by_id("measure-tags").await;
}

pub(crate) async fn make_plan(window: &Window) {
    window.click("step-inspect").await;
    window.click("inspect-base").await;
    window.by_id("terms").await;
    window.shot("dangers-1-base").await;
    window.click("inspect-plans").await;
    window.by_id("coverage").await;
    window.shot("dangers-2-plans").await;
    window.click("plan-new").await;
    window.fill("plan-name", "排油烟管道每日检查").await;
    choose(window, "plan-points", CODE).await;
    window.press(&[], char::from(Key::Escape)).await;
    choose(window, "rule-every", "每日").await;
    window
        .until(
            "the next five days",
            "document.querySelectorAll('[data-testid=\"rule-next\"] > span').length === 5",
        )
        .await;
    window.shot("dangers-3-plan").await;
    window.click("plan-save").await;
    window.until("the plan", "!document.querySelector('[data-testid=\"plan-save\"]')").await;
    window.click("plans-issue").await;
    window.until("the plan to be issued", "!document.querySelector('[data-testid=\"plans-issue\"]')").await;
}

/// Everything is normal but the first item, answered by keys alone.
async fn inspect(window: &Window) {
    window.click("inspect-tasks").await;
    window.by_id("day-tasks").await;
    let own = format!(
        "[...document.querySelectorAll('[data-testid=\"task\"]')].find(row => row.textContent.includes('{CODE}') && row.dataset.plan === '排油烟管道每日检查')"
    );
    window.until("the task", &format!("!!({own})")).await;
    window.shot("dangers-4-tasks").await;
    window.ask(&format!("(({own}).querySelector('[data-testid=\"task-check\"]').click(), true)")).await;
    window.by_id("check").await;
    window.until("the keys to be heard", "document.activeElement?.dataset.question === '0'").await;
    window.press(&[], '2').await;
    window.until("the note", "document.activeElement?.dataset.note === '0'").await;
    window.by_id("check-0-note").await.send_keys(DEED).await.unwrap();
    window.press(&[], char::from(Key::Enter)).await;
    window.press(&[], '1').await;
    window.click("check-rest").await;
    window.shot("dangers-5-check").await;
    window.click("check-save").await;
    window.until("the sheet to close", "!document.querySelector('[data-testid=\"check\"]')").await;
}

async fn stands(window: &Window, state: &str) {
    let script =
        format!("document.querySelector('[data-testid=\"case-head\"]')?.dataset.state === '{state}'");
    window.until(state, &script).await;
}

async fn go(window: &Window) {
    window.click("danger-act-go").await;
    window.until("the form to close", "!document.querySelector('[data-testid=\"danger-act-form\"]')").await;
}

async fn confirm(window: &Window) {
    window.click("inspect-dangers").await;
    let card = format!(
        "[...document.querySelectorAll('[data-testid=\"danger-card\"]')].find(card => card.textContent.includes('{DEED}'))"
    );
    window.until("the danger", &format!("!!({card})")).await;
    window.shot("dangers-6-board").await;
    window.ask(&format!("(({card}).click(), true)")).await;
    stands(window, "reported").await;
    window.click("danger-confirm").await;
    choose(window, "act-grade", "重大").await;
    choose(window, "act-form", "现场管理类").await;
    choose(window, "act-approver", "周建平").await;
    window.by_id("act-basis").await.send_keys("管道积油未按期清洗，遇明火可引燃").await.unwrap();
    window.shot("dangers-7-confirm").await;
    go(window).await;
    stands(window, "confirmed").await;
}

/// The point on the plan in this level; then back to the case.
async fn on_map(window: &Window, level: &str) {
    window.click("case-point").await;
    let script = format!(
        "[...document.querySelectorAll('.pin')].some(pin => pin.dataset.point === window.siseTest.selection()?.id && pin.dataset.level === '{level}') && document.querySelector('[data-testid=\"inspector-band\"]')?.dataset.level === '{level}'"
    );
    window.until(level, &script).await;
    if level == "major" {
        window.by_id("point-danger").await;
        window.click("tab-score").await;
        window.click("why").await;
        window.by_id("why-danger").await;
        window.shot("dangers-8-why").await;
        window.click("why-danger").await;
    } else {
        window.click("step-inspect").await;
    }
    window.by_id("case-head").await;
}

async fn assign(desk: &Desk, window: &Window) {
    let plan = desk.at("治理方案.pdf");
    std::fs::write(&plan, b"%PDF-1.4\n%%EOF\n").unwrap();
    window.click("danger-assign").await;
    choose(window, "act-responsible", "张秀兰").await;
    let far = "(d => { d.setDate(d.getDate() + 20); return d.toISOString().slice(0, 10); })(new Date())";
    let deadline = window.ask(far).await.as_str().unwrap().to_owned();
    window.fill("act-deadline", &deadline).await;
    window.by_id("act-funds").await.send_keys("6000").await.unwrap();
    window.by_id("act-measures").await.send_keys("请专业公司清洗全部管道，每月一次").await.unwrap();
    window.by_id("act-contingency").await.send_keys("清洗完成前停用油锅").await.unwrap();
    desk.will_pick(&[&plan]);
    window.click("act-file").await;
    window.shot("dangers-9-assign").await;
    go(window).await;
    stands(window, "rectifying").await;
}

async fn submit(desk: &Desk, window: &Window, deed: &str) {
    let picture = photo(desk, &format!("{}.png", deed.chars().count()));
    window.click("danger-submit").await;
    window.by_id("act-note").await.send_keys(deed).await.unwrap();
    window.by_id("act-funds").await.send_keys("5800").await.unwrap();
    desk.will_pick(&[&picture]);
    window.click("act-photos-after").await;
    window.find("[data-testid=\"danger-act-form\"] [data-testid=\"photo\"]").await;
    go(window).await;
    stands(window, "awaiting-acceptance").await;
}

async fn reject(window: &Window) {
    window.click("danger-reject").await;
    window.by_id("act-note").await.send_keys("弯头处仍有积油").await.unwrap();
    go(window).await;
    stands(window, "rectifying").await;
    window.shot("dangers-10-rejected").await;
}

async fn accept(desk: &Desk, window: &Window) {
    let picture = photo(desk, "accepted.png");
    window.click("danger-accept").await;
    window.by_id("act-note").await.send_keys("现场查看，内壁无积油，同意销号").await.unwrap();
    desk.will_pick(&[&picture]);
    window.click("act-photos-after").await;
    window.find("[data-testid=\"danger-act-form\"] [data-testid=\"photo\"]").await;
    go(window).await;
    stands(window, "closed").await;
    window.shot("dangers-11-closed").await;
}

/// The other pages answer too: what waits, statistics with the rows behind a number.
async fn the_rest(window: &Window) {
    window.click("inspect-todo").await;
    window.settle().await;
    window.shot("dangers-13-todo").await;
    window.click("inspect-statistics").await;
    let rate = "[data-testid=\"indicator\"][data-key=\"closure_rate\"]";
    window.find(rate).await;
    window.shot("dangers-14-statistics").await;
    window.click_on(rate).await;
    window.by_id("behind-row").await;
    window.shot("dangers-15-behind").await;
    window.press(&[], char::from(Key::Escape)).await;
    window.until("the drawer to close", "!document.querySelector('[data-testid=\"behind\"]')").await;
}

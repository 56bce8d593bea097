//! The project file between people: handed over, edited on both sides, merged with a conflict and taken back; changed from
//! outside while it is open; looked back at and brought back; kept versions and recovery.
//! Relies on two desks, each with its own data folder, as on two machines.

use sise_tests::window::{Desk, Window};

async fn open(desk: &Desk, name: &str) -> Window {
    let window = desk.window(Some(&desk.at(name))).await;
    window.size(1366, 768).await;
    window.by_id("workbench").await;
    window.settle().await;
    window
}

async fn sample(desk: &Desk) -> Window {
    desk.sise(&["new", "学校.sise", "--sample"]);
    open(desk, "学校.sise").await
}

/// The first thing in a text that looks like a code.
fn code_in(text: &str) -> String {
    let start = text.find("JD").or_else(|| text.find(|letter: char| letter.is_ascii_uppercase())).unwrap();
    text[start..]
        .chars()
        .take_while(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || *letter == '-')
        .collect()
}

/// Renames a point through its form.
async fn rename(window: &Window, point: &str, name: &str) {
    window.click("step-identify").await;
    window.click_on(&format!("[data-testid=\"risk-table\"] [data-row=\"{point}\"]")).await;
    window.click("tab-basics").await;
    window.fill("point-name", name).await;
}

async fn has_point(window: &Window, name: &str) -> bool {
    let found =
        format!("document.querySelector('[data-testid=\"risk-table\"]').textContent.includes('{name}')");
    window.ask(&found).await == serde_json::Value::Bool(true)
}

/// The ids of the first points in the list.
async fn first_points(window: &Window) -> Vec<String> {
    let ids = "[...document.querySelectorAll('[data-testid=\"risk-table\"] [data-row]')].map(row => row.dataset.row)";
    serde_json::from_value(window.ask(ids).await).unwrap()
}

#[tokio::test]
async fn handed_over_edited_on_both_sides_merged_with_one_conflict_and_taken_back() {
    let (mine, theirs) = (Desk::new(), Desk::new());
    let window = sample(&mine).await;
    window.shot("file-1-sample").await;
    let points = first_points(&window).await;
    let (both, other) = (&points[0], &points[1]);

    // Hand over: what is left, to whom, the code.
    window.click("step-deliver").await;
    window.shot("file-2-deliver").await;
    window.click("deliver-hand-over").await;
    window.by_id("left").await;
    window.shot("file-3-left").await;
    window.click("hand-over-next").await;
    window.fill("hand-over-own", "刘工").await;
    window.fill("hand-over-to", "王工").await;
    window.fill("hand-over-note", "三层实训室还没评价，周五前交初稿。").await;
    window.shot("file-4-note").await;
    mine.will_pick(&[&theirs.at("移交.sise")]);
    window.click("hand-over-write").await;
    let code = window.text("hand-over-code").await;
    window.shot("file-5-code").await;
    window.click("hand-over-next").await;

    // The other machine sees note and code, then edits.
    let other_window = open(&theirs, "移交.sise").await;
    other_window
        .until(
            "the note",
            "document.querySelector('[data-testid=received-note]')?.textContent === '三层实训室还没评价，周五前交初稿。'",
        )
        .await;
    let shown = "document.querySelector('[data-testid=received-code]')?.textContent";
    other_window.until("the code", &format!("{shown} === '{code}'")).await;
    let shown = "document.querySelector('[data-testid=received-author]')?.textContent";
    other_window.until("the author", &format!("{shown} === '刘工'")).await;
    other_window.shot("file-6-received").await;
    other_window.click("received-begin").await;
    rename(&other_window, both, "乙的名称").await;
    rename(&other_window, other, "乙改的另一处").await;
    other_window.close().await;

    // Mine goes on meanwhile, then merges.
    rename(&window, both, "甲的名称").await;
    mine.will_pick(&[&theirs.at("移交.sise")]);
    window.click("more").await;
    window.click("menu-merge").await;
    window
        .until("one conflict", "document.querySelector('[data-testid=merge]')?.dataset.conflicts === '1'")
        .await;
    window.shot("file-7-conflict").await;
    assert!(!window.by_id("merge-go").await.is_enabled().await.unwrap());
    window.click("merge-tab-arrivals").await;
    window.shot("file-8-arrivals").await;
    window.click("merge-tab-map").await;
    window.by_id("merge-plan").await;
    window.shot("file-9-map").await;
    window.click("merge-tab-conflicts").await;
    window.click("conflict-theirs").await;
    window
        .until("nothing open", "document.querySelector('[data-testid=merge-go]')?.disabled === false")
        .await;
    window.shot("file-10-chosen").await;
    window.click("merge-go").await;
    window.until("merged", "!document.querySelector('[data-testid=merge]')").await;
    assert!(has_point(&window, "乙的名称").await);
    assert!(has_point(&window, "乙改的另一处").await);

    // One step back and everything is as it was; the record has both.
    window.click("undo").await;
    assert!(has_point(&window, "甲的名称").await);
    assert!(!has_point(&window, "乙改的另一处").await);
    window.click("redo").await;
    assert!(has_point(&window, "乙的名称").await);
    window.click("step-history").await;
    window.by_id("history-entry").await;
    window.shot("file-11-history").await;
    window
        .until("their entries", "!!document.querySelector('[data-testid=history-entry][data-merged]')")
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_change_from_outside_is_told_and_merged() {
    let desk = Desk::new();
    let window = sample(&desk).await;
    let points = first_points(&window).await;
    both_edit(&desk, &window, &points, "我的修改", "外来的修改").await;
    window.shot("file-12-outside").await;
    window.click("outside-later").await;
    window.by_id("outside-reminder").await;
    window.shot("file-13-later").await;
    window.click("outside-decide").await;
    window.click("outside-merge").await;
    window
        .until("a preview", "document.querySelector('[data-testid=merge]')?.dataset.state === 'ready'")
        .await;
    window.shot("file-14-outside-merge").await;
    window.click("merge-go").await;
    window.until("merged", "!document.querySelector('[data-testid=merge]')").await;
    assert!(has_point(&window, "外来的修改").await && has_point(&window, "我的修改").await);
    assert!(!window.ask("!!document.querySelector('[data-testid=outside]')").await.as_bool().unwrap());

    // Kept versions: what the merge replaced stands among them, beside today's.
    window.click("more").await;
    window.click("menu-versions").await;
    window.by_id("version").await;
    window.shot("file-15-versions").await;
    window.click_on("[data-testid=\"version\"]:last-child [data-testid=\"version-look\"]").await;
    window.by_id("look-changes").await;
    window.shot("file-16-beside").await;
    window.close().await;
}

/// Changes the name of the second point behind the window's back and waits until it is told; before, the window's own edit.
async fn both_edit(desk: &Desk, window: &Window, points: &[String], own: &str, other: &str) {
    rename(window, &points[0], own).await;
    let code = format!(
        "document.querySelector('[data-testid=\"risk-table\"] [data-row=\"{}\"]').textContent",
        points[1]
    );
    let text = window.ask(&code).await.as_str().unwrap().to_owned();
    let name = code_in(&text);
    let chip = "document.querySelector('[data-testid=saved-chip]')?.dataset.state === 'saved'";
    window
        .until(
            "the edit",
            &format!("document.querySelector('[data-testid=\"risk-table\"]').textContent.includes('{own}')"),
        )
        .await;
    window.until("saved", chip).await;
    desk.sise(&["set", "学校.sise", "--point", &name, "--field", "name", "--value", other]);
    window.until("told", "!!document.querySelector('[data-testid=outside]')").await;
    window
        .until("what changed", "document.querySelector('[data-testid=outside]').dataset.rows === '1'")
        .await;
}

#[tokio::test]
async fn theirs_are_taken_mine_are_kept_and_copies_are_written() {
    let desk = Desk::new();
    let window = sample(&desk).await;
    let points = first_points(&window).await;

    // Theirs: what they wrote is shown; what was here is kept as a project of its own.
    both_edit(&desk, &window, &points, "我的一", "对方的一").await;
    window.click("outside-theirs").await;
    window.until("theirs", "!document.querySelector('[data-testid=outside]')").await;
    window.until("their name", "document.body.textContent.includes('对方的一')").await;
    window.shot("file-25-theirs").await;

    // Mine: theirs is replaced and stands among the kept versions.
    both_edit(&desk, &window, &points, "我的二", "对方的二").await;
    window.click("outside-mine").await;
    window.until("mine", "!document.querySelector('[data-testid=outside]')").await;
    assert!(has_point(&window, "我的二").await && !has_point(&window, "对方的二").await);

    // An encrypted copy opens with its password alone; a clean copy has everything but the past.
    desk.will_pick(&[&desk.at("备份.sise-backup")]);
    window.click("more").await;
    window.click("menu-backup").await;
    window.fill("backup-password", "一个足够长的密码").await;
    window.fill("backup-again", "一个足够长的密码").await;
    window.shot("file-26-backup").await;
    window.click("backup-write").await;
    window.until("written", "!document.querySelector('[data-testid=backup]')").await;
    let backup = std::fs::read(desk.at("备份.sise-backup")).unwrap();
    assert!(backup.starts_with(b"age-encryption.org/"), "{:?}", &backup[..20]);
    window.close().await;
    desk.sise(&["copy", "学校.sise", "--clean", "--out", "干净.sise"]);
    let points = |file: &str| {
        let info: serde_json::Value = serde_json::from_str(&desk.sise(&["info", file, "--json"])).unwrap();
        info["counts"]["risk_point"].as_u64().unwrap()
    };
    assert_eq!((points("干净.sise"), points("学校.sise")), (36, 36));
}

#[tokio::test]
async fn the_past_is_looked_at_played_and_brought_back() {
    let desk = Desk::new();
    let window = sample(&desk).await;
    let points = first_points(&window).await;
    rename(&window, &points[0], "后来的名称").await;
    window.click("point-remove").await;
    window.click("confirm-remove").await;
    assert!(!has_point(&window, "后来的名称").await);

    window.click("step-history").await;
    window.by_id("history-restore").await;
    window.shot("file-17-deleted").await;
    desk.will_pick(&[&desk.at("操作记录.pdf")]);
    window.click("history-print").await;
    window.until("the record", "document.body.textContent.includes('操作记录已保存')").await;
    assert!(std::fs::read(desk.at("操作记录.pdf")).unwrap().starts_with(b"%PDF-"));
    window.click("history-look").await;
    window.until("the past", "document.querySelector('[data-testid=past]')?.dataset.state === 'ready'").await;
    window.shot("file-18-past").await;
    window.click("past-play").await;
    window.shot("file-19-play").await;
    window.click_on(".ant-modal-close").await;
    window.click("history-restore").await;
    window.click("step-identify").await;
    assert!(has_point(&window, "后来的名称").await);
    window.click("language").await;
    window.click("step-history").await;
    window.by_id("history-entry").await;
    window.shot("file-20-english").await;
    window.click("step-deliver").await;
    window.shot("file-21-deliver-english").await;
    window.close().await;
}

#[tokio::test]
async fn a_damaged_file_is_recovered_into_a_new_one() {
    let desk = Desk::new();
    desk.sise(&["new", "学校.sise", "--sample"]);
    let bytes = std::fs::read(desk.at("学校.sise")).unwrap();
    std::fs::write(desk.at("断.sise"), &bytes[..bytes.len() * 3 / 4]).unwrap();
    let window = desk.window(Some(&desk.at("断.sise"))).await;
    window.size(1366, 768).await;
    window.by_id("damaged").await;
    window.shot("file-22-damaged").await;
    desk.will_pick(&[&desk.at("救回.sise")]);
    window.click("recover-go").await;
    window.by_id("recovered").await;
    window.shot("file-23-recovered").await;
    window.click("recovered-open").await;
    window.by_id("workbench").await;
    window.settle().await;
    window.shot("file-24-opened").await;
    window.close().await;
}

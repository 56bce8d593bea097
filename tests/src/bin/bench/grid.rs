//! The grid with ten thousand rows: pasting, filling down and changing them, as the program does it; first rows, sorting,
//! filtering and typing in the real window, by the page's own clock.
//! Relies on a display for the window's part; without one the rest is measured.
//! Never shipped.

use crate::{Figures, measure, report};
use api::{Command, Session, Workspace};
use domain::{AnyRecord, Cell, HazardId, RiskPointKind, RowId, Table};
use edit::{FillDown, NewRows, PasteBlock, SetFields};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use testkit::{FixedWorld, generate};

/// So many rows a grid has.
const ROWS: usize = 10_000;

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    println!("\nthe grid");
    let records = family();
    let workspace = Workspace::at(folder.join("grid-rows-data"));
    let project = folder.join("grid-rows.sise");
    let world = Arc::new(FixedWorld::new(14));
    let mut session = Session::create(&workspace, &project, records, &[], world, "测量".to_owned())?;
    edits(&mut session)?;
    session.close().map_err(|back| back.1)?;
    #[cfg(target_os = "linux")]
    window::run()?;
    Ok(())
}

/// A project with about ten thousand hazards of one family.
fn family() -> Vec<AnyRecord> {
    let mut records = generate(8_400, 200);
    for record in &mut records {
        if let AnyRecord::RiskPoint(point) = record {
            point.kind = RiskPointKind::Facility;
        }
    }
    records
}

/// Runs the command some times, each taken back, and reports how long it took.
fn step(session: &mut Session, what: &str, rows: usize, command: &Command) -> anyhow::Result<()> {
    let mut times = Vec::new();
    for _ in 0..3 {
        let start = std::time::Instant::now();
        session.execute(command.clone())?;
        times.push(start.elapsed());
        session.undo()?;
    }
    times.sort();
    report(what, rows, &Figures(times), Some(Duration::from_secs(2)));
    Ok(())
}

fn edits(session: &mut Session) -> anyhow::Result<()> {
    let snapshot = Arc::clone(session.snapshot());
    let departments: Vec<&str> = snapshot.departments.iter().map(|own| own.name.as_str()).collect();
    let people: Vec<&str> = snapshot.people.iter().map(|own| own.name.as_str()).collect();
    let pick =
        |list: &[&str], index: usize| list.get(index % list.len().max(1)).copied().unwrap_or("").to_owned();
    let mut text = String::new();
    for index in 0..ROWS {
        let (department, person) = (pick(&departments, index), pick(&people, index));
        writeln!(text, "新设备{index}\tX-{index}\t一层 {index} 室\t{department}\t{person}\t备注 {index}")?;
    }
    let names = ["name", "specification", "location", "department_id", "person_id", "note"];
    let columns: Vec<String> = names.map(str::to_owned).to_vec();
    let paste = PasteBlock {
        rows: Vec::new(),
        columns: columns.clone(),
        text: text.clone(),
        create: Some(NewRows::Points(RiskPointKind::Facility)),
        skip_refused: false,
    };
    step(session, "pasted as new points, six columns", ROWS, &Command::PasteBlock(paste))?;
    let points: Vec<RowId> =
        snapshot.points.iter().map(|own| RowId { table: Table::RiskPoint, id: own.id.into() }).collect();
    let lines: Vec<&str> = text.lines().take(points.len()).collect();
    let over = PasteBlock {
        rows: points.clone(),
        columns,
        text: lines.join("\n"),
        create: None,
        skip_refused: false,
    };
    step(session, "pasted over points, six columns", points.len(), &Command::PasteBlock(over))?;

    let hazards: Vec<RowId> = snapshot.hazards.iter().take(ROWS).map(|own| hazard(own.id)).collect();
    let mut text = String::new();
    for index in 0..hazards.len() {
        writeln!(text, "步骤{index}\t危险源 {index}\t火灾、触电\t防护罩 {index}\t每日点检 {index}")?;
    }
    let columns = [
        "step",
        "description",
        "accidents",
        "measures:engineering:existing",
        "measures:administrative:existing",
    ];
    let columns: Vec<String> = columns.map(str::to_owned).to_vec();
    let over = PasteBlock {
        rows: hazards.clone(),
        columns: columns.clone(),
        text,
        create: None,
        skip_refused: false,
    };
    step(session, "pasted over hazards, accidents and measures", hazards.len(), &Command::PasteBlock(over))?;
    let fill = FillDown { rows: hazards.clone(), columns };
    step(session, "filled down, accidents and measures", hazards.len(), &Command::FillDown(fill))?;
    let set = SetFields { rows: points.clone(), field: "note".to_owned(), value: Cell::text("同一备注") };
    step(session, "one column of a selection changed", points.len(), &Command::SetFields(set))?;

    let snapshot = session.snapshot();
    let mut size = 0;
    let all = api::WorksheetArgs { kind: RiskPointKind::Facility, points: None, skip: 0, limit: None };
    let figures = measure(5, || {
        size = serde_json::to_vec(&api::worksheet(snapshot, session.picture(), &all))?.len();
        Ok(())
    })?;
    report("the whole worksheet as the page gets it", size / 1_000_000, &figures, None);
    Ok(())
}

fn hazard(id: HazardId) -> RowId {
    RowId { table: Table::Hazard, id: id.into() }
}

#[cfg(target_os = "linux")]
mod window {
    use super::family;
    use crate::{ms, verdict};
    use anyhow::Context as _;
    use api::{Session, Workspace};
    use serde_json::Value;
    use sise_tests::window::{Desk, Window};
    use std::sync::Arc;
    use std::time::Duration;
    use testkit::FixedWorld;

    pub(super) fn run() -> anyhow::Result<()> {
        if std::env::var_os("DISPLAY").is_none() {
            println!("no display: the grid in the window is not measured");
            return Ok(());
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(grid())
    }

    async fn grid() -> anyhow::Result<()> {
        let desk = Desk::new();
        let project = desk.at("grid.sise");
        let workspace = Workspace::at(desk.at("data"));
        let world = Arc::new(FixedWorld::new(15));
        let session = Session::create(&workspace, &project, family(), &[], world, "测量".to_owned())?;
        session.close().map_err(|back| back.1)?;
        let window = desk.window(Some(&project)).await;
        window.size(1366, 768).await;
        window.by_id("workbench").await;
        window.settle().await;
        // From the click to rows that are painted. The list comes first, then the worksheet with its hazards.
        window.click("panel-list").await;
        first_rows(&window).await?;
        let rows = "document.querySelector('[data-testid=\"worksheet-count\"]').textContent";
        println!("  {}", window.ask(rows).await);
        for column in ["description", "level", "accidents", "code"] {
            let act = format!("document.querySelector('[data-testid=\"sheet-sort-{column}\"]').click()");
            let done = format!(
                "document.querySelector('[data-testid=\"sheet-sort-{column}\"]').getAttribute('aria-sort') !== 'none'"
            );
            tell(&window, &format!("sorted by {column}"), &act, &done, 100.0).await?;
        }
        for (text, what) in [("车床1", "filtered by a word"), ("", "filter taken away")] {
            let act = format!(
                "(() => {{ const field = document.querySelector('[data-testid=\"worksheet-filter\"]'); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '{text}'); field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
            );
            let done =
                format!("document.querySelector('[data-testid=\"worksheet-filter\"]').value === '{text}'");
            tell(&window, what, &act, &done, 100.0).await?;
        }
        typing(&window).await?;
        window.close().await;
        Ok(())
    }

    async fn first_rows(window: &Window) -> anyhow::Result<()> {
        let act = "document.querySelector('[data-testid=\"panel-facility\"]').click()";
        let done = "document.querySelectorAll('.sheet-row').length > 5";
        tell(window, "first rows of the worksheet", act, done, 200.0).await?;
        window.settle().await;
        // All rows are there when the count says so.
        window
            .until(
                "all rows",
                "/[1-9][0-9],?[0-9]{3}/.test(document.querySelector('[data-testid=\"worksheet-count\"]').textContent)",
            )
            .await;
        Ok(())
    }

    /// Does something in the page and measures until it is done and painted.
    async fn tell(window: &Window, what: &str, act: &str, done: &str, target: f64) -> anyhow::Result<()> {
        let script = format!(
            "const over = arguments[0]; const begin = performance.now(); {act}; const look = () => requestAnimationFrame(() => {{ if ({done}) requestAnimationFrame(() => over(performance.now() - begin)); else look(); }}); look();"
        );
        let time = window.client.execute_async(&script, Vec::new()).await?;
        let time = time.as_f64().context("the page tells a time")?;
        println!("  {what:<34} {time:>7.1} ms  {}", verdict(time, Some(target), "ms"));
        window.settle().await;
        Ok(())
    }

    /// Fifty keys into a cell: from each key to the paint that shows it.
    async fn typing(window: &Window) -> anyhow::Result<()> {
        let cell = ".sheet-row .sheet-cell[data-column=\"description\"]";
        window.click_on(cell).await;
        let script = "const over = arguments[0]; const times = []; const field = document.querySelector('.sheet-editor'); const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set; const one = (count) => { if (count === 0) { times.sort((a, b) => a - b); over([times[25], times[49]]); return; } const begin = performance.now(); set.call(field, field.value + '字'); field.dispatchEvent(new Event('input', { bubbles: true })); requestAnimationFrame(() => { setTimeout(() => { times.push(performance.now() - begin); one(count - 1); }); }); }; one(50);";
        let times = window.client.execute_async(script, Vec::new()).await?;
        let at = |index: usize| times.get(index).and_then(Value::as_f64).context("the page tells times");
        let (median, worst) = (at(0)?, at(1)?);
        println!(
            "  a key typed into a cell            {median:>7.1} ms, the slowest of fifty {worst:.1} ms  {}",
            verdict(median, Some(ms(Duration::from_millis(50))), "ms")
        );
        // Kept by Enter: from the key to the row that shows it.
        let act = "document.querySelector('.sheet-editor').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))";
        let done = "[...document.querySelectorAll('.sheet-cell[data-column=\"description\"]')].some(own => own.textContent.includes('字字字'))";
        tell(window, "a typed cell kept and shown", act, done, 200.0).await
    }
}

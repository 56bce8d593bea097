//! The file of 10,000 points handed between colleagues: merge preview, publishing, opening, a long record, growth.
//! Relies on the layers below the window.
//! Never shipped.

use crate::{measure, report};
use api::{HistoryQuery, MergeArgs, Session, Workspace};
use domain::{Cell, RowId, Table};
use edit::{Command, SetField};
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use testkit::{FixedWorld, generate};

const SIZE: usize = 10_000;

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    println!();
    let target = |ms: u64| Some(Duration::from_millis(ms));
    let workspace = Workspace::at(folder.join("file-data"));
    let (ours, theirs) = (folder.join("ours.sise"), folder.join("theirs.sise"));
    let world = Arc::new(FixedWorld::new(99));
    let session =
        Session::create(&workspace, &ours, generate(SIZE, 2_000), &[], world.clone(), "甲".to_owned())?;
    session.close().map_err(|back| back.1)?;
    std::fs::copy(&ours, &theirs)?;
    let open = |path: &Path, first: u64| {
        Session::open(&workspace, path, Arc::new(FixedWorld::new(first)), "测量".to_owned())
    };
    let figures = measure(7, || {
        let session = open(&ours, 7)?;
        black_box(&session);
        session.close().map_err(|back| back.1)?;
        Ok(())
    })?;
    report("open (and close) a file of 10,000 points", SIZE, &figures, target(300));

    // A tenth of the points changed on either side, every tenth of them on both.
    let mut other = open(&theirs, 20)?;
    edit(&mut other, 0, SIZE / 10, "乙")?;
    other.close().map_err(|back| back.1)?;
    let mut session = open(&ours, 30)?;
    edit(&mut session, SIZE / 10 - SIZE / 100, SIZE / 10, "甲")?;
    let args = MergeArgs {
        paths: vec![theirs.display().to_string()],
        prefer: Some(api::Prefer::Ours),
        chosen: Vec::new(),
        same: Vec::new(),
    };
    let mut found = (0, 0);
    let figures = measure(7, || {
        let preview = session.merge_preview(&args)?;
        found = (preview.merged, preview.conflicts.len());
        black_box(serde_json::to_string(&preview)?);
        Ok(())
    })?;
    report("merge preview of two such copies, as JSON", SIZE, &figures, target(500));
    println!("  {} rows come over, {} conflicts", found.0, found.1);
    let figures = measure(1, || {
        session.merge(&args)?;
        Ok(())
    })?;
    report("the merge itself", SIZE, &figures, None);
    let mut turn = 0;
    let mut publish = Vec::new();
    for _ in 0..9 {
        turn += 1;
        edit(&mut session, 0, 1, &turn.to_string())?;
        publish.extend(measure(1, || session.save().map(drop).map_err(Into::into))?.0);
    }
    publish.sort();
    report("publishing it", SIZE, &crate::Figures(publish), target(150));

    let before = std::fs::metadata(&ours)?.len();
    edit(&mut session, 0, 1_000, "增长")?;
    session.save()?;
    let grown = std::fs::metadata(&ours)?.len().saturating_sub(before);
    println!("  1,000 edits make the file grow by {:.2} MB", grown as f64 / 1e6);
    session.close().map_err(|back| back.1)?;
    record(folder)
}

/// A record of 50,000 entries.
fn record(folder: &Path) -> anyhow::Result<()> {
    const ENTRIES: usize = 50_000;
    let workspace = Workspace::at(folder.join("file-data"));
    let path = folder.join("record.sise");
    let rows = generate(100, 20);
    let world = Arc::new(FixedWorld::new(5));
    let mut session = Session::create(&workspace, &path, rows, &[], world, "甲".to_owned())?;
    edit(&mut session, 0, ENTRIES, "记录")?;
    let point = session.snapshot().points.iter().next().map(|point| point.id);
    let row = point.map(|id| RowId { table: Table::RiskPoint, id: id.into() });
    let queries = [
        ("of a person", HistoryQuery { actor: Some("甲".to_owned()), ..HistoryQuery::default() }),
        ("of nobody", HistoryQuery { actor: Some("无".to_owned()), ..HistoryQuery::default() }),
        ("of a rare table", HistoryQuery { table: Some(Table::Organisation), ..HistoryQuery::default() }),
        ("of one point", HistoryQuery { row, ..HistoryQuery::default() }),
        ("with a text", HistoryQuery { text: Some("没有的".to_owned()), ..HistoryQuery::default() }),
    ];
    for (what, query) in queries {
        let figures = measure(7, || {
            black_box(serde_json::to_string(&session.filtered_history(&query)?)?);
            Ok(())
        })?;
        report(&format!("a page of the record {what}"), ENTRIES, &figures, Some(Duration::from_millis(100)));
    }
    let figures = measure(3, || {
        black_box(session.past(1)?);
        Ok(())
    })?;
    report("the project as it was 50,000 steps ago", ENTRIES, &figures, None);
    session.close().map_err(|back| back.1)?;
    Ok(())
}

/// Gives `count` points another note, one edit each, from the point `first` on and round again.
fn edit(session: &mut Session, first: usize, count: usize, note: &str) -> anyhow::Result<()> {
    let points: Vec<_> = session.snapshot().points.iter().map(|point| point.id).collect();
    for number in 0..count {
        let id = points[(first + number) % points.len()].into();
        let row = RowId { table: Table::RiskPoint, id };
        let value = Cell::text(format!("{note} {number}"));
        session.execute(Command::SetField(SetField { row, column: "note".to_owned(), value }))?;
    }
    Ok(())
}

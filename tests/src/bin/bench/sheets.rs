//! Assessors' sheets of a school: thirty of five hundred rows, read, judged and taken as one step; and the grid's rows.
//! Relies on the crate that writes the sheets, since a reader of ours is measured, not a writer.
//! Never shipped.

use crate::{measure, report};
use api::{Session, Workspace, WriteSheetsArgs};
use domain::AnyRecord;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use testkit::{FixedWorld, generate};

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    println!("\nassessors' sheets and the grid");
    // A hazard or two to a point: 420 points are a little more than 500 rows.
    let mut rows = generate(420, 40);
    rows.retain(|row| !matches!(row, AnyRecord::Assessment(_)));
    let people: Vec<_> = rows
        .iter()
        .filter_map(|row| if let AnyRecord::Person(person) = row { Some(person.id) } else { None })
        .take(30)
        .collect();
    // Everybody has scored, so that the sheets are full; then the project forgets it.
    let scored = scores(&rows, &people);
    let full = Session::create(
        &Workspace::at(folder.join("sheets-data")),
        &folder.join("full.sise"),
        rows.iter().cloned().chain(scored).collect(),
        &[],
        Arc::new(FixedWorld::new(11)),
        "测量".to_owned(),
    )?;
    let args = WriteSheetsArgs { folder: folder.join("sheets").display().to_string(), people, basis: None };
    let date = chrono::NaiveDate::default();
    let snapshot = Arc::clone(full.snapshot());
    let mut written = Vec::new();
    let figures = measure(3, || {
        written = api::write_sheets(&snapshot, &args, date)?;
        Ok(())
    })?;
    let count = written.iter().map(|sheet| sheet.rows as usize).sum::<usize>();
    report("30 assessors' sheets written", count, &figures, None);
    let paths: Vec<String> = written.into_iter().map(|sheet| sheet.path).collect();
    full.close().map_err(|back| back.1)?;
    let mut number = 0;
    let figures = measure(3, || {
        number += 1;
        let mut session = Session::create(
            &Workspace::at(folder.join(format!("take-data-{number}"))),
            &folder.join(format!("take-{number}.sise")),
            rows.clone(),
            &[],
            Arc::new(FixedWorld::new(12)),
            "测量".to_owned(),
        )?;
        let start = std::time::Instant::now();
        let outcome = api::apply_sheets(&mut session, &paths)?;
        println!("  {:.0} ms without making the project", start.elapsed().as_secs_f64() * 1e3);
        anyhow::ensure!(outcome.report.taken as usize == count && outcome.report.refused.is_empty());
        session.close().map_err(|back| back.1)?;
        Ok(())
    })?;
    report("30 sheets read, judged and taken", count, &figures, Some(Duration::from_secs(3)));

    let large = Session::create(
        &Workspace::at(folder.join("grid-data")),
        &folder.join("grid.sise"),
        generate(25_000, 200),
        &[],
        Arc::new(FixedWorld::new(13)),
        "测量".to_owned(),
    )?;
    let mut shown = 0;
    let args =
        api::WorksheetArgs { kind: domain::RiskPointKind::Facility, points: None, skip: 0, limit: Some(200) };
    let figures = measure(9, || {
        shown = api::worksheet(large.snapshot(), large.picture(), &args).total;
        Ok(())
    })?;
    report("first 200 rows of a worksheet", shown as usize, &figures, Some(Duration::from_millis(200)));
    large.close().map_err(|back| back.1)?;
    Ok(())
}

fn scores(rows: &[AnyRecord], people: &[domain::PersonId]) -> Vec<AnyRecord> {
    let preset = rows.iter().find_map(|row| match row {
        AnyRecord::CriteriaPreset(preset) => Some(preset.id),
        _ => None,
    });
    let mut number = 0_u128;
    let mut scores = Vec::new();
    for row in rows {
        let (AnyRecord::PossibleAccident(accident), Some(preset_id)) = (row, preset) else { continue };
        for person in people {
            number += 1;
            let values = ["3,6,15", "1,6,15", "3,6,7"];
            let Some(Ok(factors)) = values.get((number % 3) as usize).map(|text| text.parse()) else {
                continue;
            };
            let id = (0x0195_0000_0000_7000_8000_u128 << 48) | number;
            scores.push(
                domain::Assessment {
                    id: domain::Uuid::from_u128(id).into(),
                    accident_id: accident.id,
                    assessor_id: *person,
                    basis: domain::RiskBasis::Existing,
                    preset_id,
                    factors,
                    assessed_on: None,
                }
                .into(),
            );
        }
    }
    scores
}

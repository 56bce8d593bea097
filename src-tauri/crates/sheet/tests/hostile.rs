//! Sheets from strangers: too long, cut short, changed at random, from nowhere. Never a panic, always a reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::Snapshot;
use rust_xlsxwriter::{Workbook, Worksheet};

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    let marks = book.add_worksheet();
    marks.set_name("sise").unwrap();
    for (row, (key, value)) in (0..).zip([
        ("format", "sise-assessor-sheet"),
        ("version", "1"),
        ("project", "x"),
        ("basis", "existing"),
    ]) {
        marks.write(row, 0, key).unwrap();
        marks.write(row, 1, value).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn headers(sheet: &mut Worksheet) {
    for (column, header) in (0..).zip(["标识", "准则", "L", "E", "C"]) {
        sheet.write(0, column, header).unwrap();
    }
}

#[test]
fn a_hundred_thousand_rows_are_each_said() {
    let bytes = book(|sheet| {
        headers(sheet);
        for row in 1..=100_000_u32 {
            sheet.write(row, 0, format!("01930000-0000-7000-8000-{row:012x}")).unwrap();
            for column in 2..5 {
                sheet.write(row, column, 3).unwrap();
            }
        }
    });
    let file = sheet::read(&bytes).unwrap();
    let judged = sheet::judge(&Snapshot::default(), &file);
    assert_eq!((judged.scores.len(), judged.refused.len()), (0, 100_000));
    assert_eq!((judged.refused[0].row, judged.refused[99_999].row), (2, 100_001));
}

#[test]
fn far_away_cells_cost_nothing() {
    let bytes = book(|sheet| {
        headers(sheet);
        sheet.write(190_000, 16_383, 1).unwrap();
    });
    assert!(sheet::read(&bytes).is_ok());
    let bytes = book(|sheet| {
        headers(sheet);
        sheet.write(1_048_575, 0, "x").unwrap();
    });
    assert!(matches!(sheet::read(&bytes), Err(sheet::SheetError::TooManyRows(_))));
}

#[test]
fn other_files_are_refused_by_name() {
    assert!(matches!(sheet::read(b""), Err(sheet::SheetError::Unreadable(_))));
    assert!(matches!(sheet::read(b"PK\x03\x04 nothing"), Err(sheet::SheetError::Unreadable(_))));
    let mut plain = Workbook::new();
    plain.add_worksheet().write(0, 0, "标识").unwrap();
    assert_eq!(sheet::read(&plain.save_to_buffer().unwrap()), Err(sheet::SheetError::NotASheet));
    let mut newer = Workbook::new();
    let marks = newer.add_worksheet();
    marks.set_name("sise").unwrap();
    for (row, (key, value)) in (0..).zip([("format", "sise-assessor-sheet"), ("version", "2")]) {
        marks.write(row, 0, key).unwrap();
        marks.write(row, 1, value).unwrap();
    }
    let read = sheet::read(&newer.save_to_buffer().unwrap());
    assert_eq!(read, Err(sheet::SheetError::Newer("2".to_owned())));
}

#[test]
fn damaged_bytes_never_panic() {
    let bytes = book(headers);
    for cut in (0..bytes.len()).step_by(97) {
        let _ = sheet::read(&bytes[..cut]);
    }
    for at in (0..bytes.len()).step_by(53) {
        let mut changed = bytes.clone();
        changed[at] = changed[at].wrapping_add(1);
        if let Ok(file) = sheet::read(&changed) {
            let _ = sheet::judge(&Snapshot::default(), &file);
        }
    }
}

//! Papers of inspection and rectification as outside readers see them: poppler, qpdf, zbar, a spreadsheet reader, and a
//! reader of text documents that had no part in the writing.
//! Relies on the sample school's plans and hidden dangers on a day of its autumn.
//! Never shipped.

use crate::desk::{Desk, dense, run, symbols_at, text_of};
use crate::worksheet;
use api::{ExportArgs, ExportReport, PrintFormat, PrintKind};
use chrono::NaiveDate;
use domain::{AnyRecord, DangerPhoto, DangerPhotoId, PhotoMoment, Uuid};
use export::content::{
    Month, Paper, PaperBlock, Source, case_file, check_sheet_of_plan, check_sheet_of_point,
    check_sheet_of_post, danger_ledger, department_publication, double_report, month_report, patrol_ledger,
    plan_table, read_task_code, rectification_notice, task_sheets,
};
use std::collections::BTreeMap;

const KINDS: [PrintKind; 10] = [
    PrintKind::PlanTable,
    PrintKind::CheckSheet,
    PrintKind::TaskSheet,
    PrintKind::PatrolLedger,
    PrintKind::RectificationNotice,
    PrintKind::DangerLedger,
    PrintKind::CaseFile,
    PrintKind::DoubleReport,
    PrintKind::DepartmentPublication,
    PrintKind::MonthReport,
];
const DAY: &str = "2026-11-20";
const MONTH: &str = "2026-10";

fn arguments(desk: &Desk, out: &str, kinds: &[PrintKind], formats: &[PrintFormat]) -> ExportArgs {
    let mut args = desk.arguments(out, kinds, formats);
    (args.day, args.month) = (Some(DAY.to_owned()), Some(MONTH.to_owned()));
    args
}

fn day() -> NaiveDate {
    DAY.parse().unwrap()
}

/// What the papers of a kind say.
fn papers(source: &Source<'_>, kind: PrintKind) -> Vec<Paper> {
    let snapshot = source.snapshot;
    let month: Month = MONTH.parse().unwrap();
    let dangers = || source.dangers().all().map(|own| own.row.id);
    match kind {
        PrintKind::PlanTable => vec![plan_table(source, Some(month))],
        PrintKind::CheckSheet => {
            let plans =
                snapshot.inspection_plans.iter().filter_map(|own| check_sheet_of_plan(source, own.id));
            let points = snapshot.points.iter().filter_map(|own| check_sheet_of_point(source, own.id));
            let posts = snapshot.posts.iter().filter_map(|own| check_sheet_of_post(source, own.id));
            plans.chain(points).chain(posts).collect()
        }
        PrintKind::TaskSheet => task_sheets(source).into_iter().map(|own| own.1).collect(),
        PrintKind::PatrolLedger => vec![patrol_ledger(source, month)],
        PrintKind::RectificationNotice => {
            dangers().filter_map(|id| rectification_notice(source, id)).collect()
        }
        PrintKind::DangerLedger => vec![danger_ledger(source)],
        PrintKind::CaseFile => dangers().filter_map(|id| case_file(source, id)).collect(),
        PrintKind::DoubleReport => dangers().filter_map(|id| double_report(source, id)).collect(),
        PrintKind::DepartmentPublication => snapshot
            .departments
            .iter()
            .filter_map(|own| department_publication(source, own.id, month))
            .collect(),
        PrintKind::MonthReport => month_report(source, month).into_iter().collect(),
        other => panic!("{other:?} is no paper"),
    }
}

/// Every text of a paper; those of drawings apart.
fn texts(paper: &Paper, drawn: bool) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in &paper.sheets {
        found.extend([sheet.title.clone(), sheet.note.clone()]);
        for block in &sheet.blocks {
            match block {
                PaperBlock::Heading(own) | PaperBlock::Text(own) | PaperBlock::Remark(own) => {
                    found.push(own.clone())
                }
                PaperBlock::Fields(own) => {
                    found.extend(own.iter().flat_map(|own| [own.name.clone(), own.value.clone()]));
                }
                PaperBlock::Table(own) => {
                    found.extend(own.columns.iter().map(|own| own.title.to_string()));
                    found.extend(own.rows.iter().flat_map(|row| row.cells.clone()));
                }
                PaperBlock::Symbol { code, title, words } => {
                    found.extend([code, title, words].map(Clone::clone));
                }
                PaperBlock::Signatures(own) => found.extend(own.clone()),
                PaperBlock::Chart(own) if drawn => {
                    found.push(own.title.clone());
                    found.extend(own.labels.clone());
                    found.extend(
                        own.series.iter().filter(|_| own.series.len() > 1).map(|own| own.title.clone()),
                    );
                }
                PaperBlock::Photos(own) if drawn => found.extend(own.iter().map(|own| own.caption.clone())),
                PaperBlock::Chart(_) | PaperBlock::Photos(_) => {}
            }
        }
    }
    found
}

fn paths(report: &ExportReport, kind: PrintKind, format: PrintFormat) -> Vec<String> {
    let own = report.files.iter().filter(|file| file.kind == kind && file.format == format);
    own.map(|file| file.path.clone()).collect()
}

fn counted(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars().for_each(|c| *counts.entry(c).or_default() += 1);
    counts
}

#[test]
fn every_paper_says_all_it_has_to_in_every_format() {
    let desk = Desk::sample();
    let source = desk.source().on(day());
    let formats = [PrintFormat::Pdf, PrintFormat::Docx, PrintFormat::Xlsx];
    let report = desk.print(&arguments(&desk, "papers", &KINDS, &formats));
    assert!(report.problems.iter().all(|own| !own.is_defect()), "{:?}", report.problems);
    for kind in KINDS {
        let papers = papers(&source, kind);
        assert!(!papers.is_empty(), "{kind:?}");
        let mut held = String::new();
        for path in paths(&report, kind, PrintFormat::Pdf) {
            let checked = run("qpdf", &["--check", &path]);
            assert!(checked.contains("No syntax or stream encoding errors found"), "{path}: {checked}");
            let fonts = run("pdffonts", &[&path]);
            assert!(fonts.lines().skip(2).all(|font| font.contains("yes yes yes")), "{path}: {fonts}");
            held.push_str(&text_of(&path, None));
        }
        // Cells side by side are read line by line, so texts are looked for character by character.
        let counts = counted(&held);
        let wanted: String = papers.iter().flat_map(|own| texts(own, true)).collect();
        for (c, count) in counted(&dense(&wanted)) {
            assert!(counts.get(&c).copied().unwrap_or(0) >= count, "{kind:?}: {c:?} {count} times");
        }
        for paper in &papers {
            for own in [&paper.code, &paper.masthead.organisation] {
                assert!(held.contains(&dense(own)), "{kind:?}: {own:?}");
            }
        }
        let letters = paths(&report, kind, PrintFormat::Docx);
        if kind.formats().contains(&PrintFormat::Docx) {
            assert_eq!(letters.len(), papers.len(), "{kind:?}");
        }
        let mut texts_of_letters = Vec::new();
        for path in &letters {
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/prints/office.py");
            let read: serde_json::Value = serde_json::from_str(&run("python3", &[script, path])).unwrap();
            texts_of_letters.push(dense(read["text"].as_str().unwrap()));
        }
        for paper in papers.iter().filter(|_| !letters.is_empty()) {
            let wanted: Vec<String> = texts(paper, false).iter().map(|own| dense(own)).collect();
            let whole = |text: &String| wanted.iter().all(|own| text.contains(own.as_str()));
            assert!(texts_of_letters.iter().any(whole), "{kind:?} {}", paper.subject);
        }
        let books = paths(&report, kind, PrintFormat::Xlsx);
        assert_eq!(books.is_empty(), !kind.formats().contains(&PrintFormat::Xlsx), "{kind:?}");
    }
    let ledger = danger_ledger(&source);
    let rows = worksheet(&paths(&report, PrintKind::DangerLedger, PrintFormat::Xlsx)[0]);
    let PaperBlock::Table(table) = &ledger.sheets[0].blocks[0] else { panic!("the ledger is a table") };
    assert_eq!(rows.len(), 3 + table.rows.len(), "two titles, a header, the rows");
    assert_eq!(table.rows.len(), 8);
    for (held, own) in rows.iter().skip(3).zip(&table.rows) {
        let held: Vec<String> = held.iter().map(ToString::to_string).collect();
        assert_eq!(held, own.cells);
    }
}

#[test]
fn the_table_of_plans_says_the_days_of_a_month_or_what_comes_next() {
    let desk = Desk::sample();
    let source = desk.source().on(day());
    let said = |month: Option<&str>| {
        let paper = plan_table(&source, month.map(|own| own.parse().unwrap()));
        let PaperBlock::Table(table) = paper.sheets[0].blocks[0].clone() else { panic!("it is a table") };
        let of = |name: &str| {
            let row = table.rows.iter().find(|own| own.cells[2] == name);
            row.map(|own| own.cells.last().unwrap().clone())
        };
        (table.columns.last().unwrap().title.clone(), of("旬检"), of("月检"))
    };
    let own = |text: &str| Some(text.to_owned());
    let (title, ten, month) = said(Some(MONTH));
    assert_eq!((title.as_ref(), ten, month), ("本月应检日", own("5、15、24 日"), own("25 日")));
    let (title, ten, month) = said(None);
    assert_eq!((title.as_ref(), ten, month), ("下次应检", own("2026-11-24"), own("2026-11-25")));
    // Before any plan began there was none.
    assert_eq!(said(Some("2020-01")).1, None);
}

#[test]
fn a_returned_check_sheet_is_found_by_its_symbols() {
    let desk = Desk::sample();
    let source = desk.source().on(day());
    let report = desk.print(&arguments(&desk, "sheets", &[PrintKind::CheckSheet], &[PrintFormat::Pdf]));
    let mut read = Vec::new();
    for path in paths(&report, PrintKind::CheckSheet, PrintFormat::Pdf) {
        let folder = tempfile::tempdir().unwrap();
        // The symbol at the foot of an A4 sheet has modules of a third of a millimetre.
        read.extend(symbols_at(&path, folder.path(), 250));
    }
    let mut tasks = 0;
    for paper in papers(&source, PrintKind::CheckSheet) {
        assert!(read.contains(&paper.code), "{} is not read", paper.code);
        for block in paper.sheets.iter().flat_map(|sheet| &sheet.blocks) {
            let PaperBlock::Symbol { code, .. } = block else { continue };
            assert!(read.contains(code), "{code} is not read");
            if let Some(task) = read_task_code(code) {
                tasks += 1;
                assert!(task.due_on >= day());
                let plan = desk.snapshot.inspection_plans.iter().find(|own| own.code == task.plan);
                assert!(plan.is_some(), "{code} names no plan");
                let point = |own: &String| desk.snapshot.points.iter().any(|point| point.code == *own);
                assert!(task.point.as_ref().is_none_or(point), "{code} names no point");
            }
        }
    }
    assert!(tasks > 5, "{tasks} tasks");
}

#[test]
fn photographs_before_and_after_are_on_the_case_file() {
    let folder = tempfile::tempdir().unwrap();
    let picture = |name: &str| {
        let path = folder.path().join(format!("{name}.png"));
        let path = path.to_str().unwrap();
        run("convert", &["-size", "40x30", &format!("xc:{name}"), path]);
        let sum = run("sha256sum", &[path]);
        (std::fs::read(path).unwrap(), sum.split_whitespace().next().unwrap().to_owned())
    };
    let ((before, first), (after, second)) = (picture("gray40"), picture("gray80"));
    let lost = "0".repeat(64);
    let sample = api::sample_project().unwrap();
    let danger = |code: &str| {
        let found = sample.records.iter().find_map(|own| match own {
            AnyRecord::HiddenDanger(own) if own.code == code => Some(own.id),
            _ => None,
        });
        found.unwrap()
    };
    let mut records = sample.records.clone();
    let photos = [
        ("YH-2026-004", PhotoMoment::Before, &first),
        ("YH-2026-004", PhotoMoment::After, &second),
        ("YH-2026-003", PhotoMoment::Before, &lost),
    ];
    for (at, (code, moment, asset)) in photos.into_iter().enumerate() {
        records.push(AnyRecord::DangerPhoto(photo(at, danger(code), moment, asset)));
    }
    let desk = Desk::of(records, &[before, after]);
    let mut args = arguments(
        &desk,
        "case",
        &[PrintKind::CaseFile, PrintKind::RectificationNotice],
        &[PrintFormat::Pdf, PrintFormat::Docx],
    );
    args.dangers = Some(vec!["YH-2026-004".to_owned()]);
    let report = desk.print(&args);
    assert!(report.problems.iter().all(|own| own.code != "no-photo"), "{:?}", report.problems);
    let path = &paths(&report, PrintKind::CaseFile, PrintFormat::Pdf)[0];
    assert_eq!(
        run("pdfinfo", &[path])
            .lines()
            .find(|line| line.starts_with("Pages:"))
            .unwrap()
            .trim_start_matches("Pages:")
            .trim(),
        "1"
    );
    assert_eq!(run("pdfimages", &["-list", path]).lines().skip(2).count(), 2);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/prints/office.py");
    let letter = &paths(&report, PrintKind::CaseFile, PrintFormat::Docx)[0];
    let read: serde_json::Value = serde_json::from_str(&run("python3", &[script, letter])).unwrap();
    assert_eq!(read["pictures"], 1, "both photographs stand in one drawing");
    assert_eq!(read["tables"][1]["repeated"], 1);

    // A photograph that the file does not hold is told, and the paper is made all the same.
    args.dangers = Some(vec!["YH-2026-003".to_owned()]);
    let report = desk.print(&args);
    assert_eq!(
        report.problems.iter().filter(|own| own.code == "no-photo").count(),
        2,
        "{:?}",
        report.problems
    );
    assert_eq!(paths(&report, PrintKind::CaseFile, PrintFormat::Pdf).len(), 1);
}

#[test]
fn a_month_that_is_none_and_a_danger_that_is_none_are_refused() {
    let desk = Desk::sample();
    let refused = |change: &dyn Fn(&mut ExportArgs)| {
        let mut args = arguments(&desk, "no", &[PrintKind::MonthReport], &[PrintFormat::Pdf]);
        change(&mut args);
        let file = api::ProjectFile::read(&desk.project()).unwrap();
        api::print_file(file, &args, &mut |_| std::ops::ControlFlow::Continue(())).unwrap_err().code
    };
    assert_eq!(refused(&|args| args.month = Some("2026-13".to_owned())), "not-a-day");
    assert_eq!(refused(&|args| args.day = Some("昨天".to_owned())), "not-a-day");
    assert_eq!(refused(&|args| args.dangers = Some(vec!["YH-0".to_owned()])), "no-such-danger");
}

fn photo(at: usize, danger_id: domain::HiddenDangerId, moment: PhotoMoment, asset: &str) -> DangerPhoto {
    let id: DangerPhotoId = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_00ff_0000 + at as u128).into();
    DangerPhoto { id, danger_id, step_id: None, moment, asset: asset.to_owned(), note: String::new() }
}

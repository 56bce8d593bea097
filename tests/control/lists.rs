//! Lists made by openpyxl in the shapes that people send: every row accounted for, what is wrong said, one undo step.

use api::{ListArgs, ListKind, ListMapping, ListOutArgs, ListProposal};
use edit::Command;
use expect_test::expect_file;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use testkit::Bench;

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lists").join(name)
}

pub(crate) fn preview(
    bench: &Bench,
    path: &Path,
    mapping: ListMapping,
) -> Result<ListProposal, api::ApiError> {
    let args = ListArgs { path: path.display().to_string(), mapping };
    api::preview(&args, bench.session().snapshot(), bench.session().picture())
}

fn accounted(proposal: &ListProposal) {
    let refused = proposal.refused.len() as u32;
    assert_eq!(proposal.created + proposal.updated + proposal.unchanged + refused, proposal.rows);
    assert_eq!(proposal.outcomes.len() as u32, proposal.rows);
}

fn shown(proposal: &ListProposal) -> String {
    let mut out = String::new();
    let ListProposal { sheet, header, rows, created, updated, unchanged, refused, .. } = proposal;
    writeln!(out, "{sheet}, header {header:?}: {rows} rows, {created} created, {updated} updated, {unchanged} unchanged, {} refused", refused.len()).unwrap();
    for own in &proposal.columns {
        let field = own.field.map_or("-".to_owned(), |field| serde_json::to_string(&field).unwrap());
        writeln!(out, "  {} {} {field}", own.column, own.title.replace('\n', "")).unwrap();
    }
    for own in refused {
        writeln!(out, "! {} {} {}", own.row, own.code, own.reason).unwrap();
    }
    for own in &proposal.disagreements {
        writeln!(out, "~ {} {}: {} -> {}", own.row, own.column.replace('\n', ""), own.sheet, own.computed)
            .unwrap();
    }
    for own in &proposal.skipped {
        writeln!(out, "- {} {} {}", own.row, own.reason, own.text).unwrap();
    }
    for own in &proposal.notes {
        writeln!(out, "* {} {}", own.code, own.chinese).unwrap();
    }
    out
}

fn control(bench: &Bench) -> api::ListTable {
    list(bench, ListKind::Control)
}

fn list(bench: &Bench, kind: ListKind) -> api::ListTable {
    let args = out(kind);
    api::list_of(bench.session().snapshot(), bench.session().picture(), &args, bench.session().today())
        .unwrap()
        .0
}

fn take(name: &str) {
    let mut bench = Bench::blank();
    let proposal = preview(&bench, &fixture(name), ListMapping::default()).unwrap();
    accounted(&proposal);
    let mut out = shown(&proposal);
    let undo = bench.session().file().unwrap().undo;
    bench.execute(Command::TakeList(proposal.command.clone().unwrap())).unwrap();
    for row in control(&bench).rows {
        let cells: Vec<String> =
            row.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.replace('\n', "⏎")).collect();
        writeln!(out, "= {}", cells.join(" | ")).unwrap();
    }
    // The same list again changes nothing.
    let again = preview(&bench, &fixture(name), ListMapping::default()).unwrap();
    accounted(&again);
    assert_eq!((again.created, again.updated), (0, 0), "{}", shown(&again));
    assert_eq!(again.command, None);
    // One step takes it all back.
    bench.undo();
    assert_eq!(bench.session().file().unwrap().undo, undo);
    assert!(bench.snapshot().points.is_empty() && bench.snapshot().people.is_empty());
    expect_file![fixture(name).with_extension("txt")].assert_eq(&out);
}

#[test]
fn a_ledger_with_two_header_rows_and_merged_points() {
    take("merged-ledger.xlsx");
}

#[test]
fn levels_as_colours_and_points_named_once() {
    take("colours.xlsx");
}

#[test]
fn letters_and_numbers_as_grades_on_the_second_sheet() {
    take("letter-grades.xlsx");
}

#[test]
fn roman_grades_texts_for_dates_and_hidden_parts() {
    take("roman.xlsx");
}

#[test]
fn points_alone_with_a_code_twice() {
    take("plain-points.xlsx");
}

#[test]
fn three_header_rows_and_six_classes() {
    take("mixed-measures.xlsx");
}

#[test]
fn english_titles_and_errors_in_cells() {
    take("english.xlsx");
}

#[test]
fn points_told_apart_by_name_and_place() {
    take("by-name.xlsx");
}

#[test]
fn what_is_no_list_is_refused_with_words() {
    let bench = Bench::blank();
    let error = preview(&bench, &fixture("no-header.xlsx"), ListMapping::default()).unwrap_err();
    assert_eq!(error.code, "no-header");
    let error = preview(&bench, &fixture("make.py"), ListMapping::default()).unwrap_err();
    assert_eq!(error.code, "not-a-workbook");
    let mapping = ListMapping { sheet: Some("9".to_owned()), ..ListMapping::default() };
    assert_eq!(preview(&bench, &fixture("colours.xlsx"), mapping).unwrap_err().code, "no-such-sheet");
    let mapping: ListMapping = serde_json::from_str(r#"{"columns": {"7": "name"}}"#).unwrap();
    assert_eq!(preview(&bench, &fixture("colours.xlsx"), mapping).unwrap_err().code, "bad-mapping");
}

#[test]
fn a_mapping_wins_over_titles() {
    let bench = Bench::blank();
    let mapping: ListMapping =
        serde_json::from_str(r#"{"sheet": "设备设施", "columns": {"B": "note"}, "kind": "activity"}"#)
            .unwrap();
    let proposal = preview(&bench, &fixture("colours.xlsx"), mapping).unwrap();
    let point = &proposal.command.unwrap().points[0];
    assert_eq!((point.note.as_deref(), point.location.as_deref()), (Some("A座一层"), None));
}

#[test]
fn a_damaged_workbook_never_panics() {
    let bench = Bench::blank();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.xlsx");
    let whole = std::fs::read(fixture("merged-ledger.xlsx")).unwrap();
    for cut in (0..whole.len()).step_by(whole.len() / 40 + 1) {
        std::fs::write(&path, &whole[..cut]).unwrap();
        assert!(preview(&bench, &path, ListMapping::default()).is_err());
        let mut broken = whole.clone();
        broken[cut] ^= 0x55;
        std::fs::write(&path, &broken).unwrap();
        if let Ok(proposal) = preview(&bench, &path, ListMapping::default()) {
            accounted(&proposal);
        }
    }
}

#[test]
fn a_hundred_thousand_rows_are_refused_by_a_named_limit() {
    let bench = Bench::blank();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.xlsx");
    std::fs::write(&path, sise_tests::lists::long_workbook(100_000).unwrap()).unwrap();
    let error = preview(&bench, &path, ListMapping::default()).unwrap_err();
    assert_eq!(error.code, "too-many-rows");
    assert!(error.chinese.contains("20000"), "{error:?}");
}

#[test]
fn a_list_out_taken_in_again_and_out_again_has_the_same_cells() {
    let mut sample = Bench::sample();
    // Cells that a spreadsheet could take for formulas.
    let first = sample.snapshot().points.iter().next().unwrap().id;
    for (column, text) in [("note", "=1+1"), ("control_focus", "@重点"), ("location", "-2 层 +1")] {
        let row = domain::RowId { table: domain::Table::RiskPoint, id: first.into() };
        let value = domain::Cell::text(text);
        sample.execute(Command::SetField(edit::SetField { row, column: column.to_owned(), value })).unwrap();
    }
    let args = out(ListKind::Control);
    let bytes = api::list_bytes(
        sample.session().snapshot(),
        sample.session().picture(),
        &args,
        sample.session().today(),
        Path::new("x.xlsx"),
    )
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("control.xlsx");
    std::fs::write(&path, &bytes).unwrap();
    let mut empty = Bench::blank();
    let proposal = preview(&empty, &path, ListMapping::default()).unwrap();
    accounted(&proposal);
    assert_eq!(proposal.refused, [], "nothing of our own is refused");
    assert_eq!(proposal.disagreements, [], "and the engine agrees with itself");
    empty.execute(Command::TakeList(proposal.command.unwrap())).unwrap();
    let (before, after) = (control(&sample), control(&empty));
    for (a, b) in before.rows.iter().zip(&after.rows) {
        assert_eq!(a, b);
    }
    assert_eq!(before, after);
    // Into the project that it came from it brings nothing new.
    let own = preview(&sample, &path, ListMapping::default()).unwrap();
    assert_eq!((own.created, own.updated), (0, 0), "{}", shown(&own));
}

#[test]
fn every_list_has_its_titles_and_tiers_part_the_points() {
    let sample = Bench::sample();
    let all = sample.snapshot().points.len();
    let of = |kind| list(&sample, kind);
    let families = [ListKind::Activities, ListKind::Facilities, ListKind::Workplaces];
    assert_eq!(families.map(|kind| of(kind).rows.len()).iter().sum::<usize>(), all);
    assert_eq!(of(ListKind::Points).rows.len(), all);
    assert_eq!(of(ListKind::Points).columns[6], "最高等级");
    let of_tier = |tier: &domain::ControlTier| {
        let args = ListOutArgs { tier: Some(tier.name.clone()), ..out(ListKind::Points) };
        api::list_of(sample.session().snapshot(), sample.session().picture(), &args, sample.session().today())
            .unwrap()
            .0
            .rows
            .len()
    };
    assert_eq!(sample.snapshot().tiers.iter().map(of_tier).sum::<usize>(), all);
    let args = ListOutArgs { tier: Some("没有".to_owned()), ..out(ListKind::Points) };
    let error = api::list_of(
        sample.session().snapshot(),
        sample.session().picture(),
        &args,
        sample.session().today(),
    )
    .unwrap_err();
    assert_eq!(error.code, "no-such-tier");
    let matrix = of(ListKind::Responsibility);
    let count: usize = matrix.rows.iter().map(|row| row[3].parse::<usize>().unwrap()).sum();
    assert_eq!(count, all, "every point has its place in the matrix");
}

/// A whole list.
pub(crate) fn out(kind: ListKind) -> ListOutArgs {
    ListOutArgs { kind, tier: None, filter: api::ListFilter::default(), template: None }
}

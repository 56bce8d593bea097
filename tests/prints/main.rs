//! Maps, cards and ledgers as outside readers see them: poppler, qpdf, zbar, a spreadsheet reader.
//! Relies on `sise` being built for the tests of the terminal, and on the programs named in `desk`.
//! Never shipped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, unreachable_pub)]

mod desk;
mod hostile;
mod kinds;
mod papers;
mod pieces;

use api::{CardLayout, Ink, PrintFormat, PrintKind, PrintSize};
use calamine::{Data, Reader as _};
use desk::{Desk, dense, run, symbols, text_of};
use export::content::{MapPoint, RiskLedger, drawn_floors, four_colour_map, notice_card, risk_ledger};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// The kinds whose every word is looked for here; the others have tests of their own in `kinds`.
const ALL: [PrintKind; 3] = [PrintKind::FourColourMap, PrintKind::NoticeCard, PrintKind::RiskLedger];

#[test]
fn every_pdf_is_sound_small_and_readable() {
    let desk = Desk::sample();
    let mut files = desk.prints("one", &ALL, &[PrintFormat::Pdf]).files;
    let mut args = desk.arguments("four", &ALL, &[PrintFormat::Pdf]);
    (args.card_layout, args.ink, args.map_size) = (CardLayout::FourPerPage, Ink::Cmyk, Some(PrintSize::A1));
    files.extend(desk.print(&args).files);
    assert_eq!(files.len(), 2 * (5 + 1 + 1));
    for file in files {
        let checked = run("qpdf", &["--check", &file.path]);
        assert!(checked.contains("No syntax or stream encoding errors found"), "{}: {checked}", file.path);
        let listed = run("pdffonts", &[&file.path]);
        let fonts: Vec<&str> = listed.lines().skip(2).collect();
        assert_eq!(fonts.len(), 2, "{}: {listed}", file.path);
        for font in fonts {
            assert!(font.contains("yes yes yes"), "{}: not an embedded, readable subset: {font}", file.path);
        }
        let info = run("pdfinfo", &[&file.path]);
        let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().to_owned();
        assert_eq!(pages, file.pages.to_string(), "{}", file.path);
        let bytes = std::fs::metadata(&file.path).unwrap().len();
        let limit = if file.kind == PrintKind::FourColourMap { 200_000 } else { 700_000 };
        assert!(bytes < limit, "{}: {bytes} bytes", file.path);
    }
}

#[test]
fn every_word_of_the_content_is_in_the_files() {
    let desk = Desk::sample();
    let source = desk.source();
    let report = desk.prints("out", &ALL, &[PrintFormat::Pdf]);
    let path = |kind: PrintKind, at: usize| -> &str {
        &report.files.iter().filter(|file| file.kind == kind).nth(at).unwrap().path
    };
    for (at, floor) in drawn_floors(&desk.snapshot).into_iter().enumerate() {
        let map = four_colour_map(&source, floor).unwrap();
        let text = text_of(path(PrintKind::FourColourMap, at), None);
        let mut words = vec![map.title.clone(), map.code.clone(), map.legend_title.to_owned()];
        let masthead = &map.masthead;
        words.extend([&masthead.organisation, &masthead.version, &masthead.date].map(Clone::clone));
        words
            .extend([&masthead.prepared_by, &masthead.reviewed_by, &masthead.report_phone].map(Clone::clone));
        words.extend(map.legend.iter().map(|line| line.word.to_owned()));
        words.extend(map.emergency.iter().flat_map(|line| [line.label.to_owned(), line.value.clone()]));
        words.extend(map.listed.iter().flat_map(|line| [line.facts.name.clone(), line.note()]));
        words.extend(map.pins.iter().map(|pin| pin.number.clone()));
        // Names of zones in several lines come back line by line; their letters are all there.
        for area in &map.plan.areas {
            assert!(area.name.chars().all(|c| text.contains(c)), "{}: {}", map.subject, area.name);
        }
        missing(&map.subject, &text, words);
    }
    let cards = path(PrintKind::NoticeCard, 0);
    for (at, point) in source.points_in_order().into_iter().enumerate() {
        let card = notice_card(&source, point).unwrap();
        let text = text_of(cards, Some(at + 1));
        let facts = &card.facts;
        let mut words =
            vec![facts.code.clone(), facts.name.clone(), facts.location.clone(), card.code.clone()];
        words.extend([
            facts.level_word.to_owned(),
            facts.tier.clone(),
            facts.person.clone(),
            facts.phone.clone(),
        ]);
        words.extend(facts.score.iter().map(ToString::to_string));
        words.extend(card.hazards.iter().chain(&card.accidents).chain(&card.consequences).cloned());
        words.extend(card.measures.iter().flat_map(|group| group.measures.clone()));
        words.extend(card.emergency.iter().cloned().chain([card.focus.clone()]));
        words.extend(card.signs.iter().map(|sign| sign.name().to_owned()));
        words.extend([card.masthead.duty_phone.clone(), card.masthead.report_phone.clone()]);
        missing(&facts.code, &text, words);
        assert!((3..=6).contains(&card.signs.len()), "{}: {} signs", facts.code, card.signs.len());
    }
    let ledger = risk_ledger(&source, None);
    let text = text_of(path(PrintKind::RiskLedger, 0), None);
    let mut words: Vec<String> = vec![ledger.title.to_owned(), ledger.summary.clone(), ledger.code.clone()];
    for point in &ledger.points {
        words.extend([
            point.facts.code.clone(),
            point.facts.level_word.to_owned(),
            point.facts.person.clone(),
        ]);
        words.extend(point.rows.iter().flat_map(|row| row.score.iter().map(ToString::to_string)));
    }
    missing(ledger.title, &text, words);
    // Cells side by side are read line by line, so long texts are looked for character by character.
    let held: BTreeMap<char, usize> = counted(&text);
    let wanted: String = ledger
        .points
        .iter()
        .flat_map(|point| {
            let rows = point.rows.iter().flat_map(|row| {
                [row.step.clone(), row.hazard.clone(), row.accidents.clone(), row.measures.concat()]
            });
            rows.chain([point.facts.name.clone(), point.facts.department.clone(), point.note.clone()])
        })
        .collect();
    for (c, count) in counted(&dense(&wanted)) {
        assert!(held.get(&c).copied().unwrap_or(0) >= count, "{c:?}: {count} in the ledger's content");
    }
}

fn counted(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars().for_each(|c| *counts.entry(c).or_default() += 1);
    counts
}

fn missing(piece: &str, text: &str, words: Vec<String>) {
    for word in words {
        assert!(text.contains(&dense(&word)), "{piece}: {word:?} is not in the text of the file");
    }
}

#[test]
fn every_symbol_is_read_by_a_scanner() {
    let desk = Desk::sample();
    let source = desk.source();
    let cards: Vec<String> = {
        let mut codes: Vec<String> = source
            .points_in_order()
            .into_iter()
            .map(|point| notice_card(&source, point).unwrap().code)
            .collect();
        codes.sort();
        codes
    };
    assert!(cards.iter().all(|code| code.starts_with("DP1:01930000:")), "{cards:?}");
    let scans = desk.at("scans");
    std::fs::create_dir(&scans).unwrap();
    let report = desk.prints("out", &ALL, &[PrintFormat::Pdf]);
    let mut maps = Vec::new();
    for file in &report.files {
        match file.kind {
            PrintKind::FourColourMap => maps.extend(symbols(&file.path, &scans)),
            PrintKind::NoticeCard => assert_eq!(symbols(&file.path, &scans), cards),
            PrintKind::RiskLedger => {
                let read = symbols(&file.path, &scans);
                assert_eq!(read, vec![risk_ledger(&source, None).code; file.pages as usize]);
            }
            other => panic!("{other:?} was not asked for"),
        }
    }
    let expected: Vec<String> = drawn_floors(&desk.snapshot)
        .into_iter()
        .map(|floor| four_colour_map(&source, floor).unwrap().code)
        .collect();
    assert_eq!(maps, expected);
    let mut args = desk.arguments("four", &[PrintKind::NoticeCard], &[PrintFormat::Pdf]);
    args.card_layout = CardLayout::FourPerPage;
    let file = desk.print(&args).files.remove(0);
    assert_eq!(file.pages, 9);
    assert_eq!(symbols(&file.path, &scans), cards);
}

#[test]
fn two_exports_are_the_same_to_the_byte() {
    let desk = Desk::sample();
    let formats = [PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Png, PrintFormat::Xlsx];
    let mut args = desk.arguments("a", &ALL, &formats);
    (args.card_layout, args.dpi) = (CardLayout::FourPerPage, 50);
    let first = desk.print(&args);
    args.folder = desk.at("b").display().to_string();
    let second = desk.print(&args);
    assert_eq!(first.files.len(), second.files.len());
    assert_eq!(first.problems, second.problems);
    for (a, b) in first.files.iter().zip(&second.files) {
        assert_eq!(Path::new(&a.path).file_name(), Path::new(&b.path).file_name());
        assert!(std::fs::read(&a.path).unwrap() == std::fs::read(&b.path).unwrap(), "{}", a.path);
    }
}

#[test]
fn pictures_show_what_the_paper_shows() {
    let desk = Desk::sample();
    let report = desk.prints("out", &ALL, &[PrintFormat::Pdf, PrintFormat::Png, PrintFormat::Svg]);
    let first = |kind, format| {
        let file = report.files.iter().find(|file| file.kind == kind && file.format == format);
        file.unwrap().path.clone()
    };
    for kind in ALL {
        let screen = first(kind, PrintFormat::Png);
        let size = run("identify", &["-format", "%w %h %x %U", &screen]);
        let mut parts = size.split_whitespace();
        let (width, height) = (parts.next().unwrap(), parts.next().unwrap());
        let dpi: f64 = parts.next().unwrap().parse().unwrap();
        assert!((dpi - 100.0).abs() < 0.1 || (dpi - 39.37).abs() < 0.1, "{size}");
        let paper = desk.at("paper");
        let paper = paper.to_str().unwrap();
        let pdf = first(kind, PrintFormat::Pdf);
        run("pdftoppm", &["-png", "-singlefile", "-scale-to-x", width, "-scale-to-y", height, &pdf, paper]);
        let (a, b) = (desk.at("blur-a.png"), desk.at("blur-b.png"));
        for (from, to) in [(format!("{paper}.png"), &a), (screen, &b)] {
            run("convert", &[&from, "-alpha", "off", "-blur", "0x2", to.to_str().unwrap()]);
        }
        let difference =
            run("compare", &["-metric", "RMSE", a.to_str().unwrap(), b.to_str().unwrap(), "null:"]);
        let share: f64 = difference.split(['(', ')']).nth(1).unwrap().parse().unwrap();
        assert!(share < 0.025, "{kind:?}: {difference}");
        let svg = std::fs::read_to_string(first(kind, PrintFormat::Svg)).unwrap();
        assert!(svg.contains("<text") && !svg.contains("<script"), "{kind:?}");
    }
}

#[test]
fn layers_can_be_switched_and_plans_say_their_scale() {
    let desk = Desk::sample();
    let report = desk.prints("out", &[PrintKind::FourColourMap], &[PrintFormat::Pdf]);
    for file in &report.files {
        let plain = desk.at("plain.pdf");
        run("qpdf", &["--qdf", "--object-streams=disable", &file.path, plain.to_str().unwrap()]);
        let bytes = std::fs::read(&plain).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        // The dictionaries of use within them carry the same type.
        assert_eq!(text.matches("/Type /OCG\n  /Usage").count(), 5, "{}", file.path);
        let said = text_of(&file.path, None);
        assert!(said.contains("1:250") || said.contains("1:200") || said.contains("1:1500"), "{said}");
        assert!(!said.contains("不按比例"));
    }
}

#[test]
fn the_workbook_says_what_the_model_says() {
    let desk = Desk::sample();
    let source = desk.source();
    let ledger = risk_ledger(&source, None);
    let report = desk.prints("out", &[PrintKind::RiskLedger], &[PrintFormat::Xlsx]);
    assert_eq!(report.files.len(), 1);
    let rows = worksheet(&report.files[0].path);
    let titles: Vec<&str> = rows[2].iter().map(String::as_str).collect();
    assert_eq!(titles.len(), RiskLedger::COLUMNS.len() + 1);
    for title in [
        "风险点编号",
        "危险源或潜在事件/标准",
        "评价值",
        "评价级别",
        "风险分级",
        "工程技术措施",
        "管控层级",
        "责任单位",
        "责任人",
        "备注",
    ] {
        assert!(titles.contains(&title), "{title} in {titles:?}");
    }
    let mut at = 3;
    for point in &ledger.points {
        for row in &point.rows {
            let facts = &point.facts;
            let level = if facts.direct {
                format!("{}（直接判定）", facts.level_word)
            } else {
                facts.level_word.to_owned()
            };
            let mut expected = vec![facts.code.clone(), facts.kind.to_owned(), facts.name.clone(), level];
            expected.extend([
                row.number.to_string(),
                row.step.clone(),
                row.hazard.clone(),
                row.accidents.clone(),
            ]);
            expected.push(row.score.as_ref().map_or(String::new(), |score| score.value.clone()));
            expected.extend([row.band.clone(), row.level_word.to_owned()]);
            expected.extend(row.measures.clone());
            expected.extend([
                facts.tier.clone(),
                facts.department.clone(),
                facts.person.clone(),
                point.note.clone(),
            ]);
            assert_eq!(rows[at], expected, "row {at}");
            at += 1;
        }
    }
    assert_eq!(rows.len(), at);
}

/// The cells of the first sheet as texts.
pub fn worksheet(path: &str) -> Vec<Vec<String>> {
    let mut file: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
    let name = file.sheet_names().remove(0);
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    file.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn map_card_and_ledger_agree_about_every_point() {
    let desk = Desk::sample();
    let report = desk.prints("out", &ALL, &[PrintFormat::Pdf, PrintFormat::Xlsx]);
    let path = |kind, format| {
        let file = report.files.iter().find(|file| file.kind == kind && file.format == format);
        file.unwrap().path.clone()
    };
    // The levels as the terminal tells them are the measure; the prints are read from outside.
    let levels = api::levels(&desk.snapshot, &desk.picture);
    let cards = path(PrintKind::NoticeCard, PrintFormat::Pdf);
    let maps: String = report
        .files
        .iter()
        .filter(|file| file.kind == PrintKind::FourColourMap)
        .map(|file| text_of(&file.path, None))
        .collect();
    let rows = worksheet(&path(PrintKind::RiskLedger, PrintFormat::Xlsx));
    let mut codes: Vec<&str> = levels.points.iter().map(|own| own.code.as_str()).collect();
    let source = desk.source();
    let order = source.points_in_order();
    codes.sort_by_key(|code| {
        order.iter().position(|id| desk.snapshot.points.get(*id).is_some_and(|own| own.code == **code))
    });
    for (at, code) in codes.into_iter().enumerate() {
        let level = levels.points.iter().find(|own| own.code == code).unwrap();
        let point = desk.snapshot.points.iter().find(|own| own.code == code).unwrap();
        let word = match level.level {
            "major" => "重大风险",
            "high" => "较大风险",
            "medium" => "一般风险",
            "low" => "低风险",
            other => panic!("{code} is {other}"),
        };
        let score = format!("D={}", level.score.as_ref().unwrap());
        let owner = desk.snapshot.people.find(point.person_id).map_or("", |own| own.name.as_str());
        let card = text_of(&cards, Some(at + 1));
        for said in [code, word, &score, owner] {
            assert!(card.contains(&dense(said)), "card {code}: {said}");
        }
        let row = rows.iter().find(|row| row[0] == code).unwrap();
        assert!(row[3].starts_with(word) && row[18] == owner, "{row:?}");
        assert_eq!(format!("D={}", row[8]), score, "{code}");
        if matches!(level.level, "major" | "high") {
            let line = drawn_floors(&desk.snapshot)
                .into_iter()
                .flat_map(|floor| four_colour_map(&source, floor).unwrap().listed)
                .find(|line| line.facts.code == code)
                .unwrap();
            assert!(line.note().contains(owner) && line.note().contains(&score), "{}", line.note());
            let said = format!("{}{}", line.facts.name, MapPoint::note(&line));
            assert!(maps.contains(&dense(&said)), "map {code}: {said}");
        }
    }
}

#[test]
fn phones_are_masked_unless_asked_for() {
    let desk = Desk::sample();
    let person = desk.snapshot.people.iter().find(|own| own.name == "刘洋").unwrap();
    let mut args = desk.arguments("masked", &[PrintKind::NoticeCard], &[PrintFormat::Pdf]);
    let masked = text_of(&desk.print(&args).files[0].path, None);
    assert!(!masked.contains(&dense(&person.phone)), "{}", person.phone);
    assert!(masked.contains("****"));
    args.folder = desk.at("open").display().to_string();
    args.open_phones = true;
    let open = text_of(&desk.print(&args).files[0].path, None);
    assert!(open.contains(&dense(&person.phone)) && !open.contains("****"));
}

#[test]
fn only_what_is_asked_for() {
    let desk = Desk::sample();
    let floor = drawn_floors(&desk.snapshot)[1];
    let points: Vec<_> = desk.source().points_in_order().into_iter().take(3).collect();
    let mut args = desk.arguments("out", &ALL, &[PrintFormat::Pdf, PrintFormat::Xlsx, PrintFormat::Pdf]);
    args.floors = Some(vec![floor]);
    args.points = Some(points);
    let names: Vec<(String, u32)> = desk
        .print(&args)
        .files
        .into_iter()
        .map(|file| (Path::new(&file.path).file_name().unwrap().to_string_lossy().into_owned(), file.pages))
        .collect();
    let expected = [
        ("四色图-A机电实训楼-1F.pdf", 1),
        ("风险告知卡.pdf", 3),
        ("风险分级管控清单.pdf", 1),
        ("风险分级管控清单.xlsx", 1),
    ];
    assert_eq!(names, expected.map(|(name, pages)| (name.to_owned(), pages)));
    // A floor without a plan is said to be empty instead of printed blank.
    let undrawn = desk.snapshot.floors.iter().find(|own| own.name == "3F").unwrap();
    args.floors = Some(vec![undrawn.id]);
    args.kinds = vec![PrintKind::FourColourMap];
    let report = desk.print(&args);
    assert!(report.files.is_empty());
    assert_eq!(report.problems[0].code, "nothing-drawn");
}

#[test]
fn progress_grows_and_cancelling_leaves_whole_files() {
    let desk = Desk::sample();
    let mut args = desk.arguments("out", &ALL, &[PrintFormat::Pdf, PrintFormat::Png]);
    args.dpi = 40;
    let file = || api::ProjectFile::read(&desk.project()).unwrap();
    let mut heard: Vec<(u32, u32)> = Vec::new();
    let report = api::print_file(file(), &args, &mut |progress| {
        heard.push((progress.done, progress.total));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(!report.cancelled);
    assert!(heard.is_sorted(), "{heard:?}");
    assert_eq!(heard.last().map(|(done, total)| done == total), Some(true));
    assert!(heard.len() > 100, "at least once a page: {}", heard.len());

    args.folder = desk.at("stopped").display().to_string();
    let mut left = 12;
    let report = api::print_file(file(), &args, &mut |_| {
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
    .unwrap();
    assert!(report.cancelled && !report.files.is_empty());
    let found = std::fs::read_dir(desk.at("stopped")).unwrap().count();
    assert_eq!(found, report.files.len(), "every file there is one that was reported");
    assert!(desk.leftovers("stopped").is_empty());
}

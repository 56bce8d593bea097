//! Boards, cards, plates and charts as outside readers see them, and that no two of them disagree about a point.
//! Relies on the sample school and on the programs named in `desk`.
//! Never shipped.

use crate::desk::{Desk, dense, run, symbols_at, text_of};
use crate::worksheet;
use api::{CardLayout, ExportReport, PrintFormat, PrintKind, PrintSize};
use domain::{AnyRecord, RiskLevel};
use export::content::{
    board_departments, comparison_charts, drawn_floors, emergency_cards, hazard_notices, notice_board,
    notice_card, organisation_chart, patrol_plate, placement_map, post_card, poster, poster_ids,
    posts_in_order, print_list, risk_matrices,
};
use std::collections::BTreeMap;

/// Kinds that other tests do not look into.
const OTHERS: [PrintKind; 13] = [
    PrintKind::ComparisonChart,
    PrintKind::RiskMatrix,
    PrintKind::NoticeBoard,
    PrintKind::MajorNotice,
    PrintKind::EmergencyCard,
    PrintKind::PostCard,
    PrintKind::SpokenCard,
    PrintKind::PatrolPlate,
    PrintKind::OrganisationChart,
    PrintKind::PrintList,
    PrintKind::HazardNotice,
    PrintKind::Poster,
    PrintKind::PlacementMap,
];

fn of(report: &ExportReport, kind: PrintKind) -> Vec<String> {
    let own = report.files.iter().filter(|file| file.kind == kind && file.format == PrintFormat::Pdf);
    own.map(|file| file.path.clone()).collect()
}

fn sound(path: &str) {
    let checked = run("qpdf", &["--check", path]);
    assert!(checked.contains("No syntax or stream encoding errors found"), "{path}: {checked}");
    let listed = run("pdffonts", &[path]);
    let fonts: Vec<&str> = listed.lines().skip(2).collect();
    // Titles may be of another family.
    assert!((1..=3).contains(&fonts.len()), "{path}: {listed}");
    assert!(fonts.iter().all(|font| font.contains("yes yes yes")), "{path}: {listed}");
}

fn contains(piece: &str, text: &str, words: impl IntoIterator<Item = String>) {
    for word in words {
        assert!(text.contains(&dense(&word)), "{piece}: {word:?} is not in the text of the file");
    }
}

#[test]
fn every_other_kind_is_sound_and_says_all_it_has_to() {
    let desk = Desk::sample();
    let source = desk.source();
    let mut args = desk.arguments("out", &OTHERS, &[PrintFormat::Pdf, PrintFormat::Csv]);
    args.theme = Some("academy".to_owned());
    let report = desk.print(&args);
    report.files.iter().filter(|file| file.format == PrintFormat::Pdf).for_each(|file| sound(&file.path));

    let chart = comparison_charts(&source).remove(0);
    let order: Vec<(&str, f64)> = chart.bars.iter().map(|own| (own.facts.code.as_str(), own.value)).collect();
    let expected = [
        ("JD-Z-007", 360.0),
        ("HQ-Z-102", 270.0),
        ("HQ-Z-108", 270.0),
        ("HQ-Z-113", 240.0),
        ("HQ-Z-115", 135.0),
        ("JD-Z-006", 90.0),
        ("TY-Z-301", 54.0),
        ("JD-Z-014", 27.0),
        ("HQ-Z-112", 22.5),
    ];
    assert_eq!(order, expected);
    let text = text_of(&of(&report, PrintKind::ComparisonChart)[0], None);
    contains("chart", &text, ["重大风险320", "较大风险160", "一般风险70"].map(str::to_owned));
    // The bars stand in the order of their scores.
    let places: Vec<usize> = expected.iter().map(|own| text.find(own.0).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");

    let matrix = risk_matrices(&source).remove(0);
    assert_eq!(matrix.points.len(), 36);
    let text = text_of(&of(&report, PrintKind::RiskMatrix)[0], None);
    contains("matrix", &text, matrix.points.iter().map(|own| own.code.clone()));

    let boards = of(&report, PrintKind::NoticeBoard);
    assert_eq!(boards.len(), 2);
    let departments = board_departments(&source);
    for (path, boards) in [
        (&boards[0], vec![notice_board(&source, None)]),
        (&boards[1], departments.iter().map(|own| notice_board(&source, Some(*own))).collect()),
    ] {
        let text = text_of(path, None);
        for board in boards {
            contains(&board.subject, &text, [board.title.clone(), board.code.clone(), board.note.clone()]);
            contains(&board.subject, &text, board.rows.iter().map(|row| row.facts.code.clone()));
            let held = |c: char| text.matches(c).count();
            for row in &board.rows {
                for c in dense(&format!("{}{}{}", row.hazards, row.measures, row.emergency)).chars() {
                    assert!(held(c) > 0, "{}: {c}", row.facts.code);
                }
            }
        }
    }

    let text = text_of(&of(&report, PrintKind::EmergencyCard)[0], None);
    for card in source.points_in_order().into_iter().flat_map(|point| emergency_cards(&source, point)) {
        let piece = format!("{} {}", card.facts.code, card.accident);
        contains(&piece, &text, card.steps.iter().chain(&card.never).chain(&card.hazards).cloned());
        contains(&piece, &text, card.calls.iter().flat_map(|own| [own.0.clone(), own.1.clone()]));
        contains(&piece, &text, [card.accident, card.omens, card.assembly_point, card.post]);
    }
    let known = text_of(&of(&report, PrintKind::PostCard)[0], None);
    let spoken = text_of(&of(&report, PrintKind::SpokenCard)[0], None);
    for card in posts_in_order(&source).into_iter().filter_map(|post| post_card(&source, post)) {
        contains(
            &card.name,
            &known,
            [card.name.clone(), card.department.clone(), card.level_word.to_owned()],
        );
        contains(&card.name, &known, card.hazards.iter().chain(&card.focus).cloned());
        contains(&card.name, &known, card.measures.iter().flat_map(|own| own.measures.clone()));
        contains(&card.name, &known, card.emergency.iter().flat_map(|own| own.steps.clone()));
        contains(&card.name, &spoken, card.checks.iter().flat_map(|own| [own.at.clone(), own.words.clone()]));
    }
    let chart = organisation_chart(&source);
    let text = text_of(&of(&report, PrintKind::OrganisationChart)[0], None);
    contains("organisation", &text, [chart.principal.clone(), chart.safety_lead.clone()]);
    contains(
        "organisation",
        &text,
        chart.control.iter().chain(&chart.inspection).map(|own| (*own).to_owned()),
    );
    let names = desk.snapshot.departments.iter().map(|own| own.name.clone());
    for c in names.collect::<String>().chars().filter(|c| !c.is_whitespace()) {
        assert!(text.contains(c), "{c}");
    }
    let text = text_of(&of(&report, PrintKind::HazardNotice)[0], None);
    let notices: Vec<_> =
        source.points_in_order().into_iter().flat_map(|point| hazard_notices(&source, point)).collect();
    assert!(notices.len() >= 5, "{}", notices.len());
    for own in notices {
        contains(&own.name, &text, [own.name.clone(), own.exposure.clone(), own.code.clone()]);
        contains(&own.name, &text, own.health.iter().chain(&own.nature).chain(&own.protection).cloned());
        contains(&own.name, &text, own.emergency);
    }
    let posters = of(&report, PrintKind::Poster);
    assert_eq!(posters.len(), poster_ids().count());
    for (id, path) in poster_ids().zip(&posters) {
        let (own, text) = (poster(&source, id).unwrap(), text_of(path, None));
        contains(id, &text, [own.title, own.lead, own.code]);
        let lines = own.blocks.into_iter().flat_map(|block| block.lines);
        contains(id, &text, lines.flat_map(|(name, text)| [name, text]));
    }
    let plans = of(&report, PrintKind::PlacementMap);
    let shown = drawn_floors(&desk.snapshot).into_iter().filter_map(|floor| placement_map(&source, floor));
    for (own, path) in shown.filter(|own| !own.listed.is_empty()).zip(&plans) {
        let text = text_of(path, None);
        contains(&own.subject, &text, [own.title, own.code]);
        contains(&own.subject, &text, own.listed.into_iter().map(|line| line.facts.name));
    }
    let list = print_list(&source);
    let text = text_of(&of(&report, PrintKind::PrintList)[0], None);
    contains("list", &text, [list.summary.clone(), list.code.clone()]);
    assert_eq!(list.items.iter().filter(|own| own.kind == "风险告知卡").count(), 36);
    let list = report.files.iter().find(|file| file.format == PrintFormat::Csv).unwrap();
    let list = std::fs::read_to_string(&list.path).unwrap();
    assert_eq!(list.lines().count(), 37);
    assert!(list.starts_with('\u{feff}') && list.contains("\"DP1:01930000:JD-S-001:"), "{list}");
}

#[test]
fn plates_boards_and_charts_have_symbols_that_scanners_read() {
    let desk = Desk::sample();
    let source = desk.source();
    let scans = desk.at("scans");
    std::fs::create_dir(&scans).unwrap();
    let mut args = desk.arguments("sheets", &[PrintKind::PatrolPlate], &[PrintFormat::Pdf]);
    (args.map_size, args.card_layout) = (Some(PrintSize::Sticker50x70), CardLayout::FourPerPage);
    let stickers = desk.print(&args).files.remove(0);
    assert_eq!(stickers.pages, 3, "twelve on a sheet");
    let mut codes: Vec<String> = source
        .points_in_order()
        .into_iter()
        .map(|point| patrol_plate(&source, point).unwrap().code)
        .collect();
    codes.sort();
    assert_eq!(symbols_at(&stickers.path, &scans, 150), codes);

    let kinds = [PrintKind::NoticeBoard, PrintKind::MajorNotice, PrintKind::ComparisonChart];
    let report = desk.prints("boards", &kinds, &[PrintFormat::Pdf]);
    let boards = of(&report, PrintKind::NoticeBoard);
    assert_eq!(symbols_at(&boards[0], &scans, 60), [notice_board(&source, None).code]);
    let charts: Vec<String> = comparison_charts(&source).into_iter().map(|own| own.code).collect();
    assert_eq!(symbols_at(&of(&report, PrintKind::ComparisonChart)[0], &scans, 150), charts);
    let mut grave: Vec<String> = source
        .points_in_order()
        .into_iter()
        .filter_map(|point| notice_card(&source, point))
        .filter(|card| card.facts.level.is_some_and(|level| level >= RiskLevel::High))
        .map(|card| card.for_board().code)
        .collect();
    grave.sort();
    assert_eq!(symbols_at(&of(&report, PrintKind::MajorNotice)[0], &scans, 60), grave);
}

/// Pages of a print by the code of the point that each is about.
fn by_code(path: &str, codes: &[String]) -> BTreeMap<String, Vec<String>> {
    let whole = run("pdftotext", &["-raw", path, "-"]);
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in whole.split('\u{c}').map(dense).filter(|page| !page.is_empty()) {
        for code in codes.iter().filter(|code| page.contains(code.as_str())) {
            pages.entry(code.clone()).or_default().push(page.clone());
        }
    }
    pages
}

/// Reads from the prints alone: the ledger is the measure, and nothing else may say otherwise.
#[test]
fn no_piece_disagrees_about_level_score_owner_or_measure() {
    for preset in ["lec-four-colour", "lec-four-colour-strict", "lec-shandong-five"] {
        let mut records = api::sample_project().unwrap().records;
        let other = evaluation::built_in_presets().into_iter().find(|own| own.code() == preset).unwrap();
        for record in &mut records {
            if let AnyRecord::CriteriaPreset(own) = record {
                (own.code, own.version) = (other.code().to_owned(), other.version());
                own.body = other.to_json();
            }
        }
        let desk = Desk::of(records, &[]);
        let formats = [PrintFormat::Pdf, PrintFormat::Xlsx];
        let asked = [
            PrintKind::NoticeBoard,
            PrintKind::MajorNotice,
            PrintKind::NoticeCard,
            PrintKind::EmergencyCard,
            PrintKind::PostCard,
            PrintKind::PatrolPlate,
            PrintKind::RiskLedger,
        ];
        let report = desk.prints("all", &asked, &formats);
        let sheet = report
            .files
            .iter()
            .find(|file| file.kind == PrintKind::RiskLedger && file.format == PrintFormat::Xlsx);
        let rows: Vec<Vec<String>> = worksheet(&sheet.unwrap().path).into_iter().skip(3).collect();
        let codes: Vec<String> = rows.iter().map(|row| row[0].clone()).collect();
        let paged =
            [PrintKind::NoticeCard, PrintKind::EmergencyCard, PrintKind::PatrolPlate, PrintKind::MajorNotice];
        let pages: Vec<_> = paged.iter().map(|kind| by_code(&of(&report, *kind)[0], &codes)).collect();
        let boards: String =
            of(&report, PrintKind::NoticeBoard).iter().map(|own| text_of(own, None)).collect();
        let posts = text_of(&of(&report, PrintKind::PostCard)[0], None);
        let mut grave = 0;
        for row in &rows {
            let (code, word) = (&row[0], row[3].trim_end_matches("（直接判定）"));
            // Criteria whose tables lack a value leave its point without a score, and so does every piece.
            let score = if row[8].is_empty() { String::new() } else { format!("D={}", row[8]) };
            let person = dense(&row[18]);
            let high = word == "重大风险" || word == "较大风险";
            grave += usize::from(high);
            for (kind, pages) in paged.iter().zip(&pages) {
                let own = pages.get(code).cloned().unwrap_or_default();
                assert_eq!(
                    own.is_empty(),
                    *kind == PrintKind::MajorNotice && !high,
                    "{preset} {code} {kind:?}"
                );
                for page in own {
                    let piece = format!("{preset} {code} {kind:?}");
                    let said: Vec<&str> = ["重大风险", "较大风险", "一般风险", "低风险", "未评价"]
                        .into_iter()
                        .filter(|other| page.contains(other))
                        .collect();
                    assert_eq!(said, [word], "{piece}");
                    assert!(page.contains(&person), "{piece}: {person}");
                    if *kind != PrintKind::EmergencyCard {
                        assert!(page.contains(&score), "{piece}: {score}");
                    }
                    if matches!(kind, PrintKind::NoticeCard | PrintKind::MajorNotice) {
                        for measure in row[11..15].iter().flat_map(|own| own.split('；')) {
                            assert!(page.contains(&dense(measure)), "{piece}: {measure}");
                        }
                    }
                }
            }
            // On a board the code, the level and its score follow one another in a row.
            let shown =
                if row[3].contains("直接判定") { "直接判定".to_owned() } else { score.clone() };
            assert!(boards.contains(code) && boards.contains(&format!("{word}{shown}")), "{preset} {code}");
            assert!(posts.contains(&format!("{code}{score}")), "{preset} {code} on the card of its post");
        }
        let text = run("pdftotext", &["-raw", &of(&report, PrintKind::NoticeBoard)[0], "-"]);
        let listed = codes.iter().filter(|code| text.contains(code.as_str())).count();
        assert_eq!(listed, grave, "{preset}: the main board lists the grave ones and no other");
    }
}

#[test]
fn small_pieces_share_sheets_and_large_maps_come_as_tiles() {
    let desk = Desk::sample();
    let mut args =
        desk.arguments("id", &[PrintKind::PostCard, PrintKind::EmergencyCard], &[PrintFormat::Pdf]);
    (args.map_size, args.card_layout) = (Some(PrintSize::Card90x130), CardLayout::FourPerPage);
    let report = desk.print(&args);
    for file in &report.files {
        sound(&file.path);
        let info = run("pdfinfo", &[&file.path]);
        assert!(info.contains("595.276 x 841.89") || info.contains("(A4)"), "{info}");
    }
    let floor = export::content::drawn_floors(&desk.snapshot)[1];
    let mut args = desk.arguments("tiles", &[PrintKind::FourColourMap], &[PrintFormat::Pdf]);
    (args.map_size, args.tile, args.floors) = (Some(PrintSize::A1), Some(PrintSize::A3), Some(vec![floor]));
    let tiles = desk.print(&args).files.remove(0);
    assert_eq!(tiles.pages, 8);
    sound(&tiles.path);
    let text = text_of(&tiles.path, None);
    assert!(text.contains("第2-1张") && text.contains("粘贴边10mm"), "{text}");

    // For the print shop: 3 mm over the edge, and the boxes say so.
    let mut args = desk.arguments("shop", &[PrintKind::PatrolPlate], &[PrintFormat::Pdf]);
    (args.crop_marks, args.ink) = (Some(true), api::Ink::Cmyk);
    args.points = Some(desk.source().points_in_order().into_iter().take(2).collect());
    let plates = desk.print(&args).files.remove(0);
    sound(&plates.path);
    let boxes = run("pdfinfo", &["-box", &plates.path]);
    let side = |name: &str| -> f64 {
        let line = boxes.lines().find(|line| line.starts_with(name)).unwrap();
        let numbers: Vec<f64> = line.split_whitespace().filter_map(|own| own.parse().ok()).collect();
        numbers[2] - numbers[0]
    };
    assert!((side("TrimBox") - 100.0 / 25.4 * 72.0).abs() < 0.1, "{boxes}");
    assert!((side("BleedBox") - 106.0 / 25.4 * 72.0).abs() < 0.1, "{boxes}");
}

#[test]
fn every_kind_is_the_same_to_the_byte_in_two_runs() {
    let desk = Desk::sample();
    let mut args = desk.arguments("a", &OTHERS, &[PrintFormat::Pdf, PrintFormat::Csv]);
    args.theme = Some("vigour".to_owned());
    let first = desk.print(&args);
    args.folder = desk.at("b").display().to_string();
    let second = desk.print(&args);
    assert_eq!(first.problems, second.problems);
    for (a, b) in first.files.iter().zip(&second.files) {
        assert!(std::fs::read(&a.path).unwrap() == std::fs::read(&b.path).unwrap(), "{}", a.path);
    }
    args.theme = Some("none".to_owned());
    let file = api::ProjectFile::read(&desk.project()).unwrap();
    let refused = api::print_file(file, &args, &mut |_| std::ops::ControlFlow::Continue(())).unwrap_err();
    assert_eq!(refused.code, "no-such-theme");
}

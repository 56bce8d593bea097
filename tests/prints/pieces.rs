//! Pieces one by one: what hangs and is out of date, texts of one piece, own looks and signs, and the contact sheet.
//! Relies on the sample school and on the programs named in `desk`.
//! Never shipped.

use crate::desk::{Desk, dense, run, symbols_at, text_of};
use api::{ExportReport, MarkPrintedArgs, PrintFormat, PrintKind, ProjectFile, Session, Workspace};
use domain::{Cell, PlanElement, PlanElementKind, RiskPoint, RowId, SignFamily, Table, Typeface};
use edit::{Command, KeepSign, RewriteText, SetField, SetPrintStyle};
use export::content::{Source, notice_card, patrol_plate};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use testkit::FixedWorld;

/// Carries commands out in the desk's project.
fn edit(desk: &Desk, seed: u64, commands: Vec<Command>) {
    let workspace = Workspace::at(desk.at("data"));
    let world = Arc::new(FixedWorld::new(seed));
    let mut session = Session::open(&workspace, &desk.project(), world, "测试".to_owned()).unwrap();
    for command in commands {
        session.execute(command).unwrap();
    }
    session.save().unwrap();
    session.close().map_err(|back| back.1).unwrap();
}

fn mark(desk: &Desk, kinds: &[PrintKind]) -> usize {
    let workspace = Workspace::at(desk.at("data"));
    let args = MarkPrintedArgs { kinds: kinds.to_vec(), pieces: Vec::new() };
    let world = Arc::new(FixedWorld::new(90));
    api::mark_printed(&workspace, &desk.project(), &args, world, "测试".to_owned()).unwrap().marked
}

fn stale(desk: &Desk) -> Vec<api::StalePiece> {
    api::stale_pieces(&ProjectFile::read(&desk.project()).unwrap()).unwrap()
}

fn set(desk: &Desk, code: &str, column: &str, value: &str) -> Command {
    let point = desk.snapshot.points.iter().find(|own| own.code == code).unwrap();
    let row = RowId { table: Table::RiskPoint, id: point.id.into() };
    Command::SetField(SetField { row, column: column.to_owned(), value: Cell::text(value.to_owned()) })
}

#[test]
fn a_change_makes_those_pieces_stale_that_say_it_and_only_those_are_printed() {
    let desk = Desk::sample();
    assert!(stale(&desk).is_empty(), "nothing hangs yet");
    let marked = mark(&desk, PrintKind::ALL);
    assert!(marked > 170, "{marked}");
    assert!(stale(&desk).is_empty(), "what was just printed is up to date");

    edit(&desk, 11, vec![set(&desk, "JD-S-001", "control_focus", "先断电，再清理")]);
    let found = stale(&desk);
    let kinds: Vec<PrintKind> = found.iter().map(|own| own.kind).collect();
    let expected =
        [PrintKind::MajorNotice, PrintKind::NoticeCard, PrintKind::PostCard, PrintKind::SpokenCard];
    assert_eq!(kinds, expected);
    for piece in &found {
        assert_eq!(piece.reasons.len(), 1, "{piece:?}");
        let words = &piece.reasons[0].chinese;
        assert!(words.contains("管控重点") && words.contains("先断电，再清理"), "{words}");
        assert_ne!(piece.version.as_ref(), Some(&piece.printed_version));
    }

    let mut args = desk.arguments("stale", PrintKind::ALL, &[PrintFormat::Pdf]);
    args.stale = Some(true);
    let report = desk.print(&args);
    let printed: Vec<(PrintKind, u32)> = report.files.iter().map(|own| (own.kind, own.pages)).collect();
    assert_eq!(printed, expected.map(|kind| (kind, 1)));
    assert!(report.problems.iter().all(|own| own.code != "nothing-to-print"), "{:?}", report.problems);
    let card = report.files.iter().find(|own| own.kind == PrintKind::NoticeCard).unwrap();
    let text = text_of(&card.path, None);
    let version = found[1].version.clone().unwrap();
    assert!(text.contains("先断电，再清理") && text.contains(&format!("N/JD-S-001:{version}")), "{text}");

    // The name of a point stands on more pieces; a point that goes leaves its pieces to be taken down.
    mark(&desk, PrintKind::ALL);
    edit(&desk, 12, vec![set(&desk, "JD-S-001", "name", "普通车床")]);
    let kinds: BTreeSet<PrintKind> = stale(&desk).iter().map(|own| own.kind).collect();
    for kind in
        [PrintKind::FourColourMap, PrintKind::NoticeBoard, PrintKind::PatrolPlate, PrintKind::RiskLedger]
    {
        assert!(kinds.contains(&kind), "{kind:?}: {kinds:?}");
    }
    assert!(!kinds.contains(&PrintKind::Poster) && !kinds.contains(&PrintKind::OrganisationChart));
    let point = desk.snapshot.points.iter().find(|own| own.code == "JD-S-001").unwrap();
    let row = RowId { table: Table::RiskPoint, id: point.id.into() };
    edit(&desk, 13, vec![Command::Remove(edit::Remove { rows: vec![row] })]);
    let gone: Vec<_> = stale(&desk).into_iter().filter(|own| own.version.is_none()).collect();
    assert!(gone.iter().any(|own| own.kind == PrintKind::PatrolPlate && own.title.contains("普通车床")));
}

#[test]
fn a_card_shows_its_part_of_the_plan_and_is_stale_when_that_part_changes() {
    let desk = Desk::sample();
    let source = desk.source();
    let point = desk.snapshot.points.iter().find(|own| own.code == "JD-S-001").unwrap();
    let card = notice_card(&source, point.id).unwrap();
    let part = card.excerpt.as_ref().unwrap();
    let walls = |own: &&&PlanElement| own.kind == PlanElementKind::Wall;
    assert!(part.plan.elements.iter().filter(walls).count() >= 2, "{:?}", part.plan.elements.len());
    let coloured: Vec<_> = part.plan.areas.iter().filter(|own| own.standing.is_some()).collect();
    let zone = desk.snapshot.zones.find(point.zone_id).unwrap();
    assert_eq!(coloured.iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), [zone.name.as_str()]);
    assert!(card.clone().for_board().excerpt.is_none());

    let report = desk.prints("cards", &[PrintKind::NoticeCard], &[PrintFormat::Pdf]);
    let order = source.points_in_order();
    let place = |id| order.iter().position(|own| *own == id).unwrap() + 1;
    let text = text_of(&report.files[0].path, Some(place(point.id)));
    assert!(text.contains(&dense(&part.subject)), "the floor is named: {text}");
    // A point that stands nowhere has a card without a plan.
    let mut snapshot = desk.snapshot.clone();
    snapshot.put(RiskPoint { position: None, ..point.clone() }.into());
    let picture = evaluation::risk_picture(&snapshot, domain::RiskBasis::Existing);
    let nowhere = Source::new(&snapshot, &picture, source.edition, source.phones);
    assert!(notice_card(&nowhere, point.id).unwrap().excerpt.is_none());

    mark(&desk, PrintKind::ALL);
    let thicker = |own: &PlanElement| {
        let row = RowId { table: Table::PlanElement, id: own.id.into() };
        Command::SetField(SetField { row, column: "size".to_owned(), value: Cell::Integer(own.size + 60) })
    };
    let near = *part.plan.elements.iter().find(walls).unwrap();
    edit(&desk, 14, vec![thicker(near)]);
    let found = stale(&desk);
    let own = |kind: PrintKind| found.iter().filter(|own| own.kind == kind).collect::<Vec<_>>();
    let cards = own(PrintKind::NoticeCard);
    let of_point = cards.iter().find(|own| own.subject == point.id.to_string());
    let reason = &of_point.expect("its card is out of date").reasons[0].chinese;
    assert_eq!(reason, "平面图节选有变化");
    let elsewhere = |own: &&&api::StalePiece| {
        let point = desk.snapshot.points.iter().find(|point| point.id.to_string() == own.subject).unwrap();
        point.floor_id != Some(near.floor_id)
    };
    assert_eq!(cards.iter().filter(elsewhere).count(), 0, "cards of other floors stay as they are");
    assert_eq!(own(PrintKind::FourColourMap).len(), 1);
    assert!(own(PrintKind::MajorNotice).is_empty() && own(PrintKind::PatrolPlate).is_empty());

    // Furniture moves every week and stands on no card.
    mark(&desk, PrintKind::ALL);
    let bench =
        desk.snapshot.plan_elements.iter().find(|own| own.kind == PlanElementKind::Furniture).unwrap();
    edit(&desk, 15, vec![thicker(bench)]);
    assert!(stale(&desk).iter().all(|own| own.kind != PrintKind::NoticeCard));
}

#[test]
fn a_photograph_of_what_hangs_stands_small_in_the_print_list() {
    let desk = Desk::sample();
    mark(&desk, PrintKind::ALL);
    let picture = desk.at("wall.jpg").display().to_string();
    run("convert", &["-size", "3000x2000", "gradient:#f0e0c0-#406080", &picture]);
    let workspace = Workspace::at(desk.at("data"));
    let mut session =
        Session::open(&workspace, &desk.project(), Arc::new(FixedWorld::new(51)), "测试".to_owned()).unwrap();
    let read = drawing::photograph(&std::fs::read(&picture).unwrap()).unwrap();
    let kept = api::keep_photo(&mut session, &read).unwrap();
    let pieces: Vec<_> = session.snapshot().printed_pieces.iter().collect();
    let card = pieces.iter().find(|own| own.kind == "notice-card").unwrap().id;
    let plate = pieces.iter().find(|own| own.kind == "patrol-plate").unwrap().id;
    for (id, photo) in [(card, kept.asset.as_str()), (plate, "IMG-0231")] {
        let row = RowId { table: Table::PrintedPiece, id: id.into() };
        let value = Cell::text(photo.to_owned());
        session.execute(Command::SetField(SetField { row, column: "photo".to_owned(), value })).unwrap();
    }
    session.save().unwrap();
    session.close().map_err(|back| back.1).unwrap();
    assert!(stale(&desk).is_empty(), "a photograph makes no piece out of date, the list itself neither");

    let report = desk.prints("list", &[PrintKind::PrintList], &[PrintFormat::Pdf, PrintFormat::Xlsx]);
    assert!(report.problems.iter().all(|own| own.code != "no-photo"), "{:?}", report.problems);
    let path = |format| &report.files.iter().find(|own| own.format == format).unwrap().path;
    let images = run("pdfimages", &["-list", path(PrintFormat::Pdf)]);
    let widths: Vec<&str> = images.lines().skip(2).filter_map(|own| own.split_whitespace().nth(3)).collect();
    assert_eq!(widths, ["480"], "{images}");
    let text = text_of(path(PrintFormat::Pdf), None);
    let today = desk.source().today.format("%Y-").to_string();
    assert!(text.contains("IMG-0231") && text.contains(&today), "{text}");
    let listed = run("unzip", &["-l", path(PrintFormat::Xlsx)]);
    assert_eq!(listed.matches("xl/media/").count(), 1, "{listed}");
}

#[test]
fn an_edition_without_a_change_of_content_makes_nothing_stale() {
    let desk = Desk::sample();
    mark(&desk, PrintKind::ALL);
    // Two edits that cancel each other: a newer revision, the same content.
    edit(&desk, 21, vec![set(&desk, "JD-S-002", "note", "甲"), set(&desk, "JD-S-002", "note", "")]);
    assert!(stale(&desk).is_empty(), "{:?}", stale(&desk));
}

#[test]
fn a_text_of_one_piece_stays_on_it_and_warns_when_the_model_changes() {
    let desk = Desk::sample();
    let point = desk.snapshot.points.iter().find(|own| own.code == "JD-S-001").unwrap().id;
    let source = desk.source();
    let card = notice_card(&source, point).unwrap();
    let rewrite = Command::RewriteText(RewriteText {
        kind: "notice-card".to_owned(),
        subject: point.to_string(),
        field: "focus".to_owned(),
        source: card.focus.clone(),
        text: Some("开机前绕车一周".to_owned()),
    });
    edit(&desk, 31, vec![rewrite]);
    let report = desk.prints("own", &[PrintKind::NoticeCard, PrintKind::MajorNotice], &[PrintFormat::Pdf]);
    let text = |report: &ExportReport, kind| {
        text_of(&report.files.iter().find(|own| own.kind == kind).unwrap().path, None)
    };
    assert!(text(&report, PrintKind::NoticeCard).contains("开机前绕车一周"));
    let plate = text(&report, PrintKind::MajorNotice);
    assert!(!plate.contains("开机前绕车一周") && plate.contains(&dense(&card.focus)));
    assert!(report.problems.iter().all(|own| own.code != "overtaken"));
    edit(&desk, 32, vec![set(&desk, "JD-S-001", "control_focus", "先断电")]);
    let report = desk.prints("own", &[PrintKind::NoticeCard], &[PrintFormat::Pdf]);
    let warned = report.problems.iter().find(|own| own.code == "overtaken").unwrap();
    assert!(warned.piece.contains("JD-S-001") && warned.text.chinese.contains("先断电"), "{warned:?}");
}

#[test]
fn looks_and_signs_of_ones_own_are_printed() {
    let desk = Desk::sample();
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path fill='#ffd100' d='M0 10L5 0L10 10z'/></svg>";
    let style = SetPrintStyle {
        theme: "vigour".to_owned(),
        ink: "#204060".to_owned(),
        accent: String::new(),
        ground: String::new(),
        name: "示范职业学院".to_owned(),
        badge: "示范".to_owned(),
        emblem: drawing.to_owned(),
        slogan: "安全回家每一天".to_owned(),
        footer: String::new(),
        typeface: None,
    };
    let sign = KeepSign {
        sign: None,
        replaces: String::new(),
        family: SignFamily::Warning,
        name: "当心卷入".to_owned(),
        drawing: drawing.to_owned(),
        accidents: vec!["03".to_owned()],
    };
    let before = desk.prints("before", &[PrintKind::NoticeCard], &[PrintFormat::Pdf]);
    edit(&desk, 41, vec![Command::SetPrintStyle(style), Command::KeepSign(sign)]);
    let report = desk.prints(
        "look",
        &[PrintKind::NoticeCard, PrintKind::PostCard],
        &[PrintFormat::Pdf, PrintFormat::Svg],
    );
    let path = |report: &ExportReport, kind, format| -> PathBuf {
        let own = report.files.iter().find(|own| own.kind == kind && own.format == format);
        PathBuf::from(&own.unwrap().path)
    };
    let cards = text_of(path(&report, PrintKind::NoticeCard, PrintFormat::Pdf).to_str().unwrap(), None);
    assert!(cards.contains("当心卷入") && cards.contains("示范职业学院"), "own sign and name");
    let old = text_of(path(&before, PrintKind::NoticeCard, PrintFormat::Pdf).to_str().unwrap(), None);
    assert!(!old.contains("当心卷入"));
    let post = text_of(path(&report, PrintKind::PostCard, PrintFormat::Pdf).to_str().unwrap(), None);
    assert!(post.contains("安全回家每一天"));
    let svg = std::fs::read_to_string(path(&report, PrintKind::NoticeCard, PrintFormat::Svg)).unwrap();
    assert!(svg.contains("#204060"), "the ink of one's own");
}

#[test]
fn small_and_folded_cards_carry_codes_that_scanners_read() {
    let desk = Desk::sample();
    let source = desk.source();
    let scans = desk.at("scans");
    std::fs::create_dir(&scans).unwrap();
    let mut args = desk.arguments("folded", &[PrintKind::EmergencyCard], &[PrintFormat::Pdf]);
    args.map_size = Some(api::PrintSize::Folded180x130);
    args.points = Some(source.points_in_order().into_iter().take(3).collect());
    let folded = desk.print(&args).files.remove(0);
    let read = symbols_at(&folded.path, &scans, 300);
    assert_eq!(read.len(), 3, "{read:?}");
    assert!(read.iter().all(|code| code.starts_with("DP1:01930000:E/")), "{read:?}");
    let text = text_of(&folded.path, None);
    assert!(read.iter().all(|code| text.contains(code.as_str())), "each symbol says what stands beside it");
    // The plate keeps its symbol for as long as its number stands, and says its version beside it.
    let point = source.points_in_order()[0];
    let plate = patrol_plate(&source, point).unwrap();
    assert!(!plate.code.contains(&plate.version) && plate.version.len() == 8);
}

#[test]
fn without_emblem_and_short_name_the_set_is_whole() {
    let desk = Desk::sample();
    let own = desk.snapshot.organisation().unwrap();
    assert!(!own.short_name.is_empty() && desk.snapshot.print_styles.is_empty());
    let row = RowId { table: Table::Organisation, id: own.id.into() };
    let value = Cell::text(String::new());
    edit(&desk, 45, vec![Command::SetField(SetField { row, column: "short_name".to_owned(), value })]);
    let report = desk.prints("out", PrintKind::ALL, &[PrintFormat::Pdf]);
    let made: BTreeSet<PrintKind> = report.files.iter().map(|file| file.kind).collect();
    assert_eq!(made, PrintKind::ALL.iter().copied().collect());
    assert!(report.problems.iter().all(|own| !own.is_defect()), "{:?}", report.problems);
}

/// Names of the fonts in a PDF, without the mark of a subset.
fn fonts_of(path: &str) -> BTreeSet<String> {
    let listed = run("pdffonts", &[path]);
    let name =
        |line: &str| line.split_whitespace().next().and_then(|own| own.split_once('+')).unwrap().1.to_owned();
    listed.lines().skip(2).map(name).collect()
}

#[test]
fn the_typeface_is_a_choice_and_changes_no_word() {
    let desk = Desk::sample();
    let kinds = [PrintKind::NoticeCard, PrintKind::NoticeBoard, PrintKind::CheckSheet];
    let formats = [PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Docx];
    let (sans, serif) = ("NotoSansSC-", "NotoSerifSC-");
    let choices = [
        ("plain", None, vec![sans], "微软雅黑"),
        ("academy", None, vec![sans, serif], "宋体"),
        ("academy", Some(Typeface::Sans), vec![sans], "微软雅黑"),
        ("vigour", Some(Typeface::SerifTitles), vec![sans, serif], "宋体"),
        ("workshop", Some(Typeface::Serif), vec![serif], "宋体"),
    ];
    let mut said = Vec::new();
    for (at, (theme, typeface, families, letters)) in choices.into_iter().enumerate() {
        let style = SetPrintStyle {
            theme: theme.to_owned(),
            typeface,
            // Those of the themes differ.
            slogan: "安全第一".to_owned(),
            footer: "预防为主".to_owned(),
            ..SetPrintStyle::default()
        };
        edit(&desk, 50 + at as u64, vec![Command::SetPrintStyle(style)]);
        let mut args = desk.arguments(&format!("face-{at}"), &kinds, &formats);
        args.points = Some(desk.source().points_in_order().into_iter().take(2).collect());
        let report = desk.print(&args);
        let mut words = Vec::new();
        for file in &report.files {
            let context = format!("{theme} {typeface:?} {}", file.path);
            match file.format {
                PrintFormat::Pdf => {
                    let fonts = fonts_of(&file.path);
                    for family in &families {
                        assert!(fonts.iter().any(|own| own.starts_with(family)), "{context}: {fonts:?}");
                    }
                    let known = |own: &String| families.iter().any(|family| own.starts_with(family));
                    assert!(fonts.iter().all(known), "{context}: {fonts:?}");
                    // Lines and pages may end elsewhere in another face, so that a head stands once more.
                    words.push(text_of(&file.path, None).chars().collect::<BTreeSet<char>>());
                }
                PrintFormat::Svg => {
                    let text = std::fs::read_to_string(&file.path).unwrap();
                    assert_eq!(text.contains("Noto Serif SC"), families.contains(&serif), "{context}");
                    assert_eq!(text.contains("Noto Sans SC"), families.contains(&sans), "{context}");
                }
                _ => {
                    let text = run("unzip", &["-p", &file.path, "word/document.xml", "word/styles.xml"]);
                    assert!(text.contains(letters), "{context}");
                }
            }
        }
        said.push(words);
    }
    assert!(said.iter().all(|own| own == &said[0]), "the same characters whatever they are set in");
}

/// Every kind in every theme, side by side, for people to look at: `target/<profile>/prints/contact-<theme>.png`.
#[test]
fn a_contact_sheet_of_the_whole_set_in_each_theme() {
    let desk = Desk::sample();
    let own = std::env::current_exe().unwrap();
    let folder = own.ancestors().nth(2).unwrap().join("prints");
    std::fs::create_dir_all(&folder).unwrap();
    let theme = std::env::var("SISE_CONTACT_THEME").unwrap_or_default();
    for name in api::print_themes().into_iter().filter(|own| theme.is_empty() || theme == *own) {
        let mut args = desk.arguments(&format!("contact-{name}"), PrintKind::ALL, &[PrintFormat::Pdf]);
        args.theme = Some(name.to_owned());
        let report = desk.print(&args);
        let mut kinds = BTreeSet::new();
        let mut pictures: Vec<String> = Vec::new();
        for file in report.files.iter().filter(|own| kinds.insert(own.kind)) {
            let stem = desk.at(&format!("{name}-{}", pictures.len())).display().to_string();
            run("pdftoppm", &["-scale-to", "520", "-singlefile", "-png", &file.path, &stem]);
            pictures.push(format!("{stem}.png"));
        }
        assert_eq!(pictures.len(), PrintKind::ALL.len(), "{name}: a picture of each kind");
        let sheet = folder.join(format!("contact-{name}.png")).display().to_string();
        let mut arguments: Vec<&str> = pictures.iter().map(String::as_str).collect();
        arguments.extend(["-tile", "4x", "-geometry", "520x520+12+12", "-background", "#cfccc2", &sheet]);
        run("montage", &arguments);
        assert!(Path::new(&sheet).metadata().unwrap().len() > 100_000, "{sheet}");
    }
}

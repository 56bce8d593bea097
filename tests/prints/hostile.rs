//! Projects that try to break the prints: odd names, endless texts, crowds, scans, closed folders, full disks.
//! Relies on the same readers as the other tests.
//! Never shipped.

use crate::desk::{Desk, dense, run, text_of};
use crate::worksheet;
use api::{ApiError, CardLayout, PrintFormat, PrintKind, PrintSize};
use domain::{
    AnyRecord, DangerPhoto, FloorId, MeasureCategory, PhotoMoment, PlanElementKind, RiskPointId, Scale,
    Underlay, Uuid,
};
use export::content::drawn_floors;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::{Command, Output};

const NAME: &str = "<b>&\"车床\"=1+1 👩‍🔧𠮷 -- ；DROP'";

/// The sample with a point that is called and described as badly as can be.
fn twisted() -> (Vec<AnyRecord>, RiskPointId) {
    let mut records = api::sample_project().unwrap().records;
    let long = "操作人员应当先检查防护装置是否完好有效再启动设备，".repeat(209);
    let mut target = None;
    for record in &mut records {
        match record {
            AnyRecord::RiskPoint(own) if own.code == "JD-S-001" => {
                own.name = NAME.to_owned();
                own.location = format!("=HYPERLINK(\"x\")\u{202e}{}", "楼".repeat(60));
                target = Some(own.id);
            }
            AnyRecord::Organisation(own) => own.name = format!("{}&<学院>", "很长的单位名称".repeat(12)),
            AnyRecord::Building(own) if own.code == "A" => own.name = "A/B:\\*?\"<楼>|".to_owned(),
            AnyRecord::Person(own) if own.name == "刘洋" => own.name = "+cmd|' /C calc'!A0".to_owned(),
            _ => {}
        }
    }
    let target = target.unwrap();
    let hazards: Vec<_> = records
        .iter()
        .filter_map(|record| match record {
            AnyRecord::Hazard(own) if own.point_id == target => Some(own.id),
            _ => None,
        })
        .collect();
    for record in &mut records {
        if let AnyRecord::ControlMeasure(own) = record
            && hazards.contains(&own.hazard_id)
            && own.category == MeasureCategory::Administrative
        {
            own.content = long.chars().take(5_000).collect();
            break;
        }
    }
    (records, target)
}

#[test]
fn odd_names_and_endless_texts_are_printed_whole() {
    let (records, target) = twisted();
    let desk = Desk::of(records, &[]);
    let formats = [PrintFormat::Pdf, PrintFormat::Svg, PrintFormat::Xlsx];
    let report = desk.prints("twisted", PrintKind::ALL, &formats);
    let has = |code: &str, piece: &str| {
        report.problems.iter().any(|own| own.code == code && own.piece.contains(piece))
    };
    assert!(has("continued", "JD-S-001"), "{:#?}", report.problems);
    assert!(has("missing-glyph", "JD-S-001"), "{:#?}", report.problems);
    assert!(has("missing-glyph", "四色图") && has("missing-glyph", "风险分级管控清单"));
    let glyph = report.problems.iter().find(|own| own.code == "missing-glyph").unwrap();
    assert!(glyph.text.chinese.contains("𠮷") && glyph.is_defect(), "{}", glyph.text.chinese);

    let cards = report.files.iter().find(|file| file.kind == PrintKind::NoticeCard).unwrap();
    let text = text_of(&cards.path, None);
    assert!(cards.pages > 37 && text.contains("（续）"));
    let measure = desk.snapshot.measures.iter().map(|own| &own.content).max_by_key(|own| own.len()).unwrap();
    assert_eq!(measure.chars().count(), 5_000);
    // Page furniture stands between the parts; each stretch of it is there.
    let letters: Vec<char> = dense(measure).chars().collect();
    for stretch in letters.chunks(25) {
        let stretch: String = stretch.iter().collect();
        let found = text.contains(&stretch) || stretch.chars().all(|c| text.contains(c));
        assert!(found, "{stretch}");
    }
    let count = |c: char| text.matches(c).count();
    assert!(count('启') >= 5_000 / 25, "{} of 200 repetitions", count('启'));
    for file in &report.files {
        if file.format == PrintFormat::Pdf {
            assert!(run("qpdf", &["--check", &file.path]).contains("No syntax or stream"), "{}", file.path);
        }
        let name = PathBuf::from(&file.path);
        let name = name.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']) && name.len() < 200, "{name}");
    }
    let ledger =
        |file: &&api::ExportedFile| file.kind == PrintKind::RiskLedger && file.format == PrintFormat::Xlsx;
    let sheet = report.files.iter().find(ledger).unwrap();
    let rows = worksheet(&sheet.path);
    let row = rows.iter().find(|row| row[0] == "JD-S-001").unwrap();
    assert_eq!(row[2], NAME);
    assert_eq!(row[18], "+cmd|' /C calc'!A0");
    assert_eq!(row[12].matches('启').count(), measure.matches('启').count(), "the worksheet has all of it");
    let unpacked = run("unzip", &["-p", &sheet.path, "xl/worksheets/sheet1.xml"]);
    assert!(!unpacked.contains("<f>"), "nothing became a formula");
    // Four on a page, the long one goes on, too.
    let mut args = desk.arguments("twisted-four", &[PrintKind::NoticeCard], &[PrintFormat::Pdf]);
    args.card_layout = CardLayout::FourPerPage;
    args.points = Some(vec![target]);
    let four = desk.print(&args).files.remove(0);
    assert!(four.pages >= 2);
    let text = text_of(&four.path, None);
    assert!(text.matches('启').count() >= 5_000 / 25, "{}", text.matches('启').count());
}

#[test]
fn a_crowded_floor_goes_on_in_a_table() {
    let records = testkit::generate(900, 100);
    let desk = Desk::of(records, &[]);
    let report = desk.prints("crowd", &[PrintKind::FourColourMap], &[PrintFormat::Pdf]);
    let file = &report.files[0];
    assert!(file.pages > 5, "{report:?}");
    assert!(report.problems.iter().any(|own| own.code == "continued"));
    let text = text_of(&file.path, None);
    for point in &desk.snapshot.points {
        assert!(text.contains(&point.code), "{}", point.code);
    }
    assert!(std::fs::metadata(&file.path).unwrap().len() < 700_000);
}

#[test]
fn a_traced_scan_is_shown_and_said_to_be_without_scale() {
    let mut records = api::sample_project().unwrap().records;
    let floor: FloorId = {
        let desk = Desk::sample();
        drawn_floors(&desk.snapshot)[1]
    };
    // A scan: the printed plan itself, without the drawing that it was made from.
    let desk = Desk::sample();
    let mut args = desk.arguments("scan", &[PrintKind::FourColourMap], &[PrintFormat::Png]);
    args.floors = Some(vec![floor]);
    let picture = std::fs::read(&desk.print(&args).files[0].path).unwrap();
    let sha256 = run("sha256sum", &[&desk.print(&args).files[0].path]);
    let sha256 = sha256.split_whitespace().next().unwrap().to_owned();
    records.retain(|record| !matches!(record, AnyRecord::PlanElement(own) if own.floor_id == floor));
    for record in &mut records {
        if let AnyRecord::Floor(own) = record
            && own.id == floor
        {
            own.calibrated = false;
            own.north = 35;
        }
    }
    let underlay = |asset: &str, x: f64| Underlay {
        id: Uuid::now_v7().into(),
        floor_id: floor,
        asset: asset.to_owned(),
        origin: geometry::Point::new(x, -16_600.0).unwrap(),
        width: 1654,
        height: 1169,
        millimetres_per_pixel: "63.5".parse::<Scale>().unwrap(),
        opacity: 60,
        name: String::new(),
        rotation: 0,
        crop: None,
        locked: false,
        hidden: false,
        ordinal: 0,
    };
    let lost = "ab".repeat(32);
    records.push(underlay(&sha256, -7_300.0).into());
    records.push(underlay(&lost, -7_300.0).into());
    let desk = Desk::of(records, &[picture]);
    let mut args =
        desk.arguments("traced", &[PrintKind::FourColourMap], &[PrintFormat::Pdf, PrintFormat::Png]);
    args.floors = Some(vec![floor]);
    args.map_size = Some(PrintSize::A2);
    let report = desk.print(&args);
    let codes: Vec<&str> = report.problems.iter().map(|own| own.code.as_str()).collect();
    assert!(codes.contains(&"not-to-scale") && codes.contains(&"underlay"), "{codes:?}");
    assert!(report.files[0].path.ends_with("-A2.pdf"));
    let text = text_of(&report.files[0].path, None);
    assert!(text.contains("示意图，不按比例") && !text.contains("1:2"), "{text}");
    let images = run("pdfimages", &["-list", &report.files[0].path]);
    assert!(images.lines().count() >= 3, "{images}");
}

/// A picture of so many pixels, made by another program.
fn large_picture(desk: &Desk, name: &str, width: u32, height: u32) -> (String, Vec<u8>) {
    let path = desk.at(name).display().to_string();
    run("convert", &["-size", &format!("{width}x{height}"), "gradient:#e8e4da-#9aa4b2", &path]);
    let sha256 = run("sha256sum", &[&path]).split_whitespace().next().unwrap().to_owned();
    (sha256, std::fs::read(path).unwrap())
}

#[test]
fn photographs_of_fifty_million_pixels_are_printed_and_cards_carry_a_small_one() {
    let made = Desk::sample();
    let (photo, bytes) = large_picture(&made, "large.jpg", 8_660, 5_780);
    // A header that promises more than any picture here may have.
    let path = made.at("endless.png").display().to_string();
    image::GrayImage::new(31_000, 4).save(&path).unwrap();
    let endless = run("sha256sum", &[&path]).split_whitespace().next().unwrap().to_owned();
    let too_large = std::fs::read(&path).unwrap();
    let mut records = api::sample_project().unwrap().records;
    let point = made.snapshot.points.iter().find(|own| own.code == "JD-S-001").unwrap();
    let (floor, danger) = (point.floor_id.unwrap(), made.snapshot.dangers.iter().next().unwrap().id);
    for asset in [&photo, &endless] {
        let photo = DangerPhoto {
            id: Uuid::now_v7().into(),
            danger_id: danger,
            step_id: None,
            moment: PhotoMoment::Before,
            asset: asset.clone(),
            note: String::new(),
        };
        records.push(photo.into());
    }
    let underlay = Underlay {
        id: Uuid::now_v7().into(),
        floor_id: floor,
        asset: photo.clone(),
        origin: geometry::Point::new(0.0, 0.0).unwrap(),
        width: 8_660,
        height: 5_780,
        millimetres_per_pixel: "6.2".parse::<Scale>().unwrap(),
        opacity: 60,
        name: String::new(),
        rotation: 0,
        crop: None,
        locked: false,
        hidden: false,
        ordinal: 0,
    };
    records.push(underlay.into());
    let desk = Desk::of(records, &[bytes, too_large]);
    let report = desk.prints("large", PrintKind::ALL, &[PrintFormat::Pdf, PrintFormat::Docx]);
    let ordinary = made.prints("ordinary", PrintKind::ALL, &[PrintFormat::Pdf, PrintFormat::Docx]);
    assert_eq!(report.files.len(), ordinary.files.len(), "nothing is lost");
    for (own, other) in report.files.iter().zip(&ordinary.files) {
        assert_eq!((own.kind, own.format), (other.kind, other.format));
        assert!(own.pages >= other.pages, "{}", own.path);
    }
    let lost: Vec<_> = report.problems.iter().filter(|own| own.code == "no-photo").collect();
    assert!(!lost.is_empty() && lost.iter().all(|own| own.text.chinese.contains(&endless[..8])), "{lost:?}");
    let images = |kind: PrintKind| -> Vec<u32> {
        let files = report.files.iter().filter(|own| own.kind == kind && own.format == PrintFormat::Pdf);
        let listed: String = files.map(|own| run("pdfimages", &["-list", &own.path])).collect();
        let widths = listed.lines().filter_map(|line| line.split_whitespace().nth(3)?.parse().ok());
        widths.collect()
    };
    assert!(images(PrintKind::FourColourMap).contains(&8_660), "maps show it as it is");
    assert!(images(PrintKind::CaseFile).contains(&8_660));
    let small = images(PrintKind::NoticeCard);
    assert!(!small.is_empty() && small.iter().all(|own| *own <= 1_600), "{small:?}");
    let cards = report.files.iter().find(|own| own.kind == PrintKind::NoticeCard).unwrap();
    assert!(std::fs::metadata(&cards.path).unwrap().len() < 2_500_000, "one small picture for all cards");
    assert!(run("qpdf", &["--check", &cards.path]).contains("No syntax or stream"));
}

#[test]
fn a_zone_of_ten_thousand_corners_is_printed_whole_and_makes_no_card_heavy() {
    let made = Desk::sample();
    let point = made.snapshot.points.iter().find(|own| own.code == "JD-S-001").unwrap();
    let zone = point.zone_id.unwrap();
    let mut records = api::sample_project().unwrap().records;
    let mut name = String::new();
    for record in &mut records {
        if let AnyRecord::RiskZone(own) = record
            && own.id == zone
        {
            let bounds = own.outline.as_ref().unwrap().bounds();
            let (x, y) = ((bounds.x0 + bounds.x1) / 2.0, (bounds.y0 + bounds.y1) / 2.0);
            let (a, b) = (bounds.width() / 2.0, bounds.height() / 2.0);
            let corner = |i: u32| {
                let (sine, cosine) = (f64::from(i) / 10_000.0 * std::f64::consts::TAU).sin_cos();
                // A saw: every second corner stands back.
                let k = if i.is_multiple_of(2) { 1.0 } else { 0.97 };
                geometry::Point::new(x + a * k * cosine, y + b * k * sine).unwrap()
            };
            own.outline = Some(geometry::Outline::new(vec![(0..10_000).map(corner).collect()]).unwrap());
            name = own.name.clone();
        }
    }
    let desk = Desk::of(records, &[]);
    let kinds = PrintKind::ALL;
    let formats = [PrintFormat::Pdf, PrintFormat::Svg];
    let (report, ordinary) = (desk.prints("saw", kinds, &formats), made.prints("ordinary", kinds, &formats));
    assert_eq!(report.files.len(), ordinary.files.len());
    let size = |report: &api::ExportReport, kind: PrintKind| -> u64 {
        let own = report.files.iter().filter(|own| own.kind == kind && own.format == PrintFormat::Pdf);
        own.map(|own| std::fs::metadata(&own.path).unwrap().len()).sum()
    };
    let (cards, before) = (size(&report, PrintKind::NoticeCard), size(&ordinary, PrintKind::NoticeCard));
    assert!(cards < before + 200_000, "{before} became {cards}");
    let card = report.files.iter().find(|own| own.kind == PrintKind::NoticeCard).unwrap();
    assert!(run("qpdf", &["--check", &card.path]).contains("No syntax or stream"));
    let maps = report.files.iter().filter(|own| own.kind == PrintKind::FourColourMap);
    let text: String =
        maps.filter(|own| own.format == PrintFormat::Pdf).map(|own| text_of(&own.path, None)).collect();
    assert!(dense(&name).chars().all(|c| text.contains(c)), "{name}");
}

#[test]
fn an_empty_project_says_that_there_is_nothing() {
    let world = testkit::FixedWorld::new(3);
    let new = api::NewProject { name: "空校".to_owned(), kind: api::OrganisationKind::School };
    let desk = Desk::of(api::blank_project(&new, &world), &[]);
    let report = desk.prints("empty", PrintKind::ALL, &[PrintFormat::Pdf, PrintFormat::Xlsx]);
    assert!(report.problems.iter().any(|own| own.code == "nothing-to-print"), "{report:?}");
    assert!(
        report.files.iter().all(|file| matches!(file.kind, PrintKind::RiskLedger | PrintKind::Poster)),
        "an empty ledger is still a form, and posters are about everybody"
    );
}

#[test]
fn degenerate_plans_do_no_harm() {
    let mut records = api::sample_project().unwrap().records;
    for record in &mut records {
        if let AnyRecord::PlanElement(own) = record {
            // Doors without a way, stairs without a run, walls on one spot.
            let point = own.line.points()[0];
            let points = own.line.points().len();
            if matches!(own.kind, PlanElementKind::Door | PlanElementKind::Stair | PlanElementKind::Wall) {
                own.line = geometry::Polyline::new(vec![point; points]).unwrap();
            }
        }
    }
    let desk = Desk::of(records, &[]);
    let report =
        desk.prints("degenerate", &[PrintKind::FourColourMap], &[PrintFormat::Pdf, PrintFormat::Svg]);
    assert_eq!(report.files.len(), 10);
}

fn program() -> PathBuf {
    let folder = std::env::var_os("SISE_BIN_DIR").map(PathBuf::from).unwrap_or_else(|| {
        let own = std::env::current_exe().unwrap();
        own.ancestors().nth(2).unwrap().to_owned()
    });
    let path = folder.join(if cfg!(windows) { "sise.exe" } else { "sise" });
    assert!(
        path.exists(),
        "{} is not built; run `cargo xtask test` or `cargo build -p cli` first",
        path.display()
    );
    path
}

fn sise(desk: &Desk, limit: Option<u32>, arguments: &str) -> Output {
    let limit = limit.map_or(String::new(), |limit| format!("trap '' XFSZ; ulimit -f {limit}; "));
    Command::new("sh")
        .args(["-c", &format!("{limit}exec \"$0\" {arguments}"), program().to_str().unwrap()])
        .current_dir(desk.at(""))
        .env("SISE_DATA_DIR", desk.at("data"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .output()
        .unwrap()
}

#[test]
#[cfg(unix)]
fn a_full_disk_leaves_what_was_there_and_nothing_half_written() {
    let desk = Desk::sample();
    std::fs::create_dir(desk.at("full")).unwrap();
    std::fs::write(desk.at("full/风险告知卡.pdf"), "old").unwrap();
    // Maps fit into the limit, cards do not.
    let output = sise(&desk, Some(250), "export a.sise --out full");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("风险告知卡") && said.contains("磁盘已满"),
        "the piece that failed is named: {said}"
    );
    assert!(said.lines().all(|line| line.starts_with("sise: ")), "{said}");
    assert_eq!(std::fs::read(desk.at("full/风险告知卡.pdf")).unwrap(), b"old");
    assert!(desk.leftovers("full").is_empty());
    for entry in std::fs::read_dir(desk.at("full")).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains("四色图") {
            run("qpdf", &["--check", path.to_str().unwrap()]);
        }
    }
    // What comes after the one that failed and fits is there.
    assert!(desk.at("full/巡检二维码牌.pdf").exists() || desk.at("full/手指口述卡.pdf").exists(), "{said}");
}

#[test]
#[cfg(unix)]
fn folders_that_cannot_be_written_are_named() {
    let desk = Desk::sample();
    std::fs::write(desk.at("file"), "no folder").unwrap();
    for place in ["file/below", "/proc/prints"] {
        let output = sise(&desk, None, &format!("export a.sise --out {place} --json"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{place}: {said}");
        assert!(said.contains("无法写入") && said.lines().count() == 1, "{said}");
        assert!(output.stdout.is_empty());
    }
    // A folder that is not there yet is made, however deep.
    let output =
        sise(&desk, None, "export a.sise --out deep/er/prints --kind risk-ledger --format xlsx --json");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["files"][0]["format"], "xlsx");
    assert!(desk.at("deep/er/prints/风险分级管控清单.xlsx").exists());
    assert!(output.stderr.is_empty(), "no progress unless a person looks on");
}

#[test]
fn a_resolution_that_cannot_be_is_refused() {
    let desk = Desk::sample();
    let refused = |dpi: u32, size: PrintSize| -> ApiError {
        let mut args = desk.arguments("out", &[PrintKind::FourColourMap], &[PrintFormat::Png]);
        (args.dpi, args.map_size) = (dpi, Some(size));
        let file = api::ProjectFile::read(&desk.project()).unwrap();
        api::print_file(file, &args, &mut |_| ControlFlow::Continue(())).unwrap_err()
    };
    assert_eq!(refused(5, PrintSize::A3).code, "resolution");
    assert_eq!(refused(99_999, PrintSize::A3).code, "resolution");
    assert_eq!(refused(900, PrintSize::A1).code, "too-many-pixels");
}

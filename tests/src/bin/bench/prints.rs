//! Maps, cards and ledgers of projects as the window prints them, from the project file to files read back; the cards
//! beside a browser that prints the same content.
//! Relies on Chromium for the rival; without it only our own figures are shown.
//! Never shipped.

use crate::{Figures, measure, ms, report};
use anyhow::Context as _;
use api::{CardLayout, ExportArgs, Ink, PrintFormat, PrintKind, ProjectFile, Session, Workspace};
use domain::{AnyRecord, RiskBasis};
use export::content::{Edition, NoticeCard, Phones, Source, drawn_floors, notice_card};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use testkit::{FixedWorld, generate};

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    println!("\nprints, each from the project file to a file that was read back");
    let pdf = [PrintFormat::Pdf];
    let sample = Desk::new(folder, "sample", api::sample_project()?.records)?;
    let mut whole =
        sample.arguments(PrintKind::FourColourMap, &[PrintFormat::Pdf, PrintFormat::Xlsx, PrintFormat::Csv]);
    whole.kinds = PrintKind::ALL.to_vec();
    let set = sample.print(3, &whole)?;
    report("the whole set of the sample school", 36, &set, Some(Duration::from_secs(5)));

    let large = Desk::new(folder, "school", generate(150, 60))?;
    whole.folder = large.out.display().to_string();
    let set = large.print(3, &whole)?;
    report("the whole set of a school of 150 points", 150, &set, Some(Duration::from_secs(5)));
    let thousand = Desk::new(folder, "thousand", generate(1_000, 100))?;
    let mut cards = thousand.arguments(PrintKind::NoticeCard, &pdf);
    cards.kinds.push(PrintKind::PatrolPlate);
    let cards = thousand.print(3, &cards)?;
    report("1,000 notice cards and plates, PDF", 1_000, &cards, Some(Duration::from_secs(10)));
    memory();

    let floors = drawn_floors(&ProjectFile::read(&sample.project)?.snapshot);
    let floor = floors.get(1).copied().context("the sample has drawn floors")?;
    let target = Duration::from_millis;
    let mut args = sample.arguments(PrintKind::FourColourMap, &pdf);
    args.floors = Some(vec![floor]);
    let map = sample.print(9, &args)?;
    report("four-colour map of a floor, PDF", 13, &map, Some(target(150)));

    // Zones spread over floors; all points of the project stand on the fullest.
    let crowded = Desk::new(folder, "crowded", generate(300, 300))?;
    let all = crowded.print(3, &crowded.arguments(PrintKind::FourColourMap, &pdf))?;
    report("four-colour maps of 300 zones, PDF", 300, &all, None);

    let school = Desk::new(folder, "cards", generate(500, 100))?;
    let cards = school.print(3, &school.arguments(PrintKind::NoticeCard, &pdf))?;
    report("500 notice cards, one on a page, PDF", 500, &cards, Some(target(1_500)));
    rival(&school, &cards)?;

    let company = Desk::new(folder, "ledger", generate(4_000, 100))?;
    for format in [PrintFormat::Pdf, PrintFormat::Xlsx] {
        let ledger = company.print(3, &company.arguments(PrintKind::RiskLedger, &[format]))?;
        report(&format!("risk ledger, {format:?}"), 4_000, &ledger, None);
    }
    Ok(())
}

/// The most memory that this process ever held, where the system tells it.
fn memory() {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|own| own.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    if let Some(kilobytes) = peak {
        println!("  peak memory so far {} MB; promised is less than 400 MB", kilobytes / 1024);
    }
}

/// A project file and a folder for its prints.
struct Desk {
    project: PathBuf,
    out: PathBuf,
}

impl Desk {
    fn new(folder: &Path, name: &str, records: Vec<AnyRecord>) -> anyhow::Result<Self> {
        let project = folder.join(format!("{name}.sise"));
        let workspace = Workspace::at(folder.join(format!("{name}-data")));
        let world = Arc::new(FixedWorld::new(7));
        let session = Session::create(&workspace, &project, records, &[], world, "测量".to_owned())?;
        session.close().map_err(|back| back.1)?;
        Ok(Self { project, out: folder.join(format!("{name}-prints")) })
    }

    fn arguments(&self, kind: PrintKind, formats: &[PrintFormat]) -> ExportArgs {
        ExportArgs {
            job: "bench".to_owned(),
            folder: self.out.display().to_string(),
            kinds: vec![kind],
            formats: formats.to_vec(),
            floors: None,
            points: None,
            map_size: None,
            theme: None,
            crop_marks: None,
            tile: None,
            pieces: None,
            stale: None,
            month: None,
            dangers: None,
            day: None,
            evacuation: None,
            card_layout: CardLayout::OnePerPage,
            dpi: 150,
            ink: Ink::Rgb,
            open_phones: false,
        }
    }

    fn print(&self, runs: usize, args: &ExportArgs) -> anyhow::Result<Figures> {
        let mut size = 0;
        let mut pages = 0;
        let figures = measure(runs, || {
            let file = ProjectFile::read(&self.project)?;
            let done = api::print_file(file, args, &mut |_| ControlFlow::Continue(()))?;
            size =
                done.files.iter().map(|file| std::fs::metadata(&file.path).map_or(0, |own| own.len())).sum();
            pages = done.files.iter().map(|file| file.pages).sum();
            Ok(())
        })?;
        println!("  {pages} pages, {:.2} MB", size as f64 / 1e6);
        Ok(figures)
    }
}

/// The same cards printed by a browser without a window.
fn rival(school: &Desk, ours: &Figures) -> anyhow::Result<()> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let Some(browser) = names.iter().find(|name| Command::new(name).arg("--version").output().is_ok()) else {
        println!("  Chromium is not installed, so there is nothing to compare with");
        return Ok(());
    };
    let file = ProjectFile::read(&school.project)?;
    let picture = evaluation::risk_picture(&file.snapshot, RiskBasis::Existing);
    let edition = Edition { revision: file.revision, date: chrono::NaiveDate::default() };
    let source = Source::new(&file.snapshot, &picture, edition, Phones::Masked);
    let cards = source.points_in_order().into_iter().filter_map(|point| notice_card(&source, point));
    let page = page(cards);
    std::fs::create_dir_all(&school.out)?;
    let html = school.out.join("cards.html");
    std::fs::write(&html, page)?;
    let pdf = school.out.join("rival.pdf");
    let figures = measure(3, || {
        let status = Command::new(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .arg("--allow-file-access-from-files")
            .arg(format!("--user-data-dir={}", school.out.join("profile").display()))
            .arg(format!("--print-to-pdf={}", pdf.display()))
            .arg(format!("file://{}", html.display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()?;
        anyhow::ensure!(status.success() && pdf.exists(), "{browser} did not print");
        Ok(())
    })?;
    println!("  {:.2} MB from {browser}", std::fs::metadata(&pdf)?.len() as f64 / 1e6);
    report(&format!("the same 500 cards by {browser}"), 500, &figures, None);
    let times = ms(figures.median()) / ms(ours.median());
    println!("  {times:.1} times as long as ours; promised is at least 3 times");
    Ok(())
}

const STYLE: &str = "
@page { size: A4; margin: 0 } body { margin: 0; font-family: Card, 'Noto Sans CJK SC', sans-serif }
section { position: relative; height: 297mm; box-sizing: border-box; break-after: page; overflow: hidden }
header { padding: 10mm 14mm; background: #f90; height: 28mm } h1 { margin: 0; font-size: 30pt }
.facts { display: flex; justify-content: space-between; padding: 4mm 14mm; border-bottom: .3mm solid #ccc }
main { position: absolute; left: 14mm; top: 70mm; width: 130mm; font-size: 17pt } h2 { font-size: 13pt; color: #666; margin: 2mm 0 }
aside { position: absolute; right: 10mm; top: 70mm; width: 40mm; text-align: center } aside img, aside svg { width: 26mm }
p { margin: 1mm 0 } footer { position: absolute; bottom: 0; left: 0; right: 0; padding: 8mm 14mm; background: #111; color: #fff }
";

fn page(cards: impl Iterator<Item = NoticeCard>) -> String {
    let font = |name: &str| {
        std::env::var_os("SISE_RESOURCES")
            .map(|folder| format!("file://{}/fonts/{name}", PathBuf::from(folder).display()))
            .unwrap_or_default()
    };
    let mut html = format!(
        "<!doctype html><meta charset=utf-8><style>@font-face {{ font-family: Card; src: url({}) }}
         @font-face {{ font-family: Card; font-weight: bold; src: url({}) }}{STYLE}</style>",
        font("NotoSansSC-Regular.ttf"),
        font("NotoSansSC-Bold.ttf")
    );
    for card in cards {
        section(&mut html, &card);
    }
    html
}

fn section(html: &mut String, card: &NoticeCard) {
    let facts = &card.facts;
    let _ = write!(
        html,
        "<section><header><div>{} {}</div><h1>{}</h1></header><div class=facts><b>{}</b><span>{} {}</span>\
         <span>{} {} {}</span></div><main>",
        facts.code,
        facts.location,
        facts.name,
        facts.level_word,
        facts.tier,
        facts.score.as_ref().map(|score| format!("{score:?}")).unwrap_or_default(),
        facts.department,
        facts.person,
        facts.phone
    );
    let mut part = |title: &str, lines: &[String]| {
        let _ = write!(html, "<h2>{title}</h2>");
        for line in lines {
            let _ = write!(html, "<p>{line}</p>");
        }
    };
    part("主要危险", &card.hazards);
    part("易发生的事故与后果", &card.accidents);
    part("", &card.consequences);
    for group in &card.measures {
        part(group.name, &group.measures);
    }
    part("应急处置", &card.emergency);
    let _ = write!(html, "</main><aside>");
    for sign in &card.signs {
        let _ = write!(html, "{}<p>{}</p>", String::from_utf8_lossy(sign.svg()), sign.name());
    }
    let masthead = &card.masthead;
    let _ = write!(
        html,
        "{}<p>{}</p></aside><footer><b>发现隐患，立即报告</b> {} {}<p>{} {} {}</p></footer></section>",
        symbol(&card.code),
        card.code,
        masthead.duty_phone,
        masthead.report_phone,
        masthead.organisation,
        masthead.version,
        masthead.date
    );
}

/// A QR symbol as one path.
fn symbol(code: &str) -> String {
    let Ok(qr) = qrcodegen::QrCode::encode_text(code, qrcodegen::QrCodeEcc::Medium) else {
        return String::new();
    };
    let mut path = String::new();
    for y in 0..qr.size() {
        for x in (0..qr.size()).filter(|x| qr.get_module(*x, y)) {
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    format!("<svg viewBox='0 0 {0} {0}'><path d='{path}'/></svg>", qr.size())
}

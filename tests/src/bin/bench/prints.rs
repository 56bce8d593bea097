//! Maps, cards and ledgers of projects as the window prints them, from the project file to files read back; the cards,
//! the ledger and the map beside others that print the same content.
//! Relies on Chromium, WeasyPrint and Typst for the rivals; those that are not there are said to be missing.
//! Never shipped.

use crate::{Figures, measure, ms, report};
use anyhow::Context as _;
use api::{CardLayout, ExportArgs, Ink, PrintFormat, PrintKind, ProjectFile, Session, Workspace, World as _};
use domain::{AnyRecord, Floor, FloorId, PlanElement, PlanElementKind, RiskBasis};
use export::content::{
    Edition, LedgerPoint, LedgerRow, NoticeCard, Phones, Source, drawn_floors, notice_card,
};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use testkit::{FixedWorld, generate};

/// All counts are divided by this environment variable: a run that only shows that everything works.
const SHARE: &str = "SISE_BENCH_SHARE";
/// The first argument of this program when it is to print once and say how much memory that took.
pub(crate) const ONCE: &str = "prints-once";

/// What is promised of memory, in megabytes.
const MOST_MEMORY: u64 = 400;

pub(crate) fn run(folder: &Path) -> anyhow::Result<()> {
    println!("\nprints, each from the project file to a file that was read back");
    let share = std::env::var(SHARE).ok().and_then(|own| own.parse::<usize>().ok()).unwrap_or(1).max(1);
    let of = |count: usize| (count / share).max(10);
    let pdf = [PrintFormat::Pdf];
    let sample = Desk::new(folder, "sample", api::sample_project()?.records)?;
    let mut whole =
        sample.arguments(PrintKind::FourColourMap, &[PrintFormat::Pdf, PrintFormat::Xlsx, PrintFormat::Csv]);
    whole.kinds = PrintKind::ALL.to_vec();
    let set = sample.print(3, &whole)?;
    report("the whole set of the sample school", 36, &set, Some(Duration::from_secs(5)));
    sample.memory(&whole)?;

    let large = Desk::new(folder, "school", school(of(150))?)?;
    whole.folder = large.out.display().to_string();
    let set = large.print(3, &whole)?;
    report("the whole set: 9 boards, 150 cards, 8 floors", of(150), &set, Some(Duration::from_secs(5)));
    large.memory(&whole)?;
    let thousand = Desk::new(folder, "thousand", generate(of(1_000), of(100)))?;
    let cards = thousand.arguments(PrintKind::NoticeCard, &pdf);
    let printed = thousand.print(3, &cards)?;
    let what = "1,000 cards with signs, QR and plan, PDF";
    report(what, of(1_000), &printed, Some(Duration::from_secs(10)));
    thousand.memory(&cards)?;

    let floors = drawn_floors(&ProjectFile::read(&sample.project)?.snapshot);
    let floor = floors.get(1).copied().context("the sample has drawn floors")?;
    let target = Duration::from_millis;
    let mut args = sample.arguments(PrintKind::FourColourMap, &pdf);
    args.floors = Some(vec![floor]);
    let map = sample.print(9, &args)?;
    report("four-colour map of a floor, PDF", 13, &map, Some(target(150)));

    // Zones spread over floors; all points of the project stand on the fullest.
    let crowded = Desk::new(folder, "crowded", generate(of(300), of(300)))?;
    let all = crowded.print(3, &crowded.arguments(PrintKind::FourColourMap, &pdf))?;
    report("four-colour maps of 300 zones, PDF", of(300), &all, None);
    let rivals = Rivals::find(folder)?;
    let drawings = crowded.arguments(PrintKind::FourColourMap, &[PrintFormat::Svg]);
    crowded.print(1, &drawings)?;
    rivals.beside(&crowded, &all, &Page::of_drawings(&crowded.out)?)?;

    let cards = Desk::new(folder, "cards", generate(of(500), of(100)))?;
    let printed = cards.print(3, &cards.arguments(PrintKind::NoticeCard, &pdf))?;
    report("500 notice cards, one on a page, PDF", of(500), &printed, Some(target(1_500)));
    rivals.beside(&cards, &printed, &Page::of_cards(&cards)?)?;

    let company = Desk::new(folder, "ledger", generate(of(4_000), of(100)))?;
    for format in [PrintFormat::Pdf, PrintFormat::Xlsx] {
        let ledger = company.print(3, &company.arguments(PrintKind::RiskLedger, &[format]))?;
        report(&format!("risk ledger, {format:?}"), of(4_000), &ledger, None);
        if format == PrintFormat::Pdf {
            rivals.beside(&company, &ledger, &Page::of_ledger(&company)?)?;
        }
    }
    Ok(())
}

/// Prints a project once as the arguments in JSON say, and tells the most memory that this process ever held.
pub(crate) fn once(project: &str, arguments: &str) -> anyhow::Result<()> {
    let file = ProjectFile::read(Path::new(project))?;
    api::print_file(file, &serde_json::from_str(arguments)?, &mut |_| ControlFlow::Continue(()))?;
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|own| own.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    println!("{}", peak.unwrap_or(0) / 1024);
    Ok(())
}

/// A school of eight departments on eight floors, each drawn as richly as a floor of the sample.
fn school(points: usize) -> anyhow::Result<Vec<AnyRecord>> {
    let world = FixedWorld::new(23);
    let sample = api::sample_project()?.records;
    let drawn: Vec<&PlanElement> = sample
        .iter()
        .filter_map(|record| match record {
            AnyRecord::PlanElement(own) => Some(own),
            _ => None,
        })
        .collect();
    let mut counts = std::collections::BTreeMap::<FloorId, usize>::new();
    for own in drawn.iter().filter(|own| own.kind == PlanElementKind::Wall) {
        *counts.entry(own.floor_id).or_default() += 1;
    }
    let model = counts.iter().max_by_key(|own| own.1).map(|own| *own.0).context("a floor with walls")?;
    let mut records = generate(points, points.min(100));
    let first = records
        .iter()
        .find_map(|record| match record {
            AnyRecord::Floor(own) if own.building_id.is_some() => Some(own.clone()),
            _ => None,
        })
        .context("a floor")?;
    let mut floors = vec![first.id];
    for storey in 2..=8 {
        let id: FloorId = world.new_id().into();
        records.push(Floor { id, name: format!("{storey}F"), storey, ..first.clone() }.into());
        floors.push(id);
    }
    let mut departments = Vec::new();
    let mut of_zone = std::collections::BTreeMap::new();
    for record in &mut records {
        match record {
            AnyRecord::Department(own) => departments.push(own.id),
            AnyRecord::RiskZone(own) => {
                let floor = floors.get(of_zone.len() % floors.len()).copied();
                own.floor_id = floor;
                of_zone.insert(own.id, floor);
            }
            _ => {}
        }
    }
    let mut at = 0;
    for record in &mut records {
        if let AnyRecord::RiskPoint(own) = record {
            own.floor_id = own.zone_id.and_then(|zone| of_zone.get(&zone).copied().flatten());
            own.department_id = departments.get(at % 8).copied();
            at += 1;
        }
    }
    for floor in &floors {
        let own = drawn.iter().filter(|own| own.floor_id == model);
        records.extend(own.map(|own| {
            let id = world.new_id().into();
            PlanElement { id, floor_id: *floor, layer_id: None, anchors: None, ..(*own).clone() }.into()
        }));
    }
    Ok(records)
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

    /// Prints once in a process of its own, and says what memory that took at most.
    fn memory(&self, args: &ExportArgs) -> anyhow::Result<()> {
        let output = Command::new(std::env::current_exe()?)
            .arg(ONCE)
            .arg(&self.project)
            .arg(serde_json::to_string(args)?)
            .stderr(Stdio::inherit())
            .output()?;
        anyhow::ensure!(output.status.success(), "printing in a process of its own failed");
        let peak: u64 = String::from_utf8_lossy(&output.stdout).trim().parse()?;
        if peak > 0 {
            let verdict = if peak < MOST_MEMORY { "met" } else { "NOT met" };
            println!("  peak memory {peak} MB; promised is less than {MOST_MEMORY} MB, {verdict}");
        }
        Ok(())
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

/// Other programs that make PDF of pages.
struct Rivals {
    folder: PathBuf,
    chromium: Option<&'static str>,
    /// A Python that has both WeasyPrint and Typst.
    python: Option<PathBuf>,
}

/// One content for all of them.
struct Page {
    html: String,
    typst: String,
}

impl Rivals {
    /// Those of this machine; Python's come from its package index into a place of the bench's own.
    fn find(folder: &Path) -> anyhow::Result<Self> {
        let runs = |name: &&str| Command::new(name).arg("--version").output().is_ok();
        let chromium = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(runs);
        let place = folder.join("rivals");
        let python = place.join("bin/python");
        let quiet = |command: &mut Command| {
            command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
        };
        let made = quiet(Command::new("python3").args(["-m", "venv"]).arg(&place))
            && quiet(Command::new(&python).args(["-m", "pip", "install", "weasyprint", "typst"]));
        std::fs::create_dir_all(&place)?;
        Ok(Self { folder: place, chromium, python: made.then_some(python) })
    }

    /// Prints the page with each, and says how ours compares.
    fn beside(&self, desk: &Desk, ours: &Figures, page: &Page) -> anyhow::Result<()> {
        let own: u64 = std::fs::read_dir(&desk.out)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "pdf"))
            .map(|path| std::fs::metadata(path).map_or(0, |file| file.len()))
            .sum();
        let (html, typst) = (self.folder.join("page.html"), self.folder.join("page.typ"));
        std::fs::write(&html, &page.html)?;
        std::fs::write(&typst, &page.typst)?;
        let mut smallest = u64::MAX;
        for (name, counts) in [("chromium", true), ("weasyprint", true), ("typst", false)] {
            let pdf = self.folder.join(format!("{name}.pdf"));
            let Some(mut command) = self.command(name, &html, &typst, &pdf) else {
                println!("  {name} is not installed, so there is nothing to compare with");
                continue;
            };
            let begin = std::time::Instant::now();
            let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
            let time = begin.elapsed();
            anyhow::ensure!(status.success() && pdf.exists(), "{name} did not print");
            let size = std::fs::metadata(&pdf)?.len();
            if counts {
                smallest = smallest.min(size);
            }
            println!(
                "    {name:<11} {:>9.0} ms, {:>5.1} times as long as ours; {:.2} MB",
                ms(time),
                ms(time) / ms(ours.median()),
                size as f64 / 1e6
            );
        }
        println!(
            "    promised: Chromium takes at least 3 times as long; ours is {:.2} times the smaller of the first two, promised at most 1.2",
            own as f64 / smallest as f64
        );
        Ok(())
    }

    fn command(&self, name: &str, html: &Path, typst: &Path, pdf: &Path) -> Option<Command> {
        let of_python = |script: &str, page: &Path| {
            let mut command = Command::new(self.python.as_ref()?);
            command.args(["-c", script]).arg(page).arg(pdf).args(std::env::var_os("SISE_RESOURCES"));
            Some(command)
        };
        match name {
            "chromium" => {
                let mut command = Command::new(self.chromium?);
                command
                    .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
                    .arg("--allow-file-access-from-files")
                    .arg(format!("--user-data-dir={}", self.folder.join("profile").display()))
                    .arg(format!("--print-to-pdf={}", pdf.display()))
                    .arg(format!("file://{}", html.display()));
                Some(command)
            }
            "weasyprint" => {
                of_python("import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])", html)
            }
            _ => of_python(
                "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3] + '/fonts'] if sys.argv[3:] else [])",
                typst,
            ),
        }
    }
}

impl Page {
    fn of_cards(desk: &Desk) -> anyhow::Result<Self> {
        let file = ProjectFile::read(&desk.project)?;
        let picture = evaluation::risk_picture(&file.snapshot, RiskBasis::Existing);
        let edition = Edition { revision: file.revision, date: chrono::NaiveDate::default() };
        let source = Source::new(&file.snapshot, &picture, edition, Phones::Masked);
        let cards: Vec<NoticeCard<'_>> =
            source.points_in_order().into_iter().filter_map(|point| notice_card(&source, point)).collect();
        let mut typst = String::from(
            "#set page(paper: \"a4\", margin: 14mm)\n#set text(font: \"Noto Sans SC\", size: 13pt)\n",
        );
        for card in &cards {
            card_of_typst(&mut typst, card);
        }
        Ok(Self { html: page(cards.into_iter()), typst })
    }

    /// The drawings that we made, as they are.
    fn of_drawings(folder: &Path) -> anyhow::Result<Self> {
        let mut html = String::from(
            "<!doctype html><meta charset=utf-8><style>@page { size: A3 landscape; margin: 0 } svg, img { width: 420mm; break-after: page }</style>",
        );
        let mut typst = String::from("#set page(paper: \"a3\", flipped: true, margin: 0mm)\n");
        let mut drawings: Vec<PathBuf> =
            std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        drawings.sort();
        for path in drawings.iter().filter(|path| path.extension().is_some_and(|end| end == "svg")) {
            let drawing = std::fs::read_to_string(path)?;
            let start = drawing.find("<svg").unwrap_or(0);
            let _ = writeln!(typst, "#image(bytes({}), format: \"svg\", width: 100%)", quoted(&drawing));
            html.push_str(&drawing[start..]);
        }
        Ok(Self { html, typst })
    }

    /// The columns of the ledger as one table.
    fn of_ledger(desk: &Desk) -> anyhow::Result<Self> {
        let file = ProjectFile::read(&desk.project)?;
        let picture = evaluation::risk_picture(&file.snapshot, RiskBasis::Existing);
        let edition = Edition { revision: file.revision, date: chrono::NaiveDate::default() };
        let source = Source::new(&file.snapshot, &picture, edition, Phones::Masked);
        let ledger = export::content::risk_ledger(&source, None);
        let mut html = String::from(
            "<!doctype html><meta charset=utf-8><style>@page { size: A3 landscape; margin: 10mm } body { font: 8pt Card, 'Noto Sans CJK SC', sans-serif } table { border-collapse: collapse; width: 100% } td { border: .2mm solid #999; padding: .5mm 1mm } tr { break-inside: avoid }</style><table>",
        );
        let mut rows = Vec::new();
        for row in ledger.points.iter().flat_map(cells_of) {
            html.push_str("<tr>");
            for cell in &row {
                let _ = write!(html, "<td>{cell}</td>");
            }
            rows.push(row);
        }
        html.push_str("</table>");
        let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
        let mut typst = format!(
            "#set page(paper: \"a3\", flipped: true, margin: 10mm)\n#set text(font: \"Noto Sans SC\", size: 8pt)\n#table(columns: {columns},\n"
        );
        for row in &rows {
            for index in 0..columns {
                let _ = write!(typst, "{}, ", quoted(row.get(index).map_or("", String::as_str)));
            }
            typst.push('\n');
        }
        typst.push_str(")\n");
        Ok(Self { html, typst })
    }
}

/// Cells of the ledger's rows at one point.
fn cells_of(point: &LedgerPoint) -> Vec<Vec<String>> {
    let facts = &point.facts;
    let cells = |row: &LedgerRow| {
        let first =
            [&facts.code, &facts.name, &facts.location, &facts.tier, &facts.department, &facts.person];
        let own = [&row.step, &row.hazard, &row.accidents, &row.band];
        let score = row.score.as_ref().map(|score| format!("{score:?}")).unwrap_or_default();
        let rest = [score, row.level_word.to_owned()];
        first.into_iter().chain(own).chain(&row.measures).cloned().chain(rest).collect()
    };
    point.rows.iter().map(cells).collect()
}

/// A text as Typst writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn card_of_typst(typst: &mut String, card: &NoticeCard<'_>) {
    let facts = &card.facts;
    let mut line = |size: u32, text: &str| {
        let _ = write!(typst, "#text(size: {size}pt, {})\n\n", quoted(text));
    };
    line(30, &facts.name);
    line(
        13,
        &format!(
            "{} {} {} {} {} {}",
            facts.code, facts.location, facts.level_word, facts.tier, facts.department, facts.person
        ),
    );
    let parts =
        [("主要危险", &card.hazards), ("易发生的事故与后果", &card.accidents), ("应急处置", &card.emergency)];
    for (title, lines) in parts {
        line(13, title);
        for own in lines {
            line(17, own);
        }
    }
    for group in &card.measures {
        line(13, group.name);
        for own in &group.measures {
            line(17, own);
        }
    }
    for sign in &card.signs {
        let _ = writeln!(
            typst,
            "#image(bytes({}), format: \"svg\", width: 26mm)",
            quoted(&String::from_utf8_lossy(sign.svg()))
        );
    }
    if let Some(plan) = plan(card) {
        let _ = writeln!(typst, "#image(bytes({}), format: \"svg\", width: 40mm)", quoted(&plan));
    }
    let _ = write!(
        typst,
        "#image(bytes({}), format: \"svg\", width: 26mm)\n#pagebreak(weak: true)\n",
        quoted(&symbol(&card.code))
    );
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

fn page<'a>(cards: impl Iterator<Item = NoticeCard<'a>>) -> String {
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

fn section(html: &mut String, card: &NoticeCard<'_>) {
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
    html.push_str(&plan(card).unwrap_or_default());
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

/// The part of the plan around a point: its lines and grounds, the zone in a colour, the point.
fn plan(card: &NoticeCard<'_>) -> Option<String> {
    let own = card.excerpt.as_ref()?;
    let window = own.window;
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{:.0} {:.0} {:.0} {:.0}'>",
        window.x0,
        window.y0,
        window.width(),
        window.height()
    );
    let points = |points: &[geometry::Point]| {
        let places: Vec<String> = points.iter().map(|own| format!("{:.0},{:.0}", own.x(), own.y())).collect();
        places.join(" ")
    };
    for area in &own.plan.areas {
        let fill = if area.standing.is_some() { "#fbbf77" } else { "none" };
        let outline = points(area.outline.outer());
        let _ = write!(svg, "<polygon points='{outline}' fill='{fill}' stroke='#999' stroke-width='40'/>");
    }
    for element in &own.plan.elements {
        let width = if element.kind == PlanElementKind::Wall { 240 } else { 40 };
        let line = points(element.line.points());
        let _ = write!(svg, "<polyline points='{line}' fill='none' stroke='#333' stroke-width='{width}'/>");
    }
    let _ = write!(svg, "<circle cx='{:.0}' cy='{:.0}' r='700'/></svg>", own.at.x(), own.at.y());
    Some(svg)
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
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {0} {0}'><path d='{path}'/></svg>",
        qr.size()
    )
}

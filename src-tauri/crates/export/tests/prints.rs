//! What independent readers see in our files: poppler, qpdf, zbar, ImageMagick, a spreadsheet reader.
//! Relies on the programs named in `PROGRAMS`; a missing one fails the test and says what to install.
//! Must not know: anything private to the crate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, unreachable_pub)]

mod common;

use common::{card, document, fonts, ledger, map};
use export::backend::pdf::{CropMarks, InkSpace};
use export::backend::{BackendError, pdf, png, svg, unwatched, xlsx};
use export::layout::*;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian packages that hold the programs used here.
const PROGRAMS: &str = "apt-get install poppler-utils qpdf zbar-tools imagemagick";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// Runs a program and gives its output; a program that is not there is an error, not a skipped test.
fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|e| panic!("{program} cannot be run ({e}); install it: {PROGRAMS}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() || program == "compare", "{program} {arguments:?}: {text}{errors}");
    if program == "compare" { errors } else { text }
}

fn to_pdf(document: &Document) -> Vec<u8> {
    pdf::write(document, &fonts(), &pdf::Options::default(), &mut unwatched).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn text_of(bytes: &[u8]) -> String {
    let folder = Folder::new();
    let file = folder.put("a.pdf", bytes);
    run("pdftotext", &["-raw", path(&file), "-"])
}

fn originals(document: &Document) -> Vec<String> {
    let mut all = Vec::new();
    for page in &document.pages {
        visit(&page.items, &mut |item| {
            if let Item::Text(run) = item {
                all.push(run.original());
            }
        });
    }
    all
}

#[test]
fn every_file_is_sound_and_its_fonts_are_small_and_readable() {
    let folder = Folder::new();
    for (name, document) in [
        ("map", map::sample()),
        ("crowded", map::crowded()),
        ("cards", card::sheets(12)),
        ("ledger", ledger::ledger(120)),
        ("type", common::type_specimen()),
    ] {
        let bytes = to_pdf(&document);
        let file = folder.put(&format!("{name}.pdf"), &bytes);
        let checked = run("qpdf", &["--check", path(&file)]);
        assert!(checked.contains("No syntax or stream encoding errors found"), "{name}: {checked}");
        let listed = run("pdffonts", &[path(&file)]);
        let fonts: Vec<&str> = listed.lines().skip(2).collect();
        assert!((1..=2).contains(&fonts.len()), "{name}: {listed}");
        for font in fonts {
            assert!(font.contains("yes yes yes"), "{name}: not embedded as a readable subset: {font}");
        }
        // A font that slipped in whole would be ten megabytes.
        assert!(bytes.len() < 300_000, "{name}: {} bytes", bytes.len());
    }
}

#[test]
fn a_crowded_a3_page_stays_small() {
    let bytes = to_pdf(&map::crowded());
    assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
}

#[test]
fn every_string_comes_back() {
    for document in [map::sample(), card::sheets(8), ledger::ledger(100), common::type_specimen()] {
        let text: String = text_of(&to_pdf(&document)).split_whitespace().collect();
        for original in originals(&document) {
            // Turned text is read letter by letter.
            let wanted: String = original.split_whitespace().collect();
            if !wanted.contains("旋转文字") {
                assert!(
                    text.contains(&wanted),
                    "{}: {original:?} is not in the text of the file",
                    document.title
                );
            }
        }
    }
}

#[test]
fn the_gap_between_han_and_latin_is_not_a_space() {
    let mut document = document("间距");
    let mut page = Page::new(Size::A5);
    let text = "普通车床CA6140群共12台，按GB/T 33000执行——圆点·与•，姓氏𠮷。";
    page.items.push(Item::Text(TextRun::label(
        &fonts(),
        text,
        &TextStyle::default(),
        point(10.0, 20.0),
        Anchor::Start,
    )));
    document.pages.push(page);
    assert_eq!(text_of(&to_pdf(&document)).trim(), text);
}

#[test]
fn rims_do_not_double_the_text() {
    let mut document = document("描边");
    let mut page = Page::new(Size::A5);
    let style = TextStyle::bold(14.0).halo(Colour::WHITE, 0.6);
    page.items.push(Item::Text(TextRun::label(
        &fonts(),
        "焊接实训室",
        &style,
        point(30.0, 30.0),
        Anchor::Start,
    )));
    document.pages.push(page);
    assert_eq!(text_of(&to_pdf(&document)).trim(), "焊接实训室");
}

#[test]
fn symbols_are_read_back_from_the_raster() {
    let folder = Folder::new();
    let file = folder.put("cards.pdf", &to_pdf(&card::sheets(4)));
    let image = folder.0.path().join("page");
    run("pdftoppm", &["-r", "200", "-png", "-singlefile", path(&file), path(&image)]);
    let image = image.with_extension("png");
    let mut read: Vec<String> =
        run("zbarimg", &["-q", "--raw", path(&image)]).lines().map(str::to_owned).collect();
    read.sort();
    let expected: Vec<String> = (0..4).map(|i| format!("HTTPS://SISE.EXAMPLE/C/JD-S-{i:03}")).collect();
    assert_eq!(read, expected);
    let options = png::Options { dpi: 200.0, ..png::Options::default() };
    let ours = png::page(&card::sheets(4), 0, &fonts(), &options, &mut unwatched).unwrap();
    let ours = folder.put("ours.png", &ours);
    let mut read: Vec<String> =
        run("zbarimg", &["-q", "--raw", path(&ours)]).lines().map(str::to_owned).collect();
    read.sort();
    assert_eq!(read, expected);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for make in [map::sample, || card::sheets(9), || ledger::ledger(30)] {
        assert!(to_pdf(&make()) == to_pdf(&make()));
        let drawn = || svg::page(&make(), 0, &fonts()).unwrap();
        assert!(drawn() == drawn());
    }
    let image = || png::page(&card::single(), 0, &fonts(), &png::Options::default(), &mut unwatched).unwrap();
    assert!(image() == image());
    let sheet = || xlsx::write(&ledger::workbook(50), &mut unwatched).unwrap();
    assert!(sheet() == sheet());
}

#[test]
fn screen_and_paper_show_the_same_picture() {
    let folder = Folder::new();
    for (name, document) in [
        ("map", map::sample()),
        ("card", card::single()),
        ("ledger", ledger::ledger(30)),
        ("type", common::type_specimen()),
        ("pictures", pictures()),
    ] {
        let screen = png::page(&document, 0, &fonts(), &png::Options::default(), &mut unwatched).unwrap();
        let screen = folder.put("screen.png", &screen);
        let size = run("identify", &["-format", "%w %h", path(&screen)]);
        let (width, height) = size.split_once(' ').unwrap();
        let file = folder.put("a.pdf", &to_pdf(&document));
        let paper = folder.0.path().join("paper");
        let scale =
            ["-png", "-singlefile", "-scale-to-x", width, "-scale-to-y", height, path(&file), path(&paper)];
        run("pdftoppm", &scale);
        // Two renderers smooth edges differently; a slight blur leaves only what is out of place.
        let (a, b) = (folder.0.path().join("a.png"), folder.0.path().join("b.png"));
        for (from, to) in [(&paper.with_extension("png"), &a), (&screen, &b)] {
            run("convert", &[path(from), "-alpha", "off", "-blur", "0x2", path(to)]);
        }
        let difference = run("compare", &["-metric", "RMSE", path(&a), path(&b), "null:"]);
        let share: f64 = difference.split(['(', ')']).nth(1).unwrap().parse().unwrap();
        assert!(share < 0.025, "{name}: {difference}");
    }
}

/// Pictures in every way they can be placed.
fn pictures() -> Document {
    let mut document = document("图片");
    let mut page = Page::new(Size::A5);
    let mut rgb = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut rgb, 16, 8);
    encoder.set_color(::png::ColorType::Rgb);
    let pixels: Vec<u8> =
        (0..128u32).flat_map(|i| [(i * 2) as u8, 255 - (i * 2) as u8, (i % 16 * 16) as u8]).collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    let mut rgba = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut rgba, 16, 8);
    encoder.set_color(::png::ColorType::Rgba);
    let pixels: Vec<u8> = (0..128u32).flat_map(|i| [200, 0, 0, (i % 16 * 17) as u8]).collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    let folder = Folder::new();
    let source = folder.put("rgb.png", &rgb);
    let made = |arguments: &[&str], name: &str| {
        let target = folder.0.path().join(name);
        let arguments = [&[path(&source)], arguments, &[path(&target)]].concat();
        run("convert", &arguments);
        Picture::new(std::fs::read(&target).unwrap()).unwrap()
    };
    let others = [
        made(&["-quality", "95"], "colour.jpg"),
        made(&["-colorspace", "Gray", "-quality", "95"], "grey.jpg"),
        made(&["-colors", "6", "-type", "Palette", "-define", "png:color-type=3"], "palette.png"),
        made(&["-colorspace", "Gray"], "grey.png"),
        made(&["-depth", "16", "-define", "png:bit-depth=16"], "deep.png"),
        made(&["-interlace", "PNG"], "interlaced.png"),
    ];
    let plain = Picture::new(rgb).unwrap();
    let clear = Picture::new(rgba).unwrap();
    let frame = |x: f64, y: f64| Rect::new(x, y, 50.0, 25.0);
    page.items
        .push(Item::fill(Path2::rect(Rect::new(5.0, 5.0, 138.0, 60.0)), Colour::from_rgb(200, 220, 240)));
    page.items.push(Item::picture(plain.clone(), frame(10.0, 10.0)));
    page.items.push(Item::picture(clear, frame(80.0, 10.0)));
    let mut turned =
        PlacedPicture { picture: plain.clone(), frame: frame(10.0, 80.0), rotation: 30.0, opacity: 1.0 };
    page.items.push(Item::Picture(turned.clone()));
    turned = PlacedPicture { frame: frame(80.0, 80.0), rotation: 0.0, opacity: 0.4, ..turned };
    page.items.push(Item::Picture(turned));
    for (i, picture) in others.into_iter().enumerate() {
        page.items.push(Item::picture(picture, Rect::new(5.0 + i as f64 * 23.0, 175.0, 20.0, 20.0)));
    }
    let clip = Path2::circle(point(40.0, 150.0), 15.0);
    page.items.push(Item::Clip(Clip {
        path: clip,
        items: vec![Item::picture(plain, Rect::new(20.0, 130.0, 40.0, 40.0))],
    }));
    let veil =
        Fill { colour: common::LEVELS[0].0, opacity: 0.5, blend: Blend::Multiply, rule: FillRule::NonZero };
    page.items.push(Item::fill(Path2::rect(Rect::new(40.0, 120.0, 40.0, 40.0)), veil));
    document.pages.push(page);
    document
}

use export::layout::Path as Path2;

#[test]
fn a_picture_used_many_times_is_embedded_once() {
    let mut often = document("一次");
    often.pages = vec![pictures().pages.remove(0); 5];
    let folder = Folder::new();
    let file = folder.put("often.pdf", &to_pdf(&often));
    let listed = run("pdfimages", &["-list", path(&file)]);
    let mut objects: Vec<&str> =
        listed.lines().skip(2).filter_map(|l| l.split_whitespace().nth(10)).collect();
    objects.sort_unstable();
    objects.dedup();
    // The listing shows the transparency of one of them under its number.
    assert_eq!(objects.len(), 8, "{listed}");
}

#[test]
fn bleed_marks_boxes_and_inks() {
    let options = pdf::Options { ink: InkSpace::Cmyk, bleed: 3.0, crop_marks: CropMarks::Corners };
    let bytes = pdf::write(&map::sample(), &fonts(), &options, &mut unwatched).unwrap();
    let folder = Folder::new();
    let file = folder.put("press.pdf", &bytes);
    let info = run("pdfinfo", &["-box", path(&file)]);
    let numbers = |name: &str| -> Vec<f64> {
        let line = info.lines().find(|l| l.starts_with(name)).unwrap_or_else(|| panic!("{name} in {info}"));
        line[name.len()..].split_whitespace().filter_map(|n| n.parse().ok()).collect()
    };
    let (media, trim, bleed) = (numbers("MediaBox:"), numbers("TrimBox:"), numbers("BleedBox:"));
    let close = |a: f64, b: f64| (a - b).abs() < 0.02;
    assert!(
        close(trim[2] - trim[0], 420.0 / 25.4 * 72.0) && close(trim[3] - trim[1], 297.0 / 25.4 * 72.0),
        "{info}"
    );
    assert!(close(trim[0] - bleed[0], 3.0 / 25.4 * 72.0) && close(bleed[3] - trim[3], 3.0 / 25.4 * 72.0));
    assert!(media[2] > bleed[2] + 10.0);
    assert!(info.contains("PDF version:") && info.contains("1.7") && !info.contains("PDF/X"));
    let plain = folder.0.path().join("plain.pdf");
    run("qpdf", &["--qdf", "--object-streams=disable", path(&file), path(&plain)]);
    let content = std::fs::read(plain).unwrap();
    let content = String::from_utf8_lossy(&content);
    assert!(
        content.contains("0 1 1 0 k") || content.contains("0 0.45 0.45 0 k"),
        "the ink recipes are there"
    );
    assert!(!content.contains(" rg\n"), "no screen colours");
    assert!(content.contains("/Lang (zh-CN)"));
}

#[test]
fn outline_labels_layers_and_links() {
    let mut document = map::sample();
    document.pages.push(Page::new(Size::A4));
    document.pages[1].label = "附页A".into();
    let mut child = Bookmark::new("二层（改造前）", 1);
    child.y = Some(50.0);
    document.outline[0].children.push(child);
    let folder = Folder::new();
    let file = folder.put("a.pdf", &to_pdf(&document));
    let json = run(
        "qpdf",
        &["--json=2", "--json-key=outlines", "--json-key=pagelabels", "--json-key=qpdf", path(&file)],
    );
    for wanted in ["机电实训楼", "一层", "二层（改造前）", "图1", "附页A", "风险分区", "墙体与门", "疏散路线"]
    {
        assert!(
            json.contains(&format!("\"u:{wanted}\"")) || json.contains(&format!("\"{wanted}\"")),
            "{wanted} in {json}"
        );
    }
    assert!(json.contains("https://sise.example/dp1/7F3A21C0"));
}

#[test]
fn missing_glyphs_are_named_with_their_place() {
    let mut document = document("生僻字");
    document.pages.push(Page::new(Size::A5));
    let mut page = Page::new(Size::A5);
    let block = Paragraph::new("责任人：𠮷野家☑", TextStyle::default()).wrap(&fonts(), 100.0);
    block.place(point(10.0, 10.0), &mut page.items);
    document.pages.push(page);
    let missing = document.missing_glyphs();
    let named: Vec<(char, usize)> = missing.iter().map(|m| (m.character, m.page)).collect();
    assert_eq!(named, [('☑', 1), ('\u{20BB7}', 1)]);
    assert!(missing.iter().all(|m| m.text == "责任人：𠮷野家☑"));
    assert!(text_of(&to_pdf(&document)).contains("责任人：𠮷野家☑"), "the words can still be searched");
}

#[test]
fn hostile_words_harm_no_format() {
    let hostile = "</text><script>alert(1)</script>&amp;\"'\u{0}\u{1b}\u{202e}]]>\r\n=cmd|'/c calc'!A0";
    let mut document = document(hostile);
    document.author = hostile.into();
    document.keywords = vec![hostile.into()];
    document.outline = vec![Bookmark::new(hostile, 0), Bookmark::new("nowhere", 99)];
    let mut page = Page::new(Size::A5);
    page.label = hostile.into();
    let run_ = TextRun::label(&fonts(), hostile, &TextStyle::default(), point(5.0, 20.0), Anchor::Start);
    page.items.push(Item::Layer(Layer { name: hostile.into(), items: vec![Item::Text(run_)] }));
    for target in ["javascript:alert(1)", "https://a.b/\"><script>"] {
        let target = LinkTarget::Url(target.into());
        page.items.push(Item::Link(Link { area: Rect::new(1.0, 1.0, 5.0, 5.0), target }));
    }
    page.items.push(Item::Link(Link { area: Rect::new(1.0, 1.0, 5.0, 5.0), target: LinkTarget::Page(77) }));
    document.pages.push(page);
    let folder = Folder::new();
    let file = folder.put("a.pdf", &to_pdf(&document));
    run("qpdf", &["--check", path(&file)]);
    let drawn = svg::page(&document, 0, &fonts()).unwrap();
    assert!(!drawn.contains("<script") && !drawn.contains("javascript:"));
    png::page(&document, 0, &fonts(), &png::Options::default(), &mut unwatched).unwrap();
}

#[test]
fn what_cannot_be_written_is_refused_with_its_place() {
    let empty = document("空");
    let write = |d: &Document| pdf::write(d, &fonts(), &pdf::Options::default(), &mut unwatched);
    assert_eq!(write(&empty).unwrap_err(), BackendError::NoPages);
    let mut flat = document("平");
    flat.pages.push(Page::new(Size::new(210.0, 0.0)));
    assert!(matches!(write(&flat), Err(BackendError::PageSize { page: 1, .. })));
    let mut bad = document("坏");
    bad.pages.push(Page::new(Size::A4));
    bad.pages[0].items.push(Item::stroke(
        Path2::line(point(0.0, f64::NAN), point(1.0, 1.0)),
        Stroke::hairline(Colour::INK),
    ));
    assert_eq!(write(&bad).unwrap_err(), BackendError::OutOfRange { page: 1, item: "shape" });
    let mut far = document("远");
    far.pages.push(Page::new(Size::A4));
    let label = TextRun::label(&fonts(), "远", &TextStyle::default(), point(1e300, 0.0), Anchor::Start);
    far.pages[0].items.push(Item::Text(label));
    assert_eq!(write(&far).unwrap_err(), BackendError::OutOfRange { page: 1, item: "text" });
    let options = png::Options { dpi: 1200.0, ..png::Options::default() };
    let huge = png::page(&map::sample(), 0, &fonts(), &options, &mut unwatched).unwrap_err();
    assert!(huge.to_string().contains("the limit is 70000000 pixels"), "{huge}");
    let mut torn = document("残");
    let whole = pictures();
    let Item::Picture(placed) = &whole.pages[0].items[1] else { panic!("a picture stands there") };
    let bytes = placed.picture.bytes();
    let half = Picture::new(bytes[..bytes.len() / 2].to_vec()).unwrap();
    torn.pages.push(Page::new(Size::A5));
    torn.pages[0].items.push(Item::picture(half, Rect::new(0.0, 0.0, 10.0, 10.0)));
    assert!(matches!(write(&torn), Err(BackendError::Picture { page: 1, .. })));
}

#[test]
fn work_can_be_watched_and_stopped() {
    let document = card::sheets(12);
    let mut seen = Vec::new();
    let done = pdf::write(&document, &fonts(), &pdf::Options::default(), &mut |p| {
        seen.push((p.done, p.total));
        ControlFlow::Continue(())
    });
    assert!(done.is_ok());
    assert!(seen.windows(2).all(|w| w[0].0 <= w[1].0));
    assert_eq!(seen.last(), Some(&(6, 6)));
    let mut left = 2;
    let stopped = pdf::write(&document, &fonts(), &pdf::Options::default(), &mut |_| {
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.unwrap_err(), BackendError::Cancelled);
}

#[test]
fn a_page_in_bands_is_the_page_in_one() {
    let mut document = map::sample();
    document.pages[0].items.truncate(12);
    // Over 16 million pixels, so several bands.
    let options = png::Options { dpi: 320.0, ..png::Options::default() };
    let mut bands = 0;
    let bytes = png::page(&document, 0, &fonts(), &options, &mut |p| {
        bands = p.total;
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(bands > 1);
    let reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
    let size = reader.info().pixel_dims.unwrap();
    assert_eq!((size.xppu, size.unit), (12598, ::png::Unit::Meter));
}

#[test]
fn the_spreadsheet_reads_back_as_text() {
    use calamine::{Data, Reader as _, Xlsx};
    let mut workbook = ledger::workbook(40);
    let dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=2", "\r=3", "=HYPERLINK(\"http://x\")"];
    for text in dangerous {
        workbook.sheets[0].rows.push(vec![
            SheetCell::text(text),
            SheetCell::number(3.5),
            SheetCell::number(f64::NAN),
        ]);
    }
    let bytes = xlsx::write(&workbook, &mut unwatched).unwrap();
    let mut file: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
    let range = file.worksheet_range("风险分级管控").unwrap();
    assert_eq!(range.get((2, 0)), Some(&Data::String("编号".into())));
    assert_eq!(range.get((3, 0)), Some(&Data::String("JD-0001".into())));
    for (i, text) in dangerous.iter().enumerate() {
        let read = range.get((3 + 40 + i, 0)).unwrap();
        assert_eq!(read, &Data::String(text.replace('\r', "\n")), "{text:?}");
        assert_eq!(range.get((43 + i, 1)), Some(&Data::Float(3.5)));
    }
    assert!(file.worksheet_formula("风险分级管控").unwrap().is_empty());
    workbook.sheets[0].rows[0][0] = SheetCell::text("长".repeat(40_000));
    let refused = xlsx::write(&workbook, &mut unwatched).unwrap_err().to_string();
    assert!(refused.contains("row 4, column 1"), "{refused}");
}

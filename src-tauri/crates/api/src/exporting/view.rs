//! The plan on paper exactly as the window shows it: the page's own drawing, drawn once more with as many dots as print needs.
//! Relies on `export` to draw SVG with the shipped fonts and nothing fetched.
//! Knows nothing of how the page made its drawing.

use super::print::unprintable;
use super::resources;
use crate::calls::App;
use crate::error::ApiError;
use export::backend::{pdf, png, unwatched};
use export::layout::{Document, Item, Page, Picture, Rect, Size, Timestamp};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Dots for an inch of paper.
const DPI: f64 = 300.0;
/// Free paper around the picture, in millimetres.
const MARGIN: f64 = 10.0;
/// Most bytes of a drawing: ten thousand shapes and a scanned plan below them.
const MOST_BYTES: usize = 96 * 1024 * 1024;

/// What the window shows, to be put on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrintViewArgs {
    /// Where it goes: a PDF, or, where the name ends in `.png`, a picture.
    pub path: String,
    /// The drawing: an SVG that stands alone.
    pub svg: String,
    /// What viewers of PDF show as its title.
    pub title: String,
    /// Whether the paper is A3; A4 otherwise. It lies as the drawing does.
    pub large: bool,
}

/// Where it was written.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PrintViewReport {
    /// The file.
    pub path: String,
    /// Its size in millimetres, across and down.
    pub millimetres: (f64, f64),
}

impl App {
    /// Puts what the window shows on one sheet.
    pub(crate) fn print_view(&self, args: PrintViewArgs) -> Result<PrintViewReport, ApiError> {
        let (bytes, size) = sheet(&args)?;
        crate::files::write_whole(Path::new(&args.path), &bytes)?;
        Ok(PrintViewReport { path: args.path, millimetres: (size.width, size.height) })
    }
}

fn sheet(args: &PrintViewArgs) -> Result<(Vec<u8>, Size), ApiError> {
    if args.svg.len() > MOST_BYTES {
        return Err(ApiError::new(
            "view-too-large",
            format!("当前画面的内容超过 {} MB，无法打印。请隐藏底图或放大到一部分后重试。", MOST_BYTES >> 20),
            format!(
                "What is shown is larger than {} MB. Hide the picture below or come nearer, then try again.",
                MOST_BYTES >> 20
            ),
        ));
    }
    let fonts = resources::sans()?;
    let upright = if args.large { Size::A3 } else { Size::A4 };
    // The shape of the drawing decides how the paper lies.
    let small =
        png::of_svg(args.svg.as_bytes(), &fonts, 64, DPI, &mut unwatched).map_err(|e| unprintable(&e))?;
    let shape = Picture::new(small).map_err(|_| damaged())?;
    let paper = if shape.width() >= shape.height() { upright.landscape() } else { upright };
    let room = Rect::new(MARGIN, MARGIN, paper.width - 2.0 * MARGIN, paper.height - 2.0 * MARGIN);
    let frame = room.contain(Size::new(f64::from(shape.width()), f64::from(shape.height())));
    let dots = (frame.width / 25.4 * DPI).round() as u32;
    let drawn =
        png::of_svg(args.svg.as_bytes(), &fonts, dots, DPI, &mut unwatched).map_err(|e| unprintable(&e))?;
    if Path::new(&args.path).extension().is_some_and(|own| own.eq_ignore_ascii_case("png")) {
        return Ok((drawn, Size::new(frame.width, frame.height)));
    }
    let picture = Picture::new(drawn).map_err(|_| damaged())?;
    // The small one rounds its sides; this one is as exact as the dots.
    let exact = room.contain(Size::new(f64::from(picture.width()), f64::from(picture.height())));
    let mut document = Document::new(args.title.clone(), Timestamp::EPOCH);
    let mut page = Page::new(paper);
    page.items.push(Item::picture(picture, exact));
    document.pages.push(page);
    let bytes = pdf::write(&document, &fonts, &pdf::Options::default(), &mut unwatched)
        .map_err(|error| unprintable(&error))?;
    Ok((bytes, paper))
}

fn damaged() -> ApiError {
    ApiError::new(
        "print-damaged",
        "当前画面未能转成图片，请换一个显示范围后重试；若再次出现请反馈。",
        "What is shown could not be made a picture. Try with another part of the plan, and report this if it happens again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(path: &Path, svg: &str) -> PrintViewArgs {
        PrintViewArgs {
            path: path.display().to_string(),
            svg: svg.to_owned(),
            title: "一层".to_owned(),
            large: false,
        }
    }

    #[test]
    fn a_wide_view_lies_on_its_side_and_strangers_are_not_fetched() {
        let wide = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><rect width="800" height="400" fill="#fdd"/>
            <image href="file:///etc/hostname" width="9" height="9"/><text x="10" y="40">实训室</text></svg>"##;
        let (bytes, size) = sheet(&args(Path::new("a.pdf"), wide)).unwrap();
        assert!(bytes.starts_with(b"%PDF") && size.width > size.height);
        let (bytes, size) = sheet(&args(Path::new("a.PNG"), wide)).unwrap();
        assert!(bytes.starts_with(b"\x89PNG"));
        let picture = Picture::new(bytes).unwrap();
        assert!((f64::from(picture.width()) / f64::from(picture.height()) - 2.0).abs() < 0.01);
        assert!((size.width - 277.0).abs() < 1.0, "{size:?}");
        let high = wide.replace("0 0 800 400", "0 0 400 800");
        let (_, size) = sheet(&args(Path::new("a.pdf"), &high)).unwrap();
        assert!(size.height > size.width);
    }

    #[test]
    fn what_is_no_drawing_is_refused_with_words() {
        for svg in ["", "hello", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 100000000'/>"] {
            assert!(sheet(&args(Path::new("a.pdf"), svg)).is_err(), "{svg}");
        }
    }
}

//! Reads finished files again, before anybody is told that they are done: the right kind, whole, as many pages,
//! fonts embedded, as many rows.
//! Relies on readers that had no part in the writing: lopdf, png, usvg, calamine, zip.
//! Must not know: where the bytes lie.

use crate::layout::{Document, Face, Fonts, Item, Letter, LetterBlock, Workbook, visit};
use crate::svg_input;
use calamine::Reader as _;
use resvg::usvg;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

/// What a file says against what it should say.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// The file cannot be read at all.
    #[error("the finished {format} cannot be read again: {reason}")]
    Unreadable {
        /// Name of the format.
        format: &'static str,
        /// What the reader said.
        reason: String,
    },
    /// The file says something else than it should.
    #[error("the finished {format} has {found} {what} instead of {expected}")]
    Count {
        /// Name of the format.
        format: &'static str,
        /// What was counted.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there should be.
        expected: u64,
    },
}

fn count(format: &'static str, what: &'static str, found: u64, expected: u64) -> Result<(), Mismatch> {
    if found == expected { Ok(()) } else { Err(Mismatch::Count { format, what, found, expected }) }
}

fn unreadable(format: &'static str) -> impl Fn(&dyn std::fmt::Display) -> Mismatch {
    move |reason| Mismatch::Unreadable { format, reason: reason.to_string() }
}

/// A PDF of `document`: its pages, and an embedded font program for each face that is used.
///
/// # Errors
/// See [`Mismatch`].
pub fn pdf(bytes: &[u8], document: &Document) -> Result<(), Mismatch> {
    let file = lopdf::Document::load_mem(bytes).map_err(|error| unreadable("PDF")(&error))?;
    count("PDF", "pages", file.get_pages().len() as u64, document.pages.len() as u64)?;
    let embedded = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dictionary| dictionary.get(b"FontName").is_ok())
        .filter(|dictionary| {
            [&b"FontFile2"[..], b"FontFile3"].into_iter().any(|key| {
                let stream = dictionary.get(key).ok().and_then(|own| own.as_reference().ok());
                stream.and_then(|id| file.get_object(id).ok()).is_some_and(|own| own.as_stream().is_ok())
            })
        })
        .count();
    count("PDF", "embedded fonts", embedded as u64, faces(document) as u64)
}

/// How many faces the document sets type in.
fn faces(document: &Document) -> usize {
    let mut faces: BTreeSet<Face> = BTreeSet::new();
    for page in &document.pages {
        visit(&page.items, &mut |item| {
            if let Item::Text(run) = item
                && !run.text.is_empty()
            {
                faces.insert(run.face);
            }
        });
    }
    faces.len()
}

/// A PNG of `width` × `height` pixels, whole to its last chunk.
///
/// # Errors
/// See [`Mismatch`].
pub fn png(bytes: &[u8], width: u32, height: u32) -> Result<(), Mismatch> {
    let reader = png::Decoder::new(Cursor::new(bytes)).read_info().map_err(|e| unreadable("PNG")(&e))?;
    let info = reader.info();
    count("PNG", "pixels across", info.width.into(), width.into())?;
    count("PNG", "pixels down", info.height.into(), height.into())?;
    let end = b"\0\0\0\0IEND\xae\x42\x60\x82";
    if bytes.ends_with(end) { Ok(()) } else { Err(unreadable("PNG")(&"it ends too soon")) }
}

/// An SVG of the size of page `index`.
///
/// # Errors
/// See [`Mismatch`].
pub fn svg(bytes: &[u8], document: &Document, index: usize, fonts: &Fonts) -> Result<(), Mismatch> {
    let tree = usvg::Tree::from_data(bytes, &svg_input::options(fonts)).map_err(|e| unreadable("SVG")(&e))?;
    let Some(page) = document.pages.get(index) else { return count("SVG", "pages", 0, 1) };
    // usvg counts in pixels of 1/96 inch.
    let pixels = |mm: f64| (mm / 25.4 * 96.0).round() as u64;
    count("SVG", "pixels across", tree.size().width().round() as u64, pixels(page.size.width))?;
    count("SVG", "pixels down", tree.size().height().round() as u64, pixels(page.size.height))
}

/// An XLSX of `workbook`: its sheets and their rows.
///
/// # Errors
/// See [`Mismatch`].
pub fn xlsx(bytes: &[u8], workbook: &Workbook) -> Result<(), Mismatch> {
    let mut file: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|e: calamine::XlsxError| unreadable("XLSX")(&e))?;
    let names = file.sheet_names();
    count("XLSX", "sheets", names.len() as u64, workbook.sheets.len() as u64)?;
    for (name, sheet) in names.iter().zip(&workbook.sheets) {
        let range = file.worksheet_range(name).map_err(|e| unreadable("XLSX")(&e))?;
        let found = range.end().map_or(0, |(row, _)| u64::from(row) + 1);
        count("XLSX", "rows", found, (sheet.titles.len() + sheet.header.len() + sheet.rows.len()) as u64)?;
    }
    Ok(())
}

/// A DOCX that says what `letter` says, in its order.
///
/// # Errors
/// See [`Mismatch`].
pub fn docx(bytes: &[u8], letter: &Letter) -> Result<(), Mismatch> {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| unreadable("DOCX")(&e))?;
    let mut text = String::new();
    let mut part = file.by_name("word/document.xml").map_err(|e| unreadable("DOCX")(&e))?;
    part.read_to_string(&mut text).map_err(|e| unreadable("DOCX")(&e))?;
    let tree = roxmltree::Document::parse(&text).map_err(|e| unreadable("DOCX")(&e))?;
    let is = |name: &'static str| move |node: &roxmltree::Node<'_, '_>| node.tag_name().name() == name;
    let held: String = tree.descendants().filter(is("t")).filter_map(|node| node.text()).collect();
    let dense = |text: &str| -> Vec<char> {
        text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
    };
    let wanted: Vec<char> = letter.texts().into_iter().flat_map(&dense).collect();
    let held = dense(&held);
    count("DOCX", "characters", held.len() as u64, wanted.len() as u64)?;
    if held != wanted {
        return Err(unreadable("DOCX")(&"it says something else"));
    }
    let drawn = letter.blocks.iter().filter(|own| matches!(own, LetterBlock::Drawing(_))).count();
    count("DOCX", "drawings", tree.descendants().filter(is("drawing")).count() as u64, drawn as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{
        pdf as write_pdf, png as write_png, svg as write_svg, unwatched, xlsx as write_xlsx,
    };
    use crate::layout::{Anchor, Page, Sheet, SheetCell, Size, TextRun, TextStyle, Timestamp, point};
    use crate::testing::fonts;

    fn document() -> Document {
        let mut document = Document::new("试", Timestamp::EPOCH);
        let mut page = Page::new(Size::A6);
        let style = TextStyle::default();
        page.items.push(Item::Text(TextRun::label(&fonts(), "安全", &style, point(9.0, 9.0), Anchor::Start)));
        document.pages.push(page);
        document
    }

    #[test]
    fn whole_files_pass_and_torn_ones_do_not() {
        let (document, fonts) = (document(), fonts());
        let bytes =
            write_pdf::write(&document, &fonts, &write_pdf::Options::default(), &mut unwatched).unwrap();
        pdf(&bytes, &document).unwrap();
        assert!(pdf(&bytes[..bytes.len() / 2], &document).is_err());
        let mut longer = document.clone();
        longer.pages.push(Page::new(Size::A6));
        assert!(matches!(pdf(&bytes, &longer), Err(Mismatch::Count { what: "pages", .. })));

        let options = write_png::Options { dpi: 72.0, ..write_png::Options::default() };
        let bytes = write_png::page(&document, 0, &fonts, &options, &mut unwatched).unwrap();
        png(&bytes, 298, 420).unwrap();
        assert!(png(&bytes, 297, 420).is_err());
        assert!(png(&bytes[..bytes.len() - 4], 298, 420).is_err());

        let text = write_svg::page(&document, 0, &fonts).unwrap();
        svg(text.as_bytes(), &document, 0, &fonts).unwrap();
        assert!(svg(&text.as_bytes()[..text.len() / 2], &document, 0, &fonts).is_err());
        assert!(svg(text.as_bytes(), &document, 1, &fonts).is_err());

        let mut sheet = Sheet::new("表", vec![20.0]);
        sheet.rows = vec![vec![SheetCell::text("一")], vec![SheetCell::text("二")]];
        let mut workbook = Workbook {
            title: "表".into(),
            author: String::new(),
            created: Timestamp::EPOCH,
            sheets: vec![sheet],
        };
        let bytes = write_xlsx::write(&workbook, &mut unwatched).unwrap();
        xlsx(&bytes, &workbook).unwrap();
        assert!(xlsx(&bytes[..bytes.len() / 2], &workbook).is_err());
        workbook.sheets[0].rows.pop();
        assert!(matches!(xlsx(&bytes, &workbook), Err(Mismatch::Count { found: 2, expected: 1, .. })));
    }
}

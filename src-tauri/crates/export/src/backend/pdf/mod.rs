//! PDF: vectors and text through printpdf's operations, then the parts printpdf cannot write through lopdf.
//! Relies on printpdf with the feature `text_layout`: without it, whole fonts are embedded without a warning.
//! Must not know: what is said, files, the clock.

mod canvas;
mod drawings;
mod finish;
mod marks;
mod pictures;
mod resources;
mod text;

use super::{BackendError, Watch, check, report};
use crate::layout::{Document, Fonts, Item, Mm, Page};
use canvas::{Canvas, Frame};
use printpdf::{Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};
use resources::{Faces, Resources};

/// Which half of each colour is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InkSpace {
    /// For screens and office printers.
    #[default]
    Rgb,
    /// For a print shop: the ink recipes, untouched. Pictures stay RGB.
    Cmyk,
}

/// How a PDF is written.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Colour space.
    pub ink: InkSpace,
    /// Extra paper around each page that items may run into, in millimetres; 3 is customary.
    pub bleed: Mm,
    /// Draw crop marks beside the corners, outside the bleed.
    pub crop_marks: CropMarks,
}

/// Whether crop marks are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CropMarks {
    /// None.
    #[default]
    None,
    /// At each corner, registered on all inks.
    Corners,
}

/// Writes the document as PDF 1.7. The same document, fonts and options give the same bytes.
///
/// # Errors
/// See [`BackendError`]. Missing glyphs are no error here: ask [`Document::missing_glyphs`] first.
pub fn write(
    document: &Document,
    fonts: &Fonts,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, BackendError> {
    Writer::new(fonts.clone()).write(document, options, watch)
}

/// Writes several documents in the same fonts, which are read once: with small documents that is most of the work.
pub struct Writer(Faces);

impl Writer {
    /// A writer of documents in these fonts.
    pub fn new(fonts: Fonts) -> Writer {
        Writer(Faces::new(fonts))
    }

    /// As [`write`].
    ///
    /// # Errors
    /// See [`write`].
    pub fn write(
        &mut self,
        document: &Document,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<u8>, BackendError> {
        check::document(document)?;
        let resources = Resources::new(document, &mut self.0)?;
        pack(document, resources, options, watch)
    }
}

fn pack(
    document: &Document,
    mut resources: Resources,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, BackendError> {
    // Drawing a page and packing a page take about the same time.
    let total = document.pages.len() * 2;
    let mut pages = Vec::with_capacity(document.pages.len());
    let mut frames = Vec::with_capacity(document.pages.len());
    for (i, page) in document.pages.iter().enumerate() {
        report(watch, i, total)?;
        let frame = Frame::new(page.size, options);
        let ops = draw(page, i, frame, options, &mut resources)?;
        pages.push(sheet(frame, ops));
        frames.push(frame);
    }
    let mut pdf = PdfDocument::new("");
    pdf.metadata.info = finish::info(document);
    pdf.pages = pages;
    let layers = resources.install(&mut pdf);
    let save =
        PdfSaveOptions { optimize: false, subset_fonts: true, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let file = pdf.to_lopdf_document(&save, &mut warnings);
    drop(pdf);
    if let Some(problem) = warnings.iter().find(|w| w.severity == printpdf::PdfParseErrorSeverity::Error) {
        return Err(BackendError::Encoding { format: "PDF", reason: problem.msg.clone() });
    }
    finish::finish(file, document, &frames, &layers, &mut |done| {
        report(watch, document.pages.len() + done, total)
    })
}

fn draw(
    page: &Page,
    index: usize,
    frame: Frame,
    options: &Options,
    resources: &mut Resources,
) -> Result<Vec<Op>, BackendError> {
    let mut canvas = Canvas::new(frame, options.ink, index + 1, resources);
    canvas.items(&page.items)?;
    if options.crop_marks == CropMarks::Corners {
        let marks: Vec<Item> = marks::corners(page.size, options.bleed);
        canvas.items(&marks)?;
    }
    Ok(canvas.into_ops())
}

fn sheet(frame: Frame, ops: Vec<Op>) -> PdfPage {
    let whole = Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(frame.width()),
        height: Pt(frame.height()),
        mode: None,
        winding_order: None,
    };
    PdfPage { media_box: whole.clone(), trim_box: whole.clone(), crop_box: whole, ops }
}

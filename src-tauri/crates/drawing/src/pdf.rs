//! A page of a PDF as a picture for tracing.
//! Relies on `hayro` to read and draw pages; the size in pixels is judged before anything is drawn.
//! Must not know: what is drawn on the page.

use crate::error::{DrawingError, Fault};
use crate::imported::{Imported, Picture};
use crate::kind::Kind;
use crate::limits::{Quantity, within};
use crate::options::Options;
use crate::picture::{damaged, guarded, origin, plan};
use crate::watch::{Stage, Watch};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use serde::Serialize;

/// Points of PDF in an inch.
const POINTS: f64 = 72.0;
/// Millimetres in an inch.
const INCH_MM: f64 = 25.4;

/// A page, as its document says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ts_rs::TS)]
pub struct Page {
    /// Width in millimetres on paper.
    pub width_mm: f64,
    /// Height in millimetres on paper.
    pub height_mm: f64,
}

/// Draws the page that the options name.
pub(crate) fn read(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
    watch.tell(Stage::Picturing, 0, 1)?;
    let (picture, dots_per_inch) = guarded(Kind::Pdf, || draw(bytes, options))??;
    watch.tell(Stage::Picturing, 1, 1)?;
    let scale = options.scale.map(|scale| INCH_MM / dots_per_inch * scale);
    plan(picture, Kind::Pdf, String::new(), options, scale)
}

/// The pages of a document, in order.
pub(crate) fn pages(bytes: &[u8], options: &Options) -> Result<Vec<Page>, DrawingError> {
    guarded(Kind::Pdf, || {
        let document = open(bytes, options)?;
        let mm = |points: f32| f64::from(points) / POINTS * INCH_MM;
        let pages = document.pages().iter().map(|page| {
            let (width, height) = page.render_dimensions();
            Page { width_mm: mm(width), height_mm: mm(height) }
        });
        Ok(pages.collect())
    })?
}

fn open(bytes: &[u8], options: &Options) -> Result<Pdf, DrawingError> {
    let document = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => DrawingError::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => damaged(Kind::Pdf, Fault::Unreadable),
    })?;
    within(Quantity::Pages, document.pages().len() as u64, options.limits.pages)?;
    Ok(document)
}

fn draw(bytes: &[u8], options: &Options) -> Result<(Picture, f64), DrawingError> {
    let document = open(bytes, options)?;
    let pages = document.pages();
    let missing = || DrawingError::NoSuchPage { page: options.page, pages: pages.len() as u64 };
    let index =
        options.page.checked_sub(1).and_then(|index| usize::try_from(index).ok()).ok_or_else(missing)?;
    let page = pages.get(index).ok_or_else(missing)?;
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    // Written so that NaN is refused. A page of a hundred metres is none.
    let is_page = |side: f64| side >= 1.0 && side * INCH_MM / POINTS <= 100_000.0;
    if !is_page(width) || !is_page(height) {
        return Err(damaged(Kind::Pdf, Fault::Coordinate));
    }
    // A large page is drawn coarser, so that its longer side fits.
    let wanted = options.dpi / POINTS;
    let most = f64::from(options.longest_side) / width.max(height);
    let scale = wanted.min(most);
    let pixels = |scale: f64| ((width * scale).max(1.0), (height * scale).max(1.0));
    let (columns, rows) = pixels(scale);
    within(Quantity::Pixels, (columns * rows) as u64, options.limits.pixels)?;
    let settings = PixmapSettings {
        x_scale: (columns.floor() / width * 1.000_001) as f32,
        y_scale: (rows.floor() / height * 1.000_001) as f32,
        bg_color: WHITE,
    };
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    let (columns, rows) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let bytes = drawn.into_png().map_err(|error| damaged(Kind::Pdf, Fault::Syntax(error.to_string())))?;
    let picture = Picture {
        kind: Kind::Png,
        bytes,
        width: columns,
        height: rows,
        original_width: columns,
        original_height: rows,
        origin: origin()?,
        millimetres_per_pixel: None,
        transparent: false,
        unchanged: false,
    };
    Ok((picture, f64::from(columns) / width * POINTS))
}

//! PNG: a page of SVG drawn by resvg with our two fonts only, in bands, with its resolution written down.
//! Relies on the SVG writer, so that screen, file and print show one picture.
//! Must not know: what is said, system fonts.

use super::{BackendError, Watch, report, svg};
use crate::layout::{Document, Fonts};
use crate::svg_input;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg;

/// Most pixels of a page, unless the caller says otherwise: A1 at 300 dpi.
pub const MOST_PIXELS: u64 = 70_000_000;
/// Pixels drawn at once: 64 MB of memory.
const BAND_PIXELS: u64 = 16_000_000;

/// How a PNG is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Resolution in dots per inch.
    pub dpi: f64,
    /// Most pixels allowed; larger pages are refused.
    pub most_pixels: u64,
}

impl Default for Options {
    fn default() -> Options {
        Options { dpi: 150.0, most_pixels: MOST_PIXELS }
    }
}

/// Draws one page, `index` counting from zero, on white.
///
/// # Errors
/// See [`BackendError`]; [`BackendError::TooManyPixels`] names the limit.
pub fn page(
    document: &Document,
    index: usize,
    fonts: &Fonts,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, BackendError> {
    let text = svg::page(document, index, fonts)?;
    let size = document.pages.get(index).map(|p| p.size).ok_or(BackendError::NoPages)?;
    let pixels = |mm: f64| (mm / 25.4 * options.dpi).round().max(1.0);
    let (w, h) = (pixels(size.width), pixels(size.height));
    let limit = options.most_pixels;
    if !(w * h).is_finite() || w * h > limit as f64 || options.dpi <= 0.0 {
        let (width, height) = (w as u64, h as u64);
        return Err(BackendError::TooManyPixels { page: index + 1, dpi: options.dpi, width, height, limit });
    }
    let (width, height) = (w as u32, h as u32);
    let tree = usvg::Tree::from_str(&text, &svg_input::options(fonts)).map_err(failed)?;
    let scale =
        Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    draw(&tree, scale, width, height, options.dpi, watch)
}

/// Draws a picture that stands in an SVG text, so many pixels wide, on white. Nothing is fetched from anywhere.
///
/// # Errors
/// [`BackendError::Encoding`] for a text that cannot be read, [`BackendError::TooManyPixels`] for too large a picture.
pub fn of_svg(
    text: &[u8],
    fonts: &Fonts,
    width: u32,
    dpi: f64,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, BackendError> {
    let tree = usvg::Tree::from_data(text, &svg_input::options(fonts)).map_err(failed)?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round().max(1.0);
    if width == 0 || !height.is_finite() || f64::from(width) * f64::from(height) > MOST_PIXELS as f64 {
        return Err(BackendError::TooManyPixels {
            page: 1,
            dpi,
            width: u64::from(width),
            height: height as u64,
            limit: MOST_PIXELS,
        });
    }
    draw(&tree, Transform::from_scale(scale, scale), width, height as u32, dpi, watch)
}

fn failed(reason: impl std::fmt::Display) -> BackendError {
    BackendError::Encoding { format: "PNG", reason: reason.to_string() }
}

fn draw(
    tree: &usvg::Tree,
    scale: Transform,
    width: u32,
    height: u32,
    dpi: f64,
    watch: &mut Watch<'_>,
) -> Result<Vec<u8>, BackendError> {
    let band = (BAND_PIXELS / u64::from(width)).clamp(1, u64::from(height)) as u32;
    let bands = height.div_ceil(band);
    let mut bytes = Vec::new();
    let mut writer = header(&mut bytes, width, height, dpi)?;
    let mut rows = writer.stream_writer().map_err(failed)?;
    let mut pixmap = Pixmap::new(width, band).ok_or_else(|| failed("the page is too large"))?;
    let mut line = Vec::with_capacity(width as usize * 3);
    for i in 0..bands {
        report(watch, i as usize, bands as usize)?;
        let top = i * band;
        pixmap.fill(Color::WHITE);
        resvg::render(tree, scale.post_translate(0.0, -(top as f32)), &mut pixmap.as_mut());
        for row in pixmap.data().chunks_exact(width as usize * 4).take((height - top) as usize) {
            line.clear();
            // The ground is opaque white, so every pixel is.
            line.extend(row.chunks_exact(4).flat_map(|p| &p[..3]));
            std::io::Write::write_all(&mut rows, &line).map_err(failed)?;
        }
    }
    rows.finish().map_err(failed)?;
    writer.finish().map_err(failed)?;
    report(watch, bands as usize, bands as usize)?;
    Ok(bytes)
}

fn header(
    bytes: &mut Vec<u8>,
    width: u32,
    height: u32,
    dpi: f64,
) -> Result<png::Writer<&mut Vec<u8>>, BackendError> {
    let mut encoder = png::Encoder::new(bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let per_metre = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    encoder.write_header().map_err(failed)
}

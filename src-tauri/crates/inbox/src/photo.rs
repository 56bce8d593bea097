//! Photographs as they are kept: turned upright, made smaller where they are large, written anew without the notes of
//! the camera, so that neither the place nor the device is told.
//! Relies on the crate `image`; sizes are read and judged before anything is decoded.
//! Knows nothing of what is on them.

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Rgb, RgbImage};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The longest side of a photograph that is kept, in pixels.
pub const LONGEST_SIDE: u32 = 2048;
/// Most pixels of a photograph that is read.
pub const MOST_PIXELS: u64 = 130_000_000;
/// What JPEG calls quality.
const QUALITY: u8 = 85;

/// A photograph as it is kept, always JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Photo {
    /// Of what kind its bytes are.
    pub const MEDIA_TYPE: &'static str = "image/jpeg";
}

/// Why a photograph cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoFault {
    /// Neither JPEG nor PNG nor WebP.
    #[error("it is no JPEG, PNG or WebP picture")]
    NoPicture,
    /// It ends early or is damaged within.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// More pixels than are read.
    #[error("it has {0} pixels")]
    TooManyPixels(u64),
}

/// Reads a photograph and writes it anew.
///
/// # Errors
/// When it is none, is damaged, or has more pixels than are read.
pub fn photo(bytes: &[u8]) -> Result<Photo, PhotoFault> {
    // The decoders are other people's: one that loses its footing over a hostile file must not take the program with it.
    catch_unwind(AssertUnwindSafe(|| kept(bytes)))
        .unwrap_or_else(|_| Err(PhotoFault::Damaged("unreadable".to_owned())))
}

fn kept(bytes: &[u8]) -> Result<Photo, PhotoFault> {
    let damaged =
        |error: image::ImageError| PhotoFault::Damaged(error.to_string().chars().take(120).collect());
    let format = image::guess_format(bytes).map_err(|_| PhotoFault::NoPicture)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(PhotoFault::NoPicture);
    }
    if format == ImageFormat::Jpeg && is_cut_short(bytes) {
        return Err(PhotoFault::Damaged("it ends early".to_owned()));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    // Eight bytes a pixel, and room to work.
    limits.max_alloc = Some(MOST_PIXELS.saturating_mul(8).saturating_add(64 << 20));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(PhotoFault::TooManyPixels(pixels));
    }
    if pixels == 0 {
        return Err(PhotoFault::Damaged("no pixels".to_owned()));
    }
    // A picture whose notes cannot be read is still a picture.
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    if width.max(height) > LONGEST_SIDE {
        // Keeps the proportions; small first, so that turning is cheap.
        picture = picture.resize(LONGEST_SIDE, LONGEST_SIDE, image::imageops::FilterType::Triangle);
    }
    picture.apply_orientation(turn);
    let picture = on_white(picture);
    let (width, height) = picture.dimensions();
    let mut written = Cursor::new(Vec::new());
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut written, QUALITY);
    picture.write_with_encoder(encoder).map_err(damaged)?;
    Ok(Photo { bytes: written.into_inner(), width, height })
}

/// JPEG knows nothing see-through.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut plain = RgbImage::new(picture.width(), picture.height());
    for (from, to) in picture.pixels().zip(plain.pixels_mut()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let over = |own: u32| u8::try_from((own * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        *to = Rgb([over(red), over(green), over(blue)]);
    }
    plain
}

/// A JPEG ends with a mark; decoders fill what is missing with grey and say nothing.
fn is_cut_short(bytes: &[u8]) -> bool {
    let last = |mark: u8| bytes.windows(2).rposition(|pair| pair == [0xff, mark]);
    match (last(0xda), last(0xd9)) {
        (Some(start), Some(end)) => end < start,
        _ => true,
    }
}

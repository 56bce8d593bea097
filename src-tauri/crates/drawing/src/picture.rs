//! Pictures of pixels for tracing: turned upright as their camera says, made smaller where they are too large.
//! Relies on the crate `image` for the formats; sizes are read and judged before anything is decoded.
//! Must not know: where a picture lies on a floor.

use crate::collect::{Collector, Frame};
use crate::error::{At, DrawingError, Fault};
use crate::imported::{Basis, Imported, Picture, Unit, Units};
use crate::kind::Kind;
use crate::limits::{Quantity, within};
use crate::options::Options;
use crate::warning::Warning;
use crate::watch::{Stage, Watch};
use geometry::Point;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a picture.
pub(crate) fn read(
    bytes: &[u8],
    kind: Kind,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Imported, DrawingError> {
    watch.tell(Stage::Picturing, 0, 1)?;
    let picture = guarded(kind, || upright(bytes, kind, options))??;
    watch.tell(Stage::Picturing, 1, 1)?;
    plan(picture, kind, String::new(), options, options.millimetres_per_unit)
}

/// Width and height of a picture as it stands upright, without decoding it.
pub(crate) fn size(bytes: &[u8], kind: Kind, options: &Options) -> Result<(u32, u32), DrawingError> {
    guarded(kind, || {
        let mut decoder = decoder(bytes, kind, options)?;
        let (width, height) = decoder.dimensions();
        Ok(if is_sideways(orientation(&mut decoder)) { (height, width) } else { (width, height) })
    })?
}

/// What `work` gives. The decoders are other people's: one that loses its footing over a hostile file must not take
/// the program with it.
pub(crate) fn guarded<T>(kind: Kind, work: impl FnOnce() -> T) -> Result<T, DrawingError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| damaged(kind, Fault::Unreadable))
}

pub(crate) fn damaged(kind: Kind, reason: Fault) -> DrawingError {
    DrawingError::Damaged { kind, at: At::Anywhere, reason }
}

/// A plan that is one picture. `scale` is millimetres on the floor for a pixel of the original.
pub(crate) fn plan(
    mut picture: Picture,
    kind: Kind,
    version: String,
    options: &Options,
    scale: Option<f64>,
) -> Result<Imported, DrawingError> {
    let mut collector = Collector::new(options);
    let (from, to) = ((picture.original_width, picture.original_height), (picture.width, picture.height));
    if from != to {
        collector.warnings.push(Warning::MadeSmaller { from, to });
    }
    let basis = match scale {
        Some(_) => Basis::Chosen,
        None => {
            collector.warnings.push(Warning::NotToScale);
            Basis::Unknown
        }
    };
    picture.millimetres_per_pixel = scale.map(|scale| scale * f64::from(from.0) / f64::from(to.0.max(1)));
    collector.read(kind.name());
    let units = Units { unit: Unit::Pixel, millimetres_per_unit: scale.unwrap_or(1.0), basis };
    collector.finish(kind, version, Frame { units, y_up: false, geographic: None }, vec![picture])
}

fn decoder<'b>(
    bytes: &'b [u8],
    kind: Kind,
    options: &Options,
) -> Result<impl ImageDecoder + 'b, DrawingError> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::WebP => ImageFormat::WebP,
        Kind::Tiff => ImageFormat::Tiff,
        Kind::Png | Kind::Dxf | Kind::GeoJson | Kind::Imdf | Kind::Svg | Kind::Pdf => ImageFormat::Png,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    // Eight bytes a pixel, and room to work.
    limits.max_alloc = Some(options.limits.pixels.saturating_mul(8).saturating_add(64 << 20));
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| fault(kind, &error))?;
    let (width, height) = decoder.dimensions();
    within(Quantity::Pixels, u64::from(width) * u64::from(height), options.limits.pixels)?;
    if width == 0 || height == 0 {
        return Err(damaged(kind, Fault::Unreadable));
    }
    Ok(decoder)
}

fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    // A picture whose notes cannot be read is still a picture.
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn is_sideways(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

pub(crate) fn upright(bytes: &[u8], kind: Kind, options: &Options) -> Result<Picture, DrawingError> {
    let Decoded { image, turn, width, height } = decoded(bytes, kind, options)?;
    let is_large = (image.width(), image.height()) != (width, height);
    let unchanged = !is_large && turn == Orientation::NoTransforms && matches!(kind, Kind::Png | Kind::Jpeg);
    let transparent = image.color().has_alpha() && is_transparent(&image);
    let kept = if kind == Kind::Jpeg { Kind::Jpeg } else { Kind::Png };
    let (new_width, new_height) = (image.width(), image.height());
    let written = if unchanged { bytes.to_vec() } else { write(image, kept)? };
    Ok(Picture {
        kind: kept,
        bytes: written,
        width: new_width,
        height: new_height,
        original_width: width,
        original_height: height,
        origin: origin()?,
        millimetres_per_pixel: None,
        transparent,
        unchanged,
    })
}

/// A picture as a photograph: written anew as JPEG, whatever it was and however small it is.
pub(crate) fn as_photograph(bytes: &[u8], kind: Kind, options: &Options) -> Result<Picture, DrawingError> {
    let Decoded { image, width, height, .. } = decoded(bytes, kind, options)?;
    let (new_width, new_height) = (image.width(), image.height());
    Ok(Picture {
        kind: Kind::Jpeg,
        bytes: write(image, Kind::Jpeg)?,
        width: new_width,
        height: new_height,
        original_width: width,
        original_height: height,
        origin: origin()?,
        millimetres_per_pixel: None,
        transparent: false,
        unchanged: false,
    })
}

/// A picture upright, made smaller where it is too large, with its upright size as it came.
struct Decoded {
    image: DynamicImage,
    turn: Orientation,
    width: u32,
    height: u32,
}

fn decoded(bytes: &[u8], kind: Kind, options: &Options) -> Result<Decoded, DrawingError> {
    if kind == Kind::Jpeg && is_cut_short(bytes) {
        return Err(damaged(kind, Fault::CutShort));
    }
    let mut decoder = decoder(bytes, kind, options)?;
    let turn = orientation(&mut decoder);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| fault(kind, &error))?;
    image.apply_orientation(turn);
    let (width, height) = (image.width(), image.height());
    let side = width.max(height);
    if side > options.longest_side {
        let shrink = |length: u32| {
            let length = u64::from(length) * u64::from(options.longest_side) / u64::from(side);
            u32::try_from(length).unwrap_or(options.longest_side).max(1)
        };
        image = image.resize_exact(shrink(width), shrink(height), image::imageops::FilterType::Triangle);
    }
    Ok(Decoded { image, turn, width, height })
}

/// The upper left corner of a plan.
pub(crate) fn origin() -> Result<Point, DrawingError> {
    Point::new(0.0, 0.0).map_err(|_| damaged(Kind::Png, Fault::Coordinate))
}

/// A JPEG ends with a mark; decoders fill what is missing with grey and say nothing.
fn is_cut_short(bytes: &[u8]) -> bool {
    let last = |mark: u8| bytes.windows(2).rposition(|pair| pair == [0xff, mark]);
    match (last(0xda), last(0xd9)) {
        (Some(start), Some(end)) => end < start,
        _ => true,
    }
}

fn is_transparent(image: &DynamicImage) -> bool {
    match image {
        DynamicImage::ImageRgba8(pixels) => pixels.pixels().any(|pixel| pixel.0[3] < 255),
        DynamicImage::ImageLumaA8(pixels) => pixels.pixels().any(|pixel| pixel.0[1] < 255),
        _ => image.color().has_alpha(),
    }
}

fn write(image: DynamicImage, kind: Kind) -> Result<Vec<u8>, DrawingError> {
    let mut bytes = Cursor::new(Vec::new());
    let written = if kind == Kind::Jpeg {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
        DynamicImage::ImageRgb8(image.into_rgb8()).write_with_encoder(encoder)
    } else {
        // Screens show eight bits.
        let plain = if image.color().has_alpha() {
            DynamicImage::ImageRgba8(image.into_rgba8())
        } else if image.color().has_color() {
            DynamicImage::ImageRgb8(image.into_rgb8())
        } else {
            DynamicImage::ImageLuma8(image.into_luma8())
        };
        plain.write_to(&mut bytes, ImageFormat::Png)
    };
    written.map_err(|error| fault(kind, &error))?;
    Ok(bytes.into_inner())
}

fn fault(kind: Kind, error: &image::ImageError) -> DrawingError {
    let words: String = error.to_string().chars().take(200).collect();
    let is_short = matches!(error, image::ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof);
    damaged(kind, if is_short { Fault::CutShort } else { Fault::Syntax(words) })
}

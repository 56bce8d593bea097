//! Pictures as PDF image objects: JPEG and plain PNG data go in untouched, other PNG is unpacked.
//! Relies on `png` for decoding and on printpdf's raw image objects.
//! Must not know: where a picture is drawn.

use crate::layout::{Picture, PictureKind};
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use std::collections::BTreeMap;
use std::io::Cursor;

type Dict = BTreeMap<String, DictItem>;

/// The image object, or what the decoder said.
pub(super) fn embed(picture: &Picture) -> Result<ExternalXObject, String> {
    let stream = match picture.kind() {
        PictureKind::Jpeg => jpeg(picture),
        PictureKind::Png => png_stream(picture)?,
    };
    Ok(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn name(value: &str) -> DictItem {
    DictItem::Name(value.as_bytes().to_vec())
}

fn image(width: u32, height: u32, space: DictItem, bits: i64) -> Dict {
    Dict::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(width))),
        ("Height".to_owned(), DictItem::Int(i64::from(height))),
        ("ColorSpace".to_owned(), space),
        ("BitsPerComponent".to_owned(), DictItem::Int(bits)),
    ])
}

fn jpeg(picture: &Picture) -> ExternalStream {
    let space = if picture.is_grey() { "DeviceGray" } else { "DeviceRGB" };
    let mut dict = image(picture.width(), picture.height(), name(space), 8);
    dict.insert("Filter".to_owned(), name("DCTDecode"));
    ExternalStream { dict, content: picture.bytes().to_vec(), compress: false }
}

fn png_stream(picture: &Picture) -> Result<ExternalStream, String> {
    let decoder = png::Decoder::new(Cursor::new(&picture.bytes()[..]));
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let info = reader.info();
    let depth = info.bit_depth as i64;
    let plain = !info.interlaced && info.trns.is_none() && depth <= 8;
    let (space, channels) = match info.color_type {
        png::ColorType::Grayscale => (name("DeviceGray"), 1),
        png::ColorType::Rgb => (name("DeviceRGB"), 3),
        png::ColorType::Indexed => (palette(info), 1),
        png::ColorType::GrayscaleAlpha | png::ColorType::Rgba => (DictItem::Null, 0),
    };
    if plain && channels > 0 {
        // The picture is decoded once to be sure that it can be; viewers are less forgiving than decoders.
        while reader.next_row().map_err(|e| e.to_string())?.is_some() {}
        return Ok(untouched(picture, space, channels, depth));
    }
    unpacked(picture)
}

fn palette(info: &png::Info<'_>) -> DictItem {
    let colours = info.palette.as_deref().unwrap_or_default().to_vec();
    let last = (colours.len() / 3).saturating_sub(1) as i64;
    DictItem::Array(vec![name("Indexed"), name("DeviceRGB"), DictItem::Int(last), DictItem::Bytes(colours)])
}

/// PNG and PDF share both the compression and the row predictors, so the data need not be touched.
fn untouched(picture: &Picture, space: DictItem, channels: i64, depth: i64) -> ExternalStream {
    let mut dict = image(picture.width(), picture.height(), space, depth);
    dict.insert("Filter".to_owned(), name("FlateDecode"));
    let parameters = Dict::from([
        ("Predictor".to_owned(), DictItem::Int(15)),
        ("Colors".to_owned(), DictItem::Int(channels)),
        ("BitsPerComponent".to_owned(), DictItem::Int(depth)),
        ("Columns".to_owned(), DictItem::Int(i64::from(picture.width()))),
    ]);
    dict.insert("DecodeParms".to_owned(), DictItem::Dict { map: parameters });
    ExternalStream { dict, content: image_data(picture.bytes()), compress: false }
}

/// The contents of all `IDAT` chunks. The file has been decoded before, so its chunks are in order.
fn image_data(png: &[u8]) -> Vec<u8> {
    let mut data = Vec::new();
    let mut rest = png.get(8..).unwrap_or_default();
    while let [a, b, c, d, kind @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        let Some(chunk) = kind.get(4..4 + length) else { break };
        if kind.starts_with(b"IDAT") {
            data.extend_from_slice(chunk);
        }
        rest = kind.get(4 + length + 4..).unwrap_or_default();
    }
    data
}

/// Eight bits per channel, transparency apart as a soft mask.
fn unpacked(picture: &Picture) -> Result<ExternalStream, String> {
    let mut decoder = png::Decoder::new(Cursor::new(&picture.bytes()[..]));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let size = reader.output_buffer_size().ok_or("the picture is too large")?;
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(|e| e.to_string())?;
    pixels.truncate(frame.buffer_size());
    let (colours, alpha) = match frame.color_type {
        png::ColorType::Grayscale => (1, false),
        png::ColorType::GrayscaleAlpha => (1, true),
        png::ColorType::Rgba => (3, true),
        png::ColorType::Rgb | png::ColorType::Indexed => (3, false),
    };
    let space = name(if colours == 1 { "DeviceGray" } else { "DeviceRGB" });
    let mut dict = image(frame.width, frame.height, space, 8);
    if !alpha {
        return Ok(ExternalStream { dict, content: pixels, compress: true });
    }
    let colour = pixels.chunks_exact(colours + 1).flat_map(|p| &p[..colours]).copied().collect();
    let mask = pixels.chunks_exact(colours + 1).map(|p| p[colours]).collect();
    let mask = ExternalStream {
        dict: image(frame.width, frame.height, name("DeviceGray"), 8),
        content: mask,
        compress: true,
    };
    dict.insert("SMask".to_owned(), DictItem::Stream { stream: mask });
    Ok(ExternalStream { dict, content: colour, compress: true })
}

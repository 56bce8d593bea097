//! Pictures and pages.
//! Relies on small pictures written here.
//! Must not know: how pixels are decoded.

use super::files::{pdf, picture, turned_jpeg};
use super::{codes, plan, plan_with, refusal};
use crate::{DrawingError, Kind, Limits, Options, Watch, inspect};
use image::ImageFormat;

#[test]
fn pictures_are_kept_as_they_are_where_they_can_be() {
    for (format, kind, kept) in [
        (ImageFormat::Png, Kind::Png, true),
        (ImageFormat::Jpeg, Kind::Jpeg, true),
        (ImageFormat::WebP, Kind::WebP, false),
        (ImageFormat::Tiff, Kind::Tiff, false),
    ] {
        let bytes = picture(40, 20, format);
        let found = plan(&bytes);
        let only = &found.pictures[0];
        assert_eq!((found.kind, only.width, only.height, only.unchanged), (kind, 40, 20, kept));
        assert_eq!(only.bytes == bytes, kept);
        assert_eq!(codes(&found), ["not-to-scale"]);
    }
}

#[test]
fn a_photo_on_its_side_is_turned_and_a_large_one_made_smaller() {
    let bytes = turned_jpeg(64, 32);
    let found = plan(&bytes);
    let only = &found.pictures[0];
    assert_eq!((only.width, only.height, only.unchanged), (32, 64, false));
    let pixels = image::load_from_memory(&only.bytes).unwrap().into_luma8();
    // A quarter turn clockwise brings the upper left to the upper right.
    assert!(pixels.get_pixel(24, 8).0[0] < 60 && pixels.get_pixel(8, 8).0[0] > 200);
    assert_eq!(inspect(&bytes, &Options::default(), &mut Watch::nobody()).unwrap().pixels, Some((32, 64)));
    let options = Options { longest_side: 16, millimetres_per_unit: Some(10.0), ..Options::default() };
    let found = plan_with(&picture(64, 32, ImageFormat::Png), &options);
    let only = &found.pictures[0];
    assert_eq!((only.width, only.height, only.millimetres_per_pixel), (16, 8, Some(40.0)));
    assert_eq!((found.bounds_mm.unwrap().width(), codes(&found)), (640.0, vec!["made-smaller"]));
}

#[test]
fn too_many_pixels_are_refused_by_the_header_alone() {
    let mut bytes = picture(8, 8, ImageFormat::Png);
    bytes[16..24].copy_from_slice(&[0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10]);
    // The header's sum is wrong now; written anew.
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    let error = refusal(&bytes, &Options::default());
    assert!(error.to_string().contains("100000000 pixels"), "{error}");
    let options = Options { limits: Limits { pixels: 100, ..Limits::default() }, ..Options::default() };
    for format in [ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Tiff] {
        assert_eq!(refusal(&picture(40, 20, format), &options).code(), "drawing-too-large");
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 },
        )
    })
}

#[test]
fn a_photograph_is_small_upright_and_says_nothing_of_where_it_was_taken() {
    let turned = turned_jpeg(3_000, 1_500);
    assert!(turned.windows(4).any(|part| part == b"Exif"));
    let found = crate::photograph(&turned).unwrap();
    assert_eq!((found.width, found.height), (800, 1_600));
    assert!(!found.bytes.windows(4).any(|part| part == b"Exif"), "what the camera wrote is gone");
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff] {
        let found = crate::photograph(&picture(40, 20, format)).unwrap();
        assert_eq!((found.kind, found.width, found.height), (Kind::Jpeg, 40, 20));
    }
}

#[test]
fn what_is_no_photograph_is_refused_with_words() {
    for bytes in [&b"%PDF-1.7"[..], b"<svg/>", b"hello", b"PK\x03\x04"] {
        let error = crate::photograph(bytes).unwrap_err();
        assert!(error.chinese().contains("照片"), "{}", error.chinese());
    }
    assert_eq!(crate::photograph(b"").unwrap_err(), DrawingError::Empty);
    let half = picture(400, 200, ImageFormat::Jpeg);
    assert_eq!(crate::photograph(&half[..half.len() / 2]).unwrap_err().code(), "drawing-damaged");
}

#[test]
fn half_a_picture_is_refused() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Tiff] {
        let bytes = picture(400, 200, format);
        assert_eq!(
            refusal(&bytes[..bytes.len() / 2], &Options::default()).code(),
            "drawing-damaged",
            "{format:?}"
        );
    }
}

#[test]
fn a_page_becomes_a_picture() {
    let options = Options { dpi: 72.0, scale: Some(100.0), ..Options::default() };
    let found = plan_with(&pdf(), &options);
    let only = &found.pictures[0];
    assert_eq!((found.kind, only.kind, only.width, only.height), (Kind::Pdf, Kind::Png, 72, 36));
    // An inch of paper at 1:100.
    assert!((found.bounds_mm.unwrap().width() - 2540.0).abs() < 1e-6);
    let pixels = image::load_from_memory(&only.bytes).unwrap().into_luma8();
    assert!(pixels.get_pixel(10, 20).0[0] < 60 && pixels.get_pixel(60, 20).0[0] > 200);
    let pages = inspect(&pdf(), &Options::default(), &mut Watch::nobody()).unwrap().pages;
    assert_eq!((pages.len(), pages[0].width_mm.round()), (1, 25.0));
    let error = refusal(&pdf(), &Options { page: 2, ..Options::default() });
    assert!(error.to_string().contains("no page 2"), "{error}");
    assert_eq!(refusal(b"%PDF-1.7 nothing more", &Options::default()).code(), "drawing-damaged");
}

//! Files cut short and files with bytes changed: always an answer, never a panic.
//! Relies on a seed, so that every run is the same.
//! Must not know: what the answer is.

use super::files::{SVG, everything, geojson, imdf, pdf, picture, turned_jpeg};
use super::refusal;
use crate::{DrawingError, Foreign, Options, Watch, all_rooms, inspect, read};

fn all() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("text dxf", everything().gbk()),
        ("binary dxf", everything().binary()),
        ("geojson", geojson().into_bytes()),
        ("imdf", imdf()),
        ("svg", SVG.as_bytes().to_vec()),
        ("pdf", pdf()),
        ("png", picture(24, 16, image::ImageFormat::Png)),
        ("jpeg", turned_jpeg(24, 16)),
        ("webp", picture(24, 16, image::ImageFormat::WebP)),
        ("tiff", picture(24, 16, image::ImageFormat::Tiff)),
    ]
}

fn try_it(bytes: &[u8]) {
    let options = Options { dpi: 36.0, ..Options::default() };
    if let Ok(found) = read(bytes, &options, &mut Watch::nobody()) {
        // What came out is sound enough to work with.
        let _ = all_rooms(&found.walls(), &crate::RoomOptions::default(), &mut Watch::nobody());
        for area in &found.areas {
            let _ = area.outline();
        }
        for text in &found.texts {
            let _ = (text.middle(), found.placement.source(text.at));
        }
    }
    let _ = inspect(bytes, &options, &mut Watch::nobody());
}

#[test]
fn files_cut_short_never_panic() {
    for (_, bytes) in all() {
        let step = (bytes.len() / 60).max(1);
        for length in (0..bytes.len()).step_by(step) {
            try_it(&bytes[..length]);
        }
    }
}

#[test]
fn changed_bytes_never_panic() {
    let mut random = fastrand::Rng::with_seed(20_261_122);
    for (_, bytes) in all() {
        for _ in 0..150 {
            let mut changed = bytes.clone();
            for _ in 0..random.usize(1..8) {
                let place = random.usize(..changed.len());
                changed[place] = match random.u8(..3) {
                    0 => random.u8(..),
                    1 => b'9',
                    _ => changed[place] ^ (1 << random.u8(..8)),
                };
            }
            try_it(&changed);
        }
    }
}

#[test]
fn what_is_no_drawing_is_named() {
    let plain = Options::default();
    for (bytes, code) in [
        (&b""[..], "drawing-empty"),
        (b"  \r\n ", "drawing-empty"),
        (b"AC1032\0\0\0", "drawing-is-dwg"),
        (b"hello", "drawing-kind-unknown"),
        (b"GIF89a....", "drawing-kind-unknown"),
        (b"<html></html>", "drawing-kind-unknown"),
        (b"\x1f\x8b\x08", "drawing-kind-unknown"),
        (b"0\nSECTION\n2\nENTITIES\nx\n", "drawing-damaged"),
        (b"0\nEOF\n", "drawing-damaged"),
    ] {
        let error = refusal(bytes, &plain);
        assert_eq!(error.code(), code, "{:?}", String::from_utf8_lossy(bytes));
        assert!(!error.to_string().is_empty() && !error.chinese().is_empty());
    }
    let dwg = refusal(b"AC1032\0\0\0", &plain);
    assert!(dwg.to_string().contains("DXF") && dwg.chinese().contains("DXF"));
    assert_eq!(refusal(b"\0\0\0\x18ftypheic", &plain), DrawingError::Foreign(Foreign::Heic));
}

#[test]
fn settings_out_of_range_are_refused_and_a_watcher_can_stop() {
    for options in [
        Options { tolerance_mm: f64::NAN, ..Options::default() },
        Options { dpi: 0.0, ..Options::default() },
        Options { scale: Some(-1.0), ..Options::default() },
    ] {
        assert_eq!(refusal(&pdf(), &options).code(), "drawing-setting");
    }
    for (name, bytes) in all() {
        let mut stop = |_| std::ops::ControlFlow::Break(());
        let stopped = read(&bytes, &Options::default(), &mut Watch::by(&mut stop));
        assert_eq!(stopped, Err(DrawingError::Cancelled), "{name}");
    }
}

//! Writes the sample prints in every format, to be looked at: `cargo run -p export --example samples [folder]`.
//! Relies on the sample prints of the tests.
//! Must not know: anything private to the crate.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use export::backend::{pdf, png, svg, unwatched, xlsx};
use std::path::PathBuf;

fn main() {
    let folder: PathBuf = std::env::args().nth(1).unwrap_or_else(|| "target/samples".to_owned()).into();
    std::fs::create_dir_all(&folder).unwrap();
    let fonts = common::fonts();
    let documents = [
        ("map", common::map::sample()),
        ("card", common::card::single()),
        ("cards", common::card::sheets(4)),
        ("ledger", common::ledger::ledger(60)),
        ("type", common::type_specimen()),
        ("table", common::ledger::two_level()),
    ];
    for (name, document) in documents {
        let put = |suffix: &str, bytes: &[u8]| {
            std::fs::write(folder.join(format!("{name}{suffix}")), bytes).unwrap()
        };
        put(".pdf", &pdf::write(&document, &fonts, &pdf::Options::default(), &mut unwatched).unwrap());
        let press =
            pdf::Options { ink: pdf::InkSpace::Cmyk, bleed: 3.0, crop_marks: pdf::CropMarks::Corners };
        put("-press.pdf", &pdf::write(&document, &fonts, &press, &mut unwatched).unwrap());
        put(".svg", svg::page(&document, 0, &fonts).unwrap().as_bytes());
        put(".png", &png::page(&document, 0, &fonts, &png::Options::default(), &mut unwatched).unwrap());
    }
    let sheet = xlsx::write(&common::ledger::workbook(60), &mut unwatched).unwrap();
    std::fs::write(folder.join("ledger.xlsx"), sheet).unwrap();
    println!("{}", folder.display());
}

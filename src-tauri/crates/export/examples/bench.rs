//! Times and sizes of the big prints: `cargo run --release -p export --example bench [folder]`.
//! Relies on the sample prints of the tests.
//! Must not know: anything private to the crate.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

#[path = "../tests/common/mod.rs"]
mod common;

use export::backend::{pdf, png, svg, unwatched, xlsx};
use export::layout::Document;
use std::path::PathBuf;
use std::time::Instant;

type Job = (&'static str, fn() -> Document);

fn main() {
    let folder: Option<PathBuf> = std::env::args().nth(1).map(Into::into);
    let started = Instant::now();
    let fonts = common::fonts();
    println!("fonts read and measured       {:>8.3} s", started.elapsed().as_secs_f64());
    let jobs: [Job; 4] = [
        ("map", common::map::sample),
        ("crowded map (300 zones)", common::map::crowded),
        ("500 cards", || common::card::sheets(500)),
        ("ledger 4,000 x 8", || common::ledger::ledger(4000)),
    ];
    for (name, make) in jobs {
        let started = Instant::now();
        let document = make();
        let laid = started.elapsed().as_secs_f64();
        let started = Instant::now();
        let bytes = pdf::write(&document, &fonts, &pdf::Options::default(), &mut unwatched).unwrap();
        let written = started.elapsed().as_secs_f64();
        println!(
            "{name:<28} layout {laid:>6.3} s  pdf {written:>6.3} s  {:>4} pages  {:>9} bytes",
            document.pages.len(),
            bytes.len()
        );
        if let Some(folder) = &folder {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(format!("{}.pdf", name.replace([' ', ','], "-"))), bytes).unwrap();
        }
    }
    let map = common::map::sample();
    for dpi in [150.0, 300.0] {
        let started = Instant::now();
        let options = png::Options { dpi, ..png::Options::default() };
        let bytes = png::page(&map, 0, &fonts, &options, &mut unwatched).unwrap();
        let seconds = started.elapsed().as_secs_f64();
        println!("map png at {dpi} dpi           {seconds:>8.3} s  {:>9} bytes", bytes.len());
    }
    let cards = common::card::sheets(500);
    let started = Instant::now();
    let pages = svg::write(&cards, &fonts, &mut unwatched).unwrap();
    let seconds = started.elapsed().as_secs_f64();
    let size: usize = pages.iter().map(String::len).sum();
    println!("500 cards as svg              {seconds:>8.3} s  {size:>9} bytes");
    let workbook = common::ledger::workbook(4000);
    let started = Instant::now();
    let bytes = xlsx::write(&workbook, &mut unwatched).unwrap();
    let seconds = started.elapsed().as_secs_f64();
    println!("ledger 4,000 x 8 as xlsx      {seconds:>8.3} s  {:>9} bytes", bytes.len());
}

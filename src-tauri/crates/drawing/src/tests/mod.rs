//! Whole drawings in, plans out: each format, each limit, each broken file. All drawings are written by these tests.
//! Relies on the crate's public door alone.
//! Must not know: how a reader works.

mod broken;
mod dxf;
mod files;
mod maps;
mod pictures;
mod svg;

use crate::{DrawingError, Imported, Options, Watch, read};

fn plan(bytes: &[u8]) -> Imported {
    plan_with(bytes, &Options::default())
}

fn plan_with(bytes: &[u8], options: &Options) -> Imported {
    read(bytes, options, &mut Watch::nobody()).unwrap()
}

fn refusal(bytes: &[u8], options: &Options) -> DrawingError {
    read(bytes, options, &mut Watch::nobody()).unwrap_err()
}

fn points(line: &crate::Line) -> Vec<(f64, f64)> {
    line.points.points().iter().map(|point| (point.x().round(), point.y().round())).collect()
}

fn codes(found: &Imported) -> Vec<&'static str> {
    found.warnings.iter().map(crate::Warning::code).collect()
}

//! What a dialog shows before a drawing is brought in: its layers, pages, floors, size and unit.
//! Relies on the readers; pages and pictures are judged without drawing them.
//! Must not know: the dialog.

use crate::error::DrawingError;
use crate::imported::{Imported, Layer, Level, Units};
use crate::kind::{Kind, recognise};
use crate::limits::{Quantity, within};
use crate::options::Options;
use crate::pdf::{self, Page};
use crate::picture;
use crate::warning::Warning;
use crate::watch::Watch;
use geometry::Bounds;
use serde::Serialize;
use std::collections::BTreeMap;

/// A drawing at a glance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inspection {
    /// What it is.
    pub kind: Kind,
    /// The version the file names, for people; empty where there is none.
    pub version: String,
    /// How its lengths would become millimetres; `None` for pages and pictures, which have to be calibrated.
    pub units: Option<Units>,
    /// Its layers with what each holds, in the order of the file.
    pub layers: Vec<Layer>,
    /// Its floors, lowest first.
    pub levels: Vec<Level>,
    /// The pages of a PDF.
    pub pages: Vec<Page>,
    /// Width and height of a picture in pixels, upright.
    pub pixels: Option<(u32, u32)>,
    /// The box around everything visible, in millimetres.
    pub bounds_mm: Option<Bounds>,
    /// What would be read, by the format's own kinds.
    pub counts: BTreeMap<String, u64>,
    /// What would not be read, likewise.
    pub skipped: BTreeMap<String, u64>,
    /// What the user should know.
    pub warnings: Vec<Warning>,
}

/// Looks at a drawing. `Options::layers` is ignored, so that all layers have their counts.
pub fn inspect(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Inspection, DrawingError> {
    options.check()?;
    within(Quantity::Bytes, bytes.len() as u64, options.limits.bytes)?;
    let kind = recognise(bytes)?;
    match kind {
        Kind::Pdf => {
            let mut found = empty(kind);
            found.pages = pdf::pages(bytes, options)?;
            Ok(found)
        }
        Kind::Png | Kind::Jpeg | Kind::WebP | Kind::Tiff => {
            let mut found = empty(kind);
            found.pixels = Some(picture::size(bytes, kind, options)?);
            Ok(found)
        }
        Kind::Dxf | Kind::GeoJson | Kind::Imdf | Kind::Svg => {
            // As coarse as a preview needs.
            let options =
                Options { layers: None, tolerance_mm: options.tolerance_mm.max(20.0), ..options.clone() };
            Ok(glance(crate::read(bytes, &options, watch)?))
        }
    }
}

/// What is to be said of a drawing that was read.
pub fn glance(found: Imported) -> Inspection {
    Inspection {
        kind: found.kind,
        version: found.version,
        units: Some(found.units),
        layers: found.layers,
        levels: found.levels,
        pages: Vec::new(),
        pixels: found.pictures.first().map(|picture| (picture.width, picture.height)),
        bounds_mm: found.bounds_mm,
        counts: found.counts,
        skipped: found.skipped,
        warnings: found.warnings,
    }
}

fn empty(kind: Kind) -> Inspection {
    Inspection {
        kind,
        version: String::new(),
        units: None,
        layers: Vec::new(),
        levels: Vec::new(),
        pages: Vec::new(),
        pixels: None,
        bounds_mm: None,
        counts: BTreeMap::new(),
        skipped: BTreeMap::new(),
        warnings: Vec::new(),
    }
}

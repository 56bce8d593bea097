//! DXF, text or binary, R12 to 2018: layers, blocks taken apart, curves flattened, texts decoded.
//! Relies on `document` to take the file apart and on `draw` to draw it.
//! Must not know: what becomes of the plan.

mod colour;
mod document;
mod draw;
mod entity;
mod header;
mod pairs;
mod words;

pub(crate) use pairs::BINARY_MARK;

use crate::collect::{Collector, Frame};
use crate::error::DrawingError;
use crate::imported::Imported;
use crate::kind::Kind;
use crate::options::Options;
use crate::units;
use crate::warning::Warning;
use crate::watch::Watch;

/// Coarser than any drawing, so that curves become a few chords: enough to see how large it is.
const ROUGH: f64 = 1e15;

/// Reads a drawing.
pub(crate) fn read(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
    let mut collector = Collector::new(options);
    let document = document::parse(bytes, &mut collector, watch)?;
    // The tolerance is in millimetres: the unit has to be known before anything is flattened, and the size before the
    // unit.
    let mut rough = collector.rough();
    draw::draw(&document, &mut rough, ROUGH, watch)?;
    let bounds = rough.crowd();
    let side = bounds.map_or(0.0, |[x0, y0, x1, y1]| (x1 - x0).max(y1 - y0));
    drop(rough);
    let (units, warning) =
        units::settle(options, document.header.unit(side), bounds, document.header.candidates());
    collector.warnings.extend(warning);
    draw::draw(&document, &mut collector, options.tolerance_mm / units.millimetres_per_unit, watch)?;
    if document.paper > 0 {
        collector.skip("(paper space)", document.paper);
    }
    if document.add_ons > 0 {
        collector.warnings.push(Warning::AddOnObjects(document.add_ons));
    }
    collector.found = document.found;
    let frame = Frame { units, y_up: true, geographic: None };
    collector.finish(Kind::Dxf, document.header.named_version(), frame, Vec::new())
}

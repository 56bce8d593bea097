//! SVG as lines and texts: shapes flattened, groups taken apart, nothing run and nothing fetched.
//! Relies on `roxmltree` for the tree, in which entities cannot multiply, and on `svgtypes` for paths and numbers.
//! Must not know: what paints look like.

mod element;
mod style;
mod walk;

use crate::collect::{Collector, Frame};
use crate::error::{At, DrawingError, Fault};
use crate::imported::{Basis, Imported, Unit, Units};
use crate::kind::{Foreign, Kind};
use crate::limits::{Quantity, within};
use crate::options::Options;
use crate::units::guess;
use crate::warning::Warning;
use crate::watch::{Stage, Watch};
use roxmltree::{Document, Node, ParsingOptions};
use std::borrow::Cow;
use svgtypes::{Length, LengthUnit};

/// Coarser than any drawing: enough to see how large it is.
const ROUGH: f64 = 1e15;
/// A sheet of paper is smaller than this, in millimetres; what states more is drawn at its true size.
const LARGEST_SHEET_MM: f64 = 2_000.0;

/// Reads a drawing.
pub(crate) fn read(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
    watch.tell(Stage::Reading, 0, bytes.len() as u64)?;
    let text = decode(bytes);
    check_depth(&text, options)?;
    // A node for each attribute's element, and as many for the spaces between.
    let nodes = u32::try_from(options.limits.entities.saturating_mul(4)).unwrap_or(u32::MAX);
    let parsing = ParsingOptions { allow_dtd: true, nodes_limit: nodes, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&text, parsing).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => {
            let limit = options.limits.entities;
            DrawingError::TooMuch { what: Quantity::Entities, found: limit.saturating_add(1), limit }
        }
        error => DrawingError::Damaged {
            kind: Kind::Svg,
            at: At::Line(u64::from(error.pos().row)),
            reason: Fault::Syntax(error.to_string().chars().take(200).collect()),
        },
    })?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(DrawingError::Foreign(Foreign::OtherXml));
    }
    let mut collector = Collector::new(options);
    let mut rough = collector.rough();
    let _ = walk::walk(root, &mut rough, ROUGH, watch)?;
    let bounds = rough.raw_bounds();
    drop(rough);
    let (units, is_true) = units(root, options, bounds);
    if !is_true {
        collector.warnings.push(Warning::NotToScale);
    }
    let removed = walk::walk(root, &mut collector, options.tolerance_mm / units.millimetres_per_unit, watch)?;
    if removed > 0 {
        collector.warnings.push(Warning::Removed(removed));
    }
    collector.finish(Kind::Svg, String::new(), Frame { units, y_up: false, geographic: None }, Vec::new())
}

/// The text of the file: UTF-8, UTF-16 with its mark, or what its first line names.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let start = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)).to_lowercase();
            let label = start.split("encoding=").nth(1).and_then(|rest| rest.split(['"', '\'']).nth(1));
            let encoding = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
            encoding.unwrap_or(encoding_rs::GB18030).decode_without_bom_handling(bytes).0
        }
    }
}

/// Refuses elements in elements without end before a tree is built of them. Counts too many rather than too few only
/// where comments hold tags.
fn check_depth(text: &str, options: &Options) -> Result<(), DrawingError> {
    let mut depth = 0_u64;
    let mut rest = text.as_bytes();
    // Every element may stand in a group of its own; trees of documents are deeper than those of blocks.
    let limit = options.limits.nesting.saturating_mul(8);
    while let Some(start) = rest.iter().position(|byte| *byte == b'<') {
        rest = rest.get(start + 1..).unwrap_or_default();
        match rest.first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'!' | b'?') | None => {}
            Some(_) => {
                let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
                let is_empty = end > 0 && rest.get(end - 1) == Some(&b'/');
                if !is_empty {
                    depth += 1;
                    within(Quantity::Nesting, depth, limit)?;
                }
            }
        }
    }
    Ok(())
}

/// How long a unit of the drawing is, and whether that is its true length on the floor: said by the caller, or by a
/// sheet too large for paper. Anything else is a size on paper or a screen, and a guess until it is calibrated.
fn units(root: Node<'_, '_>, options: &Options, bounds: Option<[f64; 4]>) -> (Units, bool) {
    if let Some(scale) = options.millimetres_per_unit {
        let unit = options.unit.unwrap_or(Unit::Pixel);
        return (Units { unit, millimetres_per_unit: scale, basis: Basis::Chosen }, true);
    }
    if let Some(unit) = options.unit.filter(|unit| !matches!(unit, Unit::Pixel | Unit::Degree)) {
        return (Units { unit, millimetres_per_unit: unit.millimetres(), basis: Basis::Chosen }, true);
    }
    if let Some((sheet, width)) = sheet(root)
        && sheet > LARGEST_SHEET_MM
    {
        return (
            Units { unit: Unit::Millimetre, millimetres_per_unit: sheet / width, basis: Basis::Stated },
            true,
        );
    }
    let [x0, y0, x1, y1] = bounds.unwrap_or_default();
    let likely = guess(x1 - x0, y1 - y0, &[Unit::Millimetre, Unit::Centimetre, Unit::Decimetre, Unit::Metre]);
    (Units { unit: Unit::Pixel, millimetres_per_unit: likely.millimetres(), basis: Basis::Unknown }, false)
}

/// The width of the sheet in millimetres, where it is stated as a length and not in pixels, and in units of the drawing.
fn sheet(root: Node<'_, '_>) -> Option<(f64, f64)> {
    let length: Length = root.attribute("width")?.trim().parse().ok()?;
    let millimetres = match length.unit {
        LengthUnit::Mm => length.number,
        LengthUnit::Cm => length.number * 10.0,
        LengthUnit::In => length.number * 25.4,
        LengthUnit::Pt => length.number * 25.4 / 72.0,
        LengthUnit::Pc => length.number * 25.4 / 6.0,
        LengthUnit::None | LengthUnit::Px | LengthUnit::Em | LengthUnit::Ex | LengthUnit::Percent => {
            return None;
        }
    };
    let width = match root.attribute("viewBox") {
        Some(text) => text.parse::<svgtypes::ViewBox>().ok()?.w,
        None => millimetres / 25.4 * 96.0,
    };
    let is_sound = millimetres.is_finite() && millimetres < 1e9 && width.is_finite() && width > 0.0;
    is_sound.then_some((millimetres, width))
}

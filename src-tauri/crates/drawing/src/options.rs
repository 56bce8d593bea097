//! What a caller may settle before a drawing is read.
//! Relies on nothing.
//! Must not know: where the answers come from.

use crate::error::DrawingError;
use crate::imported::Unit;
use crate::limits::Limits;
use std::collections::BTreeSet;

/// The settings of a read. The default guesses what it can and reads everything.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The unit of lengths, where the file is wrong about it or silent. For GeoJSON a length here means local
    /// coordinates, `Degree` longitude and latitude.
    pub unit: Option<Unit>,
    /// Millimetres on the floor for one unit of the file, for drawings on paper (SVG); wins over `unit`.
    pub millimetres_per_unit: Option<f64>,
    /// How far a flattened curve may stray from the true one, in millimetres.
    pub tolerance_mm: f64,
    /// Only these layers, by name; `None` for all.
    pub layers: Option<BTreeSet<String>>,
    /// Whether layers that are off or frozen are read, marked as not visible.
    pub hidden: Hidden,
    /// In which language names are wanted first.
    pub names: Names,
    /// Which page of a PDF, counted from 1.
    pub page: u64,
    /// Pixels for an inch of a PDF page or of an SVG picture.
    pub dpi: f64,
    /// 1:N of a PDF page, where it is known: then the picture is to scale.
    pub scale: Option<f64>,
    /// The longest side of a picture in pixels; a longer one is made smaller.
    pub longest_side: u32,
    /// The most that is accepted.
    pub limits: Limits,
}

/// What becomes of layers that the file does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hidden {
    /// They are read and marked.
    #[default]
    Marked,
    /// They are left out and counted.
    LeftOut,
}

/// In which language names are wanted first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// Chinese, then English, then whatever there is.
    #[default]
    Chinese,
    /// English, then Chinese, then whatever there is.
    English,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            unit: None,
            millimetres_per_unit: None,
            tolerance_mm: 2.0,
            layers: None,
            hidden: Hidden::Marked,
            names: Names::Chinese,
            page: 1,
            dpi: 200.0,
            scale: None,
            longest_side: 8_000,
            limits: Limits::default(),
        }
    }
}

impl Options {
    /// Refuses numbers that make no sense.
    pub(crate) fn check(&self) -> Result<(), DrawingError> {
        let number = |setting: &'static str, value: f64, least: f64, most: f64| {
            // Written so that NaN is refused.
            if value >= least && value <= most {
                Ok(())
            } else {
                Err(DrawingError::Setting { setting, value: value.to_string() })
            }
        };
        number("tolerance", self.tolerance_mm, 0.001, 10_000.0)?;
        number("dpi", self.dpi, 1.0, 10_000.0)?;
        number("longest side", f64::from(self.longest_side), 16.0, 65_535.0)?;
        if let Some(value) = self.millimetres_per_unit {
            number("millimetres per unit", value, 1e-6, 1e9)?;
        }
        if let Some(value) = self.scale {
            number("scale", value, 1e-3, 1e6)?;
        }
        Ok(())
    }

    /// Whether a layer is wanted.
    pub(crate) fn wants(&self, layer: &str) -> bool {
        self.layers.as_ref().is_none_or(|names| names.contains(layer))
    }
}

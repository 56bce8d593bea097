//! The few properties of style that matter for lines: whether something shows, how large letters are.
//! Relies on presentation attributes and on `style` attributes; sheets of style are not read.
//! Must not know: shapes.

use crate::imported::Across;
use roxmltree::Node;
use svgtypes::{Length, LengthUnit};

/// What an element hands on to those in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// Height of the font's square in units of the drawing.
    pub(crate) font_size: f64,
    pub(crate) anchor: Across,
    pub(crate) shows: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { font_size: 16.0, anchor: Across::Left, shows: true }
    }
}

impl Style {
    /// This style with what `node` changes.
    pub(crate) fn within(self, node: Node<'_, '_>) -> Self {
        let mut own = self;
        if let Some(size) = property(node, "font-size").and_then(|text| length(text, self.font_size)) {
            own.font_size = size;
        }
        match property(node, "text-anchor") {
            Some("start") => own.anchor = Across::Left,
            Some("middle") => own.anchor = Across::Middle,
            Some("end") => own.anchor = Across::Right,
            _ => {}
        }
        match property(node, "visibility") {
            Some("visible") => own.shows = true,
            Some("hidden" | "collapse") => own.shows = false,
            _ => {}
        }
        own
    }
}

/// A property, from the style of the element or its attribute.
pub(crate) fn property<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    let styled = node.attribute("style").and_then(|style| {
        let mut parts = style.split(';').filter_map(|part| part.split_once(':'));
        parts.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim())
    });
    styled.or_else(|| node.attribute(name).map(str::trim))
}

/// A length in units of the drawing: pixels of 96 to the inch, parts of a letter of `em`. Percents are of nothing
/// known here.
pub(crate) fn length(text: &str, em: f64) -> Option<f64> {
    let length: Length = text.trim().parse().ok()?;
    let factor = match length.unit {
        LengthUnit::None | LengthUnit::Px => 1.0,
        LengthUnit::Em => em,
        LengthUnit::Ex => em / 2.0,
        LengthUnit::In => 96.0,
        LengthUnit::Cm => 96.0 / 2.54,
        LengthUnit::Mm => 96.0 / 25.4,
        LengthUnit::Pt => 96.0 / 72.0,
        LengthUnit::Pc => 16.0,
        LengthUnit::Percent => return None,
    };
    Some(length.number * factor)
}

/// An attribute that is a length; 0 where it is missing or none.
pub(crate) fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|text| length(text, 16.0)).unwrap_or(0.0)
}

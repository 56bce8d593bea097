//! Drawings as PDF form objects: written once, placed by a matrix wherever they stand.
//! Relies on plain drawings: opaque shapes and nothing else need no resources of their own.
//! Must not know: pages, where a drawing is placed.

use super::InkSpace;
use crate::layout::{Cap, Colour, DRAWING_SIDE, Drawing, FillRule, Item, Join, Path, Shape, Step, Stroke};
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How far strokes may run over the edge of a drawing, in its units.
const OVER: f64 = DRAWING_SIDE / 4.0;

/// The form object. Its y axis runs down, as in the layout.
pub(super) fn form(drawing: &Drawing, ink: InkSpace) -> ExternalXObject {
    let mut content = String::new();
    for item in drawing.items() {
        if let Item::Shape(own) = item {
            shape(own, ink, &mut content);
        }
    }
    let name = |value: &str| DictItem::Name(value.as_bytes().to_vec());
    let (right, bottom) = (drawing.size().width + OVER, drawing.size().height + OVER);
    let bounds = [-OVER, -OVER, right, bottom].map(|value| DictItem::Real(value.round() as f32));
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Form")),
        ("BBox".to_owned(), DictItem::Array(bounds.to_vec())),
        ("Resources".to_owned(), DictItem::Dict { map: BTreeMap::new() }),
    ]);
    let stream = ExternalStream { dict, content: content.into_bytes(), compress: true };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

/// The operator that paints a path as its shape wants it; none for a shape that shows nothing.
pub(super) fn painter(shape: &Shape) -> Option<&'static str> {
    match (shape.fill.map(|fill| fill.rule), &shape.stroke) {
        (None, None) => None,
        (None, Some(_)) => Some("S"),
        (Some(FillRule::EvenOdd), None) => Some("f*"),
        (Some(FillRule::EvenOdd), Some(_)) => Some("B*"),
        (Some(FillRule::NonZero), None) => Some("f"),
        (Some(FillRule::NonZero), Some(_)) => Some("B"),
    }
}

fn shape(own: &Shape, ink: InkSpace, content: &mut String) {
    let Some(painter) = painter(own) else { return };
    if own.path.is_empty() {
        return;
    }
    if let Some(fill) = own.fill {
        colour(fill.colour, ink, ["rg", "k"], content);
    }
    if let Some(line) = &own.stroke {
        stroke(line, ink, content);
    }
    path(&own.path, content);
    content.push_str(painter);
    content.push('\n');
}

fn colour(own: Colour, ink: InkSpace, operators: [&str; 2], content: &mut String) {
    let [rgb, cmyk] = operators;
    match ink {
        InkSpace::Rgb => {
            own.rgb.iter().for_each(|part| number(f64::from(*part) / 255.0, 3, content));
            content.push_str(rgb);
        }
        InkSpace::Cmyk => {
            own.cmyk.iter().for_each(|part| number(f64::from((*part).min(100)) / 100.0, 2, content));
            content.push_str(cmyk);
        }
    }
    content.push('\n');
}

/// Everything that a page may have set otherwise before.
fn stroke(own: &Stroke, ink: InkSpace, content: &mut String) {
    colour(own.colour, ink, ["RG", "K"], content);
    number(own.width, 2, content);
    content.push_str("w [");
    if own.dash.iter().any(|dash| *dash > 0.0) {
        own.dash.iter().for_each(|dash| number(dash.max(0.0), 2, content));
    }
    content.push_str("] 0 d ");
    content.push_str(match own.cap {
        Cap::Butt => "0 J ",
        Cap::Round => "1 J ",
        Cap::Square => "2 J ",
    });
    content.push_str(match own.join {
        Join::Miter => "0 j\n",
        Join::Round => "1 j\n",
        Join::Bevel => "2 j\n",
    });
}

fn path(own: &Path, content: &mut String) {
    let mut points = |all: &[crate::layout::Point], operator: &str| {
        for p in all {
            number(p.x, 2, content);
            number(p.y, 2, content);
        }
        content.push_str(operator);
        content.push('\n');
    };
    for step in own.steps() {
        match step {
            Step::Move(p) => points(&[*p], "m"),
            Step::Line(p) => points(&[*p], "l"),
            Step::Cubic(a, b, p) => points(&[*a, *b, *p], "c"),
            Step::Close => points(&[], "h"),
        }
    }
}

/// A number with at most so many decimals, and a space behind it.
fn number(value: f64, decimals: usize, content: &mut String) {
    let start = content.len();
    let _ = write!(content, "{value:.decimals$}");
    if content.get(start..).is_some_and(|text| text.contains('.')) {
        let kept = content.trim_end_matches('0').trim_end_matches('.').len();
        content.truncate(kept);
    }
    if content.get(start..) == Some("-0") {
        content.truncate(start);
        content.push('0');
    }
    content.push(' ');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Rect, Size};

    #[test]
    fn numbers_are_short_and_a_drawing_says_all_it_needs() {
        let mut text = String::new();
        for value in [0.0, -0.001, 10.0, 1.005, 0.25, -3.5, 100.0] {
            number(value, 2, &mut text);
        }
        assert_eq!(text, "0 0 10 1 0.25 -3.5 100 ");
        let line = Stroke::new(Colour::BLACK, 0.5);
        let items = vec![Item::stroke(Path::rect(Rect::new(0.0, 0.0, 10.0, 5.0)), line)];
        let drawing = Drawing::new(items, Size::new(10.0, 5.0));
        assert!(drawing.is_plain());
        let content = String::from_utf8(form(&drawing, InkSpace::Rgb).stream.content).unwrap();
        assert!(content.contains("50 w [] 0 d 0 J 0 j") && content.contains("1000 500 l"), "{content}");
    }
}

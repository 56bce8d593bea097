//! SVG in true millimetres of the floor, a group for each kind, zones in the colours of their levels.
//! Relies on drawing programs reading plain paths and texts.
//! Must not know: paper, fonts; that is the print's business.

use super::{PlanFile, border, direction, number};
use domain::{PlanElement, PlanElementKind};
use geometry::Point;
use std::fmt::Write as _;

const LETTERS: f64 = 300.0;
/// Thickness of a wall that says none.
const WALL: f64 = 240.0;

/// The plan as SVG. One unit is a millimetre on the floor.
pub fn svg(plan: &PlanFile<'_>) -> String {
    let edge = 1_000.0;
    let (x, y, width, height) = plan.bounds().map_or((0.0, 0.0, 1_000.0, 1_000.0), |own| {
        (own.x0 - edge, own.y0 - edge, own.width() + 2.0 * edge, own.height() + 2.0 * edge)
    });
    let [x, y, width, height] = [x, y, width, height].map(number);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"{x} {y} {width} {height}\">\n<title>{}</title>\n",
        escaped(&plan.name)
    );
    text.push_str("<g id=\"zones\" stroke=\"#2a2f36\" stroke-width=\"40\" fill-rule=\"evenodd\">\n");
    for zone in &plan.zones {
        let mut path = String::new();
        for ring in zone.outline.rings() {
            path.push_str(&line(ring, true));
        }
        let fill = zone.level.map_or_else(|| "none".to_owned(), |level| plan.colours.of(level).fill.hex());
        let name = format!("{} {}", zone.code, zone.name);
        let _ = writeln!(
            text,
            "<path d=\"{path}\" fill=\"{fill}\" fill-opacity=\"0.75\"><title>{}</title></path>",
            escaped(name.trim())
        );
    }
    text.push_str("</g>\n");
    for kind in PlanElementKind::ALL {
        let own: Vec<&PlanElement> =
            plan.elements.iter().map(|(own, _)| *own).filter(|own| own.kind == *kind).collect();
        if !own.is_empty() {
            let _ = writeln!(text, "<g id=\"{kind}\" {}>", look(*kind));
            own.iter().for_each(|element| draw(element, &mut text));
            text.push_str("</g>\n");
        }
    }
    text.push_str("<g id=\"zone-names\" font-family=\"sans-serif\" text-anchor=\"middle\">\n");
    for zone in &plan.zones {
        words(zone.outline.label_point(), LETTERS, 0.0, zone.name, &mut text);
    }
    text.push_str("</g>\n<g id=\"points\" font-family=\"sans-serif\">\n");
    for point in &plan.points {
        let fill =
            point.level.map_or_else(|| "#ffffff".to_owned(), |level| plan.colours.of(level).fill.hex());
        let (cx, cy) = (number(point.at.x()), number(point.at.y()));
        let _ = writeln!(
            text,
            "<circle cx=\"{cx}\" cy=\"{cy}\" r=\"200\" fill=\"{fill}\" stroke=\"#000000\" stroke-width=\"30\"><title>{}</title></circle>",
            escaped(point.name)
        );
        let beside = point.at.moved(280.0, 90.0).unwrap_or(point.at);
        words(beside, 260.0, 0.0, point.code, &mut text);
    }
    text.push_str("</g>\n</svg>\n");
    text
}

fn look(kind: PlanElementKind) -> &'static str {
    match kind {
        PlanElementKind::Wall => "fill=\"none\" stroke=\"#2a2f36\" stroke-linecap=\"butt\"",
        PlanElementKind::Column => "fill=\"#2a2f36\" stroke=\"none\"",
        PlanElementKind::Road => "fill=\"#eceae6\" stroke=\"none\"",
        PlanElementKind::Green => "fill=\"#dfe7db\" stroke=\"none\"",
        PlanElementKind::Water => "fill=\"#d9e4e4\" stroke=\"none\"",
        PlanElementKind::Sports => "fill=\"#eae1d6\" stroke=\"none\"",
        PlanElementKind::Route => "fill=\"none\" stroke=\"#00843d\" stroke-width=\"120\"",
        PlanElementKind::Label | PlanElementKind::Dimension => {
            "fill=\"none\" stroke=\"#50585f\" stroke-width=\"15\" font-family=\"sans-serif\" text-anchor=\"middle\""
        }
        _ => "fill=\"none\" stroke=\"#50585f\" stroke-width=\"25\"",
    }
}

fn draw(element: &PlanElement, text: &mut String) {
    let points = element.line.points();
    let size = element.size as f64;
    let Some(first) = points.first() else { return };
    match element.kind {
        PlanElementKind::Label => {
            let height = if size > 0.0 { size } else { LETTERS };
            words(*first, height, direction(element).unwrap_or(0.0), &element.text, text);
        }
        PlanElementKind::Symbol => symbol(element, *first, text),
        PlanElementKind::Dimension => {
            let Some(own) = element.dimension() else { return };
            let mut path = line(&own.line, false);
            for (measured, end) in own.measured.iter().zip(own.line) {
                path.push_str(&line(&[*measured, end], false));
            }
            let _ = writeln!(text, "<path d=\"{path}\"/>");
            let height = if size > 0.0 { size } else { LETTERS };
            let mut degrees = geometry::direction(own.line[0], own.line[1]).unwrap_or(0.0);
            if degrees > 90.0 && degrees <= 270.0 {
                degrees -= 180.0;
            }
            let name = format!("{} {}", own.words(), element.text);
            words(own.middle(), height, degrees, name.trim(), text);
        }
        PlanElementKind::Door if points.len() >= 3 => {
            let [hinge, closed, open, ..] = points else { return };
            let radius = number(hinge.distance(*closed));
            let turn = (closed.x() - hinge.x()) * (open.y() - hinge.y())
                - (closed.y() - hinge.y()) * (open.x() - hinge.x());
            let sweep = i32::from(turn > 0.0);
            let [cx, cy, ox, oy, hx, hy] =
                [closed.x(), closed.y(), open.x(), open.y(), hinge.x(), hinge.y()].map(number);
            let _ =
                writeln!(text, "<path d=\"M{cx} {cy}A{radius} {radius} 0 0 {sweep} {ox} {oy}L{hx} {hy}\"/>");
        }
        PlanElementKind::Wall | PlanElementKind::Window => {
            let thickness = number(if size > 0.0 { size } else { WALL });
            let _ = writeln!(text, "<path d=\"{}\" stroke-width=\"{thickness}\"/>", line(points, false));
        }
        _ => {
            let closed = border(element).len() > points.len();
            let _ = writeln!(text, "<path d=\"{}\"/>", line(points, closed));
        }
    }
}

fn symbol(element: &PlanElement, at: Point, text: &mut String) {
    let Some(own) = domain::plan_symbol(&element.text) else { return };
    let size = if element.size > 0 { element.size as f64 } else { 600.0 };
    // The drawing without its own frame, which is 100 units wide.
    let inner = own.svg().split_once('>').map_or("", |(_, rest)| rest).trim().trim_end_matches("</svg>");
    let turn = direction(element).map_or(0.0, |own| own + 90.0);
    let _ = writeln!(
        text,
        "<g transform=\"translate({} {}) rotate({}) scale({}) translate(-50 -50)\" stroke-width=\"1\" stroke=\"none\">{inner}</g>",
        number(at.x()),
        number(at.y()),
        number(turn),
        number(size / 100.0)
    );
}

fn words(at: Point, height: f64, degrees: f64, words: &str, text: &mut String) {
    if words.is_empty() {
        return;
    }
    let (x, y) = (number(at.x()), number(at.y() + height * 0.35));
    let turn = if degrees == 0.0 {
        String::new()
    } else {
        format!(" transform=\"rotate({} {} {})\"", number(degrees), number(at.x()), number(at.y()))
    };
    let _ = writeln!(
        text,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"#1c2126\" stroke=\"none\"{turn}>{}</text>",
        number(height),
        escaped(words)
    );
}

fn line(points: &[Point], closed: bool) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let step = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{step}{} {}", number(point.x()), number(point.y()));
    }
    if closed {
        path.push('Z');
    }
    path
}

/// Text as text: no markup, no characters that XML forbids.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            _ => escaped.push(character),
        }
    }
    escaped
}

//! DXF of release 12, which every CAD program reads: lines, polylines, arcs, texts on layers by kind.
//! Relies on `\\U+` escapes for Chinese, so that the file is plain ASCII whatever the machine's code page.
//! Must not know: files, paper.

use super::{PlanFile, border, direction, number};
use domain::{Language, PlanElement, PlanElementKind, RiskLevel};
use geometry::Point;
use std::fmt::Write as _;

/// Height of codes and names, in millimetres on the floor.
const LETTERS: f64 = 300.0;
/// Colour numbers of CAD for the levels, and for what is not assessed.
const UNASSESSED: u8 = 8;

/// The drawing as DXF. Lengths are millimetres; y points up, as in CAD.
pub fn dxf(plan: &PlanFile<'_>) -> String {
    let mut drawing = Drawing(String::new());
    let bounds = plan.bounds();
    drawing.pairs(&[
        (0, "SECTION"),
        (2, "HEADER"),
        (9, "$ACADVER"),
        (1, "AC1009"),
        (9, "$INSUNITS"),
        (70, "4"),
    ]);
    drawing.pairs(&[(9, "$DWGCODEPAGE"), (3, "ANSI_936")]);
    if let Some(bounds) = bounds {
        for (name, x, y) in [("$EXTMIN", bounds.x0, -bounds.y1), ("$EXTMAX", bounds.x1, -bounds.y0)] {
            drawing.pair(9, name);
            drawing.pairs(&[(10, &number(x)), (20, &number(y)), (30, "0")]);
        }
    }
    drawing.pairs(&[(0, "ENDSEC"), (0, "SECTION"), (2, "TABLES")]);
    drawing.pairs(&[(0, "TABLE"), (2, "LTYPE"), (70, "1"), (0, "LTYPE"), (2, "CONTINUOUS"), (70, "0")]);
    drawing.pairs(&[(3, "Solid line"), (72, "65"), (73, "0"), (40, "0"), (0, "ENDTAB")]);
    let layers = layers();
    drawing.pairs(&[(0, "TABLE"), (2, "LAYER"), (70, &layers.len().to_string())]);
    for (name, colour) in &layers {
        drawing.pairs(&[(0, "LAYER"), (2, name), (70, "0"), (62, &colour.to_string()), (6, "CONTINUOUS")]);
    }
    drawing.pairs(&[(0, "ENDTAB"), (0, "TABLE"), (2, "STYLE"), (70, "1"), (0, "STYLE"), (2, "STANDARD")]);
    drawing.pairs(&[
        (70, "0"),
        (40, "0"),
        (41, "1"),
        (50, "0"),
        (71, "0"),
        (42, "300"),
        (3, "txt"),
        (4, "gbcbig"),
    ]);
    drawing.pairs(&[(0, "ENDTAB"), (0, "ENDSEC"), (0, "SECTION"), (2, "BLOCKS"), (0, "ENDSEC")]);
    drawing.pairs(&[(0, "SECTION"), (2, "ENTITIES")]);
    for zone in &plan.zones {
        let layer = zone_layer(zone.level);
        for ring in zone.outline.rings() {
            drawing.polyline(layer, ring, true);
        }
        let name = format!("{} {}", zone.code, zone.name);
        drawing.text("SISE-ZONE-NAME", zone.outline.label_point(), LETTERS, 0.0, name.trim());
    }
    for (element, _) in &plan.elements {
        drawing.element(element);
    }
    for point in &plan.points {
        let layer = "SISE-POINT";
        drawing.entity("POINT", layer);
        drawing.place(10, point.at);
        drawing.circle(layer, point.at, 150.0);
        let beside = point.at.moved(250.0, 0.0).unwrap_or(point.at);
        drawing.left_text("SISE-POINT-CODE", beside, LETTERS, point.code);
    }
    drawing.pairs(&[(0, "ENDSEC"), (0, "EOF")]);
    drawing.0
}

fn layers() -> Vec<(&'static str, u8)> {
    let mut layers = vec![("0", 7)];
    layers.extend(PlanElementKind::ALL.iter().map(|kind| (layer_of(*kind), colour_of(*kind))));
    layers.extend(RiskLevel::DESCENDING.map(|level| (zone_layer(Some(level)), level_colour(Some(level)))));
    layers.push((zone_layer(None), UNASSESSED));
    layers.extend([("SISE-ZONE-NAME", 7), ("SISE-POINT", 7), ("SISE-POINT-CODE", 7)]);
    layers
}

fn zone_layer(level: Option<RiskLevel>) -> &'static str {
    match level {
        Some(RiskLevel::Major) => "SISE-ZONE-MAJOR",
        Some(RiskLevel::High) => "SISE-ZONE-HIGH",
        Some(RiskLevel::Medium) => "SISE-ZONE-MEDIUM",
        Some(RiskLevel::Low) => "SISE-ZONE-LOW",
        None => "SISE-ZONE-UNASSESSED",
    }
}

/// The nearest of CAD's fixed colours.
fn level_colour(level: Option<RiskLevel>) -> u8 {
    match level {
        Some(RiskLevel::Major) => 1,
        Some(RiskLevel::High) => 30,
        Some(RiskLevel::Medium) => 2,
        Some(RiskLevel::Low) => 5,
        None => UNASSESSED,
    }
}

fn layer_of(kind: PlanElementKind) -> &'static str {
    match kind {
        PlanElementKind::Wall => "SISE-WALL",
        PlanElementKind::Door => "SISE-DOOR",
        PlanElementKind::Window => "SISE-WINDOW",
        PlanElementKind::Stair => "SISE-STAIR",
        PlanElementKind::Column => "SISE-COLUMN",
        PlanElementKind::Furniture => "SISE-FURNITURE",
        PlanElementKind::Road => "SISE-ROAD",
        PlanElementKind::Green => "SISE-GREEN",
        PlanElementKind::Water => "SISE-WATER",
        PlanElementKind::Sports => "SISE-SPORTS",
        PlanElementKind::Line => "SISE-LINE",
        PlanElementKind::Label => "SISE-TEXT",
        PlanElementKind::Dimension => "SISE-DIMENSION",
        PlanElementKind::Route => "SISE-ROUTE",
        PlanElementKind::Symbol => "SISE-SYMBOL",
    }
}

fn colour_of(kind: PlanElementKind) -> u8 {
    match kind {
        PlanElementKind::Route | PlanElementKind::Symbol | PlanElementKind::Green => 3,
        PlanElementKind::Water | PlanElementKind::Window => 4,
        PlanElementKind::Furniture | PlanElementKind::Line | PlanElementKind::Road => 9,
        _ => 7,
    }
}

/// Pairs of group codes and values.
struct Drawing(String);

impl Drawing {
    fn pair(&mut self, code: u32, value: &str) {
        let _ = write!(self.0, "{code:>3}\r\n{value}\r\n");
    }

    fn pairs(&mut self, pairs: &[(u32, &str)]) {
        for (code, value) in pairs {
            self.pair(*code, value);
        }
    }

    fn entity(&mut self, kind: &str, layer: &str) {
        self.pairs(&[(0, kind), (8, layer)]);
    }

    fn place(&mut self, code: u32, at: Point) {
        self.pairs(&[(code, &number(at.x())), (code + 10, &number(-at.y())), (code + 20, "0")]);
    }

    fn line(&mut self, layer: &str, from: Point, to: Point) {
        self.entity("LINE", layer);
        self.place(10, from);
        self.place(11, to);
    }

    fn circle(&mut self, layer: &str, at: Point, radius: f64) {
        self.entity("CIRCLE", layer);
        self.place(10, at);
        self.pair(40, &number(radius));
    }

    fn polyline(&mut self, layer: &str, points: &[Point], closed: bool) {
        self.entity("POLYLINE", layer);
        self.pairs(&[(66, "1"), (10, "0"), (20, "0"), (30, "0"), (70, if closed { "1" } else { "0" })]);
        for point in points {
            self.entity("VERTEX", layer);
            self.place(10, *point);
        }
        self.entity("SEQEND", layer);
    }

    fn text(&mut self, layer: &str, at: Point, height: f64, degrees: f64, text: &str) {
        if text.is_empty() {
            return;
        }
        self.entity("TEXT", layer);
        self.place(10, at);
        self.pairs(&[(40, &number(height)), (1, &escaped(text)), (50, &number(degrees)), (72, "1")]);
        self.place(11, at);
        self.pair(73, "2");
    }

    fn left_text(&mut self, layer: &str, at: Point, height: f64, text: &str) {
        if !text.is_empty() {
            self.entity("TEXT", layer);
            self.place(10, at);
            self.pairs(&[(40, &number(height)), (1, &escaped(text))]);
        }
    }

    fn element(&mut self, element: &PlanElement) {
        let layer = layer_of(element.kind);
        let points = element.line.points();
        match element.kind {
            PlanElementKind::Label => {
                let Some(at) = points.first() else { return };
                let height = if element.size > 0 { element.size as f64 } else { LETTERS };
                let degrees = direction(element).map_or(0.0, |own| (360.0 - own).rem_euclid(360.0));
                self.text(layer, *at, height, degrees, &element.text.replace('\n', " "));
            }
            PlanElementKind::Symbol => {
                let Some(at) = points.first() else { return };
                let size = if element.size > 0 { element.size as f64 } else { 600.0 };
                self.circle(layer, *at, size / 2.0);
                let name = domain::plan_symbol(&element.text)
                    .map_or(element.text.as_str(), |own| own.name(Language::Chinese));
                let below = at.moved(0.0, size).unwrap_or(*at);
                self.text(layer, below, size / 2.0, 0.0, name);
            }
            PlanElementKind::Dimension => self.dimension(layer, element),
            PlanElementKind::Door => match points {
                [hinge, closed, open, ..] => self.door(layer, *hinge, *closed, *open),
                _ => self.polyline(layer, points, false),
            },
            PlanElementKind::Route => {
                self.polyline(layer, points, false);
                if let [.., before, end] = points
                    && let Some(way) = geometry::direction(*end, *before)
                {
                    for turn in [-25.0, 25.0] {
                        if let Ok(barb) = geometry::place_at(*end, way + turn, 400.0) {
                            self.line(layer, *end, barb);
                        }
                    }
                }
            }
            _ => {
                let all = border(element);
                match (all.as_slice(), points.len()) {
                    ([from, to], 2) => self.line(layer, *from, *to),
                    (all, count) if all.len() > count => self.polyline(layer, points, true),
                    (all, _) => self.polyline(layer, all, false),
                }
            }
        }
    }

    fn dimension(&mut self, layer: &str, element: &PlanElement) {
        let Some(own) = element.dimension() else { return };
        for (measured, end) in own.measured.iter().zip(own.line) {
            self.line(layer, *measured, end);
        }
        self.line(layer, own.line[0], own.line[1]);
        let height = if element.size > 0 { element.size as f64 } else { LETTERS };
        let degrees = geometry::direction(own.line[0], own.line[1]).unwrap_or(0.0);
        // Letters never stand on their head.
        let mut degrees = (360.0 - degrees).rem_euclid(360.0);
        if degrees > 90.0 && degrees <= 270.0 {
            degrees -= 180.0;
        }
        let words = format!("{} {}", own.words(), element.text);
        self.text(layer, own.middle(), height, degrees, words.trim());
    }

    /// The leaf and the way it swings. CAD draws arcs against the clock; y is turned over on the way.
    fn door(&mut self, layer: &str, hinge: Point, closed: Point, open: Point) {
        self.line(layer, hinge, open);
        let (Some(from), Some(to)) = (geometry::direction(hinge, closed), geometry::direction(hinge, open))
        else {
            return;
        };
        let clockwise = (to - from).rem_euclid(360.0) <= 180.0;
        let (start, end) = if clockwise { (to, from) } else { (from, to) };
        self.entity("ARC", layer);
        self.place(10, hinge);
        let angle = |degrees: f64| number((360.0 - degrees).rem_euclid(360.0));
        self.pairs(&[(40, &number(hinge.distance(closed))), (50, &angle(start)), (51, &angle(end))]);
    }
}

/// Text in ASCII: other characters as CAD escapes them.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            ' '..='~' => escaped.push(character),
            _ if character.is_control() => escaped.push(' '),
            _ if (character as u32) <= 0xffff => {
                let _ = write!(escaped, "\\U+{:04X}", character as u32);
            }
            _ => escaped.push('?'),
        }
    }
    escaped
}

//! The plan: grounds, zones and buildings in their colours, walls, doors, windows, stairs, furniture.
//! Relies on each element kind's number of points, as the domain keeps it; odd ones are left out.
//! Must not know: labels and pins, the frame of the sheet.

use super::cut::Cut;
use super::projection::Projection;
use crate::content::{FourColourMap, MapArea, Plan};
use crate::layout::{
    Blend, Cap, Clip, Colour, Fill, FillRule, Item, Join, Path, Picture, PlacedPicture, Point, Rect, Stroke,
    point,
};
use crate::templates::look::{LevelLook, Look};
use domain::{PlanElement, PlanElementKind};
use geometry::{Bounds, Outline};
use std::collections::BTreeMap;

/// Thickness of a wall or window that says none, in model millimetres.
const WALL: f64 = 240.0;
/// Distance from tread to tread, in model millimetres.
const TREAD: f64 = 280.0;
/// Treads of a stair at most.
const MOST_TREADS: usize = 80;
/// Strength of a level's colour over a picture whose lines must stay readable.
const OVER_PICTURE: f64 = 0.6;

/// Ink of walls: a shade softer than text.
const WALL_INK: Colour = Colour { rgb: [0x2a, 0x2f, 0x36], cmyk: [0, 0, 0, 92] };
/// Thin lines: doors, stairs.
const THIN: Colour = Colour { rgb: [0x50, 0x58, 0x61], cmyk: [0, 0, 0, 72] };
/// Furniture and other lines.
const FAINT: Colour = Colour { rgb: [0x8b, 0x93, 0x9b], cmyk: [0, 0, 0, 45] };
const ROAD: Colour = Colour { rgb: [0xec, 0xea, 0xe6], cmyk: [0, 0, 2, 8] };
const GREEN: Colour = Colour { rgb: [0xdf, 0xe7, 0xdb], cmyk: [9, 2, 12, 2] };
const WATER: Colour = Colour { rgb: [0xd9, 0xe4, 0xe4], cmyk: [12, 3, 7, 2] };
const SPORTS: Colour = Colour { rgb: [0xea, 0xe1, 0xd6], cmyk: [3, 7, 12, 3] };
/// A building without points.
const BUILDING: Colour = Colour { rgb: [0xf4, 0xf4, 0xf2], cmyk: [0, 0, 1, 4] };

/// The box around everything that is drawn, in model millimetres.
pub(super) fn bounds(map: &FourColourMap<'_>) -> Option<Bounds> {
    let half = |element: &PlanElement| match element.kind {
        PlanElementKind::Wall | PlanElementKind::Window => thickness(element) / 2.0,
        _ => 0.0,
    };
    let grown = |b: Bounds, by: f64| Bounds { x0: b.x0 - by, y0: b.y0 - by, x1: b.x1 + by, y1: b.y1 + by };
    let plan = &map.plan;
    let elements =
        plan.elements.iter().filter_map(|own| own.line.bounds().map(|bounds| grown(bounds, half(own))));
    let areas =
        plan.areas.iter().chain(plan.buildings.iter().map(|own| &own.area)).map(|own| own.outline.bounds());
    let pictures = plan.pictures.iter().filter_map(|own| Bounds::around(own.corners()));
    // A dimension line stands beside what it measures.
    let beside = plan.elements.iter().filter_map(|own| Bounds::around(own.dimension()?.line));
    let pins = Bounds::around(map.pins.iter().map(|pin| pin.at));
    elements.chain(areas).chain(pictures).chain(beside).chain(pins).reduce(Bounds::union)
}

fn thickness(element: &PlanElement) -> f64 {
    if element.size > 0 { element.size as f64 } else { WALL }
}

/// Draws one plan.
#[derive(Clone, Copy)]
pub(super) struct Draughtsman<'a> {
    pub(super) look: Look<'a>,
    pub(super) projection: Projection,
    pub(super) plan: &'a Plan<'a>,
    pub(super) frame: Rect,
    /// Outlines are cut to this, where only a part of the plan is shown.
    pub(super) cut: Option<Cut>,
}

impl Draughtsman<'_> {
    /// Pictures and grounds: what lies below the zones. Pictures that are not at hand are skipped.
    pub(super) fn below(&self, pictures: &BTreeMap<String, Picture>) -> Vec<Item> {
        let mut items = Vec::new();
        for own in &self.plan.pictures {
            let Some(picture) = pictures.get(&own.asset) else { continue };
            let scale = self.projection.length(own.scale);
            let (width, height) = (own.width as f64 * scale, own.height as f64 * scale);
            // The page turns a picture about its middle, the plan about its corner.
            let corner = self.projection.at(own.origin);
            let (sine, cosine) = own.rotation.to_radians().sin_cos();
            let middle = point(
                corner.x + (width * cosine - height * sine) / 2.0,
                corner.y + (width * sine + height * cosine) / 2.0,
            );
            let placed = Item::Picture(PlacedPicture {
                picture: picture.clone(),
                frame: Rect::new(middle.x - width / 2.0, middle.y - height / 2.0, width, height),
                rotation: own.rotation,
                opacity: own.opacity.clamp(0, 100) as f64 / 100.0,
            });
            let whole = own.shown == [0.0, 0.0, own.width as f64, own.height as f64];
            if whole {
                items.push(placed);
            } else {
                let path = Path::polygon(own.corners().map(|corner| self.projection.at(corner)));
                items.push(Item::Clip(Clip { path, items: vec![placed] }));
            }
        }
        if !items.is_empty() {
            items = vec![Item::Clip(Clip { path: Path::rect(self.frame), items })];
        }
        // In drawing order: a lawn lies on the pavement around it.
        for element in &self.plan.elements {
            let colour = match element.kind {
                PlanElementKind::Road => ROAD,
                PlanElementKind::Green => GREEN,
                PlanElementKind::Water => WATER,
                PlanElementKind::Sports => SPORTS,
                _ => continue,
            };
            let ring = self.ground(element);
            let fill = Fill { rule: FillRule::NonZero, ..Fill::from(colour) };
            items.push(Item::fill(ring, fill));
        }
        items
    }

    /// Zones and buildings in the colours of their levels.
    pub(super) fn areas(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for area in &self.plan.areas {
            self.area(area, &mut items);
        }
        for building in &self.plan.buildings {
            let path = self.outline(building.area.outline);
            items.push(Item::fill(path.clone(), BUILDING));
            self.area(&building.area, &mut items);
            let stroke = self.look.line(WALL_INK, 0.5).with_join(Join::Miter);
            items.push(Item::stroke(path, stroke));
        }
        items
    }

    fn area(&self, area: &MapArea<'_>, items: &mut Vec<Item>) {
        let path = self.outline(area.outline);
        let Some(level) = area.standing else {
            items.push(Item::stroke(path, self.look.line(FAINT, 0.15)));
            return;
        };
        let LevelLook { fill, outline, hatch, tint, .. } = self.look.level(level);
        let over_picture = !self.plan.pictures.is_empty();
        if !over_picture {
            // Grounds must not change the colour that the legend explains.
            items.push(Item::fill(path.clone(), Colour::WHITE));
        }
        let (opacity, blend) =
            if over_picture { (OVER_PICTURE, Blend::Multiply) } else { (tint, Blend::Normal) };
        if level.is_some() {
            items.push(Item::fill(path.clone(), Fill { opacity, blend, ..Fill::from(fill) }));
        }
        items.extend(hatch.and_then(|hatch| hatch.draw(&path)));
        items.push(Item::stroke(path, self.look.line(outline, 0.22).with_join(Join::Round)));
    }

    /// Walls and everything else that stands above the zones.
    pub(super) fn above(&self) -> Vec<Item> {
        let mut items = Vec::new();
        let faint = self.look.line(FAINT, 0.1);
        let thin = self.look.line(THIN, 0.14);
        push_stroke(&mut items, self.rings(PlanElementKind::Furniture), &faint);
        push_stroke(&mut items, self.lines(PlanElementKind::Line), &faint);
        push_stroke(&mut items, self.stairs(), &thin);
        self.walls(&mut items);
        let columns = self.rings(PlanElementKind::Column);
        if !columns.is_empty() {
            items.push(Item::fill(columns, Fill { rule: FillRule::NonZero, ..Fill::from(WALL_INK) }));
        }
        self.windows(&mut items);
        self.doors(&mut items);
        push_stroke(&mut items, self.dimensions(), &thin);
        items
    }

    fn walls(&self, items: &mut Vec<Item>) {
        // One stroke for each thickness; joints of walls meet because every end is square.
        let mut walls: BTreeMap<i64, Path> = BTreeMap::new();
        for wall in self.of(PlanElementKind::Wall) {
            walls.entry(thickness(wall) as i64).or_default().append(&self.polyline(wall));
        }
        for (thickness, path) in walls {
            let width = self.projection.length(thickness as f64).max(self.look.mm(0.3));
            items.push(Item::stroke(path, Stroke::new(WALL_INK, width).with_cap(Cap::Butt)));
        }
    }

    /// A band of paper between two lines, and the pane in the middle.
    fn windows(&self, items: &mut Vec<Item>) {
        let mut windows: BTreeMap<i64, Path> = BTreeMap::new();
        for window in self.of(PlanElementKind::Window) {
            windows.entry(thickness(window) as i64).or_default().append(&self.polyline(window));
        }
        for (thickness, path) in windows {
            let width = self.projection.length(thickness as f64).max(self.look.mm(0.6));
            let line = self.look.mm(0.12).min(width / 5.0);
            items.push(Item::stroke(path.clone(), Stroke::new(WALL_INK, width)));
            items.push(Item::stroke(path.clone(), Stroke::new(Colour::WHITE, width - 2.0 * line)));
            items.push(Item::stroke(path, Stroke::new(WALL_INK, line)));
        }
    }

    /// Where a wall runs on through a door it is opened; then the leaf and the way it swings.
    fn doors(&self, items: &mut Vec<Item>) {
        let (mut gaps, mut arcs, mut leaves) = (Path::new(), Path::new(), Path::new());
        let mut widest: f64 = 0.0;
        for door in self.of(PlanElementKind::Door) {
            let (hinge, closed, open) = match door.line.points() {
                [hinge, closed, open, ..] => (hinge, closed, Some(open)),
                [from, to] => (from, to, None),
                _ => continue,
            };
            if let Some(thickness) = self.wall_at(*hinge, *closed) {
                widest = widest.max(thickness);
                gaps.append(&Path::line(self.projection.at(*hinge), self.projection.at(*closed)));
            }
            let Some(open) = open else { continue };
            let (hinge, closed, open) =
                (self.projection.at(*hinge), self.projection.at(*closed), self.projection.at(*open));
            leaves.append(&Path::line(hinge, open));
            let radius = distance(hinge, closed);
            let (from, to) = (degrees(hinge, closed), degrees(hinge, open));
            let mut sweep = (to - from).rem_euclid(360.0);
            if sweep > 180.0 {
                sweep -= 360.0;
            }
            arcs.append(&Path::arc(hinge, radius, from, sweep));
        }
        let width = self.projection.length(widest) + self.look.mm(0.1);
        push_stroke(items, gaps, &Stroke::new(Colour::WHITE, width));
        push_stroke(items, arcs, &self.look.line(THIN, 0.1));
        push_stroke(items, leaves, &self.look.line(THIN, 0.22));
    }

    /// Thickness of a wall that runs along the whole opening between two points.
    fn wall_at(&self, a: geometry::Point, b: geometry::Point) -> Option<f64> {
        let middle = ((a.x() + b.x()) / 2.0, (a.y() + b.y()) / 2.0);
        self.of(PlanElementKind::Wall)
            .filter(|wall| {
                let reach = thickness(wall) / 2.0;
                let points = wall.line.points();
                points
                    .iter()
                    .zip(points.iter().skip(1))
                    .any(|(p, q)| on_segment((p.x(), p.y()), (q.x(), q.y()), middle, reach))
            })
            .map(thickness)
            .reduce(f64::max)
    }

    /// Treads parallel to the first edge, and the outline.
    fn stairs(&self) -> Path {
        let mut path = Path::new();
        for stair in self.of(PlanElementKind::Stair) {
            let [a, b, c, d] = stair.line.points() else {
                path.ring(stair.line.points().iter().map(|p| self.projection.at(*p)));
                continue;
            };
            let run = a.distance(*d).max(b.distance(*c));
            let treads = ((run / TREAD).round() as usize).clamp(1, MOST_TREADS);
            let [a, b, c, d] = [a, b, c, d].map(|p| self.projection.at(*p));
            path.append(&Path::polygon([a, b, c, d]));
            for tread in 1..treads {
                let t = tread as f64 / treads as f64;
                path.append(&Path::line(between(a, d, t), between(b, c, t)));
            }
        }
        path
    }

    /// Dimension lines with their extension lines and a short oblique stroke at each end.
    fn dimensions(&self) -> Path {
        let mut path = Path::new();
        let tick = self.look.mm(0.8);
        for own in self.plan.elements.iter().filter_map(|own| own.dimension()) {
            for (measured, end) in own.measured.iter().zip(own.line) {
                let (from, to) = (self.projection.at(*measured), self.projection.at(end));
                path.append(&Path::line(from, to));
                path.append(&Path::line(point(to.x - tick, to.y + tick), point(to.x + tick, to.y - tick)));
            }
            path.append(&Path::line(self.projection.at(own.line[0]), self.projection.at(own.line[1])));
        }
        path
    }

    fn of(&self, kind: PlanElementKind) -> impl Iterator<Item = &PlanElement> + '_ {
        self.plan.elements.iter().copied().filter(move |own| own.kind == kind)
    }

    fn polyline(&self, element: &PlanElement) -> Path {
        let places = element.line.points().iter().map(|p| self.projection.at(*p));
        match self.cut {
            None => Path::polyline(places),
            Some(cut) => Path::polyline(cut.line(places)),
        }
    }

    fn lines(&self, kind: PlanElementKind) -> Path {
        let mut path = Path::new();
        self.of(kind).for_each(|own| {
            path.append(&self.polyline(own));
        });
        path
    }

    fn rings(&self, kind: PlanElementKind) -> Path {
        let mut path = Path::new();
        for own in self.of(kind) {
            path.append(&self.ground(own));
        }
        path
    }

    /// The ring of an element on paper.
    fn ground(&self, element: &PlanElement) -> Path {
        let places = element.line.points().iter().map(|p| self.projection.at(*p));
        match self.cut {
            None => Path::polygon(places),
            Some(cut) => Path::polygon(cut.ring(places)),
        }
    }

    /// The rings of an outline on paper.
    pub(super) fn outline(&self, outline: &Outline) -> Path {
        let mut path = Path::new();
        for ring in outline.rings() {
            let places = ring.iter().map(|p| self.projection.at(*p));
            match self.cut {
                None => path.ring(places),
                Some(cut) => path.ring(cut.ring(places)),
            };
        }
        path
    }
}

fn push_stroke(items: &mut Vec<Item>, path: Path, stroke: &Stroke) {
    if !path.is_empty() {
        items.push(Item::stroke(path, stroke.clone()));
    }
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

fn degrees(from: Point, to: Point) -> f64 {
    (to.y - from.y).atan2(to.x - from.x).to_degrees()
}

fn between(a: Point, b: Point, t: f64) -> Point {
    point(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
}

fn on_segment(a: (f64, f64), b: (f64, f64), p: (f64, f64), reach: f64) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length2 = dx * dx + dy * dy;
    if length2 <= 0.0 {
        return false;
    }
    let t = ((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length2;
    (0.0..=1.0).contains(&t) && (p.0 - a.0 - t * dx).hypot(p.1 - a.1 - t * dy) <= reach
}

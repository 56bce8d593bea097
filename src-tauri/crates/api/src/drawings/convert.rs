//! From a neutral plan to the step that takes it over: which line becomes which part of a plan.
//! Relies on the roles that the drawing's own names suggest; what no name tells stays a line on its layer.
//! Knows no file format.

use super::args::{DrawingOptions, DrawingReport};
use super::chain::chained;
use super::read::warning;
use crate::error::ApiError;
use domain::{Decimal, FieldError, PlanElementKind, Scale};
use drawing::{Area, Basis, Imported, Kind, Line, Role, Room, Text};
use edit::{FloorTarget, TakePlan, TakenElement, TakenFloor, TakenUnderlay, TakenZone};
use geometry::{Outline, Point, Polyline};
use std::collections::BTreeMap;

/// Thickness of a line that is one face of a wall, in millimetres: as thin as walls are drawn.
const FACE_MM: i64 = 20;
/// The most points of one element.
const MOST_POINTS: usize = 10_000;
/// A picture that nobody has calibrated is shown this wide, in millimetres.
const GUESSED_WIDTH: f64 = 50_000.0;

/// The step that takes a drawing over, and what is to be said of it.
pub(super) fn plan_of(
    found: &Imported,
    options: &DrawingOptions,
    name: &str,
    rooms: Vec<Room>,
    assets: &[String],
    target: FloorTarget,
) -> Result<(TakePlan, DrawingReport), ApiError> {
    let to_scale = match found.pictures.first() {
        Some(picture) if found.lines.is_empty() => picture.millimetres_per_pixel.is_some(),
        Some(_) | None => found.units.basis != Basis::Unknown,
    };
    let kept = match &target {
        FloorTarget::Existing { floor } => Some(*floor),
        FloorTarget::New { .. } => None,
    };
    let levels = levels_of(found, options, &target)?;
    let units: Vec<&Area> = found.areas.iter().filter(|own| own.role == Role::Room).collect();
    let rooms_found = if units.is_empty() { rooms.len() } else { units.len() } as u64;
    let mut elements: BTreeMap<String, u64> = BTreeMap::new();
    let mut floors = Vec::new();
    for (level, target) in levels {
        let of = |own: Option<usize>| level.is_none() || own.is_none() || own == level;
        let mut floor =
            TakenFloor { target, to_scale, elements: Vec::new(), zones: Vec::new(), underlays: Vec::new() };
        let mut take = Take { found, options, elements: Vec::new() };
        found.areas.iter().filter(|own| of(own.level)).for_each(|own| take.area(own, &mut floor.zones));
        found.lines.iter().filter(|own| of(own.level)).for_each(|own| take.line(own));
        if !options.no_texts {
            found.texts.iter().filter(|own| of(own.level)).for_each(|own| take.text(own));
        }
        floor.elements = chained(take.elements, MOST_POINTS);
        if options.rooms && units.is_empty() && floors.is_empty() {
            floor.zones.extend(rooms.iter().map(|room| zone_of(found, room)));
        }
        for (picture, asset) in found.pictures.iter().zip(assets) {
            if floors.is_empty() {
                floor.underlays.push(underlay_of(picture, asset, name)?);
            }
        }
        for element in &floor.elements {
            *elements.entry(element.kind.as_str().to_owned()).or_default() += 1;
        }
        floors.push(floor);
    }
    let report = DrawingReport {
        floor: String::new(),
        imported: summary(found),
        kinds: found.counts.clone(),
        skipped: found.skipped.clone(),
        bounds_mm: found.bounds_mm.map(|own| [own.x0, own.y0, own.x1, own.y1].map(rounded)),
        rooms_found,
        elements,
        warnings: found.warnings.iter().map(warning).collect(),
        target: kept,
    };
    Ok((TakePlan { name: name.to_owned(), floors }, report))
}

/// Thousandths of a millimetre are enough for people and programs.
fn rounded(value: f64) -> f64 {
    (value * 1e3).round() / 1e3 + 0.0
}

/// The floors of a drawing and where each goes.
fn levels_of(
    found: &Imported,
    options: &DrawingOptions,
    target: &FloorTarget,
) -> Result<Vec<(Option<usize>, FloorTarget)>, ApiError> {
    if let Some(level) = options.level {
        let level = level as usize;
        if level >= found.levels.len() {
            return Err(ApiError::new(
                "no-such-level",
                "图中没有所选的楼层，请重新选择。",
                "The drawing has no such floor. Choose another one.",
            ));
        }
        return Ok(vec![(Some(level), target.clone())]);
    }
    match target {
        FloorTarget::New { building, campus, .. } if found.levels.len() > 1 => {
            let floor = |(index, level): (usize, &drawing::Level)| {
                // Storey 1 is at ground level, where the drawing counts 0.
                let storey = i64::from(level.ordinal);
                let storey = if storey >= 0 { storey.saturating_add(1) } else { storey };
                let name: String = level.name.trim().chars().take(domain::LONGEST_NAME).collect();
                let name = match (name.is_empty(), storey) {
                    (false, _) => name,
                    (true, 1..) => format!("{storey}F"),
                    (true, _) => format!("B{}", storey.unsigned_abs()),
                };
                let (building, campus) = (*building, *campus);
                (Some(index), FloorTarget::New { name, building, campus, storey: storey.clamp(-20, 200) })
            };
            Ok(found.levels.iter().enumerate().map(floor).collect())
        }
        FloorTarget::Existing { .. } if found.levels.len() > 1 => {
            // One floor cannot hold several; the one at ground level is taken unless another was chosen.
            let ground = found.levels.iter().position(|level| level.ordinal == 0).unwrap_or(0);
            Ok(vec![(Some(ground), target.clone())])
        }
        FloorTarget::New { .. } | FloorTarget::Existing { .. } => Ok(vec![(None, target.clone())]),
    }
}

/// Elements as they are collected.
struct Take<'a> {
    found: &'a Imported,
    options: &'a DrawingOptions,
    elements: Vec<TakenElement>,
}

impl Take<'_> {
    fn layer(&self, index: usize) -> String {
        self.found.layers.get(index).map_or_else(String::new, |layer| layer.name.clone())
    }

    fn put(
        &mut self,
        kind: PlanElementKind,
        points: Vec<Point>,
        size: i64,
        text: String,
        layer: usize,
        visible: bool,
    ) {
        let layer = self.layer(layer);
        let is_line = matches!(kind, PlanElementKind::Line | PlanElementKind::Wall | PlanElementKind::Window);
        if points.len() <= MOST_POINTS {
            if let Ok(line) = Polyline::new(points) {
                self.elements.push(TakenElement { kind, line, size, text, layer, visible });
            }
            return;
        }
        let kind = if is_line { kind } else { PlanElementKind::Line };
        // Pieces share their end points.
        let mut from = 0;
        while from + 1 < points.len() {
            let to = (from + MOST_POINTS).min(points.len());
            if let Some(Ok(line)) = points.get(from..to).map(|part| Polyline::new(part.to_vec())) {
                let (text, layer) = (text.clone(), layer.clone());
                self.elements.push(TakenElement { kind, line, size, text, layer, visible });
            }
            from = to - 1;
        }
    }

    fn line(&mut self, own: &Line) {
        let points = own.points.points();
        if own.closed && points.len() >= 3 {
            self.ring(own.role, points, own.layer, own.visible);
        } else {
            let (kind, size) = match own.role {
                Role::Wall => (PlanElementKind::Wall, FACE_MM),
                // In CAD a window is a bundle of lines, on a map a single one.
                Role::Window if self.is_map() => (PlanElementKind::Window, 0),
                _ => (PlanElementKind::Line, 0),
            };
            let opening = own.role == Role::Door && self.is_map() && points.len() == 2;
            let kind = if opening { PlanElementKind::Door } else { kind };
            if points.len() >= 2 {
                self.put(kind, points.to_vec(), size, String::new(), own.layer, own.visible);
            }
        }
    }

    fn is_map(&self) -> bool {
        matches!(self.found.kind, Kind::GeoJson | Kind::Imdf)
    }

    /// A closed line. Kinds that mean an area keep their corners, the others their border.
    fn ring(&mut self, role: Role, points: &[Point], layer: usize, visible: bool) {
        let area = match role {
            Role::Column => Some(PlanElementKind::Column),
            Role::Furniture | Role::Lift => Some(PlanElementKind::Furniture),
            Role::Road => Some(PlanElementKind::Road),
            Role::Green => Some(PlanElementKind::Green),
            Role::Water => Some(PlanElementKind::Water),
            Role::Sports => Some(PlanElementKind::Sports),
            Role::Stair if self.is_map() && points.len() >= 4 => Some(PlanElementKind::Stair),
            _ => None,
        };
        if let Some(kind) = area {
            self.put(kind, points.to_vec(), 0, String::new(), layer, visible);
            return;
        }
        if self.is_map()
            && matches!(role, Role::Door | Role::Window)
            && let Some((middle, thickness)) = bar(points)
        {
            let kind = if role == Role::Door { PlanElementKind::Door } else { PlanElementKind::Window };
            let size = if kind == PlanElementKind::Window { thickness } else { 0 };
            self.put(kind, middle.to_vec(), size, String::new(), layer, visible);
            return;
        }
        let border: Vec<Point> = points.iter().copied().chain(points.first().copied()).collect();
        let (kind, size) = match role {
            Role::Wall => (PlanElementKind::Wall, FACE_MM),
            _ => (PlanElementKind::Line, 0),
        };
        self.put(kind, border, size, String::new(), layer, visible);
    }

    fn area(&mut self, own: &Area, zones: &mut Vec<TakenZone>) {
        if own.role == Role::Room && self.options.rooms {
            // What is no outline is drawn as it is, for the user to trace.
            if let Ok(outline) = own.outline() {
                zones.push(TakenZone { name: own.name.clone(), outline });
                return;
            }
        }
        if own.role == Role::Hatch {
            return;
        }
        for ring in own.rings.iter().filter(|ring| ring.len() >= 3) {
            self.ring(own.role, ring, own.layer, own.visible);
        }
    }

    fn text(&mut self, own: &Text) {
        let text: String = own.text.trim().chars().take(domain::LONGEST_NAME).collect();
        if text.is_empty() {
            return;
        }
        let middle = own.middle();
        let mut points = vec![middle];
        if own.rotation.abs() > 0.05
            && let Ok(along) = geometry::place_at(middle, own.rotation, 1_000.0)
        {
            points.push(along);
        }
        let size = (own.height_mm.round() as i64).clamp(1, 100_000);
        self.put(PlanElementKind::Label, points, size, text, own.layer, own.visible);
    }
}

/// The line along the middle of a long thin shape of four corners, and how thick it is.
fn bar(points: &[Point]) -> Option<([Point; 2], i64)> {
    let mut corners = points.to_vec();
    if corners.len() > 4 && corners.first() == corners.last() {
        corners.pop();
    }
    let [a, b, c, d] = corners[..] else { return None };
    let middle = |p: Point, q: Point| Point::new((p.x() + q.x()) / 2.0, (p.y() + q.y()) / 2.0).ok();
    let (along, across) = (a.distance(b) + c.distance(d), b.distance(c) + d.distance(a));
    let ends = if along >= across { [middle(d, a)?, middle(b, c)?] } else { [middle(a, b)?, middle(c, d)?] };
    let thickness = (along.min(across) / 2.0).round() as i64;
    (ends[0].distance(ends[1]) > 1.0).then_some((ends, thickness.clamp(0, 100_000)))
}

/// A room between walls, named by the text that stands in it.
fn zone_of(found: &Imported, room: &Room) -> TakenZone {
    TakenZone { name: name_in(found, &room.outline), outline: room.outline.clone() }
}

/// The text that names what stands inside: the largest letters that are no number.
fn name_in(found: &Imported, outline: &Outline) -> String {
    let is_word = |text: &str| text.chars().any(char::is_alphabetic);
    let inside = found.texts.iter().filter(|own| {
        own.visible && own.role != Role::Dimension && is_word(&own.text) && outline.contains(own.middle())
    });
    let best = inside.max_by(|a, b| a.height_mm.total_cmp(&b.height_mm));
    best.map_or_else(String::new, |own| own.text.lines().next().unwrap_or_default().trim().to_owned())
}

fn underlay_of(picture: &drawing::Picture, asset: &str, name: &str) -> Result<TakenUnderlay, ApiError> {
    let width = f64::from(picture.width.max(1));
    let scale = picture.millimetres_per_pixel.unwrap_or(GUESSED_WIDTH / width);
    let scale = format!("{scale:.9}").parse::<Decimal>().map_err(|_| FieldError::new("no number"));
    let scale = scale.and_then(Scale::new).map_err(|error| {
        ApiError::new(
            "bad-scale",
            "图片的比例超出范围，请改选比例。",
            format!("The scale of the picture is out of range ({error}). Choose another one."),
        )
    })?;
    Ok(TakenUnderlay {
        asset: asset.to_owned(),
        name: name.to_owned(),
        origin: picture.origin,
        width: i64::from(picture.width),
        height: i64::from(picture.height),
        millimetres_per_pixel: scale,
        crop: None,
    })
}

/// What was read, in words that every format shares.
fn summary(found: &Imported) -> BTreeMap<String, u64> {
    let mut all: BTreeMap<String, u64> = BTreeMap::new();
    for name in ["lines", "arcs", "polylines", "texts", "blocks", "areas", "pictures"] {
        all.insert(name.to_owned(), 0);
    }
    let blocks = found.found.get("INSERT").copied().unwrap_or(0);
    for (kind, count) in &found.counts {
        let name = match kind.to_ascii_uppercase().as_str() {
            "LINE" | "LINESTRING" | "MULTILINESTRING" => "lines",
            "ARC" | "CIRCLE" | "ELLIPSE" => "arcs",
            "LWPOLYLINE" | "POLYLINE" | "SPLINE" | "PATH" | "RECT" | "POLYGON_" => "polylines",
            "TEXT" | "MTEXT" | "ATTRIB" | "ATTDEF" | "TSPAN" => "texts",
            "POLYGON" | "MULTIPOLYGON" | "SOLID" | "TRACE" | "3DFACE" | "HATCH" => "areas",
            "INSERT" => continue,
            _ => "others",
        };
        *all.entry(name.to_owned()).or_default() += count;
    }
    all.insert("blocks".to_owned(), blocks);
    all.insert("pictures".to_owned(), found.pictures.len() as u64);
    all
}

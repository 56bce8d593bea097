//! The part of a plan around a risk point, for cards that hang at it: walls, the zone it belongs to, where it stands.
//! Relies on each floor being gone through once, so that a thousand cards cost a thousand looks at boxes.
//! Must not know: paper, the size of the card.

use super::four_colour_map::{PlanTruth, subject};
use super::plan::{MapArea, MapBuilding, Plan, PlanPicture};
use super::source::Source;
use super::version::short_hash;
use domain::{FloorId, PlanElement, PlanElementKind, RiskPoint, RiskZoneId};
use geometry::{Bounds, Point};
use serde::{Serialize, Serializer};

/// Share of the longer side of a plan that is shown at least: less would not tell where on the floor it is.
const LEAST_SHARE: f64 = 0.25;
/// How much more than the zone is shown.
const AROUND_ZONE: f64 = 1.3;
/// Share of the plan's longer side that may be shown beyond its edge.
const BEYOND: f64 = 0.03;
/// How low the part may be for its width: a long building needs no paper above and below it.
const LOWEST: f64 = 0.62;
/// The shortest side of a part, in millimetres: a closet.
const SHORTEST: f64 = 1_000.0;

/// A part of a plan around a point, as wide as it is high or lower. Its version follows from what is drawn in it, so that a wall at the other end of
/// the floor makes no card stale.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanExcerpt<'a> {
    /// 「机电实训楼 1F」
    pub subject: String,
    /// What is drawn there. Only the zone of the point has its colour: that of others is for the map to say.
    pub plan: Plan<'a>,
    /// The box that is shown.
    pub window: Bounds,
    /// Where the point is.
    pub at: Point,
    /// Whether lengths are true.
    pub truth: PlanTruth,
    /// Where north is: degrees clockwise from up.
    pub north: i64,
    version: String,
}

impl Serialize for PlanExcerpt<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.version)
    }
}

/// Something drawn with the box around it and a fingerprint of what it is.
struct Part<T> {
    bounds: Bounds,
    print: String,
    own: T,
}

/// A floor gone through for excerpts.
pub(super) struct FloorParts<'a> {
    subject: String,
    truth: PlanTruth,
    north: i64,
    whole: Bounds,
    pictures: Vec<Part<PlanPicture>>,
    elements: Vec<Part<&'a PlanElement>>,
    areas: Vec<Part<(RiskZoneId, MapArea<'a>)>>,
    buildings: Vec<Part<MapBuilding<'a>>>,
}

/// What stays where it is. Furniture and what is hung up moves more often than cards are printed.
fn is_structure(kind: PlanElementKind) -> bool {
    match kind {
        PlanElementKind::Wall
        | PlanElementKind::Column
        | PlanElementKind::Door
        | PlanElementKind::Window
        | PlanElementKind::Stair
        | PlanElementKind::Road
        | PlanElementKind::Green
        | PlanElementKind::Water
        | PlanElementKind::Sports
        | PlanElementKind::Line => true,
        PlanElementKind::Furniture
        | PlanElementKind::Symbol
        | PlanElementKind::Route
        | PlanElementKind::Dimension
        | PlanElementKind::Label => false,
    }
}

fn print_of(value: &impl Serialize) -> String {
    short_hash(&serde_json::to_vec(value).unwrap_or_default())
}

impl<'a> FloorParts<'a> {
    /// Goes through a floor. `None` for one without anything drawn.
    pub(super) fn of(source: &Source<'a>, floor: FloorId) -> Option<FloorParts<'a>> {
        let snapshot = source.snapshot;
        let floor = snapshot.floors.get(floor)?;
        let plan = Plan::of(source, floor);
        let zones = snapshot.zones.iter().filter(|zone| zone.floor_id == Some(floor.id));
        let zones: Vec<_> = zones.filter(|zone| zone.outline.is_some()).map(|zone| zone.id).collect();
        let mut parts = FloorParts {
            subject: subject(snapshot, floor, snapshot.buildings.find(floor.building_id)),
            truth: if floor.calibrated { PlanTruth::ToScale } else { PlanTruth::NotToScale },
            north: floor.north,
            whole: Bounds { x0: 0.0, y0: 0.0, x1: 0.0, y1: 0.0 },
            pictures: Vec::new(),
            elements: Vec::new(),
            areas: Vec::new(),
            buildings: Vec::new(),
        };
        for own in plan.pictures {
            if let Some(bounds) = Bounds::around(own.corners()) {
                parts.pictures.push(Part { bounds, print: print_of(&own), own });
            }
        }
        for own in plan.elements.into_iter().filter(|own| is_structure(own.kind)) {
            if let Some(bounds) = own.line.bounds() {
                let drawn = (own.kind, &own.line, own.size);
                parts.elements.push(Part { bounds, print: print_of(&drawn), own });
            }
        }
        for (zone, own) in zones.into_iter().zip(plan.areas) {
            // The level is said where the zone is coloured.
            let print = print_of(&(own.outline, &own.name));
            parts.areas.push(Part { bounds: own.outline.bounds(), print, own: (zone, own) });
        }
        for own in plan.buildings {
            let print = print_of(&(own.area.outline, &own.area.name, &own.code));
            parts.buildings.push(Part { bounds: own.area.outline.bounds(), print, own });
        }
        let bounds = parts.pictures.iter().map(|own| own.bounds);
        let bounds = bounds.chain(parts.elements.iter().map(|own| own.bounds));
        let bounds = bounds.chain(parts.areas.iter().map(|own| own.bounds));
        let bounds = bounds.chain(parts.buildings.iter().map(|own| own.bounds));
        parts.whole = bounds.reduce(Bounds::union)?;
        Some(parts)
    }

    /// The part around a place, with the colour of one zone.
    fn around(&self, at: Point, zone: Option<RiskZoneId>) -> PlanExcerpt<'a> {
        let coloured = self.coloured(at, zone);
        let own = coloured.and_then(|index| self.areas.get(index)).map(|own| own.bounds);
        let window = window(self.whole, own, at);
        let mut said = format!("{at};{window:?};{:?};{};{}", self.truth, self.north, self.subject);
        let mut shown = |bounds: Bounds, print: &str| {
            let shown = bounds.meets(window);
            if shown {
                said.push(';');
                said.push_str(print);
            }
            shown
        };
        let pictures = self.pictures.iter().filter(|own| shown(own.bounds, &own.print));
        let pictures = pictures.map(|own| own.own.clone()).collect();
        let elements = self.elements.iter().filter(|own| shown(own.bounds, &own.print));
        let elements = elements.map(|own| own.own).collect();
        let areas = self.areas.iter().enumerate().filter(|(_, own)| shown(own.bounds, &own.print));
        let areas: Vec<MapArea<'a>> = areas
            .map(|(index, own)| {
                let mut area = own.own.1.clone();
                area.standing = area.standing.filter(|_| coloured == Some(index));
                area.level_word = "";
                area
            })
            .collect();
        let buildings = self.buildings.iter().filter(|own| shown(own.bounds, &own.print));
        let buildings = buildings.map(|own| {
            let mut building = own.own.clone();
            building.area.standing = None;
            building.area.level_word = "";
            building
        });
        let buildings = buildings.collect();
        let level = areas.iter().find_map(|own| own.standing);
        said.push_str(&format!(";{level:?}"));
        PlanExcerpt {
            subject: self.subject.clone(),
            plan: Plan { pictures, elements, areas, buildings },
            window,
            at,
            truth: self.truth,
            north: self.north,
            version: short_hash(said.as_bytes()),
        }
    }

    /// The zone that the point belongs to, if it is drawn here; else the smallest that it stands in.
    fn coloured(&self, at: Point, zone: Option<RiskZoneId>) -> Option<usize> {
        let named = self.areas.iter().position(|own| zone == Some(own.own.0));
        named.or_else(|| {
            let place = Bounds { x0: at.x(), y0: at.y(), x1: at.x(), y1: at.y() };
            let inside = |own: &Part<(RiskZoneId, MapArea<'a>)>| {
                own.bounds.meets(place) && own.own.1.outline.contains(at)
            };
            let size = |own: Bounds| own.width() * own.height();
            let found = self.areas.iter().enumerate().filter(|own| inside(own.1));
            found.min_by(|a, b| size(a.1.bounds).total_cmp(&size(b.1.bounds))).map(|own| own.0)
        })
    }
}

/// The box that is shown: the zone with what is around it, or a share of the plan; the point always in it, and as
/// little as possible from beyond the plan.
fn window(whole: Bounds, zone: Option<Bounds>, at: Point) -> Bounds {
    let longer = whole.width().max(whole.height());
    let zone_side = zone.map_or(0.0, |own| own.width().max(own.height())) * AROUND_ZONE;
    let beyond = longer * BEYOND;
    let side = stepped(longer * LEAST_SHARE).max(zone_side).min(longer + 2.0 * beyond).max(SHORTEST);
    let middle = |x0: f64, x1: f64| (x0 + x1) / 2.0;
    let along = |at: f64, side: f64, whole: (f64, f64), zone: Option<(f64, f64)>| {
        let centre = zone.map_or(at, |own| middle(own.0, own.1)).clamp(at - side * 0.4, at + side * 0.4);
        let (first, last) = (whole.0 - beyond, whole.1 + beyond - side);
        // A point beyond everything drawn is shown all the same.
        let start = if first < last { (centre - side / 2.0).clamp(first, last) } else { middle(first, last) };
        start.clamp(at - side * 0.95, at - side * 0.05)
    };
    let height = (whole.height() + 2.0 * beyond).clamp(side * LOWEST, side);
    let x = along(at.x(), side, (whole.x0, whole.x1), zone.map(|own| (own.x0, own.x1)));
    let y = along(at.y(), height, (whole.y0, whole.y1), zone.map(|own| (own.y0, own.y1)));
    Bounds { x0: x, y0: y, x1: x + side, y1: y + height }
}

/// The next length in steps of the root of two: a wall that makes the plan a little longer changes no card at its other
/// end.
fn stepped(length: f64) -> f64 {
    2f64.powf((length.max(1.0).log2() * 2.0).ceil() / 2.0)
}

/// The part of the plan around `point`. `None` for a point without a place, and on a floor without a plan.
pub(super) fn plan_excerpt<'a>(source: &Source<'a>, point: &RiskPoint) -> Option<PlanExcerpt<'a>> {
    let (floor, at) = (point.floor_id?, point.position?);
    Some(source.floor_parts(floor)?.around(at, point.zone_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(x0: f64, y0: f64, x1: f64, y1: f64) -> Bounds {
        Bounds { x0, y0, x1, y1 }
    }

    #[test]
    fn the_part_holds_the_point_and_the_zone_and_little_else() {
        let whole = bounds(0.0, 0.0, 60_000.0, 20_000.0);
        let at = Point::new(2_000.0, 3_000.0).unwrap();
        let zone = bounds(0.0, 0.0, 9_000.0, 7_000.0);
        let shown = window(whole, Some(zone), at);
        assert!((shown.width() - 16_384.0).abs() < 1e-6, "{shown:?}");
        let longer = window(bounds(0.0, 0.0, 62_000.0, 20_000.0), Some(zone), at);
        assert!((longer.width() - shown.width()).abs() < 1e-6, "a longer building is shown alike");
        assert!(shown.height() <= shown.width() && shown.height() >= shown.width() * LOWEST - 1e-6);
        assert!(shown.x0 >= -1_800.1 && shown.x0 <= 0.0 && shown.x1 >= 9_000.0, "{shown:?}");
        // A zone that is nearly the whole floor.
        let shown = window(whole, Some(whole), at);
        assert!(shown.x0 < 0.0 && shown.x1 > 60_000.0, "{shown:?}");
    }

    #[test]
    fn a_point_beyond_its_plan_is_in_the_part_all_the_same() {
        let whole = bounds(0.0, 0.0, 10_000.0, 10_000.0);
        for (x, y) in [(-90_000.0, 5_000.0), (5_000.0, 90_000.0), (0.0, 0.0)] {
            let at = Point::new(x, y).unwrap();
            let shown = window(whole, None, at);
            assert!(shown.x0 <= x && x <= shown.x1 && shown.y0 <= y && y <= shown.y1, "{shown:?}");
        }
        let nothing = window(bounds(5.0, 5.0, 5.0, 5.0), None, Point::new(5.0, 5.0).unwrap());
        assert!(nothing.width() >= SHORTEST);
    }
}

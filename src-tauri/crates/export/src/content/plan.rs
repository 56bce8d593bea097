//! What is drawn of a floor: pictures, walls and the rest, zones and buildings with where they stand.
//! Relies on standings of the risk picture for colours.
//! Must not know: which print shows it, how much of it, in which size.

use super::point::level_word;
use super::source::Source;
use super::version::fingerprint;
use domain::{Building, Floor, FloorId, PlanElement, RiskLevel, Snapshot};
use evaluation::Standing;
use geometry::{Outline, Point};
use serde::Serialize;

/// What is drawn of a floor, or of a part of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan<'a> {
    /// Pictures under it.
    #[serde(serialize_with = "fingerprint")]
    pub pictures: Vec<PlanPicture>,
    /// Drawn parts in drawing order.
    #[serde(serialize_with = "fingerprint")]
    pub elements: Vec<&'a PlanElement>,
    /// Zones.
    pub areas: Vec<MapArea<'a>>,
    /// Buildings, on a campus plan.
    pub buildings: Vec<MapBuilding<'a>>,
}

impl<'a> Plan<'a> {
    /// Everything that is drawn of `floor`.
    pub(super) fn of(source: &Source<'a>, floor: &Floor) -> Plan<'a> {
        let snapshot = source.snapshot;
        Plan {
            pictures: pictures(snapshot, floor.id),
            elements: printed_elements(snapshot, floor.id),
            areas: areas(source, floor.id),
            buildings: if floor.building_id.is_none() { buildings(source, floor) } else { Vec::new() },
        }
    }
}

/// A picture under the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanPicture {
    /// SHA-256 of its bytes, hexadecimal.
    pub asset: String,
    /// Its upper left corner.
    pub origin: Point,
    /// Pixels across.
    pub width: i64,
    /// Pixels down.
    pub height: i64,
    /// Millimetres for one pixel.
    pub scale: f64,
    /// Percent.
    pub opacity: i64,
    /// Degrees clockwise about its upper left corner.
    pub rotation: f64,
    /// What is shown of it, in pixels from its upper left corner: left, top, width, height.
    pub shown: [f64; 4],
}

impl PlanPicture {
    /// The corners of what is shown, clockwise from the upper left, in model millimetres.
    pub fn corners(&self) -> [Point; 4] {
        let (sine, cosine) = self.rotation.to_radians().sin_cos();
        let [left, top, width, height] = self.shown;
        let corner = |x: f64, y: f64| {
            let (x, y) = (x * self.scale, y * self.scale);
            self.origin.moved(x * cosine - y * sine, x * sine + y * cosine).unwrap_or(self.origin)
        };
        let (right, bottom) = (left + width, top + height);
        [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)]
    }
}

/// A zone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MapArea<'a> {
    /// Its shape.
    #[serde(serialize_with = "fingerprint")]
    pub outline: &'a Outline,
    /// Its name.
    pub name: String,
    /// Where it stands; `None` for a zone without points, which has no colour.
    pub standing: Option<Option<RiskLevel>>,
    /// The level in words, or 「未评价」; empty without points.
    pub level_word: &'static str,
}

/// A building on a campus plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MapBuilding<'a> {
    /// Its shape, code, name and standing.
    pub area: MapArea<'a>,
    /// Its code; may be empty.
    pub code: String,
}

fn pictures(snapshot: &Snapshot, floor: FloorId) -> Vec<PlanPicture> {
    let own = snapshot.underlays.iter().filter(|underlay| underlay.floor_id == floor && !underlay.hidden);
    let mut own: Vec<_> = own.collect();
    own.sort_by_key(|underlay| (underlay.ordinal, underlay.id));
    let whole =
        |own: &domain::Underlay| domain::Crop { left: 0, top: 0, width: own.width, height: own.height };
    let shown = |own: &domain::Underlay| {
        let crop = own.crop.unwrap_or_else(|| whole(own));
        [crop.left, crop.top, crop.width, crop.height].map(|value| value as f64)
    };
    own.into_iter()
        .map(|underlay| PlanPicture {
            asset: underlay.asset.clone(),
            origin: underlay.origin,
            width: underlay.width,
            height: underlay.height,
            scale: underlay.millimetres_per_pixel.to_string().parse().unwrap_or(1.0),
            opacity: underlay.opacity,
            rotation: underlay.rotation as f64 / 100.0,
            shown: shown(underlay),
        })
        .collect()
}

/// The drawn parts of a floor that are printed, in drawing order: layer by layer, what is hidden left out.
pub fn printed_elements(snapshot: &Snapshot, floor: FloorId) -> Vec<&PlanElement> {
    let layer = |own: &PlanElement| snapshot.plan_layers.find(own.layer_id);
    let printed = |own: &&PlanElement| {
        own.floor_id == floor && !own.hidden && layer(own).is_none_or(|layer| layer.printed && layer.visible)
    };
    let mut elements: Vec<_> = snapshot.plan_elements.iter().filter(printed).collect();
    elements.sort_by_key(|own| (layer(own).map(|layer| (layer.ordinal, layer.id)), own.ordinal, own.id));
    elements
}

fn area<'a>(outline: &'a Outline, name: &str, standing: Option<&Standing>) -> MapArea<'a> {
    let standing = standing.filter(|own| own.points() > 0).map(|own| own.level);
    MapArea { outline, name: name.trim().to_owned(), standing, level_word: standing.map_or("", level_word) }
}

fn areas<'a>(source: &Source<'a>, floor: FloorId) -> Vec<MapArea<'a>> {
    let own = source.snapshot.zones.iter().filter(|zone| zone.floor_id == Some(floor));
    own.filter_map(|zone| Some(area(zone.outline.as_ref()?, &zone.name, source.picture.zones.get(&zone.id))))
        .collect()
}

fn buildings<'a>(source: &Source<'a>, floor: &Floor) -> Vec<MapBuilding<'a>> {
    let own = source.snapshot.buildings.iter().filter(|own| own.campus_id == floor.campus_id);
    let mut drawn: Vec<(&Building, MapArea<'a>)> = own
        .filter_map(|own| {
            let standing = source.picture.buildings.get(&own.id);
            Some((own, area(own.outline.as_ref()?, &own.name, standing)))
        })
        .collect();
    drawn.sort_by_key(|(own, _)| (own.ordinal, own.id));
    drawn.into_iter().map(|(own, area)| MapBuilding { area, code: own.code.trim().to_owned() }).collect()
}

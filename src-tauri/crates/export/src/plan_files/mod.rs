//! Plans as files for other programs: DXF for CAD, GeoJSON for maps, SVG for drawing programs.
//! Relies on levels being worked out; what is hidden or kept from printing is not written.
//! Must not know: paper, fonts, files.

mod dxf;
mod geojson;
mod svg;

pub use dxf::dxf;
pub use geojson::{OnEarth, geojson};
pub use svg::svg;

use crate::content::Source;
use domain::{ColourSet, FloorId, Language, PlanElement, RiskLevel};
use geometry::{Bounds, Outline, Point};

/// A plan as other programs get it.
#[derive(Debug, Clone)]
pub struct PlanFile<'a> {
    /// The floor in words, with its building.
    pub name: String,
    /// Whether lengths are true.
    pub to_scale: bool,
    /// Which colours levels have.
    pub colours: ColourSet,
    /// Walls and the like with the names of their layers, in drawing order.
    pub elements: Vec<(&'a PlanElement, &'a str)>,
    /// Zones.
    pub zones: Vec<PlanZone<'a>>,
    /// Points.
    pub points: Vec<PlanPoint<'a>>,
}

/// A zone of a plan.
#[derive(Debug, Clone)]
pub struct PlanZone<'a> {
    /// Its shape.
    pub outline: &'a Outline,
    /// Its code.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its level.
    pub level: Option<RiskLevel>,
    /// Who is responsible.
    pub department: &'a str,
}

/// A risk point of a plan.
#[derive(Debug, Clone)]
pub struct PlanPoint<'a> {
    /// Where.
    pub at: Point,
    /// Its code.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its level.
    pub level: Option<RiskLevel>,
}

impl PlanFile<'_> {
    /// The box around everything.
    fn bounds(&self) -> Option<Bounds> {
        let elements = self.elements.iter().filter_map(|(own, _)| own.line.bounds());
        let zones = self.zones.iter().map(|own| own.outline.bounds());
        let points = Bounds::around(self.points.iter().map(|own| own.at));
        elements.chain(zones).chain(points).reduce(Bounds::union)
    }
}

/// The plan of a floor. `None` when there is no such floor.
pub fn plan_file<'a>(source: &Source<'a>, floor: FloorId) -> Option<PlanFile<'a>> {
    let snapshot = source.snapshot;
    let floor = snapshot.floors.get(floor)?;
    let building = snapshot.buildings.find(floor.building_id);
    let name = match building {
        Some(building) => format!("{} {}", building.name.trim(), floor.name.trim()),
        None => floor.name.trim().to_owned(),
    };
    let elements = crate::content::printed_elements(snapshot, floor.id);
    let layer =
        |own: &PlanElement| snapshot.plan_layers.find(own.layer_id).map_or("", |layer| layer.name.as_str());
    let department = |id| snapshot.departments.find(id).map_or("", |own| own.name.as_str());
    let zones = snapshot.zones.iter().filter(|zone| zone.floor_id == Some(floor.id));
    let zones = zones.filter_map(|zone| {
        Some(PlanZone {
            outline: zone.outline.as_ref()?,
            code: &zone.code,
            name: &zone.name,
            level: source.picture.zones.get(&zone.id).and_then(|standing| standing.level),
            department: department(zone.department_id),
        })
    });
    let points = snapshot.points.iter().filter(|point| point.floor_id == Some(floor.id));
    let points = points.filter_map(|point| {
        Some(PlanPoint {
            at: point.position?,
            code: &point.code,
            name: &point.name,
            level: source.picture.points.get(&point.id).and_then(|risk| risk.level),
        })
    });
    Some(PlanFile {
        name,
        to_scale: floor.calibrated,
        colours: snapshot.project().map_or(ColourSet::Print, |project| project.colour_set),
        elements: elements.into_iter().map(|own| (own, layer(own))).collect(),
        zones: zones.collect(),
        points: points.collect(),
    })
}

/// A number of millimetres in as few letters as say it to a thousandth.
fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// The level in words; 未评价 without one.
fn level_word(level: Option<RiskLevel>) -> &'static str {
    level.map_or("未评价", |level| level.name(Language::Chinese))
}

/// The points of an element that other programs draw as one line, its first repeated where it is closed.
fn border(element: &PlanElement) -> Vec<Point> {
    use domain::PlanElementKind as Kind;
    let points = element.line.points();
    let is_closed = match element.kind {
        Kind::Column
        | Kind::Furniture
        | Kind::Road
        | Kind::Green
        | Kind::Water
        | Kind::Sports
        | Kind::Stair => true,
        Kind::Wall
        | Kind::Door
        | Kind::Window
        | Kind::Line
        | Kind::Label
        | Kind::Dimension
        | Kind::Route
        | Kind::Symbol => false,
    };
    let again = points.first().filter(|_| is_closed).copied();
    points.iter().copied().chain(again).collect()
}

/// The direction that a label or symbol has by its second point, in degrees clockwise from the right.
fn direction(element: &PlanElement) -> Option<f64> {
    match element.line.points() {
        [from, to, ..] => geometry::direction(*from, *to),
        _ => None,
    }
}

//! GeoJSON: features with properties on longitude and latitude or on local metres, as a plan.
//! Relies on the tangent plane of `project`; roles and names come from properties that map makers use.
//! Must not know: archives.

pub(crate) mod parse;
mod properties;

use crate::affine::Xy;
use crate::collect::{Collector, Frame, RawText, Trait};
use crate::error::{At, DrawingError, Fault};
use crate::imported::{Across, Basis, Imported, Level, Unit, Units, Upright};
use crate::kind::{Foreign, Kind};
use crate::options::Options;
use crate::project::{LocalPlane, from_web_mercator};
use crate::units;
use crate::warning::Warning;
use crate::watch::{Stage, Watch};
use parse::{Nest, Object};
pub(crate) use properties::{name_of, role_of, words};
use std::collections::BTreeMap;

/// Height of the letters of a name that a point carries, in millimetres: what reads well on a floor.
pub(crate) const NAME_HEIGHT_MM: f64 = 300.0;

/// Reads a GeoJSON text: a collection, a feature or a geometry.
pub(crate) fn read(bytes: &[u8], options: &Options, watch: &mut Watch<'_>) -> Result<Imported, DrawingError> {
    watch.tell(Stage::Reading, 0, bytes.len() as u64)?;
    let root = parse::parse(bytes, &options.limits, None)?;
    let reference = root.reference.clone();
    let features = features(root)?;
    watch.tell(Stage::Drawing, 0, features.len() as u64)?;
    let mut collector = Collector::new(options);
    let mut frame = frame(&features, reference.as_deref(), options, &mut collector.warnings)?;
    let levels = levels(&features);
    collector.levels = levels.iter().map(|(_, level)| level.clone()).collect();
    let mut unknown: BTreeMap<String, ()> = BTreeMap::new();
    for (index, feature) in features.iter().enumerate() {
        if index % 1024 == 0 {
            watch.tell(Stage::Drawing, index as u64, features.len() as u64)?;
        }
        let Some(geometry) = feature.geometry.as_deref().filter(|geometry| geometry.kind.is_some()) else {
            collector.skip("Feature without geometry", 1);
            continue;
        };
        let (layer, role, known) = role_of(&feature.properties, feature.feature_type.as_deref());
        if !known && let Some(layer) = &layer {
            unknown.insert(layer.clone(), ());
        }
        let layer = layer.unwrap_or_else(|| geometry.kind.clone().unwrap_or_default());
        let layer = collector.layer(&layer)?;
        if let Some(found) = collector.layers.get_mut(layer)
            && role.is_some_and(|role| role != found.role)
        {
            found.role = role.unwrap_or_default();
        }
        let level = properties::level_of(&feature.properties)
            .and_then(|level| levels.iter().position(|(key, _)| *key == level));
        let own = Trait { layer, level, role, visible: true };
        if !collector.wants(own) {
            continue;
        }
        let name = name_of(&feature.properties, options.names);
        let draw = Draw { own, name, number: index as u64 + 1, frame: &frame };
        draw.geometry(geometry, &mut collector)?;
    }
    if !unknown.is_empty() {
        collector.warnings.push(Warning::UnknownTypes(unknown.into_keys().collect()));
    }
    // The projection has made metres of degrees.
    if frame.plane.is_some() {
        frame.units.millimetres_per_unit = 1000.0;
    }
    let frame = Frame { units: frame.units, y_up: frame.y_up, geographic: frame.plane };
    collector.finish(Kind::GeoJson, String::new(), frame, Vec::new())
}

/// The features of any object that GeoJSON knows.
pub(crate) fn features(root: Object) -> Result<Vec<Object>, DrawingError> {
    match root.kind.as_deref() {
        Some("FeatureCollection") => Ok(root.features.unwrap_or_default()),
        Some("Feature") => Ok(vec![root]),
        Some(
            "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon"
            | "GeometryCollection",
        ) => Ok(vec![Object {
            kind: Some("Feature".to_owned()),
            geometry: Some(Box::new(root)),
            ..Object::default()
        }]),
        _ => Err(DrawingError::Foreign(Foreign::OtherJson)),
    }
}

/// How the coordinates of a file are meant.
pub(crate) struct Reference {
    pub(crate) plane: Option<LocalPlane>,
    web_mercator: bool,
    pub(crate) units: Units,
    pub(crate) y_up: bool,
}

impl Reference {
    /// A place in metres on the tangent plane, or in the file's own local unit. `None` when it is no place.
    pub(crate) fn place(&self, [x, y]: Xy) -> Option<Xy> {
        if !(x.is_finite() && y.is_finite()) {
            return None;
        }
        let Some(plane) = &self.plane else { return Some([x, y]) };
        let (longitude, latitude) = self.degrees([x, y])?;
        plane.metres(longitude, latitude).map(|(east, north)| [east, north])
    }

    fn degrees(&self, [x, y]: Xy) -> Option<(f64, f64)> {
        let (longitude, latitude) = if self.web_mercator { from_web_mercator(x, y) } else { (x, y) };
        // 360 and not 180: maps that cross the date line count on.
        (longitude.abs() <= 360.0 && latitude.abs() <= 90.0).then_some((longitude, latitude))
    }

    /// Longitude and latitude, touching amid all places.
    pub(crate) fn geographic(features: &[Object], web_mercator: bool) -> Result<Self, DrawingError> {
        let units = Units { unit: Unit::Degree, millimetres_per_unit: 1.0, basis: Basis::Stated };
        let mut reference = Self { plane: None, web_mercator, units, y_up: true };
        let mut places = Vec::new();
        for feature in features {
            each_position(feature, &mut |position| places.extend(reference.degrees(position)));
        }
        if !places.is_empty() {
            let damaged = |reason| DrawingError::Damaged { kind: Kind::GeoJson, at: At::Anywhere, reason };
            let plane = LocalPlane::amid(places.iter().copied());
            reference.plane = Some(plane.ok_or_else(|| damaged(Fault::TooFarApart))?);
        } else {
            // Nothing with a place: any plane will do, nothing will be drawn.
            reference.plane = Some(LocalPlane { longitude: 0.0, latitude: 0.0 });
        }
        Ok(reference)
    }
}

/// Decides what the coordinates mean: what the caller says, what the file says, else by their size. A drawing in
/// metres may well fit into the range of longitudes, but then it spans several degrees, and no building does.
fn frame(
    features: &[Object],
    reference: Option<&str>,
    options: &Options,
    warnings: &mut Vec<Warning>,
) -> Result<Reference, DrawingError> {
    let mut bounds: Option<[f64; 4]> = None;
    for feature in features {
        each_position(feature, &mut |[x, y]| {
            let [x0, y0, x1, y1] = bounds.unwrap_or([x, y, x, y]);
            bounds = Some([x0.min(x), y0.min(y), x1.max(x), y1.max(y)]);
        });
    }
    let [x0, y0, x1, y1] = bounds.unwrap_or_default();
    let in_range = x0 >= -180.0 && x1 <= 360.0 && y0 >= -90.0 && y1 <= 90.0;
    let name = reference.unwrap_or_default().to_uppercase();
    let ends = |number: &str| name.rsplit(':').next() == Some(number);
    let says_mercator = ends("3857") || ends("900913");
    let says_degrees =
        name.contains("CRS84") || ["4326", "4490", "4979", "4267", "4269"].into_iter().any(ends);
    let is_chosen_local =
        options.millimetres_per_unit.is_some() || options.unit.is_some_and(|unit| unit != Unit::Degree);
    if !is_chosen_local {
        if says_mercator {
            return Reference::geographic(features, true);
        }
        let looks_like_degrees =
            in_range && x1 - x0 < 1.0 && y1 - y0 < 1.0 && (name.is_empty() || says_degrees);
        if options.unit == Some(Unit::Degree) || looks_like_degrees || (says_degrees && in_range) {
            let mut reference = Reference::geographic(features, false)?;
            reference.units.basis = match (options.unit, says_degrees) {
                (Some(_), _) => Basis::Chosen,
                // The standard of 2016 knows no other system than WGS 84.
                _ => Basis::Stated,
            };
            return Ok(reference);
        }
    }
    // Projected systems are in metres.
    let stated = (!name.is_empty() && !says_degrees).then_some(Unit::Metre);
    let candidates = [Unit::Metre, Unit::Millimetre, Unit::Centimetre];
    let (units, warning) = units::settle(options, stated, bounds, &candidates);
    warnings.extend(warning);
    Ok(Reference { plane: None, web_mercator: false, units, y_up: true })
}

/// The floors that features name, lowest first, each with the value that names it.
fn levels(features: &[Object]) -> Vec<(String, Level)> {
    let mut found: BTreeMap<String, ()> = BTreeMap::new();
    for feature in features {
        if let Some(level) = properties::level_of(&feature.properties) {
            found.insert(level, ());
        }
    }
    // A hostile file may name a floor for each feature.
    const MOST: usize = 500;
    let mut levels: Vec<(String, Level)> = found
        .into_keys()
        .take(MOST)
        .map(|name| {
            let ordinal = properties::ordinal_of(&name).unwrap_or(0);
            (name.clone(), Level { name, ordinal, building: String::new() })
        })
        .collect();
    levels.sort_by_key(|(_, level)| level.ordinal);
    levels
}

/// Calls `use_it` with every position of a feature or a geometry.
pub(crate) fn each_position(object: &Object, use_it: &mut dyn FnMut(Xy)) {
    if let Some(nest) = &object.coordinates {
        each_of_nest(nest, use_it);
    }
    if let Some(geometry) = &object.geometry {
        each_position(geometry, use_it);
    }
    for geometry in object.geometries.iter().flatten() {
        each_position(geometry, use_it);
    }
}

fn each_of_nest(nest: &Nest, use_it: &mut dyn FnMut(Xy)) {
    match nest {
        Nest::Number(_) => {}
        Nest::Position(position) => use_it(*position),
        Nest::List(list) => list.iter().for_each(|nest| each_of_nest(nest, use_it)),
    }
}

/// Draws the geometry of one feature.
pub(crate) struct Draw<'f> {
    pub(crate) own: Trait,
    pub(crate) name: String,
    /// Which feature, counted from 1, for the words of an error.
    pub(crate) number: u64,
    pub(crate) frame: &'f Reference,
}

impl Draw<'_> {
    /// Adds what `geometry` draws; what is not understood is counted as bad.
    pub(crate) fn geometry(
        &self,
        geometry: &Object,
        collector: &mut Collector<'_>,
    ) -> Result<(), DrawingError> {
        let kind = geometry.kind.as_deref().unwrap_or_default();
        if kind == "GeometryCollection" {
            for part in geometry.geometries.iter().flatten() {
                self.geometry(part, collector)?;
            }
            return Ok(());
        }
        let Some(nest) = &geometry.coordinates else {
            collector.bad("geometry without coordinates");
            return Ok(());
        };
        collector.meet(1)?;
        match kind {
            "Point" => self.points(std::slice::from_ref(nest), kind, collector),
            "MultiPoint" => self.points(list(nest), kind, collector),
            "LineString" => self.line(nest, collector),
            "MultiLineString" => list(nest).iter().try_for_each(|line| self.line(line, collector)),
            "Polygon" => self.polygon(nest, collector),
            "MultiPolygon" => list(nest).iter().try_for_each(|polygon| self.polygon(polygon, collector)),
            _ => Err(DrawingError::Damaged {
                kind: Kind::GeoJson,
                at: At::Feature(self.number),
                reason: Fault::UnknownType(kind.chars().take(40).collect()),
            }),
        }
    }

    /// A point can only be drawn as its name.
    fn points(&self, nests: &[Nest], kind: &str, collector: &mut Collector<'_>) -> Result<(), DrawingError> {
        for nest in nests {
            if self.name.is_empty() {
                collector.skip("Point without name", 1);
                continue;
            }
            let Some(at) = self.positions(std::slice::from_ref(nest)).and_then(|all| all.first().copied())
            else {
                collector.bad(kind);
                continue;
            };
            collector.read("Point");
            let per_unit =
                if self.frame.plane.is_some() { 1000.0 } else { self.frame.units.millimetres_per_unit };
            let text = RawText {
                at,
                height: NAME_HEIGHT_MM / per_unit,
                direction: [1.0, 0.0],
                across: Across::Middle,
                upright: Upright::Middle,
                text: self.name.clone(),
            };
            collector.text(self.own, text, kind)?;
        }
        Ok(())
    }

    fn line(&self, nest: &Nest, collector: &mut Collector<'_>) -> Result<(), DrawingError> {
        let Some(mut points) = self.positions(list(nest)).filter(|points| points.len() >= 2) else {
            collector.bad("LineString");
            return Ok(());
        };
        collector.read("LineString");
        let closed = points.len() > 3 && points.first() == points.last();
        if closed {
            points.pop();
        }
        collector.line(self.own, points, closed, "LineString")
    }

    fn polygon(&self, nest: &Nest, collector: &mut Collector<'_>) -> Result<(), DrawingError> {
        let rings: Option<Vec<Vec<Xy>>> = list(nest).iter().map(|ring| self.positions(list(ring))).collect();
        let Some(rings) = rings.filter(|rings| !rings.is_empty()) else {
            collector.bad("Polygon");
            return Ok(());
        };
        collector.read("Polygon");
        collector.area(self.own, self.name.clone(), rings, "Polygon")
    }

    fn positions(&self, nests: &[Nest]) -> Option<Vec<Xy>> {
        nests
            .iter()
            .map(|nest| match nest {
                Nest::Position(position) => self.frame.place(*position),
                Nest::Number(_) | Nest::List(_) => None,
            })
            .collect()
    }
}

fn list(nest: &Nest) -> &[Nest] {
    match nest {
        Nest::List(list) => list,
        Nest::Number(_) | Nest::Position(_) => &[],
    }
}

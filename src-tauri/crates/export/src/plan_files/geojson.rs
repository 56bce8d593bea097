//! GeoJSON: zones, points and drawn parts as features, in local metres or in longitude and latitude.
//! Relies on the caller for where the plan lies on the earth.
//! Must not know: projections, files.

use super::{PlanFile, border, level_word};
use domain::{PlanElementKind, RiskLevel};
use geometry::Point;
use serde_json::{Map, Value, json};

/// Longitude and latitude of a place of the plan.
pub type OnEarth<'a> = dyn Fn(Point) -> (f64, f64) + 'a;

/// The plan as a collection of features. Without `earth` coordinates are metres, x to the right and y up.
pub fn geojson(plan: &PlanFile<'_>, earth: Option<&OnEarth<'_>>) -> String {
    let at = |point: Point| -> Value {
        match earth {
            // Nine decimals of a degree are a tenth of a millimetre.
            Some(earth) => {
                let (longitude, latitude) = earth(point);
                json!([short(longitude, 1e9), short(latitude, 1e9)])
            }
            None => json!([short(point.x() / 1e3, 1e6), short(-point.y() / 1e3, 1e6)]),
        }
    };
    let line = |points: &[Point]| Value::Array(points.iter().map(|point| at(*point)).collect());
    let ring = |points: &[Point], outer: bool| {
        // The outer ring runs against the clock where y points up, holes with it. Here y points down.
        let mut points = points.to_vec();
        if (geometry::ring_area(&points) > 0.0) == outer {
            points.reverse();
        }
        let again = points.first().copied();
        points.extend(again);
        line(&points)
    };
    let mut features = Vec::new();
    for zone in &plan.zones {
        let rings = zone.outline.rings().iter().enumerate();
        let rings: Vec<Value> = rings.map(|(index, own)| ring(own, index == 0)).collect();
        let properties = json!({
            "kind": "zone", "code": zone.code, "name": zone.name, "department": zone.department,
            "level": zone.level.map(RiskLevel::as_str), "level_name": level_word(zone.level),
            "colour": colour(plan, zone.level),
        });
        features.push(feature(json!({"type": "Polygon", "coordinates": rings}), properties));
    }
    for (element, layer) in &plan.elements {
        let points = element.line.points();
        let mut properties = Map::new();
        properties.insert("kind".to_owned(), element.kind.as_str().into());
        if !layer.is_empty() {
            properties.insert("layer".to_owned(), (*layer).into());
        }
        if element.size > 0 {
            properties.insert("size_mm".to_owned(), element.size.into());
        }
        if !element.text.is_empty() {
            properties.insert("text".to_owned(), element.text.as_str().into());
        }
        if let Some(own) = element.dimension() {
            properties.insert("length_mm".to_owned(), json!(short(own.length, 1e3)));
        }
        let all = border(element);
        let shape = match (element.kind, points) {
            (PlanElementKind::Label | PlanElementKind::Symbol, [place, ..]) => {
                json!({"type": "Point", "coordinates": at(*place)})
            }
            _ if all.len() > points.len() && points.len() >= 3 => {
                json!({"type": "Polygon", "coordinates": [ring(points, true)]})
            }
            _ => json!({"type": "LineString", "coordinates": line(points)}),
        };
        features.push(feature(shape, Value::Object(properties)));
    }
    for point in &plan.points {
        let properties = json!({
            "kind": "point", "code": point.code, "name": point.name,
            "level": point.level.map(RiskLevel::as_str), "level_name": level_word(point.level),
            "colour": colour(plan, point.level),
        });
        features.push(feature(json!({"type": "Point", "coordinates": at(point.at)}), properties));
    }
    let mut root = json!({"type": "FeatureCollection", "name": plan.name});
    if let Value::Object(root) = &mut root {
        if earth.is_none() {
            let unit = if plan.to_scale { "metre" } else { "none" };
            // "coordinates" itself belongs to geometries alone.
            root.insert("coordinate_system".to_owned(), json!({"system": "local", "unit": unit, "y": "up"}));
        }
        root.insert("features".to_owned(), Value::Array(features));
    }
    let mut text = root.to_string();
    text.push('\n');
    text
}

fn feature(geometry: Value, properties: Value) -> Value {
    json!({"type": "Feature", "geometry": geometry, "properties": properties})
}

fn short(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts + 0.0
}

fn colour(plan: &PlanFile<'_>, level: Option<RiskLevel>) -> Option<String> {
    level.map(|level| plan.colours.of(level).fill.hex())
}

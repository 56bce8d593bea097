//! Drawings in and plans out, by the program `sise`; calibration of pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calibration;
mod desk;
mod given_up;
mod hostile;
mod out;

use desk::Desk;
use serde_json::Value;

/// Two rooms with a door between them, a name, a hatch that cannot be read.
pub(crate) const ROOMS: &str = include_str!("rooms.dxf");

#[test]
fn floors_are_listed_with_what_they_hold() {
    let desk = Desk::sample();
    let floors = desk.json(&["floors", "a.sise", "--json"]);
    let floors = floors["floors"].as_array().unwrap();
    assert!(floors.len() >= 4);
    let names: Vec<&str> = floors.iter().map(|floor| floor["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"总平面"), "{names:?}");
    assert!(floors.iter().all(|floor| floor["millimetres_per_unit"].is_number() && floor["id"].is_string()));
    assert!(
        floors.iter().any(|floor| floor["zones"].as_u64() > Some(0) && floor["points"].as_u64() > Some(0))
    );
}

#[test]
fn a_drawing_comes_in_as_one_step_and_says_what_it_brought() {
    let desk = Desk::sample();
    std::fs::write(desk.at("rooms.dxf"), ROOMS).unwrap();
    let done = desk.json(&["import-plan", "a.sise", "--floor", "新楼 3F", "rooms.dxf", "--rooms", "--json"]);
    assert_eq!(done["floor"], "新楼 3F");
    assert_eq!(done["rooms_found"], 2);
    assert_eq!(done["imported"]["lines"], 6);
    assert_eq!(done["imported"]["texts"], 1);
    assert_eq!(done["skipped"]["OLE2FRAME"], 1);
    let bounds: Vec<f64> =
        done["bounds_mm"].as_array().unwrap().iter().map(|own| own.as_f64().unwrap()).collect();
    assert!((bounds[2] - bounds[0] - 9_000.0).abs() < 1.0 && (bounds[3] - bounds[1] - 4_000.0).abs() < 1.0);
    let floors = desk.json(&["floors", "a.sise", "--json"]);
    let floor = floors["floors"].as_array().unwrap().iter().find(|own| own["name"] == "新楼 3F").unwrap();
    assert_eq!((floor["zones"].as_u64(), floor["storey"].as_i64()), (Some(2), Some(3)));
    // One step of the record.
    let history = desk.json(&["history", "a.sise", "--json"]);
    let steps = history.as_array().map_or(0, Vec::len);
    assert!(history.to_string().contains("导入图纸 rooms"), "{steps}");
    // Again onto the same floor, only the walls.
    let again = desk.json(&[
        "import-plan",
        "a.sise",
        "--floor",
        "新楼 3F",
        "rooms.dxf",
        "--layers",
        "WALL",
        "--json",
    ]);
    assert_eq!(again["imported"]["texts"], 0);
    assert_eq!(
        desk.json(&["floors", "a.sise", "--json"])["floors"].as_array().unwrap().len(),
        floors["floors"].as_array().unwrap().len()
    );
}

#[test]
fn a_map_tells_walls_doors_and_stairs_apart() {
    let desk = Desk::sample();
    let square = |x: f64, y: f64, w: f64, h: f64| {
        let d = 1e-5;
        serde_json::json!([[
            [113.0 + x * d, 34.0 + y * d],
            [113.0 + (x + w) * d, 34.0 + y * d],
            [113.0 + (x + w) * d, 34.0 + (y + h) * d],
            [113.0 + x * d, 34.0 + (y + h) * d],
            [113.0 + x * d, 34.0 + y * d]
        ]])
    };
    let feature = |kind: &str, coordinates: Value| serde_json::json!({"type": "Feature", "properties": {"type": kind}, "geometry": {"type": "Polygon", "coordinates": coordinates}});
    let map = serde_json::json!({"type": "FeatureCollection", "features": [
        feature("wall", square(0.0, 0.0, 10.0, 0.2)), feature("door", square(2.0, 0.0, 1.0, 0.2)),
        feature("stairs", square(4.0, 4.0, 2.0, 4.0)), feature("window", square(6.0, 0.0, 1.0, 0.2)),
    ]});
    std::fs::write(desk.at("map.geojson"), map.to_string()).unwrap();
    let done = desk.json(&["import-plan", "a.sise", "--floor", "地图", "map.geojson", "--json"]);
    for kind in ["wall", "door", "stair", "window"] {
        assert_eq!(done["elements"][kind], 1, "{kind}: {done}");
    }
}

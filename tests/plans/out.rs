//! Plans written for other programs are read back by our own reader, which was made for theirs.
//! `tests/plans/agree.py` asks ezdxf and shapely in the same way.

use crate::desk::Desk;
use drawing::{Options, Unit, Watch};
use serde_json::Value;

#[test]
fn every_format_holds_zones_points_and_walls() {
    let desk = Desk::sample();
    let report = desk.json(&["export-plan", "a.sise", "--out", "out", "--json"]);
    let files: Vec<String> =
        report["files"].as_array().unwrap().iter().map(|own| own.as_str().unwrap().to_owned()).collect();
    let floors = desk.json(&["floors", "a.sise", "--json"]);
    let drawn: Vec<&Value> = floors["floors"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|floor| floor["zones"].as_u64() > Some(0) && floor["elements"].as_u64() > Some(0))
        .collect();
    assert!(drawn.len() >= 3);
    for floor in drawn {
        let (zones, points) = (floor["zones"].as_u64().unwrap(), floor["points"].as_u64().unwrap());
        let stem = format!("{} {}", floor["building"].as_str().unwrap(), floor["name"].as_str().unwrap());
        let of = |ending: &str| {
            let name = files.iter().find(|own| own.contains(stem.trim()) && own.ends_with(ending));
            std::fs::read(desk.at(name.unwrap_or_else(|| panic!("{stem} {ending}: {files:?}")))).unwrap()
        };

        let bytes = of(".dxf");
        assert!(bytes.is_ascii());
        let read = drawing::read(&bytes, &Options::default(), &mut Watch::nobody()).unwrap();
        assert_eq!(read.units.unit, Unit::Millimetre);
        let on = |prefix: &str| -> u64 {
            read.layers.iter().filter(|own| own.name.starts_with(prefix)).map(|own| own.count).sum()
        };
        assert_eq!(
            read.texts.iter().filter(|own| read.layers[own.layer].name == "SISE-POINT-CODE").count() as u64,
            points
        );
        assert_eq!(
            read.texts.iter().filter(|own| read.layers[own.layer].name == "SISE-ZONE-NAME").count() as u64,
            zones
        );
        // The general plan has no walls.
        assert!(
            (on("SISE-WALL") > 0 || floor["building"] == "")
                && on("SISE-ZONE-M") + on("SISE-ZONE-H") + on("SISE-ZONE-L") + on("SISE-ZONE-U") >= zones
        );

        let map: Value = serde_json::from_slice(&of(".geojson")).unwrap();
        let kind = |kind: &str| {
            map["features"].as_array().unwrap().iter().filter(|own| own["properties"]["kind"] == kind).count()
                as u64
        };
        assert_eq!((kind("zone"), kind("point")), (zones, points));
        let options = Options { unit: Some(Unit::Metre), ..Options::default() };
        let local = drawing::read(&of(".geojson"), &options, &mut Watch::nobody()).unwrap();
        let (one, other) = (read.bounds_mm.unwrap(), local.bounds_mm.unwrap());
        assert!((one.width() - other.width()).abs() < 5_000.0, "{one:?} {other:?}");

        let svg = String::from_utf8(of(".svg")).unwrap();
        assert!(drawing::read(svg.as_bytes(), &Options::default(), &mut Watch::nobody()).is_ok());
        assert!(!svg.contains("<script"));
    }
}

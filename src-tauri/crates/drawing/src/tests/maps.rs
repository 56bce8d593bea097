//! GeoJSON and IMDF.
//! Relies on small maps written here.
//! Must not know: how maps are read.

use super::files::{geojson, imdf, zip};
use super::{plan, plan_with, refusal};
use crate::{DrawingError, Foreign, Kind, Limits, Options, Role, Watch, inspect, read_files};

#[test]
fn a_floor_on_the_globe_becomes_millimetres_with_roles() {
    let found = plan(geojson().as_bytes());
    let roles: Vec<Role> = found.areas.iter().map(|area| area.role).collect();
    assert_eq!(roles, [Role::Outline, Role::Wall, Role::Door, Role::Stair, Role::Room]);
    assert_eq!(found.areas[4].name, "一〇一");
    let bounds = found.bounds_mm.unwrap();
    // On the ellipsoid at 30° a degree is 96,486 m east and 110,852 m north.
    assert!(
        (bounds.width() - 48_243.0).abs() < 5.0 && (bounds.height() - 33_256.0).abs() < 5.0,
        "{bounds:?}"
    );
    // North is up.
    let (_, latitude) = found.placement.source(geometry::Point::new(0.0, 0.0).unwrap());
    assert!((latitude - 30.0003).abs() < 1e-7);
}

#[test]
fn local_metres_are_no_degrees() {
    let text = r#"{"type":"LineString","coordinates":[[0,0],[57.9,0],[57.9,27.9]]}"#;
    assert_eq!(plan(text.as_bytes()).bounds_mm.unwrap().width().round(), 57_900.0);
}

#[test]
fn limits_and_nonsense_are_named() {
    let options = Options { limits: Limits { vertices: 100, ..Limits::default() }, ..Options::default() };
    let many = vec!["[1,2]"; 200].join(",");
    let text = format!(r#"{{"type":"LineString","coordinates":[{many}]}}"#);
    assert!(refusal(text.as_bytes(), &options).to_string().contains("vertices, at most 100"));
    let plain = Options::default();
    assert_eq!(refusal(br#"{"a":1}"#, &plain), DrawingError::Foreign(Foreign::OtherJson));
    assert_eq!(refusal(br#"{"type":"Point","#, &plain).code(), "drawing-damaged");
    let deep = "[".repeat(100_000);
    let text = format!(r#"{{"type":"Polygon","coordinates":{deep}"#);
    assert_eq!(refusal(text.as_bytes(), &plain).code(), "drawing-damaged");
    assert_eq!(refusal(br#"{"type":"Point","coordinates":[1,1]}"#, &plain).code(), "drawing-nothing-found");
}

#[test]
fn levels_become_floors_and_units_rooms() {
    let found = plan(&imdf());
    let names: Vec<&str> = found.levels.iter().map(|level| level.name.as_str()).collect();
    assert_eq!((found.kind, names), (Kind::Imdf, vec!["一层", "二层"]));
    let room = found.areas.iter().find(|area| area.role == Role::Room).unwrap();
    assert_eq!((room.name.as_str(), room.level), ("教室", Some(1)));
    assert!(room.outline().is_ok());
    assert_eq!(inspect(&imdf(), &Options::default(), &mut Watch::nobody()).unwrap().levels.len(), 2);
    // A folder of the same files.
    let files = vec![("unit.geojson".to_owned(), geojson().into_bytes())];
    assert!(!read_files(&files, &Options::default(), &mut Watch::nobody()).unwrap().areas.is_empty());
}

#[test]
fn hostile_archives_are_refused() {
    let unsafe_path = zip(&[("../venue.geojson", b"{}")]);
    assert_eq!(refusal(&unsafe_path, &Options::default()).code(), "drawing-archive-unsafe");
    let bomb = zip(&[("venue.geojson", &vec![b' '; 30 << 20])]);
    assert_eq!(refusal(&bomb, &Options::default()).code(), "drawing-archive-unsafe");
    let many: Vec<(String, Vec<u8>)> = (0..20).map(|i| (format!("{i}.geojson"), b"{}".to_vec())).collect();
    let many: Vec<(&str, &[u8])> =
        many.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    let options = Options { limits: Limits { files: 10, ..Limits::default() }, ..Options::default() };
    assert!(refusal(&zip(&many), &options).to_string().contains("20 files"));
    assert_eq!(refusal(&zip(&[("a.txt", b"x")]), &options), DrawingError::Foreign(Foreign::OtherArchive));
    let found =
        plan_with(&imdf(), &Options { layers: Some(["unit: room".to_owned()].into()), ..Options::default() });
    assert_eq!(found.areas.len(), 1);
}

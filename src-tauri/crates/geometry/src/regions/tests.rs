//! What drawings of lines enclose, case by case.
//! Relies on the crate alone.
//! Never shipped.

use super::*;

fn lines(texts: &[&str]) -> Vec<Polyline> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn texts(found: &Regions) -> Vec<String> {
    found.outlines.iter().map(|outline| outline.canonical().to_string()).collect()
}

fn at(text: &str) -> Point {
    text.parse().unwrap()
}

#[test]
fn crossing_lines_enclose_rooms_and_loose_ends_do_not_matter() {
    let drawing = lines(&[
        "-500,0 9500,0",
        "-500,6000 9500,6000",
        "0,-500 0,6500",
        "9000,-500 9000,6500",
        "4000,0 4000,6000",
        "1000,1000 2000,2000",
    ]);
    let found = regions(&drawing, 0.0).unwrap();
    assert_eq!(texts(&found), ["4000,0 9000,0 9000,6000 4000,6000", "0,0 4000,0 4000,6000 0,6000"]);
    assert_eq!(found.at(at("3000,3000")).unwrap().outline, found.outlines[1]);
    assert_eq!(found.at(at("-1,3000")), None);
    assert_eq!(region_at(&drawing, at("-1,3000"), 0.0).unwrap_err().code(), "not-enclosed");
}

#[test]
fn a_column_is_a_hole_and_a_region() {
    let drawing =
        lines(&["0,0 9000,0 9000,6000 0,6000 0,0", "2000,2000 2400,2000 2400,2400 2000,2400 2000,2000"]);
    let found = regions(&drawing, 500.0).unwrap();
    assert_eq!(
        texts(&found),
        [
            "0,0 9000,0 9000,6000 0,6000;2000,2000 2000,2400 2400,2400 2400,2000",
            "2000,2000 2400,2000 2400,2400 2000,2400"
        ]
    );
    assert!(found.bridged.is_empty(), "{:?}", found.bridged);
    assert_eq!(found.at(at("2200,2200")).unwrap().outline, found.outlines[1]);
}

#[test]
fn a_door_in_a_single_wall_is_bridged_up_to_the_tolerance() {
    let drawing = lines(&["0,0 9000,0 9000,6000 0,6000 0,0", "4000,0 4000,2000", "4000,2900 4000,6000"]);
    assert_eq!(regions(&drawing, 899.0).unwrap().outlines.len(), 1);
    let found = regions(&drawing, 900.0).unwrap();
    assert_eq!(found.outlines.len(), 2);
    assert_eq!(found.bridged.len(), 1);
    let room = found.at(at("1000,1000")).unwrap();
    assert_eq!(room.outline.canonical().to_string(), "0,0 4000,0 4000,6000 0,6000");
    assert_eq!(room.bridged, found.bridged);
    assert_eq!(room.bridged[0].from.distance(room.bridged[0].to), 900.0);
}

#[test]
fn a_door_in_a_wall_of_two_lines_is_bridged_on_both_faces() {
    // Two rooms with walls 200 thick; the wall between them has a door with jambs drawn.
    let drawing = lines(&[
        "0,0 9000,0 9000,6000 0,6000 0,0",
        "200,200 4000,200 4000,2000 4200,2000 4200,200 8800,200 8800,5800 4200,5800 4200,2900 4000,2900 4000,5800 200,5800 200,200",
    ]);
    assert_eq!(regions(&drawing, 0.0).unwrap().outlines.len(), 2);
    let found = regions(&drawing, 1000.0).unwrap();
    // Both faces of the door, and the faces of the outer wall that go on behind the wall between the rooms.
    assert_eq!(found.bridged.len(), 4, "{:?}", found.bridged);
    let room = found.at(at("1000,1000")).unwrap();
    assert_eq!(room.outline.canonical().to_string(), "200,200 4000,200 4000,5800 200,5800");
    assert_eq!(room.bridged.len(), 1);
    let sill = found.at(at("4100,2500")).unwrap().outline;
    assert_eq!(sill.canonical().to_string(), "4000,2000 4200,2000 4200,2900 4000,2900");
}

#[test]
fn corners_that_do_not_quite_meet_are_closed() {
    let drawing = lines(&["0,0 8980,0", "9000,15 9000,5990", "9010,6000 30,6000", "0,5980 0,4"]);
    let found = regions(&drawing, 60.0).unwrap();
    assert_eq!(found.outlines.len(), 1, "{found:?}");
    assert!((found.outlines[0].area() / 54e6 - 1.0).abs() < 1e-3);
    assert!(regions(&drawing, 5.0).unwrap().outlines.is_empty());
}

#[test]
fn what_touches_itself_or_is_thin_is_still_an_outline_or_is_named() {
    // An island that touches the border in a corner, a thin wall body, an edge of 4 mm.
    let drawing = lines(&[
        "0,0 9000,0 9000,6000 5000,6000 4996,6000 0,6000 0,0",
        "0,0 2000,500 500,2000 0,0",
        "8000,0 8000,6000",
        "8008,0 8008,6000",
    ]);
    let found = regions(&drawing, 0.0).unwrap();
    assert_eq!(found.slivers.len(), 1);
    assert_eq!((found.outlines.len(), found.left_out.len()), (3, 0));
    assert!((found.outlines.iter().map(Outline::area).sum::<f64>() / 53.95e6 - 1.0).abs() < 0.01);
}

#[test]
fn a_floor_of_four_hundred_rooms_with_doors() {
    let mut drawing = Vec::new();
    for row in 0..20 {
        for column in 0..20 {
            let (x, y) = (f64::from(column) * 5000.0, f64::from(row) * 4000.0);
            let text = format!("{},{y} {x},{y} {x},{}", x + 3000.0, y + 4000.0);
            drawing.push(text.parse::<Polyline>().unwrap());
            drawing.push(format!("{},{y} {},{y}", x + 3900.0, x + 5000.0).parse().unwrap());
        }
    }
    drawing.push("100000,0 100000,80000 0,80000".parse().unwrap());
    let found = regions(&drawing, 1000.0).unwrap();
    assert_eq!((found.outlines.len(), found.bridged.len()), (400, 400));
    assert!(found.outlines.iter().all(|room| room.area() == 2e7));
}

#[test]
fn nothing_encloses_nothing_and_bad_numbers_are_refused() {
    assert!(regions(&[], 100.0).unwrap().outlines.is_empty());
    assert!(regions(&lines(&["5,5", "1,1 1,1 1,1", "0,0 9,9"]), 100.0).unwrap().outlines.is_empty());
    for gap in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(regions(&[], gap).unwrap_err().code(), "not-usable");
    }
}

#[test]
fn borders_of_outlines_enclose_what_lies_between_them() {
    let around: Vec<Outline> = [
        "0,0 9000,0 9000,1000 0,1000",
        "0,5000 9000,5000 9000,6000 0,6000",
        "0,1000 1000,1000 1000,5000 0,5000",
        "8000,1000 9000,1000 9000,5000 8000,5000",
    ]
    .iter()
    .map(|text| text.parse().unwrap())
    .collect();
    let borders = border_lines(&around.iter().collect::<Vec<_>>()).unwrap();
    let yard = region_at(&borders, at("4000,3000"), 0.0).unwrap().outline;
    assert_eq!(yard.canonical().to_string(), "1000,1000 8000,1000 8000,5000 1000,5000");
}

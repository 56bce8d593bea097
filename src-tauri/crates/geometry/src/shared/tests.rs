//! Shared borders, case by case.
//! Relies on the crate alone.
//! Never shipped.

use super::*;

/// Two rooms above a corridor; their common wall meets its long wall in a T.
///
/// ```text
/// 0,0 ---- 4000,0 ---- 9000,0
///  |   A     |    B      |
/// 0,3000 - 4000,3000 - 9000,3000
///  |          C          |
/// 0,5000 ------------- 9000,5000
/// ```
const FLOOR: [&str; 3] =
    ["0,0 4000,0 4000,3000 0,3000", "4000,0 9000,0 9000,3000 4000,3000", "0,3000 9000,3000 9000,5000 0,5000"];

fn floor() -> Vec<Outline> {
    FLOOR.iter().map(|text| text.parse().unwrap()).collect()
}

fn at(text: &str) -> Point {
    text.parse().unwrap()
}

fn texts(changed: Result<Vec<(usize, Outline)>, GeometryError>) -> Vec<String> {
    changed.unwrap().into_iter().map(|(index, outline)| format!("{index}: {}", outline.canonical())).collect()
}

fn code(changed: Result<Vec<(usize, Outline)>, GeometryError>) -> &'static str {
    changed.unwrap_err().code()
}

fn refs(outlines: &[Outline]) -> Vec<&Outline> {
    outlines.iter().collect()
}

#[test]
fn what_lies_at_a_place_is_found() {
    let floor = floor();
    let found = shared_at(&refs(&floor), at("4000,3000.4"), SHARED_MM);
    assert_eq!(
        found,
        [
            (0, Shared::Vertex(VertexOf { ring: 0, index: 2 })),
            (1, Shared::Vertex(VertexOf { ring: 0, index: 3 })),
            (2, Shared::Edge(EdgeOf { ring: 0, index: 0 })),
        ]
    );
    assert!(shared_at(&refs(&floor), at("4500,1500"), SHARED_MM).is_empty());
}

#[test]
fn a_corner_at_a_passing_wall_takes_the_wall_along() {
    let floor = floor();
    assert_eq!(
        texts(move_shared_vertex(&refs(&floor), at("4000,3000"), at("4200,2700"), SHARED_MM)),
        [
            "0: 0,0 4000,0 4200,2700 0,3000",
            "1: 4000,0 9000,0 9000,3000 4200,2700",
            "2: 0,3000 4200,2700 9000,3000 9000,5000 0,5000",
        ]
    );
}

#[test]
fn a_corner_that_slides_along_a_wall_leaves_the_wall_alone() {
    let floor = floor();
    assert_eq!(
        texts(move_shared_vertex(&refs(&floor), at("4000,3000"), at("4200,3000"), SHARED_MM)),
        ["0: 0,0 4000,0 4200,3000 0,3000", "1: 4000,0 9000,0 9000,3000 4200,3000"]
    );
}

#[test]
fn a_wall_that_turns_turns_about_the_next_vertex_of_its_neighbours() {
    let floor = floor();
    // The corridor's corner: its wall turns about the T, since the rooms share it only from there on.
    assert_eq!(
        texts(move_shared_vertex(&refs(&floor), at("9000,3000"), at("9000,2500"), SHARED_MM)),
        ["1: 4000,0 9000,0 9000,2500 4000,3000", "2: 0,3000 4000,3000 9000,2500 9000,5000 0,5000",]
    );
    let total: f64 = floor.iter().map(Outline::area).sum();
    let mut after = floor.clone();
    for (index, outline) in
        move_shared_vertex(&refs(&floor), at("9000,3000"), at("9000,2500"), SHARED_MM).unwrap()
    {
        after[index] = outline;
    }
    assert_eq!(after.iter().map(Outline::area).sum::<f64>(), total);
}

#[test]
fn a_common_wall_moves_in_both_rooms() {
    let floor = floor();
    assert_eq!(
        texts(move_shared_edge(&refs(&floor), at("4000,0"), at("4000,3000"), (500.0, 0.0), SHARED_MM)),
        ["0: 0,0 4500,0 4500,3000 0,3000", "1: 4500,0 9000,0 9000,3000 4500,3000"]
    );
    // The corridor's wall takes the rooms' common corner along, and the side walls grow.
    assert_eq!(
        texts(move_shared_edge(&refs(&floor), at("0,3000"), at("9000,3000"), (0.0, 250.0), SHARED_MM)),
        [
            "0: 0,0 4000,0 4000,3250 0,3250",
            "1: 4000,0 9000,0 9000,3250 4000,3250",
            "2: 0,3250 9000,3250 9000,5000 0,5000",
        ]
    );
}

#[test]
fn what_would_be_spoiled_is_named() {
    let floor = floor();
    let refused = move_shared_vertex(&refs(&floor), at("4000,3000"), at("4000,-500"), SHARED_MM).unwrap_err();
    assert!(matches!(refused, GeometryError::Neighbour { .. }), "{refused}");
    assert!(refused.place().is_some());
    // Far into the corridor and out of its other side: both rooms stay shapes, the corridor does not.
    let refused = move_shared_vertex(&refs(&floor), at("4000,3000"), at("4000,5500"), SHARED_MM).unwrap_err();
    assert!(matches!(refused, GeometryError::Neighbour { index: 2, .. }), "{refused}");
    let nothing = move_shared_vertex(&refs(&floor), at("4500,1500"), at("0,0"), SHARED_MM);
    assert_eq!(code(nothing), "nothing-there");
    let coarse = move_shared_vertex(&refs(&floor), at("4000,3000"), at("0,0"), 5.0);
    assert_eq!(code(coarse), "not-usable");
}

#[test]
fn a_vertex_must_not_be_moved_into_another_zone() {
    let outlines: Vec<Outline> = ["0,0 4000,0 4000,3000 0,3000", "5000,1000 9000,1000 9000,2000 5000,2000"]
        .iter()
        .map(|text| text.parse().unwrap())
        .collect();
    let refused = move_shared_vertex(&refs(&outlines), at("4000,0"), at("7000,1800"), SHARED_MM).unwrap_err();
    assert_eq!(refused.code(), "would-overlap");
    assert!(matches!(refused, GeometryError::WouldOverlap { index: 0, other: 1, .. }), "{refused}");
    // What overlapped before may go on doing so.
    let both = [outlines[0].clone(), "1000,1000 2000,1000 2000,2000 1000,2000".parse().unwrap()];
    assert_eq!(move_shared_vertex(&refs(&both), at("4000,0"), at("4000,10"), SHARED_MM).unwrap().len(), 1);
}

#[test]
fn a_vertex_is_inserted_and_deleted_on_both_sides() {
    let floor = floor();
    let inserted = insert_shared_vertex(&refs(&floor), at("4000.3,1500"), SHARED_MM).unwrap();
    let mut after = floor.clone();
    for (index, outline) in &inserted {
        assert_eq!(outline.area(), floor[*index].area());
        after[*index] = outline.clone();
    }
    assert_eq!(inserted.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [0, 1]);
    let deleted = delete_shared_vertex(&refs(&after), at("4000,1500"), SHARED_MM).unwrap();
    for (index, outline) in deleted {
        assert!(outline.is_same_as(&floor[index]), "{outline}");
    }
    assert_eq!(code(delete_shared_vertex(&refs(&floor), at("4000,3000"), SHARED_MM)), "junction");
    assert_eq!(code(delete_shared_vertex(&refs(&floor), at("4500,3000"), SHARED_MM)), "nothing-there");
    assert_eq!(code(insert_shared_vertex(&refs(&floor), at("4500,1500"), SHARED_MM)), "nothing-there");
}

#[test]
fn deleting_a_corner_of_a_common_border_keeps_it_common() {
    // A's border goes on beyond B's lower corner, so that it has no vertex there.
    let outlines: Vec<Outline> = [
        "0,0 4000,0 4500,1500 4000,3000 4000,5000 0,5000",
        "4000,0 9000,0 9000,4000 4000,4000 4000,3000 4500,1500",
    ]
    .iter()
    .map(|text| text.parse().unwrap())
    .collect();
    assert_eq!(
        texts(delete_shared_vertex(&refs(&outlines), at("4500,1500"), SHARED_MM)),
        ["0: 0,0 4000,0 4000,3000 4000,5000 0,5000", "1: 4000,0 9000,0 9000,4000 4000,4000 4000,3000"]
    );
}

#[test]
fn borders_a_little_apart_become_one() {
    let outlines: Vec<Outline> = ["0,0 4000,0 4000,3000 0,3000", "4000.4,0 9000,0 9000,3000 4000.4,3000.2"]
        .iter()
        .map(|text| text.parse().unwrap())
        .collect();
    assert_eq!(
        texts(move_shared_vertex(&refs(&outlines), at("4000,3000"), at("4100,3100"), SHARED_MM)),
        ["0: 0,0 4000,0 4100,3100 0,3000", "1: 4000.4,0 9000,0 9000,3000 4100,3100"]
    );
}

//! Rooms in small plans drawn by hand.
//! Relies on plain rectangles.
//! Must not know: the inner parts of the search.

use super::*;

type Chain = (Vec<Point>, bool);

fn chain(points: &[(f64, f64)], closed: bool) -> Chain {
    (points.iter().map(|(x, y)| Point::new(*x, *y).unwrap()).collect(), closed)
}

fn rectangle(x0: f64, y0: f64, x1: f64, y1: f64) -> Chain {
    chain(&[(x0, y0), (x1, y0), (x1, y1), (x0, y1)], true)
}

fn walls(chains: &[Chain]) -> Vec<Wall<'_>> {
    chains.iter().map(|(points, closed)| Wall { points, closed: *closed }).collect()
}

fn at(chains: &[Chain], x: f64, y: f64, gap_mm: f64) -> Result<Room, NoRoom> {
    let options = RoomOptions { gap_mm, ..RoomOptions::default() };
    rooms_at(&walls(chains), Point::new(x, y).unwrap(), &options, &mut Watch::nobody())
}

fn areas(chains: &[Chain], gap_mm: f64) -> Vec<f64> {
    let options = RoomOptions { gap_mm, ..RoomOptions::default() };
    let rooms = all_rooms(&walls(chains), &options, &mut Watch::nobody()).unwrap();
    rooms.iter().map(|room| (room.outline.area() / 1e4).round() / 100.0).collect()
}

#[test]
fn crossing_lines_part_a_floor() {
    let plan = [
        rectangle(0.0, 0.0, 6000.0, 4000.0),
        chain(&[(2000.0, -300.0), (2000.0, 4300.0)], false),
        chain(&[(1990.0, 2000.0), (6000.0, 2000.0)], false),
    ];
    assert_eq!(areas(&plan, 0.0), [8.0, 8.0, 8.0]);
    let room = at(&plan, 3000.0, 3000.0, 0.0).unwrap();
    assert_eq!(room.outline.rings().len(), 1);
    assert!(room.outline.contains(room.centre) && room.bridges.is_empty());
    assert!(matches!(at(&plan, 9000.0, 0.0, 0.0), Err(NoRoom::Open { .. })));
}

/// Two rooms of 4 m by 4 m within double walls of 200 mm, a door of `door` mm in the middle wall.
fn double_walls(door: f64) -> Vec<Chain> {
    let (low, high) = (2000.0 - door / 2.0, 2000.0 + door / 2.0);
    vec![
        rectangle(-200.0, -200.0, 8400.0, 4200.0),
        chain(
            &[
                (0.0, 0.0),
                (4000.0, 0.0),
                (4000.0, low),
                (4200.0, low),
                (4200.0, 0.0),
                (8200.0, 0.0),
                (8200.0, 4000.0),
                (4200.0, 4000.0),
                (4200.0, high),
                (4000.0, high),
                (4000.0, 4000.0),
                (0.0, 4000.0),
            ],
            true,
        ),
    ]
}

#[test]
fn rooms_are_the_inner_faces_of_double_walls_and_doors_are_bridged() {
    let plan = double_walls(900.0);
    assert_eq!(areas(&plan, 1000.0), [16.0, 16.0]);
    let room = at(&plan, 1000.0, 1000.0, 1000.0).unwrap();
    assert_eq!(room.bridges.len(), 1);
    assert!((room.bridges[0].length_mm() - 900.0).abs() < 1e-6);
    assert!(matches!(at(&plan, -100.0, 1000.0, 1000.0), Err(NoRoom::TooSmall)));
    // Bridged by nothing, both rooms are one.
    assert_eq!(areas(&plan, 100.0), [32.18]);
}

#[test]
fn loose_ends_are_joined_and_a_gap_too_wide_is_measured() {
    let plan = [
        chain(
            &[(1000.0, 0.0), (0.0, 0.0), (0.0, 3000.0), (4000.0, 3000.0), (4000.0, 0.0), (2400.0, 0.0)],
            false,
        ),
        chain(&[(0.0, 1500.0), (3960.0, 1500.0)], false),
    ];
    let room = at(&plan, 500.0, 500.0, 1500.0).unwrap();
    assert!((room.outline.area() - 6e6).abs() < 1.0);
    let mut lengths: Vec<f64> = room.bridges.iter().map(|bridge| bridge.length_mm().round()).collect();
    lengths.sort_by(f64::total_cmp);
    assert_eq!(lengths, [40.0, 1400.0]);
    match at(&plan, 500.0, 500.0, 600.0) {
        Err(NoRoom::Open { closes_at_mm: Some(gap) }) => assert!((gap - 1400.0).abs() < 1e-6),
        other => panic!("{other:?}"),
    }
}

#[test]
fn doors_opposite_each_other_do_not_close_a_corridor() {
    // A corridor of 1 m between two walls of 200 mm with doors of 900 mm opposite each other.
    let side = |y0: f64, y1: f64| [rectangle(0.0, y0, 3000.0, y1), rectangle(3900.0, y0, 8000.0, y1)];
    let mut plan: Vec<Chain> = side(0.0, 200.0).into_iter().chain(side(1200.0, 1400.0)).collect();
    plan.push(chain(&[(0.0, 0.0), (0.0, 1400.0)], false));
    plan.push(chain(&[(8000.0, 0.0), (8000.0, 1400.0)], false));
    assert_eq!(areas(&plan, 1100.0), [8.0]);
}

#[test]
fn a_column_is_a_hole_and_a_ring_around_a_court_is_no_wall() {
    let plan = [rectangle(0.0, 0.0, 9000.0, 9000.0), rectangle(3000.0, 3000.0, 3500.0, 3500.0)];
    let room = at(&plan, 1000.0, 1000.0, 0.0).unwrap();
    assert_eq!(room.outline.rings().len(), 2);
    assert!(matches!(at(&plan, 3200.0, 3200.0, 0.0), Err(NoRoom::TooSmall)));
}

#[test]
fn too_many_crossings_name_the_limit_and_a_watcher_can_stop() {
    let far = 10_000.0;
    let plan: Vec<Chain> = (0..200)
        .flat_map(|i| {
            let at = f64::from(i) * 50.0;
            [chain(&[(at, 0.0), (at, far)], false), chain(&[(0.0, at), (far, at)], false)]
        })
        .collect();
    let options = RoomOptions { edges: 10_000, ..RoomOptions::default() };
    let error = all_rooms(&walls(&plan), &options, &mut Watch::nobody()).unwrap_err();
    assert!(error.to_string().contains("10000"), "{error}");
    let mut stop = |_| std::ops::ControlFlow::Break(());
    let error = all_rooms(&walls(&plan), &RoomOptions::default(), &mut Watch::by(&mut stop)).unwrap_err();
    assert_eq!(error, DrawingError::Cancelled);
}

#[test]
fn any_scribble_gives_an_answer() {
    let mut random = fastrand::Rng::with_seed(7);
    for round in 0..60 {
        let grid = [1.0, 7.0, 250.0][round % 3];
        let mut place = |_| {
            let value = |random: &mut fastrand::Rng| f64::from(random.i32(-20..20)) * grid;
            (value(&mut random), value(&mut random))
        };
        let plan: Vec<Chain> = (0..12)
            .map(|index| {
                let points: Vec<(f64, f64)> = (0..6).map(&mut place).collect();
                chain(&points, index % 2 == 0)
            })
            .collect();
        let options =
            RoomOptions { gap_mm: 300.0, smallest_mm2: 1e4, narrowest_mm: 50.0, ..RoomOptions::default() };
        for room in all_rooms(&walls(&plan), &options, &mut Watch::nobody()).unwrap() {
            assert!(room.outline.area() > 0.0);
        }
    }
}

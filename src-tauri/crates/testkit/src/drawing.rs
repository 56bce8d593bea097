//! Random steps of the plan editor: surgery on zones, transforms, copies, layers, dimensions.
//! Relies on the rows there are, so that most steps mean something.
//! Knows no rule: what is refused is refused.

use crate::plan::{any_id, any_point, any_rings, any_text, pick};
use domain::{
    Anchors, Cell, Crop, Decimal, Fix, PlanElementKind, RiskZone, RiskZoneId, RiskZoneKind, RowId, Snapshot,
    Table, Uuid,
};
use edit::*;
use fastrand::Rng;
use geometry::{Outline, Point, Polyline};
use std::collections::BTreeMap;

/// Any step of the plan editor.
pub(crate) fn any_drawing(snapshot: &Snapshot, random: &mut Rng) -> Command {
    match random.u32(0..36) {
        0..=4 => Command::DrawZone(DrawZone {
            floor: any_id(random, snapshot, Table::Floor),
            outline: any_rings(random),
            name: any_text(random),
            kind: RiskZoneKind::Place,
            overlap: pick(random, [Overlap::Refuse, Overlap::CutNew, Overlap::CutOthers]).unwrap(),
        }),
        5 => Command::ReshapeZone(ReshapeZone {
            zone: any_zone(random, snapshot).0,
            floor: None,
            outline: any_rings(random),
            overlap: pick(random, [Overlap::Refuse, Overlap::CutNew, Overlap::CutOthers]).unwrap(),
        }),
        6..=7 => {
            let (zone, outline) = any_zone(random, snapshot);
            Command::SplitZone(SplitZone { zone, line: any_cut(random, outline), extend: random.bool() })
        }
        8 => Command::MergeZones(MergeZones {
            zones: (0..random.usize(1..4)).map(|_| any_zone(random, snapshot).0).collect(),
            gap: if random.u32(0..9) == 0 { f64::NAN } else { 300.0 },
        }),
        9 => Command::CutHole(CutHole {
            zone: any_zone(random, snapshot).0,
            hole: any_rings(random).into_iter().next().unwrap_or_default(),
        }),
        10 => Command::FillHole(FillHole { zone: any_zone(random, snapshot).0, at: None }),
        11 => Command::OffsetZone(OffsetZone {
            zone: any_zone(random, snapshot).0,
            distance: f64::from(random.i32(-4_000..4_000)),
            round: random.bool(),
            copy: random.bool(),
        }),
        12 => Command::ResolveOverlap(ResolveOverlap {
            zone: any_zone(random, snapshot).0,
            other: any_zone(random, snapshot).0,
            keeper: pick(random, [Keeper::Zone, Keeper::Other, Keeper::Both]).unwrap(),
        }),
        13..=16 => any_border(random, snapshot),
        17..=20 => Command::Transform(Transform {
            rows: any_rows(random, snapshot),
            by: any_transformation(random),
            with_points: random.bool(),
        }),
        21 => Command::Arrange(Arrange {
            rows: any_rows(random, snapshot),
            how: pick(random, [Arrangement::Left, Arrangement::Centre, Arrangement::SpreadAcross]).unwrap(),
            gap: None,
            with: None,
        }),
        22 => Command::Duplicate(Duplicate {
            rows: any_rows(random, snapshot),
            dx: f64::from(random.i32(-9_000..9_000)),
            dy: 500.0,
            columns: random.u32(0..3),
            lines: random.u32(1..3),
            with_points: random.bool(),
        }),
        23 => {
            let rows = gather(snapshot, &any_rows(random, snapshot)).unwrap_or_default();
            Command::Paste(Paste { floor: any_id(random, snapshot, Table::Floor), rows, dx: 10.0, dy: -10.0 })
        }
        24 => Command::CopyFloor(CopyFloor {
            floor: any_id(random, snapshot, Table::Floor),
            name: any_text(random),
            storey: random.i64(-3..30),
            building: None,
            elements: random.bool(),
            underlays: random.bool(),
            zones: random.bool(),
            points: random.u32(0..4) == 0,
        }),
        25 => Command::SetFields(SetFields {
            rows: any_rows(random, snapshot),
            field: ["locked", "hidden", "ordinal", "layer_id"][random.usize(0..4)].to_owned(),
            value: [Cell::Integer(1), Cell::Null, Cell::text("x")][random.usize(0..3)].clone(),
        }),
        26 => Command::Group(Group { rows: any_rows(random, snapshot), grouped: random.bool() }),
        27 => {
            let cells = BTreeMap::from([("name".to_owned(), Cell::text(any_text(random)))]);
            Command::Add(Add { table: Table::PlanLayer, cells })
        }
        28 => {
            Command::TakePlan(TakePlan { name: any_text(random), floors: vec![any_taken(snapshot, random)] })
        }
        29 => Command::PlaceTemplate(PlaceTemplate {
            floor: any_id(random, snapshot, Table::Floor),
            outline: any_rings(random),
            name: any_text(random),
            kind: RiskZoneKind::Place,
            department: None,
            overlap: pick(random, [Overlap::Refuse, Overlap::CutNew, Overlap::CutOthers]).unwrap(),
            assessor: None,
            points: Vec::new(),
        }),
        30 => {
            let fix = |random: &mut Rng| Fix {
                at: any_point(random),
                longitude: Decimal::from(random.i64(-200..200)),
                latitude: Decimal::from(random.i64(-100..100)),
            };
            let fixes =
                if random.u32(0..3) == 0 { Vec::new() } else { (0..3).map(|_| fix(random)).collect() };
            Command::GeoreferenceFloor(GeoreferenceFloor {
                floor: any_id(random, snapshot, Table::Floor),
                fixes,
            })
        }
        31 => Command::AddUnderlay(AddUnderlay {
            floor: any_id(random, snapshot, Table::Floor),
            asset: "a".repeat(64),
            width: 2_000,
            height: 1_000,
            millimetres_per_pixel: "12.5".parse().unwrap(),
            origin: random.bool().then(|| any_point(random)),
            name: any_text(random),
            to_scale: random.bool(),
        }),
        32 => Command::EditUnderlay(EditUnderlay {
            underlay: any_id(random, snapshot, Table::Underlay),
            origin: random.bool().then(|| any_point(random)),
            rotation: random.bool().then(|| random.i64(-40_000..40_000)),
            millimetres_per_pixel: None,
            crop: random.bool().then_some(Crop { left: 10, top: 10, width: 500, height: 300 }),
            uncrop: random.u32(0..4) == 0,
        }),
        33 => Command::Calibrate(Calibrate {
            underlay: any_id(random, snapshot, Table::Underlay),
            from: any_point(random),
            to: any_point(random),
            millimetres: if random.u32(0..9) == 0 { f64::NAN } else { 20_000.0 },
            more: Vec::new(),
            move_drawn: random.bool(),
        }),
        _ => any_dimension(random, snapshot),
    }
}

/// A floor of a drawing: lines, and now and then a room.
fn any_taken(snapshot: &Snapshot, random: &mut Rng) -> TakenFloor {
    let element = |random: &mut Rng| TakenElement {
        kind: pick(random, [PlanElementKind::Wall, PlanElementKind::Line, PlanElementKind::Column]).unwrap(),
        line: Polyline::new((0..4).map(|_| any_point(random)).collect()).unwrap(),
        size: 20,
        text: String::new(),
        layer: ["", "WALL", "墙"][random.usize(0..3)].to_owned(),
        visible: random.bool(),
    };
    let room =
        Outline::new(any_rings(random)).ok().map(|outline| TakenZone { name: any_text(random), outline });
    TakenFloor {
        target: FloorTarget::Existing { floor: any_id(random, snapshot, Table::Floor) },
        to_scale: random.bool(),
        elements: (0..random.usize(0..5)).map(|_| element(random)).collect(),
        zones: room.into_iter().collect(),
        underlays: Vec::new(),
    }
}

/// A drawn zone where there is one.
fn any_zone<'a>(random: &mut Rng, snapshot: &'a Snapshot) -> (RiskZoneId, Option<&'a Outline>) {
    let drawn = snapshot.zones.iter().filter(|zone| zone.outline.is_some());
    let found: Option<&RiskZone> = pick(random, drawn);
    match found {
        Some(zone) => (zone.id, zone.outline.as_ref()),
        None => (Uuid::from_u128(random.u128(..)).into(), None),
    }
}

/// A line that mostly crosses the outline.
fn any_cut(random: &mut Rng, outline: Option<&Outline>) -> Polyline {
    let (mut from, mut to) = (any_point(random), any_point(random));
    if let Some(bounds) = outline.map(Outline::bounds) {
        let y = bounds.y0 + bounds.height() * random.f64();
        from = Point::new(bounds.x0 - 100.0, y.round()).unwrap_or(from);
        to = Point::new(bounds.x1 + 100.0, (y + random.f64() * 900.0).round()).unwrap_or(to);
    }
    Polyline::new(vec![from, to]).unwrap()
}

fn any_border(random: &mut Rng, snapshot: &Snapshot) -> Command {
    let (zone, outline) = any_zone(random, snapshot);
    let ring: Vec<Point> = outline.map_or_else(|| vec![any_point(random); 3], |own| own.outer().to_vec());
    let index = random.usize(0..ring.len());
    let (at, next) = (ring[index], ring[(index + 1) % ring.len()]);
    let step = |random: &mut Rng| f64::from(random.i32(-900..900));
    let to = at.moved(step(random), step(random)).unwrap_or(at);
    let together = random.bool();
    match random.u32(0..4) {
        0 => Command::MoveVertex(MoveVertex { zone, at, to, together }),
        1 => {
            let (dx, dy) = (step(random), step(random));
            Command::MoveBorder(MoveBorder { zone, from: at, to: next, dx, dy, together })
        }
        2 => {
            let at = Point::new((at.x() + next.x()) / 2.0, (at.y() + next.y()) / 2.0).unwrap_or(at);
            Command::InsertVertex(InsertVertex { zone, at, to: random.bool().then_some(to), together })
        }
        _ => Command::DeleteVertex(DeleteVertex { zone, at, together }),
    }
}

/// Mostly rows that are drawn; now and then one that is not, or does not exist.
fn any_rows(random: &mut Rng, snapshot: &Snapshot) -> Vec<RowId> {
    if random.u32(0..12) == 0 {
        let table = Table::ALL[random.usize(0..Table::ALL.len())];
        let id: domain::FloorId = any_id(random, snapshot, table);
        return vec![RowId { table, id: id.into() }];
    }
    let row = |table: Table, id: Uuid| RowId { table, id };
    let zones = snapshot.zones.iter().filter(|own| own.outline.is_some());
    let points = snapshot.points.iter().filter(|own| own.position.is_some());
    let mut drawn: Vec<RowId> = zones.map(|own| row(Table::RiskZone, own.id.into())).collect();
    drawn.extend(points.map(|own| row(Table::RiskPoint, own.id.into())));
    drawn.extend(snapshot.plan_elements.iter().map(|own| row(Table::PlanElement, own.id.into())));
    (0..random.usize(1..4)).filter_map(|_| pick(random, drawn.iter().copied())).collect()
}

fn any_transformation(random: &mut Rng) -> Transformation {
    match random.u32(0..4) {
        0 => Transformation::Move {
            dx: f64::from(random.i32(-5_000..5_000)),
            dy: f64::from(random.i32(-5_000..5_000)),
        },
        1 => Transformation::Turn {
            about: any_point(random),
            degrees: if random.u32(0..9) == 0 { f64::NAN } else { 12.5 },
        },
        2 => Transformation::Scale { about: any_point(random), across: 1.0 + random.f64(), down: 1.0 },
        _ => Transformation::Mirror { from: any_point(random), to: any_point(random) },
    }
}

fn any_dimension(random: &mut Rng, snapshot: &Snapshot) -> Command {
    let (zone, outline) = any_zone(random, snapshot);
    let at = |random: &mut Rng| match outline {
        Some(outline) => outline.outer()[random.usize(0..outline.outer().len())],
        None => any_point(random),
    };
    let row = outline.map(|_| RowId { table: Table::RiskZone, id: zone.into() });
    let points = vec![at(random), at(random), any_point(random)];
    Command::DrawPlan(DrawPlan {
        floor: any_id(random, snapshot, Table::Floor),
        elements: vec![NewPlanElement {
            kind: PlanElementKind::Dimension,
            line: Polyline::new(points).unwrap(),
            size: 0,
            text: String::new(),
            layer: None,
            anchors: Some(Anchors { from: row, to: random.bool().then_some(row).flatten() }),
        }],
    })
}

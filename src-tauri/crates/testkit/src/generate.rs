//! Projects of any size, the same at each call: for benches and for trying how large things feel.
//! Relies on an empty school to begin with.
//! Knows nothing of what is measured.

use crate::world::FixedWorld;
use api::{NewProject, OrganisationKind, World as _};
use domain::*;
use fastrand::Rng;
use geometry::{Outline, Point, Polyline};

/// A school of `points` risk points and up to `zones` zones on floors of a hundred zones each, every point with one or
/// two hazards, scored by one or three assessors, and five measures to a hazard.
pub fn generate(points: usize, zones: usize) -> Vec<AnyRecord> {
    let world = FixedWorld::new(7);
    let mut random = Rng::with_seed(points as u64);
    let new = NewProject { name: format!("生成学校 {points}"), kind: OrganisationKind::School };
    let mut rows = api::blank_project(&new, &world);
    let (mut campus, mut preset) = (None, None);
    for row in &rows {
        match row {
            AnyRecord::Campus(own) => campus = Some(own.id),
            AnyRecord::CriteriaPreset(own) => preset = Some(own.id),
            _ => {}
        }
    }
    let (campus, preset) = (campus.unwrap(), preset.unwrap());
    let departments: Vec<DepartmentId> = (0..20).map(|_| world.new_id().into()).collect();
    for (index, id) in departments.iter().enumerate() {
        rows.push(
            Department {
                id: *id,
                parent_id: None,
                code: format!("D{index:02}"),
                name: format!("第{}学院", index + 1),
                head_id: None,
                phone: String::new(),
                ordinal: index as i64,
            }
            .into(),
        );
    }
    let people: Vec<PersonId> = (0..60).map(|_| world.new_id().into()).collect();
    for (index, id) in people.iter().enumerate() {
        rows.push(
            Person {
                id: *id,
                department_id: Some(departments[index % departments.len()]),
                post_id: None,
                name: format!("教师{}", index + 1),
                title: String::new(),
                phone: format!("6390-{index:04}"),
                ordinal: index as i64,
                left_on: None,
            }
            .into(),
        );
    }
    let zones = zones.min(points.max(10));
    let mut drawn: Vec<(RiskZoneId, FloorId, f64, f64)> = Vec::new();
    let mut floor = None;
    for index in 0..zones {
        if index % 100 == 0 {
            let building = world.new_id().into();
            let number = index / 100;
            rows.push(
                Building {
                    id: building,
                    campus_id: campus,
                    code: format!("B{number:02}"),
                    name: format!("{} 号楼", number + 1),
                    purpose: "教学".to_owned(),
                    storeys: 1,
                    outline: None,
                    ordinal: number as i64,
                }
                .into(),
            );
            let id = world.new_id().into();
            rows.push(
                Floor {
                    id,
                    campus_id: campus,
                    building_id: Some(building),
                    name: "1F".to_owned(),
                    storey: 1,
                    calibrated: true,
                    north: 0,
                    georeference: None,
                }
                .into(),
            );
            floor = Some(id);
        }
        let floor = floor.unwrap();
        let (x, y) = ((index % 10) as f64 * 9_000.0, (index / 10 % 10) as f64 * 7_000.0);
        let id = world.new_id().into();
        // An L, so that outlines are not all rectangles.
        let ring = [(0.0, 0.0), (9.0, 0.0), (9.0, 5.0), (7.0, 5.0), (7.0, 7.0), (0.0, 7.0)]
            .map(|(dx, dy)| Point::new(x + dx * 1_000.0, y + dy * 1_000.0).unwrap());
        rows.push(
            RiskZone {
                id,
                code: format!("Q-{index:04}"),
                name: format!("实训室 {}", index + 1),
                kind: RiskZoneKind::Place,
                floor_id: Some(floor),
                outline: Some(Outline::new(vec![ring.to_vec()]).unwrap()),
                department_id: Some(departments[index % departments.len()]),
                person_id: Some(people[index % people.len()]),
                note: String::new(),
                locked: false,
                hidden: false,
                grouping: String::new(),
            }
            .into(),
        );
        rows.push(
            PlanElement {
                id: world.new_id().into(),
                floor_id: floor,
                kind: PlanElementKind::Wall,
                line: Polyline::new(vec![ring[0], ring[1], ring[2]]).unwrap(),
                size: 240,
                text: String::new(),
                ordinal: index as i64,
                layer_id: None,
                locked: false,
                hidden: false,
                grouping: String::new(),
                anchors: None,
            }
            .into(),
        );
        drawn.push((id, floor, x, y));
    }
    for index in 0..points {
        let (zone, floor, x, y) = drawn[index % drawn.len()];
        let kind = RiskPointKind::ALL[index % 3];
        let department = departments[index % departments.len()];
        let point: RiskPointId = world.new_id().into();
        let place = index / drawn.len();
        let position = Point::new(
            x + 1_000.0 + (place % 6) as f64 * 1_000.0,
            y + 1_000.0 + (place / 6 % 5) as f64 * 1_000.0,
        );
        rows.push(
            RiskPoint {
                zone_id: Some(zone),
                floor_id: Some(floor),
                position: Some(position.unwrap()),
                location: format!("实训室 {}", index % drawn.len() + 1),
                department_id: Some(department),
                person_id: Some(people[index % people.len()]),
                ..RiskPoint::blank(
                    point,
                    format!("D{:02}-{}-{:05}", index % departments.len(), kind.letter(), index + 1),
                    format!("{}{}", ["数控车床", "焊接作业", "配电间"][index % 3], index + 1),
                    kind,
                )
            }
            .into(),
        );
        for hazard_number in 0..=usize::from(index % 5 == 0) {
            let hazard: HazardId = world.new_id().into();
            rows.push(
                Hazard {
                    step: "开机检查".to_owned(),
                    factor: "2102".to_owned(),
                    consequence: "肢体伤残".to_owned(),
                    ordinal: hazard_number as i64,
                    number: hazard_number as i64 + 1,
                    ..Hazard::blank(hazard, point, "防护罩缺失、旋转部件绞入，操作者衣袖卷入造成伤害")
                }
                .into(),
            );
            let accident: PossibleAccidentId = world.new_id().into();
            let accident_type = ["03", "05", "08"][index % 3].to_owned();
            rows.push(PossibleAccident { id: accident, hazard_id: hazard, accident_type, ordinal: 0 }.into());
            for assessor in 0..if index % 2 == 0 { 3 } else { 1 } {
                let values = ["3,6,15", "1,6,15", "3,6,7", "3,3,40", "3,6,3", "1,6,7"][random.usize(0..6)];
                rows.push(
                    Assessment {
                        id: world.new_id().into(),
                        accident_id: accident,
                        assessor_id: people[(index + assessor) % people.len()],
                        basis: RiskBasis::Existing,
                        preset_id: preset,
                        factors: values.parse().unwrap(),
                        assessed_on: None,
                    }
                    .into(),
                );
            }
            for (number, category) in MeasureCategory::ALL.iter().enumerate() {
                const CONTENTS: [&str; 5] = [
                    "防护罩与主轴联锁，急停按钮完好有效",
                    "操作规程上墙，师徒比不超过一比八，下班断电签字",
                    "三级安全教育考核合格后上机，每学期复训一次",
                    "护目镜、紧身工装，长发入帽，禁止戴手套操作",
                    "立即按下急停并断电，止血包扎，拨打急救电话并报告值班室",
                ];
                rows.push(
                    ControlMeasure::new(
                        world.new_id().into(),
                        hazard,
                        *category,
                        CONTENTS[number],
                        MeasureStatus::Existing,
                        number as i64,
                    )
                    .into(),
                );
            }
        }
    }
    rows
}

//! The sample school says what the field's description of it says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use domain::{RiskBasis, RiskLevel, RiskPoint, RiskPointKind, Snapshot};
use evaluation::{Reason, RiskPicture, risk_picture};
use std::cmp::Reverse;

fn sample() -> (Snapshot, RiskPicture) {
    let mut snapshot = Snapshot::default();
    for record in api::sample_project().unwrap().records {
        snapshot.put(record);
    }
    let picture = risk_picture(&snapshot, RiskBasis::Existing);
    (snapshot, picture)
}

fn by_code<'a>(snapshot: &'a Snapshot, code: &str) -> &'a RiskPoint {
    snapshot.points.iter().find(|point| point.code == code).unwrap_or_else(|| panic!("{code}"))
}

#[test]
fn thirty_six_points_stand_as_given() {
    let (snapshot, picture) = sample();
    assert_eq!(snapshot.points.len(), 36);
    let whole = picture.whole;
    assert_eq!(RiskLevel::DESCENDING.map(|level| whole.count(level)), [3, 11, 16, 6]);
    assert_eq!(whole.unassessed, 0);
    let majors: Vec<&str> = snapshot
        .points
        .iter()
        .filter(|point| picture.points[&point.id].level == Some(RiskLevel::Major))
        .map(|point| point.code.as_str())
        .collect();
    assert_eq!(majors.len(), 3);
    for code in ["JD-Z-007", "XG-C-201", "HQ-S-101"] {
        assert!(majors.contains(&code), "{code}");
    }
    // Without the direct determination it would be two and twelve.
    let computed = |level| picture.points.values().filter(|risk| risk.computed == Some(level)).count();
    assert_eq!((computed(RiskLevel::Major), computed(RiskLevel::High)), (2, 12));
    assert!(matches!(picture.points[&by_code(&snapshot, "HQ-S-101").id].reason, Reason::Direct(_)));
}

#[test]
fn eight_dangers_stand_in_every_kind_of_state() {
    use rectification::DangerState as S;
    let (snapshot, picture) = sample();
    let standings = rectification::standings(&snapshot);
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let shown: Vec<_> = snapshot
        .dangers
        .iter()
        .map(|own| {
            let at = &standings[&own.id];
            assert!(at.ignored.is_empty(), "{}: every step counts", own.code);
            assert_eq!(at.steps.len(), rectification::steps_of(&snapshot, own.id).len());
            (at.state, own.grade.map(|grade| grade.as_str()), at.is_overdue(today), at.rejections)
        })
        .collect();
    assert_eq!(
        shown,
        [
            (S::Rectifying, Some("major"), true, 0),
            (S::Closed, Some("general"), false, 0),
            (S::AwaitingAcceptance, Some("general"), false, 0),
            (S::Closed, Some("general"), false, 1),
            (S::Reported, None, false, 0),
            (S::NotDanger, None, false, 0),
            (S::ExtensionAsked, Some("general"), false, 0),
            (S::Void, None, false, 0),
        ]
    );
    // The open major one is at a point that is 重大 anyhow, which keeps its own reason.
    let major = rectification::open_major(&snapshot);
    let point = by_code(&snapshot, "HQ-S-101").id;
    assert_eq!(major.keys().copied().collect::<Vec<_>>(), [point]);
    assert!(matches!(picture.points[&point].reason, Reason::Direct(_)));
    // Everything waits for somebody.
    let lists = rectification::todo(&snapshot, today);
    assert!(lists.iter().all(|own| own.person.is_some()), "{lists:?}");
}

#[test]
fn buildings_roll_up_as_given() {
    let (snapshot, picture) = sample();
    for (code, level, deciding, score) in [
        ("A", RiskLevel::Major, "JD-Z-007", "360"),
        ("B", RiskLevel::Major, "HQ-S-101", "240"),
        ("D", RiskLevel::Major, "XG-C-201", "400"),
        ("E", RiskLevel::High, "HQ-S-114", "240"),
        ("F", RiskLevel::Low, "TY-Z-301", "54"),
        ("G", RiskLevel::Medium, "BW-C-401", "126"),
    ] {
        let building = snapshot.buildings.iter().find(|building| building.code == code).unwrap();
        let standing = picture.buildings[&building.id];
        let point = snapshot.points.find(standing.deciding).unwrap();
        let shown = picture.points[&point.id].score.unwrap().rounded(2).to_string();
        assert_eq!(
            (standing.level, point.code.as_str(), shown.as_str()),
            (Some(level), deciding, score),
            "{code}"
        );
    }
    assert_eq!(snapshot.buildings.len(), 7);
}

#[test]
fn activities_compare_in_the_given_order() {
    let (snapshot, picture) = sample();
    let mut activities: Vec<_> = snapshot
        .points
        .iter()
        .filter(|point| point.kind == RiskPointKind::Activity)
        .map(|point| (point.code.as_str(), picture.points[&point.id].score.unwrap().rounded(2)))
        .collect();
    activities.sort_by_key(|(code, score)| (Reverse(*score), *code));
    let shown: Vec<_> = activities.iter().map(|(code, score)| format!("{code} {score}")).collect();
    assert_eq!(
        shown,
        [
            "JD-Z-007 360",
            "HQ-Z-102 270",
            "HQ-Z-108 270",
            "HQ-Z-113 240",
            "HQ-Z-115 135",
            "JD-Z-006 90",
            "TY-Z-301 54",
            "JD-Z-014 27",
            "HQ-Z-112 22.5",
        ]
    );
}

#[test]
fn several_assessors_agree_and_disagree_as_given() {
    let (snapshot, picture) = sample();
    for (code, mean, level, spread) in
        [("JD-S-001", "210", RiskLevel::High, false), ("HQ-S-104", "146", RiskLevel::Medium, true)]
    {
        let risk = picture.points[&by_code(&snapshot, code).id];
        let score = risk.score.unwrap();
        assert_eq!((score.count, score.rounded(2).to_string().as_str()), (3, mean), "{code}");
        assert_eq!((risk.level, risk.spread), (Some(level), spread), "{code}");
    }
    let single = picture.points[&by_code(&snapshot, "HQ-Z-108").id].score.unwrap();
    assert_eq!((single.count, single.rounded(2).to_string().as_str()), (1, "270"));
}

#[test]
fn every_tier_is_the_one_that_the_level_calls_for() {
    let (snapshot, picture) = sample();
    for point in &snapshot.points {
        let level = picture.points[&point.id].level;
        let expected = match level.unwrap() {
            RiskLevel::Major => "校级",
            RiskLevel::High => "部门级",
            RiskLevel::Medium => "组级",
            RiskLevel::Low => "岗位级",
        };
        assert_eq!(
            evaluation::control_tier(&snapshot, point, level).unwrap().name,
            expected,
            "{}",
            point.code
        );
    }
}

#[test]
fn points_stand_on_drawn_floors_where_the_table_says() {
    let (snapshot, _) = sample();
    let floor_name = |point: &RiskPoint| {
        let floor = snapshot.floor_of(point).unwrap();
        let building =
            snapshot.buildings.find(floor.building_id).map_or("", |building| building.code.as_str());
        format!("{building}-{}", floor.name)
    };
    for (code, floor, zone) in [
        ("JD-S-001", "A-1F", "机加工实训中心"),
        ("JD-Z-007", "A-1F", "焊接实训室"),
        ("JD-S-010", "A-2F", "电工电子实训室"),
        ("HQ-S-101", "B-1F", "灶台间"),
        ("HQ-S-104", "B-1F", "面点间"),
        ("XG-C-201", "D-1F", ""),
    ] {
        let point = by_code(&snapshot, code);
        assert_eq!(floor_name(point), floor, "{code}");
        let own = snapshot.zones.find(point.zone_id).unwrap();
        assert!(zone.is_empty() || own.name == zone, "{code} stands in {}", own.name);
        assert!(
            own.outline.as_ref().unwrap().contains(point.position.unwrap()),
            "{code} stands outside its zone"
        );
    }
    for floor in ["A-1F", "A-2F", "B-1F", "D-1F"] {
        let (building, name) = floor.split_once('-').unwrap();
        let building = snapshot.buildings.iter().find(|own| own.code == building).unwrap().id;
        let floor =
            snapshot.floors.iter().find(|own| own.building_id == Some(building) && own.name == name).unwrap();
        let drawn = snapshot.plan_elements.iter().filter(|element| element.floor_id == floor.id).count();
        assert!(drawn > 60, "{name} is hardly drawn: {drawn} parts");
    }
}

#[test]
fn a_building_travels_to_another_client_as_a_library_file() {
    use edit::{Command, EntryChoice, PlaceLibraryEntry};
    let bench = testkit::Bench::sample();
    let snapshot = bench.snapshot();
    let canteen = snapshot.buildings.iter().find(|own| own.code == "B").unwrap();
    let part = api::PartArgs { buildings: vec![canteen.id], ..api::PartArgs::default() };
    let file = api::library_of_part(snapshot, "食堂", &part, library::Site::School).unwrap();
    let own: Vec<_> = snapshot
        .points
        .iter()
        .filter(|point| snapshot.building_of(point).is_some_and(|own| own.id == canteen.id))
        .collect();
    assert_eq!(file.entries.len(), own.len());
    let read = library::LibraryFile::parse(file.to_json().as_bytes()).unwrap();
    assert_eq!(read, file);
    let empty = api::PartArgs::default();
    assert_eq!(
        api::library_of_part(snapshot, "空", &empty, library::Site::School).unwrap_err().code,
        "nothing"
    );

    // At the next client every entry becomes a point with the same hazards and measures.
    let mut other = testkit::Bench::blank();
    for entry in &read.entries {
        let changed = other
            .execute(Command::PlaceLibraryEntry(PlaceLibraryEntry {
                entry: EntryChoice::Whole(Box::new(entry.clone())),
                floor: None,
                position: None,
                zone: None,
                department: None,
                name: String::new(),
                catalogue: None,
                scores: None,
            }))
            .unwrap();
        assert_eq!(changed.created.len(), 1);
    }
    let hazards_of = |snapshot: &domain::Snapshot, name: &str| {
        let point = snapshot.points.iter().find(|point| point.name == name).unwrap().id;
        let own = snapshot.hazards.iter().filter(|hazard| hazard.point_id == point);
        let mut texts: Vec<_> = own.map(|hazard| hazard.description.clone()).collect();
        texts.sort();
        texts
    };
    for point in own {
        assert_eq!(
            hazards_of(other.snapshot(), &point.name),
            hazards_of(snapshot, &point.name),
            "{}",
            point.name
        );
    }
}

#[test]
fn plans_are_those_of_the_description_and_mostly_done() {
    let (snapshot, picture) = sample();
    let names: Vec<&str> = snapshot.inspection_plans.iter().map(|plan| plan.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "重大风险岗位级日检",
            "重大风险部门级周检",
            "重大风险校级月检",
            "食堂开餐前日检",
            "旬检",
            "月检",
            "节前综合检查"
        ]
    );
    assert_eq!((snapshot.terms.len(), snapshot.special_days.len()), (2, 16));
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let (today, end) = (day("2026-11-21"), day("2026-11-30"));
    let all = inspection::tasks(&snapshot, day("2026-03-01"), end);
    let missed: Vec<String> = all
        .iter()
        .filter(|task| task.state(today) == inspection::TaskState::Missed)
        .map(|task| task.due_on.to_string())
        .collect();
    assert_eq!(missed, ["2026-08-05", "2026-11-08", "2026-11-09", "2026-11-12", "2026-11-15"]);
    // Each result of the sample did a task.
    let did: std::collections::BTreeSet<_> = all.iter().filter_map(|task| task.inspection).collect();
    assert_eq!(did.len(), snapshot.inspections.len());
    // Red points are inspected by all tiers but the group.
    let coverage = inspection::coverage(&snapshot, &picture, today);
    for own in &coverage.points {
        let major = own.level == Some(RiskLevel::Major);
        assert_eq!(own.missing.len(), if major { 1 } else { 4 }, "{own:?}");
    }
    assert!(coverage.pointless.is_empty());
}

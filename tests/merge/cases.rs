//! The cases that went wrong elsewhere, each by name: two copies of the sample, edited apart, merged.

use domain::{
    AnyRecord, Cell, ControlTier, CriteriaPreset, Department, LevelSet, Person, RiskBasis, RiskPointKind,
    RowId, Snapshot, Table, Uuid,
};
use edit::{Command, PlacePoint, Remove, Score, SetField};
use geometry::{Outline, Point};
use merge::{Base, Choices, Conflict, ConflictKind, Merged, Side, difference, merge};
use testkit::{FixedWorld, execute_on, generate, must_be_whole};

/// The sample, and two copies of it.
struct Copies {
    base: Snapshot,
    ours: Snapshot,
    theirs: Snapshot,
    here: FixedWorld,
    there: FixedWorld,
}

fn rows(records: Vec<AnyRecord>) -> Snapshot {
    let mut rows = Snapshot::default();
    records.into_iter().for_each(|record| rows.put(record));
    rows
}

impl Copies {
    fn sample() -> Self {
        let base = rows(api::sample_project().unwrap().records);
        let (ours, theirs) = (base.clone(), base.clone());
        Self { base, ours, theirs, here: FixedWorld::new(2), there: FixedWorld::new(3) }
    }

    fn here(&mut self, command: Command) {
        assert!(execute_on(&mut self.ours, &self.here, command));
    }

    fn there(&mut self, command: Command) {
        assert!(execute_on(&mut self.theirs, &self.there, command));
    }

    /// Merged with nothing chosen, ours first; the result is whole.
    fn merged(&self) -> (Merged, Snapshot) {
        self.chosen(&Choices::all(Side::Ours))
    }

    fn chosen(&self, choices: &Choices) -> (Merged, Snapshot) {
        let merged = merge(Base::from(Some(&self.base)), &self.ours, &self.theirs, choices);
        let result = merged.result(&self.ours);
        must_be_whole(&result, "the result");
        (merged, result)
    }

    fn point(&self, number: usize) -> RowId {
        let point = self.base.points.iter().nth(number).unwrap();
        RowId { table: Table::RiskPoint, id: point.id.into() }
    }
}

fn set(row: RowId, column: &str, value: &str) -> Command {
    Command::SetField(SetField { row, column: column.to_owned(), value: Cell::text(value) })
}

fn remove(row: RowId) -> Command {
    Command::Remove(Remove { rows: vec![row] })
}

fn cell(rows: &Snapshot, row: RowId, column: &str) -> String {
    let index = row.table.columns().iter().position(|own| own.name == column).unwrap();
    rows.get(row).unwrap().cell(index).to_string()
}

fn open(merged: &Merged) -> Vec<&Conflict> {
    merged.conflicts.iter().filter(|own| own.kind != ConflictKind::Follows).collect()
}

#[test]
fn the_same_change_on_both_sides_is_no_conflict() {
    let mut copies = Copies::sample();
    let point = copies.point(0);
    copies.here(set(point, "name", "新名"));
    copies.there(set(point, "name", "新名"));
    copies.here(remove(copies.point(3)));
    copies.there(remove(copies.point(3)));
    let (merged, result) = copies.merged();
    assert_eq!(merged.conflicts, []);
    assert_eq!(cell(&result, point, "name"), "新名");
    // Each side retired the code of the deleted point; once is enough.
    assert_eq!(result.retired_codes.len(), copies.base.retired_codes.len() + 1);
}

#[test]
fn different_columns_of_a_row_merge() {
    let mut copies = Copies::sample();
    let point = copies.point(0);
    copies.here(set(point, "name", "我的名称"));
    copies.there(set(point, "note", "他的备注"));
    let (merged, result) = copies.merged();
    assert_eq!(merged.conflicts, []);
    assert_eq!((merged.merged(), cell(&result, point, "name").as_str()), (1, "我的名称"));
    assert_eq!(cell(&result, point, "note"), "他的备注");
}

#[test]
fn one_cell_changed_on_both_sides_shows_base_mine_and_theirs() {
    let mut copies = Copies::sample();
    let point = copies.point(0);
    let old = cell(&copies.base, point, "name");
    copies.here(set(point, "name", "甲"));
    copies.there(set(point, "name", "乙"));
    let (merged, result) = copies.merged();
    let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
    assert_eq!((conflict.row, conflict.field, conflict.kind), (point, "name", ConflictKind::Value));
    assert_eq!(conflict.base, Cell::text(old));
    assert_eq!((conflict.ours.to_string(), conflict.theirs.to_string()), ("甲".into(), "乙".into()));
    assert_eq!(cell(&result, point, "name"), "甲");
    let mut choices = Choices::all(Side::Ours);
    choices.chosen.insert((point, "name".to_owned()), Side::Theirs);
    assert_eq!(cell(&copies.chosen(&choices).1, point, "name"), "乙");
}

#[test]
fn deleted_here_and_edited_there_is_asked_and_comes_back_whole() {
    let mut copies = Copies::sample();
    let hazard = copies.base.hazards.iter().next().unwrap().clone();
    let row = RowId { table: Table::Hazard, id: hazard.id.into() };
    let point = RowId { table: Table::RiskPoint, id: hazard.point_id.into() };
    copies.here(remove(point));
    copies.there(set(row, "description", "他改过的危险源"));
    let (merged, result) = copies.merged();
    let asked = open(&merged);
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].row, asked[0].field, asked[0].kind), (row, "id", ConflictKind::Deleted));
    assert!(!result.contains(row) && !result.contains(point));
    let (merged, result) = copies.chosen(&Choices::all(Side::Theirs));
    // The whole deletion is taken back: the point, its other hazards, their scores; and each of them is named.
    assert_eq!(result, copies.theirs);
    assert!(merged.conflicts.iter().any(|own| own.row == point && own.kind == ConflictKind::Follows));
}

#[test]
fn a_parent_deleted_here_and_a_child_added_there() {
    let mut copies = Copies::sample();
    let point = copies.point(2);
    copies.here(remove(point));
    let world = &copies.there;
    let mut cells = std::collections::BTreeMap::new();
    cells.insert("point_id".to_owned(), Cell::text(point.id.to_string()));
    cells.insert("description".to_owned(), Cell::text("他新加的危险源"));
    let add = Command::Add(edit::Add { table: Table::Hazard, cells });
    assert!(execute_on(&mut copies.theirs, world, add));
    let (merged, result) = copies.merged();
    let asked = open(&merged);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!((asked[0].row, asked[0].kind), (point, ConflictKind::Parent));
    assert!(!result.contains(point));
    assert!(merged.conflicts.iter().any(|own| own.row.table == Table::Hazard), "what goes with it is named");
    let (_, result) = copies.chosen(&Choices::all(Side::Theirs));
    assert_eq!(result, copies.theirs);
}

#[test]
fn a_zone_deleted_here_and_given_a_point_there() {
    let mut copies = Copies::sample();
    let zone = copies.base.zones.iter().next().unwrap();
    let row = RowId { table: Table::RiskZone, id: zone.id.into() };
    let point = copies.base.points.iter().find(|point| point.zone_id != Some(zone.id)).unwrap();
    let point = RowId { table: Table::RiskPoint, id: point.id.into() };
    copies.there(set(point, "zone_id", &row.id.to_string()));
    copies.here(remove(row));
    let (merged, result) = copies.merged();
    assert_eq!(open(&merged).len(), 1);
    assert!(!result.contains(row));
    let named: Vec<_> = merged.conflicts.iter().map(|own| (own.row, own.field)).collect();
    assert!(named.contains(&(point, "zone_id")), "the point that lost its zone is named");
    let (_, result) = copies.chosen(&Choices::all(Side::Theirs));
    assert_eq!(result, copies.theirs);
}

#[test]
fn one_code_given_to_two_new_points() {
    let mut copies = Copies::sample();
    let floor = copies.base.floors.iter().next().unwrap().id;
    let place = |name: &str| {
        let position = Point::new(1_000.0, 1_000.0).unwrap();
        let (kind, name) = (RiskPointKind::Facility, name.to_owned());
        Command::PlacePoint(PlacePoint { floor, position, kind, name, department: None })
    };
    copies.here(place("我的"));
    copies.there(place("他的"));
    let code = |rows: &Snapshot, name: &str| {
        rows.points.iter().find(|point| point.name == name).unwrap().code.clone()
    };
    let given = code(&copies.ours, "我的");
    assert_eq!(given, code(&copies.theirs, "他的"));
    let (merged, result) = copies.merged();
    assert!(merged.conflicts.iter().all(|own| own.kind == ConflictKind::Code && own.field == "code"));
    assert_eq!(code(&result, "我的"), given);
    assert_ne!(code(&result, "他的"), given);
    let (_, result) = copies.chosen(&Choices::all(Side::Theirs));
    assert_eq!(code(&result, "他的"), given);
    assert_ne!(code(&result, "我的"), given);
}

#[test]
fn both_renumbered_points() {
    let mut copies = Copies::sample();
    let (one, two) = (copies.point(0), copies.point(1));
    copies.here(set(one, "code", "NEW-S-001"));
    copies.there(set(two, "code", "NEW-S-001"));
    let (merged, result) = copies.merged();
    assert!(open(&merged).iter().all(|own| own.kind == ConflictKind::Code));
    assert_eq!(cell(&result, one, "code"), "NEW-S-001");
    assert_eq!(cell(&result, two, "code"), "NEW-S-002");
}

#[test]
fn a_code_retired_here_and_given_again_there() {
    let mut copies = Copies::sample();
    let floor = copies.base.floors.iter().next().unwrap().id;
    let position = Point::new(1_000.0, 1_000.0).unwrap();
    let place = Command::PlacePoint(PlacePoint {
        floor,
        position,
        kind: RiskPointKind::Facility,
        name: "新".to_owned(),
        department: None,
    });
    copies.here(place.clone());
    copies.there(place);
    let mine = copies.ours.points.iter().find(|point| point.name == "新").unwrap();
    let (row, code) = (RowId { table: Table::RiskPoint, id: mine.id.into() }, mine.code.clone());
    copies.here(remove(row));
    let (merged, result) = copies.merged();
    assert!(open(&merged).iter().all(|own| own.kind == ConflictKind::Code));
    let theirs = result.points.iter().find(|point| point.name == "新").unwrap();
    assert_ne!(theirs.code, code, "a retired code is not given again");
}

/// Two zones beside each other with a border in common at `x`, on the first floor.
fn neighbours(rows: &mut Snapshot, x: f64) -> (RowId, RowId) {
    let floor = rows.floors.iter().next().unwrap().id;
    let template = rows.zones.iter().next().unwrap().clone();
    let corner = |x: f64, y: f64| Point::new(x, y).unwrap();
    let mut make = |number: u128, left: f64, right: f64| {
        let outline = Outline::rectangle(corner(left, 0.0), corner(right, 5_000.0)).unwrap();
        let id = Uuid::from_u128(0x0193_7000_8000_0000_0000_0000_0000_0000 + number);
        let mut zone = template.clone();
        zone.id = id.into();
        zone.code = format!("边-{number}");
        zone.floor_id = Some(floor);
        zone.outline = Some(outline);
        rows.put(zone.into());
        RowId { table: Table::RiskZone, id }
    };
    (make(1, 0.0, x), make(2, x, 20_000.0))
}

#[test]
fn both_moved_one_shared_border() {
    let mut copies = Copies::sample();
    let (left, right) = neighbours(&mut copies.base, 10_000.0);
    (copies.ours, copies.theirs) = (copies.base.clone(), copies.base.clone());
    neighbours(&mut copies.ours, 8_000.0);
    neighbours(&mut copies.theirs, 12_000.0);
    let (merged, result) = copies.merged();
    assert_eq!(merged.conflicts.len(), 2);
    assert!(merged.conflicts.iter().all(|own| own.kind == ConflictKind::Border && own.field == "outline"));
    assert_eq!(merged.conflicts[0].group, merged.conflicts[1].group, "they are chosen together");
    assert_eq!(result, copies.ours);
    // One choice decides over both: no gap and no overlap.
    let mut choices = Choices::all(Side::Ours);
    choices.chosen.insert((right, "outline".to_owned()), Side::Theirs);
    let (_, result) = copies.chosen(&choices);
    assert_eq!(cell(&result, left, "outline"), cell(&copies.theirs, left, "outline"));
    assert_eq!(cell(&result, right, "outline"), cell(&copies.theirs, right, "outline"));
}

#[test]
fn a_border_moved_here_and_only_one_of_its_zones_there() {
    let mut copies = Copies::sample();
    let (left, right) = neighbours(&mut copies.base, 10_000.0);
    (copies.ours, copies.theirs) = (copies.base.clone(), copies.base.clone());
    neighbours(&mut copies.ours, 8_000.0);
    let AnyRecord::RiskZone(mut zone) = copies.base.get(right).unwrap() else { panic!() };
    let corner = |x: f64, y: f64| Point::new(x, y).unwrap();
    zone.outline = Some(Outline::rectangle(corner(10_000.0, 0.0), corner(20_000.0, 6_000.0)).unwrap());
    copies.theirs.put(zone.into());
    let (merged, _) = copies.merged();
    assert!(!merged.conflicts.is_empty());
    for side in [Side::Ours, Side::Theirs] {
        let (_, result) = copies.chosen(&Choices::all(side));
        let outline = |row: RowId| result.zones.get(row.id.into()).unwrap().outline.clone().unwrap();
        let overlap = outline(left).common_area(&outline(right));
        assert!(overlap < 1.0, "{side:?}: the zones overlap by {overlap}");
    }
}

#[test]
fn thresholds_changed_on_one_side() {
    let mut copies = Copies::sample();
    let preset = copies.base.presets.iter().next().unwrap().clone();
    let changed =
        CriteriaPreset { version: preset.version + 1, body: preset.body.replace("160", "170"), ..preset };
    assert_ne!(changed.body, copies.base.presets.iter().next().unwrap().body);
    copies.theirs.put(changed.clone().into());
    copies.here(set(copies.point(0), "name", "我的"));
    let (merged, result) = copies.merged();
    assert_eq!(merged.conflicts, []);
    assert_eq!(result.presets.get(changed.id), Some(&changed));
    // On both sides: version and content are chosen together.
    let other = CriteriaPreset { body: changed.body.replace("170", "180"), ..changed };
    copies.ours.put(other.clone().into());
    let (merged, result) = copies.merged();
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(result.presets.get(other.id), Some(&other));
}

#[test]
fn one_score_given_on_both_sides_counts_once() {
    let mut copies = Copies::sample();
    let accident = copies.base.accidents.iter().next().unwrap().id;
    let assessor = copies.base.people.iter().next().unwrap().id;
    let score = |factors: &str| {
        let (basis, factors) = (RiskBasis::Inherent, factors.parse().unwrap());
        Command::Score(Score { accident, assessor, basis, factors, preset: None })
    };
    copies.here(score("3,6,15"));
    copies.there(score("6,6,15"));
    let (merged, result) = copies.merged();
    let own: Vec<_> = result
        .assessments
        .iter()
        .filter(|own| {
            own.accident_id == accident && own.assessor_id == assessor && own.basis == RiskBasis::Inherent
        })
        .collect();
    assert_eq!(own.len(), 1, "an assessor has one score for each accident and basis");
    assert_eq!(own[0].factors.to_string(), "3,6,15");
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].field, "factors");
}

#[test]
fn two_tiers_of_one_name_are_both_kept() {
    let mut copies = Copies::sample();
    let tier = |number: u128| ControlTier {
        id: Uuid::from_u128(0x0193_7000_8000_0000_0000_0000_0000_0000 + number).into(),
        name: "社区级".to_owned(),
        rank: 9,
        levels: LevelSet::new([]),
    };
    copies.ours.put(tier(1).into());
    copies.theirs.put(tier(2).into());
    let (merged, result) = copies.merged();
    assert_eq!(merged.conflicts, []);
    assert_eq!(result.tiers.iter().filter(|tier| tier.name == "社区级").count(), 2);
}

#[test]
fn both_together_would_make_an_office_part_of_itself() {
    let mut copies = Copies::sample();
    let mut offices = copies.base.departments.iter().filter(|own| own.parent_id.is_none());
    let row = |own: &Department| RowId { table: Table::Department, id: own.id.into() };
    let (one, two) = (row(offices.next().unwrap()), row(offices.next().unwrap()));
    copies.here(set(one, "parent_id", &two.id.to_string()));
    copies.there(set(two, "parent_id", &one.id.to_string()));
    let (merged, result) = copies.merged();
    assert!(merged.conflicts.iter().any(|own| own.kind == ConflictKind::Loop));
    assert_eq!(cell(&result, one, "parent_id"), two.id.to_string());
    assert_eq!(cell(&result, two, "parent_id"), "");
}

#[test]
fn two_changes_that_do_not_go_together_are_taken_from_one_side() {
    let mut copies = Copies::sample();
    let point = copies.point(0);
    // Here it loses its place on the plan, there it is moved on the same plan.
    let AnyRecord::RiskPoint(own) = copies.base.get(point).unwrap() else { panic!() };
    let (mut gone, mut moved) = (own.clone(), own);
    (gone.floor_id, gone.position) = (None, None);
    moved.position = Some(Point::new(123.0, 456.0).unwrap());
    copies.ours.put(gone.into());
    copies.theirs.put(moved.into());
    let (merged, result) = copies.merged();
    assert!(merged.conflicts.iter().all(|own| own.kind == ConflictKind::Value));
    assert_eq!(cell(&result, point, "position"), "");
    let (_, result) = copies.chosen(&Choices::all(Side::Theirs));
    assert_eq!(result, copies.theirs);
}

#[test]
fn ten_thousand_new_points_on_one_side() {
    let mut copies = Copies::sample();
    copies.ours = rows(generate(100, 50));
    copies.base = copies.ours.clone();
    copies.theirs = copies.ours.clone();
    let template = copies.base.points.iter().next().unwrap().clone();
    for number in 0..10_000_u128 {
        let mut point = template.clone();
        point.id = Uuid::from_u128(0x0193_7000_8000_0000_0000_0000_0000_0000 + number).into();
        point.code = format!("N-{number:05}");
        copies.theirs.put(point.into());
    }
    let first = RowId { table: Table::RiskPoint, id: template.id.into() };
    copies.here(set(first, "name", "我的"));
    let (merged, result) = copies.merged();
    assert_eq!((merged.merged(), merged.conflicts.len()), (10_000, 0));
    assert_eq!(result.points.len(), 10_100);
    assert_eq!(cell(&result, first, "name"), "我的");
}

#[test]
fn without_an_ancestor_rows_are_matched_by_id_then_offered_by_code_and_name() {
    let mut copies = Copies::sample();
    let point = copies.point(0);
    // The same person and the same point entered by hand on both sides, under ids of their own.
    let old = copies.base.people.iter().next().unwrap().clone();
    let fresh = |number: u128| Uuid::from_u128(0x0193_7000_8000_0000_0000_0000_0000_0000 + number);
    copies.ours.put(Person { id: fresh(1).into(), name: "新来的".to_owned(), ..old.clone() }.into());
    copies.theirs.put(
        Person { id: fresh(2).into(), name: "新来的".to_owned(), phone: "123".to_owned(), ..old }.into(),
    );
    copies.there(set(point, "name", "他的名称"));
    let merged = merge(Base::default(), &copies.ours, &copies.theirs, &Choices::all(Side::Ours));
    let result = merged.result(&copies.ours);
    must_be_whole(&result, "without an ancestor");
    assert_eq!(open(&merged).len(), 1, "a difference without an ancestor is asked");
    assert_eq!(merged.conflicts[0].base, Cell::Null);
    let [offer] = merged.offers.as_slice() else { panic!("{:?}", merged.offers) };
    assert_eq!((offer.ours.id, offer.theirs.id), (fresh(1), fresh(2)));
    assert_eq!(result.people.iter().filter(|own| own.name == "新来的").count(), 2);
    let mut choices = Choices::all(Side::Theirs);
    choices.same.insert(offer.theirs, offer.ours.id);
    let merged = merge(Base::default(), &copies.ours, &copies.theirs, &choices);
    let result = merged.result(&copies.ours);
    let people: Vec<_> = result.people.iter().filter(|own| own.name == "新来的").collect();
    assert_eq!((people.len(), people[0].phone.as_str()), (1, "123"));
}

#[test]
fn two_projects_that_have_nothing_in_common_still_merge_into_one() {
    let ours = rows(generate(30, 20));
    let theirs = rows(api::sample_project().unwrap().records);
    let merged = merge(Base::default(), &ours, &theirs, &Choices::all(Side::Ours));
    let result = merged.result(&ours);
    must_be_whole(&result, "strangers");
    assert_eq!(result.points.len(), ours.points.len() + theirs.points.len());
    assert_eq!(result.organisation().unwrap().name, ours.organisation().unwrap().name);
}

#[test]
fn where_two_ancestors_disagree_nothing_is_taken_for_certain() {
    let mut copies = Copies::sample();
    let point = copies.point(0);
    let mut other = copies.base.clone();
    assert!(execute_on(&mut other, &FixedWorld::new(9), set(point, "name", "中间")));
    // Ours went back to what the first ancestor had; with the first alone theirs would win without a word.
    copies.theirs = other.clone();
    let base = Base { rows: Some(&copies.base), other: Some(&other) };
    let merged = merge(base, &copies.ours, &copies.theirs, &Choices::all(Side::Ours));
    assert_eq!(merged.conflicts.len(), 1);
    assert!(difference(&copies.ours, &merged.result(&copies.ours)).is_empty());
}

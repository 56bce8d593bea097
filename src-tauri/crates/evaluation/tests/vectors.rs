//! The worked examples of the field (T1-T34) and what must hold for every input.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use domain::{
    Assessment, CriteriaPreset, Decimal, DirectDetermination, Factors, Hazard, PossibleAccident, RiskBasis,
    RiskLevel, RiskPoint, RiskPointKind, RiskZone, RiskZoneKind, Snapshot, Uuid,
};
use evaluation::{Preset, Reason, built_in_presets, evaluate, risk_picture};
use proptest::prelude::*;

fn preset(code: &str) -> Preset {
    built_in_presets().into_iter().find(|preset| preset.code() == code).expect(code)
}

fn level(preset: &Preset, scores: &[&str]) -> (String, RiskLevel) {
    let factors: Vec<Factors> = scores.iter().map(|text| text.parse().unwrap()).collect();
    let (score, level, _) = evaluate(preset, &factors).unwrap();
    (score.shown(preset), level)
}

/// Id, preset, the assessors' values, the score as shown, the level. From the field's table of examples.
const VECTORS: &[(&str, &str, &[&str], &str, RiskLevel)] = &[
    ("T1", "lec-four-colour", &["1,10,7"], "70", RiskLevel::Medium),
    ("T1 strict", "lec-four-colour-strict", &["1,10,7"], "70", RiskLevel::Low),
    ("T2", "lec-four-colour", &["10,1,7"], "70", RiskLevel::Medium),
    ("T3", "lec-four-colour", &["3,6,3"], "54", RiskLevel::Low),
    ("T4", "lec-four-colour", &["3,6,1"], "18", RiskLevel::Low),
    ("T5", "lec-four-colour", &["1,6,15"], "90", RiskLevel::Medium),
    ("T6", "lec-four-colour", &["3,6,7"], "126", RiskLevel::Medium),
    ("T7", "lec-four-colour", &["3,10,7"], "210", RiskLevel::High),
    ("T8", "lec-four-colour", &["6,6,7"], "252", RiskLevel::High),
    ("T9", "lec-four-colour", &["3,6,15"], "270", RiskLevel::High),
    ("T10", "lec-four-colour", &["0.5,6,100"], "300", RiskLevel::High),
    ("T11", "lec-four-colour", &["3,3,40"], "360", RiskLevel::Major),
    ("T12", "lec-four-colour", &["6,6,15"], "540", RiskLevel::Major),
    ("T13", "lec-four-colour", &["0.1,3,100"], "30", RiskLevel::Low),
    ("T14", "lec-four-colour", &["0.2,6,40"], "48", RiskLevel::Low),
    ("T15", "lec-four-colour", &["3,6,15", "3,3,15", "1,6,15"], "165", RiskLevel::High),
    ("T16", "lec-four-colour", &["6,6,7", "1,6,15", "3,6,7"], "156", RiskLevel::Medium),
    ("T17", "lec-four-colour", &["0.5,1,100", "3,6,15"], "160", RiskLevel::High),
    ("T17 strict", "lec-four-colour-strict", &["0.5,1,100", "3,6,15"], "160", RiskLevel::Medium),
    ("T18", "lec-four-colour", &["1,1,100", "6,6,15"], "320", RiskLevel::Major),
    ("T18 strict", "lec-four-colour-strict", &["1,1,100", "6,6,15"], "320", RiskLevel::High),
    ("T19", "lec-four-colour", &["3,6,15", "3,6,7", "1,6,15"], "162", RiskLevel::High),
    ("T23", "ls-1", &["3,4"], "12", RiskLevel::Medium),
    ("T24", "ls-1", &["3,5"], "15", RiskLevel::High),
    ("T25", "ls-1", &["4,5"], "20", RiskLevel::Major),
    ("T26", "ls-1", &["2,4"], "8", RiskLevel::Low),
    ("T26 LS-2", "ls-2", &["2,4"], "8", RiskLevel::Medium),
    ("T27", "ls-1", &["3,4", "3,5", "4,4"], "14.33", RiskLevel::Medium),
    ("T28", "ls-1", &["4,4", "4,5", "5,4"], "18.67", RiskLevel::High),
    ("T29", "ls-coal-6x6", &["2,4", "3,3"], "8.5", RiskLevel::Low),
    ("T29", "ls-1", &["2,4", "3,3"], "8.5", RiskLevel::Low),
    ("T30", "mes", &["3,6,10"], "180", RiskLevel::Major),
    ("T31", "mes", &["3,6,8"], "144", RiskLevel::High),
    ("T32", "mes", &["1,6,8"], "48", RiskLevel::Low),
    ("T33", "mes", &["5,3,4"], "60", RiskLevel::Medium),
];

#[test]
fn the_field_examples_come_out_as_printed() {
    for (id, code, scores, shown, expected) in VECTORS {
        assert_eq!(level(&preset(code), scores), ((*shown).to_owned(), *expected), "{id}");
    }
}

#[test]
fn five_grade_presets_name_their_own_bands() {
    let classic = preset("lec-five-classic");
    let names: Vec<_> = classic.bands().iter().map(|band| band.name.as_str()).collect();
    assert!(names[4].starts_with("稍有危险"), "T4 reads 稍有危险 in the five-grade preset");
    assert_eq!(level(&classic, &["3,6,1"]).1, RiskLevel::Low);
    let five = ["A/1级", "B/2级", "C/3级", "D/4级", "E/5级"];
    assert_eq!(preset("lec-shandong-five").bands().iter().map(|b| b.name.as_str()).collect::<Vec<_>>(), five);
}

#[test]
fn every_band_of_the_matrix_presets_begins_where_the_field_says() {
    let cells = |code: &str, side: i64| {
        let preset = preset(code);
        let mut found = Vec::new();
        for l in 1..=side {
            for s in 1..=side {
                found.push((l * s, level(&preset, &[&format!("{l},{s}")]).1));
            }
        }
        found
    };
    for (code, side, major, high, medium) in
        [("ls-1", 5, 20, 15, 9), ("ls-2", 5, 20, 9, 4), ("ls-3", 5, 15, 8, 4), ("ls-coal-6x6", 6, 30, 18, 9)]
    {
        for (score, level) in cells(code, side) {
            let expected = match score {
                _ if score >= major => RiskLevel::Major,
                _ if score >= high => RiskLevel::High,
                _ if score >= medium => RiskLevel::Medium,
                _ => RiskLevel::Low,
            };
            assert_eq!(level, expected, "{code} R={score}");
        }
    }
}

#[test]
fn a_value_outside_the_table_is_refused_with_what_is_allowed() {
    for (code, text, says) in [
        ("lec-four-colour", "3,6,14", "C"),
        ("lec-four-colour", "3,6", "3"),
        ("lec-four-colour", "3,6,2", "100 40 15 7 3 1"),
        ("lec-shandong-five", "3,6,3", "100 40 15 7 2 1"),
        ("ls-1", "6,1", "5 4 3 2 1"),
        ("mes", "2,6,8", "5 3 1"),
    ] {
        let error = evaluate(&preset(code), &[text.parse().unwrap()]).unwrap_err();
        assert!(error.to_string().contains(says), "{error}");
    }
    assert!(evaluate(&preset("ls-1"), &[]).is_err());
}

#[test]
fn a_mean_just_below_an_edge_never_reads_as_the_edge() {
    // 319.996 must not be shown as 320: one more decimal.
    let score = evaluation::Score {
        method: domain::AssessmentMethod::Lec,
        sum: "319.996".parse().unwrap(),
        count: 1,
    };
    assert_eq!(score.shown(&preset("lec-four-colour")), "319.996");
    let score =
        evaluation::Score { method: domain::AssessmentMethod::Lec, sum: "126".parse().unwrap(), count: 1 };
    assert_eq!(score.shown(&preset("lec-four-colour")), "126");
}

/// A project of nothing but what evaluation reads.
#[derive(Default)]
struct Project {
    snapshot: Snapshot,
    next: u128,
}

impl Project {
    fn id<T: From<Uuid>>(&mut self) -> T {
        self.next += 1;
        Uuid::from_u128(self.next).into()
    }

    fn preset(&mut self, code: &str) -> domain::CriteriaPresetId {
        let found = self.snapshot.presets.iter().find(|preset| preset.code == code).map(|preset| preset.id);
        found.unwrap_or_else(|| {
            let id = self.id();
            let body = preset(code).to_json();
            self.snapshot.presets.put(CriteriaPreset { id, code: code.to_owned(), version: 1, body });
            id
        })
    }

    fn zone(&mut self) -> domain::RiskZoneId {
        let id = self.id();
        self.snapshot.zones.put(RiskZone {
            id,
            code: String::new(),
            name: "区域".to_owned(),
            kind: RiskZoneKind::Place,
            floor_id: None,
            outline: None,
            department_id: None,
            person_id: None,
            note: String::new(),
            locked: false,
            hidden: false,
            grouping: String::new(),
        });
        id
    }

    fn point(&mut self, code: &str, zone: Option<domain::RiskZoneId>) -> domain::RiskPointId {
        let id = self.id();
        self.snapshot
            .points
            .put(RiskPoint { zone_id: zone, ..RiskPoint::blank(id, code, "点", RiskPointKind::Facility) });
        id
    }

    fn hazard(
        &mut self,
        point: domain::RiskPointId,
        accidents: &[(&str, &str, &[&str])],
    ) -> domain::HazardId {
        let hazard = self.id();
        self.snapshot.hazards.put(Hazard::blank(hazard, point, "危险"));
        for (accident_type, code, scores) in accidents {
            let accident = self.id();
            self.snapshot.accidents.put(PossibleAccident {
                id: accident,
                hazard_id: hazard,
                accident_type: (*accident_type).to_owned(),
                ordinal: 0,
            });
            for score in *scores {
                let (id, preset_id) = (self.id(), self.preset(code));
                let assessor_id = self.id();
                self.snapshot.assessments.put(Assessment {
                    id,
                    accident_id: accident,
                    assessor_id,
                    basis: RiskBasis::Existing,
                    preset_id,
                    factors: score.parse().unwrap(),
                    assessed_on: None,
                });
            }
        }
        hazard
    }

    fn determine(&mut self, point: domain::RiskPointId, level: RiskLevel) {
        let id = self.id();
        self.snapshot.determinations.put(DirectDetermination {
            id,
            point_id: point,
            level,
            condition: "dd-4".to_owned(),
            reason: "聚集10人以上".to_owned(),
            decided_by_id: None,
            decided_on: None,
        });
    }
}

#[test]
fn t20_a_hazard_takes_the_highest_of_its_accidents() {
    let mut project = Project::default();
    let point = project.point("A", None);
    let lec = "lec-four-colour";
    let hazard =
        project.hazard(point, &[("08", lec, &["3,3,40"]), ("07", lec, &["3,6,7"]), ("05", lec, &["1,6,15"])]);
    let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
    assert_eq!(picture.hazards[&hazard].level, Some(RiskLevel::Major));
    let deciding = project.snapshot.accidents.find(picture.hazards[&hazard].deciding).unwrap();
    assert_eq!(deciding.accident_type, "08");
    assert_eq!(picture.points[&point].score.unwrap().rounded(2).to_string(), "360");
}

#[test]
fn t21_a_zone_takes_the_highest_of_its_points_and_counts_what_is_not_assessed() {
    let mut project = Project::default();
    let zone = project.zone();
    let empty = project.zone();
    for (code, scores) in [("A", &["3,6,7"][..]), ("B", &["3,6,3"]), ("C", &["3,6,15"]), ("D", &[])] {
        let point = project.point(code, Some(zone));
        project.hazard(point, &[("05", "lec-four-colour", scores)]);
    }
    let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
    let standing = picture.zones[&zone];
    assert_eq!((standing.level, standing.unassessed, standing.points()), (Some(RiskLevel::High), 1, 4));
    assert_eq!(project.snapshot.points.find(standing.deciding).unwrap().code, "C");
    assert_eq!(picture.zones[&empty].level, None, "a zone without points has no colour, not blue");
    assert_eq!(picture.zones[&empty].points(), 0);
    // On the other basis nobody has scored anything.
    let inherent = risk_picture(&project.snapshot, RiskBasis::Inherent);
    assert_eq!((inherent.zones[&zone].level, inherent.zones[&zone].unassessed), (None, 4));
}

#[test]
fn t22_a_direct_determination_raises_and_keeps_the_score() {
    let mut project = Project::default();
    let point = project.point("A", None);
    project.hazard(point, &[("08", "lec-four-colour", &["3,6,7"])]);
    project.determine(point, RiskLevel::Major);
    let risk = risk_picture(&project.snapshot, RiskBasis::Existing).points[&point];
    assert_eq!((risk.level, risk.computed), (Some(RiskLevel::Major), Some(RiskLevel::Medium)));
    assert!(matches!(risk.reason, Reason::Direct(_)));
    assert_eq!(risk.score.unwrap().rounded(2).to_string(), "126");
}

#[test]
fn a_determination_below_the_score_changes_nothing_and_works_without_one() {
    let mut project = Project::default();
    let scored = project.point("A", None);
    project.hazard(scored, &[("08", "lec-four-colour", &["3,3,40"])]);
    project.determine(scored, RiskLevel::High);
    let bare = project.point("B", None);
    project.determine(bare, RiskLevel::High);
    let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
    assert_eq!(
        (picture.points[&scored].level, picture.points[&scored].reason),
        (Some(RiskLevel::Major), Reason::Scored)
    );
    assert_eq!(picture.points[&bare].level, Some(RiskLevel::High));
    assert_eq!(picture.points[&bare].score, None);
}

#[test]
fn t34_levels_are_compared_across_methods_and_scores_never() {
    let mut project = Project::default();
    let point = project.point("A", None);
    project.hazard(point, &[("05", "lec-four-colour", &["3,6,7"])]);
    project.hazard(point, &[("08", "ls-1", &["3,5"])]);
    let risk = risk_picture(&project.snapshot, RiskBasis::Existing).points[&point];
    assert_eq!(risk.level, Some(RiskLevel::High));
    let score = risk.score.unwrap();
    assert_eq!(format!("{}={}", score.method.score_symbol(), score.rounded(2)), "R=15");
}

#[test]
fn far_apart_assessors_and_lowering_means_are_flagged() {
    let mut project = Project::default();
    let lec = "lec-four-colour";
    let agreeing = project.point("JD-S-001", None);
    project.hazard(agreeing, &[("03", lec, &["3,6,15", "3,6,15", "1,6,15"])]);
    let spread = project.point("HQ-S-104", None);
    project.hazard(spread, &[("03", lec, &["3,6,7", "1,6,7", "3,6,15"])]);
    let lowered = project.point("HQ-Z-108", None);
    project.hazard(lowered, &[("X02", lec, &["3,6,15", "1,6,15", "1,6,15"])]);
    let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
    let seen = |id| {
        let risk = picture.points[&id];
        (risk.score.unwrap().rounded(2).to_string(), risk.level.unwrap(), risk.spread, risk.lowered_by_mean)
    };
    assert_eq!(seen(agreeing), ("210".to_owned(), RiskLevel::High, false, false));
    assert_eq!(seen(spread), ("146".to_owned(), RiskLevel::Medium, true, true));
    assert_eq!(seen(lowered), ("150".to_owned(), RiskLevel::Medium, false, true));
}

#[test]
fn values_that_their_preset_does_not_allow_are_counted_not_used() {
    let mut project = Project::default();
    let point = project.point("A", None);
    project.hazard(point, &[("05", "lec-four-colour", &["3,6,14"])]);
    let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
    assert_eq!(picture.points[&point].level, None);
    assert!(picture.accidents.values().all(|risk| risk.invalid == 1));
}

#[test]
fn a_loop_of_departments_ends() {
    let mut project = Project::default();
    let (a, b) = (project.id(), project.id());
    for (id, parent) in [(a, b), (b, a)] {
        project.snapshot.departments.put(domain::Department {
            id,
            parent_id: Some(parent),
            code: String::new(),
            name: "部门".to_owned(),
            head_id: None,
            phone: String::new(),
            ordinal: 0,
        });
    }
    let point = project.point("A", None);
    let mut row = project.snapshot.points.get(point).unwrap().clone();
    row.department_id = Some(a);
    project.snapshot.points.put(row);
    project.hazard(point, &[("05", "lec-four-colour", &["3,6,7"])]);
    let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
    assert_eq!(picture.departments[&b].level, Some(RiskLevel::Medium));
}

fn any_preset() -> impl Strategy<Value = Preset> {
    proptest::sample::select(built_in_presets())
}

/// Values of a preset by their places in its tables.
fn chosen(preset: &Preset, places: &[usize]) -> Factors {
    let values = preset.factors().iter().zip(places).map(|(table, place)| {
        let index = place % table.values.len();
        table.values[index].value.parse::<Decimal>().unwrap()
    });
    Factors::new(values.collect()).unwrap()
}

proptest! {
    #[test]
    fn raising_any_factor_never_lowers_a_level(
        preset in any_preset(), places in proptest::collection::vec(0..7usize, 3),
        others in proptest::collection::vec(proptest::collection::vec(0..7usize, 3), 0..4), which in 0..3usize,
    ) {
        let which = which % preset.factors().len();
        let length = preset.factors()[which].values.len();
        let place = places[which] % length;
        prop_assume!(place > 0);
        let mut higher = places.clone();
        higher[which] = place - 1;
        let with = |own: &[usize]| {
            let mut scores = vec![chosen(&preset, own)];
            scores.extend(others.iter().map(|other| chosen(&preset, other)));
            evaluate(&preset, &scores).unwrap().1
        };
        prop_assert!(with(&higher) >= with(&places));
    }

    #[test]
    fn the_order_of_assessors_does_not_matter(
        preset in any_preset(), all in proptest::collection::vec(proptest::collection::vec(0..7usize, 3), 1..6),
        turn in 0..6usize,
    ) {
        let scores: Vec<_> = all.iter().map(|places| chosen(&preset, places)).collect();
        let mut turned = scores.clone();
        turned.rotate_left(turn % scores.len());
        turned.reverse();
        let (a, b) = (evaluate(&preset, &scores).unwrap(), evaluate(&preset, &turned).unwrap());
        prop_assert_eq!((a.0, a.1), (b.0, b.1));
    }

    #[test]
    fn an_edge_belongs_to_the_side_that_the_preset_says(preset in any_preset()) {
        for band in preset.bands() {
            let (text, own) = match (&band.at_least, &band.above) {
                (Some(text), _) => (text, true),
                (None, Some(text)) => (text, false),
                (None, None) => continue,
            };
            let edge: Decimal = text.parse().unwrap();
            // A mean that is exactly on the edge, made of two products around it, through the public door.
            let score = |sum: Decimal| evaluation::Score { method: preset.method(), sum, count: 1 };
            let changes = preset.level_changes();
            if let Some((bound, _)) = changes.iter().find(|(bound, _)| bound.score == edge) {
                prop_assert_eq!(bound.inclusive, own);
            }
            prop_assert_eq!(score(edge).shown(&preset), edge.normalize().to_string());
        }
    }

    #[test]
    fn the_order_of_children_does_not_matter(
        levels in proptest::collection::vec((0..4usize, 0..3usize), 1..8), turn in 0..8usize,
    ) {
        // The same points, given their ids in two different orders, make the same zone.
        let scores = [["3,6,3"], ["3,6,7"], ["3,6,15"], ["6,6,15"]];
        let methods = ["lec-four-colour", "ls-1", "mes"];
        let matrix = [["2,3"], ["3,3"], ["3,5"], ["5,5"]];
        let mes = [["1,6,2"], ["5,3,4"], ["3,6,8"], ["5,10,10"]];
        let build = |order: &[usize]| {
            let mut project = Project::default();
            let zone = project.zone();
            for index in order {
                let (level, method) = levels[*index];
                let point = project.point(&format!("P{index:02}"), Some(zone));
                let values: &[&str] = match method { 0 => &scores[level], 1 => &matrix[level], _ => &mes[level] };
                project.hazard(point, &[("05", methods[method], values)]);
            }
            let picture = risk_picture(&project.snapshot, RiskBasis::Existing);
            let standing = picture.zones[&zone];
            let code = project.snapshot.points.find(standing.deciding).unwrap().code.clone();
            (standing.level, standing.counts, code)
        };
        let order: Vec<usize> = (0..levels.len()).collect();
        let mut turned = order.clone();
        turned.rotate_left(turn % order.len());
        turned.reverse();
        prop_assert_eq!(build(&order), build(&turned));
    }
}

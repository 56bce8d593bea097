//! A project in which everything that bears on a level occurs: three preset families, several assessors, adjustments,
//! direct determinations, points without scores, means on and beside the edges of bands.
//! Relies on the shipped presets for the values; the same at each call.
//! Knows no level: what they come to is recalculated by others.

use crate::generate::generate;
use domain::*;
use evaluation::{Preset, built_in_presets};
use fastrand::Rng;

/// A project of so many points under three families of criteria.
pub fn generate_mixed(points: usize) -> Vec<AnyRecord> {
    let mut random = Rng::with_seed(points as u64 + 1);
    let mut next = 0_u128;
    let mut id = || {
        next += 1;
        Uuid::from_u128((0x0194_0000_0000_7000_8000_u128 << 48) | next)
    };
    let mut rows = generate(points, (points / 20).clamp(3, 1_000));
    // Scores are made anew below.
    rows.retain(|row| !matches!(row, AnyRecord::Assessment(_)));
    let families: Vec<(RiskPointKind, [&str; 2])> = vec![
        (RiskPointKind::Activity, ["lec-four-colour", "lec-four-colour-strict"]),
        (RiskPointKind::Facility, ["ls-1", "ls-2"]),
        (RiskPointKind::Workplace, ["mes", "mes"]),
    ];
    let shipped = built_in_presets();
    let preset = |code: &str| shipped.iter().find(|preset| preset.code() == code).unwrap();
    let mut ids: Vec<(&str, CriteriaPresetId)> = Vec::new();
    for code in families.iter().flat_map(|(_, codes)| codes) {
        if !ids.iter().any(|(own, _)| own == code) {
            let new = id().into();
            let found = preset(code);
            let (own_code, version, body) = (found.code().to_owned(), found.version(), found.to_json());
            rows.push(CriteriaPreset { id: new, code: own_code, version, body }.into());
            ids.push((code, new));
        }
    }
    let id_of = |code: &str| ids.iter().find(|(own, _)| *own == code).unwrap().1;
    let mut people: Vec<PersonId> = Vec::new();
    let mut kinds: Vec<(RiskPointId, RiskPointKind)> = Vec::new();
    let mut hazards: Vec<(HazardId, RiskPointId)> = Vec::new();
    for row in &mut rows {
        match row {
            AnyRecord::Project(project) => {
                project.activity_preset_id = id_of("lec-four-colour");
                project.facility_preset_id = id_of("ls-1");
                project.workplace_preset_id = id_of("mes");
            }
            AnyRecord::Person(person) => people.push(person.id),
            AnyRecord::RiskPoint(point) => kinds.push((point.id, point.kind)),
            AnyRecord::Hazard(hazard) => hazards.push((hazard.id, hazard.point_id)),
            _ => {}
        }
    }
    let kinds: std::collections::BTreeMap<_, _> = kinds.into_iter().collect();
    let hazards: std::collections::BTreeMap<_, _> = hazards.into_iter().collect();
    let mut accidents: Vec<(PossibleAccidentId, RiskPointKind)> = Vec::new();
    let mut more: Vec<AnyRecord> = Vec::new();
    for row in &rows {
        let AnyRecord::PossibleAccident(accident) = row else { continue };
        let kind = kinds[&hazards[&accident.hazard_id]];
        accidents.push((accident.id, kind));
        if random.u32(0..3) == 0 {
            let second = id().into();
            let accident_type = "20".to_owned();
            let hazard_id = accident.hazard_id;
            more.push(PossibleAccident { id: second, hazard_id, accident_type, ordinal: 2 }.into());
            accidents.push((second, kind));
        }
    }
    for (accident, kind) in accidents {
        let codes = families.iter().find(|(own, _)| *own == kind).unwrap().1;
        // Now and then an accident is scored by the family's other criteria.
        let code = codes[usize::from(random.u32(0..5) == 0)];
        for basis in [RiskBasis::Existing, RiskBasis::Inherent] {
            if random.u32(0..8) == 0 {
                continue;
            }
            let count = [1, 1, 2, 3, 3, 7][random.usize(0..6)];
            let first = random.usize(0..people.len());
            for assessor in 0..count {
                more.push(
                    Assessment {
                        id: id().into(),
                        accident_id: accident,
                        assessor_id: people[(first + assessor) % people.len()],
                        basis,
                        preset_id: id_of(code),
                        factors: any_factors(preset(code), &mut random),
                        assessed_on: None,
                    }
                    .into(),
                );
            }
            if random.u32(0..25) == 0 {
                more.push(
                    LevelAdjustment {
                        id: id().into(),
                        accident_id: accident,
                        basis,
                        level: RiskLevel::ALL[random.usize(0..4)],
                        reason: "组长调整".to_owned(),
                        decided_by_id: None,
                        decided_on: None,
                    }
                    .into(),
                );
            }
        }
    }
    for point in kinds.keys() {
        if random.u32(0..30) == 0 {
            more.push(
                DirectDetermination {
                    id: id().into(),
                    point_id: *point,
                    level: RiskLevel::Major,
                    condition: "dd-4".to_owned(),
                    reason: "聚集".to_owned(),
                    decided_by_id: None,
                    decided_on: None,
                }
                .into(),
            );
        }
    }
    rows.extend(more);
    rows
}

fn any_factors(preset: &Preset, random: &mut Rng) -> Factors {
    let value = |factor: &evaluation::FactorTable| {
        let values = &factor.values;
        values[random.usize(0..values.len())].value.clone()
    };
    let values: Vec<String> = preset.factors().iter().map(value).collect();
    Factors::try_from(values).unwrap()
}

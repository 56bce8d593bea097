//! Scores as a table: first factor down, last factor across, for each set of criteria in use.
//! Relies on the deciding accident of each point; of several assessors the one with the highest product stands there.
//! Knows no threshold: a cell has the level of the points in it.

use crate::{Tally, Title};
use domain::{AssessmentId, Decimal, Language, RiskLevel, RiskPointId, Snapshot};
use evaluation::{Preset, RiskPicture};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// Scores of one set of criteria.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewMatrix")]
pub struct Matrix {
    /// Code of the criteria.
    pub preset: String,
    /// What they are called.
    pub title: Title,
    /// Symbol of the factor that goes down: L or M.
    pub down: String,
    /// Symbol of the factor that goes across: C or S.
    pub across: String,
    /// Cells that hold something, by value down, then across.
    pub cells: Vec<MatrixCell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "OverviewCell")]
pub struct MatrixCell {
    /// Value of the factor that goes down.
    pub down: String,
    /// Value of the factor that goes across.
    pub across: String,
    /// The highest level among its points.
    pub level: Option<RiskLevel>,
    /// Its points.
    pub points: Tally,
}

type Cells = BTreeMap<(Decimal, Decimal), (Option<RiskLevel>, Vec<RiskPointId>)>;

pub(crate) fn matrices(snapshot: &Snapshot, picture: &RiskPicture) -> Vec<Matrix> {
    let mut wanted: FxHashMap<AssessmentId, (RiskPointId, Option<RiskLevel>)> = FxHashMap::default();
    for (point, risk) in &picture.points {
        let deciding = risk.accident.and_then(|accident| picture.accidents.get(&accident));
        let Some(deciding) = deciding else { continue };
        if let Some(highest) = deciding.assessors.iter().max_by_key(|own| own.product) {
            wanted.insert(highest.assessment, (*point, deciding.level));
        }
    }
    let mut tables: BTreeMap<_, Cells> = BTreeMap::new();
    for assessment in &snapshot.assessments {
        let Some((point, level)) = wanted.get(&assessment.id) else { continue };
        let values = assessment.factors.values();
        let (Some(down), Some(across)) = (values.first(), values.last()) else { continue };
        let cell = tables.entry(assessment.preset_id).or_default().entry((*down, *across)).or_default();
        cell.0 = cell.0.max(*level);
        cell.1.push(*point);
    }
    let matrix = |(id, cells): (domain::CriteriaPresetId, Cells)| {
        let preset = Preset::from_record(snapshot.presets.get(id)?).ok()?;
        let cell = |((down, across), (level, points)): ((Decimal, Decimal), (Option<RiskLevel>, Vec<_>))| {
            MatrixCell {
                down: down.to_string(),
                across: across.to_string(),
                level,
                points: Tally::of(points),
            }
        };
        Some(Matrix {
            preset: preset.code().to_owned(),
            title: Title::new(preset.name(Language::Chinese), preset.name(Language::English)),
            down: preset.factors().first()?.symbol.clone(),
            across: preset.factors().last()?.symbol.clone(),
            cells: cells.into_iter().map(cell).collect(),
        })
    };
    tables.into_iter().filter_map(matrix).collect()
}

//! Lists and worksheets (清单, 分析评价记录) as rows for the grid, and pasting into them before it is done.
//! Relies on `edit::grid` for what a cell says.
//! Knows nothing of how the grid looks.

use crate::calls::App;
use crate::error::ApiError;
use domain::{
    Hazard, HazardId, MeasureCategory, MeasureStatus, PossibleAccidentId, RiskLevel, RiskPoint, RiskPointId,
    RiskPointKind, Snapshot,
};
use edit::grid::{CellFault, GridTexts};
use edit::{Context, PasteBlock};
use evaluation::RiskPicture;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// A list family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FamilyArgs {
    /// The family.
    pub kind: RiskPointKind,
}

/// Part of a worksheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorksheetArgs {
    /// The family.
    pub kind: RiskPointKind,
    /// Only these points; all of the family when left out.
    #[serde(default)]
    pub points: Option<Vec<RiskPointId>>,
    /// Leave out so many rows.
    #[serde(default)]
    pub skip: u32,
    /// At most so many rows; all when left out.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Rows of a worksheet: JHA for activities, SCL for facilities and workplaces.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Worksheet {
    /// How many rows there are in all.
    pub total: u32,
    /// The rows, by code of the point and order of the hazard.
    pub rows: Vec<WorksheetRow>,
}

/// One hazard with all that its line says.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WorksheetRow {
    /// The hazard.
    pub hazard: Hazard,
    /// Its code: `JD-S-004-02`.
    pub code: String,
    /// The code of its point.
    pub point_code: String,
    /// The name of its point.
    pub point_name: String,
    /// 「可能发生的事故类型」 as the cell `accidents` shows and takes it.
    pub accidents: String,
    /// Existing measures of the five classes, as the cells `measures:CLASS:existing` show and take them.
    pub existing: [String; 5],
    /// Proposed measures of the five classes.
    pub proposed: [String; 5],
    /// The level on the basis that is looked at.
    pub level: Option<RiskLevel>,
    /// Scores of its accidents in order.
    pub scores: Vec<AccidentCell>,
}

/// A possible accident in a worksheet.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AccidentCell {
    /// The accident.
    pub id: PossibleAccidentId,
    /// Code of its type.
    pub accident_type: String,
    /// The level, adjusted where it was.
    pub level: Option<RiskLevel>,
    /// The mean.
    pub score: Option<String>,
    /// How many have scored it.
    pub assessors: u32,
    /// The values, where one has.
    pub values: Option<String>,
    /// Whether two are two levels apart or more.
    pub spread: bool,
    /// Whether a leader adjusted it.
    pub adjusted: bool,
}

/// What pasting would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PastePreview {
    /// How many cells would be taken.
    pub taken: u32,
    /// How many rows would be new.
    pub added: u32,
    /// How many rows of the project would be written or deleted.
    pub writes: u32,
    /// The cells that are refused.
    pub refused: Vec<CellFault>,
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Rows of a worksheet.
pub fn worksheet(snapshot: &Snapshot, picture: &RiskPicture, args: &WorksheetArgs) -> Worksheet {
    let mut points: HashMap<RiskPointId, &RiskPoint> = snapshot
        .points
        .iter()
        .filter(|point| point.kind == args.kind)
        .map(|point| (point.id, point))
        .collect();
    if let Some(wanted) = &args.points {
        let wanted: HashSet<&RiskPointId> = wanted.iter().collect();
        points.retain(|id, _| wanted.contains(id));
    }
    let mut hazards: Vec<(&RiskPoint, &Hazard)> =
        snapshot.hazards.iter().filter_map(|hazard| Some((*points.get(&hazard.point_id)?, hazard))).collect();
    hazards.sort_by(|(a, one), (b, two)| {
        (&a.code, a.id, one.ordinal, one.id).cmp(&(&b.code, b.id, two.ordinal, two.id))
    });
    let total = hazards.len();
    let skip = usize::try_from(args.skip).unwrap_or(usize::MAX);
    let limit = args.limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    let page: Vec<_> = hazards.into_iter().skip(skip).take(limit).collect();
    let listed: HashSet<HazardId> = page.iter().map(|(_, hazard)| hazard.id).collect();
    let texts = GridTexts::of(snapshot, |hazard| listed.contains(&hazard));
    let scored: HashSet<PossibleAccidentId> =
        listed.iter().flat_map(|hazard| texts.accidents(*hazard)).map(|own| own.id).collect();
    let mut values: HashMap<PossibleAccidentId, String> = HashMap::new();
    for row in snapshot.assessments.iter().filter(|row| row.basis == picture.basis) {
        if scored.contains(&row.accident_id) {
            values.entry(row.accident_id).or_insert_with(|| row.factors.to_string());
        }
    }
    let rows = page.iter().map(|(point, hazard)| {
        let lines = |status| {
            let mut classes: [String; 5] = Default::default();
            for (text, category) in classes.iter_mut().zip(MeasureCategory::ALL) {
                let own = texts.measures(hazard.id, *category, status).map(|own| own.content.as_str());
                *text = own.collect::<Vec<_>>().join("\n");
            }
            classes
        };
        WorksheetRow {
            hazard: (*hazard).clone(),
            code: hazard.code(point),
            point_code: point.code.clone(),
            point_name: point.name.clone(),
            accidents: accident_names(&texts, hazard.id),
            existing: lines(MeasureStatus::Existing),
            proposed: lines(MeasureStatus::Proposed),
            level: picture.hazards.get(&hazard.id).and_then(|risk| risk.level),
            scores: accident_cells(&texts, picture, &values, hazard.id),
        }
    });
    Worksheet { total: number(total), rows: rows.collect() }
}

fn accident_names(texts: &GridTexts<'_>, hazard: HazardId) -> String {
    let row = domain::RowId { table: domain::Table::Hazard, id: hazard.into() };
    texts.text(row, edit::grid::GridColumn::Accidents)
}

fn accident_cells(
    texts: &GridTexts<'_>,
    picture: &RiskPicture,
    values: &HashMap<PossibleAccidentId, String>,
    hazard: HazardId,
) -> Vec<AccidentCell> {
    let cell = |accident: &&domain::PossibleAccident| {
        let risk = picture.accidents.get(&accident.id);
        let assessors = risk.map_or(0, |risk| number(risk.assessors.len()));
        AccidentCell {
            id: accident.id,
            accident_type: accident.accident_type.clone(),
            level: risk.and_then(|risk| risk.level),
            score: risk.and_then(|risk| risk.score).map(|score| score.rounded(4).to_string()),
            assessors,
            values: (assessors == 1).then(|| values.get(&accident.id).cloned()).flatten(),
            spread: risk.is_some_and(|risk| risk.spread),
            adjusted: risk.is_some_and(|risk| risk.adjustment.is_some()),
        }
    };
    texts.accidents(hazard).iter().map(cell).collect()
}

impl App {
    /// The points of a family with every column of its list, by code.
    pub(crate) fn point_list(&self, args: FamilyArgs) -> Result<Vec<RiskPoint>, ApiError> {
        self.with(|session| {
            let points = session.snapshot().points.iter().filter(|point| point.kind == args.kind);
            let mut points: Vec<RiskPoint> = points.cloned().collect();
            points.sort_by(|a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
            Ok(points)
        })
    }

    /// Rows of a worksheet.
    pub(crate) fn worksheet(&self, args: WorksheetArgs) -> Result<Worksheet, ApiError> {
        self.with(|session| Ok(worksheet(session.snapshot(), session.picture(), &args)))
    }

    /// What pasting would do; nothing is written.
    pub(crate) fn preview_paste(&self, args: PasteBlock) -> Result<PastePreview, ApiError> {
        self.with(|session| {
            let mut new_id = || self.world.new_id();
            let today = self.world.today();
            let mut context = Context { snapshot: session.snapshot(), new_id: &mut new_id, today };
            let found = args.preview(&mut context)?;
            Ok(PastePreview {
                taken: number(found.taken),
                added: number(found.added),
                writes: number(found.plan.writes.len()),
                refused: found.refused,
            })
        })
    }
}

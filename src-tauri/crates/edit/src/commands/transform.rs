//! Rows of a plan moved, turned, scaled or mirrored as they are.
//! Relies on `geometry` for shapes; quarter turns and upright mirrors keep plain numbers plain.
//! Knows nothing of gestures.

use crate::command::{Context, Plan};
use crate::commands::{find, relocated};
use crate::refusal::Refusal;
use domain::{
    AnyRecord, Decimal, PlanElement, PlanElementKind, RiskZoneId, RowId, Scale, Snapshot, Table, Underlay,
};
use geometry::{Point, Polyline};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// How rows go elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Transformation {
    /// By so many millimetres.
    Move {
        /// To the right.
        dx: f64,
        /// Down.
        dy: f64,
    },
    /// About a place.
    Turn {
        /// The place that stays.
        about: Point,
        /// Clockwise on the screen.
        degrees: f64,
    },
    /// From a place.
    Scale {
        /// The place that stays.
        about: Point,
        /// Factor to the right.
        across: f64,
        /// Factor down.
        down: f64,
    },
    /// On a line.
    Mirror {
        /// One place of the line.
        from: Point,
        /// Another.
        to: Point,
    },
}

impl Transformation {
    /// The same for shapes.
    pub(crate) fn shape(self) -> Result<geometry::Transform, Refusal> {
        Ok(match self {
            Self::Move { dx, dy } => geometry::Transform::translation(dx, dy)?,
            Self::Turn { about, degrees } => geometry::Transform::rotation(about, degrees)?,
            Self::Scale { about, across, down } => geometry::Transform::scaling(about, across, down)?,
            Self::Mirror { from, to } => geometry::Transform::mirror(from, to)?,
        })
    }

    fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::Move { .. } => ("移动", "Move"),
            Self::Turn { .. } => ("旋转", "Turn"),
            Self::Scale { .. } => ("缩放", "Scale"),
            Self::Mirror { .. } => ("镜像", "Mirror"),
        }
    }
}

/// Takes rows elsewhere: zones, elements, points, pictures, buildings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Transform {
    /// The rows.
    pub rows: Vec<RowId>,
    /// Where to.
    pub by: Transformation,
    /// Whether the points of a zone go along with it.
    #[serde(default)]
    pub with_points: bool,
}

impl Transform {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let rows = with_points(snapshot, self.rows, self.with_points);
        if rows.is_empty() {
            return Err(Refusal::Nothing);
        }
        let (chinese, english) = self.by.label();
        let mut plan = Plan::new(counted(snapshot, &rows, chinese, english)?);
        if let Transformation::Move { .. } = self.by {
            let names: Vec<String> = rows.iter().map(|row| row.id.to_string()).collect();
            plan.merge_key = (names.len() <= 8).then(|| format!("move/{}", names.join(",")));
        }
        let shape = self.by.shape()?;
        let moved: BTreeSet<RowId> = rows.iter().copied().collect();
        for row in rows {
            let record = snapshot.get(row).ok_or(Refusal::NoSuchRow(row))?;
            plan.put(taken(snapshot, record, self.by, &shape, &moved)?);
        }
        Ok(plan)
    }
}

/// Each row once, with the points of zones if they are to go along.
pub(crate) fn with_points(snapshot: &Snapshot, rows: Vec<RowId>, along: bool) -> Vec<RowId> {
    let mut seen = BTreeSet::new();
    let mut all: Vec<RowId> = rows.into_iter().filter(|row| seen.insert(*row)).collect();
    if along {
        let zones: BTreeSet<RiskZoneId> =
            all.iter().filter(|row| row.table == Table::RiskZone).map(|row| row.id.into()).collect();
        for point in &snapshot.points {
            let row = RowId { table: Table::RiskPoint, id: point.id.into() };
            let drawn = point.position.is_some() && point.zone_id.is_some_and(|zone| zones.contains(&zone));
            if drawn && seen.insert(row) {
                all.push(row);
            }
        }
    }
    all
}

/// `Move wall`, or `Move 7 items`.
pub(crate) fn counted(
    snapshot: &Snapshot,
    rows: &[RowId],
    chinese: &str,
    english: &str,
) -> Result<Label, Refusal> {
    let first = *rows.first().ok_or(Refusal::Nothing)?;
    if rows.len() > 1 {
        let count = rows.len();
        return Ok(Label::new(format!("{chinese} {count} 项"), format!("{english} {count} items")));
    }
    let (own, name) = match snapshot.get(first).ok_or(Refusal::NoSuchRow(first))? {
        AnyRecord::PlanElement(element) => (
            element.kind.name(domain::Language::Chinese).to_owned(),
            element.kind.name(domain::Language::English).to_owned(),
        ),
        AnyRecord::RiskZone(zone) => (format!("区域 {}", zone.name), format!("zone {}", zone.name)),
        AnyRecord::RiskPoint(point) => {
            (format!("风险点 {}", point.code), format!("risk point {}", point.code))
        }
        other => {
            let table = other.row_id().table;
            (
                table.label(domain::Language::Chinese).to_owned(),
                table.label(domain::Language::English).to_owned(),
            )
        }
    };
    Ok(Label::new(format!("{chinese}{own}"), format!("{english} {name}")))
}

/// A row where it goes.
fn taken(
    snapshot: &Snapshot,
    record: AnyRecord,
    by: Transformation,
    shape: &geometry::Transform,
    moved: &BTreeSet<RowId>,
) -> Result<AnyRecord, Refusal> {
    let row = record.row_id();
    Ok(match record {
        AnyRecord::RiskZone(mut zone) => {
            let outline = zone.outline.as_ref().ok_or(Refusal::NotDrawn(row))?;
            zone.outline = Some(shape.outline(outline)?);
            zone.into()
        }
        AnyRecord::Building(mut building) => {
            let outline = building.outline.as_ref().ok_or(Refusal::NotDrawn(row))?;
            building.outline = Some(shape.outline(outline)?);
            building.into()
        }
        AnyRecord::PlanElement(element) => element_taken(element, by, shape)?.into(),
        AnyRecord::Underlay(underlay) => underlay_taken(underlay, by, shape)?.into(),
        AnyRecord::RiskPoint(point) => {
            let (Some(floor), Some(position)) = (point.floor_id, point.position) else {
                return Err(Refusal::NotDrawn(row));
            };
            let to = shape.point(position)?.rounded();
            let zone = point.zone_id.map(|zone| RowId { table: Table::RiskZone, id: zone.into() });
            if zone.is_some_and(|zone| moved.contains(&zone)) {
                let mut point = point;
                point.position = Some(to);
                point.into()
            } else {
                relocated(snapshot, &point, find(&snapshot.floors, floor)?, to).into()
            }
        }
        _ => return Err(Refusal::NotOnPlan(row)),
    })
}

pub(crate) fn element_taken(
    mut element: PlanElement,
    by: Transformation,
    shape: &geometry::Transform,
) -> Result<PlanElement, Refusal> {
    let turns = matches!(by, Transformation::Turn { .. } | Transformation::Mirror { .. });
    if turns && let [place] = *element.line.points() {
        // What stood upright has a direction from now on: letters to the right, symbols upwards.
        let step = match element.kind {
            PlanElementKind::Symbol => (0.0, -1_000.0),
            _ => (1_000.0, 0.0),
        };
        element.line = Polyline::new(vec![place, place.moved(step.0, step.1)?])?;
    }
    element.line = shape.polyline(&element.line)?;
    Ok(element)
}

fn underlay_taken(
    mut underlay: Underlay,
    by: Transformation,
    shape: &geometry::Transform,
) -> Result<Underlay, Refusal> {
    underlay.origin = shape.point(underlay.origin)?;
    match by {
        Transformation::Move { .. } => {}
        Transformation::Turn { degrees, .. } => {
            underlay.rotation = turned(underlay.rotation, degrees);
        }
        Transformation::Scale { across, down, .. } if (across - down).abs() <= 1e-12 * across.abs() => {
            underlay.millimetres_per_pixel = scaled(underlay.millimetres_per_pixel, across)?;
        }
        Transformation::Scale { .. } | Transformation::Mirror { .. } => {
            return Err(Refusal::NotForPictures);
        }
    }
    Ok(underlay)
}

/// Hundredths of a degree after a turn.
pub(crate) fn turned(hundredths: i64, degrees: f64) -> i64 {
    // Whole turns go first, so that the number is small.
    let more = (degrees.rem_euclid(360.0) * 100.0).round() as i64;
    hundredths.saturating_add(more).rem_euclid(36_000)
}

/// A scale times a factor: nine decimals of a millimetre for a pixel, far finer than any picture.
pub(crate) fn scaled(scale: Scale, factor: f64) -> Result<Scale, Refusal> {
    let old: f64 = scale.to_string().parse().unwrap_or(1.0);
    let new = format!("{:.9}", old * factor).parse::<Decimal>().map_err(|_| Refusal::TooShort)?;
    Scale::new(new).map_err(|_| Refusal::TooShort)
}

//! Rows put in line or spread evenly.
//! Relies on `geometry` for how far each box moves.
//! Knows nothing of the order in which they were chosen.

use crate::command::{Context, Plan};
use crate::commands::transform::{Transform, Transformation, counted, with_points};
use crate::refusal::Refusal;
use domain::{AnyRecord, RowId, Snapshot};
use geometry::{Alignment, Axis, Bounds, Spacing};
use serde::{Deserialize, Serialize};

/// How rows are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Arrangement {
    /// Left edges in line.
    Left,
    /// Middles in line, one below the other.
    Middle,
    /// Right edges in line.
    Right,
    /// Upper edges in line.
    Top,
    /// Centres in line, side by side.
    Centre,
    /// Lower edges in line.
    Bottom,
    /// Equal gaps from left to right.
    SpreadAcross,
    /// Equal gaps from top to bottom.
    SpreadDown,
}

/// Aligns or distributes rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Arrange {
    /// The rows: zones (with their points), elements, points, pictures.
    pub rows: Vec<RowId>,
    /// How.
    pub how: Arrangement,
    /// For spreading: the gap in millimetres, where it is not the one that keeps the outer rows.
    #[serde(default)]
    pub gap: Option<f64>,
    /// For aligning: the row that stays, where it is not the box around all.
    #[serde(default)]
    pub with: Option<RowId>,
}

impl Arrange {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let rows = with_points(snapshot, self.rows, false);
        let mut boxes = Vec::new();
        for row in &rows {
            boxes.push(bounds_of(snapshot, *row)?);
        }
        let with = self.with.map(|row| bounds_of(snapshot, row)).transpose()?;
        let align = |how| Ok(geometry::align(&boxes, how, with));
        let spacing = self.gap.map_or(Spacing::Gaps, Spacing::Gap);
        let steps = match self.how {
            Arrangement::Left => align(Alignment::Left),
            Arrangement::Middle => align(Alignment::Middle),
            Arrangement::Right => align(Alignment::Right),
            Arrangement::Top => align(Alignment::Top),
            Arrangement::Centre => align(Alignment::Centre),
            Arrangement::Bottom => align(Alignment::Bottom),
            Arrangement::SpreadAcross => geometry::distribute(&boxes, Axis::Across, spacing),
            Arrangement::SpreadDown => geometry::distribute(&boxes, Axis::Down, spacing),
        }?;
        let is_spread = matches!(self.how, Arrangement::SpreadAcross | Arrangement::SpreadDown);
        let (chinese, english) = if is_spread { ("均布", "Spread") } else { ("对齐", "Align") };
        let mut plan = Plan::new(counted(snapshot, &rows, chinese, english)?);
        let mut done = std::collections::BTreeSet::new();
        for (row, (dx, dy)) in rows.iter().zip(steps) {
            if (dx, dy) == (0.0, 0.0) {
                continue;
            }
            let by = Transformation::Move { dx, dy };
            let one = Transform { rows: vec![*row], by, with_points: true }.plan(context)?;
            for write in one.writes {
                // A point that is chosen itself and stands in a chosen zone goes once.
                let store::Write::Put(record) = write else { continue };
                if done.insert(record.row_id()) {
                    plan.put(record);
                }
            }
        }
        if plan.writes.is_empty() { Err(Refusal::Nothing) } else { Ok(plan) }
    }
}

/// The box around a row as it is drawn.
pub(crate) fn bounds_of(snapshot: &Snapshot, row: RowId) -> Result<Bounds, Refusal> {
    let record = snapshot.get(row).ok_or(Refusal::NoSuchRow(row))?;
    let found = match &record {
        AnyRecord::RiskZone(zone) => zone.outline.as_ref().map(geometry::Outline::bounds),
        AnyRecord::Building(building) => building.outline.as_ref().map(geometry::Outline::bounds),
        AnyRecord::PlanElement(element) => element.line.bounds(),
        AnyRecord::RiskPoint(point) => Bounds::around(point.position),
        AnyRecord::Underlay(underlay) => Bounds::around(corners(underlay)?),
        _ => return Err(Refusal::NotOnPlan(row)),
    };
    found.ok_or(Refusal::NotDrawn(row))
}

/// The corners of what is shown of a picture, clockwise from its top left.
fn corners(underlay: &domain::Underlay) -> Result<[geometry::Point; 4], Refusal> {
    let scale: f64 = underlay.millimetres_per_pixel.to_string().parse().unwrap_or(1.0);
    let whole = domain::Crop { left: 0, top: 0, width: underlay.width, height: underlay.height };
    let crop = underlay.crop.unwrap_or(whole);
    let turn = geometry::Transform::rotation(underlay.origin, underlay.rotation as f64 / 100.0)?;
    let corner = |x: i64, y: i64| -> Result<geometry::Point, Refusal> {
        Ok(turn.point(underlay.origin.moved(x as f64 * scale, y as f64 * scale)?)?)
    };
    let (right, bottom) = (crop.left + crop.width, crop.top + crop.height);
    Ok([
        corner(crop.left, crop.top)?,
        corner(right, crop.top)?,
        corner(right, bottom)?,
        corner(crop.left, bottom)?,
    ])
}

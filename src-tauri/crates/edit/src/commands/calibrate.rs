//! Giving an underlay its true scale by lengths that are known.
//! Relies on two places of the picture and the true distance between them; more references show how well they agree.
//! Knows nothing of who measured.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::commands::transform::{Transform, Transformation, scaled};
use crate::refusal::Refusal;
use domain::{AnyRecord, Fix, FloorId, Georeference, RowId, Snapshot, Table, UnderlayId};
use geometry::Point;
use serde::{Deserialize, Serialize};
use store::{Label, Write};

/// Two places, as they lie on the plan now, and their true distance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Reference {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// The true length.
    pub millimetres: f64,
}

/// The scale that some references give together.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ScaleFit {
    /// By how much the picture grows.
    pub factor: f64,
    /// How much longer each reference then is than it should be, in millimetres.
    pub residuals_mm: Vec<f64>,
    /// The largest of them, in percent of its length.
    pub worst_percent: f64,
}

/// The factor at which all references fit best: the sum of the squared differences is least.
pub fn fit_scale(references: &[Reference]) -> Result<ScaleFit, Refusal> {
    let (mut products, mut squares) = (0.0, 0.0);
    for own in references {
        let shown = own.from.distance(own.to);
        if !(shown >= 1.0 && own.millimetres >= 1.0 && own.millimetres <= geometry::FARTHEST_MM) {
            return Err(Refusal::TooShort);
        }
        products += shown * own.millimetres;
        squares += shown * shown;
    }
    if references.is_empty() {
        return Err(Refusal::Nothing);
    }
    let factor = products / squares;
    let residuals_mm: Vec<f64> =
        references.iter().map(|own| own.from.distance(own.to) * factor - own.millimetres).collect();
    let percent = |(own, residual): (&Reference, &f64)| residual.abs() / own.millimetres * 100.0;
    let worst_percent = references.iter().zip(&residuals_mm).map(percent).fold(0.0, f64::max);
    Ok(ScaleFit { factor, residuals_mm, worst_percent })
}

/// Scales an underlay so that `from` and `to`, as they lie on the plan now, are `millimetres` apart. `from` stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Calibrate {
    /// The picture.
    pub underlay: UnderlayId,
    /// One end of the reference.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Its true length.
    pub millimetres: f64,
    /// Further references; the scale is the one that fits all of them best.
    #[serde(default)]
    pub more: Vec<Reference>,
    /// Whether everything drawn on the floor is scaled along, as for a plan that was traced before it had a scale.
    #[serde(default)]
    pub move_drawn: bool,
}

impl Calibrate {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let mut underlay = find(&snapshot.underlays, self.underlay)?.clone();
        let mut floor = find(&snapshot.floors, underlay.floor_id)?.clone();
        let first = Reference { from: self.from, to: self.to, millimetres: self.millimetres };
        let references: Vec<Reference> = std::iter::once(first).chain(self.more).collect();
        let factor = fit_scale(&references)?.factor;
        underlay.millimetres_per_pixel = scaled(underlay.millimetres_per_pixel, factor)?;
        let moved = |own: Point| {
            let along = |fixed: f64, own: f64| fixed + (own - fixed) * factor;
            Point::new(along(self.from.x(), own.x()), along(self.from.y(), own.y()))
        };
        underlay.origin = moved(underlay.origin)?;
        let was_calibrated = std::mem::replace(&mut floor.calibrated, true);
        let mut plan = Plan::new(Label::new("定比例", "Set the scale"));
        if self.move_drawn {
            if let Some(own) = &floor.georeference {
                let mut fixes = Vec::new();
                for fix in own.fixes() {
                    fixes.push(Fix { at: moved(fix.at)?, ..*fix });
                }
                // Too close to each other now: the plan has to be tied to the earth anew.
                floor.georeference = Georeference::try_from(fixes).ok();
            }
            let by = Transformation::Scale { about: self.from, across: factor, down: factor };
            let rows = drawn_on(snapshot, underlay.floor_id);
            if !rows.is_empty() {
                plan.writes = Transform { rows, by, with_points: false }.plan(context)?.writes;
            }
            scale_sizes(&mut plan, factor);
        }
        if !was_calibrated || self.move_drawn {
            plan.put(floor);
        }
        plan.put(underlay);
        Ok(plan)
    }
}

/// Everything drawn on a floor, pictures not.
fn drawn_on(snapshot: &Snapshot, floor: FloorId) -> Vec<RowId> {
    let elements = snapshot.plan_elements.iter().filter(|own| own.floor_id == floor);
    let elements = elements.map(|own| RowId { table: Table::PlanElement, id: own.id.into() });
    let zones = snapshot.zones.iter().filter(|own| own.floor_id == Some(floor) && own.outline.is_some());
    let zones = zones.map(|own| RowId { table: Table::RiskZone, id: own.id.into() });
    let points = snapshot.points.iter().filter(|own| own.floor_id == Some(floor) && own.position.is_some());
    let points = points.map(|own| RowId { table: Table::RiskPoint, id: own.id.into() });
    elements.chain(zones).chain(points).collect()
}

/// Walls and letters that were drawn at a wrong scale have wrong sizes too.
fn scale_sizes(plan: &mut Plan, factor: f64) {
    for write in &mut plan.writes {
        if let Write::Put(AnyRecord::PlanElement(element)) = write {
            element.size = ((element.size as f64 * factor).round() as i64).clamp(0, 100_000);
        }
    }
}

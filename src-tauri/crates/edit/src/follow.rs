//! Dimensions follow what they measure: when a step changes a zone, an element or a point, its dimensions come along.
//! Relies on the ends of a dimension lying on what holds them.
//! Knows no command.

use crate::command::Plan;
use domain::{AnyRecord, PlanElement, PlanElementKind, RowId, Snapshot};
use geometry::{Point, Polyline};
use std::collections::{BTreeMap, BTreeSet};
use store::Write;

/// An end this near to a vertex is held by it, in millimetres.
const NEAR_MM: f64 = 1.5;

/// Adds to a step the dimensions that it moves. Those that the step writes itself are left as they are.
pub(crate) fn follow(snapshot: &Snapshot, plan: &mut Plan) {
    let mut written: BTreeMap<RowId, &AnyRecord> = BTreeMap::new();
    let mut own: BTreeSet<RowId> = BTreeSet::new();
    for write in &plan.writes {
        match write {
            Write::Put(record) => {
                written.insert(record.row_id(), record);
                own.insert(record.row_id());
            }
            Write::Remove(row) => {
                own.insert(*row);
            }
        }
    }
    let dimensions = snapshot.plan_elements.iter().filter(|element| {
        element.kind == PlanElementKind::Dimension
            && element.anchors.is_some()
            && !own.contains(&AnyRecord::PlanElement((*element).clone()).row_id())
    });
    let moved: Vec<PlanElement> =
        dimensions.filter_map(|dimension| followed(snapshot, dimension, &written)).collect();
    plan.writes.extend(moved.into_iter().map(|element| Write::Put(element.into())));
}

/// A dimension with its ends where what holds them is now; `None` when nothing moved.
fn followed(
    snapshot: &Snapshot,
    dimension: &PlanElement,
    written: &BTreeMap<RowId, &AnyRecord>,
) -> Option<PlanElement> {
    let anchors = dimension.anchors?;
    let mut points = dimension.line.points().to_vec();
    let [from, to, ..] = points[..] else { return None };
    let at = |anchor: Option<RowId>, place: Point| -> Point {
        let moved = anchor.and_then(|row| {
            let new = written.get(&row)?;
            place_after(&snapshot.get(row)?, new, place)
        });
        moved.unwrap_or(place)
    };
    let (new_from, new_to) = (at(anchors.from, from), at(anchors.to, to));
    if (new_from, new_to) == (from, to) {
        return None;
    }
    let step =
        |old: f64, new: f64, old_other: f64, new_other: f64| ((new - old) + (new_other - old_other)) / 2.0;
    let (dx, dy) =
        (step(from.x(), new_from.x(), to.x(), new_to.x()), step(from.y(), new_from.y(), to.y(), new_to.y()));
    for (index, point) in points.iter_mut().enumerate() {
        *point = match index {
            0 => new_from,
            1 => new_to,
            _ => point.moved(dx, dy).ok()?,
        };
    }
    Some(PlanElement { line: Polyline::new(points).ok()?, ..dimension.clone() })
}

/// Where a place of a row is after the row changed.
fn place_after(old: &AnyRecord, new: &AnyRecord, place: Point) -> Option<Point> {
    match (old, new) {
        (AnyRecord::RiskPoint(old), AnyRecord::RiskPoint(new)) => {
            old.position.filter(|own| own.distance(place) <= NEAR_MM).and(new.position)
        }
        (AnyRecord::PlanElement(old), AnyRecord::PlanElement(new)) => {
            carried(&[old.line.points()], &[new.line.points()], false, place)
        }
        (AnyRecord::RiskZone(old), AnyRecord::RiskZone(new)) => {
            let (old, new) = (old.outline.as_ref()?, new.outline.as_ref()?);
            let old: Vec<&[Point]> = old.rings().iter().map(Vec::as_slice).collect();
            let new: Vec<&[Point]> = new.rings().iter().map(Vec::as_slice).collect();
            carried(&old, &new, true, place)
        }
        _ => None,
    }
}

/// The place on the new lines that was `place` on the old ones: the same vertex, the same part of the same edge; or,
/// when vertices came or went, the place itself if it is still there, or else the nearest vertex.
fn carried(old: &[&[Point]], new: &[&[Point]], closed: bool, place: Point) -> Option<Point> {
    let alike = old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.len() == new.len());
    let vertices = || new.iter().flat_map(|line| line.iter().copied());
    if alike {
        for (old, new) in old.iter().zip(new) {
            if let Some(index) = old.iter().position(|own| own.distance(place) <= NEAR_MM) {
                return new.get(index).copied();
            }
        }
        for (old, new) in old.iter().zip(new) {
            let edges = if closed { old.len() } else { old.len().saturating_sub(1) };
            for index in 0..edges {
                let next = (index + 1) % old.len();
                let (a, b) = (old.get(index)?, old.get(next)?);
                if let Some(part) = part_of(*a, *b, place) {
                    let (a, b) = (new.get(index)?, new.get(next)?);
                    let along = |from: f64, to: f64| from + (to - from) * part;
                    return Point::new(along(a.x(), b.x()), along(a.y(), b.y())).ok();
                }
            }
        }
        return None;
    }
    let is_there = new.iter().any(|line| {
        let edges = if closed { line.len() } else { line.len().saturating_sub(1) };
        (0..edges).any(|index| {
            let next = (index + 1) % line.len();
            line.get(index).zip(line.get(next)).is_some_and(|(a, b)| part_of(*a, *b, place).is_some())
        })
    });
    if is_there {
        return Some(place);
    }
    vertices().min_by(|a, b| a.distance(place).total_cmp(&b.distance(place)))
}

/// How far along the edge a place is, if it lies on it.
fn part_of(a: Point, b: Point, place: Point) -> Option<f64> {
    let length = a.distance(b);
    if length <= 0.0 {
        return None;
    }
    let (ux, uy) = ((b.x() - a.x()) / length, (b.y() - a.y()) / length);
    let (px, py) = (place.x() - a.x(), place.y() - a.y());
    let (along, across) = (px * ux + py * uy, px * uy - py * ux);
    (across.abs() <= NEAR_MM && along >= -NEAR_MM && along <= length + NEAR_MM)
        .then(|| (along / length).clamp(0.0, 1.0))
}

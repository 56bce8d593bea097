//! What commands on shapes share: the outline of a zone, pieces of a zone, points that follow, overlaps.
//! Relies on `geometry` for every shape; the largest piece keeps the row, the others become rows of their own.
//! Knows no gesture.

use crate::command::{Context, Plan};
use crate::commands::find;
use crate::numbering::zone_code;
use crate::refusal::Refusal;
use domain::{FloorId, RiskZone, RiskZoneId, RowId, Snapshot, Table};
use geometry::{GeometryError, Outline, Ring, SHARED_MM, SMALLEST_WIDTH_MM};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What becomes of the part that a new outline and zones of the same floor both cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Overlap {
    /// Both keep it, as a room in a wing does.
    #[default]
    Allow,
    /// The outline is refused, with the place.
    Refuse,
    /// The new outline gives it up.
    CutNew,
    /// The zones that were there give it up.
    CutOthers,
}

/// Drawn rings as an outline: on whole millimetres, nowhere thinner than a centimetre.
pub(crate) fn drawn(rings: &[Ring]) -> Result<Outline, Refusal> {
    let rings: Vec<Ring> = crate::commands::rounded(rings);
    let outline =
        Outline::new(rings.clone()).map_err(|error| Refusal::BadOutline { error, rings: rings.clone() })?;
    match geometry::narrow_places(&outline, SMALLEST_WIDTH_MM - 1e-3).first() {
        None => Ok(outline),
        Some(place) => Err(GeometryError::TooNarrow { at: place.at, width_mm: place.width_mm, rings }.into()),
    }
}

/// A zone with its floor and outline, or a refusal when it is not drawn.
pub(crate) fn drawn_zone(
    snapshot: &Snapshot,
    zone: RiskZoneId,
) -> Result<(&RiskZone, FloorId, &Outline), Refusal> {
    let zone = find(&snapshot.zones, zone)?;
    let row = RowId { table: Table::RiskZone, id: zone.id.into() };
    match (zone.floor_id, &zone.outline) {
        (Some(floor), Some(outline)) => Ok((zone, floor, outline)),
        (Some(_) | None, _) => Err(Refusal::NotDrawn(row)),
    }
}

/// The other drawn zones of a floor.
pub(crate) fn others<'a>(
    snapshot: &'a Snapshot,
    floor: FloorId,
    except: &BTreeSet<RiskZoneId>,
) -> Vec<(&'a RiskZone, &'a Outline)> {
    let own = snapshot.zones.iter().filter(|zone| zone.floor_id == Some(floor) && !except.contains(&zone.id));
    own.filter_map(|zone| Some((zone, zone.outline.as_ref()?))).collect()
}

/// Applies the choice about overlaps to an outline that is to be laid on a floor. Gives its pieces, the largest first,
/// and puts the zones that gave something up.
pub(crate) fn settle(
    context: &mut Context<'_>,
    floor: FloorId,
    outline: Outline,
    except: &BTreeSet<RiskZoneId>,
    choice: Overlap,
    plan: &mut Plan,
) -> Result<Vec<Outline>, Refusal> {
    if choice == Overlap::Allow {
        return Ok(vec![outline]);
    }
    let snapshot = context.snapshot;
    let mut met = Vec::new();
    for (zone, other) in others(snapshot, floor, except) {
        if let Some(found) = geometry::overlap(&outline, other, SHARED_MM)? {
            met.push((zone, other, found.at));
        }
    }
    let Some((first, _, at)) = met.first() else { return Ok(vec![outline]) };
    match choice {
        Overlap::Allow => Ok(vec![outline]),
        Overlap::Refuse => Err(Refusal::Overlaps { zone: first.name.clone(), at: *at }),
        Overlap::CutNew => {
            let theirs: Vec<&Outline> = met.iter().map(|(_, other, _)| *other).collect();
            Ok(geometry::subtract(&outline, &theirs)?.outlines)
        }
        Overlap::CutOthers => {
            for (zone, other, _) in met {
                let pieces = geometry::subtract(other, &[&outline])?.outlines;
                divide(context, zone, pieces, plan)?;
            }
            Ok(vec![outline])
        }
    }
}

/// Gives a zone the first of some pieces; the others become zones of their own, with its points that stand in them.
pub(crate) fn divide(
    context: &mut Context<'_>,
    zone: &RiskZone,
    pieces: Vec<Outline>,
    plan: &mut Plan,
) -> Result<Vec<RiskZoneId>, Refusal> {
    let snapshot = context.snapshot;
    let mut pieces = pieces.into_iter();
    let Some(largest) = pieces.next() else { return Ok(Vec::new()) };
    let mut added = Vec::new();
    let mut codes = Codes::after(plan);
    for (number, outline) in (2..).zip(pieces) {
        let id = context.id();
        let code = match zone.floor_id {
            Some(floor) => codes.fresh(|taken| zone_code(snapshot, floor, taken)),
            None => String::new(),
        };
        let name = numbered(&zone.name, number);
        added.push((id, outline.clone()));
        plan.create(RiskZone { id, code, name, outline: Some(outline), ..zone.clone() });
    }
    for point in snapshot.points.iter().filter(|point| point.zone_id == Some(zone.id)) {
        let Some(position) = point.position.filter(|_| point.floor_id == zone.floor_id) else { continue };
        if largest.contains(position) {
            continue;
        }
        if let Some((id, _)) = added.iter().find(|(_, outline)| outline.contains(position)) {
            let mut point = point.clone();
            point.zone_id = Some(*id);
            plan.put(point);
        }
    }
    let mut first = zone.clone();
    first.outline = Some(largest);
    plan.put(first);
    Ok(added.into_iter().map(|(id, _)| id).collect())
}

/// A name with a number behind it, within the length that names may have.
pub(crate) fn numbered(name: &str, number: usize) -> String {
    let tail = format!(" {number}");
    let room = domain::LONGEST_NAME.saturating_sub(tail.chars().count());
    let mut name: String = name.chars().take(room).collect();
    name.push_str(&tail);
    name
}

/// Codes that a plan gives while the rows that have them are not in the snapshot yet.
#[derive(Debug, Default)]
pub(crate) struct Codes(Vec<String>);

impl Codes {
    /// Knowing the codes of rows that a plan already has.
    pub(crate) fn after(plan: &Plan) -> Self {
        let code = |write: &store::Write| match write {
            store::Write::Put(domain::AnyRecord::RiskZone(zone)) => Some(zone.code.clone()),
            store::Write::Put(domain::AnyRecord::RiskPoint(point)) => Some(point.code.clone()),
            store::Write::Put(_) | store::Write::Remove(_) => None,
        };
        Self(plan.writes.iter().filter_map(code).collect())
    }

    /// A code that neither the project nor this plan has.
    pub(crate) fn fresh(&mut self, make: impl FnOnce(&[String]) -> String) -> String {
        let code = make(&self.0);
        self.0.push(code.clone());
        code
    }
}

/// The rows as they would be with those that a plan puts so far; `None` when it puts none.
pub(crate) fn with_puts(snapshot: &Snapshot, plan: &Plan) -> Option<Snapshot> {
    let mut with: Option<Snapshot> = None;
    for write in &plan.writes {
        if let store::Write::Put(record) = write {
            with.get_or_insert_with(|| snapshot.clone()).put(record.clone());
        }
    }
    with
}

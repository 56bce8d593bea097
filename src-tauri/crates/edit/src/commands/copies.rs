//! Copies of rows with what belongs to them: for duplicating, pasting and copying floors.
//! Relies on the column tables for references, so that no noun is forgotten.
//! Knows nothing of where rows come from: this project or another one.

use crate::command::{Context, Plan};
use crate::commands::relocated;
use crate::commands::shapes::Codes;
use crate::numbering::{point_code, zone_code};
use crate::refusal::Refusal;
use domain::{Anchors, AnyRecord, Cell, FieldError, FloorId, Row, RowId, Snapshot, Table, Uuid};
use geometry::Transform;
use std::collections::{BTreeMap, BTreeSet};

/// The most rows that are copied at once.
pub(crate) const MOST_COPIES: usize = 50_000;

/// Whether rows of a table can be chosen on a plan and copied.
pub(crate) fn is_on_plan(table: Table) -> bool {
    matches!(table, Table::RiskZone | Table::RiskPoint | Table::PlanElement | Table::Underlay)
}

/// Rows of a plan with what belongs to them: hazards, possible accidents, scores, measures, determinations of points.
/// The points of a zone come only if they are named.
pub fn gather(snapshot: &Snapshot, rows: &[RowId]) -> Result<Vec<AnyRecord>, Refusal> {
    let mut seen = BTreeSet::new();
    let mut records = Vec::new();
    for row in rows.iter().filter(|row| seen.insert(**row)) {
        if !is_on_plan(row.table) {
            return Err(Refusal::NotOnPlan(*row));
        }
        records.push(snapshot.get(*row).ok_or(Refusal::NoSuchRow(*row))?);
    }
    let chosen = |table: Table, id: Uuid| seen.contains(&RowId { table, id });
    let layers: BTreeSet<_> = records
        .iter()
        .filter_map(|record| match record {
            AnyRecord::PlanElement(element) => element.layer_id,
            _ => None,
        })
        .collect();
    records.extend(
        layers.iter().filter_map(|id| snapshot.plan_layers.get(*id)).cloned().map(AnyRecord::PlanLayer),
    );
    let mut hazards = BTreeSet::new();
    let of_point = |id: domain::RiskPointId| chosen(Table::RiskPoint, id.into());
    for hazard in snapshot.hazards.iter().filter(|hazard| of_point(hazard.point_id)) {
        hazards.insert(hazard.id);
        records.push(hazard.clone().into());
    }
    let own = snapshot.determinations.iter().filter(|own| of_point(own.point_id));
    records.extend(own.cloned().map(AnyRecord::from));
    let own = snapshot.measures.iter().filter(|own| hazards.contains(&own.hazard_id));
    records.extend(own.cloned().map(AnyRecord::from));
    let mut accidents = BTreeSet::new();
    for accident in snapshot.accidents.iter().filter(|own| hazards.contains(&own.hazard_id)) {
        accidents.insert(accident.id);
        records.push(accident.clone().into());
    }
    let own = snapshot.assessments.iter().filter(|own| accidents.contains(&own.accident_id));
    records.extend(own.cloned().map(AnyRecord::from));
    Ok(records)
}

/// Cells of a row, some of them replaced.
struct Cells(Vec<Cell<'static>>);

impl Row for Cells {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        self.0.get(index).cloned().ok_or_else(|| FieldError::new("no such column"))
    }
}

/// Makes copies of gathered rows.
pub(crate) struct Stamp<'a> {
    records: &'a [AnyRecord],
    codes: Codes,
    ordinal: i64,
}

impl<'a> Stamp<'a> {
    pub(crate) fn new(snapshot: &Snapshot, records: &'a [AnyRecord], plan: &Plan) -> Self {
        let ordinal = snapshot.plan_elements.iter().map(|element| element.ordinal).max().unwrap_or(0);
        Self { records, codes: Codes::after(plan), ordinal }
    }

    /// One copy of all rows on `floor` (on their own floors without one), put elsewhere by `shape`.
    pub(crate) fn press(
        &mut self,
        context: &mut Context<'_>,
        floor: Option<FloorId>,
        shape: &Transform,
        plan: &mut Plan,
    ) -> Result<(), Refusal> {
        let mut ids: BTreeMap<RowId, Uuid> = BTreeMap::new();
        let mut groups: BTreeMap<String, String> = BTreeMap::new();
        for record in self.records {
            let row = record.row_id();
            let known =
                (row.table == Table::PlanLayer).then(|| layer_like(context.snapshot, record)).flatten();
            let id = known.unwrap_or_else(|| context.id());
            ids.insert(row, id);
        }
        // A row that cannot do without another that is missing here, such as the assessor of a score, is left out;
        // so is what belongs to it.
        let mut left_out: BTreeSet<RowId> = BTreeSet::new();
        for record in self.records {
            let row = record.row_id();
            let id = ids.get(&row).copied().unwrap_or_else(|| context.id());
            if row.table == Table::PlanLayer && context.snapshot.plan_layers.get(id.into()).is_some() {
                continue;
            }
            let Some(copy) = self.copy(context.snapshot, record, id, floor, &ids, &left_out)? else {
                left_out.insert(row);
                continue;
            };
            let copy = self.placed(context, copy, shape, &ids, &mut groups)?;
            if is_on_plan(row.table) {
                plan.create(copy);
            } else {
                plan.put(copy);
            }
        }
        Ok(())
    }

    /// The row with a new id and references that lead somewhere.
    fn copy(
        &self,
        snapshot: &Snapshot,
        record: &AnyRecord,
        id: Uuid,
        floor: Option<FloorId>,
        ids: &BTreeMap<RowId, Uuid>,
        left_out: &BTreeSet<RowId>,
    ) -> Result<Option<AnyRecord>, Refusal> {
        let table = record.row_id().table;
        let mut cells = Vec::with_capacity(table.columns().len());
        for (index, column) in table.columns().iter().enumerate() {
            let cell = record.cell(index).into_owned();
            if column.name == "id" {
                cells.push(Cell::text(id.hyphenated().to_string()));
                continue;
            }
            let (Some(target), Cell::Text(named)) = (column.references, &cell) else {
                cells.push(cell);
                continue;
            };
            let named = named.parse().ok().map(|id| RowId { table: target, id });
            let new = match (named, floor) {
                (Some(_), Some(floor)) if target == Table::Floor => Some(Uuid::from(floor)),
                (Some(named), _) if left_out.contains(&named) => None,
                (Some(named), _) => {
                    let own = || snapshot.get(named).map(|_| named.id);
                    ids.get(&named).copied().or_else(own)
                }
                (None, _) => None,
            };
            match new {
                Some(new) => cells.push(Cell::text(new.hyphenated().to_string())),
                None if column.nullable => cells.push(Cell::Null),
                None => return Ok(None),
            }
        }
        Ok(Some(table.read(&Cells(cells))?))
    }

    /// The copy at its place, with a code, an order and a group of its own.
    fn placed(
        &mut self,
        context: &mut Context<'_>,
        copy: AnyRecord,
        shape: &Transform,
        ids: &BTreeMap<RowId, Uuid>,
        groups: &mut BTreeMap<String, String>,
    ) -> Result<AnyRecord, Refusal> {
        let snapshot = context.snapshot;
        let mut regroup = |own: &str| -> String {
            if own.is_empty() {
                return String::new();
            }
            groups.entry(own.to_owned()).or_insert_with(|| (context.new_id)().to_string()).clone()
        };
        Ok(match copy {
            AnyRecord::RiskZone(mut zone) => {
                zone.outline = zone.outline.map(|own| shape.outline(&own)).transpose()?;
                zone.grouping = regroup(&zone.grouping);
                if let Some(floor) = zone.floor_id {
                    zone.code = self.codes.fresh(|taken| zone_code(snapshot, floor, taken));
                } else {
                    zone.code = String::new();
                    zone.outline = None;
                }
                zone.into()
            }
            AnyRecord::RiskPoint(mut point) => {
                point.position =
                    point.position.map(|own| shape.point(own)).transpose()?.map(|own| own.rounded());
                if point.floor_id.is_none() {
                    point.position = None;
                }
                let along = point.zone_id.is_some_and(|zone| ids.values().any(|id| *id == Uuid::from(zone)));
                let floor = snapshot.floors.find(point.floor_id);
                if let (false, Some(floor), Some(position)) = (along, floor, point.position) {
                    // Its zone stayed behind: it belongs to the one it stands in now.
                    point = relocated(snapshot, &point, floor, position);
                }
                let (department, kind) = (point.department_id, point.kind);
                point.code = self.codes.fresh(|taken| point_code(snapshot, department, kind, taken));
                if point.tier_id.is_none() {
                    point.tier_reason.clear();
                }
                point.into()
            }
            AnyRecord::PlanElement(mut element) => {
                element.line = shape.polyline(&element.line)?;
                element.grouping = regroup(&element.grouping);
                self.ordinal = self.ordinal.saturating_add(1);
                element.ordinal = self.ordinal;
                let copied = |row: Option<RowId>| {
                    row.and_then(|row| Some(RowId { table: row.table, id: ids.get(&row).copied()? }))
                };
                element.anchors = element
                    .anchors
                    .map(|own| Anchors { from: copied(own.from), to: copied(own.to) })
                    .filter(|own| own.from.is_some() || own.to.is_some());
                element.into()
            }
            AnyRecord::Underlay(mut underlay) => {
                underlay.origin = shape.point(underlay.origin)?;
                underlay.into()
            }
            other => other,
        })
    }
}

/// The layer of this project that has the name of a copied one.
fn layer_like(snapshot: &Snapshot, record: &AnyRecord) -> Option<Uuid> {
    let AnyRecord::PlanLayer(layer) = record else { return None };
    let own = snapshot.plan_layers.get(layer.id);
    let like = || snapshot.plan_layers.iter().find(|own| own.name == layer.name);
    own.or_else(like).map(|own| own.id.into())
}

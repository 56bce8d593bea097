//! Deleting rows, with what belongs to them, and without leaving anything that refers to nothing.
//! Relies on the policy below covering every reference there is; a test sees to it.
//! Knows nothing of undo: the door records what went away.

use crate::command::{Context, Plan};
use crate::commands::set_field::check_not_approved;
use crate::numbering::retiring;
use crate::refusal::Refusal;
use domain::{AnyRecord, Cell, Executor, RetiredCode, RowId, Snapshot, Table};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::Label;

/// Deletes rows and what belongs to them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Remove {
    /// The rows.
    pub rows: Vec<RowId>,
}

/// What happens to a row when one that it names is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnRemoval {
    /// It belongs to it and goes too.
    GoesToo,
    /// It lives on without it.
    Forgets,
    /// It needs it: the deletion is refused.
    Refuses,
}

/// The policy for the reference `column` of `table`.
fn policy(table: Table, column: &str) -> OnRemoval {
    match (table, column) {
        (Table::Hazard | Table::DirectDetermination, "point_id")
        | (Table::PossibleAccident | Table::ControlMeasure, "hazard_id")
        | (Table::Assessment | Table::LevelAdjustment, "accident_id")
        | (Table::RoundMember | Table::RoundResult | Table::Review, "round_id")
        | (Table::CheckItem | Table::ChangePoint, "point_id")
        | (Table::ReviewedPoint, "review_id")
        | (Table::ChangePoint, "change_id")
        | (Table::PlanElement | Table::Underlay | Table::RiskZone, "floor_id")
        | (Table::Floor, "building_id")
        | (Table::Post, "department_id")
        | (Table::Appointment | Table::Inspector, "person_id")
        | (Table::ChecklistItem, "checklist_id")
        | (Table::PlanPoint, "plan_id" | "point_id")
        | (Table::InspectionItem, "inspection_id") => OnRemoval::GoesToo,
        (Table::Assessment, "assessor_id" | "preset_id")
        | (Table::RoundMember, "person_id")
        | (Table::AssessmentRound, "approved_by_id")
        | (Table::Review, "by_id")
        // What was done stays told in full: such a plan ends, such a person leaves.
        | (Table::Inspection, "plan_id" | "inspector_id")
        | (Table::HiddenDanger, "reporter_id")
        | (Table::DangerStep | Table::DangerPhoto | Table::DangerReport, _)
        | (Table::Project, _)
        | (Table::Building | Table::Floor, "campus_id")
        | (Table::Department, "parent_id") => OnRemoval::Refuses,
        _ => OnRemoval::Forgets,
    }
}

impl Remove {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let snapshot = context.snapshot;
        let first = *self.rows.first().ok_or(Refusal::Nothing)?;
        for row in &self.rows {
            if !may_be_removed(row.table) {
                return Err(Refusal::NotAlone(row.table));
            }
            check_not_approved(snapshot, &snapshot.get(*row).ok_or(Refusal::NoSuchRow(*row))?)?;
        }
        let mut going: BTreeSet<RowId> = self.rows.iter().copied().collect();
        let mut edge: Vec<RowId> = self.rows;
        let mut forgetting: BTreeMap<RowId, AnyRecord> = BTreeMap::new();
        let mut refused: Option<Refusal> = None;
        // Level by level: all rows that name any of the deleted ones, one scan of each table at a time.
        while !edge.is_empty() {
            let targets: BTreeSet<RowId> = edge.drain(..).collect();
            for table in Table::ALL {
                for (index, column) in table.columns().iter().enumerate() {
                    let Some(target) = column.references else { continue };
                    if !targets.iter().any(|row| row.table == target) {
                        continue;
                    }
                    for record in rows_of(snapshot, *table) {
                        let Cell::Text(id) = record.cell(index) else { continue };
                        let Some(named) = id.parse().ok().map(|id| RowId { table: target, id }) else {
                            continue;
                        };
                        let own = record.row_id();
                        if !targets.contains(&named) || going.contains(&own) {
                            continue;
                        }
                        match policy(*table, column.name) {
                            OnRemoval::GoesToo => {
                                going.insert(own);
                                edge.push(own);
                            }
                            OnRemoval::Forgets => {
                                let kept = forgetting.entry(own).or_insert(record);
                                forget(kept, column.name)?;
                            }
                            OnRemoval::Refuses => {
                                let count = match &refused {
                                    Some(Refusal::Needed { count, by, .. }) if *by == *table => count + 1,
                                    _ => 1,
                                };
                                refused = Some(Refusal::Needed { row: named, by: *table, count });
                            }
                        }
                    }
                }
            }
        }
        if let Some(refusal) = refused {
            return Err(refusal);
        }
        let mut plan = Plan::new(label(first.table, going.len()));
        let codes: Vec<String> = going
            .iter()
            .filter_map(|row| match row.table {
                Table::RiskPoint => snapshot.points.get(row.id.into()).map(|point| point.code.clone()),
                Table::InspectionPlan => {
                    snapshot.inspection_plans.get(row.id.into()).map(|plan| plan.code.clone())
                }
                Table::RiskZone => snapshot.zones.get(row.id.into()).map(|zone| zone.code.clone()),
                // A point that stays never gives a hazard the number of one that is gone.
                Table::Hazard => {
                    let hazard = snapshot.hazards.get(row.id.into())?;
                    let point = RowId { table: Table::RiskPoint, id: hazard.point_id.into() };
                    let stays = !going.contains(&point);
                    snapshot.points.get(hazard.point_id).filter(|_| stays).map(|point| hazard.code(point))
                }
                _ => None,
            })
            .collect();
        for code in retiring(snapshot, codes.iter().map(String::as_str)) {
            let id = context.id();
            plan.put(RetiredCode { id, code });
        }
        // What was said of a finding goes with the row that it was about.
        let subjects: BTreeSet<String> =
            going.iter().map(|row| format!("{}/{}", row.table, row.id)).collect();
        let about = snapshot.ignored_findings.iter().filter(|own| subjects.contains(&own.subject));
        let about: Vec<RowId> =
            about.map(|own| RowId { table: Table::IgnoredFinding, id: own.id.into() }).collect();
        going.extend(about);
        for (row, record) in forgetting {
            if !going.contains(&row) {
                plan.put(record);
            }
        }
        for row in going {
            plan.remove(row);
        }
        Ok(plan)
    }
}

fn may_be_removed(table: Table) -> bool {
    !matches!(
        table,
        Table::Project
            | Table::Organisation
            | Table::RoundResult
            | Table::Review
            | Table::ReviewedPoint
            | Table::HiddenDanger
            | Table::DangerStep
            | Table::RetiredCode
    )
}

fn rows_of(snapshot: &Snapshot, table: Table) -> impl Iterator<Item = AnyRecord> + '_ {
    snapshot.records().filter(move |record| record.row_id().table == table)
}

/// Empties a reference, and what makes no sense without it.
fn forget(record: &mut AnyRecord, column: &str) -> Result<(), Refusal> {
    record.set(column, Cell::Null)?;
    if let AnyRecord::RiskPoint(point) = record {
        match column {
            "floor_id" => point.position = None,
            "tier_id" => point.tier_reason.clear(),
            _ => {}
        }
    }
    match record {
        AnyRecord::HiddenDanger(danger) if column == "floor_id" => danger.position = None,
        AnyRecord::InspectionPlan(plan) if column == "person_id" => plan.executor = Executor::Responsible,
        _ => {}
    }
    Ok(())
}

fn label(table: Table, count: usize) -> Label {
    let (chinese, english) = (table.label(domain::Language::Chinese), table.label(domain::Language::English));
    if count == 1 {
        Label::new(format!("删除{chinese}"), format!("Delete {english}"))
    } else {
        Label::new(
            format!("删除{chinese}等 {count} 项"),
            format!("Delete {english} and others, {count} in all"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_empty_is_never_asked_to_forget() {
        for table in Table::ALL {
            for column in table.columns() {
                if column.references.is_some() && !column.nullable {
                    assert_ne!(policy(*table, column.name), OnRemoval::Forgets, "{table}.{}", column.name);
                }
            }
        }
    }
}

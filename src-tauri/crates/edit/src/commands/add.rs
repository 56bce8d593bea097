//! Adding a row of a simple noun: a department, a person, a floor, a hazard, a measure.
//! Relies on the column tables for defaults, so that a form need only send what was typed.
//! Knows nothing of zones and points, which are drawn.

use crate::command::{Context, Plan};
use crate::commands::set_field::check_value;
use crate::numbering::next_hazard_number;
use crate::refusal::Refusal;
use domain::{Cell, ColumnKind, FieldError, RoundState, Row, RowId, Snapshot, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Label;

/// Adds a row with these cells; the others get their usual beginning, the order the next number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Add {
    /// The table.
    pub table: Table,
    /// Cells by column.
    #[ts(type = "Record<string, string | number | null>")]
    pub cells: BTreeMap<String, Cell<'static>>,
}

impl Add {
    pub(crate) fn plan(mut self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        if !may_be_added(self.table) {
            return Err(Refusal::NotAlone(self.table));
        }
        let table = self.table;
        let id: uuid::Uuid = context.id();
        for (column, value) in &self.cells {
            if column == "id" || !table.columns().iter().any(|own| own.name == column) {
                return Err(Refusal::NotByItself { table, column: column.clone() });
            }
            check_value(context, RowId { table, id }, column, value)?;
        }
        if self.cells.contains_key("number") && table == Table::Hazard {
            return Err(Refusal::NotByItself { table, column: "number".to_owned() });
        }
        if table == Table::Hazard
            && let Some(Cell::Text(point)) = self.cells.get("point_id")
            && let Ok(point) = point.parse::<uuid::Uuid>()
        {
            let number = next_hazard_number(context.snapshot, point.into());
            self.cells.insert("number".to_owned(), Cell::Integer(number));
        }
        if table == Table::RoundMember {
            check_open(context.snapshot, &self.cells)?;
        }
        if table == Table::PossibleAccident {
            check_twin(context.snapshot, &self.cells)?;
        }
        self.cells.insert("id".to_owned(), Cell::text(id.hyphenated().to_string()));
        if !self.cells.contains_key("ordinal") {
            self.cells.insert("ordinal".to_owned(), Cell::Integer(next_ordinal(context.snapshot, table)));
        }
        let record = table.read(&Draft { table, cells: &self.cells })?;
        let label = Label::new(
            format!("添加{}", table.label(domain::Language::Chinese)),
            format!("Add {}", table.label(domain::Language::English)),
        );
        let mut plan = Plan::new(label);
        plan.create(record);
        Ok(plan)
    }
}

fn may_be_added(table: Table) -> bool {
    match table {
        Table::Department
        | Table::Post
        | Table::Person
        | Table::Campus
        | Table::Building
        | Table::Floor
        | Table::PlanLayer
        | Table::ControlTier
        | Table::Hazard
        | Table::PossibleAccident
        | Table::RoundMember
        | Table::EmergencyPlan
        | Table::ControlMeasure
        | Table::Term
        | Table::SpecialDays
        | Table::Appointment
        | Table::Inspector => true,
        Table::CriteriaPreset
        | Table::Project
        | Table::Organisation
        | Table::PlanElement
        | Table::Underlay
        | Table::RiskZone
        | Table::RiskPoint
        | Table::Assessment
        | Table::DirectDetermination
        | Table::LevelAdjustment
        | Table::AssessmentRound
        | Table::RoundResult
        | Table::Document
        | Table::CheckItem
        | Table::Review
        | Table::ReviewedPoint
        | Table::ChangeRecord
        | Table::ChangePoint
        | Table::IgnoredFinding
        | Table::RememberedMapping
        | Table::PrintStyle
        | Table::PrintText
        | Table::PrintedPiece
        | Table::OwnSign
        | Table::Inspection
        | Table::InspectionItem
        | Table::HiddenDanger
        | Table::DangerStep
        | Table::DangerPhoto
        | Table::DangerReport
        | Table::PlanPoint
        | Table::ChecklistItem
        | Table::InspectionPlan
        | Table::Checklist
        | Table::RetiredCode => false,
    }
}

/// People join open rounds only.
fn check_open(snapshot: &Snapshot, cells: &BTreeMap<String, Cell<'static>>) -> Result<(), Refusal> {
    let Some(Cell::Text(round)) = cells.get("round_id") else { return Ok(()) };
    let round = round.parse::<uuid::Uuid>().ok().and_then(|id| snapshot.rounds.get(id.into()));
    let approved = round.is_some_and(|round| round.state == RoundState::Approved);
    if approved { Err(Refusal::Approved) } else { Ok(()) }
}

fn check_twin(snapshot: &Snapshot, cells: &BTreeMap<String, Cell<'static>>) -> Result<(), Refusal> {
    let text = |column: &str| match cells.get(column) {
        Some(Cell::Text(text)) => Some(text.to_string()),
        Some(Cell::Null | Cell::Integer(_)) | None => None,
    };
    let (Some(hazard), Some(accident)) = (text("hazard_id"), text("accident_type")) else { return Ok(()) };
    let twin = |other: &domain::PossibleAccident| {
        other.accident_type == accident && other.hazard_id.to_string() == hazard
    };
    if snapshot.accidents.iter().any(twin) { Err(Refusal::AlreadyListed(accident)) } else { Ok(()) }
}

fn next_ordinal(snapshot: &Snapshot, table: Table) -> i64 {
    // Only the order matters, so a number above all of the table serves every parent.
    i64::try_from(snapshot.count(table)).unwrap_or(i64::MAX).saturating_add(1)
}

/// Given cells, and for the others the usual beginning of their column.
struct Draft<'a> {
    table: Table,
    cells: &'a BTreeMap<String, Cell<'static>>,
}

impl Row for Draft<'_> {
    fn cell(&self, index: usize) -> Result<Cell<'_>, FieldError> {
        let column = self.table.columns().get(index).ok_or_else(|| FieldError::new("no such column"))?;
        if let Some(cell) = self.cells.get(column.name) {
            return Ok(cell.clone());
        }
        Ok(match (self.table, column.name) {
            (Table::ControlMeasure, "status") => Cell::text("existing"),
            (Table::EmergencyPlan, "kind") => Cell::text("on-site"),
            (Table::PlanLayer, "visible" | "printed") => Cell::Integer(1),
            (Table::Floor, "calibrated") => Cell::Integer(1),
            (Table::ControlTier, "rank") => Cell::Integer(9),
            _ if column.nullable => Cell::Null,
            _ => match column.kind {
                ColumnKind::Integer => Cell::Integer(0),
                ColumnKind::Text => Cell::text(""),
            },
        })
    }
}

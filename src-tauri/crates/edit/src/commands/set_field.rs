//! Changing one cell of a row: what every form field does.
//! Relies on the column tables for what may be typed.
//! Knows nothing of shapes and scores, which have commands of their own.

use crate::command::{Context, Plan};
use crate::commands::draw_plan::check_symbol;
use crate::numbering::check_free;
use crate::refusal::Refusal;
use domain::{AnyRecord, Cell, DepartmentId, RoundState, RowId, Snapshot, Table};
use serde::{Deserialize, Serialize};
use store::Label;

/// Puts `value` into one column of a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetField {
    /// The row.
    pub row: RowId,
    /// The column.
    pub column: String,
    /// The new value.
    #[ts(type = "string | number | null")]
    pub value: Cell<'static>,
}

impl SetField {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let Self { row, column, value } = self;
        let snapshot = context.snapshot;
        let known = row.table.columns().iter().find(|own| own.name == column);
        let Some(known) = known.filter(|_| may_be_set(row.table, &column)) else {
            return Err(Refusal::NotByItself { table: row.table, column });
        };
        let mut record = snapshot.get(row).ok_or(Refusal::NoSuchRow(row))?;
        check_not_approved(snapshot, &record)?;
        check_value(context, row, &column, &value)?;
        record.set(&column, value)?;
        let label = Label::new(
            format!("修改{}·{}", row.table.label(domain::Language::Chinese), known.chinese),
            format!("Change {} of {}", known.english, row.table.label(domain::Language::English)),
        );
        let mut plan = Plan::new(label);
        plan.merge_key = Some(format!("{}/{}/{column}", row.table, row.id));
        plan.put(record);
        Ok(plan)
    }
}

/// Columns that a form field may write. The others move together with something and have commands of their own.
pub(crate) fn may_be_set(table: Table, column: &str) -> bool {
    match table {
        Table::Project => !column.ends_with("_preset_id"),
        Table::Organisation
        | Table::Department
        | Table::Post
        | Table::Person
        | Table::Campus
        | Table::PlanLayer
        | Table::ControlTier => true,
        Table::Building => column != "campus_id",
        Table::Floor => matches!(column, "name" | "storey" | "north" | "calibrated"),
        Table::PlanElement => {
            matches!(column, "kind" | "size" | "text" | "ordinal" | "layer_id" | "locked" | "hidden")
        }
        Table::Underlay => {
            matches!(column, "opacity" | "origin" | "name" | "locked" | "hidden" | "ordinal")
        }
        Table::RiskZone => !matches!(column, "floor_id" | "outline" | "grouping"),
        Table::RiskPoint => !matches!(column, "floor_id" | "position" | "tier_id" | "tier_reason"),
        Table::Hazard => !matches!(column, "point_id" | "number"),
        Table::PossibleAccident => matches!(column, "accident_type" | "ordinal"),
        Table::Assessment => column == "assessed_on",
        Table::LevelAdjustment => matches!(column, "reason" | "decided_by_id" | "decided_on"),
        Table::AssessmentRound => !matches!(column, "state" | "approved_by_id" | "approved_on"),
        Table::RoundMember => matches!(column, "role" | "ordinal"),
        Table::DirectDetermination => !matches!(column, "point_id" | "level"),
        Table::ControlMeasure => column != "hazard_id",
        Table::EmergencyPlan => true,
        Table::Document => matches!(column, "name" | "note"),
        Table::CheckItem => column == "ordinal",
        Table::ChangeRecord => !matches!(column, "round_id" | "closed_on"),
        Table::ChangePoint => column == "note",
        Table::IgnoredFinding => column == "reason",
        Table::PrintedPiece => matches!(column, "printed_on" | "photo"),
        Table::OwnSign => matches!(column, "name" | "accidents"),
        Table::Term | Table::SpecialDays | Table::Appointment | Table::Inspector => true,
        Table::Checklist => column != "library",
        Table::ChecklistItem => column == "ordinal",
        Table::InspectionPlan => {
            matches!(column, "name" | "topic" | "scope" | "note" | "ordinal" | "issued_on" | "campaign")
        }
        Table::Inspection => column == "note",
        Table::HiddenDanger => {
            !matches!(column, "code" | "grade" | "item_id" | "found_on" | "reporter_id" | "reporter")
        }
        Table::DangerPhoto => column == "note",
        Table::DangerReport => !matches!(column, "danger_id" | "addressee"),
        Table::CriteriaPreset
        | Table::RoundResult
        | Table::Review
        | Table::ReviewedPoint
        | Table::RememberedMapping
        | Table::PrintStyle
        | Table::PrintText
        | Table::PlanPoint
        | Table::InspectionItem
        | Table::DangerStep
        | Table::RetiredCode => false,
    }
}

/// Refuses rows of an approved round.
pub(crate) fn check_not_approved(snapshot: &Snapshot, record: &AnyRecord) -> Result<(), Refusal> {
    let round = match record {
        AnyRecord::AssessmentRound(round) => Some(round.id),
        AnyRecord::RoundMember(member) => Some(member.round_id),
        AnyRecord::RoundResult(result) => Some(result.round_id),
        _ => None,
    };
    let approved = snapshot.rounds.find(round).is_some_and(|round| round.state == RoundState::Approved);
    if approved { Err(Refusal::Approved) } else { Ok(()) }
}

/// Rules that need more than the row itself.
pub(crate) fn check_value(
    context: &Context<'_>,
    row: RowId,
    column: &str,
    value: &Cell<'_>,
) -> Result<(), Refusal> {
    let snapshot = context.snapshot;
    if let (Some(target), Cell::Text(id)) =
        (row.table.columns().iter().find(|own| own.name == column).and_then(|own| own.references), value)
    {
        let named = id.parse().map(|id| RowId { table: target, id });
        if !named.is_ok_and(|named| snapshot.get(named).is_some()) {
            let id = id.parse().unwrap_or_default();
            return Err(Refusal::NoSuchRow(RowId { table: target, id }));
        }
    }
    let Cell::Text(text) = value else { return Ok(()) };
    let unknown = |code: &str| Refusal::NotInCatalogue { table: row.table, code: code.to_owned() };
    match (row.table, column) {
        (Table::RiskPoint | Table::RiskZone, "code") => check_free(snapshot, text, row.id),
        (Table::PossibleAccident, "accident_type") => {
            domain::accident_type(text).ok_or_else(|| unknown(text))?;
            let own = snapshot.accidents.get(row.id.into());
            let twin = snapshot.accidents.iter().any(|other| {
                Some(other.hazard_id) == own.map(|own| own.hazard_id)
                    && other.accident_type == **text
                    && uuid::Uuid::from(other.id) != row.id
            });
            if twin { Err(Refusal::AlreadyListed(text.to_string())) } else { Ok(()) }
        }
        (Table::DirectDetermination, "condition") => {
            domain::direct_condition(text).map(|_| ()).ok_or_else(|| unknown(text))
        }
        (Table::PlanElement, "text") => {
            let own = snapshot.plan_elements.get(row.id.into());
            let is_symbol = own.is_some_and(|own| own.kind == domain::PlanElementKind::Symbol);
            if is_symbol { check_symbol(text) } else { Ok(()) }
        }
        (Table::PlanElement, "kind") if **text == *"symbol" => {
            snapshot.plan_elements.get(row.id.into()).map_or(Ok(()), |own| check_symbol(&own.text))
        }
        // A finer code than the shipped two layers is possible; its class must exist.
        (Table::Hazard, "factor") if !text.is_empty() => {
            let class: String = text.chars().take(2).collect();
            domain::hazard_factor(&class).map(|_| ()).ok_or_else(|| unknown(text))
        }
        // Special rounds supplement others; none may supplement itself by a detour.
        (Table::AssessmentRound, "supplements_id") => {
            let mut next = text.parse::<uuid::Uuid>().ok().and_then(|id| snapshot.rounds.get(id.into()));
            for _ in 0..snapshot.rounds.len() {
                let Some(round) = next else { break };
                if uuid::Uuid::from(round.id) == row.id {
                    return Err(Refusal::Loop);
                }
                next = snapshot.rounds.find(round.supplements_id);
            }
            Ok(())
        }
        (Table::Department, "parent_id") => {
            let parent = text.parse().ok().map(DepartmentId);
            let below =
                snapshot.department_line(parent).iter().any(|above| uuid::Uuid::from(above.id) == row.id);
            if below { Err(Refusal::Loop) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

//! Identities: one type for each noun, so that a floor can never be taken for a zone.
//! Relies on UUID version 7 (time-ordered), made by whoever has a clock.
//! Knows nothing of what the ids stand for.

use crate::field::{Cell, ColumnKind, Field, FieldError};
use crate::snapshot::Table;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $table:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Field for $name {
            const KIND: ColumnKind = ColumnKind::Text;
            const REFERENCES: Option<Table> = Some(Table::$table);

            fn to_cell(&self) -> Cell<'_> {
                let mut buffer = Uuid::encode_buffer();
                Cell::Text(Cow::Owned(self.0.hyphenated().encode_lower(&mut buffer).to_owned()))
            }

            fn from_cell(cell: Cell<'_>) -> Result<Self, FieldError> {
                match cell {
                    // The hyphenated form only: one id has one spelling, or foreign keys would miss it.
                    Cell::Text(text) if text.len() == 36 => Uuid::try_parse(&text)
                        .map(Self)
                        .map_err(|_| FieldError::new(format!("expected an id, found {text}"))),
                    Cell::Text(_) | Cell::Null | Cell::Integer(_) => Err(FieldError::new("expected an id")),
                }
            }
        }
    )*};
}

ids! {
    /// Identity of a project, and so of every copy of its file.
    ProjectId => Project;
    /// Identity of an organisation 「单位」.
    OrganisationId => Organisation;
    /// Identity of a department 「部门」.
    DepartmentId => Department;
    /// Identity of a post 「岗位」.
    PostId => Post;
    /// Identity of a person 「人员」.
    PersonId => Person;
    /// Identity of a campus 「校区」.
    CampusId => Campus;
    /// Identity of a building 「建筑」.
    BuildingId => Building;
    /// Identity of a floor 「楼层」.
    FloorId => Floor;
    /// Identity of a layer of plans 「图层」.
    PlanLayerId => PlanLayer;
    /// Identity of a drawn part of a floor plan.
    PlanElementId => PlanElement;
    /// Identity of a picture under a floor plan.
    UnderlayId => Underlay;
    /// Identity of a risk zone 「风险区域」.
    RiskZoneId => RiskZone;
    /// Identity of a risk point 「风险点」.
    RiskPointId => RiskPoint;
    /// Identity of a hazard 「危险源」.
    HazardId => Hazard;
    /// Identity of an accident type that a hazard may lead to.
    PossibleAccidentId => PossibleAccident;
    /// Identity of an assessment 「评价」.
    AssessmentId => Assessment;
    /// Identity of a criteria preset 「评价准则」 as this project keeps it.
    CriteriaPresetId => CriteriaPreset;
    /// Identity of a direct determination 「直接判定」.
    DirectDeterminationId => DirectDetermination;
    /// Identity of a leader's adjustment 「等级调整」.
    LevelAdjustmentId => LevelAdjustment;
    /// Identity of an assessment round 「评价轮次」.
    AssessmentRoundId => AssessmentRound;
    /// Identity of a person's part in a round.
    RoundMemberId => RoundMember;
    /// Identity of what a round found for one point.
    RoundResultId => RoundResult;
    /// Identity of a control tier 「管控层级」.
    ControlTierId => ControlTier;
    /// Identity of a control measure 「管控措施」.
    ControlMeasureId => ControlMeasure;
    /// Identity of an emergency plan 「应急预案」.
    EmergencyPlanId => EmergencyPlan;
    /// Identity of a document 「文件」.
    DocumentId => Document;
    /// Identity of a check item 「检查项」.
    CheckItemId => CheckItem;
    /// Identity of an act of a review 「审核记录」.
    ReviewId => Review;
    /// Identity of what a point said when it was submitted.
    ReviewedPointId => ReviewedPoint;
    /// Identity of a change 「变更」.
    ChangeRecordId => ChangeRecord;
    /// Identity of a point that a change touches.
    ChangePointId => ChangePoint;
    /// Identity of a finding that somebody decided to live with.
    IgnoredFindingId => IgnoredFinding;
    /// Identity of a remembered mapping of columns.
    RememberedMappingId => RememberedMapping;
    /// Identity of the look of the prints.
    PrintStyleId => PrintStyle;
    /// Identity of a text that one print says otherwise.
    PrintTextId => PrintText;
    /// Identity of the record of a print on the wall.
    PrintedPieceId => PrintedPiece;
    /// Identity of a sign of the organisation's own.
    OwnSignId => OwnSign;
    /// Identity of a term 「学期」.
    TermId => Term;
    /// Identity of days that are not as their weekday says.
    SpecialDaysId => SpecialDays;
    /// Identity of a safety duty of a person.
    AppointmentId => Appointment;
    /// Identity of a check-list 「专项检查表」.
    ChecklistId => Checklist;
    /// Identity of a line of a check-list.
    ChecklistItemId => ChecklistItem;
    /// Identity of a place in the pool of inspectors.
    InspectorId => Inspector;
    /// Identity of an inspection plan 「排查计划」.
    InspectionPlanId => InspectionPlan;
    /// Identity of a point that a plan covers.
    PlanPointId => PlanPoint;
    /// Identity of an inspection 「检查记录」.
    InspectionId => Inspection;
    /// Identity of the result of one check item.
    InspectionItemId => InspectionItem;
    /// Identity of a hidden danger 「隐患」.
    HiddenDangerId => HiddenDanger;
    /// Identity of a step taken with a hidden danger.
    DangerStepId => DangerStep;
    /// Identity of a photograph of a hidden danger.
    DangerPhotoId => DangerPhoto;
    /// Identity of a report of a major danger.
    DangerReportId => DangerReport;
    /// Identity of a code that may not be given again.
    RetiredCodeId => RetiredCode;
}

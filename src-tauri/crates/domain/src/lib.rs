//! The nouns of dual prevention (双重预防), their ids and what is always true of each.
//! Relies on `geometry` for shapes; the names are the field's own.
//! Knows nothing of SQL, windows or files, and has neither clock nor chance: time and new ids are passed in.

#[macro_use]
mod vocabulary;
#[macro_use]
mod record;

mod assessment;
mod calendar;
mod catalogue;
mod change;
mod colour;
mod control;
mod danger;
mod dimension;
mod field;
mod id;
mod inspection;
mod language;
mod level;
mod organisation;
mod place;
mod plan_value;
mod print;
mod readiness;
mod review;
mod risk;
mod round;
mod snapshot;
mod symbol;

pub use assessment::{
    Assessment, AssessmentMethod, CriteriaPreset, DirectDetermination, Factors, LevelAdjustment, RiskBasis,
};
pub use calendar::{CalendarRule, OnRestDay, RestDays, SpecialDayKind, SpecialDays, Term};
pub use catalogue::{
    AccidentCatalogue, AccidentForm, AccidentType, DirectCondition, HazardFactor, accident_forms,
    accident_type, accident_type_in, accident_types, direct_condition, direct_conditions, hazard_factor,
    hazard_factors,
};
pub use change::{ChangeKind, ChangePoint, ChangeRecord};
pub use colour::{Colour, ColourSet, Hatch, LevelColour};
pub use control::{
    ChemicalCode, ControlMeasure, ControlTier, LevelSet, MeasureCategory, MeasureStatus, SixClass, TIER_SETS,
    TierSet,
};
pub use danger::{
    Appointment, DangerAct, DangerCause, DangerForm, DangerPhoto, DangerReport, DangerStep, HiddenDanger,
    HiddenDangerGrade, PhotoMoment, ReportRecipient, SafetyRole,
};
pub use dimension::DimensionLine;
pub use field::{Cell, ColumnKind, Field, FieldError};
pub use id::{
    AppointmentId, AssessmentId, AssessmentRoundId, BuildingId, CampusId, ChangePointId, ChangeRecordId,
    CheckItemId, ChecklistId, ChecklistItemId, ControlMeasureId, ControlTierId, CriteriaPresetId,
    DangerPhotoId, DangerReportId, DangerStepId, DepartmentId, DirectDeterminationId, DocumentId,
    EmergencyPlanId, FloorId, HazardId, HiddenDangerId, IgnoredFindingId, InspectionId, InspectionItemId,
    InspectionPlanId, InspectorId, LevelAdjustmentId, OrganisationId, OwnSignId, PersonId, PlanElementId,
    PlanLayerId, PlanPointId, PossibleAccidentId, PostId, PrintStyleId, PrintTextId, PrintedPieceId,
    ProjectId, RememberedMappingId, RetiredCodeId, ReviewId, ReviewedPointId, RiskPointId, RiskZoneId,
    RoundMemberId, RoundResultId, SpecialDaysId, TermId, UnderlayId,
};
pub use inspection::{
    CheckResult, Checklist, ChecklistItem, Executor, Inspection, InspectionChannel, InspectionItem,
    InspectionKind, InspectionPlan, Inspector, PlanPoint, Topic,
};
pub use language::{Explain, Language, half_width};
pub use level::RiskLevel;
pub use organisation::{
    Department, Organisation, OrganisationKind, Person, Post, Project, RememberedMapping,
};
pub use place::{Building, Campus, Floor, PlanElement, PlanElementKind, PlanLayer, Underlay};
pub use plan_value::{Anchors, Crop, Fix, Georeference, Scale};
pub use print::{OwnSign, PrintStyle, PrintText, PrintedPiece, SignFamily, Typeface, rgb_of};
pub use readiness::{CheckItem, Document, EmergencyPlan, EmergencyPlanKind};
pub use record::{Column, LONGEST_NAME, LONGEST_TEXT, Record, RecordError, RecordRule, Row};
pub use review::{IgnoredFinding, Review, ReviewAct, ReviewSubject, ReviewedPoint};
pub use risk::{Hazard, PossibleAccident, RetiredCode, RiskPoint, RiskPointKind, RiskZone, RiskZoneKind};
pub use round::{AssessmentRound, LevelReason, RoundKind, RoundMember, RoundResult, RoundState};
pub use snapshot::{AnyRecord, Kept, Loader, RowId, Rows, Snapshot, Table, Visitor};
pub use symbol::{PlanSymbol, SymbolFamily, plan_symbol, plan_symbols};

pub use rust_decimal::Decimal;
pub use uuid::Uuid;

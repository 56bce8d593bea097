//! All that a front end can ask of Sise, as plain functions and values: the window and the terminal call the same.
//! Relies on every crate below; holds the one open project.
//! Knows nothing of windows, menus and argument lists.

mod areas;
mod calls;
mod changes;
mod check;
mod clipboard;
mod control;
mod create;
mod dangers;
mod detail;
mod differences;
mod drawings;
mod error;
mod exporting;
mod file_calls;
mod files;
mod floors;
mod hand_over;
mod history;
mod inbox;
mod info;
mod inspection_words;
mod inspections;
mod keeping;
mod levels;
mod list_templates;
mod lists;
mod merging;
mod outside;
mod past;
mod pictures;
mod record_print;
mod returned;
mod rounds;
mod rule_preview;
mod scoring;
mod session;
mod settings;
mod sheets;
mod statistics;
mod terminal;
mod typescript;
mod user_library;
mod verify;
mod views;
mod vocabulary;
mod what_if;
mod worksheet;
mod world;

pub use self::inbox::{InboxArgs, InboxRefusal, InboxReport, InboxTaken, InboxView, Patience, take_inbox};
pub use self::lists::{
    ListArgs, ListFileArgs, ListFilter, ListKind, ListOutArgs, ListTable, accept_list, list_bytes,
    list_mapping, list_of, list_sheets, preview,
};
pub use self::statistics::{
    Figures, MonthArgs, StatisticsArgs, TrendArgs, figures, month_report_of, statistics_of,
};
pub use areas::{AreaPoint, AreaView, PlaceAreaArgs};
pub use calls::{
    App, BasisArgs, FloorArgs, HistoryArgs, JobArgs, Listener, NewProjectArgs, Nothing, PathArgs, PointArgs,
    Progress, RowArgs, Silent, Start, call, typescript,
};
pub use check::{completeness, findings, overview_of};
pub use clipboard::{ClipText, CopyRowsArgs, PasteArgs};
pub use control::{
    AttachArgs, ChangeView, ChangedPointView, DocumentArgs, DocumentView, Duty, LoweredTier, OutdatedMeasure,
    OutdatedPrint, ReviewEntry, ReviewView, SaveDocumentArgs, attach_document, changes, duties, reviews,
};
pub use create::{NewProject, blank_project, read_bundle, sample_bundle, sample_project};
pub use dangers::*;
pub use detail::{
    AccidentDetail, AccidentView, AdjustmentView, AssessmentView, HazardDetail, PointDetail, Why,
    point_detail, why,
};
pub use domain::{AssessmentMethod, RiskBasis, RiskLevel};
pub use drawings::{
    DrawingOptions, DrawingPreview, DrawingReport, DrawingTaken, DrawingWatch, ImportArgs, InspectArgs,
    PreviewLine, PreviewPicture, ReadDrawing, RoomArgs, RoomView, RoomsArgs, WarningView, read_drawing,
};
pub use error::ApiError;
pub use exporting::{
    CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, MarkPrintedArgs, MarkedReport, PieceId,
    PieceState, PieceText, PieceView, PiecesView, PlanFilesArgs, PlanFilesReport, PlanFormat, PrintFormat,
    PrintKind, PrintKindView, PrintPictureArgs, PrintPictureView, PrintProblem, PrintSize, PrintThemeView,
    PrintViewArgs, PrintViewReport, PrintWatch, SignFileArgs, SignView, StalePiece, mark_printed, print_file,
    print_kinds, print_themes, stale_pieces, write_plans,
};
pub use floors::{FloorEntry, FloorsReport, floor_named, floor_target, floors};
pub use hand_over::{HandOverArgs, HandOverNote, HandOverReport, Received};
pub use history::history_of;
pub use info::{Info, info};
pub use inspection_words::InspectionVocabulary;
pub use inspections::{
    ChecklistView, ChecklistsView, InspectionView, InspectionsArgs, LibraryChecklistView, PlainDueTask,
    PlainTask, PlanState, PlanView, ProposalView, TaskCounts, TaskDay, TaskQuestionsArgs, TaskView,
    TasksArgs, TasksView, inspection_views, plan_views, task_views, tasks_due_on, tasks_of_month,
};
pub use keeping::{
    BackupArgs, CopyArgs, LeftOverView, OpenBackupArgs, RecoverArgs, RecoveredView, RungView, SalvagedTable,
    VersionView, left_overs, recover, versions,
};
pub use levels::{LevelsReport, bundle_levels, compare_levels, levels};
pub use list_templates::{
    ListTemplate, ListTemplateArgs, TemplateColumn, list_templates, remove_list_template, save_list_template,
};
pub use merging::{
    ConflictChoice, ConflictView, CopyView, MergeArgs, MergePreview, MergeReport, OfferView, PlainConflict,
    Prefer, SameRow, ThreeValues,
};
pub use outside::{FingerprintArgs, OutsideView, Watch};
pub use past::{
    Differences, HistoryPage, HistoryQuery, LookFloorArgs, Moment, PastFloorArgs, RestoreArgs, StepArgs,
    TimelineArgs, project_at,
};
pub use pictures::{PictureArgs, PictureView, ScaleArgs};
pub use record_print::PrintRecordArgs;
pub use returned::{TaskCodeArgs, task_by_code};
pub use rounds::{DiffRoundsArgs, RoundArgs, RoundChange, RoundDiff, RoundView, diff_rounds, round_called};
pub use rule_preview::{PreviewRuleArgs, RulePreview};
pub use scoring::{AssessorReport, FactorLine, PresetLine, ScoreArgs, ScoreReport, presets, score_values};
pub use session::{Session, bundle_of_file, read_project};
pub use settings::{RecentFile, Settings};
pub use sheets::{
    ReadSheetsArgs, SheetFileLine, SheetRefusal, SheetsOutcome, SheetsReport, WriteSheetsArgs, WrittenSheet,
    apply_sheets, judge_sheets, write_sheets,
};
pub use terminal::{
    DiffReport, MergeFiles, RowDifference, copy_file, diff_files, history_until, merge_files, set_point_field,
};
pub use user_library::{
    EntryArgs, EntryLine, EntryOfPointArgs, ExportLibraryArgs, ExportedLibrary, LibraryFilePreview,
    LibraryView, PartArgs, SearchArgs, TakeLibraryArgs, library_of_part, library_view, search_library,
    user_library, whole_library,
};
pub use verify::{BundleProblem, verify_bundle};
pub use views::*;
pub use vocabulary::Vocabulary;
pub use what_if::{LevelChange, PresetPreview, PreviewPresetArgs, levels_under};
pub use worksheet::{
    AccidentCell, FamilyArgs, PastePreview, Worksheet, WorksheetArgs, WorksheetRow, worksheet,
};
pub use world::{SystemWorld, World};

pub use ::lists::{ListSubject, Mapping as ListMapping, Proposal as ListProposal};
pub use ::statistics::{Key as StatisticsKey, MonthReport, Statistics, Unit as StatisticsUnit};
pub use bundle::Attachment;
pub use domain::{Explain, Language, OrganisationKind};
pub use drawing::Unit;
pub use edit::Command;
pub use export::content::drawn_floors;
pub use files::write_whole;
pub use health::Severity;
pub use inspection::TaskState;
pub use overview::{Overview, StageState};
pub use store::{ProjectFile, Workspace};

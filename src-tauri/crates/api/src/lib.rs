//! All that a front end can ask of Sise, as plain functions and values: the window and the terminal call the same.
//! Relies on every crate below; holds the one open project.
//! Knows nothing of windows, menus and argument lists.

mod calls;
mod changes;
mod check;
mod create;
mod detail;
mod error;
mod exporting;
mod files;
mod history;
mod info;
mod levels;
mod rounds;
mod scoring;
mod session;
mod settings;
mod sheets;
mod typescript;
mod user_library;
mod verify;
mod views;
mod vocabulary;
mod what_if;
mod worksheet;
mod world;

pub use calls::{
    App, BasisArgs, FloorArgs, HistoryArgs, JobArgs, Listener, NewProjectArgs, Nothing, PathArgs, PointArgs,
    Progress, RowArgs, Silent, Start, call, typescript,
};
pub use check::findings;
pub use create::{NewProject, blank_project, read_bundle, sample_bundle, sample_project};
pub use detail::{
    AccidentDetail, AccidentView, AdjustmentView, AssessmentView, HazardDetail, PointDetail, Why,
    point_detail, why,
};
pub use domain::{AssessmentMethod, RiskBasis, RiskLevel};
pub use error::ApiError;
pub use exporting::{
    CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, PrintFormat, PrintKind, PrintKindView,
    PrintProblem, PrintSize, PrintWatch, print_file,
};
pub use history::history_of;
pub use info::{Info, info};
pub use levels::{LevelsReport, bundle_levels, compare_levels, levels};
pub use rounds::{DiffRoundsArgs, RoundArgs, RoundChange, RoundDiff, RoundView, diff_rounds, round_called};
pub use scoring::{AssessorReport, FactorLine, PresetLine, ScoreArgs, ScoreReport, presets, score_values};
pub use session::{Session, bundle_of_file, read_project};
pub use settings::{RecentFile, Settings};
pub use sheets::{
    ReadSheetsArgs, SheetFileLine, SheetRefusal, SheetsOutcome, SheetsReport, WriteSheetsArgs, WrittenSheet,
    apply_sheets, judge_sheets, write_sheets,
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

pub use bundle::Attachment;
pub use domain::{Explain, Language, OrganisationKind};
pub use files::write_whole;
pub use health::Severity;
pub use store::{ProjectFile, Workspace};

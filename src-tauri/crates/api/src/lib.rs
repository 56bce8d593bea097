//! All that a front end can ask of Sise, as plain functions and values: the window and the terminal call the same.
//! Relies on every crate below; holds the one open project.
//! Knows nothing of windows, menus and argument lists.

mod areas;
mod calls;
mod changes;
mod check;
mod clipboard;
mod create;
mod detail;
mod drawings;
mod error;
mod exporting;
mod files;
mod floors;
mod history;
mod info;
mod levels;
mod pictures;
mod session;
mod settings;
mod typescript;
mod verify;
mod views;
mod vocabulary;
mod world;

pub use areas::{AreaPoint, AreaView, PlaceAreaArgs};
pub use calls::{
    App, BasisArgs, FloorArgs, HistoryArgs, JobArgs, Listener, NewProjectArgs, Nothing, PathArgs, PointArgs,
    Progress, RowArgs, Silent, Start, call, typescript,
};
pub use check::findings;
pub use clipboard::{ClipText, CopyArgs, PasteArgs};
pub use create::{NewProject, blank_project, read_bundle, sample_bundle, sample_project};
pub use detail::{
    AccidentDetail, AccidentView, AssessmentView, HazardDetail, PointDetail, Why, point_detail, why,
};
pub use drawings::{
    DrawingOptions, DrawingPreview, DrawingReport, DrawingTaken, DrawingWatch, ImportArgs, InspectArgs,
    PreviewLine, PreviewPicture, ReadDrawing, RoomArgs, RoomView, RoomsArgs, WarningView, read_drawing,
};
pub use error::ApiError;
pub use exporting::{
    CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, PlanFilesArgs, PlanFilesReport, PlanFormat,
    PrintFormat, PrintKind, PrintKindView, PrintProblem, PrintSize, PrintWatch, print_file, write_plans,
};
pub use floors::{FloorEntry, FloorsReport, floor_named, floor_target, floors};
pub use history::history_of;
pub use info::{Info, info};
pub use levels::{LevelsReport, bundle_levels, compare_levels, levels};
pub use pictures::{PictureArgs, PictureView, ScaleArgs};
pub use session::{Session, bundle_of_file, read_project};
pub use settings::{RecentFile, Settings};
pub use verify::{BundleProblem, verify_bundle};
pub use views::*;
pub use vocabulary::Vocabulary;
pub use world::{SystemWorld, World};

pub use bundle::Attachment;
pub use domain::{Explain, Language, OrganisationKind};
pub use drawing::Unit;
pub use export::content::drawn_floors;
pub use files::write_whole;
pub use health::Severity;
pub use store::{ProjectFile, Workspace};

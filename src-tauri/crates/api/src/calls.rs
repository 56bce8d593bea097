//! The list of calls that a window can make, and the one function that answers them.
//! Relies on each call having one argument object and one result, both typed here and in TypeScript.
//! Knows nothing of how a call arrives.

use crate::areas::{AreaView, PlaceAreaArgs};
use crate::clipboard::{ClipText, CopyRowsArgs, PasteArgs};
use crate::control::{
    AttachArgs, ChangeView, DocumentArgs, DocumentView, Duty, ReviewView, SaveDocumentArgs,
};
use crate::create::{NewProject, blank_project, sample_project};
use crate::dangers::{
    DangerArgs, DangerFile, DangersArgs, DangersView, KeptPhoto, PhotoArgs, RightsView, TodoView,
};
use crate::detail::{PointDetail, Why, point_detail, why};
use crate::drawings::{DrawingPreview, DrawingTaken, ImportArgs, InspectArgs, RoomArgs, RoomView, RoomsArgs};
use crate::error::ApiError;
use crate::exporting::{
    ExportArgs, ExportReport, Kept, MarkPrintedArgs, PieceId, PieceText, PiecesView, PlanFilesArgs,
    PlanFilesReport, PrintKindView, PrintPictureArgs, PrintPictureView, PrintThemeView, PrintViewArgs,
    PrintViewReport, SignFileArgs, SignView,
};
use crate::hand_over::{HandOverArgs, HandOverReport, Received};
use crate::history::history_views;
use crate::inbox::{InboxArgs, InboxReport, InboxView};
use crate::inspections::{
    ChecklistsView, InspectionView, InspectionsArgs, PlanView, ProposalView, TaskQuestionsArgs, TaskView,
    TasksArgs, TasksView,
};
use crate::keeping::{
    BackupArgs, CopyArgs, LeftOverView, OpenBackupArgs, RecoverArgs, RecoveredView, VersionView,
};
use crate::list_templates::{ListTemplate, ListTemplateArgs};
use crate::lists::{ListArgs, ListFileArgs, ListOutArgs, ListTable, list_of, preview};
use crate::merging::{MergeArgs, MergePreview};
use crate::outside::{FingerprintArgs, OutsideView};
use crate::past::{
    Differences, HistoryPage, HistoryQuery, LookFloorArgs, Moment, PastFloorArgs, RestoreArgs, StepArgs,
    TimelineArgs,
};
use crate::pictures::{PictureArgs, PictureView, ScaleArgs};
use crate::record_print::PrintRecordArgs;
use crate::returned::TaskCodeArgs;
use crate::rounds::{DiffRoundsArgs, RoundArgs, RoundDiff, RoundView};
use crate::rule_preview::{PreviewRuleArgs, RulePreview};
use crate::scoring::{ScoreArgs, ScoreReport, no_preset, score_by, score_values};
use crate::session::{Session, demonstration_path};
use crate::settings::{RecentFile, Settings};
use crate::sheets::{ReadSheetsArgs, SheetsOutcome, SheetsReport, WriteSheetsArgs, WrittenSheet};
use crate::statistics::{MonthArgs, StatisticsArgs, TrendArgs};
use crate::user_library::{
    EntryArgs, EntryLine, EntryOfPointArgs, ExportLibraryArgs, ExportedLibrary, LibraryFilePreview,
    LibraryView, SearchArgs, TakeLibraryArgs, whole_library,
};
use crate::views::{
    Changed, CompletenessView, FileView, FindingView, FloorContent, HistoryView, ProjectView, Words,
};
use crate::vocabulary::{Vocabulary, vocabulary};
use crate::what_if::{PresetPreview, PreviewPresetArgs, preview_criteria};
use crate::worksheet::{FamilyArgs, PastePreview, Worksheet, WorksheetArgs};
use crate::world::World;
use ::statistics::{MonthReport, Statistics, Trend};
use domain::{FloorId, Language, RiskBasis, RiskPoint, RiskPointId, RoundResult, RowId};
use edit::{Command, EntryChoice, PasteBlock, ScaleFit};
use inspection::{Coverage, Question};
use library::{LibraryEntry, Listed};
use lists::{Proposal as ListProposal, SheetFound};
use overview::Overview;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Workspace;
use ts_rs::TS;

/// How far a long call is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Progress {
    /// The job, as named by whoever started it.
    pub job: String,
    /// How much is done.
    pub done: u32,
    /// Of how much.
    pub total: u32,
    /// What is being done.
    pub what: Words,
}

/// Hears how far long calls are.
pub trait Listener: Send + Sync {
    /// Called from the thread that works.
    fn progress(&self, progress: &Progress);

    /// Something became of the open project's file. Called from the thread that watches.
    fn outside(&self, _outside: &OutsideView) {}

    /// Result files wait in the inbox of the open project. Called from the thread that watches.
    fn inbox(&self, _inbox: &InboxView) {}
}

/// Nobody listens.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Listener for Silent {
    fn progress(&self, _: &Progress) {}
}

/// The program behind a window: settings, and at most one open project.
pub struct App {
    pub(crate) world: Arc<dyn World>,
    pub(crate) workspace: Workspace,
    pub(crate) listener: Box<dyn Listener>,
    settings: Mutex<Settings>,
    session: Mutex<Option<Session>>,
    cancelled: Mutex<HashSet<String>>,
    /// Prints that were laid out before.
    pub(crate) kept: Arc<Kept>,
}

/// What a window needs to know before a project is open.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Start {
    /// The user's settings.
    pub settings: Settings,
    /// Version of the program.
    pub version: String,
    /// The name that steps are recorded under.
    pub actor: String,
}

/// A path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PathArgs {
    /// Absolute or relative to where the program was started.
    pub path: String,
}

/// A new project and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewProjectArgs {
    /// Where.
    pub path: String,
    /// What.
    pub project: NewProject,
}

/// A floor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FloorArgs {
    /// The floor.
    pub floor: FloorId,
}

/// A point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PointArgs {
    /// The point.
    pub point: RiskPointId,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowArgs {
    /// The row.
    pub row: RowId,
}

/// A basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BasisArgs {
    /// With or without measures.
    pub basis: RiskBasis,
}

/// How much of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryArgs {
    /// The latest so many entries.
    pub limit: u32,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JobArgs {
    /// Its name.
    pub job: String,
}

/// Nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Defines the calls: name, function, argument, result.
macro_rules! calls {
    ($($(#[doc = $doc:literal])* $name:literal $function:ident($args:ty) -> $result:ty;)*) => {
        /// Answers a call: `args` and the result are JSON.
        pub fn call(app: &App, name: &str, args: &str) -> Result<String, ApiError> {
            match name {
                $($name => {
                    let args: $args = serde_json::from_str(args).map_err(|error| bad_request(name, &error))?;
                    let result: $result = app.$function(args)?;
                    serde_json::to_string(&result).map_err(|error| bad_request(name, &error))
                })*
                _ => Err(bad_request(name, &"there is no such call")),
            }
        }

        /// The calls and all their types in TypeScript, as the window's sources keep them.
        pub fn typescript() -> String {
            let mut types = crate::typescript::Types::default();
            let mut calls = String::from("/** Every call of the program: what it takes and what it gives. */\nexport interface Calls {\n");
            $(
                types.add::<$args>();
                types.add::<$result>();
                $(calls.push_str(&format!("  /** {} */\n", $doc.trim()));)*
                calls.push_str(&format!(
                    "  '{}': {{ args: {}; result: {} }};\n",
                    $name,
                    types.name::<$args>(),
                    types.name::<$result>(),
                ));
            )*
            calls.push_str("}\n");
            types.add::<ApiError>();
            types.add::<Progress>();
            types.add::<OutsideView>();
            types.finish(&calls)
        }
    };
}

calls! {
    /// Hidden dangers for board, list and map.
    "dangers" dangers(DangersArgs) -> DangersView;
    /// The case file of a hidden danger.
    "danger" danger(DangerArgs) -> DangerFile;
    /// What may be done with a hidden danger now, by whom, saying what.
    "danger-rights" danger_rights(DangerArgs) -> RightsView;
    /// What waits for whom, alarms, measures that fail again and again.
    "todo" todo(Nothing) -> TodoView;
    /// Keeps a photograph, small and without the place where it was taken; commands name it by its fingerprint.
    "keep-photo" keep_photo(PhotoArgs) -> KeptPhoto;
    /// Settings, recent files, version.
    "start" start(Nothing) -> Start;
    /// Keeps settings.
    "set-settings" set_settings(Settings) -> Settings;
    /// The words and lists of the field, the risk colours, the shipped criteria.
    "vocabulary" vocabulary(Nothing) -> Vocabulary;
    /// Makes a new project and opens it.
    "new-project" new_project(NewProjectArgs) -> ProjectView;
    /// Opens a project.
    "open-project" open_project(PathArgs) -> ProjectView;
    /// Opens a throw-away copy of the sample project.
    "open-sample" open_sample(Nothing) -> ProjectView;
    /// Opens a throw-away copy of the open project, for showing.
    "demonstrate" demonstrate(Nothing) -> ProjectView;
    /// Publishes and closes the project.
    "close-project" close_project(Nothing) -> Nothing;
    /// The open project.
    "view" view(Nothing) -> ProjectView;
    /// What is drawn on a floor.
    "floor" floor(FloorArgs) -> FloorContent;
    /// Everything about a point.
    "point" point(PointArgs) -> PointDetail;
    /// Why something has its colour.
    "why" why(RowArgs) -> Why;
    /// Looks at existing or inherent risk.
    "set-basis" set_basis(BasisArgs) -> ProjectView;
    /// Carries a command out.
    "execute" execute(Command) -> Changed;
    /// Takes the latest standing edit back.
    "undo" undo(Nothing) -> Changed;
    /// Repeats the edit that was taken back last.
    "redo" redo(Nothing) -> Changed;
    /// Brings every edit into the user's file.
    "save" save(Nothing) -> FileView;
    /// Writes the project to another file and goes on with that one.
    "save-as" save_as(PathArgs) -> ProjectView;
    /// The points of a family with every column of its list.
    "point-list" point_list(FamilyArgs) -> Vec<RiskPoint>;
    /// Rows of a worksheet: hazards with accidents, measures and scores.
    "worksheet" worksheet(WorksheetArgs) -> Worksheet;
    /// What pasting a block would do.
    "preview-paste" preview_paste(PasteBlock) -> PastePreview;
    /// What values come to under shipped criteria.
    "score-values" evaluate_values(ScoreArgs) -> ScoreReport;
    /// Every level that applying criteria would change.
    "preview-preset" preview_preset(PreviewPresetArgs) -> PresetPreview;
    /// Rounds, the latest first.
    "rounds" rounds(Nothing) -> Vec<RoundView>;
    /// What an approved round found.
    "round-results" round_results(RoundArgs) -> Vec<RoundResult>;
    /// What became of the points between two rounds, or between one and today.
    "diff-rounds" diff_rounds(DiffRoundsArgs) -> RoundDiff;
    /// Writes assessors' sheets.
    "write-sheets" write_sheets(WriteSheetsArgs) -> Vec<WrittenSheet>;
    /// Reads assessors' sheets without taking anything.
    "preview-sheets" preview_sheets(ReadSheetsArgs) -> SheetsReport;
    /// Takes the good rows of assessors' sheets.
    "apply-sheets" apply_sheets(ReadSheetsArgs) -> SheetsOutcome;
    /// The risk library in short.
    "library" library(Nothing) -> LibraryView;
    /// Entries that fit, best first.
    "search-library" search_library(SearchArgs) -> Vec<EntryLine>;
    /// A whole entry.
    "library-entry" library_entry(EntryArgs) -> Listed;
    /// Keeps an entry in the user's library.
    "save-library-entry" save_library_entry(LibraryEntry) -> LibraryView;
    /// Takes an entry out of the user's library.
    "remove-library-entry" remove_library_entry(EntryArgs) -> LibraryView;
    /// A point of the project as an entry.
    "entry-of-point" entry_of_point(EntryOfPointArgs) -> LibraryEntry;
    /// Writes a part of the project as a library file.
    "export-library" export_library(ExportLibraryArgs) -> ExportedLibrary;
    /// What taking over a library file would do.
    "preview-library-file" preview_library_file(PathArgs) -> LibraryFilePreview;
    /// Takes entries of a library file over into the user's library.
    "take-library-file" take_library_file(TakeLibraryArgs) -> LibraryView;
    /// The health check.
    "check" check(Nothing) -> Vec<FindingView>;
    /// How complete the points of each department are.
    "completeness" completeness(Nothing) -> Vec<CompletenessView>;
    /// Where the project stands: counts, weak points, the nine steps, every number with the rows behind it.
    "overview" overview(Nothing) -> Overview;
    /// Reads a list of somebody else's and compares it with the project. Nothing is written.
    "preview-list" preview_list(ListArgs) -> ListProposal;
    /// Takes a list in: what the preview of the same list and mapping says, as one step.
    "apply-list" apply_list(ListArgs) -> Changed;
    /// A list of the project as rows of cells.
    "list" list(ListOutArgs) -> ListTable;
    /// Writes a list of the project as xlsx, or as PDF where the name of the file ends so.
    "export-list" export_list(ListFileArgs) -> PathArgs;
    /// The operation record, newest first.
    "history" history(HistoryArgs) -> Vec<HistoryView>;
    /// Writes the bundle.
    "export-bundle" export_bundle(PathArgs) -> PathArgs;
    /// Prints maps, cards and ledgers into a folder.
    "export" export(ExportArgs) -> ExportReport;
    /// What can be printed, in which formats and sizes.
    "print-kinds" print_kinds(Nothing) -> Vec<PrintKindView>;
    /// The operation record, by who, when, what and where, newest first.
    "history-page" history_page(HistoryQuery) -> HistoryPage;
    /// Writes entries of the operation record as a table.
    "print-record" print_record(PrintRecordArgs) -> PathArgs;
    /// The project as it was after a step, for looking.
    "past" past(StepArgs) -> ProjectView;
    /// What was drawn on a floor after a step.
    "past-floor" past_floor(PastFloorArgs) -> FloorContent;
    /// How the levels went over time, oldest first.
    "timeline" timeline(TimelineArgs) -> Vec<Moment>;
    /// Brings back what a step deleted, as one step.
    "restore" restore(RestoreArgs) -> Changed;
    /// Makes the project what it was after a step, as one step.
    "restore-state" restore_state(StepArgs) -> Changed;
    /// What merging copies would do; nothing is written.
    "merge-preview" merge_preview(MergeArgs) -> MergePreview;
    /// Merges copies as one step.
    "merge" merge(MergeArgs) -> Changed;
    /// What another project file has that is not the same here.
    "compare" compare(PathArgs) -> Differences;
    /// Writes the copy for a colleague, with a note.
    "hand-over" hand_over(HandOverArgs) -> HandOverReport;
    /// What came with the open project, and what changed since this machine last saw it.
    "received" received(Nothing) -> Received;
    /// The kept versions of the open project, newest first.
    "versions" versions(Nothing) -> Vec<VersionView>;
    /// Makes the project what a kept version is, as one step.
    "restore-version" restore_version(PathArgs) -> Changed;
    /// A project file for looking, beside the open one.
    "look" look(PathArgs) -> ProjectView;
    /// What is drawn on a floor of a project file that is only looked at.
    "look-floor" look_floor(LookFloorArgs) -> FloorContent;
    /// Writes a copy, full or clean.
    "copy" copy(CopyArgs) -> PathArgs;
    /// Writes a copy that only the password opens.
    "backup" backup(BackupArgs) -> PathArgs;
    /// Takes the project out of an encrypted copy.
    "open-backup" open_backup(OpenBackupArgs) -> PathArgs;
    /// What earlier sessions left unpublished: for the start after a crash.
    "left-overs" left_overs(Nothing) -> Vec<LeftOverView>;
    /// Makes a whole project of what there is of a damaged one.
    "recover" recover(RecoverArgs) -> RecoveredView;
    /// What became of the open project's file.
    "outside" outside(Nothing) -> OutsideView;
    /// Opens what others wrote into the file; what was here is kept as a project of its own.
    "take-theirs" take_theirs(Nothing) -> ProjectView;
    /// Replaces what others wrote into the file; it is kept as a version.
    "keep-mine" keep_mine(FingerprintArgs) -> FileView;
    /// Looks at a drawing of somebody else.
    "inspect-drawing" inspect_drawing(InspectArgs) -> DrawingPreview;
    /// Brings a drawing in, as one step.
    "import-drawing" import_drawing(ImportArgs) -> DrawingTaken;
    /// The room between walls around a place.
    "room-at" room_at(RoomArgs) -> RoomView;
    /// All rooms between the walls of a floor.
    "rooms" rooms(RoomsArgs) -> Vec<RoomView>;
    /// Parts of a plan as a text, to be pasted here or in another project.
    "copy-rows" copy_rows(CopyRowsArgs) -> ClipText;
    /// Puts copied parts on a floor.
    "paste-rows" paste_rows(PasteArgs) -> Changed;
    /// The template areas.
    "areas" areas(Nothing) -> Vec<AreaView>;
    /// Lays a template area with its points on a plan.
    "place-area" place_area(PlaceAreaArgs) -> Changed;
    /// The bytes of a picture under a plan.
    "picture" picture(PictureArgs) -> PictureView;
    /// How well references agree on a scale.
    "try-scale" try_scale(ScaleArgs) -> ScaleFit;
    /// Writes plans as DXF, GeoJSON or SVG for other programs.
    "export-plan" export_plan(PlanFilesArgs) -> PlanFilesReport;
    /// Where every list and every round stands in its review.
    "reviews" reviews(Nothing) -> Vec<ReviewView>;
    /// Every change of the site with what it makes out of date.
    "changes" changes(Nothing) -> Vec<ChangeView>;
    /// Who supervises a point at its tier and at each below.
    "duties" duties(PointArgs) -> Vec<Duty>;
    /// Keeps a document in the project, for a measure or a plan.
    "attach-document" attach_document(AttachArgs) -> Changed;
    /// A document with its bytes.
    "document" document(DocumentArgs) -> DocumentView;
    /// Writes a document to a file.
    "save-document" save_document(SaveDocumentArgs) -> PathArgs;
    /// Puts the plan on one sheet exactly as the window shows it.
    "print-view" print_view(PrintViewArgs) -> PrintViewReport;
    /// Every piece of the print set: what it is about, which version, what hangs and what is out of date.
    "print-pieces" print_pieces(Nothing) -> PiecesView;
    /// A page of a piece as it is printed.
    "print-picture" print_picture(PrintPictureArgs) -> PrintPictureView;
    /// The texts of a piece that may be said otherwise on it.
    "piece-texts" piece_texts(PieceId) -> Vec<PieceText>;
    /// Records pieces as printed, with what they say today.
    "mark-printed" mark_printed(MarkPrintedArgs) -> Changed;
    /// The finished themes of the prints.
    "print-themes" print_theme_views(Nothing) -> Vec<PrintThemeView>;
    /// The safety signs: the shipped ones, and the organisation's own in their place or beside them.
    "signs" signs(Nothing) -> Vec<SignView>;
    /// Takes a drawing in as a safety sign of the organisation's own.
    "take-sign" take_sign(SignFileArgs) -> Changed;
    /// Takes a drawing in as the emblem on the prints.
    "take-emblem" take_emblem(PathArgs) -> Changed;
    /// The sheets of a workbook and what stands in their upper rows, to choose the one of a list and its header from.
    "list-sheets" list_sheets(PathArgs) -> Vec<SheetFound>;
    /// The user's own columns for lists out.
    "list-templates" list_templates(Nothing) -> Vec<ListTemplate>;
    /// Keeps columns for lists out under a name.
    "save-list-template" save_list_template(ListTemplate) -> Vec<ListTemplate>;
    /// Forgets columns for lists out.
    "remove-list-template" remove_list_template(ListTemplateArgs) -> Vec<ListTemplate>;
    /// Inspection plans, those that are over last.
    "plans" plans(Nothing) -> Vec<PlanView>;
    /// The plans that the frequency matrix asks for and that are not there.
    "plan-proposals" plan_proposals(Nothing) -> Vec<ProposalView>;
    /// Inspection tasks of a stretch of days, with counts by day.
    "tasks" tasks(TasksArgs) -> TasksView;
    /// What an inspection asks.
    "task-questions" task_questions(TaskQuestionsArgs) -> Vec<Question>;
    /// The task that a returned sheet belongs to, by the code on it.
    "task-by-code" task_by_code(TaskCodeArgs) -> TaskView;
    /// Results of inspections, the latest first.
    "inspections" inspections(InspectionsArgs) -> Vec<InspectionView>;
    /// Special check-lists of the project and of the library.
    "checklists" checklists(Nothing) -> ChecklistsView;
    /// Which points are inspected as their level asks, and which are not.
    "coverage" coverage(Nothing) -> Coverage;
    /// The next days by a rule that is being written.
    "preview-rule" preview_rule(PreviewRuleArgs) -> RulePreview;
    /// The figures of inspection and rectification of a period, each with the rows behind it.
    "statistics" statistics(StatisticsArgs) -> Statistics;
    /// The same figures month by month.
    "statistics-trend" statistics_trend(TrendArgs) -> Trend;
    /// What the report of a month says.
    "month-report" month_report(MonthArgs) -> MonthReport;
    /// Takes the result files of a folder; each is put aside, taken or refused with the reason.
    "take-inbox" take_inbox(InboxArgs) -> InboxReport;
    /// Watches a folder for result files of the open project.
    "watch-inbox" watch_inbox(InboxArgs) -> InboxView;
    /// The folder that is watched for the open project, and how many files wait.
    "inbox" inbox(Nothing) -> InboxView;
    /// Ends a long call as soon as it can.
    "cancel-job" cancel_job(JobArgs) -> Nothing;
}

fn bad_request(name: &str, error: &dyn std::fmt::Display) -> ApiError {
    ApiError::new(
        "bad-request",
        format!("程序内部请求有误（{name}：{error}），请反馈给开发者。"),
        format!("A request inside the program is wrong ({name}: {error}). Please report this."),
    )
}

impl App {
    /// A program with nothing open.
    pub fn new(workspace: Workspace, world: Arc<dyn World>, listener: Box<dyn Listener>) -> Self {
        Self {
            world,
            workspace,
            listener,
            settings: Mutex::new(Settings::load()),
            session: Mutex::new(None),
            cancelled: Mutex::new(HashSet::new()),
            kept: Arc::default(),
        }
    }

    /// Whether there are edits that have not reached the file.
    pub fn is_unpublished(&self) -> bool {
        self.session().as_ref().is_some_and(|session| {
            !session.is_demonstration() && session.store().is_unpublished().unwrap_or(false)
        })
    }

    /// The open project's path.
    pub fn path(&self) -> Option<PathBuf> {
        self.session().as_ref().map(|session| session.store().path().to_owned())
    }

    /// The language of the window.
    pub fn language(&self) -> Language {
        self.settings().language
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Option<Session>> {
        // A panic elsewhere does not make the rows wrong: every change is whole or not at all.
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn settings(&self) -> MutexGuard<'_, Settings> {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn with<T>(&self, work: impl FnOnce(&Session) -> Result<T, ApiError>) -> Result<T, ApiError> {
        work(self.session().as_ref().ok_or_else(ApiError::nothing_open)?)
    }

    pub(crate) fn with_mut<T>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        work(self.session().as_mut().ok_or_else(ApiError::nothing_open)?)
    }

    /// Whether a job was asked to end.
    pub(crate) fn is_cancelled(&self, job: &str) -> bool {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner).contains(job)
    }

    /// Forgets that a job was asked to end, when it has.
    pub(crate) fn job_ended(&self, job: &str) {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner).remove(job);
    }

    pub(crate) fn actor(&self) -> String {
        self.settings().actor_name()
    }

    /// Takes `make`'s project as the open one; the one before is published and closed first.
    fn replace(&self, make: impl FnOnce() -> Result<Session, ApiError>) -> Result<ProjectView, ApiError> {
        let mut current = self.session();
        // The new one is opened before the old one is given up, unless both are the same file.
        if let Some(old) = current.take() {
            self.remember_seen(&old);
            if let Err(back) = old.close() {
                let (old, error) = *back;
                *current = Some(old);
                return Err(error);
            }
        }
        let session = make()?;
        let view = session.view()?;
        if !session.is_demonstration() {
            let name = session.snapshot().organisation().map_or_else(String::new, |own| own.name.clone());
            let at = self.world.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            let mut settings = self.settings();
            settings.remember(RecentFile { path: view.file.path.clone(), name, at });
            // A list of recent files that could not be kept is no reason not to open one.
            if let Err(error) = settings.save() {
                tracing::warn!(%error, "settings");
            }
        }
        *current = Some(session);
        Ok(view)
    }

    /// Remembers that this machine saw the project as it is now.
    fn remember_seen(&self, session: &Session) {
        if !session.is_demonstration() {
            let at = self.world.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
            session.remember_seen(&self.workspace, at);
        }
    }

    fn start(&self, _: Nothing) -> Result<Start, ApiError> {
        let settings = self.settings().clone();
        let actor = settings.actor_name();
        Ok(Start { settings, version: env!("CARGO_PKG_VERSION").to_owned(), actor })
    }

    fn set_settings(&self, settings: Settings) -> Result<Settings, ApiError> {
        settings.save()?;
        *self.settings() = settings.clone();
        // What is done from now on is done under the new name, in the open project, too.
        if let Some(session) = self.session().as_mut() {
            session.set_actor(settings.actor_name());
        }
        Ok(settings)
    }

    fn vocabulary(&self, _: Nothing) -> Result<Vocabulary, ApiError> {
        Ok(vocabulary())
    }

    fn new_project(&self, args: NewProjectArgs) -> Result<ProjectView, ApiError> {
        self.replace(|| {
            let rows = blank_project(&args.project, self.world.as_ref());
            let path = Path::new(&args.path);
            Session::create(&self.workspace, path, rows, &[], Arc::clone(&self.world), self.actor())
        })
    }

    fn open_project(&self, args: PathArgs) -> Result<ProjectView, ApiError> {
        self.replace(|| {
            Session::open(&self.workspace, Path::new(&args.path), Arc::clone(&self.world), self.actor())
        })
    }

    fn open_sample(&self, _: Nothing) -> Result<ProjectView, ApiError> {
        let sample = sample_project()?;
        self.replace(|| {
            let path = demonstration_path(self.world.as_ref());
            let (world, actor) = (Arc::clone(&self.world), self.actor());
            Session::create(&self.workspace, &path, sample.records, &sample.attachments, world, actor)
                .map(Session::into_demonstration)
        })
    }

    fn demonstrate(&self, _: Nothing) -> Result<ProjectView, ApiError> {
        let path = demonstration_path(self.world.as_ref());
        self.with_mut(|session| Ok(session.store_mut().copy_to(&path)?))?;
        self.replace(|| {
            Session::open(&self.workspace, &path, Arc::clone(&self.world), self.actor())
                .map(Session::into_demonstration)
        })
    }

    /// Publishes and closes the project. On an error it stays open.
    pub fn close_project(&self, _: Nothing) -> Result<Nothing, ApiError> {
        let mut current = self.session();
        if let Some(session) = current.take() {
            self.remember_seen(&session);
            if let Err(back) = session.close() {
                let (session, error) = *back;
                *current = Some(session);
                return Err(error);
            }
        }
        Ok(Nothing {})
    }

    fn view(&self, _: Nothing) -> Result<ProjectView, ApiError> {
        self.with(Session::view)
    }

    fn floor(&self, args: FloorArgs) -> Result<FloorContent, ApiError> {
        self.with(|session| Ok(session.floor(args.floor)))
    }

    fn point(&self, args: PointArgs) -> Result<PointDetail, ApiError> {
        self.with(|session| point_detail(session.snapshot(), session.presets(), args.point))
    }

    fn why(&self, args: RowArgs) -> Result<Why, ApiError> {
        self.with(|session| why(session.snapshot(), session.presets(), session.picture(), args.row))
    }

    fn set_basis(&self, args: BasisArgs) -> Result<ProjectView, ApiError> {
        self.with_mut(|session| {
            session.set_basis(args.basis);
            session.view()
        })
    }

    fn execute(&self, mut command: Command) -> Result<Changed, ApiError> {
        // A user's own entry is known here alone.
        if let Command::PlaceLibraryEntry(place) = &mut command
            && let EntryChoice::Id(id) = &place.entry
            && let (library, _) = whole_library()
            && let Some(listed) = library.get(id)
        {
            place.entry = EntryChoice::Whole(Box::new(listed.entry.clone()));
        }
        self.with_mut(|session| session.execute(command))
    }

    fn evaluate_values(&self, args: ScoreArgs) -> Result<ScoreReport, ApiError> {
        let Some(own) = args.own else { return score_values(&args) };
        self.with(|session| match session.presets().get(&own) {
            Some(preset) => score_by(preset, &args.inputs),
            None => Err(no_preset(&own.to_string())),
        })
    }

    fn preview_preset(&self, args: PreviewPresetArgs) -> Result<PresetPreview, ApiError> {
        self.with(|session| preview_criteria(session.snapshot(), session.picture().basis, &args))
    }

    fn undo(&self, _: Nothing) -> Result<Changed, ApiError> {
        self.with_mut(Session::undo)
    }

    fn redo(&self, _: Nothing) -> Result<Changed, ApiError> {
        self.with_mut(Session::redo)
    }

    /// Brings every edit into the user's file.
    pub fn save(&self, _: Nothing) -> Result<FileView, ApiError> {
        self.with_mut(Session::save)
    }

    fn save_as(&self, args: PathArgs) -> Result<ProjectView, ApiError> {
        let mut current = self.session();
        let session = current.take().ok_or_else(ApiError::nothing_open)?;
        match session.save_as(&self.workspace, Path::new(&args.path)) {
            Ok(session) => {
                let view = session.view();
                *current = Some(session);
                view
            }
            Err(back) => {
                let (session, error) = *back;
                *current = Some(session);
                Err(error)
            }
        }
    }

    fn check(&self, _: Nothing) -> Result<Vec<FindingView>, ApiError> {
        self.with(|session| {
            Ok(crate::check::findings(session.snapshot(), session.picture(), self.world.today()))
        })
    }

    fn completeness(&self, _: Nothing) -> Result<Vec<CompletenessView>, ApiError> {
        self.with(|session| {
            Ok(crate::check::completeness(session.snapshot(), session.picture(), self.world.today()))
        })
    }

    fn overview(&self, _: Nothing) -> Result<Overview, ApiError> {
        self.with(|session| {
            Ok(crate::check::overview_of(session.snapshot(), session.picture(), self.world.today()))
        })
    }

    fn list_sheets(&self, args: PathArgs) -> Result<Vec<SheetFound>, ApiError> {
        crate::lists::list_sheets(&args.path)
    }

    fn preview_list(&self, args: ListArgs) -> Result<ListProposal, ApiError> {
        self.with(|session| preview(&args, session.snapshot(), session.picture()))
    }

    fn apply_list(&self, args: ListArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| {
            let proposal = preview(&args, session.snapshot(), session.picture())?;
            session.execute(crate::lists::accept_list(proposal, &args.mapping)?)
        })
    }

    fn list(&self, args: ListOutArgs) -> Result<ListTable, ApiError> {
        self.with(|session| Ok(list_of(session.snapshot(), session.picture(), &args, self.world.today())?.0))
    }

    fn export_list(&self, args: ListFileArgs) -> Result<PathArgs, ApiError> {
        let bytes = self.with(|session| {
            let (snapshot, picture) = (session.snapshot(), session.picture());
            let path = Path::new(&args.path);
            crate::lists::list_bytes(snapshot, picture, &args.list, self.world.today(), path)
        })?;
        crate::files::write_whole(Path::new(&args.path), &bytes)?;
        Ok(PathArgs { path: args.path })
    }

    fn history(&self, args: HistoryArgs) -> Result<Vec<HistoryView>, ApiError> {
        self.with(|session| {
            let store = session.store();
            let entries = store.history(usize::try_from(args.limit).unwrap_or(usize::MAX))?;
            history_views(session.snapshot(), entries, |sequence| Ok(store.changes(sequence)?))
        })
    }

    fn export_bundle(&self, args: PathArgs) -> Result<PathArgs, ApiError> {
        let text = self.with(Session::bundle)?;
        crate::files::write_whole(Path::new(&args.path), text.as_bytes())?;
        Ok(args)
    }

    fn cancel_job(&self, args: JobArgs) -> Result<Nothing, ApiError> {
        self.cancelled.lock().unwrap_or_else(PoisonError::into_inner).insert(args.job);
        Ok(Nothing {})
    }
}

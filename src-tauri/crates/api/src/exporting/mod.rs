//! Printing: which sheets, into which files, with progress, and never half a file.
//! Relies on `export` for what is said and how it looks.
//! Knows nothing of windows.

mod args;
mod content;
mod kept;
mod kinds;
mod making;
mod naming;
mod pieces;
mod plan_files;
mod print;
mod resources;
mod view;
mod writing;

pub use args::{CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, PieceId, PrintFormat, PrintProblem};
pub(crate) use kept::Kept;
pub use kinds::{PrintKind, PrintKindView, PrintSize};
pub use pieces::{
    MarkPrintedArgs, MarkedReport, PieceState, PieceText, PieceView, PiecesView, PrintPictureArgs,
    PrintPictureView, PrintThemeView, SignFileArgs, SignView, StalePiece, mark_printed, stale_pieces,
};
pub(crate) use resources::sans;

pub use plan_files::{PlanFilesArgs, PlanFilesReport, PlanFormat, write_plans};
pub use view::{PrintViewArgs, PrintViewReport};

use crate::calls::{App, Nothing, Progress};
use crate::error::ApiError;
use crate::views::Words;
use crate::world::{SystemWorld, World as _};
use chrono::{DateTime, Local, NaiveDate};
use domain::{DangerPhoto, FloorId, HiddenDangerId, RiskBasis, Snapshot};
use evaluation::{RiskPicture, risk_picture};
use export::templates::Theme;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::sync::Arc;
use store::{HistoryEntry, ProjectFile};

/// The state of a project that is printed: nothing of it changes while the work is under way.
pub(crate) struct PrintJob {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) picture: Arc<RiskPicture>,
    pub(crate) revision: i64,
    pub(crate) date: NaiveDate,
    /// The day by which papers say what is due and overdue.
    pub(crate) today: NaiveDate,
    /// Pictures under plans and photographs of dangers, by fingerprint.
    pub(crate) assets: BTreeMap<String, Vec<u8>>,
    /// Pieces that were laid out before.
    pub(crate) kept: Option<Arc<Kept>>,
}

/// Hears how far printing is, and may stop it.
pub type PrintWatch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

impl App {
    /// Prints the open project. The project can be edited meanwhile: what is printed is what it was at the start.
    pub(crate) fn export(&self, args: ExportArgs) -> Result<ExportReport, ApiError> {
        let job = self.with(|session| {
            let store = session.store();
            Ok(PrintJob {
                snapshot: Arc::clone(session.snapshot()),
                picture: Arc::clone(session.picture()),
                revision: store.revision()?,
                date: day_of(store.history(1)?.first()),
                today: day(&args, || session.today())?,
                assets: assets(session.snapshot(), &args, |sha256| Ok(store.asset(sha256)?.1)),
                kept: Some(Arc::clone(&self.kept)),
            })
        })?;
        let name = args.job.clone();
        let report = print::print(&job, &args, &mut |progress| {
            self.listener.progress(&progress);
            if self.is_cancelled(&name) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        self.job_ended(&name);
        report
    }

    pub(crate) fn print_kinds(&self, _: Nothing) -> Result<Vec<PrintKindView>, ApiError> {
        Ok(print_kinds())
    }
}

/// Prints a project that was read where it lies.
pub fn print_file(
    file: ProjectFile,
    args: &ExportArgs,
    watch: &mut PrintWatch<'_>,
) -> Result<ExportReport, ApiError> {
    let assets = assets(&file.snapshot, args, |sha256| Ok(file.asset(sha256)?.1));
    let (revision, date) = (file.revision, day_of(file.history(1)?.first()));
    let picture = Arc::new(risk_picture(&file.snapshot, RiskBasis::Existing));
    let snapshot = Arc::new(file.snapshot);
    let today = day(args, || SystemWorld.today())?;
    print::print(&PrintJob { snapshot, picture, revision, date, today, assets, kept: None }, args, watch)
}

/// The day that was asked for, else today.
fn day(args: &ExportArgs, today: impl Fn() -> NaiveDate) -> Result<NaiveDate, ApiError> {
    match args.day.as_deref() {
        Some(text) => text.parse().map_err(|_| making::not_a_day(text)),
        None => Ok(today()),
    }
}

/// The local day of the last change.
fn day_of(latest: Option<&HistoryEntry>) -> NaiveDate {
    let moment = latest.and_then(|entry| DateTime::parse_from_rfc3339(&entry.at).ok());
    moment.map_or_else(NaiveDate::default, |moment| moment.with_timezone(&Local).date_naive())
}

/// Photographs are read up to this much in all, in bytes; papers of more tell which ones are missing.
const MOST_PHOTOS: usize = 600_000_000;

/// The pictures that this export needs: those under plans, photographs of dangers. One that cannot be read is left out
/// and reported with its piece.
fn assets(
    snapshot: &Snapshot,
    args: &ExportArgs,
    read: impl Fn(&str) -> Result<Vec<u8>, ApiError>,
) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let maps =
        args.kinds.iter().any(|kind| matches!(kind, PrintKind::FourColourMap | PrintKind::PlacementMap));
    let cards = args.kinds.contains(&PrintKind::NoticeCard);
    if maps || cards {
        let of_maps = |floor| maps && args.floors.as_ref().is_none_or(|floors| floors.contains(&floor));
        // A card shows the part of its floor where the point is.
        let placed: BTreeSet<FloorId> = snapshot
            .points
            .iter()
            .filter(|own| cards && own.position.is_some())
            .filter(|own| args.points.as_ref().is_none_or(|points| points.contains(&own.id)))
            .filter_map(|own| own.floor_id)
            .collect();
        let wanted = |floor| of_maps(floor) || placed.contains(&floor);
        let own = snapshot.underlays.iter().filter(|underlay| wanted(underlay.floor_id));
        found.extend(own.filter_map(|underlay| Some((underlay.asset.clone(), read(&underlay.asset).ok()?))));
    }
    if args.kinds.contains(&PrintKind::PrintList) {
        take_photos_of_walls(snapshot, &read, &mut found);
    }
    let asked = |kind: &PrintKind| shows_photos(*kind) && args.kinds.contains(kind);
    if PrintKind::ALL.iter().any(asked) {
        let mut held = 0;
        let wanted = |photo: &&DangerPhoto| wants_photo(snapshot, args, photo.danger_id);
        for photo in snapshot.danger_photos.iter().filter(wanted) {
            if held < MOST_PHOTOS
                && !found.contains_key(&photo.asset)
                && let Ok(bytes) = read(&photo.asset)
            {
                held += bytes.len();
                found.insert(photo.asset.clone(), bytes);
            }
        }
    }
    found
}

/// Adds the photographs of what hangs.
pub(crate) fn take_photos_of_walls(
    snapshot: &Snapshot,
    read: impl Fn(&str) -> Result<Vec<u8>, ApiError>,
    found: &mut BTreeMap<String, Vec<u8>>,
) {
    let mut held = 0;
    for own in snapshot.printed_pieces.iter().filter(|own| own.photo.len() == 64) {
        if held < MOST_PHOTOS
            && !found.contains_key(&own.photo)
            && let Ok(bytes) = read(&own.photo)
        {
            held += bytes.len();
            found.insert(own.photo.clone(), bytes);
        }
    }
}

/// Kinds with photographs of dangers.
pub(crate) fn shows_photos(kind: PrintKind) -> bool {
    matches!(kind, PrintKind::RectificationNotice | PrintKind::CaseFile)
}

fn wants_photo(snapshot: &Snapshot, args: &ExportArgs, danger: HiddenDangerId) -> bool {
    let code = snapshot.dangers.get(danger).map_or("", |own| own.code.trim());
    let limited = args.dangers.as_ref().is_none_or(|only| only.iter().any(|own| own.trim() == code));
    let subject = danger.to_string();
    let chosen = args.pieces.as_ref().is_none_or(|only| only.iter().any(|own| own.subject == subject));
    limited && chosen
}

/// Every kind of print, for front ends without a session.
pub fn print_kinds() -> Vec<PrintKindView> {
    PrintKind::ALL.iter().copied().map(PrintKindView::from).collect()
}

/// Names of the themes, the plain one first.
pub fn print_themes() -> Vec<&'static str> {
    Theme::all().iter().map(|theme| theme.id.as_str()).collect()
}

fn words(chinese: impl Into<String>, english: impl Into<String>) -> Words {
    Words { chinese: chinese.into(), english: english.into() }
}

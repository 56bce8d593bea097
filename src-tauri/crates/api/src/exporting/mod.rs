//! Printing: which sheets, into which files, with progress, and never half a file.
//! Relies on `export` for what is said and how it looks.
//! Knows nothing of windows.

mod args;
mod kinds;
mod making;
mod naming;
mod plan_files;
mod print;
mod resources;
mod writing;

pub use args::{CardLayout, ExportArgs, ExportReport, ExportedFile, Ink, PrintFormat, PrintProblem};
pub use kinds::{PrintKind, PrintKindView, PrintSize};
pub(crate) use resources::fonts;

pub use plan_files::{PlanFilesArgs, PlanFilesReport, PlanFormat, write_plans};

use crate::calls::{App, Nothing, Progress};
use crate::error::ApiError;
use crate::views::Words;
use chrono::{DateTime, Local, NaiveDate};
use domain::{RiskBasis, Snapshot};
use evaluation::{RiskPicture, risk_picture};
use export::templates::Theme;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use store::{HistoryEntry, ProjectFile};

/// The state of a project that is printed: nothing of it changes while the work is under way.
pub(crate) struct PrintJob {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) picture: Arc<RiskPicture>,
    pub(crate) revision: i64,
    pub(crate) date: NaiveDate,
    /// Pictures under plans, by fingerprint.
    pub(crate) assets: BTreeMap<String, Vec<u8>>,
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
                assets: assets(session.snapshot(), &args, |sha256| Ok(store.asset(sha256)?.1)),
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
    print::print(&PrintJob { snapshot, picture, revision, date, assets }, args, watch)
}

/// The local day of the last change.
fn day_of(latest: Option<&HistoryEntry>) -> NaiveDate {
    let moment = latest.and_then(|entry| DateTime::parse_from_rfc3339(&entry.at).ok());
    moment.map_or_else(NaiveDate::default, |moment| moment.with_timezone(&Local).date_naive())
}

/// The pictures that maps of this export need. One that cannot be read is left out and reported with its map.
fn assets(
    snapshot: &Snapshot,
    args: &ExportArgs,
    read: impl Fn(&str) -> Result<Vec<u8>, ApiError>,
) -> BTreeMap<String, Vec<u8>> {
    if !args.kinds.contains(&PrintKind::FourColourMap) {
        return BTreeMap::new();
    }
    let wanted = |floor| args.floors.as_ref().is_none_or(|floors| floors.contains(&floor));
    let own = snapshot.underlays.iter().filter(|underlay| wanted(underlay.floor_id));
    own.filter_map(|underlay| Some((underlay.asset.clone(), read(&underlay.asset).ok()?))).collect()
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

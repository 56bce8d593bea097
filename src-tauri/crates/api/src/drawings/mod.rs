//! Drawings of others brought in: a look first, then one step that can be undone.
//! Relies on `drawing` for reading, on `edit` for the step; nothing is kept of a drawing that is refused.
//! Knows nothing of dialogs.

mod args;
mod chain;
mod convert;
mod read;
mod rooms;

pub use args::{
    DrawingOptions, DrawingPreview, DrawingReport, DrawingTaken, ImportArgs, InspectArgs, PreviewLine,
    PreviewPicture, RoomArgs, RoomView, RoomsArgs, WarningView,
};
pub use read::{DrawingWatch, ReadDrawing, read_drawing};

use crate::calls::App;
use crate::error::ApiError;
use crate::session::Session;
use std::ops::ControlFlow;
use std::path::Path;

impl From<drawing::DrawingError> for ApiError {
    fn from(error: drawing::DrawingError) -> Self {
        Self::new(error.code(), error.chinese(), error.to_string())
    }
}

impl App {
    /// Looks at a drawing.
    pub(crate) fn inspect_drawing(&self, args: InspectArgs) -> Result<DrawingPreview, ApiError> {
        let name = args.job.clone();
        let mut watch = self.watching(&args.job);
        let found = read::preview(Path::new(&args.path), &args.options, &args.job, &mut watch);
        drop(watch);
        self.job_ended(&name);
        found
    }

    /// Brings a drawing in. The project can be edited while the file is read.
    pub(crate) fn import_drawing(&self, args: ImportArgs) -> Result<DrawingTaken, ApiError> {
        let name = args.job.clone();
        let taken = self.import_watched(args);
        self.job_ended(&name);
        taken
    }

    fn import_watched(&self, args: ImportArgs) -> Result<DrawingTaken, ApiError> {
        let mut watch = self.watching(&args.job);
        let read = read_drawing(Path::new(&args.path), &args.options, &args.job, &mut watch)?;
        let given_up = watch(read::writing(&args.job));
        drop(watch);
        self.with_mut(|session| {
            // The last moment at which it can be given up: from here on it is one step, whole or not at all.
            if given_up.is_break() || self.is_cancelled(&args.job) {
                return Err(drawing::DrawingError::Cancelled.into());
            }
            session.take_drawing(read, args.floor)
        })
    }

    /// A watcher that passes progress on and stops a job that was cancelled.
    fn watching<'a>(&'a self, job: &'a str) -> Box<DrawingWatch<'a>> {
        Box::new(move |progress| {
            self.listener.progress(&progress);
            if self.is_cancelled(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    }
}

impl Session {
    /// Takes a drawing that was read into the project, as one step.
    pub fn take_drawing(
        &mut self,
        read: ReadDrawing,
        target: edit::FloorTarget,
    ) -> Result<DrawingTaken, ApiError> {
        let ReadDrawing { found, options, name, rooms } = read;
        let mut assets = Vec::new();
        for picture in &found.pictures {
            let media_type = if picture.kind == drawing::Kind::Jpeg { "image/jpeg" } else { "image/png" };
            assets.push(self.store_mut().put_asset(media_type, &picture.bytes)?);
        }
        let (command, mut report) = convert::plan_of(&found, &options, &name, rooms, &assets, target)?;
        let changed = self.execute(edit::Command::TakePlan(command))?;
        let floors = self.snapshot();
        let named = changed.created.iter().filter(|row| row.table == domain::Table::Floor);
        let made: Vec<_> = named.filter_map(|row| floors.floors.get(row.id.into())).collect();
        if let Some(first) = made.first() {
            report.floor = first.name.clone();
        } else if let Some(floor) = report.target.and_then(|id| floors.floors.get(id)) {
            report.floor = floor.name.clone();
        }
        Ok(DrawingTaken { changed, report })
    }
}

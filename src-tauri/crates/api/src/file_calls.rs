//! The calls about the file: looking back, merging, handing over, versions, recovery, and what others did to it.
//! Relies on the session for the open project and on the workspace for everything beside it.
//! Knows nothing of how a call arrives.

use crate::calls::{App, Nothing, PathArgs};
use crate::error::ApiError;
use crate::hand_over::{HandOverArgs, HandOverReport, Received};
use crate::keeping::{
    self, BackupArgs, CopyArgs, LeftOverView, OpenBackupArgs, RecoverArgs, RecoveredView, VersionView,
};
use crate::merging::{MergeArgs, MergePreview};
use crate::outside::{FingerprintArgs, OutsideView};
use crate::past::{
    Differences, HistoryPage, HistoryQuery, LookFloorArgs, Moment, PastFloorArgs, RestoreArgs, StepArgs,
    TimelineArgs, floor_of, view_of,
};
use crate::session::Session;
use crate::views::{Changed, FileView, FloorContent, ProjectView, RecoveryView};
use domain::RiskBasis;
use std::path::Path;
use std::sync::Arc;
use store::ProjectFile;

impl App {
    pub(crate) fn history_page(&self, query: HistoryQuery) -> Result<HistoryPage, ApiError> {
        self.with(|session| session.filtered_history(&query))
    }

    pub(crate) fn past(&self, args: StepArgs) -> Result<ProjectView, ApiError> {
        self.with(|session| session.past_view(args.sequence))
    }

    pub(crate) fn past_floor(&self, args: PastFloorArgs) -> Result<FloorContent, ApiError> {
        self.with(|session| Ok(floor_of(&session.past(args.sequence)?, args.floor)))
    }

    pub(crate) fn timeline(&self, args: TimelineArgs) -> Result<Vec<Moment>, ApiError> {
        self.with(|session| session.timeline(args.steps))
    }

    pub(crate) fn restore(&self, args: RestoreArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| session.restore(&args))
    }

    pub(crate) fn restore_state(&self, args: StepArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| session.restore_state(args.sequence))
    }

    pub(crate) fn merge_preview(&self, args: MergeArgs) -> Result<MergePreview, ApiError> {
        self.with(|session| session.merge_preview(&args))
    }

    pub(crate) fn merge(&self, args: MergeArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| session.merge(&args))
    }

    pub(crate) fn compare(&self, args: PathArgs) -> Result<Differences, ApiError> {
        self.with(|session| session.compare(Path::new(&args.path)))
    }

    pub(crate) fn hand_over(&self, args: HandOverArgs) -> Result<HandOverReport, ApiError> {
        self.with_mut(|session| session.hand_over(&args))
    }

    pub(crate) fn received(&self, _: Nothing) -> Result<Received, ApiError> {
        self.with(Session::received)
    }

    pub(crate) fn versions(&self, _: Nothing) -> Result<Vec<VersionView>, ApiError> {
        self.with(|session| keeping::versions(&self.workspace, session.store().path()))
    }

    pub(crate) fn restore_version(&self, args: PathArgs) -> Result<Changed, ApiError> {
        self.with_mut(|session| session.restore_version(Path::new(&args.path)))
    }

    pub(crate) fn look(&self, args: PathArgs) -> Result<ProjectView, ApiError> {
        let file = ProjectFile::read(Path::new(&args.path))?;
        Ok(view_of(&file.snapshot, RiskBasis::Existing, args.path, file.revision))
    }

    pub(crate) fn look_floor(&self, args: LookFloorArgs) -> Result<FloorContent, ApiError> {
        let file = ProjectFile::read(Path::new(&args.path))?;
        Ok(floor_of(&file.snapshot, args.floor))
    }

    pub(crate) fn copy(&self, args: CopyArgs) -> Result<PathArgs, ApiError> {
        self.with_mut(|session| session.copy(Path::new(&args.path), args.clean))?;
        Ok(PathArgs { path: args.path })
    }

    pub(crate) fn backup(&self, args: BackupArgs) -> Result<PathArgs, ApiError> {
        self.with_mut(|session| session.backup(Path::new(&args.path), &args.password))?;
        Ok(PathArgs { path: args.path })
    }

    pub(crate) fn open_backup(&self, args: OpenBackupArgs) -> Result<PathArgs, ApiError> {
        self.workspace.decrypt(Path::new(&args.path), Path::new(&args.out), &args.password)?;
        Ok(PathArgs { path: args.out })
    }

    pub(crate) fn left_overs(&self, _: Nothing) -> Result<Vec<LeftOverView>, ApiError> {
        keeping::left_overs(&self.workspace)
    }

    pub(crate) fn recover(&self, args: RecoverArgs) -> Result<RecoveredView, ApiError> {
        let (path, out) = (Path::new(&args.path), Path::new(&args.out));
        keeping::recover(&self.workspace, path, out, self.world.as_ref(), &self.actor())
    }

    pub(crate) fn outside(&self, _: Nothing) -> Result<OutsideView, ApiError> {
        self.outside_now().unwrap_or(Ok(OutsideView::Same))
    }

    /// Opens what others wrote; what was here is kept as a project of its own.
    pub(crate) fn take_theirs(&self, _: Nothing) -> Result<ProjectView, ApiError> {
        let mut current = self.session();
        let session = current.take().ok_or_else(ApiError::nothing_open)?;
        let path = session.store().path().to_owned();
        // Judged before anything is given up.
        if let Err(error) = ProjectFile::read(&path) {
            *current = Some(session);
            return Err(error.into());
        }
        let kept = session.into_store().set_aside()?;
        let session = Session::open(&self.workspace, &path, Arc::clone(&self.world), self.actor())?;
        let mut view = session.view()?;
        view.recovery = RecoveryView::SetAside { kept: kept.display().to_string() };
        *current = Some(session);
        Ok(view)
    }

    /// Replaces what others wrote, which is kept as a version.
    pub(crate) fn keep_mine(&self, args: FingerprintArgs) -> Result<FileView, ApiError> {
        self.with_mut(|session| {
            session.store_mut().overrule(&args.fingerprint)?;
            session.save()
        })
    }
}

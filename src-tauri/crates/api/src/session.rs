//! The open project: its rows in memory, its picture, and the way of a command through edit and store.
//! Relies on being the only one who changes the store, so that the rows in memory are those in the file.
//! Knows nothing of windows.

use crate::changes;
use crate::error::ApiError;
use crate::levels::bundle_levels;
use crate::views::{Changed, FileView, FloorContent, ProjectView, RecoveryView, Viewer, standings};
use crate::world::World;
use bundle::Attachment;
use domain::{AnyRecord, CriteriaPresetId, Explain, FloorId, RiskBasis, Snapshot, Table};
use edit::{Command, Context, plan};
use evaluation::{Preset, RiskPicture, risk_picture};
use rustc_hash::FxHashMap as HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Committed, Label, Opened, ProjectFile, Recovery, Seen, Step, Store, Workspace};

/// An open project.
pub struct Session {
    store: Store,
    snapshot: Arc<Snapshot>,
    picture: Arc<RiskPicture>,
    presets: HashMap<CriteriaPresetId, Preset>,
    recovery: RecoveryView,
    demonstration: bool,
    world: Arc<dyn World>,
    actor: String,
    last_seen: Option<Seen>,
}

impl Session {
    /// Opens the project at `path`.
    pub fn open(
        workspace: &Workspace,
        path: &Path,
        world: Arc<dyn World>,
        actor: String,
    ) -> Result<Self, ApiError> {
        let mut session = Self::new(workspace.open(path)?, world, actor);
        let project = session.snapshot.project().map(|project| project.id.to_string());
        session.last_seen = project.and_then(|project| workspace.seen(&project));
        Ok(session)
    }

    /// Makes a new project of rows and opens it.
    pub fn create(
        workspace: &Workspace,
        path: &Path,
        records: Vec<AnyRecord>,
        attachments: &[Attachment],
        world: Arc<dyn World>,
        actor: String,
    ) -> Result<Self, ApiError> {
        let assets: Vec<_> =
            attachments.iter().map(|own| (own.media_type.clone(), own.bytes.clone())).collect();
        let step = Step {
            id: world.new_id(),
            at: world.now(),
            actor: actor.clone(),
            label: Label::new("新建项目", "New project"),
            merge_key: None,
        };
        Ok(Self::new(workspace.create(path, records, &assets, &step)?, world, actor))
    }

    /// Who is named in the operation record from now on.
    pub fn set_actor(&mut self, actor: String) {
        self.actor = actor;
    }

    fn new(opened: Opened, world: Arc<dyn World>, actor: String) -> Self {
        let recovery = match opened.recovery {
            Recovery::None => RecoveryView::None,
            Recovery::Resumed { commits } => RecoveryView::Resumed { commits },
            Recovery::SetAside { kept } => RecoveryView::SetAside { kept: kept.display().to_string() },
        };
        let picture = Arc::new(risk_picture(&opened.snapshot, RiskBasis::Existing));
        let presets = parse_presets(&opened.snapshot);
        let (store, snapshot) = (opened.store, Arc::new(opened.snapshot));
        Self {
            store,
            snapshot,
            picture,
            presets,
            recovery,
            demonstration: false,
            world,
            actor,
            last_seen: None,
        }
    }

    /// Marks the project as a throw-away copy that is never saved over anything.
    pub fn into_demonstration(mut self) -> Self {
        self.demonstration = true;
        self
    }

    /// Whether it is a throw-away copy.
    pub fn is_demonstration(&self) -> bool {
        self.demonstration
    }

    /// Today, where the user is.
    pub fn today(&self) -> chrono::NaiveDate {
        self.world.today()
    }

    /// Now.
    pub(crate) fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.world.now()
    }

    /// The rows.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// The picture on the basis that is looked at.
    pub fn picture(&self) -> &Arc<RiskPicture> {
        &self.picture
    }

    /// The presets of the project, read.
    pub fn presets(&self) -> &HashMap<CriteriaPresetId, Preset> {
        &self.presets
    }

    /// The project database.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The project database, for keeping pictures in it.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// What this machine saw of the project before it was opened.
    pub(crate) fn last_seen(&self) -> Option<&Seen> {
        self.last_seen.as_ref()
    }

    /// The project database alone.
    pub(crate) fn into_store(self) -> Store {
        self.store
    }

    /// Writes a whole copy to `path`, which may not be the open file itself.
    pub fn copy(&mut self, path: &Path, clean: bool) -> Result<(), ApiError> {
        self.refuse_own(path)?;
        if clean {
            self.store.clean_copy_to(path, self.world.now(), &self.actor)?;
        } else {
            self.store.copy_to(path)?;
        }
        Ok(())
    }

    /// Writes a copy to `path` that only the password opens.
    pub fn backup(&mut self, path: &Path, password: &str) -> Result<(), ApiError> {
        self.refuse_own(path)?;
        if password.chars().count() < 8 {
            return Err(ApiError::new(
                "weak-password",
                "密码至少 8 个字符。请记牢：没有密码谁也无法打开。",
                "The password needs at least 8 characters. Keep it well: without it nobody can open the copy.",
            ));
        }
        Ok(self.store.encrypted_copy_to(path, password)?)
    }

    /// Refuses the open file itself as the place of a copy.
    pub(crate) fn refuse_own(&self, path: &Path) -> Result<(), ApiError> {
        if !std::path::absolute(path).is_ok_and(|path| path == self.store.path()) {
            return Ok(());
        }
        Err(ApiError::new(
            "file-exists",
            "副本不能覆盖正在编辑的文件，请换一个名称。",
            "A copy cannot replace the file that is open. Choose another name.",
        ))
    }

    /// The project as a window needs it.
    pub fn view(&self) -> Result<ProjectView, ApiError> {
        let viewer = Viewer::new(&self.snapshot, &self.picture, &self.presets, None);
        Ok(ProjectView {
            file: self.file()?,
            recovery: self.recovery.clone(),
            basis: self.picture.basis,
            rows: self
                .snapshot
                .records()
                .filter(|record| changes::is_shown_as_row(record.row_id().table))
                .collect(),
            points: viewer.points(),
            standings: standings(&self.picture),
        })
    }

    /// The open file.
    pub fn file(&self) -> Result<FileView, ApiError> {
        Ok(FileView {
            path: self.store.path().display().to_string(),
            revision: self.store.revision()?,
            unpublished: self.store.is_unpublished()?,
            demonstration: self.demonstration,
            undo: self.store.undo_label()?.map(Into::into),
            redo: self.store.redo_label()?.map(Into::into),
        })
    }

    /// What is drawn on a floor.
    pub fn floor(&self, floor: FloorId) -> FloorContent {
        crate::past::floor_of(&self.snapshot, floor)
    }

    /// Looks at the other basis.
    pub fn set_basis(&mut self, basis: RiskBasis) {
        if self.picture.basis != basis {
            self.picture = Arc::new(risk_picture(&self.snapshot, basis));
        }
    }

    /// Carries a command out, whole or not at all.
    pub fn execute(&mut self, command: Command) -> Result<Changed, ApiError> {
        let world = Arc::clone(&self.world);
        let mut new_id = || world.new_id();
        let mut context = Context { snapshot: &self.snapshot, new_id: &mut new_id, today: world.today() };
        let plan = plan(command, &mut context)?;
        let step = self.step(plan.label, plan.merge_key);
        let committed = self.store.transact(&step, &plan.writes)?;
        self.take_over(committed, plan.created)
    }

    /// Takes the latest standing edit back.
    pub fn undo(&mut self) -> Result<Changed, ApiError> {
        let step = self.step(Label::new("撤销", "Undo"), None);
        let committed = self.store.undo(&step)?;
        self.take_over(committed, Vec::new())
    }

    /// Repeats the edit that was taken back last.
    pub fn redo(&mut self) -> Result<Changed, ApiError> {
        let step = self.step(Label::new("重做", "Redo"), None);
        let committed = self.store.redo(&step)?;
        self.take_over(committed, Vec::new())
    }

    pub(crate) fn step(&self, label: Label, merge_key: Option<String>) -> Step {
        Step { id: self.world.new_id(), at: self.world.now(), actor: self.actor.clone(), label, merge_key }
    }

    /// Brings committed rows into memory and tells what looks different.
    pub(crate) fn take_over(
        &mut self,
        committed: Committed,
        created: Vec<domain::RowId>,
    ) -> Result<Changed, ApiError> {
        // An export may still be reading the old rows; then they are copied, else changed in place.
        let snapshot = Arc::make_mut(&mut self.snapshot);
        let touched = changes::touched_points(snapshot, &committed);
        let mut presets_changed = false;
        for record in &committed.upserts {
            presets_changed |= record.row_id().table == Table::CriteriaPreset;
            snapshot.put(record.clone());
        }
        for row in &committed.removals {
            presets_changed |= row.table == Table::CriteriaPreset;
            snapshot.remove(*row);
        }
        if presets_changed {
            self.presets = parse_presets(&self.snapshot);
        }
        let picture = Arc::new(risk_picture(&self.snapshot, self.picture.basis));
        let old = std::mem::replace(&mut self.picture, picture);
        let seen =
            changes::Seen { snapshot: &self.snapshot, old: &old, new: &self.picture, presets: &self.presets };
        Ok(changes::changed(&seen, committed, touched, created, self.file()?))
    }

    /// Brings every edit into the user's file.
    pub fn save(&mut self) -> Result<FileView, ApiError> {
        if self.demonstration {
            return Err(ApiError::new(
                "demonstration",
                "这是演示副本，不会保存。需要保留请用“另存为”。",
                "This is a demonstration copy and is not saved. Use Save as to keep it.",
            ));
        }
        self.store.publish()?;
        self.file()
    }

    /// Writes the project to another file and goes on with that one.
    pub fn save_as(self, workspace: &Workspace, path: &Path) -> Result<Self, Box<(Self, ApiError)>> {
        let same = std::path::absolute(path).ok().as_deref() == Some(self.store.path());
        if same {
            let mut own = self;
            return match own.store.publish() {
                Ok(()) => Ok(own),
                Err(error) => Err(Box::new((own, error.into()))),
            };
        }
        let mut own = self;
        if let Err(error) = own.store.copy_to(path) {
            return Err(Box::new((own, error.into())));
        }
        match Self::open(workspace, path, Arc::clone(&own.world), own.actor.clone()) {
            Ok(mut new) => {
                new.set_basis(own.picture.basis);
                // What was not published to the old file lives on in the new one.
                if let Err(error) = own.store.abandon() {
                    tracing::warn!(code = error.code(), "the old working copy could not be removed");
                }
                Ok(new)
            }
            Err(error) => Err(Box::new((own, error))),
        }
    }

    /// Publishes and closes. On an error the project stays open and nothing is lost.
    pub fn close(mut self) -> Result<(), Box<(Self, ApiError)>> {
        if self.demonstration {
            let path = self.store.path().to_owned();
            let _ = self.store.abandon();
            let _ = std::fs::remove_file(path);
            return Ok(());
        }
        if let Err(error) = self.store.publish() {
            return Err(Box::new((self, error.into())));
        }
        if let Err(error) = self.store.close() {
            tracing::warn!(code = error.code(), "the working copy could not be removed");
        }
        Ok(())
    }

    /// The bundle of the project.
    pub fn bundle(&self) -> Result<String, ApiError> {
        bundle_of(&self.snapshot, |sha256| Ok(self.store.asset(sha256)?))
    }
}

pub(crate) fn parse_presets(snapshot: &Snapshot) -> HashMap<CriteriaPresetId, Preset> {
    let parse = |record: &domain::CriteriaPreset| Some((record.id, Preset::from_record(record).ok()?));
    snapshot.presets.iter().filter_map(parse).collect()
}

/// The bundle of some rows; `asset` gives the media type and bytes of a picture.
pub(crate) fn bundle_of(
    snapshot: &Snapshot,
    asset: impl Fn(&str) -> Result<(String, Vec<u8>), ApiError>,
) -> Result<String, ApiError> {
    let picture = risk_picture(snapshot, RiskBasis::Existing);
    let mut fingerprints: Vec<&str> =
        snapshot.underlays.iter().map(|underlay| underlay.asset.as_str()).collect();
    fingerprints.extend(snapshot.danger_photos.iter().map(|photo| photo.asset.as_str()));
    fingerprints.sort_unstable();
    fingerprints.dedup();
    let mut attachments = Vec::new();
    for sha256 in fingerprints {
        let (media_type, bytes) = asset(sha256)?;
        attachments.push(Attachment { sha256: sha256.to_owned(), media_type, bytes });
    }
    Ok(bundle::write(snapshot, bundle_levels(snapshot, &picture), &attachments)?)
}

/// A project read where it lies, for looking only.
pub fn read_project(path: &Path) -> Result<(ProjectFile, RiskPicture), ApiError> {
    let file = ProjectFile::read(path)?;
    let picture = risk_picture(&file.snapshot, RiskBasis::Existing);
    Ok((file, picture))
}

/// The bundle of a project that was read where it lies.
pub fn bundle_of_file(file: &ProjectFile) -> Result<String, ApiError> {
    bundle_of(&file.snapshot, |sha256| Ok(file.asset(sha256)?))
}

/// A fresh file name in `folder` for a demonstration copy.
pub(crate) fn demonstration_path(world: &dyn World) -> PathBuf {
    std::env::temp_dir().join(format!("sise-demonstration-{}.sise", world.new_id().simple()))
}

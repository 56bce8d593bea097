//! 收件箱: a folder of result files. What is good is recorded and put aside, what is not is put aside with the reason:
//! no file is ever lost or overwritten.
//! Relies on `inbox` for judging each file, and on `record-inspection` for taking it, one step for each.
//! Knows nothing of where the files come from.

use crate::calls::{App, Nothing};
use crate::error::ApiError;
use crate::outside::Watch;
use crate::session::Session;
use crate::settings::{user_file, write_user_file};
use crate::views::{Changed, Words};
use ::inbox::{LARGEST_BYTES, Photo, ResultRead};
use domain::{InspectionChannel, InspectionId, Table};
use edit::{Command, ItemResult, RecordInspection};
use serde::{Deserialize, Serialize};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};
use ts_rs::TS;

/// Where files go that were taken.
const TAKEN: &str = "已收";
/// Where files go that were refused.
const REFUSED: &str = "退回";
/// How long ago a file that ends early must have been written, before it is taken for damaged and not for one that is
/// still on its way.
const ON_ITS_WAY_SECONDS: i64 = 20;

/// A folder to take result files from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InboxArgs {
    /// The folder; the watched one of the open project when left out.
    #[serde(default)]
    pub folder: Option<String>,
}

/// A file that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InboxTaken {
    /// Its name.
    pub file: String,
    /// The inspection that it became.
    pub inspection: Option<InspectionId>,
    /// How many dangers it reported.
    pub dangers: u32,
}

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InboxRefusal {
    /// Its name.
    pub file: String,
    /// A short stable word, such as `taken-before`.
    pub code: String,
    /// Why, and what to do.
    pub reason: Words,
}

/// What became of the files of a folder.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
pub struct InboxReport {
    /// Files that were taken.
    pub taken: Vec<InboxTaken>,
    /// Files that were refused, each set aside with its reason.
    pub refused: Vec<InboxRefusal>,
    /// Files that are still being written: they are looked at the next time.
    pub waiting: Vec<String>,
    /// Files that could not be set aside, and why. What they say was judged all the same.
    pub left: Vec<InboxRefusal>,
    /// The steps, in their order, for a window to follow.
    pub changes: Vec<Changed>,
    /// Why the rest of the files was left alone, when the project itself could not be written.
    pub stopped: Option<ApiError>,
}

/// A folder that this user watches for a project, on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct WatchedInbox {
    /// The project's id.
    project: String,
    /// The folder.
    folder: String,
}

/// The file that remembers which folders are watched.
const WATCHED: &str = "inboxes.json";

/// The folder that is watched for the open project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InboxView {
    /// The folder; nothing when none is watched.
    pub folder: Option<String>,
    /// How many result files lie in it.
    pub waiting: u32,
}

/// Whether files may still be on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Somebody says: take what is there now.
    None,
    /// The folder is watched: a file that ends early may be whole in a moment.
    ForCopies,
}

/// Takes the result files of a folder, in the order of their names.
pub fn take_inbox(session: &mut Session, folder: &Path, patience: Patience) -> Result<InboxReport, ApiError> {
    let mut report = InboxReport::default();
    for path in result_files(folder)? {
        let file = path.file_name().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = match read_bytes(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                // It stays where it is: what cannot be read can hardly be moved.
                report.refused.push(InboxRefusal {
                    file,
                    code: "file".to_owned(),
                    reason: unreadable(&error),
                });
                continue;
            }
        };
        if patience == Patience::ForCopies && !::inbox::is_whole(&bytes) && is_fresh(session, &path) {
            report.waiting.push(file);
            continue;
        }
        match take(session, &bytes) {
            Ok((taken, changed)) => {
                report.taken.push(InboxTaken { file: file.clone(), ..taken });
                report.changes.push(changed);
                if let Err(error) = set_aside(folder, TAKEN, &path) {
                    report.left.push(InboxRefusal { file, code: error.code.clone(), reason: words(&error) });
                }
            }
            Err(error) => {
                // Where the project itself cannot be written, files are as good as before: they wait.
                if is_of_project(&error) {
                    report.stopped = Some(error);
                    break;
                }
                let refusal =
                    InboxRefusal { file: file.clone(), code: error.code.clone(), reason: words(&error) };
                let aside = set_aside(folder, REFUSED, &path).and_then(|place| {
                    let mut name = place.file_name().unwrap_or_default().to_os_string();
                    name.push(".txt");
                    let text = format!("{}\r\n{}\r\n", error.chinese, error.english);
                    // With its mark, so that any editor reads it.
                    crate::files::write_whole(
                        &place.with_file_name(name),
                        format!("\u{feff}{text}").as_bytes(),
                    )
                });
                if let Err(error) = aside {
                    report.left.push(InboxRefusal { file, code: error.code.clone(), reason: words(&error) });
                }
                report.refused.push(refusal);
            }
        }
    }
    Ok(report)
}

/// Errors of the project's own file, and not of what was read.
fn is_of_project(error: &ApiError) -> bool {
    matches!(
        error.code.as_str(),
        "disk-full" | "not-writable" | "io" | "sqlite" | "changed-outside" | "in-use" | "defect"
    )
}

fn take(session: &mut Session, bytes: &[u8]) -> Result<(InboxTaken, Changed), ApiError> {
    let read =
        ::inbox::read(bytes, session.snapshot(), session.today()).map_err(|error| ApiError::of(&error))?;
    let photos: Vec<String> = read
        .items
        .iter()
        .map(|item| item.photo.as_ref().map_or(Ok(String::new()), |photo| keep(session, photo)))
        .collect::<Result<_, _>>()?;
    let changed = session.execute(Command::RecordInspection(command(read, photos)))?;
    let of = |table: Table| changed.created.iter().filter(move |row| row.table == table);
    let taken = InboxTaken {
        file: String::new(),
        inspection: of(Table::Inspection).next().map(|row| row.id.into()),
        dangers: u32::try_from(of(Table::HiddenDanger).count()).unwrap_or(u32::MAX),
    };
    Ok((taken, changed))
}

fn keep(session: &mut Session, photo: &Photo) -> Result<String, ApiError> {
    Ok(session.store_mut().put_asset("image/jpeg", &photo.bytes)?)
}

fn command(read: ResultRead, photos: Vec<String>) -> RecordInspection {
    let items = read.items.into_iter().zip(photos).map(|(item, photo)| ItemResult {
        // The words of items with an identity are the project's.
        content: if item.check_item.is_some() || item.checklist_item.is_some() {
            String::new()
        } else {
            item.content
        },
        check_item: item.check_item,
        checklist_item: item.checklist_item,
        result: item.result,
        value: item.value,
        note: item.note,
        photo,
    });
    RecordInspection {
        plan: read.plan,
        point: read.point,
        due_on: read.due_on,
        shift: read.shift.map(i64::from),
        done_on: Some(read.done_on),
        done_at: read.done_at,
        inspector: read.inspector_id,
        inspector_name: if read.inspector_id.is_some() { String::new() } else { read.inspector },
        channel: InspectionChannel::File,
        source: read.source,
        place: String::new(),
        note: read.note,
        items: items.collect(),
    }
}

/// The files of a folder that may be results, by name. Folders, links and what other programs hide are passed by.
fn result_files(folder: &Path) -> Result<Vec<PathBuf>, ApiError> {
    let failed = |error: std::io::Error| {
        let shown = folder.display();
        ApiError::new(
            "inbox-folder",
            format!("文件夹 {shown} 无法读取（{error}）。请检查路径和权限。"),
            format!("The folder {shown} cannot be read ({error}). Check path and permissions."),
        )
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let named = name.ends_with(".json") || name.ends_with(".zip");
        let hidden = name.starts_with('.') || name.starts_with('~');
        if named && !hidden && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn read_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte beyond the limit tells that there is more.
    std::fs::File::open(path)?.take(LARGEST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_fresh(session: &Session, path: &Path) -> bool {
    let written = std::fs::metadata(path)
        .and_then(|own| own.modified())
        .ok()
        .map(chrono::DateTime::<chrono::Utc>::from);
    written.is_some_and(|at| (session.now() - at).num_seconds().abs() < ON_ITS_WAY_SECONDS)
}

/// Moves a file into a folder beside it, under a name that is free there.
fn set_aside(folder: &Path, into: &str, path: &Path) -> Result<PathBuf, ApiError> {
    let failed = |error: std::io::Error| {
        let shown = path.display();
        ApiError::new(
            "not-moved",
            format!("{shown} 未能移到“{into}”文件夹（{error}）。请检查权限后自行移走，内容不会重复计入。"),
            format!(
                "{shown} could not be moved to {into} ({error}). Move it yourself; it is never counted twice."
            ),
        )
    };
    let target = folder.join(into);
    std::fs::create_dir_all(&target).map_err(failed)?;
    let stem = path.file_stem().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|own| own.to_string_lossy().into_owned()).unwrap_or_default();
    for number in 1..10_000 {
        let name =
            if number == 1 { format!("{stem}.{ending}") } else { format!("{stem} ({number}).{ending}") };
        let place = target.join(&name);
        // The reason of another file of this name stays, too.
        if target.join(format!("{name}.txt")).exists() {
            continue;
        }
        // A link beside the old name fails where the new one is taken, so that nothing is ever written over; where
        // there are no links, a file is reserved first.
        match std::fs::hard_link(path, &place) {
            Ok(()) => {
                if let Err(error) = std::fs::remove_file(path) {
                    let _ = std::fs::remove_file(&place);
                    return Err(failed(error));
                }
                return Ok(place);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(_) => match std::fs::File::create_new(&place) {
                Ok(_) => {
                    std::fs::rename(path, &place).map_err(failed)?;
                    return Ok(place);
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(failed(error)),
            },
        }
    }
    Err(failed(std::io::Error::other("too many files of this name")))
}

fn watched() -> Vec<WatchedInbox> {
    let text = user_file(WATCHED).and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

fn unreadable(error: &std::io::Error) -> Words {
    Words {
        chinese: format!("文件无法读取（{error}）。请检查权限，或等复制完成后重试。"),
        english: format!(
            "The file cannot be read ({error}). Check the permissions, or wait until it is copied."
        ),
    }
}

fn words(error: &ApiError) -> Words {
    Words { chinese: error.chinese.clone(), english: error.english.clone() }
}

impl App {
    /// Takes the result files of a folder.
    pub(crate) fn take_inbox(&self, args: InboxArgs) -> Result<InboxReport, ApiError> {
        let watched = self.watched_inbox();
        let (folder, patience) = match (args.folder, watched) {
            (Some(folder), _) => (PathBuf::from(folder), Patience::None),
            (None, Some(folder)) => (folder, Patience::ForCopies),
            (None, None) => {
                return Err(ApiError::new(
                    "no-inbox",
                    "还没有设定收件文件夹，请先选择一个文件夹。",
                    "No folder is watched yet. Choose one first.",
                ));
            }
        };
        self.with_mut(|session| take_inbox(session, &folder, patience))
    }

    /// Watches a folder for the open project from now on, on this machine; without a folder, none.
    pub(crate) fn watch_inbox(&self, args: InboxArgs) -> Result<InboxView, ApiError> {
        let project = self.project_id()?;
        if let Some(folder) = &args.folder {
            result_files(Path::new(folder))?;
        }
        let mut all = watched();
        all.retain(|own| own.project != project);
        all.extend(args.folder.map(|folder| WatchedInbox { project, folder }));
        write_user_file(WATCHED, &all)?;
        self.inbox(Nothing {})
    }

    /// The folder that is watched for the open project, and how many files wait in it.
    pub(crate) fn inbox(&self, _: Nothing) -> Result<InboxView, ApiError> {
        self.project_id()?;
        let folder = self.watched_inbox();
        // A folder that is away for the moment has nothing waiting.
        let files = folder.as_deref().and_then(|folder| result_files(folder).ok()).unwrap_or_default();
        Ok(InboxView {
            folder: folder.map(|own| own.display().to_string()),
            waiting: u32::try_from(files.len()).unwrap_or(u32::MAX),
        })
    }

    fn project_id(&self) -> Result<String, ApiError> {
        self.with(|session| {
            Ok(session.snapshot().project().map(|project| project.id.to_string()).unwrap_or_default())
        })
    }

    fn watched_inbox(&self) -> Option<PathBuf> {
        // A throw-away copy has the identity of its project, and must not take its files.
        let real = |session: &Session| Ok(!session.is_demonstration());
        let project = self.with(real).ok().filter(|real| *real).and_then(|_| self.project_id().ok())?;
        watched().into_iter().find(|own| own.project == project).map(|own| PathBuf::from(own.folder))
    }

    /// Watches the inbox of the open project as long as the answer lives, whatever project that is. The listener hears
    /// when files wait; taking them is a call of the window, which must follow what changes.
    pub fn watch_results(self: &Arc<Self>) -> Watch {
        let app: Weak<Self> = Arc::downgrade(self);
        let of_path = app.clone();
        crate::outside::watch(
            move || of_path.upgrade()?.watched_inbox(),
            move || {
                let Some(app) = app.upgrade() else { return false };
                if let Some(view) = app.inbox(Nothing {}).ok().filter(|view| view.waiting > 0) {
                    app.listener.inbox(&view);
                }
                true
            },
        )
    }
}

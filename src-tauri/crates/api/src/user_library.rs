//! The risk library for front ends: what is there, users' own entries, and parts of projects as library files.
//! Relies on one library file in the user's data folder; a broken one is set aside, never overwritten.
//! Knows nothing of how an entry becomes rows.

use crate::calls::{App, Nothing, PathArgs};
use crate::error::ApiError;
use crate::files::write_whole;
use domain::{BuildingId, DepartmentId, RiskPointId, RiskPointKind, RiskZoneId, Snapshot};
use library::{
    EntryChange, Filter, Library, LibraryEntry, LibraryError, LibraryFile, LibraryGroup, Listed, Naming,
    Origin, Site, entry_of_point,
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// All entries in short.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LibraryView {
    /// The groups in their order.
    pub groups: Vec<LibraryGroup>,
    /// The entries in their order.
    pub entries: Vec<EntryLine>,
    /// Why the user's own library could not be read, if it could not.
    pub problem: Option<ApiError>,
}

/// An entry in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryLine {
    /// Its id.
    pub id: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its family.
    pub kind: RiskPointKind,
    /// Its group.
    pub group: String,
    /// Where it is of use.
    pub applies_to: Site,
    /// What Chinese readers call it.
    pub name: String,
    /// What English readers call it; may be empty.
    pub english: String,
    /// How many hazards it has.
    pub hazards: u32,
}

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchArgs {
    /// Words, pinyin initials; empty finds all.
    #[serde(default)]
    pub query: String,
    /// What it is narrowed to.
    #[serde(default)]
    pub filter: Filter,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryArgs {
    /// Its id.
    pub id: String,
}

/// A point to make an entry of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryOfPointArgs {
    /// The point.
    pub point: RiskPointId,
    /// The entry's id; one is made where it is empty.
    #[serde(default)]
    pub id: String,
    /// Its group; `own` where it is empty.
    #[serde(default)]
    pub group: String,
    /// Where it is of use.
    pub applies_to: Site,
    /// Its name; that of the point where it is empty.
    #[serde(default)]
    pub name: String,
}

/// A part of a project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PartArgs {
    /// All points of these buildings.
    pub buildings: Vec<BuildingId>,
    /// All points of these departments and those below them.
    pub departments: Vec<DepartmentId>,
    /// All points of these zones.
    pub zones: Vec<RiskZoneId>,
    /// These points.
    pub points: Vec<RiskPointId>,
}

/// A part of a project and where it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportLibraryArgs {
    /// The file.
    pub path: String,
    /// What the library is called.
    pub name: String,
    /// Which points become entries.
    pub part: PartArgs,
    /// Where they are of use.
    pub applies_to: Site,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportedLibrary {
    /// Where.
    pub path: String,
    /// How many entries.
    pub entries: u32,
}

/// A library file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryFilePreview {
    /// What it is called.
    pub name: String,
    /// Each entry and what taking it would do to the user's library.
    pub entries: Vec<EntryChange>,
}

/// Entries to take over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakeLibraryArgs {
    /// The file.
    pub path: String,
    /// The ids.
    pub ids: Vec<String>,
}

impl From<LibraryError> for ApiError {
    fn from(error: LibraryError) -> Self {
        Self::of(&error)
    }
}

/// The group of entries that a user makes.
fn own_group() -> LibraryGroup {
    LibraryGroup { id: "own".to_owned(), name: "我的条目".to_owned(), english: "My entries".to_owned() }
}

/// Where the user's library lies.
fn user_path() -> Option<PathBuf> {
    let folder = std::env::var_os("SISE_DATA_DIR").map(PathBuf::from);
    Some(folder.or_else(|| dirs::data_dir().map(|folder| folder.join("sise")))?.join("library.json"))
}

/// The user's library; an empty one where there is none yet.
pub fn user_library() -> Result<LibraryFile, ApiError> {
    let Some(path) = user_path() else { return Ok(LibraryFile::new("我的风险库")) };
    match std::fs::read(&path) {
        Ok(text) => Ok(LibraryFile::parse(&text)?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(LibraryFile::new("我的风险库")),
        Err(error) => Err(unreadable(&path, &error)),
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ApiError {
    let shown = path.display();
    ApiError::new(
        "file",
        format!("{shown} 无法读取（{error}）。请检查路径和权限。"),
        format!("{shown} cannot be read ({error}). Check the path and the permissions."),
    )
}

/// Keeps the user's library. One that could not be read back is never written.
fn keep(file: &LibraryFile) -> Result<(), ApiError> {
    file.check()?;
    match user_path() {
        Some(path) => write_whole(&path, file.to_json().as_bytes()),
        None => Ok(()),
    }
}

/// Reads a library file of this path, limited in size before it is read whole.
pub(crate) fn read_library(path: &Path) -> Result<LibraryFile, ApiError> {
    use std::io::Read as _;
    let mut text = Vec::new();
    let limit = u64::try_from(library::LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    std::fs::File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut text))
        .map_err(|error| unreadable(path, &error))?;
    Ok(LibraryFile::parse(&text)?)
}

/// All entries, with the user's over the built-in ones. A user's library that cannot be read leaves the built-in ones.
pub fn whole_library() -> (Library, Option<ApiError>) {
    match user_library() {
        Ok(file) => (Library::new([&file]), None),
        Err(error) => (Library::new([]), Some(error)),
    }
}

fn line(listed: &Listed) -> EntryLine {
    let entry = &listed.entry;
    EntryLine {
        id: entry.id.clone(),
        origin: listed.origin,
        kind: entry.kind,
        group: entry.group.clone(),
        applies_to: entry.applies_to,
        name: entry.name.clone(),
        english: entry.english.clone(),
        hazards: u32::try_from(entry.hazards.len()).unwrap_or(u32::MAX),
    }
}

/// Every entry in short.
pub fn library_view() -> LibraryView {
    let (library, problem) = whole_library();
    LibraryView {
        groups: library.groups().to_vec(),
        entries: library.entries().iter().map(line).collect(),
        problem,
    }
}

/// Entries that fit, best first.
pub fn search_library(args: &SearchArgs) -> Vec<EntryLine> {
    let (library, _) = whole_library();
    library.search(&args.query, &args.filter).into_iter().map(|hit| line(hit.listed)).collect()
}

/// The points of a part of a project, by code.
fn part(snapshot: &Snapshot, part: &PartArgs) -> Vec<RiskPointId> {
    let in_departments = |department: Option<DepartmentId>| {
        snapshot.department_line(department).iter().any(|own| part.departments.contains(&own.id))
    };
    let mut points: Vec<_> = snapshot
        .points
        .iter()
        .filter(|point| {
            part.points.contains(&point.id)
                || point.zone_id.is_some_and(|zone| part.zones.contains(&zone))
                || snapshot.building_of(point).is_some_and(|own| part.buildings.contains(&own.id))
                || (!part.departments.is_empty() && in_departments(point.department_id))
        })
        .collect();
    points.sort_by(|a, b| (&a.code, a.id).cmp(&(&b.code, b.id)));
    points.into_iter().map(|point| point.id).collect()
}

/// A part of a project as a library file.
pub fn library_of_part(
    snapshot: &Snapshot,
    name: &str,
    wanted: &PartArgs,
    applies_to: Site,
) -> Result<LibraryFile, ApiError> {
    let mut file = LibraryFile::new(name);
    file.groups.push(own_group());
    for point in part(snapshot, wanted) {
        let naming = Naming { id: entry_id(point), group: own_group().id, applies_to, name: String::new() };
        file.entries.extend(entry_of_point(snapshot, point, naming));
    }
    if file.entries.is_empty() {
        return Err(edit::Refusal::Nothing.into());
    }
    file.check()?;
    Ok(file)
}

/// An id for the entry of a point: stable, so that a later export takes the place of an earlier one.
fn entry_id(point: RiskPointId) -> String {
    format!("own-{}", domain::Uuid::from(point).simple())
}

impl App {
    /// Every entry in short.
    pub(crate) fn library(&self, _: Nothing) -> Result<LibraryView, ApiError> {
        Ok(library_view())
    }

    /// Entries that fit, best first.
    pub(crate) fn search_library(&self, args: SearchArgs) -> Result<Vec<EntryLine>, ApiError> {
        Ok(search_library(&args))
    }

    /// A whole entry.
    pub(crate) fn library_entry(&self, args: EntryArgs) -> Result<Listed, ApiError> {
        let (library, _) = whole_library();
        library.get(&args.id).cloned().ok_or_else(|| edit::Refusal::NoSuchEntry(args.id).into())
    }

    /// Keeps an entry in the user's library.
    pub(crate) fn save_library_entry(&self, entry: LibraryEntry) -> Result<LibraryView, ApiError> {
        let mut file = user_library()?;
        if entry.group == own_group().id && !file.groups.iter().any(|group| group.id == entry.group) {
            file.groups.push(own_group());
        }
        file.put(entry);
        keep(&file)?;
        Ok(library_view())
    }

    /// Takes an entry out of the user's library; a built-in one of its id is there again.
    pub(crate) fn remove_library_entry(&self, args: EntryArgs) -> Result<LibraryView, ApiError> {
        let mut file = user_library()?;
        file.remove(&args.id).ok_or(edit::Refusal::NoSuchEntry(args.id))?;
        keep(&file)?;
        Ok(library_view())
    }

    /// A point as an entry, to be looked at and kept.
    pub(crate) fn entry_of_point(&self, args: EntryOfPointArgs) -> Result<LibraryEntry, ApiError> {
        self.with(|session| {
            let id = if args.id.is_empty() { entry_id(args.point) } else { args.id };
            let group = if args.group.is_empty() { own_group().id } else { args.group };
            let naming = Naming { id, group, applies_to: args.applies_to, name: args.name };
            let snapshot = session.snapshot();
            let mut entry = entry_of_point(snapshot, args.point, naming).ok_or_else(|| {
                let row = domain::RowId { table: domain::Table::RiskPoint, id: args.point.into() };
                ApiError::from(edit::Refusal::NoSuchRow(row))
            })?;
            if let Some(point) = snapshot.points.get(args.point) {
                entry.emergency = point.emergency.lines().map(str::to_owned).collect();
            }
            Ok(entry)
        })
    }

    /// Writes a part of the project as a library file.
    pub(crate) fn export_library(&self, args: ExportLibraryArgs) -> Result<ExportedLibrary, ApiError> {
        let file = self
            .with(|session| library_of_part(session.snapshot(), &args.name, &args.part, args.applies_to))?;
        write_whole(Path::new(&args.path), file.to_json().as_bytes())?;
        Ok(ExportedLibrary {
            path: args.path,
            entries: u32::try_from(file.entries.len()).unwrap_or(u32::MAX),
        })
    }

    /// What taking over a library file would do; nothing is changed.
    pub(crate) fn preview_library_file(&self, args: PathArgs) -> Result<LibraryFilePreview, ApiError> {
        let incoming = read_library(Path::new(&args.path))?;
        let entries = user_library()?.compare(&incoming);
        Ok(LibraryFilePreview { name: incoming.name, entries })
    }

    /// Takes entries of a library file over into the user's library.
    pub(crate) fn take_library_file(&self, args: TakeLibraryArgs) -> Result<LibraryView, ApiError> {
        let incoming = read_library(Path::new(&args.path))?;
        let mut file = user_library()?;
        file.take(&incoming, &args.ids);
        keep(&file)?;
        Ok(library_view())
    }
}

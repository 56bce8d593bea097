//! Reading a drawing from the disk, with progress.
//! Relies on limits being checked before anything is decoded.
//! Knows nothing of projects.

use super::args::{DrawingOptions, DrawingPreview, PreviewLine, PreviewPicture, WarningView};
use crate::calls::Progress;
use crate::error::ApiError;
use crate::views::Words;
use base64::Engine as _;
use drawing::{Hidden, Imported, Kind, Options, Quantity, Stage, Watch};
use geometry::{Point, Polyline};
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::Path;

/// Hears how far reading is, and may stop it.
pub type DrawingWatch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// The most vertices of a preview.
const MOST_SHOWN: usize = 60_000;
/// The longest side of a picture in a preview, in pixels.
const PREVIEW_PIXELS: u32 = 1_200;
/// The most files of a folder that are looked at.
const MOST_FILES: usize = 1_000;

/// A drawing that was read, and how.
#[derive(Debug)]
pub struct ReadDrawing {
    pub(crate) found: Imported,
    pub(crate) options: DrawingOptions,
    pub(crate) name: String,
    /// Rooms between its walls.
    pub(crate) rooms: Vec<drawing::Room>,
}

/// Reads a file, or a folder of an IMDF map. Nothing of it is kept when it is refused.
pub fn read_drawing(
    path: &Path,
    options: &DrawingOptions,
    job: &str,
    watch: &mut DrawingWatch<'_>,
) -> Result<ReadDrawing, ApiError> {
    let mut tell = |progress: drawing::Progress| watch(shown(job, progress));
    let found = read(path, &settings(options, false)?, &mut Watch::by(&mut tell))?;
    let rooms = if found.lines.is_empty() && found.areas.is_empty() {
        Vec::new()
    } else {
        let gap_mm = options.gap.unwrap_or(1_200.0);
        let search = drawing::RoomOptions { gap_mm, ..drawing::RoomOptions::default() };
        match drawing::all_rooms(&found.walls(), &search, &mut Watch::by(&mut tell)) {
            Ok(rooms) => rooms,
            Err(drawing::DrawingError::Cancelled) => return Err(drawing::DrawingError::Cancelled.into()),
            // Walls too many to search are no reason to refuse the drawing, unless rooms are what is wanted.
            Err(error) if options.rooms => return Err(error.into()),
            Err(_) => Vec::new(),
        }
    };
    Ok(ReadDrawing { found, options: options.clone(), name: name_of(path), rooms })
}

/// A drawing at a glance, with enough of it to be shown.
pub(super) fn preview(
    path: &Path,
    options: &DrawingOptions,
    job: &str,
    watch: &mut DrawingWatch<'_>,
) -> Result<DrawingPreview, ApiError> {
    let mut tell = |progress: drawing::Progress| watch(shown(job, progress));
    let mut settings = settings(options, true)?;
    settings.layers = None;
    let inspected = if path.is_dir() {
        None
    } else {
        let bytes = bytes_of(path, settings.limits.bytes)?;
        let inspected = drawing::inspect(&bytes, &settings, &mut Watch::by(&mut tell))?;
        let flat = inspected.kind == Kind::Pdf || inspected.kind.is_picture();
        flat.then_some(inspected)
    };
    settings.longest_side = PREVIEW_PIXELS;
    settings.dpi = settings.dpi.min(100.0);
    settings.tolerance_mm = settings.tolerance_mm.max(20.0);
    let found = read(path, &settings, &mut Watch::by(&mut tell))?;
    let picture = found.pictures.first().map(|own| PreviewPicture {
        media_type: if own.kind == Kind::Jpeg { "image/jpeg" } else { "image/png" }.to_owned(),
        data: base64::engine::general_purpose::STANDARD.encode(&own.bytes),
        width: own.width,
        height: own.height,
    });
    let (lines, more_lines) = some_lines(&found);
    let glance = inspected.unwrap_or_else(|| drawing::glance(found));
    Ok(DrawingPreview {
        name: name_of(path),
        kind: glance.kind,
        version: glance.version,
        units: glance.units,
        layers: glance.layers,
        levels: glance.levels,
        pages: glance.pages,
        pixels: glance.pixels,
        bounds_mm: glance.bounds_mm,
        counts: glance.counts,
        skipped: glance.skipped,
        warnings: glance.warnings.iter().map(warning).collect(),
        lines,
        picture,
        more_lines,
    })
}

pub(super) fn warning(own: &drawing::Warning) -> WarningView {
    let text = Words { chinese: own.chinese(), english: own.to_string() };
    WarningView { code: own.code().to_owned(), text }
}

/// The longest lines and borders, as many as a preview bears.
fn some_lines(found: &Imported) -> (Vec<PreviewLine>, u32) {
    let closed = |points: &[Point], closed: bool| -> Option<Polyline> {
        let again = points.first().filter(|_| closed).copied();
        Polyline::new(points.iter().copied().chain(again).collect()).ok()
    };
    let lines = found
        .lines
        .iter()
        .filter(|own| own.visible)
        .filter_map(|own| Some((own.layer, own.role, closed(own.points.points(), own.closed)?)));
    let areas = found.areas.iter().filter(|own| own.visible).flat_map(|own| {
        own.rings.iter().filter_map(move |ring| Some((own.layer, own.role, closed(ring, true)?)))
    });
    let mut all: Vec<_> = lines.chain(areas).collect();
    let length = |line: &Polyline| line.length();
    all.sort_by(|a, b| length(&b.2).total_cmp(&length(&a.2)));
    let (mut vertices, total) = (0, all.len());
    let mut kept: Vec<PreviewLine> = Vec::new();
    for (layer, role, points) in all {
        vertices += points.points().len();
        if vertices > MOST_SHOWN {
            break;
        }
        kept.push(PreviewLine { layer: u32::try_from(layer).unwrap_or(u32::MAX), role, points });
    }
    let more = u32::try_from(total - kept.len()).unwrap_or(u32::MAX);
    (kept, more)
}

fn settings(own: &DrawingOptions, all_layers: bool) -> Result<Options, ApiError> {
    let usual = Options::default();
    if let Some(gap) = own.gap.filter(|gap| !(0.0..=10_000.0).contains(gap)) {
        let (setting, value) = ("gap", gap.to_string());
        return Err(drawing::DrawingError::Setting { setting, value }.into());
    }
    Ok(Options {
        unit: own.unit,
        millimetres_per_unit: own.millimetres_per_unit,
        tolerance_mm: own.tolerance.unwrap_or(usual.tolerance_mm),
        layers: own.layers.as_ref().map(|names| names.iter().cloned().collect()),
        hidden: if own.hidden || all_layers { Hidden::Marked } else { Hidden::LeftOut },
        page: own.page.map_or(usual.page, u64::from),
        dpi: own.dpi.map_or(usual.dpi, f64::from),
        scale: own.scale,
        ..usual
    })
}

fn read(path: &Path, options: &Options, watch: &mut Watch<'_>) -> Result<Imported, ApiError> {
    if path.is_dir() {
        return Ok(drawing::read_files(&files_of(path, options.limits.unpacked_bytes)?, options, watch)?);
    }
    let bytes = bytes_of(path, options.limits.bytes)?;
    Ok(drawing::read(&bytes, options, watch)?)
}

/// The bytes of a file that is not larger than `limit`, which is asked before anything is read.
fn bytes_of(path: &Path, limit: u64) -> Result<Vec<u8>, ApiError> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    let file = std::fs::File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > limit {
        return Err(drawing::DrawingError::TooMuch { what: Quantity::Bytes, found: size, limit }.into());
    }
    let mut bytes = Vec::new();
    // A file may grow, or be no plain file at all.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn files_of(folder: &Path, limit: u64) -> Result<Vec<(String, Vec<u8>)>, ApiError> {
    let failed = |error: std::io::Error| unreadable(folder, &error);
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)?.take(MOST_FILES) {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().and_then(|own| own.to_str()).map(str::to_ascii_lowercase);
        if matches!(ending.as_deref(), Some("geojson" | "json")) && path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    let mut left = limit;
    let mut files = Vec::new();
    for path in paths {
        let bytes = bytes_of(&path, left)?;
        left = left.saturating_sub(bytes.len() as u64);
        let name = path.file_name().map_or_else(String::new, |own| own.to_string_lossy().into_owned());
        files.push((name, bytes));
    }
    if files.is_empty() { Err(drawing::DrawingError::Empty.into()) } else { Ok(files) }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ApiError {
    let shown = path.display();
    ApiError::new(
        "file",
        format!("{shown} 无法读取（{error}）。请检查路径和权限。"),
        format!("{shown} cannot be read ({error}). Check the path and the permissions."),
    )
}

fn name_of(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |own| own.to_string_lossy().into_owned())
}

fn shown(job: &str, progress: drawing::Progress) -> Progress {
    let (chinese, english) = match progress.stage {
        Stage::Reading => ("读取文件", "reading the file"),
        Stage::Drawing => ("展开图形", "working out shapes"),
        Stage::Picturing => ("解码图片", "decoding pictures"),
        Stage::Rooms => ("查找房间", "finding rooms"),
    };
    // In thousandths, so that counts of bytes fit.
    let total = progress.total.max(1);
    let done = u32::try_from(progress.done.saturating_mul(1_000) / total).unwrap_or(1_000).min(1_000);
    let what = Words { chinese: chinese.to_owned(), english: english.to_owned() };
    Progress { job: job.to_owned(), done, total: 1_000, what }
}

/// The drawing is read and goes into the project.
pub(super) fn writing(job: &str) -> Progress {
    let what = Words { chinese: "写入项目".to_owned(), english: "writing into the project".to_owned() };
    Progress { job: job.to_owned(), done: 1_000, total: 1_000, what }
}

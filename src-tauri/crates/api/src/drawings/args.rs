//! What a front end says about a drawing and is told of it.
//! Relies on being typed in TypeScript as well.
//! Knows nothing of how drawings are read.

use crate::views::{Changed, Words};
use domain::FloorId;
use drawing::{Bridge, Kind, Layer, Level, Page, Role, Unit, Units};
use geometry::{Bounds, Outline, Point, Polyline};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// How a drawing is to be read. Everything has a usual value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DrawingOptions {
    /// The unit of its lengths, where it is not the one that the file names or that fits.
    pub unit: Option<Unit>,
    /// Millimetres on the floor for one unit, for drawings on paper; wins over `unit`.
    pub millimetres_per_unit: Option<f64>,
    /// Only these layers.
    pub layers: Option<Vec<String>>,
    /// Whether layers that the file does not show are brought in as well, as hidden elements.
    pub hidden: bool,
    /// Whether texts are left out.
    pub no_texts: bool,
    /// How far a flattened curve may stray, in millimetres; 2 without one.
    pub tolerance: Option<f64>,
    /// The page of a PDF, counted from 1.
    pub page: Option<u32>,
    /// Dots per inch of a PDF page; 200 without one.
    pub dpi: Option<u32>,
    /// 1:N of a PDF page, where it is known.
    pub scale: Option<f64>,
    /// Only this floor of the drawing, by its place in `levels`.
    pub level: Option<u32>,
    /// Whether rooms become zones.
    pub rooms: bool,
    /// The widest gap in walls that is bridged for rooms, in millimetres; 1200 without one.
    pub gap: Option<f64>,
}

/// A drawing to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InspectArgs {
    /// A name for progress and for cancelling.
    pub job: String,
    /// A file, or the folder of an IMDF map.
    pub path: String,
    /// How it is to be read.
    pub options: DrawingOptions,
}

/// A drawing to bring in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportArgs {
    /// A name for progress and for cancelling.
    pub job: String,
    /// A file, or the folder of an IMDF map.
    pub path: String,
    /// How it is to be read.
    pub options: DrawingOptions,
    /// Where it goes. A drawing of several floors makes a floor of each when this is a new one.
    pub floor: edit::FloorTarget,
}

/// What a drawing is, before it is brought in.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DrawingPreview {
    /// Its file's name without the ending.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The version that the file names; may be empty.
    pub version: String,
    /// How its lengths become millimetres; none for pages and pictures, which are calibrated.
    pub units: Option<Units>,
    /// Its layers with what they seem to hold and how much.
    pub layers: Vec<Layer>,
    /// Its floors, lowest first.
    pub levels: Vec<Level>,
    /// The pages of a PDF.
    pub pages: Vec<Page>,
    /// Width and height of a picture in pixels.
    pub pixels: Option<(u32, u32)>,
    /// The box around everything that the file shows.
    pub bounds_mm: Option<Bounds>,
    /// What would be read, by the format's own kinds.
    pub counts: BTreeMap<String, u64>,
    /// What would not be read.
    pub skipped: BTreeMap<String, u64>,
    /// What the user should know.
    pub warnings: Vec<WarningView>,
    /// Lines to show, at most some thousands, the longest ones.
    pub lines: Vec<PreviewLine>,
    /// The picture, or the page that was asked for, made small.
    pub picture: Option<PreviewPicture>,
    /// How many lines there are beyond those in `lines`.
    pub more_lines: u32,
}

/// A line of a preview.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PreviewLine {
    /// Its layer, by place in `layers`.
    pub layer: u32,
    /// What it seems to be.
    pub role: Role,
    /// Its points; of a closed line the first is repeated.
    pub points: Polyline,
}

/// A picture as a window can show it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PreviewPicture {
    /// Such as `image/png`.
    pub media_type: String,
    /// Its bytes in base64.
    pub data: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Something that the user should know about a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WarningView {
    /// A short stable word.
    pub code: String,
    /// In words.
    pub text: Words,
}

/// What bringing in did.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DrawingTaken {
    /// What changed in the project.
    pub changed: Changed,
    /// What became of the drawing.
    pub report: DrawingReport,
}

/// What became of a drawing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DrawingReport {
    /// The floor; the first one, when the drawing made several.
    pub floor: String,
    /// How many lines, arcs, polylines, texts, blocks, areas and pictures of the file were taken.
    pub imported: BTreeMap<String, u64>,
    /// The same by the format's own kinds.
    pub kinds: BTreeMap<String, u64>,
    /// What was not taken, by the format's own kinds.
    pub skipped: BTreeMap<String, u64>,
    /// Left, top, right and bottom of everything that the file shows.
    pub bounds_mm: Option<[f64; 4]>,
    /// How many rooms were found, whether or not they became zones.
    pub rooms_found: u64,
    /// How many elements the plan got, by kind.
    pub elements: BTreeMap<String, u64>,
    /// What the user should know.
    pub warnings: Vec<WarningView>,
    /// The floor that was asked for, if it was there.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) target: Option<FloorId>,
}

/// A click in a room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RoomArgs {
    /// The floor.
    pub floor: FloorId,
    /// Where.
    pub at: Point,
    /// The widest gap in walls that is bridged, in millimetres.
    pub gap: f64,
}

/// All rooms of a floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RoomsArgs {
    /// The floor.
    pub floor: FloorId,
    /// The widest gap in walls that is bridged, in millimetres.
    pub gap: f64,
}

/// A room between walls.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoomView {
    /// Its outline.
    pub outline: Outline,
    /// The gaps that were bridged around it, to be shown.
    pub bridges: Vec<Bridge>,
    /// Its widest place.
    pub centre: Point,
    /// Its area in square metres.
    pub square_metres: f64,
    /// The text that stands in it; empty for none.
    pub name: String,
}

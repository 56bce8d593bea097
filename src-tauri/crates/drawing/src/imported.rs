//! What a reader hands over: a neutral plan in millimetres, y downwards, with what was read and what was not.
//! Relies on `geometry` for points, lines and outlines.
//! Must not know: formats, and what becomes of the plan.

use crate::kind::Kind;
use crate::role::Role;
use crate::warning::Warning;
use geometry::{Bounds, Outline, OutlineError, Point, Polyline, Ring};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A drawing, read. All lengths are millimetres on the floor, y points down; the upper left corner of what is
/// visible lies at 0,0, and [`Placement`] leads back to the file's own coordinates.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Imported {
    /// What it was.
    pub kind: Kind,
    /// The version the file names, for people: `AC1032 (AutoCAD 2018)`. Empty where there is none.
    pub version: String,
    /// How its lengths became millimetres.
    pub units: Units,
    /// The way back to the file's coordinates.
    pub placement: Placement,
    /// Its layers, in the order of the file. Lines, texts and areas name theirs by position.
    pub layers: Vec<Layer>,
    /// Lines, curves flattened.
    pub lines: Vec<Line>,
    /// Texts.
    pub texts: Vec<Text>,
    /// Areas: rooms, hatches, polygons of a map.
    pub areas: Vec<Area>,
    /// Floors, lowest first. Empty when the drawing names none.
    pub levels: Vec<Level>,
    /// Pictures: a page, a scan.
    pub pictures: Vec<Picture>,
    /// What was read, by the format's own kinds (`LINE`, `Polygon`, `path`), blocks taken apart.
    pub counts: BTreeMap<String, u64>,
    /// What was found and not read, likewise.
    pub skipped: BTreeMap<String, u64>,
    /// What the file itself has in its model space, by the format's own kinds, before blocks are taken apart; read or
    /// not. Empty for formats without blocks.
    pub found: BTreeMap<String, u64>,
    /// The box around everything visible; `None` when nothing is.
    pub bounds_mm: Option<Bounds>,
    /// The box around the plan proper, where strays lie far from it; else the same.
    pub main_bounds_mm: Option<Bounds>,
    /// What the user should know.
    pub warnings: Vec<Warning>,
}

/// A unit of length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Millimetre.
    Millimetre,
    /// Centimetre.
    Centimetre,
    /// Decimetre.
    Decimetre,
    /// Metre.
    Metre,
    /// Kilometre.
    Kilometre,
    /// Inch.
    Inch,
    /// Foot.
    Foot,
    /// Yard.
    Yard,
    /// Degrees of longitude and latitude, WGS 84.
    Degree,
    /// What is drawn has no true size until it is calibrated: pixels, paper.
    Pixel,
}

impl Unit {
    /// Millimetres of one; 1 for degrees and pixels, which have no fixed length.
    pub fn millimetres(self) -> f64 {
        match self {
            Self::Millimetre | Self::Degree | Self::Pixel => 1.0,
            Self::Centimetre => 10.0,
            Self::Decimetre => 100.0,
            Self::Metre => 1000.0,
            Self::Kilometre => 1e6,
            Self::Inch => 25.4,
            Self::Foot => 304.8,
            Self::Yard => 914.4,
        }
    }
}

/// Where the unit is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The file says so.
    Stated,
    /// The user said so.
    Chosen,
    /// Guessed from the overall size.
    Guessed,
    /// Nobody knows: the plan has to be calibrated.
    Unknown,
}

/// How lengths of the file became millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ts_rs::TS)]
pub struct Units {
    /// The file's unit.
    pub unit: Unit,
    /// Millimetres on the floor for one of them; 1 for degrees.
    pub millimetres_per_unit: f64,
    /// How sure that is.
    pub basis: Basis,
}

/// Where the plan's 0,0 lies in the file.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Placement {
    /// The file's x at 0,0 of the plan, in the file's unit (metres east of `geographic` for degrees).
    pub x: f64,
    /// The file's y at 0,0 of the plan, likewise (metres north).
    pub y: f64,
    /// Millimetres for one unit of `x` and `y`.
    pub millimetres_per_unit: f64,
    /// Whether the file's y points up, as in CAD and on maps.
    pub y_up: bool,
    /// The touching point of the tangent plane, for longitude and latitude.
    pub geographic: Option<crate::LocalPlane>,
}

impl Placement {
    /// The file's own coordinates of a place on the plan: x and y, or longitude and latitude in degrees.
    pub fn source(&self, point: Point) -> (f64, f64) {
        let direction = if self.y_up { -1.0 } else { 1.0 };
        let x = self.x + point.x() / self.millimetres_per_unit;
        let y = self.y + direction * point.y() / self.millimetres_per_unit;
        match &self.geographic {
            Some(plane) => plane.degrees(x, y),
            None => (x, y),
        }
    }
}

/// A colour of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Rgb(
    /// Red.
    pub u8,
    /// Green.
    pub u8,
    /// Blue.
    pub u8,
);

/// A layer, or what stands for one: a feature type, a group.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Layer {
    /// Its name in the file.
    pub name: String,
    /// Its colour, where it has one.
    pub colour: Option<Rgb>,
    /// What it seems to hold, by its name.
    pub role: Role,
    /// How many lines, texts and areas were read from it.
    pub count: u64,
    /// Whether the file shows it: neither off nor frozen.
    pub visible: bool,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Position of its layer.
    pub layer: usize,
    /// Position of its floor, where there are floors.
    pub level: Option<usize>,
    /// What it seems to be.
    pub role: Role,
    /// Its points; of a closed line the first is not repeated.
    pub points: Polyline,
    /// Whether the last point is joined to the first.
    pub closed: bool,
    /// Whether the file shows it.
    pub visible: bool,
}

/// Where a text's place lies in its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Across {
    /// At its beginning.
    #[default]
    Left,
    /// In its middle.
    Middle,
    /// At its end.
    Right,
}

/// Where a text's place lies in its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Upright {
    /// On the line that letters stand on (of the first row).
    #[default]
    Baseline,
    /// At the lower edge of the last row.
    Bottom,
    /// In the middle of all rows.
    Middle,
    /// At the upper edge of the first row.
    Top,
}

/// A text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Text {
    /// Position of its layer.
    pub layer: usize,
    /// Position of its floor, where there are floors.
    pub level: Option<usize>,
    /// What it seems to be.
    pub role: Role,
    /// Its place.
    pub at: Point,
    /// Where that place lies in the text's width.
    pub across: Across,
    /// And in its height.
    pub upright: Upright,
    /// Height of a capital letter, in millimetres.
    pub height_mm: f64,
    /// Degrees clockwise on the screen, from -180 to 180.
    pub rotation: f64,
    /// The words, rows parted by line feeds; never empty.
    pub text: String,
    /// Whether the file shows it.
    pub visible: bool,
}

impl Text {
    /// The middle of the text, as far as its width can be told without a font: a Chinese character counts one
    /// height and a half, another character nine tenths of a height (a font's square is larger than its capitals).
    pub fn middle(&self) -> Point {
        let wide = |row: &str| -> f64 {
            row.chars().map(|character| if character as u32 >= 0x2e80 { 1.5 } else { 0.9 }).sum()
        };
        let rows = self.text.lines().count().max(1) as f64;
        let width = self.text.lines().map(wide).fold(0.0, f64::max) * self.height_mm;
        let step = self.height_mm * 1.6;
        let right = match self.across {
            Across::Left => width / 2.0,
            Across::Middle => 0.0,
            Across::Right => -width / 2.0,
        };
        let block = (rows - 1.0) * step;
        let down = match self.upright {
            Upright::Baseline => block / 2.0 - self.height_mm / 2.0,
            Upright::Bottom => -(block + self.height_mm) / 2.0,
            Upright::Middle => 0.0,
            Upright::Top => (block + self.height_mm) / 2.0,
        };
        let (sin, cos) = self.rotation.to_radians().sin_cos();
        self.at.moved(right * cos - down * sin, right * sin + down * cos).unwrap_or(self.at)
    }
}

/// An area.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Area {
    /// Position of its layer.
    pub layer: usize,
    /// Position of its floor, where there are floors.
    pub level: Option<usize>,
    /// What it seems to be.
    pub role: Role,
    /// Its name, such as a room's; empty where the file gives none.
    pub name: String,
    /// The rings as drawn, outer one first, each of three points or more, first point not repeated.
    pub rings: Vec<Ring>,
    /// Whether the file shows it.
    pub visible: bool,
}

impl Area {
    /// The area as an outline: points nearer than a centimetre joined, points on a straight line left out. An
    /// error when it crosses itself or is a sliver.
    pub fn outline(&self) -> Result<Outline, OutlineError> {
        crate::tidy::outline(&self.rings)
    }
}

/// A floor.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Level {
    /// Its name, in the language that was asked for where the file has it.
    pub name: String,
    /// Its number: 0 is at ground level, as in IMDF.
    pub ordinal: i32,
    /// The name of its building; empty where the file does not tell.
    pub building: String,
}

/// A picture for tracing, upright.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// How its bytes are written: PNG or JPEG.
    pub kind: Kind,
    /// The bytes.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Width in pixels of the original, upright.
    pub original_width: u32,
    /// Height in pixels of the original, upright.
    pub original_height: u32,
    /// Where its upper left corner lies.
    pub origin: Point,
    /// Millimetres on the floor for one pixel; `None` until the plan is calibrated.
    pub millimetres_per_pixel: Option<f64>,
    /// Whether parts of it are transparent.
    pub transparent: bool,
    /// Whether the bytes are the file's own, unchanged.
    pub unchanged: bool,
}

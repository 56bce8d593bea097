//! One entity of a DXF as the numbers that draw it, in its own plane where it has one.
//! Relies on the group codes that the format prescribes for each kind.
//! Must not know: layers' tables, blocks' contents, units.

use super::pairs::Record;
use super::words::{Words, formatted, simple};
use crate::affine::{Affine, Xy};
use crate::imported::{Across, Upright};
use std::f64::consts::TAU;

/// An entity as it is kept until it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entity {
    /// Position of its layer; `None` for layer `0`, which in a block stands for the layer of its insertion.
    pub(crate) layer: Option<usize>,
    /// The format's name for its kind.
    pub(crate) kind: &'static str,
    pub(crate) visible: bool,
    pub(crate) shape: Shape,
}

/// The numbers of an entity. A `plane` turns its own coordinates into the drawing's.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// Straight lines, in the drawing's coordinates.
    Lines {
        chains: Vec<Vec<Xy>>,
        closed: bool,
    },
    /// Corners, each with the bulge of the edge that follows it.
    Bulged {
        plane: Affine,
        corners: Vec<(Xy, f64)>,
        closed: bool,
    },
    /// A circular or elliptic arc; angles in radians.
    Round {
        plane: Affine,
        centre: Xy,
        major: Xy,
        minor: Xy,
        start: f64,
        sweep: f64,
    },
    Spline {
        degree: usize,
        knots: Vec<f64>,
        controls: Vec<Xy>,
        weights: Vec<f64>,
    },
    /// A smooth line through points.
    Through {
        points: Vec<Xy>,
        closed: bool,
    },
    Area(Vec<Xy>),
    Text {
        plane: Affine,
        text: Writing,
    },
    Insert(Box<Insert>),
    /// Known or not, it is not drawn; the name under which it is counted.
    Skipped(String),
}

/// A text in its own plane.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Writing {
    pub(crate) at: Xy,
    pub(crate) height: f64,
    pub(crate) direction: Xy,
    pub(crate) across: Across,
    pub(crate) upright: Upright,
    pub(crate) words: String,
}

/// A block put somewhere, perhaps in rows and columns, with the texts that belong to this insertion.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Insert {
    /// Its block's name in capitals.
    pub(crate) block: String,
    /// Into the drawing, without the base point of the block and the place in the array.
    pub(crate) place: Affine,
    pub(crate) scale: Xy,
    pub(crate) columns: u64,
    pub(crate) rows: u64,
    pub(crate) step: Xy,
    pub(crate) attributes: Vec<Entity>,
}

/// The names under which kinds that are drawn are counted.
const KINDS: &[&str] = &[
    "LINE",
    "LWPOLYLINE",
    "POLYLINE",
    "ARC",
    "CIRCLE",
    "ELLIPSE",
    "SPLINE",
    "SOLID",
    "TRACE",
    "3DFACE",
    "TEXT",
    "MTEXT",
    "ATTRIB",
    "ATTDEF",
    "INSERT",
    "MLINE",
];

/// The counted name of a kind that is drawn.
pub(crate) fn known(name: &[u8]) -> Option<&'static str> {
    KINDS.iter().copied().find(|kind| kind.as_bytes() == name)
}

/// What draws a record. Vertices of an old polyline and attributes of an insertion are added by the caller.
pub(crate) fn shape(record: &Record<'_>, words: &Words) -> Shape {
    let skipped = || Shape::Skipped(String::from_utf8_lossy(record.name).chars().take(64).collect());
    match record.name {
        b"LINE" => Shape::Lines { chains: vec![vec![flat(record, 10), flat(record, 11)]], closed: false },
        b"LWPOLYLINE" => light_polyline(record),
        b"POLYLINE" => {
            let flags = record.whole(70);
            if flags & (16 | 64) != 0 {
                return Shape::Skipped("POLYLINE (mesh)".to_owned());
            }
            let plane = if flags & 8 != 0 { Affine::IDENTITY } else { plane(record, record.real(30, 0.0)) };
            Shape::Bulged { plane, corners: Vec::new(), closed: flags & 1 != 0 }
        }
        b"ARC" | b"CIRCLE" => round(record),
        b"ELLIPSE" => ellipse(record),
        b"SPLINE" => spline(record),
        b"SOLID" | b"TRACE" => {
            let plane = plane(record, record.real(30, 0.0));
            Shape::Area(
                corners(record, [10, 11, 13, 12]).into_iter().map(|point| plane.point(point)).collect(),
            )
        }
        b"3DFACE" => Shape::Lines { chains: vec![corners(record, [10, 11, 12, 13])], closed: true },
        b"MLINE" => multiline(record),
        b"TEXT" => text(record, words, 73),
        b"ATTRIB" => {
            // A hidden attribute is a note for lists.
            if record.whole(70) & 1 != 0 {
                Shape::Skipped("ATTRIB (hidden)".to_owned())
            } else {
                text(record, words, 74)
            }
        }
        b"ATTDEF" => {
            // Only a constant one is drawn; of the others each insertion has its own copy.
            if record.whole(70) & 3 == 2 { text(record, words, 74) } else { skipped() }
        }
        b"MTEXT" => paragraph(record, words),
        b"INSERT" => insert(record, words),
        _ => skipped(),
    }
}

/// The corner that a `VERTEX` record adds; `None` for the frame of a fitted curve, which is not drawn.
pub(crate) fn vertex(record: &Record<'_>) -> Option<(Xy, f64)> {
    let flags = record.whole(70);
    (flags & 16 == 0).then(|| (flat(record, 10), record.real(42, 0.0)))
}

fn flat(record: &Record<'_>, code: i32) -> Xy {
    [record.real(code, 0.0), record.real(code.saturating_add(10), 0.0)]
}

/// Up, unless the entity says otherwise.
fn normal(record: &Record<'_>) -> [f64; 3] {
    [record.real(210, 0.0), record.real(220, 0.0), record.real(230, 1.0)]
}

/// The plane of an entity: the format gives only its normal, and a rule by which the axes follow from it. Seen from
/// above; for the normal (0, 0, -1), which mirroring leaves behind, x is turned round.
fn plane(record: &Record<'_>, elevation: f64) -> Affine {
    let normal = normal(record);
    if normal == [0.0, 0.0, 1.0] && elevation.is_finite() {
        return Affine::IDENTITY;
    }
    let length = normal.iter().map(|part| part * part).sum::<f64>().sqrt();
    if !length.is_finite() || length < 1e-12 {
        return Affine::IDENTITY;
    }
    let [nx, ny, nz] = normal.map(|part| part / length);
    let (ax, ay, az) =
        if nx.abs() < 1.0 / 64.0 && ny.abs() < 1.0 / 64.0 { (nz, 0.0, -nx) } else { (-ny, nx, 0.0) };
    let size = (ax * ax + ay * ay + az * az).sqrt();
    let (ax, ay, az) = (ax / size, ay / size, az / size);
    // The second axis is the normal crossed with the first one.
    let (bx, by) = (ny * az - nz * ay, nz * ax - nx * az);
    // What is not a number is dropped where shapes are checked.
    Affine { a: ax, b: ay, c: bx, d: by, e: nx * elevation, f: ny * elevation }
}

fn light_polyline(record: &Record<'_>) -> Shape {
    let mut corners: Vec<(Xy, f64)> = Vec::new();
    for pair in &record.pairs {
        match pair.code {
            10 => corners.push(([pair.value.real(), 0.0], 0.0)),
            20 => {
                if let Some((point, _)) = corners.last_mut() {
                    point[1] = pair.value.real();
                }
            }
            42 => {
                if let Some((_, bulge)) = corners.last_mut() {
                    *bulge = pair.value.real();
                }
            }
            _ => {}
        }
    }
    Shape::Bulged { plane: plane(record, record.real(38, 0.0)), corners, closed: record.whole(70) & 1 != 0 }
}

fn round(record: &Record<'_>) -> Shape {
    let radius = record.real(40, f64::NAN);
    let (start, sweep) = if record.name == b"ARC" {
        let (start, end) = (record.real(50, 0.0).to_radians(), record.real(51, 360.0).to_radians());
        (start, turn(end - start))
    } else {
        (0.0, TAU)
    };
    let plane = plane(record, record.real(30, 0.0));
    Shape::Round { plane, centre: flat(record, 10), major: [radius, 0.0], minor: [0.0, radius], start, sweep }
}

/// An angle as one turn at most; none at all is a whole one.
fn turn(radians: f64) -> f64 {
    let part = radians.rem_euclid(TAU);
    if part < 1e-9 { TAU } else { part }
}

fn ellipse(record: &Record<'_>) -> Shape {
    let [ax, ay, az] = record.point(11);
    let normal = normal(record);
    let ratio = record.real(40, 1.0);
    let minor = [(normal[1] * az - normal[2] * ay) * ratio, (normal[2] * ax - normal[0] * az) * ratio];
    let (start, end) = (record.real(41, 0.0), record.real(42, TAU));
    Shape::Round {
        plane: Affine::IDENTITY,
        centre: flat(record, 10),
        major: [ax, ay],
        minor,
        start,
        sweep: turn(end - start),
    }
}

fn spline(record: &Record<'_>) -> Shape {
    let numbers = |code| record.all(code).map(super::pairs::Value::real).collect::<Vec<f64>>();
    let points = |x, y| numbers(x).into_iter().zip(numbers(y)).map(|(x, y)| [x, y]).collect::<Vec<Xy>>();
    let controls = points(10, 20);
    if controls.len() < 2 {
        let closed = record.whole(70) & 1 != 0;
        return Shape::Through { points: points(11, 21), closed };
    }
    let degree = usize::try_from(record.whole(71)).unwrap_or(0);
    Shape::Spline { degree, knots: numbers(40), controls, weights: numbers(41) }
}

fn corners(record: &Record<'_>, codes: [i32; 4]) -> Vec<Xy> {
    let mut points: Vec<Xy> =
        codes.iter().filter(|code| record.get(**code).is_some()).map(|code| flat(record, *code)).collect();
    points.dedup();
    points
}

/// Parallel lines along a path: at each corner the direction in which its elements lie, and how far each is off.
fn multiline(record: &Record<'_>) -> Shape {
    let mut chains: Vec<Vec<Xy>> = Vec::new();
    let (mut corner, mut across): (Xy, Xy) = ([0.0; 2], [0.0; 2]);
    let (mut element, mut is_first) = (0_usize, false);
    for pair in &record.pairs {
        match pair.code {
            11 => {
                corner[0] = pair.value.real();
                element = 0;
            }
            21 => corner[1] = pair.value.real(),
            13 => across[0] = pair.value.real(),
            23 => across[1] = pair.value.real(),
            74 => is_first = true,
            // The first of an element's numbers is its distance; the others are gaps in it.
            41 if is_first => {
                is_first = false;
                let off = pair.value.real();
                if chains.len() <= element && chains.len() < 16 {
                    chains.push(Vec::new());
                }
                if let Some(chain) = chains.get_mut(element) {
                    chain.push([corner[0] + across[0] * off, corner[1] + across[1] * off]);
                }
                element += 1;
            }
            _ => {}
        }
    }
    Shape::Lines { chains, closed: record.whole(71) & 2 != 0 }
}

fn text(record: &Record<'_>, words: &Words, upright_code: i32) -> Shape {
    let (across, upright) = (record.whole(72), record.whole(upright_code));
    let first = flat(record, 10);
    let second = record.get(11).is_some().then(|| flat(record, 11));
    let angle = record.real(50, 0.0).to_radians();
    let mut direction = [angle.cos(), angle.sin()];
    let mut at = first;
    if let Some(second) = second {
        if matches!(across, 3 | 5) {
            // Stretched from the first point to the second.
            direction = [second[0] - first[0], second[1] - first[1]];
        } else if across != 0 || upright != 0 {
            at = second;
        }
    }
    let writing = Writing {
        at,
        height: record.real(40, 1.0),
        direction,
        across: match across {
            1 | 4 => Across::Middle,
            2 => Across::Right,
            _ => Across::Left,
        },
        upright: match (across, upright) {
            (4, _) | (_, 2) => Upright::Middle,
            (_, 1) => Upright::Bottom,
            (_, 3) => Upright::Top,
            _ => Upright::Baseline,
        },
        words: simple(&words.decode(record.get(1).map_or(&[][..], super::pairs::Value::bytes))),
    };
    Shape::Text { plane: plane(record, record.real(30, 0.0)), text: writing }
}

fn paragraph(record: &Record<'_>, words: &Words) -> Shape {
    // Long ones come in pieces; a letter of two bytes may be cut in half.
    let pieces: Vec<u8> =
        record.all(3).chain(record.get(1)).flat_map(|piece| piece.bytes().iter().copied()).collect();
    let mut direction = [1.0, 0.0];
    for pair in &record.pairs {
        match pair.code {
            // Whichever comes last counts.
            11 => direction = flat(record, 11),
            50 => {
                let angle = pair.value.real().to_radians();
                direction = [angle.cos(), angle.sin()];
            }
            _ => {}
        }
    }
    let place = record.whole(71).clamp(1, 9) - 1;
    let writing = Writing {
        at: flat(record, 10),
        height: record.real(40, 1.0),
        direction,
        across: match place % 3 {
            0 => Across::Left,
            1 => Across::Middle,
            _ => Across::Right,
        },
        upright: match place / 3 {
            0 => Upright::Top,
            1 => Upright::Middle,
            _ => Upright::Bottom,
        },
        words: formatted(&words.decode(&pieces)),
    };
    Shape::Text { plane: Affine::IDENTITY, text: writing }
}

fn insert(record: &Record<'_>, words: &Words) -> Shape {
    let [x, y, z] = record.point(10);
    let angle = record.real(50, 0.0).to_radians();
    let many = |code| u64::try_from(record.whole(code)).unwrap_or(1).max(1);
    Shape::Insert(Box::new(Insert {
        block: name(record, words),
        place: plane(record, z).after(&Affine::shift(x, y)).after(&Affine::turn(angle)),
        scale: [record.real(41, 1.0), record.real(42, 1.0)],
        columns: many(70),
        rows: many(71),
        step: [record.real(44, 0.0), record.real(45, 0.0)],
        attributes: Vec::new(),
    }))
}

/// The name that a record states, in capitals: names of blocks and layers do not tell small letters from capitals.
pub(crate) fn name(record: &Record<'_>, words: &Words) -> String {
    words.decode(record.get(2).map_or(&[][..], super::pairs::Value::bytes)).trim().to_uppercase()
}

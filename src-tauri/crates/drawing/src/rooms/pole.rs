//! The widest place of a face: how large a circle fits, and where.
//! Relies on distances to the border alone.
//! Must not know: what the face is.

use super::faces::{Face, contains};
use crate::affine::Xy;
use crate::flatten::off_chord;
use std::collections::BinaryHeap;

/// The most cells that are looked at: enough for a hundredth of the size of any room.
const MOST_CELLS: usize = 1_500;

struct Cell {
    centre: Xy,
    half: f64,
    /// How far its centre is inside; negative outside.
    depth: f64,
}

impl Cell {
    /// No place in the cell is deeper inside than this.
    fn promise(&self) -> f64 {
        self.depth + self.half * std::f64::consts::SQRT_2
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.promise() == other.promise()
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.promise().total_cmp(&other.promise())
    }
}

/// The centre and the radius in millimetres of about the largest circle in a face. Cells that promise most are
/// quartered first, until no promise is better than what was found by more than a fiftieth. Gives up early when nothing
/// wider than `least` can be there.
pub(super) fn widest(face: &Face, least: f64) -> (Xy, f64) {
    let points = &face.outer.points;
    let Some(first) = points.first().copied() else { return ([0.0; 2], 0.0) };
    let (mut low, mut high) = (first, first);
    for point in points {
        low = [low[0].min(point[0]), low[1].min(point[1])];
        high = [high[0].max(point[0]), high[1].max(point[1])];
    }
    let size = (high[0] - low[0]).min(high[1] - low[1]);
    if size < 2.0 * least {
        return (first, size / 2.0);
    }
    let half = size / 2.0;
    let cell = |centre: Xy, half: f64| Cell { centre, half, depth: depth(face, centre) };
    let mut cells = BinaryHeap::new();
    let count = |from: f64, to: f64| (((to - from) / size).ceil() as u32).clamp(1, 100);
    for column in 0..count(low[0], high[0]) {
        for row in 0..count(low[1], high[1]) {
            let centre = [low[0] + (f64::from(column) + 0.5) * size, low[1] + (f64::from(row) + 0.5) * size];
            cells.push(cell(centre, half));
        }
    }
    let mut best = (first, 0.0);
    let mut looked = cells.len();
    while let Some(next) = cells.pop() {
        if next.depth > best.1 {
            best = (next.centre, next.depth);
        }
        let is_enough = next.promise() <= best.1 * 1.02 + 1.0;
        if is_enough || next.promise() < least || looked > MOST_CELLS {
            break;
        }
        let half = next.half / 2.0;
        for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
            cells.push(cell([next.centre[0] + x * half, next.centre[1] + y * half], half));
        }
        looked += 4;
    }
    best
}

/// Distance to the border, negative outside.
fn depth(face: &Face, point: Xy) -> f64 {
    let rings = || std::iter::once(&face.outer).chain(&face.holes).map(|one| &one.points);
    let far = rings()
        .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
        .map(|(a, b)| off_chord(point, *a, *b))
        .fold(f64::INFINITY, f64::min);
    let inside =
        contains(&face.outer.points, point) && !face.holes.iter().any(|hole| contains(&hole.points, point));
    if inside { far } else { -far }
}

//! Gathers what a reader finds, in the file's own coordinates, and turns it into millimetres in one place at the end.
//! Relies on the limits: everything is counted before it is kept.
//! Must not know: formats.

use crate::affine::Xy;
use crate::error::{At, DrawingError, Fault};
use crate::imported::{
    Across, Area, Imported, Layer, Level, Line, Picture, Placement, Rgb, Text, Units, Upright,
};
use crate::kind::Kind;
use crate::limits::{Quantity, within};
use crate::options::{Hidden, Options};
use crate::project::LocalPlane;
use crate::role::{Role, role_of_layer};
use crate::warning::Warning;
use geometry::{FARTHEST_MM, Point, Polyline, Ring};
use std::collections::{BTreeMap, HashMap};

/// A coordinate beyond this is no coordinate, in whatever unit.
pub(crate) const FARTHEST_RAW: f64 = 1e12;
/// The longest text that is kept, in characters.
const LONGEST_TEXT: usize = 2_000;

/// What all shapes have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trait {
    pub(crate) layer: usize,
    pub(crate) level: Option<usize>,
    /// What it is, where that is known better than by its layer.
    pub(crate) role: Option<Role>,
    pub(crate) visible: bool,
}

/// A text in the file's coordinates.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RawText {
    pub(crate) at: Xy,
    /// Height of a capital letter in the file's unit.
    pub(crate) height: f64,
    /// The direction in which it runs, of any length.
    pub(crate) direction: Xy,
    pub(crate) across: Across,
    pub(crate) upright: Upright,
    pub(crate) text: String,
}

struct RawLine {
    own: Trait,
    points: Vec<Xy>,
    closed: bool,
}

struct RawArea {
    own: Trait,
    name: String,
    rings: Vec<Vec<Xy>>,
}

/// How the file's coordinates become millimetres.
pub(crate) struct Frame {
    pub(crate) units: Units,
    pub(crate) y_up: bool,
    pub(crate) geographic: Option<LocalPlane>,
}

/// What a reader has found so far.
pub(crate) struct Collector<'o> {
    pub(crate) options: &'o Options,
    pub(crate) layers: Vec<Layer>,
    pub(crate) levels: Vec<Level>,
    pub(crate) warnings: Vec<Warning>,
    pub(crate) counts: BTreeMap<String, u64>,
    pub(crate) skipped: BTreeMap<String, u64>,
    pub(crate) found: BTreeMap<String, u64>,
    names: HashMap<String, usize>,
    lines: Vec<RawLine>,
    texts: Vec<(Trait, RawText)>,
    areas: Vec<RawArea>,
    entities: u64,
    vertices: u64,
    bad: u64,
}

impl<'o> Collector<'o> {
    pub(crate) fn new(options: &'o Options) -> Self {
        Self {
            options,
            layers: Vec::new(),
            levels: Vec::new(),
            warnings: Vec::new(),
            counts: BTreeMap::new(),
            skipped: BTreeMap::new(),
            found: BTreeMap::new(),
            names: HashMap::new(),
            lines: Vec::new(),
            texts: Vec::new(),
            areas: Vec::new(),
            entities: 0,
            vertices: 0,
            bad: 0,
        }
    }

    /// An empty one with the same layers, to draw once roughly and look how large things are.
    pub(crate) fn rough(&self) -> Self {
        Self { layers: self.layers.clone(), names: self.names.clone(), ..Self::new(self.options) }
    }

    /// The position of a layer, which is made when it is new.
    pub(crate) fn layer(&mut self, name: &str) -> Result<usize, DrawingError> {
        if let Some(position) = self.names.get(name) {
            return Ok(*position);
        }
        let position = self.layers.len();
        within(Quantity::Layers, position as u64 + 1, self.options.limits.layers)?;
        let layer =
            Layer { name: name.to_owned(), colour: None, role: role_of_layer(name), count: 0, visible: true };
        self.layers.push(layer);
        self.names.insert(name.to_owned(), position);
        Ok(position)
    }

    /// Sets what a table of layers says.
    pub(crate) fn describe_layer(&mut self, position: usize, colour: Option<Rgb>, visible: bool) {
        if let Some(layer) = self.layers.get_mut(position) {
            layer.colour = colour;
            layer.visible = visible;
        }
    }

    /// Counts something that was met against the limit of entities, read or not.
    pub(crate) fn meet(&mut self, count: u64) -> Result<(), DrawingError> {
        self.entities = self.entities.saturating_add(count);
        within(Quantity::Entities, self.entities, self.options.limits.entities)
    }

    /// Notes that something of this kind was read.
    pub(crate) fn read(&mut self, kind: &str) {
        note(&mut self.counts, kind, 1);
    }

    /// Notes that something of this kind was not read.
    pub(crate) fn skip(&mut self, kind: &str, count: u64) {
        note(&mut self.skipped, kind, count);
    }

    /// Notes a shape whose numbers make no sense.
    pub(crate) fn bad(&mut self, kind: &str) {
        self.bad += 1;
        self.skip(kind, 1);
    }

    /// How many vertices may still come.
    pub(crate) fn room(&self) -> u64 {
        self.options.limits.vertices.saturating_sub(self.vertices)
    }

    /// Whether a shape on this layer is wanted. What is not is counted as skipped.
    pub(crate) fn wants(&mut self, own: Trait) -> bool {
        let Some(layer) = self.layers.get(own.layer) else { return false };
        let shown = own.visible || self.options.hidden == Hidden::Marked;
        let wanted = self.options.wants(&layer.name);
        if !wanted {
            self.skip("(layer not chosen)", 1);
        } else if !shown {
            self.skip("(hidden layer)", 1);
        }
        wanted && shown
    }

    /// Keeps a line of at least two points; less is dropped in silence, since CAD is full of such specks.
    pub(crate) fn line(
        &mut self,
        own: Trait,
        mut points: Vec<Xy>,
        closed: bool,
        kind: &str,
    ) -> Result<(), DrawingError> {
        if !self.take(&points, kind)? {
            return Ok(());
        }
        points.dedup();
        while closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() >= 2 {
            let closed = closed && points.len() >= 3;
            self.count(own.layer);
            self.lines.push(RawLine { own, points, closed });
        }
        Ok(())
    }

    /// Keeps an area. Rings of less than three points are left out; without an outer one nothing is kept.
    pub(crate) fn area(
        &mut self,
        own: Trait,
        name: String,
        mut rings: Vec<Vec<Xy>>,
        kind: &str,
    ) -> Result<(), DrawingError> {
        for ring in &mut rings {
            if !self.take(ring, kind)? {
                return Ok(());
            }
            ring.dedup();
            while ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
        }
        if rings.first().is_none_or(|outer| outer.len() < 3) {
            self.bad(kind);
            return Ok(());
        }
        rings.retain(|ring| ring.len() >= 3);
        self.count(own.layer);
        self.areas.push(RawArea { own, name, rings });
        Ok(())
    }

    /// Keeps a text, shortened where it is a novel, control characters taken out. An empty one is dropped.
    pub(crate) fn text(&mut self, own: Trait, mut text: RawText, kind: &str) -> Result<(), DrawingError> {
        let is_sound = text.height.is_finite() && text.height.abs() < FARTHEST_RAW;
        if !self.take(&[text.at], kind)? || !is_sound {
            return Ok(());
        }
        text.text = plain(&text.text);
        if !text.text.is_empty() {
            self.count(own.layer);
            self.texts.push((own, text));
        }
        Ok(())
    }

    /// Counts vertices; false, and counted as bad, when one of them is no place.
    fn take(&mut self, points: &[Xy], kind: &str) -> Result<bool, DrawingError> {
        self.vertices += points.len() as u64;
        within(Quantity::Vertices, self.vertices, self.options.limits.vertices)?;
        let is_sound = points.iter().flatten().all(|value| value.is_finite() && value.abs() <= FARTHEST_RAW);
        if !is_sound {
            self.bad(kind);
        }
        Ok(is_sound)
    }

    fn count(&mut self, layer: usize) {
        if let Some(layer) = self.layers.get_mut(layer) {
            layer.count += 1;
        }
    }

    /// The box around everything visible, in the file's units; strays are in it.
    pub(crate) fn raw_bounds(&self) -> Option<[f64; 4]> {
        let mut bounds: Option<[f64; 4]> = None;
        for (own, points) in self.shapes() {
            if own.visible {
                for [x, y] in points {
                    let [x0, y0, x1, y1] = bounds.unwrap_or([*x, *y, *x, *y]);
                    bounds = Some([x0.min(*x), y0.min(*y), x1.max(*x), y1.max(*y)]);
                }
            }
        }
        bounds
    }

    /// The box around most of what is visible: of many shapes the outermost fiftieth on each side is not counted, so
    /// that a stray does not decide about the unit.
    pub(crate) fn crowd(&self) -> Option<[f64; 4]> {
        const MANY: usize = 200;
        let mut xs: Vec<f64> = Vec::new();
        let mut ys: Vec<f64> = Vec::new();
        for (_, points) in self.shapes().filter(|(own, _)| own.visible) {
            for [x, y] in [points.first(), points.get(points.len() / 2)].into_iter().flatten() {
                xs.push(*x);
                ys.push(*y);
            }
        }
        if xs.len() < MANY {
            return self.raw_bounds();
        }
        let cut = xs.len() / 50;
        let ends = |values: &mut Vec<f64>| {
            values.sort_by(f64::total_cmp);
            let low = values.get(cut).copied().unwrap_or_default();
            let high = values.iter().rev().nth(cut).copied().unwrap_or_default();
            (low, high)
        };
        let ((x0, x1), (y0, y1)) = (ends(&mut xs), ends(&mut ys));
        Some([x0, y0, x1, y1])
    }

    fn shapes(&self) -> impl Iterator<Item = (Trait, &[Xy])> {
        let lines = self.lines.iter().map(|line| (line.own, line.points.as_slice()));
        let texts = self.texts.iter().map(|(own, text)| (*own, std::slice::from_ref(&text.at)));
        let areas =
            self.areas.iter().flat_map(|area| area.rings.iter().map(|ring| (area.own, ring.as_slice())));
        lines.chain(texts).chain(areas)
    }

    /// Whether nothing to draw was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.texts.is_empty() && self.areas.is_empty()
    }

    /// The error for a file without anything to draw, which names what was in it instead.
    pub(crate) fn nothing(&self) -> DrawingError {
        let mut skipped: Vec<(String, u64)> =
            self.skipped.iter().map(|(kind, count)| (kind.clone(), *count)).collect();
        skipped.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        skipped.truncate(8);
        DrawingError::NothingDrawn { skipped }
    }

    /// The plan in millimetres.
    pub(crate) fn finish(
        mut self,
        kind: Kind,
        version: String,
        frame: Frame,
        pictures: Vec<Picture>,
    ) -> Result<Imported, DrawingError> {
        if self.is_empty() && pictures.is_empty() {
            return Err(self.nothing());
        }
        let scale = frame.units.millimetres_per_unit;
        let far = self.drop_far(scale);
        if far > 0 {
            self.warnings.push(Warning::FarOff(far));
        }
        let bounds = self.raw_bounds().or_else(|| {
            // Everything is hidden: then that is the plan.
            self.lines.iter_mut().for_each(|line| line.own.visible = true);
            self.areas.iter_mut().for_each(|area| area.own.visible = true);
            self.texts.iter_mut().for_each(|(own, _)| own.visible = true);
            self.raw_bounds()
        });
        if self.bad > 0 {
            self.warnings.push(Warning::BadShapes(self.bad));
        }
        let [x0, y0, _, y1] = bounds.unwrap_or_default();
        let origin = [x0, if frame.y_up { y1 } else { y0 }];
        let place = |[x, y]: Xy| {
            let down = if frame.y_up { origin[1] - y } else { y - origin[1] };
            Point::new((x - origin[0]) * scale, down * scale)
        };
        let damaged = |_| DrawingError::Damaged { kind, at: At::Anywhere, reason: Fault::TooFarApart };
        let role = |own: Trait| {
            own.role.or_else(|| self.layers.get(own.layer).map(|layer| layer.role)).unwrap_or_default()
        };
        let line_of = |points: &[Xy]| {
            Polyline::new(points.iter().map(|point| place(*point)).collect::<Result<_, _>>()?)
        };
        let mut lines = Vec::with_capacity(self.lines.len());
        for RawLine { own, points, closed } in &self.lines {
            let points = line_of(points).map_err(damaged)?;
            let (closed, visible) = (*closed, own.visible);
            lines.push(Line {
                layer: own.layer,
                level: own.level,
                role: role(*own),
                points,
                closed,
                visible,
            });
        }
        let mut texts = Vec::with_capacity(self.texts.len());
        for (own, raw) in &self.texts {
            let [right, up] = raw.direction;
            let degrees = (if frame.y_up { -up } else { up }).atan2(right).to_degrees();
            texts.push(Text {
                layer: own.layer,
                level: own.level,
                role: role(*own),
                at: place(raw.at).map_err(damaged)?,
                across: raw.across,
                upright: raw.upright,
                height_mm: raw.height.abs() * scale,
                rotation: if degrees.is_finite() { degrees + 0.0 } else { 0.0 },
                text: raw.text.clone(),
                visible: own.visible,
            });
        }
        let mut areas = Vec::with_capacity(self.areas.len());
        for RawArea { own, name, rings } in &self.areas {
            let ring = |ring: &Vec<Xy>| ring.iter().map(|point| place(*point)).collect::<Result<Ring, _>>();
            areas.push(Area {
                layer: own.layer,
                level: own.level,
                role: role(*own),
                name: name.clone(),
                rings: rings.iter().map(ring).collect::<Result<_, _>>().map_err(damaged)?,
                visible: own.visible,
            });
        }
        let mut found = Imported {
            kind,
            version,
            units: frame.units,
            placement: Placement {
                x: origin[0],
                y: origin[1],
                millimetres_per_unit: scale,
                y_up: frame.y_up,
                geographic: frame.geographic,
            },
            layers: self.layers,
            lines,
            texts,
            areas,
            levels: self.levels,
            pictures,
            counts: self.counts,
            skipped: self.skipped,
            found: self.found,
            bounds_mm: None,
            main_bounds_mm: None,
            warnings: self.warnings,
        };
        crate::extent::measure(&mut found);
        Ok(found)
    }

    /// Drops what lies farther from the middle of the crowd than a plan can reach, and says how much that was.
    fn drop_far(&mut self, scale: f64) -> u64 {
        let mut xs: Vec<f64> = Vec::new();
        let mut ys: Vec<f64> = Vec::new();
        for (_, points) in self.shapes() {
            if let Some([x, y]) = points.first() {
                xs.push(*x);
                ys.push(*y);
            }
        }
        if xs.is_empty() {
            return 0;
        }
        let half = xs.len() / 2;
        let x = *xs.select_nth_unstable_by(half, f64::total_cmp).1;
        let y = *ys.select_nth_unstable_by(half, f64::total_cmp).1;
        // Half the range, so that no two kept points are farther apart than the range.
        let reach = FARTHEST_MM / 2.0 / scale;
        let near =
            |points: &[Xy]| points.iter().all(|p| (p[0] - x).abs() < reach && (p[1] - y).abs() < reach);
        let before = self.lines.len() + self.texts.len() + self.areas.len();
        self.lines.retain(|line| near(&line.points));
        self.texts.retain(|(_, text)| near(&[text.at]));
        self.areas.retain(|area| area.rings.iter().all(|ring| near(ring)));
        (before - self.lines.len() - self.texts.len() - self.areas.len()) as u64
    }
}

fn note(counts: &mut BTreeMap<String, u64>, kind: &str, count: u64) {
    // A hostile file may name a million kinds; those beyond a few hundred share one line.
    const KINDS: usize = 500;
    if let Some(found) = counts.get_mut(kind) {
        *found += count;
    } else if counts.len() < KINDS {
        counts.insert(kind.chars().take(64).collect(), count);
    } else {
        *counts.entry("(other)".to_owned()).or_default() += count;
    }
}

/// A text without control characters, of a length that can be shown, trimmed.
pub(crate) fn plain(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|character| *character == '\n' || !character.is_control())
        .take(LONGEST_TEXT)
        .collect();
    kept.trim().to_owned()
}

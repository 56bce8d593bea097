//! Entities drawn: blocks taken apart, planes and insertions applied, curves flattened.
//! Relies on `document` for what the file holds and on `flatten` for curves.
//! Must not know: units; lengths are the file's own.

use super::document::Document;
use super::entity::{Entity, Insert, Shape, Writing};
use crate::affine::{Affine, Xy};
use crate::collect::{Collector, RawText, Trait};
use crate::error::{At, DrawingError, Fault};
use crate::flatten::{Spline, arc_pieces, bulge, ellipse, through};
use crate::imported::{Across, Upright};
use crate::kind::Kind;
use crate::limits::{Quantity, within};
use crate::role::{Role, role_of_block};
use crate::warning::Warning;
use crate::watch::{Stage, Watch};
use std::collections::BTreeSet;

/// What an entity takes from the insertions around it.
#[derive(Clone, Copy)]
struct Around {
    at: Affine,
    layer: usize,
    role: Option<Role>,
    visible: bool,
}

/// Draws all of model space into `collector`. `tolerance` is in the file's unit.
pub(crate) fn draw(
    document: &Document,
    collector: &mut Collector<'_>,
    tolerance: f64,
    watch: &mut Watch<'_>,
) -> Result<(), DrawingError> {
    let zero = collector.layer("0")?;
    let mut pen = Pen {
        document,
        collector,
        tolerance,
        watch,
        chain: Vec::new(),
        done: 0,
        missing: BTreeSet::new(),
        elsewhere: BTreeSet::new(),
    };
    let around = Around { at: Affine::IDENTITY, layer: zero, role: None, visible: true };
    for entity in &document.model {
        pen.entity(entity, around)?;
    }
    let (missing, elsewhere) = (pen.missing, pen.elsewhere);
    if !missing.is_empty() {
        collector.warnings.push(Warning::MissingBlocks(missing.into_iter().collect()));
    }
    if !elsewhere.is_empty() {
        collector.warnings.push(Warning::ExternalReferences(elsewhere.into_iter().collect()));
    }
    Ok(())
}

struct Pen<'d, 'c, 'o, 'w, 'f> {
    document: &'d Document,
    collector: &'c mut Collector<'o>,
    tolerance: f64,
    watch: &'w mut Watch<'f>,
    /// The blocks that are being drawn, each in the one before.
    chain: Vec<usize>,
    done: u64,
    missing: BTreeSet<String>,
    elsewhere: BTreeSet<String>,
}

impl Pen<'_, '_, '_, '_, '_> {
    fn entity(&mut self, entity: &Entity, around: Around) -> Result<(), DrawingError> {
        self.collector.meet(1)?;
        if self.done.is_multiple_of(1024) {
            self.watch.tell(Stage::Drawing, self.done, 0)?;
        }
        self.done += 1;
        let layer = entity.layer.unwrap_or(around.layer);
        let (layer_role, layer_visible) =
            self.collector.layers.get(layer).map_or((Role::Other, true), |layer| (layer.role, layer.visible));
        // A layer that says wall or text knows better than the block; TArch has doors and windows on one layer.
        let is_vague = matches!(layer_role, Role::Other | Role::Door | Role::Window | Role::Furniture);
        let own = Trait {
            layer,
            level: None,
            role: around.role.filter(|_| is_vague),
            visible: around.visible && layer_visible,
        };
        if let Shape::Skipped(label) = &entity.shape {
            self.collector.skip(label, 1);
            return Ok(());
        }
        if !entity.visible {
            self.collector.skip("(invisible)", 1);
            return Ok(());
        }
        if let Shape::Insert(insert) = &entity.shape {
            return self
                .insert(insert, Around { at: around.at, layer, role: around.role, visible: own.visible });
        }
        if !self.collector.wants(own) {
            return Ok(());
        }
        let stretch = around.at.stretch();
        if !around.at.is_finite() || !stretch.is_finite() {
            self.collector.bad(entity.kind);
            return Ok(());
        }
        let tolerance = self.tolerance / stretch.max(1e-12);
        self.shape(entity, &around.at, own, tolerance)
    }

    fn shape(
        &mut self,
        entity: &Entity,
        at: &Affine,
        own: Trait,
        tolerance: f64,
    ) -> Result<(), DrawingError> {
        let kind = entity.kind;
        let place =
            |map: &Affine, points: Vec<Xy>| -> Vec<Xy> { points.into_iter().map(|p| map.point(p)).collect() };
        match &entity.shape {
            Shape::Lines { chains, closed } => {
                self.collector.read(kind);
                for chain in chains {
                    self.collector.line(own, place(at, chain.clone()), *closed, kind)?;
                }
            }
            Shape::Bulged { plane, corners, closed } => {
                let map = at.after(plane);
                let points = self.bulged(corners, *closed, tolerance)?;
                self.collector.read(kind);
                self.collector.line(own, place(&map, points), *closed, kind)?;
            }
            Shape::Round { plane, centre, major, minor, start, sweep } => {
                let radius = major[0].hypot(major[1]).max(minor[0].hypot(minor[1]));
                if !(radius.is_finite() && radius > 0.0 && start.is_finite() && sweep.is_finite()) {
                    self.collector.bad(kind);
                    return Ok(());
                }
                self.afford(arc_pieces(radius, *sweep, tolerance))?;
                let points = ellipse(*centre, *major, *minor, *start, *sweep, tolerance);
                let closed = sweep.abs() > std::f64::consts::TAU - 1e-9;
                self.collector.read(kind);
                self.collector.line(own, place(&at.after(plane), points), closed, kind)?;
            }
            Shape::Spline { degree, knots, controls, weights } => {
                let spline = Spline { degree: *degree, knots, controls, weights };
                let all_finite = controls.iter().flatten().all(|value| value.is_finite());
                if !all_finite || !spline.is_sound() {
                    self.collector.bad(kind);
                    return Ok(());
                }
                self.collector.read(kind);
                self.collector.line(own, place(at, spline.points(tolerance)), false, kind)?;
            }
            Shape::Through { points, closed } => {
                if points.len() < 2 || !points.iter().flatten().all(|value| value.is_finite()) {
                    self.collector.bad(kind);
                    return Ok(());
                }
                self.collector.read(kind);
                self.collector.line(own, place(at, through(points, *closed, tolerance)), *closed, kind)?;
            }
            Shape::Area(corners) => {
                self.collector.read(kind);
                self.collector.area(own, String::new(), vec![place(at, corners.clone())], kind)?;
            }
            Shape::Text { plane, text } => {
                self.collector.read(kind);
                self.collector.text(own, write(text, &at.after(plane)), kind)?;
            }
            // Both were dealt with before.
            Shape::Insert(_) | Shape::Skipped(_) => {}
        }
        Ok(())
    }

    fn afford(&self, pieces: usize) -> Result<(), DrawingError> {
        let limit = self.collector.options.limits.vertices;
        let room = self.collector.room();
        if pieces as u64 > room { within(Quantity::Vertices, limit.saturating_add(1), limit) } else { Ok(()) }
    }

    fn bulged(
        &mut self,
        corners: &[(Xy, f64)],
        closed: bool,
        tolerance: f64,
    ) -> Result<Vec<Xy>, DrawingError> {
        let mut points = Vec::with_capacity(corners.len());
        let next = corners.iter().skip(1).chain(corners.first().filter(|_| closed));
        let mut next = next.copied();
        for (corner, value) in corners {
            points.push(*corner);
            if let Some((to, _)) = next.next()
                && *value != 0.0
            {
                bulge(*corner, to, *value, tolerance, &mut points);
                self.afford(points.len())?;
            }
        }
        Ok(points)
    }

    fn insert(&mut self, insert: &Insert, around: Around) -> Result<(), DrawingError> {
        for attribute in &insert.attributes {
            self.entity(attribute, around)?;
        }
        let document = self.document;
        let found = document.block_names.get(&insert.block).copied();
        let Some((position, block)) = found.and_then(|at| Some((at, document.blocks.get(at)?))) else {
            if self.missing.len() < 100 {
                self.missing.insert(insert.block.clone());
            }
            self.collector.skip("INSERT", 1);
            return Ok(());
        };
        if let Some(path) = &block.elsewhere {
            self.elsewhere.insert(path.clone());
            self.collector.skip("INSERT", 1);
            return Ok(());
        }
        if self.chain.contains(&position) {
            let names = self.chain.iter().chain([&position]).filter_map(|at| document.blocks.get(*at));
            let names: Vec<&str> = names.map(|block| block.name.as_str()).collect();
            let reason = Fault::RecursiveBlock(names.join(" → ").chars().take(200).collect());
            return Err(DrawingError::Damaged { kind: Kind::Dxf, at: At::Anywhere, reason });
        }
        within(Quantity::Nesting, self.chain.len() as u64 + 1, self.collector.options.limits.nesting)?;
        let cells = insert.columns.saturating_mul(insert.rows);
        self.collector.meet(cells - 1)?;
        self.collector.read("INSERT");
        let role = around.role.or_else(|| role_of_block(&block.name));
        let scale = Affine::scale(insert.scale[0], insert.scale[1])
            .after(&Affine::shift(-block.base[0], -block.base[1]));
        self.chain.push(position);
        for row in 0..insert.rows {
            for column in 0..insert.columns {
                let step = Affine::shift(column as f64 * insert.step[0], row as f64 * insert.step[1]);
                let at = around.at.after(&insert.place).after(&step).after(&scale);
                for entity in &block.entities {
                    self.entity(entity, Around { at, role, ..around })?;
                }
            }
        }
        self.chain.pop();
        Ok(())
    }
}

/// A text where its plane and its insertions put it. Mirrored letters are of no use to a reader: where the text would
/// come out mirrored, it is turned so that it fills the same place and reads from the left.
fn write(text: &Writing, map: &Affine) -> RawText {
    let [dx, dy] = text.direction;
    let length = dx.hypot(dy);
    let unit = if length > 0.0 { [dx / length, dy / length] } else { [1.0, 0.0] };
    let mut direction = map.direction(unit);
    let [ux, uy] = map.direction([-unit[1], unit[0]]);
    let (mut across, mut upright) = (text.across, text.upright);
    if map.determinant() < 0.0 {
        if direction[0] < 0.0 {
            direction = [-direction[0], -direction[1]];
            across = match across {
                Across::Left => Across::Right,
                Across::Middle => Across::Middle,
                Across::Right => Across::Left,
            };
        } else {
            upright = match upright {
                Upright::Baseline | Upright::Bottom => Upright::Top,
                Upright::Middle => Upright::Middle,
                Upright::Top => Upright::Bottom,
            };
        }
    }
    RawText {
        at: map.point(text.at),
        height: text.height * ux.hypot(uy),
        direction,
        across,
        upright,
        text: text.words.clone(),
    }
}

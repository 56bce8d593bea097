//! Vertices and borders of zones: moved, inserted, deleted; shared ones together.
//! Relies on `geometry` to keep neighbours together, and to refuse what would spoil one or make an overlap.
//! Knows nothing of pointers.

use crate::command::{Context, Plan};
use crate::commands::shapes::{drawn_zone, others};
use crate::refusal::Refusal;
use domain::{RiskZone, RiskZoneId};
use geometry::{GeometryError, Outline, Point, SHARED_MM, Shared, VertexOf};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::Label;

/// Puts a vertex of a zone elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MoveVertex {
    /// The zone.
    pub zone: RiskZoneId,
    /// Where the vertex is.
    pub at: Point,
    /// Where it goes.
    pub to: Point,
    /// Whether zones that share the place move along.
    pub together: bool,
}

/// Moves a piece of border of a zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MoveBorder {
    /// The zone.
    pub zone: RiskZoneId,
    /// One end of the edge.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Millimetres to the right.
    pub dx: f64,
    /// Millimetres down.
    pub dy: f64,
    /// Whether zones that share the border move along.
    pub together: bool,
}

/// Puts a new vertex on the border of a zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct InsertVertex {
    /// The zone.
    pub zone: RiskZoneId,
    /// Near which place of the border.
    pub at: Point,
    /// Where the vertex goes; where it is without one.
    #[serde(default)]
    pub to: Option<Point>,
    /// Whether zones that share the border get it too.
    pub together: bool,
}

/// Takes a vertex out of the border of a zone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct DeleteVertex {
    /// The zone.
    pub zone: RiskZoneId,
    /// Where the vertex is.
    pub at: Point,
    /// Whether zones that share it lose it too.
    pub together: bool,
}

/// The zones that a change may touch, the named one first.
struct Neighbourhood<'a> {
    zones: Vec<&'a RiskZone>,
    outlines: Vec<&'a Outline>,
}

impl<'a> Neighbourhood<'a> {
    fn around(context: &Context<'a>, zone: RiskZoneId, together: bool) -> Result<Self, Refusal> {
        let (zone, floor, outline) = drawn_zone(context.snapshot, zone)?;
        let (mut zones, mut outlines) = (vec![zone], vec![outline]);
        if together {
            for (other, theirs) in others(context.snapshot, floor, &BTreeSet::from([zone.id])) {
                zones.push(other);
                outlines.push(theirs);
            }
        }
        Ok(Self { zones, outlines })
    }

    fn own(&self) -> &'a Outline {
        self.outlines[0]
    }

    /// Geometry's words with names in the place of numbers.
    fn named(&self, error: GeometryError) -> Refusal {
        let name = |index: usize| self.zones.get(index).map_or_else(String::new, |zone| zone.name.clone());
        match error {
            GeometryError::WouldOverlap { other, at, .. } => Refusal::Overlaps { zone: name(other), at },
            GeometryError::Neighbour { index: 0, error } => (*error).into(),
            GeometryError::Neighbour { index, error } => Refusal::Neighbour { zone: name(index), error },
            other => other.into(),
        }
    }

    fn plan(
        &self,
        chinese: &str,
        english: &str,
        changed: Result<Vec<(usize, Outline)>, GeometryError>,
    ) -> Result<Plan, Refusal> {
        let changed = changed.map_err(|error| self.named(error))?;
        if changed.is_empty() {
            return Err(Refusal::Nothing);
        }
        let name = &self.zones[0].name;
        let mut plan = Plan::new(Label::new(format!("{chinese} {name}"), format!("{english} {name}")));
        for (index, outline) in changed {
            let Some(zone) = self.zones.get(index) else { continue };
            let mut zone = (*zone).clone();
            zone.outline = Some(outline);
            plan.put(zone);
        }
        Ok(plan)
    }

    fn vertex_at(&self, at: Point) -> Result<VertexOf, Refusal> {
        let found = geometry::shared_at(&self.outlines[..1], at, SHARED_MM);
        let vertex = found.into_iter().find_map(|(_, shared)| match shared {
            Shared::Vertex(vertex) => Some(vertex),
            Shared::Edge(_) => None,
        });
        vertex.ok_or(Refusal::Geometry(GeometryError::NothingThere { at }))
    }
}

impl MoveVertex {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let near = Neighbourhood::around(context, self.zone, self.together)?;
        let to = self.to.rounded();
        let changed = if self.together {
            near.vertex_at(self.at)?;
            geometry::move_shared_vertex(&near.outlines, self.at, to, SHARED_MM)
        } else {
            geometry::move_vertex(near.own(), near.vertex_at(self.at)?, to)
                .map(|reshaped| vec![(0, reshaped.outline)])
        };
        near.plan("调整区域", "Reshape zone", changed)
    }
}

impl MoveBorder {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let near = Neighbourhood::around(context, self.zone, self.together)?;
        let (dx, dy) = (self.dx.round(), self.dy.round());
        let changed = geometry::move_shared_edge(&near.outlines, self.from, self.to, (dx, dy), SHARED_MM);
        near.plan("移动边界", "Move a border of zone", changed)
    }
}

impl InsertVertex {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let near = Neighbourhood::around(context, self.zone, self.together)?;
        let on_border = geometry::nearest_on_border(near.own(), self.at).at;
        let inserted = geometry::insert_shared_vertex(&near.outlines, on_border, SHARED_MM)
            .map_err(|error| near.named(error))?;
        let Some(to) = self.to else {
            return near.plan("插入顶点", "Insert a vertex into zone", Ok(inserted));
        };
        let mut outlines: Vec<Outline> = near.outlines.iter().map(|own| (*own).clone()).collect();
        for (index, outline) in inserted {
            if let Some(own) = outlines.get_mut(index) {
                *own = outline;
            }
        }
        let again: Vec<&Outline> = outlines.iter().collect();
        let changed = geometry::move_shared_vertex(&again, on_border, to.rounded(), SHARED_MM);
        near.plan("插入顶点", "Insert a vertex into zone", changed)
    }
}

impl DeleteVertex {
    pub(crate) fn plan(self, context: &mut Context<'_>) -> Result<Plan, Refusal> {
        let near = Neighbourhood::around(context, self.zone, self.together)?;
        let vertex = near.vertex_at(self.at)?;
        let changed = if self.together {
            geometry::delete_shared_vertex(&near.outlines, self.at, SHARED_MM)
        } else {
            geometry::delete_vertex(near.own(), vertex).map(|outline| vec![(0, outline)])
        };
        near.plan("删除顶点", "Delete a vertex of zone", changed)
    }
}

//! Chosen faces put together as rings: outer ones with their holes, each ring free of repeated nodes.
//! Relies on the walked graph; drops the nodes that only noding had put on a straight edge.
//! Knows nothing of what makes a ring acceptable.

use super::graph::{Graph, Half, back, before};
use super::noding::node;
use super::{Path, TooIntricate, Turns};
use crate::edges::IndexedEdge;
use crate::maths::{SAME_PLACE_MM, between, position, segment_distance, side, twice_area};
use geo::Coord;
use rstar::RTree;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Whether lines between two chosen faces part them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    /// Faces side by side are one region.
    Ignored,
    /// Each face is a region of its own.
    Parting,
}

/// An outer ring and its holes, as half links.
#[derive(Debug)]
pub(crate) struct Region {
    rings: Vec<Vec<Half>>,
}

/// Lines laid over each other, ready to be asked for regions.
#[derive(Debug)]
pub(crate) struct Planar {
    graph: Graph,
}

/// A corner of a ring, and whose lines lead to it and away from it.
pub(crate) struct Corner {
    pub(crate) at: Coord,
    arriving: Vec<usize>,
    pub(crate) leaving: Vec<usize>,
}

impl Planar {
    /// Lays the paths over each other; points within `weld` millimetres are one, the first named of them.
    pub(crate) fn new(paths: &[Path], weld: f64) -> Result<Self, TooIntricate> {
        Ok(Self { graph: Graph::new(node(paths, weld)?) })
    }

    /// All nodes, and the pieces of line between two of them.
    pub(crate) fn pieces(&self) -> (&[Coord], &[(u32, u32)]) {
        (&self.graph.nodes, &self.graph.ends)
    }

    /// The regions of all faces whose turns are `chosen`.
    pub(crate) fn regions(&self, chosen: impl Fn(Turns) -> bool, lines: Lines) -> Vec<Region> {
        let graph = &self.graph;
        let is_wall = |half: Half| {
            let (here, there) = (graph.cycle[half], graph.cycle[back(half)]);
            chosen(graph.turns[here])
                && here != there
                && (lines == Lines::Parting || !chosen(graph.turns[there]))
        };
        let walls: Vec<bool> = (0..graph.next.len()).map(is_wall).collect();
        let (mut outer, mut holes) = (Vec::new(), Vec::new());
        for ring in self.rings(&walls) {
            let is_outer = self.is_outer(&ring);
            if is_outer { &mut outer } else { &mut holes }.push(ring);
        }
        self.assembled(outer, holes)
    }

    /// The rings of a region without the nodes that lie on one given edge, outer one first. Corners at which
    /// two owners' edges go straight on into each other are left out too where `straighten` says so.
    pub(crate) fn outline(&self, region: &Region, straighten: impl Fn(Coord) -> bool) -> Vec<Vec<Coord>> {
        region.rings.iter().map(|ring| straight(self.corners(ring), &straighten)).collect()
    }

    /// The rings of a region as corners that know whose lines lead away from them, outer one first.
    pub(crate) fn corner_rings(&self, region: &Region) -> Vec<Vec<Corner>> {
        region.rings.iter().map(|ring| self.corners(ring)).collect()
    }

    /// Walks along the walls; a ring that comes back to one of its nodes is parted there.
    fn rings(&self, walls: &[bool]) -> Vec<Vec<Half>> {
        let graph = &self.graph;
        let mut is_walked = vec![false; walls.len()];
        let mut rings = Vec::new();
        for start in (0..walls.len()).filter(|half| walls[*half]) {
            if is_walked[start] {
                continue;
            }
            let mut path: Vec<Half> = Vec::new();
            let mut places: HashMap<u32, usize> = HashMap::new();
            let mut half = start;
            while !is_walked[half] {
                is_walked[half] = true;
                places.insert(graph.origin(half), path.len());
                path.push(half);
                let there = graph.origin(back(half));
                if let Some(&begin) = places.get(&there) {
                    let ring = path.split_off(begin);
                    for closed in &ring {
                        places.remove(&graph.origin(*closed));
                    }
                    rings.push(ring);
                }
                half = graph.next[half];
                while !walls[half] {
                    half = graph.next[back(half)];
                }
            }
        }
        rings.retain(|ring| ring.len() > 2);
        rings
    }

    fn is_outer(&self, ring: &[Half]) -> bool {
        let place = |index: usize| self.graph.place(ring[index % ring.len()]);
        let first = (1..ring.len())
            .fold(0, |first, index| if before(place(index), place(first)) { index } else { first });
        // The leftmost corner of a simple ring sticks out.
        side(place(first + ring.len() - 1), place(first), place(first + 1)) == Ordering::Greater
    }

    fn assembled(&self, outer: Vec<Vec<Half>>, holes: Vec<Vec<Half>>) -> Vec<Region> {
        let coords =
            |ring: &Vec<Half>| -> Vec<Coord> { ring.iter().map(|half| self.graph.place(*half)).collect() };
        let shapes: Vec<Vec<Coord>> = outer.iter().map(coords).collect();
        let areas: Vec<f64> = shapes.iter().map(|shape| twice_area(shape)).collect();
        let boxes = shapes.iter().enumerate().filter_map(|(id, shape)| boxed(shape, id));
        let boxes = RTree::bulk_load(boxes.collect());
        let mut regions: Vec<Region> = outer.into_iter().map(|ring| Region { rings: vec![ring] }).collect();
        for hole in holes {
            let shape = coords(&hole);
            let around = boxes
                .locate_in_envelope_intersecting(&crate::edges::square(shape[0], 0.0))
                .map(|around| around.id)
                .filter(|&number| is_inside(&shape, &shapes[number]))
                .min_by(|one, other| areas[*one].total_cmp(&areas[*other]));
            if let Some(around) = around {
                regions[around].rings.push(hole);
            }
        }
        regions
    }

    fn corners(&self, ring: &[Half]) -> Vec<Corner> {
        let parents = |index: usize| &self.graph.links[ring[index % ring.len()] / 2].parents;
        let count = ring.len();
        let common = |one: &[u32], other: &[u32]| -> Vec<u32> {
            one.iter().copied().filter(|parent| other.binary_search(parent).is_ok()).collect()
        };
        let start = (0..count)
            .find(|index| common(parents(index + count - 1), parents(*index)).is_empty())
            .unwrap_or(0);
        // Runs of pieces of one and the same given edge.
        let mut runs: Vec<(Coord, Vec<u32>)> = Vec::new();
        for index in start..start + count {
            let shared = runs.last().map(|(_, run)| common(run, parents(index))).unwrap_or_default();
            match runs.last_mut() {
                Some((_, run)) if !shared.is_empty() => *run = shared,
                _ => runs.push((self.graph.place(ring[index % count]), parents(index).clone())),
            }
        }
        let owners = |run: &[u32]| -> Vec<usize> {
            run.iter().map(|parent| self.graph.owners[*parent as usize]).collect()
        };
        (0..runs.len())
            .map(|index| Corner {
                at: runs[index].0,
                arriving: owners(&runs[(index + runs.len() - 1) % runs.len()].1),
                leaving: owners(&runs[index].1),
            })
            .collect()
    }
}

/// The diagonal of the box around a shape, for a search tree.
fn boxed(shape: &[Coord], id: usize) -> Option<IndexedEdge> {
    let first = *shape.first()?;
    let (a, b) = shape.iter().fold((first, first), |(a, b), corner| {
        (
            Coord { x: a.x.min(corner.x), y: a.y.min(corner.y) },
            Coord { x: b.x.max(corner.x), y: b.y.max(corner.y) },
        )
    });
    Some(IndexedEdge { a, b, id })
}

/// Leaves out the corners at which two owners meet in a straight line.
fn straight(mut corners: Vec<Corner>, may_go: impl Fn(Coord) -> bool) -> Vec<Coord> {
    let mut index = 0;
    while index < corners.len() && corners.len() > 3 {
        let count = corners.len();
        let (from, to) = (corners[(index + count - 1) % count].at, corners[(index + 1) % count].at);
        let corner = &corners[index];
        let is_joint = !corner.arriving.iter().any(|owner| corner.leaving.contains(owner));
        if is_joint && segment_distance(from, to, corner.at) <= SAME_PLACE_MM && may_go(corner.at) {
            corners.remove(index);
        } else {
            index += 1;
        }
    }
    corners.into_iter().map(|corner| corner.at).collect()
}

/// Whether a hole lies in a ring. They may touch, so the first of its points that tells decides.
fn is_inside(hole: &[Coord], ring: &[Coord]) -> bool {
    let middles = hole.iter().zip(hole.iter().cycle().skip(1)).map(|(a, b)| between(*a, *b, 0.5));
    hole.iter()
        .copied()
        .chain(middles)
        .map(|point| position(std::iter::once(ring), point))
        .find(|place| *place != Ordering::Equal)
        == Some(Ordering::Greater)
}

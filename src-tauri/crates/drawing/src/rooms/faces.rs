//! The faces of a graph that crosses nowhere: closed loops, each with the loops that lie in it.
//! Relies on the order of edges around each node.
//! Must not know: which faces are rooms.

use super::arrange::{Boxed, Graph};
use crate::affine::Xy;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::HashMap;

/// A closed loop of nodes that meets none of them twice.
#[derive(Debug, Clone, Default)]
pub(super) struct Loop {
    pub(super) points: Vec<Xy>,
    /// For each point, whether the edge to the next one is a bridged gap.
    pub(super) bridged: Vec<bool>,
    /// In square millimetres, positive.
    pub(super) area: f64,
    /// Which connected part of the graph it belongs to.
    part: usize,
}

/// A face: its outer loop and the loops in it that are not its own.
#[derive(Debug, Clone)]
pub(super) struct Face {
    pub(super) outer: Loop,
    pub(super) holes: Vec<Loop>,
}

/// All faces that are surrounded. Edges that lead nowhere, and edges with the same face on both sides, are left out.
pub(super) fn faces(mut graph: Graph) -> Vec<Face> {
    prune(&mut graph);
    let cycles = trace(&graph);
    let mut sides: HashMap<usize, usize> = HashMap::new();
    let mut inner = vec![false; graph.edges.len()];
    for (number, cycle) in cycles.iter().enumerate() {
        for (_, edge) in cycle {
            if sides.insert(*edge, number) == Some(number)
                && let Some(inner) = inner.get_mut(*edge)
            {
                *inner = true;
            }
        }
    }
    let cycles = if inner.contains(&true) {
        let mut marks = inner.into_iter();
        graph.edges.retain(|_| !marks.next().unwrap_or_default());
        prune(&mut graph);
        trace(&graph)
    } else {
        cycles
    };
    assemble(&graph, &cycles)
}

/// Takes away edges that end in nothing, until none is left.
fn prune(graph: &mut Graph) {
    let neighbours = graph.neighbours();
    let mut degree: Vec<usize> = neighbours.iter().map(Vec::len).collect();
    let mut gone = vec![false; graph.edges.len()];
    let mut loose: Vec<usize> = (0..degree.len()).filter(|node| degree.get(*node) == Some(&1)).collect();
    while let Some(node) = loose.pop() {
        for (edge, other) in neighbours.get(node).into_iter().flatten() {
            let Some(gone) = gone.get_mut(*edge).filter(|gone| !**gone) else { continue };
            *gone = true;
            for end in [node, *other] {
                if let Some(degree) = degree.get_mut(end) {
                    *degree = degree.saturating_sub(1);
                    if *degree == 1 && end == *other {
                        loose.push(end);
                    }
                }
            }
        }
    }
    let mut gone = gone.into_iter();
    graph.edges.retain(|_| !gone.next().unwrap_or_default());
}

/// A way around a face: nodes, each with the edge by which it is left.
type Cycle = Vec<(usize, usize)>;

/// All ways around faces, the face on the left where y points up. Each edge is gone along once in each direction.
fn trace(graph: &Graph) -> Vec<Cycle> {
    let mut around = graph.neighbours();
    for (node, list) in around.iter_mut().enumerate() {
        let here = graph.place(node);
        let angle = |other: usize| {
            let there = graph.place(other);
            (there[1] - here[1]).atan2(there[0] - here[0])
        };
        list.sort_by(|(_, a), (_, b)| angle(*a).total_cmp(&angle(*b)));
    }
    // Two for each edge: from a to b, and back.
    let mut seen = vec![false; graph.edges.len() * 2];
    let mut cycles = Vec::new();
    for start in 0..seen.len() {
        let mut cycle: Cycle = Vec::new();
        let mut half = start;
        while let Some(mark) = seen.get_mut(half).filter(|mark| !**mark) {
            *mark = true;
            let edge_index = half / 2;
            let Some(edge) = graph.edges.get(edge_index) else { break };
            let (from, to) = if half % 2 == 0 { (edge.a, edge.b) } else { (edge.b, edge.a) };
            cycle.push((from, edge_index));
            // The next one to the right of the way back.
            let Some(list) = around.get(to).filter(|list| !list.is_empty()) else { break };
            let back = list.iter().position(|(edge, _)| *edge == edge_index).unwrap_or(0);
            let Some((next, _)) = list.get((back + list.len() - 1) % list.len()) else { break };
            let leaves_from_a = graph.edges.get(*next).is_some_and(|edge| edge.a == to);
            half = next * 2 + usize::from(!leaves_from_a);
        }
        if cycle.len() >= 3 {
            cycles.push(cycle);
        }
    }
    cycles
}

fn assemble(graph: &Graph, cycles: &[Cycle]) -> Vec<Face> {
    let parts = parts(graph);
    let mut faces: Vec<Face> = Vec::new();
    let mut borders: Vec<Loop> = Vec::new();
    for cycle in cycles {
        let part = cycle.first().and_then(|(node, _)| parts.get(*node)).copied().unwrap_or_default();
        if signed_area(graph, cycle) > 0.0 {
            if let Some(outer) = simple(graph, cycle, part, true) {
                faces.push(Face { outer, holes: Vec::new() });
            }
        } else {
            borders.extend(simple(graph, cycle, part, false));
        }
    }
    let tree = boxes(faces.iter().map(|face| &face.outer));
    // The outer border of each connected part is a hole in the smallest face of another part around it.
    for border in borders {
        let Some(point) = border.points.first().copied() else { continue };
        let around = tree.locate_in_envelope_intersecting(&AABB::from_point(point)).filter_map(|near| {
            let face = faces.get(near.data)?;
            let is_around = face.outer.part != border.part && contains(&face.outer.points, point);
            is_around.then_some((near.data, face.outer.area))
        });
        let smallest = around.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(index, _)| index);
        if let Some(face) = smallest.and_then(|index| faces.get_mut(index)) {
            face.holes.push(border);
        }
    }
    faces
}

/// A tree of the boxes around loops.
pub(super) fn boxes<'l>(loops: impl Iterator<Item = &'l Loop>) -> RTree<Boxed> {
    let boxes = loops.enumerate().filter_map(|(index, one)| {
        let first = one.points.first()?;
        let start = AABB::from_point(*first);
        let whole = one.points.iter().fold(start, |around, point| {
            use rstar::Envelope;
            around.merged(&AABB::from_point(*point))
        });
        Some(GeomWithData::new(Rectangle::from_aabb(whole), index))
    });
    RTree::bulk_load(boxes.collect())
}

/// For each node the number of its connected part.
fn parts(graph: &Graph) -> Vec<usize> {
    let neighbours = graph.neighbours();
    let mut parts = vec![usize::MAX; graph.nodes.len()];
    for start in 0..parts.len() {
        if parts.get(start) != Some(&usize::MAX) {
            continue;
        }
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if let Some(part) = parts.get_mut(node).filter(|part| **part == usize::MAX) {
                *part = start;
                open.extend(neighbours.get(node).into_iter().flatten().map(|(_, other)| *other));
            }
        }
    }
    parts
}

fn signed_area(graph: &Graph, cycle: &Cycle) -> f64 {
    let points: Vec<Xy> = cycle.iter().map(|(node, _)| graph.place(*node)).collect();
    twice_area(&points) / 2.0
}

/// Twice the area of a ring, counted from its first point so that far places lose no digits.
fn twice_area(points: &[Xy]) -> f64 {
    let Some([x0, y0]) = points.first().copied() else { return 0.0 };
    let pairs = points.iter().zip(points.iter().cycle().skip(1));
    pairs.map(|(a, b)| (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)).sum()
}

/// The largest loop within a cycle that may touch itself. `is_inside` tells on which side the face lies.
fn simple(graph: &Graph, cycle: &Cycle, part: usize, is_inside: bool) -> Option<Loop> {
    let mut best: Option<Loop> = None;
    let mut keep = |steps: &[(usize, usize)]| {
        if steps.len() < 3 {
            return;
        }
        let points: Vec<Xy> = steps.iter().map(|(node, _)| graph.place(*node)).collect();
        let area = twice_area(&points) / 2.0;
        let bridged =
            steps.iter().map(|(_, edge)| graph.edges.get(*edge).is_some_and(|edge| edge.is_bridge)).collect();
        let has_side = (area > 0.0) == is_inside;
        if has_side && best.as_ref().is_none_or(|best| area.abs() > best.area) {
            best = Some(Loop { points, bridged, area: area.abs(), part });
        }
    };
    let mut stack: Cycle = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    for (node, edge) in cycle {
        if let Some(start) = places.get(node).copied() {
            // Back at a node: what was gone since is a loop of its own.
            let tail = stack.split_off(start.min(stack.len()));
            keep(&tail);
            for (node, _) in &tail {
                places.remove(node);
            }
        }
        places.insert(*node, stack.len());
        stack.push((*node, *edge));
    }
    keep(&stack);
    best
}

/// Whether a point lies inside a ring: a ray to the right crosses it an odd number of times.
pub(super) fn contains(ring: &[Xy], point: Xy) -> bool {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossings = pairs.filter(|(a, b)| {
        let spans = (a[1] > point[1]) != (b[1] > point[1]);
        spans && point[0] < a[0] + (point[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    });
    crossings.count() % 2 == 1
}

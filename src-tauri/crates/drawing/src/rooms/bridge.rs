//! Gaps in walls, such as doors, closed: ends that face each other, and loose ends that almost reach a wall.
//! Relies on the graph of the walls.
//! Must not know: rooms.

use super::arrange::{Boxed, Graph, Piece, WELD_MM, boxed, tree};
use crate::affine::Xy;
use crate::error::DrawingError;
use crate::watch::{Stage, Watch};
use rstar::{AABB, RTree};

/// A wall's face is longer than this, in millimetres, its end is shorter: what continues across a gap is a face.
const FACE_MM: f64 = 450.0;
/// How far two faces may be off one line, in millimetres.
const OFF_LINE_MM: f64 = 30.0;
/// The cosine of the angle by which two directions may differ and still be one: about 6°.
const ALIKE: f64 = 0.994;

/// A place where a wall's line stops, and the direction in which it would go on.
#[derive(Debug, Clone, Copy)]
struct End {
    node: usize,
    at: Xy,
    direction: Xy,
    /// Whether nothing else joins there.
    is_loose: bool,
    /// Whether what ends there is as long as a wall's face.
    is_face: bool,
}

/// Straight lines that close gaps of at most `gap` millimetres.
pub(super) fn bridges(graph: &Graph, gap: f64, watch: &mut Watch<'_>) -> Result<Vec<Piece>, DrawingError> {
    let ends = ends(graph);
    let walls = tree(graph.edges.iter().map(|edge| (graph.place(edge.a), graph.place(edge.b))));
    let places = tree(ends.iter().map(|end| (end.at, end.at)));
    let mut found = Vec::new();
    for (index, end) in ends.iter().enumerate() {
        if index % 256 == 0 {
            watch.tell(Stage::Rooms, index as u64, ends.len() as u64)?;
        }
        let reach = Reach { graph, walls: &walls, ends: &ends, places: &places, gap };
        let to = reach.facing(end).or_else(|| if end.is_loose { reach.nearest(end) } else { None });
        if let Some(to) = to {
            found.push(Piece { from: end.at, to, is_bridge: true });
        }
    }
    Ok(found)
}

fn ends(graph: &Graph) -> Vec<End> {
    let neighbours = graph.neighbours();
    let mut ends = Vec::new();
    for (node, list) in neighbours.iter().enumerate() {
        let at = graph.place(node);
        for (_, other) in list {
            let Some(direction) = direction(graph.place(*other), at) else { continue };
            let goes_on = list.iter().any(|(_, next)| {
                self::direction(at, graph.place(*next)).is_some_and(|next| dot(next, direction) > ALIKE)
            });
            if !goes_on {
                let is_face = length_back(graph, &neighbours, node, *other) >= FACE_MM;
                ends.push(End { node, at, direction, is_loose: list.len() == 1, is_face });
            }
        }
    }
    ends
}

/// How long the straight line is that ends at `node` coming from `other`, as far as that matters.
fn length_back(graph: &Graph, neighbours: &[Vec<(usize, usize)>], node: usize, other: usize) -> f64 {
    let (mut here, mut there) = (node, other);
    let mut length = distance(graph.place(here), graph.place(there));
    for _ in 0..100 {
        if length >= FACE_MM {
            break;
        }
        let Some(back) = direction(graph.place(here), graph.place(there)) else { break };
        let next = neighbours.get(there).into_iter().flatten().find(|(_, next)| {
            *next != here
                && direction(graph.place(there), graph.place(*next)).is_some_and(|on| dot(on, back) > ALIKE)
        });
        let Some((_, next)) = next else { break };
        (here, there) = (there, *next);
        length += distance(graph.place(here), graph.place(there));
    }
    length
}

struct Reach<'g> {
    graph: &'g Graph,
    walls: &'g RTree<Boxed>,
    ends: &'g [End],
    places: &'g RTree<Boxed>,
    gap: f64,
}

impl Reach<'_> {
    /// The nearest end that looks back along the same line. Of two short ones neither is a face: doors that lie
    /// opposite each other across a corridor do not close it.
    fn facing(&self, end: &End) -> Option<Xy> {
        let ahead = [end.at[0] + end.direction[0] * self.gap, end.at[1] + end.direction[1] * self.gap];
        let mut best: Option<(f64, Xy)> = None;
        for near in self.places.locate_in_envelope_intersecting(&boxed(end.at, ahead, OFF_LINE_MM)) {
            let Some(other) = self.ends.get(near.data) else { continue };
            let both_loose = end.is_loose && other.is_loose;
            if other.node == end.node || !(end.is_face || other.is_face || both_loose) {
                continue;
            }
            let (dx, dy) = (other.at[0] - end.at[0], other.at[1] - end.at[1]);
            let ahead = dx * end.direction[0] + dy * end.direction[1];
            let off = (dx * end.direction[1] - dy * end.direction[0]).abs();
            let is_facing = ahead > WELD_MM
                && ahead <= self.gap
                && off <= OFF_LINE_MM
                && dot(end.direction, other.direction) < -ALIKE;
            if is_facing && best.is_none_or(|(least, _)| ahead < least) {
                best = Some((ahead, other.at));
            }
        }
        let (_, to) = best?;
        self.is_free(end.at, to).then_some(to)
    }

    /// Where a loose end most nearly joins something: another loose end, or the wall straight ahead.
    fn nearest(&self, end: &End) -> Option<Xy> {
        let around = AABB::from_corners(end.at.map(|v| v - self.gap), end.at.map(|v| v + self.gap));
        let mut best: Option<(f64, Xy)> = None;
        for near in self.places.locate_in_envelope_intersecting(&around) {
            let Some(other) =
                self.ends.get(near.data).filter(|other| other.is_loose && other.node != end.node)
            else {
                continue;
            };
            let far = distance(end.at, other.at);
            if far <= self.gap && best.is_none_or(|(least, _)| far < least) && self.is_free(end.at, other.at)
            {
                best = Some((far, other.at));
            }
        }
        let ahead = [end.at[0] + end.direction[0] * self.gap, end.at[1] + end.direction[1] * self.gap];
        for near in self.walls.locate_in_envelope_intersecting(&boxed(end.at, ahead, 0.0)) {
            let Some(edge) =
                self.graph.edges.get(near.data).filter(|edge| edge.a != end.node && edge.b != end.node)
            else {
                continue;
            };
            let wall = (self.graph.place(edge.a), self.graph.place(edge.b));
            if let Some(part) = crossing((end.at, ahead), wall) {
                let far = part * self.gap;
                if best.is_none_or(|(least, _)| far < least) {
                    // A little farther, so that it surely ends on the wall.
                    let far = far + 0.01;
                    best =
                        Some((far, [end.at[0] + end.direction[0] * far, end.at[1] + end.direction[1] * far]));
                }
            }
        }
        best.map(|(_, to)| to)
    }

    /// Whether no wall lies between two places, their own ends aside.
    fn is_free(&self, from: Xy, to: Xy) -> bool {
        let length = distance(from, to);
        if length <= 0.0 {
            return false;
        }
        // Shortened on both sides: walls end there.
        let part = (WELD_MM / length).min(0.49);
        let at = |part: f64| [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
        let (from, to) = (at(part), at(1.0 - part));
        !self.walls.locate_in_envelope_intersecting(&boxed(from, to, 0.0)).any(|near| {
            self.graph.edges.get(near.data).is_some_and(|edge| {
                crossing((from, to), (self.graph.place(edge.a), self.graph.place(edge.b))).is_some()
            })
        })
    }
}

/// Where the first line crosses the second, as a part of the first.
fn crossing(p: (Xy, Xy), q: (Xy, Xy)) -> Option<f64> {
    let (px, py) = (p.1[0] - p.0[0], p.1[1] - p.0[1]);
    let (qx, qy) = (q.1[0] - q.0[0], q.1[1] - q.0[1]);
    let cross = px * qy - py * qx;
    if cross == 0.0 {
        return None;
    }
    let (dx, dy) = (q.0[0] - p.0[0], q.0[1] - p.0[1]);
    let (t, u) = ((dx * qy - dy * qx) / cross, (dx * py - dy * px) / cross);
    ((0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then_some(t)
}

fn direction(from: Xy, to: Xy) -> Option<Xy> {
    let length = distance(from, to);
    (length > 0.0).then(|| [(to[0] - from[0]) / length, (to[1] - from[1]) / length])
}

fn distance(a: Xy, b: Xy) -> f64 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

fn dot(a: Xy, b: Xy) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

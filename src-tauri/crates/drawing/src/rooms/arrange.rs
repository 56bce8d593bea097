//! Wall lines cut where they meet: nodes, and edges between them that cross nowhere else.
//! Relies on `rstar` to find lines near each other; every pair that is looked at is counted against the limit.
//! Must not know: which edges belong to a room.

use crate::affine::Xy;
use crate::error::DrawingError;
use crate::limits::{Quantity, within};
use crate::watch::{Stage, Watch};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::HashMap;

/// Ends nearer than this are the same place, in millimetres: what draughtsmen mean to be joined.
pub(super) const WELD_MM: f64 = 5.0;
/// How many pairs of neighbouring lines are looked at for each edge that is accepted.
const PAIRS_PER_EDGE: u64 = 200;

/// A straight piece of wall, or of a bridged gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Piece {
    pub(super) from: Xy,
    pub(super) to: Xy,
    pub(super) is_bridge: bool,
}

/// Nodes and edges. No edge joins a node to itself, no two edges join the same nodes.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Xy>,
    pub(super) edges: Vec<Edge>,
}

/// An edge between two nodes, by position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) is_bridge: bool,
}

/// A box with the position of what it surrounds.
pub(super) type Boxed = GeomWithData<Rectangle<Xy>, usize>;

/// The box around a straight line, wider by `margin` on each side.
pub(super) fn boxed(from: Xy, to: Xy, margin: f64) -> AABB<Xy> {
    let low = [from[0].min(to[0]) - margin, from[1].min(to[1]) - margin];
    let high = [from[0].max(to[0]) + margin, from[1].max(to[1]) + margin];
    AABB::from_corners(low, high)
}

/// A tree of the boxes around straight lines.
pub(super) fn tree(lines: impl Iterator<Item = (Xy, Xy)>) -> RTree<Boxed> {
    let boxes = lines
        .enumerate()
        .map(|(index, (from, to))| GeomWithData::new(Rectangle::from_aabb(boxed(from, to, 0.0)), index));
    RTree::bulk_load(boxes.collect())
}

impl Graph {
    /// The graph of these pieces. At most `limit` edges come out, and no more time is spent than that allows.
    pub(super) fn of(pieces: &[Piece], limit: u64, watch: &mut Watch<'_>) -> Result<Self, DrawingError> {
        within(Quantity::Edges, pieces.len() as u64, limit)?;
        let cuts = cuts(pieces, limit, watch)?;
        let mut weld = Weld::default();
        let mut found: HashMap<(usize, usize), bool> = HashMap::new();
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (piece, mut cuts) in pieces.iter().zip(cuts) {
            cuts.sort_by(f64::total_cmp);
            let mut last = weld.node(piece.from);
            for part in cuts.into_iter().chain([1.0]) {
                let node = weld.node(along(piece, part));
                if node != last {
                    let key = (last.min(node), last.max(node));
                    match found.get_mut(&key) {
                        // A wall on top of a bridge is a wall.
                        Some(is_bridge) => *is_bridge &= piece.is_bridge,
                        None => {
                            found.insert(key, piece.is_bridge);
                            order.push(key);
                        }
                    }
                    last = node;
                }
            }
        }
        let edges = order.into_iter().map(|(a, b)| {
            let is_bridge = found.get(&(a, b)).copied().unwrap_or_default();
            Edge { a, b, is_bridge }
        });
        Ok(Self { edges: edges.collect(), nodes: weld.nodes })
    }

    /// The place of a node.
    pub(super) fn place(&self, node: usize) -> Xy {
        self.nodes.get(node).copied().unwrap_or_default()
    }

    /// For each node its edges, by position, with the node at their other end.
    pub(super) fn neighbours(&self) -> Vec<Vec<(usize, usize)>> {
        let mut lists = vec![Vec::new(); self.nodes.len()];
        for (index, edge) in self.edges.iter().enumerate() {
            for (here, there) in [(edge.a, edge.b), (edge.b, edge.a)] {
                if let Some(list) = lists.get_mut(here) {
                    list.push((index, there));
                }
            }
        }
        lists
    }
}

fn along(piece: &Piece, part: f64) -> Xy {
    [0, 1].map(|axis: usize| {
        let (from, to) = if axis == 0 { (piece.from[0], piece.to[0]) } else { (piece.from[1], piece.to[1]) };
        from + (to - from) * part
    })
}

/// For each piece where it is to be cut, as parts of its length.
fn cuts(pieces: &[Piece], limit: u64, watch: &mut Watch<'_>) -> Result<Vec<Vec<f64>>, DrawingError> {
    let tree = tree(pieces.iter().map(|piece| (piece.from, piece.to)));
    let mut cuts: Vec<Vec<f64>> = vec![Vec::new(); pieces.len()];
    let (mut pairs, mut count) = (0_u64, pieces.len() as u64);
    for (index, piece) in pieces.iter().enumerate() {
        if index % 256 == 0 {
            watch.tell(Stage::Rooms, index as u64, pieces.len() as u64)?;
        }
        for near in tree.locate_in_envelope_intersecting(&boxed(piece.from, piece.to, WELD_MM)) {
            pairs += 1;
            if pairs > limit.saturating_mul(PAIRS_PER_EDGE) {
                within(Quantity::Edges, limit.saturating_add(1), limit)?;
            }
            let Some(other) = pieces.get(near.data).filter(|_| near.data > index) else { continue };
            let (mine, theirs) = meeting(piece, other);
            count = count.saturating_add((mine.len() + theirs.len()) as u64);
            within(Quantity::Edges, count, limit)?;
            if let Some(list) = cuts.get_mut(index) {
                list.extend(mine);
            }
            if let Some(list) = cuts.get_mut(near.data) {
                list.extend(theirs);
            }
        }
    }
    Ok(cuts)
}

/// Where two pieces meet, as parts of the first and of the second: where they cross, and where an end of one lies on
/// the other.
fn meeting(p: &Piece, q: &Piece) -> (Vec<f64>, Vec<f64>) {
    let (mut on_p, mut on_q) = (Vec::new(), Vec::new());
    for end in [q.from, q.to] {
        on_p.extend(foot(p, end));
    }
    for end in [p.from, p.to] {
        on_q.extend(foot(q, end));
    }
    let (px, py) = (p.to[0] - p.from[0], p.to[1] - p.from[1]);
    let (qx, qy) = (q.to[0] - q.from[0], q.to[1] - q.from[1]);
    let cross = px * qy - py * qx;
    // Nearly parallel lines meet at their ends or nowhere.
    if cross.abs() > 1e-9 * px.hypot(py) * qx.hypot(qy) {
        let (dx, dy) = (q.from[0] - p.from[0], q.from[1] - p.from[1]);
        let (t, u) = ((dx * qy - dy * qx) / cross, (dx * py - dy * px) / cross);
        if t > 0.0 && t < 1.0 && u > 0.0 && u < 1.0 {
            on_p.push(t);
            on_q.push(u);
        }
    }
    (on_p, on_q)
}

/// Where `point` lies on a piece, as a part of its length, if it is near enough to lie on it at all.
fn foot(piece: &Piece, point: Xy) -> Option<f64> {
    let (dx, dy) = (piece.to[0] - piece.from[0], piece.to[1] - piece.from[1]);
    let square = dx * dx + dy * dy;
    if square <= 0.0 {
        return None;
    }
    let (x, y) = (point[0] - piece.from[0], point[1] - piece.from[1]);
    let part = (x * dx + y * dy) / square;
    let off = (x - part * dx).hypot(y - part * dy);
    (part > 0.0 && part < 1.0 && off <= WELD_MM).then_some(part)
}

/// Places that are the same place.
#[derive(Default)]
struct Weld {
    nodes: Vec<Xy>,
    cells: HashMap<(i64, i64), Vec<usize>>,
}

impl Weld {
    /// The node at `place`: one that is there already, or a new one.
    fn node(&mut self, place: Xy) -> usize {
        let cell = |value: f64| (value / WELD_MM).floor() as i64;
        let (column, row) = (cell(place[0]), cell(place[1]));
        let mut best: Option<(f64, usize)> = None;
        for x in -1..=1 {
            for y in -1..=1 {
                for node in
                    self.cells.get(&(column.saturating_add(x), row.saturating_add(y))).into_iter().flatten()
                {
                    let Some(other) = self.nodes.get(*node) else { continue };
                    let distance = (other[0] - place[0]).hypot(other[1] - place[1]);
                    if distance <= WELD_MM && best.is_none_or(|(least, _)| distance < least) {
                        best = Some((distance, *node));
                    }
                }
            }
        }
        if let Some((_, node)) = best {
            return node;
        }
        let node = self.nodes.len();
        self.nodes.push(place);
        self.cells.entry((column, row)).or_default().push(node);
        node
    }
}

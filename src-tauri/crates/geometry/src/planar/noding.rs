//! Cuts lines where they meet, until no two of them share more than an end.
//! Relies on places nearer than the weld being one place, which makes rounding harmless.
//! Knows nothing of faces.

use super::{Path, TooIntricate, Turns};
use crate::edges::IndexedEdge;
use crate::maths::{crosses, crossing, distance, foot_part, line_distance};
use geo::Coord;
use rstar::RTree;
use std::collections::HashMap;

/// More pieces than this are refused: ten rings of the largest accepted size crossing each other all over.
const MOST_PIECES: usize = 400_000;
/// Each round cuts what the last one bent; two are usual, more than this never settle.
const MOST_ROUNDS: usize = 40;

/// A piece of line between two nodes, of which the lower number comes first.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) from: u32,
    pub(super) to: u32,
    /// By how much the turns grow from the right of the piece to its left.
    pub(super) turns: Turns,
    /// The given edges it is a piece of, ascending.
    pub(super) parents: Vec<u32>,
    /// Whether it may still meet another.
    is_new: bool,
}

/// Lines that share nothing but ends.
#[derive(Debug)]
pub(super) struct Noded {
    pub(super) nodes: Vec<Coord>,
    pub(super) links: Vec<Link>,
    /// The owner of each given edge.
    pub(super) owners: Vec<usize>,
}

/// The places so far; a place within the weld of an earlier one is that one.
struct Nodes {
    places: Vec<Coord>,
    cells: HashMap<(i64, i64), Vec<u32>>,
    weld: f64,
}

impl Nodes {
    fn cell(&self, p: Coord) -> (i64, i64) {
        // Coordinates end at 1e8 and the weld begins at 1e-3: the numbers of the cells fit easily.
        ((p.x / self.weld).floor() as i64, (p.y / self.weld).floor() as i64)
    }

    fn number(&mut self, p: Coord) -> u32 {
        let (column, row) = self.cell(p);
        let mut best: Option<(f64, u32)> = None;
        for x in column - 1..=column + 1 {
            for y in row - 1..=row + 1 {
                for &node in self.cells.get(&(x, y)).map_or(&[][..], Vec::as_slice) {
                    let apart = distance(self.places[node as usize], p);
                    if apart <= self.weld && best.is_none_or(|(nearest, _)| apart < nearest) {
                        best = Some((apart, node));
                    }
                }
            }
        }
        if let Some((_, node)) = best {
            return node;
        }
        let node = self.places.len() as u32;
        self.places.push(p);
        self.cells.entry((column, row)).or_default().push(node);
        node
    }
}

/// Cuts `paths` at all their meetings. Points nearer than `weld` millimetres become the one that is named first.
pub(super) fn node(paths: &[Path], weld: f64) -> Result<Noded, TooIntricate> {
    let mut nodes = Nodes { places: Vec::new(), cells: HashMap::new(), weld };
    let mut owners = Vec::new();
    let mut links = Vec::new();
    for path in paths {
        let numbers: Vec<u32> = path.points.iter().map(|point| nodes.number(*point)).collect();
        let closing = if path.is_closed { numbers.first() } else { None };
        for (from, to) in numbers.iter().zip(numbers[1.min(numbers.len())..].iter().chain(closing)) {
            let mut turns = Turns::default();
            if let Some(layer) = path.layer {
                turns[layer] = 1;
            }
            links.extend(link(*from, *to, turns, vec![owners.len() as u32]));
            owners.push(path.owner);
        }
    }
    let mut links = joined(links);
    for _ in 0..MOST_ROUNDS {
        let cuts = meetings(&links, &mut nodes)?;
        if cuts.is_empty() {
            return Ok(Noded { nodes: nodes.places, links, owners });
        }
        let mut pieces = Vec::with_capacity(links.len() + cuts.len());
        let mut cuts = cuts.into_iter().peekable();
        for (index, mut whole) in links.into_iter().enumerate() {
            let mut places: Vec<u32> = Vec::new();
            while let Some((_, node)) = cuts.next_if(|(cut, _)| *cut as usize == index) {
                places.push(node);
            }
            whole.is_new = false;
            if places.is_empty() {
                pieces.push(whole);
            } else {
                pieces.extend(chain(&whole, places, &nodes.places));
            }
        }
        links = joined(pieces);
    }
    Err(TooIntricate { at: nodes.places.first().copied().unwrap_or_default() })
}

fn link(from: u32, to: u32, turns: Turns, parents: Vec<u32>) -> Option<Link> {
    match from.cmp(&to) {
        std::cmp::Ordering::Less => Some(Link { from, to, turns, parents, is_new: true }),
        std::cmp::Ordering::Greater => {
            Some(Link { from: to, to: from, turns: turns.map(|count| -count), parents, is_new: true })
        }
        std::cmp::Ordering::Equal => None,
    }
}

/// The pieces of `whole` when it is cut at `places`.
fn chain(whole: &Link, mut places: Vec<u32>, nodes: &[Coord]) -> Vec<Link> {
    let (a, b) = (nodes[whole.from as usize], nodes[whole.to as usize]);
    let part = |node: &u32| foot_part(a, b, nodes[*node as usize]);
    places.sort_by(|one, other| part(one).total_cmp(&part(other)).then(one.cmp(other)));
    places.dedup();
    let mut pieces = Vec::with_capacity(places.len() + 1);
    let mut from = whole.from;
    for to in places.into_iter().chain([whole.to]) {
        pieces.extend(link(from, to, whole.turns, whole.parents.clone()));
        from = to;
    }
    pieces
}

/// Pieces between the same nodes become one that counts for all of them.
fn joined(mut links: Vec<Link>) -> Vec<Link> {
    links.sort_by_key(|link| (link.from, link.to));
    let mut found: Vec<Link> = Vec::with_capacity(links.len());
    for link in links {
        match found.last_mut() {
            Some(same) if (same.from, same.to) == (link.from, link.to) => {
                for (sum, more) in same.turns.iter_mut().zip(link.turns) {
                    *sum += more;
                }
                same.parents.extend(link.parents);
                same.parents.sort_unstable();
                same.parents.dedup();
                same.is_new &= link.is_new;
            }
            _ => found.push(link),
        }
    }
    found
}

/// Which links must be cut at which nodes, in the order of the links.
fn meetings(links: &[Link], nodes: &mut Nodes) -> Result<Vec<(u32, u32)>, TooIntricate> {
    let reach = nodes.weld / 2.0;
    let edges = links.iter().enumerate().map(|(id, link)| IndexedEdge {
        a: nodes.places[link.from as usize],
        b: nodes.places[link.to as usize],
        id,
    });
    let tree = RTree::bulk_load(edges.collect());
    let mut cuts = Vec::new();
    for (index, one) in links.iter().enumerate().filter(|(_, link)| link.is_new) {
        let (a, b) = (nodes.places[one.from as usize], nodes.places[one.to as usize]);
        let around = IndexedEdge { a, b, id: index }.reach(reach);
        let mut others: Vec<usize> = tree
            .locate_in_envelope_intersecting(&around)
            .map(|edge| edge.id)
            // Of two new links the pair is looked at once.
            .filter(|&other| other != index && !(links[other].is_new && other < index))
            .collect();
        others.sort_unstable();
        for other in others {
            meet((index, one), (other, &links[other]), nodes, reach, &mut cuts);
        }
        if cuts.len() + links.len() > MOST_PIECES {
            return Err(TooIntricate { at: a });
        }
    }
    cuts.sort_unstable();
    Ok(cuts)
}

fn meet(
    (index, one): (usize, &Link),
    (other_index, other): (usize, &Link),
    nodes: &mut Nodes,
    reach: f64,
    cuts: &mut Vec<(u32, u32)>,
) {
    let before = cuts.len();
    let ends = |link: &Link| [link.from, link.to];
    let place = |node: u32| nodes.places[node as usize];
    for (cut_index, cut, by) in [(index, one, other), (other_index, other, one)] {
        let (a, b) = (place(cut.from), place(cut.to));
        for node in ends(by).into_iter().filter(|node| !ends(cut).contains(node)) {
            let part = foot_part(a, b, place(node));
            if part > 0.0 && part < 1.0 && line_distance(a, b, place(node)) <= reach {
                cuts.push((cut_index as u32, node));
            }
        }
    }
    // A link that was just cut comes again in the next round, shorter.
    if cuts.len() > before || ends(one).iter().any(|node| ends(other).contains(node)) {
        return;
    }
    let (a, b, c, d) = (place(one.from), place(one.to), place(other.from), place(other.to));
    if crosses(a, b, c, d) {
        let node = nodes.number(crossing(a, b, c, d));
        for (cut_index, cut) in [(index, one), (other_index, other)] {
            if !ends(cut).contains(&node) {
                cuts.push((cut_index as u32, node));
            }
        }
    }
}

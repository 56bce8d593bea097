//! The lines as a graph that can be walked around: for each direction of each piece the next one around its face.
//! Relies on noded lines; sorts the pieces at a node by exact predicates.
//! Knows nothing of which faces are wanted.

use super::Turns;
use super::noding::{Link, Noded};
use crate::maths::side;
use geo::Coord;
use std::cmp::Ordering;

/// A direction of a link: number `2 * link` along it, `2 * link + 1` against it.
pub(super) type Half = usize;

pub(super) fn back(half: Half) -> Half {
    half ^ 1
}

/// Faces are to the left of the half links that run around them, in the sense of a positive shoelace sum.
#[derive(Debug)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Coord>,
    pub(super) links: Vec<Link>,
    /// The nodes at both ends of each link.
    pub(super) ends: Vec<(u32, u32)>,
    pub(super) owners: Vec<usize>,
    /// The half link that follows around the same face.
    pub(super) next: Vec<Half>,
    /// The walk around a face that the half link is part of.
    pub(super) cycle: Vec<usize>,
    /// For each walk, how often the rings of each layer run around the face.
    pub(super) turns: Vec<Turns>,
}

impl Graph {
    pub(super) fn new(noded: Noded) -> Self {
        let Noded { nodes, links, owners } = noded;
        let spokes = spokes(&nodes, &links);
        let mut next = vec![0; links.len() * 2];
        for around in &spokes {
            for (position, &leaving) in around.iter().enumerate() {
                // Who arrives here turns as far towards the face as it goes: to the spoke before, in the
                // order of growing angles.
                let before = around[(position + around.len() - 1) % around.len()];
                next[back(leaving)] = before;
            }
        }
        let (cycle, count) = cycles(&next);
        let ends = links.iter().map(|link| (link.from, link.to)).collect();
        let mut graph =
            Self { nodes, links, ends, owners, next, cycle, turns: vec![Turns::default(); count] };
        // Lines that belong to no layer turn around nothing.
        if graph.links.iter().any(|link| link.turns != Turns::default()) {
            graph.count_turns(&spokes);
        }
        graph
    }

    pub(super) fn origin(&self, half: Half) -> u32 {
        let link = &self.links[half / 2];
        if half.is_multiple_of(2) { link.from } else { link.to }
    }

    pub(super) fn place(&self, half: Half) -> Coord {
        self.nodes[self.origin(half) as usize]
    }

    /// The turns of the face to the left of `half`.
    pub(super) fn left(&self, half: Half) -> Turns {
        self.turns[self.cycle[half]]
    }

    fn growth(&self, half: Half) -> Turns {
        let turns = self.links[half / 2].turns;
        if half.is_multiple_of(2) { turns } else { turns.map(|count| -count) }
    }

    /// Counts from the outside of each connected piece of the graph inwards.
    fn count_turns(&mut self, spokes: &[Vec<Half>]) {
        let mut component = vec![usize::MAX; self.nodes.len()];
        let mut starts = Vec::new();
        for node in 0..self.nodes.len() {
            if component[node] != usize::MAX || spokes[node].is_empty() {
                continue;
            }
            let number = starts.len();
            let mut first = node;
            let mut waiting = vec![node];
            component[node] = number;
            while let Some(node) = waiting.pop() {
                if before(self.nodes[node], self.nodes[first]) {
                    first = node;
                }
                for &spoke in &spokes[node] {
                    let there = self.origin(back(spoke)) as usize;
                    if component[there] == usize::MAX {
                        component[there] = number;
                        waiting.push(there);
                    }
                }
            }
            starts.push(first);
        }
        let mut is_known = vec![false; self.turns.len()];
        for (number, &first) in starts.iter().enumerate() {
            // At the leftmost node all spokes point to the right; what lies to the left of the one with the
            // greatest angle is the outside. Spokes begin with the angle zero, so those below come last.
            let below = spokes[first].iter().rev();
            let upwards =
                |half: &&Half| self.nodes[self.origin(back(**half)) as usize].y >= self.nodes[first].y;
            let greatest = below.clone().find(upwards).or_else(|| spokes[first].last());
            let Some(&outer) = greatest else { continue };
            let outside = self.turns_around(first, number, &component);
            let start = self.cycle[outer];
            self.turns[start] = outside;
            is_known[start] = true;
            self.spread(outer, &mut is_known);
        }
    }

    /// Sets the turns of all walks of the connected piece that `start` belongs to.
    fn spread(&mut self, start: Half, is_known: &mut [bool]) {
        let mut waiting = vec![start];
        while let Some(begin) = waiting.pop() {
            let mut half = begin;
            loop {
                let other = back(half);
                if !is_known[self.cycle[other]] {
                    let (left, growth) = (self.left(half), self.growth(half));
                    self.turns[self.cycle[other]] = [left[0] - growth[0], left[1] - growth[1]];
                    is_known[self.cycle[other]] = true;
                    waiting.push(other);
                }
                half = self.next[half];
                if half == begin {
                    break;
                }
            }
        }
    }

    /// How often the rings of the other connected pieces run around a node.
    fn turns_around(&self, node: usize, own: usize, component: &[usize]) -> Turns {
        let p = self.nodes[node];
        let mut sum = Turns::default();
        for link in &self.links {
            if component[link.from as usize] == own {
                continue;
            }
            let (a, b) = (self.nodes[link.from as usize], self.nodes[link.to as usize]);
            let sign = if a.y <= p.y && p.y < b.y && side(a, b, p) == Ordering::Greater {
                1
            } else if b.y <= p.y && p.y < a.y && side(a, b, p) == Ordering::Less {
                -1
            } else {
                continue;
            };
            for (total, own) in sum.iter_mut().zip(link.turns) {
                *total += sign * own;
            }
        }
        sum
    }
}

/// Further left, or as far left and higher up.
pub(super) fn before(a: Coord, b: Coord) -> bool {
    (a.x, a.y) < (b.x, b.y)
}

/// The half links that leave each node, by growing angle from the direction of x.
fn spokes(nodes: &[Coord], links: &[Link]) -> Vec<Vec<Half>> {
    let mut spokes: Vec<Vec<Half>> = vec![Vec::new(); nodes.len()];
    for (number, link) in links.iter().enumerate() {
        spokes[link.from as usize].push(2 * number);
        spokes[link.to as usize].push(2 * number + 1);
    }
    for (node, around) in spokes.iter_mut().enumerate() {
        let centre = nodes[node];
        let end = |half: &Half| {
            let link = &links[half / 2];
            nodes[if half.is_multiple_of(2) { link.to } else { link.from } as usize]
        };
        let is_second_half = |p: Coord| p.y < centre.y || (p.y == centre.y && p.x < centre.x);
        around.sort_by(|one, other| {
            let (p, q) = (end(one), end(other));
            is_second_half(p).cmp(&is_second_half(q)).then_with(|| side(centre, q, p))
        });
    }
    spokes
}

/// The number of the walk each half link belongs to, and how many there are.
fn cycles(next: &[Half]) -> (Vec<usize>, usize) {
    let mut cycle = vec![usize::MAX; next.len()];
    let mut count = 0;
    for start in 0..next.len() {
        if cycle[start] != usize::MAX {
            continue;
        }
        let mut half = start;
        while cycle[half] == usize::MAX {
            cycle[half] = count;
            half = next[half];
        }
        count += 1;
    }
    (cycle, count)
}

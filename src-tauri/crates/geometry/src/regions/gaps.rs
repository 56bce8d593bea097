//! Where lines end so near to others that a gap, not an opening, is meant; and what would close it.
//! Relies on lines cut where they meet, so that a loose end is a node with a single piece.
//! Knows nothing of doors; it is given the widest gap.

use crate::edges::{IndexedEdge, square};
use crate::maths::{SAME_PLACE_MM, crosses, crossing, distance, dot, nearest, unit};
use crate::planar::Planar;
use geo::Coord;
use rstar::RTree;

/// Lines that deviate by less than this (cosine of 10°) run straight towards each other, or straight on.
const STRAIGHT: f64 = 0.985;
/// Up to this far, in millimetres, a loose end is led anywhere; farther only ahead.
const NEAR_MM: f64 = 50.0;
/// A place aside counts as if it were so much farther than one straight ahead.
const ASIDE: f64 = 1.5;

/// The end of a line's longest edge at a node where it does not go on.
struct Tip {
    node: u32,
    at: Coord,
    /// Where the line would go on, of length one.
    ahead: Coord,
    /// Whether nothing else is at the node.
    is_loose: bool,
}

/// What to draw so that gaps up to `widest` millimetres are closed.
pub(super) fn bridges(planar: &Planar, widest: f64) -> Vec<(Coord, Coord)> {
    let (nodes, links) = planar.pieces();
    let edges: Vec<IndexedEdge> = links
        .iter()
        .enumerate()
        .map(|(id, (from, to))| IndexedEdge { a: nodes[*from as usize], b: nodes[*to as usize], id })
        .collect();
    let tips = tips(nodes, links);
    let tree = RTree::bulk_load(edges);
    let mut found = Vec::new();
    let mut is_done = vec![false; tips.len()];
    for (one, other) in facing(&tips, widest) {
        let (from, to) = (tips[one].at, tips[other].at);
        if !is_done[one] && !is_done[other] && is_free(&tree, from, to) {
            (is_done[one], is_done[other]) = (true, true);
            found.push((from, to));
        }
    }
    for (index, tip) in tips.iter().enumerate().filter(|(_, tip)| tip.is_loose) {
        if !is_done[index]
            && let Some(to) = target(tip, &tree, links, widest)
        {
            is_done[index] = true;
            // Two loose ends may have chosen each other.
            if !found.iter().any(|(from, end)| *from == to && *end == tip.at) {
                found.push((tip.at, to));
            }
        }
    }
    found
}

fn tips(nodes: &[Coord], links: &[(u32, u32)]) -> Vec<Tip> {
    let mut around: Vec<Vec<u32>> = vec![Vec::new(); nodes.len()];
    for (from, to) in links {
        around[*from as usize].push(*to);
        around[*to as usize].push(*from);
    }
    let mut tips = Vec::new();
    for (node, others) in around.iter().enumerate() {
        let at = nodes[node];
        let far = |other: &u32| distance(at, nodes[*other as usize]);
        let Some(longest) = others.iter().max_by(|one, other| far(one).total_cmp(&far(other))) else {
            continue;
        };
        let Some(ahead) = unit(at - nodes[*longest as usize]) else { continue };
        let goes_on = |other: &u32| {
            unit(nodes[*other as usize] - at).is_some_and(|leaving| dot(ahead, leaving) > STRAIGHT)
        };
        if !others.iter().any(goes_on) {
            tips.push(Tip { node: node as u32, at, ahead, is_loose: others.len() == 1 });
        }
    }
    tips
}

/// Pairs of tips that run straight towards each other, the nearest first.
fn facing(tips: &[Tip], widest: f64) -> Vec<(usize, usize)> {
    let ends = tips.iter().enumerate().map(|(id, tip)| IndexedEdge { a: tip.at, b: tip.at, id });
    let tree = RTree::bulk_load(ends.collect());
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (index, tip) in tips.iter().enumerate() {
        for end in tree.locate_in_envelope_intersecting(&square(tip.at, widest)) {
            let other = &tips[end.id];
            let apart = distance(tip.at, other.at);
            if end.id > index
                && apart <= widest
                && let Some(there) = unit(other.at - tip.at)
                && dot(tip.ahead, there) > STRAIGHT
                && dot(other.ahead, there) < -STRAIGHT
            {
                pairs.push((apart, index, end.id));
            }
        }
    }
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    pairs.into_iter().map(|(_, one, other)| (one, other)).collect()
}

/// Whether no line lies between the two places.
fn is_free(tree: &RTree<IndexedEdge>, from: Coord, to: Coord) -> bool {
    let gap = IndexedEdge { a: from, b: to, id: 0 };
    tree.locate_in_envelope_intersecting(&gap.reach(0.0)).all(|edge| {
        let touches = |end: Coord| {
            distance(nearest(from, to, end), end) <= SAME_PLACE_MM
                && distance(end, from) > SAME_PLACE_MM
                && distance(end, to) > SAME_PLACE_MM
        };
        !crosses(from, to, edge.a, edge.b) && !touches(edge.a) && !touches(edge.b)
    })
}

/// The best place on another line to lead a loose end to.
fn target(tip: &Tip, tree: &RTree<IndexedEdge>, links: &[(u32, u32)], widest: f64) -> Option<Coord> {
    let far = tip.at + tip.ahead * widest;
    let mut best: Option<(f64, Coord)> = None;
    let mut offer = |place: Coord, weight: f64| {
        let apart = distance(tip.at, place);
        let is_better = |(least, at): (f64, Coord)| (apart * weight, place.x, place.y) < (least, at.x, at.y);
        if apart <= widest && apart > SAME_PLACE_MM && best.is_none_or(is_better) {
            best = Some((apart * weight, place));
        }
    };
    for edge in tree.locate_in_envelope_intersecting(&square(tip.at, widest)) {
        let (from, to) = links[edge.id];
        if from == tip.node || to == tip.node {
            continue;
        }
        if crosses(tip.at, far, edge.a, edge.b) {
            offer(crossing(edge.a, edge.b, tip.at, far), 1.0);
        }
        for place in [nearest(edge.a, edge.b, tip.at), edge.a, edge.b] {
            let straight = unit(place - tip.at).map_or(0.0, |there| dot(tip.ahead, there));
            if straight > STRAIGHT {
                offer(place, 1.0);
            } else if straight >= 0.0 || distance(place, tip.at) <= NEAR_MM {
                offer(place, ASIDE);
            }
        }
    }
    best.map(|(_, place)| place)
}

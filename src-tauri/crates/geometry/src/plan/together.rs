//! Steps that change several outlines at once, each with what must hold of it.
//! Relies on the operations as a caller sees them.
//! Never shipped.

use super::judge::near;
use super::make::{number, pick, pick_two, place, slip, vertex};
use super::steps::{given, granted, holds, slack};
use super::{Floor, Outcome};
use crate::{
    Outline, OverlapChoice, Point, SHARED_MM, delete_shared_vertex, insert_shared_vertex, move_shared_edge,
    move_shared_vertex, overlap, resolve_overlap,
};
use fastrand::Rng;

/// Nothing overlaps afterwards, and nothing that both covered is lost.
pub(super) fn resolve_two(floor: &Floor, chance: &mut Rng) -> Outcome {
    let (one, other) = given!(pick_two(chance, floor));
    let (ours, theirs) = (&floor.outlines[one], &floor.outlines[other]);
    let choices = [OverlapChoice::OursWins, OverlapChoice::TheirsWins, OverlapChoice::Shared];
    let choice = choices[chance.usize(..3)];
    let found = granted!(resolve_overlap(ours, theirs, choice));
    let area: f64 = found.ours.iter().chain(&found.theirs).map(Outline::area).sum();
    let slivers: f64 = found.slivers.iter().map(|sliver| sliver.area_mm2).sum();
    let expected = ours.area() + theirs.area() - ours.common_area(theirs);
    let allowed = slack(&[ours, theirs]) + 1e-6 * expected + slivers.abs();
    holds!(near(area, expected, allowed, "the areas after the overlap is resolved and before"));
    for own in &found.ours {
        for their in &found.theirs {
            match overlap(own, their, 2.0 * crate::SAME_PLACE_MM) {
                Ok(None) => {}
                Ok(Some(left)) => return Outcome::Wrong(format!("{choice:?}: they still overlap: {left:?}")),
                Err(error) => return Outcome::Wrong(format!("{choice:?}: {error}")),
            }
        }
    }
    let mut next =
        floor.with(one.max(other), if one > other { found.ours.clone() } else { found.theirs.clone() });
    let rest = if one > other { found.theirs } else { found.ours };
    next.outlines.splice(one.min(other)..=one.min(other), rest);
    Outcome::Done(next)
}

/// The floor with the changed outlines. Tiles stay tiles unless the whole's own border was moved.
fn with(floor: &Floor, changed: Vec<(usize, Outline)>, touched: &[Point]) -> Outcome {
    let mut next = floor.clone();
    for (index, outline) in changed {
        if floor.outlines[index] == outline {
            return Outcome::Wrong(format!("outline {index} is said to have changed and has not"));
        }
        next.outlines[index] = outline;
    }
    let is_inside = |whole: &Outline| {
        touched.iter().all(|at| whole.contains(*at) && whole.border_distance(*at) > 2.0 * SHARED_MM)
    };
    next.whole = next.whole.filter(is_inside);
    Outcome::Done(next)
}

/// A place that several outlines have in common more often than not.
fn common_place(floor: &Floor, chance: &mut Rng) -> Option<Point> {
    let index = pick(chance, floor)?;
    let outline = &floor.outlines[index];
    let (ring, number) = vertex(chance, outline);
    let at = outline.rings()[ring][number];
    match chance.u8(..8) {
        0 => place(chance, outline),
        1 => at.moved(slip(chance).clamp(-0.5, 0.5), 0.0).ok(),
        _ => Some(at),
    }
}

/// Tiles stay tiles; the judge of the floor sees to it.
pub(super) fn move_vertex_of_all(floor: &Floor, chance: &mut Rng) -> Outcome {
    let at = given!(common_place(floor, chance));
    let to = match chance.u8(..3) {
        0 => {
            let other = given!(pick(chance, floor));
            given!(place(chance, &floor.outlines[other]))
        }
        _ => {
            let reach = 10f64.powf(1.0 + 2.5 * chance.f64());
            let Ok(to) = at.moved(number(chance, -reach, reach), number(chance, -reach, reach)) else {
                return Outcome::Idle;
            };
            to
        }
    };
    let changed = granted!(move_shared_vertex(&floor.refs(), at, to, SHARED_MM));
    with(floor, changed, &[at, to])
}

/// Likewise; the ends of the edge are what must be inside.
pub(super) fn move_edge_of_all(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let (ring, start) = vertex(chance, outline);
    let points = &outline.rings()[ring];
    let (from, to) = (points[start], points[(start + 1) % points.len()]);
    let reach = 10f64.powf(1.0 + 2.0 * chance.f64());
    let away = number(chance, -reach, reach);
    let length = from.distance(to);
    let shift = if chance.u8(..4) > 0 {
        // Across itself, as an edge is dragged.
        ((to.y() - from.y()) / length * away, (from.x() - to.x()) / length * away)
    } else {
        (away, number(chance, -reach, reach))
    };
    let changed = granted!(move_shared_edge(&floor.refs(), from, to, shift, SHARED_MM));
    with(floor, changed, &[from, to])
}

/// All get the vertex at the same place, and no shape changes.
pub(super) fn insert_in_all(floor: &Floor, chance: &mut Rng) -> Outcome {
    let outline = &floor.outlines[given!(pick(chance, floor))];
    let at = crate::nearest_on_border(outline, given!(place(chance, outline))).at;
    let changed = granted!(insert_shared_vertex(&floor.refs(), at, SHARED_MM));
    for (index, outline) in &changed {
        let before = &floor.outlines[*index];
        let allowed = before.perimeter() * SHARED_MM;
        holds!(near(outline.area(), before.area(), allowed, "the area with and without a vertex"));
    }
    let next = with(floor, changed, &[]);
    match next {
        // Borders a little apart are brought together, which may cost a hair.
        Outcome::Done(next) => {
            let is_exact = |whole: &Outline| {
                let sum: f64 = next.outlines.iter().map(Outline::area).sum();
                (sum / whole.area() - 1.0).abs() < 1e-9
            };
            let whole = next.whole.clone().filter(is_exact);
            Outcome::Done(Floor { whole, ..next })
        }
        other => other,
    }
}

/// Tiles stay tiles.
pub(super) fn delete_in_all(floor: &Floor, chance: &mut Rng) -> Outcome {
    let at = given!(common_place(floor, chance));
    let changed = granted!(delete_shared_vertex(&floor.refs(), at, SHARED_MM));
    with(floor, changed, &[at])
}

//! Steps that change single outlines, each with what must hold of it.
//! Relies on the operations as a caller sees them.
//! Never shipped.

use super::judge::near;
use super::make::{cut, number, pick, pick_two, place, shape, slip, vertex};
use super::{Floor, Outcome};
use crate::{
    Corners, EdgeMove, EdgeOf, MergeOptions, Outline, SAME_PLACE_MM, StraightVertices, Transform, VertexOf,
    cut_hole, delete_vertex, fill_hole, insert_vertex_at, intersect, merge, move_edge, move_vertex,
    nearest_on_border, offset, split, subtract,
};
use fastrand::Rng;

/// Goes on with a value, or ends the step as refused.
macro_rules! granted {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(error) => return Outcome::Refused(error),
        }
    };
}
/// Goes on with a value, or ends the step because there is nothing to do.
macro_rules! given {
    ($option:expr) => {
        match $option {
            Some(value) => value,
            None => return Outcome::Idle,
        }
    };
}
/// Ends the step as wrong unless a check holds.
macro_rules! holds {
    ($check:expr) => {
        if let Err(what) = $check {
            return Outcome::Wrong(what);
        }
    };
}
pub(super) use {given, granted, holds};

/// How much area may be lost where borders nearer than a micrometre count as one.
pub(super) fn slack(outlines: &[&Outline]) -> f64 {
    outlines.iter().map(|outline| outline.area() * 1e-9 + outline.perimeter() * 2.0 * SAME_PLACE_MM).sum()
}

fn sum(outlines: &[Outline]) -> f64 {
    outlines.iter().map(Outline::area).sum()
}

/// The parts have the whole's area, and merged again they are the whole, vertex for vertex.
pub(super) fn split_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let whole = &floor.outlines[index];
    let line = given!(cut(chance, whole));
    let found = granted!(split(whole, &line));
    holds!(near(sum(&found.parts), whole.area(), 1e-9 * whole.area(), "the parts' area and the whole's"));
    let straight = StraightVertices::DropThese(found.inserted.clone());
    match merge(&found.parts, &MergeOptions { straight, ..MergeOptions::default() }) {
        Ok(merged) if merged.outline.is_same_as(whole) => {}
        Ok(merged) => return Outcome::Wrong(format!("split by {line} and merged it is {}", merged.outline)),
        Err(error) => return Outcome::Wrong(format!("the parts of a split by {line} do not merge: {error}")),
    }
    let next = floor.with(index, found.parts);
    Outcome::Done(Floor { whole: floor.whole.clone(), ..next })
}

/// The merged outline covers what its parts did.
pub(super) fn merge_some(floor: &Floor, chance: &mut Rng) -> Outcome {
    let (one, other) = given!(pick_two(chance, floor));
    let both = [floor.outlines[one].clone(), floor.outlines[other].clone()];
    let gap_mm = if chance.u8(..4) == 0 { number(chance, 0.0, 400.0) } else { 0.0 };
    let merged = granted!(merge(&both, &MergeOptions { gap_mm, ..MergeOptions::default() }));
    let area = merged.outline.area();
    let expected = sum(&both) - both[0].common_area(&both[1]);
    if gap_mm == 0.0 {
        let filled: f64 = merged.filled.iter().map(|ring| crate::ring_area(ring).abs()).sum();
        let allowed = slack(&[&both[0], &both[1]]) + 1e-6 * expected;
        holds!(near(area - filled, expected, allowed, "the area merged and the parts'"));
    } else if area < expected * (1.0 - 1e-6) {
        return Outcome::Wrong(format!("merging lost {} mm²", expected - area));
    }
    let mut next = floor.with(one, [merged.outline]);
    next.outlines.remove(other);
    if gap_mm == 0.0 && merged.filled.is_empty() {
        next.whole = floor.whole.clone();
    }
    Outcome::Done(next)
}

/// A hole takes its area away, and filled again the outline is what it was.
pub(super) fn cut_one_hole(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let middle = outline.label_point();
    let centre = if chance.bool() { middle } else { given!(place(chance, outline)) };
    let size = outline.bounds().width().min(outline.bounds().height()) * 0.3;
    let Ok(corner) = centre.moved(number(chance, 10.0, size.max(11.0)), number(chance, 10.0, size.max(11.0)))
    else {
        return Outcome::Idle;
    };
    let Ok(hole) = Outline::rectangle(centre, corner) else { return Outcome::Idle };
    let cut = granted!(cut_hole(outline, &hole));
    holds!(near(
        cut.area() + hole.area(),
        outline.area(),
        1e-9 * outline.area(),
        "outline, and rest with hole"
    ));
    match fill_hole(&cut, hole.label_point()) {
        Ok(filled) if filled.is_same_as(outline) => Outcome::Done(floor.with(index, [cut])),
        Ok(filled) => Outcome::Wrong(format!("cut and filled it is {filled}")),
        Err(error) => Outcome::Wrong(format!("a hole just cut is not filled: {error}")),
    }
}

/// Filling adds what the hole had taken.
pub(super) fn fill_one_hole(floor: &Floor, chance: &mut Rng) -> Outcome {
    let with_hole = floor.outlines.iter().position(|outline| outline.rings().len() > 1);
    let index = given!(with_hole.or_else(|| pick(chance, floor)));
    let outline = &floor.outlines[index];
    let at = match outline.rings().get(1) {
        Some(hole) if chance.u8(..4) > 0 => hole[0],
        _ => given!(place(chance, outline)),
    };
    let filled = granted!(fill_hole(outline, at));
    if filled.area() <= outline.area() || filled.rings().len() + 1 != outline.rings().len() {
        return Outcome::Wrong(format!("filled at {at} it is {filled}"));
    }
    Outcome::Done(floor.with(index, [filled]))
}

/// What is left and what is common make the whole.
pub(super) fn subtract_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let theirs = match pick_two(chance, floor) {
        Some((one, _)) if one != index && chance.u8(..3) == 0 => floor.outlines[one].clone(),
        _ => given!(shape(chance, outline.outer()[0].x()).and_then(|theirs| {
            // Anywhere about the outline.
            let (from, to) = (theirs.outer()[0], place(chance, outline)?);
            theirs.moved(to.x() - from.x(), to.y() - from.y()).ok()
        })),
    };
    let left = granted!(subtract(outline, &[&theirs]));
    let rest = sum(&left.outlines) + left.slivers.iter().map(|sliver| sliver.area_mm2).sum::<f64>();
    if let Ok(common) = intersect(outline, &theirs) {
        let common = sum(&common.outlines) + common.slivers.iter().map(|sliver| sliver.area_mm2).sum::<f64>();
        holds!(near(
            rest + common,
            outline.area(),
            slack(&[outline, &theirs]),
            "rest with common part and whole"
        ));
    }
    let expected = outline.area() - outline.common_area(&theirs);
    let allowed = slack(&[outline, &theirs]) + 1e-6 * outline.area();
    holds!(near(rest, expected, allowed, "the rest and what it should be"));
    Outcome::Done(floor.with(index, left.outlines))
}

/// No border comes nearer than asked when an outline shrinks, none goes farther when it grows with round corners.
pub(super) fn offset_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let outwards = number(chance, -300.0, 300.0);
    let corners = if chance.bool() { Corners::Sharp } else { Corners::Round };
    let found = granted!(offset(outline, outwards, corners));
    for vertex in found.outlines.iter().flat_map(Outline::rings).flatten() {
        let apart = outline.border_distance(*vertex);
        let is_inside = outline.contains(*vertex);
        if outwards < 0.0 && (!is_inside || apart < -outwards - 10.0) {
            return Outcome::Wrong(format!("{vertex} is {apart} mm from the border, not {}", -outwards));
        }
        if outwards > 0.0 && corners == Corners::Round && !is_inside && apart > outwards + 1e-5 {
            return Outcome::Wrong(format!("{vertex} is {apart} mm from the border, not {outwards}"));
        }
    }
    Outcome::Done(floor.with(index, found.outlines))
}

/// A vertex inserted on the border changes nothing, and deleted again it is gone.
pub(super) fn insert_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let border = nearest_on_border(outline, given!(place(chance, outline)));
    let inserted = granted!(insert_vertex_at(outline, border.edge, border.at));
    holds!(near(
        inserted.outline.area(),
        outline.area(),
        slack(&[outline]),
        "the area with and without a vertex"
    ));
    match delete_vertex(&inserted.outline, inserted.vertex) {
        Ok(back) if back.is_same_as(outline) => {}
        other => return Outcome::Wrong(format!("inserted and deleted it is {other:?}")),
    }
    Outcome::Done(floor.with(index, [inserted.outline]))
}

/// A vertex moved there and back is where it was.
pub(super) fn move_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let (ring, number) = vertex(chance, outline);
    let from = outline.rings()[ring][number];
    let to = match chance.u8(..3) {
        0 => from.moved(slip(chance), slip(chance)).ok(),
        _ => place(chance, outline),
    };
    let moved = granted!(move_vertex(outline, VertexOf { ring, index: number }, given!(to)));
    match move_vertex(&moved.outline, moved.vertex, from) {
        Ok(back) if back.outline.is_same_as(outline) => {}
        Ok(back) => return Outcome::Wrong(format!("moved there and back it is {}", back.outline)),
        // A thin place that was known before may have gone meanwhile.
        Err(error) if error.code() == "too-narrow" => {}
        Err(error) => return Outcome::Wrong(format!("it does not go back: {error}")),
    }
    Outcome::Done(floor.with(index, [moved.outline]))
}

/// All other vertices stay.
pub(super) fn delete_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let (ring, number) = vertex(chance, outline);
    let left = granted!(delete_vertex(outline, VertexOf { ring, index: number }));
    let gone = outline.rings()[ring][number];
    let count = |outline: &Outline| outline.rings().iter().map(Vec::len).sum::<usize>();
    if count(&left) + 1 != count(outline) || left.rings().iter().flatten().any(|vertex| *vertex == gone) {
        return Outcome::Wrong(format!("without {gone} it is {left}"));
    }
    Outcome::Done(floor.with(index, [left]))
}

/// An edge pushed outwards adds area, one pushed inwards takes some; the other vertices stay.
pub(super) fn move_one_edge(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let (ring, number_of) = vertex(chance, outline);
    let how = if chance.bool() { EdgeMove::Slide } else { EdgeMove::Shift };
    let outwards = if chance.u8(..4) == 0 { slip(chance) } else { number(chance, -800.0, 800.0) };
    let moved = granted!(move_edge(outline, EdgeOf { ring, index: number_of }, outwards, how));
    let gained = moved.area() - outline.area();
    if outwards.abs() > 1.0 && how == EdgeMove::Slide && (gained > 0.0) != (outwards > 0.0) {
        return Outcome::Wrong(format!("pushed by {outwards} it gained {gained} mm²"));
    }
    Outcome::Done(floor.with(index, [moved]))
}

/// The area grows as the transform says.
pub(super) fn transform_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let index = given!(pick(chance, floor));
    let outline = &floor.outlines[index];
    let (about, other) = (given!(place(chance, outline)), given!(place(chance, outline)));
    let degrees = [90.0, 180.0, -90.0, number(chance, -360.0, 360.0)][chance.usize(..4)];
    let (transform, factor) = match chance.u8(..4) {
        0 => (Transform::rotation(about, degrees), 1.0),
        1 => (Transform::mirror(about, other), 1.0),
        2 => (Transform::translation(slip(chance) * 10.0, slip(chance) * 10.0), 1.0),
        _ => {
            let (across, down) = (0.3 + 1.2 * chance.f64(), 0.3 + 1.2 * chance.f64());
            (Transform::scaling(about, across, down), across * down)
        }
    };
    let there = granted!(granted!(transform).outline(outline));
    let expected = outline.area() * factor;
    // Far from the origin every coordinate is rounded to a hundred-millionth.
    let allowed = 1e-9 * expected + outline.perimeter() * 1e-6;
    holds!(near(there.area(), expected, allowed, "the area after a transform and what it should be"));
    Outcome::Done(floor.with(index, [there]))
}

/// A new shape beside the others.
pub(super) fn draw_one(floor: &Floor, chance: &mut Rng) -> Outcome {
    let far = floor.outlines.first().map_or(0.0, |outline| outline.outer()[0].x());
    let drawn = given!(shape(chance, far));
    let mut outlines = floor.outlines.clone();
    outlines.push(drawn);
    Outcome::Done(Floor { outlines, whole: None })
}

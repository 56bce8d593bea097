//! The shapes of SVG as chains of points in their own coordinates.
//! Relies on `svgtypes` for the language of paths and on `flatten` for curves.
//! Must not know: groups, transformations.

use super::style::number;
use crate::affine::Xy;
use crate::flatten::{arc_pieces, cubic, ellipse};
use roxmltree::Node;
use std::f64::consts::TAU;
use svgtypes::{PointsParser, SimplePathSegment, SimplifyingPathParser};

/// Lines of one element, each with whether it is closed.
pub(crate) type Chains = Vec<(Vec<Xy>, bool)>;

/// How far a circle is from the cubic that stands for a quarter of it.
const KAPPA: f64 = 0.552_284_749_8;

/// What an element draws. `None` when it is no shape at all or its numbers are none; `most` points at most are made
/// before it gives up, so that the caller's limit is met and not the memory's.
pub(crate) fn chains(node: Node<'_, '_>, tolerance: f64, most: u64) -> Option<Chains> {
    match node.tag_name().name() {
        "path" => path(node.attribute("d")?, tolerance, most),
        "line" => {
            let ends = [("x1", "y1"), ("x2", "y2")].map(|(x, y)| [number(node, x), number(node, y)]);
            Some(vec![(ends.to_vec(), false)])
        }
        name @ ("polyline" | "polygon") => {
            let most = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
            let points: Vec<Xy> =
                PointsParser::from(node.attribute("points")?).map(|(x, y)| [x, y]).take(most).collect();
            (points.len() >= 2).then(|| vec![(points, name == "polygon")])
        }
        "rect" => rectangle(node, tolerance),
        name @ ("circle" | "ellipse") => {
            let (rx, ry) = if name == "circle" {
                (number(node, "r"), number(node, "r"))
            } else {
                (number(node, "rx"), number(node, "ry"))
            };
            let radius = rx.max(ry);
            if !(radius.is_finite() && rx > 0.0 && ry > 0.0)
                || arc_pieces(radius, TAU, tolerance) as u64 > most
            {
                return None;
            }
            let centre = [number(node, "cx"), number(node, "cy")];
            Some(vec![(ellipse(centre, [rx, 0.0], [0.0, ry], 0.0, TAU, tolerance), true)])
        }
        _ => None,
    }
}

fn rectangle(node: Node<'_, '_>, tolerance: f64) -> Option<Chains> {
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(node, name));
    if !(width > 0.0 && height > 0.0) {
        return None;
    }
    let (x1, y1) = (x + width, y + height);
    // One radius alone stands for both.
    let radius =
        |name, other| if node.has_attribute(name) { number(node, name) } else { number(node, other) };
    let (rx, ry) = (radius("rx", "ry").clamp(0.0, width / 2.0), radius("ry", "rx").clamp(0.0, height / 2.0));
    if rx <= 0.0 || ry <= 0.0 {
        return Some(vec![(vec![[x, y], [x1, y], [x1, y1], [x, y1]], true)]);
    }
    let (kx, ky) = (rx * (1.0 - KAPPA), ry * (1.0 - KAPPA));
    let corners = [
        [[x1 - rx, y], [x1 - kx, y], [x1, y + ky], [x1, y + ry]],
        [[x1, y1 - ry], [x1, y1 - ky], [x1 - kx, y1], [x1 - rx, y1]],
        [[x + rx, y1], [x + kx, y1], [x, y1 - ky], [x, y1 - ry]],
        [[x, y + ry], [x, y + ky], [x + kx, y], [x + rx, y]],
    ];
    let mut points = Vec::new();
    for corner in corners {
        let [first, ..] = corner;
        points.push(first);
        cubic(corner, tolerance, &mut points);
    }
    Some(vec![(points, true)])
}

/// What can be read of a path; after the first mistake the rest is not drawn, as the format prescribes.
fn path(data: &str, tolerance: f64, most: u64) -> Option<Chains> {
    let mut chains: Chains = Vec::new();
    let mut points: Vec<Xy> = Vec::new();
    let mut total = 0_u64;
    for segment in SimplifyingPathParser::from(data) {
        let Ok(segment) = segment else { break };
        let before = points.len();
        let last = points.last().copied();
        match segment {
            SimplePathSegment::MoveTo { x, y } => {
                if points.len() > 1 {
                    chains.push((std::mem::take(&mut points), false));
                }
                points = vec![[x, y]];
            }
            SimplePathSegment::LineTo { x, y } => points.push([x, y]),
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
                let last = last?;
                curve([last, [x1, y1], [x2, y2], [x, y]], tolerance, &mut points);
            }
            SimplePathSegment::Quadratic { x1, y1, x, y } => {
                let last = last?;
                let third =
                    |from: Xy| [from[0] + (x1 - from[0]) * 2.0 / 3.0, from[1] + (y1 - from[1]) * 2.0 / 3.0];
                curve([last, third(last), third([x, y]), [x, y]], tolerance, &mut points);
            }
            SimplePathSegment::ClosePath => {
                if points.len() > 1 {
                    chains.push((std::mem::take(&mut points), true));
                }
            }
        }
        total = total.saturating_add(points.len().saturating_sub(before) as u64);
        // One more than is accepted: the caller counts and refuses.
        if total > most {
            break;
        }
    }
    if points.len() > 1 {
        chains.push((points, false));
    }
    Some(chains)
}

fn curve(controls: [Xy; 4], tolerance: f64, points: &mut Vec<Xy>) {
    if controls.iter().flatten().all(|value| value.is_finite()) {
        cubic(controls, tolerance, points);
    } else {
        // Counted as a bad shape where shapes are checked.
        points.push([f64::NAN, f64::NAN]);
    }
}

//! Lines that meet end to end joined into one, so that a drawing of single strokes does not become as many parts.
//! Relies on what is alike being joined only with its like: kind, layer, thickness, visibility.
//! Knows nothing of what a line stands for.

use domain::PlanElementKind;
use edit::TakenElement;
use geometry::{Point, Polyline};
use std::collections::HashMap;

/// Ends nearer than this are one, in parts of a millimetre.
const PARTS: f64 = 10.0;

type End = (i64, i64);

fn end_of(point: Point) -> End {
    ((point.x() * PARTS).round() as i64, (point.y() * PARTS).round() as i64)
}

/// The same drawing in fewer elements. What is no line of walls or other strokes stays as it is; order within a layer
/// is kept by the first stroke of each chain.
pub(super) fn chained(elements: Vec<TakenElement>, most_points: usize) -> Vec<TakenElement> {
    let mut alike: HashMap<(PlanElementKind, i64, bool, String), Vec<usize>> = HashMap::new();
    for (index, own) in elements.iter().enumerate() {
        if matches!(own.kind, PlanElementKind::Line | PlanElementKind::Wall) && own.text.is_empty() {
            alike.entry((own.kind, own.size, own.visible, own.layer.clone())).or_default().push(index);
        }
    }
    let mut joined: HashMap<usize, Vec<Point>> = HashMap::new();
    let mut used = vec![false; elements.len()];
    let points_of = |index: usize| elements.get(index).map_or(&[][..], |own| own.line.points());
    for members in alike.values() {
        let mut at: HashMap<End, Vec<usize>> = HashMap::new();
        for index in members {
            if let [first, .., last] = points_of(*index) {
                at.entry(end_of(*first)).or_default().push(*index);
                at.entry(end_of(*last)).or_default().push(*index);
            }
        }
        for index in members {
            if std::mem::replace(&mut used[*index], true) {
                continue;
            }
            let mut points = points_of(*index).to_vec();
            // On from the last point, then from the first.
            for _ in 0..2 {
                while let Some(last) = points.last().copied() {
                    let here = end_of(last);
                    let fits = |other: &usize| {
                        !used[*other] && points.len() + points_of(*other).len() <= most_points
                    };
                    let next = at.get(&here).and_then(|all| all.iter().copied().find(|other| fits(other)));
                    let Some(next) = next else { break };
                    used[next] = true;
                    let more = points_of(next);
                    if more.first().is_some_and(|own| end_of(*own) == here) {
                        points.extend(more.iter().skip(1));
                    } else {
                        points.extend(more.iter().rev().skip(1));
                    }
                }
                points.reverse();
            }
            joined.insert(*index, points);
        }
    }
    let mut kept = Vec::with_capacity(elements.len());
    for (index, element) in elements.into_iter().enumerate() {
        match joined.remove(&index).map(Polyline::new) {
            Some(Ok(line)) => kept.push(TakenElement { line, ..element }),
            Some(Err(_)) => {}
            None if used[index] => {}
            None => kept.push(element),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, layer: &str) -> TakenElement {
        TakenElement {
            kind: PlanElementKind::Line,
            line: text.parse().unwrap(),
            size: 0,
            text: String::new(),
            layer: layer.to_owned(),
            visible: true,
        }
    }

    #[test]
    fn strokes_that_meet_become_one_line_whatever_their_direction() {
        let strokes = vec![
            line("0,0 10,0", "A"),
            line("20,0 10,0", "A"),
            line("20,0 20,10", "B"),
            line("0,0 0,5", "A"),
            line("90,90 95,95", "A"),
        ];
        let texts: Vec<String> =
            chained(strokes.clone(), 100).iter().map(|own| own.line.to_string()).collect();
        assert_eq!(texts, ["0,5 0,0 10,0 20,0", "20,0 20,10", "90,90 95,95"]);
        assert_eq!(chained(strokes, 2).len(), 5);
    }
}

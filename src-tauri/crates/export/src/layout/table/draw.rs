//! Grounds, lines and text of one page of a table.
//! Relies on placed cells.
//! Must not know: how rows were distributed over pages.

use super::paginate::{PlacedCell, TablePage};
use super::{TableLook, TablePart, VerticalAlign};
use crate::layout::document::Item;
use crate::layout::path::{Cap, Path, Stroke};
use crate::layout::units::{Mm, Rect, Size, point};
use std::collections::BTreeMap;

/// Grounds first, then lines, then text: few colour changes for the backends, and no line under a ground.
pub(super) fn part(page: TablePage, edges: &[Mm], look: &TableLook) -> TablePart {
    let mut items = Vec::new();
    for placed in &page.cells {
        if let Some(fill) = placed.cell.fill {
            items.push(Item::fill(Path::rect(frame(placed, edges)), fill));
        }
    }
    rules(&page, edges, look, &mut items);
    let TablePage { mut cells, height, rows, .. } = page;
    cells.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.cell.column.cmp(&b.cell.column)));
    for placed in cells {
        let area = frame(&placed, edges).inset(placed.cell.padding);
        if let Some(picture) = &placed.cell.picture {
            let size = Size::new(f64::from(picture.width()), f64::from(picture.height()));
            items.push(Item::picture(picture.clone(), area.contain(size)));
        }
        let slack = (area.height - placed.cell.text.height()).max(0.0);
        let down = match placed.cell.vertical {
            VerticalAlign::Top => 0.0,
            VerticalAlign::Middle => slack / 2.0,
            VerticalAlign::Bottom => slack,
        };
        placed.cell.text.place(point(area.x, area.y + down), &mut items);
    }
    TablePart { items, height, rows }
}

fn frame(placed: &PlacedCell, edges: &[Mm]) -> Rect {
    let (left, right) = (edges[placed.cell.column], edges[placed.cell.end]);
    Rect::new(left, placed.top, right - left, placed.bottom - placed.top)
}

/// Lines are the edges of cells: where two cells share an edge there is one line, inside a joined cell none.
fn rules(page: &TablePage, edges: &[Mm], look: &TableLook, items: &mut Vec<Item>) {
    let right = edges.last().copied().unwrap_or(0.0);
    let mut horizontal = Lines::default();
    let mut vertical = Lines::default();
    for placed in &page.cells {
        let f = frame(placed, edges);
        horizontal.add(f.y, f.x, f.right());
        horizontal.add(f.bottom(), f.x, f.right());
        vertical.add(f.x, f.y, f.bottom());
        vertical.add(f.right(), f.y, f.bottom());
    }
    let same = |a: Mm, b: Mm| (a - b).abs() < 1e-4;
    let (mut rows, mut head, mut outer) = (Path::new(), Path::new(), Path::new());
    for (y, from, to) in horizontal.merged() {
        let path = if same(y, 0.0) || same(y, page.height) {
            &mut outer
        } else if same(y, page.header_bottom) {
            &mut head
        } else {
            &mut rows
        };
        path.move_to(point(from, y)).line_to(point(to, y));
    }
    let (mut columns, mut sides) = (Path::new(), Path::new());
    for (x, from, to) in vertical.merged() {
        let path = if same(x, 0.0) || same(x, right) { &mut sides } else { &mut columns };
        path.move_to(point(x, from)).line_to(point(x, to));
    }
    // Square ends close the corners of a framed table.
    let corner = if look.frame_vertical.is_some() { Cap::Square } else { Cap::Butt };
    let strokes: [(Path, &Option<Stroke>, Cap); 5] = [
        (rows, &look.row_rule, Cap::Butt),
        (columns, &look.column_rule, Cap::Butt),
        (head, &look.head_rule, Cap::Butt),
        (sides, &look.frame_vertical, corner),
        (outer, &look.frame_horizontal, corner),
    ];
    for (path, stroke, cap) in strokes {
        if let (Some(stroke), false) = (stroke, path.is_empty()) {
            items.push(Item::stroke(path, stroke.clone().with_cap(cap)));
        }
    }
}

/// Segments on parallel lines, keyed by the line's place in hundred-thousandths of a millimetre.
#[derive(Default)]
struct Lines(BTreeMap<i64, Vec<(Mm, Mm)>>);

impl Lines {
    fn add(&mut self, at: Mm, from: Mm, to: Mm) {
        if to > from {
            self.0.entry((at * 1e5).round() as i64).or_default().push((from, to));
        }
    }

    /// Overlapping and touching segments joined: (place, from, to).
    fn merged(self) -> Vec<(Mm, Mm, Mm)> {
        let mut merged: Vec<(Mm, Mm, Mm)> = Vec::new();
        for (at, mut segments) in self.0 {
            let at = at as f64 / 1e5;
            segments.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            let start = merged.len();
            for (from, to) in segments {
                match merged[start..].last_mut() {
                    Some(last) if from <= last.2 + 1e-4 => last.2 = last.2.max(to),
                    _ => merged.push((at, from, to)),
                }
            }
        }
        merged
    }
}

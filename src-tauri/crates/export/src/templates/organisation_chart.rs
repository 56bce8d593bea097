//! 「双重预防机制建设示意图」: leaders at the top, departments in columns below, the steps of both wings at the foot.
//! Relies on columns that share the width evenly, in several rows when there are many.
//! Must not know: who leads what.

use super::Printed;
use super::frame;
use super::look::Look;
use super::theme::Style;
use crate::content::{ChartBox, OrganisationChart};
use crate::layout::{
    Align, Anchor, Bookmark, Colour, Insets, Item, Mm, Page, Paragraph, Path, Rect, Size, fit, point,
};

/// Most columns of departments beside one another.
const MOST_COLUMNS: usize = 9;

/// Lays the chart out on a lying page of `size`.
pub fn organisation_chart<'a>(chart: &OrganisationChart, style: impl Into<Style<'a>>, size: Size) -> Printed {
    let size = size.landscape();
    let look = Look::new(style.into(), (size.width / 420.0).min(size.height / 297.0), chart.colours);
    let mut document = frame::document(chart.title, chart.title, &chart.masthead, &chart.code);
    let mut page = Page::new(size);
    let body = frame::sheet(&look, chart.title, &chart.masthead, &chart.code, size, &mut page.items);
    let (leaders, rest) = body.split_top(look.mm(42.0));
    let (wings, middle) = rest.split_bottom(look.mm(50.0));
    let trunk = self::leaders(&look, chart, leaders, &mut page.items);
    departments(&look, chart, middle, trunk, &mut page.items);
    let (left, right) = wings.split_left(wings.width / 2.0);
    let gap = look.mm(5.0);
    let left = left.inset(Insets { right: gap, top: gap, ..Insets::all(0.0) });
    let right = right.inset(Insets { left: gap, top: gap, ..Insets::all(0.0) });
    wing(&look, "风险分级管控", &chart.control, left, &mut page.items);
    wing(&look, "隐患排查治理", &chart.inspection, right, &mut page.items);
    document.pages.push(page);
    document.outline.push(Bookmark::new(chart.title, 0));
    Printed::new(document, chart.problems.clone(), |_| chart.title.to_owned())
}

/// A box of ink with two lines. The text gets smaller before it is cut off by nothing.
fn dark(look: &Look<'_>, title: &str, words: &str, area: Rect, items: &mut Vec<Item>) {
    items.push(Item::fill(look.panel(area), look.theme.ink));
    let small = look.regular(10.0).colour(look.theme.on_ink);
    let strong = look.title(15.0).colour(Colour::WHITE);
    let middle = area.centre();
    let room = area.width - look.mm(6.0);
    let first = point(middle.x, area.y + area.height * 0.3);
    look.squeeze(title, &small, first, Anchor::Middle, room, items);
    let words = if words.is_empty() { "未填写" } else { words };
    let second = point(middle.x, area.y + area.height * 0.66);
    look.squeeze(words, &strong, second, Anchor::Middle, room, items);
}

/// The leading group and its office. Gives where the trunk ends.
fn leaders(look: &Look<'_>, chart: &OrganisationChart, area: Rect, items: &mut Vec<Item>) -> Mm {
    let middle = area.centre().x;
    let width = look.mm(104.0);
    let height = look.mm(16.0);
    let top = Rect::new(middle - width / 2.0, area.y, width, height);
    let below = Rect::new(middle - width / 2.0, area.y + height + look.mm(7.0), width, height);
    let line = Path::line(point(middle, top.bottom()), point(middle, area.bottom()));
    items.push(Item::stroke(line, look.line(look.theme.accent, 0.6)));
    dark(look, "双重预防机制建设领导小组　组长（主要负责人）", &chart.principal, top, items);
    dark(look, "双重预防机制办公室　主任（安全负责人）", &chart.safety_lead, below, items);
    middle
}

fn departments(look: &Look<'_>, chart: &OrganisationChart, area: Rect, trunk: Mm, items: &mut Vec<Item>) {
    let count = chart.departments.len();
    if count == 0 {
        return;
    }
    let rows = count.div_ceil(MOST_COLUMNS);
    let columns = count.div_ceil(rows);
    let gutter = look.mm(4.0);
    let pitch = area.height / rows as f64;
    for (row, line) in chart.departments.chunks(columns).enumerate() {
        let strip = Rect::new(area.x, area.y + pitch * row as f64, area.width, pitch);
        let rail = strip.y + look.mm(2.0);
        let width = (strip.width - gutter * (line.len() - 1) as f64) / line.len() as f64;
        let width = width.min(look.mm(64.0));
        let used = width * line.len() as f64 + gutter * (line.len() - 1) as f64;
        let left = strip.centre().x - used / 2.0;
        let stroke = || look.line(look.theme.accent, 0.4);
        let (first, last) = (left + width / 2.0, left + used - width / 2.0);
        let reach = Path::line(point(first.min(trunk), rail), point(last.max(trunk), rail));
        items.push(Item::stroke(reach, stroke()));
        items.push(Item::stroke(Path::line(point(trunk, strip.y), point(trunk, rail)), stroke()));
        for (index, own) in line.iter().enumerate() {
            let x = left + (width + gutter) * index as f64;
            let down = Path::line(point(x + width / 2.0, rail), point(x + width / 2.0, rail + look.mm(4.0)));
            items.push(Item::stroke(down, stroke()));
            let top = rail + look.mm(4.0);
            let column = Rect::new(x, top, width, strip.bottom() - look.mm(2.0) - top);
            department(look, own, column, items);
        }
    }
}

/// A department with those below it in one column.
fn department(look: &Look<'_>, own: &ChartBox, column: Rect, items: &mut Vec<Item>) {
    let mut below: Vec<(usize, &ChartBox)> = Vec::new();
    collect(&own.below, 0, &mut below);
    let head = look.mm(19.0).min(column.height);
    let (top, rest) = column.split_top(head);
    items.push(Item::shape(look.panel(top), look.theme.ground, look.line(look.theme.accent, 0.35)));
    words(look, own, top, 12.0, items);
    if below.is_empty() {
        return;
    }
    let gap = look.mm(1.6);
    let height = (rest.height / below.len() as f64 - gap).clamp(look.mm(3.2), look.mm(12.5));
    for (index, (depth, own)) in below.into_iter().enumerate() {
        let y = rest.y + gap + (height + gap) * index as f64;
        let indent = look.mm(3.0) * (depth + 1) as f64;
        let indent = indent.min(column.width * 0.3);
        let frame = Rect::new(column.x + indent, y, column.width - indent, height);
        let corner = point(column.x + indent - look.mm(1.8), frame.centre().y);
        let from = if index == 0 { top.bottom() } else { frame.y - gap - height * 0.5 };
        let mut path = Path::line(point(corner.x, from), corner);
        path.append(&Path::line(corner, point(frame.x, corner.y)));
        items.push(Item::stroke(path, look.line(look.theme.accent, 0.25)));
        items.push(Item::shape(look.panel(frame), Colour::WHITE, look.line(Colour::HAIRLINE, 0.25)));
        words(look, own, frame, 9.6, items);
    }
}

fn collect<'a>(boxes: &'a [ChartBox], depth: usize, into: &mut Vec<(usize, &'a ChartBox)>) {
    for own in boxes {
        into.push((depth, own));
        collect(&own.below, depth + 1, into);
    }
}

/// Name, head and a mark in the colour of the highest level with the number of points.
fn words(look: &Look<'_>, own: &ChartBox, area: Rect, points: f64, items: &mut Vec<Item>) {
    let mark = look.mm(3.1).min(area.height * 0.32);
    let has = own.points > 0;
    let margin = look.mm(2.0);
    let room = area.width - 2.0 * margin - if has { 2.0 * mark + look.mm(1.2) } else { 0.0 };
    let name = Paragraph::new(own.name.clone(), look.bold(points).leading(1.22));
    let mut lines = vec![name];
    if !own.head.is_empty() {
        lines.push(Paragraph::new(
            own.head.clone(),
            look.regular(points * 0.82).colour(Colour::GREY).leading(1.25),
        ));
    }
    let lines: Vec<Paragraph> = lines.into_iter().map(|line| line.align(Align::Left)).collect();
    let block = fit(&lines, look.fonts, Size::new(room, area.height - look.mm(0.8)), 0.4).block;
    let top = area.centre().y - block.height() / 2.0;
    block.place(point(area.x + margin, top), items);
    if has {
        let at = point(area.right() - margin - mark, area.centre().y);
        look.badge(&own.points.to_string(), own.level, at, mark, items);
    }
}

/// A chain of steps.
fn wing(look: &Look<'_>, title: &str, steps: &[&str], area: Rect, items: &mut Vec<Item>) {
    items.push(Item::fill(look.panel(area), look.theme.ground));
    look.heading(title, point(area.x + look.mm(5.0), area.y + look.mm(8.0)), items);
    let row = area.inset(Insets {
        top: look.mm(15.0),
        right: look.mm(5.0),
        bottom: look.mm(6.0),
        left: look.mm(5.0),
    });
    let count = steps.len().max(1) as f64;
    let pitch = row.width / count;
    for (index, step) in steps.iter().enumerate() {
        let left = row.x + pitch * index as f64;
        let right = left + pitch - look.mm(1.2);
        let nose = look.mm(3.2);
        let (top, bottom, middle) = (row.y, row.bottom(), row.centre().y);
        let mut corners = vec![
            point(left, top),
            point(right - nose, top),
            point(right, middle),
            point(right - nose, bottom),
            point(left, bottom),
        ];
        if index > 0 {
            corners.push(point(left + nose, middle));
        }
        items.push(Item::fill(Path::polygon(corners), look.theme.ink));
        let at = point((left + right) / 2.0 + nose * 0.15, middle - look.mm(2.6));
        let number = look.regular(8.6).colour(look.theme.on_ink);
        look.put(&(index + 1).to_string(), &number, at, Anchor::Middle, items);
        let strong = look.bold(11.0).colour(Colour::WHITE);
        let at = point(at.x, middle + look.mm(2.6));
        look.squeeze(step, &strong, at, Anchor::Middle, pitch - nose * 2.2, items);
    }
}

//! The column beside the plan: legend with counts, lists of points, whom to call.
//! Relies on the content's order; makes the lists tighter before anything is left to the appendix.
//! Must not know: the plan.

use crate::content::{FourColourMap, MapPoint, MapPurpose};
use crate::layout::{Anchor, Colour, Item, Mm, Paragraph, Path, Rect, TextBlock, point};
use crate::templates::look::Look;

/// Whether the lists fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    /// All of it stands in the column.
    Nothing,
    /// A table must follow.
    GoesOn,
}

/// Height of a heading with the space below it.
const HEADING: Mm = 8.6;
/// Space above a heading.
const APART: Mm = 5.2;
/// Height of a line of the legend.
const LEGEND_LINE: Mm = 6.4;

/// Up to this many other points stand in one column.
const FEW: usize = 5;

/// How tightly lists are set.
#[derive(Debug, Clone, Copy)]
struct Density {
    name: f64,
    note: f64,
    radius: Mm,
    gap: Mm,
}

const DENSITIES: [Density; 3] = [
    Density { name: 10.2, note: 8.4, radius: 3.0, gap: 1.7 },
    Density { name: 9.2, note: 7.6, radius: 2.7, gap: 1.0 },
    Density { name: 8.2, note: 6.9, radius: 2.4, gap: 0.6 },
];

/// Fills the column from the top; the emergency block stands at its foot.
pub(super) fn column(look: &Look<'_>, map: &FourColourMap<'_>, area: Rect, items: &mut Vec<Item>) -> Rest {
    let top = legend(look, map, area, items);
    let emergency = emergency(look, map, area.width);
    let emergency_height = look.mm(HEADING) + emergency.height();
    let bottom = area.bottom() - emergency_height;
    look.heading("应急", point(area.x, bottom + look.mm(2.4)), items);
    emergency.place(point(area.x, bottom + look.mm(HEADING) - look.mm(1.4)), items);

    let room = Rect::new(area.x, top, area.width, bottom - look.mm(APART) - top);
    lists(look, map, room, items)
}

fn legend(look: &Look<'_>, map: &FourColourMap<'_>, area: Rect, items: &mut Vec<Item>) -> Mm {
    if map.legend.is_empty() {
        return area.y;
    }
    let mut y = area.y + look.mm(2.4);
    look.heading("风险等级", point(area.x, y), items);
    let note = look.regular(8.4).colour(Colour::GREY);
    look.put(map.legend_title, &note, point(area.right(), y), Anchor::End, items);
    y += look.mm(7.0);
    for line in &map.legend {
        let level = look.level(line.level);
        let swatch = Rect::new(area.x, y - look.mm(2.2), look.mm(12.5), look.mm(4.4));
        let path = Path::rect(swatch);
        if line.level.is_some() {
            // As on the plan: tint with marks, and a full end so that the pins' colour is explained too.
            items.push(Item::fill(path.clone(), level.fill.tint(level.tint)));
            items.extend(level.hatch.and_then(|hatch| hatch.draw(&path)));
            let full = Rect { width: swatch.width / 3.0, ..swatch };
            items.push(Item::fill(Path::rect(full), level.fill));
        } else {
            items.extend(level.hatch.and_then(|hatch| hatch.draw(&path)));
        }
        items.push(Item::stroke(path, look.line(level.outline, 0.18)));
        look.put(line.word, &look.regular(10.5), point(area.x + look.mm(16.0), y), Anchor::Start, items);
        let count = line.count.to_string();
        let style = if line.count > 0 { look.bold(10.5) } else { look.regular(10.5).colour(Colour::GREY) };
        look.put(&count, &style, point(area.right(), y), Anchor::End, items);
        y += look.mm(LEGEND_LINE);
    }
    y - look.mm(LEGEND_LINE) + look.mm(3.4) + look.mm(APART)
}

fn emergency(look: &Look<'_>, map: &FourColourMap<'_>, width: Mm) -> TextBlock {
    let text = look.regular(10.2).leading(1.62);
    let paragraphs: Vec<Paragraph> = map
        .emergency
        .iter()
        .map(|line| {
            Paragraph::new(line.value.clone(), text).marker(
                line.label,
                text.colour(Colour::GREY),
                look.mm(20.0),
            )
        })
        .collect();
    crate::layout::stack(&paragraphs, look.fonts, width)
}

/// A point of a list, measured.
struct Entry<'a> {
    point: &'a MapPoint,
    name: TextBlock,
    note: Option<TextBlock>,
}

impl Entry<'_> {
    fn height(&self) -> Mm {
        self.name.height() + self.note.as_ref().map_or(0.0, TextBlock::height)
    }
}

fn entry<'a>(look: &Look<'_>, point: &'a MapPoint, density: Density, width: Mm, full: bool) -> Entry<'a> {
    let style = look.regular(density.name).leading(1.26);
    let name = Paragraph::new(point.facts.name.clone(), style).wrap(look.fonts, width);
    let note = full.then(|| {
        let style = look.regular(density.note).colour(Colour::GREY).leading(1.34);
        Paragraph::new(point.note(), style).wrap(look.fonts, width)
    });
    Entry { point, name, note: note.filter(|note| !note.text().is_empty()) }
}

fn lists(look: &Look<'_>, map: &FourColourMap<'_>, room: Rect, items: &mut Vec<Item>) -> Rest {
    let heading = look.mm(HEADING);
    // A few stand below each other where there is room, more side by side.
    let columns = if map.others.len() <= FEW { &[1, 2][..] } else { &[2][..] };
    for (density, columns) in DENSITIES.into_iter().flat_map(|own| columns.iter().map(move |n| (own, *n))) {
        let indent = look.mm(2.0 * density.radius + 2.4);
        let width = room.width - indent;
        let half = (room.width - look.mm(4.0) * (columns - 1) as f64) / columns as f64 - indent;
        let listed: Vec<_> = map.listed.iter().map(|own| entry(look, own, density, width, true)).collect();
        let others: Vec<_> = map.others.iter().map(|own| entry(look, own, density, half, false)).collect();
        let gap = look.mm(density.gap);
        let least = look.mm(2.0 * density.radius);
        let high = |own: &Entry<'_>| own.height().max(least) + gap;
        let listed_height = heading + listed.iter().map(high).sum::<f64>().max(look.mm(5.0));
        let rows: Vec<f64> =
            others.chunks(columns).map(|row| row.iter().map(high).fold(0.0, f64::max)).collect();
        let others_height =
            if others.is_empty() { 0.0 } else { look.mm(APART) + heading + rows.iter().sum::<f64>() };
        if listed_height + others_height > room.height {
            continue;
        }
        let y = draw_listed(look, map, &listed, density, room, items);
        if !others.is_empty() {
            let room = Rect { y: y + look.mm(APART), ..room };
            draw_others(look, &others, &rows, columns, density, room, items);
        }
        return Rest::Nothing;
    }
    // As many of the greatest as there is room for; the table has them all.
    let density = DENSITIES[2];
    let indent = look.mm(2.0 * density.radius + 2.4);
    let notice = look.mm(6.0);
    let mut shown = Vec::new();
    let mut height = heading + notice;
    for own in &map.listed {
        let entry = entry(look, own, density, room.width - indent, true);
        height += entry.height().max(look.mm(2.0 * density.radius)) + look.mm(density.gap);
        if height > room.height {
            break;
        }
        shown.push(entry);
    }
    let left = map.listed.len() + map.others.len() - shown.len();
    let y = draw_listed(look, map, &shown, density, room, items);
    let style = look.regular(8.4).colour(Colour::GREY);
    let words = format!("其余 {left} 个风险点见附表");
    look.put(&words, &style, point(room.x, y + look.mm(2.4)), Anchor::Start, items);
    Rest::GoesOn
}

fn draw_listed(
    look: &Look<'_>,
    map: &FourColourMap<'_>,
    listed: &[Entry<'_>],
    density: Density,
    room: Rect,
    items: &mut Vec<Item>,
) -> Mm {
    let heading = match map.purpose {
        MapPurpose::Risk => "重大与较大风险点",
        MapPurpose::Placement => "图上编号与悬挂内容",
    };
    look.heading(heading, point(room.x, room.y + look.mm(2.4)), items);
    let mut y = room.y + look.mm(HEADING) - look.mm(1.2);
    if map.listed.is_empty() {
        let style = look.regular(density.name).colour(Colour::GREY);
        look.put("无", &style, point(room.x, y + look.mm(2.0)), Anchor::Start, items);
        return y + look.mm(5.0);
    }
    for own in listed {
        draw_entry(look, own, density, point(room.x, y), items);
        y += own.height().max(look.mm(2.0 * density.radius)) + look.mm(density.gap);
    }
    y
}

fn draw_others(
    look: &Look<'_>,
    others: &[Entry<'_>],
    rows: &[f64],
    columns: usize,
    density: Density,
    room: Rect,
    items: &mut Vec<Item>,
) {
    look.heading("其他风险点", point(room.x, room.y + look.mm(2.4)), items);
    let mut y = room.y + look.mm(HEADING) - look.mm(1.2);
    let second = room.x + (room.width + look.mm(4.0)) / 2.0;
    for (row, height) in others.chunks(columns).zip(rows) {
        for (own, x) in row.iter().zip([room.x, second]) {
            draw_entry(look, own, density, point(x, y), items);
        }
        y += height;
    }
}

fn draw_entry(
    look: &Look<'_>,
    own: &Entry<'_>,
    density: Density,
    at: crate::layout::Point,
    items: &mut Vec<Item>,
) {
    let radius = look.mm(density.radius);
    let line = own.name.lines().first().map_or(0.0, |line| line.height);
    let height = own.height();
    // Beside a single line the badge stands in its middle, beside more at their top.
    let middle = if height < 2.0 * radius { at.y + radius } else { at.y + (line / 2.0).max(radius) };
    let centre = point(at.x + radius, middle);
    if own.point.pinned {
        look.badge(&own.point.mark, own.point.facts.level, centre, radius, items);
    } else {
        look.tag(&own.point.mark, own.point.facts.level, centre, radius, items);
    }
    let x = at.x + 2.0 * radius + look.mm(2.4);
    let top = if height < 2.0 * radius { at.y + radius - height / 2.0 } else { at.y };
    let name_height = own.name.height();
    own.name.clone().place(point(x, top), items);
    if let Some(note) = &own.note {
        note.clone().place(point(x, top + name_height), items);
    }
}

//! 「作业安全风险比较图」: a bar for each activity, the greatest first, with lines where the level changes.
//! Relies on the bounds of the criteria; the axis is round and begins at zero.
//! Must not know: how scores are made.

use super::Printed;
use super::frame;
use super::look::Look;
use super::theme::Style;
use crate::content::{ChartBar, ComparisonChart, Fault, Problem};
use crate::layout::{
    Anchor, Bookmark, Colour, Document, Insets, Item, Mm, Page, Paragraph, Path, Rect, Size, TextStyle,
    Timestamp, fit, point,
};

/// Most bars on a sheet.
const MOST_BARS: usize = 28;

/// Lays charts out on `size`, each with a bookmark.
pub fn comparison_charts<'a>(charts: &[ComparisonChart], style: impl Into<Style<'a>>, size: Size) -> Printed {
    let style = style.into();
    let mut document = match charts.first() {
        Some(first) => frame::document(&first.title, &first.title, &first.masthead, &first.code),
        None => Document::new("作业安全风险比较图", Timestamp::EPOCH),
    };
    let mut problems = Vec::new();
    for chart in charts {
        problems.extend(chart.problems.iter().cloned());
        document
            .outline
            .push(Bookmark::new(format!("{} {}", chart.title, chart.method), document.pages.len()));
        let sheets = chart.bars.chunks(MOST_BARS).len();
        if sheets > 1 {
            problems.push(Problem::new(chart.title.clone(), Fault::Continued { sheets }));
        }
        for (index, bars) in chart.bars.chunks(MOST_BARS).enumerate() {
            let scale = (size.width / 420.0).min(size.height / 297.0);
            let look = Look::new(style, scale, chart.colours);
            let mut page = Page::new(size);
            let title = if index > 0 { format!("{}（续）", chart.title) } else { chart.title.clone() };
            let body = frame::sheet(&look, &title, &chart.masthead, &chart.code, size, &mut page.items);
            draw(&look, chart, bars, body, &mut page.items);
            document.pages.push(page);
        }
    }
    Printed::new(document, problems, |_| "作业安全风险比较图".to_owned())
}

/// The end of the axis: a round number beyond the greatest value.
fn end_of_axis(greatest: f64) -> (f64, f64) {
    let greatest = if greatest.is_finite() && greatest > 0.0 { greatest } else { 1.0 };
    let power = 10f64.powf(greatest.log10().floor());
    let step = [0.1, 0.2, 0.25, 0.5, 1.0, 2.0]
        .into_iter()
        .map(|own| own * power)
        .find(|step| greatest * 1.04 / step <= 9.0)
        .unwrap_or(power * 2.0);
    let count = (greatest * 1.04 / step).ceil();
    (count * step, step)
}

fn draw(look: &Look<'_>, chart: &ComparisonChart, bars: &[ChartBar], body: Rect, items: &mut Vec<Item>) {
    let (caption, body) = body.split_top(look.mm(9.0));
    let grey = look.regular(10.0).colour(Colour::GREY);
    let at = point(caption.x, caption.y + look.mm(2.5));
    look.squeeze(
        &format!("评价准则　{}", chart.method),
        &grey,
        at,
        Anchor::Start,
        caption.width * 0.6,
        items,
    );
    let (notes, body) = body.split_bottom(look.mm(if chart.unassessed.is_empty() { 1.0 } else { 9.0 }));
    if !chart.unassessed.is_empty() {
        let text = format!("尚未评价，不在图中：{}", chart.unassessed.join("、"));
        let small = look.regular(8.6).colour(Colour::GREY).leading(1.3);
        let set = fit(&[Paragraph::new(text, small)], look.fonts, notes.size(), 0.6);
        set.block.place(notes.origin(), items);
    }
    let names = look.mm(84.0).min(body.width * 0.3);
    let owners = look.mm(74.0).min(body.width * 0.26);
    let plot = body.inset(Insets { top: look.mm(10.0), right: owners, bottom: look.mm(11.0), left: names });
    let greatest = chart.bars.iter().map(|own| own.value).fold(0.0, f64::max);
    let greatest = chart.lines.first().map_or(greatest, |line| greatest.max(line.value));
    let (end, step) = end_of_axis(greatest);
    let x = |value: f64| plot.x + plot.width * (value / end).clamp(0.0, 1.0);
    bands(look, chart, plot, &x, items);
    let small = look.regular(9.0).colour(Colour::GREY);
    let mut value = 0.0;
    while value <= end + step / 2.0 {
        let line = Path::line(point(x(value), plot.y), point(x(value), plot.bottom()));
        items.push(Item::stroke(line, look.line(Colour::HAIRLINE, 0.15)));
        let words = format!("{}", (value * 1000.0).round() / 1000.0);
        look.put(&words, &small, point(x(value), plot.bottom() + look.mm(4.0)), Anchor::Middle, items);
        value += step;
    }
    let pitch = plot.height / bars.len().max(1) as f64;
    let pitch = pitch.min(look.mm(26.0));
    for (index, bar) in bars.iter().enumerate() {
        draw_bar(
            look,
            bar,
            Rect::new(body.x, plot.y + pitch * index as f64, body.width, pitch),
            plot,
            x(bar.value),
            items,
        );
    }
    thresholds(look, chart, plot, &x, items);
    let words = format!("评价值 {}", chart.symbol);
    let at = point(plot.right(), plot.bottom() + look.mm(9.0));
    look.put(&words, &small, at, Anchor::End, items);
    let axis = Path::line(point(plot.x, plot.y), point(plot.x, plot.bottom()));
    items.push(Item::stroke(axis, look.line(Colour::INK, 0.4)));
}

/// A breath of each level's colour behind its range.
fn bands(
    look: &Look<'_>,
    chart: &ComparisonChart,
    plot: Rect,
    x: &impl Fn(f64) -> Mm,
    items: &mut Vec<Item>,
) {
    let mut right = plot.right();
    let mut lines: Vec<(Mm, domain::RiskLevel)> =
        chart.lines.iter().map(|line| (x(line.value), line.level)).collect();
    lines.push((plot.x, domain::RiskLevel::Low));
    for (left, level) in lines {
        if right > left {
            let frame = Rect::new(left, plot.y, right - left, plot.height);
            items.push(Item::fill(Path::rect(frame), look.level(Some(level)).fill.tint(0.09)));
        }
        right = left;
    }
}

/// Dashed lines where the level changes, named at the top.
fn thresholds(
    look: &Look<'_>,
    chart: &ComparisonChart,
    plot: Rect,
    x: &impl Fn(f64) -> Mm,
    items: &mut Vec<Item>,
) {
    for line in &chart.lines {
        let at = x(line.value);
        let own = look.level(Some(line.level));
        let path = Path::line(point(at, plot.y - look.mm(3.0)), point(at, plot.bottom()));
        items.push(Item::stroke(path, look.line(own.outline, 0.5).dashed([look.mm(2.2), look.mm(1.3)])));
        let words = format!("{} {}", line.level.name(domain::Language::Chinese), line.label);
        let style = look.bold(9.0).colour(own.outline);
        look.put(&words, &style, point(at + look.mm(0.8), plot.y - look.mm(5.2)), Anchor::Start, items);
    }
}

fn draw_bar(look: &Look<'_>, bar: &ChartBar, row: Rect, plot: Rect, end: Mm, items: &mut Vec<Item>) {
    let facts = &bar.facts;
    let level = look.level(facts.level);
    let middle = row.centre().y;
    let height = (row.height * 0.56).min(look.mm(13.0));
    let frame = Rect::new(plot.x, middle - height / 2.0, (end - plot.x).max(look.mm(0.6)), height);
    items.push(Item::fill(Path::rect(frame), level.fill));
    items.push(Item::stroke(Path::rect(frame), look.line(level.outline, 0.3)));
    let lines = row.height > look.mm(9.0);
    let strong = look.bold(12.0);
    let small = look.regular(9.0).colour(Colour::GREY);
    let room = plot.x - row.x - look.mm(5.0);
    let right = plot.x - look.mm(4.0);
    if lines {
        look.squeeze(&facts.name, &strong, point(right, middle - look.mm(2.3)), Anchor::End, room, items);
        look.squeeze(&facts.code, &small, point(right, middle + look.mm(2.7)), Anchor::End, room, items);
    } else {
        let words = format!("{}　{}", facts.code, facts.name);
        let style = TextStyle { size: crate::layout::Pt(strong.size.0 * 0.86), ..strong };
        look.squeeze(&words, &style, point(right, middle), Anchor::End, room, items);
    }
    let value = facts.score.as_ref().map_or(String::new(), |own| own.value.clone());
    let number = look.bold(if lines { 15.0 } else { 10.5 }).halo(Colour::WHITE, look.mm(0.5));
    let after = (frame.right() + look.mm(2.0)).min(plot.right() + look.mm(1.0));
    look.put(&value, &number, point(after, middle), Anchor::Start, items);
    let owner = [facts.department.as_str(), facts.person.as_str()];
    let owner = owner.into_iter().filter(|own| !own.is_empty()).collect::<Vec<_>>().join(" ");
    let left = plot.right() + look.mm(16.0);
    let width = row.right() - left;
    let tag = look.level_tag(
        facts.level_word,
        facts.level,
        point(left, middle),
        look.mm(if lines { 6.4 } else { 4.6 }),
        items,
    );
    let at = left + tag + look.mm(2.5);
    let room = (width - tag - look.mm(2.5)).max(look.mm(4.0));
    if lines {
        look.squeeze(
            &owner,
            &look.regular(10.0),
            point(at, middle - look.mm(2.2)),
            Anchor::Start,
            room,
            items,
        );
        let mut note = if facts.tier.is_empty() { String::new() } else { format!("{}管控", facts.tier) };
        if let Some(word) = facts.forced() {
            note = format!("{note} {word}");
        }
        look.squeeze(note.trim(), &small, point(at, middle + look.mm(2.6)), Anchor::Start, room, items);
    } else {
        look.squeeze(&owner, &look.regular(9.0), point(at, middle), Anchor::Start, room, items);
    }
}

#[cfg(test)]
mod tests {
    use super::end_of_axis;

    #[test]
    fn the_axis_ends_at_a_round_number() {
        assert_eq!(end_of_axis(360.0), (400.0, 50.0));
        assert_eq!(end_of_axis(0.9), (1.0, 0.2));
        let (end, step) = end_of_axis(f64::NAN);
        assert!(end >= 1.0 && step > 0.0);
        for value in [0.5, 7.0, 54.0, 270.0, 10_000.0, 1e15] {
            let (end, step) = end_of_axis(value);
            assert!(end >= value && end / step <= 10.0, "{value}: {end} {step}");
        }
    }
}

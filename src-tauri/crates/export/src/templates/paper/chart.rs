//! Charts of papers: columns side by side, lines over months, bars with the longest first. Lines and type only.
//! Relies on values that are counts or per cent.
//! Must not know: what is counted.

use crate::content::{ChartKind, PaperChart};
use crate::layout::{Anchor, Colour, Item, Mm, Path, Rect, Stroke, TextStyle, point};
use crate::templates::look::Look;

/// Height of the plot of columns and lines, in millimetres.
const PLOT: Mm = 40.0;
/// Height of the heading with the legend, in millimetres.
const HEAD: Mm = 8.0;
/// Height of the labels below, in millimetres.
const FEET: Mm = 6.5;
/// Height of a bar with the space around it, in millimetres.
const BAR: Mm = 6.4;
/// Width kept for the numbers at the left, in millimetres.
const SCALE: Mm = 9.0;
/// Share of the width that labels of bars may take.
const LABELS: f64 = 0.26;

/// The colour of a series: ink, then lighter ones.
fn shade(look: &Look<'_>, series: usize) -> Colour {
    let accent = look.theme.ink;
    match series {
        0 => accent,
        1 => accent.tint(0.45),
        _ => accent.tint(0.22),
    }
}

fn said(value: f64, unit: &str) -> String {
    if unit == "%" { format!("{value:.1}%") } else { format!("{value:.0}") }
}

/// The steps of the scale: whole numbers, five at most, the last not below the highest value.
fn steps(highest: f64, unit: &str) -> Vec<f64> {
    if unit == "%" {
        return vec![0.0, 25.0, 50.0, 75.0, 100.0];
    }
    let highest = highest.max(1.0);
    let sizes = (0..9).flat_map(|power| [1.0, 2.0, 5.0].map(|own| own * 10f64.powi(power)));
    let size = sizes.into_iter().find(|own| own * 4.0 >= highest).unwrap_or(highest / 4.0);
    let count = (highest / size).ceil().clamp(1.0, 5.0) as u32;
    (0..=count).map(|own| f64::from(own) * size).collect()
}

/// The chart with its upper left corner at the origin, and its height.
pub(super) fn drawing(look: &Look<'_>, chart: &PaperChart, width: Mm, text: f64) -> (Mm, Vec<Item>) {
    let mut items = Vec::new();
    let heading = TextStyle::bold(text * 0.94);
    let unit = if chart.unit.is_empty() || chart.unit == "%" {
        String::new()
    } else {
        format!("（{}）", chart.unit)
    };
    look.put(&format!("{}{unit}", chart.title), &heading, point(0.0, 3.2), Anchor::Start, &mut items);
    let height = match chart.kind {
        ChartKind::Bars => bars(look, chart, width, text, &mut items),
        ChartKind::Columns | ChartKind::Lines => plot(look, chart, width, text, &mut items),
    };
    (height, items)
}

fn legend(look: &Look<'_>, chart: &PaperChart, width: Mm, text: f64, items: &mut Vec<Item>) {
    let style = TextStyle::regular(text * 0.82).colour(Colour::GREY);
    let mut right = width;
    for (at, series) in chart.series.iter().enumerate().rev() {
        look.put(&series.title, &style, point(right, 3.2), Anchor::End, items);
        right -= look.width(&series.title, &style) + 4.6;
        items.push(Item::fill(Path::rect(Rect::new(right, 1.8, 3.0, 2.8)), shade(look, at)));
        right -= 4.0;
    }
}

fn plot(look: &Look<'_>, chart: &PaperChart, width: Mm, text: f64, items: &mut Vec<Item>) -> Mm {
    legend(look, chart, width, text, items);
    let values = || chart.series.iter().flat_map(|own| own.values.iter().copied().flatten());
    let scale = steps(values().fold(0.0, f64::max), &chart.unit);
    let top = scale.last().copied().unwrap_or(1.0).max(f64::MIN_POSITIVE);
    let frame = Rect::new(SCALE, HEAD + 2.0, width - SCALE, PLOT);
    let small = TextStyle::regular(text * 0.8).colour(Colour::GREY);
    let y = |value: f64| frame.bottom() - frame.height * (value / top).clamp(0.0, 1.0);
    for step in &scale {
        let line = Path::line(point(frame.x, y(*step)), point(frame.right(), y(*step)));
        items.push(Item::stroke(line, Stroke::hairline(Colour::HAIRLINE)));
        look.put(&format!("{step:.0}"), &small, point(frame.x - 1.6, y(*step)), Anchor::End, items);
    }
    let count = chart.labels.len().max(1) as f64;
    let each = frame.width / count;
    let middle = |at: usize| frame.x + each * (at as f64 + 0.5);
    for (at, label) in chart.labels.iter().enumerate() {
        let place = point(middle(at), frame.bottom() + 3.4);
        look.squeeze(label, &small, place, Anchor::Middle, each - 1.0, items);
    }
    let many = chart.series.len().max(1) as f64;
    let wide = (each * 0.62 / many).min(11.0);
    let strong = TextStyle::bold(text * 0.78);
    for (index, series) in chart.series.iter().enumerate() {
        let colour = shade(look, index);
        let mut run = Vec::new();
        let runs: Vec<Vec<_>> = {
            let mut runs = Vec::new();
            for (at, value) in series.values.iter().enumerate() {
                match value {
                    Some(value) => run.push((at, *value)),
                    None => runs.push(std::mem::take(&mut run)),
                }
            }
            runs.push(run);
            runs
        };
        for run in runs.iter().filter(|own| !own.is_empty()) {
            if chart.kind == ChartKind::Lines {
                let line = Path::polyline(run.iter().map(|(at, value)| point(middle(*at), y(*value))));
                if run.len() > 1 {
                    items.push(Item::stroke(line, Stroke::new(colour, 0.55).round()));
                }
                for (at, value) in run {
                    items.push(Item::fill(Path::circle(point(middle(*at), y(*value)), 0.9), colour));
                }
            } else {
                for (at, value) in run {
                    let x = middle(*at) + wide * (index as f64 - many / 2.0);
                    let bar =
                        Rect::new(x + 0.3, y(*value), (wide - 0.6).max(0.4), frame.bottom() - y(*value));
                    if *value > 0.0 {
                        items.push(Item::fill(Path::rect(bar), colour));
                    }
                    let words = said(*value, &chart.unit);
                    look.put(&words, &strong, point(bar.centre().x, y(*value) - 1.9), Anchor::Middle, items);
                }
            }
        }
    }
    let base = Path::line(point(frame.x, frame.bottom()), point(frame.right(), frame.bottom()));
    items.push(Item::stroke(base, Stroke::new(Colour::GREY, 0.25)));
    if chart.kind == ChartKind::Lines {
        // Above all lines, so that none runs through a number.
        for at in 0..chart.labels.len() {
            let here = chart.series.iter().enumerate();
            let here: Vec<(usize, f64)> = here
                .filter_map(|(index, own)| Some((index, own.values.get(at).copied().flatten()?)))
                .collect();
            let heights: Vec<Mm> = here.iter().map(|own| y(own.1)).collect();
            for ((index, value), height) in here.iter().zip(apart(&heights, frame.bottom())) {
                let style = strong.colour(colour_of_text(look, *index)).halo(Colour::WHITE, 0.5);
                let place = point(middle(at), height);
                look.put(&said(*value, &chart.unit), &style, place, Anchor::Middle, items);
            }
        }
    }
    frame.bottom() + FEET
}

/// Distance of a number from its point, and of two numbers from each other, in millimetres.
const OFF: Mm = 2.5;
const APART: Mm = 3.1;

/// Heights of the numbers at points of these heights: the highest above its point, the others below theirs, none on
/// another one and none on the base.
fn apart(heights: &[Mm], base: Mm) -> Vec<Mm> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by(|a, b| heights[*a].total_cmp(&heights[*b]).then(a.cmp(b)));
    let mut places = heights.to_vec();
    let mut least = f64::NEG_INFINITY;
    for (rank, index) in order.iter().enumerate() {
        let wanted = heights[*index] + if rank == 0 { -OFF } else { OFF };
        places[*index] = wanted.max(least);
        least = places[*index] + APART;
    }
    let mut most = base - OFF + 0.6;
    for index in order.iter().rev() {
        places[*index] = places[*index].min(most);
        most = places[*index] - APART;
    }
    places
}

/// Type needs more ink than a surface.
fn colour_of_text(look: &Look<'_>, series: usize) -> Colour {
    if series == 0 { shade(look, 0) } else { Colour::GREY }
}

fn bars(look: &Look<'_>, chart: &PaperChart, width: Mm, text: f64, items: &mut Vec<Item>) -> Mm {
    if chart.series.len() > 1 {
        legend(look, chart, width, text, items);
    }
    let labels = width * LABELS;
    let highest =
        chart.series.iter().flat_map(|own| own.values.iter().copied().flatten()).fold(0.0, f64::max).max(1.0);
    let style = TextStyle::regular(text * 0.86);
    let strong = TextStyle::bold(text * 0.86);
    let many = chart.series.len().max(1) as f64;
    let room = width - labels - 16.0;
    for (at, label) in chart.labels.iter().enumerate() {
        let middle = HEAD + BAR * (at as f64 + 0.5);
        look.squeeze(label, &style, point(labels - 2.0, middle), Anchor::End, labels - 2.0, items);
        for (index, series) in chart.series.iter().enumerate() {
            let Some(value) = series.values.get(at).copied().flatten() else { continue };
            let high = (BAR - 2.2) / many;
            let y = middle - (BAR - 2.2) / 2.0 + high * index as f64;
            let long = (room * value / highest).max(0.2);
            items.push(Item::fill(Path::rect(Rect::new(labels, y, long, high)), shade(look, index)));
            let words = said(value, &chart.unit);
            look.put(&words, &strong, point(labels + long + 1.6, y + high / 2.0), Anchor::Start, items);
        }
    }
    let bottom = HEAD + BAR * chart.labels.len() as f64;
    let base = Path::line(point(labels, HEAD), point(labels, bottom));
    items.push(Item::stroke(base, Stroke::new(Colour::GREY, 0.25)));
    bottom + 1.0
}

#[cfg(test)]
mod tests {
    use super::{APART, OFF, apart, steps};

    #[test]
    fn numbers_of_two_lines_never_stand_on_each_other() {
        for (heights, base) in
            [([10.0, 10.0], 50.0), ([10.0, 10.4], 50.0), ([12.0, 10.0], 50.0), ([50.0, 50.0], 50.0)]
        {
            let places = apart(&heights, base);
            assert!((places[0] - places[1]).abs() >= APART - 1e-9, "{heights:?}: {places:?}");
            assert!(places.iter().all(|own| *own <= base - OFF + 0.6 + 1e-9), "{places:?}");
            let higher = usize::from(heights[1] < heights[0]);
            assert!(
                places[higher] < places[1 - higher],
                "the greater value has its number above: {places:?}"
            );
        }
    }

    #[test]
    fn the_scale_reaches_every_value_in_few_whole_steps() {
        for highest in [0.0, 1.0, 3.0, 4.0, 7.0, 12.0, 99.0, 100.0, 4_321.0] {
            let steps = steps(highest, "项");
            assert!((2..=6).contains(&steps.len()), "{highest}: {steps:?}");
            assert!(
                steps.last().unwrap() >= &highest && steps.iter().all(|own| own.fract() == 0.0),
                "{steps:?}"
            );
        }
        assert_eq!(steps(3.0, "%").last(), Some(&100.0));
    }
}

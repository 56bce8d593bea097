//! Names in areas: as large as they fit, clear of pins and of each other, or none at all.
//! Relies on paper outlines and on `icu_segmenter` for words; tries few sizes and a coarse grid of places, best first.
//! Must not know: what an area is.

use crate::layout::{Anchor, Colour, Item, Mm, Path, Point, Rect, Size, TextRun, TextStyle, point};
use crate::templates::look::Look;
use domain::RiskLevel;
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

/// Type sizes of names, in points, the best first.
const SIZES: [f64; 7] = [11.0, 9.5, 8.2, 7.2, 6.3, 5.5, 4.9];
/// Below this, a name upwards is better than one across.
const LEGIBLE: f64 = 7.0;
/// Type of the level word, as a share of the name's.
const WORD: f64 = 0.74;
/// Places tried along the longer side of an area: on a map, where every name is wanted.
pub(super) const FINE: usize = 26;
/// The same on a card of which a thousand are made.
pub(super) const COARSE: usize = 9;
/// What ends the names of places and things and hardly begins a word; the segmenter takes them for words of their own.
const SUFFIXES: [char; 16] =
    ['人', '室', '间', '房', '区', '库', '楼', '厂', '场', '站', '品', '液', '机', '器', '柜', '口'];
/// Most characters of a line; longer names are set in two or three.
const LONG_LINE: usize = 9;

/// An area that wants a name.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// Its outline on paper.
    pub(super) path: Path,
    /// Where the name would like to stand.
    pub(super) heart: Point,
    /// The name.
    pub(super) name: String,
    /// What stands for the name where there is no room for it; may be empty.
    pub(super) short: String,
    /// The level in words; empty for an area without one.
    pub(super) word: &'static str,
    /// The level.
    pub(super) level: Option<RiskLevel>,
    /// Areas with points come first and may be set larger.
    pub(super) coloured: bool,
}

/// What labels must not cover, and what they should rather not.
#[derive(Debug, Clone, Default)]
pub(super) struct Obstacles {
    /// Discs: centre and radius.
    pub(super) discs: Vec<(Point, Mm)>,
    /// Boxes nothing may touch.
    pub(super) boxes: Vec<Rect>,
    /// Boxes that should rather stay free, and how much.
    pub(super) clutter: Vec<(Rect, f64)>,
}

/// How a name is set.
struct Setting {
    lines: Vec<String>,
    /// Upwards along a narrow area instead of across it.
    upright: bool,
    style: TextStyle,
    /// Type of the level word, when it is shown.
    word: Option<TextStyle>,
    size: Size,
    line_height: Mm,
    word_height: Mm,
}

/// Sets the names into their areas, trying a grid of so many places along each. Gives the items and the names that found
/// no room.
pub(super) fn place(
    look: &Look<'_>,
    wishes: &[Wish],
    mut obstacles: Obstacles,
    grid: usize,
) -> (Vec<Item>, Vec<String>) {
    let mut items = Vec::new();
    let mut homeless = Vec::new();
    let mut order: Vec<(usize, f64)> =
        wishes.iter().enumerate().map(|(i, wish)| (i, extent(&wish.path))).collect();
    // Small areas choose first: large ones have room elsewhere.
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    for (index, _) in order {
        let wish = &wishes[index];
        if wish.name.is_empty() {
            continue;
        }
        let short = || {
            let wish = Wish { name: wish.short.clone(), ..wish.clone() };
            (!wish.name.is_empty()).then(|| find(look, &wish, &obstacles, grid)).flatten()
        };
        match find(look, wish, &obstacles, grid).or_else(short) {
            Some((setting, at)) => {
                let frame = Rect::new(
                    at.x - setting.size.width / 2.0,
                    at.y - setting.size.height / 2.0,
                    setting.size.width,
                    setting.size.height,
                );
                obstacles.boxes.push(frame);
                draw(look, wish, &setting, frame, &mut items);
            }
            None => homeless.push(wish.name.clone()),
        }
    }
    homeless.sort();
    homeless.dedup();
    (items, homeless)
}

fn extent(path: &Path) -> f64 {
    path.bounds().map_or(0.0, |b| b.width * b.height)
}

fn find(look: &Look<'_>, wish: &Wish, obstacles: &Obstacles, grid: usize) -> Option<(Setting, Point)> {
    let bounds = wish.path.bounds()?;
    let rings = wish.path.rings();
    let places = candidates(bounds, wish.heart, grid);
    // Across while that is legible, then in one line upwards where the area is narrow, then across as small as can be.
    let narrow = bounds.height > 1.8 * bounds.width;
    let across =
        |large: bool| SIZES.into_iter().filter(move |own| (*own >= LEGIBLE) == large).map(|own| (own, false));
    let upwards = SIZES.into_iter().filter(|own| narrow && *own < SIZES[0]).map(|own| (own, true));
    for (points, upright) in across(true).chain(upwards).chain(across(false)) {
        if !wish.coloured && points > 9.0 {
            continue;
        }
        let mut all = settings(look, wish, points);
        if upright {
            all.retain(|own| own.lines.len() == 1);
            all = all.into_iter().map(Setting::turned).collect();
        }
        for setting in all {
            let fits = |at: &&Point| free(&rings, bounds, **at, setting.size, look.mm(0.5), obstacles);
            let clear = places.iter().filter(fits);
            let best = clear.min_by(|a, b| {
                cost(**a, wish, &setting, obstacles).total_cmp(&cost(**b, wish, &setting, obstacles))
            });
            if let Some(at) = best.copied() {
                return Some((setting, at));
            }
        }
    }
    None
}

/// A grid over the area, and the heart itself.
fn candidates(bounds: Rect, heart: Point, grid: usize) -> Vec<Point> {
    let step = (bounds.width.max(bounds.height) / grid as f64).max(0.6);
    let (columns, rows) = ((bounds.width / step) as usize + 1, (bounds.height / step) as usize + 1);
    let places = (0..rows).flat_map(|r| (0..columns).map(move |c| (c as f64, r as f64)));
    let (x, y) = (
        bounds.x + (bounds.width - (columns - 1) as f64 * step) / 2.0,
        bounds.y + (bounds.height - (rows - 1) as f64 * step) / 2.0,
    );
    std::iter::once(heart).chain(places.map(|(c, r)| point(x + c * step, y + r * step))).collect()
}

/// Ways to set the name at a size: in as few lines as possible, with the level word, and in small areas without it.
fn settings(look: &Look<'_>, wish: &Wish, points: f64) -> Vec<Setting> {
    let count = wish.name.chars().count();
    let mut lines: Vec<Vec<String>> = Vec::new();
    if count <= LONG_LINE || points < 8.0 {
        lines.push(vec![wish.name.clone()]);
    }
    if count > 3 {
        lines.push(split(&wish.name, 2));
    }
    if count > 8 {
        lines.push(split(&wish.name, 3));
    }
    let base = if wish.coloured { look.bold(points) } else { look.regular(points) };
    let ink = if wish.coloured { Colour::INK } else { Colour::GREY };
    let style = base.colour(ink).halo(Colour::WHITE, look.mm(0.42)).leading(1.14);
    let mut settings = Vec::new();
    for lines in lines {
        let width = lines.iter().map(|line| look.width(line, &style)).fold(0.0, f64::max);
        let line_height = style.line_height();
        let height = line_height * lines.len() as f64;
        let shown = !wish.word.is_empty();
        if shown {
            let word = look.bold((points * WORD).max(4.4));
            let word_height = word.size.mm() * 1.42;
            let size = Size::new(
                width.max(look.width(wish.word, &word) + word.size.mm() * 0.8),
                height + word_height + look.mm(0.35),
            );
            settings.push(Setting {
                lines: lines.clone(),
                upright: false,
                style,
                word: Some(word),
                size,
                line_height,
                word_height,
            });
        }
        // The hatch still tells the level; better a name alone than none.
        if !shown || points <= SIZES[SIZES.len() - 2] {
            let size = Size::new(width, height);
            let word_height = 0.0;
            settings.push(Setting {
                lines,
                upright: false,
                style,
                word: None,
                size,
                line_height,
                word_height,
            });
        }
    }
    settings
}

/// Cuts a name into lines of about the same length, between words, at a bracket or a mark where there is one near.
fn split(name: &str, parts: usize) -> Vec<String> {
    let words = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let ends: Vec<usize> = words.segment_str(name).collect();
    let cuts: Vec<usize> = ends.into_iter().filter(|at| may_cut(name, *at)).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    for left in (2..=parts).rev() {
        let share = ems(&name[start..]) / left as f64;
        let cost = |at: usize| {
            let off = (ems(&name[start..at]) - share).abs();
            match () {
                () if is_mark(name, at) => off - 0.75,
                () if name[at..].starts_with(SUFFIXES) => off + 1.25,
                () => off,
            }
        };
        let near = cuts.iter().copied().filter(|at| *at > start);
        let Some(at) = near.min_by(|a, b| cost(*a).total_cmp(&cost(*b))) else { break };
        lines.push(name[start..at].trim().to_owned());
        start = at;
    }
    lines.push(name[start..].trim().to_owned());
    lines.retain(|line| !line.is_empty());
    lines
}

/// Widths are only compared here: letters and figures count half a Han character.
fn ems(text: &str) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum()
}

/// Neither at the ends, nor before a closing mark, nor after an opening one.
fn may_cut(name: &str, at: usize) -> bool {
    let (before, after) = name.split_at(at);
    !before.is_empty()
        && !after.is_empty()
        && !after.starts_with(['、', '，', '）', ')', '/', '-', '—', '·'])
        && !before.ends_with(['（', '('])
}

/// A place where the name itself makes a pause.
fn is_mark(name: &str, at: usize) -> bool {
    let (before, after) = name.split_at(at);
    after.starts_with(['（', '(', ' ']) || before.ends_with(['、', '，', '）', ')', '·', '-', '—', '/', ' '])
}

/// Far from the heart is worse, and so is lying over furniture.
fn cost(at: Point, wish: &Wish, setting: &Setting, obstacles: &Obstacles) -> f64 {
    let away = (at.x - wish.heart.x).hypot(at.y - wish.heart.y);
    let frame = Rect::new(
        at.x - setting.size.width / 2.0,
        at.y - setting.size.height / 2.0,
        setting.size.width,
        setting.size.height,
    );
    let covered: f64 = obstacles.clutter.iter().map(|(own, weight)| weight * common(own, &frame)).sum();
    away + covered / (setting.size.width * setting.size.height).max(0.1)
}

fn common(a: &Rect, b: &Rect) -> f64 {
    let width = a.right().min(b.right()) - a.x.max(b.x);
    let height = a.bottom().min(b.bottom()) - a.y.max(b.y);
    if width > 0.0 && height > 0.0 { width * height } else { 0.0 }
}

fn free(
    rings: &[Vec<Point>],
    bounds: Rect,
    at: Point,
    size: Size,
    margin: Mm,
    obstacles: &Obstacles,
) -> bool {
    let (w, h) = (size.width / 2.0 + margin, size.height / 2.0 + margin);
    let frame = Rect::new(at.x - w, at.y - h, 2.0 * w, 2.0 * h);
    let within = frame.x >= bounds.x
        && frame.y >= bounds.y
        && frame.right() <= bounds.right()
        && frame.bottom() <= bounds.bottom();
    if !within || obstacles.boxes.iter().any(|own| common(own, &frame) > 0.0) {
        return false;
    }
    let covers = |(centre, radius): &(Point, Mm)| {
        let x = centre.x.clamp(frame.x, frame.right());
        let y = centre.y.clamp(frame.y, frame.bottom());
        (centre.x - x).hypot(centre.y - y) < *radius
    };
    !obstacles.discs.iter().any(covers) && inside(rings, at) && !touches(rings, &frame)
}

/// Even-odd.
fn inside(rings: &[Vec<Point>], p: Point) -> bool {
    let mut inside = false;
    for (a, b) in edges(rings) {
        if (a.y <= p.y) != (b.y <= p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
    }
    inside
}

/// Whether an edge runs through the box.
fn touches(rings: &[Vec<Point>], frame: &Rect) -> bool {
    edges(rings).any(|(a, b)| {
        // Liang and Barsky: the part of the edge inside each pair of sides.
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let (mut from, mut to) = (0.0f64, 1.0f64);
        for (p, q) in [
            (-dx, a.x - frame.x),
            (dx, frame.right() - a.x),
            (-dy, a.y - frame.y),
            (dy, frame.bottom() - a.y),
        ] {
            if p.abs() < 1e-12 {
                if q < 0.0 {
                    return false;
                }
            } else if p < 0.0 {
                from = from.max(q / p);
            } else {
                to = to.min(q / p);
            }
        }
        from < to
    })
}

fn edges(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> + '_ {
    rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| (*a, *b)))
}

fn draw(look: &Look<'_>, wish: &Wish, setting: &Setting, frame: Rect, items: &mut Vec<Item>) {
    let centre = frame.centre();
    // Set across first; turned as a whole around the middle afterwards.
    let (width, height) =
        if setting.upright { (frame.height, frame.width) } else { (frame.width, frame.height) };
    let own = Rect::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height);
    let mut set = Vec::new();
    for (i, line) in setting.lines.iter().enumerate() {
        let y = own.y + setting.line_height * (i as f64 + 0.5);
        let run = TextRun::centred(look.fonts, line, &setting.style, point(centre.x, y), Anchor::Middle);
        set.push(Item::Text(run));
    }
    if let Some(word) = &setting.word {
        let level = look.level(wish.level);
        let width = look.width(wish.word, word) + word.size.mm() * 0.8;
        let top = own.bottom() - setting.word_height;
        let chip = Rect::new(centre.x - width / 2.0, top, width, setting.word_height);
        let rim = look.line(Colour::WHITE, 0.3);
        set.push(Item::shape(Path::rounded_rect(chip, setting.word_height * 0.2), level.fill, rim));
        let style = word.colour(level.text);
        set.push(Item::Text(TextRun::centred(look.fonts, wish.word, &style, chip.centre(), Anchor::Middle)));
    }
    if setting.upright {
        // A quarter turn against the clock.
        let turn = |p: Point| point(centre.x + (p.y - centre.y), centre.y - (p.x - centre.x));
        for item in &mut set {
            match item {
                Item::Text(run) => {
                    run.origin = turn(run.origin);
                    run.rotation = -90.0;
                }
                Item::Shape(shape) => shape.path.map(turn),
                Item::Picture(_)
                | Item::Drawing(_)
                | Item::Qr(_)
                | Item::Clip(_)
                | Item::Layer(_)
                | Item::Link(_) => {}
            }
        }
    }
    items.append(&mut set);
}

impl Setting {
    fn turned(self) -> Setting {
        let size = Size::new(self.size.height, self.size.width);
        Setting { upright: true, size, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_in_good_places() {
        assert_eq!(split("切削液与废油暂存间", 2), ["切削液与", "废油暂存间"]);
        assert_eq!(split("PLC/机器人实训室", 2), ["PLC/机器人", "实训室"]);
        assert_eq!(split("楼梯（东）", 2), ["楼梯", "（东）"]);
        assert!(split("AB", 3).len() <= 2);
    }

    #[test]
    fn a_box_fits_only_where_no_edge_runs() {
        let l = vec![vec![
            point(0.0, 0.0),
            point(40.0, 0.0),
            point(40.0, 10.0),
            point(10.0, 10.0),
            point(10.0, 40.0),
            point(0.0, 40.0),
        ]];
        let bounds = Rect::new(0.0, 0.0, 40.0, 40.0);
        let none = Obstacles::default();
        let free = |at, w, h| free(&l, bounds, at, Size::new(w, h), 0.0, &none);
        assert!(free(point(20.0, 5.0), 30.0, 8.0));
        assert!(free(point(5.0, 20.0), 8.0, 30.0));
        assert!(!free(point(20.0, 20.0), 4.0, 4.0), "outside, in the corner of the L");
        assert!(!free(point(8.0, 12.0), 8.0, 8.0), "across the inner corner");
    }
}

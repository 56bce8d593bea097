//! 「安全风险四色分布图」: title bar, plan at a round scale, legend and lists beside it, scale bar and north below.
//! Relies on one set of measures for A3; larger sheets multiply them.
//! Must not know: who counts as 重大, what a zone is called.

mod cut;
mod emergency;
mod excerpt;
mod furniture;
mod labels;
mod pins;
mod plan;
mod projection;
mod side;

use super::Printed;
use super::frame;
use super::look::{Look, created};
use super::theme::Style;
use crate::content::{Fault, FourColourMap, MapPurpose, PlanTruth, Problem};
use crate::layout::{
    Anchor, Bookmark, Colour, Document, Insets, Item, Layer, Mm, Page, Path, Picture, Rect, Size, TextRun,
    TextStyle, point,
};
use domain::PlanElementKind;
pub(super) use excerpt::{Excerpt, excerpt};
use labels::{Obstacles, Wish};
use plan::Draughtsman;
use projection::Projection;
use std::collections::BTreeMap;

/// Radius of a pin, in millimetres on A3.
const PIN: Mm = 3.3;
/// Width of the column beside the plan.
const SIDE: Mm = 78.0;
/// Space between the plan and the column.
const GUTTER: Mm = 9.0;

/// Which parts of a map are drawn besides the plan and the risks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapLayers {
    /// 「应急疏散」 exits, routes, extinguishers, assembly points.
    pub evacuation: bool,
}

impl Default for MapLayers {
    fn default() -> MapLayers {
        MapLayers { evacuation: true }
    }
}

/// Lays the sheet out. `pictures` holds the pictures under the plan, by their fingerprints.
pub fn four_colour_map<'s>(
    map: &FourColourMap<'_>,
    style: impl Into<Style<'s>>,
    paper: Size,
    pictures: &BTreeMap<String, Picture>,
    layers: MapLayers,
) -> Printed {
    let paper = paper.landscape();
    // Boards are longer or shorter than A sheets; type follows the side that is scarcer.
    let scale = (paper.width / 420.0).min(paper.height / 297.0);
    let look = Look::new(style.into(), scale, map.colours);
    let piece = match map.purpose {
        MapPurpose::Risk => format!("四色图 {}", map.subject),
        MapPurpose::Placement => format!("安装点位图 {}", map.subject),
    };
    let mut problems = map.problems.clone();
    for picture in map.plan.pictures.iter().filter(|own| !pictures.contains_key(&own.asset)) {
        let fingerprint = picture.asset.chars().take(8).collect();
        problems.push(Problem::new(piece.clone(), Fault::NoUnderlay { fingerprint }));
    }
    let mut page = Page::new(paper);
    let inner = paper.rect().inset(Insets {
        top: look.mm(11.5),
        right: look.mm(13.0),
        bottom: look.mm(8.0),
        left: look.mm(13.0),
    });
    let body = frame::head(&look, &map.title, &map.masthead, inner, &mut page.items);
    let (body, foot) = {
        let (foot, body) = body.split_bottom(look.mm(15.5));
        (body, foot)
    };
    let body = body.inset(Insets { top: look.mm(5.0), right: 0.0, bottom: look.mm(4.0), left: 0.0 });
    let (column, rest) = body.split_right(look.mm(SIDE));
    let area = rest.inset(Insets { right: look.mm(GUTTER), ..Insets::all(0.0) });

    let projection = plan::bounds(map).map(|bounds| {
        let area = area.inset(Insets::all(look.mm(1.0)));
        Projection::new(bounds, area, map.truth == PlanTruth::ToScale)
    });
    let mut homeless = Vec::new();
    if let Some(projection) = projection {
        let draughtsman = Draughtsman { look, projection, plan: &map.plan, frame: area, cut: None };
        homeless = drawing(map, &draughtsman, pictures, layers, &mut page.items);
    }
    if !homeless.is_empty() {
        problems.push(Problem::new(piece.clone(), Fault::NoRoomForNames { names: homeless }));
    }
    let rest = side::column(&look, map, column, &mut page.items);
    furniture::foot(&look, map, projection, foot, &mut page.items);

    let mut document = Document::new(map.title.clone(), created(&map.masthead));
    document.author.clone_from(&map.masthead.organisation);
    document.subject = match map.purpose {
        MapPurpose::Risk => "安全风险四色分布图".to_owned(),
        MapPurpose::Placement => "安装点位图".to_owned(),
    };
    document.keywords = vec![map.code.clone(), map.masthead.version.clone()];
    document.pages.push(page);
    document.outline.push(Bookmark::new(map.title.clone(), 0));
    if rest == side::Rest::GoesOn {
        let appendix = furniture::appendix(&look, map, inner, paper);
        document.outline.push(Bookmark::new("附表 风险点一览", 1));
        document.pages.extend(appendix);
        let sheets = document.pages.len();
        problems.push(Problem::new(piece.clone(), Fault::Continued { sheets }));
    }
    Printed::new(document, problems, |_| piece.clone())
}

/// Draws the plan in its layers. Gives the names that found no room.
fn drawing(
    map: &FourColourMap<'_>,
    draughtsman: &Draughtsman<'_>,
    pictures: &BTreeMap<String, Picture>,
    layers: MapLayers,
    items: &mut Vec<Item>,
) -> Vec<String> {
    let Draughtsman { look, projection, plan, frame, cut: _ } = draughtsman;
    let radius = look.mm(PIN);
    let wanted: Vec<_> = map.pins.iter().map(|pin| projection.at(pin.at)).collect();
    let places = pins::spread(&wanted, radius, look.mm(0.5), *frame);

    let mut pin_items = Vec::new();
    for (from, to) in wanted.iter().zip(&places) {
        if (from.x - to.x).hypot(from.y - to.y) > look.mm(0.4) {
            pin_items.push(Item::stroke(Path::line(*from, *to), look.line(Colour::INK, 0.25)));
            pin_items.push(Item::fill(Path::circle(*from, look.mm(0.55)), Colour::INK));
        }
    }
    for (pin, at) in map.pins.iter().zip(&places) {
        look.badge(&pin.number, pin.level, *at, radius, &mut pin_items);
    }

    let mut obstacles = Obstacles {
        discs: places.iter().map(|at| (*at, radius + look.mm(0.5))).collect(),
        ..Obstacles::default()
    };
    let mut texts = plan_texts(draughtsman, &mut obstacles);
    if layers.evacuation {
        obstacles.boxes.extend(emergency::boxes(draughtsman));
    }
    obstacles.clutter = clutter(draughtsman);
    let areas = plan.areas.iter().map(|area| wish(draughtsman, area, area.name.clone(), String::new()));
    let buildings: Vec<Wish> = plan
        .buildings
        .iter()
        .map(|own| {
            let name = format!("{} {}", own.code, own.area.name);
            wish(draughtsman, &own.area, name.trim().to_owned(), own.code.clone())
        })
        .collect();
    let (mut label_items, mut homeless) = labels::place(look, &buildings, obstacles.clone(), labels::FINE);
    // A zone around buildings keeps its name off them.
    obstacles.boxes.extend(buildings.iter().filter_map(|own| own.path.bounds()));
    let areas: Vec<Wish> = areas.collect();
    let (area_items, more) = labels::place(look, &areas, obstacles, labels::FINE);
    label_items.extend(area_items);
    homeless.extend(more);
    texts.extend(label_items);

    let layer = |name: &str, items: Vec<Item>| Item::Layer(Layer { name: name.to_owned(), items });
    items.push(layer("底图", draughtsman.below(pictures)));
    items.push(layer("区域", draughtsman.areas()));
    items.push(layer("底图", draughtsman.above()));
    if layers.evacuation {
        items.push(layer("应急疏散", emergency::draw(draughtsman)));
    }
    items.push(layer("标注", texts));
    items.push(layer("风险点", pin_items));
    homeless
}

/// What names should rather not cover: walls and columns much, stairs and doors less, furniture a little.
fn clutter(draughtsman: &Draughtsman<'_>) -> Vec<(Rect, f64)> {
    let Draughtsman { look, projection, plan, .. } = draughtsman;
    let mut clutter = Vec::new();
    for element in &plan.elements {
        let weight = match element.kind {
            PlanElementKind::Wall => 60.0,
            PlanElementKind::Column => 40.0,
            PlanElementKind::Stair | PlanElementKind::Door => 20.0,
            PlanElementKind::Symbol => 80.0,
            PlanElementKind::Route => 30.0,
            PlanElementKind::Dimension => 20.0,
            PlanElementKind::Furniture => 6.0,
            PlanElementKind::Window
            | PlanElementKind::Road
            | PlanElementKind::Green
            | PlanElementKind::Water
            | PlanElementKind::Sports
            | PlanElementKind::Line
            | PlanElementKind::Label => continue,
        };
        let points: Vec<_> = element.line.points().iter().map(|p| projection.at(*p)).collect();
        let parts = if element.kind == PlanElementKind::Wall { 2 } else { points.len().max(1) };
        let half = look.mm(0.4);
        for part in points.windows(parts) {
            if let Some(b) = Path::polyline(part.iter().copied()).bounds() {
                let grown = Rect::new(b.x - half, b.y - half, b.width + 2.0 * half, b.height + 2.0 * half);
                clutter.push((grown, weight));
            }
        }
    }
    clutter
}

fn wish(
    draughtsman: &Draughtsman<'_>,
    area: &crate::content::MapArea<'_>,
    name: String,
    short: String,
) -> Wish {
    Wish {
        path: draughtsman.outline(area.outline),
        heart: draughtsman.projection.at(area.outline.label_point()),
        name,
        short,
        word: area.level_word,
        level: area.standing.flatten(),
        coloured: area.standing.is_some(),
    }
}

/// Texts of the plan itself, at their own size within limits. One that repeats a zone's name is left to the zone.
fn plan_texts(draughtsman: &Draughtsman<'_>, obstacles: &mut Obstacles) -> Vec<Item> {
    let Draughtsman { look, projection, plan, .. } = draughtsman;
    let mut items = Vec::new();
    for own in plan.elements.iter().filter_map(|own| Some((own, own.dimension()?))) {
        let (element, dimension) = own;
        let height = projection.length(element.size.max(1) as f64) / crate::layout::MM_PER_PT;
        let points = (height / look.scale).clamp(5.2, 8.0);
        let style = look.regular(points).colour(Colour::INK).halo(Colour::WHITE, look.mm(0.25));
        let words = format!("{} {}", dimension.words(), element.text);
        let at = projection.at(dimension.middle());
        let run = TextRun::centred(look.fonts, words.trim(), &style, at, Anchor::Middle);
        let degrees = geometry::direction(dimension.line[0], dimension.line[1]).unwrap_or(0.0);
        items.push(Item::Text(turned(run, at, degrees)));
    }
    for element in plan.elements.iter().filter(|own| own.kind == PlanElementKind::Label) {
        let Some(at) = element.line.points().first() else { continue };
        let repeats = |area: &crate::content::MapArea<'_>| {
            area.name == element.text.trim() && area.outline.contains(*at)
        };
        if plan.areas.iter().chain(plan.buildings.iter().map(|own| &own.area)).any(repeats) {
            continue;
        }
        let height = projection.length(element.size.max(1) as f64) / crate::layout::MM_PER_PT;
        let points = (height / look.scale).clamp(5.2, 13.0);
        let style: TextStyle = look.regular(points).colour(Colour::GREY).halo(Colour::WHITE, look.mm(0.25));
        let run = TextRun::centred(look.fonts, &element.text, &style, projection.at(*at), Anchor::Middle);
        if let [from, to, ..] = element.line.points()
            && let Some(degrees) = geometry::direction(*from, *to).filter(|own| *own != 0.0)
        {
            items.push(Item::Text(turned(run, projection.at(*from), degrees)));
            continue;
        }
        let line = style.size.mm();
        obstacles.boxes.push(Rect::new(
            run.origin.x - look.mm(0.3),
            projection.at(*at).y - line * 0.55,
            run.advance + look.mm(0.6),
            line * 1.1,
        ));
        items.push(Item::Text(run));
    }
    items
}

/// A run of text turned about a place, and never standing on its head.
fn turned(mut run: TextRun, about: crate::layout::Point, degrees: f64) -> TextRun {
    let degrees = if degrees > 90.0 && degrees <= 270.0 { degrees - 180.0 } else { degrees };
    let (sine, cosine) = degrees.to_radians().sin_cos();
    let (x, y) = (run.origin.x - about.x, run.origin.y - about.y);
    run.origin = point(about.x + x * cosine - y * sine, about.y + x * sine + y * cosine);
    run.rotation = degrees;
    run
}

/// A thin line across `area` at `y`.
fn rule(look: &Look<'_>, area: Rect, y: Mm, width: Mm, items: &mut Vec<Item>) {
    let path = Path::line(point(area.x, y), point(area.right(), y));
    items.push(Item::stroke(path, look.line(Colour::INK, width)));
}

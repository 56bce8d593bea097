//! A part of a plan on a card: the zone of the point in its colour, walls, names of rooms, the point, north and scale.
//! Relies on the draughtsman of the map: no line of a plan is drawn anywhere else.
//! Must not know: what else stands on the card.

use super::cut::Cut;
use super::labels::{self, Obstacles};
use super::plan::Draughtsman;
use super::projection::{Projection, bar_length};
use super::{clutter, furniture, wish};
use crate::content::{PlanExcerpt, PlanTruth};
use crate::layout::{Anchor, Clip, Colour, Item, Mm, Path, Picture, Rect, Stroke, point};
use crate::templates::look::Look;
use domain::RiskLevel;
use std::collections::BTreeMap;

/// Names below this scale would be too small to be read on paper that is held in the hand.
const READABLE: f64 = 0.8;
/// Radius of the mark at the point, at scale 1.
const MARK: Mm = 2.0;
/// The longest scale bar, as a share of the frame.
const BAR: f64 = 0.36;

/// What of an excerpt differs from card to card.
pub(in crate::templates) struct Excerpt<'a> {
    /// The part of the plan.
    pub(in crate::templates) part: &'a PlanExcerpt<'a>,
    /// The level of the point.
    pub(in crate::templates) level: Option<RiskLevel>,
    /// Pictures under plans, by fingerprint.
    pub(in crate::templates) pictures: &'a BTreeMap<String, Picture>,
}

/// Draws the excerpt into a frame of its proportions, the name of the floor and the scale in `foot` below it. Lines are as fine as
/// `look` says.
pub(in crate::templates) fn excerpt(
    look: &Look<'_>,
    own: &Excerpt<'_>,
    frame: Rect,
    foot: Rect,
    items: &mut Vec<Item>,
) {
    let part = own.part;
    let projection = Projection::new(part.window, frame, false);
    let cut = Some(Cut::around(frame, look.mm(2.0)));
    let draughtsman = Draughtsman { look: *look, projection, plan: &part.plan, frame, cut };
    let ground = Path::rect(frame);
    items.push(Item::fill(ground.clone(), Colour::WHITE));

    let at = projection.at(part.at);
    let radius = look.mm(MARK);
    let mut inside = draughtsman.below(own.pictures);
    inside.extend(draughtsman.areas());
    inside.extend(draughtsman.above());
    if look.scale >= READABLE {
        // Names stand whole inside the frame.
        let within = Some(Cut::around(frame, -look.mm(0.5)));
        inside.extend(names(&Draughtsman { cut: within, ..draughtsman }, at, radius));
    }
    items.push(Item::Clip(Clip { path: ground.clone(), items: inside }));
    // The point itself: a disc of the level between two rings that stand out from any ground.
    let level = look.level(own.level);
    items.push(Item::fill(Path::circle(at, radius * 1.7), Colour::WHITE));
    items.push(Item::stroke(Path::circle(at, radius * 1.45), look.line(Colour::INK, 0.5)));
    let fill = if own.level.is_some() { level.fill } else { Colour::GREY };
    items.push(Item::shape(Path::circle(at, radius * 0.9), fill, look.line(Colour::INK, 0.25)));
    items.push(Item::stroke(ground, Stroke::hairline(Colour::GREY)));

    let middle = foot.centre().y;
    let style = look.regular(7.2).colour(Colour::GREY);
    let mut room = foot.width;
    if part.truth == PlanTruth::ToScale {
        room -= bar(look, projection, foot, items) + look.mm(2.6);
    }
    let letter = "北";
    look.put(letter, &style, point(foot.x + room, middle), Anchor::End, items);
    room -= look.width(letter, &style) + look.mm(1.9);
    let fine = Look { scale: look.scale * 0.46, ..*look };
    furniture::needle(&fine, part.north, point(foot.x + room, middle), items);
    room -= look.mm(3.4);
    look.squeeze(&part.subject, &style, point(foot.x, middle), Anchor::Start, room, items);
}

/// A line with a stroke at each end and its length. Gives the width of it all.
fn bar(look: &Look<'_>, projection: Projection, foot: Rect, items: &mut Vec<Item>) -> Mm {
    let model = bar_length(projection.scale, foot.width * BAR);
    let length = projection.length(model);
    let metres = format!("{:.1}", model / 1000.0);
    let words = format!("{} m", metres.trim_end_matches('0').trim_end_matches('.'));
    let style = look.regular(7.2).colour(Colour::GREY);
    let middle = foot.centre().y;
    look.put(&words, &style, point(foot.right(), middle), Anchor::End, items);
    let right = foot.right() - look.width(&words, &style) - look.mm(1.2);
    let (left, tick) = (right - length, look.mm(0.9));
    let mut path = Path::line(point(left, middle), point(right, middle));
    for x in [left, right] {
        path.append(&Path::line(point(x, middle - tick), point(x, middle + tick)));
    }
    items.push(Item::stroke(path, look.line(Colour::INK, 0.25)));
    foot.right() - left
}

/// Names of the zone and of what is around it, off the mark. One without room is left out: the map has it.
fn names(draughtsman: &Draughtsman<'_>, at: crate::layout::Point, radius: Mm) -> Vec<Item> {
    let Draughtsman { look, plan, .. } = draughtsman;
    let obstacles =
        Obstacles { discs: vec![(at, radius * 2.0)], clutter: clutter(draughtsman), ..Obstacles::default() };
    let areas = plan.areas.iter().map(|area| wish(draughtsman, area, area.name.clone(), String::new()));
    let buildings = plan.buildings.iter().map(|own| {
        let name = format!("{} {}", own.code, own.area.name);
        wish(draughtsman, &own.area, name.trim().to_owned(), own.code.clone())
    });
    let mut wishes: Vec<_> = areas.chain(buildings).collect();
    // Where the heart lies beyond the frame, the middle of what is left takes its place.
    let frame = draughtsman.frame;
    for own in &mut wishes {
        let (x, y) = (own.heart.x, own.heart.y);
        let seen = x > frame.x && x < frame.right() && y > frame.y && y < frame.bottom();
        if let Some(bounds) = own.path.bounds().filter(|_| !seen) {
            own.heart = bounds.centre();
        }
    }
    labels::place(look, &wishes, obstacles, labels::COARSE).0
}

//! The neutral picture every backend draws: a document of pages of placed items.
//! Relies on the units, colours, outlines and runs beside it.
//! Must not know: which backend will draw it, what a card or a ledger is.

use super::colour::Colour;
use super::drawing::PlacedDrawing;
use super::path::{Fill, Path, Stroke};
use super::picture::Picture;
use super::qr::QrSymbol;
use super::run::TextRun;
use super::units::{Mm, Point, Rect, Size};
use std::collections::BTreeMap;

/// A moment in civil time, passed in by the caller: this crate has no clock. Written as UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
}

impl Timestamp {
    /// 1970-01-01, for documents whose day lies outside what files can say.
    pub const EPOCH: Timestamp = Timestamp { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };

    /// Midnight of a day. `None` when there is no such day between 1900 and 9999.
    pub fn date(year: u16, month: u8, day: u8) -> Option<Timestamp> {
        Timestamp::new(year, month, day, 0, 0, 0)
    }

    /// A second of a day. `None` when there is no such moment between 1900 and 9999.
    pub fn new(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> Option<Timestamp> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            _ => return None,
        };
        let valid = (1900..=9999).contains(&year)
            && (1..=days).contains(&day)
            && hour < 24
            && minute < 60
            && second < 60;
        valid.then_some(Timestamp { year, month, day, hour, minute, second })
    }

    /// Year, month, day, hour, minute, second.
    pub fn fields(&self) -> (u16, u8, u8, u8, u8, u8) {
        (self.year, self.month, self.day, self.hour, self.minute, self.second)
    }
}

/// A printable document. Plain data: same document, same bytes from every backend.
#[derive(Debug, Clone)]
pub struct Document {
    /// Title shown by viewers.
    pub title: String,
    /// Who made it: the organisation or the person.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// Search words.
    pub keywords: Vec<String>,
    /// When it was made, given by the caller.
    pub created: Timestamp,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Nested bookmarks.
    pub outline: Vec<Bookmark>,
}

impl Document {
    /// An empty document.
    pub fn new(title: impl Into<String>, created: Timestamp) -> Document {
        Document {
            title: title.into(),
            author: String::new(),
            subject: String::new(),
            keywords: Vec::new(),
            created,
            pages: Vec::new(),
            outline: Vec::new(),
        }
    }

    /// Calls `f` for each page with its number and the total, both from one: the second pass in which
    /// headers, footers and 「第 x 页 共 y 页」 are added.
    pub fn decorate(&mut self, mut f: impl FnMut(PageNumber, &mut Page)) {
        let total = self.pages.len();
        for (i, page) in self.pages.iter_mut().enumerate() {
            f(PageNumber { number: i + 1, total }, page);
        }
    }

    /// Every character the shipped fonts could not draw, with where it stands. Empty is the normal case;
    /// otherwise the caller must tell the user before the document is called done.
    pub fn missing_glyphs(&self) -> Vec<MissingGlyph> {
        let mut found: BTreeMap<char, Vec<(usize, String)>> = BTreeMap::new();
        for (i, page) in self.pages.iter().enumerate() {
            visit(&page.items, &mut |item| {
                if let Item::Text(run) = item {
                    for character in run.missing() {
                        let places = found.entry(character).or_default();
                        if places.len() < MOST_PLACES {
                            places.push((i, run.original()));
                        }
                    }
                }
            });
        }
        found
            .into_iter()
            .flat_map(|(character, places)| {
                places.into_iter().map(move |(page, text)| MissingGlyph { character, page, text })
            })
            .collect()
    }
}

/// Places reported for one missing character; the rest say nothing new.
const MOST_PLACES: usize = 20;

/// Number of a page and of all pages, from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageNumber {
    /// This page.
    pub number: usize,
    /// All pages.
    pub total: usize,
}

/// A character without a glyph, and the line it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// Index of the page, from zero.
    pub page: usize,
    /// The line as the author wrote it.
    pub text: String,
}

/// One sheet.
#[derive(Debug, Clone)]
pub struct Page {
    /// Trimmed size.
    pub size: Size,
    /// Painted first to last. Items may run past the edge by as much as the bleed, if one is wanted.
    pub items: Vec<Item>,
    /// Page label shown by viewers beside the number; empty for the plain number.
    pub label: String,
}

impl Page {
    /// An empty sheet.
    pub fn new(size: Size) -> Page {
        Page { size, items: Vec::new(), label: String::new() }
    }
}

/// A bookmark and those below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// What the viewer lists.
    pub title: String,
    /// Index of the page, from zero.
    pub page: usize,
    /// Where on the page, in millimetres from the top; `None` for the whole page.
    pub y: Option<Mm>,
    /// Bookmarks below this one.
    pub children: Vec<Bookmark>,
}

impl Bookmark {
    /// A bookmark to the top of a page, without children.
    pub fn new(title: impl Into<String>, page: usize) -> Bookmark {
        Bookmark { title: title.into(), page, y: None, children: Vec::new() }
    }
}

/// Something placed on a page.
#[derive(Debug, Clone)]
pub enum Item {
    /// Filled and/or stroked outline.
    Shape(Shape),
    /// One line of text.
    Text(TextRun),
    /// Raster picture.
    Picture(PlacedPicture),
    /// Drawing that stands in other places too.
    Drawing(PlacedDrawing),
    /// QR symbol.
    Qr(PlacedQr),
    /// Items seen only inside an outline.
    Clip(Clip),
    /// Items a viewer can switch off together.
    Layer(Layer),
    /// Invisible rectangle that leads somewhere.
    Link(Link),
}

/// Outline with its paints. The fill is drawn first.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The outline.
    pub path: Path,
    /// Paint inside.
    pub fill: Option<Fill>,
    /// Paint on the line.
    pub stroke: Option<Stroke>,
}

/// A picture on the page.
#[derive(Debug, Clone)]
pub struct PlacedPicture {
    /// The picture.
    pub picture: Picture,
    /// Where it goes before turning; it is stretched to fill.
    pub frame: Rect,
    /// Turn around the middle of the frame, in degrees clockwise.
    pub rotation: f64,
    /// `1.0` covers, lower values fade an underlay.
    pub opacity: f64,
}

/// A QR symbol on the page.
#[derive(Debug, Clone)]
pub struct PlacedQr {
    /// The symbol.
    pub symbol: QrSymbol,
    /// Upper left corner of its square box, quiet zone included.
    pub origin: Point,
    /// Side of the box, in millimetres.
    pub side: Mm,
    /// Dark modules.
    pub dark: Colour,
    /// Ground of the whole box; `None` when it already stands on white.
    pub light: Option<Colour>,
}

/// Items cut at an outline.
#[derive(Debug, Clone)]
pub struct Clip {
    /// Only what is inside shows (even-odd).
    pub path: Path,
    /// What is cut.
    pub items: Vec<Item>,
}

/// Items under a name. Layers with the same name on several pages are one switch.
#[derive(Debug, Clone)]
pub struct Layer {
    /// Name shown by viewers, and `data-name` in SVG.
    pub name: String,
    /// What it holds.
    pub items: Vec<Item>,
}

/// A clickable rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where it can be clicked.
    pub area: Rect,
    /// Where it leads.
    pub target: LinkTarget,
}

/// Where a [`Link`] leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// An address; only `http`, `https`, `mailto` and `tel` are written, others are left out.
    Url(String),
    /// A page of this document, by index from zero.
    Page(usize),
}

impl Item {
    /// A filled outline.
    pub fn fill(path: Path, fill: impl Into<Fill>) -> Item {
        Item::Shape(Shape { path, fill: Some(fill.into()), stroke: None })
    }

    /// A stroked outline.
    pub fn stroke(path: Path, stroke: Stroke) -> Item {
        Item::Shape(Shape { path, fill: None, stroke: Some(stroke) })
    }

    /// A filled outline with a line around it.
    pub fn shape(path: Path, fill: impl Into<Fill>, stroke: Stroke) -> Item {
        Item::Shape(Shape { path, fill: Some(fill.into()), stroke: Some(stroke) })
    }

    /// A symbol on white, `side` millimetres wide with its quiet zone.
    pub fn qr(symbol: QrSymbol, origin: Point, side: Mm) -> Item {
        Item::Qr(PlacedQr { symbol, origin, side, dark: Colour::BLACK, light: Some(Colour::WHITE) })
    }

    /// A picture stretched into `frame`, upright and opaque.
    pub fn picture(picture: Picture, frame: Rect) -> Item {
        Item::Picture(PlacedPicture { picture, frame, rotation: 0.0, opacity: 1.0 })
    }

    /// Moves the item by `dx`, `dy` millimetres: how a card laid out once lands in its place on a sheet.
    pub fn translate(&mut self, dx: Mm, dy: Mm) {
        match self {
            Item::Shape(shape) => shape.path.translate(dx, dy),
            Item::Text(run) => run.origin = run.origin.offset(dx, dy),
            Item::Picture(p) => p.frame = p.frame.offset(dx, dy),
            Item::Drawing(own) => own.origin = own.origin.offset(dx, dy),
            Item::Qr(qr) => qr.origin = qr.origin.offset(dx, dy),
            Item::Clip(clip) => {
                clip.path.translate(dx, dy);
                clip.items.iter_mut().for_each(|i| i.translate(dx, dy));
            }
            Item::Layer(layer) => layer.items.iter_mut().for_each(|i| i.translate(dx, dy)),
            Item::Link(link) => link.area = link.area.offset(dx, dy),
        }
    }
}

/// Calls `f` for every item, groups included, in painting order. What is inside a drawing is lines and surfaces in units
/// of their own, and is not visited.
pub fn visit<'a>(items: &'a [Item], f: &mut impl FnMut(&'a Item)) {
    for item in items {
        f(item);
        match item {
            Item::Clip(clip) => visit(&clip.items, f),
            Item::Layer(layer) => visit(&layer.items, f),
            Item::Shape(_)
            | Item::Text(_)
            | Item::Picture(_)
            | Item::Drawing(_)
            | Item::Qr(_)
            | Item::Link(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist() {
        assert!(Timestamp::date(2024, 2, 29).is_some());
        assert!(Timestamp::date(2026, 2, 29).is_none());
        assert!(Timestamp::date(2026, 13, 1).is_none());
        assert!(Timestamp::new(2026, 1, 1, 24, 0, 0).is_none());
    }
}

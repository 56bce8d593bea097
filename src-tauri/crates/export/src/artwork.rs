//! Vector drawings from SVG (safety signs, emblems) as items, so that they stay sharp in every format.
//! Relies on usvg for parsing and flattening, on `layout` for the items.
//! Must not know: which sign means what, files.

use crate::layout::{
    Blend, Cap, Clip, Colour, Drawing, Fill, FillRule, Fonts, Item, Join, Path, PlacedDrawing, Point, Rect,
    Shape, Size, Stroke, point, scale,
};
use crate::svg_input;
use resvg::tiny_skia::{PathSegment, Transform};
use resvg::usvg;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Largest drawing accepted, in bytes of SVG.
pub const MOST_BYTES: usize = 4_000_000;
/// Most outline steps accepted in one drawing.
pub const MOST_STEPS: usize = 200_000;

/// Why a drawing was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArtworkError {
    /// Too many bytes.
    #[error("a drawing of {bytes} bytes; at most {MOST_BYTES} are accepted")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Not an SVG that can be read.
    #[error("the drawing cannot be read: {reason}")]
    Unreadable {
        /// What the parser said, with the place.
        reason: String,
    },
    /// Too many outline steps.
    #[error("the drawing has more than {MOST_STEPS} outline steps")]
    TooDetailed,
}

/// A drawing as SVG of our own: lines and surfaces only, no scripts, no links, nothing from elsewhere, texts as outlines.
///
/// # Errors
/// See [`ArtworkError`].
pub fn clean_svg(svg: &[u8], fonts: &Fonts) -> Result<String, ArtworkError> {
    // What it looks like here is what it will look like in print.
    let drawing = Artwork::from_svg(svg, fonts, |[r, g, b]| Colour::from_rgb(r, g, b))?;
    if drawing.items.is_empty() {
        return Err(ArtworkError::Unreadable { reason: "no lines or surfaces".to_owned() });
    }
    let tree = usvg::Tree::from_data(svg, &svg_input::options(fonts))
        .map_err(|e| ArtworkError::Unreadable { reason: e.to_string() })?;
    let options = usvg::WriteOptions {
        indent: usvg::Indent::None,
        coordinates_precision: 4,
        transforms_precision: 6,
        ..usvg::WriteOptions::default()
    };
    let text = tree.to_string(&options);
    if text.contains("<image") {
        return Err(ArtworkError::Unreadable { reason: "raster pictures inside".to_owned() });
    }
    Ok(text)
}

/// A vector drawing without a place.
#[derive(Debug, Clone)]
pub struct Artwork {
    items: Vec<Item>,
    /// The same to be placed many times.
    shared: Arc<Drawing>,
    size: Size,
    left_out: Vec<&'static str>,
}

impl Artwork {
    /// Reads a drawing. Screen colours become inks through `inks`, which can know the exact recipe of a safety
    /// colour; [`Colour::from_rgb`] in the form `|[r, g, b]| Colour::from_rgb(r, g, b)` is the plain choice.
    ///
    /// # Errors
    /// See [`ArtworkError`].
    pub fn from_svg(
        svg: &[u8],
        fonts: &Fonts,
        inks: impl Fn([u8; 3]) -> Colour,
    ) -> Result<Artwork, ArtworkError> {
        if svg.len() > MOST_BYTES {
            return Err(ArtworkError::TooLarge { bytes: svg.len() });
        }
        let tree = usvg::Tree::from_data(svg, &svg_input::options(fonts))
            .map_err(|e| ArtworkError::Unreadable { reason: e.to_string() })?;
        let mut reader = Reader { inks: &inks, left_out: BTreeSet::new(), steps: 0 };
        let mut items = Vec::new();
        reader.group(tree.root(), 1.0, &mut items);
        if reader.steps > MOST_STEPS {
            return Err(ArtworkError::TooDetailed);
        }
        let size = Size::new(f64::from(tree.size().width()), f64::from(tree.size().height()));
        let shared = Arc::new(Drawing::new(items.clone(), size));
        Ok(Artwork { items, shared, size, left_out: reader.left_out.into_iter().collect() })
    }

    /// Proportions of the drawing. Only the ratio means something.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Features of the drawing that are not shown: gradients, masks, filters, raster pictures, blending.
    pub fn left_out(&self) -> &[&'static str] {
        &self.left_out
    }

    /// The drawing as large as it fits into `frame`, centred, proportions kept.
    pub fn place(&self, frame: Rect) -> Vec<Item> {
        let area = frame.contain(self.size);
        let k = area.width / self.size.width;
        let mut items = self.items.clone();
        scale(&mut items, k, |p| point(area.x + p.x * k, area.y + p.y * k));
        items
    }

    /// The same as one item, which a document keeps once however often it stands there.
    pub fn placed(&self, frame: Rect) -> Item {
        Item::Drawing(PlacedDrawing::new(Arc::clone(&self.shared), frame))
    }

    /// The same turned about the middle of the frame, in degrees clockwise.
    pub fn place_turned(&self, frame: Rect, degrees: f64) -> Vec<Item> {
        let area = frame.contain(self.size);
        let k = area.width / self.size.width;
        let (centre, (sine, cosine)) = (frame.centre(), degrees.to_radians().sin_cos());
        let mut items = self.items.clone();
        scale(&mut items, k, |p| {
            let (x, y) = (area.x + p.x * k - centre.x, area.y + p.y * k - centre.y);
            point(centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine)
        });
        items
    }
}

struct Reader<'a> {
    inks: &'a dyn Fn([u8; 3]) -> Colour,
    left_out: BTreeSet<&'static str>,
    steps: usize,
}

impl Reader<'_> {
    fn group(&mut self, group: &usvg::Group, opacity: f64, items: &mut Vec<Item>) {
        if self.steps > MOST_STEPS {
            return;
        }
        if group.mask().is_some() {
            self.left_out.insert("mask");
        }
        if !group.filters().is_empty() {
            self.left_out.insert("filter");
        }
        if group.blend_mode() != usvg::BlendMode::Normal {
            self.left_out.insert("blending");
        }
        let opacity = opacity * f64::from(group.opacity().get());
        let mut inside = Vec::new();
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => self.group(group, opacity, &mut inside),
                usvg::Node::Path(path) => self.path(path, opacity, &mut inside),
                usvg::Node::Text(text) => self.group(text.flattened(), opacity, &mut inside),
                usvg::Node::Image(_) => {
                    self.left_out.insert("raster picture");
                }
            }
        }
        match group.clip_path() {
            Some(clip) => {
                let path = self.clip_outline(clip.root(), group.abs_transform().pre_concat(clip.transform()));
                items.push(Item::Clip(Clip { path, items: inside }));
            }
            None => items.append(&mut inside),
        }
    }

    /// The union of a clip's shapes, as good as one path can say it.
    fn clip_outline(&mut self, root: &usvg::Group, transform: Transform) -> Path {
        let mut outline = Path::new();
        for node in root.children() {
            match node {
                usvg::Node::Path(path) => {
                    let path = self.outline(path.data(), transform.pre_concat(path.abs_transform()));
                    outline.append(&path);
                }
                usvg::Node::Group(group) => {
                    let inner = self.clip_outline(group, transform);
                    outline.append(&inner);
                }
                usvg::Node::Image(_) | usvg::Node::Text(_) => {
                    self.left_out.insert("clipping by text or pictures");
                }
            }
        }
        outline
    }

    fn path(&mut self, path: &usvg::Path, opacity: f64, items: &mut Vec<Item>) {
        if !path.is_visible() {
            return;
        }
        let transform = path.abs_transform();
        let outline = self.outline(path.data(), transform);
        let fill = path.fill().and_then(|f| {
            let rule = match f.rule() {
                usvg::FillRule::NonZero => FillRule::NonZero,
                usvg::FillRule::EvenOdd => FillRule::EvenOdd,
            };
            let colour = self.paint(f.paint())?;
            Some(Fill { colour, opacity: opacity * f64::from(f.opacity().get()), blend: Blend::Normal, rule })
        });
        let stroke = path.stroke().and_then(|s| {
            let colour = self.paint(s.paint())?;
            // Lines have one width; a drawing stretched in one direction gets the mean.
            let k = f64::from((transform.sx * transform.sy - transform.kx * transform.ky).abs().sqrt());
            Some(Stroke {
                colour,
                width: f64::from(s.width().get()) * k,
                dash: s.dasharray().unwrap_or_default().iter().map(|d| f64::from(*d) * k).collect(),
                cap: match s.linecap() {
                    usvg::LineCap::Butt => Cap::Butt,
                    usvg::LineCap::Round => Cap::Round,
                    usvg::LineCap::Square => Cap::Square,
                },
                join: match s.linejoin() {
                    usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => Join::Miter,
                    usvg::LineJoin::Round => Join::Round,
                    usvg::LineJoin::Bevel => Join::Bevel,
                },
            })
        });
        let shape = |path: Path, fill, stroke| Item::Shape(Shape { path, fill, stroke });
        match (path.paint_order(), fill.is_some() && stroke.is_some()) {
            (usvg::PaintOrder::StrokeAndFill, true) => {
                items.push(shape(outline.clone(), None, stroke));
                items.push(shape(outline, fill, None));
            }
            _ => items.push(shape(outline, fill, stroke)),
        }
    }

    fn paint(&mut self, paint: &usvg::Paint) -> Option<Colour> {
        match paint {
            usvg::Paint::Color(c) => Some((self.inks)([c.red, c.green, c.blue])),
            usvg::Paint::LinearGradient(_) | usvg::Paint::RadialGradient(_) => {
                self.left_out.insert("gradient");
                None
            }
            usvg::Paint::Pattern(_) => {
                self.left_out.insert("pattern");
                None
            }
        }
    }

    fn outline(&mut self, data: &resvg::tiny_skia::Path, transform: Transform) -> Path {
        let place = |p: resvg::tiny_skia::Point| {
            let (x, y) = (f64::from(p.x), f64::from(p.y));
            let t = |v: f32| f64::from(v);
            point(
                t(transform.sx) * x + t(transform.kx) * y + t(transform.tx),
                t(transform.ky) * x + t(transform.sy) * y + t(transform.ty),
            )
        };
        let mut path = Path::new();
        let mut last = point(0.0, 0.0);
        for segment in data.segments() {
            self.steps += 1;
            match segment {
                PathSegment::MoveTo(p) => {
                    last = place(p);
                    path.move_to(last);
                }
                PathSegment::LineTo(p) => {
                    last = place(p);
                    path.line_to(last);
                }
                PathSegment::QuadTo(a, p) => {
                    let (a, end) = (place(a), place(p));
                    // The cubic with the same course: handles two thirds of the way to the quadratic one.
                    let toward = |from: Point| {
                        point(from.x + (a.x - from.x) * 2.0 / 3.0, from.y + (a.y - from.y) * 2.0 / 3.0)
                    };
                    path.cubic_to(toward(last), toward(end), end);
                    last = end;
                }
                PathSegment::CubicTo(a, b, p) => {
                    last = place(p);
                    path.cubic_to(place(a), place(b), last);
                }
                PathSegment::Close => {
                    path.close();
                }
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fonts;

    fn plain([r, g, b]: [u8; 3]) -> Colour {
        Colour::from_rgb(r, g, b)
    }

    #[test]
    fn shapes_keep_their_place_colour_and_width() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><g transform="translate(10 0)">
            <rect x="0" y="0" width="50" height="50" fill="#ffd100" stroke="#000" stroke-width="4"/></g>
            <linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient><rect width="5" height="5" fill="url(#g)"/>
            <image href="file:///etc/passwd" width="5" height="5"/></svg>"##;
        let art = Artwork::from_svg(svg, &fonts(), plain).unwrap();
        assert_eq!(art.left_out(), ["gradient"]);
        let items = art.place(Rect::new(0.0, 0.0, 200.0, 200.0));
        let Item::Shape(shape) = &items[0] else { panic!("{items:?}") };
        let bounds = shape.path.bounds().unwrap();
        assert!(
            (bounds.x - 20.0).abs() < 1e-3
                && (bounds.y - 50.0).abs() < 1e-3
                && (bounds.width - 100.0).abs() < 1e-3
        );
        assert_eq!(shape.fill.unwrap().colour.rgb, [0xff, 0xd1, 0x00]);
        assert!((shape.stroke.as_ref().unwrap().width - 8.0).abs() < 1e-3);
    }

    #[test]
    fn hostile_drawings_are_refused() {
        assert!(matches!(Artwork::from_svg(b"<svg", &fonts(), plain), Err(ArtworkError::Unreadable { .. })));
        let long = vec![b' '; MOST_BYTES + 1];
        assert!(matches!(Artwork::from_svg(&long, &fonts(), plain), Err(ArtworkError::TooLarge { .. })));
        let deep = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{}<path d=\"M0 0h1v1z\"/>{}</svg>",
            "<g opacity=\"0.9\">".repeat(100_000),
            "</g>".repeat(100_000)
        );
        assert!(Artwork::from_svg(deep.as_bytes(), &fonts(), plain).is_err());
        let bomb = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0{}\" fill=\"red\"/></svg>",
            "l1 1".repeat(MOST_STEPS + 1)
        );
        assert_eq!(
            Artwork::from_svg(bomb.as_bytes(), &fonts(), plain).unwrap_err(),
            ArtworkError::TooDetailed
        );
    }
}

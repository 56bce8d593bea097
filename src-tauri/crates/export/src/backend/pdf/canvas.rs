//! Items of one page as printpdf operations, writing a setting only when it changes.
//! Relies on the shared resources; operators printpdf has no exact form for go through `Op::Unknown`.
//! Must not know: other pages, the file around the page.

use super::drawings::painter;
use super::resources::{NO_VEIL, Resources, Veil};
use super::{CropMarks, InkSpace, Options, marks};
use crate::backend::BackendError;
use crate::layout::{
    Cap, Clip, Colour, Face, Fill, Item, Join, Layer, Link, LinkTarget, MM_PER_PT, Mm, Path, PlacedDrawing,
    PlacedPicture, PlacedQr, Point, QUIET_ZONE, Rect, Shape, Size, Step, Stroke, point,
};
use printpdf::{
    Actions, BorderArray, Cmyk, Color, ColorArray, CurTransMat, Destination, DictItem, HighlightingMode,
    LineCapStyle, LineDashPattern, LineJoinStyle, LinkAnnotation, Op, Pt, Rgb, XObjectTransform,
};

/// Where a page of the layout lies on the PDF page, which may have bleed and marks around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    trim: Size,
    bleed: Mm,
    margin: Mm,
}

impl Frame {
    pub(super) fn new(trim: Size, options: &Options) -> Frame {
        let bleed = options.bleed.max(0.0);
        let room = match options.crop_marks {
            CropMarks::None => 0.0,
            CropMarks::Corners => marks::ROOM,
        };
        Frame { trim, bleed, margin: bleed + room }
    }

    /// Width of the PDF page, in points.
    pub(super) fn width(&self) -> f32 {
        round((self.trim.width + 2.0 * self.margin) / MM_PER_PT)
    }

    /// Height of the PDF page, in points.
    pub(super) fn height(&self) -> f32 {
        round((self.trim.height + 2.0 * self.margin) / MM_PER_PT)
    }

    /// The trimmed page in points, as PDF wants boxes: left, bottom, right, top.
    pub(super) fn trim_box(&self) -> [f32; 4] {
        self.corners(0.0)
    }

    /// The trimmed page with its bleed, in points.
    pub(super) fn bleed_box(&self) -> [f32; 4] {
        self.corners(self.bleed)
    }

    /// A point of the layout in PDF space.
    pub(super) fn place(&self, p: Point) -> (f64, f64) {
        (self.x(p.x), self.y(p.y))
    }

    fn corners(&self, grow: Mm) -> [f32; 4] {
        let (left, top) = self.place(point(-grow, -grow));
        let (right, bottom) = self.place(point(self.trim.width + grow, self.trim.height + grow));
        [round(left), round(bottom), round(right), round(top)]
    }

    fn x(&self, x: Mm) -> f64 {
        (x + self.margin) / MM_PER_PT
    }

    fn y(&self, y: Mm) -> f64 {
        f64::from(self.height()) - (y + self.margin) / MM_PER_PT
    }
}

/// Points with two decimals: 0.0035 mm, finer than any printer, and short to write.
pub(super) fn round(points: f64) -> f32 {
    ((points * 100.0).round() / 100.0) as f32
}

fn fine(value: f64) -> f32 {
    ((value * 100_000.0).round() / 100_000.0) as f32
}

/// Settings the PDF page is known to have. `None` is unknown and forces the setting to be written.
#[derive(Debug, Clone, Default)]
struct State {
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<f32>,
    dash: Option<Vec<f32>>,
    cap: Option<Cap>,
    join: Option<Join>,
    veil: Option<Veil>,
    pub(super) font: Option<(Face, f32)>,
    tracking: Option<f32>,
}

pub(super) struct Canvas<'a> {
    pub(super) frame: Frame,
    pub(super) resources: &'a mut Resources,
    ink: InkSpace,
    page: usize,
    ops: Vec<Op>,
    state: State,
    /// Text object under way: where its line starts, in hundredths of a point.
    text: Option<(i64, i64)>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(frame: Frame, ink: InkSpace, page: usize, resources: &'a mut Resources) -> Canvas<'a> {
        // What PDF sets at the start of every page.
        let state = State {
            width: Some(1.0),
            dash: Some(Vec::new()),
            cap: Some(Cap::Butt),
            join: Some(Join::Miter),
            veil: Some(NO_VEIL),
            tracking: Some(0.0),
            ..State::default()
        };
        Canvas { frame, resources, ink, page, ops: Vec::new(), state, text: None }
    }

    pub(super) fn into_ops(mut self) -> Vec<Op> {
        self.end_text();
        self.ops
    }

    pub(super) fn items(&mut self, items: &[Item]) -> Result<(), BackendError> {
        for item in items {
            match item {
                Item::Shape(shape) => self.shape(shape),
                Item::Text(run) => self.text_run(run),
                Item::Picture(picture) => self.picture(picture)?,
                Item::Drawing(own) => self.drawing(own)?,
                Item::Qr(qr) => self.qr(qr),
                Item::Clip(clip) => self.clip(clip)?,
                Item::Layer(layer) => self.layer(layer)?,
                Item::Link(link) => self.link(link),
            }
        }
        Ok(())
    }

    pub(super) fn push(&mut self, op: Op) {
        self.ops.push(op);
    }

    fn raw(&mut self, operator: &str, operands: &[f32]) {
        let value = operands.iter().map(|v| DictItem::Real(*v)).collect();
        self.ops.push(Op::Unknown { key: operator.to_owned(), value });
    }

    fn shape(&mut self, shape: &Shape) {
        let Some(painter) = painter(shape) else { return };
        if shape.path.is_empty() {
            return;
        }
        self.end_text();
        let veil = shape.fill.map_or(NO_VEIL, |f| (alpha(f.opacity), f.blend));
        self.set_veil(veil);
        if let Some(Fill { colour, .. }) = shape.fill {
            self.set_fill(colour);
        }
        if let Some(stroke) = &shape.stroke {
            self.set_stroke(stroke);
        }
        self.path(&shape.path);
        self.raw(painter, &[]);
    }

    fn path(&mut self, path: &Path) {
        if let Some(r) = as_rect(path) {
            let (x, y) = self.frame.place(point(r.x, r.bottom()));
            let (right, top) = self.frame.place(point(r.right(), r.y));
            let (x, y) = (round(x), round(y));
            self.raw("re", &[x, y, round(f64::from(round(right) - x)), round(f64::from(round(top) - y))]);
            return;
        }
        let frame = self.frame;
        let at = |p: &Point| {
            let (x, y) = frame.place(*p);
            [round(x), round(y)]
        };
        for step in path.steps() {
            match step {
                Step::Move(p) => self.raw("m", &at(p)),
                Step::Line(p) => self.raw("l", &at(p)),
                Step::Cubic(a, b, p) => {
                    let ([ax, ay], [bx, by], [x, y]) = (at(a), at(b), at(p));
                    self.raw("c", &[ax, ay, bx, by, x, y]);
                }
                Step::Close => self.raw("h", &[]),
            }
        }
    }

    fn qr(&mut self, qr: &PlacedQr) {
        self.end_text();
        self.set_veil(NO_VEIL);
        if let Some(light) = qr.light {
            self.set_fill(light);
            self.path(&Path::rect(Rect::new(qr.origin.x, qr.origin.y, qr.side, qr.side)));
            self.raw("f", &[]);
        }
        self.set_fill(qr.dark);
        let module = qr.side / f64::from(qr.symbol.modules() + 2 * QUIET_ZONE);
        let corner = qr.origin.offset(module * f64::from(QUIET_ZONE), module * f64::from(QUIET_ZONE));
        let (x, y) = self.frame.place(corner);
        let k = fine(module / MM_PER_PT);
        // In a space of whole modules every number is one or two digits.
        self.push(Op::SaveGraphicsState);
        self.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([k, 0.0, 0.0, -k, round(x), round(y)]),
        });
        for c in qr.symbol.cells() {
            self.raw("re", &[c.x as f32, c.y as f32, c.width as f32, c.height as f32]);
        }
        self.raw("f", &[]);
        self.push(Op::RestoreGraphicsState);
    }

    fn picture(&mut self, placed: &PlacedPicture) -> Result<(), BackendError> {
        let id = self.resources.picture(&placed.picture, self.page)?;
        self.end_text();
        self.set_veil((alpha(placed.opacity), crate::layout::Blend::Normal));
        let (cx, cy) = self.frame.place(placed.frame.centre());
        let (w, h) = (placed.frame.width / MM_PER_PT, placed.frame.height / MM_PER_PT);
        // PDF turns anticlockwise; the unit square is turned around its middle.
        let (sin, cos) = (-placed.rotation).to_radians().sin_cos();
        let (x, y) = (cx - (w * cos - h * sin) / 2.0, cy - (w * sin + h * cos) / 2.0);
        let matrix = [fine(w * cos), fine(w * sin), fine(-h * sin), fine(h * cos), fine(x), fine(y)];
        self.push(Op::SaveGraphicsState);
        self.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        self.push(Op::UseXobject {
            id,
            transform: XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() },
        });
        self.push(Op::RestoreGraphicsState);
        Ok(())
    }

    fn drawing(&mut self, own: &PlacedDrawing) -> Result<(), BackendError> {
        if !own.drawing.is_plain() {
            return self.items(&own.items());
        }
        let id = self.resources.drawing(&own.drawing, self.ink);
        self.end_text();
        self.set_veil(NO_VEIL);
        let (x, y) = self.frame.place(own.origin);
        let k = fine(own.scale / MM_PER_PT);
        self.push(Op::SaveGraphicsState);
        self.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([k, 0.0, 0.0, -k, round(x), round(y)]),
        });
        self.push(Op::UseXobject {
            id,
            transform: XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() },
        });
        self.push(Op::RestoreGraphicsState);
        Ok(())
    }

    fn clip(&mut self, clip: &Clip) -> Result<(), BackendError> {
        if clip.path.is_empty() {
            return Ok(());
        }
        self.end_text();
        let saved = self.state.clone();
        self.push(Op::SaveGraphicsState);
        self.path(&clip.path);
        self.raw("W*", &[]);
        self.raw("n", &[]);
        self.items(&clip.items)?;
        self.end_text();
        self.push(Op::RestoreGraphicsState);
        // printpdf follows the font through operations without undoing it here, so it is written again.
        self.state = State { font: None, ..saved };
        Ok(())
    }

    fn layer(&mut self, layer: &Layer) -> Result<(), BackendError> {
        self.end_text();
        let layer_id = self.resources.layer(&layer.name);
        self.push(Op::BeginLayer { layer_id });
        self.items(&layer.items)?;
        self.end_text();
        self.push(Op::EndLayer);
        Ok(())
    }

    fn link(&mut self, link: &Link) {
        let actions = match &link.target {
            LinkTarget::Url(address) => match crate::backend::link::safe(address) {
                Some(address) => Actions::uri(address),
                None => return,
            },
            LinkTarget::Page(index) => {
                Actions::go_to(Destination::Xyz { page: index + 1, left: None, top: None, zoom: None })
            }
        };
        let (x, y) = self.frame.place(point(link.area.x, link.area.bottom()));
        let rect = printpdf::Rect {
            x: Pt(round(x)),
            y: Pt(round(y)),
            width: Pt(round(link.area.width / MM_PER_PT)),
            height: Pt(round(link.area.height / MM_PER_PT)),
            mode: None,
            winding_order: None,
        };
        let link = LinkAnnotation {
            rect,
            actions,
            border: BorderArray::Solid([0.0, 0.0, 0.0]),
            color: ColorArray::Transparent,
            highlighting: HighlightingMode::None,
        };
        self.push(Op::LinkAnnotation { link });
    }

    /// The point where the current text object's line starts, opening one if there is none.
    pub(super) fn begin_text(&mut self) -> (i64, i64) {
        *self.text.get_or_insert_with(|| {
            self.ops.push(Op::StartTextSection);
            (0, 0)
        })
    }

    pub(super) fn move_text(&mut self, to: (i64, i64)) {
        self.text = Some(to);
    }

    pub(super) fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    pub(super) fn set_fill(&mut self, colour: Colour) {
        if self.state.fill.replace(colour) != Some(colour) {
            let col = self.colour(colour);
            self.push(Op::SetFillColor { col });
        }
    }

    pub(super) fn set_stroke(&mut self, stroke: &Stroke) {
        if self.state.stroke.replace(stroke.colour) != Some(stroke.colour) {
            let col = self.colour(stroke.colour);
            self.push(Op::SetOutlineColor { col });
        }
        let width = round(stroke.width / MM_PER_PT);
        if self.state.width.replace(width) != Some(width) {
            self.push(Op::SetOutlineThickness { pt: Pt(width) });
        }
        let dash: Vec<f32> = stroke.dash.iter().map(|d| round(d.max(0.0) / MM_PER_PT)).collect();
        // A dash without any length would be an error for viewers.
        let dash = if dash.iter().any(|d| *d > 0.0) { dash } else { Vec::new() };
        if self.state.dash.as_ref() != Some(&dash) {
            self.state.dash = Some(dash.clone());
            self.push(Op::SetLineDashPattern { dash: LineDashPattern { offset: 0.0, pattern: dash.into() } });
        }
        if self.state.cap.replace(stroke.cap) != Some(stroke.cap) {
            let cap = match stroke.cap {
                Cap::Butt => LineCapStyle::Butt,
                Cap::Round => LineCapStyle::Round,
                Cap::Square => LineCapStyle::ProjectingSquare,
            };
            self.push(Op::SetLineCapStyle { cap });
        }
        if self.state.join.replace(stroke.join) != Some(stroke.join) {
            let join = match stroke.join {
                Join::Miter => LineJoinStyle::Miter,
                Join::Round => LineJoinStyle::Round,
                Join::Bevel => LineJoinStyle::Bevel,
            };
            self.push(Op::SetLineJoinStyle { join });
        }
    }

    pub(super) fn set_veil(&mut self, veil: Veil) {
        if self.state.veil.replace(veil) != Some(veil) {
            let gs = self.resources.veil(veil);
            self.push(Op::LoadGraphicsState { gs });
        }
    }

    pub(super) fn set_font(&mut self, face: Face, points: f64) {
        let size = round(points).max(0.01);
        if self.state.font.replace((face, size)) != Some((face, size)) {
            let font = printpdf::PdfFontHandle::External(Resources::font(face));
            self.push(Op::SetFont { font, size: Pt(size) });
        }
    }

    pub(super) fn set_tracking(&mut self, points: f64) {
        let tracking = ((points * 1000.0).round() / 1000.0) as f32;
        if self.state.tracking.replace(tracking) != Some(tracking) {
            self.push(Op::SetCharacterSpacing { multiplier: tracking });
        }
    }

    fn colour(&self, colour: Colour) -> Color {
        match self.ink {
            InkSpace::Rgb => {
                let [r, g, b] = colour.rgb.map(|v| (f32::from(v) / 255.0 * 1000.0).round() / 1000.0);
                Color::Rgb(Rgb { r, g, b, icc_profile: None })
            }
            InkSpace::Cmyk => {
                let [c, m, y, k] = colour.cmyk.map(|v| f32::from(v.min(100)) / 100.0);
                Color::Cmyk(Cmyk { c, m, y, k, icc_profile: None })
            }
        }
    }
}

/// Opacity in 255ths.
fn alpha(opacity: f64) -> u8 {
    (opacity.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// The rectangle a path is, if it is one: it takes one operator instead of five.
fn as_rect(path: &Path) -> Option<Rect> {
    let [Step::Move(a), Step::Line(b), Step::Line(c), Step::Line(d), Step::Close] = path.steps() else {
        return None;
    };
    let flat = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    (flat && b.x >= a.x && c.y >= b.y).then(|| Rect::new(a.x, a.y, c.x - a.x, c.y - a.y))
}

//! SVG: one self-contained picture per page, the same marks at the same places as the PDF.
//! Relies on the neutral picture; text stays text, with the place of every piece written down.
//! Must not know: what is said, browsers' fonts, scripts.

use super::{BackendError, Watch, check, link, report};
use crate::layout::{
    Blend, Cap, Clip, Colour, Document, Face, Fill, FillRule, Fonts, Item, Join, Layer, Link, LinkTarget,
    MM_PER_PT, Mm, Page, Path, Picture, PictureKind, PlacedDrawing, PlacedPicture, PlacedQr, QUIET_ZONE,
    Shape, Step, Stroke, TextRun,
};
use base64::Engine as _;
use std::fmt::Write as _;

/// Glyphs one by one, as measured: a browser would otherwise kern, join letters and choose glyphs by language.
const SHAPING: &str = "font-kerning:none;font-variant-ligatures:none;font-synthesis:none;\
                       font-feature-settings:'kern' 0,'liga' 0,'ccmp' 0,'locl' 0";

/// Writes every page.
///
/// # Errors
/// See [`BackendError`].
pub fn write(document: &Document, fonts: &Fonts, watch: &mut Watch<'_>) -> Result<Vec<String>, BackendError> {
    check::document(document)?;
    let total = document.pages.len();
    let mut pages = Vec::with_capacity(total);
    for index in 0..total {
        report(watch, index, total)?;
        pages.push(page(document, index, fonts)?);
    }
    report(watch, total, total)?;
    Ok(pages)
}

/// Writes one page, `index` counting from zero.
///
/// # Errors
/// See [`BackendError`].
pub fn page(document: &Document, index: usize, fonts: &Fonts) -> Result<String, BackendError> {
    let no_page = BackendError::NoSuchPage { page: index + 1, pages: document.pages.len() };
    let page = document.pages.get(index).ok_or(no_page)?;
    check::page(index + 1, page)?;
    let mut writer = Writer {
        fonts,
        prefix: format!("p{}-", index + 1),
        body: String::new(),
        definitions: String::new(),
        pictures: Vec::new(),
        clips: 0,
        layers: 0,
    };
    writer.items(&page.items);
    Ok(writer.finish(page, &document.title))
}

struct Writer<'a> {
    fonts: &'a Fonts,
    prefix: String,
    body: String,
    definitions: String,
    /// Pictures already defined, with the size they were defined at.
    pictures: Vec<(&'a Picture, Mm, Mm)>,
    clips: usize,
    layers: usize,
}

impl<'a> Writer<'a> {
    fn finish(self, page: &Page, title: &str) -> String {
        let (w, h) = (Num(page.size.width), Num(page.size.height));
        let family = self.fonts.family(Face::Regular);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}mm\" height=\"{h}mm\" viewBox=\"0 0 {w} {h}\" \
             font-family=\"'{}'\" fill-rule=\"evenodd\" text-rendering=\"geometricPrecision\" \
             style=\"{SHAPING}\">\n<title>{}</title>\n",
            Text(family),
            Text(title)
        );
        if !self.definitions.is_empty() {
            let _ = writeln!(svg, "<defs>{}</defs>", self.definitions);
        }
        let _ = writeln!(svg, "<path d=\"M0 0H{w}V{h}H0z\" fill=\"#fff\"/>");
        svg.push_str(&self.body);
        svg.push_str("</svg>\n");
        svg
    }

    fn items(&mut self, items: &'a [Item]) {
        for item in items {
            match item {
                Item::Shape(shape) => self.shape(shape),
                Item::Text(run) => self.text(run),
                Item::Picture(picture) => self.picture(picture),
                Item::Drawing(own) => self.drawing(own),
                Item::Qr(qr) => self.qr(qr),
                Item::Clip(clip) => self.clip(clip),
                Item::Layer(layer) => self.layer(layer),
                Item::Link(link) => self.link(link),
            }
        }
    }

    fn drawing(&mut self, own: &'a PlacedDrawing) {
        let _ = writeln!(
            self.body,
            "<g transform=\"translate({} {}) scale({:.6})\">",
            Num(own.origin.x),
            Num(own.origin.y),
            own.scale
        );
        self.items(own.drawing.items());
        self.body.push_str("</g>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        if shape.path.is_empty() || (shape.fill.is_none() && shape.stroke.is_none()) {
            return;
        }
        let _ = write!(self.body, "<path d=\"{}\"", Data(&shape.path));
        match &shape.fill {
            None => self.body.push_str(" fill=\"none\""),
            Some(Fill { colour, opacity, blend, rule }) => {
                let _ = write!(self.body, " fill=\"{}\"", Hex(*colour));
                if *opacity < 1.0 {
                    let _ = write!(self.body, " fill-opacity=\"{}\"", Num(opacity.max(0.0)));
                }
                if *rule == FillRule::NonZero {
                    self.body.push_str(" fill-rule=\"nonzero\"");
                }
                if *blend == Blend::Multiply {
                    self.body.push_str(" style=\"mix-blend-mode:multiply\"");
                }
            }
        }
        if let Some(stroke) = &shape.stroke {
            self.stroke(stroke);
        }
        self.body.push_str("/>\n");
    }

    fn stroke(&mut self, stroke: &Stroke) {
        let _ =
            write!(self.body, " stroke=\"{}\" stroke-width=\"{}\"", Hex(stroke.colour), Num(stroke.width));
        if stroke.dash.iter().any(|d| *d > 0.0) {
            let dash: Vec<String> = stroke.dash.iter().map(|d| Num(d.max(0.0)).to_string()).collect();
            let _ = write!(self.body, " stroke-dasharray=\"{}\"", dash.join(" "));
        }
        self.body.push_str(match stroke.cap {
            Cap::Butt => "",
            Cap::Round => " stroke-linecap=\"round\"",
            Cap::Square => " stroke-linecap=\"square\"",
        });
        self.body.push_str(match stroke.join {
            // PDF cuts mitres at ten times the width, SVG would at four.
            Join::Miter => " stroke-miterlimit=\"10\"",
            Join::Round => " stroke-linejoin=\"round\"",
            Join::Bevel => " stroke-linejoin=\"bevel\"",
        });
    }

    fn text(&mut self, run: &TextRun) {
        if run.text.is_empty() || run.size.0 <= 0.0 {
            return;
        }
        let (x, y) = (run.origin.x, run.origin.y);
        let _ = write!(
            self.body,
            "<text y=\"{}\" font-size=\"{}\" fill=\"{}\"",
            Num(y),
            Num(run.size.mm()),
            Hex(run.colour)
        );
        if run.face != Face::Regular {
            self.body.push_str(" font-weight=\"700\"");
        }
        if run.face == Face::Title {
            let _ = write!(self.body, " font-family=\"'{}'\"", Text(self.fonts.family(run.face)));
        }
        if run.tracking != 0.0 {
            let _ = write!(self.body, " letter-spacing=\"{}\"", Num(run.tracking));
        }
        if run.rotation != 0.0 {
            let _ = write!(self.body, " transform=\"rotate({} {} {})\"", Num(run.rotation), Num(x), Num(y));
        }
        if let Some(halo) = run.halo.filter(|h| h.width > 0.0) {
            let (ink, width) = (Hex(halo.colour), Num(halo.width * 2.0));
            let _ = write!(
                self.body,
                " stroke=\"{ink}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" paint-order=\"stroke\""
            );
        }
        if run.text.starts_with(' ') || run.text.ends_with(' ') || run.text.contains("  ") {
            self.body.push_str(" xml:space=\"preserve\"");
        }
        match self.pieces(run).as_slice() {
            [(start, piece)] => {
                let _ = write!(self.body, " x=\"{}\">{}", Num(x + start), Text(piece));
            }
            pieces => {
                self.body.push('>');
                for (start, piece) in pieces {
                    let _ = write!(self.body, "<tspan x=\"{}\">{}</tspan>", Num(x + start), Text(piece));
                }
            }
        }
        self.body.push_str("</text>\n");
    }

    /// The run cut at its gaps and inside the letter pairs that fonts would join, each with its start.
    fn pieces<'t>(&self, run: &'t TextRun) -> Vec<(Mm, &'t str)> {
        let mut pieces: Vec<(Mm, &str)> = Vec::new();
        let mut gaps = run.gaps.iter().peekable();
        let (mut x, mut start_x, mut start) = (0.0, 0.0, 0);
        let mut previous = ' ';
        for (at, c) in run.text.char_indices() {
            let gap = gaps.next_if(|g| g.at == at);
            if let Some(gap) = gap {
                x = gap.x;
            }
            let joins = previous == 'f' && matches!(c, 'f' | 'i' | 'l');
            if at > start && (gap.is_some() || joins) {
                pieces.push((start_x, &run.text[start..at]));
                (start, start_x) = (at, x);
            }
            x += self.fonts.advance(c, run.face).unwrap_or(0.0) * run.size.0 * MM_PER_PT + run.tracking;
            previous = c;
        }
        pieces.push((start_x, &run.text[start..]));
        pieces
    }

    fn picture(&mut self, placed: &'a PlacedPicture) {
        let frame = placed.frame;
        if frame.width <= 0.0 || frame.height <= 0.0 {
            return;
        }
        let known = self.pictures.iter().position(|(p, ..)| p.same_as(&placed.picture));
        let index = known.unwrap_or_else(|| {
            self.define_picture(&placed.picture, frame.width, frame.height);
            self.pictures.len() - 1
        });
        let Some((_, width, height)) = self.pictures.get(index) else { return };
        let (sx, sy) = (Num(frame.width / width), Num(frame.height / height));
        let centre = frame.centre();
        let _ = write!(self.body, "<use href=\"#{}i{index}\" transform=\"", self.prefix);
        if placed.rotation != 0.0 {
            let _ = write!(self.body, "rotate({} {} {})", Num(placed.rotation), Num(centre.x), Num(centre.y));
        }
        let _ = write!(self.body, "translate({} {})scale({sx} {sy})\"", Num(frame.x), Num(frame.y));
        if placed.opacity < 1.0 {
            let _ = write!(self.body, " opacity=\"{}\"", Num(placed.opacity.max(0.0)));
        }
        self.body.push_str("/>\n");
    }

    fn define_picture(&mut self, picture: &'a Picture, width: Mm, height: Mm) {
        let kind = match picture.kind() {
            PictureKind::Png => "png",
            PictureKind::Jpeg => "jpeg",
        };
        let _ = write!(
            self.definitions,
            "<image id=\"{}i{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" href=\"data:image/{kind};base64,",
            self.prefix,
            self.pictures.len(),
            Num(width),
            Num(height)
        );
        base64::engine::general_purpose::STANDARD.encode_string(picture.bytes(), &mut self.definitions);
        self.definitions.push_str("\"/>");
        self.pictures.push((picture, width, height));
    }

    fn qr(&mut self, qr: &PlacedQr) {
        let side = Num(qr.side);
        let (x, y) = (Num(qr.origin.x), Num(qr.origin.y));
        if let Some(light) = qr.light {
            let _ =
                writeln!(self.body, "<path d=\"M{x} {y}h{side}v{side}h-{side}z\" fill=\"{}\"/>", Hex(light));
        }
        let module = qr.side / f64::from(qr.symbol.modules() + 2 * QUIET_ZONE);
        let quiet = module * f64::from(QUIET_ZONE);
        let _ = write!(
            self.body,
            "<path transform=\"translate({} {})scale({:.6})\" fill=\"{}\" d=\"",
            Num(qr.origin.x + quiet),
            Num(qr.origin.y + quiet),
            module,
            Hex(qr.dark)
        );
        for c in qr.symbol.cells() {
            let _ = write!(self.body, "M{} {}h{}v{}h-{}z", c.x, c.y, c.width, c.height, c.width);
        }
        self.body.push_str("\"/>\n");
    }

    fn clip(&mut self, clip: &'a Clip) {
        if clip.path.is_empty() {
            return;
        }
        self.clips += 1;
        let id = format!("{}c{}", self.prefix, self.clips);
        let _ = write!(
            self.definitions,
            "<clipPath id=\"{id}\"><path clip-rule=\"evenodd\" d=\"{}\"/></clipPath>",
            Data(&clip.path)
        );
        let _ = writeln!(self.body, "<g clip-path=\"url(#{id})\">");
        self.items(&clip.items);
        self.body.push_str("</g>\n");
    }

    fn layer(&mut self, layer: &'a Layer) {
        self.layers += 1;
        let _ = writeln!(
            self.body,
            "<g id=\"{}layer{}\" data-name=\"{}\">",
            self.prefix,
            self.layers,
            Text(&layer.name)
        );
        self.items(&layer.items);
        self.body.push_str("</g>\n");
    }

    fn link(&mut self, link: &Link) {
        let address = match &link.target {
            LinkTarget::Url(address) => link::safe(address),
            LinkTarget::Page(index) => Some(format!("#page-{}", index + 1)),
        };
        let Some(address) = address else { return };
        let area = Path::rect(link.area);
        let _ = writeln!(
            self.body,
            "<a href=\"{}\"><path d=\"{}\" fill=\"none\" pointer-events=\"all\"/></a>",
            Text(&address),
            Data(&area)
        );
    }
}

/// A number with at most three decimals: a thousandth of a millimetre.
struct Num(f64);

impl std::fmt::Display for Num {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (self.0 * 1000.0).round() / 1000.0;
        // Adding zero turns "-0" into "0".
        write!(f, "{}", rounded + 0.0)
    }
}

/// A colour as `#rrggbb`.
struct Hex(Colour);

impl std::fmt::Display for Hex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// Path data.
struct Data<'a>(&'a Path);

impl std::fmt::Display for Data<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for step in self.0.steps() {
            match step {
                Step::Move(p) => write!(f, "M{} {}", Num(p.x), Num(p.y))?,
                Step::Line(p) => write!(f, "L{} {}", Num(p.x), Num(p.y))?,
                Step::Cubic(a, b, p) => write!(
                    f,
                    "C{} {} {} {} {} {}",
                    Num(a.x),
                    Num(a.y),
                    Num(b.x),
                    Num(b.y),
                    Num(p.x),
                    Num(p.y)
                )?,
                Step::Close => f.write_str("z")?,
            }
        }
        Ok(())
    }
}

/// Text for an element or an attribute: escaped, without characters that XML forbids.
struct Text<'a>(&'a str);

impl std::fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, expected) in
            [(1.0, "1"), (0.12345, "0.123"), (-0.0001, "0"), (12.3, "12.3"), (297.0, "297")]
        {
            assert_eq!(Num(value).to_string(), expected);
        }
    }

    #[test]
    fn nothing_escapes_its_place() {
        let hostile = "a\"b'<c>&d\u{0}\u{1b}\u{fffe}\n]]>";
        assert_eq!(Text(hostile).to_string(), "a&quot;b&#39;&lt;c&gt;&amp;d ]]&gt;");
    }
}

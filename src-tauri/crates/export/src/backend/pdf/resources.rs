//! What pages share: fonts, pictures, layers, transparency states; each embedded once, named by order.
//! Relies on printpdf's resource maps and on its parser for the fonts to embed.
//! Must not know: where things are drawn.

use super::{InkSpace, drawings, pictures};
use crate::backend::BackendError;
use crate::layout::{Blend, Document, Drawing, Face, Fonts, Item, Picture, TextRun, visit};
use printpdf::{
    BlendMode, ExtendedGraphicsState, ExtendedGraphicsStateId, ExternalXObject, FontId, Layer, LayerIntent,
    LayerInternalId, LayerSubtype, ParsedFont, PdfDocument, PdfFont, XObject, XObjectId,
};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// Transparency of what is drawn next: opacity in 255ths, and blending.
pub(super) type Veil = (u8, Blend);

/// Opaque and covering.
pub(super) const NO_VEIL: Veil = (255, Blend::Normal);

/// Faces as printpdf reads them. Reading one copies its file several times over; what was read is cheap to clone.
pub(super) struct Faces {
    fonts: Fonts,
    read: BTreeMap<Face, ParsedFont>,
}

impl Faces {
    pub(super) fn new(fonts: Fonts) -> Faces {
        Faces { fonts, read: BTreeMap::new() }
    }

    fn get(&mut self, face: Face) -> Result<&ParsedFont, BackendError> {
        match self.read.entry(face) {
            Entry::Occupied(read) => Ok(read.into_mut()),
            Entry::Vacant(place) => {
                let font = ParsedFont::from_bytes(self.fonts.bytes(face), 0, &mut Vec::new());
                let unreadable =
                    || BackendError::Font { reason: format!("the {face:?} face cannot be parsed") };
                Ok(place.insert(font.ok_or_else(unreadable)?))
            }
        }
    }
}

pub(super) struct Resources {
    fonts: BTreeMap<Face, ParsedFont>,
    /// Characters that share their glyph with one used more often: the glyph, and that other character.
    doubles: BTreeMap<(Face, char), (u16, char)>,
    pictures: Vec<(Picture, ExternalXObject)>,
    drawings: Vec<(Arc<Drawing>, ExternalXObject)>,
    layers: Vec<String>,
    veils: Vec<Veil>,
}

impl Resources {
    /// Takes the faces the document uses.
    pub(super) fn new(document: &Document, faces: &mut Faces) -> Result<Resources, BackendError> {
        let mut fonts = BTreeMap::new();
        let mut doubles = BTreeMap::new();
        for (face, counts) in used_characters(document) {
            let font = faces.get(face)?;
            find_doubles(face, &counts, font, &mut doubles);
            fonts.insert(face, font.clone());
        }
        Ok(Resources {
            fonts,
            doubles,
            pictures: Vec::new(),
            drawings: Vec::new(),
            layers: Vec::new(),
            veils: Vec::new(),
        })
    }

    /// Name of a face. Six capitals, because printpdf uses the name as the subset tag as well.
    pub(super) fn font(face: Face) -> FontId {
        FontId(match face {
            Face::Regular => "SISEAA".to_owned(),
            Face::Bold => "SISEAB".to_owned(),
            Face::Title => "SISEAC".to_owned(),
        })
    }

    /// When `c` shares its glyph with a commoner character: the glyph and that character. A PDF maps each glyph
    /// back to one text only.
    pub(super) fn double(&self, face: Face, c: char) -> Option<(u16, char)> {
        if self.doubles.is_empty() { None } else { self.doubles.get(&(face, c)).copied() }
    }

    /// Name of a picture, embedding it on first use.
    pub(super) fn picture(&mut self, picture: &Picture, page: usize) -> Result<XObjectId, BackendError> {
        let known = self.pictures.iter().position(|(p, _)| p.same_as(picture));
        let index = match known {
            Some(index) => index,
            None => {
                let embedded =
                    pictures::embed(picture).map_err(|reason| BackendError::Picture { page, reason })?;
                self.pictures.push((picture.clone(), embedded));
                self.pictures.len() - 1
            }
        };
        Ok(XObjectId(format!("P{index:05}")))
    }

    /// Name of a plain drawing, written on first use.
    pub(super) fn drawing(&mut self, drawing: &Arc<Drawing>, ink: InkSpace) -> XObjectId {
        let known = self.drawings.iter().position(|(own, _)| Arc::ptr_eq(own, drawing));
        let index = known.unwrap_or_else(|| {
            self.drawings.push((Arc::clone(drawing), drawings::form(drawing, ink)));
            self.drawings.len() - 1
        });
        XObjectId(format!("D{index:05}"))
    }

    /// Name of a layer; the same words are the same layer.
    pub(super) fn layer(&mut self, name: &str) -> LayerInternalId {
        let index = self.layers.iter().position(|l| l == name).unwrap_or_else(|| {
            self.layers.push(name.to_owned());
            self.layers.len() - 1
        });
        LayerInternalId(format!("L{index:05}"))
    }

    /// Name of a transparency state.
    pub(super) fn veil(&mut self, veil: Veil) -> ExtendedGraphicsStateId {
        let index = self.veils.iter().position(|v| *v == veil).unwrap_or_else(|| {
            self.veils.push(veil);
            self.veils.len() - 1
        });
        ExtendedGraphicsStateId(format!("V{index:03}"))
    }

    /// Hands everything to the PDF. Gives back the layers' names in the order of their objects.
    pub(super) fn install(self, pdf: &mut PdfDocument) -> Vec<String> {
        for (face, font) in self.fonts {
            pdf.resources.fonts.map.insert(Resources::font(face), PdfFont::new(font));
        }
        for (i, (_, object)) in self.pictures.into_iter().enumerate() {
            pdf.resources.xobjects.map.insert(XObjectId(format!("P{i:05}")), XObject::External(object));
        }
        for (i, (_, object)) in self.drawings.into_iter().enumerate() {
            pdf.resources.xobjects.map.insert(XObjectId(format!("D{i:05}")), XObject::External(object));
        }
        for (i, (opacity, blend)) in self.veils.into_iter().enumerate() {
            let mode = match blend {
                Blend::Normal => BlendMode::normal(),
                Blend::Multiply => BlendMode::multiply(),
            };
            let alpha = (f32::from(opacity) / 255.0 * 1000.0).round() / 1000.0;
            let state = ExtendedGraphicsState::default().with_current_fill_alpha(alpha).with_blend_mode(mode);
            pdf.resources.extgstates.map.insert(ExtendedGraphicsStateId(format!("V{i:03}")), state);
        }
        for i in 0..self.layers.len() {
            // The real name is set afterwards: printpdf writes it as raw UTF-8, which viewers show as rubbish.
            let layer = Layer {
                name: format!("L{i:05}"),
                creator: "Sise".to_owned(),
                intent: LayerIntent::View,
                usage: LayerSubtype::Artwork,
            };
            pdf.resources.layers.map.insert(LayerInternalId(format!("L{i:05}")), layer);
        }
        self.layers
    }
}

type Counts = BTreeMap<char, u32>;

fn used_characters(document: &Document) -> BTreeMap<Face, Counts> {
    let mut used: BTreeMap<Face, (Vec<u32>, Counts)> = BTreeMap::new();
    let mut count = |run: &TextRun| {
        // A flat table for the basic plane: a ledger has hundreds of thousands of characters.
        let (plane0, beyond) = used.entry(run.face).or_insert_with(|| (vec![0; 0x1_0000], Counts::new()));
        for c in run.text.chars() {
            match plane0.get_mut(c as usize) {
                Some(n) => *n += 1,
                None => *beyond.entry(c).or_default() += 1,
            }
        }
    };
    for page in &document.pages {
        visit(&page.items, &mut |item| {
            if let Item::Text(run) = item {
                count(run);
            }
        });
    }
    used.into_iter()
        .map(|(face, (plane0, beyond))| {
            let low = plane0.into_iter().zip(0u32..).filter(|(n, _)| *n > 0);
            let low = low.filter_map(|(n, code)| char::from_u32(code).map(|c| (c, n)));
            (face, low.chain(beyond).collect())
        })
        .collect()
}

fn find_doubles(
    face: Face,
    counts: &Counts,
    font: &ParsedFont,
    doubles: &mut BTreeMap<(Face, char), (u16, char)>,
) {
    let mut owners: BTreeMap<u16, (char, u32)> = BTreeMap::new();
    let glyph = |c: char| font.lookup_glyph_index(c as u32);
    for (c, n) in counts {
        if let Some(glyph) = glyph(*c) {
            let owner = owners.entry(glyph).or_insert((*c, *n));
            if *n > owner.1 {
                *owner = (*c, *n);
            }
        }
    }
    for c in counts.keys() {
        let Some(glyph) = glyph(*c) else { continue };
        if let Some((owner, _)) = owners.get(&glyph).filter(|(owner, _)| owner != c) {
            doubles.insert((face, *c), (glyph, *owner));
        }
    }
}

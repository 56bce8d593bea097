//! The faces that a document is set in: which characters they draw and how wide. All measuring goes through here.
//! Relies on `ttf-parser` and on font bytes handed in by the caller.
//! Must not know: files, system fonts, lines, pages.

use super::spacing;
use super::units::{Mm, Pt};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a face is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Face {
    /// Running text.
    #[default]
    Regular,
    /// Headings and labels.
    Bold,
    /// Titles, where they are of another family than the rest: see [`Fonts::title_face`].
    Title,
}

/// Why the fonts could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The bytes are not a font.
    #[error("the {face:?} font cannot be read: {reason}")]
    Unreadable {
        /// Which of them.
        face: Face,
        /// What the parser said.
        reason: String,
    },
    /// The font draws no Chinese, so it is the wrong file.
    #[error("the {face:?} font does not draw {character:?}")]
    NotChinese {
        /// Which of them.
        face: Face,
        /// The character that was tried.
        character: char,
    },
}

/// Marks a character that the face does not draw, in the advance table.
const NOT_COVERED: u16 = u16::MAX;

/// The faces with their metrics. Cheap to clone and to share between threads.
#[derive(Debug, Clone)]
pub struct Fonts {
    regular: Arc<FaceTable>,
    bold: Arc<FaceTable>,
    /// Only where titles are of another family.
    title: Option<Arc<FaceTable>>,
}

#[derive(Debug)]
struct FaceTable {
    family: String,
    bytes: Arc<[u8]>,
    units_per_em: f64,
    metrics: FaceMetrics,
    /// Advance in font units for each character of the basic plane.
    plane0: Vec<u16>,
    /// The few characters beyond it.
    beyond: BTreeMap<char, u16>,
}

/// Vertical metrics of a face, as fractions of the type size; `descent` is negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FaceMetrics {
    /// Top of the line box above the baseline.
    pub ascent: f64,
    /// Bottom of the line box below the baseline.
    pub descent: f64,
    /// Height of capitals and digits.
    pub cap_height: f64,
    /// Height of the middle of a Chinese character above the baseline.
    pub han_centre: f64,
}

impl Fonts {
    /// Reads both faces from font file bytes (TrueType or OpenType, not a collection).
    ///
    /// # Errors
    /// See [`FontError`].
    pub fn new(regular: Arc<[u8]>, bold: Arc<[u8]>) -> Result<Fonts, FontError> {
        let regular = Arc::new(FaceTable::read(regular, Face::Regular)?);
        let bold = Arc::new(FaceTable::read(bold, Face::Bold)?);
        Ok(Fonts { regular, bold, title: None })
    }

    /// The same fonts with the titles in the bold face of `other`.
    #[must_use]
    pub fn with_titles_of(&self, other: &Fonts) -> Fonts {
        let title = (other.family(Face::Bold) != self.family(Face::Bold)).then(|| Arc::clone(&other.bold));
        Fonts { title, ..self.clone() }
    }

    /// The face for titles: [`Face::Bold`] unless they are of another family.
    pub fn title_face(&self) -> Face {
        if self.title.is_some() { Face::Title } else { Face::Bold }
    }

    /// Every face there is.
    pub fn faces(&self) -> impl Iterator<Item = Face> + '_ {
        [Face::Regular, Face::Bold].into_iter().chain(self.title.is_some().then_some(Face::Title))
    }

    /// Family name as the font states it, for SVG.
    pub fn family(&self, face: Face) -> &str {
        &self.table(face).family
    }

    /// The font file.
    pub fn bytes(&self, face: Face) -> &Arc<[u8]> {
        &self.table(face).bytes
    }

    /// Vertical metrics.
    pub fn metrics(&self, face: Face) -> FaceMetrics {
        self.table(face).metrics
    }

    /// Whether the face draws `c`.
    pub fn covers(&self, c: char, face: Face) -> bool {
        self.table(face).units(c).is_some()
    }

    /// Characters of `text` the face cannot draw, each once, in order of first appearance. Characters that are
    /// never drawn (control, zero-width, variation selectors) do not count.
    pub fn missing(&self, text: &str, face: Face) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars() {
            if !spacing::is_dropped(c)
                && !spacing::is_hard_break(c)
                && !self.covers(spacing::shown(c), face)
                && !missing.contains(&c)
            {
                missing.push(c);
            }
        }
        missing
    }

    /// Advance of one character as a fraction of the type size; `None` when the face does not draw it.
    pub fn advance(&self, c: char, face: Face) -> Option<f64> {
        let table = self.table(face);
        table.units(c).map(|u| f64::from(u) / table.units_per_em)
    }

    /// Width in millimetres of `text` set on one line, quarter-em spaces between Han and Latin included.
    pub fn measure(&self, text: &str, face: Face, size: Pt) -> Mm {
        let style = super::run::TextStyle { face, size, ..super::run::TextStyle::default() };
        super::run::TextRun::line(self, text, &style).advance
    }

    fn table(&self, face: Face) -> &FaceTable {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Title => self.title.as_ref().unwrap_or(&self.bold),
        }
    }
}

impl FaceTable {
    fn read(bytes: Arc<[u8]>, face: Face) -> Result<FaceTable, FontError> {
        let parsed = ttf_parser::Face::parse(&bytes, 0)
            .map_err(|e| FontError::Unreadable { face, reason: e.to_string() })?;
        let units_per_em = f64::from(parsed.units_per_em());
        let mut plane0 = vec![NOT_COVERED; 0x1_0000];
        let mut beyond = BTreeMap::new();
        for table in parsed.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
            if !table.is_unicode() {
                continue;
            }
            table.codepoints(|code| {
                let Some(c) = char::from_u32(code) else { return };
                let Some(glyph) = table.glyph_index(code).filter(|g| g.0 != 0) else { return };
                let advance = parsed.glyph_hor_advance(glyph).unwrap_or(0).min(NOT_COVERED - 1);
                match plane0.get_mut(code as usize) {
                    Some(slot) => *slot = advance,
                    None => {
                        beyond.insert(c, advance);
                    }
                }
            });
        }
        let em = |units: i16| f64::from(units) / units_per_em;
        let cap_height = parsed.capital_height().map_or(0.73, em);
        // The em box of Chinese fonts is stated by the typographic metrics, not by the taller line box.
        let top = parsed.typographic_ascender().map_or(0.88, em);
        let bottom = parsed.typographic_descender().map_or(-0.12, em);
        let metrics = FaceMetrics {
            ascent: em(parsed.ascender()),
            descent: em(parsed.descender()),
            cap_height,
            han_centre: (top + bottom) / 2.0,
        };
        let family = family_name(&parsed);
        let table = FaceTable { family, units_per_em, metrics, plane0, beyond, bytes: bytes.clone() };
        for character in ['安', '，', 'A', '1'] {
            if table.units(character).is_none() {
                return Err(FontError::NotChinese { face, character });
            }
        }
        Ok(table)
    }

    fn units(&self, c: char) -> Option<u16> {
        match self.plane0.get(c as usize) {
            Some(&NOT_COVERED) => None,
            Some(&units) => Some(units),
            None => self.beyond.get(&c).copied(),
        }
    }
}

fn family_name(face: &ttf_parser::Face<'_>) -> String {
    let find = |id: u16| {
        face.names().into_iter().filter(|n| n.name_id == id && n.is_unicode()).find_map(|n| n.to_string())
    };
    find(ttf_parser::name_id::TYPOGRAPHIC_FAMILY)
        .or_else(|| find(ttf_parser::name_id::FAMILY))
        .unwrap_or_else(|| "Noto Sans SC".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fonts, serif};

    #[test]
    fn measures_like_the_font_says() {
        let fonts = fonts();
        assert_eq!(fonts.family(Face::Regular), "Noto Sans SC");
        assert_eq!(fonts.advance('安', Face::Regular), Some(1.0));
        let width = fonts.measure("安全生产", Face::Regular, Pt(10.0));
        assert!((width - Pt(40.0).mm()).abs() < 1e-9);
    }

    #[test]
    fn rare_characters_are_reported_and_invisible_ones_are_not() {
        let fonts = fonts();
        assert_eq!(fonts.missing("𠮷野\u{200b}家\u{7}☑𠮷", Face::Bold), vec!['\u{20BB7}', '☑']);
        assert!(fonts.missing("①⑳〇℃㎡×≤≥Ω✓", Face::Regular).is_empty());
    }

    #[test]
    fn titles_of_another_family_have_a_face_of_their_own() {
        let (sans, serif) = (fonts(), serif());
        assert_eq!(sans.title_face(), Face::Bold);
        assert_eq!(sans.with_titles_of(&sans).title_face(), Face::Bold);
        let both = sans.with_titles_of(&serif);
        assert_eq!(both.title_face(), Face::Title);
        assert_eq!(
            both.faces().map(|face| both.family(face)).collect::<Vec<_>>(),
            ["Noto Sans SC", "Noto Sans SC", "Noto Serif SC"]
        );
        assert_eq!(both.bytes(Face::Title), serif.bytes(Face::Bold));
    }

    #[test]
    fn rubbish_is_refused() {
        let rubbish: Arc<[u8]> = Arc::from(&b"not a font"[..]);
        assert!(matches!(Fonts::new(rubbish.clone(), rubbish), Err(FontError::Unreadable { .. })));
    }
}

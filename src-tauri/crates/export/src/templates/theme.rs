//! Themes of the prints: ground and ink of bars, the head of sheets, corners, slogan and footer.
//! Relies on `assets/themes/`, compiled in. Risk colours and safety signs are not part of any theme.
//! Must not know: which print is made.

use crate::layout::{Colour, Fonts};
use domain::Typeface;
use serde::Deserialize;
use std::sync::LazyLock;

/// How the head of a sheet is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeadStyle {
    /// A strong rule under the title.
    Rule,
    /// A strong and a fine rule, letters apart.
    Double,
    /// A bar of ink from edge to edge.
    Band,
    /// A block before the title and a fine rule.
    Block,
}

#[derive(Debug, Clone, Copy, Deserialize)]
struct Ink {
    rgb: [u8; 3],
    cmyk: [u8; 4],
}

impl From<Ink> for Colour {
    fn from(ink: Ink) -> Colour {
        Colour { rgb: ink.rgb, cmyk: ink.cmyk }
    }
}

#[derive(Deserialize)]
struct Draft {
    id: String,
    name: String,
    english: String,
    ink: Ink,
    on_ink: Ink,
    accent: Ink,
    ground: Ink,
    head: HeadStyle,
    typeface: Typeface,
    corner: f64,
    tracking: f64,
    slogan: String,
    footer: String,
}

/// The character of a set of prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Its short name, such as `academy`.
    pub id: String,
    /// 「书院」
    pub name: String,
    /// Its English name.
    pub english: String,
    /// Ground of bars with white words.
    pub ink: Colour,
    /// Secondary words on [`Theme::ink`].
    pub on_ink: Colour,
    /// Rules and marks before headings.
    pub accent: Colour,
    /// Ground of panels and header rows.
    pub ground: Colour,
    /// How heads are drawn.
    pub head: HeadStyle,
    /// What everything is set in. The fonts of a [`Style`] are those.
    pub typeface: Typeface,
    /// Radius of corners on A4, in millimetres.
    pub corner: f64,
    /// Space between the letters of titles, as a fraction of their size.
    pub tracking: f64,
    /// What the foot of a card says.
    pub slogan: String,
    /// A line of the school's own; may be empty.
    pub footer: String,
    /// The emblem of the organisation, SVG; without one its badge is written.
    pub emblem: Option<Vec<u8>>,
}

impl From<Draft> for Theme {
    fn from(draft: Draft) -> Theme {
        Theme {
            id: draft.id,
            name: draft.name,
            english: draft.english,
            ink: draft.ink.into(),
            on_ink: draft.on_ink.into(),
            accent: draft.accent.into(),
            ground: draft.ground.into(),
            head: draft.head,
            typeface: draft.typeface,
            corner: draft.corner.clamp(0.0, 6.0),
            tracking: draft.tracking.clamp(0.0, 0.4),
            slogan: draft.slogan,
            footer: draft.footer,
            emblem: None,
        }
    }
}

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let texts = [
        include_str!("../../../../../assets/themes/plain.json"),
        include_str!("../../../../../assets/themes/academy.json"),
        include_str!("../../../../../assets/themes/vigour.json"),
        include_str!("../../../../../assets/themes/workshop.json"),
    ];
    // A file that did not parse would be missing; a test sees to it that none is.
    texts.iter().filter_map(|text| Some(serde_json::from_str::<Draft>(text).ok()?.into())).collect()
});

static FALLBACK: LazyLock<Theme> = LazyLock::new(|| Theme {
    id: "plain".to_owned(),
    name: "素净".to_owned(),
    english: "plain".to_owned(),
    ink: Colour::INK,
    on_ink: Colour { rgb: [201, 204, 208], cmyk: [0, 0, 0, 25] },
    accent: Colour::INK,
    ground: Colour::PALE,
    head: HeadStyle::Rule,
    typeface: Typeface::Sans,
    corner: 0.0,
    tracking: 0.04,
    slogan: "发现隐患，立即报告".to_owned(),
    footer: String::new(),
    emblem: None,
});

impl Theme {
    /// The look of a project: its theme with what the organisation changed of it. A theme that this program does not
    /// have is the plain one.
    pub fn of(style: Option<&domain::PrintStyle>) -> Theme {
        let Some(style) = style else { return Theme::plain().clone() };
        let mut theme = Theme::find(&style.theme).unwrap_or_else(|| Theme::plain()).clone();
        let colour = |text: &str| domain::rgb_of(text).map(|[r, g, b]| Colour::from_rgb(r, g, b));
        if let Some(ink) = colour(&style.ink) {
            theme.ink = ink;
            // Fine words on an ink of one's own: white, a little of the ink in it.
            theme.on_ink =
                Colour { rgb: ink.rgb.map(|part| 215 + part / 8), cmyk: ink.cmyk.map(|part| part / 8) };
        }
        theme.accent = colour(&style.accent).unwrap_or(theme.accent);
        theme.ground = colour(&style.ground).unwrap_or(theme.ground);
        theme.typeface = style.typeface.unwrap_or(theme.typeface);
        theme.with_own(style)
    }

    /// The same colours and heads with the organisation's words and emblem.
    #[must_use]
    pub fn with_own(mut self, style: &domain::PrintStyle) -> Theme {
        for (own, into) in [(&style.slogan, &mut self.slogan), (&style.footer, &mut self.footer)] {
            if !own.trim().is_empty() {
                own.trim().clone_into(into);
            }
        }
        self.emblem = (!style.emblem.trim().is_empty()).then(|| style.emblem.clone().into_bytes());
        self
    }

    /// Every theme, the plain one first.
    pub fn all() -> &'static [Theme] {
        &THEMES
    }

    /// The theme with this short name.
    pub fn find(id: &str) -> Option<&'static Theme> {
        THEMES.iter().find(|own| own.id == id)
    }

    /// The theme that is used unless another is asked for.
    pub fn plain() -> &'static Theme {
        THEMES.first().unwrap_or(&FALLBACK)
    }
}

/// What a template needs besides words: fonts and a theme.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// The fonts of the theme's typeface.
    pub fonts: &'a Fonts,
    /// The theme.
    pub theme: &'a Theme,
}

impl<'a> From<&'a Fonts> for Style<'a> {
    fn from(fonts: &'a Fonts) -> Style<'a> {
        Style { fonts, theme: Theme::plain() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as the accessibility guidelines define it.
    fn luminance(colour: Colour) -> f64 {
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = colour.rgb;
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn four_themes_with_words_that_can_be_read() {
        assert_eq!(Theme::all().len(), 4);
        assert_eq!(Theme::plain(), &*FALLBACK, "the first theme is the plain one");
        let mut heads: Vec<String> = Vec::new();
        for theme in Theme::all() {
            assert!(contrast(theme.ink, Colour::WHITE) >= 7.0, "{}", theme.id);
            assert!(contrast(theme.ink, theme.on_ink) >= 4.5, "{}", theme.id);
            assert!(contrast(theme.accent, Colour::WHITE) >= 4.0, "{}", theme.id);
            assert!(contrast(theme.ground, Colour::GREY) >= 4.5, "{}", theme.id);
            heads.push(format!("{:?}", theme.head));
            assert_eq!(Theme::find(&theme.id), Some(theme));
        }
        heads.sort();
        heads.dedup();
        assert_eq!(heads.len(), 4, "each has a head of its own");
        assert!(Theme::find("none").is_none());
    }

    #[test]
    fn themes_keep_away_from_the_colours_of_the_levels() {
        for theme in Theme::all() {
            for set in [domain::ColourSet::Print, domain::ColourSet::Pure] {
                for level in domain::RiskLevel::DESCENDING {
                    let fill = set.of(level).fill.rgb;
                    for own in [theme.ink, theme.accent] {
                        let apart: u32 =
                            own.rgb.iter().zip(fill).map(|(a, b)| u32::from(a.abs_diff(b))).sum();
                        assert!(apart > 110, "{} {own:?} is close to {level:?}", theme.id);
                    }
                }
            }
        }
    }
}

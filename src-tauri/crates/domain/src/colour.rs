//! The one table of the four risk colours: screen, print and spreadsheet all read it.
//! Relies on [`RiskLevel`].
//! Knows nothing of safety-sign colours, which mean something else.

use crate::language::Language;
use crate::level::RiskLevel;
use serde::Serialize;

/// A colour on screen and the ink that prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Colour {
    /// Red, green, blue, 0-255 each.
    pub rgb: [u8; 3],
    /// Cyan, magenta, yellow, black, percent each.
    pub cmyk: [u8; 4],
}

impl Colour {
    /// A colour of these parts.
    pub const fn new(rgb: [u8; 3], cmyk: [u8; 4]) -> Self {
        Self { rgb, cmyk }
    }

    /// Pure black.
    pub const BLACK: Self = Self::new([0, 0, 0], [0, 0, 0, 100]);
    /// Paper white.
    pub const WHITE: Self = Self::new([255, 255, 255], [0, 0, 0, 0]);

    /// As `#RRGGBB`.
    pub fn hex(self) -> String {
        let [r, g, b] = self.rgb;
        format!("#{r:02X}{g:02X}{b:02X}")
    }
}

vocabulary! {
    /// 「风险色组」 Which set of the four colours a project uses.
    pub enum ColourSet {
        /// Colours that offset and inkjet printers can hold.
        Print = "print", "印刷色", "print colours";
        /// The plain screen colours that some forms ask for.
        Pure = "pure", "纯色", "pure colours";
    }
}

vocabulary! {
    /// Lines over a colour, so that it can be told apart without colour.
    pub enum Hatch {
        /// None.
        Plain = "plain", "无", "plain";
        /// Dots.
        Dots = "dots", "点", "dots";
        /// One direction of lines.
        Diagonal = "diagonal", "斜线", "diagonal lines";
        /// Two directions of lines.
        Cross = "cross", "交叉线", "crossed lines";
    }
}

/// How a level looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct LevelColour {
    /// The area.
    pub fill: Colour,
    /// Text on it.
    pub text: Colour,
    /// A line around it that stands out from paper: yellow on white needs a dark one.
    pub outline: Colour,
    /// Lines over it.
    pub hatch: Hatch,
}

impl ColourSet {
    /// How `level` looks in this set. Values: shared design, section 6; no standard gives any for risk levels.
    pub const fn of(self, level: RiskLevel) -> LevelColour {
        let (fill, text, outline, hatch) = match (self, level) {
            (Self::Print, RiskLevel::Major) => ([230, 0, 18], Colour::WHITE, [160, 0, 12], Hatch::Cross),
            (Self::Print, RiskLevel::High) => ([243, 152, 0], DARK_ON_ORANGE, [150, 88, 0], Hatch::Diagonal),
            (Self::Print, RiskLevel::Medium) => ([255, 241, 0], DARK_ON_ORANGE, [107, 93, 0], Hatch::Dots),
            (Self::Print, RiskLevel::Low) => ([0, 104, 183], Colour::WHITE, [0, 66, 118], Hatch::Plain),
            (Self::Pure, RiskLevel::Major) => ([255, 0, 0], Colour::WHITE, [160, 0, 0], Hatch::Cross),
            (Self::Pure, RiskLevel::High) => ([255, 128, 0], DARK_ON_ORANGE, [150, 75, 0], Hatch::Diagonal),
            (Self::Pure, RiskLevel::Medium) => ([255, 255, 0], DARK_ON_ORANGE, [107, 107, 0], Hatch::Dots),
            (Self::Pure, RiskLevel::Low) => ([0, 0, 255], Colour::WHITE, [0, 0, 150], Hatch::Plain),
        };
        let cmyk = match level {
            RiskLevel::Major => [0, 100, 100, 0],
            RiskLevel::High => [0, 50, 100, 0],
            RiskLevel::Medium => [0, 0, 100, 0],
            RiskLevel::Low => [100, 50, 0, 0],
        };
        LevelColour {
            fill: Colour::new(fill, cmyk),
            text,
            outline: Colour::new(outline, [0, 0, 0, 70]),
            hatch,
        }
    }
}

/// A warm near-black that reads well on orange and yellow.
const DARK_ON_ORANGE: Colour = Colour::new([35, 26, 0], [0, 0, 0, 100]);

impl RiskLevel {
    /// The name of the level's colour: 红, 橙, 黄, 蓝.
    pub const fn colour_name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Major, Language::Chinese) => "红",
            (Self::High, Language::Chinese) => "橙",
            (Self::Medium, Language::Chinese) => "黄",
            (Self::Low, Language::Chinese) => "蓝",
            (Self::Major, Language::English) => "red",
            (Self::High, Language::English) => "orange",
            (Self::Medium, Language::English) => "yellow",
            (Self::Low, Language::English) => "blue",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_print_set_is_the_one_the_design_fixes() {
        let hex = RiskLevel::DESCENDING.map(|level| ColourSet::Print.of(level).fill.hex());
        assert_eq!(hex, ["#E60012", "#F39800", "#FFF100", "#0068B7"]);
        let hex = RiskLevel::DESCENDING.map(|level| ColourSet::Pure.of(level).fill.hex());
        assert_eq!(hex, ["#FF0000", "#FF8000", "#FFFF00", "#0000FF"]);
    }

    #[test]
    fn text_on_every_colour_can_be_read() {
        let luminance = |[r, g, b]: [u8; 3]| {
            let part = |c: u8| {
                let c = f64::from(c) / 255.0;
                if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
        };
        for set in ColourSet::ALL {
            for level in RiskLevel::ALL {
                let look = set.of(*level);
                let (a, b) = (luminance(look.fill.rgb), luminance(look.text.rgb));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                // 3:1 is the least for large text, which level words always are; pure red on white has 4.0.
                assert!(contrast >= 3.9, "{set} {level}: {contrast:.2}");
            }
        }
    }
}

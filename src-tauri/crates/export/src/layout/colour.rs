//! Printing colours: each one carries its screen value and its ink recipe together.
//! Relies on nothing.
//! Must not know: which of the two a backend writes, and what a colour means (risk levels live in `domain`).

/// One colour as RGB and as the CMYK inks a printer should use for it. The backend chooses; neither is
/// computed from the other unless the caller asked for that with [`Colour::from_rgb`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red, green, blue, 0..=255.
    pub rgb: [u8; 3],
    /// Cyan, magenta, yellow, black in per cent, 0..=100.
    pub cmyk: [u8; 4],
}

impl Colour {
    /// Pure black, printed with the black plate alone so that small type stays sharp.
    pub const BLACK: Colour = Colour { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] };
    /// Text ink: a hair softer than black on screen, black plate alone on paper.
    pub const INK: Colour = Colour { rgb: [0x16, 0x19, 0x1d], cmyk: [0, 0, 0, 100] };
    /// Secondary text.
    pub const GREY: Colour = Colour { rgb: [0x55, 0x5d, 0x66], cmyk: [0, 0, 0, 70] };
    /// Hairlines between rows.
    pub const HAIRLINE: Colour = Colour { rgb: [0xc4, 0xc6, 0xc8], cmyk: [0, 0, 0, 25] };
    /// Light ground, for header rows.
    pub const PALE: Colour = Colour { rgb: [0xf1, 0xf2, 0xf2], cmyk: [0, 0, 0, 6] };
    /// Paper.
    pub const WHITE: Colour = Colour { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] };

    /// A colour given only for the screen; the ink recipe is the plain conversion with full black extraction.
    pub fn from_rgb(r: u8, g: u8, b: u8) -> Colour {
        let max = r.max(g).max(b);
        let ink = |v: u8| {
            if max == 0 { 0 } else { (f64::from(max - v) / f64::from(max) * 100.0).round() as u8 }
        };
        let black = (100.0 - f64::from(max) / 2.55).round() as u8;
        Colour { rgb: [r, g, b], cmyk: [ink(r), ink(g), ink(b), black] }
    }

    /// This colour mixed with paper: `1.0` is the full colour, `0.0` is white. Solid, so it needs no
    /// transparency in any backend; use [`crate::layout::Fill::opacity`] when something must show through.
    #[must_use]
    pub fn tint(self, strength: f64) -> Colour {
        let s = strength.clamp(0.0, 1.0);
        Colour {
            rgb: self.rgb.map(|v| (255.0 - (255.0 - f64::from(v)) * s).round() as u8),
            cmyk: self.cmyk.map(|v| (f64::from(v) * s).round() as u8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tint_goes_from_paper_to_full_ink() {
        let red = Colour { rgb: [230, 0, 18], cmyk: [0, 100, 100, 0] };
        assert_eq!(red.tint(0.0), Colour::WHITE);
        assert_eq!(red.tint(1.0), red);
        assert_eq!(red.tint(0.45).cmyk, [0, 45, 45, 0]);
    }

    #[test]
    fn conversion_uses_the_black_plate_for_greys() {
        assert_eq!(Colour::from_rgb(0, 0, 0).cmyk, [0, 0, 0, 100]);
        assert_eq!(Colour::from_rgb(255, 255, 255).cmyk, [0, 0, 0, 0]);
        assert_eq!(Colour::from_rgb(255, 0, 0).cmyk, [0, 100, 100, 0]);
        assert_eq!(Colour::from_rgb(128, 128, 128).cmyk, [0, 0, 0, 50]);
    }
}
